"""The work on one cell: whatever comes of it, the cell ends with an image or with a reason."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from carmp_desktop.core.board import Board
from carmp_desktop.core.engines.door import BatchSession, Order, granted
from carmp_desktop.core.homecoming import Homecoming
from carmp_desktop.core.log import LOG, excerpt, mp
from carmp_desktop.core.model import Angle, AngleImage, CellKey, Color, Job, JobStatus
from carmp_desktop.core.problems import Failure, Problem
from carmp_desktop.core.remarks import WAITS_FOR_USER

T = TypeVar("T")

ANGLE_FAILED = Problem(code="angle_failed", title="angle failed", sentence="")
ANGLE_CANCELED = Problem(code="angle_canceled", title="angle canceled", sentence="")
BUG = Problem(
    code="bug",
    title="Unexpected error",
    sentence="Something went wrong inside the program; the details are in the log.",
    action="Try this cell again.",
    retryable=True,
)

_CANCELED = frozenset({"canceled", "angle_canceled"})
_LAST_STEPS = 10.0


@dataclass(slots=True)
class Course:
    """How a run stands, for all its cells: may new work begin, is the program being left.

    ``has_past`` where an earlier run may have left images in the landing.
    """

    may_begin: asyncio.Event
    has_past: bool = False
    is_leaving: bool = False


class CellWork:
    """Fills the cells of one batch, one call each."""

    def __init__(self, board: Board, homecoming: Homecoming, course: Course) -> None:
        self._board = board
        self._home = homecoming
        self._course = course

    async def make(
        self,
        session: BatchSession,
        job: Job,
        angle: Angle,
        color: Color | None = None,
        *,
        angle_image: AngleImage | None = None,
    ) -> AngleImage | None:
        """Make and keep one image; the answer is None where that failed or was stopped."""
        try:
            return await self._made(session, job, angle, color, angle_image)
        except asyncio.CancelledError:
            await self.end_stopped(job)
            return None
        except Failure as failure:
            problem = failure.problem
        except Exception:  # noqa: BLE001 - logged with its traceback, told on the card
            LOG.exception("job %s of batch %s ended in a bug", job.id, job.batch_id)
            problem = BUG
        await self._home.give_up(job, is_broken=problem.code == "broken_image")
        canceled = problem.code in _CANCELED
        await self._board.end(job, JobStatus.CANCELED if canceled else JobStatus.FAILED, problem)
        return None

    async def end_stopped(self, job: Job) -> None:
        """End a job that was stopped; when the program is left it stays open instead."""
        if not self._course.is_leaving and not self._board.is_final(job.key):
            await self._board.end(job, JobStatus.CANCELED, None)

    async def end_without_angle(self, job: Job) -> None:
        """End a color whose angle brought no image; it stays open as `end_stopped` says."""
        if self._course.is_leaving:
            return
        angle = self._board.cells[CellKey(job.key.angle_key)]
        if angle.status is JobStatus.CANCELED:
            await self._board.end(job, JobStatus.CANCELED, ANGLE_CANCELED)
        else:
            await self._board.end(job, JobStatus.FAILED, ANGLE_FAILED)

    async def _made(
        self,
        session: BatchSession,
        job: Job,
        angle: Angle,
        color: Color | None,
        angle_image: AngleImage | None,
    ) -> AngleImage:
        told = partial(self._board.told, job)
        if self._course.has_past:
            brought = await self._home.bring_landed(self._board, job)
            if brought is not None:
                return brought
        free = self._course.may_begin.is_set()
        order = Order(
            job=job,
            angle=angle,
            part=await self._home.part(job, told),
            color=color,
            angle_image=angle_image,
            permission=granted if free else partial(self._permit, job),
        )
        _tell_log(job)
        made = await session.make(order, told)
        return await _nearly_to_its_end(self._board.keep(job, made))

    async def _permit(self, job: Job) -> None:
        """Wait until the user says that what was interrupted shall go on."""
        if not self._course.may_begin.is_set():
            self._board.told(job, WAITS_FOR_USER)
            await self._course.may_begin.wait()


async def _nearly_to_its_end(work: Coroutine[Any, Any, T]) -> T:
    """Await work that a cancellation should not cut short, for ten seconds more at most."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait([task], timeout=_LAST_STEPS)
        if not task.done():
            task.cancel()
            await asyncio.wait([task])
        if task.cancelled():
            raise
        return task.result()


def _tell_log(job: Job) -> None:
    mp(
        f"enqueue {job.key.type.value}",
        angleKey=job.key.angle_key,
        colorKey=job.key.color_key,
        promptLength=len(job.prompt),
        prompt=excerpt(job.prompt),
    )
