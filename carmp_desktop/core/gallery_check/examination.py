"""Looks at single files: whether they can be read, are whole, and are what was kept.

Everything here blocks on the disk and the decoder, and may run in several threads at once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from carmp_desktop.core.gallery_check.findings import Fault, Finding
from carmp_desktop.core.photos import open_checked
from carmp_desktop.core.problems import Failure
from carmp_desktop.core.store.inventory import Kept

CHANGED = "it is a whole image, but not the one that was kept"
SET_ASIDE = "put aside by an earlier check"
_AI_MARKS = ("trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia")


def faults_of(image: Kept) -> Iterator[Finding]:
    """What is wrong with an image's own file, then with its thumbnail.

    There may be nothing wrong with the thumbnail of a broken file: it is not looked at.
    """
    fault = _fault_of_file(image)
    if fault is not None:
        yield fault
    is_looked_at = fault is None or fault.fault is Fault.MISSING
    if is_looked_at and not image.is_set_aside and flaw_of_thumb(image.thumb):
        yield Finding(Fault.THUMB, image.thumb, image)


def _fault_of_file(image: Kept) -> Finding | None:
    """The hash tells that a file is still what was decoded whole when it was kept.

    What an earlier check has put aside stays broken, and is told of until nobody misses it.
    """
    file = image.file
    try:
        if not file.is_file():
            return Finding(Fault.MISSING, file, image)
        if image.is_set_aside:
            return _known_to_be_broken(image)
        if file.stat().st_size != image.size or digest(file) != image.sha256:
            return Finding(Fault.BROKEN, file, image, reason=flaw(file) or CHANGED)
    except OSError as error:
        return Finding(Fault.UNREADABLE, file, image, reason=_said(error))
    return None


def _known_to_be_broken(image: Kept) -> Finding | None:
    return None if image.is_given_up else Finding(Fault.BROKEN, image.file, image, reason=SET_ASIDE)


def fault_of_stray(file: Path) -> Finding | None:
    """What a file is that no image's row names: whole, broken or unreadable; None where it left."""
    try:
        reason = flaw(file)
    except FileNotFoundError:
        return None
    except OSError as error:
        return Finding(Fault.UNREADABLE, file, reason=_said(error))
    if reason is not None:
        return Finding(Fault.BROKEN, file, reason=reason)
    return Finding(Fault.STRAY, file)


def digest(file: Path) -> str:
    """The SHA-256 of a file's bytes in hexadecimal. Raises OSError."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def digest_if_readable(file: Path) -> str:
    """As `digest`; the file's path where it cannot be read: no other file has that."""
    try:
        return digest(file)
    except OSError:
        return str(file)


def flaw(file: Path) -> str | None:
    """Why a file is no whole image, None where it is one. Raises OSError where the disk refuses."""
    try:
        # Pillow leaves a file open whose first bytes the disk refuses.
        with file.open("rb") as stream:
            stream.read(1)
        with open_checked(file) as image:
            image.load()
    except Failure as failure:
        return str(failure)
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        # The decoder's own errors carry no errno; those of the disk do.
        if isinstance(error, OSError) and error.errno:
            raise
        return str(error).replace(str(file), file.name) or type(error).__name__
    return None


def flaw_of_thumb(thumb: Path) -> str | None:
    """Why a thumbnail cannot be shown; None where it can."""
    try:
        return flaw(thumb)
    except OSError as error:
        return _said(error)


def is_marked_as_ai(file: Path) -> bool:
    """Whether a whole image's own metadata says that a generative model has made it."""
    with Image.open(file) as image:
        said = [value for value in image.info.values() if isinstance(value, str | bytes)]
    texts = (value if isinstance(value, str) else value.decode("latin-1") for value in said)
    return any(mark in text for text in texts for mark in _AI_MARKS)


def _said(error: OSError) -> str:
    return error.strerror or str(error)
