"""A picture as the truth check looks at it: small, upright, and in the space where paint is judged.

Heavy imports: this module is loaded in the thread of the first check, never at the start.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from carmp_desktop.core.photos import open_checked

Bytes = NDArray[Any]
Floats = NDArray[Any]
Flags = NDArray[Any]

DETAIL = 1024
"""The long side of a view in pixels: a plate's letters are still told apart."""

_MOST_PIXELS = 40_000_000


@dataclass(frozen=True, slots=True)
class View:
    """A picture of ``width`` × ``height`` pixels; ``rgb`` is at most `DETAIL` long, ``H×W×3``."""

    rgb: Bytes
    width: int
    height: int


def view_of(file: Path) -> View:
    """Decode a picture and bring it to a view's size.

    Raises OSError, ValueError or SyntaxError where it is damaged or so large that looking would
    hold up its way into the gallery, and `Failure` where it is no image of a known kind.
    """
    with open_checked(file) as image:
        width, height = image.size
        if width * height > _MOST_PIXELS:
            raise ValueError(f"{width} × {height} pixels are too many for a look")
        image.thumbnail((DETAIL, DETAIL), Image.Resampling.BOX)
        upright = ImageOps.exif_transpose(image)
        if upright.size != image.size:
            width, height = height, width
        return View(np.asarray(upright.convert("RGB"), np.uint8), width, height)


def sized(rgb: Bytes, longest: int) -> Bytes:
    """The picture with a long side of ``longest`` pixels."""
    scale = longest / max(rgb.shape[:2])
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    size = (max(1, round(rgb.shape[1] * scale)), max(1, round(rgb.shape[0] * scale)))
    return np.asarray(cv2.resize(rgb, size, interpolation=way), np.uint8)


def alike(rgb: Bytes, other: Bytes) -> Bytes:
    """The picture in the size of another one, which differs by no more than a rounding."""
    if rgb.shape[:2] == other.shape[:2]:
        return rgb
    return np.asarray(cv2.resize(rgb, other.shape[1::-1], interpolation=cv2.INTER_AREA), np.uint8)


def grey(rgb: Bytes) -> Bytes:
    """The picture's ``H×W`` shades of grey, 0 to 255."""
    return np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), np.uint8)


def cielab(rgb: Bytes) -> Floats:
    """The picture in CIELAB under D65: lightness 0 to 100, ``H×W×3``."""
    scaled = rgb.astype(np.float32) / 255
    return np.asarray(cv2.cvtColor(scaled, cv2.COLOR_RGB2LAB), np.float32)
