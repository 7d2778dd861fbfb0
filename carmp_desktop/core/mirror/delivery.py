"""What is done over one connection: the outbox from its oldest row on, and then whatever comes.

Memory is bounded by one window of rows, and one message; the rest waits in the database.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Sequence

from carmp_desktop.core.mirror.connection import Line
from carmp_desktop.core.mirror.messages import message
from carmp_desktop.core.mirror.pace import Confirmed, Pace
from carmp_desktop.core.problems import Failure
from carmp_desktop.core.store.outbox import Outbox


class Delivery:
    """Sends what waits over ``line``; ``filled`` is set whenever the outbox has got rows."""

    def __init__(
        self,
        line: Line,
        outbox: Outbox,
        *,
        pace: Pace,
        filled: asyncio.Event,
        folders: Callable[[], Sequence[str]],
    ) -> None:
        self._line = line
        self._outbox = outbox
        self._pace = pace
        self._filled = filled
        self._folders = folders
        self._confirmed = Confirmed(pace)
        self._window = 1
        line.ended.add_done_callback(lambda _: filled.set())

    async def next_window(self) -> int:
        """Send a window and have it confirmed, or wait a little where nothing waits.

        The window grows from one message, and shrinks again where the reader is slow. The answer is
        the number up to which the remote has everything. Raises `Broken`, and `Failure` where the
        disk refuses.
        """
        self._filled.clear()
        self._line.check()
        rows = await self._outbox.read(self._confirmed.upto, self._window)
        if rows:
            began = self._now()
            for row in rows:
                await self._line.send(await asyncio.to_thread(message, row, self._folders()))
            await self._line.confirm()
            now = self._now()
            self._confirmed.confirm(rows[-1].seq, now)
            self._window = self._pace.next_window(self._window, now - began)
        else:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._filled.wait(), self._pace.look)
        upto = self._confirmed.forgettable(self._now())
        if upto is not None:
            await self._outbox.forget(upto)
        return self._confirmed.upto

    async def part(self) -> None:
        """Say good-bye. A remote that answers it has lost nothing on the way: all is forgotten."""
        if await self._line.close() and self._confirmed.upto:
            with contextlib.suppress(Failure):
                await self._outbox.forget(self._confirmed.upto)

    def _now(self) -> float:
        return asyncio.get_running_loop().time()
