"""The worker processes of the studio: tasks go in, answers come back, a canceled one ends at once.

Processes and not threads, for three reasons: a picture's arithmetic never holds up the window, a
worker can be ended in the middle of any step, and its memory goes back to the system whole. A
worker whose task was canceled is killed; the next task starts another, which takes about half a
second.
"""

from __future__ import annotations

import asyncio
import contextlib
import multiprocessing
import os
import signal
import traceback
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from multiprocessing.connection import Connection
from pathlib import Path

from carmp_desktop.core.engines.studio.problems import stopped
from carmp_desktop.core.engines.studio.tasks import Done, Task
from carmp_desktop.core.problems import Failure, Problem

_NICENESS = 2
_SPAWN = multiprocessing.get_context("spawn")


class Worker:
    """One process and the pipe to it."""

    def __init__(self, model_file: Path, workspace: Path, threads: int) -> None:
        self._pipe, theirs = _SPAWN.Pipe()
        self._process = _SPAWN.Process(
            target=serve, args=(theirs, model_file, workspace, threads), daemon=True
        )
        self._process.start()
        theirs.close()

    def make(self, task: Task) -> Done | Problem:
        """Hand over a task and wait for the answer; blocks. A worker that ended is a problem."""
        try:
            self._pipe.send(task)
            answer: Done | Problem = self._pipe.recv()
        except (EOFError, OSError) as error:
            return stopped(f"worker process ended: {error}")
        return answer

    @property
    def is_alive(self) -> bool:
        """Whether the process can take another task."""
        return self._process.is_alive()

    def kill(self) -> None:
        """End the process now, whatever it is doing."""
        self._process.kill()

    def close(self) -> None:
        """Wait for the ended process and let go of the pipe."""
        self._process.join()
        self._pipe.close()


class Crew:
    """As many workers as run at once, started when they are needed."""

    def __init__(self, model_file: Path, workspace: Path, size: int) -> None:
        self._files = (model_file, workspace)
        self._threads = os.cpu_count() or 1
        self._free = asyncio.Semaphore(size)
        self._idle: list[Worker] = []
        self._waiting = ThreadPoolExecutor(size, thread_name_prefix="studio")

    @asynccontextmanager
    async def worker(self) -> AsyncIterator[Worker]:
        """A worker of one's own, as soon as one is free."""
        async with self._free:
            worker = self._idle.pop() if self._idle else Worker(*self._files, self._threads)
            try:
                yield worker
            finally:
                if worker.is_alive:
                    self._idle.append(worker)

    async def make(self, worker: Worker, task: Task) -> Done:
        """Have a task done. Raises `Failure`; cancellation kills the worker."""
        loop = asyncio.get_running_loop()
        answer = loop.run_in_executor(self._waiting, worker.make, task)
        try:
            result = await asyncio.shield(answer)
        except asyncio.CancelledError:
            worker.kill()
            await answer
            worker.close()
            raise
        if isinstance(result, Problem):
            raise Failure(result)
        return result

    def rest(self) -> None:
        """End the workers that have nothing to do; their memory is free again."""
        while self._idle:
            worker = self._idle.pop()
            worker.kill()
            worker.close()

    def close(self) -> None:
        """End everything; no task may be under way."""
        self.rest()
        self._waiting.shutdown()


def serve(pipe: Connection, model_file: Path, workspace: Path, threads: int) -> None:
    """The life of a worker process: answer tasks until the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    from carmp_desktop.core.engines.studio.studio import Studio, limit_threads

    limit_threads(threads)
    studio = Studio(model_file, workspace)
    with contextlib.suppress(EOFError, BrokenPipeError):
        while True:
            pipe.send(_answer(studio.make, pipe.recv()))


def _answer(make: Callable[[Task], Done], task: Task) -> Done | Problem:
    try:
        return make(task)
    except Failure as failure:
        return failure.problem
    except Exception:  # noqa: BLE001  a fault must reach the card, with its trace, not end the worker
        return stopped(traceback.format_exc())
