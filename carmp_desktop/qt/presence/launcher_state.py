"""What the program's entry in a dock or task bar shows: how far the work is, and a call to look.

However fast cells change, the entry is told a few times a second at most.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from carmp_desktop.core.events import BatchCompleted, BatchCreated, JobUpdated
from carmp_desktop.core.model import Batch, CellKey
from carmp_desktop.core.problems import Problem
from carmp_desktop.qt.jobs import JobManager
from carmp_desktop.qt.presence.announcer import is_in_front

_SETTLING_MS = 250
_ARRIVALS = (QEvent.Type.WindowActivate, QEvent.Type.WindowStateChange, QEvent.Type.Show)


@dataclass(frozen=True, slots=True)
class LauncherState:
    """``progress`` is from 0 to 1, None at rest; ``to_go`` counts the images still to be made.

    ``urgent`` calls for the user: something failed while they were elsewhere.
    """

    progress: float | None = None
    to_go: int = 0
    urgent: bool = False


class LauncherWatch(QObject):
    """Follows all batches that are at work, taken together."""

    changed = Signal(object)
    """The `LauncherState` to be shown from now on."""

    def __init__(self, window: QWidget, jobs: JobManager) -> None:
        super().__init__(window)
        self._window = window
        self._ended: dict[str, dict[CellKey, bool]] = {}
        self._at_work: set[str] = set()
        self._urgent = False
        self._told = LauncherState()
        self._settled = QTimer(self, singleShot=True, interval=_SETTLING_MS)
        self._settled.timeout.connect(self._tell)
        jobs.marketplaceBatchCreated.connect(self._batch_created)
        jobs.batch_grown.connect(self._grow)
        jobs.marketplaceJobUpdated.connect(self._job_updated)
        jobs.marketplaceBatchCompleted.connect(self._batch_completed)
        jobs.batch_refused.connect(self._batch_refused)

    @property
    def state(self) -> LauncherState:
        """How it stands at this moment."""
        cells = [ended for batch in self._at_work for ended in self._ended[batch].values()]
        if not cells:
            return LauncherState(urgent=self._urgent)
        to_go = cells.count(False)
        return LauncherState(1 - to_go / len(cells), to_go, self._urgent)

    @Slot(object)
    def _batch_created(self, event: BatchCreated) -> None:
        self._grow(event.batch)

    @Slot(object)
    def _grow(self, batch: Batch) -> None:
        known = self._ended.setdefault(batch.id, {})
        for job in batch.jobs:
            known.setdefault(job.key, False)
        self._at_work.add(batch.id)
        self._change()

    @Slot(object)
    def _job_updated(self, event: JobUpdated) -> None:
        is_final = event.cell.status.is_final
        self._ended.setdefault(event.batch_id, {})[event.cell.key] = is_final
        if not is_final:
            self._at_work.add(event.batch_id)
        self._change()

    @Slot(object)
    def _batch_completed(self, event: BatchCompleted) -> None:
        self._at_work.discard(event.batch_id)
        if event.failed and not is_in_front(self._window):
            self._urgent = True
            self._window.installEventFilter(self)
        self._change()

    @Slot(object, object)
    def _batch_refused(self, batch: Batch, _problem: Problem) -> None:
        self._at_work.discard(batch.id)
        self._change()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Calm down when the window is looked at."""
        if event.type() in _ARRIVALS and is_in_front(self._window):
            self._window.removeEventFilter(self)
            self._urgent = False
            self._change()
        return super().eventFilter(watched, event)

    def _change(self) -> None:
        if not self._settled.isActive():
            self._settled.start()

    @Slot()
    def _tell(self) -> None:
        state = self.state
        if state != self._told:
            self._told = state
            self.changed.emit(state)
