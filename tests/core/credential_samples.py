"""Content credentials as received files carry them: manifest stores, each in its format's place."""

from __future__ import annotations

import struct
import zlib

from carmp_desktop.core.export.profiles import Format

NAMED = b"\xa1\x6fclaim_generator\x78\x1eGoogle Images/1.0 c2pa-rs/0.31"
INFO = b"\xa1\x74claim_generator_info\xa2\x64name\x66Gemini\x67version\x61\x31"
NAMELESS = b"\xa1\x64alg\x00"

_MANIFESTS = bytes.fromhex("6332706100110010800000aa00389b71") + b"\x03c2pa\x00"
_OTHERS = bytes.fromhex("6a736f6e00110010800000aa00389b71") + b"\x03json\x00"


def manifest(claim: bytes) -> bytes:
    """A C2PA manifest store as far as its boxes go, with this claim in it."""
    return _box(b"jumb", _box(b"jumd", _MANIFESTS) + _box(b"cbor", claim))


def other_box() -> bytes:
    """A box of the same family that is no manifest store."""
    return _box(b"jumb", _box(b"jumd", _OTHERS) + _box(b"json", b"{}"))


def _box(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body) + 8) + kind + body


def with_manifest(data: bytes, store: bytes, kind: Format, *, behind: bool = False) -> bytes:
    """An image file with a manifest store where its format has it.

    In a PNG that is before the pixels, or with ``behind`` after them.
    """
    if kind is Format.PNG:
        chunk = b"caBX" + store
        whole = struct.pack(">I", len(store)) + chunk + struct.pack(">I", zlib.crc32(chunk))
        place = len(data) - 12 if behind else 33
        return data[:place] + whole + data[place:]
    if kind is Format.JPEG:
        return data[:2] + _segments(other_box(), 1) + _segments(store, 2) + data[2:]
    chunk = b"C2PA" + struct.pack("<I", len(store)) + store + b"\0" * (len(store) % 2)
    return data[:4] + struct.pack("<I", len(data) - 8 + len(chunk)) + data[8:] + chunk


def _segments(store: bytes, number: int) -> bytes:
    """A box in two parts, each in a segment of its own."""
    half = len(store) - 12  # of a manifest, in the middle of the claim
    segments = b""
    for packet, body in enumerate((store[:half], store[:8] + store[half:]), start=1):
        content = b"JP" + struct.pack(">HI", number, packet) + body
        segments += b"\xff\xeb" + struct.pack(">H", len(content) + 2) + content
    return segments
