"""The paint of a color image, measured and held against the preset.

The body is what differs between the angle's own image and its color. Of its tones the bright
reflections and the deep shadows are left out, and three groups between them are measured: the
paint is the group that comes nearest to the preset, since nobody knows how the light falls.
"""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np

from carmp_desktop.core.truth.ciede import Lab, difference
from carmp_desktop.core.truth.views import Bytes, Flags, Floats, cielab, sized

MOST_DIFFERENCE = 14.0
"""The ΔE00 up to which light and finish explain what is seen; see docs/truth.md."""

_LOOK = 512  # pixels of the long side
_CHANGED = 8.0  # ΔE; the grain of a picture made anew stays below it
_LEAST_SHARE, _SURE_SHARE, _MOST_SHARE = 0.01, 0.10, 0.65  # of the picture
_TONES = ((20, 45), (40, 65), (60, 90))  # percentiles of lightness
_NEAR = 22.0
_LEAST_NEAR = 0.02


def difference_from(preset: str, angle: Bytes, color: Bytes) -> float | None:
    """ΔE00 between a color image's paint and ``preset`` (``#RRGGBB``); None where none is told.

    ``angle`` and ``color`` are ``H×W×3`` RGB. Where hardly anything differs between them, the car
    has the preset's paint already (None) or was not painted at all: its own paint is measured.
    """
    wanted = lab_of(preset)
    looked = cielab(sized(color, _LOOK))
    before = cielab(_like(sized(angle, _LOOK), looked))
    body = changed(before, looked)
    share = float(body.mean())
    if share > _MOST_SHARE:
        return None
    if share < _LEAST_SHARE:
        return _unpainted(wanted, looked)
    measured = tones(looked[body])
    if share < _SURE_SHARE:
        # Perhaps only what the preset's own shade left: a reflection that was taken away.
        measured = (tone._replace(lightness=wanted.lightness) for tone in measured)
    return min(difference(tone, wanted) for tone in measured)


def changed(before: Floats, after: Floats) -> Flags:
    """The ``H×W`` places whose color is another one, without single pixels and thin seams."""
    apart = np.linalg.norm(cv2.GaussianBlur(after - before, (0, 0), 1.0), axis=2)
    return np.asarray(cv2.erode((apart > _CHANGED).astype(np.uint8), np.ones((3, 3)))) > 0


def tones(pixels: Floats) -> Iterator[Lab]:
    """The medians of the darker, the middle and the lighter paint among ``N×3`` pixels."""
    lightness = pixels[:, 0]
    for low, high in _TONES:
        first, last = np.percentile(lightness, (low, high))
        group = pixels[(lightness >= first) & (lightness <= last)]
        yield Lab(*np.median(group, axis=0).tolist())


def lab_of(preset: str) -> Lab:
    """A ``#RRGGBB`` code in CIELAB."""
    rgb = np.array([[list(bytes.fromhex(preset.removeprefix("#")))]], np.uint8)
    return Lab(*cielab(rgb)[0, 0].tolist())


def _unpainted(wanted: Lab, looked: Floats) -> float | None:
    """How far the middle of an unchanged picture is from the preset, None where it has it."""
    rows, columns = looked.shape[:2]
    middle = looked[rows // 4 : rows * 4 // 5, columns // 8 : columns * 7 // 8].reshape(-1, 3)
    near = np.linalg.norm(middle - np.array(wanted, np.float32), axis=1) < _NEAR
    if float(near.mean()) > _LEAST_NEAR:
        return None
    return min(difference(tone, wanted) for tone in tones(middle))


def _like(rgb: Bytes, other: Floats) -> Bytes:
    if rgb.shape[:2] == other.shape[:2]:
        return rgb
    return np.asarray(cv2.resize(rgb, other.shape[1::-1], interpolation=cv2.INTER_AREA), np.uint8)
