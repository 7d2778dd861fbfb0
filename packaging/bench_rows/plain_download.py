"""A plain script that downloads images and makes their thumbnails; addresses are its input.

It prints its processor time, its wall time and its peak of memory as JSON.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from pathlib import Path

import httpx
from measure import peak_megabytes
from PIL import Image


def main() -> None:
    """Download all."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True)
    addresses = sys.stdin.read().split()
    began, spent = time.perf_counter(), time.process_time()
    asyncio.run(_all(addresses, folder))
    wall, cpu = time.perf_counter() - began, time.process_time() - spent
    print(json.dumps({"cpu": cpu, "wall": wall, "peak": peak_megabytes()}))


async def _all(addresses: list[str], folder: Path) -> None:
    async with httpx.AsyncClient(timeout=None) as client:  # noqa: S113 - plain

        async def one(number: int, address: str) -> None:
            answer = await client.get(address)
            file = folder / f"{number}.png"
            file.write_bytes(answer.content)
            await asyncio.to_thread(_thumbnail, file)

        await asyncio.gather(*(one(number, each) for number, each in enumerate(addresses)))


def _thumbnail(file: Path) -> None:
    with Image.open(file) as image:
        image.thumbnail((256, 256))
        image.save(file.with_suffix(".jpg"))


if __name__ == "__main__":
    main()
