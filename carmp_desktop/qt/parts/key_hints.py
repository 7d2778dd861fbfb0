"""A quiet reminder of the keys: key caps, and beside them what they do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from carmp_desktop.qt.look.theme import font, tokens
from carmp_desktop.qt.look.tokens import FONT_CARD, SPACE

_LINE = 24
_CAP = 18
_PAD = 6


_NAMED = frozenset({"Enter", "Space"})


class KeyHints(QWidget):
    """Lines of keys and words; the words are also told to a screen reader."""

    def __init__(
        self, lines: Sequence[tuple[Sequence[str], str]], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lines = tuple((tuple(map(_cap_text, keys)), words) for keys, words in lines)
        spoken = (f"{' '.join(keys)}: {words}" for keys, words in self._lines)
        self.setAccessibleName(", ".join(spoken))
        self.setFixedHeight(_LINE * len(self._lines))

    def sizeHint(self) -> QSize:
        """As high as its lines, as wide as its place."""
        return QSize(0, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Line by line, the caps first."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(FONT_CARD))
        for row, (keys, words) in enumerate(self._lines):
            left = 0.5
            for key in keys:
                left = self._paint_cap(painter, key, QPointF(left, row * _LINE + 3)) + SPACE / 2
            room = QRectF(left + 3, row * _LINE, self.width() - left - 3, _LINE)
            painter.setPen(QColor(tokens().muted))
            shown = painter.fontMetrics().elidedText(
                words, Qt.TextElideMode.ElideRight, int(room.width())
            )
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()

    @staticmethod
    def _paint_cap(painter: QPainter, key: str, place: QPointF) -> float:
        """Paint one cap and return where it ends."""
        words = QFontMetricsF(painter.font()).horizontalAdvance(key)
        cap = QRectF(place.x(), place.y() + 0.5, max(words + 2 * _PAD, _CAP), _CAP)
        painter.setPen(QPen(QColor(tokens().border), 1))
        painter.setBrush(QColor(tokens().raised))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setPen(QColor(tokens().text))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
        return cap.right()


def _cap_text(key: str) -> str:
    """A key as it is written on it: those that have a name have one in every language."""
    if key not in _NAMED:
        return key
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
