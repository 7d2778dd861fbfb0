"""The journal of paid work: every attempt is a row before its request leaves.

An attempt begins as *intended*, becomes *running* when the service has named its prediction,
*unknown* where the answer was lost, and ends as *succeeded*, *failed*, *canceled* or *refused*
(surely never accepted). A prediction's id stands in one row only; the database enforces it.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from carmp_desktop.core.problems import Problem
from carmp_desktop.core.store.batches import problem_as_json
from carmp_desktop.core.store.database import Database


class AttemptState(StrEnum):
    """Where an attempt stands; see the module's first paragraph."""

    INTENDED = "intended"
    RUNNING = "running"
    UNKNOWN = "unknown"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELED = "canceled"
    REFUSED = "refused"


class Journal:
    """Writes attempts; each method returns when its row is safely on disk."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def intend(self, job_id: str, *, model: str, inputs: Mapping[str, Any]) -> int:
        """Write that a prediction is about to be asked for; the answer is the attempt's number."""
        row = (job_id, model, canonical(inputs), _now(), AttemptState.INTENDED.value)

        def write(connection: sqlite3.Connection) -> int:
            cursor = connection.execute(
                "INSERT INTO attempts (job_id, model, input, intended_at, state)"
                " VALUES (?, ?, ?, ?, ?)",
                row,
            )
            assert cursor.lastrowid is not None
            return cursor.lastrowid

        return await self._database.run(write)

    async def named(self, attempt: int, prediction_id: str) -> None:
        """Write the id the service gave; from here on the result can always be found."""
        await self._set(attempt, state=AttemptState.RUNNING.value, prediction_id=prediction_id)

    async def unknown(self, attempt: int) -> None:
        """Write that nobody can say whether the request was accepted."""
        await self._set(attempt, state=AttemptState.UNKNOWN.value)

    async def succeeded(self, attempt: int, output_url: str) -> None:
        """Write where the result can be fetched while it lives."""
        await self._set(attempt, state=AttemptState.SUCCEEDED.value, output_url=output_url)

    async def ended(self, attempt: int, state: AttemptState, problem: Problem | None) -> None:
        """Write that the attempt ended without an image, and why."""
        text = problem_as_json(problem)
        await self._set(attempt, state=state.value, problem=text, ended_at=_now())

    async def is_claimed(self, prediction_id: str) -> bool:
        """Whether a prediction already belongs to an attempt."""
        query = "SELECT 1 FROM attempts WHERE prediction_id = ?"
        found = await self._database.run(
            lambda connection: connection.execute(query, (prediction_id,)).fetchone()
        )
        return found is not None

    async def _set(self, attempt: int, **columns: str | None) -> None:
        changes = ", ".join(f"{name} = ?" for name in columns)
        values = (*columns.values(), attempt)
        statement = f"UPDATE attempts SET {changes} WHERE id = ?"  # noqa: S608 - our own names
        await self._database.run(lambda connection: connection.execute(statement, values))


def canonical(inputs: Mapping[str, Any]) -> str:
    """An input as text that is equal exactly when the input is."""
    return json.dumps(inputs, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def _now() -> str:
    return datetime.now(UTC).isoformat()
