"""Paints the cards in sight that wait or run: all in one go, and what looks alike only once.

Hundreds of cards wait and run together with the same words, the same second and the same ring.
Where the table asks for each of them at every frame, most of the time goes by at the border to Qt:
each call there lets Python's lock go, and has to wait for it while other threads work.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QCursor, QPainter, QPixmap, QRegion
from PySide6.QtWidgets import QTableView

from carmp_desktop.core.model import Cell
from carmp_desktop.qt.batch.card import CardLook, paint_card
from carmp_desktop.qt.batch.card_delegate import CARD_GAP, ring_turn
from carmp_desktop.qt.batch.matrix_model import MatrixModel
from carmp_desktop.qt.look.theme import tokens
from carmp_desktop.qt.words.card_words import elapsed


class Stretch(NamedTuple):
    """Open cells beside each other in a row, and where the first one's place begins, in pixels."""

    left: int
    top: int
    cells: list[Cell]


class OpenCards:
    """The queued and running cards of ``view``, but for those under the pointer or in focus."""

    def __init__(self, view: QTableView, model: MatrixModel) -> None:
        self._view = view
        self._model = model
        self._brush = CardBrush()

    def paint(self, region: QRegion) -> QRegion:
        """Paint those within ``region`` of the viewport; the answer is what is left to paint."""
        size = QSize(self._view.columnWidth(0), self._view.rowHeight(0))
        stretches = list(self._stretches(region.boundingRect()))
        if not stretches:
            return region
        painter = QPainter(self._view.viewport())
        look = CardLook(cell=None, now=datetime.now(UTC), turn=ring_turn(self._view))
        self._brush.paint(painter, stretches, size, look)
        painter.end()
        for left, top, cells in stretches:
            region = region.subtracted(QRect(left, top, size.width() * len(cells), size.height()))
        return region

    def _stretches(self, bounds: QRect) -> Iterator[Stretch]:
        rows, columns = cells_within(self._view, bounds)
        lefts = {column: self._view.columnViewportPosition(column) for column in columns}
        apart = self._apart()
        for row in rows:
            top, beside = self._view.rowViewportPosition(row), None
            for column, left in lefts.items():
                cell = self._model.cell_at(row, column)
                if cell is None or cell.status.is_final or (row, column) in apart:
                    beside = None
                elif beside is None:
                    beside = Stretch(left, top, [cell])
                    yield beside
                else:
                    beside.cells.append(cell)

    def _apart(self) -> set[tuple[int, int]]:
        """The places whose cards look like no others: the table paints them."""
        places = [self._view.currentIndex()] if self._view.hasFocus() else []
        viewport = self._view.viewport()
        if viewport.underMouse():
            places.append(self._view.indexAt(viewport.mapFromGlobal(QCursor.pos())))
        return {(place.row(), place.column()) for place in places}


class CardBrush:
    """Paints open cards, and keeps what it has painted while the rings stand."""

    def __init__(self) -> None:
        self._instant: Hashable = None
        self._painted: dict[Hashable, QPixmap] = {}

    def paint(
        self, painter: QPainter, stretches: Iterable[Stretch], size: QSize, look: CardLook
    ) -> None:
        """Paint each cell of ``stretches`` into its place of ``size`` as ``look`` tells."""
        ratio = painter.device().devicePixelRatioF()
        width, height = size.toTuple()
        instant = look.turn, int(look.now.timestamp()), width, height, ratio, tokens().ground
        if instant != self._instant:
            self._instant = instant
            self._painted.clear()
        half = CARD_GAP // 2
        card_size = QSize(width - CARD_GAP, height - CARD_GAP)
        for left, top, cells in stretches:
            for number, cell in enumerate(cells):
                shown = _shown(cell, look.now)
                card = self._painted.get(shown)
                if card is None:
                    card = _painted(card_size, replace(look, cell=cell), ratio)
                    self._painted[shown] = card
                painter.drawPixmap(left + number * width + half, top + half, card)


def cells_within(view: QTableView, bounds: QRect) -> tuple[range, range]:
    """The rows and columns that are seen within ``bounds`` of the viewport."""
    model = view.model()
    rows = _span(view.rowAt(bounds.top()), view.rowAt(bounds.bottom()), model.rowCount())
    sides = view.columnAt(bounds.left()), view.columnAt(bounds.right())
    first, last = reversed(sides) if view.isRightToLeft() else sides
    return rows, _span(first, last, model.columnCount())


def _span(first: int, last: int, count: int) -> range:
    """From the first to the last of ``count``; Qt says -1 where there is none so far on."""
    return range(max(0, first), count if last < 0 else last + 1)


def _shown(cell: Cell, now: datetime) -> Hashable:
    """The same for open cards that show the same words, and the same second on their clocks."""
    waits = cell.waits_until and math.ceil((cell.waits_until - now).total_seconds())
    runs = cell.started_at and int(elapsed(cell, now))
    return cell.status, cell.key.type, cell.waits_for, waits, runs


def _painted(size: QSize, look: CardLook, ratio: float) -> QPixmap:
    # Opaque, because letters on a transparent ground would be drawn without their fine edges.
    card = QPixmap(size * ratio)
    card.setDevicePixelRatio(ratio)
    card.fill(tokens().ground)
    painter = QPainter(card)
    paint_card(painter, QRect(0, 0, size.width(), size.height()), look)
    painter.end()
    return card
