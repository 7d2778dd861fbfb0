"""The program at work as a child process, to be disturbed while it runs."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from PIL import Image

from tests.command.conftest import Ended
from tests.loopback import StandIn


class AtWork:
    """One run of the program; what it prints goes into files that can be read meanwhile."""

    def __init__(
        self, words: Sequence[object], environment: Mapping[str, str], folder: Path
    ) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._out, self._err = folder / "out.txt", folder / "err.txt"
        command = [sys.executable, "-m", "carmp_desktop", *map(str, words)]
        with self._out.open("w") as out, self._err.open("w") as err:
            self.process = subprocess.Popen(command, env=environment, stdout=out, stderr=err)

    @property
    def out(self) -> str:
        """What it has printed so far."""
        return self._out.read_text()

    @property
    def err(self) -> str:
        """What it has said on stderr so far."""
        return self._err.read_text()

    @property
    def is_running(self) -> bool:
        """Whether it has not ended."""
        return self.process.poll() is None

    def send(self, number: signal.Signals) -> None:
        """Send it a signal."""
        self.process.send_signal(number)

    def ended(self, seconds: float = 45.0) -> Ended:
        """Wait for its end."""
        code = self.process.wait(seconds)
        return Ended(code, self.out, self.err)


@contextmanager
def at_work(
    words: Sequence[object], environment: Mapping[str, str], folder: Path
) -> Iterator[AtWork]:
    """The program at work within this; it does not outlive it."""
    child = AtWork(words, environment, folder)
    try:
        yield child
    finally:
        if child.is_running:
            child.process.kill()
            child.process.wait()


def log_of(profile: Path) -> str:
    """What the program has written to its log so far."""
    file = profile / "logs" / "carmp.log"
    return file.read_text(encoding="utf-8") if file.exists() else ""


def check_all_home(profile: Path, server: StandIn, *, images: int) -> None:
    """As many images as were wanted, each bought once, whole in the gallery, and nothing else."""
    assert server.bought_twice() == []
    assert server.undelivered() == []
    assert server.accepted == images
    files = sorted(path for path in (profile / "gallery").rglob("*") if path.is_file())
    bodies = sorted(file.read_bytes() for file in files)
    assert bodies == sorted(server.image_of(made.id) for made in server.created)
    for file in files:
        with Image.open(file) as picture:
            picture.load()
    assert list((profile / "incoming").iterdir()) == []
    with sqlite3.connect(profile / "carmp.db") as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        rows = database.execute("SELECT file FROM images").fetchall()
        states = database.execute("SELECT state, COUNT(*) FROM attempts GROUP BY state").fetchall()
    database.close()
    assert sorted(row[0] for row in rows) == [os.fspath(file) for file in files]
    assert states == [("succeeded", images)]
