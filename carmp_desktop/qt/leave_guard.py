"""Stands between the close button and the end: while images are being made, it warns in place."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from carmp_desktop.core.problems import Problem
from carmp_desktop.qt.jobs import JobManager
from carmp_desktop.qt.notice import Notice
from carmp_desktop.qt.notices import NoticeArea


class LeaveGuard(QObject):
    """Lets the first close pass when nothing runs, else the second one."""

    passed = Signal()
    """The user may leave, or wants to all the same."""

    def __init__(self, jobs: JobManager, notices: NoticeArea, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._notices = notices
        self._warning: Notice | None = None
        jobs.marketplaceBatchCompleted.connect(self._relax)

    def ask(self) -> None:
        """The user wants to leave."""
        if self._jobs.running and self._warning is None:
            self._warn()
        else:
            self.passed.emit()

    def _warn(self) -> None:
        self._warning = self._notices.show_problem(
            Problem(
                code="still_running",
                title=self.tr("Images are still being made"),
                sentence=self.tr(
                    "They go on at the next start. What Replicate finishes meanwhile is fetched "
                    "then; it keeps an image for an hour."
                ),
                action=self.tr("Close once more to leave."),
            ),
            button=self.tr("Close, go on next time"),
            pressed=self.passed.emit,
            warning=True,
        )
        self._warning.dismissed.connect(self._forget)

    @Slot()
    def _relax(self) -> None:
        if self._warning is not None and not self._jobs.running:
            self._warning.dismiss()

    @Slot()
    def _forget(self) -> None:
        self._warning = None
