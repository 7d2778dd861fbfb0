"""The gallery folder: where each image goes, under a name people can predict.

``<gallery>/<car or date>/<car>_<angleKey>[_<colorKey>][_n].png``. An image is written beside its
place as ``.part``, synchronized to the disk, and given its name only when it is whole; a name
that is taken is never overwritten. Keys come from a public sheet and may hold anything: whatever
they say, the file stays inside the folder.
"""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from itertools import count
from pathlib import Path

from carmp_desktop.core.model import Batch, CellKey
from carmp_desktop.core.problems import Failure, Problem

_PART = ".part"
_LONGEST = 60
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


class Gallery:
    """One gallery folder. Its methods block on the disk: call them in a thread."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def folder_of(self, batch: Batch) -> Path:
        """The folder of a batch: the car's name, or the date where there is none."""
        return self.folder / safe_name(batch.title)

    def open_folder(self, batch: Batch) -> None:
        """Make the batch's folder and prove that files can be written there.

        Raises `Failure` before anything is paid for, where they cannot.
        """
        folder = self.folder_of(batch)
        probe = folder / f".{batch.id}{_PART}"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            probe.touch()
            probe.unlink()
        except OSError as error:
            raise Failure(unwritable(folder, error)) from error

    def reserve(self, batch: Batch, key: CellKey) -> Path:
        """Create the empty ``.part`` file that an image will be written to; it holds the name.

        Raises `Failure` where the folder cannot be written.
        """
        folder = self.folder_of(batch)
        words = [safe_name(batch.title), safe_name(key.angle_key)]
        if key.color_key is not None:
            words.append(safe_name(key.color_key))
        stem = "_".join(words)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for number in count(1):
                name = stem if number == 1 else f"{stem}_{number}"
                part = folder / f"{name}{_PART}"
                if not _is_taken(folder, name) and _create(part):
                    return part
        except OSError as error:
            raise Failure(unwritable(folder, error)) from error
        raise AssertionError("an endless count has ended")

    def keep(self, part: Path, suffix: str) -> Path:
        """Give a whole image its final name: file synchronized, renamed, folder synchronized.

        Raises `Failure` where the disk refuses; the ``.part`` file then stays as it is.
        """
        final = part.with_name(part.name.removesuffix(_PART) + suffix)
        try:
            _synchronize(part)
            _rename_to_new(part, final)
            _synchronize(part.parent)
        except OSError as error:
            raise Failure(unwritable(part.parent, error)) from error
        return final

    def discard(self, part: Path) -> None:
        """Remove a ``.part`` file whose image will not come."""
        part.unlink(missing_ok=True)


def safe_name(text: str) -> str:
    """``text`` as one part of a file name that every common file system takes.

    Letters and digits of any script, hyphen and underscore; everything else becomes a hyphen. At
    most 60 characters and never empty, a device name or a path.
    """
    normal = unicodedata.normalize("NFC", text)
    kept = "".join(char if char.isalnum() or char in "-_" else "-" for char in normal)
    name = re.sub(r"-{2,}", "-", kept)[:_LONGEST].strip("-")
    if not name:
        return "unnamed"
    return f"{name}-" if _RESERVED.fullmatch(name) else name


def unwritable(folder: Path, error: OSError) -> Problem:
    """The problem of a gallery folder that does not take files."""
    return Problem(
        code="gallery_unwritable",
        title="Gallery not writable",
        sentence="No file can be written to {folder}: {error}.",
        action="Choose another gallery folder in the settings, or make this one writable.",
        fields={"folder": str(folder), "error": error.strerror or str(error)},
        retryable=True,
    )


def _is_taken(folder: Path, name: str) -> bool:
    return any((folder / f"{name}{suffix}").exists() for suffix in (".png", ".jpg", ".webp"))


def _create(part: Path) -> bool:
    try:
        part.touch(exist_ok=False)
    except FileExistsError:
        return False
    return True


def _rename_to_new(part: Path, final: Path) -> None:
    """Rename without ever replacing: a hard link fails where the name exists, a rename does not."""
    if sys.platform == "win32":
        part.rename(final)
        return
    try:
        final.hardlink_to(part)
    except FileExistsError:
        raise
    except OSError:
        if final.exists():
            raise FileExistsError(f"{final.name} exists already") from None
        part.rename(final)
        return
    part.unlink()


def _synchronize(path: Path) -> None:
    """Make the disk hold what was written; a folder cannot be opened for this on Windows."""
    if path.is_dir() and sys.platform == "win32":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
