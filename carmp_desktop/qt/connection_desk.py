"""Lets the bar say that Replicate is out of reach, for as long as images wait for that."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from carmp_desktop.core.events import BatchCompleted, JobUpdated
from carmp_desktop.core.model import CellKey
from carmp_desktop.core.remarks import OFFLINE
from carmp_desktop.qt.jobs import JobManager
from carmp_desktop.qt.top_bar import TopBar


class ConnectionDesk(QObject):
    """Remembers which cells wait for the connection; the last one to go on ends it."""

    def __init__(self, top: TopBar, jobs: JobManager) -> None:
        super().__init__(top)
        self._top = top
        self._waiting: set[tuple[str, CellKey]] = set()
        jobs.marketplaceJobUpdated.connect(self._job_updated)
        jobs.marketplaceBatchCompleted.connect(self._batch_completed)

    @Slot(object)
    def _job_updated(self, event: JobUpdated) -> None:
        cell, here = event.cell, (event.batch_id, event.cell.key)
        waits = not cell.status.is_final and cell.waits_for == OFFLINE
        self._show(self._waiting | {here} if waits else self._waiting - {here})

    @Slot(object)
    def _batch_completed(self, event: BatchCompleted) -> None:
        self._show({here for here in self._waiting if here[0] != event.batch_id})

    def _show(self, waiting: set[tuple[str, CellKey]]) -> None:
        was, self._waiting = bool(self._waiting), waiting
        if was is not bool(waiting):
            self._top.show_connection(is_waited_for=bool(waiting))
