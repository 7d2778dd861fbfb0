"""Opens source photos: proved whole by decoding, measured upright, given a thumbnail.

A file that cannot be used is refused by name with the reason; the others go on. Everything here
blocks on the disk and the decoder: call it in a thread.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pi_heif
from PIL import (
    AvifImagePlugin,
    Image,
    ImageOps,
    JpegImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    UnidentifiedImageError,
    WebPImagePlugin,
)

from carmp_desktop.core import remarks
from carmp_desktop.core.model import Photo
from carmp_desktop.core.problems import Failure, Problem
from carmp_desktop.core.whole_files import put_whole

THUMB_BOX = 256
LARGEST_PIXELS = 250_000_000
"""The most pixels a photo may have; the largest phone sensors have 200 megapixels."""

LARGEST_FILE = 100_000_000
"""The most bytes of a file that is sent; the service takes less than 100 MB."""

SUFFIXES = frozenset(
    {".jpg", ".jpeg", ".jpe", ".png", ".webp", ".heic", ".heif", ".avif", ".tif", ".tiff"}
)
# Named, so that they are loaded now: Pillow's own loading at first use is not thread-safe.
_PLUGINS = (
    JpegImagePlugin.JpegImageFile,
    PngImagePlugin.PngImageFile,
    WebPImagePlugin.WebPImageFile,
    AvifImagePlugin.AvifImageFile,
    TiffImagePlugin.TiffImageFile,
)
_FORMATS = (*(plugin.format for plugin in _PLUGINS), "HEIF")
_ORIENTATION = 0x0112
_SENT_AS_IS = frozenset({"JPEG", "PNG", "WEBP"})
_TURNED = frozenset({5, 6, 7, 8})
_MIXABLE = frozenset({"L", "LA", "RGB", "RGBA", "CMYK"})

pi_heif.register_heif_opener()
# Sizes are checked here, by name and in words, before anything is decoded.
Image.MAX_IMAGE_PIXELS = None


@dataclass(frozen=True, slots=True)
class OpenedPhoto:
    """A photo that was found good, and its thumbnail on disk."""

    photo: Photo
    thumb: Path


def gather(paths: Iterable[Path]) -> list[Path]:
    """The files meant by a drop: files as they are, folders by the images in them.

    Folders are read through to the bottom, hidden files left out, in the order a person counts.
    A folder without images stays in the list: opening it is refused by name.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = [file for file in path.rglob("*") if _is_visible_image(file, path)]
            found.extend(sorted(inside, key=lambda file: _natural(str(file))) or [path])
        else:
            found.append(path)
    return list(dict.fromkeys(found))


def open_photo(path: Path, thumbs: Path) -> OpenedPhoto:
    """Look at one file and put its thumbnail into ``thumbs``.

    Raises `Failure` that names the file and says why it cannot be used.
    """
    path = path.absolute()
    with refusing(path):
        stat = path.stat()
        mark = hashlib.sha256(f"{path}|{stat.st_mtime_ns}|{stat.st_size}".encode()).hexdigest()
        thumb = thumbs / f"{mark[:32]}.jpg"
        with open_checked(path) as image:
            width, height = upright_size(image)
            kind = "JPEG" if image.format == "MPO" else image.format or ""
            if kind in _SENT_AS_IS:
                refuse_heavy(path, stat.st_size)
            if not thumb.exists():
                put_jpeg(shrunk(image, THUMB_BOX), thumb)
    photo = Photo(path=path, width=width, height=height, format=kind)
    return OpenedPhoto(photo, thumb)


def thumbnail(source: Path, target: Path, box: int = THUMB_BOX) -> None:
    """Write an upright JPEG of ``source`` that fits ``box`` × ``box``; alpha is laid on white.

    Decodes the whole file: raises OSError, ValueError or SyntaxError where it is damaged, and
    `Failure` where it is no image of a known kind.
    """
    with open_checked(source) as image:
        put_jpeg(shrunk(image, box), target)


@contextmanager
def open_checked(path: Path) -> Iterator[Image.Image]:
    """Open an image of a known format and bearable size; nothing is decoded yet."""
    with Image.open(path, formats=_FORMATS) as image:
        width, height = image.size
        if width * height > LARGEST_PIXELS:
            raise Failure(_too_many_pixels(path, width, height))
        yield image


@contextmanager
def refusing(path: Path) -> Iterator[None]:
    """Turn whatever a decoder raises into a refusal that names the file."""
    try:
        yield
    except FileNotFoundError as error:
        raise Failure(_refusal(path, "photo_missing", remarks.NO_FILE)) from error
    except UnidentifiedImageError as error:
        said = remarks.EMPTY_FILE if _is_empty(path) else remarks.UNKNOWN_KIND
        raise Failure(_refusal(path, "photo_no_image", said)) from error
    except (PermissionError, IsADirectoryError) as error:
        said = remarks.EMPTY_FOLDER if path.is_dir() else remarks.NOT_READABLE
        raise Failure(_refusal(path, "photo_unreadable", said)) from error
    except (OSError, ValueError, SyntaxError, EOFError, MemoryError, RuntimeError) as error:
        problem = _refusal(path, "photo_damaged", remarks.DAMAGED_FILE, details=str(error))
        raise Failure(problem) from error


def shrunk(image: Image.Image, box: int) -> Image.Image:
    """An opened image, `upright` and fitting ``box`` × ``box``; an opened file is used up.

    Raises OSError, ValueError or SyntaxError where it is damaged.
    """
    # A JPEG decodes to an eighth at no cost worth naming, and still to its last byte.
    image.draft("RGB", (box * 2, box * 2))
    # Whole pixels first, which is many times faster and leaves enough for the filter to mix. Only
    # what cannot be mixed as it stands is made upright RGB before, at its full size in memory.
    step = max(1, max(image.size) // (2 * box))
    is_mixable = image.mode in _MIXABLE and "transparency" not in image.info
    small = upright(image.reduce(step)) if is_mixable else upright(image).reduce(step)
    small.thumbnail((box, box), Image.Resampling.HAMMING)
    return small


def upright(image: Image.Image) -> Image.Image:
    """The image as it is to be seen, in 8-bit RGB, alpha laid on white.

    It is decoded whole, and used up: a picture of some megabytes is not copied for nothing.
    """
    ImageOps.exif_transpose(image, in_place=True)
    return _flat(image)


def put_jpeg(image: Image.Image, target: Path) -> None:
    """Write an image as JPEG, whole or not at all. Raises OSError where the disk refuses."""
    body = io.BytesIO()
    image.save(body, "JPEG", quality=85)
    put_whole(target, body.getvalue())


def eight_bit(image: Image.Image) -> Image.Image:
    """The image with 8 bits a channel: 16-bit gray is scaled, where Pillow alone would clip it."""
    if not image.mode.startswith("I"):
        return image
    return image.convert("F").point(lambda value: value * (1 / 257)).convert("L")


def refuse_heavy(path: Path, size: int) -> None:
    """Raise `Failure` where ``size`` bytes are more than the service takes."""
    if size > LARGEST_FILE:
        said = remarks.TOO_MANY_MEGABYTES.format(megabytes=f"{size / 1e6:.0f}")
        raise Failure(_refusal(path, "photo_too_large", said))


def _flat(image: Image.Image) -> Image.Image:
    """The image as 8-bit RGB, alpha laid on white."""
    image = eight_bit(image)
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        pixels = image.convert("RGBA")
        ground = Image.new("RGBA", pixels.size, "white")
        return Image.alpha_composite(ground, pixels).convert("RGB")
    return image if image.mode == "RGB" else image.convert("RGB")


def upright_size(image: Image.Image) -> tuple[int, int]:
    """Width and height in pixels of an opened image as it is shown; nothing is decoded."""
    width, height = image.size
    # Pillow turns a TIFF by itself, and says so in its size.
    turned = image.format != "TIFF" and image.getexif().get(_ORIENTATION, 1) in _TURNED
    return (height, width) if turned else (width, height)


def _is_visible_image(file: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    return not hidden and file.suffix.lower() in SUFFIXES and file.is_file()


def _natural(text: str) -> list[tuple[int, int, str]]:
    """A key that sorts "photo 2" before "photo 10"."""
    parts = re.findall(r"\d+|\D+", text.lower())
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts]


def _is_empty(path: Path) -> bool:
    return path.stat().st_size == 0


def _refusal(path: Path, code: str, reason: str, *, details: str = "") -> Problem:
    return Problem(
        code=code,
        title="{name} not used",
        sentence="{reason}.",
        action="Choose a JPEG, PNG, WebP, HEIC, AVIF or TIFF file.",
        fields={"name": path.name, "folder": str(path.parent), "reason": reason},
        details=details,
    )


def _too_many_pixels(path: Path, width: int, height: int) -> Problem:
    said = remarks.TOO_MANY_PIXELS.format(width=width, height=height)
    return _refusal(path, "photo_too_large", said)
