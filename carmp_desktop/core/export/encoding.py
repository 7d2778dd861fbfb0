"""From pixels to a file that a profile takes: quality first, then size, never below its limits."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

from PIL import Image, ImageCms, PngImagePlugin

from carmp_desktop.core.export.profiles import ExportProfile, Format
from carmp_desktop.core.problems import Failure, Problem

_SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
_STEP = 2  # of quality
_SMALLER = 0.9


@dataclass(frozen=True, slots=True)
class Encoded:
    """A file's bytes, the quality they have (None for PNG) and the size of their picture.

    ``is_shrunk`` where the byte limit allowed fewer pixels than were wanted.
    """

    body: bytes
    quality: int | None
    size: tuple[int, int]
    is_shrunk: bool = False


def encode(image: Image.Image, profile: ExportProfile, xmp: bytes) -> Encoded:
    """The bytes of a picture with its mark (``xmp``) in them, within the profile's byte limit.

    Nothing but pixels, the sRGB profile and the mark is in them. Raises `Failure` where no
    quality and size that the profile takes is small enough.
    """
    picture = image
    while True:
        found = _within_limit(picture, profile, xmp)
        if found is not None:
            return Encoded(*found, picture.size, is_shrunk=picture is not image)
        size = (round(picture.width * _SMALLER), round(picture.height * _SMALLER))
        if max(size) < (profile.least_long_side or 64):
            raise Failure(_too_heavy(profile))
        picture = image.resize(size, Image.Resampling.LANCZOS)


def _within_limit(
    image: Image.Image, profile: ExportProfile, xmp: bytes
) -> tuple[bytes, int | None] | None:
    most = profile.most_bytes
    if profile.format is Format.PNG:
        body = _packed(image, profile.format, 0, xmp)
        return (body, None) if most is None or len(body) <= most else None
    for quality in range(profile.quality, profile.least_quality - 1, -_STEP):
        body = _packed(image, profile.format, quality, xmp)
        if most is None or len(body) <= most:
            return body, quality
    return None


def _packed(image: Image.Image, kind: Format, quality: int, xmp: bytes) -> bytes:
    saving: dict[str, Any] = {"icc_profile": _SRGB}
    if kind is Format.PNG:
        text = PngImagePlugin.PngInfo()
        text.add_itxt("XML:com.adobe.xmp", xmp.decode())
        saving |= {"pnginfo": text}
    elif kind is Format.JPEG:
        saving |= {"quality": quality, "subsampling": 0, "optimize": True, "xmp": xmp}
    else:
        saving |= {"quality": quality, "method": 4, "xmp": xmp}
    body = io.BytesIO()
    image.save(body, kind.value, **saving)
    return body.getvalue()


def _too_heavy(profile: ExportProfile) -> Problem:
    return Problem(
        code="export_too_heavy",
        title="Too many bytes",
        sentence="No quality and size that {profile} takes stays within {limit} MB.",
        action="Raise most_megabytes or lower least_quality in the export profile.",
        fields={"profile": profile.title, "limit": f"{profile.most_megabytes:g}"},
    )
