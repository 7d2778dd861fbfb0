"""The program's own icon, for its window, its notifications and the system tray."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from carmp_desktop.core.paths import resources

ICON_FILE = resources() / "program.svg"
"""The drawing, which stands for itself: a desktop may be given it as it is."""

_SIZES = (16, 20, 24, 32, 48, 64, 128, 256)


def program_icon() -> QIcon:
    """The icon in every size that a desktop asks for."""
    drawing = QSvgRenderer(str(ICON_FILE))
    made = QIcon()
    for size in _SIZES:
        pixmap = QPixmap(QSize(size, size))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        drawing.render(painter, QRectF(0, 0, size, size))
        painter.end()
        made.addPixmap(pixmap)
    return made
