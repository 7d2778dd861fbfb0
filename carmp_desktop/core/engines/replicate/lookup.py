"""Looking for a prediction whose birth nobody announced.

When the answer to a create is lost, the image may or may not have been bought. The service's list
tells: a prediction with the same model and the same whole input, created since the attempt, that
belongs to no other attempt, is this one. Absence is believed only when it is seen twice, some
seconds apart, and while the list can be trusted: the service forgets inputs after an hour, and a
prediction without its input matches nothing.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from carmp_desktop.core.crash_points import reach
from carmp_desktop.core.engines.replicate import problems
from carmp_desktop.core.engines.replicate.answers import (
    NotAccepted,
    OutcomeUnknown,
    Prediction,
    Refused,
)
from carmp_desktop.core.engines.replicate.watch import Service
from carmp_desktop.core.problems import Failure

CLOCK_SKEW = timedelta(minutes=10)
"""How far the service's clock and ours may differ."""

TRUSTED_FOR = timedelta(minutes=50)
"""How long after its intent a prediction that exists is surely in the list with its whole input."""

_FAULTS_ENDURED = 10
_LONGEST_WAIT = 30.0


async def find_lost(
    service: Service,
    *,
    model: str,
    inputs: Mapping[str, Any],
    since: datetime,
    claim: Callable[[str], Awaitable[bool]],
    pauses: Sequence[float],
) -> Prediction | None:
    """The lost prediction, or None when it surely was never created.

    ``claim`` makes a prediction the looking attempt's own; it answers False where it is another's.
    ``pauses`` are the times in seconds before each look. Raises `Failure` (outcome unknown) where
    the list cannot be had or no longer be trusted.
    """
    reach("lookup.before")
    for pause in pauses:
        await asyncio.sleep(pause)
        listed = await _list(service, since - CLOCK_SKEW)
        reach("lookup.listed")
        for candidate in listed:
            same = candidate.model == model and is_same_input(candidate.inputs, inputs)
            if same and await claim(candidate.id):
                reach("lookup.found")
                return candidate
    if datetime.now(UTC) - since > TRUSTED_FOR:
        raise Failure(problems.LOST)
    reach("lookup.absent")
    return None


def is_same_input(listed: Mapping[str, Any], sent: Mapping[str, Any]) -> bool:
    """Whether the listed input holds everything that was sent, unchanged.

    Fields beyond those are the service's own defaults: an input that we sent names our own
    uploads, so nobody else's can match it.
    """
    return all(key in listed and listed[key] == value for key, value in sent.items())


async def _list(service: Service, since: datetime) -> list[Prediction]:
    for fault in range(_FAULTS_ENDURED):
        try:
            return await service.list_since(since)
        except NotAccepted as error:
            await asyncio.sleep(error.retry_after or min(_LONGEST_WAIT, 2.0**fault))
        except OutcomeUnknown:
            await asyncio.sleep(min(_LONGEST_WAIT, 2.0**fault))
        except Refused as refused:
            raise Failure(problems.LOST) from refused
    raise Failure(problems.LOST)
