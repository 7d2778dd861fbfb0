"""Runs one batch: each angle at once, each color the moment its own angle is done.

A failed angle fails its colors; whatever happens, every run of a batch completes once. While it
runs, cells may be canceled, made again and added. What an earlier run of the program has begun is
taken up first; the rest goes on at once or waits for the user's word.
"""

from __future__ import annotations

import asyncio
from collections.abc import (
    AsyncIterator,
    Awaitable,
    Callable,
    Collection,
    Coroutine,
    Iterable,
    Mapping,
)
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from carmp_desktop.core.board import Board
from carmp_desktop.core.engines.door import BatchSession, Engine, Order, granted
from carmp_desktop.core.events import BatchCompleted
from carmp_desktop.core.gallery import Gallery
from carmp_desktop.core.homecoming import Homecoming
from carmp_desktop.core.log import LOG, excerpt, mp
from carmp_desktop.core.model import Angle, AngleImage, Batch, CellKey, Color, Job, JobStatus
from carmp_desktop.core.problems import Failure, Problem
from carmp_desktop.core.store.purse import Allowance

T = TypeVar("T")

ANGLE_FAILED = Problem(code="angle_failed", title="angle failed", sentence="")
ANGLE_CANCELED = Problem(code="angle_canceled", title="angle canceled", sentence="")
BUG = Problem(
    code="bug",
    title="Unexpected error",
    sentence="Something went wrong inside the program; the details are in the log.",
    action="Try this cell again.",
    retryable=True,
)
CANCELED_CODES = frozenset({"canceled", "angle_canceled"})
_LAST_STEPS = 10.0


@dataclass(frozen=True, slots=True)
class Workplace:
    """What a run works with: its engine, its gallery, and the way images come home.

    Engine and gallery are asked for when they are needed: a token or a folder may come later.
    """

    engine: Callable[[], Awaitable[Engine]]
    gallery: Callable[[], Gallery]
    homecoming: Homecoming


class BatchRun:
    """One batch at work. Await `run` or `resume` once; everything else may come at any time."""

    def __init__(
        self,
        board: Board,
        place: Workplace,
        *,
        angle_images: Mapping[str, AngleImage] | None = None,
    ) -> None:
        self.board = board
        self._place = place
        self._images: dict[str, AngleImage] = dict(angle_images or {})
        self._session: BatchSession | None = None
        self._tasks: dict[CellKey, asyncio.Task[None]] = {}
        self._may_begin = asyncio.Event()
        self._may_begin.set()
        self._is_leaving = False
        self._has_past = False
        self._gate = asyncio.Lock()

    @property
    def is_running(self) -> bool:
        """Whether cells of the batch are under way."""
        return self._session is not None

    @property
    def waits_for_user(self) -> bool:
        """Whether what was not begun yet waits for `go_on`."""
        return not self._may_begin.is_set()

    async def run(self, allowance: Allowance) -> BatchCompleted | None:
        """Run a new batch to its end; None where the program was left before.

        Raises `Failure` before the batch exists (no event was sent then); afterwards every
        trouble is a cell's own.
        """
        async with self._opening():
            await self.board.open(allowance)
            self._tell_counts()
            self._begin(self.board.cells)
        return await self._to_the_end()

    async def resume(self, keys: Collection[CellKey], *, go_on: bool) -> BatchCompleted | None:
        """Take up the batch of an earlier run: ``keys`` are the cells that are not done.

        Without ``go_on`` only what was begun is taken up. Raises `Failure` where the engine
        cannot be opened.
        """
        self._has_past = True
        if not go_on:
            self._may_begin.clear()
        async with self._opening():
            self.board.queue([job for job in self.board.batch.jobs if job.key in keys])
            self._begin(keys)
        return await self._to_the_end()

    async def run_again(
        self, keys: Collection[CellKey], allowance: Allowance, *, anew: bool = False
    ) -> BatchCompleted | None:
        """Make cells once more; the batch completes once more after them.

        Where the batch is under way they join it, and the answer is None. Raises `Failure` where
        engine, gallery or budget forbid it; nothing has changed then.
        """
        self._has_past = True
        async with self._opening() as starts:
            jobs = [job for job in self.board.batch.jobs if job.key in keys]
            jobs = [job for job in jobs if job.key not in self._tasks]
            await self.board.reopen(jobs, allowance, anew=anew)
            self._may_begin.set()
            self._begin([job.key for job in jobs])
        return await self._to_the_end() if starts else None

    async def extend(self, batch: Batch, allowance: Allowance) -> BatchCompleted | None:
        """Make the cells by which ``batch`` has grown; otherwise as `run_again`."""
        async with self._opening() as starts:
            new = [job.key for job in batch.jobs if job.key not in self.board.cells]
            await self.board.extend(batch, allowance)
            self._may_begin.set()
            self._begin(new)
        return await self._to_the_end() if starts else None

    def go_on(self) -> None:
        """Let what waits for the user begin."""
        self._may_begin.set()

    def cancel(self, keys: Collection[CellKey] | None = None) -> None:
        """Stop cells, or all: what runs is canceled at the engine, what is queued never starts.

        The colors of a canceled angle that wait for it are canceled with it.
        """
        for key, task in list(self._tasks.items()):
            if keys is None or key in keys:
                task.cancel()

    def leave(self) -> None:
        """Let go of everything as it stands, for a later run of the program to take up."""
        self._is_leaving = True
        if self._session is not None:
            self._session.leave()
        for task in self._tasks.values():
            task.cancel()

    @asynccontextmanager
    async def _opening(self) -> AsyncIterator[bool]:
        """Begin cells within this: the engine is open, and the run does not end meanwhile.

        The answer is whether this opened it, and so must see it to the end.
        """
        async with self._gate:
            starts = self._session is None
            if starts:
                await asyncio.to_thread(self._place.gallery().open_folder, self.board.batch)
                engine = await self._place.engine()
                self._session = await engine.open_batch(self.board.batch)
            try:
                yield starts
            except BaseException:
                if starts:
                    await self._close_session()
                raise

    async def _to_the_end(self) -> BatchCompleted | None:
        """Wait until no cell is under way, then complete the batch."""
        while True:
            while self._tasks:
                await asyncio.wait(self._tasks.values(), return_when=asyncio.FIRST_COMPLETED)
            async with self._gate:
                if not self._tasks:
                    await self._close_session()
                    return await self._completed()

    async def _completed(self) -> BatchCompleted | None:
        if self._is_leaving and not all(map(self.board.is_final, self.board.cells)):
            await self.board.leave()
            return None
        return await self.board.close()

    async def _close_session(self) -> None:
        session, self._session = self._session, None
        if session is not None:
            await session.aclose()

    def _begin(self, keys: Iterable[CellKey]) -> None:
        """Start the work on cells, angles before their colors."""
        wanted = set(keys)
        angles = {angle.key: angle for angle in self.board.batch.request.angles}
        colors = {color.key: color for color in self.board.batch.request.colors}
        jobs = [job for job in self.board.batch.jobs if job.key in wanted]
        for job in sorted(jobs, key=lambda job: job.key.color_key is not None):
            if job.key in self._tasks:
                continue
            angle = angles[job.key.angle_key]
            if job.key.color_key is None:
                self._images.pop(angle.key, None)
                work = self._make_angle(job, angle)
            else:
                work = self._make_color(job, angle, colors[job.key.color_key])
            task = asyncio.get_running_loop().create_task(work)
            self._tasks[job.key] = task
            task.add_done_callback(partial(self._ended, job))

    def _ended(self, job: Job, task: asyncio.Task[None]) -> None:
        del self._tasks[job.key]
        if not task.cancelled() and (error := task.exception()):
            LOG.error("the work on job %s ended in a bug", job.id, exc_info=error)

    async def _make_angle(self, job: Job, angle: Angle) -> None:
        image = await self._make(job, angle)
        if image is not None:
            self._images[angle.key] = image

    async def _make_color(self, job: Job, angle: Angle, color: Color) -> None:
        """Wait for the angle's own image, then make the color from it."""
        angle_work = self._tasks.get(CellKey(angle.key))
        try:
            if angle_work is not None:
                await asyncio.wait([angle_work])
        except asyncio.CancelledError:
            await self._end_unbegun(job)
            return
        image = self._images.get(angle.key)
        if image is None:
            if not self._is_leaving:
                await self._end_without_angle(job, angle)
            return
        await self._make(job, angle, color, angle_image=image)

    async def _make(
        self,
        job: Job,
        angle: Angle,
        color: Color | None = None,
        *,
        angle_image: AngleImage | None = None,
    ) -> AngleImage | None:
        """Make and keep one image; the answer is None where that failed."""
        assert self._session is not None
        home = self._place.homecoming
        told = partial(self.board.told, job)
        try:
            if self._has_past:
                brought = await home.bring_landed(self.board, job)
                if brought is not None:
                    return brought
            order = Order(
                job=job,
                angle=angle,
                part=await home.part(job, told),
                color=color,
                angle_image=angle_image,
                permission=granted if self._may_begin.is_set() else partial(self._permit, job),
            )
            _tell_log(job)
            made = await self._session.make(order, told)
            return await _nearly_to_its_end(self.board.keep(job, made))
        except asyncio.CancelledError:
            await self._end_unbegun(job)
            return None
        except Failure as failure:
            problem = failure.problem
        except Exception:  # noqa: BLE001 - logged with its traceback, told on the card
            LOG.exception("job %s of batch %s ended in a bug", job.id, job.batch_id)
            problem = BUG
        await home.give_up(job, is_broken=problem.code == "broken_image")
        canceled = problem.code in CANCELED_CODES
        await self.board.end(job, JobStatus.CANCELED if canceled else JobStatus.FAILED, problem)
        return None

    async def _permit(self, job: Job) -> None:
        """Wait until the user says that what was interrupted shall go on."""
        if not self._may_begin.is_set():
            self.board.told(job, WAITS_FOR_USER)
            await self._may_begin.wait()

    async def _end_unbegun(self, job: Job) -> None:
        """End a job that was stopped; when the program is left it stays open instead."""
        if not self._is_leaving and not self.board.is_final(job.key):
            await self.board.end(job, JobStatus.CANCELED, None)

    async def _end_without_angle(self, job: Job, angle: Angle) -> None:
        canceled = self.board.cells[CellKey(angle.key)].status is JobStatus.CANCELED
        status = JobStatus.CANCELED if canceled else JobStatus.FAILED
        await self.board.end(job, status, ANGLE_CANCELED if canceled else ANGLE_FAILED)

    def _tell_counts(self) -> None:
        request = self.board.batch.request
        mp(
            "/batch body counts",
            photos=len(request.photos),
            angles=len(request.angles),
            colors=len(request.batch_colors),
        )


WAITS_FOR_USER = "Interrupted; waits for you to go on"
"""What a cell says that was not begun when the program ended."""


async def _nearly_to_its_end(work: Coroutine[Any, Any, T]) -> T:
    """Await work that a cancellation should not cut short, for ten seconds more at most."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait([task], timeout=_LAST_STEPS)
        if not task.done():
            task.cancel()
            await asyncio.wait([task])
        if task.cancelled():
            raise
        return task.result()


def _tell_log(job: Job) -> None:
    mp(
        f"enqueue {job.key.type.value}",
        angleKey=job.key.angle_key,
        colorKey=job.key.color_key,
        promptLength=len(job.prompt),
        prompt=excerpt(job.prompt),
    )
