"""Whether a received file carries a C2PA manifest, and who says to have made it. Nothing is proved.

The manifest store is a JUMBF box: a ``caBX`` chunk in PNG, APP11 segments in JPEG, a ``C2PA`` chunk
in WebP. Its claim names the generator in CBOR. A signature is not checked: that would need the
list of trusted signers, and a claim read here is no more than a claim.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, JpegImagePlugin, PngImagePlugin, UnidentifiedImageError

UNNAMED = "unnamed"
"""In place of a generator's name, where the manifest says none that is easily read."""

_JPEG_HEAD = 8  # two letters "JP", the box's number and the packet's, four bytes of sequence
_BOX_HEAD = 8
_NAMED_BY = (b"claim_generator_info", b"claim_generator")
_LONGEST = 200


def claim_generator(file: Path) -> str | None:
    """Who the file's C2PA manifest says to have made it, None where there is no manifest.

    Reads the file's head but decodes no pixels. A file that cannot be read has none.
    """
    try:
        store = _manifest_store(file)
    except (OSError, ValueError, SyntaxError, struct.error, UnidentifiedImageError):
        return None
    if b"jumb" not in store[:64] or b"c2pa" not in store[:256]:
        return None
    return _generator(store) or UNNAMED


def _manifest_store(file: Path) -> bytes:
    with Image.open(file, formats=("PNG", "JPEG", "WEBP")) as image:
        if isinstance(image, PngImagePlugin.PngImageFile):
            image.load()  # the chunk may stand behind the pixels
            return b"".join(chunk[1] for chunk in image.private_chunks if chunk[0] == b"caBX")
        if isinstance(image, JpegImagePlugin.JpegImageFile):
            return _from_segments(body for name, body in image.applist if name == "APP11")
    return _from_webp(file.read_bytes())


def _from_segments(segments: Iterator[bytes]) -> bytes:
    """A box that is spread over segments: the first has its head, the others repeat it."""
    store = b""
    for body in segments:
        if body.startswith(b"JP"):
            store += body[_JPEG_HEAD:] if not store else body[_JPEG_HEAD + _BOX_HEAD :]
    return store


def _from_webp(data: bytes) -> bytes:
    at = 12
    while at + 8 <= len(data):
        kind, size = struct.unpack_from("<4sI", data, at)
        if kind == b"C2PA":
            return data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2
    return b""


def _generator(store: bytes) -> str | None:
    """The generator of the last claim, which is the active manifest's."""
    for key in _NAMED_BY:
        at = store.rfind(_cbor_text(key))
        if at >= 0:
            rest = store[at + len(_cbor_text(key)) :][:1000]
            name = _text_at(rest, 0)
            if name is None and key == _NAMED_BY[0]:
                where = rest.find(_cbor_text(b"name"))
                name = _text_at(rest, where + 5) if where >= 0 else None
            if name:
                return name
    return None


def _cbor_text(text: bytes) -> bytes:
    """A text of fewer than 24 bytes as CBOR writes it (RFC 8949, major type 3)."""
    return bytes([0x60 + len(text)]) + text


def _text_at(data: bytes, at: int) -> str | None:
    """The CBOR text that begins here, None where something else does."""
    if at >= len(data):
        return None
    head = data[at]
    if 0x60 <= head <= 0x77:
        begin, length = at + 1, head - 0x60
    elif head == 0x78 and at + 1 < len(data):
        begin, length = at + 2, data[at + 1]
    elif head == 0x79 and at + 2 < len(data):
        begin, length = at + 3, int.from_bytes(data[at + 1 : at + 3], "big")
    else:
        return None
    text = data[begin : begin + length].decode(errors="replace")[:_LONGEST]
    return "".join(char if char.isprintable() else " " for char in text).strip() or None
