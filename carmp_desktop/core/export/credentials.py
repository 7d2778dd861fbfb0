"""Whether a received file carries a C2PA manifest, and who says to have made it. Nothing is proved.

The manifest store is a JUMBF box: a ``caBX`` chunk in PNG, APP11 segments in JPEG, a ``C2PA`` chunk
in WebP. Its claim names the generator in CBOR. A signature is not checked: that would need the
list of trusted signers, and a claim read here is no more than a claim.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

UNNAMED = "unnamed"
"""In place of a generator's name, where the manifest says none that is easily read."""

_PNG, _JPEG, _RIFF = b"\x89PNG\r\n\x1a\n", b"\xff\xd8", b"RIFF"
_APP11, _SCAN, _END = 0xEB, 0xDA, 0xD9
_CHECKSUM = 4  # behind each chunk of a PNG
_JPEG_HEAD = 8  # two letters "JP", the box's number and the packet's, four bytes of sequence
_BOX_HEAD = 8
_NAMED_BY = (b"claim_generator_info", b"claim_generator")
_LONGEST = 200


def claim_generator(file: Path) -> str | None:
    """Who the file's C2PA manifest says to have made it, None where there is no manifest.

    Steps over the pixels without reading them, so it is a matter of milliseconds; blocks on the
    disk all the same. A file that cannot be read, or is no PNG, JPEG or WebP, has none.
    """
    try:
        with file.open("rb") as data:
            found = next(filter(_is_manifest, _stores(data)), None)
    except (OSError, EOFError):
        return None
    return None if found is None else _generator(found) or UNNAMED


def _is_manifest(store: bytes) -> bool:
    return b"jumb" in store[:64] and b"c2pa" in store[:256]


def _stores(data: BinaryIO) -> Iterator[bytes]:
    """What a file holds where its format has manifest stores. Raises EOFError for a cut file."""
    head = data.read(12)
    if head.startswith(_PNG):
        data.seek(len(_PNG))
        yield from _png_chunks(data)
    elif head.startswith(_JPEG):
        data.seek(len(_JPEG))
        yield from _boxes(_segments(data))
    elif head.startswith(_RIFF) and head.endswith(b"WEBP"):
        yield from _riff_chunks(data)


def _png_chunks(data: BinaryIO) -> Iterator[bytes]:
    """The chunks of the wanted kind, which may stand before the pixels or behind them."""
    while len(head := data.read(8)) == 8:
        size = int.from_bytes(head[:4], "big")
        if head[4:] == b"caBX":
            yield _exactly(data, size)
        else:
            data.seek(size, os.SEEK_CUR)
        data.seek(_CHECKSUM, os.SEEK_CUR)


def _riff_chunks(data: BinaryIO) -> Iterator[bytes]:
    """The chunks of the wanted kind; one of odd length is padded."""
    while len(head := data.read(8)) == 8:
        size = int.from_bytes(head[4:], "little")
        if head[:4] == b"C2PA":
            yield _exactly(data, size)
        else:
            data.seek(size, os.SEEK_CUR)
        data.seek(size % 2, os.SEEK_CUR)


def _segments(data: BinaryIO) -> Iterator[bytes]:
    """The bodies of the APP11 segments; all of them stand before the pixels."""
    while (sign := data.read(1)) == b"\xff":
        while sign == b"\xff":  # any number of them may stand before a marker
            sign = _exactly(data, 1)
        if sign[0] in (_SCAN, _END):
            return
        body = _exactly(data, int.from_bytes(_exactly(data, 2), "big") - 2)
        if sign[0] == _APP11:
            yield body


def _boxes(segments: Iterator[bytes]) -> Iterator[bytes]:
    """Boxes that are spread over segments: each first one has its head, the others repeat it."""
    boxes: dict[bytes, bytes] = {}
    for body in segments:
        if body.startswith(b"JP"):
            number = body[2:4]
            skipped = _JPEG_HEAD + (_BOX_HEAD if number in boxes else 0)
            boxes[number] = boxes.get(number, b"") + body[skipped:]
    yield from boxes.values()


def _exactly(data: BinaryIO, size: int) -> bytes:
    left = os.fstat(data.fileno()).st_size - data.tell()
    if size > left:  # a damaged length must not ask for more memory than there are bytes
        raise EOFError
    return data.read(max(0, size))


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
