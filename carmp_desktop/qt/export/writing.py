"""The writing of an export: run in the core, told on the window's thread, and stoppable."""

from __future__ import annotations

import asyncio
from typing import Any

from PySide6.QtCore import QObject, Signal

from carmp_desktop.core.export.exporter import Exporter
from carmp_desktop.core.export.request import Exported, Plan
from carmp_desktop.core.problems import Failure, Problem
from carmp_desktop.qt.jobs import JobManager


class Writing(QObject):
    """One export at a time."""

    progressed = Signal(int, int)
    """How many images are written, and how many there are."""

    ended = Signal(object)
    """The `Exported`, the `Problem` that forbids it, or None where it was stopped."""

    def __init__(self, jobs: JobManager, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._exporter: Exporter = jobs.market.exporter
        self._task: asyncio.Task[Any] | None = None
        self._is_stopped = False

    def begin(self, plan: Plan) -> None:
        """Write what was planned."""
        self._is_stopped = False
        self._jobs.ask(self._write(plan), self.ended.emit)

    def stop(self) -> None:
        """Stop, and leave nothing behind; an export that is whole already stays."""
        self._is_stopped = True
        task = self._task
        if task is not None:
            task.get_loop().call_soon_threadsafe(task.cancel)

    async def _write(self, plan: Plan) -> Exported | Problem | None:
        """Runs in the core's thread, from which a signal is queued by itself."""
        if self._is_stopped:
            return None
        self._task = asyncio.current_task()
        try:
            return await self._exporter.run(plan, self.progressed.emit)
        except asyncio.CancelledError:
            return None
        except Failure as failure:
            return failure.problem
        except BaseException:
            self.ended.emit(None)  # the rest is told by whoever catches it
            raise
        finally:
            self._task = None
