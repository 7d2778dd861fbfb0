"""The order of the gallery: days, newest first, then cars, then batches as their matrix reads."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from carmp_desktop.core.library import Picture


@dataclass(frozen=True, slots=True)
class Section:
    """A car's images of one day: the first one's place among all, and how many there are."""

    day: date
    car: str
    first: int
    count: int
    is_local: bool


def day_of(picture: Picture) -> date:
    """The day it was made, on the user's clock."""
    return picture.made_at.astimezone().date()


def arranged(pictures: Iterable[Picture]) -> tuple[tuple[Picture, ...], tuple[Section, ...]]:
    """Images, newest first, in the order they are shown in, and the sections they make.

    Images of one cell that was made several times follow each other, the newest first.
    """
    groups: dict[tuple[date, str], list[Picture]] = {}
    batches: dict[str | None, int] = {}
    for picture in pictures:
        batches.setdefault(picture.batch_id, len(batches))
        groups.setdefault((day_of(picture), picture.car), []).append(picture)
    order: list[Picture] = []
    sections = []
    for (day, car), group in groups.items():
        is_local = all(picture.is_local for picture in group)
        sections.append(Section(day, car, len(order), len(group), is_local))
        order += sorted(group, key=lambda each: (batches[each.batch_id], each.position))
    return tuple(order), tuple(sections)
