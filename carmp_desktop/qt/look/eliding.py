"""Labels and buttons that elide what does not fit, and then say the whole in their tooltip.

No language is cut in the middle of a letter, and no text decides how wide a panel is.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPaintEvent
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QToolTip,
    QWidget,
)


class ElidingButton(QPushButton):
    """A push button; ``text()`` is always the whole."""

    @property
    def is_elided(self) -> bool:
        """Whether there is less room than the text takes."""
        return self.fontMetrics().horizontalAdvance(self.text()) > self._room()

    def event(self, event: QEvent) -> bool:
        """A tooltip for what is elided, where the button has none of its own."""
        if isinstance(event, QHelpEvent) and not self.toolTip():
            QToolTip.showText(event.globalPos(), self.text() if self.is_elided else "", self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As the style draws it, with as much of the text as there is room for."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        if self.is_elided:
            option.text = elided(self, self.text(), self._room())
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()

    def _room(self) -> int:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        element = QStyle.SubElement.SE_PushButtonContents
        return self.style().subElementRect(element, option, self).width()


class ElidingLabel(QLabel):
    """A label of one line that gives way where a row is full; ``text()`` is always the whole."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)

    @property
    def is_elided(self) -> bool:
        """Whether there is less room than the text takes."""
        return self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()

    def minimumSizeHint(self) -> QSize:
        """No wider than its first letters."""
        whole = super().minimumSizeHint()
        return QSize(min(whole.width(), 4 * self.fontMetrics().averageCharWidth()), whole.height())

    def event(self, event: QEvent) -> bool:
        """A tooltip for what is elided."""
        if isinstance(event, QHelpEvent) and not self.toolTip():
            QToolTip.showText(event.globalPos(), self.text() if self.is_elided else "", self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As much of the text as there is room for."""
        room = self.contentsRect()
        painter = QStylePainter(self)
        painter.drawItemText(
            room,
            int(self.alignment().value),
            self.palette(),
            self.isEnabled(),
            elided(self, self.text(), room.width()),
            self.foregroundRole(),
        )
        painter.end()


def elided(widget: QWidget, text: str, width: int) -> str:
    """The text in the widget's own font, its end elided where it is wider than ``width`` px."""
    return widget.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
