"""The program beyond its window: notifications, the launcher's entry, and the life of a hidden one.

It puts these together as the system allows: D-Bus on Linux, Qt's own ways elsewhere.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from carmp_desktop.qt.jobs import JobManager
from carmp_desktop.qt.leave_guard import LeaveGuard
from carmp_desktop.qt.loop import Tasks
from carmp_desktop.qt.presence.announcer import Announcer
from carmp_desktop.qt.presence.backstage import LINGER_MS, Backstage
from carmp_desktop.qt.presence.launcher_state import LauncherState, LauncherWatch
from carmp_desktop.qt.presence.tray_icon import TrayIcon
from carmp_desktop.qt.window import MainWindow

if TYPE_CHECKING:
    from carmp_desktop.qt.presence.desktop_bus import DesktopBus

SPEAKS_DBUS = sys.platform == "linux"

_CLOSING_PATIENCE = 2.0


class Presence(QObject):
    """Everything by which the program is there while its window is not in front."""

    leave_requested = Signal()
    """The program shall end: it is done behind a hidden window, or the tray's menu says so."""

    def __init__(self, window: MainWindow, jobs: JobManager, *, linger_ms: int = LINGER_MS) -> None:
        super().__init__(window)
        self._tasks = Tasks(jobs.report)
        self._jobs = jobs
        self._bus: DesktopBus | None = None
        self.tray = TrayIcon(window)
        self.announcer = Announcer(window, jobs, self.tray, self._find_bus, self._tasks)
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
        self._watch.changed.disconnect(self._tell_launcher)
        self.tray.vanish()
        await self._tasks.finish(_CLOSING_PATIENCE)
        if not SPEAKS_DBUS:
            _show_badge(0)
        elif self._bus is not None and self._bus.is_open:
            await self._bus.tell_launcher(_properties(LauncherState()))
            await self._bus.aclose()

    def _can_notify(self) -> bool:
        return self.announcer.can_notify

    def _find_bus(self) -> DesktopBus | None:
        """The session's bus, imported and made when there is something to say: never at start."""
        if self._bus is None and SPEAKS_DBUS:
            from carmp_desktop.qt.presence.desktop_bus import DesktopBus

            self._bus = DesktopBus(self._jobs.report, self)
            self._bus.pressed.connect(self.announcer.show_notified)
        return self._bus

    @Slot(object)
    def _tell_launcher(self, state: LauncherState) -> None:
        """Qt 6 tells Windows and macOS the number alone, no progress."""
        bus = self._find_bus()
        if bus is None:
            _show_badge(state.to_go)
        else:
            self._tasks.spawn(bus.tell_launcher(_properties(state)))


def _show_badge(number: int) -> None:
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    app.setBadgeNumber(number)


def _properties(state: LauncherState) -> dict[str, tuple[str, object]]:
    """The state in the words of com.canonical.Unity.LauncherEntry."""
    return {
        "progress": ("d", state.progress or 0.0),
        "progress-visible": ("b", state.progress is not None),
        "count": ("x", state.to_go),
        "count-visible": ("b", state.to_go > 0),
        "urgent": ("b", state.urgent),
    }
