"""Paints the history: a day's heading, or one batch with thumbnails, car, state and cost."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from carmp_desktop.qt.history.model import ITEM_ROLE, HistoryModel
from carmp_desktop.qt.history.words import (
    Day,
    HistoryRow,
    Standing,
    cost_words,
    count_words,
    day_summary,
    day_words,
    engine_words,
    open_words,
    state_words,
    time_words,
)
from carmp_desktop.qt.look.painting import paint_cached_icon, paint_ring
from carmp_desktop.qt.look.theme import font, tokens
from carmp_desktop.qt.look.tokens import FONT_BODY, FONT_LABEL, RADIUS_CARD, RADIUS_FIELD, SPACE
from carmp_desktop.qt.parts.rounded_pictures import RoundedPictures

THUMB, THUMB_RADIUS = QSize(90, 60), 6
"""The place of a thumbnail in a row, in device-independent pixels."""

_THUMBS, _THUMBS_NARROW = 4, 3
_NARROW = 1080
"""Below this width of a row, in pixels, one thumbnail gives its place to the car's name."""

_CARD_HEIGHT = THUMB.height() + 2 * SPACE
_DAY_HEIGHT = 44
_GAP = 4
_MARK = 16
_TURN = 0.1
_STATE_WIDTH, _COST_WIDTH = 196, 104
_OPEN = QSize(64, 30)
_LINE = 20

_MARKS = {
    Standing.INTERRUPTED: ("clock", "check"),
    Standing.FAILED: ("warning", "failed"),
    Standing.CANCELED: ("cancel", "muted"),
    Standing.DONE: ("check", "done"),
}
"""The icon and the token of each state that does not move."""


class HistoryDelegate(QStyledItemDelegate):
    """Only the rows in sight are painted, so only their thumbnails are ever asked for."""

    def __init__(self, pictures: RoundedPictures, view: QWidget) -> None:
        super().__init__(view)
        self._pictures = pictures
        self.pointed = QPersistentModelIndex()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """A heading is lower than a batch."""
        is_day = isinstance(index.data(ITEM_ROLE), Day)
        return QSize(option.rect.width(), _DAY_HEIGHT if is_day else _CARD_HEIGHT + SPACE)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the heading, or the batch as a card of its own."""
        item, model = index.data(ITEM_ROLE), index.model()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(item, HistoryRow):
            self._paint_batch(painter, option, item, pointed=index == self.pointed)
        elif isinstance(model, HistoryModel):
            _paint_day(painter, option.rect, day_words(item.date, model.today), day_summary(item))
        painter.restore()

    def _paint_batch(
        self, painter: QPainter, option: QStyleOptionViewItem, row: HistoryRow, *, pointed: bool
    ) -> None:
        state = option.state
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        places = lay_out(option.rect)
        _paint_card(painter, places.card, hovered=hovered, chosen=chosen)
        if state & QStyle.StateFlag.State_HasFocus:
            _paint_focus(painter, places.card)
        self._paint_thumbs(painter, places.thumbs, row)
        title, second = _halves(places.title)
        painter.setFont(font(FONT_BODY + 1, weight=QFont.Weight.DemiBold))
        _write(painter, title, row.summary.title, tokens().text)
        painter.setFont(font(FONT_LABEL, tabular=True))
        made = f"{time_words(row.summary)} · {engine_words(row.summary)}"
        _write(painter, second, made, tokens().muted)
        _paint_state(painter, places.state, row)
        _paint_cost(painter, places.cost, row)
        if hovered or chosen:
            _paint_open(painter, places.open, pointed=pointed)

    def _paint_thumbs(self, painter: QPainter, places: tuple[QRect, ...], row: HistoryRow) -> None:
        """The first images, and the outline of a place for each that is not there."""
        made = row.summary.thumbs
        for number, place in enumerate(places[: row.summary.total]):
            thumb = made[number] if number < len(made) else None
            picture = self._pictures.pixmap(thumb) if thumb else None
            if picture is not None:
                painter.drawPixmap(place.topLeft(), picture)
                _outline(painter, place, tokens().text, opacity=0.1)
            elif thumb is not None:
                _paint_unread(painter, place, missing=self._pictures.is_missing(thumb))
            else:
                _outline(painter, place, tokens().border_strong, dashed=True)


@dataclass(frozen=True, slots=True)
class RowPlaces:
    """Where the parts of a batch's row are."""

    card: QRect
    thumbs: tuple[QRect, ...]
    title: QRect
    state: QRect
    cost: QRect
    open: QRect


def lay_out(rect: QRect) -> RowPlaces:
    """Divide a row; the title takes what the others leave."""
    card = rect.adjusted(0, 0, 0, -SPACE)
    inner = card.adjusted(SPACE, SPACE, -2 * SPACE, -SPACE)
    first = QRect(inner.topLeft(), THUMB)
    count = _THUMBS if card.width() >= _NARROW else _THUMBS_NARROW
    thumbs = tuple(first.translated(n * (THUMB.width() + _GAP), 0) for n in range(count))
    cost = QRect(inner.right() - _COST_WIDTH + 1, inner.top(), _COST_WIDTH, inner.height())
    opener = QRect(QPoint(), _OPEN)
    opener.moveCenter(inner.center())
    opener.moveRight(cost.left() - SPACE)
    state_left = opener.left() - SPACE - _STATE_WIDTH
    state = QRect(state_left, inner.top(), _STATE_WIDTH, inner.height())
    title = QRect(inner)
    title.setLeft(thumbs[-1].right() + 2 * SPACE)
    title.setRight(state.left() - 2 * SPACE)
    return RowPlaces(card, thumbs, title, state, cost, opener)


def _halves(place: QRect) -> tuple[QRect, QRect]:
    """Two lines around the middle."""
    middle = place.center().y() + 1
    upper = QRect(place.left(), middle - _LINE, place.width(), _LINE)
    return upper, upper.translated(0, _LINE)


def _paint_day(painter: QPainter, place: QRect, name: str, summary: str) -> None:
    line = place.adjusted(0, 14, 0, 0)
    painter.setFont(font(FONT_BODY, weight=QFont.Weight.DemiBold))
    _write(painter, line, name, tokens().text)
    line.setLeft(line.left() + QFontMetrics(painter.font()).horizontalAdvance(name) + 12)
    painter.setFont(font(FONT_BODY, tabular=True))
    _write(painter, line, summary, tokens().muted)


def _paint_card(painter: QPainter, card: QRect, *, hovered: bool, chosen: bool) -> None:
    colors = tokens()
    line = colors.accent if chosen else colors.border_strong if hovered else colors.border
    painter.setPen(QPen(QColor(line), 1))
    painter.setBrush(QColor(colors.surface))
    painter.drawRoundedRect(_hairline(card), RADIUS_CARD, RADIUS_CARD)


def _paint_focus(painter: QPainter, card: QRect) -> None:
    painter.setPen(QPen(QColor(tokens().accent), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(card).adjusted(1, 1, -1, -1), RADIUS_CARD, RADIUS_CARD)


def _paint_state(painter: QPainter, place: QRect, row: HistoryRow) -> None:
    colors = tokens()
    first, second = _halves(place)
    mark = QRect(first.left(), first.center().y() - _MARK // 2 + 1, _MARK, _MARK)
    tone = colors.text
    if row.standing is Standing.AT_WORK:
        ring = QRectF(mark).adjusted(2, 2, -2, -2)
        paint_ring(painter, ring, turn=_TURN, color=colors.accent, track=colors.border_strong)
    else:
        icon, token = _MARKS[row.standing]
        paint_cached_icon(painter, icon, mark, getattr(colors, token))
        if row.standing in (Standing.INTERRUPTED, Standing.FAILED):
            tone = getattr(colors, token)
    words = _MARK + SPACE
    painter.setFont(font(FONT_BODY, weight=QFont.Weight.Medium))
    _write(painter, first.adjusted(words, 0, 0, 0), state_words(row), tone)
    painter.setFont(font(FONT_LABEL, tabular=True))
    _write(painter, second.adjusted(words, 0, 0, 0), count_words(row), colors.muted)


def _paint_cost(painter: QPainter, place: QRect, row: HistoryRow) -> None:
    colors, paid = tokens(), row.summary.cost > 0
    weight = QFont.Weight.Medium if paid else QFont.Weight.Normal
    painter.setFont(font(FONT_BODY if paid else FONT_LABEL, weight=weight, tabular=True))
    color = colors.text if paid else colors.muted
    _write(painter, place, cost_words(row.summary), color, Qt.AlignmentFlag.AlignRight)


def _paint_open(painter: QPainter, place: QRect, *, pointed: bool) -> None:
    colors = tokens()
    painter.setPen(QPen(QColor(colors.border), 1))
    painter.setBrush(QColor(colors.hover if pointed else colors.surface))
    painter.drawRoundedRect(_hairline(place), RADIUS_FIELD, RADIUS_FIELD)
    painter.setFont(font(FONT_BODY))
    painter.setPen(QColor(colors.text))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, open_words())


def _paint_unread(painter: QPainter, place: QRect, *, missing: bool) -> None:
    """A thumbnail that is still being read, or whose file is gone."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens().hover))
    painter.drawRoundedRect(place, THUMB_RADIUS, THUMB_RADIUS)
    if missing:
        mark = QRect(0, 0, 20, 20)
        mark.moveCenter(place.center())
        paint_cached_icon(painter, "image", mark, tokens().muted)


def _outline(
    painter: QPainter, place: QRect, color: str, *, opacity: float = 1.0, dashed: bool = False
) -> None:
    line = QColor(color)
    line.setAlphaF(opacity)
    pen = QPen(line, 1)
    if dashed:
        pen.setDashPattern([3, 3])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(_hairline(place), THUMB_RADIUS, THUMB_RADIUS)


def _hairline(place: QRect) -> QRectF:
    """The rectangle whose one-pixel outline falls on whole pixels inside ``place``."""
    return QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5)


def _write(
    painter: QPainter,
    place: QRect,
    text: str,
    color: str,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    metrics = QFontMetrics(painter.font())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.setPen(QColor(color))
    painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, shown)
