"""The program beyond its window: notifications, the launcher's entry, and the life of a hidden one.

It puts these together as the system allows: D-Bus on Linux, Qt's own ways elsewhere.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from carmp_desktop.qt.announcer import Announcer
from carmp_desktop.qt.backstage import LINGER_MS, Backstage
from carmp_desktop.qt.jobs import JobManager
from carmp_desktop.qt.launcher_state import LauncherState, LauncherWatch
from carmp_desktop.qt.leave_guard import LeaveGuard
from carmp_desktop.qt.loop import Tasks
from carmp_desktop.qt.tray_icon import TrayIcon
from carmp_desktop.qt.window import MainWindow

if TYPE_CHECKING:
    from carmp_desktop.qt.desktop_bus import DesktopBus

_CLOSING_PATIENCE = 2.0


class Presence(QObject):
    """Everything by which the program is there while its window is not in front."""

    leave_requested = Signal()
    """The program shall end: it is done behind a hidden window, or the tray's menu says so."""

    def __init__(self, window: MainWindow, jobs: JobManager, *, linger_ms: int = LINGER_MS) -> None:
        super().__init__(window)
        self._tasks = Tasks(jobs.report)
        self._bus = self._find_bus(jobs)
        self.tray = TrayIcon(window)
        self.announcer = Announcer(window, jobs, self.tray, self._bus, self._tasks)
        self.backstage = Backstage(window, jobs, self.tray, linger_ms=linger_ms)
        self._watch = LauncherWatch(window, jobs)
        self._watch.changed.connect(self._tell_launcher)
        self.backstage.over.connect(self.leave_requested)
        self.tray.quit_requested.connect(self.leave_requested)
        guard = window.findChild(LeaveGuard)
        assert isinstance(guard, LeaveGuard)
        guard.offer_to_stay(self._can_notify)
        guard.stay_chosen.connect(self.backstage.hide)

    async def aclose(self) -> None:
        """Take down what stands outside the window."""
        self.tray.vanish()
        await self._tasks.finish(_CLOSING_PATIENCE)
        if self._bus is None:
            QGuiApplication.setBadgeNumber(0)
        elif self._bus.is_open:
            await self._bus.tell_launcher(_properties(LauncherState()))
            await self._bus.aclose()

    def _can_notify(self) -> bool:
        return self.announcer.can_notify

    def _find_bus(self, jobs: JobManager) -> DesktopBus | None:
        if sys.platform != "linux":
            return None
        from carmp_desktop.qt.desktop_bus import DesktopBus

        return DesktopBus(jobs.report, self)

    @Slot(object)
    def _tell_launcher(self, state: LauncherState) -> None:
        """Qt 6 tells Windows and macOS the number alone, no progress."""
        if self._bus is None:
            QGuiApplication.setBadgeNumber(state.to_go)
        else:
            self._tasks.spawn(self._bus.tell_launcher(_properties(state)))


def _properties(state: LauncherState) -> dict[str, tuple[str, object]]:
    """The state in the words of com.canonical.Unity.LauncherEntry."""
    return {
        "progress": ("d", state.progress or 0.0),
        "progress-visible": ("b", state.progress is not None),
        "count": ("x", state.to_go),
        "count-visible": ("b", state.to_go > 0),
        "urgent": ("b", state.urgent),
    }
