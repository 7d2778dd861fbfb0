"""From received bytes to a picture worth keeping: checked whole, measured, given a thumbnail.

The bytes themselves are never changed. They are decoded once: that proves them complete, makes the
thumbnail, and shows the picture to whoever looks at it next.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from carmp_desktop.core.gallery import unwritable
from carmp_desktop.core.photos import (
    THUMB_BOX,
    open_checked,
    put_jpeg,
    shrunk,
    upright,
    upright_size,
)
from carmp_desktop.core.problems import Failure, Problem

_ENOUGH = 2048  # pixels; a JPEG that is larger by far need not be decoded in full


def room() -> asyncio.Semaphore:
    """How many images take a step of their way home at one time: as many as there are cores.

    More make nothing faster and keep the window from its turn. With 200 images arriving at once on
    two cores the 99th percentile of its stalls was 52, 40 and 49 ms with three at a time, 47, 12
    and 24 ms with two.
    """
    return asyncio.Semaphore(os.cpu_count() or 1)


@dataclass(frozen=True, slots=True)
class Picture:
    """What is known of a file that decoded whole: pixels, bytes, and the hash of the bytes."""

    width: int
    height: int
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Developed:
    """A picture and what it shows: ``pixels`` are upright 8-bit RGB, of a JPEG perhaps fewer."""

    picture: Picture
    pixels: Image.Image


def develop(file: Path, thumb: Path) -> Developed:
    """Check that ``file`` is a whole image and write its thumbnail (fits 256×256) to ``thumb``.

    Blocks on the disk and the decoder; call it in a thread. Raises `Failure` for a broken file
    and for a disk that refuses.
    """
    try:
        with open_checked(file) as image:
            width, height = upright_size(image)
            image.draft("RGB", (_ENOUGH, _ENOUGH))
            pixels = upright(image)
        put_jpeg(shrunk(pixels, THUMB_BOX), thumb)
    except (OSError, ValueError, SyntaxError) as error:
        # The decoder's own errors carry no errno; those of a disk that refuses the thumbnail do.
        if isinstance(error, OSError) and error.errno and not isinstance(error, FileNotFoundError):
            raise Failure(unwritable(thumb.parent, error)) from error
        raise Failure(broken_image(str(error))) from error
    with file.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    return Developed(Picture(width, height, file.stat().st_size, digest), pixels)


def broken_image(details: str) -> Problem:
    """The problem of a result that is no whole image."""
    return Problem(
        code="broken_image",
        title="Broken image",
        sentence="The finished image could not be read.",
        action="Try this cell again.",
        retryable=True,
        details=details,
    )
