"""The board of one batch: how every cell stands, told to the database first and then to all.

The runner says what happened to a job; the board turns it into the cell's next snapshot, writes
what must not be forgotten, and sends the event.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from carmp_desktop.core.darkroom import develop
from carmp_desktop.core.engines.door import AngleImage, Made
from carmp_desktop.core.events import BatchCompleted, BatchCreated, Event, JobUpdated
from carmp_desktop.core.gallery import Gallery
from carmp_desktop.core.log import LOG, mp, mp_pushed
from carmp_desktop.core.model import Batch, Cell, EngineName, Job, JobStatus
from carmp_desktop.core.problems import Failure, Problem
from carmp_desktop.core.store.batches import BatchBook, ImageRow


class Board:
    """The cells of one batch. All methods are called on the core's loop."""

    def __init__(
        self,
        batch: Batch,
        *,
        engine: EngineName,
        book: BatchBook,
        gallery: Gallery,
        thumbs: Path,
        emit: Callable[[Event], None],
    ) -> None:
        self._batch = batch
        self._engine = engine
        self._book = book
        self._gallery = gallery
        self._thumbs = thumbs
        self._emit = emit
        self._cells = {job.id: Cell(batch_id=batch.id, key=job.key) for job in batch.jobs}

    async def open(self) -> None:
        """Write the batch with all its cells queued, then say that it exists."""
        await self._book.add(self._batch)
        self._send(BatchCreated(self._batch))

    async def close(self) -> BatchCompleted:
        """Write that the batch has ended, then say so with the counts."""
        try:
            await self._book.complete_batch(self._batch.id)
        except Failure as failure:
            LOG.error("the end of batch %s is not written: %s", self._batch.id, failure)
        ends = [cell.status for cell in self._cells.values()]
        completed = BatchCompleted(
            batch_id=self._batch.id,
            completed=ends.count(JobStatus.COMPLETED),
            failed=ends.count(JobStatus.FAILED),
            canceled=ends.count(JobStatus.CANCELED),
        )
        self._send(completed)
        return completed

    def is_final(self, job: Job) -> bool:
        """Whether a job has ended."""
        return self._cells[job.id].status.is_final

    def reopen(self, job: Job) -> None:
        """Let a job that has ended wait again; what it made before stays in the gallery."""
        self._change(job, Cell(batch_id=job.batch_id, key=job.key))

    def told(self, job: Job, reason: str | None) -> None:
        """What the engine says of a job under way: it runs, or what it waits for."""
        cell = self._cells[job.id]
        if cell.status.is_final:
            return
        if reason is None and cell.status is JobStatus.QUEUED:
            cell = replace(cell, status=JobStatus.PROCESSING, started_at=_now())
        self._change(job, replace(cell, waits_for=reason))

    async def keep(self, job: Job, part: Path, made: Made) -> AngleImage:
        """Thumbnail, final name, row, then the event: persist first, then say so.

        Raises `Failure` where the image is broken or the disk refuses.
        """
        thumb = self._thumbs / job.batch_id / f"{job.id}.jpg"
        picture = await asyncio.to_thread(develop, part, thumb)
        image = await asyncio.to_thread(self._gallery.keep, part, made.suffix)
        cell = replace(
            self._cells[job.id],
            status=JobStatus.COMPLETED,
            image=image,
            thumb=thumb,
            waits_for=None,
            finished_at=_now(),
            note=made.note,
            doubt=made.doubt,
        )
        row = ImageRow(self._engine, made.model, made.source_url, made.cost, picture)
        await self._book.complete_job(job, cell, row)
        mp("persisted", imageUrl=image.as_uri())
        self._change(job, cell)
        return AngleImage(job_id=job.id, file=image, source_url=made.source_url)

    async def end(self, job: Job, status: JobStatus, problem: Problem | None = None) -> None:
        """End a job without an image.

        Where even that cannot be written it is said all the same: a batch always completes.
        """
        cell = replace(
            self._cells[job.id],
            status=status,
            problem=problem,
            waits_for=None,
            finished_at=_now(),
        )
        try:
            await self._book.end_job(job, cell)
        except Failure as failure:
            LOG.error("the end of job %s is not written: %s", job.id, failure)
        self._change(job, cell)

    def _change(self, job: Job, cell: Cell) -> None:
        if cell != self._cells[job.id]:
            self._cells[job.id] = cell
            self._send(JobUpdated(cell))

    def _send(self, event: Event) -> None:
        mp_pushed(event)
        self._emit(event)


def _now() -> datetime:
    return datetime.now(UTC)
