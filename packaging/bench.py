"""Measures what must be fast and prints one table, with the machine, its load and the date.

    python3 packaging/dev.py bench [ROW…]

Each row runs in a process of its own over a fresh profile, the service in another one. How to read
the table, and the last one, are in docs/performance.md.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

sys.path.append(str(Path(__file__).with_name("bench_rows")))
from measure import HERE, ROOT, Row, load

ROWS = {
    "batch": "batch_time.py",
    "requests": "status_requests.py",
    "flood": "flood.py",
    "mirror": "mirror.py",
    "start": "first_window.py",
    "matrix": "matrix.py",
    "gallery": "gallery.py",
    "drop": "drop.py",
    "studio": "studio.py",
}
_PATIENCE = 600.0


def main(wanted: Sequence[str]) -> int:
    """Print the table; 0 where every goal is met, 1 where one is missed, 2 for an unknown row."""
    unknown = [name for name in wanted if name not in ROWS]
    if unknown:
        print(f"bench: unknown row {unknown[0]!r}; it knows {', '.join(ROWS)}")
        return 2
    print(f"{platform.platform()}, {os.cpu_count()} cores, {datetime.now(UTC):%Y-%m-%d}\n")
    print("| what | measured | goal | met | beside it | load |")
    print("|---|---|---|---|---|---|")
    all_met = True
    for name in wanted or ROWS:
        before = load()
        for row in _measured(ROWS[name]):
            all_met = all_met and row.is_met
            met = "yes" if row.is_met else "**no**"
            cells = (row.what, row.measured, row.goal, met, row.beside, f"{before:.1f}")
            print(f"| {' | '.join(cells)} |", flush=True)
    return 0 if all_met else 1


def _measured(script: str) -> Iterator[Row]:
    """The rows that a script tells; one that ends badly is a missed row of its own."""
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    command = [sys.executable, str(HERE / script)]
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": path},
            stdout=subprocess.PIPE,
            text=True,
            timeout=_PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        yield Row(script, f"not done in {_PATIENCE:g} s", "", is_met=False)
        return
    yield from (Row(**json.loads(line)) for line in done.stdout.splitlines())
    if done.returncode:
        yield Row(script, f"ended with {done.returncode}", "", is_met=False)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
