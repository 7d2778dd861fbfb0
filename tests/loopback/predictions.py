"""Predictions on a clock: starting, processing, ended, and what they would have cost."""

from __future__ import annotations

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

    def status(self, now: datetime) -> str:
        """The service's word for where it stands."""
        if self.canceled_at is not None:
            return "canceled"
        elapsed = (now - self.created_at).total_seconds()
        outcome = self.fault.outcome if self.fault else "succeeded"
        if outcome not in _ENDED or elapsed >= self.seconds:
            return outcome
        return "starting" if elapsed < self.seconds * _STARTING_SHARE else "processing"

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

    def answer(self, now: datetime, *, origin: str, delivery: str, expiry: float) -> dict[str, Any]:
        """The prediction as the API describes it."""
        status = self.status(now)
        ended_at = self.created_at + timedelta(seconds=self.seconds)
        expired = status in _ENDED and (now - ended_at).total_seconds() > expiry
        output: Any = None
        if status == "succeeded":
            output = f"{delivery}/output/{self.id}.png"
        if self.fault and self.fault.output is not ... and self.has_said_output(now):
            output = self.fault.output
            if output == "URL":
                output = f"{delivery}/output/{self.id}.png"
            elif output == ["URL"]:
                output = [f"{delivery}/output/{self.id}.png"]
        here = f"{origin}/v1/predictions/{self.id}"
        answer = {
            "id": self.id,
            "model": self.model,
            "version": "hidden",
            "input": {} if expired else self.inputs,
            "output": None if expired else output,
            "data_removed": expired,
            "error": self.fault.error if self.fault and status == "failed" else None,
            "status": status,
            "created_at": _text(self.created_at),
            "urls": {"get": here, "cancel": f"{here}/cancel", "web": f"{origin}/p/{self.id}"},
        }
        if status in _ENDED:
            answer["completed_at"] = _text(ended_at)
            answer["metrics"] = {"predict_time": self.seconds, "total_time": self.seconds}
        return answer

    def has_said_output(self, now: datetime) -> bool:
        """Whether the time for an output has come, whatever the status says."""
        return (now - self.created_at).total_seconds() >= self.seconds


def now() -> datetime:
    """The machine's clock."""
    return datetime.now(UTC)


def _text(time: datetime) -> str:
    return time.isoformat().replace("+00:00", "Z")
