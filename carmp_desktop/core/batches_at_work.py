"""The batches of one profile that this run of the program works on, and what is asked of them.

New ones are run, interrupted ones of earlier runs are taken up, cells are made again, added and
canceled. Everything is on the core's loop.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection, Coroutine, Sequence
from dataclasses import dataclass
from typing import Any

from carmp_desktop.core import darkroom
from carmp_desktop.core.board import Board
from carmp_desktop.core.crash_points import reach
from carmp_desktop.core.engines.door import Engine
from carmp_desktop.core.events import BatchCompleted, Event
from carmp_desktop.core.gallery import Gallery
from carmp_desktop.core.homecoming import Homecoming
from carmp_desktop.core.landing import Landing
from carmp_desktop.core.lease import Lease
from carmp_desktop.core.model import Batch, Cell, CellKey, Color, EngineName, JobStatus
from carmp_desktop.core.paths import Profile
from carmp_desktop.core.planning import with_colors
from carmp_desktop.core.presets import Prompts
from carmp_desktop.core.runner import BatchRun, Workplace
from carmp_desktop.core.store.batches import BatchBook
from carmp_desktop.core.store.database import Database
from carmp_desktop.core.store.history import History
from carmp_desktop.core.store.journal import Journal
from carmp_desktop.core.store.outbox import Outbox
from carmp_desktop.core.store.purse import Allowance, micros
from carmp_desktop.core.store.recovery import KeptBatch, Recovery

Emit = Callable[[Event], None]


@dataclass(frozen=True, slots=True)
class Restored:
    """A batch of an earlier run as it stands again: ``waiting`` counts the cells not begun."""

    batch: Batch
    cells: tuple[Cell, ...]
    waiting: int


@dataclass(frozen=True, slots=True)
class Means:
    """What batches are made with, asked for anew each time: settings may change in between."""

    engine: Callable[[EngineName], Awaitable[Engine]]
    gallery: Callable[[], Gallery]
    price: Callable[[EngineName], float | None]
    budget: Callable[[], float | None]


class BatchesAtWork:
    """Every batch this run of the program has worked on, by id."""

    def __init__(
        self,
        profile: Profile,
        database: Database,
        lease: Lease,
        means: Means,
        outbox: Outbox,
    ) -> None:
        self._profile = profile
        self._lease = lease
        self._means = means
        self._outbox = outbox
        self._book = BatchBook(database, lease.run_id, outbox)
        self._recovery = Recovery(database, lease.run_id)
        self._history = History(database)
        self._landing = Landing(profile.incoming)
        self._homecoming = Homecoming(self._landing, Journal(database))
        self._darkroom = darkroom.room()
        self._runs: dict[str, BatchRun] = {}
        self._restored: dict[str, frozenset[CellKey]] = {}
        self._running: set[asyncio.Future[BatchCompleted | None]] = set()

    async def run(self, batch: Batch, emit: Emit) -> BatchCompleted | None:
        """Run a new batch to its end; None where the program was left before.

        Raises `Failure` where the batch could not be created; no event was sent then.
        """
        run = self._make_run(KeptBatch(batch, {}, {}), emit)
        self._runs[batch.id] = run
        try:
            return await self._to_its_end(batch.id, run.run(self._allowance(batch)))
        except BaseException:
            if not run.board.is_open:
                del self._runs[batch.id]
            raise

    async def restore(self, emit: Emit) -> list[Restored]:
        """Claim what earlier runs left unfinished, and say how it stands; nothing is begun yet.

        Each batch is told as created and each of its cells that is not new as it is. Await
        `resume` for every one of them.
        """
        restored = []
        for batch_id in await self._recovery.claim_interrupted(self._lease.is_alive):
            reach("resume.claimed")
            kept = await self._recovery.load(batch_id)
            reach("resume.loaded")
            await self._clear_landing(kept)
            run = self._make_run(kept, emit)
            self._runs[batch_id] = run
            begun, unfinished = _begun(kept), _unfinished(kept)
            self._restored[batch_id] = unfinished | begun
            run.board.tell_created()
            run.board.tell_again()
            reach("resume.told")
            cells = tuple(kept.cells.values())
            restored.append(Restored(kept.batch, cells, waiting=len(unfinished - begun)))
        return restored

    async def resume(self, batch_id: str, *, go_on: bool) -> BatchCompleted | None:
        """Take up a restored batch to its end. Raises `Failure` where its engine cannot be had."""
        keys = self._restored.pop(batch_id)
        run = self._runs[batch_id]
        try:
            return await self._to_its_end(batch_id, run.resume(keys, go_on=go_on))
        except BaseException:
            self._restored[batch_id] = keys
            raise

    async def reopen(self, batch_id: str, emit: Emit) -> KeptBatch:
        """A batch of any age as it stands; from now on its cells can be made again by this run.

        Nothing is begun and no event sent. What was interrupted meanwhile waits for `go_on`.
        Raises `Failure` where there is no such batch, or another run of the program works on it.
        """
        if batch_id not in self._runs:
            await self._history.claim(batch_id, self._lease.run_id, self._lease.is_alive)
            kept = await self._recovery.load(batch_id)
            await self._clear_landing(kept)
            # Somebody else may have asked for the same one meanwhile.
            if batch_id not in self._runs:
                self._take_in(kept, emit)
                return kept
        board = self._runs[batch_id].board
        return KeptBatch(board.batch, dict(board.cells), {})

    async def make_again(
        self, batch_id: str, keys: Collection[CellKey], *, anew: bool = False
    ) -> BatchCompleted | None:
        """Make cells once more, with the same engine; None where they joined a run under way.

        With ``anew`` a new attempt is paid for whatever may come of the last. Raises `Failure`
        where it could not begin; nothing has changed then.
        """
        run = self._runs[batch_id]
        again = run.run_again(keys, self._allowance(run.board.batch), anew=anew)
        return await self._to_its_end(batch_id, again)

    async def add_colors(
        self,
        batch_id: str,
        colors: Sequence[Color],
        angle_keys: Collection[str] | None,
        prompts: Prompts,
        grown: Callable[[Batch], None],
    ) -> BatchCompleted | None:
        """Make further colors of some angles, or of all.

        ``grown`` hears the larger batch once it is kept, before its new cells' events. Otherwise
        as `make_again`.
        """
        run = self._runs[batch_id]
        batch = with_colors(run.board.batch, colors, angle_keys, prompts)
        if len(batch.jobs) == len(run.board.batch.jobs):
            return None
        more = run.extend(batch, self._allowance(batch), grown)
        return await self._to_its_end(batch_id, more)

    async def go_on(self, batch_id: str) -> BatchCompleted | None:
        """Let what waits in an interrupted batch begin; otherwise as `resume`."""
        if batch_id in self._restored:
            return await self.resume(batch_id, go_on=True)
        self._runs[batch_id].go_on()
        return None

    def is_under_way(self, batch_id: str) -> bool:
        """Whether cells of the batch are being made, or wait for it."""
        return batch_id in self._runs and self._runs[batch_id].is_running

    def cancel(self, batch_id: str, keys: Collection[CellKey] | None = None) -> None:
        """Cancel some cells of a batch that runs, or all; it still completes."""
        if batch_id in self._runs:
            self._runs[batch_id].cancel(keys)

    def cancel_all(self) -> None:
        """Cancel every batch that runs."""
        for run in self._runs.values():
            run.cancel()

    async def leave(self) -> None:
        """Let go of everything under way, for the next start to take up, and wait for that."""
        for run in self._runs.values():
            run.leave()
        if self._running:
            await asyncio.wait(self._running)

    def _allowance(self, batch: Batch) -> Allowance:
        """What the batch's images cost; the price of the batch's own engine and model."""
        price = self._means.price(batch.request.engine)
        return Allowance(price=micros(price), budget=micros(self._means.budget()))

    async def _clear_landing(self, kept: KeptBatch) -> None:
        """Let go of what landed for images that are kept already."""
        for job in kept.batch.jobs:
            if kept.cells[job.key].status is JobStatus.COMPLETED:
                await asyncio.to_thread(self._landing.clear, job.id)

    def _take_in(self, kept: KeptBatch, emit: Emit) -> None:
        """Let a batch that was read back be worked on."""
        self._runs[kept.batch.id] = self._make_run(kept, emit)
        unfinished = _unfinished(kept)
        if unfinished:
            self._restored[kept.batch.id] = unfinished | _begun(kept)

    def _make_run(self, kept: KeptBatch, emit: Emit) -> BatchRun:
        board = Board(
            kept.batch,
            book=self._book,
            gallery=self._means.gallery,
            landing=self._landing,
            thumbs=self._profile.thumbs,
            darkroom=self._darkroom,
            emit=emit,
            outbox=self._outbox,
            cells=kept.cells,
        )
        place = Workplace(
            engine=lambda: self._means.engine(kept.batch.request.engine),
            gallery=self._means.gallery,
            homecoming=self._homecoming,
        )
        return BatchRun(board, place, angle_images=kept.angle_images)

    async def _to_its_end(
        self, batch_id: str, work: Coroutine[Any, Any, BatchCompleted | None]
    ) -> BatchCompleted | None:
        """Await a batch's work; where the caller is canceled, the batch is, and still completes."""
        running = asyncio.ensure_future(work)
        self._running.add(running)
        running.add_done_callback(self._running.discard)
        try:
            return await asyncio.shield(running)
        except asyncio.CancelledError:
            if batch_id in self._runs:
                self._runs[batch_id].cancel()
            await asyncio.wait([running])
            raise


def _begun(kept: KeptBatch) -> frozenset[CellKey]:
    """The cells that have an attempt which may still bring their image."""
    return frozenset(job.key for job in kept.batch.jobs if job.id in kept.begun)


def _unfinished(kept: KeptBatch) -> frozenset[CellKey]:
    """The cells that have not ended."""
    return frozenset(key for key, cell in kept.cells.items() if not cell.status.is_final)
