"""The library's work on behalf of the window: asked here, done on the core's loop, told as signals.

As with the job manager, nothing is emitted inside a task.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Coroutine
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from carmp_desktop.core.library import Library, Query
from carmp_desktop.qt.loop import Tasks

T = TypeVar("T")


class LibraryWork(QObject):
    """Made on the window's running loop. ``report`` hears of what fails."""

    looked = Signal(object)
    """The `View` that was asked for last."""

    changed = Signal()
    """Stars or bin are as was asked, or the bin is empty: what was seen is out of date."""

    emptied = Signal(object)
    """What became of the bin, as `Emptied`."""

    def __init__(
        self,
        library: Library,
        report: Callable[[BaseException], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._loop = asyncio.get_running_loop()
        self._tasks = Tasks(report)
        self._wanted: Query | None = None
        self._is_looking = False
        self._is_closed = False

    def look(self, query: Query) -> None:
        """Search; of several queries in a row, those that the next one overtakes are left out."""
        self._wanted = query
        if not self._is_looking:
            self._is_looking = True
            self._spawn(self._look())

    def star(self, ids: Collection[int], *, on: bool) -> None:
        """Give images a star, or take it."""
        self._spawn(self._change(self._library.star(ids, on=on)))

    def bin(self, ids: Collection[int]) -> None:
        """Put images into the bin."""
        self._spawn(self._change(self._library.bin(ids)))

    def restore(self, ids: Collection[int]) -> None:
        """Take images out of the bin."""
        self._spawn(self._change(self._library.restore(ids)))

    def empty_bin(self) -> None:
        """Hand the files in the bin to the system's recycle bin."""
        self._spawn(self._empty_bin())

    def shutdown(self) -> None:
        """Ask for nothing more: the core is about to be closed."""
        self._is_closed = True

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        if self._is_closed:
            work.close()
        else:
            self._tasks.spawn(work)

    async def _look(self) -> None:
        try:
            while (query := self._wanted) is not None:
                self._wanted = None
                view = await self._on_core(self._library.view(query))
                if self._wanted is None:
                    self._loop.call_soon(self.looked.emit, view)
        finally:
            self._is_looking = False

    async def _change(self, work: Coroutine[Any, Any, None]) -> None:
        await self._on_core(work)
        self._loop.call_soon(self.changed.emit)

    async def _empty_bin(self) -> None:
        try:
            emptied = await self._on_core(self._library.empty_bin())
            self._loop.call_soon(self.emptied.emit, emptied)
        finally:
            self._loop.call_soon(self.changed.emit)

    async def _on_core(self, work: Coroutine[Any, Any, T]) -> T:
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work, self._library.loop))
