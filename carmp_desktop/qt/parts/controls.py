"""The small controls the panels are put together from: labels, icon buttons, section heads."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from carmp_desktop.qt.look.eliding import ElidingButton, ElidingLabel
from carmp_desktop.qt.look.icons import paint_icon
from carmp_desktop.qt.look.theme import tokens

_GLYPH = 16
_BUTTON = 26
_HEAD = 18


def labeled(text: str, *, role: str) -> QLabel:
    """A label in one of the style sheet's roles, its text always taken as plain."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    return label


def eliding(text: str, *, role: str) -> QLabel:
    """The same, for a line that may be too long for its place."""
    label = ElidingLabel(text)
    label.setProperty("role", role)
    return label


def push_button(text: str, *, role: str) -> QPushButton:
    """A button in one of the style sheet's roles that takes the focus from the keyboard alone."""
    button = ElidingButton(text)
    button.setProperty("role", role)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def as_wide_as_the_panel(button: QPushButton) -> None:
    """Let a button's text have no say in its width, nor in where the texts beside it break."""
    button.setSizePolicy(QSizePolicy.Policy.Ignored, button.sizePolicy().verticalPolicy())


class Glyph(QWidget):
    """An icon that only shows; ``tone`` names the token it is drawn in."""

    def __init__(self, name: str, *, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._tone = tone
        self.setFixedSize(_GLYPH, _GLYPH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The icon in the tone's color of the scheme in force."""
        painter = QPainter(self)
        paint_icon(painter, self._name, QRectF(self.rect()), getattr(tokens(), self._tone))
        painter.end()


class IconButton(QAbstractButton):
    """A square button with an icon; ``label`` is its accessible name and its tooltip."""

    def __init__(self, name: str, *, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setAccessibleName(label)
        self.setToolTip(label)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedSize(_BUTTON, _BUTTON)

    def sizeHint(self) -> QSize:
        """A square large enough to hit."""
        return QSize(_BUTTON, _BUTTON)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The icon on a ground that answers the pointer, with a ring for the keyboard."""
        colors = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        hovered = self.isEnabled() and self.underMouse()
        painter.setPen(QPen(QColor(colors.accent), 1.5) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.hover) if hovered else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, 6, 6)
        icon = QRectF(0, 0, _GLYPH, _GLYPH)
        icon.moveCenter(QRectF(self.rect()).center())
        line = colors.text if hovered else colors.muted
        paint_icon(painter, self._name, icon, line if self.isEnabled() else colors.faint)
        painter.end()


class SectionHead(QWidget):
    """A section's name at the left and what belongs to it at the right, on one line."""

    def __init__(self, title: str, aside: QWidget | None = None) -> None:
        super().__init__()
        self.setFixedHeight(_HEAD)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(labeled(title, role="section"))
        layout.addStretch()
        if aside is not None:
            layout.addWidget(aside)


def set_tab_order(widgets: Sequence[QWidget]) -> None:
    """Let the Tab key go through ``widgets`` in this order, from where the first one stands.

    Qt puts a widget that is made later at the end of its window, wherever it is shown.
    """
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)


def name_line_buttons(line: QLineEdit, glass: QAction, *, clear: str) -> None:
    """Tell a screen reader what the two buttons in a search field are: its sign, and to clear."""
    for button in line.findChildren(QToolButton):
        is_glass = button.defaultAction() == glass
        button.setAccessibleName(line.placeholderText() if is_glass else clear)


def paint_check(painter: QPainter, center: QPointF, color: str) -> None:
    """Paint a small check mark, heavy enough to be seen on a swatch."""
    pen = QPen(QColor(color), 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline(
        [center + QPointF(-3.4, 0.2), center + QPointF(-1.0, 2.6), center + QPointF(3.6, -2.4)]
    )


def paint_toggle(
    painter: QPainter, rect: QRectF, *, radius: float, button: QAbstractButton
) -> None:
    """Paint the frame of a checkable tile or chip: at rest, under the pointer, checked, focused.

    The focus is a ring of its own around the frame, so that it is never taken for the check.
    """
    colors = tokens()
    if button.hasFocus():
        painter.setPen(QPen(QColor(colors.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
        rect = rect.adjusted(3, 3, -3, -3)
        radius = max(radius - 3, 4)
    checked = button.isChecked()
    resting = colors.hover if button.underMouse() else colors.surface
    painter.setPen(QPen(QColor(colors.accent if checked else colors.border), 1))
    painter.setBrush(QColor(colors.accent_ground if checked else resting))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
