"""Takes everything out of an image file that does not change how it looks, without re-encoding.

Location hides in Exif, XMP, IPTC, maker notes, text chunks and behind the end of the image, so all
of these go. Orientation and the color profile stay; the compressed pixels are copied as they are.
One walker per container: JPEG segments (ITU-T T.81, annex B), PNG chunks (ISO/IEC 15948), WebP
chunks (RFC 9649).
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator

_JPEG_START = b"\xff\xd8"
_SCAN = 0xDA
_END = 0xD9
_MARKER = re.compile(rb"\xff[\x01-\xfe]")
# Tables, frames, scans and restarts; everything above is application data, extension or comment.
_CODING = range(0xC0, 0xE0)
_STANDALONE = frozenset({0x01, *range(0xD0, 0xD8)})
_KEPT_APPS = ((0xE0, b"JFIF\0"), (0xE2, b"ICC_PROFILE\0"), (0xEE, b"Adobe"))
_PNG_START = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(
    {b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"mDCV", b"cLLI", b"sBIT", b"bKGD"}
    | {b"pHYs"}
)
_PNG_END = b"\0\0\0\0IEND\xaeB`\x82"
_ANCILLARY = 0x20
_WEBP_KEPT = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ICCP"})
_WEBP_EXIF_FLAG = 0x08
_WEBP_XMP_FLAG = 0x04
_WEBP_ANIMATION_FLAG = 0x02


class Malformed(ValueError):
    """The bytes do not follow their container's rules."""


def bare_jpeg(data: bytes, orientation: int) -> bytes:
    """A JPEG with its pixels, its color profile and its orientation, and nothing else."""
    parts = [_JPEG_START]
    if orientation != 1:
        exif = b"Exif\0\0" + orientation_exif(orientation)
        parts.append(b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif)
    for marker, segment in _jpeg_parts(data):
        body = segment[4:]
        is_kept_app = any(marker == app and body.startswith(sign) for app, sign in _KEPT_APPS)
        if marker in _CODING or is_kept_app:
            parts.append(segment)
    return b"".join(parts)


def bare_png(data: bytes, orientation: int) -> bytes:
    """The still image of a PNG: what it takes to draw it and the orientation, nothing else."""
    parts = [_PNG_START]
    for kind, chunk in _png_chunks(data):
        if kind == b"IDAT" and orientation != 1:
            parts.append(_png_chunk(b"eXIf", orientation_exif(orientation)))
            orientation = 1
        if not kind[0] & _ANCILLARY or kind in _PNG_KEPT:
            parts.append(chunk)
    return b"".join(parts)


def bare_webp(data: bytes, orientation: int) -> bytes:
    """A still WebP without Exif and XMP but for the orientation; its header says so."""
    chunks = dict(_webp_chunks(data))
    kept = {kind: body for kind, body in chunks.items() if kind in _WEBP_KEPT}
    if b"VP8X" in kept:
        flags = kept[b"VP8X"][0]
        if flags & _WEBP_ANIMATION_FLAG:
            raise Malformed("an animated WebP")
        flags &= ~(_WEBP_EXIF_FLAG | _WEBP_XMP_FLAG)
        if orientation != 1:
            flags |= _WEBP_EXIF_FLAG
            kept[b"EXIF"] = orientation_exif(orientation)
        kept[b"VP8X"] = bytes([flags]) + kept[b"VP8X"][1:]
    body = b"".join(_webp_chunk(kind, content) for kind, content in kept.items())
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def orientation_exif(orientation: int) -> bytes:
    """The smallest Exif block there is: one directory with the orientation alone."""
    directory = struct.pack("<HHHIHHI", 1, 0x0112, 3, 1, orientation, 0, 0)
    return b"II*\0" + struct.pack("<I", 8) + directory


def _jpeg_parts(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Every segment with its marker, a scan's entropy-coded data with its header, up to the end."""
    if not data.startswith(_JPEG_START):
        raise Malformed("no JPEG")
    at = 2
    while True:
        at = _next_marker(data, at)
        marker = data[at + 1]
        if marker == _END:
            yield marker, data[at : at + 2]
            return
        if marker in _STANDALONE:
            end = at + 2
        else:
            if at + 4 > len(data):
                raise Malformed("the JPEG breaks off")
            end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if marker == _SCAN:
            end = _end_of_scan(data, end)
        if end > len(data) or end < at + 2:
            raise Malformed("the JPEG breaks off")
        yield marker, data[at:end]
        at = end


def _next_marker(data: bytes, at: int) -> int:
    """Where the marker at or after ``at`` begins; padding is skipped, as decoders do."""
    marker = _MARKER.search(data, at)
    if marker is None:
        raise Malformed("the JPEG breaks off")
    return marker.start()


def _end_of_scan(data: bytes, at: int) -> int:
    """Where entropy-coded data ends: at a marker that is neither stuffing nor a restart."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            raise Malformed("the JPEG breaks off")
        follows = data[at + 1]
        if follows == 0xFF:
            at += 1
        elif follows == 0 or 0xD0 <= follows <= 0xD7:
            at += 2
        else:
            return at


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    if not data.startswith(_PNG_START):
        raise Malformed("no PNG")
    at, has_pixels = len(_PNG_START), False
    while at + 12 <= len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        kind = data[at + 4 : at + 8]
        if end > len(data):
            break
        yield kind, data[at:end]
        if kind == b"IEND":
            return
        has_pixels = has_pixels or kind == b"IDAT"
        at = end
    # Decoders take a file whose end mark alone is missing, and so do we.
    if not has_pixels or data[at + 4 : at + 8] == b"IDAT":
        raise Malformed("the PNG breaks off")
    yield b"IEND", _PNG_END


def _png_chunk(kind: bytes, body: bytes) -> bytes:
    checksum = zlib.crc32(kind + body)
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", checksum)


def _webp_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        raise Malformed("no WebP")
    at, end = 12, 8 + int.from_bytes(data[4:8], "little")
    if end > len(data):
        raise Malformed("the WebP breaks off")
    while at + 8 <= end:
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        if at + 8 + size > end:
            raise Malformed("the WebP breaks off")
        yield data[at : at + 4], data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2


def _webp_chunk(kind: bytes, body: bytes) -> bytes:
    return kind + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)
