"""Pieces that more than one self-painted widget draws: elided text, icons, a ring."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QPixmap,
    QPixmapCache,
    QTextLayout,
)
from PySide6.QtWidgets import QStyle, QWidget

from carmp_desktop.qt.look.icons import paint_icon
from carmp_desktop.qt.look.theme import font

_RING_SPAN = 110
"""How much of the ring is lit, in degrees."""


@lru_cache(maxsize=2048)
def elided_lines(
    text: str, *, pixels: int, weight: QFont.Weight, width: int, lines: int
) -> tuple[str, ...]:
    """Break ``text`` into at most ``lines`` lines of ``width`` px, the last one elided."""
    face = font(pixels, weight=weight)
    layout = QTextLayout(text, face)
    layout.beginLayout()
    starts: list[int] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    if len(starts) > lines:
        starts = starts[:lines]
    ends = [*starts[1:], len(text)]
    broken = [text[start:end].strip() for start, end in zip(starts, ends, strict=True)]
    metrics = QFontMetricsF(face)
    return tuple(metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in broken)


def paint_cached_icon(painter: QPainter, name: str, rect: QRect, color: str) -> None:
    """Paint a line icon from a pixmap made once per color, size and scale."""
    ratio = painter.device().devicePixelRatioF()
    key = f"{name}|{color}|{rect.width()}|{ratio}"
    pixmap = QPixmap()
    if not QPixmapCache.find(key, pixmap):
        pixmap = transparent(rect.size(), ratio)
        inner = QPainter(pixmap)
        paint_icon(inner, name, QRectF(0, 0, rect.width(), rect.height()), color)
        inner.end()
        QPixmapCache.insert(key, pixmap)
    painter.drawPixmap(rect.topLeft(), pixmap)


def paint_ring(painter: QPainter, rect: QRectF, *, turn: float, color: str, track: str) -> None:
    """Paint the ring of a running job; ``turn`` is where its lit part begins, 0 to 1."""
    pen = QPen(QColor(track), 2)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    painter.drawEllipse(rect)
    pen.setColor(QColor(color))
    painter.setPen(pen)
    painter.drawArc(rect, round((90 - 360 * turn) * 16), -_RING_SPAN * 16)


def animations_wanted(widget: QWidget) -> bool:
    """False where the platform says that its user wants no motion."""
    return bool(widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animate, None, widget))


def transparent(size: QSize, ratio: float) -> QPixmap:
    """An empty pixmap of ``size`` device-independent pixels at the scale ``ratio``."""
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap
