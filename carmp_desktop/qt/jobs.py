"""The job manager: the window's one hand on the core, and the core's voice as Qt signals.

Here are the batches; what holds for the whole profile, and the rules of emitting, are in
`profile_voice`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Coroutine, Sequence
from time import monotonic
from typing import Any, TypeVar

from PySide6.QtCore import Signal

from carmp_desktop.core.batches_at_work import Restored
from carmp_desktop.core.events import BatchCompleted, BatchCreated, Event, JobUpdated
from carmp_desktop.core.log import mp, mp_received
from carmp_desktop.core.marketplace import Marketplace
from carmp_desktop.core.model import Batch, BatchRequest, CellKey, Color, EngineName
from carmp_desktop.core.planning import plan_batch
from carmp_desktop.core.problems import Failure
from carmp_desktop.core.thread import CoreThread
from carmp_desktop.qt.photo_intake import PhotoIntake
from carmp_desktop.qt.profile_voice import ProfileVoice

T = TypeVar("T")

_CLOSING_PATIENCE = 20.0
_FRAME_SECONDS = 0.008


class JobManager(ProfileVoice):
    """Starts batches and repeats what happens to them. Made by `session` on the running loop."""

    marketplaceBatchCreated = Signal(object)
    """A `BatchCreated`: the batch is written down, its cells are queued."""
    marketplaceJobUpdated = Signal(object)
    """A `JobUpdated`: one cell changed; a completed one is on disk."""
    marketplaceBatchCompleted = Signal(object)
    """A `BatchCompleted`: every job of the batch has ended."""

    batches_restored = Signal(object)
    """A tuple of `Restored`: batches that an earlier run of the program left unfinished."""
    batch_reopened = Signal(object)
    """A `Restored` of any age, as `reopen` asked for."""
    batch_grown = Signal(object)
    """A `Batch` that has further colors now; their cells are queued."""
    batch_refused = Signal(object, object)
    """A `Batch` that could not be created, and the `Problem` that says why."""

    def __init__(self, market: Marketplace, core: CoreThread) -> None:
        super().__init__(market, core)
        self.photos = PhotoIntake(market.profile, self._tasks, self)
        self._running: dict[str, Batch] = {}
        self._reopening: set[str] = set()
        self._inbox: deque[Event] = deque()

    @property
    def running(self) -> tuple[Batch, ...]:
        """The batches under way, oldest first."""
        return tuple(self._running.values())

    def start_batch(self, request: BatchRequest) -> Batch:
        """Start a batch. Its ids exist at once; everything else follows as signals.

        Raises `Failure` where the request lacks something.
        """
        mp(
            "submit batch",
            sourceCount=len(request.photos),
            angles=len(request.angles),
            colors=len(request.batch_colors),
            autoColorize=request.auto_colorize,
        )
        batch = plan_batch(
            request, self._market.presets.prompts, price=self._market.price(request.engine)
        )
        mp("batch response", batchId=batch.id)
        self._running[batch.id] = batch
        self._tasks.spawn(self._run(batch))
        return batch

    def restore(self) -> None:
        """Bring back what was interrupted: first it stands as it was, then it is taken up."""
        self._tasks.spawn(self._restore())

    def reopen(self, batch_id: str) -> None:
        """Bring back a batch of any age; `batch_reopened` tells how it stands."""
        if batch_id not in self._reopening:
            self._reopening.add(batch_id)
            self._tasks.spawn(self._reopen(batch_id))

    def cancel_batch(self, batch_id: str) -> None:
        """Cancel a batch under way; it completes with its canceled cells."""
        self._core.call(self._market.batches.cancel, batch_id)

    def cancel_cells(self, batch_id: str, keys: Collection[CellKey]) -> None:
        """Cancel some cells; what of the batch is not among them goes on."""
        self._core.call(self._market.batches.cancel, batch_id, frozenset(keys))

    def make_again(self, batch: Batch, keys: Collection[CellKey], *, anew: bool = False) -> None:
        """Make cells once more, in a run of their own or in the one under way.

        What may still come of their last attempts is fetched and not bought again; with ``anew``
        a new attempt is paid for in any case.
        """
        again = self._market.batches.make_again(batch.id, frozenset(keys), anew=anew)
        self._tasks.spawn(self._run_more(batch, again))

    def add_colors(
        self, batch: Batch, colors: Sequence[Color], angle_keys: Collection[str]
    ) -> None:
        """Make further colors of some angles; `batch_grown` tells once they are written down."""
        prompts = self._market.presets.prompts
        more = self._market.batches.add_colors(
            batch.id, tuple(colors), frozenset(angle_keys), prompts, self._grown
        )
        self._tasks.spawn(self._run_more(batch, more))

    def goes_on_unasked(self, batch: Batch) -> bool:
        """Whether what was interrupted and had not begun begins again without the user's word."""
        return self._market.settings.goes_on or batch.request.engine is EngineName.STUDIO

    def go_on(self, batch: Batch) -> None:
        """Let what was interrupted and not begun begin now."""
        self._tasks.spawn(self._run_more(batch, self._market.batches.go_on(batch.id)))

    async def aclose(self) -> None:
        """Let go of what runs, for the next start to take up, and close the core."""
        self._is_closing = True
        await self._on_core(self._market.batches.leave())
        await self._tasks.finish(_CLOSING_PATIENCE)
        await self._on_core(self._market.aclose())

    async def _run(self, batch: Batch) -> None:
        try:
            await self._on_core(self._market.run_batch(batch, self._from_core))
        except Failure as failure:
            self._running.pop(batch.id, None)
            self._later(self.batch_refused, batch, failure.problem)
        except BaseException:
            self._running.pop(batch.id, None)
            raise

    async def _run_more(self, batch: Batch, work: Coroutine[Any, Any, Any]) -> None:
        """Await more work on a batch that stands already; what forbids it is told."""
        self._running.setdefault(batch.id, batch)
        try:
            await self._on_core(work)
        except Failure as failure:
            if not self._market.batches.is_under_way(batch.id):
                self._running.pop(batch.id, None)
            self._later(self.problem_raised, failure.problem)

    async def _restore(self) -> None:
        restored = await self._on_core(self._market.batches.restore(self._from_core))
        if not restored:
            return
        self._later(self.batches_restored, tuple(restored))
        for item in restored:
            self._running[item.batch.id] = item.batch
        if not self._market.token:
            await self._on_core(self._market.find_token())
        for item in restored:
            self._tasks.spawn(self._take_up(item.batch))

    async def _take_up(self, batch: Batch) -> None:
        """Go on with an interrupted batch, as far as the user wants that unasked."""
        go_on = self.goes_on_unasked(batch)
        await self._run_more(batch, self._market.batches.resume(batch.id, go_on=go_on))

    async def _reopen(self, batch_id: str) -> None:
        try:
            kept = await self._on_core(self._market.reopen(batch_id, self._from_core))
        finally:
            self._reopening.discard(batch_id)
        batch, cells = kept.batch, tuple(kept.cells.values())
        unfinished = {cell.key for cell in cells if not cell.status.is_final}
        begun = {job.key for job in batch.jobs if job.id in kept.begun}
        self._later(self.batch_reopened, Restored(batch, cells, waiting=len(unfinished - begun)))
        if unfinished and batch_id not in self._running:
            await self._take_up(batch)

    def _grown(self, batch: Batch) -> None:
        """Called on the core's thread, before the events of the new cells."""
        self._loop.call_soon_threadsafe(self.batch_grown.emit, batch)

    def _from_core(self, event: Event) -> None:
        """Called on the core's thread; the queue keeps the order whatever the loops do."""
        self._inbox.append(event)
        self._loop.call_soon_threadsafe(self._deliver_some)

    def _deliver_some(self) -> None:
        """Deliver what there is, for as long as a frame has room; each event has a call to come."""
        end = monotonic() + _FRAME_SECONDS
        while self._inbox:
            self._deliver(self._inbox.popleft())
            if monotonic() > end:
                return

    def _deliver(self, event: Event) -> None:
        mp_received(event)
        match event:
            case BatchCreated():
                self.marketplaceBatchCreated.emit(event)
            case JobUpdated():
                self.marketplaceJobUpdated.emit(event)
            case BatchCompleted():
                self._running.pop(event.batch_id, None)
                self.marketplaceBatchCompleted.emit(event)
