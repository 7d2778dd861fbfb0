"""The layer between the `replicate` client and the network: own timeouts, own errors, no surprise.

The client runs creates and uploads without any timeout, retries behind the caller's back, drops
``retry_after`` and chokes on answers its models do not know. Below it, this transport bounds every
request, turns each refusal into a `ServiceFault` before the client sees it, and brings the rest
into the shape the client's models expect.
"""

from __future__ import annotations

import json
import re
import ssl
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

import httpx

from carmp_desktop.core.engines.replicate import problems
from carmp_desktop.core.engines.replicate.answers import (
    ENDED,
    RUNNING,
    NotAccepted,
    OutcomeUnknown,
    RateLimited,
    Refused,
)

ABORTED_MARK = "\x00aborted"
"""Stands before the error text of an aborted prediction, whose status the client cannot carry."""

REMOVED_MARK = "\x00removed"
"""Stands in place of the logs of a prediction whose data the service has deleted."""

_CONNECT = 10.0
_READ = 30.0
_CREATE_READ = 60.0
_UPLOAD = 120.0
_LONGEST_TOLD_WAIT = 600.0
_HIDDEN = b"[token]"
_RESETS_IN = re.compile(r"resets in ~?(\d+(?:\.\d+)?)\s*s", re.IGNORECASE)
_NO_STATUS = 0
_NEVER_LEFT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)
_FILE_FIELDS: dict[str, Any] = {
    "name": "",
    "etag": "",
    "checksums": {},
    "metadata": {},
    "expires_at": None,
}
_PREDICTION_FIELDS = ("input", "output", "logs", "error", "metrics", "started_at", "completed_at")


class ServiceTransport(httpx.AsyncBaseTransport):
    """Sends through ``inner``. Raises `NotAccepted`, `OutcomeUnknown` or `Refused`.

    ``inner`` is a client, so that proxies of the environment count; it follows no redirect.
    ``origin`` is the API's address; nothing, and so no token, is sent anywhere else, whatever an
    answer's ``next`` or ``urls`` may name. ``secret`` is the token: where an answer repeats it, it
    is taken out before anybody can keep it. ``clock_ahead`` is by how much the service's clock was
    ahead of ours at its last answer, nothing before the first.
    """

    def __init__(self, inner: httpx.AsyncClient, *, origin: httpx.URL, secret: str) -> None:
        self._inner = inner
        self._origin = _origin(origin)
        self._secret = secret.encode()
        self.clock_ahead = timedelta()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request and answer with its whole body read and brought into shape."""
        if _origin(request.url) != self._origin:
            raise NotAccepted(f"{request.url.host} is not the service's address")
        request.extensions["timeout"] = _timeout_of(request)
        try:
            response = await self._inner.send(request, stream=True, follow_redirects=False)
            body = self._without_secret(await _read_whole(response))
        except _NEVER_LEFT as error:
            if _is_distrust(error):
                raise Refused(problems.untrusted(str(error)), _NO_STATUS) from error
            raise NotAccepted(_name(error)) from error
        except httpx.TransportError as error:
            raise OutcomeUnknown(_name(error)) from error
        self._compare_clocks(response)
        if response.status_code >= 300:
            raise _fault(request, response, body)
        return httpx.Response(
            response.status_code,
            headers={"content-type": "application/json"},
            content=_shaped(body),
            request=request,
        )

    async def aclose(self) -> None:
        """Close every connection."""
        await self._inner.aclose()

    def _without_secret(self, body: bytes) -> bytes:
        return body.replace(self._secret, _HIDDEN) if self._secret else body

    def _compare_clocks(self, response: httpx.Response) -> None:
        try:
            there = parsedate_to_datetime(response.headers.get("date", ""))
            self.clock_ahead = there.astimezone(UTC) - datetime.now(UTC)
        except (ValueError, OverflowError):
            return


async def _read_whole(response: httpx.Response) -> bytes:
    try:
        assert isinstance(response.stream, httpx.AsyncByteStream)
        wrapped = httpx.Response(
            response.status_code, headers=response.headers, stream=response.stream
        )
        return await wrapped.aread()
    except httpx.DecodingError as error:
        raise OutcomeUnknown(_name(error)) from error
    finally:
        await response.aclose()


def _is_distrust(error: BaseException) -> bool:
    """Whether the connection failed because the service's certificate is not trusted."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return True
        cause = cause.__cause__ or cause.__context__
    return False


def _origin(url: httpx.URL) -> tuple[str, str, int | None]:
    return (url.scheme, url.host, url.port)


def _timeout_of(request: httpx.Request) -> dict[str, float | None]:
    read = _READ
    if request.method == "POST":
        read = _UPLOAD if request.url.path.endswith("/files") else _CREATE_READ
    return httpx.Timeout(read, connect=_CONNECT, pool=_CONNECT).as_dict()


def _fault(request: httpx.Request, response: httpx.Response, body: bytes) -> Exception:
    """The fault that an answer with an error status stands for."""
    said = _as_object(body)
    detail = str(said.get("detail") or said.get("title") or "")
    status = response.status_code
    if status == 429:
        return RateLimited(_retry_after(response, said, detail))
    if status >= 500 or status < 400:
        fault = OutcomeUnknown(f"HTTP {status}")
        fault.was_answered = True
        return fault
    model = _model_of(request)
    return Refused(problems.of_status(status, detail=detail, model=model), status)


def _retry_after(response: httpx.Response, said: dict[str, Any], detail: str) -> float | None:
    """Seconds to wait: from the body, the header, or the sentence; None where none tells.

    At most ten minutes: asking too early costs another 429, and waiting for ever costs the image.
    """
    in_sentence = _RESETS_IN.search(detail)
    told = (
        said.get("retry_after"),
        response.headers.get("retry-after"),
        in_sentence and in_sentence.group(1),
    )
    for value in told:
        try:
            return min(_LONGEST_TOLD_WAIT, max(0.0, float(value)))  # type: ignore[arg-type]  # None is the TypeError below
        except (TypeError, ValueError):
            continue
    return None


def _model_of(request: httpx.Request) -> str:
    """``owner/name`` where the request creates a prediction of a model, else nothing."""
    match = re.search(r"/models/([^/]+/[^/]+)/predictions$", request.url.path)
    return match.group(1) if match and request.method == "POST" else ""


def _shaped(body: bytes) -> bytes:
    """A good answer with the fields the client's models require."""
    said = _as_object(body)
    if not said:
        raise OutcomeUnknown("the answer is no JSON object")
    if isinstance(said.get("results"), list):
        said["results"] = [_shaped_item(item) for item in said["results"]]
        said = {"next": None, "previous": None, **said}
    return json.dumps(_shaped_item(said)).encode()


def _shaped_item(item: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    if not isinstance(item, dict) or "id" not in item:
        return item
    if "status" not in item:
        return {**_FILE_FIELDS, **item}
    item = {**dict.fromkeys(_PREDICTION_FIELDS), "model": "", "version": "hidden", **item}
    item.setdefault("created_at", None)
    if item.get("data_removed") and not item["output"]:
        item["logs"] = REMOVED_MARK
    if item["status"] == "aborted":
        item["status"], item["error"] = "failed", f"{ABORTED_MARK}{item['error'] or ''}"
    elif item["status"] not in RUNNING | ENDED:
        item["status"] = "processing"
    if item["error"] is not None and not isinstance(item["error"], str):
        item["error"] = json.dumps(item["error"])
    return item


def _as_object(body: bytes) -> dict[str, Any]:
    try:
        said = json.loads(body)
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


def _name(error: Exception) -> str:
    """An error as a short text; its own message is often empty."""
    return f"{type(error).__name__}: {error}".rstrip(": ")
