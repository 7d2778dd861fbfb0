"""Does one thing to each of many files, several at once, a handful at a time.

Between two handfuls the caller may be canceled, and hears how far it has come.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from types import TracebackType
from typing import Self, TypeVar

In = TypeVar("In")
Out = TypeVar("Out")

Progress = Callable[[int, int], None]
"""Called with how many files are done, and how many there are."""

_HANDFUL = 32
_THREADS = min(8, os.cpu_count() or 1)


def untold(done: int, total: int) -> None:
    """The progress that nobody wants to hear of."""


class Crowd:
    """Some threads, and how far they have come. Closed by leaving its ``with``."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._done = 0
        self._total = 0

    def __enter__(self) -> Self:
        """Start the threads."""
        self._pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="carmp-check")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Wait for what is under way; nothing new is begun."""
        self._pool.shutdown(cancel_futures=True)

    async def each(self, work: Callable[[In], Out], items: Sequence[In]) -> list[Out]:
        """The answers of ``work``, called in threads, in the order of the items."""
        return await self.each_awaited(lambda item: self.run(partial(work, item)), items)

    async def each_awaited(
        self, work: Callable[[In], Awaitable[Out]], items: Sequence[In]
    ) -> list[Out]:
        """As `each`, for work that is awaited."""
        self._total += len(items)
        answers: list[Out] = []
        for start in range(0, len(items), _HANDFUL):
            handful = items[start : start + _HANDFUL]
            answers += await asyncio.gather(*map(work, handful))
            self._done += len(handful)
            self._progress(self._done, self._total)
        return answers

    async def run(self, work: Callable[[], Out]) -> Out:
        """The answer of ``work``, called in one of the threads."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, work)
