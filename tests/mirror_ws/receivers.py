"""Two receivers with one face: what they got, and how often they have broken the connection.

Each connection of a plan ends in one way: ``clean`` (closed politely), ``abort`` (cut), ``refused``
(answered with 503), ``gone`` (nobody listens for a while), ``half-open`` (nothing is read any
more), ``slow`` (every message takes a while, then it is cut). After the plan they stay.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from websockets.asyncio.server import Request, Response, ServerConnection, serve
from websockets.exceptions import ConnectionClosed

BREAKS = ("clean", "abort", "refused", "half-open", "gone", "slow")
FEWEST, MOST = 36, 150
"""After how many messages a connection breaks."""
SLOW = 0.004
AWAY = 0.05

SYSTEM_MODULES = "/usr/share/nodejs"
_SCRIPT = Path(__file__).with_name("receiver.mjs")


@dataclass
class Receiver(ABC):
    """What a remote has got, message by message, and how many of its breaks have happened."""

    url: str = ""
    received: list[dict[str, Any]] = field(default_factory=list)
    breaks: int = 0
    connections: int = 0
    news: asyncio.Event = field(default_factory=asyncio.Event)

    @abstractmethod
    def running(self) -> AbstractAsyncContextManager[Receiver]:
        """Listens until the end of the block."""

    async def until(self, seq: int) -> None:
        """Wait until the event of that number has come."""
        while not self.received or self.received[-1]["seq"] < seq:
            self.news.clear()
            await self.news.wait()

    def take(self, text: str) -> None:
        """One message has come."""
        self.received.append(json.loads(text))
        self.news.set()


def plan_of(breaks: int, seed: int) -> list[tuple[str, int]]:
    """So many breaks, every kind of them, each after a random number of messages."""
    dice = random.Random(seed)
    kinds = list(islice(cycle(BREAKS), breaks))
    dice.shuffle(kinds)
    return [(kind, dice.randint(FEWEST, MOST)) for kind in kinds]


class PythonReceiver(Receiver):
    """A receiver on the `websockets` library, in the very loop of the test."""

    def __init__(self, breaks: int = 0, seed: int = 1) -> None:
        super().__init__()
        self.plan = plan_of(breaks, seed)
        self._gone = asyncio.Event()
        self.headers: list[dict[str, str]] = []
        self.tls: Any = None

    @asynccontextmanager
    async def running(self) -> AsyncIterator[PythonReceiver]:
        """Listens until the end of the block."""
        ready: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        listening = asyncio.create_task(self._listen(ready))
        await ready
        try:
            yield self
        finally:
            while not listening.done():
                listening.cancel()
                await asyncio.wait([listening], timeout=3)

    async def _listen(self, ready: asyncio.Future[None]) -> None:
        port = 0
        while True:
            self._gone.clear()
            async with serve(
                self._handle,
                "127.0.0.1",
                port,
                process_request=self._door,
                close_timeout=0.2,
                ssl=self.tls,
            ) as server:
                port = next(iter(server.sockets)).getsockname()[1]
                self.url = f"{'wss' if self.tls else 'ws'}://127.0.0.1:{port}/events"
                if not ready.done():
                    ready.set_result(None)
                await self._gone.wait()
            await asyncio.sleep(AWAY)

    def _door(self, connection: ServerConnection, request: Request) -> Response | None:
        self.connections += 1
        self.headers.append({key.lower(): value for key, value in request.headers.raw_items()})
        if self.plan and self.plan[0][0] == "refused":
            self.plan.pop(0)
            self.breaks += 1
            return connection.respond(HTTPStatus.SERVICE_UNAVAILABLE, "later\n")
        return None

    async def _handle(self, socket: ServerConnection) -> None:
        kind, after = self.plan.pop(0) if self.plan else ("", 0)
        count = 0
        try:
            async for text in socket:
                self.take(str(text))
                count += 1
                if kind == "slow":
                    await asyncio.sleep(SLOW)
                if count == after:
                    await self._break(kind, socket)
                    return
        except ConnectionClosed:
            return

    async def _break(self, kind: str, socket: ServerConnection) -> None:
        self.breaks += 1
        if kind == "clean":
            await socket.close()
        elif kind == "half-open":
            socket.transport.pause_reading()
            await socket.wait_closed()
        else:
            socket.transport.abort()
        if kind == "gone":
            self._gone.set()


class NodeReceiver(Receiver):
    """A receiver on Node's `ws`, in a process of its own."""

    def __init__(self, breaks: int = 0, seed: int = 1) -> None:
        super().__init__()
        self.plan = plan_of(breaks, seed)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[NodeReceiver]:
        """Listens until the end of the block."""
        plan = json.dumps({"plan": self.plan, "slow": SLOW * 1000, "away": AWAY * 1000})
        process = await asyncio.create_subprocess_exec(
            "node",
            str(_SCRIPT),
            plan,
            stdout=asyncio.subprocess.PIPE,
            limit=1 << 20,
            env={"NODE_PATH": SYSTEM_MODULES, **os.environ},
        )
        assert process.stdout is not None
        self.url = json.loads(await process.stdout.readline())["url"]
        reading = asyncio.create_task(self._read(process.stdout))
        try:
            yield self
        finally:
            process.terminate()
            await process.wait()
            await reading

    async def _read(self, lines: asyncio.StreamReader) -> None:
        async for line in lines:
            said = json.loads(line)
            if "text" in said:
                self.take(said["text"])
            self.connections += said.get("connections", 0)
            self.breaks += said.get("breaks", 0)
