"""Buying one image: never without a row in the journal, never twice, never forgotten.

The intent is written before the request leaves and the prediction's id as soon as it is known. A
request that was surely not accepted is sent again, as long as it takes; one whose answer was lost
is looked for in the service's list first.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from carmp_desktop.core.crash_points import reach
from carmp_desktop.core.engines.door import Told
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
from carmp_desktop.core.patience import despite_the_disk
from carmp_desktop.core.problems import Failure
from carmp_desktop.core.remarks import ANSWER_LOST, OFFLINE, RATE_LIMITED, SERVICE_ERRORS
from carmp_desktop.core.store.journal import Attempt, Journal, canonical

_FIRST_WAIT = 0.5
_LONGEST_WAIT = 5.0
LOOK_PAUSE = 3.0
"""Seconds before each look for a lost prediction."""


@dataclass(slots=True)
class Purchase:
    """What is bought: one prediction, asked for with the whole input.

    ``is_sent`` while the request is on its way or its outcome is looked for: it cannot be called
    back then.
    """

    attempt: int
    model: str
    inputs: Mapping[str, Any]
    is_sent: bool = False


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

        Waits while the service cannot be reached. Raises `Failure` when it refuses, and with the
        problem `problems.LOST` where nobody can say whether it accepted.
        """
        async with self._one_at_a_time[canonical(purchase.inputs)]:
            return await self._create(purchase, told)

    async def find(self, attempt: Attempt) -> Prediction | None:
        """Look for the prediction of an attempt that an earlier run began and never saw answered.

        The answer is None where it surely was never created. Raises `Failure` (outcome unknown).
        """
        async with self._one_at_a_time[canonical(attempt.inputs)]:
            return await find_lost(
                self._gateway,
                model=attempt.model,
                inputs=attempt.inputs,
                since=attempt.intended_at,
                claim=lambda prediction_id: self._journal.claim(attempt.id, prediction_id),
                pauses=(0.0, self._look_pause, self._look_pause),
            )

    async def _create(self, purchase: Purchase, told: Told) -> Prediction:
        wait = _FIRST_WAIT
        while True:
            self._tell_of_brake(told)
            reach("create.before_turn")
            try:
                async with self._pace.turn():
                    purchase.is_sent = True
                    prediction = await self._create_once(purchase, told)
                self._pace.accepted()
                return prediction
            except RateLimited as limit:
                reach("create.throttled")
                purchase.is_sent = False
                self._pace.throttled(limit.retry_after)
            except NotAccepted as fault:
                purchase.is_sent = False
                wait = await _until_tried_again(fault, told, wait=wait)

    async def _create_once(self, purchase: Purchase, told: Told) -> Prediction:
        """Send the request once. Raises `NotAccepted` where it may be sent again."""
        since = datetime.now(UTC)
        reach("create.before_send")
        try:
            prediction = await self._gateway.create(purchase.model, purchase.inputs)
        except Refused as refused:
            raise Failure(refused.problem) from refused
        except OutcomeUnknown as fault:
            return await self._looked_for(purchase, told, since=since, fault=fault)
        reach("create.after_answer")
        if not await self._claim(purchase.attempt, prediction.id, told):
            raise RuntimeError(f"prediction {prediction.id} was given to two requests")
        return prediction

    async def _looked_for(
        self, purchase: Purchase, told: Told, *, since: datetime, fault: OutcomeUnknown
    ) -> Prediction:
        attempt = purchase.attempt
        await despite_the_disk(lambda: self._journal.unknown(attempt), told)
        told(ANSWER_LOST)
        found = await find_lost(
            self._gateway,
            model=purchase.model,
            inputs=purchase.inputs,
            since=since,
            claim=lambda prediction_id: self._claim(attempt, prediction_id, told),
            pauses=(self._look_pause, self._look_pause),
        )
        if found is None:
            absent = NotAccepted("the request brought nothing")
            absent.was_reached = fault.was_answered
            raise absent from fault
        return found

    async def _claim(self, attempt: int, prediction_id: str, told: Told) -> bool:
        return await despite_the_disk(lambda: self._journal.claim(attempt, prediction_id), told)

    def _tell_of_brake(self, told: Told) -> None:
        if self._pace.is_braked:
            opens = datetime.now().astimezone() + timedelta(seconds=self._pace.wait)
            told(RATE_LIMITED, opens)


async def _until_tried_again(fault: NotAccepted, told: Told, *, wait: float) -> float:
    """Sleep before the next try; the answer is the wait after that."""
    told(SERVICE_ERRORS if fault.was_reached else OFFLINE)
    await asyncio.sleep(fault.retry_after or wait)
    return min(_LONGEST_WAIT, wait * 2)
