"""Dresses the application: Fusion with our palette, Inter, and the style sheet, light or dark.

The scheme in force is a property of the QApplication, so there is no state of our own. Dressing
again changes the scheme; every widget then gets a PaletteChange and repaints with `tokens`.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from carmp_desktop.qt.look.role_style import RoleStyle
from carmp_desktop.qt.look.stylesheet import style_sheet
from carmp_desktop.qt.look.tokens import DARK, FONT_BODY, FONT_LABEL, LIGHT, Tokens
from carmp_desktop.qt.look.typeface import font, load_typeface

__all__ = ["dress", "font", "system_is_dark", "tokens"]

_SCHEME = "colorScheme"


def dress(app: QApplication, *, dark: bool) -> None:
    """Give ``app`` the colors, font and style sheet of one scheme; may be called again."""
    if app.property(_SCHEME) is None:
        load_typeface(app)
        app.setStyle(RoleStyle())
    app.setProperty(_SCHEME, "dark" if dark else "light")
    app.setFont(font(FONT_BODY))
    QToolTip.setFont(font(FONT_LABEL))
    app.setPalette(_palette(tokens()))
    app.setStyleSheet(style_sheet(tokens()))


def tokens() -> Tokens:
    """The colors in force; light before the application is dressed."""
    app = QApplication.instance()
    return DARK if app is not None and app.property(_SCHEME) == "dark" else LIGHT


def system_is_dark() -> bool:
    """Whether the system asks for dark windows."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def _palette(colors: Tokens) -> QPalette:
    """Every role of every group: Fusion alone decides nothing (a scheme it knows may be absent)."""
    role = QPalette.ColorRole
    named = {
        role.Window: colors.ground,
        role.WindowText: colors.text,
        role.Base: colors.raised,
        role.AlternateBase: colors.hover,
        role.Text: colors.text,
        role.PlaceholderText: colors.muted,
        role.Button: colors.surface,
        role.ButtonText: colors.text,
        role.BrightText: colors.failed,
        role.ToolTipBase: colors.badge,
        role.ToolTipText: colors.badge_text,
        role.Highlight: colors.accent,
        role.HighlightedText: colors.accent_text,
        role.Accent: colors.accent,
        role.Link: colors.accent,
        role.LinkVisited: colors.accent,
        role.Light: colors.surface,
        role.Midlight: colors.hover,
        role.Mid: colors.border_strong,
        role.Dark: colors.border_strong,
        role.Shadow: colors.border,
    }
    subdued = (role.WindowText, role.Text, role.ButtonText, role.HighlightedText)
    palette = QPalette()
    for which, color in named.items():
        palette.setColor(which, QColor(color))
    for which in subdued:
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(colors.faint))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(colors.border_strong))
    return palette
