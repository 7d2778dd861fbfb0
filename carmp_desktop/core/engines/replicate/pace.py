"""The pace of creates: as fast as the service takes them, and no faster.

There is no cap of ours. Until the service says 429, every create goes out at once. Then nobody
sends until the time it named has passed; one create probes, and with each that is accepted the
number allowed at once doubles, until the brake is gone again (slow start, as in RFC 5681).
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

_NO_BRAKE = 1024
_UNTOLD_WAIT = 5.0


class Pace:
    """A brake shared by all creates of one engine."""

    def __init__(self) -> None:
        self._allowed: int | None = None
        self._under_way = 0
        self._opens_at = 0.0
        self._changed = asyncio.Event()

    @property
    def wait(self) -> float:
        """Seconds until the next create may go out, 0 when one may now."""
        return max(0.0, self._opens_at - asyncio.get_running_loop().time())

    @property
    def is_braked(self) -> bool:
        """Whether creates may have to wait."""
        return self._allowed is not None

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait for one's turn, and hold it while the request is under way."""
        while not self._is_free():
            self._changed.clear()
            timeout = self.wait or None
            try:
                await asyncio.wait_for(self._changed.wait(), timeout)
            except TimeoutError:
                continue
        self._under_way += 1
        try:
            yield
        finally:
            self._under_way -= 1
            self._changed.set()

    def throttled(self, seconds: float | None) -> None:
        """The service said 429; ``seconds`` is the wait it named, None where it named none."""
        wait = _UNTOLD_WAIT if seconds is None else seconds
        self._opens_at = max(self._opens_at, asyncio.get_running_loop().time() + wait)
        self._allowed = 1

    def accepted(self) -> None:
        """The service took a create: loosen the brake."""
        if self._allowed is not None:
            self._allowed *= 2
            if self._allowed > _NO_BRAKE:
                self._allowed = None
            self._changed.set()

    def _is_free(self) -> bool:
        if self.wait:
            return False
        return self._allowed is None or self._under_way < self._allowed
