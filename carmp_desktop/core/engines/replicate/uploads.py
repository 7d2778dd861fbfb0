"""Source photos at the service: each handed over once, and again when its address expires."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tenacity import AsyncRetrying, RetryCallState, retry_if_exception_type, stop_after_delay
from tenacity.wait import wait_exponential_jitter

from carmp_desktop.core.engines.replicate import problems
from carmp_desktop.core.engines.replicate.answers import (
    NotAccepted,
    OutcomeUnknown,
    RateLimited,
    Refused,
    ServiceFault,
    UploadedFile,
)
from carmp_desktop.core.engines.replicate.gateway import Gateway
from carmp_desktop.core.problems import Failure

_PATIENCE = 120.0
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

        Raises `Failure` where the photo cannot be prepared, is refused, or the service cannot be
        reached for two minutes.
        """
        async with self._busy:
            if self._held is None or self._held[1] - _MARGIN < datetime.now(UTC):
                self._held = await self._hand_over()
            return self._held[0]

    async def _hand_over(self) -> tuple[str, datetime]:
        ready = await asyncio.to_thread(self._make_ready)
        attempts = AsyncRetrying(
            retry=retry_if_exception_type((NotAccepted, OutcomeUnknown)),
            wait=_as_told,
            stop=stop_after_delay(_PATIENCE),
            before_sleep=self._tell,
            reraise=True,
        )
        try:
            uploaded: UploadedFile = await attempts(
                self._gateway.upload, ready.file, name=ready.name, media_type=ready.media_type
            )
        except Refused as refused:
            raise Failure(refused.problem) from refused
        except ServiceFault as fault:
            raise Failure(problems.offline(str(fault))) from fault
        return uploaded.url, uploaded.expires_at or datetime.now(UTC) + _UNTOLD_LIFE

    def _tell(self, state: RetryCallState) -> None:
        error = state.outcome.exception() if state.outcome else None
        limited = isinstance(error, RateLimited)
        self._waits("Rate limited" if limited else "Waiting for the connection")


_backing_off = wait_exponential_jitter(multiplier=0.5, max=15.0, jitter=0.5)


def _as_told(state: RetryCallState) -> float:
    """The wait a 429 names, else a growing one."""
    error = state.outcome.exception() if state.outcome else None
    if isinstance(error, NotAccepted) and error.retry_after is not None:
        return error.retry_after
    return _backing_off(state)
