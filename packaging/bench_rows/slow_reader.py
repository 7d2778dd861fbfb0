"""A remote for the mirror that takes its time with every message, in a process of its own.

As a script it prints its address and ends with its input.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from websockets.asyncio.server import ServerConnection, serve

_EACH_S = 0.02


@contextmanager
def slow_reader() -> Iterator[str]:
    """Let it listen; the answer is its address."""
    pipe, command = subprocess.PIPE, [sys.executable, str(Path(__file__))]
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
        process.communicate()


async def _read(socket: ServerConnection) -> None:
    async for _ in socket:
        await asyncio.sleep(_EACH_S)


async def main() -> None:
    """Listen until the input ends."""
    async with serve(_read, "127.0.0.1", 0) as server:
        print(f"ws://127.0.0.1:{next(iter(server.sockets)).getsockname()[1]}/", flush=True)
        await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(main())
