"""Presets and photos for the widgets' tests."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QColor, QImage

from carmp_desktop.core.model import Angle, Color, Photo
from carmp_desktop.core.presets import Presets

ANGLES = (
    Angle("front_0", "Front (0°)", "straight at the front", 0.0),
    Angle("front_3_4", "Front three-quarter (45°)", "from the front right", 45.0),
    Angle("side_90", "Right side (90°)", "exact profile", 90.0),
    Angle("interior", "Dashboard", "no azimuth"),
)
COLORS = (
    Color("red_metallic", "Red Metallic", "Red #C00000 (metallic)", "#C00000"),
    Color("blue_metallic", "Blue Metallic", "Blue #12419B (metallic)", "#12419B"),
    Color("white_pearl", "White Pearl", "White #F4F3EE (pearlescent)", "#F4F3EE"),
)
PRESETS = Presets(angles=ANGLES, colors=COLORS)


def photo(name: str = "car.jpg") -> Photo:
    return Photo(path=Path("/photos") / name, width=4000, height=3000, format="JPEG")


def thumb(color: str = "#C00000") -> QImage:
    image = QImage(256, 192, QImage.Format.Format_RGB32)
    image.fill(QColor(color))
    return image
