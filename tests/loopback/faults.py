"""Faults on request: which call goes wrong, and how.

    server.break_(Fault("create", "answer_lost", nth=2))
    server.break_(Fault("get", "status", status=503, body="<html>…", times=3))
    server.break_(Fault("create", "outcome", prompt="red", outcome="failed", error="… (E005)"))
    server.break_(Fault("download", "truncated", times=1))

`route` is upload, create, get, list, cancel, download, account or sheet. `kind`:

    status        answer with ``status`` and ``body`` (a dict is sent as JSON, a text as HTML)
    dropped       close the connection before anything is done
    rst           the same with a TCP reset
    hang          do nothing and never answer, until the client gives up or the server stops
    delay         wait ``seconds`` first, then go on as usual
    answer_lost   do what was asked, then close the connection without an answer
    answer_held   do what was asked, then never answer (a place to kill the client at)
    truncated     close in the middle of the answer's body
    rst_midway    the same with a TCP reset
    stalled       the first half of the answer's body, then nothing more, as with ``hang``
    trickle       the whole answer, its body byte by byte with ``seconds`` after each
    short         download: a whole answer whose body is only half the image
    html, jpeg    download: such a body instead of the PNG
    outcome       create: the prediction ends as ``outcome`` (a status, also an unknown one) with
                  ``error`` and, where it is not ``...``, ``output``

``fault.applied`` tells how often it has struck. To kill a client at a place, hold it there and
``server.wait_until(lambda: fault.applied == 1)``: `StandIn.count` counts a request when its head
has come, which is before its body and before any fault.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Fault:
    """One rule; it applies to ``times`` matching calls, or to the ``nth`` one alone."""

    route: str
    kind: str
    nth: int = 0
    times: int | None = None
    prompt: str = ""
    status: int = 500
    body: Any = "<html><body>Something went wrong</body></html>"
    headers: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    outcome: str = "succeeded"
    error: str | None = None
    output: Any = ...
    seen: int = 0
    applied: int = 0

    def applies(self, route: str, prompt: str) -> bool:
        """Whether this call is one of those meant; counts it."""
        if route != self.route or self.prompt not in prompt:
            return False
        self.seen += 1
        if self.nth and self.seen != self.nth:
            return False
        if self.times is not None and self.applied >= self.times:
            return False
        self.applied += 1
        return True


def throttled(seconds: int | None = 1, *, in_body: bool = True) -> dict[str, Any]:
    """The body of a 429 as the service words it."""
    wait = 30 if seconds is None else seconds
    body: dict[str, Any] = {
        "detail": "Request was throttled. Your rate limit for creating predictions is reduced to "
        "6 requests per minute with a burst of 1 requests while you have less than $5.0 in "
        f"credit. Your rate limit resets in ~{wait}s.",
        "status": 429,
    }
    return {**body, "retry_after": wait} if in_body else body


UNAUTHENTICATED = {
    "title": "Unauthenticated",
    "detail": "You did not pass a valid authentication token",
    "status": 401,
}
NO_CREDIT = {
    "title": "Insufficient credit",
    "detail": "You have insufficient credit to run this model. Go to billing to purchase credit.",
    "status": 402,
}
TOO_LARGE = {"detail": "Files must be less than 100MB in size", "status": 413}
NOT_FOUND = {"detail": "The requested resource could not be found.", "status": 404}
SENSITIVE = (
    "The input or output was flagged as sensitive. Please try again with different inputs. (E005)"
)
