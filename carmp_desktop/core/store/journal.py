"""The journal of paid work: every attempt is a row before its request leaves.

An attempt begins as *intended*, becomes *running* when the service has named its prediction,
*unknown* where the answer was lost, and ends as *succeeded*, *failed*, *canceled* or *refused*
(surely never accepted). A prediction's id stands in one row only; the database enforces it. While
an attempt is not ended, its job is taken up where it stands and nothing new is bought for it.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from carmp_desktop.core.crash_points import reach
from carmp_desktop.core.model import JobStatus
from carmp_desktop.core.problems import Problem
from carmp_desktop.core.store import purse
from carmp_desktop.core.store.database import Database
from carmp_desktop.core.store.values import now, problem_as_json


class AttemptState(StrEnum):
    """Where an attempt stands; see the module's first paragraph."""

    INTENDED = "intended"
    RUNNING = "running"
    UNKNOWN = "unknown"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELED = "canceled"
    REFUSED = "refused"
    ABANDONED = "abandoned"


OPEN_STATES = (
    AttemptState.INTENDED,
    AttemptState.RUNNING,
    AttemptState.UNKNOWN,
    AttemptState.SUCCEEDED,
)
"""States of an attempt that may still bring its job an image: taken up, never bought anew."""

CANCELED_BY_USER = "canceled"
"""The code of the problem that an image has which the user canceled."""

_END_ITS_JOB = """
UPDATE jobs SET status = ?, problem = ?, finished_at = ?, reserved_micros = 0
WHERE id = (SELECT job_id FROM attempts WHERE id = ?)
"""


@dataclass(frozen=True, slots=True)
class Attempt:
    """An attempt as the journal holds it.

    ``inputs`` is the whole input of its request, ``cost`` what it counts for in US dollars.
    """

    id: int
    job_id: str
    model: str
    state: AttemptState
    inputs: Mapping[str, Any] = field(repr=False)
    intended_at: datetime
    prediction_id: str | None = None
    output_url: str | None = None
    cost: float = 0.0


class Journal:
    """Writes attempts; each method returns when its row is safely on disk."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def intend(self, job_id: str, *, model: str, inputs: Mapping[str, Any]) -> Attempt:
        """Write that a prediction is about to be asked for; its price counts as spent."""
        row = (job_id, model, canonical(inputs), now(), AttemptState.INTENDED.value)

        def write(connection: sqlite3.Connection) -> sqlite3.Row:
            connection.execute(
                "INSERT INTO attempts (job_id, model, input, intended_at, state, cost_micros)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (*row, purse.spend(connection, job_id)),
            )
            query = "SELECT * FROM attempts WHERE id = last_insert_rowid()"
            written: sqlite3.Row = connection.execute(query).fetchone()
            return written

        reach("attempt.before_row")
        attempt = _attempt(await self._database.run(write))
        reach("attempt.after_row")
        return attempt

    async def open_attempt(self, job_id: str) -> Attempt | None:
        """The job's newest attempt where it may still bring an image, else None."""
        query = "SELECT * FROM attempts WHERE job_id = ? ORDER BY id DESC LIMIT 1"
        row = await self._database.run(
            lambda connection: connection.execute(query, (job_id,)).fetchone()
        )
        if row is None or row["state"] not in OPEN_STATES:
            return None
        return _attempt(row)

    async def claim(self, attempt: int, prediction_id: str) -> bool:
        """Write the id the service gave; from here on the result can always be found.

        The answer is False, and nothing is written, where another attempt has that prediction.
        """
        statement = (
            "UPDATE OR IGNORE attempts SET state = ?, prediction_id = ?"
            " WHERE id = ? AND (prediction_id IS NULL OR prediction_id = ?)"
        )
        values = (AttemptState.RUNNING.value, prediction_id, attempt, prediction_id)
        reach("create.before_name")
        claimed = await self._database.run(
            lambda connection: connection.execute(statement, values).rowcount == 1
        )
        reach("create.after_name")
        return claimed

    async def unknown(self, attempt: int) -> None:
        """Write that nobody can say whether the request was accepted."""
        await self._set(attempt, state=AttemptState.UNKNOWN.value)
        reach("create.unknown_written")

    async def succeeded(self, attempt: int, output_url: str) -> None:
        """Write where the result can be fetched while it lives."""
        reach("result.before_row")
        await self._set(attempt, state=AttemptState.SUCCEEDED.value, output_url=output_url)
        reach("result.after_row")

    async def ended(
        self, attempt: int, state: AttemptState, problem: Problem | None, *, free: bool = False
    ) -> None:
        """Write that the attempt ended without an image, and why; ``free`` where uncharged.

        What a refused one would have cost is reserved again for its job. Any other ends its job
        with it, as one fact: between the two a kill would have the image bought once more.
        """
        why, when = problem_as_json(problem), now()

        def write(connection: sqlite3.Connection) -> None:
            connection.execute(
                "UPDATE attempts SET state = ?, problem = ?, ended_at = ? WHERE id = ?",
                (state.value, why, when, attempt),
            )
            if state is AttemptState.REFUSED:
                purse.give_back(connection, attempt)
                return
            is_canceled = problem is not None and problem.code == CANCELED_BY_USER
            status = JobStatus.CANCELED if is_canceled else JobStatus.FAILED
            connection.execute(_END_ITS_JOB, (status.value, why, when, attempt))
            if free:
                purse.forgive(connection, attempt)

        await self._database.run(write)

    async def _set(self, attempt: int, **columns: str | None) -> None:
        changes = ", ".join(f"{name} = ?" for name in columns)
        values = (*columns.values(), attempt)
        statement = f"UPDATE attempts SET {changes} WHERE id = ?"  # noqa: S608 - our own names
        await self._database.run(lambda connection: connection.execute(statement, values))


def canonical(inputs: Mapping[str, Any]) -> str:
    """An input as text that is equal exactly when the input is."""
    return json.dumps(inputs, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def _attempt(row: sqlite3.Row) -> Attempt:
    return Attempt(
        id=row["id"],
        job_id=row["job_id"],
        model=row["model"],
        state=AttemptState(row["state"]),
        inputs=json.loads(row["input"]),
        intended_at=datetime.fromisoformat(row["intended_at"]),
        prediction_id=row["prediction_id"],
        output_url=row["output_url"],
        cost=purse.dollars(row["cost_micros"]),
    )
