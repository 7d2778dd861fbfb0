"""How long a batch takes, over the service's own time and over the script a user would write."""

from __future__ import annotations

import time
from pathlib import Path

from measure import ROOT, Row, answer_of, tell
from program import heard, in_window, opened
from service import service

ANGLES, COLORS, SECONDS = 8, 6, 4.0
CRITICAL_PATH = 2 * SECONDS
TURNS = 3
_MOST = 1.05


async def main(place: Path) -> None:
    """Both in turns, the best of each."""
    ours, plain = [], []
    with service(seconds=SECONDS, angles=ANGLES, colors=COLORS) as server:
        for turn in range(TURNS):
            plain.append(_plain(place / f"plain_{turn}", server.environment))
            async with opened(place / f"profile_{turn}", server.environment) as desk:
                await desk.select_all(ANGLES, COLORS)
                began = time.perf_counter()
                batch = desk.press()
                completed = desk.jobs.marketplaceBatchCompleted
                await heard(completed, lambda event, batch=batch: event.batch_id == batch.id)
                ours.append(time.perf_counter() - began)
    best, other = min(ours), min(plain)
    ratio = best / CRITICAL_PATH
    tell(
        Row(
            f"batch of {ANGLES} × {COLORS}, {SECONDS:g} s a prediction, over the critical path",
            f"{ratio:.3f}",
            f"≤ {_MOST:g}, and not above the plain script",
            ratio <= _MOST and best <= other,
            f"plain script {other / CRITICAL_PATH:.3f}",
        )
    )


def _plain(folder: Path, environment: dict[str, str]) -> float:
    photos = sorted((ROOT / "resources" / "samples").glob("*.jpg"))[:2]
    words = [str(folder), str(ANGLES), str(COLORS), environment["REPLICATE_BASE_URL"]]
    words += [environment["REPLICATE_API_TOKEN"], *map(str, photos)]
    return float(answer_of("plain_script.py", *words))


if __name__ == "__main__":
    in_window(main)
