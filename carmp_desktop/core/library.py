"""The gallery as the user sees it: every image of the profile, searched, starred, binned.

All images are held as light rows, read once. New ones are added at the next look, and what was
said of any is taken over; when another run of the program has written to the database, everything
is read anew.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from carmp_desktop.core.library_files import (
    Sources,
    missing_files,
    missing_pictures,
    sources_of,
)
from carmp_desktop.core.library_view import (
    AS_MADE,
    BatchChoice,
    Choice,
    Missing,
    Query,
    View,
    view_of,
)
from carmp_desktop.core.log import LOG
from carmp_desktop.core.problems import Problem
from carmp_desktop.core.store.approvals import Verdict
from carmp_desktop.core.store.database import Database
from carmp_desktop.core.store.pictures import Picture, PictureBook, Removable

__all__ = [
    "AS_MADE",
    "BatchChoice",
    "Choice",
    "Emptied",
    "Library",
    "Missing",
    "Picture",
    "Query",
    "Sources",
    "View",
    "missing_files",
]


@dataclass(frozen=True, slots=True)
class Emptied:
    """What became of the bin: images and bytes that left, images that their batch still needs.

    ``problem`` says why the rest could not leave either, None where it could.
    """

    images: int
    bytes: int
    kept: int
    problem: Problem | None = None


class Library:
    """The images of one profile. Made on the core's loop, and used there."""

    def __init__(self, database: Database) -> None:
        self._book = PictureBook(database)
        self._version: int | None = None
        self._pictures: dict[int, Picture] = {}
        self._gone: frozenset[int] = frozenset()
        # One at a time: what is read must not put back what has been changed meanwhile.
        self._gate = asyncio.Lock()

    async def search(self, query: Query) -> tuple[Picture, ...]:
        """The images that a query asks for, newest first."""
        return (await self.view(query)).pictures

    async def view(self, query: Query) -> View:
        """The same, with the counts and choices that a page shows beside them."""
        pictures = await self._all()
        view = await asyncio.to_thread(view_of, pictures, query)
        return replace(view, missing=self._missing())

    async def sources(self, batch_id: str) -> Sources:
        """The photos that a batch was made from, as far as their files are there."""
        request = await self._book.request(batch_id)
        return await asyncio.to_thread(sources_of, request) if request is not None else Sources()

    async def look_for_files(self) -> Missing:
        """Find out which of the images that were read last have no file any more."""
        self._gone = await missing_pictures(
            [each for each in self._pictures.values() if each.binned_at is None]
        )
        return self._missing()

    async def star(self, ids: Collection[int], *, on: bool) -> None:
        """Give images a star, or take it."""
        async with self._gate:
            await self._book.star(ids, on=on)
            self._change(ids, lambda picture: replace(picture, starred=on))

    async def bin(self, ids: Collection[int]) -> None:
        """Put images into the bin; their files stay where they are."""
        async with self._gate:
            at = await self._book.bin(ids, on=True)
            self._change(ids, lambda picture: replace(picture, binned_at=at))

    async def restore(self, ids: Collection[int]) -> None:
        """Take images out of the bin."""
        async with self._gate:
            await self._book.bin(ids, on=False)
            self._change(ids, lambda picture: replace(picture, binned_at=None))

    async def empty_bin(self) -> Emptied:
        """Hand the files in the bin to the system's recycle bin, and forget their images.

        What belongs to a batch that is still being made stays: its colors may need it. Where the
        system refuses a file, that one and the rest stay as they are.
        """
        binned = sum(picture.binned_at is not None for picture in await self._all())
        removable = await self._book.removable()
        gone, problem = await asyncio.to_thread(_recycle, removable)
        async with self._gate:
            await self._book.remove(item.id for item in gone)
            for item in gone:
                self._pictures.pop(item.id, None)
        size = sum(item.size for item in gone)
        return Emptied(len(gone), size, kept=binned - len(removable), problem=problem)

    async def _all(self) -> list[Picture]:
        """Every image there is now, oldest first."""
        async with self._gate:
            # Not the highest id ever seen: the database gives that of a deleted row once more.
            newest = max(self._pictures, default=0)
            found, state = await self._book.read(after=newest)
            if newest and state.version != self._version:
                self._pictures.clear()
                found, state = await self._book.read()
            self._version = state.version
            self._pictures.update((picture.id, picture) for picture in found)
            self._take_over(state.verdicts)
        return list(self._pictures.values())

    def _take_over(self, verdicts: Mapping[int, Verdict]) -> None:
        """Say of every image what is said of it by now."""
        for number, picture in self._pictures.items():
            said = verdicts.get(number)
            if said is not picture.approval:
                self._pictures[number] = replace(picture, approval=said)

    def _missing(self) -> Missing:
        """What was found to be gone, as far as it is still in the gallery."""
        known = (self._pictures.get(each) for each in self._gone)
        sizes = [each.size for each in known if each is not None and each.binned_at is None]
        return Missing(len(sizes), sum(sizes))

    def _change(self, ids: Collection[int], change: Callable[[Picture], Picture]) -> None:
        known = [number for number in ids if number in self._pictures]
        self._pictures.update((number, change(self._pictures[number])) for number in known)


def _recycle(removable: list[Removable]) -> tuple[list[Removable], Problem | None]:
    """Move files to the system's recycle bin; the answer is what has left, and what stopped it."""
    from send2trash import send2trash  # type: ignore[import-untyped] # it ships no types

    gone: list[Removable] = []
    for item in removable:
        try:
            if item.file.exists():
                send2trash(item.file)
        except OSError as error:
            return gone, _not_recycled(item.file, error)
        gone.append(item)
        _discard(item.thumb)
    return gone, None


def _discard(thumb: Path) -> None:
    """Remove a thumbnail, which could be made again at any time."""
    try:
        thumb.unlink(missing_ok=True)
    except OSError as error:
        LOG.warning("the thumbnail %s stays: %s", thumb, error)


def _not_recycled(file: Path, error: OSError) -> Problem:
    return Problem(
        code="bin_not_emptied",
        title="Bin not emptied",
        sentence="The system's recycle bin did not take {file}: {error}.",
        action="Check the permissions of the gallery folder, then empty the bin again.",
        fields={"file": file.name, "error": error.strerror or str(error)},
        retryable=True,
    )
