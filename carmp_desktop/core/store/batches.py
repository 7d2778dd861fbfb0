"""Batches and their jobs in the database: what was asked, where each job stands, what was made."""

from __future__ import annotations

import dataclasses
import json
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime

from carmp_desktop.core.darkroom import Picture
from carmp_desktop.core.model import Batch, Cell, EngineName, Job, JobStatus
from carmp_desktop.core.problems import Problem
from carmp_desktop.core.store.database import Database


@dataclass(frozen=True, slots=True)
class ImageRow:
    """What is kept of a finished image beyond its cell; ``cost`` is in US dollars."""

    engine: EngineName
    model: str
    source_url: str | None
    cost: float
    picture: Picture


class BatchBook:
    """Writes batches, the end of their jobs, and the images they made."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, batch: Batch) -> None:
        """Write a new batch with all its jobs queued."""
        request = batch.request
        batch_row = (
            batch.id,
            batch.created_at.isoformat(),
            request.engine.value,
            request.car,
            json.dumps(dataclasses.asdict(request), default=str),
        )
        job_rows = [_job_row(position, job) for position, job in enumerate(batch.jobs)]

        def write(connection: sqlite3.Connection) -> None:
            connection.execute(
                "INSERT INTO batches (id, created_at, engine, car, request) VALUES (?, ?, ?, ?, ?)",
                batch_row,
            )
            connection.executemany(
                "INSERT INTO jobs (id, batch_id, position, angle_key, color_key, prompt, status)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                job_rows,
            )

        await self._database.run(write)

    async def complete_job(self, job: Job, cell: Cell, image: ImageRow) -> None:
        """Write a finished image and its job's end as one fact."""
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
            _now(),
        )
        marks = ", ".join("?" * len(image_row))
        insert = f"INSERT OR REPLACE INTO images VALUES ({marks})"  # noqa: S608 - question marks alone

        def write(connection: sqlite3.Connection) -> None:
            connection.execute(insert, image_row)
            _end_job(connection, job, cell)

        await self._database.run(write)

    async def end_job(self, job: Job, cell: Cell) -> None:
        """Write that a job failed or was canceled, and why."""
        await self._database.run(lambda connection: _end_job(connection, job, cell))

    async def complete_batch(self, batch_id: str) -> None:
        """Write that every job of the batch has ended."""
        await self._database.run(
            lambda connection: connection.execute(
                "UPDATE batches SET completed_at = ? WHERE id = ?", (_now(), batch_id)
            )
        )


def _job_row(position: int, job: Job) -> tuple[object, ...]:
    key = job.key
    status = JobStatus.QUEUED.value
    return (job.id, job.batch_id, position, key.angle_key, key.color_key, job.prompt, status)


def _end_job(connection: sqlite3.Connection, job: Job, cell: Cell) -> None:
    problem = problem_as_json(cell.problem)
    times = [time.isoformat() if time else None for time in (cell.started_at, cell.finished_at)]
    connection.execute(
        "UPDATE jobs SET status = ?, problem = ?, started_at = ?, finished_at = ? WHERE id = ?",
        (cell.status.value, problem, *times, job.id),
    )


def problem_as_json(problem: Problem | None) -> str | None:
    """A problem as it is kept in the database: its template and its fields."""
    if problem is None:
        return None
    names = ("code", "title", "sentence", "action", "details", "retryable")
    values = {name: getattr(problem, name) for name in names}
    return json.dumps({**values, "fields": dict(problem.fields)})


def _now() -> str:
    return datetime.now(UTC).isoformat()
