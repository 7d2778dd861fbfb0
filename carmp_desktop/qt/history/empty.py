"""What the history shows while there is none: rows still to come, and what they are good for."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from carmp_desktop.qt.look.painting import paint_cached_icon
from carmp_desktop.qt.look.theme import tokens
from carmp_desktop.qt.look.tokens import RADIUS_CARD, SPACE
from carmp_desktop.qt.parts.controls import labeled, push_button

_ROWS = 3
_ROW = QSize(420, 62)
_GAP = 10
_THUMB = QSize(54, 42)
_LINES = (96, 132, 74)
"""How long the drawn car names are, in pixels."""


class HistoryEmpty(QWidget):
    """Teaches by showing."""

    studio_requested = Signal()
    """The user wants to make the first batch."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        center = Qt.AlignmentFlag.AlignHCenter
        hints = (
            self.tr("Open one on any later day, and its matrix stands as it was:"),
            self.tr("look at every image, make failed ones again, add colors."),
        )
        begin = push_button(self.tr("Make the first batch"), role="plain")
        begin.clicked.connect(self.studio_requested)
        layout = QVBoxLayout(self)
        layout.setSpacing(0)
        layout.addStretch(2)
        layout.addWidget(_GhostRows(), 0, center)
        layout.addSpacing(3 * SPACE)
        title = self.tr("Every batch you make stays here")
        layout.addWidget(labeled(title, role="title"), 0, center)
        layout.addSpacing(SPACE // 2)
        for hint in hints:
            layout.addWidget(labeled(hint, role="body"), 0, center)
        layout.addSpacing(2 * SPACE)
        layout.addWidget(begin, 0, center)
        layout.addStretch(3)


class _GhostRows(QWidget):
    """A few rows that fade; decoration."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for all rows."""
        return QSize(_ROW.width(), _ROWS * (_ROW.height() + _GAP) - _GAP)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Row by row, each fainter than the one above."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row in range(_ROWS):
            painter.setOpacity(1.0 - 0.3 * row)
            top = row * (_ROW.height() + _GAP)
            self._paint_row(painter, QRectF(0, top, _ROW.width(), _ROW.height()), _LINES[row])
        painter.end()
        event.accept()

    def _paint_row(self, painter: QPainter, place: QRectF, line: int) -> None:
        colors = tokens()
        painter.setPen(QPen(QColor(colors.border), 1))
        painter.setBrush(QColor(colors.surface))
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CARD, RADIUS_CARD)
        left = place.left() + 10
        pen = QPen(QColor(colors.border_strong), 1)
        pen.setDashPattern([3, 3])
        for _ in range(3):
            thumb = QRectF(left, place.top() + 10, _THUMB.width(), _THUMB.height())
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(thumb.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            mark = QRectF(0, 0, 20, 20)
            mark.moveCenter(thumb.center())
            paint_cached_icon(painter, "car", mark.toRect(), colors.faint)
            left += _THUMB.width() + 4
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.border_strong))
        painter.drawRoundedRect(QRectF(left + 12, place.top() + 20, line, 7), 3.5, 3.5)
        painter.setBrush(QColor(colors.border))
        painter.drawRoundedRect(QRectF(left + 12, place.top() + 36, 56, 6), 3, 3)
        painter.drawRoundedRect(QRectF(place.right() - 60, place.top() + 27, 44, 8), 4, 4)
