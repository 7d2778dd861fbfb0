"""The profile's own validator: looks at a finished file as a marketplace would, and says no.

It reads the bytes that were written and nothing that the exporter knows of them.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import cache

from PIL import Image, JpegImagePlugin

from carmp_desktop.core import remarks
from carmp_desktop.core.export.profiles import ExportProfile, Format, Rule
from carmp_desktop.core.export.words import SourceType
from carmp_desktop.core.problems import fill

_GPS = 0x8825
_ASPECT_MISS = 1.0  # pixels
_MARK = b"<Iptc4xmpExt:DigitalSourceType>"
_PLACES = re.compile(rb"<[\w:]*(GPS|Location|City|Country)")  # elements; a prompt may say anything


def faults(
    body: bytes, profile: ExportProfile, source: SourceType, *, transparent: bool = False
) -> tuple[str, ...]:
    """Everything that is wrong with a file, a sentence each; nothing where the profile takes it.

    ``transparent`` says that its car was to be cut out.
    """
    try:
        with Image.open(io.BytesIO(body)) as image:
            image.load()
            return tuple(_of_bytes(body, profile)) + tuple(
                _of_image(image, profile, source, transparent=transparent)
            )
    except (OSError, ValueError, SyntaxError) as error:
        return (fill(remarks.NOT_DECODED, {"error": str(error)}),)


def _of_bytes(body: bytes, profile: ExportProfile) -> Iterator[str]:
    if profile.most_bytes is not None and len(body) > profile.most_bytes:
        counts = {"bytes": f"{len(body):,}", "most": f"{profile.most_bytes:,}"}
        yield fill(remarks.TOO_MANY_BYTES, counts)


def _of_image(
    image: Image.Image, profile: ExportProfile, source: SourceType, *, transparent: bool
) -> Iterator[str]:
    if (image.format or "").lower() != profile.format:
        formats = {"format": str(image.format), "wanted": profile.format.upper()}
        yield fill(remarks.OTHER_FORMAT, formats)
    wanted = "RGBA" if transparent else "RGB"
    if image.mode != wanted:
        yield fill(remarks.OTHER_PIXELS, {"mode": image.mode, "wanted": wanted})
    yield from _of_size(image.width, image.height, profile)
    yield from _of_metadata(image, source)
    if isinstance(image, JpegImagePlugin.JpegImageFile) and not _is_fine(image, profile):
        yield fill(remarks.POOR_QUALITY, {"least": str(profile.least_quality)})


def _of_size(width: int, height: int, profile: ExportProfile) -> Iterator[str]:
    long_side = max(width, height)
    if profile.long_side is not None and long_side > profile.long_side:
        yield fill(remarks.TOO_LONG, {"pixels": str(long_side), "most": str(profile.long_side)})
    if profile.least_long_side is not None and long_side < profile.least_long_side:
        sides = {"pixels": str(long_side), "least": str(profile.least_long_side)}
        yield fill(remarks.TOO_SHORT, sides)
    if profile.aspect is not None and profile.aspect_rule is Rule.MUST:
        across, down = abs(height * profile.aspect - width), abs(width / profile.aspect - height)
        if min(across, down) > _ASPECT_MISS:
            shapes = {"shape": f"{width / height:.3f}", "wanted": f"{profile.aspect:.3f}"}
            yield fill(remarks.OTHER_SHAPE, shapes)


def _of_metadata(image: Image.Image, source: SourceType) -> Iterator[str]:
    xmp = image.info.get("xmp", b"")
    xmp = xmp if isinstance(xmp, bytes) else str(xmp).encode()
    if _MARK not in xmp or f"/{source.value}<".encode() not in xmp:
        yield remarks.NOT_MARKED
    if _PLACES.search(xmp) or _GPS in image.getexif():
        yield remarks.TELLS_PLACE
    if not image.info.get("icc_profile"):
        yield remarks.NO_SRGB


def _is_fine(image: JpegImagePlugin.JpegImageFile, profile: ExportProfile) -> bool:
    """Whether the file quantizes no more coarsely than the least quality of the profile does."""
    if profile.format is not Format.JPEG:
        return True
    least = _tables(profile.least_quality)
    found = [image.quantization[number] for number in sorted(image.quantization)]
    return all(
        value <= limit
        for theirs, ours in zip(found, least, strict=False)
        for value, limit in zip(theirs, ours, strict=True)
    )


@cache
def _tables(quality: int) -> list[list[int]]:
    """The quantization tables of a quality, as the encoder itself uses them."""
    body = io.BytesIO()
    Image.new("RGB", (16, 16)).save(body, "JPEG", quality=quality)
    with Image.open(body) as image:
        assert isinstance(image, JpegImagePlugin.JpegImageFile)
        return [list(image.quantization[number]) for number in sorted(image.quantization)]
