"""Paints one row of the jobs tray: its state, what is made, for which car, how long or why."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from carmp_desktop.core.model import Cell, JobStatus
from carmp_desktop.qt.look.painting import paint_cached_icon, paint_ring
from carmp_desktop.qt.look.theme import font, tokens
from carmp_desktop.qt.look.tokens import FONT_BODY, FONT_LABEL, SPACE
from carmp_desktop.qt.tray.model import JOB_ROLE, TrayJob
from carmp_desktop.qt.words.card_words import (
    clock_text,
    failure_sentence,
    is_quiet_failure,
    state_words,
)

ROW_HEIGHT = 32
_MARK = 16
_PLACE_SHARE, _CAR_SHARE = 0.26, 0.2
_TIME_WIDTH = 56
_TURN = 0.1


class JobRow(QStyledItemDelegate):
    """Four columns: what is made, the car, how it stands, and the time it has taken so far."""

    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        """All rows are equally high."""
        return QSize(super().sizeHint(option, index).width(), ROW_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the row; the current one has a ring while the list has the focus."""
        job: TrayJob = index.data(JOB_ROLE)
        colors, place = tokens(), option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colors.accent), 1))
            painter.drawRoundedRect(QRectF(place).adjusted(4.5, 1.5, -4.5, -1.5), 6, 6)
        columns = _columns(place)
        _paint_mark(painter, columns[0], job.cell)
        painter.setFont(font(FONT_BODY, weight=QFont.Weight.Medium))
        _write(painter, columns[1], job.place, colors.text)
        painter.setFont(font(FONT_LABEL, tabular=True))
        _write(painter, columns[2], job.car, colors.muted)
        failed = job.cell.status is JobStatus.FAILED and not is_quiet_failure(job.cell)
        _write(painter, columns[3], _standing(job.cell), colors.failed if failed else colors.muted)
        if not job.cell.status.is_final:
            time = clock_text(job.cell, datetime.now(UTC))
            _write(painter, columns[4], time, colors.text, Qt.AlignmentFlag.AlignRight)
        painter.restore()


def _columns(place: QRect) -> tuple[QRect, QRect, QRect, QRect, QRect]:
    """Mark, what is made, car, standing, time."""
    inner = place.adjusted(2 * SPACE, 0, -2 * SPACE, 0)
    mark = QRect(inner.left(), inner.center().y() - _MARK // 2 + 1, _MARK, _MARK)
    left = mark.right() + SPACE + 2
    widths = [
        round(inner.width() * _PLACE_SHARE),
        round(inner.width() * _CAR_SHARE),
        inner.right() - left - round(inner.width() * (_PLACE_SHARE + _CAR_SHARE)) - _TIME_WIDTH,
        _TIME_WIDTH,
    ]
    rects = []
    for width in widths:
        rects.append(QRect(left, inner.top(), width - SPACE, inner.height()))
        left += width
    return (mark, rects[0], rects[1], rects[2], rects[3])


def _standing(cell: Cell) -> str:
    """The state, and after it the reason of a failure."""
    if cell.status is not JobStatus.FAILED or is_quiet_failure(cell):
        return state_words(cell)
    return ": ".join(part for part in (state_words(cell), failure_sentence(cell)) if part)


def _paint_mark(painter: QPainter, place: QRect, cell: Cell) -> None:
    colors = tokens()
    if cell.status is JobStatus.PROCESSING:
        ring = QRectF(place).adjusted(2, 2, -2, -2)
        paint_ring(painter, ring, turn=_TURN, color=colors.accent, track=colors.border_strong)
    elif cell.status is JobStatus.QUEUED:
        paint_cached_icon(painter, "clock", place, colors.muted)
    else:
        color = colors.muted if is_quiet_failure(cell) else colors.failed
        paint_cached_icon(painter, "warning", place, color)


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
