"""The paint of a color image, measured and held against the preset.

The body is what differs between the angle's own image and its color. Reflections and shadows lie
on any body, and a picture made anew differs a little elsewhere too; so the part of it that comes
nearest to the preset is taken for its paint, and only where even that is far off there is a doubt.
"""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np

from carmp_desktop.core.truth.ciede import differences
from carmp_desktop.core.truth.views import Bytes, Flags, Floats, alike, cielab, coarse_cielab

MOST_DIFFERENCE = 14.0
"""The ΔE00 up to which light and finish explain what is seen; see docs/truth.md."""

_MOST_MEASURED = 10_000  # pixels; a quantile of all differs by half a ΔE at most
_IN_DELTA_E = np.array([[(100 / 255) ** 2, 1, 1]])  # squares of steps of `coarse_cielab`
_CHANGED = 8.0  # ΔE; the grain of a picture made anew stays below it
_LEAST_CHANGED, _SURELY_CHANGED = 0.01, 0.10  # of the picture
_PAINT_OF_BODY, _PAINT_OF_PICTURE = 0.30, 0.04


class Paint(NamedTuple):
    """ΔE00 between paint and preset; not ``is_new`` where hardly anything was painted."""

    difference: float
    is_new: bool = True

    @property
    def is_doubtful(self) -> bool:
        """Whether neither light nor finish explains the difference."""
        return self.difference > MOST_DIFFERENCE


def measured(preset: str, angle: Bytes, color: Bytes) -> Paint:
    """The paint of ``color`` (``H×W×3`` RGB) beside ``preset`` (``#RRGGBB``).

    ``angle`` is what it was made from, in `coarse_cielab`. Where hardly anything differs between
    the two, the car has the preset's paint already or was not painted at all: the middle of the
    picture is measured then.
    """
    body = changed(angle, alike(coarse_cielab(color), angle.shape))
    share = float(body.mean())
    pixels = alike(color, angle.shape)[body] if share > _LEAST_CHANGED else _middle(color)
    some = cielab(pixels[np.newaxis, :: 1 + len(pixels) // _MOST_MEASURED].copy())[0]
    wanted = lab_of(preset)
    if share < _SURELY_CHANGED:
        # Perhaps only reflections were taken away from a paint that was the preset's own.
        some[:, 0] = wanted[0]
    nearest = min(_PAINT_OF_BODY, _PAINT_OF_PICTURE * body.size / len(pixels))
    difference = float(np.quantile(differences(some, wanted), nearest))
    return Paint(difference, is_new=share > _LEAST_CHANGED)


def changed(before: Bytes, after: Bytes) -> Flags:
    """The ``H×W`` places whose `coarse_cielab` is another one, no single pixels and thin seams."""
    apart = cv2.GaussianBlur(cv2.subtract(after, before, dtype=cv2.CV_32F), (0, 0), 1.0)
    is_other = cv2.transform(apart * apart, _IN_DELTA_E) > _CHANGED**2
    return np.asarray(cv2.erode(is_other.view(np.uint8), np.ones((3, 3)))).view(np.bool_)


def lab_of(preset: str) -> Floats:
    """A ``#RRGGBB`` code in CIELAB."""
    rgb = np.array([[list(bytes.fromhex(preset.removeprefix("#")))]], np.uint8)
    return np.asarray(cielab(rgb)[0, 0])


def _middle(picture: Floats) -> Floats:
    """The pixels of the place where a car stands, ``N×3``."""
    rows, columns = picture.shape[:2]
    place = picture[rows // 4 : rows * 4 // 5, columns // 8 : columns * 7 // 8]
    return place.reshape(-1, 3)
