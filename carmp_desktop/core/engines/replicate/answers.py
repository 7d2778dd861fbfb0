"""What the service said, as values: a prediction's state, an uploaded file, a refusal.

The three exceptions say the one thing that matters about a request that did not work: was it
surely not accepted, is that unknown, or is it final?

    ServiceFault
    ├── NotAccepted      surely never begun: safe to send again
    │   └── RateLimited  … after ``retry_after`` seconds
    ├── OutcomeUnknown   may have been accepted: must be looked for before anything is sent again
    └── Refused          the service said no; ``problem`` says it in our words
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from carmp_desktop.core.problems import Problem

RUNNING = frozenset({"starting", "processing"})
ENDED = frozenset({"succeeded", "failed", "canceled", "aborted"})


@dataclass(frozen=True, slots=True)
class Prediction:
    """A prediction as one answer described it.

    ``status`` is the service's word, "aborted" included; a word we do not know counts as
    running. ``outputs`` are the addresses of the result, empty until there is one and again when
    it ``is_removed``.
    """

    id: str
    model: str
    status: str
    inputs: Mapping[str, Any] = field(repr=False)
    outputs: tuple[str, ...] = ()
    error: str = ""
    created_at: datetime | None = None
    is_removed: bool = False

    @property
    def has_ended(self) -> bool:
        """True when it will not change any more; an output means so whatever the status says."""
        return bool(self.outputs) or self.status in ENDED


@dataclass(frozen=True, slots=True)
class UploadedFile:
    """A file the service holds: its address for ``image_input``, and when it will be gone."""

    url: str
    expires_at: datetime | None


class ServiceFault(Exception):
    """A request that did not bring what was asked; see the module's tree."""


class NotAccepted(ServiceFault):
    """The request was surely not accepted; ``retry_after`` is in seconds, None where not told.

    ``was_reached`` says that the service itself had the request, and did not do it.
    """

    retry_after: float | None = None
    was_reached: bool = False


class RateLimited(NotAccepted):
    """The service asks for a slower pace."""

    def __init__(self, retry_after: float | None) -> None:
        super().__init__("rate limited")
        self.retry_after = retry_after


class OutcomeUnknown(ServiceFault):
    """The request may have been accepted; nobody has said.

    ``was_answered`` says that an answer came, and was an error of the service.
    """

    was_answered: bool = False


class Refused(ServiceFault):
    """The service refused for good. ``status`` is the HTTP status."""

    def __init__(self, problem: Problem, status: int) -> None:
        super().__init__(problem.describe())
        self.problem = problem
        self.status = status
