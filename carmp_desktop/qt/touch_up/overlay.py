"""What lies over the picture while it is corrected: veil, hatching, outlines, strokes, brush.

Everything is drawn in the widget's pixels, so lines are as fine at any zoom. No area is told by
its color alone: what is left out is hatched one way, what is painted the other way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPixmap, QTransform

from carmp_desktop.qt.look.theme import tokens

_VEIL = 0.80
_VEIL_HATCH = 0.09
_TINT = 0.20
_TINT_HATCH = 0.42
_TILE = 10
_STROKE = 0.62
_FOCUS = 2.0
_CASING = ((0, 0, 0, 110), 3.2)
_CORE = ((255, 255, 255, 240), 1.4)
_DASH = (2.0, 2.0)


@dataclass(frozen=True, slots=True)
class DrawnStroke:
    """A stroke under the pointer: its line and width in the picture's pixels."""

    points: tuple[QPointF, ...]
    width: float
    adds: bool


def paint_veil(painter: QPainter, frame: QRectF, car: QPainterPath) -> None:
    """Veil and hatch everything in ``frame`` that is not the car, and draw the car's outline."""
    around = _ring(frame, car)
    ground = QColor(tokens().ground)
    ground.setAlphaF(_VEIL)
    painter.fillPath(around, ground)
    line = QColor(tokens().text)
    line.setAlphaF(_VEIL_HATCH)
    painter.fillPath(around, _hatching(line, painter, falling=True))


def paint_paint(painter: QPainter, paint: QPainterPath) -> None:
    """Tint and hatch what is painted."""
    tint = QColor(tokens().accent)
    tint.setAlphaF(_TINT)
    painter.fillPath(paint, tint)
    tint.setAlphaF(_TINT_HATCH)
    painter.fillPath(paint, _hatching(tint, painter, falling=False))


def paint_edge(painter: QPainter, area: QPainterPath) -> None:
    """Draw an area's outline: light on dark, so that it is seen on any picture."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    # Line by line with plain corners: the whole path at once takes twice as long.
    lines = area.toSubpathPolygons()
    for color, width in (_CASING, _CORE):
        pen = QPen(QColor(*color), width)
        pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
        painter.setPen(pen)
        for line in lines:
            painter.drawPolyline(line)


def paint_strokes(painter: QPainter, strokes: Sequence[DrawnStroke], transform: QTransform) -> None:
    """Draw strokes that are not yet computed: solid where they add, dashed where they take."""
    for stroke in strokes:
        color = QColor(tokens().accent if stroke.adds else tokens().failed)
        color.setAlphaF(_STROKE)
        line = _line(stroke.points, transform)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(_pen(color, stroke.width * transform.m11()))
        painter.drawPath(line)
        middle = _pen(QColor(255, 255, 255, 230), 1.5)
        if not stroke.adds:
            middle.setDashPattern(_DASH)
        painter.setPen(middle)
        painter.drawPath(line)


def paint_brush(painter: QPainter, center: QPointF, diameter: float, *, adds: bool) -> None:
    """Draw the brush as a ring as large as its stroke, with a plus or a minus in it."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = max(diameter / 2, 2.0)
    arm = min(4.0, radius * 0.6)
    for pen in (_pen(QColor(0, 0, 0, 150), 3.4), _pen(QColor(255, 255, 255), 1.4)):
        painter.setPen(pen)
        painter.drawEllipse(center, radius, radius)
        painter.drawLine(center - QPointF(arm, 0), center + QPointF(arm, 0))
        if adds:
            painter.drawLine(center - QPointF(0, arm), center + QPointF(0, arm))


def paint_focus(painter: QPainter, window: QPainterPath) -> None:
    """Draw the ring of the keyboard's focus along the inside of the picture's edge."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(QColor(tokens().accent), 2 * _FOCUS))
    painter.drawPath(window)


def _ring(frame: QRectF, car: QPainterPath) -> QPainterPath:
    """The frame without the car, by the odd-even rule: exact subtraction costs far more."""
    ring = QPainterPath(car)
    ring.setFillRule(Qt.FillRule.OddEvenFill)
    ring.addRect(frame)
    return ring


def _line(points: Sequence[QPointF], transform: QTransform) -> QPainterPath:
    line = QPainterPath(transform.map(points[0]))
    for point in points[1:] or points[:1]:
        line.lineTo(transform.map(point) + QPointF(0.01, 0))
    return line


def _pen(color: QColor, width: float) -> QPen:
    pen = QPen(color, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _hatching(color: QColor, painter: QPainter, *, falling: bool) -> QBrush:
    """Slanted lines, smooth at any scale of the screen."""
    ratio = painter.device().devicePixelRatioF()
    tile = QPixmap(round(_TILE * ratio), round(_TILE * ratio))
    tile.fill(Qt.GlobalColor.transparent)
    inner = QPainter(tile)
    inner.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner.scale(ratio, ratio)
    inner.setPen(QPen(color, 1.1))
    slant = _TILE if falling else -_TILE
    start = 0 if falling else _TILE
    for shift in (-_TILE, 0, _TILE):
        inner.drawLine(QPointF(start + shift, 0), QPointF(start + shift + slant, _TILE))
    inner.end()
    brush = QBrush(tile)
    brush.setTransform(QTransform.fromScale(1 / ratio, 1 / ratio))
    return brush
