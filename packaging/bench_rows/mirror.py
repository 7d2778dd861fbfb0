"""The window's stalls while a batch is told to a mirror that reads slowly, and without one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from statistics import median

from measure import at_most, tell
from program import heard, in_window, opened, until
from service import service
from slow_reader import slow_reader
from witness import Witness, bare_window

ANGLES, COLORS, SECONDS = 6, 9, 1.0
_TURNS = 5  # few of them are quiet on a busy machine
_FRAME_MS = 16.0

Stalls = tuple[float, float]


async def main(place: Path) -> None:
    """Alternately without and with it, over a fresh profile each time; the medians count."""
    stalls: dict[bool, list[Stalls]] = {True: [], False: []}
    with (
        service(seconds=SECONDS, angles=ANGLES, colors=COLORS) as server,
        slow_reader() as url,
        bare_window() as bare,
    ):
        environment = {False: server.environment}
        environment[True] = {**server.environment, "CARMP_MIRROR_URL": url}
        await _stalls(place / "first", environment[True])  # what is imported late is not counted
        for turn in range(_TURNS):
            for has_mirror in (turn % 2 == 0, turn % 2 == 1):
                profile = place / f"{turn}_{has_mirror}"
                stalls[has_mirror].append(await _stalls(profile, environment[has_mirror]))
    cells = ANGLES * (1 + COLORS)
    longest, nearly = (_compared(stalls, which) for which in (0, 1))
    what = f"{cells} cells told to a slow mirror: what it adds to the longest stall"
    beside = f"{longest[1]}; a bare window beside {bare.longest:.0f} ms"
    tell(at_most(what, longest[0], _FRAME_MS, "ms", beside=beside, digits=0))
    beside = f"{nearly[1]}; a bare window beside {bare.nearly_longest:.0f} ms"
    tell(at_most("… to its 99th percentile", nearly[0], _FRAME_MS, "ms", beside=beside, digits=0))


def _compared(stalls: Mapping[bool, list[Stalls]], which: int) -> tuple[float, str]:
    """How much longer the usual stall is with a mirror, and both in words."""
    on, off = (median(each[which] for each in stalls[has_mirror]) for has_mirror in (True, False))
    return on - off, f"{on:.0f} ms over {off:.0f} ms"


async def _stalls(profile: Path, environment: Mapping[str, str]) -> Stalls:
    """The longest stall of a batch and their 99th percentile, in milliseconds."""
    async with opened(profile, environment) as desk:
        await desk.select_all(ANGLES, COLORS)
        witness = Witness()
        witness.begin()
        batch = desk.press()
        await heard(desk.jobs.marketplaceBatchCompleted, lambda event: event.batch_id == batch.id)
        await until(lambda: not desk.window.loader.pending)
        witness.end()
    return witness.longest, witness.nearly_longest


if __name__ == "__main__":
    in_window(main)
