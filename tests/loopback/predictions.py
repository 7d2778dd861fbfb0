"""Predictions on a clock: starting, processing, ended, and what they would have cost."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.loopback.faults import Fault

_STARTING_SHARE = 0.2
_ENDED = ("succeeded", "failed", "canceled", "aborted")


@dataclass(slots=True)
class Made:
    """One prediction that was accepted. Times are the server's own clock."""

    model: str
    inputs: dict[str, Any]
    created_at: datetime
    seconds: float
    fault: Fault | None = None
    id: str = field(default_factory=lambda: secrets.token_hex(13))
    canceled_at: datetime | None = None
    deadline: datetime | None = None

    def status(self, now: datetime) -> str:
        """The service's word for where it stands.

        A deadline that passes before the start aborts it, one that passes later cancels it.
        """
        if self.canceled_at is not None:
            return "canceled"
        if self._missed_deadline(now):
            assert self.deadline is not None
            has_begun = self._left_alone(self.deadline) != "starting"
            return "canceled" if has_begun else "aborted"
        return self._left_alone(now)

    def has_ended(self, now: datetime) -> bool:
        """Whether it will not change any more."""
        return self.status(now) in _ENDED

    def is_billed(self, now: datetime) -> bool:
        """Succeeded and canceled ones are, failed and aborted ones are not."""
        return self.status(now) in ("succeeded", "canceled")

    def cancel(self, now: datetime) -> None:
        """Cancel it, where it has not ended yet."""
        if not self.has_ended(now):
            self.canceled_at = now

    def ended_at(self, now: datetime) -> datetime:
        """When it ended or will end."""
        if self.canceled_at is not None:
            return self.canceled_at
        if self._missed_deadline(now):
            assert self.deadline is not None
            return self.deadline
        return self.created_at + timedelta(seconds=self.seconds)

    def is_expired(self, now: datetime, expiry: float) -> bool:
        """Whether it ended more than ``expiry`` seconds ago, so that its data has been removed."""
        return self.has_ended(now) and (now - self.ended_at(now)).total_seconds() > expiry

    def output(self, now: datetime, address: str) -> Any:
        """The result as the API tells it, None where there is none (yet)."""
        is_time = (now - self.created_at).total_seconds() >= self.seconds
        was_stopped = self.canceled_at is not None or self._missed_deadline(now)
        if self.fault and self.fault.output is not ... and is_time and not was_stopped:
            told = self.fault.output
            whole = {"URL": address}
            is_list = isinstance(told, list)
            return [whole.get(t, t) for t in told] if is_list else whole.get(told, told)
        return address if self.status(now) == "succeeded" else None

    def answer(self, now: datetime, *, origin: str, address: str, expiry: float) -> dict[str, Any]:
        """The prediction as the API describes it; ``address`` is where its image is fetched."""
        status = self.status(now)
        expired = self.is_expired(now, expiry)
        here = f"{origin}/v1/predictions/{self.id}"
        answer = {
            "id": self.id,
            "model": self.model,
            "version": "hidden",
            "input": {} if expired else self.inputs,
            "output": None if expired else self.output(now, address),
            "data_removed": expired,
            "error": self.fault.error if self.fault and status == "failed" else None,
            "status": status,
            "created_at": _text(self.created_at),
            "urls": {"get": here, "cancel": f"{here}/cancel", "web": f"{origin}/p/{self.id}"},
        }
        if self.deadline is not None:
            answer["deadline"] = _text(self.deadline)
        if status in _ENDED:
            answer["completed_at"] = _text(self.ended_at(now))
            answer["metrics"] = {"predict_time": self.seconds, "total_time": self.seconds}
        return answer

    def _left_alone(self, now: datetime) -> str:
        """The status that no cancellation and no deadline has touched."""
        elapsed = (now - self.created_at).total_seconds()
        outcome = self.fault.outcome if self.fault else "succeeded"
        if outcome not in _ENDED or elapsed >= self.seconds:
            return outcome
        return "starting" if elapsed < self.seconds * _STARTING_SHARE else "processing"

    def _missed_deadline(self, now: datetime) -> bool:
        if self.deadline is None or now < self.deadline:
            return False
        return self._left_alone(self.deadline) not in _ENDED


def seconds_of(duration: str) -> float | None:
    """The seconds in a ``Cancel-After`` header (``30s``, ``5m``, ``1h30m``); None if malformed."""
    parts = re.fullmatch(r"(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?", duration.strip())
    if parts is None or not any(parts.groups()):
        return None
    hours, minutes, seconds = (int(part or 0) for part in parts.groups())
    return 3600.0 * hours + 60.0 * minutes + seconds


def now() -> datetime:
    """The machine's clock."""
    return datetime.now(UTC)


def _text(time: datetime) -> str:
    return time.isoformat().replace("+00:00", "Z")
