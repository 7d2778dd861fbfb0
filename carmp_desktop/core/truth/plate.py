"""Whether a license plate that can be read in the angle's image is still the same in its color.

A plate is looked for as letters stand on it: dense upright strokes, dark on an even bright ground,
in a flat box low in the picture. Where none is found nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import cv2
import numpy as np

from carmp_desktop.core.truth.views import Bytes, grey

_LETTER = (13, 9)  # pixels, at the size of a view
_NEIGHBORS = (31, 9)
_DENSE = 0.35  # of the densest place
_LEAST_WIDTH, _MOST_WIDTH = 0.055, 0.25  # of the picture
_LEAST_ASPECT, _MOST_ASPECT = 1.8, 7.0
_LEAST_FILL = 0.55
_HIGHEST = 0.45  # of the picture's height
_LEAST_GROUND, _MOST_GROUND = 0.5, 0.8  # share of the plate's bright pixels
_TWO_TONED = 0.85  # of the variance is between ground and letters
_LEAST_CONTRAST = 70.0
_SAME = 0.72


class Box(NamedTuple):
    """A place in a picture, in pixels."""

    left: int
    top: int
    width: int
    height: int


class Plate(NamedTuple):
    """A plate that was found: its place, and its ``H×W`` shades of grey."""

    box: Box
    letters: Bytes


def is_changed(plates: Iterable[Plate], color: Bytes) -> bool:
    """Whether a plate is another one in ``color``: ``H×W×3`` RGB, as large as what they are of."""
    after = grey(color)
    return any(likeness(plate, after) < _SAME for plate in plates)


def plates_of(rgb: Bytes) -> Iterator[Plate]:
    """The places of ``H×W×3`` RGB that look like a plate with letters, mostly one or none."""
    shades = grey(rgb)
    rows, columns = shades.shape
    strokes = _stroke_density(shades)
    dense = (strokes > _DENSE * np.percentile(strokes, 99.9)).astype(np.uint8)
    joined = cv2.morphologyEx(dense, cv2.MORPH_CLOSE, np.ones((5, 21), np.uint8))
    _, _, statistics, centers = cv2.connectedComponentsWithStats(joined)
    for (*place, area), (_, middle) in zip(statistics[1:].tolist(), centers[1:], strict=True):
        box = Box(*place)
        is_flat = _LEAST_ASPECT < box.width / box.height < _MOST_ASPECT
        is_sized = _LEAST_WIDTH < box.width / columns < _MOST_WIDTH
        is_filled = area > _LEAST_FILL * box.width * box.height
        is_low = middle > _HIGHEST * rows
        if is_flat and is_sized and is_filled and is_low:
            letters = _cut(shades, box).copy()
            if _is_lettered(letters):
                yield Plate(box, letters)


def likeness(plate: Plate, after: Bytes) -> float:
    """How well the plate is found again about its place, -1 to 1; brightness does not count."""
    box = plate.box
    reach = box.height // 3
    top, left = max(0, box.top - reach), max(0, box.left - reach)
    place = after[top : box.top + box.height + reach, left : box.left + box.width + reach]
    return float(cv2.matchTemplate(place, plate.letters, cv2.TM_CCOEFF_NORMED).max())


def _stroke_density(shades: Bytes) -> Bytes:
    """How densely thin dark strokes stand about each place."""
    letter = cv2.getStructuringElement(cv2.MORPH_RECT, _LETTER)
    dark = cv2.morphologyEx(shades, cv2.MORPH_BLACKHAT, letter)
    upright = np.abs(cv2.Sobel(dark, cv2.CV_32F, 1, 0))
    return np.asarray(cv2.boxFilter(cv2.GaussianBlur(upright, (0, 0), 1.5), -1, _NEIGHBORS))


def _is_lettered(patch: Bytes) -> bool:
    """Whether a patch is of two tones, the brighter one being the ground (after Otsu)."""
    _, bright = cv2.threshold(patch, 0, 1, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
    share = float(bright.mean())
    if not _LEAST_GROUND < share < _MOST_GROUND:
        return False
    contrast = float(patch[bright > 0].mean() - patch[bright == 0].mean())
    between = share * (1 - share) * contrast**2
    return contrast > _LEAST_CONTRAST and between > _TWO_TONED * float(patch.var())


def _cut(shades: Bytes, box: Box) -> Bytes:
    return shades[box.top : box.top + box.height, box.left : box.left + box.width]
