"""Drags images out of the gallery as files, under a small stack that says how many they are."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QDrag, QFont, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from carmp_desktop.qt.look.painting import transparent
from carmp_desktop.qt.look.theme import font, tokens
from carmp_desktop.qt.look.tokens import FONT_LABEL, RADIUS_FIELD
from carmp_desktop.qt.words.text import number_text

_FACE = QSize(128, 90)
_STEP = 5
_ROOM = 14
"""What the count may reach beyond the stack, and the cards beneath beyond the first."""


def drag_out(source: QWidget, data: QMimeData, face: QPixmap | None, count: int) -> None:
    """Let the user drag ``data`` until it is dropped or let go; ``face`` is the pressed card.

    It returns when the drag has ended. It begins in a mouse event and so never inside a task,
    whose wake-up a nested loop would lose.
    """
    drag = QDrag(source)
    drag.setMimeData(data)
    drag.setPixmap(drag_pixmap(face, count, source.devicePixelRatioF()))
    drag.setHotSpot(QPoint(_FACE.width() // 2, _FACE.height() // 2))
    drag.exec(Qt.DropAction.CopyAction)


def drag_pixmap(face: QPixmap | None, count: int, ratio: float) -> QPixmap:
    """A card with up to two others beneath, and the count where it is more than one."""
    pixmap = transparent(_FACE + QSize(_ROOM, _ROOM), ratio)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for beneath in reversed(range(min(count, 3))):
        place = QRect(QPoint(beneath * _STEP, _ROOM - beneath * _STEP), _FACE - QSize(2, 2))
        _paint_sheet(painter, place)
        if beneath == 0 and face is not None:
            painter.drawPixmap(place, face)
    if count > 1:
        _paint_count(painter, count)
    painter.end()
    return pixmap


def _paint_sheet(painter: QPainter, place: QRect) -> None:
    colors = tokens()
    painter.setPen(QColor(colors.border_strong))
    painter.setBrush(QColor(colors.surface))
    painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, 0.5, 0.5), RADIUS_FIELD, RADIUS_FIELD)


def _paint_count(painter: QPainter, count: int) -> None:
    colors = tokens()
    face = font(FONT_LABEL, weight=QFont.Weight.DemiBold, tabular=True)
    words = number_text(count)
    width = max(24, QFontMetrics(face).horizontalAdvance(words) + 14)
    pill = QRect(_FACE.width() + _ROOM - width - 1, 0, width, 24)
    painter.setFont(face)
    painter.setPen(QColor(colors.accent_text))
    painter.setBrush(QColor(colors.accent))
    painter.drawRoundedRect(pill, 12, 12)
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)
