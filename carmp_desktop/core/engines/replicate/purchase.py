"""Buying one image: never without a row in the journal, never twice, never forgotten.

The intent is written before the request leaves and the prediction's id as soon as it is known. A
request that was surely not accepted is sent again; one whose answer was lost is looked for in the
service's list first.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from carmp_desktop.core.engines.door import Told
from carmp_desktop.core.engines.replicate import problems
from carmp_desktop.core.engines.replicate.answers import (
    NotAccepted,
    OutcomeUnknown,
    Prediction,
    RateLimited,
    Refused,
)
from carmp_desktop.core.engines.replicate.gateway import Gateway
from carmp_desktop.core.engines.replicate.lookup import find_lost
from carmp_desktop.core.engines.replicate.pace import Pace
from carmp_desktop.core.problems import Failure
from carmp_desktop.core.store.journal import Journal, canonical

_PATIENCE = 120.0
_FIRST_WAIT = 0.5
_LONGEST_WAIT = 15.0
LOOK_PAUSE = 3.0
"""Seconds before each look for a lost prediction."""


@dataclass(frozen=True, slots=True)
class Purchase:
    """What is bought: one prediction, asked for with the whole input."""

    attempt: int
    model: str
    inputs: Mapping[str, Any]


class Till:
    """Where predictions are bought; one for all batches of an engine."""

    def __init__(self, gateway: Gateway, journal: Journal, *, look_pause: float) -> None:
        self._gateway = gateway
        self._journal = journal
        self._pace = Pace()
        self._look_pause = look_pause
        # Two equal inputs under way at once could each be taken for the other's lost one.
        self._one_at_a_time: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def buy(self, purchase: Purchase, told: Told) -> Prediction:
        """Create the prediction and write its id; the answer is its first state.

        Raises `Failure` when the service refuses or cannot be reached for two minutes.
        """
        async with self._one_at_a_time[canonical(purchase.inputs)]:
            prediction = await self._create(purchase, told)
            await self._journal.named(purchase.attempt, prediction.id)
        return prediction

    async def _create(self, purchase: Purchase, told: Told) -> Prediction:
        wait = _FIRST_WAIT
        while True:
            self._tell_of_brake(told)
            try:
                async with self._pace.turn():
                    prediction = await self._create_once(purchase)
                self._pace.accepted()
                return prediction
            except RateLimited as limit:
                self._pace.throttled(limit.retry_after)
            except NotAccepted as fault:
                wait = await self._wait_for_connection(fault, told, wait=wait)

    async def _create_once(self, purchase: Purchase) -> Prediction:
        """Send the request once. Raises `NotAccepted` where it may be sent again."""
        since = datetime.now(UTC)
        try:
            return await self._gateway.create(purchase.model, purchase.inputs)
        except Refused as refused:
            raise Failure(refused.problem) from refused
        except OutcomeUnknown as fault:
            await self._journal.unknown(purchase.attempt)
            found = await find_lost(
                self._gateway,
                model=purchase.model,
                inputs=purchase.inputs,
                since=since,
                is_claimed=self._journal.is_claimed,
                pause=self._look_pause,
            )
            if found is None:
                raise NotAccepted("the request never arrived") from fault
            return found

    def _tell_of_brake(self, told: Told) -> None:
        if self._pace.is_braked:
            opens = datetime.now().astimezone() + timedelta(seconds=self._pace.wait)
            told(f"Rate limited until {opens:%H:%M:%S}")

    async def _wait_for_connection(self, fault: NotAccepted, told: Told, *, wait: float) -> float:
        """Sleep before the next try; the answer is the wait after that."""
        if wait * 2 > _PATIENCE:
            raise Failure(problems.offline(str(fault))) from fault
        told("Waiting for the connection")
        await asyncio.sleep(min(_LONGEST_WAIT, wait))
        return wait * 2
