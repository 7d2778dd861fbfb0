"""Runs the real window on the real loop against the stand-in; coroutine tests run on that loop."""

from __future__ import annotations

import asyncio
import gc
import inspect
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from carmp_desktop.core import log
from carmp_desktop.core.events import BatchCompleted, BatchCreated, Event, JobUpdated
from carmp_desktop.core.marketplace import Marketplace
from carmp_desktop.core.model import Batch, Cell, CellKey
from carmp_desktop.core.paths import Profile
from carmp_desktop.core.secrets import TokenKeeper
from carmp_desktop.core.settings import SettingsFile
from carmp_desktop.core.thread import CoreThread
from carmp_desktop.qt.jobs import JobManager
from carmp_desktop.qt.look.theme import dress
from carmp_desktop.qt.loop import make_loop
from carmp_desktop.qt.window import MainWindow
from tests.loopback import StandIn

_PATIENCE = 90.0


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a coroutine test on the window's own kind of loop; what goes astray fails it."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    app.setQuitOnLastWindowClosed(False)  # as the program does: a test may open it twice
    astray: list[BaseException] = []
    names = inspect.signature(pyfuncitem.obj).parameters
    arguments = {name: pyfuncitem.funcargs[name] for name in names}
    with asyncio.Runner(loop_factory=lambda: make_loop(app, astray.append)) as runner:
        runner.run(asyncio.wait_for(pyfuncitem.obj(**arguments), 3 * _PATIENCE))
    assert astray == []
    return True


@pytest.fixture(autouse=True)
def _no_widget_stays(qapp: QApplication) -> Iterator[None]:
    """Every top-level widget a test makes is gone after it."""
    dress(qapp, dark=False)
    yield
    gc.collect()
    qapp.sendPostedEvents(None, 52)  # what was handed to deleteLater
    assert [widget for widget in qapp.topLevelWidgets() if widget.isVisible()] == []


async def heard(signal: Any, is_it: Callable[..., bool] = lambda *_: True) -> tuple[Any, ...]:
    """Wait until a signal comes whose arguments are the ones meant."""
    loop = asyncio.get_running_loop()
    found: asyncio.Future[tuple[Any, ...]] = loop.create_future()

    def listen(*arguments: Any) -> None:
        if not found.done() and is_it(*arguments):
            found.set_result(arguments)

    signal.connect(listen)
    try:
        return await asyncio.wait_for(found, _PATIENCE)
    finally:
        signal.disconnect(listen)


@dataclass
class Desk:
    """The program as a test meets it."""

    window: MainWindow
    jobs: JobManager
    profile: Profile
    events: list[Event] = field(default_factory=list)

    async def drop(self, paths: Sequence[Path], target: QWidget | None = None) -> None:
        """Drop files as the system does: enter, move, drop; wait until each was looked at."""
        answered = asyncio.ensure_future(heard(self.jobs.photos.looked_at))
        await asyncio.sleep(0)
        drop(target or self.window.panel, paths)
        await answered
        if self.window.arrivals.waiting:
            await heard(self.window.arrivals.all_arrived)

    async def generate(self) -> Batch:
        """Press the button and wait for the end of the batch."""
        batch = self.press()
        await self.ended(batch)
        return batch

    async def ended(self, batch: Batch) -> None:
        """Wait for the end of a batch, which may have come already."""
        completed = [event for event in self.events if isinstance(event, BatchCompleted)]
        if batch.id not in {event.batch_id for event in completed}:
            await heard(self.jobs.marketplaceBatchCompleted, lambda e: e.batch_id == batch.id)

    def press(self) -> Batch:
        """Press the button; the batch stands at once."""
        before = len(self.jobs.running)
        self.window.generate(self.window.panel.request())
        assert len(self.jobs.running) == before + 1, "no batch was started"
        return self.jobs.running[-1]

    def cell(self, batch: Batch, angle: str, color: str | None = None) -> Cell:
        """A cell as its card shows it."""
        return self.window.batches.page(batch.id).matrix.cell_state(CellKey(angle, color))

    async def turn(self) -> None:
        """Let the loop do what is due."""
        await asyncio.sleep(0.01)

    def updates(self) -> list[Cell]:
        """Every cell snapshot that came, in order."""
        return [event.cell for event in self.events if isinstance(event, JobUpdated)]


def drop(target: QWidget, paths: Sequence[Path]) -> None:
    """Send the three events of a drop of files to a widget."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    middle = QPoint(target.width() // 2, target.height() // 2)
    action, left, plain = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    for kind in (QDragEnterEvent, QDragMoveEvent):
        event = kind(middle, action, data, left, plain)
        QApplication.sendEvent(target, event)
        assert event.isAccepted()
    dropped = QDropEvent(QPointF(middle), action, data, left, plain)
    QApplication.sendEvent(target, dropped)
    assert dropped.isAccepted()


OpenDesk = Callable[..., Any]


@pytest.fixture
def open_desk(server: StandIn, tmp_path: Path) -> OpenDesk:
    """Opens the program: ``async with open_desk() as desk``."""

    @asynccontextmanager
    async def opened(
        environment: dict[str, str] | None = None, *, debug_mp: bool = False
    ) -> AsyncIterator[Desk]:
        given = server.env() if environment is None else environment
        profile = Profile.at(tmp_path / "profile")
        core = CoreThread()
        core.start()
        opening = Marketplace.open(
            profile, keeper=TokenKeeper(given), settings=SettingsFile(profile.settings, given)
        )
        market = await asyncio.wrap_future(core.submit(opening))
        take_down = log.set_up(profile.log, debug_mp=debug_mp, secret=lambda: market.token.value)
        jobs = JobManager(market, core)
        window = MainWindow(jobs)
        desk = Desk(window, jobs, profile)
        for signal in (
            jobs.marketplaceBatchCreated,
            jobs.marketplaceJobUpdated,
            jobs.marketplaceBatchCompleted,
        ):
            signal.connect(desk.events.append)
        window.show()
        try:
            sheets = asyncio.ensure_future(
                heard(jobs.presets_being_read, lambda reading: not reading)
            )
            token = asyncio.ensure_future(heard(jobs.engine_changed))
            await asyncio.sleep(0)
            jobs.reload_presets()
            jobs.find_token()
            await sheets
            await token
            yield desk
        finally:
            await jobs.aclose()
            window.leave()
            window.deleteLater()
            core.stop()
            take_down()

    return opened


__all__ = ["BatchCompleted", "BatchCreated", "Desk", "OpenDesk", "drop", "heard"]
