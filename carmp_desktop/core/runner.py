"""Runs one batch: each angle at once, each color the moment its own angle is done.

A failed angle fails its colors; whatever happens, a batch that was created completes once.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Sequence
from pathlib import Path
from typing import Any, TypeVar

from carmp_desktop.core.board import Board
from carmp_desktop.core.engines.door import AngleImage, BatchSession, Engine, Order
from carmp_desktop.core.events import BatchCompleted
from carmp_desktop.core.gallery import Gallery
from carmp_desktop.core.log import LOG, excerpt, mp
from carmp_desktop.core.model import Angle, Batch, CellKey, Color, Job, JobStatus
from carmp_desktop.core.problems import Failure, Problem

T = TypeVar("T")

ANGLE_FAILED = Problem(code="angle_failed", title="angle failed", sentence="")
BUG = Problem(
    code="bug",
    title="Unexpected error",
    sentence="Something went wrong inside the program; the details are in the log.",
    action="Try this cell again.",
    retryable=True,
)


class BatchRun:
    """One batch. Make it, await `run` once; `cancel` may come at any time.

    When it has ended, a row may be run again.
    """

    def __init__(self, batch: Batch, *, engine: Engine, board: Board, gallery: Gallery) -> None:
        self._batch = batch
        self._engine = engine
        self._board = board
        self._gallery = gallery
        self._jobs = {job.key: job for job in batch.jobs}
        self._rows: list[asyncio.Task[None]] = []
        self._canceled = False

    async def run(self) -> BatchCompleted:
        """Run the batch to its end.

        Raises `Failure` before the batch exists (no event was sent then); afterwards every
        trouble is a cell's own.
        """
        await asyncio.to_thread(self._gallery.open_folder, self._batch)
        session = await self._engine.open_batch(self._batch)
        try:
            await self._board.open()
            self._tell_counts()
            await self._run_rows(session, self._batch.request.angles)
        finally:
            await session.aclose()
        return await self._board.close()

    async def run_row_again(self, angle_key: str) -> BatchCompleted:
        """Make one angle and its colors once more; the batch completes once more after it.

        Raises `Failure` where the engine or the gallery cannot be opened; no event was sent then.
        """
        self._canceled = False
        await asyncio.to_thread(self._gallery.open_folder, self._batch)
        session = await self._engine.open_batch(self._batch)
        try:
            for job in self._batch.jobs:
                if job.key.angle_key == angle_key:
                    self._board.reopen(job)
            angles = self._batch.request.angles
            await self._run_rows(session, [angle for angle in angles if angle.key == angle_key])
        finally:
            await session.aclose()
        return await self._board.close()

    def cancel(self) -> None:
        """Stop: what runs is canceled at the engine, what is queued never starts."""
        self._canceled = True
        for row in self._rows:
            row.cancel()

    async def _run_rows(self, session: BatchSession, angles: Sequence[Angle]) -> None:
        self._rows = [asyncio.ensure_future(self._run_row(session, angle)) for angle in angles]
        if self._canceled:
            self.cancel()
        for ended in await asyncio.gather(*self._rows, return_exceptions=True):
            if isinstance(ended, Exception):
                LOG.error("a row of batch %s ended in a bug", self._batch.id, exc_info=ended)
        status, problem = (JobStatus.CANCELED, None) if self._canceled else (JobStatus.FAILED, BUG)
        for job in self._batch.jobs:
            if not self._board.is_final(job):
                await self._board.end(job, status, problem)

    async def _run_row(self, session: BatchSession, angle: Angle) -> None:
        """One angle, then all its colors at once."""
        colors = self._batch.request.batch_colors
        image = await self._run_job(session, angle)
        if image is None:
            for color in colors:
                job = self._jobs[CellKey(angle.key, color.key)]
                await self._board.end(job, JobStatus.FAILED, ANGLE_FAILED)
            return
        async with asyncio.TaskGroup() as group:
            for color in colors:
                group.create_task(self._run_job(session, angle, color, angle_image=image))

    async def _run_job(
        self,
        session: BatchSession,
        angle: Angle,
        color: Color | None = None,
        *,
        angle_image: AngleImage | None = None,
    ) -> AngleImage | None:
        """Make and keep one image; the answer is None where that failed."""
        job = self._jobs[CellKey(angle.key, color.key if color else None)]
        part: Path | None = None
        try:
            part = await asyncio.to_thread(self._gallery.reserve, self._batch, job.key)
            _tell_log(job)
            order = Order(job=job, angle=angle, part=part, color=color, angle_image=angle_image)
            made = await session.make(order, lambda reason: self._board.told(job, reason))
            return await _to_its_end(self._board.keep(job, part, made))
        except Failure as failure:
            problem = failure.problem
        except Exception:  # noqa: BLE001 - logged with its traceback, told on the card
            LOG.exception("job %s of batch %s ended in a bug", job.id, job.batch_id)
            problem = BUG
        finally:
            if part is not None and not self._board.is_final(job):
                self._gallery.discard(part)
        await self._board.end(job, JobStatus.FAILED, problem)
        return None

    def _tell_counts(self) -> None:
        request = self._batch.request
        mp(
            "/batch body counts",
            photos=len(request.photos),
            angles=len(request.angles),
            colors=len(request.batch_colors),
        )


def _tell_log(job: Job) -> None:
    mp(
        f"enqueue {job.key.type.value}",
        angleKey=job.key.angle_key,
        colorKey=job.key.color_key,
        promptLength=len(job.prompt),
        prompt=excerpt(job.prompt),
    )


async def _to_its_end(work: Coroutine[Any, Any, T]) -> T:
    """Await work that a cancellation must not cut short; the cancellation comes after it."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait([task])
        raise
