"""Brings the mirror's state from the core to the window's foot and its settings.

The core tells it on its own loop. Here it is repeated on the window's, as a signal, and nothing in
the window ever waits for it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from carmp_desktop.core.marketplace import Marketplace
from carmp_desktop.core.mirror.state import MirrorState
from carmp_desktop.qt.jobs import JobManager
from carmp_desktop.qt.settings.desk import SettingsDesk
from carmp_desktop.qt.tray.tray import JobsTray
from carmp_desktop.qt.words.mirror_words import mirror_said, seconds_left

_SECOND_MS = 1000


class MirrorDesk(QObject):
    """Stands between the mirror and what shows it. Made on the running loop."""

    changed = Signal(object)
    """The `MirrorState` from now on."""

    def __init__(self, tray: JobsTray, settings: SettingsDesk, jobs: JobManager) -> None:
        super().__init__(tray)
        self.state = MirrorState()
        self._tray = tray
        self._settings = settings
        self._loop = asyncio.get_running_loop()
        self._clock = QTimer(self, interval=_SECOND_MS)  # counts down to the next try
        self._clock.timeout.connect(self._tell)
        tray.mirror_requested.connect(settings.open_mirror)
        jobs.ask(_listen(jobs.market, self._from_core), lambda _: None)

    def _from_core(self, state: MirrorState) -> None:
        """Called on the core's thread."""
        self._loop.call_soon_threadsafe(self._show, state)

    def _show(self, state: MirrorState) -> None:
        if state == self.state:
            return
        self.state = state
        self._tell()
        if seconds_left(state, datetime.now(UTC)) is None:
            self._clock.stop()
        elif not self._clock.isActive():
            self._clock.start()
        self.changed.emit(state)

    @Slot()
    def _tell(self) -> None:
        said = mirror_said(self.state, datetime.now(UTC))
        self._tray.set_mirror(said)
        self._settings.show_mirror(said)


async def _listen(market: Marketplace, listener: Callable[[MirrorState], None]) -> None:
    """Runs on the core's loop, where the mirror may be listened to."""
    market.mirror.listen(listener)
