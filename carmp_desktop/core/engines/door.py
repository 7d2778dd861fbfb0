"""The door every engine stands behind: orders go in, image files come out.

The batch runner opens one `BatchSession` per batch and hands it `Order`s, as many at once as there
are; the session answers each with a `Made` or raises `Failure`. How the image comes to be (a paid
prediction, a repaint on this computer) is the engine's own affair.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from carmp_desktop.core.model import Angle, Batch, Color, EngineName, Job

Told = Callable[[str | None], None]
"""Called when work on an order begins, and again whenever it must wait: the argument says for
what, in a few words, and is None while it simply runs. Called on the core's loop, never blocks."""


@dataclass(frozen=True, slots=True)
class AngleImage:
    """A finished angle image, as the colors of its row need it.

    ``source_url`` is the address the service gave it and expires; the file does not.
    ``job_id`` finds what an engine kept beside the image.
    """

    job_id: str
    file: Path
    source_url: str | None


@dataclass(frozen=True, slots=True)
class Order:
    """One image to make. ``color`` and ``angle_image`` are set for color jobs only.

    The engine writes the image's bytes to ``part``, a path in the folder where the image will
    live; the runner renames it, so a half-written file never carries a final name.
    """

    job: Job
    angle: Angle
    part: Path
    color: Color | None = None
    angle_image: AngleImage | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """An image that is complete at the order's ``part``.

    ``suffix`` is the file ending its bytes deserve (".png", ".jpg", ".webp"). ``cost`` is in US
    dollars, 0 for local work. ``note`` and ``doubt`` are shown with the card.
    """

    suffix: str
    model: str
    source_url: str | None = None
    prediction_id: str | None = None
    cost: float = 0.0
    note: str | None = None
    doubt: str | None = None


class BatchSession(Protocol):
    """One batch's time at an engine: its uploads or cut-outs are shared by its orders."""

    async def make(self, order: Order, told: Told) -> Made:
        """Make one image. Raises `Failure`; cancellation stops the work at the engine too."""
        ...

    async def aclose(self) -> None:
        """Let go of what the batch held; called once, after the last order has ended."""
        ...


class Engine(Protocol):
    """A maker of images, open as long as the program."""

    @property
    def name(self) -> EngineName:
        """Which of the two engines this is."""
        ...

    async def open_batch(self, batch: Batch) -> BatchSession:
        """Begin a batch. Raises `Failure` where nothing of it could succeed (no token)."""
        ...

    async def aclose(self) -> None:
        """Close connections and workers; called once, at the end of the program."""
        ...
