"""The long trial: many events over many broken connections, on both receivers."""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from pathlib import Path

from tests.mirror_ws import NodeReceiver, PythonReceiver, run_trial


def main() -> None:
    """Run both trials and print their figures; any fault ends it with a traceback."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=10_000)
    parser.add_argument("--breaks", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    for receiver in (
        PythonReceiver(options.breaks, options.seed),
        NodeReceiver(options.breaks, options.seed),
    ):
        with tempfile.TemporaryDirectory() as folder:
            figures = asyncio.run(run_trial(Path(folder), receiver, options.events))
        print(type(receiver).__name__, figures)


if __name__ == "__main__":
    main()
