"""A receiver in a thread of its own, for tests that run the program as a child process."""

from __future__ import annotations

import asyncio
import threading
from typing import Any, Self

from tests.mirror_ws.receivers import PythonReceiver

_PATIENCE = 20.0


class Background:
    """Listens from the start of the block to its end."""

    def __init__(self, receiver: PythonReceiver) -> None:
        self.receiver = receiver
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop: asyncio.Event | None = None
        self._is_up = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._listen()), name="remote")

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._is_up.wait(_PATIENCE)
        return self

    def __exit__(self, *_: object) -> None:
        assert self._loop is not None
        assert self._stop is not None
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()

    @property
    def url(self) -> str:
        """Where it listens."""
        return self.receiver.url

    def messages(self, upto: int) -> list[dict[str, Any]]:
        """What has come, each message once, as soon as that number is there."""
        assert self._loop is not None
        coming = asyncio.wait_for(self.receiver.until(upto), _PATIENCE)
        asyncio.run_coroutine_threadsafe(coming, self._loop).result()
        return list({message["id"]: message for message in self.receiver.received}.values())

    async def _listen(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._stop = asyncio.Event()
        async with self.receiver.running():
            self._is_up.set()
            await self._stop.wait()
