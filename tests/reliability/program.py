"""The program as a child process that can be killed: at an instant, at a time, or by Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from carmp_desktop.core.crash_points import VARIABLE
from tests.loopback import StandIn
from tests.reliability.plans import Command, Shape, Step

ROOT = Path(__file__).resolve().parents[2]
_HANGS_AFTER = 120.0
_DIED = (-9, 137)
_BATCH = ("-m", "carmp_desktop", "batch")
_RESUME = ("-m", "carmp_desktop", "resume", "--json")
_MAKE_AGAIN = ("-m", "tests.reliability.make_again")


@dataclass(frozen=True, slots=True)
class Ended:
    """How a life of the program ended; ``lived`` is in seconds since it opened its profile."""

    code: int
    out: str
    err: str
    lived: float
    hung: bool = False

    @property
    def was_killed(self) -> bool:
        """Whether it died of a kill, from within or from outside."""
        return self.code in _DIED and not self.hung


class Program:
    """The program with one profile, at one service."""

    def __init__(self, server: StandIn, profile: Path, photos: Iterable[Path]) -> None:
        self._server = server
        self._profile = profile
        self._photos = list(photos)

    def run(self, step: Step, shape: Shape) -> Ended:
        """Live one life, to the end that ``step`` says or to its own."""
        child = subprocess.Popen(
            [sys.executable, *self._words(step.command, shape)],
            cwd=ROOT,
            env=self._environment(step.crash_at),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        with child:
            try:
                return self._lived(child, step)
            finally:
                child.kill()

    def _lived(self, child: subprocess.Popen[str], step: Step) -> Ended:
        before = self._leases()
        self._until(child, lambda: bool(self._leases() - before))
        opened = self._server.now()
        if step.interrupt_at:
            self._until(child, lambda: self._server.accepted >= step.interrupt_at)
            child.send_signal(signal.SIGINT)
        hung = False
        try:
            out, err = child.communicate(timeout=step.kill_after or _HANGS_AFTER)
        except subprocess.TimeoutExpired:
            hung = step.kill_after is None
            child.kill()
            out, err = child.communicate()
        lived = (self._server.now() - opened).total_seconds()
        return Ended(child.returncode, out, err, lived, hung)

    def _until(self, child: subprocess.Popen[str], is_so: Callable[[], bool]) -> None:
        """Wait until something is so, or the child has ended."""
        self._server.wait_until(lambda: is_so() or child.poll() is not None, _HANGS_AFTER)

    def _leases(self) -> set[str]:
        """Each run holds a lock in the profile from the moment it has opened it."""
        return {file.name for file in (self._profile / "running").glob("*.lock")}

    def _words(self, command: Command, shape: Shape) -> list[str]:
        if command == "resume":
            return list(_RESUME)
        photos = [word for photo in self._photos for word in ("--photo", str(photo))]
        first = _BATCH if command == "batch" else (*_MAKE_AGAIN, command, "batch")
        return [*first, *photos, *shape.words]

    def _environment(self, crash_at: str) -> dict[str, str]:
        """The machine's own, without its proxies; the keychain is never touched."""
        mine = {k: v for k, v in os.environ.items() if not k.lower().endswith("_proxy")}
        return {
            **mine,
            **self._server.env(),
            "CARMP_PROFILE": str(self._profile),
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
            VARIABLE: crash_at,
        }
