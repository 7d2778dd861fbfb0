"""A color's swatch: a disc of paint lit from the upper left, as the chips and columns show it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QRadialGradient

from carmp_desktop.qt.look.theme import tokens


def paint_swatch(painter: QPainter, rect: QRectF, hex: str | None) -> None:  # noqa: A002 - the field's word
    """Paint the disc of ``hex`` (``#RRGGBB``) into ``rect``; a dashed circle where it is None."""
    side = min(rect.width(), rect.height())
    disc = QRectF(0, 0, side - 1, side - 1)
    disc.moveCenter(rect.center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if hex is None:
        _paint_unknown(painter, disc)
    else:
        _paint_paint(painter, disc, QColor(hex))
    painter.restore()


def _paint_unknown(painter: QPainter, disc: QRectF) -> None:
    pen = QPen(QColor(tokens().faint), 1)
    pen.setStyle(Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([2.5, 2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(disc)


def _paint_paint(painter: QPainter, disc: QRectF, paint: QColor) -> None:
    radius = disc.width() / 2
    light = disc.center() - QPointF(radius * 0.45, radius * 0.5)
    gradient = QRadialGradient(light, radius * 1.9)
    gradient.setColorAt(0.0, _mixed(paint, QColor("white"), 0.22))
    gradient.setColorAt(0.45, paint)
    gradient.setColorAt(1.0, _mixed(paint, QColor("black"), 0.22))
    painter.setBrush(QBrush(gradient))
    painter.setPen(QPen(_rim(paint), 1))
    painter.drawEllipse(disc)


def _rim(paint: QColor) -> QColor:
    """A hairline that keeps white apart from a white ground and black from a dark one."""
    return _mixed(paint, QColor("white" if tokens().dark else "black"), 0.16)


def _mixed(color: QColor, other: QColor, share: float) -> QColor:
    """``color`` with a ``share`` (0 to 1) of ``other`` in it."""
    keep = 1 - share
    return QColor.fromRgbF(
        color.redF() * keep + other.redF() * share,
        color.greenF() * keep + other.greenF() * share,
        color.blueF() * keep + other.blueF() * share,
    )
