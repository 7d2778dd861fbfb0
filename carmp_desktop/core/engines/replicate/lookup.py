"""Looking for a prediction whose birth nobody announced.

When the answer to a create is lost, the image may or may not have been bought. The service's list
tells: a prediction with the same model and the same whole input, created since the attempt, that
belongs to no other attempt, is this one. Absence is believed only when it is seen twice, some
seconds apart, and while the list can be trusted: the service forgets inputs after an hour, and a
prediction without its input matches nothing. A computer's clock may be hours off, so the list is
asked in the service's own time, and a clock that was set back in between makes absence doubtful.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

from carmp_desktop.core.crash_points import reach
from carmp_desktop.core.engines.replicate import problems
from carmp_desktop.core.engines.replicate.answers import (
    NotAccepted,
    OutcomeUnknown,
    Prediction,
    Refused,
)
from carmp_desktop.core.problems import Failure

CLOCK_SKEW = timedelta(minutes=10)
"""How far the service's clock may be from what is known of it."""

TRUSTED_FOR = timedelta(minutes=50)
"""How long after its intent a prediction that exists is surely in the list with its whole input."""

_SET_BACK = timedelta(minutes=-1)
_FAULTS_ENDURED = 10
_LONGEST_WAIT = 30.0


class Lister(Protocol):
    """What is asked of the service; see `Gateway`."""

    def its_time(self, ours: datetime) -> datetime:
        """An instant of our clock as the service's clock shows it."""
        ...

    async def list_since(self, since: datetime) -> list[Prediction]:
        """Every prediction created since then, by the service's clock."""
        ...


async def find_lost(
    service: Lister,
    *,
    model: str,
    inputs: Mapping[str, Any],
    since: datetime,
    claim: Callable[[str], Awaitable[bool]],
    pauses: Sequence[float],
) -> Prediction | None:
    """The lost prediction, or None when it surely was never created.

    ``since`` is when the request was about to leave, by our clock. ``claim`` makes a prediction
    the looking attempt's own; it answers False where it is another's. ``pauses`` are the times in
    seconds before each look. Raises `Failure` (outcome unknown) where the list cannot be had or
    no longer be trusted.
    """
    reach("lookup.before")
    for pause in pauses:
        await asyncio.sleep(pause)
        listed = await _list(service, since)
        reach("lookup.listed")
        for candidate in listed:
            same = candidate.model == model and is_same_input(candidate.inputs, inputs)
            if same and await claim(candidate.id):
                reach("lookup.found")
                return candidate
    if not _SET_BACK <= datetime.now(UTC) - since <= TRUSTED_FOR:
        raise Failure(problems.LOST)
    reach("lookup.absent")
    return None


def is_same_input(listed: Mapping[str, Any], sent: Mapping[str, Any]) -> bool:
    """Whether the listed input holds everything that was sent, unchanged.

    Fields beyond those are the service's own defaults: an input that we sent names our own
    uploads, so nobody else's can match it.
    """
    return all(key in listed and listed[key] == value for key, value in sent.items())


async def _list(service: Lister, since: datetime) -> list[Prediction]:
    for fault in range(_FAULTS_ENDURED):
        try:
            began = min(since, datetime.now(UTC))
            return await service.list_since(service.its_time(began) - CLOCK_SKEW)
        except NotAccepted as error:
            await asyncio.sleep(error.retry_after or min(_LONGEST_WAIT, 2.0**fault))
        except OutcomeUnknown:
            await asyncio.sleep(min(_LONGEST_WAIT, 2.0**fault))
        except Refused as refused:
            raise Failure(problems.LOST) from refused
    raise Failure(problems.LOST)
