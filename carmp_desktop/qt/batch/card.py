"""Paints one card of the matrix: the state of one cell, told by shape and words, then by color."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap

from carmp_desktop.core.model import Cell, JobStatus
from carmp_desktop.core.store.approvals import Verdict
from carmp_desktop.qt.batch.verdicts import VERDICT_MARK, paint_verdict
from carmp_desktop.qt.look.painting import elided_lines, paint_cached_icon, paint_ring
from carmp_desktop.qt.look.theme import font, tokens
from carmp_desktop.qt.look.tokens import FONT_CARD, FONT_LABEL, RADIUS_CARD
from carmp_desktop.qt.words.card_words import (
    badge_text,
    clock_text,
    cost_words,
    deleted_words,
    failure_sentence,
    is_quiet_failure,
    missing_words,
    state_words,
    vacant_words,
)

_RING = 24
_ICON = 20
_INSET = 8
_BADGE_INSET = 6
_ROOM_FOR_MORE = 92
"""The least height of a card, in pixels, that has room for more than icon, words and time."""


@dataclass(frozen=True, slots=True)
class CardLook:
    """All that one card is painted from, at one instant.

    ``cell`` is None at a place for which the batch has no job: a color that its row lacks.
    ``picture`` is the finished image in the card's size, None while it is being loaded;
    ``missing`` says that its file could not be read. ``turn`` is where the ring stands, 0 to 1.
    """

    cell: Cell | None
    now: datetime
    picture: QPixmap | None = None
    missing: bool = False
    turn: float = 0.0
    verdict: Verdict | None = None
    hovered: bool = False
    current: bool = False


def paint_card(painter: QPainter, rect: QRect, look: CardLook) -> None:
    """Paint the card into ``rect``, with the focus ring just outside it where it is current."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if look.cell is None:
        _paint_vacant(painter, rect, look)
    elif look.cell.status is JobStatus.COMPLETED:
        _paint_completed(painter, rect, look, look.cell)
    elif look.cell.status is JobStatus.PROCESSING:
        _paint_running(painter, rect, look, look.cell)
    elif look.cell.status is JobStatus.FAILED and not is_quiet_failure(look.cell):
        _paint_failed(painter, rect, look.cell)
    else:
        _paint_quiet(painter, rect, look, look.cell)
    if look.current:
        _paint_focus(painter, rect)
    painter.restore()


def _paint_vacant(painter: QPainter, rect: QRect, look: CardLook) -> None:
    """A place that nobody has asked to be filled: it offers to be."""
    colors = tokens()
    _paint_dashes(painter, rect, look)
    if look.hovered or look.current:
        stack = _Stack(painter, rect)
        lines = stack.lines(vacant_words(), count=2)
        stack.begin(_ICON + 4 + len(lines) * stack.line_height)
        stack.icon("plus", colors.muted)
        stack.text(lines, colors.muted)


def _paint_quiet(painter: QPainter, rect: QRect, look: CardLook, cell: Cell) -> None:
    """Queued, canceled, or failed with its angle: nothing here needs anybody."""
    colors = tokens()
    _paint_dashes(painter, rect, look)
    canceled = cell.status is JobStatus.CANCELED
    stack = _Stack(painter, rect)
    lines = stack.lines(state_words(cell), count=2)
    figure = cost_words(cell) if canceled else clock_text(cell, look.now)
    figures = stack.lines(figure, count=1)
    stack.begin((_ICON + 4 if canceled else 0) + (len(lines) + len(figures)) * stack.line_height)
    if canceled:
        stack.icon("cancel", colors.muted)
    stack.text(lines, colors.muted)
    stack.text(figures, colors.muted, tabular=True)


def _paint_running(painter: QPainter, rect: QRect, look: CardLook, cell: Cell) -> None:
    colors = tokens()
    _paint_sheet(painter, rect, fill=colors.surface, line=_line(look))
    stack = _Stack(painter, rect)
    count = 2 if rect.height() >= _ROOM_FOR_MORE else 1
    words = stack.lines(
        state_words(cell), count=count, weight=QFont.Weight.Medium, pixels=FONT_LABEL
    )
    time = stack.lines(clock_text(cell, look.now), count=1)
    stack.begin(_RING + 8 + (len(words) + len(time)) * (stack.line_height + 2))
    ring = stack.square(_RING, gap=8)
    paint_ring(painter, ring, turn=look.turn, color=colors.accent, track=colors.border)
    stack.text(words, colors.text, weight=QFont.Weight.Medium, pixels=FONT_LABEL, leading=2)
    stack.text(time, colors.muted, tabular=True)


def _paint_failed(painter: QPainter, rect: QRect, cell: Cell) -> None:
    colors = tokens()
    _paint_sheet(painter, rect, fill=colors.failed_ground, line=colors.failed_border)
    stack = _Stack(painter, rect)
    title = stack.lines(state_words(cell), count=2, weight=QFont.Weight.DemiBold, pixels=FONT_LABEL)
    sentence: tuple[str, ...] = ()
    if rect.height() >= _ROOM_FOR_MORE:
        room = (rect.height() - 2 * _INSET - _ICON - 8) // stack.line_height - len(title)
        sentence = stack.lines(failure_sentence(cell), count=max(0, room))
    stack.begin(_ICON + 6 + (len(title) + len(sentence)) * stack.line_height + 2)
    stack.icon("warning", colors.failed)
    stack.text(title, colors.failed, weight=QFont.Weight.DemiBold, pixels=FONT_LABEL, leading=1)
    stack.text(sentence, colors.muted)


def _paint_completed(painter: QPainter, rect: QRect, look: CardLook, cell: Cell) -> None:
    colors = tokens()
    if look.picture is None:
        _paint_without_picture(painter, rect, look, cell)
        return
    painter.drawPixmap(rect.topLeft(), look.picture)
    edge = QColor(colors.text)
    edge.setAlphaF(0.30 if look.hovered else 0.10)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(_hairline(rect), RADIUS_CARD, RADIUS_CARD)
    if cell.note:
        _paint_badge(painter, rect, badge_text(cell))
    if cell.doubt:
        _paint_doubt(painter, rect)
    if look.verdict is not None:
        mark = QRect(rect.left() + 7, rect.top() + 7, VERDICT_MARK, VERDICT_MARK)
        paint_verdict(painter, mark, look.verdict)


def _paint_without_picture(painter: QPainter, rect: QRect, look: CardLook, cell: Cell) -> None:
    """A finished image that is still being read, or whose file is gone."""
    colors = tokens()
    _paint_sheet(painter, rect, fill=colors.hover, line=_line(look))
    if look.missing:
        stack = _Stack(painter, rect)
        lines = stack.lines(missing_words() if cell.image else deleted_words(), count=2)
        stack.begin(_ICON + 4 + len(lines) * stack.line_height)
        stack.icon("image", colors.muted)
        stack.text(lines, colors.muted)


def _paint_badge(painter: QPainter, rect: QRect, text: str) -> None:
    colors = tokens()
    painter.setFont(font(FONT_CARD))
    metrics = QFontMetrics(painter.font())
    room = rect.width() - 2 * _BADGE_INSET - 12
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
    badge = QRect(0, 0, metrics.horizontalAdvance(shown) + 12, metrics.height() + 5)
    badge.moveBottomLeft(rect.bottomLeft() + QPoint(_BADGE_INSET, -_BADGE_INSET))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colors.badge))
    painter.drawRoundedRect(badge, 4, 4)
    painter.setPen(QColor(colors.badge_text))
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, shown)


def _paint_doubt(painter: QPainter, rect: QRect) -> None:
    colors = tokens()
    mark = QRect(0, 0, 24, 24)
    mark.moveTopRight(rect.topRight() + QPoint(-6, 6))
    painter.setPen(QPen(QColor(colors.check), 1))
    painter.setBrush(QColor(colors.surface))
    painter.drawEllipse(mark)
    paint_cached_icon(painter, "warning", mark.adjusted(5, 4, -5, -6), colors.check)


def _paint_dashes(painter: QPainter, rect: QRect, look: CardLook) -> None:
    pen = QPen(QColor(_line(look)), 1)
    pen.setDashPattern([3, 3])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(_hairline(rect), RADIUS_CARD, RADIUS_CARD)


def _paint_sheet(painter: QPainter, rect: QRect, *, fill: str, line: str) -> None:
    painter.setPen(QPen(QColor(line), 1))
    painter.setBrush(QColor(fill))
    painter.drawRoundedRect(_hairline(rect), RADIUS_CARD, RADIUS_CARD)


def _paint_focus(painter: QPainter, rect: QRect) -> None:
    painter.setPen(QPen(QColor(tokens().accent), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(-2, -2, 2, 2), RADIUS_CARD + 2, RADIUS_CARD + 2)


def _line(look: CardLook) -> str:
    return tokens().border_strong if look.hovered else tokens().border


def _hairline(rect: QRect) -> QRectF:
    """The rectangle whose one-pixel outline falls on whole pixels inside ``rect``."""
    return QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)


class _Stack:
    """Icon and lines of text, one below the other, centered in a card."""

    def __init__(self, painter: QPainter, rect: QRect) -> None:
        self.line_height = FONT_LABEL + 3
        self._painter = painter
        self._rect = rect.adjusted(_INSET, _INSET, -_INSET, -_INSET)
        self._y = self._rect.top()

    def begin(self, height: int) -> None:
        """Start so that a stack of ``height`` pixels stands in the middle."""
        self._y = self._rect.top() + max(0, (self._rect.height() - height) // 2)

    def lines(
        self,
        text: str,
        *,
        count: int,
        weight: QFont.Weight = QFont.Weight.Normal,
        pixels: int = FONT_CARD,
    ) -> tuple[str, ...]:
        """Break ``text`` into at most ``count`` lines of the card's width."""
        if count < 1 or not text:
            return ()
        width = self._rect.width()
        return elided_lines(text, pixels=pixels, weight=weight, width=width, lines=count)

    def square(self, side: int, *, gap: int) -> QRectF:
        """Take a centered square and ``gap`` pixels below it."""
        left = self._rect.left() + (self._rect.width() - side) // 2
        taken = QRectF(left, self._y, side, side)
        self._y += side + gap
        return taken

    def icon(self, name: str, color: str) -> None:
        """Paint a line icon."""
        paint_cached_icon(self._painter, name, self.square(_ICON, gap=4).toRect(), color)

    def text(
        self,
        lines: tuple[str, ...] | list[str],
        color: str,
        *,
        weight: QFont.Weight = QFont.Weight.Normal,
        pixels: int = FONT_CARD,
        tabular: bool = False,
        leading: int = 0,
    ) -> None:
        """Paint lines, with ``leading`` more pixels below each."""
        self._painter.setFont(font(pixels, weight=weight, tabular=tabular))
        self._painter.setPen(QColor(color))
        for line in lines:
            place = QRect(self._rect.left(), self._y, self._rect.width(), self.line_height)
            self._painter.drawText(place, Qt.AlignmentFlag.AlignCenter, line)
            self._y += self.line_height + leading
