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
from PIL import Image

from carmp_desktop.core.darkroom import Developed
from carmp_desktop.core.photos import open_checked, upright, upright_size

Bytes = NDArray[Any]
Floats = NDArray[Any]
Flags = NDArray[Any]

DETAIL = 1024
"""The long side of a view in pixels: a plate's letters are still told apart."""

_MOST_PIXELS = 40_000_000
_HALF = 0.5


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
        width, height = upright_size(image)
        if width * height > _MOST_PIXELS:
            raise ValueError(f"{width} × {height} pixels are too many for a look")
        image.draft("RGB", (DETAIL, DETAIL))
        return _view(upright(image), width, height)


def view_in(developed: Developed) -> View:
    """The view of a picture that has been decoded already."""
    picture = developed.picture
    return _view(developed.pixels, picture.width, picture.height)


def sized(rgb: Bytes, longest: int) -> Bytes:
    """The picture with a long side of ``longest`` pixels."""
    scale = longest / max(rgb.shape[:2])
    if scale == 1:
        return rgb
    # Down to a half, four neighbors are all there is to mix, which is many times faster.
    way = cv2.INTER_AREA if scale < _HALF else cv2.INTER_LINEAR
    size = (max(1, round(rgb.shape[1] * scale)), max(1, round(rgb.shape[0] * scale)))
    return np.asarray(cv2.resize(rgb, size, interpolation=way), np.uint8)


def alike(rgb: Bytes, shape: tuple[int, ...]) -> Bytes:
    """The picture in the rows and columns of another one: they differ by a rounding at most."""
    if rgb.shape[:2] == shape[:2]:
        return rgb
    return np.asarray(cv2.resize(rgb, shape[1::-1], interpolation=cv2.INTER_AREA), np.uint8)


def grey(rgb: Bytes) -> Bytes:
    """The picture's ``H×W`` shades of grey, 0 to 255."""
    return np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), np.uint8)


def cielab(rgb: Bytes) -> Floats:
    """The picture in CIELAB under D65: lightness 0 to 100, ``H×W×3``."""
    scaled = rgb.astype(np.float32) / 255
    return np.asarray(cv2.cvtColor(scaled, cv2.COLOR_RGB2LAB), np.float32)


def _view(pixels: Image.Image, width: int, height: int) -> View:
    # Whole pixels first: of a large picture little is left to be mixed.
    small = pixels.reduce(max(1, max(pixels.size) // DETAIL))
    rgb = np.asarray(small, np.uint8)
    return View(sized(rgb, min(DETAIL, max(rgb.shape[:2]))), width, height)
