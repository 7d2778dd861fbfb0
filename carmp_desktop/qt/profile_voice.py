"""What holds for the whole profile, for the window: presets, token, settings, the month's cost.

It lives on the window's loop, hands work to the core's thread and emits what comes back. Every
emission happens in a callback of the loop and never inside a task, so that nothing a slot does can
disturb work that is under way.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from carmp_desktop.core.cell_work import BUG
from carmp_desktop.core.engine_state import EngineState
from carmp_desktop.core.log import LOG
from carmp_desktop.core.marketplace import Marketplace
from carmp_desktop.core.model import EngineName
from carmp_desktop.core.presets import Presets
from carmp_desktop.core.problems import Failure
from carmp_desktop.core.thread import CoreThread
from carmp_desktop.qt.loop import Tasks

T = TypeVar("T")


class ProfileVoice(QObject):
    """Asks the core and repeats what it answers; `JobManager` adds the batches."""

    presets_changed = Signal(object)
    """The `Presets` in force."""
    presets_being_read = Signal(bool)
    """The sheets are being read, or no longer."""
    month_changed = Signal(float)
    """What this month has cost so far, in US dollars."""
    engine_changed = Signal(object)
    """An `EngineState`: which engine, which model, whether a token is known."""
    problem_raised = Signal(object)
    """A `Problem` that belongs to no card or photo."""

    def __init__(self, market: Marketplace, core: CoreThread) -> None:
        super().__init__()
        self._market = market
        self._core = core
        self._loop = asyncio.get_running_loop()
        self._tasks = Tasks(self.report)
        self._is_closing = False

    @property
    def market(self) -> Marketplace:
        """What is open: read its snapshots, hand work to this object."""
        return self._market

    def ask(self, work: Coroutine[Any, Any, T], answered: Callable[[T], object]) -> None:
        """Have the core do some work; ``answered`` hears what came of it. A failure is told."""
        if self._is_closing:
            work.close()  # a clock may strike once more while the core is being closed
        else:
            self._tasks.spawn(self._ask(work, answered))

    def reload_presets(self) -> None:
        """Read the sheets anew."""
        self._tasks.spawn(self._reload_presets())

    def choose_engine(self, name: EngineName) -> None:
        """Make the next batches with this engine, and remember it."""
        self.save_settings(token=None, engine=name.value)

    def save_scheme(self, scheme: str) -> None:
        """Remember the user's choice of light or dark."""
        self.save_settings(token=None, scheme=scheme)

    def tell_month(self) -> None:
        """Have `month_changed` tell what this month has cost."""
        self.ask(self._market.spent_this_month(), self.month_changed.emit)

    def find_token(self) -> None:
        """Look for the token; `engine_changed` tells what came of it."""
        self._tasks.spawn(self._find_token())

    def save_settings(self, *, token: str | None, **changes: str) -> None:
        """Save settings; ``token`` None leaves the token as it is, "" forgets it."""
        self._tasks.spawn(self._save_settings(token, changes))

    def report(self, error: BaseException) -> None:
        """Say that something unforeseen happened, and put the whole of it into the log."""
        if isinstance(error, Failure):
            self._later(self.problem_raised, error.problem)
            return
        LOG.error("unforeseen", exc_info=error)
        self._later(self.problem_raised, BUG)

    async def _ask(self, work: Coroutine[Any, Any, T], answered: Callable[[T], object]) -> None:
        answer = await self._on_core(work)
        self._loop.call_soon(answered, answer)

    async def _reload_presets(self) -> None:
        self._later(self.presets_being_read, True)
        try:
            presets: Presets = await self._on_core(self._market.read_presets())
            self._later(self.presets_changed, presets)
        finally:
            self._later(self.presets_being_read, False)

    async def _find_token(self) -> None:
        await self._on_core(self._market.find_token())
        self._tell_engine()

    async def _save_settings(self, token: str | None, changes: dict[str, str]) -> None:
        sheets = self._market.settings.sheet_urls
        if changes:
            await self._on_core(_soon(self._market.save_settings, changes))
        if token is not None:
            await self._on_core(self._market.keep_token(token))
        self._tell_engine()
        if self._market.settings.sheet_urls != sheets:
            await self._reload_presets()

    def _tell_engine(self) -> None:
        state: EngineState = self._market.engine_state()
        self._later(self.engine_changed, state)

    def _later(self, signal: Any, *arguments: object) -> None:  # noqa: ANN401 - a bound signal
        self._loop.call_soon(signal.emit, *arguments)

    async def _on_core(self, work: Coroutine[Any, Any, T]) -> T:
        return await asyncio.wrap_future(self._core.submit(work))


async def _soon(function: Any, changes: dict[str, str]) -> Any:  # noqa: ANN401 - any call
    return function(**changes)
