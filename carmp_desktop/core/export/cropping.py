"""How a picture is brought to an aspect without cutting the car: pure geometry, in pixels.

The largest window of the aspect that holds the car wins. Where there is none, a plain backdrop is
continued; else the aspect is missed as little as can be, or bars are added where it must be met.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from carmp_desktop.core.export.profiles import ExportProfile, Rule

_AIR = 0.02
"""So much of a picture's width and height stays around the car, where there is so much."""

CENTER = 0.8
"""The car should be inside so much of the picture."""


class Box(NamedTuple):
    """A rectangle, in pixels: from ``left``, ``top`` up to, without, ``right``, ``bottom``."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        """Pixels across."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """Pixels down."""
        return self.bottom - self.top

    def holds(self, other: Box) -> bool:
        """Whether the other is wholly inside."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and self.right >= other.right
            and self.bottom >= other.bottom
        )


class Sides(NamedTuple):
    """Pixels added at each side."""

    left: int = 0
    top: int = 0
    right: int = 0
    bottom: int = 0


class Ground(StrEnum):
    """What is put where a picture has to grow."""

    NOTHING = ""
    BACKDROP = "backdrop"
    BARS = "bars"


@dataclass(frozen=True, slots=True)
class CarPlace:
    """Where the car is in a picture, and at which sides the backdrop is plain enough to go on.

    ``size`` is the picture's, as the viewer sees it. ``is_known`` where the place comes from an
    outline and not from a guess.
    """

    size: tuple[int, int]
    box: Box
    is_known: bool = False
    plain_across: bool = False
    plain_down: bool = False


@dataclass(frozen=True, slots=True)
class Framing:
    """What is done to a picture: ``window`` is cut, ``added`` put around it, scaled to ``size``.

    ``missed`` where the aspect of the profile could not be had; ``share`` is the part of the
    width that the car takes, ``enlarges`` by how much the picture grows, 1 where it does not.
    """

    window: Box
    size: tuple[int, int]
    added: Sides = Sides()
    ground: Ground = Ground.NOTHING
    missed: bool = False
    share: float = 1.0
    enlarges: float = 1.0


def frame(place: CarPlace, profile: ExportProfile, *, enlarge: bool = False) -> Framing:
    """How a picture with the car at ``place`` becomes what the profile wants."""
    whole = Box(0, 0, *place.size)
    kept = _with_room(place, whole)
    window, added, ground, missed = whole, Sides(), Ground.NOTHING, False
    if profile.aspect is not None:
        window = _window(whole, kept, profile.aspect)
        if not _has_aspect(window.width, window.height, profile.aspect):
            added = _growth(window, profile.aspect)
            plain = place.plain_across if added.left or added.right else place.plain_down
            ground = Ground.BACKDROP if plain else Ground.BARS
            if ground is Ground.BARS and profile.aspect_rule is Rule.WISH:
                added, ground, missed = Sides(), Ground.NOTHING, True
    width = window.width + added.left + added.right
    height = window.height + added.top + added.bottom
    scale = _scale(max(width, height), profile, enlarge=enlarge)
    return Framing(
        window=window,
        size=_scaled(width, height, scale, None if missed else profile.aspect),
        added=added,
        ground=ground,
        missed=missed,
        share=place.box.width / width,
        enlarges=max(1.0, scale),
    )


def _with_room(place: CarPlace, whole: Box) -> Box:
    """What is not cut: the car with some air around it.

    Where the backdrop can be continued in the other direction instead, the car with all the room
    it should have.
    """
    car = place.box
    across, down = whole.width * _AIR, whole.height * _AIR
    if place.plain_down:
        across = max(across, (car.width / CENTER - car.width) / 2)
    if place.plain_across:
        down = max(down, (car.height / CENTER - car.height) / 2)
    return Box(
        max(whole.left, math.floor(car.left - across)),
        max(whole.top, math.floor(car.top - down)),
        min(whole.right, math.ceil(car.right + across)),
        min(whole.bottom, math.ceil(car.bottom + down)),
    )


def _window(whole: Box, kept: Box, aspect: float) -> Box:
    """The window nearest to the aspect that holds what is kept, with the car in its middle."""
    if whole.width > whole.height * aspect:
        width = max(round(whole.height * aspect), kept.width)
        left = _beginning((kept.left + kept.right - width) / 2, width, whole.width)
        return Box(left, whole.top, left + width, whole.bottom)
    height = max(round(whole.width / aspect), kept.height)
    top = _beginning((kept.top + kept.bottom - height) / 2, height, whole.height)
    return Box(whole.left, top, whole.right, top + height)


def _beginning(wanted: float, length: int, room: int) -> int:
    return min(max(0, round(wanted)), room - length)


def _has_aspect(width: int, height: int, aspect: float) -> bool:
    """Whether a size has the aspect, as near as whole pixels come to it."""
    return round(height * aspect) == width or round(width / aspect) == height


def _growth(window: Box, aspect: float) -> Sides:
    """What a window lacks to the aspect, the same on both sides."""
    across = max(0, round(window.height * aspect) - window.width)
    down = max(0, round(window.width / aspect) - window.height) if not across else 0
    return Sides(across // 2, down // 2, across - across // 2, down - down // 2)


def _scale(long_side: int, profile: ExportProfile, *, enlarge: bool) -> float:
    if profile.long_side is not None and long_side > profile.long_side:
        return profile.long_side / long_side
    if enlarge and profile.least_long_side is not None and long_side < profile.least_long_side:
        return profile.least_long_side / long_side
    return 1.0


def _scaled(width: int, height: int, scale: float, aspect: float | None) -> tuple[int, int]:
    """The size in whole pixels; the shorter side follows from the longer one and the aspect."""
    if scale == 1.0:
        return width, height
    ratio = aspect or width / height
    if width >= height:
        across = round(width * scale)
        return across, max(1, round(across / ratio))
    down = round(height * scale)
    return max(1, round(down * ratio)), down
