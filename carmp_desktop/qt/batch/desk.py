"""Stands between the batches in the window and the job manager.

What happens to jobs is shown in matrix and tray; what the user wants made again, stopped or gone
on with is handed on; what was interrupted is brought back.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from carmp_desktop.core.batches_at_work import Restored
from carmp_desktop.core.events import BatchCompleted, JobUpdated
from carmp_desktop.core.model import Batch, Cell, CellKey, EngineName
from carmp_desktop.core.problems import Problem
from carmp_desktop.qt.batch.page import BatchPage
from carmp_desktop.qt.batch.view import BatchesView
from carmp_desktop.qt.jobs import JobManager
from carmp_desktop.qt.parts.notice import Notice
from carmp_desktop.qt.parts.notices import NoticeArea
from carmp_desktop.qt.tray.tray import JobsTray
from carmp_desktop.qt.words.text import counted


class BatchesDesk(QObject):
    """Keeps matrix and tray in step with the job manager's events."""

    def __init__(
        self, batches: BatchesView, tray: JobsTray, notices: NoticeArea, jobs: JobManager
    ) -> None:
        super().__init__(batches)
        self._batches = batches
        self._tray = tray
        self._notices = notices
        self._jobs = jobs
        self._interrupted: set[str] = set()
        self._told: Notice | None = None
        self._connect()

    @Slot(object)
    def show_new(self, batch: Batch) -> None:
        """Let a new batch stand, every cell of it queued."""
        page = self._batches.add_batch(batch)
        self._tray.set_cells(batch, [page.matrix.cell_state(job.key) for job in batch.jobs])

    @Slot(object)
    def show_restored(self, restored: Sequence[Restored]) -> None:
        """Let what was interrupted stand in its matrix again, and say what becomes of it."""
        for item in restored:
            self.show_kept(item)
        count = len(restored)
        title = counted(
            count, self.tr("A batch was interrupted"), self.tr("{n} batches were interrupted")
        )
        self._interrupted = {item.batch.id for item in restored}
        self._told = self._notices.show_info(title, self._what_happens(restored))
        self._told.dismissed.connect(self._forget_told)

    @Slot()
    def _forget_told(self) -> None:
        self._told = None

    def show_kept(self, item: Restored) -> BatchPage:
        """Let a batch of an earlier run stand as it is, and bring it into sight."""
        page = self._batches.add_batch(item.batch)
        page.restore(item.cells, waiting=self._waiting(item))
        self._tray.set_cells(item.batch, item.cells)
        return page

    def _what_happens(self, restored: Sequence[Restored]) -> str:
        paid = [item for item in restored if item.batch.request.engine is EngineName.REPLICATE]
        if not paid:
            return self.tr("What is missing is made now.")
        begun = self.tr("What had begun is fetched now; nothing is paid for twice.")
        waiting = sum(self._waiting(item) for item in paid)
        if not waiting:
            return begun
        rest = counted(
            waiting,
            self.tr("{n} image had not begun and waits for Go on."),
            self.tr("{n} images had not begun and wait for Go on."),
        )
        return f"{begun} {rest}"

    def _waiting(self, item: Restored) -> int:
        """How many images wait for the user's word."""
        return 0 if self._jobs.goes_on_unasked(item.batch) else item.waiting

    @Slot(object)
    def _job_updated(self, event: JobUpdated) -> None:
        self._batches.update_job(event)
        self._tray.update_cell(event.cell)

    @Slot(object)
    def _batch_completed(self, event: BatchCompleted) -> None:
        self._batches.complete(event)
        self._interrupted.discard(event.batch_id)
        if self._told is not None and not self._interrupted:
            self._told.dismiss()

    @Slot(object, object)
    def _batch_refused(self, batch: Batch, problem: Problem) -> None:
        self._batches.remove_batch(batch)
        self._tray.remove_batch(batch)
        self._notices.show_problem(problem)

    @Slot(object)
    def _close(self, batch: Batch) -> None:
        """Take an ended batch out of sight; one at work stays."""
        if batch.id in {running.id for running in self._jobs.running}:
            self._notices.show_info(
                self.tr("Still being made"),
                self.tr("Its page can be closed when the batch has ended, or is canceled."),
            )
            return
        self._batches.remove_batch(batch)
        self._tray.remove_batch(batch)

    @Slot(str, object)
    def _cancel_cells(self, batch_id: str, keys: frozenset[CellKey]) -> None:
        self._jobs.cancel_cells(batch_id, keys)

    @Slot(object, object, bool)
    def make_again(self, batch: Batch, keys: frozenset[CellKey], anew: bool) -> None:
        """Have cells made once more."""
        self._jobs.make_again(batch, keys, anew=anew)

    @Slot(str, object)
    def _show_job(self, batch_id: str, key: CellKey) -> None:
        """Let the keyboard stand on a job's card."""
        self._batches.show_batch(batch_id)
        matrix = self._batches.page(batch_id).matrix
        matrix.select_cell(key)
        matrix.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _go_on(self, batch: Batch) -> None:
        self._jobs.go_on(batch)

    @Slot(object)
    def _show_file(self, cell: Cell) -> None:
        if cell.image is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(cell.image)))

    @Slot(object)
    def show_folder(self, cell: Cell) -> None:
        """Show where a cell's image is kept."""
        if cell.image is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(cell.image.parent)))

    def _connect(self) -> None:
        batches, jobs = self._batches, self._jobs
        jobs.marketplaceJobUpdated.connect(self._job_updated)
        jobs.marketplaceBatchCompleted.connect(self._batch_completed)
        jobs.batch_refused.connect(self._batch_refused)
        jobs.batches_restored.connect(self.show_restored)
        batches.close_requested.connect(self._close)
        batches.cancel_requested.connect(jobs.cancel_batch)
        batches.cells_cancel_requested.connect(self._cancel_cells)
        batches.again_requested.connect(self.make_again)
        batches.go_on_requested.connect(self._go_on)
        batches.file_requested.connect(self._show_file)
        batches.folder_requested.connect(self.show_folder)
        self._tray.cancel_requested.connect(self._cancel_cells)
        self._tray.job_requested.connect(self._show_job)
