"""Line icons: our own SVG drawings on a 24 × 24 grid, rendered in any color at any size."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from carmp_desktop.core.paths import resources
from carmp_desktop.qt.look.theme import tokens

_SIZES = (16, 20, 24)
_RATIOS = (1.0, 2.0, 3.0)


def paint_icon(painter: QPainter, name: str, rect: QRectF, color: str) -> None:
    """Paint the icon ``name`` into ``rect`` with lines in ``color`` (``#RRGGBB``)."""
    drawing = _source(name).replace("currentColor", color)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, rect)


def icon(name: str, color: str | None = None) -> QIcon:
    """The icon ``name`` for a button or a menu, with a faint variant for when it is disabled.

    Without ``color`` it takes the text color in force; make it again when the scheme changes.
    """
    made = QIcon()
    colors = {
        QIcon.Mode.Normal: color or tokens().text,
        QIcon.Mode.Disabled: tokens().faint,
    }
    for mode, line in colors.items():
        for size in _SIZES:
            for ratio in _RATIOS:
                made.addPixmap(_pixmap(name, size=size, ratio=ratio, color=line), mode)
    return made


def _pixmap(name: str, *, size: int, ratio: float, color: str) -> QPixmap:
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, name, QRectF(0, 0, size, size), color)
    painter.end()
    return pixmap


@cache
def _source(name: str) -> str:
    return (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
