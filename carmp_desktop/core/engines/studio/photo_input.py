"""A photo file as the engine works with it: upright, eight-bit RGB, at most 1600 pixels long.

Whatever the program accepts is read: grey, CMYK, palette, sixteen bits, transparency (laid on
white). Very large photos are shrunk while they are decoded where the format allows it.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image, ImageOps

from carmp_desktop.core.engines.studio.arrays import WORKING_SIZE, Bytes, Floats
from carmp_desktop.core.engines.studio.problems import photo_too_large, photo_too_small
from carmp_desktop.core.photos import open_checked, refusing
from carmp_desktop.core.problems import Failure

SMALLEST_SIDE = 96
MOST_PIXELS = 110_000_000
"""The most pixels decoded at once; at four bytes each, what still fits beside everything else."""


def read_photo(path: Path) -> Bytes:
    """The photo as ``H×W×3``, as a viewer shows it.

    Raises `Failure` where the file is damaged, missing, too small or too large.
    """
    with refusing(path), open_checked(path) as image:
        width, height = image.size
        if min(width, height) < SMALLEST_SIDE:
            raise Failure(photo_too_small(path.name, width, height))
        image.draft("RGB", (WORKING_SIZE, WORKING_SIZE))
        if image.width * image.height > MOST_PIXELS:
            raise Failure(photo_too_large(path.name, width * height // 1_000_000))
        upright = ImageOps.exif_transpose(_shrunk(image))
        return np.ascontiguousarray(_flat_rgb(upright))


def _shrunk(image: Image.Image) -> Image.Image:
    longest = max(image.size)
    if longest <= WORKING_SIZE:
        return image
    if image.mode in ("P", "1"):
        image = image.convert("RGBA" if "transparency" in image.info else "RGB")
    coarse = image.reduce(max(1, longest // (2 * WORKING_SIZE)))
    scale = WORKING_SIZE / max(coarse.size)
    size = (max(1, round(coarse.width * scale)), max(1, round(coarse.height * scale)))
    fine = coarse.resize(
        size, Image.Resampling.BOX if _is_deep(image) else Image.Resampling.LANCZOS
    )
    fine.info.update(image.info)
    return fine


def _is_deep(image: Image.Image) -> bool:
    return image.mode in ("I", "F") or image.mode.startswith("I;16")


def _flat_rgb(image: Image.Image) -> Bytes:
    if _is_deep(image):
        return np.repeat(_eight_bits(np.asarray(image, np.float32))[..., np.newaxis], 3, axis=2)
    if image.has_transparency_data:
        layered = image.convert("RGBA")
        ground = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(ground, layered)
    return np.asarray(image.convert("RGB"), np.uint8)


def _eight_bits(values: Floats) -> Bytes:
    """Sixteen-bit grey, or floats from 0 to 1, as eight bits."""
    top = float(values.max(initial=0.0))
    full = 1.0 if top <= 1.0 else 255.0 if top <= 255.0 else 65535.0
    return np.clip(np.rint(values * (255.0 / full)), 0, 255).astype(np.uint8)
