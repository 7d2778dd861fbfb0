"""Photos as they leave the program: no location, a format the service reads, upright.

JPEG, PNG and WebP keep their compressed pixels; HEIC, AVIF and TIFF are converted at full size.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageCms, ImageOps

from carmp_desktop.core.metadata import Malformed, bare_jpeg, bare_png, bare_webp
from carmp_desktop.core.model import Photo
from carmp_desktop.core.photos import eight_bit, open_checked, refuse_heavy, refusing
from carmp_desktop.core.problems import Failure, Problem
from carmp_desktop.core.whole_files import put_whole

_ORIENTATION = 0x0112
_BARE: dict[str, tuple[Callable[[bytes, int], bytes], str, str]] = {
    "JPEG": (bare_jpeg, ".jpg", "image/jpeg"),
    "PNG": (bare_png, ".png", "image/png"),
    "WEBP": (bare_webp, ".webp", "image/webp"),
}


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A file ready to be handed over; its name tells nothing of the original's."""

    path: Path
    media_type: str


def prepare(photo: Photo, folder: Path) -> Outgoing:
    """Put what is sent of ``photo`` into ``folder``, named by its content.

    Blocks; call it in a thread. Raises `Failure` where the photo cannot be read any more.
    """
    with refusing(photo.path):
        data = photo.path.read_bytes()
        if photo.format in _BARE:
            body, suffix, media_type = _bare(photo, data)
        else:
            body, suffix, media_type = _converted(photo.path)
        refuse_heavy(photo.path, len(body))
        digest = hashlib.sha256(body).hexdigest()[:32]
    ready = folder / f"{digest}{suffix}"
    try:
        if not ready.exists():
            put_whole(ready, body)
    except OSError as error:
        raise Failure(_no_room(folder, error)) from error
    return Outgoing(ready, media_type)


def _no_room(folder: Path, error: OSError) -> Problem:
    return Problem(
        code="upload_unprepared",
        title="No room for a copy",
        sentence="The photo's copy to be sent cannot be written to {folder}: {error}.",
        action="Free some space there, then retry.",
        fields={"folder": str(folder), "error": error.strerror or str(error)},
        retryable=True,
    )


def _bare(photo: Photo, data: bytes) -> tuple[bytes, str, str]:
    """The file without its metadata; one with unusual structure is converted instead."""
    strip, suffix, media_type = _BARE[photo.format]
    try:
        return strip(data, _orientation(data)), suffix, media_type
    except Malformed:
        return _converted(photo.path)


def _orientation(data: bytes) -> int:
    with Image.open(io.BytesIO(data)) as image:
        found = image.getexif().get(_ORIENTATION, 1)
    return found if isinstance(found, int) and 1 <= found <= 8 else 1


def _converted(path: Path) -> tuple[bytes, str, str]:
    """An upright copy at full size: PNG where nothing may be lost or alpha counts, else JPEG."""
    body = io.BytesIO()
    with open_checked(path) as image:
        is_lossless = image.format in ("TIFF", "PNG")
        upright = _in_rgb_profile(eight_bit(ImageOps.exif_transpose(image)))
        profile = upright.info.get("icc_profile")
        if is_lossless or upright.has_transparency_data:
            mode = "RGBA" if upright.has_transparency_data else "RGB"
            upright.convert(mode).save(body, "PNG", icc_profile=profile, compress_level=1)
            return body.getvalue(), ".png", "image/png"
        rgb = upright.convert("RGB")
        # Without the empty comment Pillow would carry the source's own along.
        rgb.save(body, "JPEG", quality=95, subsampling=0, icc_profile=profile, comment=b"")
        return body.getvalue(), ".jpg", "image/jpeg"


def _in_rgb_profile(image: Image.Image) -> Image.Image:
    """The image with a profile that is true of RGB pixels: another one is applied, then dropped."""
    profile = image.info.get("icc_profile")
    if not profile or profile[16:20] == b"RGB ":
        return image
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        applied = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        # A profile that does not fit its own pixels says nothing about them.
        applied = None
    plain = image.copy() if applied is None else applied
    plain.info.pop("icc_profile", None)
    return plain
