"""The history: every batch there ever was, newest first, a page at a time."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from carmp_desktop.core.model import EngineName
from carmp_desktop.core.problems import Failure, Problem
from carmp_desktop.core.store import purse
from carmp_desktop.core.store.database import Database

_PAGE = """
WITH page AS (
    SELECT id, created_at, car, engine, completed_at FROM batches
    WHERE :before IS NULL
       OR (created_at, id) < (SELECT created_at, id FROM batches WHERE id = :before)
    ORDER BY created_at DESC, id DESC LIMIT :limit
)
SELECT page.*,
       COUNT(jobs.id) AS total,
       SUM(jobs.status = 'completed') AS completed,
       SUM(jobs.status = 'failed') AS failed,
       SUM(jobs.status = 'canceled') AS canceled,
       SUM((SELECT SUM(cost_micros) FROM attempts WHERE attempts.job_id = jobs.id)) AS micros,
       (SELECT json_group_array(thumb) FROM
           (SELECT images.thumb FROM jobs AS made JOIN images ON images.job_id = made.id
            WHERE made.batch_id = page.id AND made.status = 'completed'
              AND images.binned_at IS NULL
              AND images.id = (SELECT MAX(id) FROM images WHERE job_id = made.id)
            ORDER BY made.position LIMIT :thumbs)) AS thumbs
FROM page LEFT JOIN jobs ON jobs.batch_id = page.id
GROUP BY page.id ORDER BY page.created_at DESC, page.id DESC
"""
_THUMBS = 4


@dataclass(frozen=True, slots=True)
class BatchSummary:
    """A batch in one line; ``cost`` is what it has cost so far, in US dollars.

    ``thumbs`` are thumbnails of its first images, four at most. ``has_ended`` is False while
    cells are being made, and after an interruption until it is taken up.
    """

    id: str
    title: str
    created_at: datetime
    engine: EngineName
    total: int
    completed: int
    failed: int
    canceled: int
    cost: float
    has_ended: bool
    thumbs: tuple[Path, ...] = ()


class History:
    """Reads the batches of a profile."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def batches(self, limit: int = 50, before: str | None = None) -> tuple[BatchSummary, ...]:
        """At most ``limit`` batches, newest first; those older than the batch ``before``, if given.

        Raises `Failure` where the database refuses.
        """
        values = {"limit": limit, "before": before, "thumbs": _THUMBS}
        rows = await self._database.run(
            lambda connection: connection.execute(_PAGE, values).fetchall()
        )
        return tuple(map(_summary, rows))

    async def claim(
        self, batch_id: str, run_id: str, is_alive: Callable[[str | None], bool]
    ) -> None:
        """Make ``run_id`` the owner of a batch that was interrupted; an ended one has none.

        Raises `Failure` where there is no such batch, or a living run works on it.
        """

        def take(connection: sqlite3.Connection) -> bool:
            query = "SELECT owner, completed_at FROM batches WHERE id = ?"
            found = connection.execute(query, (batch_id,)).fetchone()
            if found is None:
                raise Failure(_unknown(batch_id))
            if found["owner"] != run_id and is_alive(found["owner"]):
                return False
            if found["completed_at"] is not None:
                return True
            statement = "UPDATE batches SET owner = ? WHERE id = ? AND owner IS ?"
            values = (run_id, batch_id, found["owner"])
            return connection.execute(statement, values).rowcount == 1

        if not await self._database.run(take):
            raise Failure(AT_WORK_ELSEWHERE)


AT_WORK_ELSEWHERE = Problem(
    code="batch_at_work_elsewhere",
    title="Batch at work",
    sentence="Another run of the program is working on this batch.",
    action="Wait until it has ended.",
    retryable=True,
)


def _unknown(batch_id: str) -> Problem:
    return Problem(
        code="batch_unknown",
        title="No such batch",
        sentence="There is no batch {batch} in this profile.",
        fields={"batch": batch_id},
    )


def _summary(row: sqlite3.Row) -> BatchSummary:
    created_at = datetime.fromisoformat(row["created_at"])
    return BatchSummary(
        id=row["id"],
        title=row["car"].strip() or created_at.strftime("%Y-%m-%d"),
        created_at=created_at,
        engine=EngineName(row["engine"]),
        total=row["total"],
        completed=row["completed"] or 0,
        failed=row["failed"] or 0,
        canceled=row["canceled"] or 0,
        cost=purse.dollars(row["micros"] or 0),
        has_ended=row["completed_at"] is not None,
        thumbs=tuple(map(Path, json.loads(row["thumbs"]))),
    )
