"""Source photos at the service: each handed over once, and again when its address expires."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tenacity import AsyncRetrying, RetryCallState, retry_if_exception_type
from tenacity.wait import wait_exponential_jitter

from carmp_desktop.core.crash_points import reach
from carmp_desktop.core.engines.replicate.answers import (
    NotAccepted,
    OutcomeUnknown,
    RateLimited,
    Refused,
    UploadedFile,
)
from carmp_desktop.core.engines.replicate.gateway import Gateway
from carmp_desktop.core.problems import Failure
from carmp_desktop.core.remarks import OFFLINE, RATE_LIMITED

_MARGIN = timedelta(minutes=5)
_UNTOLD_LIFE = timedelta(minutes=50)


@dataclass(frozen=True, slots=True)
class Outbound:
    """A file ready to be handed over, under a name that tells nothing of the user's folders."""

    file: Path
    name: str
    media_type: str


class Upload:
    """One file's stay at the service. Uploading is free, so it is repeated until it works.

    ``waits`` is called with what it is held up by, in a few words, each time it must be repeated.
    """

    def __init__(
        self,
        gateway: Gateway,
        make_ready: Callable[[], Outbound],
        *,
        waits: Callable[[str], None],
    ) -> None:
        self._gateway = gateway
        self._waits = waits
        self._make_ready = make_ready
        self._busy = asyncio.Lock()
        self._held: tuple[str, datetime] | None = None

    async def address(self) -> str:
        """An address that lives for five minutes more at least.

        Waits while the service cannot be reached. Raises `Failure` where the photo cannot be
        prepared or is refused.
        """
        async with self._busy:
            if self._held is None or self._held[1] - _MARGIN < datetime.now(UTC):
                self._held = await self._hand_over()
            return self._held[0]

    def forget(self) -> None:
        """The service has lost the file: hand it over again when it is next asked for."""
        self._held = None

    async def _hand_over(self) -> tuple[str, datetime]:
        reach("upload.before")
        ready = await asyncio.to_thread(self._make_ready)
        attempts = AsyncRetrying(
            retry=retry_if_exception_type((NotAccepted, OutcomeUnknown)),
            wait=_as_told,
            before_sleep=self._tell,
            reraise=True,
        )
        try:
            uploaded: UploadedFile = await attempts(
                self._gateway.upload, ready.file, name=ready.name, media_type=ready.media_type
            )
        except Refused as refused:
            raise Failure(refused.problem) from refused
        reach("upload.after")
        return uploaded.url, uploaded.expires_at or datetime.now(UTC) + _UNTOLD_LIFE

    def _tell(self, state: RetryCallState) -> None:
        error = state.outcome.exception() if state.outcome else None
        limited = isinstance(error, RateLimited)
        self._waits(RATE_LIMITED if limited else OFFLINE)


_backing_off = wait_exponential_jitter(multiplier=0.5, max=5.0, jitter=0.5)


def _as_told(state: RetryCallState) -> float:
    """The wait a 429 names, else a growing one."""
    error = state.outcome.exception() if state.outcome else None
    if isinstance(error, NotAccepted) and error.retry_after is not None:
        return error.retry_after
    return _backing_off(state)
