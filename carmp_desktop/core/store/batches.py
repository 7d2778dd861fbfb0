"""Batches and their jobs in the database: what was asked, where each job stands, what was made."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from carmp_desktop.core.crash_points import reach
from carmp_desktop.core.darkroom import Picture
from carmp_desktop.core.events import BatchCompleted, BatchCreated, Event, JobUpdated
from carmp_desktop.core.model import Batch, Cell, EngineName, Job, JobStatus
from carmp_desktop.core.store import purse
from carmp_desktop.core.store.database import Database
from carmp_desktop.core.store.outbox import Outbox
from carmp_desktop.core.store.purse import Allowance
from carmp_desktop.core.store.values import now, problem_as_json, request_as_json

_LET_GO_OF_ATTEMPTS = """
UPDATE attempts SET state = 'abandoned'
WHERE state IN ('intended', 'running', 'unknown', 'succeeded')
  AND job_id = (SELECT id FROM jobs WHERE id = ? AND (? OR status = 'completed'))
"""
_QUEUE_AGAIN = """
UPDATE jobs SET status = 'queued', problem = NULL, started_at = NULL, finished_at = NULL
WHERE id = ?
"""

_LAST = "\U0010ffff"
"""Behind every character that a file's name may have."""


@dataclass(frozen=True, slots=True)
class ImageRow:
    """What is kept of a finished image beyond its cell; ``cost`` is in US dollars."""

    engine: EngineName
    model: str
    source_url: str | None
    cost: float
    picture: Picture


class BatchBook:
    """Writes batches, the end of their jobs, and the images they made.

    ``run_id`` is this run of the program, the owner of the batches it works on. What is written is
    told to ``outbox`` in the same transaction.
    """

    def __init__(self, database: Database, run_id: str, outbox: Outbox | None = None) -> None:
        self._database = database
        self._run_id = run_id
        self._outbox = outbox or Outbox(database)

    async def add(self, batch: Batch, allowance: Allowance) -> None:
        """Write a new batch with all its jobs queued and their price reserved.

        Raises `Failure` where the budget forbids it; nothing is written then.
        """
        request = batch.request
        batch_row = (
            batch.id,
            batch.created_at.isoformat(),
            request.engine.value,
            request.car,
            request_as_json(request),
            self._run_id,
            allowance.price,
        )

        def write(connection: sqlite3.Connection) -> None:
            connection.execute(
                "INSERT INTO batches (id, created_at, engine, car, request, owner, price_micros)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                batch_row,
            )
            _add_jobs(connection, batch.jobs)
            purse.reserve(connection, [job.id for job in batch.jobs], allowance)

        reach("batch.before_row")
        await self._outbox.write(write, BatchCreated(batch))
        reach("batch.after_row")

    async def extend(
        self, batch: Batch, jobs: Sequence[Job], allowance: Allowance, *told: Event
    ) -> None:
        """Write jobs that were added to a batch; ``batch`` holds them already, ``told`` tells it.

        Raises `Failure` where the budget forbids it; nothing is written then.
        """

        def write(connection: sqlite3.Connection) -> None:
            connection.execute(
                "UPDATE batches SET request = ?, completed_at = NULL, owner = ? WHERE id = ?",
                (request_as_json(batch.request), self._run_id, batch.id),
            )
            _add_jobs(connection, jobs)
            positions = [(position, job.id) for position, job in enumerate(batch.jobs)]
            connection.executemany("UPDATE jobs SET position = ? WHERE id = ?", positions)
            purse.reserve(connection, [job.id for job in jobs], allowance)

        reach("extend.before_row")
        await self._outbox.write(write, *told)
        reach("extend.after_row")

    async def reopen(
        self, batch_id: str, jobs: Sequence[str], allowance: Allowance, *told: Event, anew: bool
    ) -> None:
        """Let jobs that have ended wait again, as ``told`` tells.

        What may still come of their attempts is taken up, except for jobs that have an image and,
        with ``anew``, for all of them: then the next attempt is a new one, paid once more. Raises
        `Failure` where the budget forbids it; nothing has changed then.
        """

        def write(connection: sqlite3.Connection) -> None:
            connection.executemany(_LET_GO_OF_ATTEMPTS, [(job, anew) for job in jobs])
            connection.executemany(_QUEUE_AGAIN, [(job,) for job in jobs])
            connection.execute(
                "UPDATE batches SET completed_at = NULL, owner = ? WHERE id = ?",
                (self._run_id, batch_id),
            )
            purse.reserve(connection, _to_be_bought(connection, jobs), allowance)

        reach("reopen.before_row")
        await self._outbox.write(write, *told)
        reach("reopen.after_row")

    async def complete_job(self, job: Job, cell: Cell, image: ImageRow) -> float:
        """Write a finished image and its job's end as one fact; the answer is the job's cost."""
        assert cell.image is not None
        assert cell.thumb is not None
        image_row = (
            job.id,
            str(cell.image),
            str(cell.thumb),
            image.picture.sha256,
            image.picture.size,
            image.picture.width,
            image.picture.height,
            image.engine.value,
            image.model,
            image.source_url,
            image.cost,
            cell.note,
            cell.doubt,
            now(),
        )
        marks = ", ".join("?" * len(image_row))
        insert = (
            "INSERT INTO images (job_id, file, thumb, sha256, bytes, width, height,"  # noqa: S608
            f" engine, model, source_url, cost, note, doubt, made_at) VALUES ({marks})"
        )

        def write(connection: sqlite3.Connection) -> float:
            connection.execute(insert, image_row)
            return _end_job(connection, job, cell)

        reach("keep.before_row")
        cost = await self._outbox.write(write, JobUpdated(cell))
        reach("keep.after_row")
        return cost

    async def end_job(self, job: Job, cell: Cell) -> float:
        """Write that a job failed or was canceled, and why; the answer is what it has cost."""
        reach("end.before_row")
        cost = await self._outbox.write(
            lambda connection: _end_job(connection, job, cell), JobUpdated(cell)
        )
        reach("end.after_row")
        return cost

    async def complete_batch(self, completed: BatchCompleted) -> None:
        """Write that every job of the batch has ended."""
        end = "UPDATE batches SET completed_at = ?, owner = NULL WHERE id = ?"
        row = (now(), completed.batch_id)
        reach("batch.before_end")
        await self._outbox.write(lambda connection: connection.execute(end, row), completed)
        reach("batch.after_end")

    async def leave(self, batch_id: str) -> None:
        """Write that nobody works on the batch any more, although it has not ended."""
        await self._database.run(
            lambda connection: connection.execute(
                "UPDATE batches SET owner = NULL WHERE id = ?", (batch_id,)
            )
        )

    async def files_like(self, name: Path) -> frozenset[Path]:
        """The files of known images whose paths begin with ``name``, there or gone."""
        query = "SELECT file FROM images WHERE file >= ? AND file < ?"
        found = await self._database.run(
            lambda connection: connection.execute(query, (str(name), f"{name}{_LAST}")).fetchall()
        )
        return frozenset(Path(file) for (file,) in found)


def _add_jobs(connection: sqlite3.Connection, jobs: Sequence[Job]) -> None:
    connection.executemany(
        "INSERT INTO jobs (id, batch_id, position, angle_key, color_key, prompt, status)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (job.id, job.batch_id, position, *job.key, job.prompt, JobStatus.QUEUED.value)
            for position, job in enumerate(jobs)
        ],
    )


def _to_be_bought(connection: sqlite3.Connection, jobs: Sequence[str]) -> list[str]:
    """Those of the jobs that have nothing under way which may still bring their image."""
    query = (
        "SELECT 1 FROM attempts WHERE job_id = ? AND state IN"
        " ('intended', 'running', 'unknown', 'succeeded')"
    )
    return [job for job in jobs if connection.execute(query, (job,)).fetchone() is None]


def _end_job(connection: sqlite3.Connection, job: Job, cell: Cell) -> float:
    problem = problem_as_json(cell.problem)
    times = [time.isoformat() if time else None for time in (cell.started_at, cell.finished_at)]
    connection.execute(
        "UPDATE jobs SET status = ?, problem = ?, started_at = ?, finished_at = ? WHERE id = ?",
        (cell.status.value, problem, *times, job.id),
    )
    purse.release(connection, job.id)
    return purse.cost_of_job(connection, job.id)
