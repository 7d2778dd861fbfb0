"""The program as the bench meets it: the real window over a fresh profile, without a screen."""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

from measure import ROOT
from PySide6.QtWidgets import QApplication

from carmp_desktop.core.limits import lift_file_limit
from carmp_desktop.core.marketplace import Marketplace
from carmp_desktop.core.model import Batch
from carmp_desktop.core.paths import Profile
from carmp_desktop.core.secrets import TokenKeeper
from carmp_desktop.core.settings import SettingsFile
from carmp_desktop.core.thread import CoreThread
from carmp_desktop.qt.jobs import JobManager
from carmp_desktop.qt.look.theme import dress
from carmp_desktop.qt.loop import make_loop, spare_what_stands
from carmp_desktop.qt.window import MainWindow
from carmp_desktop.qt.words.language import speak

PATIENCE = 180.0
NOWHERE = dict.fromkeys(
    ("CARMP_GLOBAL_PROMPTS_URL", "CARMP_ANGLE_PRESETS_URL", "CARMP_COLOR_PRESETS_URL"),
    "http://127.0.0.1:9/none",
)
_SAMPLES = ROOT / "resources" / "samples"


@dataclass
class Desk:
    """The open program."""

    window: MainWindow
    jobs: JobManager

    async def open_photos(self, paths: Sequence[Path]) -> None:
        """Open photos and wait until each stands in the panel."""
        before = len(self.window.panel.photos())
        self.jobs.photos.open(tuple(paths))
        await until(lambda: len(self.window.panel.photos()) == before + len(paths))

    async def select_all(self, angles: int, colors: int) -> None:
        """Two photos, and the first angles and colors of the sheets."""
        await self.open_photos(sorted(_SAMPLES.glob("*.jpg"))[:2])
        presets = self.jobs.market.presets
        self.window.panel.select(
            [angle.key for angle in presets.angles[:angles]],
            [color.key for color in presets.colors[:colors]],
        )

    def press(self) -> Batch:
        """Press the button; the batch stands at once."""
        self.window.generate(self.window.panel.request())
        return self.jobs.running[-1]


def in_window(main: Callable[[Path], Awaitable[None]]) -> None:
    """Run ``main`` on the window's own loop, with a folder that goes afterwards."""
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    speak(app, "en")
    dress(app, dark=False)
    lift_file_limit()
    errors: list[BaseException] = []
    with (
        tempfile.TemporaryDirectory() as place,
        asyncio.Runner(loop_factory=lambda: make_loop(app, errors.append)) as runner,
    ):
        runner.run(_awaited(main(Path(place))))
    if errors:
        raise errors[0]


@asynccontextmanager
async def opened(place: Path, environment: Mapping[str, str]) -> AsyncIterator[Desk]:
    """The program over the profile in ``place``, its sheets read and its token found."""
    profile = Profile.at(place)
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
    window.show()
    answers: list[bool] = []
    jobs.presets_being_read.connect(answers.append)
    jobs.reload_presets()
    jobs.find_token()
    try:
        await until(lambda: False in answers)
        spare_what_stands()
        yield Desk(window, jobs)
    finally:
        await jobs.aclose()
        window.leave()
        window.deleteLater()
        core.stop()


async def until(is_so: Callable[[], object]) -> None:
    """Wait for a state of the window."""
    async with asyncio.timeout(PATIENCE):
        while not is_so():  # noqa: ASYNC110 - a state of widgets has no signal
            await asyncio.sleep(0.01)


async def heard(signal: Any, is_it: Callable[[Any], bool]) -> None:  # noqa: ANN401 - a bound signal
    """Wait until a signal comes whose argument is the one meant."""
    found: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def listen(argument: object) -> None:
        if not found.done() and is_it(argument):
            found.set_result(None)

    signal.connect(listen)
    try:
        async with asyncio.timeout(PATIENCE):
            await found
    finally:
        signal.disconnect(listen)


async def _awaited(work: Awaitable[None]) -> None:
    await work
