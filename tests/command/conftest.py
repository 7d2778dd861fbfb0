"""Runs `carmp-desktop` as the program it is: a child process against the stand-in."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from carmp_desktop.core.crash_points import VARIABLE
from tests.loopback import StandIn


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """What ``--json`` printed."""
        return json.loads(self.out)


Run = Callable[..., Ended]


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """The folder of the child's profile."""
    return tmp_path / "profile"


@pytest.fixture
def environment(server: StandIn, profile: Path) -> dict[str, str]:
    """The child's environment; a test may change it."""
    return {**os.environ, **server.env(), "CARMP_PROFILE": str(profile)}


@pytest.fixture
def run(environment: dict[str, str]) -> Run:
    """Runs the program with arguments, to its end or to the instant at which it shall die."""

    def run_program(*arguments: object, crash_at: str = "") -> Ended:
        words = [sys.executable, "-m", "carmp_desktop", *map(str, arguments)]
        ended = subprocess.run(
            words,
            env={**environment, VARIABLE: crash_at},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        return Ended(ended.returncode, ended.stdout, ended.stderr)

    return run_program


@pytest.fixture
def batch(run: Run, photos: list[Path]) -> Run:
    """Runs `batch` with two photos and whatever else is given."""

    def run_batch(*arguments: object, crash_at: str = "") -> Ended:
        given = [word for photo in photos for word in ("--photo", photo)]
        return run("batch", *given, *arguments, crash_at=crash_at)

    return run_batch
