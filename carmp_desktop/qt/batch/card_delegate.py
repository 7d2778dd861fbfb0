"""Paints a cell of the matrix as its card: gathers what the card shows at this instant."""

from __future__ import annotations

from datetime import UTC, datetime
from time import monotonic

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from carmp_desktop.core.model import Cell, JobStatus
from carmp_desktop.core.store.approvals import Verdict
from carmp_desktop.qt.batch.card import CardLook, paint_card
from carmp_desktop.qt.batch.card_pictures import CardPictures
from carmp_desktop.qt.batch.matrix_model import CELL_ROLE, VERDICT_ROLE
from carmp_desktop.qt.look.painting import animations_wanted

CARD_GAP = 10
"""The pixels between two cards; a cell of the table is that much larger than its card."""

_TURN_SECONDS = 1.2
_STEPS = 24


class CardDelegate(QStyledItemDelegate):
    """Only the cards in sight are painted, so only their images are ever asked for."""

    def __init__(self, pictures: CardPictures, view: QWidget) -> None:
        super().__init__(view)
        self._pictures = pictures
        self._view = view

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the card with half a gap on each side."""
        said = index.data(VERDICT_ROLE)
        cell: Cell | None = index.data(CELL_ROLE)
        look = self._look(option, cell, Verdict(said) if said else None)
        paint_card(painter, card_rect(option.rect), look)

    def _look(
        self, option: QStyleOptionViewItem, cell: Cell | None, verdict: Verdict | None
    ) -> CardLook:
        done = cell if cell is not None and cell.status is JobStatus.COMPLETED else None
        return CardLook(
            cell=cell,
            now=datetime.now(UTC),
            picture=self._pictures.picture(done) if done else None,
            missing=done is not None and self._pictures.is_missing(done),
            turn=ring_turn(self._view),
            verdict=verdict,
            hovered=bool(option.state & QStyle.StateFlag.State_MouseOver),
            current=bool(option.state & QStyle.StateFlag.State_HasFocus),
        )


def ring_turn(view: QWidget) -> float:
    """Where all rings stand, 0 to 1, in steps of a frame; they rest where no motion is wanted."""
    if not animations_wanted(view):
        return 0.0
    return round(monotonic() * _STEPS / _TURN_SECONDS) % _STEPS / _STEPS


def card_rect(place: QRect) -> QRect:
    """The card within its place in the table."""
    half = CARD_GAP // 2
    return place.adjusted(half, half, -half, -half)


def moves(cell: Cell) -> bool:
    """Whether the card shows a ring or a clock."""
    waits = cell.waits_until is not None and not cell.status.is_final
    return waits or cell.status is JobStatus.PROCESSING
