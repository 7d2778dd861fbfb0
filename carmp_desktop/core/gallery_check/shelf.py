"""The gallery's folder as the disk shows it: its pictures, and what was left half-done in it."""

from __future__ import annotations

import os
import shutil
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from carmp_desktop.core.gallery import synchronize

BROKEN_FOLDER = "_broken"
"""Where broken files are put, beside the cars."""

_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp"})
_PART = ".part"


@dataclass(frozen=True, slots=True)
class Shelf:
    """What lies in a folder: pictures, the program's own half-written files, what is unreadable."""

    pictures: tuple[Path, ...] = ()
    parts: tuple[Path, ...] = ()
    unreadable: dict[Path, str] = field(default_factory=dict)


def survey(gallery: Path) -> Shelf:
    """Look through the gallery, down to the bottom.

    Links, hidden folders, `BROKEN_FOLDER` and files of other kinds are nobody's business here.
    """
    unreadable: dict[Path, str] = {}

    def refused(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError):
            unreadable[Path(error.filename)] = error.strerror or str(error)

    pictures: list[Path] = []
    parts: list[Path] = []
    for folder, folders, names in os.walk(gallery, onerror=refused):
        at_top = Path(folder) == gallery
        folders[:] = sorted(
            name for name in folders if name[0] != "." and not (at_top and name == BROKEN_FOLDER)
        )
        for file in _own_files(Path(folder), names):
            if file.name[0] != ".":
                pictures += [file] * (file.suffix.lower() in _PICTURES)
            elif file.suffix == _PART:
                parts.append(file)
    return Shelf(tuple(pictures), tuple(parts), unreadable)


def files_in(folder: Path) -> tuple[Path, ...]:
    """The files of a folder that may not exist."""
    if not folder.is_dir():
        return ()
    return tuple(sorted(file for file in folder.iterdir() if file.is_file()))


def is_picture(file: Path) -> bool:
    """Whether a file has a picture's name."""
    return file.suffix.lower() in _PICTURES


def identity(file: Path) -> str:
    """One text for every way to write the same path: links, letters, letter case."""
    real = file.parent.resolve() / file.name
    return unicodedata.normalize("NFC", os.path.normcase(real))


def move(file: Path, folder: Path, name: str) -> Path:
    """Move a file into a folder, under ``name`` or the next free one; nothing is overwritten.

    The answer is where it is. Raises OSError; the file is then where it was.
    """
    folder.mkdir(parents=True, exist_ok=True)
    wanted = folder / name
    for number in count(1):
        target = wanted if number == 1 else wanted.with_stem(f"{wanted.stem}_{number}")
        # An empty file takes the name, so that nobody else's is ever replaced.
        with suppress(FileExistsError):
            target.touch(exist_ok=False)
            break
    try:
        _bring(file, target)
    except OSError:
        target.unlink()
        raise
    return target


def _bring(file: Path, target: Path) -> None:
    if file.stat().st_dev == target.stat().st_dev:
        file.replace(target)
    else:
        shutil.copy2(file, target)
        synchronize(target)
        file.unlink()
    synchronize(target.parent)


def _own_files(folder: Path, names: list[str]) -> Iterator[Path]:
    for name in sorted(names):
        file = folder / name
        if not file.is_symlink():
            yield file
