"""What is asked of the gallery and what is found: queries, choices, and the views that answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from carmp_desktop.core.store.approvals import Verdict
from carmp_desktop.core.store.picture import Picture

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
    approved: bool = False
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
class BatchChoice:
    """A batch to filter by: its id, its car or "", when it was created, how many images it has."""

    key: str
    car: str
    begun_at: datetime
    count: int


@dataclass(frozen=True, slots=True)
class Missing:
    """How many images of the gallery have no file any more, and the bytes they had."""

    images: int = 0
    bytes: int = 0


@dataclass(frozen=True, slots=True)
class View:
    """What a query found, newest first, among how many, and what else could be asked for.

    ``images`` and ``bytes`` count everything that is not in the bin, ``binned`` what is in it;
    ``missing`` is what of the former was found to have no file when files were looked for last.
    Cars are those of the newest images first, angles and colors the most frequent first, batches
    the newest first.
    """

    query: Query
    pictures: tuple[Picture, ...] = ()
    images: int = 0
    bytes: int = 0
    binned: int = 0
    missing: Missing = Missing()
    cars: tuple[Choice, ...] = ()
    angles: tuple[Choice, ...] = ()
    colors: tuple[Choice, ...] = ()
    batches: tuple[BatchChoice, ...] = ()


def view_of(pictures: Iterable[Picture], query: Query) -> View:
    """Answer a query from all images there are."""
    binned: list[Picture] = []
    present: list[Picture] = []
    for picture in pictures:
        (present if picture.binned_at is None else binned).append(picture)
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
        batches=_batches(shelf),
    )


def _found(shelf: list[Picture], query: Query) -> list[Picture]:
    """Narrow the shelf by one condition after the other, the cheap ones first."""
    exact = {
        "car": query.car,
        "angle_key": query.angle,
        "batch_id": query.batch,
        "engine": query.engine,
        "starred": query.starred or None,
        "approval": Verdict.APPROVED if query.approved else None,
    }
    found = shelf
    for name, wanted in exact.items():
        if wanted is not None:
            found = [picture for picture in found if getattr(picture, name) == wanted]
    if query.color is not None:
        found = [picture for picture in found if (picture.color_key or AS_MADE) == query.color]
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


def _cars(shelf: Sequence[Picture]) -> tuple[Choice, ...]:
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


def _batches(shelf: Sequence[Picture]) -> tuple[BatchChoice, ...]:
    """One choice for each batch of the shelf."""
    counts = Counter(picture.batch_id for picture in shelf)
    any_of = {picture.batch_id: picture for picture in shelf}
    choices = [
        BatchChoice(batch_id, any_of[batch_id].car, begun_at, count)
        for batch_id, count in counts.items()
        if batch_id is not None and (begun_at := any_of[batch_id].begun_at) is not None
    ]
    return tuple(sorted(choices, key=lambda each: each.begun_at, reverse=True))
