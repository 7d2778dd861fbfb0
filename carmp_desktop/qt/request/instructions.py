"""Additional instructions: a line that opens into a field for text added to every prompt."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QVBoxLayout, QWidget

from carmp_desktop.qt.look.icons import paint_icon
from carmp_desktop.qt.look.theme import font, tokens
from carmp_desktop.qt.look.tokens import FONT_BODY

_HEIGHT = 30
_FIELD_HEIGHT = 84
_CHEVRON = 16


class FoldButton(QAbstractButton):
    """A line of text with a chevron at its end: down while closed, up while open."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedHeight(_HEIGHT)

    def sizeHint(self) -> QSize:
        """As high as a field; the layout decides the width."""
        return QSize(160, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Text, chevron, and a ring for the keyboard."""
        colors = tokens()
        line = colors.text if self.underMouse() else colors.muted
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colors.accent), 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        inset = 6 if self.hasFocus() else 0
        painter.setFont(font(FONT_BODY))
        painter.setPen(QColor(line))
        text = self.rect().adjusted(inset, 0, -_CHEVRON, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, self.text())
        chevron = QRectF(
            self.width() - _CHEVRON - inset, (_HEIGHT - _CHEVRON) / 2, _CHEVRON, _CHEVRON
        )
        paint_icon(painter, "chevron-up" if self.isChecked() else "chevron-down", chevron, line)
        painter.end()


class Instructions(QWidget):
    """Folded at first; says on its line when there is text inside that would be added."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fold = FoldButton(self.tr("Additional instructions"))
        self._field = QPlainTextEdit()
        self._field.setPlaceholderText(self.tr("Added to every prompt of the batch"))
        self._field.setAccessibleName(self._field.placeholderText())  # the fold has the title
        self._field.setTabChangesFocus(True)
        self._field.setFixedHeight(_FIELD_HEIGHT)
        self._field.setAcceptDrops(False)
        self._field.viewport().setAcceptDrops(False)
        self._field.hide()
        self._fold.toggled.connect(self._open)
        self._field.textChanged.connect(self._tell)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._fold)
        layout.addWidget(self._field)

    def text(self) -> str:
        """What the user wrote, without blanks around it."""
        return self._field.toPlainText().strip()

    @Slot(bool)
    def _open(self, opened: bool) -> None:
        self._field.setVisible(opened)
        if opened:
            self._field.setFocus()

    @Slot()
    def _tell(self) -> None:
        used = self.tr("Additional instructions · in use")
        self._fold.setText(used if self.text() else self.tr("Additional instructions"))
