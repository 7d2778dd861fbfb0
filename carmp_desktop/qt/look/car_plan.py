"""A small plan of a car seen from above, with the camera as a dot and what it sees as a cone."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from carmp_desktop.qt.look.theme import tokens

_BODY_WIDTH, _BODY_LENGTH = 9.0, 18.0
_DOT_RADIUS = 2.25
_REACH_SIDE, _REACH_END = 14.0, 13.6
_GRID = 32.0
_CONE_HALF_ANGLE = math.radians(26)


def paint_plan(painter: QPainter, rect: QRectF, azimuth: float | None, active: bool) -> None:
    """Paint the plan into the middle of ``rect``, drawn for a square of 32 px and scaled to it.

    ``azimuth`` is the camera's place in degrees clockwise from above, 0 before the car's front
    (which is up) and 90 at its right side; None draws the car alone. ``active`` takes the
    accent for the camera, otherwise all is subdued.
    """
    colors = tokens()
    scale = min(rect.width(), rect.height()) / _GRID
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center())
    painter.scale(scale, scale)
    if azimuth is not None:
        _paint_camera(painter, azimuth, QColor(colors.accent if active else colors.faint))
    _paint_car(painter, QColor(colors.text if active else colors.faint))
    painter.restore()


def _paint_camera(painter: QPainter, azimuth: float, color: QColor) -> None:
    turn = math.radians(azimuth)
    toward = QPointF(math.sin(turn), -math.cos(turn))
    camera = QPointF(toward.x() * _REACH_SIDE, toward.y() * _REACH_END)
    veil = QColor(color)
    veil.setAlphaF(0.25)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(veil)
    painter.drawPolygon(_cone(camera, looking=-toward))
    painter.setBrush(color)
    painter.drawEllipse(camera, _DOT_RADIUS, _DOT_RADIUS)


def _cone(camera: QPointF, *, looking: QPointF) -> QPolygonF:
    """What the camera sees, from its dot to just before the car's middle."""
    length = 8.0
    heading = math.atan2(looking.y(), looking.x())
    edges = (heading - _CONE_HALF_ANGLE, heading + _CONE_HALF_ANGLE)
    corners = [camera + QPointF(math.cos(edge), math.sin(edge)) * length for edge in edges]
    return QPolygonF([camera, *corners])


def _paint_car(painter: QPainter, line: QColor) -> None:
    body = QRectF(-_BODY_WIDTH / 2, -_BODY_LENGTH / 2, _BODY_WIDTH, _BODY_LENGTH)
    glass = QColor(line)
    glass.setAlphaF(0.35)
    painter.setPen(QPen(line, 1.3))
    painter.setBrush(QColor(tokens().surface))
    painter.drawRoundedRect(body, 3.4, 3.4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(glass)
    painter.drawRoundedRect(QRectF(-2.7, -3.6, 5.4, 2.4), 1.1, 1.1)
    painter.drawRoundedRect(QRectF(-2.5, 3.9, 5.0, 1.6), 0.8, 0.8)
