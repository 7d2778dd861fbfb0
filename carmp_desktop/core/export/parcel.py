"""An export on its way to the disk: made beside its place, whole, and only then given its names.

Nothing is ever replaced. Whatever goes wrong, nothing half-written stays under a final name.
"""

from __future__ import annotations

import contextlib
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import Self

from carmp_desktop.core.export import problems
from carmp_desktop.core.gallery import synchronize
from carmp_desktop.core.problems import Failure

_PART = ".part"


class Parcel:
    """The files of one export. Used with ``with``; blocks on the disk.

    ``place`` is a folder, or with ``is_zip`` a file. Raises `Failure` where the disk refuses.
    """

    def __init__(self, place: Path, *, is_zip: bool) -> None:
        self._place = place
        self._is_zip = is_zip
        self._made: list[Path] = []
        self._names: list[PurePosixPath] = []

    def __enter__(self) -> Self:
        """Make the folder in which all is made."""
        folder = self._place.parent if self._is_zip else self._place
        try:
            self._make(folder)
            self._staging = Path(tempfile.mkdtemp(prefix=".export-", suffix=_PART, dir=folder))
        except OSError as error:
            self._take_back()
            raise Failure(problems.unwritable(self._place, error)) from error
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave nothing of the making behind."""
        shutil.rmtree(self._staging, ignore_errors=True)
        if kind is not None:
            self._take_back()

    def add(self, name: PurePosixPath, body: bytes) -> None:
        """Put a file into the parcel. May be called from several threads, each with its names."""
        file = self._staging / name
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(body)
            synchronize(file)
        except OSError as error:
            raise Failure(problems.unwritable(self._place, error)) from error
        self._names.append(name)

    def read(self, name: PurePosixPath) -> bytes:
        """What the disk holds of a file that was put in."""
        try:
            return (self._staging / name).read_bytes()
        except OSError as error:
            raise Failure(problems.unwritable(self._place, error)) from error

    def deliver(self, order: Iterable[PurePosixPath]) -> None:
        """Give everything its place, in this order; all of it, or nothing where that fails."""
        names = [name for name in order if name in self._names]
        try:
            if self._is_zip:
                self._deliver_zip(names)
            else:
                self._deliver_folder(names)
        except FileExistsError as error:
            raise Failure(problems.taken_meanwhile(self._place)) from error
        except (OSError, zipfile.BadZipFile) as error:
            said = error if isinstance(error, OSError) else OSError(str(error))
            raise Failure(problems.unwritable(self._place, said)) from error

    def _deliver_zip(self, names: list[PurePosixPath]) -> None:
        part = self._staging / self._place.name
        with zipfile.ZipFile(part, "x", zipfile.ZIP_STORED) as archive:
            for name in names:
                archive.write(self._staging / name, str(name))
        with zipfile.ZipFile(part) as archive:
            if (broken := archive.testzip()) is not None:
                raise zipfile.BadZipFile(f"{broken} was not written whole")
        synchronize(part)
        _name(part, self._place)
        synchronize(self._place.parent)

    def _deliver_folder(self, names: list[PurePosixPath]) -> None:
        given: list[Path] = []
        try:
            for name in names:
                final = self._place / name
                self._make(final.parent)
                _name(self._staging / name, final)
                given.append(final)
            for folder in {final.parent for final in given}:
                synchronize(folder)
        except OSError:
            for final in given:
                final.unlink(missing_ok=True)
            raise

    def _make(self, folder: Path) -> None:
        """Make a folder, and remember which ones were not there before."""
        missing = [each for each in (folder, *folder.parents) if not each.exists()]
        self._made += missing[::-1]
        folder.mkdir(parents=True, exist_ok=True)

    def _take_back(self) -> None:
        """Remove the folders that were made for this and have stayed empty."""
        for folder in reversed(self._made):
            with contextlib.suppress(OSError):
                folder.rmdir()


def _name(part: Path, final: Path) -> None:
    """Give a whole file its name. Raises FileExistsError where that is taken."""
    if sys.platform == "win32":
        part.rename(final)
        return
    try:
        final.hardlink_to(part)
    except FileExistsError:
        raise
    except OSError:  # a file system that knows no links, as memory cards do not
        final.touch(exist_ok=False)
        part.replace(final)
