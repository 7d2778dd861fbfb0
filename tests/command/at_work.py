"""The program at work as a child process, to be disturbed while it runs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import IO

from tests.command.conftest import Ended
from tests.loopback import StandIn
from tests.reliability.verdict import judge


class _Drained:
    """A pipe's text, read as it comes: a pipe is never full, whatever the disk is."""

    def __init__(self, pipe: IO[bytes]) -> None:
        self._pipe = pipe
        self._parts: list[bytes] = []
        self._thread = Thread(target=self._drain)
        self._thread.start()

    @property
    def text(self) -> str:
        return b"".join(self._parts).decode()

    def to_the_end(self) -> str:
        self._thread.join()
        return self.text

    def _drain(self) -> None:
        with self._pipe:
            self._parts.extend(iter(lambda: os.read(self._pipe.fileno(), 65536), b""))


class AtWork:
    """One run of the program; what it prints can be read meanwhile."""

    def __init__(self, words: Sequence[object], environment: Mapping[str, str]) -> None:
        command = [sys.executable, "-m", "carmp_desktop", *map(str, words)]
        self.process = subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        assert self.process.stdout is not None
        assert self.process.stderr is not None
        self._out, self._err = _Drained(self.process.stdout), _Drained(self.process.stderr)

    @property
    def err(self) -> str:
        """What it has said on stderr so far."""
        return self._err.text

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
        return Ended(code, self._out.to_the_end(), self._err.to_the_end())


@contextmanager
def at_work(words: Sequence[object], environment: Mapping[str, str]) -> Iterator[AtWork]:
    """The program at work within this; it does not outlive it."""
    child = AtWork(words, environment)
    try:
        yield child
    finally:
        if child.is_running:
            child.process.kill()
        child.ended()


def log_of(profile: Path) -> str:
    """What the program has written to its log so far."""
    file = profile / "logs" / "carmp.log"
    return file.read_text(encoding="utf-8") if file.exists() else ""


def check_all_home(profile: Path, server: StandIn, *, images: int) -> None:
    """As many images as were wanted, each bought once, whole in the gallery, and nothing else."""
    verdict = judge(server, profile, profile / "gallery", asked_twice=0)
    assert verdict.faults == []
    assert verdict.paid == server.accepted == images
