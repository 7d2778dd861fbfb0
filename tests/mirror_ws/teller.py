"""Delivers what stands in an outbox, as a process that can be killed: ``teller FOLDER URL``."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from tests.mirror_ws.trial import Trial


async def main(folder: Path, url: str) -> None:
    """Send until nothing waits."""
    async with Trial.at(folder, url) as trial:
        trial.mirror.start()
        assert await trial.mirror.drain(20)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), sys.argv[2]))
