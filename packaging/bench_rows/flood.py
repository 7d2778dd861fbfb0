"""The window while 500 jobs finish at once and 500 images of 1.5 MB arrive."""

from __future__ import annotations

import json
import time
from pathlib import Path

from measure import Row, answer_of, at_most, peak_megabytes, tell
from program import heard, in_window, opened, until
from service import service
from witness import Witness, bare_window

ANGLES, COLORS, SECONDS = 20, 24, 1.0
JOBS = ANGLES * (1 + COLORS)
_LONGEST_MS, _NEARLY_LONGEST_MS, _CPU_RATIO, _PEAK_MB = 50.0, 16.0, 1.3, 450.0


async def main(place: Path) -> None:
    """One batch in the window, then the plain script over the very same images."""
    with service(seconds=SECONDS, angles=ANGLES, colors=COLORS, heavy=True) as server:
        with bare_window() as bare:
            async with opened(place / "profile", server.environment) as desk:
                await desk.select_all(ANGLES, COLORS)
                witness = Witness()
                witness.begin()
                began, spent = time.perf_counter(), time.process_time()
                batch = desk.press()
                completed = desk.jobs.marketplaceBatchCompleted
                await heard(completed, lambda event: event.batch_id == batch.id)
                await until(lambda: not desk.window.loader.pending)
                spent, seconds = time.process_time() - spent, time.perf_counter() - began
                witness.end()
        peak = peak_megabytes()
        said = "\n".join(server.counted()["addresses"])
        plain = json.loads(answer_of("plain_download.py", str(place / "plain"), said=said))
    what = f"{JOBS} jobs finish, {JOBS} images of 1.5 MB arrive"
    longest = in_whole_ms(f"{what}: longest stall", witness.longest, _LONGEST_MS, bare.longest)
    nearly = witness.nearly_longest, _NEARLY_LONGEST_MS, bare.nearly_longest
    tell(longest)
    tell(in_whole_ms("… its 99th percentile", *nearly))
    other = (
        f"{spent:.1f} s over {plain['cpu']:.1f} s;"
        f" {seconds:.1f} s over {plain['wall']:.1f} s of wall"
    )
    tell(at_most("… CPU over a plain script", spent / plain["cpu"], _CPU_RATIO, "", beside=other))
    other = f"plain script {plain['peak']:.0f} MB"
    tell(at_most("… peak memory", peak, _PEAK_MB, "MB", beside=other, digits=0))


def in_whole_ms(what: str, stall: float, most: float, bare: float) -> Row:
    """A row of stalls beside those of a bare window."""
    beside = f"a bare window beside {bare:.0f} ms"
    return at_most(what, stall, most, "ms", beside=beside, digits=0)


if __name__ == "__main__":
    in_window(main)
