"""Every way the service and the network are known to go wrong, each as a script of its own.

`ENDURED` ends with the image all the same, `FINAL` without it and with the problem named beside;
`LISTED` strikes only where the list is asked for, and is endured too.
Each fault is bounded, so that any of them may be mixed with any others.
"""

from __future__ import annotations

from datetime import timedelta

from tests.loopback import Fault, RateLimit, StandIn
from tests.loopback.faults import NO_CREDIT, NOT_FOUND, SENSITIVE, TOO_LARGE, UNAUTHENTICATED
from tests.loopback.faults import throttled as throttled_body

HTML = "<html><body>Bad gateway</body></html>"
NOT_UNDERSTOOD = {"id": "abc", "created_at": "soon", "urls": {}}
GZIP = {"Content-Encoding": "gzip"}
INVALID = {"title": "Input validation failed", "detail": "- input: prompt is odd\n", "status": 422}
EXPIRED_INPUT = "Input validation error: 404 Client Error: Not Found for url: https://x.invalid/a"
OVERLOADED = "Service is currently unavailable due to high demand. Please try again (E003)"
INTERRUPTED = "Prediction interrupted; please retry (code: PA)"


def _statuses(route: str, *statuses: int) -> dict[str, Fault]:
    return {
        f"{route}-{status}": Fault(route, "status", status=status, body=HTML, times=1)
        for status in statuses
    }


def _kinds(route: str, *kinds: str) -> dict[str, Fault]:
    return {f"{route}-{kind}": Fault(route, kind, times=1) for kind in kinds}


def _throttled(route: str) -> dict[str, Fault]:
    def of(body: object, **headers: str) -> Fault:
        return Fault(route, "status", status=429, body=body, headers=headers, times=1)

    return {
        f"{route}-429-in-body": of(throttled_body(0)),
        f"{route}-429-in-sentence": of(throttled_body(1, in_body=False)),
        f"{route}-429-in-header": of({"detail": "slow down"}, **{"Retry-After": "1"}),
    }


ENDURED: dict[str, Fault] = {
    **_statuses("upload", 500, 502, 503, 504),
    **_kinds("upload", "dropped", "rst", "hang", "answer_lost", "truncated", "stalled", "html"),
    **_throttled("upload"),
    "upload-not-understood": Fault("upload", "status", status=201, body=NOT_UNDERSTOOD, times=1),
    **_statuses("create", 500, 502, 503, 504),
    **_kinds("create", "dropped", "rst", "hang", "answer_lost", "answer_held"),
    **_kinds("create", "truncated", "rst_midway", "stalled", "html"),
    **_throttled("create"),
    **_statuses("get", 500, 502, 503, 504),
    **_kinds("get", "dropped", "rst", "hang", "answer_lost", "truncated", "html"),
    **_throttled("get"),
    "get-404-twice": Fault("get", "status", status=404, body=NOT_FOUND, times=2),
    "get-a-list": Fault("get", "status", status=200, body=["a list"], times=1),
    **_statuses("download", 429, 500, 502, 503, 504),
    **_kinds("download", "dropped", "rst", "hang", "answer_lost", "truncated", "rst_midway"),
    **_kinds("download", "stalled", "short", "html", "jpeg"),
    "download-no-gzip": Fault("download", "status", status=200, headers=GZIP, times=1),
    "download-slow": Fault("download", "delay", seconds=1.0, times=1),
    "download-trickle": Fault("download", "trickle", times=1),
    "outcome-unknown-word": Fault("create", "outcome", outcome="booting", output="URL", times=1),
    "outcome-list": Fault("create", "outcome", output=["URL"], times=1),
    "outcome-still-processing": Fault(
        "create", "outcome", outcome="processing", output="URL", times=1
    ),
}


LISTED: dict[str, Fault] = {
    **_statuses("list", 500, 502, 503, 504),
    **_kinds("list", "dropped", "rst", "hang", "answer_lost", "truncated", "html"),
    **_throttled("list"),
}


def _refusal(route: str, status: int, body: object) -> Fault:
    return Fault(route, "status", status=status, body=body, times=1)


def _outcome(outcome: str, *, error: str | None = None, output: object = ...) -> Fault:
    return Fault("create", "outcome", outcome=outcome, error=error, output=output, times=1)


FINAL: dict[str, tuple[Fault, str]] = {
    "upload-401": (_refusal("upload", 401, UNAUTHENTICATED), "wrong_token"),
    "upload-413": (_refusal("upload", 413, TOO_LARGE), "too_large"),
    "create-400": (_refusal("create", 400, {"detail": "odd", "status": 400}), "refused"),
    "create-401": (_refusal("create", 401, UNAUTHENTICATED), "wrong_token"),
    "create-402": (_refusal("create", 402, NO_CREDIT), "no_credit"),
    "create-404": (_refusal("create", 404, NOT_FOUND), "model_withdrawn"),
    "create-422": (_refusal("create", 422, INVALID), "refused"),
    "get-401": (_refusal("get", 401, UNAUTHENTICATED), "wrong_token"),
    "download-403": (_refusal("download", 403, HTML), "result_gone"),
    "download-404": (_refusal("download", 404, HTML), "result_gone"),
    "download-410": (_refusal("download", 410, HTML), "result_gone"),
    "failed-sensitive": (_outcome("failed", error=SENSITIVE), "sensitive"),
    "failed-overloaded": (_outcome("failed", error=OVERLOADED), "busy"),
    "failed-interrupted": (_outcome("failed", error=INTERRUPTED), "busy"),
    "failed-input-expired": (_outcome("failed", error=EXPIRED_INPUT), "input_gone"),
    "failed-otherwise": (_outcome("failed", error="CUDA out of memory"), "model_failed"),
    "failed-silently": (_outcome("failed"), "model_failed"),
    "canceled-there": (_outcome("canceled"), "canceled_at_service"),
    "aborted": (_outcome("aborted"), "aborted"),
    "output-null": (_outcome("succeeded", output=None), "no_output"),
    "output-empty": (_outcome("succeeded", output=""), "no_output"),
    "output-no-list": (_outcome("succeeded", output=[]), "no_output"),
    "output-no-address": (_outcome("succeeded", output="https://a:port/odd"), "no_output"),
    "output-not-safe": (_outcome("succeeded", output="http://example.invalid/a.png"), "no_output"),
}


def low_credit(server: StandIn) -> None:
    """Little credit: one create at a time, told in the body."""
    server.rate_limit = RateLimit(timedelta(seconds=0.4), 1)


def forgets_at_once(server: StandIn) -> None:
    """The data of a prediction is removed as soon as it has ended."""
    server.expiry = -1.0


def lags(server: StandIn) -> None:
    """A new prediction is missing from the list for a while."""
    server.list_lag = 1.0


def signs(server: StandIn) -> None:
    """Addresses carry a signature that is asked for."""
    server.signs = True


def answers_late(server: StandIn) -> None:
    """A prediction takes a while, so that many are in flight at once."""
    server.seconds = 1.2


SETTINGS = {"low-credit": low_credit, "lags": lags, "signs": signs, "late": answers_late}
"""What may be the matter with a whole server, and is endured."""
