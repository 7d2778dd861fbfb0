"""The one watcher that asks the service how all running predictions stand.

A poller per prediction would break the service's limit of 3000 requests a minute at about 25 in
flight. Here one task asks for all: each by its id while there are few, the list of recent
predictions while there are many. It begins to ask when the learned run time says that an answer
is near, and what the list should hold and does not is confirmed by its own id.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol

from carmp_desktop.core.crash_points import reach
from carmp_desktop.core.engines.door import Told
from carmp_desktop.core.engines.replicate import problems
from carmp_desktop.core.engines.replicate.answers import (
    NotAccepted,
    OutcomeUnknown,
    Prediction,
    Refused,
)
from carmp_desktop.core.engines.replicate.runtimes import RunTimes
from carmp_desktop.core.problems import Failure
from carmp_desktop.core.remarks import OFFLINE

FEW = 4
"""Up to so many at once are asked for one by one, by id."""

_PACE = 0.1
_SLOWEST_PACE = 2.0
_DEADLINE = 35 * 60.0
_STRAGGLER = 120.0
_FIRST_FAULT_WAIT = 1.0
_LONGEST_FAULT_WAIT = 30.0
_FAULTS_WORTH_TELLING = 3
_MISSES = 2
_MISSES_BEFORE_GONE = 5
_LIST_MARGIN = timedelta(minutes=1)


class Service(Protocol):
    """The two questions the watcher asks; see `Gateway`."""

    async def get(self, prediction_id: str) -> Prediction:
        """How one prediction stands."""
        ...

    async def list_since(self, since: datetime) -> list[Prediction]:
        """Every prediction created since then."""
        ...


@dataclass(slots=True, eq=False)
class _Watched:
    prediction: Prediction
    since: float
    due: float
    result: asyncio.Future[Prediction]
    told: Told
    was_begun: bool
    misses: int = 0


class Watch:
    """Watches predictions until they end, on the loop that calls it."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._run_times = RunTimes()
        self._watched: dict[str, _Watched] = {}
        self._news = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._last_round = 0.0
        self._faults = 0

    async def result(self, prediction: Prediction, told: Told, *, soon: bool = False) -> Prediction:
        """Wait until the prediction has ended and return its last state.

        ``soon`` asks at once: it may have ended long ago. ``told`` hears when the service cannot
        be reached. Raises `Failure` when the prediction has vanished, the token is refused, or
        half an hour has passed.
        """
        if prediction.has_ended:
            return prediction
        loop = asyncio.get_running_loop()
        watched = _Watched(
            prediction=prediction,
            since=loop.time(),
            due=loop.time() + (0.0 if soon else self._run_times.nearly(prediction.model)),
            result=loop.create_future(),
            told=told,
            was_begun=soon,
        )
        self._watched[prediction.id] = watched
        self._news.set()
        if self._task is None or self._task.done():
            self._task = loop.create_task(self._keep_asking())
        try:
            return await watched.result
        finally:
            del self._watched[prediction.id]
            self._news.set()

    async def aclose(self) -> None:
        """Stop asking."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _keep_asking(self) -> None:
        while self._watched:
            if not await self._round_is_due():
                continue
            self._last_round = asyncio.get_running_loop().time()
            reach("watch.before_question")
            try:
                await self._ask()
            except NotAccepted as fault:
                await self._endure(fault.retry_after)
            except OutcomeUnknown:
                await self._endure(None)
            except Refused as refused:
                self._fail(self._watched.values(), Failure(refused.problem))
            except Exception as error:  # noqa: BLE001 - reported by every waiting job
                self._fail(self._watched.values(), error)
            else:
                self._recover()

    async def _round_is_due(self) -> bool:
        """Sleep until the next question is due; False when the news may have changed that."""
        self._news.clear()
        now = asyncio.get_running_loop().time()
        soonest = min(watched.due for watched in self._watched.values())
        pace = min(_SLOWEST_PACE, max(_PACE, (now - soonest) * 0.05))
        wait = max(soonest, self._last_round + pace) - now
        if wait <= 0:
            return True
        try:
            await asyncio.wait_for(self._news.wait(), wait)
        except TimeoutError:
            return True
        return False

    async def _ask(self) -> None:
        now = asyncio.get_running_loop().time()
        due = sorted((item for item in self._open() if item.due <= now), key=lambda w: w.since)
        if len(due) <= FEW:
            await self._ask_one_by_one(due)
            return
        # One old prediction would make every list as long as its age: it is asked for by id.
        stragglers = [item for item in due if now - item.since > _STRAGGLER]
        recent = [item for item in due if now - item.since <= _STRAGGLER]
        if len(recent) > FEW:
            await self._ask_for_all(recent)
            missing = [item for item in recent if item.misses >= _MISSES]
        else:
            missing = recent
        await self._ask_one_by_one((missing + stragglers)[:FEW])

    async def _ask_for_all(self, recent: Sequence[_Watched]) -> None:
        started = [item.prediction.created_at for item in recent]
        known = [time for time in started if time is not None]
        since = min(known, default=datetime.now(UTC) - timedelta(seconds=_STRAGGLER))
        listed = {item.id: item for item in await self._service.list_since(since - _LIST_MARGIN)}
        for watched in recent:
            found = listed.get(watched.prediction.id)
            if found is None:
                watched.misses += 1
            else:
                watched.misses = 0
                self._heard(watched, found)

    async def _ask_one_by_one(self, due: Sequence[_Watched]) -> None:
        answers = await asyncio.gather(
            *(self._service.get(item.prediction.id) for item in due), return_exceptions=True
        )
        now = asyncio.get_running_loop().time()
        faults = []
        for watched, answer in zip(due, answers, strict=True):
            if isinstance(answer, Prediction):
                watched.misses = 0
                self._heard(watched, answer)
                self._give_up(watched, now)
            elif isinstance(answer, Refused) and answer.status == 404:
                self._not_found(watched)
            else:
                faults.append(answer)
        if faults:
            raise faults[0]

    def _heard(self, watched: _Watched, prediction: Prediction) -> None:
        if not prediction.has_ended or watched.result.done():
            return
        reach("watch.after_answer")
        if not watched.was_begun:
            elapsed = asyncio.get_running_loop().time() - watched.since
            self._run_times.learn(watched.prediction.model, elapsed)
        watched.result.set_result(prediction)

    def _not_found(self, watched: _Watched) -> None:
        watched.misses += 1
        if watched.misses >= _MISSES_BEFORE_GONE:
            self._fail([watched], Failure(problems.RESULT_GONE))

    def _open(self) -> list[_Watched]:
        return [item for item in self._watched.values() if not item.result.done()]

    def _give_up(self, watched: _Watched, now: float) -> None:
        """Only after an answer: a computer that slept for an hour has asked nobody meanwhile."""
        if now - watched.since > _DEADLINE:
            self._fail([watched], Failure(problems.OUT_OF_TIME))

    def _fail(self, items: Iterable[_Watched], error: BaseException) -> None:
        for watched in items:
            if not watched.result.done():
                watched.result.set_exception(error)

    async def _endure(self, told_wait: float | None) -> None:
        self._faults += 1
        if self._faults == _FAULTS_WORTH_TELLING:
            self._tell(OFFLINE)
        doubling = _FIRST_FAULT_WAIT * 2.0 ** (self._faults - 1)
        await asyncio.sleep(min(_LONGEST_FAULT_WAIT, told_wait or doubling))

    def _recover(self) -> None:
        if self._faults >= _FAULTS_WORTH_TELLING:
            self._tell(None)
        self._faults = 0

    def _tell(self, reason: str | None) -> None:
        for watched in self._open():
            watched.told(reason)
