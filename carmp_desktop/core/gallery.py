"""The gallery folder: where each image goes, under a name people can predict.

``<gallery>/<car or date>/<car>_<angleKey>[_<colorKey>][_n].png``. An image comes in whole and
synchronized to the disk (see `landing`), and is given its name in one step; a name that is taken
is never overwritten. Keys come from a public sheet and may hold anything: whatever they say, the
file stays inside the folder.
"""

from __future__ import annotations

import contextlib
import filecmp
import os
import re
import shutil
import sys
import unicodedata
from collections.abc import Container
from itertools import count
from pathlib import Path

from carmp_desktop.core.crash_points import reach
from carmp_desktop.core.model import Batch, CellKey
from carmp_desktop.core.problems import Failure, Problem

_PART = ".part"
_LONGEST = 60
_MOST_BYTES = 72  # three of these and their endings fit into the 255 bytes that a name may have
_RESERVED = re.compile(r"(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])", re.IGNORECASE)


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

    def name_of(self, batch: Batch, key: CellKey) -> Path:
        """The path of a cell's first image, without its suffix."""
        words = [safe_name(batch.title), safe_name(key.angle_key)]
        if key.color_key is not None:
            words.append(safe_name(key.color_key))
        return self.folder_of(batch) / "_".join(words)

    def place(
        self, landed: Path, name: Path, *, kept: Container[Path], may_be_placed: bool = False
    ) -> Path:
        """Give a whole image its ``name`` in the gallery; ``landed`` stays where it is.

        The folder is synchronized to the disk before this returns. ``kept`` are the files of known
        images: their names are not given again, even where a file is gone. ``may_be_placed`` says
        that an earlier run of the program has left the image in the landing: it may have been
        placed already, and a file of the same bytes that no known image has is then the answer.
        Raises `Failure` where the disk refuses; nothing half-written carries a final name then.
        """
        reach("place.before")
        try:
            name.parent.mkdir(parents=True, exist_ok=True)
            final = _placed(landed, name, kept, may_be_placed=may_be_placed)
            synchronize(name.parent)
        except OSError as error:
            raise Failure(unwritable(name.parent, error)) from error
        reach("place.folder_synchronized")
        return final


def safe_name(text: str) -> str:
    """``text`` as one part of a file name that every common file system takes.

    Letters and digits of any script, hyphen and underscore; everything else becomes a hyphen. At
    most 60 characters and 72 bytes, and never empty, a device name or a path.
    """
    normal = unicodedata.normalize("NFC", text)
    kept = "".join(char if char.isalnum() or char in "-_" else "-" for char in normal)
    short = re.sub(r"-{2,}", "-", kept)[:_LONGEST].encode()[:_MOST_BYTES]
    name = short.decode(errors="ignore").strip("-")
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


def _placed(landed: Path, first: Path, kept: Container[Path], *, may_be_placed: bool) -> Path:
    """Find the first free name, or the name this image has already, and put it there."""
    folder = first.parent
    near = _beside(landed, folder)
    try:
        for number in count(1):
            name = first.name if number == 1 else f"{first.name}_{number}"
            final = folder / f"{name}{landed.suffix}"
            if final in kept:
                continue
            if may_be_placed and final.exists() and _is_same(final, landed):
                return final
            if not _is_taken(folder, name) and _name_whole(near, final):
                reach("place.named")
                return final
    finally:
        if near != landed:
            with contextlib.suppress(OSError):
                near.unlink(missing_ok=True)
    raise AssertionError("an endless count has ended")


def _beside(landed: Path, folder: Path) -> Path:
    """The image on the gallery's own disk, where a name can be given at once: itself or a copy."""
    if landed.stat().st_dev == folder.stat().st_dev and sys.platform != "win32":
        return landed
    copy = folder / f".{landed.stem}{_PART}"
    _copy_whole(landed, copy)
    reach("place.copied")
    return copy


def _copy_whole(source: Path, copy: Path) -> None:
    """Copy and synchronize; a disk that has no room keeps no half of it."""
    try:
        shutil.copyfile(source, copy)
        synchronize(copy)
    except OSError:
        with contextlib.suppress(OSError):
            copy.unlink(missing_ok=True)
        raise


def _is_same(one: Path, other: Path) -> bool:
    return one.samefile(other) or filecmp.cmp(one, other, shallow=False)


def _is_taken(folder: Path, name: str) -> bool:
    return any((folder / f"{name}{suffix}").exists() for suffix in (".png", ".jpg", ".webp"))


def _name_whole(near: Path, final: Path) -> bool:
    """Give the file its name without ever replacing another; False where the name is taken."""
    try:
        if sys.platform == "win32":
            near.rename(final)
        else:
            final.hardlink_to(near)
    except FileExistsError:
        return False
    except OSError:
        return _name_without_links(near, final)
    return True


def _name_without_links(near: Path, final: Path) -> bool:
    """The same on a file system that knows no hard links, as memory cards do not.

    Who makes the copy's own name has the image's name too, so that of two that come at once one
    goes on to the next number.
    """
    copy = final.with_name(f".{final.stem}{_PART}")
    try:
        copy.touch(exist_ok=False)
    except FileExistsError:
        return False
    if final.exists():
        copy.unlink()
        return False
    _copy_whole(near, copy)
    copy.rename(final)
    return True


def synchronize(path: Path) -> None:
    """Make the disk hold what was written; a folder cannot be opened for this on Windows."""
    if path.is_dir() and sys.platform == "win32":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
