"""The pixels of an exported copy: sRGB, framed, cut out where wanted, never sharpened.

Everything here blocks on the decoder: call it in a thread. Damaged files raise OSError, ValueError
or SyntaxError.
"""

from __future__ import annotations

import io
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageCms, ImageOps

from carmp_desktop.core.engines.studio.arrays import Bytes
from carmp_desktop.core.engines.studio.scene import own_colors
from carmp_desktop.core.export.cropping import Framing, Ground, Sides
from carmp_desktop.core.export.disclosure import burn
from carmp_desktop.core.export.request import PlannedFile
from carmp_desktop.core.photos import eight_bit, open_checked

_STRIP = 12  # so many lines of a border tell how its backdrop goes on
_FINE = Image.Resampling.LANCZOS


def render(planned: PlannedFile, background: str) -> Image.Image:
    """The picture as it will be written: ``RGB``, or ``RGBA`` where the car is cut out.

    What is transparent in the received file is laid on ``background``.
    """
    picture = upright(planned.original.picture.file, background)
    if planned.outline is not None:
        picture = _cut_out(picture, planned.outline)
    framed = _framed(picture, planned.framing, background)
    if planned.burns:
        burn(framed, planned.burns)
    return framed


def upright(file: Path, background: str) -> Image.Image:
    """A picture of the gallery as sRGB pixels (``RGB``), with nothing else of the file."""
    with open_checked(file) as image:
        pixels = in_srgb(eight_bit(ImageOps.exif_transpose(image)))
        if pixels.has_transparency_data:
            layer = pixels.convert("RGBA")
            ground = Image.new("RGBA", layer.size, background)
            pixels = Image.alpha_composite(ground, layer)
        plain = pixels.convert("RGB")
    plain.info.clear()
    return plain


def in_srgb(image: Image.Image) -> Image.Image:
    """The image in sRGB: the profile it came with is applied; one that is broken says nothing."""
    profile = image.info.get("icc_profile")
    if not profile:
        return image
    mode = "RGBA" if image.has_transparency_data else "RGB"
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if profile[16:20] == b"RGB ":
            image = image.convert(mode)
        target = ImageCms.createProfile("sRGB")
        converted = ImageCms.profileToProfile(image, source, target, outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image
    return image if converted is None else converted


def _cut_out(picture: Image.Image, outline: Path) -> Image.Image:
    """The car alone; its edge keeps none of the backdrop's color."""
    with Image.open(outline) as kept:
        alpha = np.asarray(kept.convert("L"))
    colors = own_colors(np.asarray(picture), alpha)
    return Image.fromarray(np.dstack([colors, alpha]), "RGBA")


def _framed(picture: Image.Image, framing: Framing, background: str) -> Image.Image:
    cut = picture.crop(framing.window)
    if framing.ground is not Ground.NOTHING:
        cut = _grown(cut, framing.added, framing.ground, background)
    return cut if cut.size == framing.size else cut.resize(framing.size, _FINE)


def _grown(cut: Image.Image, added: Sides, ground: Ground, background: str) -> Image.Image:
    if cut.mode == "RGBA" or ground is Ground.BARS:
        size = (cut.width + added.left + added.right, cut.height + added.top + added.bottom)
        clear = cut.mode == "RGBA"
        larger = Image.new(cut.mode, size, (0, 0, 0, 0) if clear else background)
        larger.paste(cut, (added.left, added.top))
        return larger
    pixels = np.asarray(cut)
    for axis, widths in enumerate(((added.top, added.bottom), (added.left, added.right))):
        pixels = _continued(pixels, widths, axis)
    return Image.fromarray(pixels, "RGB")


def _continued(pixels: Bytes, widths: tuple[int, int], axis: int) -> Bytes:
    """The picture with its outermost lines going on outward at both ends of an axis.

    The lines are smoothed along their length, or their grain would show as streaks; what is added
    gets a grain of its own, so that no band shows either.
    """
    if not any(widths):
        return pixels
    upright = pixels if axis == 0 else pixels.transpose(1, 0, 2)
    grain = np.random.default_rng(0)
    parts = []
    for strip, width in ((upright[:_STRIP], widths[0]), (upright[-_STRIP:], widths[1])):
        line = cv2.GaussianBlur(strip.mean(axis=0, dtype=np.float32)[np.newaxis], (0, 0), _STRIP)
        noise = grain.uniform(-0.5, 0.5, (width, line.shape[1], 1))
        parts.append(np.clip(np.rint(line + noise), 0, 255).astype(np.uint8))
    larger = np.concatenate([parts[0], upright, parts[1]])
    return larger if axis == 0 else np.ascontiguousarray(larger.transpose(1, 0, 2))
