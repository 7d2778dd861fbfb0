"""What has happened at the stand-in: requests, uploads, predictions, and anything that must not."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from tests.loopback.predictions import Made


@dataclass(slots=True)
class Upload:
    """A file that was handed over."""

    id: str
    name: str
    media_type: str
    body: bytes


@dataclass(slots=True)
class Ledger:
    """The stand-in's memory; written by its handlers, read by tests in another thread."""

    predictions: dict[str, Made] = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)
    requests: list[tuple[str, str]] = field(default_factory=list)
    routes: Counter[str] = field(default_factory=Counter)
    leaks: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    peak_in_flight: int = 0
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
        """Wait until something is so; looks again with every request. Fails in the end."""
        with self.changed:
            assert self.changed.wait_for(is_so, seconds), "the stand-in waited in vain"

    def accepted_since(self, since: datetime) -> list[datetime]:
        """When predictions were accepted, from a time on."""
        return [made.created_at for made in self.predictions.values() if made.created_at >= since]


@dataclass(slots=True)
class RateLimit:
    """At most ``creates`` in any ``window``; a refusal tells to wait ``retry_after`` seconds."""

    window: timedelta
    creates: int
    retry_after: int
    in_body: bool = True

    def refuses(self, ledger: Ledger, now: datetime) -> bool:
        """Whether one more create is over the limit."""
        return len(ledger.accepted_since(now - self.window)) >= self.creates
