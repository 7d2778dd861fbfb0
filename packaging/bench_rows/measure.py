"""What every row of the bench shares: how it is told, and how time, memory and load are read."""

from __future__ import annotations

import json
import math
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; ``beside`` is what was measured side by side, and the ratio to it."""

    what: str
    measured: str
    goal: str
    is_met: bool
    beside: str = ""


def tell(row: Row) -> None:
    """Hand a row to the bench, which reads the output of this process line by line."""
    print(json.dumps(asdict(row)), flush=True)


def at_most(
    what: str, value: float, most: float, unit: str, *, beside: str = "", digits: int = 2
) -> Row:
    """A row whose value shall be ``most`` or less, both in ``unit``."""
    room = f" {unit}" if unit else ""
    measured = f"{value:.{digits}f}{room}"
    return Row(what, measured, f"≤ {most:g}{room}", round(value, digits) <= most, beside)


def took(work: Callable[[], object]) -> float:
    """Seconds that a piece of work takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def median(work: Callable[[], object], runs: int) -> float:
    """The median time of some runs, in seconds."""
    return statistics.median(took(work) for _ in range(runs))


def percentile(values: Sequence[float], share: float) -> float:
    """The value that ``share`` of all values do not exceed; 0 where there are none."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)] if ordered else 0.0


def peak_megabytes() -> float:
    """The most memory that this process has held at once."""
    if sys.platform == "linux":
        status = Path("/proc/self/status").read_text(encoding="ascii")
        peak = next(line for line in status.splitlines() if line.startswith("VmHWM"))
        return int(peak.split()[1]) / 1024
    if sys.platform == "win32":
        return math.nan
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


def load() -> float:
    """How many processes want a core, on the average of the last minute."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else math.nan


def answer_of(script: str, *words: str, said: str | None = None) -> str:
    """What a script of this folder prints in a process of its own; ``said`` is its input."""
    command = [sys.executable, str(HERE / script), *words]
    done = subprocess.run(
        command, cwd=ROOT, input=said, stdout=subprocess.PIPE, text=True, check=True
    )
    return done.stdout
