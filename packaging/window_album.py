"""Drives the real window through its pages and states, and keeps a picture of each.

Imported by `screenshots` in a process whose scale and platform are set already.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from carmp_desktop.core.marketplace import Marketplace
from carmp_desktop.core.model import Batch, JobStatus
from carmp_desktop.core.paths import Profile
from carmp_desktop.core.samples import sample_photos
from carmp_desktop.core.secrets import TokenKeeper
from carmp_desktop.core.settings import SettingsFile
from carmp_desktop.core.thread import CoreThread
from carmp_desktop.qt.gallery.period import PeriodChip
from carmp_desktop.qt.jobs import JobManager
from carmp_desktop.qt.look.theme import dress
from carmp_desktop.qt.loop import make_loop
from carmp_desktop.qt.window import GALLERY, HISTORY, STUDIO, MainWindow
from carmp_desktop.qt.words.language import speak
from tests.loopback import Fault, StandIn

SIZE = (1440, 900)
QUALITY = 80
PATIENCE = 120.0
STEP = 0.05
_COLORS_AT, _MENU_AT = QPoint(520, 300), QPoint(760, 380)
NOWHERE = "http://127.0.0.1:9/none"
SHEETS = ("CARMP_GLOBAL_PROMPTS_URL", "CARMP_ANGLE_PRESETS_URL", "CARMP_COLOR_PRESETS_URL")


def draw_album(language: str, scheme: str, folder: Path) -> None:
    """Draw every picture of one look into ``folder``. Raises what went astray."""
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    speak(app, language)
    dress(app, dark=scheme == "dark")
    errors: list[BaseException] = []
    with (
        tempfile.TemporaryDirectory() as place,
        asyncio.Runner(loop_factory=lambda: make_loop(app, errors.append)) as runner,
    ):
        runner.run(Album(folder, Path(place)).fill())
    if errors:
        raise errors[0]


@dataclass
class Desk:
    """The open program."""

    window: MainWindow
    jobs: JobManager

    @property
    def finished(self) -> int:
        """How many images of the batch in sight are done."""
        page = self.window.batches.current
        cells = page.matrix.cells.values() if page else ()
        return sum(cell.status is JobStatus.COMPLETED for cell in cells)

    async def until(self, is_so: Callable[[], bool]) -> None:
        """Wait for a state of the window."""
        async with asyncio.timeout(PATIENCE):
            while not is_so():  # noqa: ASYNC110 - a state of widgets has no signal
                await asyncio.sleep(STEP)

    def idle(self) -> bool:
        """Whether nothing is being made."""
        return not self.jobs.running


class Album:
    """A folder of pictures."""

    def __init__(self, folder: Path, place: Path) -> None:
        self._folder = folder
        self._place = place

    async def fill(self) -> None:
        """Make all pictures: first without a token, then with the stand-in's."""
        async with self._open("local", dict.fromkeys(SHEETS, NOWHERE)) as desk:
            await self._first_minute(desk)
            await self._pages(desk)
            await self._loupe(desk)
            await self._dialogs(desk)
        with StandIn(seconds=0.6) as server:
            async with self._open("paid", server.env()) as desk:
                await self._paid(desk, server)

    async def _first_minute(self, desk: Desk) -> None:
        await self._keep(desk, "01-start")
        desk.window.samples.begin()
        await desk.until(lambda: desk.finished >= 2)
        await self._keep(desk, "02-making")
        await desk.until(desk.idle)
        await self._keep(desk, "03-matrix")

    async def _pages(self, desk: Desk) -> None:
        window = desk.window
        window.pages.show_page(GALLERY)
        await desk.until(lambda: bool(window.gallery.view.shown))
        await self._keep(desk, "04-gallery")
        window.gallery.view.selectAll()
        await self._keep(desk, "05-gallery-selection")
        window.gallery.view.clearSelection()
        window.gallery.findChildren(PeriodChip)[0].click()
        await self._keep(desk, "24-gallery-dates")
        _close_all_above(window)
        window.pages.show_page(HISTORY)
        await desk.until(lambda: bool(window.history.batches))
        await self._keep(desk, "06-history")
        window.pages.show_page(STUDIO)

    async def _loupe(self, desk: Desk) -> None:
        page = desk.window.batches.current
        assert page is not None
        page.matrix.select_cell(page.batch.jobs[-1].key)
        page.matrix.activated.emit(page.matrix.currentIndex())
        await self._keep(desk, "07-loupe")
        for name in ("08-loupe-slider", "09-loupe-side-by-side"):
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_V)
            await self._keep(desk, name)
        desk.window.loupe.shutdown()

    async def _dialogs(self, desk: Desk) -> None:
        window, page = desk.window, desk.window.batches.current
        assert page is not None
        batch, key = page.batch, page.batch.jobs[-1].key
        shows: tuple[tuple[str, Callable[[], object]], ...] = (
            ("10-settings", window.settings.open),
            ("11-keys", window.show_keys),
            ("25-settings-mirror", window.settings.open_mirror),
            ("12-add-colors", partial(window.colors.offer, batch, key.angle_key, "", _COLORS_AT)),
            ("13-card-menu", partial(page.matrix.menu_requested.emit, key, _MENU_AT)),
        )
        for name, show in shows:
            show()
            await self._keep(desk, name)
            _close_all_above(window)
        window.exports.open_batch(batch)
        await desk.until(lambda: window.exports.dialog is not None)
        await asyncio.sleep(1.0)
        await self._keep(desk, "26-export")
        _close_all_above(window)
        window.touch_up.open(batch, page.matrix.cell_state(key))
        await asyncio.sleep(1.0)
        await self._keep(desk, "14-touch-up")
        window.touch_up.shutdown()

    async def _paid(self, desk: Desk, server: StandIn) -> None:
        refused = Fault("create", "outcome", prompt="Red", outcome="failed", error="flagged (E005)")
        refused.times = 1
        server.break_(refused, Fault("create", "delay", nth=7, seconds=4.0))
        window, batch = desk.window, await self._paid_batch(desk)
        await desk.until(lambda: desk.finished >= 4)
        window.tray.unfold()
        await self._keep(desk, "20-paid-jobs")
        window.tray.fold()
        window.close()
        await self._keep(desk, "21-closing")
        window.notices.clear()
        desk.jobs.cancel_batch(batch.id)
        await desk.until(desk.idle)
        await self._keep(desk, "22-paid-matrix")
        window.pages.show_page(HISTORY)
        await desk.until(lambda: bool(window.history.batches))
        await self._keep(desk, "23-paid-history")

    async def _paid_batch(self, desk: Desk) -> Batch:
        window = desk.window
        desk.jobs.photos.open(tuple(sample_photos()))
        await desk.until(lambda: len(window.panel.photos()) == len(sample_photos()))
        window.panel.select(["front_0", "side_90", "rear_180"], ["red_metallic", "black", "yellow"])
        window.panel.set_car("BMW 1 M · stock 10482")
        window.generate(window.panel.request())
        return desk.jobs.running[-1]

    @asynccontextmanager
    async def _open(self, name: str, environment: Mapping[str, str]) -> AsyncIterator[Desk]:
        """The program over a profile of its own."""
        profile = Profile.at(self._place / name)
        core = CoreThread()
        core.start()
        opening = Marketplace.open(
            profile,
            keeper=TokenKeeper(environment),
            settings=SettingsFile(profile.settings, environment),
        )
        market = await asyncio.wrap_future(core.submit(opening))
        jobs = JobManager(market, core)
        window = MainWindow(jobs)
        window.resize(*SIZE)
        window.show()
        jobs.reload_presets()
        jobs.find_token()
        desk = Desk(window, jobs)
        await desk.until(lambda: bool(market.presets.angles))
        try:
            yield desk
        finally:
            await jobs.aclose()
            window.leave()
            window.deleteLater()
            core.stop()

    async def _keep(self, desk: Desk, name: str) -> None:
        """Wait until every image in sight is there, then keep the window with all above it."""
        window = desk.window
        for _ in range(3):  # what is painted asks for its images; they are painted in turn
            window.grab()
            await asyncio.sleep(STEP)
            await desk.until(lambda: not window.loader.pending)
        await asyncio.sleep(4 * STEP)
        _save(_with_all_above(window), self._folder / f"{name}.webp")


def _above(window: MainWindow) -> list[QWidget]:
    """Dialogs, popups and menus that stand over the window."""
    tops = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    return [widget for widget in tops if widget is not window]


def _with_all_above(window: MainWindow) -> QImage:
    picture = window.grab()
    painter = QPainter(picture)
    for widget in _above(window):
        painter.drawPixmap(_place_of(widget, window), widget.grab())
    painter.end()
    return picture.toImage()


def _place_of(widget: QWidget, window: MainWindow) -> QPoint:
    """Where a window manager puts it: a dialog in the middle, a popup where it was asked for."""
    if isinstance(widget, QDialog):
        return window.rect().center() - widget.rect().center()
    return widget.pos() - window.pos()


def _close_all_above(window: MainWindow) -> None:
    for widget in _above(window):
        widget.close()


def _save(image: QImage, file: Path) -> None:
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    size = (plain.width(), plain.height())
    pixels = Image.frombuffer(
        "RGB", size, bytes(plain.constBits()), "raw", "RGB", plain.bytesPerLine(), 1
    )
    pixels.save(file, quality=QUALITY, method=6)
