"""Measures what must be fast and prints one table, with the machine and the date.

    python3 packaging/dev.py bench

Times are medians of several runs on an otherwise quiet machine; the ratio beside them is to work
that nobody could leave out, measured in the same run, so that it holds on another machine too.
"""

from __future__ import annotations

import os
import platform
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import cv2

from carmp_desktop.core.engines.studio.network import SaliencyNetwork
from carmp_desktop.core.engines.studio.paints import read_paint
from carmp_desktop.core.engines.studio.photo_input import read_photo
from carmp_desktop.core.engines.studio.sidecar import png
from carmp_desktop.core.engines.studio.studio import Studio
from carmp_desktop.core.engines.studio.tasks import Task
from carmp_desktop.core.paths import resources

RUNS = 5
MODEL = resources() / "models" / "u2netp.onnx"
PHOTO = resources() / "samples" / "sample_front_3_4.jpg"
BLUE = "Blue #12419B (metallic)"


def main() -> None:
    """Print the table."""
    print(f"{platform.platform()}, {os.cpu_count()} cores, {datetime.now(UTC):%Y-%m-%d}\n")
    print("| what | measured | goal | times the work that cannot be left out |")
    print("|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        studio_rows(Path(folder))


def studio_rows(folder: Path) -> None:
    """The studio engine at 1600 px, in one process as in a worker."""
    studio = Studio(MODEL, folder)
    network = SaliencyNetwork(MODEL)
    photo = read_photo(PHOTO)
    angle = Task(PHOTO, "bench", folder / "angle.png")
    color = Task(PHOTO, "bench", folder / "color.png", read_paint(BLUE))
    studio.make(angle)
    look = median(lambda: network.salience(photo))
    row("studio picture", median(lambda: studio.make(angle)), goal=3.0, least=look)
    packed = cv2.imread(str(folder / "angle.png"))
    pack = median(lambda: png(packed))
    row("each further color", median(lambda: studio.make(color)), goal=0.5, least=pack)


def row(what: str, seconds: float, *, goal: float, least: float) -> None:
    """One line of the table."""
    print(f"| {what} | {seconds:.2f} s | ≤ {goal:g} s | {seconds / least:.1f} |")


def median(work: Callable[[], object]) -> float:
    """The median time of some runs, in seconds."""
    times = []
    for _ in range(RUNS):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return statistics.median(times)


if __name__ == "__main__":
    main()
