"""The style sheet: one template filled with the tokens of a scheme.

Widgets choose their look through the dynamic property ``role``: their colors and borders here,
their fonts in `role_style`. What neither reaches is painted by the widget itself, or by Fusion
with the palette.
"""

from __future__ import annotations

from dataclasses import asdict
from string import Template

from carmp_desktop.qt.look.tokens import (
    RADIUS_CARD,
    RADIUS_FIELD,
    Tokens,
)

_TEMPLATE = Template("""
QLabel { background: transparent; }
QLabel[role="muted"], QLabel[role="body"] { color: $muted; }
QLabel[role="faint"] { color: $faint; }
QLabel[role="check"] { color: $check; }
QLabel[role="error"] { color: $failed; }

QFrame[role="surface"] { background: $surface; border: none; }
QFrame[role="card"] {
    background: $surface; border: 1px solid $border; border-radius: ${card_radius}px;
}
QFrame[role="notice"] {
    background: $surface; border: 1px solid $border_strong; border-radius: ${card_radius}px;
}
QFrame[role="refusal"] {
    background: $failed_ground; border: 1px solid $failed_border; border-radius: ${radius}px;
}
QFrame[role="pill"] { background: $surface; border: 1px solid $border; border-radius: 13px; }
QFrame[role="bar"] { background: $surface; border: none; border-bottom: 1px solid $border; }
QFrame[role="panel"] { background: $surface; border: none; border-right: 1px solid $border; }
QFrame[role="foot"] { background: $surface; border: none; border-top: 1px solid $border; }

QPushButton {
    background: $surface; color: $text; border: 1px solid $border; border-radius: ${radius}px;
    padding: 5px 12px;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $border; }
QPushButton:focus { border-color: $accent; }
QPushButton:disabled { color: $faint; background: $surface; }
QPushButton[role="primary"] {
    background: $accent; color: $accent_text; border: 2px solid $accent;
    border-radius: ${card_radius}px; padding: 9px 12px;
}
QPushButton[role="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[role="primary"]:pressed { background: $accent; }
QPushButton[role="primary"]:focus { border-color: $text; }
QPushButton[role="primary"]:disabled { background: $hover; color: $muted; border-color: $border; }
QPushButton[role="flat"], QToolButton[role="flat"] {
    background: transparent; border: 1px solid transparent; border-radius: 6px;
    color: $muted; padding: 3px 6px;
}
QPushButton[role="flat"]:hover, QToolButton[role="flat"]:hover { background: $hover; color: $text; }
QPushButton[role="flat"]:pressed, QToolButton[role="flat"]:pressed { background: $border; }
QPushButton[role="flat"]:focus, QToolButton[role="flat"]:focus { border-color: $accent; }
QPushButton[role="flat"]:disabled, QToolButton[role="flat"]:disabled { color: $faint; }
QPushButton[role="link"] {
    background: transparent; border: 1px solid transparent; border-radius: 4px;
    color: $accent; padding: 1px 3px;
}
QPushButton[role="link"]:hover { background: $accent_ground; }
QPushButton[role="link"]:focus { border-color: $accent; }
QPushButton[role="link"]:disabled { color: $faint; }
QPushButton[role="count"] { background: transparent; border: none; padding: 0px; color: $muted; }
QPushButton[role="count"]:hover { color: $accent; }
QPushButton[role="count"]:focus { color: $accent; text-decoration: underline; }
QPushButton[role="count"]:disabled { color: $faint; }

QLineEdit, QPlainTextEdit {
    background: $raised; color: $text; border: 1px solid $border; border-radius: ${radius}px;
    padding: 7px 10px;
    selection-background-color: $accent; selection-color: $accent_text;
    placeholder-text-color: $muted;
}
QPlainTextEdit { padding: 4px 6px; }
QLineEdit:hover, QPlainTextEdit:hover { border-color: $border_strong; }
QLineEdit:focus, QPlainTextEdit:focus { border-color: $accent; background: $surface; }
QLineEdit:disabled, QPlainTextEdit:disabled { color: $faint; }
QLineEdit[role="small"] { padding: 3px 8px; border-radius: 6px; }
QLineEdit[invalid="true"] { border-color: $failed; }

QTabBar::tab {
    background: transparent; color: $muted; border: 1px solid transparent;
    border-radius: ${radius}px; padding: 5px 10px; margin: 0px 4px 0px 0px;
}
QTabBar::tab:hover { background: $hover; color: $text; }
QTabBar::tab:selected { background: $surface; color: $text; border-color: $border; }
QTabBar::tab:focus { border-color: $accent; }

QScrollArea { background: transparent; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0px; }
QScrollBar::handle { background: $border_strong; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $border; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: $border_strong; }
QSlider::handle:horizontal {
    width: 14px; height: 14px; margin: -6px 0px; border-radius: 8px;
    background: $surface; border: 1px solid $faint;
}
QSlider::handle:horizontal:hover { border-color: $muted; }
QSlider::handle:horizontal:focus { border-color: $accent; }

QMenu {
    background: $surface; color: $text; border: 1px solid $border_strong; padding: 4px;
}
QMenu::item { padding: 6px 20px 6px 10px; border-radius: 6px; }
QMenu::item:selected { background: $accent_ground; color: $text; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $border; margin: 4px 6px; }
QMenu::indicator { width: 14px; height: 14px; left: 4px; }

QToolTip {
    background: $badge; color: $badge_text; border: 1px solid $border_strong;
    padding: 4px 6px;
}
""")


def style_sheet(colors: Tokens) -> str:
    """The whole style sheet in the given colors."""
    return _TEMPLATE.substitute(
        asdict(colors),
        radius=RADIUS_FIELD,
        card_radius=RADIUS_CARD,
    )
