"""An X screen in memory with a window manager, and hands for its mouse and keyboard."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

NEEDED = ("Xvfb", "openbox", "xdotool")
"""The programs this stands on; in Debian the packages are called the same, in small letters."""

Seen = TypeVar("Seen")

_PATIENCE = 60.0
_POLL = 0.05
_WAY = 48


@dataclass(frozen=True)
class Place:
    """A place in the content of a window, in pixels of the screen from its upper left corner."""

    window: str
    x: int
    y: int

    def shifted(self, way: int) -> Place:
        """A place further right and down."""
        return replace(self, x=self.x + way, y=self.y + way)


class Screen:
    """One screen of ``width`` × ``height`` pixels, while `opened` stands."""

    def __init__(self, display: str, width: int, height: int, photographs: Path) -> None:
        self.width, self.height = width, height
        self.environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        self._photographs = photographs
        self._count = 0

    def start(
        self, words: Sequence[str | Path], output: Path, **environment: str
    ) -> subprocess.Popen[bytes]:
        """Start a program on the screen, what it says written to ``output``."""
        with output.open("wb") as told:
            return subprocess.Popen(
                [str(word) for word in words],
                env={**self.environment, **environment},
                stdout=told,
                stderr=subprocess.STDOUT,
            )

    def find(self, title: str) -> str:
        """The window whose title is, or begins with, ``title``; waits until it is in sight."""
        search = ("search", "--onlyvisible", "--name", f"^{title}")
        return until(lambda: self.tell(*search, may_fail=True).splitlines()[-1:])[0]

    def windows_of(self, window: str) -> list[str]:
        """All windows in sight of the program that a window belongs to."""
        owner = self.tell("getwindowpid", window).strip()
        return self.tell("search", "--onlyvisible", "--pid", owner).splitlines()

    def place(self, window: str, x: int, y: int) -> None:
        """Move a window, its frame included, and bring it to the front."""
        self.tell("windowmove", "--sync", window, str(x), str(y))
        self.tell("windowactivate", "--sync", window)

    def size(self, window: str) -> tuple[int, int]:
        """How large the content of a window is."""
        told = self.tell("getwindowgeometry", "--shell", window)
        values = dict(line.split("=") for line in told.splitlines())
        return int(values["WIDTH"]), int(values["HEIGHT"])

    def move(self, place: Place) -> None:
        """Put the pointer somewhere."""
        self.tell("mousemove", "--window", place.window, str(place.x), str(place.y))

    def click(self, place: Place) -> None:
        """Press and let go of the left button."""
        self.move(place)
        self.tell("click", "1")

    def press(self, key: str) -> None:
        """Press a key on whatever has the keyboard, as xdotool writes it: ``ctrl+2``."""
        self.tell("key", key)

    def drag(self, start: Place, end: Place, is_welcome: Callable[[], object]) -> None:
        """Drag from one place to another, and let go when that is ``is_welcome`` there."""
        self.move(start)
        self.tell("mousedown", "1")
        for way in range(0, _WAY, 8):
            self.move(start.shifted(way))

        def moved_and_welcome() -> object:
            """A drag is told of by movement alone."""
            self.move(end.shifted(2))
            self.move(end)
            return is_welcome()

        until(moved_and_welcome)
        self.photograph("dragging")
        self.tell("mouseup", "1")

    def photograph(self, name: str) -> Path:
        """Take a picture of the whole screen."""
        self._count += 1
        file = self._photographs / f"{self._count:02d}-{name}.png"
        camera = Path(__file__).with_name("camera.py")
        subprocess.run([sys.executable, camera, file], env=self.environment, check=True)
        return file

    def tell(self, *words: str, may_fail: bool = False) -> str:
        """Run xdotool."""
        done = subprocess.run(
            ["xdotool", *words],
            env=self.environment,
            check=not may_fail,
            capture_output=True,
            text=True,
        )
        return done.stdout


@contextmanager
def opened(width: int, height: int, photographs: Path) -> Iterator[Screen]:
    """A screen of its own with openbox on it; all of it goes at the end."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        sys.exit(f"Missing: {', '.join(missing)}. Try: apt-get install xvfb openbox xdotool")
    read, write = os.pipe()
    size = f"{width}x{height}x24"
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as told:
        display = f":{told.readline().strip()}"
    screen = Screen(display, width, height, photographs)
    with tempfile.TemporaryDirectory() as folder:
        manager = screen.start(["openbox"], Path(folder) / "openbox.log")
        try:
            yield screen
        finally:
            for process in (manager, server):
                end(process)


def end(process: subprocess.Popen[bytes]) -> None:
    """Ask a process to leave, and see that it does."""
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(10)
    if process.returncode is None:
        process.kill()
        process.wait()


def until(look: Callable[[], Seen]) -> Seen:
    """Look again and again until there is something to see. Raises TimeoutError."""
    deadline = time.monotonic() + _PATIENCE
    while not (seen := look()):
        if time.monotonic() > deadline:
            raise TimeoutError
        time.sleep(_POLL)
    return seen
