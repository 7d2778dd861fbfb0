"""Looking for a prediction whose birth nobody announced.

When the answer to a create is lost, the image may or may not have been bought. The service's list
tells: a prediction with the same model and the same whole input, created since the attempt, that
belongs to no other attempt, is this one. Absence is believed only when it is seen twice, some
seconds apart.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

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

_LOOKS = 2
_FAULTS_ENDURED = 10
_LONGEST_WAIT = 30.0


async def find_lost(
    service: Service,
    *,
    model: str,
    inputs: Mapping[str, Any],
    since: datetime,
    is_claimed: Callable[[str], Awaitable[bool]],
    pause: float,
) -> Prediction | None:
    """The lost prediction, or None when it surely was never created.

    ``pause`` is the time in seconds before each look. Raises `Failure` (outcome unknown) where
    the list cannot be had.
    """
    for _ in range(_LOOKS):
        await asyncio.sleep(pause)
        for candidate in await _list(service, since - CLOCK_SKEW):
            same = candidate.model == model and is_same_input(candidate.inputs, inputs)
            if same and not await is_claimed(candidate.id):
                return candidate
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
