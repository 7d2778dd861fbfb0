"""Stands between the history page and the job manager.

It gives the page the batches that are kept, follows those that are being made, and lets the one
that the user opens stand in its matrix again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from carmp_desktop.core.batches_at_work import Restored
from carmp_desktop.core.events import BatchCompleted, BatchCreated, JobUpdated
from carmp_desktop.core.library import Query
from carmp_desktop.core.model import Batch, Cell, CellKey, JobStatus
from carmp_desktop.core.problems import Problem
from carmp_desktop.core.store.history import BatchSummary
from carmp_desktop.core.store.pictures import Picture
from carmp_desktop.qt.batch.desk import BatchesDesk
from carmp_desktop.qt.batch.page import BatchPage
from carmp_desktop.qt.batch.view import BatchesView
from carmp_desktop.qt.history.page import HistoryPage
from carmp_desktop.qt.jobs import JobManager
from carmp_desktop.qt.parts.notices import NoticeArea

PAGE = 200
"""How many batches are read at once."""

_THUMBS = 4


class HistoryDesk(QObject):
    """Keeps the page in step with what is kept and with what is being made."""

    studio_requested = Signal()
    """The studio page shall come into sight."""

    def __init__(
        self,
        page: HistoryPage,
        batches: BatchesView,
        shower: BatchesDesk,
        jobs: JobManager,
        notices: NoticeArea,
    ) -> None:
        super().__init__(page)
        self._page = page
        self._batches = batches
        self._shower = shower
        self._jobs = jobs
        self._notices = notices
        self._oldest: str | None = None
        self._is_read = False
        self._changed: set[str] = set()
        self._held: set[str] = set()
        self._soon = QTimer(self, singleShot=True, interval=0)  # one telling for many changes
        self._soon.timeout.connect(self._tell)
        self._connect()

    @Slot()
    def refresh(self) -> None:
        """Read the newest batches: another run of the program may have made some."""
        self._jobs.ask(self._jobs.market.history(PAGE), self._show_newest)

    @Slot(str)
    def open(self, batch_id: str) -> None:
        """Let a batch stand in its matrix; one that does so already comes to the front."""
        page = self._page_of(batch_id)
        if page is None:
            self._jobs.reopen(batch_id)
        else:
            self._bring_to_front(page)

    @Slot()
    def _read_older(self) -> None:
        self._jobs.ask(self._jobs.market.history(PAGE, self._oldest), self._show_older)

    def _show_newest(self, batches: Sequence[BatchSummary]) -> None:
        if self._is_read:
            self._page.put_batches(batches)
        else:
            self._is_read = True
            self._remember_oldest(batches)
            self._page.set_batches(batches, more=len(batches) == PAGE)
        # What is kept may be older by now than what has happened since it was read.
        self._changed.update(batch.id for batch in self._jobs.running)
        self._tell()

    def _show_older(self, batches: Sequence[BatchSummary]) -> None:
        self._remember_oldest(batches)
        self._page.add_batches(batches, more=len(batches) == PAGE)

    def _remember_oldest(self, batches: Sequence[BatchSummary]) -> None:
        if batches:
            self._oldest = batches[-1].id

    @Slot(object)
    def _show_reopened(self, item: Restored) -> None:
        page = self._page_of(item.batch.id)
        if page is None:
            page = self._shower.show_kept(item)
            if all(cell.status.is_final for cell in item.cells):
                page.complete(_ended(item.batch, item.cells))
            self._hold([item])
        self._bring_to_front(page)

    def _bring_to_front(self, page: BatchPage) -> None:
        self._batches.show_batch(page.batch.id)
        self.studio_requested.emit()
        page.matrix.setFocus(Qt.FocusReason.OtherFocusReason)

    def _page_of(self, batch_id: str) -> BatchPage | None:
        pages = (page for page in self._batches.pages if page.batch.id == batch_id)
        return next(pages, None)

    @Slot(str)
    def _find_folder(self, batch_id: str) -> None:
        library = self._jobs.market.library
        self._jobs.ask(library.search(Query(batch=batch_id)), self._show_folder)

    def _show_folder(self, pictures: Sequence[Picture]) -> None:
        if pictures:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(pictures[0].file.parent)))
        else:
            self._notices.show_info(
                self.tr("No images left"),
                self.tr("The images of this batch have been put into the bin."),
            )

    @Slot(object)
    def _hold(self, restored: Iterable[Restored]) -> None:
        """Remember which batches wait for the user's word."""
        self._held.update(item.batch.id for item in restored if item.waiting)
        self._soon.start()

    def _let_go(self, batch_id: str) -> None:
        self._held.discard(batch_id)
        self._changed.add(batch_id)
        self._soon.start()

    @Slot()
    def _tell(self) -> None:
        """Show how the batches that have changed stand now."""
        changed = [self._page_of(batch_id) for batch_id in self._changed]
        self._changed.clear()
        if self._is_read:
            self._page.put_batches(
                summary_of(page.batch, page.matrix.cells.values()) for page in changed if page
            )
        self._page.set_at_work({batch.id for batch in self._jobs.running if self._works(batch)})

    def _works(self, batch: Batch) -> bool:
        """Whether something of a batch is being made, or will be without the user's word."""
        page = self._page_of(batch.id)
        if batch.id not in self._held or page is None:
            return True
        cells = page.matrix.cells.values()
        return any(cell.status is JobStatus.PROCESSING for cell in cells)

    @Slot(object)
    def _batch_created(self, event: BatchCreated) -> None:
        self._let_go(event.batch_id)

    @Slot(object)
    def _job_updated(self, event: JobUpdated) -> None:
        self._changed.add(event.batch_id)
        self._soon.start()

    @Slot(object)
    def _batch_completed(self, event: BatchCompleted) -> None:
        self._let_go(event.batch_id)

    @Slot(object)
    def _batch_grown(self, batch: Batch) -> None:
        self._let_go(batch.id)

    @Slot(object, object, bool)
    def _made_again(self, batch: Batch, _keys: frozenset[CellKey], _anew: bool) -> None:
        self._let_go(batch.id)

    @Slot(object)
    def _problem_raised(self, _problem: Problem) -> None:
        """A batch may have stopped being at work."""
        self._soon.start()

    def _connect(self) -> None:
        page, jobs, batches = self._page, self._jobs, self._batches
        page.shown.connect(self.refresh)
        page.more_wanted.connect(self._read_older)
        page.open_requested.connect(self.open)
        page.folder_requested.connect(self._find_folder)
        page.studio_requested.connect(self.studio_requested)
        jobs.marketplaceBatchCreated.connect(self._batch_created)
        jobs.marketplaceJobUpdated.connect(self._job_updated)
        jobs.marketplaceBatchCompleted.connect(self._batch_completed)
        jobs.batch_grown.connect(self._batch_grown)
        jobs.batches_restored.connect(self._hold)
        jobs.batch_reopened.connect(self._show_reopened)
        jobs.problem_raised.connect(self._problem_raised)
        batches.go_on_requested.connect(self._batch_grown)
        batches.again_requested.connect(self._made_again)


def summary_of(batch: Batch, cells: Iterable[Cell]) -> BatchSummary:
    """A batch in one line, from its cells as they stand in the window."""
    stand = {cell.key: cell for cell in cells}
    in_order = [stand[job.key] for job in batch.jobs if job.key in stand]
    made = [cell for cell in in_order if cell.status is JobStatus.COMPLETED]
    counts = _ended(batch, in_order)
    return BatchSummary(
        id=batch.id,
        title=batch.title,
        created_at=batch.created_at,
        engine=batch.request.engine,
        total=len(batch.jobs),
        completed=counts.completed,
        failed=counts.failed,
        canceled=counts.canceled,
        cost=sum(cell.cost for cell in in_order),
        has_ended=all(cell.status.is_final for cell in in_order),
        thumbs=tuple(cell.thumb for cell in made if cell.thumb)[:_THUMBS],
    )


def _ended(batch: Batch, cells: Iterable[Cell]) -> BatchCompleted:
    """How many cells have ended, and in which way."""
    states = [cell.status for cell in cells]
    return BatchCompleted(
        batch_id=batch.id,
        completed=states.count(JobStatus.COMPLETED),
        failed=states.count(JobStatus.FAILED),
        canceled=states.count(JobStatus.CANCELED),
    )
