"""Measures how long a window's thread does not come to its timer, every 5 ms.

As a script it does so in a bare window until its input ends: what the machine itself does to any
window at that time, to be subtracted in thought from what the program's window shows.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from measure import percentile
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QLabel

_EVERY_MS = 5


class Witness(QObject):
    """A timer on the thread of the window; lives as long as it shall look."""

    def __init__(self) -> None:
        super().__init__()
        self.stalls: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(self, interval=_EVERY_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._look)

    def begin(self) -> None:
        """Look from now on."""
        self.stalls.clear()
        self._last = time.perf_counter()
        self._timer.start()

    def end(self) -> None:
        """Look no more."""
        self._timer.stop()

    @property
    def longest(self) -> float:
        """The longest stall in milliseconds."""
        return max(self.stalls, default=0.0)

    @property
    def nearly_longest(self) -> float:
        """The 99th percentile of all stalls in milliseconds."""
        return percentile(self.stalls, 0.99)

    @Slot()
    def _look(self) -> None:
        now = time.perf_counter()
        self.stalls.append(max(0.0, (now - self._last) * 1000 - _EVERY_MS))
        self._last = now


class Input(QObject):
    """The input of this process, read in a thread of its own."""

    ended = Signal()

    def read(self) -> None:
        """Read until there is no more."""
        sys.stdin.read()
        self.ended.emit()


@dataclass
class Bare:
    """What the bare window beside has seen; known when it has gone."""

    longest: float = field(default=0.0)
    nearly_longest: float = field(default=0.0)


@contextmanager
def bare_window() -> Iterator[Bare]:
    """A bare window in a process of its own, beside whatever is measured."""
    bare = Bare()
    pipe = subprocess.PIPE
    command = [sys.executable, str(Path(__file__))]
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        try:
            yield bare
        finally:
            answer, _ = process.communicate()
            bare.longest, bare.nearly_longest = json.loads(answer)


def main() -> None:
    """Look until the input ends."""
    app = QApplication([])
    window = QLabel("bare")
    window.show()
    witness = Witness()
    witness.begin()
    print("looking", flush=True)

    said = Input()
    said.ended.connect(app.quit)
    threading.Thread(target=said.read).start()
    app.exec()
    print(json.dumps([witness.longest, witness.nearly_longest]))


if __name__ == "__main__":
    main()
