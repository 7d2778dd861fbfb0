"""What the loupe shows, as frozen values: items in the order of a matrix or a gallery, and photos.

Whoever opens the loupe makes these; the loupe itself knows no batch and asks no disk for facts.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from carmp_desktop.core.model import JobStatus
from carmp_desktop.core.store.approvals import Verdict


class Fact(NamedTuple):
    """A line of what is known; a ``value`` of None is what the image's file says of its size."""

    label: str
    value: str | None


@dataclass(frozen=True, slots=True)
class Scene:
    """Something that can be looked at or compared with: its name, and its files if it has any.

    ``key`` is unique within a set. ``thumb`` is a small copy that is there sooner than the image.
    """

    key: Hashable
    name: str
    image: Path | None = None
    thumb: Path | None = None


@dataclass(frozen=True, slots=True)
class LoupeItem(Scene):
    """One image, or the place where one will be.

    ``row`` and ``name`` together are its title. ``status`` is None where nothing was ever asked
    for. ``state`` tells it in words, ``reason`` why it stands so. ``before`` is the key of what
    the image was made from. ``starred`` is None where there are no stars,
    ``verdict`` where nothing was said, or with ``can_judge`` False can be.
    """

    row: str = ""
    status: JobStatus | None = JobStatus.COMPLETED
    state: str = ""
    reason: str = ""
    facts: tuple[Fact, ...] = ()
    prompt: str = ""
    doubt: str = ""
    note: str = ""
    before: Hashable = None
    starred: bool | None = None
    can_touch_up: bool = False
    can_make_again: bool = False
    can_bin: bool = False
    verdict: Verdict | None = None
    can_judge: bool = False

    @property
    def title(self) -> str:
        """The place in words: ``Front ¾ left · Red Metallic``."""
        return " · ".join(filter(None, (self.row, self.name)))


@dataclass(frozen=True, slots=True)
class LoupeSet:
    """Everything the loupe walks through: ``columns`` items a row, at least one item in all."""

    title: str
    items: tuple[LoupeItem, ...]
    columns: int
    photos: tuple[Scene, ...] = ()
    places: dict[Hashable, int] = field(init=False, repr=False, compare=False)
    """Where each item stands, by its key."""

    def __post_init__(self) -> None:
        if not self.items or self.columns < 1:
            raise ValueError("a loupe needs items, and rows to walk")
        places = {item.key: place for place, item in enumerate(self.items)}
        object.__setattr__(self, "places", places)

    def scene(self, key: Hashable) -> Scene | None:
        """The item or photo of this key, None where there is none."""
        if key in self.places:
            return self.items[self.places[key]]
        return next((photo for photo in self.photos if photo.key == key), None)

    def origin(self, item: LoupeItem) -> Scene | None:
        """What an image is compared with at first: what it was made from, else the first photo."""
        before = self.scene(item.before) if item.before is not None else None
        if before is not None and before.image is not None:
            return before
        return self.photos[0] if self.photos else None

    def counterpart(self, item: LoupeItem, chosen: Hashable) -> Scene | None:
        """What an item is compared with: the chosen one, where that is another image.

        Else, and where ``chosen`` is None, its origin.
        """
        scene = self.scene(chosen) if chosen is not None else None
        if scene is not None and scene.key != item.key and scene.image is not None:
            return scene
        return self.origin(item)

    def step(self, place: int, *, across: int = 0, down: int = 0) -> int:
        """The place so many columns and rows on; where there is none, the place itself.

        Across it goes on from one row to the next.
        """
        to = place + across + down * self.columns
        return to if 0 <= to < len(self.items) else place

    def wanted(
        self, place: int, direction: tuple[int, int], other: Scene | None
    ) -> list[Path | None]:
        """The images to hold at a place, the most urgent first: more than are held.

        ``direction`` is how one walked last, across and down; ``other`` is what is compared with.
        """
        item, (across, down) = self.items[place], direction
        ahead, behind = (
            self.step(place, across=sign * across, down=sign * down) for sign in (1, -1)
        )
        origin = self.origin(item)
        return [
            item.image,
            other.image if other is not None else None,
            self.items[ahead].image,
            origin.image if origin is not None else None,
            self.items[behind].image,
        ]

    def with_item(self, item: LoupeItem) -> LoupeSet:
        """The set with an item in the place of the one with its key. Raises KeyError for none."""
        place = self.places[item.key]
        return replace(self, items=(*self.items[:place], item, *self.items[place + 1 :]))
