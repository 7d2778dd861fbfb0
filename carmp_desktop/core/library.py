"""The gallery as the user sees it: every image of the profile, searched, starred, binned.

All images are held as light rows, read once. New ones are added at the next look; when another
run of the program has written to the database, everything is read anew.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from carmp_desktop.core.log import LOG
from carmp_desktop.core.problems import Problem
from carmp_desktop.core.store.database import Database
from carmp_desktop.core.store.pictures import Picture, PictureBook, Removable

__all__ = ["AS_MADE", "Choice", "Emptied", "Library", "Picture", "Query", "View"]

AS_MADE = ""
"""In place of a color's key: the angles' own images, which nobody has painted."""


@dataclass(frozen=True, slots=True)
class Query:
    """Which images are wanted; None and "" leave a thing open.

    All ``words`` must occur in car, angle, color or prompt, in any case and order. ``car`` is a
    name, ``angle`` and ``color`` are keys, ``engine`` an engine's name. ``since`` and ``until``
    are days on the user's clock, both included. With ``binned`` the bin is searched, else all
    that is not in it.
    """

    words: str = ""
    car: str | None = None
    angle: str | None = None
    color: str | None = None
    batch: str | None = None
    engine: str | None = None
    since: date | None = None
    until: date | None = None
    starred: bool = False
    binned: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it asks for nothing in particular, in the gallery or in the bin."""
        return replace(self, binned=False) == Query()


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to filter by: its key, its name, how many images have it; ``hex`` for a color."""

    key: str
    label: str
    count: int
    hex: str | None = None


@dataclass(frozen=True, slots=True)
class View:
    """What a query found, newest first, among how many, and what else could be asked for.

    ``images`` and ``bytes`` count everything that is not in the bin, ``binned`` what is in it.
    Cars are those of the newest images first, angles and colors the most frequent first.
    """

    query: Query
    pictures: tuple[Picture, ...] = ()
    images: int = 0
    bytes: int = 0
    binned: int = 0
    cars: tuple[Choice, ...] = ()
    angles: tuple[Choice, ...] = ()
    colors: tuple[Choice, ...] = ()


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
        # One at a time: what is read must not put back what has been changed meanwhile.
        self._gate = asyncio.Lock()

    async def search(self, query: Query) -> tuple[Picture, ...]:
        """The images that a query asks for, newest first."""
        return (await self.view(query)).pictures

    async def view(self, query: Query) -> View:
        """The same, with the counts and choices that a page shows beside them."""
        pictures = await self._all()
        return await asyncio.to_thread(_view, pictures, query)

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
            found, version = await self._book.read(after=newest)
            if newest and version != self._version:
                self._pictures.clear()
                found, version = await self._book.read()
            self._version = version
            self._pictures.update((picture.id, picture) for picture in found)
        return list(self._pictures.values())

    def _change(self, ids: Collection[int], change: Callable[[Picture], Picture]) -> None:
        known = [number for number in ids if number in self._pictures]
        self._pictures.update((number, change(self._pictures[number])) for number in known)


def _view(pictures: list[Picture], query: Query) -> View:
    binned = [picture for picture in pictures if picture.binned_at is not None]
    present = [picture for picture in pictures if picture.binned_at is None]
    shelf = binned if query.binned else present
    shelf.sort(key=lambda picture: (picture.made_at, picture.id), reverse=True)
    return View(
        query=query,
        pictures=tuple(_found(shelf, query)),
        images=len(present),
        bytes=sum(picture.size for picture in present),
        binned=len(binned),
        cars=_cars(shelf),
        angles=_choices((each.angle_key, each.angle, None) for each in shelf if each.angle_key),
        colors=_choices((each.color_key or AS_MADE, each.color, each.color_hex) for each in shelf),
    )


def _found(shelf: list[Picture], query: Query) -> list[Picture]:
    """Narrow the shelf by one condition after the other, the cheap ones first."""
    exact = {
        "car": query.car,
        "angle_key": query.angle,
        "batch_id": query.batch,
        "engine": query.engine,
    }
    found = shelf
    for name, wanted in exact.items():
        if wanted is not None:
            found = [picture for picture in found if getattr(picture, name) == wanted]
    if query.color is not None:
        found = [picture for picture in found if (picture.color_key or AS_MADE) == query.color]
    if query.starred:
        found = [picture for picture in found if picture.starred]
    if query.since is not None or query.until is not None:
        since, until = query.since or date.min, query.until or date.max
        found = [each for each in found if since <= each.made_at.astimezone().date() <= until]
    for word in query.words.casefold().split():
        found = _with_word(found, word)
    return found


def _with_word(pictures: list[Picture], word: str) -> list[Picture]:
    """Those with the word; each of the texts, which thousands share, is looked at only once."""
    holds: dict[str, bool] = {}

    def has(text: str) -> bool:
        known = holds.get(text)
        if known is None:
            known = holds[text] = word in text.casefold()
        return known

    return [
        each
        for each in pictures
        if has(each.car) or has(each.angle) or has(each.color) or has(each.prompt)
    ]


def _cars(shelf: list[Picture]) -> tuple[Choice, ...]:
    counts = Counter(picture.car for picture in shelf if picture.car)
    return tuple(Choice(car, car, count) for car, count in counts.items())


def _choices(named: Iterable[tuple[str, str, str | None]]) -> tuple[Choice, ...]:
    """One choice for each key, in the words of its newest image."""
    counts: Counter[str] = Counter()
    names: dict[str, tuple[str, str | None]] = {}
    for key, label, color_hex in named:
        counts[key] += 1
        names.setdefault(key, (label, color_hex))
    return tuple(
        Choice(key, names[key][0], count, names[key][1]) for key, count in counts.most_common()
    )


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
