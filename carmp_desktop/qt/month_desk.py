"""Keeps the bar's line on this month's spending in step with what is charged."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from carmp_desktop.core.events import JobUpdated
from carmp_desktop.core.problems import Failure
from carmp_desktop.qt.jobs import JobManager
from carmp_desktop.qt.top_bar import TopBar

_SETTLED_MS = 500


class MonthDesk(QObject):
    """Asks again when a cell has cost something; many changes at once make one question."""

    def __init__(self, top: TopBar, jobs: JobManager) -> None:
        super().__init__(top)
        self._top = top
        self._jobs = jobs
        self._soon = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._soon.timeout.connect(jobs.tell_month)
        jobs.month_changed.connect(self.show_spent)
        jobs.marketplaceJobUpdated.connect(self._job_updated)
        jobs.engine_changed.connect(self._soon.start)
        self._soon.start()

    @Slot(float)
    def show_spent(self, spent: float) -> None:
        """Show what the month has cost, and of what budget."""
        try:
            budget = self._jobs.market.settings.budget_dollars
        except Failure:
            budget = None  # the settings say so where the budget is edited
        self._top.show_month(spent, budget)

    def stop(self) -> None:
        """Ask no more."""
        self._soon.stop()

    @Slot(object)
    def _job_updated(self, event: JobUpdated) -> None:
        if event.cell.cost and not self._soon.isActive():
            self._soon.start()
