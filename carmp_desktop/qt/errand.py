"""What the command line asked of the window: photos in, a selection made, perhaps a picture of it.

With nothing asked, the errand is just to find the token and read the sheets, as every start does.
Each step begins when the one before it is told to be done.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from carmp_desktop.core.engine_state import EngineState
from carmp_desktop.core.engines.replicate.problems import NO_TOKEN
from carmp_desktop.core.events import BatchCompleted
from carmp_desktop.core.planning import unknown_key
from carmp_desktop.core.presets import Sheet
from carmp_desktop.core.problems import Problem
from carmp_desktop.qt.jobs import JobManager
from carmp_desktop.qt.presence.doorbell import bring_to_front
from carmp_desktop.qt.presence.single_window import Call
from carmp_desktop.qt.window import MainWindow

_COMPLETED = 0
_SOME_FAILED = 1
_BAD_INPUT = 2


@dataclass(frozen=True, slots=True)
class Wanted:
    """The window's part of the command line."""

    photos: tuple[Path, ...] = ()
    angles: tuple[str, ...] = ()
    colors: tuple[str, ...] = ()
    generate: bool = False
    demo: bool = False
    screenshot: Path | None = None
    quit_when_done: bool = False


class Errand(QObject):
    """Runs once, from the window's first appearance; `done` carries the exit code."""

    done = Signal(int)
    """The program should end with this exit code."""

    def __init__(self, window: MainWindow, jobs: JobManager, wanted: Wanted) -> None:
        super().__init__(window)
        self._window = window
        self._jobs = jobs
        self._wanted = wanted
        self._waits_for = set() if wanted.demo else {"token", "sheets"}
        if wanted.photos:
            self._waits_for.add("photos")
        self._code = _COMPLETED
        self._is_over = False
        self._later: list[Path] = []

    def begin(self) -> None:
        """Look for the token, read the sheets, open the photos; the rest follows from these."""
        jobs = self._jobs
        jobs.engine_changed.connect(self._token_found)
        jobs.presets_being_read.connect(self._sheets_read)
        jobs.photos.looked_at.connect(self._photos_looked_at)
        jobs.marketplaceBatchCompleted.connect(self._batch_completed)
        jobs.batch_refused.connect(self._batch_refused)
        jobs.find_token()
        jobs.reload_presets()
        if self._wanted.photos:
            jobs.photos.open(self._wanted.photos)
        if self._wanted.demo:
            self._window.samples.begin()

    @Slot(object)
    def answer(self, call: Call) -> None:
        """Another start on this profile hands over: come to the front and open its photos.

        They wait while a batch is to be paid for that must be made of this start's photos alone.
        """
        bring_to_front(self._window, call.token)
        if self._wanted.generate and self._waits_for:
            self._later.extend(call.photos)
        elif call.photos:
            self._window.open_photos(call.photos)

    @Slot()
    def leave(self) -> None:
        """The user wants to leave: no errand holds them back."""
        self._finish(self._code)

    @Slot(object)
    def _token_found(self, _state: EngineState) -> None:
        self._arrived("token")

    @Slot(bool)
    def _sheets_read(self, reading: bool) -> None:
        if not reading:
            self._arrived("sheets")

    @Slot()
    def _photos_looked_at(self) -> None:
        if self._window.arrivals.waiting:
            self._window.arrivals.all_arrived.connect(self._photos_arrived)
        else:
            self._photos_arrived()

    @Slot()
    def _photos_arrived(self) -> None:
        self._arrived("photos")

    def _arrived(self, what: str) -> None:
        if what not in self._waits_for:
            return
        self._waits_for.remove(what)
        if not self._waits_for:
            self._select()
            if self._later:
                self._window.open_photos(self._later)

    def _select(self) -> None:
        wanted = self._wanted
        presets = self._jobs.market.presets
        unknown = [
            unknown_key(Sheet.ANGLES, key, [angle.key for angle in presets.angles])
            for key in wanted.angles
            if key not in {angle.key for angle in presets.angles}
        ] + [
            unknown_key(Sheet.COLORS, key, [color.key for color in presets.colors])
            for key in wanted.colors
            if key not in {color.key for color in presets.colors}
        ]
        for problem in unknown:
            self._window.notices.show_problem(problem)
            print(f"carmp-desktop: {problem.describe()}", file=sys.stderr)
        if not unknown and (wanted.angles or wanted.colors or wanted.generate):
            self._window.panel.select(wanted.angles, wanted.colors)
        if wanted.generate and not unknown:
            self._generate()
        else:
            self._wind_up(_BAD_INPUT if unknown else _COMPLETED)

    def _generate(self) -> None:
        if not self._jobs.market.engine_state().is_ready:
            self._window.notices.show_problem(NO_TOKEN)
            self._wind_up(_BAD_INPUT)
            return
        self._window.generate(self._window.panel.request())
        if not self._jobs.running:
            self._wind_up(_BAD_INPUT)

    @Slot(object)
    def _batch_completed(self, event: BatchCompleted) -> None:
        if event.failed or event.canceled:
            self._code = _SOME_FAILED
        if self._wanted.generate or self._wanted.demo:
            self._wind_up(self._code)

    @Slot(object, object)
    def _batch_refused(self, _batch: object, problem: Problem) -> None:
        if self._wanted.generate or self._wanted.demo:
            print(f"carmp-desktop: {problem.describe()}", file=sys.stderr)
            self._wind_up(_BAD_INPUT)

    def _wind_up(self, code: int) -> None:
        """Take the picture when every card shows its image, then leave if that was asked."""
        self._code = code
        if self._wanted.screenshot is None:
            self._leave_if_asked()
            return
        self._window.loader.loaded.connect(self._look)
        self._window.loader.failed.connect(self._look)
        # What has just been told is laid out and painted first; and painting is what makes the
        # cards in sight ask for their images.
        QTimer.singleShot(0, self._look)

    @Slot()
    def _look(self) -> None:
        self._window.grab()
        if not self._window.loader.pending:
            self._window.loader.loaded.disconnect(self._look)
            self._window.loader.failed.disconnect(self._look)
            QTimer.singleShot(0, self._take_picture)

    @Slot()
    def _take_picture(self) -> None:
        file = self._wanted.screenshot
        if not self._window.grab().save(str(file)):
            print(f"carmp-desktop: the picture {file} cannot be written.", file=sys.stderr)
            self._code = _BAD_INPUT
        self._leave_if_asked()

    def _leave_if_asked(self) -> None:
        if self._wanted.quit_when_done:
            self._finish(self._code)

    def _finish(self, code: int) -> None:
        if not self._is_over:
            self._is_over = True
            self.done.emit(code)
