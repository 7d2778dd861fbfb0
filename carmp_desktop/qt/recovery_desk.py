"""Brings back what was interrupted, and hands on what the user wants made again or stopped."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Slot

from carmp_desktop.core.batches_at_work import Restored
from carmp_desktop.core.model import Batch, CellKey
from carmp_desktop.qt.batches_view import BatchesView
from carmp_desktop.qt.jobs import JobManager
from carmp_desktop.qt.jobs_tray import JobsTray
from carmp_desktop.qt.notices import NoticeArea
from carmp_desktop.qt.text import counted


class RecoveryDesk(QObject):
    """Stands between the batches in the window and the job manager."""

    def __init__(
        self, batches: BatchesView, tray: JobsTray, notices: NoticeArea, jobs: JobManager
    ) -> None:
        super().__init__(batches)
        self._batches = batches
        self._tray = tray
        self._notices = notices
        self._jobs = jobs
        jobs.batches_restored.connect(self.show_restored)
        batches.cells_cancel_requested.connect(self._cancel_cells)
        batches.again_requested.connect(self._make_again)
        batches.go_on_requested.connect(self._go_on)

    @Slot(object)
    def show_restored(self, restored: Sequence[Restored]) -> None:
        """Let what was interrupted stand in its matrix again, and say what becomes of it."""
        for item in restored:
            page = self._batches.add_batch(item.batch)
            page.restore(item.cells, waiting=item.waiting)
            self._tray.set_cells(item.batch, item.cells)
        count = len(restored)
        title = counted(
            count, self.tr("A batch was interrupted"), self.tr("{n} batches were interrupted")
        )
        self._notices.show_info(title, self._what_happens(restored))

    def _what_happens(self, restored: Sequence[Restored]) -> str:
        waiting = sum(item.waiting for item in restored)
        begun = self.tr("What had begun is fetched now; nothing is paid for twice.")
        if not waiting or self._jobs.market.settings.goes_on:
            return begun
        rest = counted(
            waiting,
            self.tr("{n} image had not begun and waits for Go on."),
            self.tr("{n} images had not begun and wait for Go on."),
        )
        return f"{begun} {rest}"

    @Slot(str, object)
    def _cancel_cells(self, batch_id: str, keys: frozenset[CellKey]) -> None:
        self._jobs.cancel_cells(batch_id, keys)

    @Slot(object, object, bool)
    def _make_again(self, batch: Batch, keys: frozenset[CellKey], anew: bool) -> None:
        self._jobs.make_again(batch, keys, anew=anew)

    @Slot(object)
    def _go_on(self, batch: Batch) -> None:
        self._jobs.go_on(batch)
