"""Stands between the close button and the end: while images are being made, it asks in place.

The jobs may be left to the next start, or go on with the window hidden where somebody sees to it.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from carmp_desktop.core.problems import Problem
from carmp_desktop.qt.jobs import JobManager
from carmp_desktop.qt.parts.controls import push_button
from carmp_desktop.qt.parts.notice import Notice
from carmp_desktop.qt.parts.notices import NoticeArea


class LeaveGuard(QObject):
    """Lets the first close pass when nothing runs, else the second one."""

    passed = Signal()
    """The user may leave, or wants to all the same."""

    stay_chosen = Signal()
    """The window shall go and its jobs go on."""

    def __init__(self, jobs: JobManager, notices: NoticeArea, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._notices = notices
        self._warning: Notice | None = None
        self._will_be_told: Callable[[], bool] | None = None
        jobs.marketplaceBatchCompleted.connect(self._relax)

    def offer_to_stay(self, will_be_told: Callable[[], bool]) -> None:
        """From now on offer that the jobs go on: somebody listens to `stay_chosen`.

        ``will_be_told`` says whether the user hears of the end while the window is hidden.
        """
        self._will_be_told = will_be_told

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
                sentence=self._ways(),
                action=self.tr("Close once more to leave."),
            ),
            button=self.tr("Close, go on next time"),
            pressed=self.passed.emit,
            warning=True,
        )
        self._warning.dismissed.connect(self._forget)
        if self._will_be_told is not None:
            self._add_way(self._warning)

    def _ways(self) -> str:
        if self._will_be_told is None:
            return self.tr(
                "They go on at the next start. What Replicate finishes meanwhile is fetched then; "
                "it keeps an image for an hour."
            )
        if self._will_be_told():
            return self.tr(
                "They can be made with the window hidden: you are told at the end. Or they go on "
                "at the next start; Replicate keeps a finished image for an hour."
            )
        return self.tr(
            "They can be made with the window hidden: start the program again to see them. Or "
            "they go on at the next start; Replicate keeps a finished image for an hour."
        )

    def _add_way(self, notice: Notice) -> None:
        """Put a second button before the notice's own, for the eye and for the Tab key."""
        layout = notice.layout()
        assert isinstance(layout, QBoxLayout)
        stay = push_button(self.tr("Keep making them"), role="plain")
        stay.clicked.connect(self._stay)
        own = next(
            one for one in notice.findChildren(QPushButton) if one.text() == notice.button_text
        )
        layout.insertWidget(layout.indexOf(own), stay)
        QWidget.setTabOrder(own, stay)
        QWidget.setTabOrder(stay, own)

    @Slot()
    def _stay(self) -> None:
        if self._warning is not None:
            self._warning.dismiss()
        self.stay_chosen.emit()

    @Slot()
    def _relax(self) -> None:
        if self._warning is not None and not self._jobs.running:
            self._warning.dismiss()

    @Slot()
    def _forget(self) -> None:
        self._warning = None
