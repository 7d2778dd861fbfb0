"""From received bytes to a picture worth keeping: checked whole, measured, given a thumbnail.

The bytes themselves are never changed: decoding proves that they are complete, and the same
decoding makes the thumbnail.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from carmp_desktop.core.gallery import unwritable
from carmp_desktop.core.photos import thumbnail
from carmp_desktop.core.problems import Failure, Problem


@dataclass(frozen=True, slots=True)
class Picture:
    """What is known of a file that decoded whole: pixels, bytes, and the hash of the bytes."""

    width: int
    height: int
    size: int
    sha256: str


def develop(file: Path, thumb: Path) -> Picture:
    """Check that ``file`` is a whole image and write its thumbnail (fits 256×256) to ``thumb``.

    Blocks on the disk and the decoder; call it in a thread. Raises `Failure` for a broken file
    and for a disk that refuses.
    """
    try:
        thumb.parent.mkdir(parents=True, exist_ok=True)
        thumbnail(file, thumb)
        with Image.open(file) as image:
            width, height = image.size
    except (OSError, ValueError, SyntaxError) as error:
        # The decoder's own errors carry no errno; those of a disk that refuses the thumbnail do.
        if isinstance(error, OSError) and error.errno and not isinstance(error, FileNotFoundError):
            raise Failure(unwritable(thumb.parent, error)) from error
        raise Failure(broken_image(str(error))) from error
    with file.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    return Picture(width=width, height=height, size=file.stat().st_size, sha256=digest)


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
