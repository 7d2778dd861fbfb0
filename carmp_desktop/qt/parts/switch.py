"""A switch: on with its knob at the right and the accent behind it, off with the knob left."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from carmp_desktop.qt.look.theme import tokens

_WIDTH, _HEIGHT = 34, 20
_KNOB = 16


class Switch(QAbstractButton):
    """A checkable button that looks like a switch; ``label`` is its accessible name."""

    def __init__(self, label: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAccessibleName(label)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """The track's size."""
        return QSize(_WIDTH, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The track, the knob, and a ring along the edge for the keyboard."""
        colors = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.accent if self.isChecked() else colors.faint))
        painter.drawRoundedRect(track, _HEIGHT / 2, _HEIGHT / 2)
        margin = (_HEIGHT - _KNOB) / 2
        left = track.right() - margin - _KNOB if self.isChecked() else track.left() + margin
        painter.setBrush(QColor(colors.badge_text))
        painter.drawEllipse(QRectF(left, track.top() + margin, _KNOB, _KNOB))
        if self.hasFocus():
            ring = track.adjusted(1, 1, -1, -1)
            painter.setPen(QPen(QColor(colors.text), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)
        painter.end()
