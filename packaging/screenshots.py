"""Pictures of every page and state of the program, made by driving its real window.

    python3 packaging/dev.py screenshots [--language en] [--scheme light] [--scale 1] [--to DIR]

Each look (a language, a scheme, a scale) is drawn by a process of its own, without a screen. The
images are the program's own samples, made by the studio engine; the states that only a paid
service has are shown with the tests' stand-in on loopback. Pictures are WebP, one folder a look.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import subprocess
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from itertools import product
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

LANGUAGES = ("en", "es", "pt_BR")
SCHEMES = ("light", "dark")
SCALES = (1, 2)
SIZE = (1440, 900)


def main(arguments: Sequence[str]) -> int:
    """Draw the looks that are asked for, all of them where none is named."""
    options = parse(arguments)
    if options.one:
        draw(options.language[0], options.scheme[0], options.to)
        return 0
    looks = list(product(options.language, options.scheme, options.scale))
    return max(draw_in_a_process(*look, options.to) for look in looks)


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Understand the command line."""
    parser = argparse.ArgumentParser(prog="dev.py screenshots", description=__doc__)
    parser.add_argument("--language", nargs="+", default=LANGUAGES, choices=LANGUAGES)
    parser.add_argument("--scheme", nargs="+", default=SCHEMES, choices=SCHEMES)
    parser.add_argument("--scale", nargs="+", type=int, default=SCALES, choices=SCALES)
    parser.add_argument("--to", type=Path, default=ROOT / "docs" / "screenshots")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args(arguments)


def draw_in_a_process(language: str, scheme: str, scale: int, folder: Path) -> int:
    """One look, its scale set before Qt begins."""
    to = folder / f"{language}-{scheme}-{scale}00"
    to.mkdir(parents=True, exist_ok=True)
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "QT_SCALE_FACTOR": str(scale),
    }
    words = ["--one", "--language", language, "--scheme", scheme, "--to", str(to)]
    code = subprocess.run([sys.executable, __file__, *words], env=environment, check=False)
    print(f"{to.name}: {len(list(to.glob('*.webp')))} pictures")
    return code.returncode


def draw(language: str, scheme: str, folder: Path) -> None:
    """Draw every picture of one look into ``folder``."""
    from PySide6.QtWidgets import QApplication

    from carmp_desktop.qt.language import speak
    from carmp_desktop.qt.loop import make_loop
    from carmp_desktop.qt.theme import dress

    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    speak(app, language)
    dress(app, dark=scheme == "dark")
    with tempfile.TemporaryDirectory() as place:
        errors: list[BaseException] = []
        with asyncio.Runner(loop_factory=lambda: make_loop(app, errors.append)) as runner:
            runner.run(Album(folder, Path(place)).fill())
        if errors:
            raise errors[0]


class Album:
    """Drives the window through its pages and states, and keeps a picture of each."""

    def __init__(self, folder: Path, place: Path) -> None:
        self._folder = folder
        self._place = place

    async def fill(self) -> None:
        """Make all pictures: first without a token, then with the stand-in's."""
        async with self._window({}, "local") as desk:
            await self._first_minute(desk)
            await self._pages(desk)
            await self._loupe(desk)
            await self._dialogs(desk)
        from tests.loopback import StandIn

        with StandIn(seconds=0.4) as server:
            async with self._window(server.env(), "paid") as desk:
                await self._paid(desk, server)

    async def _first_minute(self, desk: Desk) -> None:
        await self._keep(desk, "01-start")
        desk.window.samples.begin()
        await desk.until(lambda: desk.finished >= 2)
        await self._keep(desk, "02-making")
        await desk.until(lambda: desk.is_idle)
        await self._keep(desk, "03-matrix")

    async def _pages(self, desk: Desk) -> None:
        window = desk.window
        window.pages.show_page(1)
        await desk.until(lambda: bool(window.gallery.view.shown))
        await self._keep(desk, "04-gallery")
        window.gallery.view.selectAll()
        await self._keep(desk, "05-gallery-selection")
        window.gallery.view.clearSelection()
        window.pages.show_page(2)
        await desk.until(lambda: bool(window.history.batches))
        await self._keep(desk, "06-history")
        window.pages.show_page(0)

    async def _loupe(self, desk: Desk) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication

        page = desk.window.batches.current
        last = page.batch.jobs[-1].key
        page.matrix.select_cell(last)
        page.matrix.activated.emit(page.matrix.currentIndex())
        await self._keep(desk, "07-loupe")
        for name in ("08-loupe-slider", "09-loupe-side-by-side"):
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_V)
            await self._keep(desk, name)
        desk.window.loupe.shutdown()

    async def _dialogs(self, desk: Desk) -> None:
        from PySide6.QtCore import QPoint

        window, page = desk.window, desk.window.batches.current
        window.settings.open()
        await self._keep_top(desk, "10-settings")
        window._show_keys()
        await self._keep_top(desk, "11-keys")
        batch, key = page.batch, page.batch.jobs[-1].key
        window.colors.offer(batch, key.angle_key, "", window.mapToGlobal(QPoint(520, 300)))
        await self._keep_top(desk, "12-add-colors")
        page.matrix.menu_requested.emit(key, window.mapToGlobal(QPoint(700, 400)))
        await self._keep_top(desk, "13-card-menu")
        window.touch_up.open(batch, page.matrix.cell_state(key))
        await self._keep_top(desk, "14-touch-up", wait=3.0)
        window.touch_up.shutdown()

    async def _paid(self, desk: Desk, server: object) -> None:
        from tests.loopback import Fault

        server.break_(  # type: ignore[attr-defined]
            Fault("create", "outcome", nth=2, outcome="failed", error="flagged (E005)"),
            Fault("get", "hang", nth=8),
        )
        await desk.open_samples()
        desk.window.panel.select(["front_0", "side_90", "rear_180"], ["red_metallic", "black"])
        desk.window.panel.set_car("BMW 1 M · stock 10482")
        batch = desk.press()
        await desk.until(lambda: desk.finished >= 4)
        desk.window.tray.unfold()
        await self._keep(desk, "20-paid-jobs")
        desk.window.close()
        await self._keep(desk, "21-closing")
        desk.window.notices.clear()
        desk.window.tray.fold()
        desk.jobs.cancel_batch(batch.id)
        await desk.until(lambda: desk.is_idle)
        await self._keep(desk, "22-paid-matrix")
        desk.window.pages.show_page(2)
        await desk.until(lambda: bool(desk.window.history.batches))
        await self._keep(desk, "23-paid-history")
