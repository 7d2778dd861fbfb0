"""The window's event loop: the only module that knows qasync.

The window's side awaits the core's work and nothing heavier: the paid work runs on the core's own
thread. Every task is spawned through `Tasks`, which keeps it alive and reports what it raises.
"""

from __future__ import annotations

import asyncio
import gc
import sys
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from types import TracebackType
from typing import Any

# PySide6 must be imported before qasync, which takes the first Qt it finds.
from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget
from qasync import QEventLoop

_THREADS = 2
_PAINT_PATIENCE = 1.0
_RARELY = (5000, 20, 50)

Report = Callable[[BaseException], None]


def run(app: QApplication, main: Callable[[], Coroutine[Any, Any, int]], report: Report) -> int:
    """Run ``main`` on a loop that is the application's own; the answer is the exit code.

    ``report`` hears of every exception that would otherwise vanish: raised in a slot, a callback
    of the loop, or a thread.
    """
    sys.excepthook = partial(_on_raise, report)
    threading.excepthook = partial(_on_thread, report)
    with asyncio.Runner(loop_factory=lambda: make_loop(app, report)) as runner:
        return runner.run(main())


def make_loop(app: QApplication, report: Report) -> asyncio.AbstractEventLoop:
    """A loop that runs on the application's event loop and reports what goes astray."""
    loop: asyncio.AbstractEventLoop = QEventLoop(app)
    # Its own default executor starts ten threads at first use.
    loop.set_default_executor(ThreadPoolExecutor(_THREADS, thread_name_prefix="carmp-window"))

    def on_exception(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        report(context.get("exception") or RuntimeError(context["message"]))

    loop.set_exception_handler(on_exception)
    return loop


async def painted(window: QWidget) -> None:
    """Wait until a window that has just been shown is painted for the first time.

    One that is shown out of sight may never be: the wait is bounded.
    """
    seen: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    witness = _Witness(window, seen)
    with suppress(TimeoutError):
        await asyncio.wait_for(seen, _PAINT_PATIENCE)
    witness.deleteLater()


def spare_what_stands() -> None:
    """Let Python's garbage collector pass over all there is now; call it once the program stands.

    Looking through everything that the program is made of held every thread up for 90 ms. And let
    it look through the rest less often: what hundreds of running jobs hold took it 70 ms.
    """
    gc.freeze()
    gc.set_threshold(*_RARELY)


class _Witness(QObject):
    """Tells when a widget and all within it have been painted."""

    def __init__(self, watched: QWidget, seen: asyncio.Future[None]) -> None:
        super().__init__(watched)
        self._seen = seen
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The event is told before its widget paints: what is due next comes after all of that."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._tell)
        return False

    @Slot()
    def _tell(self) -> None:
        if not self._seen.done():
            self._seen.set_result(None)


class Tasks:
    """Spawns tasks, keeps them until they end, and reports what they raise."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._tasks: set[asyncio.Task[Any]] = set()

    def spawn(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Start ``work`` on the running loop."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    async def finish(self, patience: float) -> None:
        """Wait for what runs, ``patience`` seconds at most, then cancel the rest."""
        current = asyncio.current_task()
        open_tasks = {task for task in self._tasks if task is not current}
        if not open_tasks:
            return
        _, late = await asyncio.wait(open_tasks, timeout=patience)
        for task in late:
            task.cancel()
        if late:
            await asyncio.wait(late)

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self._report(error)


def _on_raise(
    report: Report, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
) -> None:
    report(error)


def _on_thread(report: Report, arguments: threading.ExceptHookArgs) -> None:
    if arguments.exc_value is not None:
        report(arguments.exc_value)
