"""Where photos come in: dropped files and folders, and pictures from the clipboard, looked at."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from carmp_desktop.core.paths import Profile
from carmp_desktop.core.photos import OpenedPhoto, gather, open_photo
from carmp_desktop.core.problems import Failure, Problem
from carmp_desktop.qt.loop import Tasks

_NOTHING: Mapping[Path, str] = MappingProxyType({})


class PhotoIntake(QObject):
    """Validates photos off the window's thread; each one is answered by a signal of its own."""

    opened = Signal(object)
    """An `OpenedPhoto`: validated, its thumbnail on disk."""
    refused = Signal(str, object)
    """A file's name, and the `Problem` that says why it is not taken."""
    looked_at = Signal()
    """Every file of one `open` has been answered."""

    def __init__(self, profile: Profile, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thumbs = profile.thumbs / "photos"
        self._pasted = profile.data / "pasted"
        self._tasks = tasks

    def open(self, paths: Sequence[Path], shown: Mapping[Path, str] = _NOTHING) -> None:
        """Look at dropped files and folders.

        ``shown`` gives the key of the angle a file shows, where that is known.
        """
        self._tasks.spawn(self._open(tuple(paths), shown))

    def open_pasted(self, image: QImage) -> None:
        """Take a picture from the clipboard as a photo."""
        self._tasks.spawn(self._open_pasted(image))

    async def _open(self, paths: tuple[Path, ...], shown: Mapping[Path, str]) -> None:
        later = asyncio.get_running_loop().call_soon
        opening = [
            asyncio.ensure_future(asyncio.to_thread(_open, path, self._thumbs, shown.get(path)))
            for path in await asyncio.to_thread(gather, paths)
        ]
        try:
            for each in opening:
                name, answer = await each
                if isinstance(answer, Problem):
                    later(self.refused.emit, name, answer)
                else:
                    later(self.opened.emit, answer)
        finally:  # whoever waits for the photos goes on, even where one has met a bug
            later(self.looked_at.emit)

    async def _open_pasted(self, image: QImage) -> None:
        file = self._pasted / f"pasted-{datetime.now().astimezone():%Y%m%d-%H%M%S-%f}.png"
        await asyncio.to_thread(self._pasted.mkdir, parents=True, exist_ok=True)
        await asyncio.to_thread(image.save, str(file))
        await self._open((file,), _NOTHING)


def _open(path: Path, thumbs: Path, shown: str | None) -> tuple[str, OpenedPhoto | Problem]:
    try:
        opened = open_photo(path, thumbs)
    except Failure as failure:
        return path.name, failure.problem
    return path.name, replace(opened, photo=replace(opened.photo, angle_key=shown))
