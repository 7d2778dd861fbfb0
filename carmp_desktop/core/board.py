"""The board of one batch: how every cell stands, told to the database first and then to all.

The runner says what happened to a job; the board turns it into the cell's next snapshot, writes
what must not be forgotten, and sends the event.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from carmp_desktop.core.crash_points import reach
from carmp_desktop.core.darkroom import Picture, develop
from carmp_desktop.core.engines.door import Made
from carmp_desktop.core.events import BatchCompleted, BatchCreated, Event, JobUpdated
from carmp_desktop.core.gallery import Gallery
from carmp_desktop.core.landing import Landing
from carmp_desktop.core.log import LOG, mp, mp_pushed
from carmp_desktop.core.model import AngleImage, Batch, Cell, CellKey, Job, JobStatus
from carmp_desktop.core.patience import despite_the_disk
from carmp_desktop.core.problems import Failure, Problem
from carmp_desktop.core.store.batches import BatchBook, ImageRow
from carmp_desktop.core.store.outbox import Outbox
from carmp_desktop.core.store.purse import Allowance
from carmp_desktop.core.truth.check import doubt_about
from carmp_desktop.core.truth.question import question_of

T = TypeVar("T")


class Board:
    """The cells of one batch. All methods are called on the core's loop.

    ``cells`` are how they stood when an earlier run of the program left them; ``gallery`` is asked
    for each image, because its folder may be changed while one waits for a full disk; ``darkroom``
    is shared by all boards of a profile (`darkroom.room`). Events that
    no row tells of go to ``outbox``, the others with their rows.
    """

    def __init__(
        self,
        batch: Batch,
        *,
        book: BatchBook,
        gallery: Callable[[], Gallery],
        landing: Landing,
        thumbs: Path,
        darkroom: asyncio.Semaphore,
        emit: Callable[[Event], None],
        outbox: Outbox | None = None,
        cells: Mapping[CellKey, Cell] | None = None,
    ) -> None:
        self.batch = batch
        self._book = book
        self._gallery = gallery
        self._landing = landing
        self._thumbs = thumbs
        self._darkroom = darkroom
        self._emit = emit
        self._post: Callable[[Event], None] = outbox.post if outbox else lambda _: None
        self.is_open = False
        known = cells or {}
        self._cells = {
            job.key: known.get(job.key, Cell(batch_id=batch.id, key=job.key)) for job in batch.jobs
        }

    @property
    def cells(self) -> Mapping[CellKey, Cell]:
        """How every cell stands."""
        return self._cells

    async def open(self, allowance: Allowance) -> None:
        """Write the batch with all its cells queued, then say that it exists.

        Raises `Failure` where the disk or the budget forbids it; nothing was written or said then.
        """
        await self._book.add(self.batch, allowance)
        self.tell_created()

    def tell_created(self) -> None:
        """Say that the batch exists."""
        self.is_open = True
        self._send(BatchCreated(self.batch))
        reach("batch.created_told")

    def tell_again(self) -> None:
        """Say how every cell stands that is not as a new one."""
        for cell in self._cells.values():
            if cell.status is not JobStatus.QUEUED:
                self._send(JobUpdated(cell))

    async def close(self) -> BatchCompleted:
        """Write that the batch has ended, then say so with the counts."""
        ends = [cell.status for cell in self._cells.values()]
        completed = BatchCompleted(
            batch_id=self.batch.id,
            completed=ends.count(JobStatus.COMPLETED),
            failed=ends.count(JobStatus.FAILED),
            canceled=ends.count(JobStatus.CANCELED),
        )
        try:
            await self._book.complete_batch(completed)
        except Failure as failure:
            LOG.error("the end of batch %s is not written: %s", self.batch.id, failure)
            self._post(completed)
        self._send(completed)
        reach("batch.completed_told")
        return completed

    async def leave(self) -> None:
        """Write that nobody works on the batch for now; a later run of the program takes it up."""
        try:
            await self._book.leave(self.batch.id)
        except Failure as failure:
            LOG.error("batch %s could not be let go of: %s", self.batch.id, failure)

    def is_final(self, key: CellKey) -> bool:
        """Whether a cell's job has ended."""
        return self._cells[key].status.is_final

    async def reopen(self, jobs: Sequence[Job], allowance: Allowance, *, anew: bool) -> None:
        """Let jobs that have ended wait again; what they made before stays in the gallery.

        With ``anew`` the next attempt is a new one whatever may come of the last. Raises
        `Failure` where the budget forbids it; nothing has changed then.
        """
        told = [JobUpdated(self._waiting(job)) for job in jobs]
        ids = [job.id for job in jobs]
        await self._book.reopen(self.batch.id, ids, allowance, *told, anew=anew)
        for job in jobs:
            self._change(self._waiting(job), is_written=True)

    def queue(self, jobs: Sequence[Job]) -> None:
        """Show jobs as waiting."""
        for job in jobs:
            self._change(self._waiting(job))

    async def extend(
        self, batch: Batch, allowance: Allowance, grown: Callable[[Batch], None]
    ) -> None:
        """Take up a batch that has grown by some jobs; ``grown`` hears it before their events.

        Raises `Failure` as `reopen` does.
        """
        new = [job for job in batch.jobs if job.key not in self._cells]
        told = [JobUpdated(Cell(batch_id=batch.id, key=job.key)) for job in new]
        await self._book.extend(batch, new, allowance, *told)
        self.batch = batch
        grown(batch)
        for event in told:
            self._cells[event.cell.key] = event.cell
            self._send(event)

    def told(self, job: Job, reason: str | None, until: datetime | None = None) -> None:
        """What the engine says of a job under way: it runs, or what it waits for."""
        cell = self._cells[job.key]
        if cell.status.is_final:
            return
        if reason is None and cell.status is JobStatus.QUEUED:
            cell = replace(cell, status=JobStatus.PROCESSING, started_at=_now())
        self._change(replace(cell, waits_for=reason, waits_until=until))

    async def keep(self, job: Job, made: Made) -> AngleImage:
        """The image at the job's landing part: landed, thumbnail, name, row, then the event.

        Waits while a disk is full or away. Raises `Failure` where the image is broken.
        """
        landed = await self._despite_the_disk(job, lambda: self._landing.land(job.id, made.suffix))
        return await self.bring_home(job, landed, made)

    async def bring_home(
        self, job: Job, landed: Path, made: Made, *, may_be_placed: bool = False
    ) -> AngleImage:
        """Take an image that has landed into the gallery, perhaps for the second time."""
        thumb = self._thumbs / job.batch_id / f"{job.id}.jpg"
        reach("keep.before_thumb")
        question = question_of(self.batch, self._cells, job.key, landed)

        def look() -> tuple[Picture, str | None]:
            developed = develop(landed, thumb)
            return developed.picture, doubt_about(question, developed, made.doubt)

        picture, doubt = await self._despite_the_disk(job, look)
        reach("keep.after_thumb")
        image = await self._place(job, landed, may_be_placed=may_be_placed)
        made = replace(made, doubt=doubt)
        await self._write_image(job, made, picture, image=image, thumb=thumb)
        # No step of the way home: whoever waits to be told shall not wait for other images.
        await asyncio.to_thread(self._landing.clear, job.id)
        reach("keep.landing_removed")
        mp("persisted", imageUrl=image.as_uri())
        self._send(JobUpdated(self._cells[job.key]))
        reach("keep.told")
        return AngleImage(
            job_id=job.id, file=image, source_url=made.source_url, asked_at=made.asked_at
        )

    async def end(self, job: Job, status: JobStatus, problem: Problem | None = None) -> None:
        """End a job without an image.

        Where even that cannot be written it is said all the same: a batch always completes.
        """
        cell = replace(
            self._cells[job.key],
            status=status,
            problem=problem,
            waits_for=None,
            waits_until=None,
            finished_at=_now(),
        )
        try:
            cell = replace(cell, cost=await self._book.end_job(job, cell))
        except Failure as failure:
            LOG.error("the end of job %s is not written: %s", job.id, failure)
            self._change(cell)
        else:
            self._change(cell, is_written=True)

    async def _place(self, job: Job, landed: Path, *, may_be_placed: bool) -> Path:
        async def place() -> Path:
            gallery = self._gallery()
            name = gallery.name_of(self.batch, job.key)
            kept = await self._book.files_like(name)
            return await self._in_darkroom(
                lambda: gallery.place(landed, name, kept=kept, may_be_placed=may_be_placed)
            )

        return await despite_the_disk(place, lambda reason: self.told(job, reason))

    async def _write_image(
        self, job: Job, made: Made, picture: Picture, *, image: Path, thumb: Path
    ) -> None:
        cell = replace(
            self._cells[job.key],
            status=JobStatus.COMPLETED,
            image=image,
            thumb=thumb,
            problem=None,
            waits_for=None,
            waits_until=None,
            finished_at=_now(),
            note=made.note,
            doubt=made.doubt,
        )
        engine = self.batch.request.engine
        row = ImageRow(engine, made.model, made.source_url, made.cost, picture)
        cost = await despite_the_disk(
            lambda: self._book.complete_job(job, cell, row),
            lambda reason: self.told(job, reason),
        )
        self._cells[job.key] = replace(cell, cost=cost)

    async def _despite_the_disk(self, job: Job, work: Callable[[], T]) -> T:
        return await despite_the_disk(
            lambda: self._in_darkroom(work), lambda reason: self.told(job, reason)
        )

    async def _in_darkroom(self, work: Callable[[], T]) -> T:
        """Do a step of an image's way home in a thread, when there is room for it."""
        async with self._darkroom:
            return await asyncio.to_thread(work)

    def _waiting(self, job: Job) -> Cell:
        return Cell(batch_id=job.batch_id, key=job.key, cost=self._cells[job.key].cost)

    def _change(self, cell: Cell, *, is_written: bool = False) -> None:
        if cell == self._cells[cell.key]:
            return
        self._cells[cell.key] = cell
        if not is_written:
            self._post(JobUpdated(cell))
        self._send(JobUpdated(cell))

    def _send(self, event: Event) -> None:
        mp_pushed(event)
        self._emit(event)


def _now() -> datetime:
    return datetime.now(UTC)
