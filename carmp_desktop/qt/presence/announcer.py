"""Says that a batch has ended to a user who is elsewhere, and leads them back to it.

In front of the window nothing pops up: the header says it, and a screen reader is told. Else a
notification of the desktop comes, one to a batch; where there are none, a message of the tray's
icon; where there is no tray either, the window's entry in the task bar is marked.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QTabBar, QWidget

from carmp_desktop.core.events import BatchCompleted
from carmp_desktop.core.log import LOG
from carmp_desktop.qt.jobs import JobManager
from carmp_desktop.qt.loop import Tasks
from carmp_desktop.qt.presence.doorbell import bring_to_front
from carmp_desktop.qt.presence.tray_icon import TrayIcon
from carmp_desktop.qt.window import STUDIO, MainWindow
from carmp_desktop.qt.words.text import counted

if TYPE_CHECKING:
    from carmp_desktop.qt.presence.desktop_bus import DesktopBus


class Announcer(QObject):
    """Hears of every batch's end.

    ``find_bus`` answers with the desktop's bus, or None where there is none that we speak.
    """

    def __init__(
        self,
        window: MainWindow,
        jobs: JobManager,
        tray: TrayIcon,
        find_bus: Callable[[], DesktopBus | None],
        tasks: Tasks,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._tray = tray
        self._find_bus = find_bus
        self._tasks = tasks
        self._bus_shows = False
        self._numbers: dict[str, int] = {}
        self._said_last = ""
        jobs.marketplaceBatchCreated.connect(self._look_for_notifications)
        jobs.marketplaceBatchCompleted.connect(self._batch_completed)
        tray.message_pressed.connect(self._message_pressed)

    @property
    def can_notify(self) -> bool:
        """Whether a user who is elsewhere will be told, as far as is known by now."""
        return self._bus_shows or self._tray.can_speak

    def summary(self, event: BatchCompleted) -> str:
        """How a batch ended, in one line that names it."""
        parts = [self.tr("{n} done").format(n=event.completed)] if event.completed else []
        if event.failed:
            parts.append(self.tr("{n} failed").format(n=event.failed))
        if event.canceled:
            parts.append(self.tr("{n} canceled").format(n=event.canceled))
        how = ", ".join(parts)
        if not (event.failed or event.canceled):
            how = counted(event.completed, self.tr("{n} image done"), self.tr("{n} images done"))
        return f"{self._window.batches.page(event.batch_id).batch.title}: {how}"

    @Slot(int, str)
    def show_notified(self, number: int, token: str) -> None:
        """Show the batch whose notification was pressed; one of another program changes nothing."""
        for batch_id, own in self._numbers.items():
            if own == number:
                show_batch(self._window, batch_id, token)

    @Slot(object)
    def _look_for_notifications(self) -> None:
        bus = self._find_bus()
        if bus is not None:
            self._tasks.spawn(self._look(bus))

    async def _look(self, bus: DesktopBus) -> None:
        self._bus_shows = await bus.has_notifications()

    @Slot(object)
    def _batch_completed(self, event: BatchCompleted) -> None:
        title = self.summary(event)
        if is_in_front(self._window):
            said = QAccessibleAnnouncementEvent(self._window, title)
            QAccessible.updateAccessibility(said)
            return
        text = self.tr("What failed can be made again in the window.") if event.failed else ""
        LOG.info("notification: %s", title)
        bus = self._find_bus()
        if bus is None:
            self._say_otherwise(event.batch_id, title, text)
        else:
            self._tasks.spawn(self._notify(bus, event.batch_id, title, text))

    async def _notify(self, bus: DesktopBus, batch_id: str, title: str, text: str) -> None:
        number = await bus.notify(title, text, replaces=self._numbers.get(batch_id, 0))
        self._bus_shows = number is not None
        if number is not None:
            self._numbers[batch_id] = number
        else:
            asyncio.get_running_loop().call_soon(self._say_otherwise, batch_id, title, text)

    def _say_otherwise(self, batch_id: str, title: str, text: str) -> None:
        self._said_last = batch_id
        if self._tray.can_speak:
            self._tray.say(title, text)
        else:
            QApplication.alert(self._window)

    @Slot()
    def _message_pressed(self) -> None:
        show_batch(self._window, self._said_last)


def is_in_front(window: QWidget) -> bool:
    """Whether the user has the program before them: focused, and its window in sight.

    The window system's word counts, not `QApplication.activeWindow`: that forgets a window which
    is hidden, and where the system leaves the focus with it, nothing reminds it afterwards.
    """
    is_in_sight = window.isVisible() and not window.isMinimized()
    return is_in_sight and QGuiApplication.focusWindow() is not None


def show_batch(window: MainWindow, batch_id: str, token: str = "") -> None:
    """Bring the window to the front, the batch's page in sight; ``token`` as `bring_to_front`."""
    places = [page.batch.id for page in window.batches.pages]
    if batch_id in places:
        window.pages.show_page(STUDIO)
        only = Qt.FindChildOption.FindDirectChildrenOnly
        tabs = window.batches.findChild(QTabBar, options=only)
        assert isinstance(tabs, QTabBar)
        tabs.setCurrentIndex(places.index(batch_id))
    bring_to_front(window, token)
