"""Cards without an image, painted once for all that look the same at one instant.

Hundreds of cards wait and run together with the same words, the same second and the same ring.
Painting each of them at every frame took two fifths of the window's time in a large batch.
"""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap

from carmp_desktop.core.model import Cell
from carmp_desktop.qt.batch.card import CardLook, paint_card
from carmp_desktop.qt.look.theme import tokens
from carmp_desktop.qt.words.card_words import clock_text, state_words


class OpenCards:
    """Paints cards that are queued or running, and keeps them while their rings stand."""

    def __init__(self) -> None:
        self._instant: tuple[float, int] | None = None
        self._painted: dict[Hashable, QPixmap] = {}

    def paint(self, painter: QPainter, rect: QRect, look: CardLook, cell: Cell) -> None:
        """Paint the card of ``cell`` into ``rect``, on the ground of the window."""
        instant = look.turn, int(look.now.timestamp())
        if instant != self._instant:
            self._instant = instant
            self._painted.clear()
        ratio = painter.device().devicePixelRatioF()
        words = cell.status, state_words(cell), clock_text(cell, look.now)
        key = (*words, look.hovered, rect.size().toTuple(), ratio, tokens().ground)
        card = self._painted.get(key)
        if card is None:
            card = self._painted[key] = _painted(rect, look, ratio)
        painter.drawPixmap(rect.topLeft(), card)


def _painted(rect: QRect, look: CardLook, ratio: float) -> QPixmap:
    # Opaque, because letters on a transparent ground would be drawn without their fine edges.
    card = QPixmap(rect.size() * ratio)
    card.setDevicePixelRatio(ratio)
    card.fill(tokens().ground)
    painter = QPainter(card)
    paint_card(painter, QRect(0, 0, rect.width(), rect.height()), look)
    painter.end()
    return card
