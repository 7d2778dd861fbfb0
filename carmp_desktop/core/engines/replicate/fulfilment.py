"""One order from beginning to end: bought, or taken up where it stands; watched; fetched.

Every step is written to the journal before the next one begins, so a program that is killed
anywhere in here goes on at the same place when it starts again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import TypeVar

from carmp_desktop.core.catalog import ModelFacts
from carmp_desktop.core.crash_points import reach
from carmp_desktop.core.engines.door import Made, Order, Told
from carmp_desktop.core.engines.replicate import problems
from carmp_desktop.core.engines.replicate.answers import NotAccepted, Prediction, ServiceFault
from carmp_desktop.core.engines.replicate.downloads import Downloads
from carmp_desktop.core.engines.replicate.gateway import Gateway
from carmp_desktop.core.engines.replicate.purchase import Purchase, Till
from carmp_desktop.core.engines.replicate.watch import Watch
from carmp_desktop.core.log import LOG, mp
from carmp_desktop.core.patience import despite_the_disk
from carmp_desktop.core.problems import Failure, Problem
from carmp_desktop.core.remarks import CANCELING, LOOKING
from carmp_desktop.core.store.journal import Attempt, AttemptState, Journal

T = TypeVar("T")

RESULT_LIVES = timedelta(hours=1)
"""How long the service keeps a result."""

_WITHOUT_AN_IMAGE = frozenset({problems.RESULT_GONE.code, problems.NO_OUTPUT.code})
_STOPPING = 10.0
_LEAVING = 3.0


@dataclass(frozen=True, slots=True)
class Tools:
    """What an engine has for fulfilling orders, shared by all of them."""

    model: ModelFacts
    journal: Journal
    gateway: Gateway
    till: Till
    watch: Watch
    downloads: Downloads


class Fulfilment:
    """One order at work.

    ``addresses`` answers where the service finds the order's images, ``is_leaving`` whether a
    cancellation means that the program ends and the work is to be left as it stands.
    """

    def __init__(
        self,
        tools: Tools,
        order: Order,
        told: Told,
        *,
        addresses: Callable[[], Awaitable[list[str]]],
        is_leaving: Callable[[], bool],
    ) -> None:
        self._tools = tools
        self._order = order
        self._told = told
        self._addresses = addresses
        self._is_leaving = is_leaving
        self._was_stopped = False

    async def make(self) -> Made:
        """Bring the image to the order's part; see `BatchSession.make`."""
        job_id = self._order.job.id
        attempt = await self._written(lambda: self._tools.journal.open_attempt(job_id))
        prediction = await self._taken_up(attempt) if attempt else None
        was_begun = prediction is not None
        if attempt is None or prediction is None:
            attempt, prediction = await self._bought()
        self._told(None)
        try:
            ended = await self._watched(attempt, prediction, soon=was_begun)
            url = await self._output(attempt, ended)
            suffix = await self._fetched(attempt, url)
        except Failure as failure:
            if failure.problem.code in _WITHOUT_AN_IMAGE:
                await self._ended(attempt, AttemptState.FAILED, failure.problem)
            raise
        return Made(
            suffix=suffix,
            model=attempt.model,
            source_url=url,
            prediction_id=ended.id,
            asked_at=attempt.intended_at,
            cost=attempt.cost,
        )

    async def _taken_up(self, attempt: Attempt) -> Prediction | None:
        """The prediction of an attempt that was begun earlier; None where there surely is none."""
        known = partial(Prediction, model=attempt.model, inputs=attempt.inputs)
        if attempt.prediction_id is None:
            self._told(LOOKING)
            found = await self._tools.till.find(attempt)
            if found is None:
                await self._ended(attempt, AttemptState.REFUSED, problems.NEVER_ARRIVED)
            return found
        if attempt.output_url is not None:
            outputs = (attempt.output_url,)
            return known(id=attempt.prediction_id, status="succeeded", outputs=outputs)
        return known(id=attempt.prediction_id, status="processing")

    async def _bought(self) -> tuple[Attempt, Prediction]:
        """A new attempt and its prediction."""
        await self._order.permission()
        reach("permission.given")
        images = await self._addresses()
        facts = self._tools.model
        inputs = facts.inputs(prompt=self._order.job.prompt, images=images)
        mp(
            f"replicate.run {facts.slug}",
            image_input_len=len(images),
            output_format=inputs.get("output_format"),
        )
        journal, job_id = self._tools.journal, self._order.job.id
        attempt = await self._written(
            lambda: journal.intend(job_id, model=facts.slug, inputs=inputs)
        )
        purchase = Purchase(attempt.id, facts.slug, inputs)
        buying = asyncio.ensure_future(self._tools.till.buy(purchase, self._told))
        try:
            return attempt, await asyncio.shield(buying)
        except asyncio.CancelledError:
            return attempt, await self._stopped_while_buying(attempt, purchase, buying)
        except Failure as failure:
            await self._not_bought(attempt, failure)
            raise

    async def _stopped_while_buying(
        self, attempt: Attempt, purchase: Purchase, buying: asyncio.Future[Prediction]
    ) -> Prediction:
        """A request that has left cannot be called back: its answer decides."""
        if self._is_leaving():
            await asyncio.wait([buying], timeout=_LEAVING)
            buying.cancel()
            raise asyncio.CancelledError
        if not purchase.is_sent:
            buying.cancel()
        await self._seen_through(buying)
        if buying.cancelled():
            await self._ended(attempt, AttemptState.REFUSED, None)
            raise asyncio.CancelledError
        try:
            prediction = buying.result()
        except Failure as failure:
            await self._not_bought(attempt, failure)
            raise
        return await self._stopped(attempt, prediction)

    async def _not_bought(self, attempt: Attempt, failure: Failure) -> None:
        """Close a refused attempt; one with an unknown outcome stays open."""
        reach("create.refused")
        if failure.problem.code != problems.LOST.code:
            await self._ended(attempt, AttemptState.REFUSED, failure.problem)

    async def _watched(self, attempt: Attempt, prediction: Prediction, *, soon: bool) -> Prediction:
        """The prediction's last state; a cancellation is carried to the service."""
        try:
            return await self._tools.watch.result(prediction, self._told, soon=soon)
        except asyncio.CancelledError:
            if self._is_leaving():
                raise
            return await self._stopped(attempt, prediction)

    async def _stopped(self, attempt: Attempt, prediction: Prediction) -> Prediction:
        """Have the service stop; the answer is the last state, an image after all included."""
        self._was_stopped = True
        self._told(CANCELING)
        reach("cancel.before")
        stopping = asyncio.ensure_future(self._last_state(prediction.id))
        await self._seen_through(stopping)
        try:
            last = stopping.result()
        except (TimeoutError, ServiceFault, Failure) as error:
            LOG.warning("prediction %s could not be canceled: %s", prediction.id, error)
            raise Failure(problems.canceled_unheard(attempt.cost)) from error
        reach("cancel.after")
        return last

    async def _last_state(self, prediction_id: str) -> Prediction:
        async with asyncio.timeout(_STOPPING):
            answer = await self._cancel(prediction_id)
            return await self._tools.watch.result(answer, self._told)

    async def _seen_through(self, work: asyncio.Future[Prediction]) -> None:
        """Wait for the end of work that no further cancellation shall disturb, but leaving does."""
        while not work.done():
            try:
                await asyncio.wait([work])
            except asyncio.CancelledError:
                if self._is_leaving():
                    work.cancel()
                    raise

    async def _cancel(self, prediction_id: str) -> Prediction:
        while True:
            try:
                return await self._tools.gateway.cancel(prediction_id)
            except NotAccepted as fault:
                await asyncio.sleep(fault.retry_after or 1.0)

    async def _output(self, attempt: Attempt, ended: Prediction) -> str:
        """The result's address, written to the journal. Raises `Failure` where there is none."""
        if ended.outputs:
            url = ended.outputs[0]
            await self._written(lambda: self._tools.journal.succeeded(attempt.id, url))
            return url
        if ended.status == "canceled":
            stopped = problems.canceled(attempt.cost)
            problem = stopped if self._was_stopped else problems.CANCELED
            await self._ended(attempt, AttemptState.CANCELED, problem)
        else:
            problem = problems.of_ended(ended)
            await self._ended(attempt, AttemptState.FAILED, problem, free=ended.status == "aborted")
        raise Failure(problem)

    async def _fetched(self, attempt: Attempt, url: str) -> str:
        """Download; an image that is made already is not given up for a cancellation."""
        until = attempt.intended_at + RESULT_LIVES
        downloads, part = self._tools.downloads, self._order.part
        fetching = asyncio.ensure_future(
            self._written(lambda: downloads.fetch(url, part, partial(self._told, until=until)))
        )
        try:
            return await asyncio.shield(fetching)
        except asyncio.CancelledError:
            if not self._is_leaving():
                await asyncio.wait([fetching], timeout=_STOPPING)
            if fetching.done():
                return fetching.result()
            fetching.cancel()
            await asyncio.wait([fetching])
            if self._is_leaving():
                raise
            raise Failure(problems.canceled_unheard(attempt.cost)) from None

    async def _ended(
        self, attempt: Attempt, state: AttemptState, problem: Problem | None, *, free: bool = False
    ) -> None:
        journal = self._tools.journal
        await self._written(lambda: journal.ended(attempt.id, state, problem, free=free))

    async def _written(self, work: Callable[[], Awaitable[T]]) -> T:
        return await despite_the_disk(work, self._told)
