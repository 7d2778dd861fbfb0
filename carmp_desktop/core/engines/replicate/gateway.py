"""The only module that knows the `replicate` package: five calls, answered in our own values.

Every call may raise `NotAccepted`, `OutcomeUnknown` or `Refused` from `answers`, and nothing else.
The token goes to the API's own address and to no other host.
"""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx

from carmp_desktop.core.engines.replicate.answers import OutcomeUnknown, Prediction, UploadedFile
from carmp_desktop.core.engines.replicate.transport import (
    ABORTED_MARK,
    REMOVED_MARK,
    ServiceTransport,
)

if TYPE_CHECKING:
    import replicate.file
    import replicate.prediction

_LIMITS = httpx.Limits(max_connections=None, max_keepalive_connections=4)
"""No cap on connections; few kept alive, because the pool looks at every one for each request."""


class Gateway:
    """A connection to Replicate for one token. ``base_url`` is without ``/v1``."""

    def __init__(self, *, token: str, base_url: str, tls: ssl.SSLContext) -> None:
        # Imported here: a fifth of a second that the first window need not wait for.
        from replicate.client import Client

        inner = httpx.AsyncClient(limits=_LIMITS, verify=tls)
        self._transport = ServiceTransport(inner, origin=httpx.URL(base_url), secret=token)
        self._client = Client(api_token=token, base_url=base_url, transport=self._transport)

    async def upload(self, file: Path, *, name: str, media_type: str) -> UploadedFile:
        """Hand a photo over; the answer's address goes into ``image_input``."""
        with file.open("rb") as stream:
            answer = await self._understood(
                self._client.files.async_create(stream, filename=name, content_type=media_type)
            )
        return _uploaded(answer)

    async def create(self, model: str, inputs: Mapping[str, Any]) -> Prediction:
        """Ask for one image. This is the call that costs money; it is never sent twice here."""
        owner, _, name = model.partition("/")
        return _prediction(
            await self._understood(
                self._client.models.predictions.async_create((owner, name), dict(inputs))
            )
        )

    def its_time(self, ours: datetime) -> datetime:
        """An instant of our clock as the service's clock shows it, as far as that is known."""
        return ours + self._transport.clock_ahead

    async def get(self, prediction_id: str) -> Prediction:
        """How one prediction stands."""
        return _prediction(
            await self._understood(self._client.predictions.async_get(prediction_id))
        )

    async def list_since(self, since: datetime) -> list[Prediction]:
        """Every prediction created since then, newest first, following the pages."""
        cursor: str | None = f"/v1/predictions?created_after={_query_time(since)}"
        found: list[Prediction] = []
        while cursor:
            page = await self._understood(self._client.predictions.async_list(cursor))
            found.extend(_prediction(item) for item in page.results)
            reached = page.results and _time(page.results[-1].created_at)
            cursor = None if reached and reached < since else page.next
        return found

    async def cancel(self, prediction_id: str) -> Prediction:
        """Ask the service to stop; a finished prediction keeps its state."""
        return _prediction(
            await self._understood(self._client.predictions.async_cancel(prediction_id))
        )

    async def aclose(self) -> None:
        """Close every connection."""
        await self._transport.aclose()

    async def _understood(self, call: Any) -> Any:  # noqa: ANN401 - the client is untyped
        """Await a call; an answer the client's models reject has an unknown outcome."""
        try:
            return await call
        except (TypeError, ValueError, KeyError, AttributeError) as error:
            raise OutcomeUnknown(f"answer not understood: {type(error).__name__}") from error


def _prediction(answer: replicate.prediction.Prediction) -> Prediction:
    error = answer.error or ""
    aborted = error.startswith(ABORTED_MARK)
    return Prediction(
        id=answer.id,
        model=answer.model,
        status="aborted" if aborted else answer.status,
        inputs=answer.input or {},
        outputs=_addresses(answer.output),
        error=error.removeprefix(ABORTED_MARK),
        created_at=_time(answer.created_at),
        is_removed=answer.logs == REMOVED_MARK,
    )


def _uploaded(answer: replicate.file.File) -> UploadedFile:
    """The file's address, and its end by our own clock: the service's may go wrong or ours."""
    url = answer.urls.get("get")
    if not url:
        raise OutcomeUnknown("answer not understood: a file without an address")
    created, expires = _time(answer.created_at), _time(answer.expires_at)
    if created is None or expires is None:
        return UploadedFile(url=url, expires_at=None)
    return UploadedFile(url=url, expires_at=datetime.now(UTC) + (expires - created))


def _addresses(output: object) -> tuple[str, ...]:
    """The result's addresses: the model may give one text, a list of them, or nothing."""
    values = output if isinstance(output, list) else [output]
    return tuple(value for value in values if isinstance(value, str) and value)


def _time(text: str | None) -> datetime | None:
    if not text:
        return None
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        return None
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def _query_time(time: datetime) -> str:
    return time.isoformat(timespec="milliseconds").replace("+00:00", "Z")
