"""A plan of one trial: what is ordered, what goes wrong at the service, how the program dies."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Literal

from tests.loopback import Fault
from tests.loopback.faults import throttled

ANGLES = ("front_0", "front_3_4", "side_90", "rear_3_4")
COLORS = ("red_metallic", "blue_metallic", "black")
EXTRA_COLOR = "yellow"
"""The color that is added to a batch that stands."""

Command = Literal["batch", "resume", "again", "anew", "add"]
"""``again``, ``anew`` and ``add`` are the batch first and then what only the window can ask for:
its failed cells once more, a finished cell paid anew, a further color."""


Faults = Callable[[], list[Fault]]
"""Makes the faults of one trial; they count, so no two trials share them."""


def no_faults() -> list[Fault]:
    """The service is well."""
    return []


@dataclass(frozen=True, slots=True)
class Shape:
    """What a batch asks for; ``seconds`` is how long each prediction takes."""

    photos: int = 1
    angles: int = 1
    colors: int = 0
    auto_colorize: bool = True
    seconds: float = 0.05

    @property
    def jobs(self) -> int:
        """How many images it makes."""
        return self.angles * (1 + self.colors) if self.auto_colorize else self.angles

    @property
    def has_colors(self) -> bool:
        """Whether it makes images in two steps."""
        return self.auto_colorize and self.colors > 0

    @property
    def words(self) -> list[str]:
        """The options of `carmp-desktop batch`, without the photos."""
        angles = [word for key in ANGLES[: self.angles] for word in ("--angle", key)]
        colors = [word for key in COLORS[: self.colors] for word in ("--color", key)]
        return [*angles, *colors, *([] if self.auto_colorize else ["--no-auto-colorize"])]


@dataclass(frozen=True, slots=True)
class Step:
    """One life of the program and how it ends.

    At a named instant (``crash_at``), at a time after it has opened its profile (``kill_after``,
    seconds), or of itself. ``interrupt_at`` sends Ctrl-C when so many creates were accepted.
    """

    command: Command
    crash_at: str = ""
    kill_after: float | None = None
    interrupt_at: int = 0
    must_die: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """A trial. ``weather`` names the trouble of the service that is none of the point's own.

    ``may_fail`` where cells may end without an image, ``asked_twice`` where the user asks for an
    image a second time, ``on_other_disk`` where the gallery is on another file system.
    """

    group: str
    name: str
    seed: int
    shape: Shape
    steps: tuple[Step, ...]
    faults: Faults = no_faults
    weather: str = ""
    may_fail: bool = False
    asked_twice: int = 0
    on_other_disk: bool = False

    @property
    def label(self) -> str:
        """How it is asked for alone."""
        return f"--only {self.name} --seed {self.seed}"


WEATHERS: dict[str, tuple[Faults, dict[str, Any]]] = {
    "": (no_faults, {}),
    "broken downloads": (lambda: [Fault("download", "truncated", times=2)], {}),
    "busy": (lambda: [Fault("get", "status", status=503, times=1)], {}),
    "list lags": (no_faults, {"list_lag": 1.5}),
    "throttled": (lambda: [Fault("create", "status", status=429, body=throttled(1), times=1)], {}),
    "answers lost": (lambda: [Fault("create", "answer_lost", nth=2)], {}),
}
"""Ordinary trouble, by name: its faults, and what it sets at the stand-in."""


def draw_shape(dice: random.Random, *, least_angles: int = 1, least_colors: int = 0) -> Shape:
    """Some batch of one to nine images."""
    return Shape(
        photos=dice.randint(1, 3),
        angles=dice.randint(least_angles, 3),
        colors=dice.randint(least_colors, 2),
        auto_colorize=least_colors > 0 or dice.random() < 0.8,
        seconds=dice.choice((0.05, 0.05, 0.4)),
    )


def with_weather(plan: Plan, dice: random.Random) -> Plan:
    """The plan in one of the weathers, most often a fair one."""
    return replace(plan, weather=dice.choice(("", "", *WEATHERS)))
