"""A picture as the truth check looks at it: small, upright, and in the space where paint is judged.

Heavy imports: this module is loaded in the thread of the first check, never at the start.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from carmp_desktop.core.darkroom import Developed
from carmp_desktop.core.photos import open_checked, upright, upright_size

Bytes = NDArray[Any]
Floats = NDArray[Any]
Flags = NDArray[Any]

DETAIL = 1024
"""The long side in pixels where a plate's letters are still told apart."""

LOOK = 512
"""The long side in pixels of what is measured and compared."""

_MOST_PIXELS = 40_000_000
_HALF = 0.5

# As many images are looked at as there are cores; more threads for each would only wait in turn.
cv2.setNumThreads(1)


@dataclass(frozen=True)
class View:
    """A picture of ``width`` × ``height`` pixels, upright, and made small where needed."""

    pixels: Image.Image
    width: int
    height: int

    @cached_property
    def look(self) -> Bytes:
        """The picture with a long side of `LOOK`, ``H×W×3`` RGB."""
        return sized(self._reduced(LOOK), LOOK)

    @cached_property
    def detail(self) -> Bytes:
        """The picture at most `DETAIL` long, ``H×W×3`` RGB."""
        return sized(self._reduced(DETAIL), min(DETAIL, max(self.pixels.size)))

    def mirrored(self) -> View:
        """The picture the other way round."""
        return replace(self, pixels=ImageOps.mirror(self.pixels))

    def _reduced(self, longest: int) -> Bytes:
        # Whole pixels first: of a large picture little is left to be mixed.
        whole = max(self.pixels.size) // longest
        small = self.pixels.reduce(whole) if whole > 1 else self.pixels
        return np.asarray(small, np.uint8)


def view_of(file: Path) -> View:
    """Decode a picture.

    Raises OSError, ValueError or SyntaxError where it is damaged or so large that looking would
    hold up its way into the gallery, and `Failure` where it is no image of a known kind.
    """
    with open_checked(file) as image:
        width, height = upright_size(image)
        if width * height > _MOST_PIXELS:
            raise ValueError(f"{width} × {height} pixels are too many for a look")
        image.draft("RGB", (DETAIL, DETAIL))
        return View(upright(image), width, height)


def view_in(developed: Developed) -> View:
    """The view of a picture that has been decoded already."""
    picture = developed.picture
    return View(developed.pixels, picture.width, picture.height)


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


def coarse_cielab(rgb: Bytes) -> Bytes:
    """The same in bytes, a quarter of the room: lightness 0 to 255, the others 128 more."""
    return np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2LAB), np.uint8)
