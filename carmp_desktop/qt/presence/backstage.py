"""Lets jobs go on while the window is out of sight, and ends the program when they are done.

The end waits a little: some desktops take a notification away with the program that sent it.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from carmp_desktop.core.log import LOG
from carmp_desktop.qt.jobs import JobManager
from carmp_desktop.qt.presence.doorbell import bring_to_front
from carmp_desktop.qt.presence.tray_icon import TrayIcon

LINGER_MS = 60_000


class Backstage(QObject):
    """Hides the window when that is asked for. Whoever shows it again ends that state."""

    over = Signal()
    """Everything is done, and nobody wants to see it now: the program may end."""

    def __init__(
        self, window: QWidget, jobs: JobManager, tray: TrayIcon, *, linger_ms: int = LINGER_MS
    ) -> None:
        super().__init__(window)
        self._window = window
        self._jobs = jobs
        self._tray = tray
        self._is_hidden = False
        self._linger = QTimer(self, singleShot=True, interval=linger_ms)
        self._linger.timeout.connect(self._end)
        jobs.marketplaceBatchCompleted.connect(self._look)
        jobs.batch_refused.connect(self._show_problem)
        jobs.problem_raised.connect(self._show_problem)
        tray.show_requested.connect(self.come_back)

    @property
    def is_hidden(self) -> bool:
        """Whether the window is out of sight because that was asked for."""
        return self._is_hidden

    @property
    def is_lingering(self) -> bool:
        """Whether everything is done and the end is near."""
        return self._linger.isActive()

    @Slot()
    def hide(self) -> None:
        """Take the window out of sight; its jobs go on."""
        if self._is_hidden:
            return
        LOG.info("the window is hidden, its jobs go on")
        self._is_hidden = True
        self._window.windowHandle().visibleChanged.connect(self._visible_changed)
        self._window.hide()
        self._tray.appear()
        self._look()

    @Slot()
    def come_back(self) -> None:
        """Bring the window to the front."""
        bring_to_front(self._window)

    @Slot(bool)
    def _visible_changed(self, visible: bool) -> None:
        if visible and self._is_hidden:
            self._is_hidden = False
            self._window.windowHandle().visibleChanged.disconnect(self._visible_changed)
            self._linger.stop()

    @Slot()
    def _look(self) -> None:
        if self._is_hidden and not self._jobs.running:
            self._linger.start()
        else:
            self._linger.stop()

    @Slot()
    def _show_problem(self) -> None:
        """What went wrong stands in the window alone: it must be seen before the program ends."""
        if self._is_hidden:
            self._window.show()
            QApplication.alert(self._window)

    @Slot()
    def _end(self) -> None:
        if self._is_hidden and not self._jobs.running:
            LOG.info("everything is done behind the hidden window")
            self.over.emit()
