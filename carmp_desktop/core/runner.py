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
    Iterable,
    Mapping,
)
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial

from carmp_desktop.core.board import Board
from carmp_desktop.core.cell_work import CellWork, Course
from carmp_desktop.core.engines.door import BatchSession, Engine
from carmp_desktop.core.events import BatchCompleted
from carmp_desktop.core.gallery import Gallery
from carmp_desktop.core.homecoming import Homecoming
from carmp_desktop.core.log import LOG, mp
from carmp_desktop.core.model import Angle, AngleImage, Batch, CellKey, Color, Job
from carmp_desktop.core.store.purse import Allowance


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
        self._course = Course(may_begin=asyncio.Event())
        self._course.may_begin.set()
        self._work = CellWork(board, place.homecoming, self._course)
        self._gate = asyncio.Lock()

    @property
    def is_running(self) -> bool:
        """Whether cells of the batch are under way."""
        return self._session is not None

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
        self._course.has_past = True
        if not go_on:
            self._course.may_begin.clear()
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
        self._course.has_past = True
        async with self._opening() as starts:
            jobs = [job for job in self.board.batch.jobs if job.key in keys]
            jobs = [job for job in jobs if job.key not in self._tasks]
            await self.board.reopen(jobs, allowance, anew=anew)
            self._course.may_begin.set()
            self._begin([job.key for job in jobs])
        return await self._to_the_end() if starts else None

    async def extend(
        self, batch: Batch, allowance: Allowance, grown: Callable[[Batch], None]
    ) -> BatchCompleted | None:
        """Make the cells by which ``batch`` has grown, which ``grown`` hears once it is kept.

        Otherwise as `run_again`.
        """
        async with self._opening() as starts:
            new = [job.key for job in batch.jobs if job.key not in self.board.cells]
            await self.board.extend(batch, allowance, grown)
            self._course.may_begin.set()
            self._begin(new)
        return await self._to_the_end() if starts else None

    def go_on(self) -> None:
        """Let what waits for the user begin."""
        self._course.may_begin.set()

    def cancel(self, keys: Collection[CellKey] | None = None) -> None:
        """Stop cells, or all: what runs is canceled at the engine, what is queued never starts.

        The colors of a canceled angle that wait for it are canceled with it.
        """
        for key, task in list(self._tasks.items()):
            if keys is None or key in keys:
                task.cancel()

    def leave(self) -> None:
        """Let go of everything as it stands, for a later run of the program to take up."""
        self._course.is_leaving = True
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
        """Say that the batch has ended, unless it is left for a later run."""
        for job in self.board.batch.jobs:
            # A task that is canceled before its first step never runs at all.
            await self._work.end_stopped(job)
        if self._course.is_leaving and not all(map(self.board.is_final, self.board.cells)):
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
        assert self._session is not None
        image = await self._work.make(self._session, job, angle)
        if image is not None:
            self._images[angle.key] = image

    async def _make_color(self, job: Job, angle: Angle, color: Color) -> None:
        """Wait for the angle's own image, then make the color from it."""
        angle_work = self._tasks.get(CellKey(angle.key))
        try:
            if angle_work is not None:
                await asyncio.wait([angle_work])
        except asyncio.CancelledError:
            await self._work.end_stopped(job)
            return
        image = self._images.get(angle.key)
        if image is None:
            await self._work.end_without_angle(job)
            return
        assert self._session is not None
        await self._work.make(self._session, job, angle, color, angle_image=image)

    def _tell_counts(self) -> None:
        request = self.board.batch.request
        mp(
            "/batch body counts",
            photos=len(request.photos),
            angles=len(request.angles),
            colors=len(request.batch_colors),
        )
