"""Draws the program's icon in every size and form that a desktop asks for, from its one drawing.

    python packaging/art.py FOLDER

Writes ``<size>.png``, ``carmp-desktop.ico`` (Windows) and ``carmp-desktop.icns`` (macOS).
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).resolve().parents[1] / "resources" / "program.svg"
SIZES = (16, 22, 24, 32, 48, 64, 96, 128, 256, 512, 1024)
DESKTOP_SIZES = SIZES[:-1]
"""Those that the icon theme of a Linux desktop has folders for."""

_WINDOWS_SIZES = (16, 24, 32, 48, 64, 128, 256)
_MACOS_SIZES = (32, 64, 128, 256, 512)


def draw_all(folder: Path) -> None:
    """Draw every form into a folder, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        draw(size).save(str(folder / f"{size}.png"))
    pictures = {size: opened(folder / f"{size}.png") for size in SIZES}
    smaller = [pictures[size] for size in _WINDOWS_SIZES[:-1]]
    pictures[256].save(
        folder / "carmp-desktop.ico",
        sizes=[(size, size) for size in _WINDOWS_SIZES],
        append_images=smaller,
    )
    smaller = [pictures[size] for size in _MACOS_SIZES]
    pictures[1024].save(folder / "carmp-desktop.icns", append_images=smaller)


def opened(file: Path) -> Image.Image:
    """A picture read whole, its file closed."""
    with Image.open(file) as image:
        image.load()
        return image


def draw(size: int) -> QImage:
    """The icon as ``size`` × ``size`` pixels on nothing."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(DRAWING)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication([])
    draw_all(Path(sys.argv[1]))
