"""Reading batches back as they stood: what was interrupted, whose it was, and every cell of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from carmp_desktop.core.model import AngleImage, Batch, Cell, CellKey, Job, JobStatus
from carmp_desktop.core.store import purse
from carmp_desktop.core.store.database import Database
from carmp_desktop.core.store.values import (
    problem_from_json,
    request_from_json,
    time_from_text,
)

_LOOKED_BACK = timedelta(days=2)
"""How long after its intent an attempt without an end still brings its batch back."""

_INTERRUPTED = """
SELECT id, owner FROM batches
WHERE completed_at IS NULL
   OR id IN (SELECT jobs.batch_id FROM attempts JOIN jobs ON jobs.id = attempts.job_id
             WHERE attempts.state IN ('intended', 'running', 'unknown', 'succeeded')
               AND attempts.intended_at > ? AND jobs.status != 'completed')
ORDER BY created_at
"""

_IMAGES = """
SELECT images.*, (SELECT MAX(intended_at) FROM attempts
                  WHERE attempts.job_id = images.job_id AND state = 'succeeded') AS asked_at
FROM images JOIN jobs ON jobs.id = images.job_id
WHERE jobs.batch_id = ? ORDER BY images.id
"""


@dataclass(frozen=True, slots=True)
class KeptBatch:
    """A batch read back: its cells as they stood, and the angle images its colors start from.

    ``begun`` are the jobs that have an attempt which may still bring their image.
    """

    batch: Batch
    cells: dict[CellKey, Cell]
    angle_images: dict[str, AngleImage]
    begun: frozenset[str] = field(default_factory=frozenset)


class Recovery:
    """Finds and reads what earlier runs of the program left."""

    def __init__(self, database: Database, run_id: str) -> None:
        self._database = database
        self._run_id = run_id

    async def claim_interrupted(self, is_alive: Callable[[str | None], bool]) -> list[str]:
        """Take over every batch that nobody alive works on; the answer is their ids, oldest first.

        Two runs of the program that ask at once never get the same one.
        """
        since = (datetime.now(UTC) - _LOOKED_BACK).isoformat()
        rows = await self._database.run(
            lambda connection: connection.execute(_INTERRUPTED, (since,)).fetchall()
        )
        orphans = [(row["id"], row["owner"]) for row in rows if not is_alive(row["owner"])]

        def take(connection: sqlite3.Connection) -> list[str]:
            statement = "UPDATE batches SET owner = ? WHERE id = ? AND owner IS ?"
            taken = []
            for batch_id, owner in orphans:
                changed = connection.execute(statement, (self._run_id, batch_id, owner)).rowcount
                taken += [batch_id] * changed
            return taken

        return await self._database.run(take)

    async def load(self, batch_id: str) -> KeptBatch:
        """A batch as its rows tell it. Raises `LookupError` where there is none."""
        return await self._database.run(lambda connection: load_batch(connection, batch_id))


def load_batch(connection: sqlite3.Connection, batch_id: str) -> KeptBatch:
    """A batch as its rows tell it. Raises `LookupError` where there is none."""
    row = connection.execute("SELECT * FROM batches WHERE id = ?", (batch_id,)).fetchone()
    if row is None:
        raise LookupError(batch_id)
    jobs = connection.execute(
        "SELECT * FROM jobs WHERE batch_id = ? ORDER BY position, rowid", (batch_id,)
    ).fetchall()
    images = {image["job_id"]: image for image in connection.execute(_IMAGES, (batch_id,))}
    batch = Batch(
        id=batch_id,
        request=request_from_json(row["request"]),
        created_at=datetime.fromisoformat(row["created_at"]),
        jobs=tuple(
            Job(job["id"], batch_id, CellKey(job["angle_key"], job["color_key"]), job["prompt"])
            for job in jobs
        ),
        price=None if row["price_micros"] is None else purse.dollars(row["price_micros"]),
    )
    cells = [_cell(connection, job, images.get(job["id"])) for job in jobs]
    return KeptBatch(
        batch=batch,
        cells={cell.key: cell for cell in cells},
        angle_images={
            job["angle_key"]: _angle_image(images[job["id"]])
            for job in jobs
            if job["color_key"] is None and job["id"] in images
        },
        begun=frozenset(_begun(connection, batch_id)),
    )


def _cell(connection: sqlite3.Connection, job: sqlite3.Row, image: sqlite3.Row | None) -> Cell:
    status = JobStatus(job["status"])
    made = image if status is JobStatus.COMPLETED else None
    return Cell(
        batch_id=job["batch_id"],
        key=CellKey(job["angle_key"], job["color_key"]),
        status=status,
        image=Path(made["file"]) if made else None,
        thumb=Path(made["thumb"]) if made else None,
        problem=problem_from_json(job["problem"]),
        started_at=time_from_text(job["started_at"]),
        finished_at=time_from_text(job["finished_at"]),
        note=made["note"] if made else None,
        doubt=made["doubt"] if made else None,
        cost=purse.cost_of_job(connection, job["id"]),
    )


def _angle_image(image: sqlite3.Row) -> AngleImage:
    return AngleImage(
        job_id=image["job_id"],
        file=Path(image["file"]),
        source_url=image["source_url"],
        asked_at=time_from_text(image["asked_at"]),
    )


def _begun(connection: sqlite3.Connection, batch_id: str) -> list[str]:
    query = (
        "SELECT DISTINCT job_id FROM attempts JOIN jobs ON jobs.id = attempts.job_id"
        " WHERE jobs.batch_id = ? AND attempts.state IN"
        " ('intended', 'running', 'unknown', 'succeeded') AND jobs.status != 'completed'"
    )
    return [row["job_id"] for row in connection.execute(query, (batch_id,))]
