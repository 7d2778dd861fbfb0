"""Where the car is in a finished picture: from the outline the studio kept, else by looking.

The look is a guess that errs toward too much: whatever differs from the backdrop, as the picture's
left and right border show it row by row, counts as car. Where that tells nothing, all of it does.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image, ImageOps

from carmp_desktop.core.engines.studio.sidecar import folder_of
from carmp_desktop.core.export.cropping import Box, CarPlace
from carmp_desktop.core.photos import eight_bit, open_checked
from carmp_desktop.core.store.originals import Original

_LOOK = 384  # pixels of the long side the look is at
_BORDER = 0.03
_FAR = 12.0  # a distance in Lab that no shade of a studio wall has
_EDGE = 16.0
_SPECK = 0.0006  # of the picture
_LEAST_CAR = 0.25  # of the width; anything smaller is not believed to be the car
_SOLID = 16  # of 255: what is fainter is the outline's own blur
_PLAIN = 3.0
_ORIENTATION = 0x0112
_TURNED = range(5, 9)

Array = npt.NDArray[Any]


def outline_of(original: Original, scenes: Path) -> Path | None:
    """The file with the outline of a picture that the studio made, None where there is none."""
    if not original.picture.is_local or original.angle_job is None:
        return None
    file = folder_of(scenes, original.angle_job) / "alpha.png"
    try:
        with Image.open(file) as alpha:
            fits = alpha.size == (original.picture.width, original.picture.height)
    except (OSError, ValueError, SyntaxError):
        return None
    return file if fits else None


def place_of(file: Path, outline: Path | None) -> CarPlace:
    """Where the car is. Decodes the picture, once for each state of it: call it in a thread.

    Raises OSError, ValueError or SyntaxError where the picture is damaged.
    """
    return _place(file, _stamp(file), outline, _stamp(outline) if outline else None)


def _stamp(file: Path) -> tuple[int, int]:
    """What is another one as soon as the file is."""
    stat = file.stat()
    return stat.st_mtime_ns, stat.st_size


@lru_cache(maxsize=4096)
def _place(
    file: Path, _: tuple[int, int], outline: Path | None, __: tuple[int, int] | None
) -> CarPlace:
    with open_checked(file) as image:
        is_turned = image.getexif().get(_ORIENTATION, 1) in _TURNED
        size = image.size[::-1] if is_turned else image.size
        image.draft("RGB", (_LOOK * 2, _LOOK * 2))
        image.thumbnail((_LOOK, _LOOK), Image.Resampling.BOX)
        upright = ImageOps.exif_transpose(eight_bit(image))
    pixels = np.asarray(upright.convert("RGB"))
    lab: Array = cv2.cvtColor(pixels.astype(np.float32) / 255, cv2.COLOR_RGB2Lab)
    known = _outlined(outline) if outline else None
    return CarPlace(
        size=size,
        box=known or _seen(lab, size),
        is_known=known is not None,
        plain_across=_is_plain(lab),
        plain_down=_is_plain(lab.transpose(1, 0, 2)),
    )


def _outlined(outline: Path) -> Box | None:
    try:
        with Image.open(outline) as alpha:
            found = alpha.convert("L").point(lambda value: 255 * (value > _SOLID)).getbbox()
    except (OSError, ValueError, SyntaxError):
        return None
    return Box(*found) if found else None


def _seen(lab: Array, size: tuple[int, int]) -> Box:
    """The box of all that differs from the backdrop, in the pixels of the whole picture."""
    height, width = lab.shape[:2]
    strange = lab - _backdrop(lab)
    # Edges of what is left: a white car before a white wall, but no horizon and no floor line.
    light = strange[..., 0]
    edges = cv2.magnitude(*(cv2.Sobel(light, cv2.CV_32F, x, 1 - x, ksize=3) for x in (0, 1)))
    differs = (np.linalg.norm(strange, axis=2) > _FAR) | (edges > _EDGE)
    mask = _without_specks(differs.astype(np.uint8))
    x, y, across, down = cv2.boundingRect(mask)
    if across < _LEAST_CAR * width:
        return Box(0, 0, *size)
    wide, high = size[0] / width, size[1] / height
    return Box(
        max(0, int((x - 1) * wide)),
        max(0, int((y - 1) * high)),
        min(size[0], int(np.ceil((x + across + 1) * wide))),
        min(size[1], int(np.ceil((y + down + 1) * high))),
    )


def _backdrop(lab: Array) -> Array:
    """What each row would be without the car: from its left border's color to its right one's."""
    border = max(2, round(lab.shape[1] * _BORDER))
    left = np.median(lab[:, :border], axis=1)[:, np.newaxis]
    right = np.median(lab[:, -border:], axis=1)[:, np.newaxis]
    way = np.linspace(0, 1, lab.shape[1], dtype=np.float32)[np.newaxis, :, np.newaxis]
    between: Array = left + (right - left) * way
    return between


def _without_specks(mask: Array) -> Array:
    """The mask without parts too small to be of a car; thin parts such as aerials stay."""
    joined = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(joined)
    least = _SPECK * mask.size
    large = [number for number in range(1, count) if stats[number, cv2.CC_STAT_AREA] >= least]
    kept: Array = np.isin(labels, large).astype(np.uint8)
    return kept


def _is_plain(lab: Array) -> bool:
    """Whether both outer columns could go on outward without anybody seeing where they begin."""
    border = max(3, round(lab.shape[1] * _BORDER))
    return all(_is_even(strip) for strip in (lab[:, :border], lab[:, -border:]))


def _is_even(strip: Array) -> bool:
    """Whether a strip's columns are alike, and change slowly from row to row."""
    across = np.abs(strip - strip.mean(axis=1, keepdims=True)).mean(axis=2)
    middle = strip.mean(axis=1)
    slow = cv2.GaussianBlur(middle, (1, 9), 0)
    along = np.abs(middle - slow).mean(axis=1)
    return bool(np.percentile(across, 98) < _PLAIN and np.percentile(along, 98) < _PLAIN)
