"""How often the service is asked how its predictions stand, while 200 are in flight."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from pathlib import Path

from measure import at_most, tell
from program import heard, in_window, opened
from service import service

IN_FLIGHT, SECONDS = 200, 8.4
_MOST_EACH, _MOST_A_MINUTE = 2.0, 3000.0
_WINDOW = 10.0


async def main(place: Path) -> None:
    """One batch of angles alone, whose run times differ as a service's do."""
    with service(seconds=SECONDS, angles=IN_FLIGHT, colors=0, varied=True) as server:
        async with opened(place, server.environment) as desk:
            await desk.select_all(IN_FLIGHT, 0)
            batch = desk.press()
            completed = desk.jobs.marketplaceBatchCompleted
            await heard(completed, lambda event: event.batch_id == batch.id)
        counted = server.counted()
    each = counted["status"] / counted["created"]
    what = f"status requests per prediction, {counted['created']} in flight"
    beside = f"the client polling each: {SECONDS / 0.5:.0f}"
    tell(at_most(what, each, _MOST_EACH, "", beside=beside))
    busiest = at_busiest(counted["times"]) * 60 / _WINDOW
    tell(at_most("the same, at the busiest", busiest, _MOST_A_MINUTE, "a minute", digits=0))


def at_busiest(times: Sequence[float]) -> int:
    """The most requests within any ten seconds."""
    return max(
        (bisect_right(times, began + _WINDOW) - place for place, began in enumerate(times)),
        default=0,
    )


if __name__ == "__main__":
    in_window(main)
