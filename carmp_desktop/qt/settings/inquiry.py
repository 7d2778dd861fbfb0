"""A question to the core that a dialog may withdraw: asked anew, the older one is withdrawn too."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, Generic, TypeVar

from carmp_desktop.core.problems import Failure, Problem
from carmp_desktop.qt.jobs import JobManager

T = TypeVar("T")


class Inquiry(Generic[T]):
    """Asks through the job manager. What went wrong is an answer like any other."""

    def __init__(self, jobs: JobManager) -> None:
        self._jobs = jobs
        self._question: _Question[T] | None = None

    def ask(self, work: Coroutine[Any, Any, T], answered: Callable[[T | Problem], None]) -> None:
        """Have the core do ``work``; ``answered`` hears what came of it, unless it is withdrawn."""
        self.withdraw()
        question = self._question = _Question(work, answered)
        self._jobs.ask(question.put(), question.answer)

    def withdraw(self) -> None:
        """Nobody wants to know any more: nothing is answered, and the core stops asking."""
        if self._question is not None:
            self._question.withdraw()
            self._question = None


class _Question(Generic[T]):
    """One question: put on the core's loop, answered and withdrawn on the window's."""

    def __init__(
        self, work: Coroutine[Any, Any, T], answered: Callable[[T | Problem], None]
    ) -> None:
        self._work = work
        self._answered = answered
        self._is_withdrawn = False
        self._under_way: asyncio.Task[Any] | None = None

    async def put(self) -> T | Problem:
        self._under_way = asyncio.current_task()
        try:
            return await self._work
        except Failure as failure:
            return failure.problem
        finally:
            self._under_way = None

    def answer(self, answer: T | Problem) -> None:
        if not self._is_withdrawn:
            self._answered(answer)

    def withdraw(self) -> None:
        self._is_withdrawn = True
        task = self._under_way
        if task is not None:
            task.get_loop().call_soon_threadsafe(task.cancel)
