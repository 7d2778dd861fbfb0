"""Measures how long the frozen program takes to start, beside the checkout it was made from."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.loopback import StandIn

ROOT = Path(__file__).resolve().parents[1]
ALLOWED_RATIO = 1.5
_TURNS = 9


def compare_times(program: Path) -> int:
    """Start the checkout and the frozen program in turns; the ratios decide the exit code.

    ``--version`` is told and not judged: it is over before anything of the program begins, and
    what PyInstaller needs for itself (about 0.06 s) is then most of it.
    """
    starts = {"source": [sys.executable, "-m", "carmp_desktop"]}
    starts["frozen"] = [str(program)]
    ratios = []
    with tempfile.TemporaryDirectory() as place, StandIn() as server:
        environment = {**os.environ, **server.env(), "QT_QPA_PLATFORM": "offscreen"}
        environment |= {
            "CARMP_PROFILE": place,
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        }
        shot = ["--screenshot", str(Path(place) / "shot.png"), "--quit-when-done"]
        for words in (["--version"], ["presets"], shot):
            took: dict[str, list[float]] = {name: [] for name in starts}
            for _ in range(_TURNS):
                for name, start in starts.items():
                    took[name].append(seconds([*start, *words], environment))
            source, frozen = (statistics.median(took[name]) for name in ("source", "frozen"))
            ratios.append(frozen / source)
            word = "the window, and its end" if words is shot else words[0]
            print(f"{word}: source {source:.2f} s, frozen {frozen:.2f} s, ratio {ratios[-1]:.2f}")
    return 0 if max(ratios[1:]) <= ALLOWED_RATIO else 1


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """How long a command takes from its start to its end, which must be a good one."""
    began = time.monotonic()
    subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, check=True)
    return time.monotonic() - began
