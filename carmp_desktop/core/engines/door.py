"""The door every engine stands behind: orders go in, image files come out.

The batch runner opens one `BatchSession` per batch and hands it `Order`s, as many at once as there
are; the session answers each with a `Made` or raises `Failure`. How the image comes to be (a paid
prediction, a repaint on this computer) is the engine's own affair.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from carmp_desktop.core.model import Angle, AngleImage, Batch, Color, EngineName, Job


class Told(Protocol):
    """Called when work on an order begins, and again whenever it must wait.

    ``reason`` says for what, in a few words, and is None while it simply runs; ``until`` is when
    the wait ends, where that is known. Called on the core's loop, never blocks.
    """

    def __call__(self, reason: str | None, until: datetime | None = None) -> None:
        """Take the news."""
        ...


Permission = Callable[[], Awaitable[None]]
"""Awaited before anything new is begun for an order: an interrupted batch may wait for its user."""


async def granted() -> None:
    """The permission of an order that waits for nobody."""


@dataclass(frozen=True, slots=True)
class Order:
    """One image to make. ``color`` and ``angle_image`` are set for color jobs only.

    The engine writes the image's bytes to ``part``; the runner takes it from there, so that a
    half-written file never carries a final name. What an earlier run of the program has begun for
    the same job is taken up; only before something new is begun ``permission`` is asked.
    """

    job: Job
    angle: Angle
    part: Path
    color: Color | None = None
    angle_image: AngleImage | None = None
    permission: Permission = granted


@dataclass(frozen=True, slots=True)
class Made:
    """An image that is complete at the order's ``part``.

    ``suffix`` is the file ending its bytes deserve (".png", ".jpg", ".webp"). ``asked_at`` is when
    a service was asked for it, ``cost`` is in US dollars, 0 for local work. ``note`` and ``doubt``
    are shown with the card.
    """

    suffix: str
    model: str
    source_url: str | None = None
    prediction_id: str | None = None
    asked_at: datetime | None = None
    cost: float = 0.0
    note: str | None = None
    doubt: str | None = None


class BatchSession(Protocol):
    """One batch's time at an engine: its uploads or cut-outs are shared by its orders."""

    async def make(self, order: Order, told: Told) -> Made:
        """Make one image, or take up what was begun for it.

        Raises `Failure`. Cancellation stops the work at the engine too, and ends in one of three
        ways: the image after all, where it was finished already; a `Failure` that says what the
        cancellation cost; or plain `CancelledError`, where nothing had begun.
        """
        ...

    def leave(self) -> None:
        """From now on a cancellation lets go of the work and stops nothing; it is for later."""
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
