"""The mirror's sign at the foot: a mark and words, and a press that leads to the settings."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from carmp_desktop.qt.look.icons import paint_icon
from carmp_desktop.qt.look.theme import font, tokens
from carmp_desktop.qt.look.tokens import FONT_BODY
from carmp_desktop.qt.words.mirror_words import MirrorSaid, MirrorTone

_HEIGHT = 26
_MARK = 14
_DOT = 4.0
_PADDING = 6
_FEWEST_LETTERS = 8


class MirrorSign(QAbstractButton):
    """Hidden while there is nothing to say. The mark's shape tells what its color does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = MirrorTone.WAITS
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.hide()

    def tell(self, said: MirrorSaid | None) -> None:
        """Show what is said, or vanish where nothing is."""
        if said is not None:
            self._tone = said.tone
            self.setText(said.words)
            self.setAccessibleName(said.words)
            self.setAccessibleDescription(said.detail)
            self.setToolTip(said.detail)
            self.updateGeometry()
            self.update()
        self.setVisible(said is not None)

    def sizeHint(self) -> QSize:
        """Room for the mark and all words."""
        words = math.ceil(self._metrics().horizontalAdvance(self.text())) + 1
        return QSize(words + _MARK + 3 * _PADDING, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Where the foot is full the words give way, down to their first letters."""
        least = _FEWEST_LETTERS * self._metrics().averageCharWidth() + _MARK + 3 * _PADDING
        return QSize(min(math.ceil(least), self.sizeHint().width()), _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Mark and words on a ground that answers the pointer, with a ring for the keyboard."""
        colors = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(colors.accent), 1.5) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.hover) if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, 6, 6)
        place = QRectF(_PADDING, (self.height() - _MARK) / 2, _MARK, _MARK)
        self._paint_mark(painter, place)
        needs_you = self._tone is MirrorTone.NEEDS_YOU
        painter.setPen(QColor(colors.failed if needs_you else colors.muted))
        painter.setFont(font(FONT_BODY, tabular=True))
        room = QRectF(self.rect()).adjusted(2 * _PADDING + _MARK, 0, -_PADDING, 0)
        words = self._metrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.end()

    def _paint_mark(self, painter: QPainter, place: QRectF) -> None:
        """A full dot where it works, a hollow one where it waits, a warning where it needs you."""
        colors, middle = tokens(), QPointF(place.center())
        if self._tone is MirrorTone.NEEDS_YOU:
            paint_icon(painter, "warning", place, colors.failed)
        elif self._tone is MirrorTone.WORKS:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.done))
            painter.drawEllipse(middle, _DOT, _DOT)
        else:
            painter.setPen(QPen(QColor(colors.check), 1.75))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, _DOT - 0.5, _DOT - 0.5)

    @staticmethod
    def _metrics() -> QFontMetricsF:
        return QFontMetricsF(font(FONT_BODY, tabular=True))
