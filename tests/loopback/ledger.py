"""What has happened at the stand-in: requests, uploads, predictions, and anything that must not."""

from __future__ import annotations

import math
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from tests.loopback.predictions import Made

_LOOK_EVERY = 0.02


@dataclass(slots=True)
class Upload:
    """A file that was handed over."""

    id: str
    name: str
    media_type: str
    body: bytes
    created_at: datetime
    expires_at: datetime


@dataclass(slots=True)
class Ledger:
    """The stand-in's memory; written by its handlers, read by tests in another thread."""

    predictions: dict[str, Made] = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)
    requests: list[tuple[str, str]] = field(default_factory=list)
    routes: Counter[str] = field(default_factory=Counter)
    fetched: Counter[str] = field(default_factory=Counter)
    delivered: Counter[str] = field(default_factory=Counter)
    leaks: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    peak_in_flight: int = 0
    minute: int = 0
    calls: int = 0
    changed: threading.Condition = field(default_factory=threading.Condition)

    def note(self, happening: Callable[[], object]) -> None:
        """Write something down and wake whoever waits for it."""
        with self.changed:
            happening()
            now = datetime.now(UTC)
            open_ones = sum(not made.has_ended(now) for made in self.predictions.values())
            self.peak_in_flight = max(self.peak_in_flight, open_ones)
            self.changed.notify_all()

    def wait_until(self, is_so: Callable[[], bool], seconds: float = 20.0) -> None:
        """Wait until something is so, here or anywhere else. Fails when ``seconds`` are over.

        Looks again with every happening, and now and then between them, because files and clocks
        tell nobody. The ledger is not locked meanwhile: the server goes on while a test looks.
        """
        give_up = time.monotonic() + seconds
        while not is_so():
            assert time.monotonic() < give_up, "the stand-in waited in vain"
            with self.changed:
                self.changed.wait(_LOOK_EVERY)

    def room_this_minute(self, allowed: int) -> tuple[int, int]:
        """How many calls are left in this minute of the clock, and the seconds until the next."""
        minute, second = divmod(int(time.time()), 60)
        if minute != self.minute:
            self.minute, self.calls = minute, 0
        self.calls += 1
        return max(0, allowed - self.calls), 60 - second

    def accepted_since(self, since: datetime) -> list[datetime]:
        """When predictions were accepted, from a time on."""
        return [made.created_at for made in self.predictions.values() if made.created_at >= since]


@dataclass(slots=True)
class RateLimit:
    """At most ``creates`` in any ``window``.

    A refusal tells to wait ``retry_after`` seconds, or, where that is None, as long as it really
    takes until there is room again: in the body, in the ``Retry-After`` header, or in neither.
    """

    window: timedelta
    creates: int
    retry_after: int | None = None
    in_body: bool = True
    in_header: bool = False

    def remaining(self, ledger: Ledger, now: datetime) -> int:
        """How many more creates there is room for."""
        return max(0, self.creates - len(ledger.accepted_since(now - self.window)))

    def refuses(self, ledger: Ledger, now: datetime) -> bool:
        """Whether one more create is over the limit."""
        return self.remaining(ledger, now) == 0

    def resets_in(self, ledger: Ledger, now: datetime) -> int:
        """Whole seconds until there is room for one more, 0 where there is some now."""
        taken = sorted(ledger.accepted_since(now - self.window))
        if len(taken) < self.creates:
            return 0
        return max(1, math.ceil((taken[-self.creates] + self.window - now).total_seconds()))


def low_credit(every: float = 10.0) -> RateLimit:
    """The limit with less than $5 credit: 6 a minute, burst 1, so one every ten seconds."""
    return RateLimit(timedelta(seconds=every), 1)
