"""Events on their way to the mirror: rows that are written with what they tell, in one transaction.

What the database knows and what the mirror will be told can so never differ, whenever the program
dies. Events that change no row of their own (a job begins to run) are written right behind, or
with the next transaction. Two runs of the program may write to one outbox: ``seq`` has neither
gaps nor repetitions, because the database hands it out.
"""

from __future__ import annotations

import asyncio
import json
import sqlite3
import uuid
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from carmp_desktop.core.events import BatchCreated, Event, JobUpdated
from carmp_desktop.core.log import LOG
from carmp_desktop.core.model import CellKey, JobStatus
from carmp_desktop.core.problems import Failure, Problem
from carmp_desktop.core.store.database import Database
from carmp_desktop.core.store.recovery import load_batch
from carmp_desktop.core.store.values import (
    now,
    problem_as_json,
    problem_from_json,
    time_from_text,
)

T = TypeVar("T")

_DISK_PAUSE = 1.0
_MADE_WHEN_SENT = ("imageUrl", "thumbUrl", "error")
"""Keys of a result that name local files, or may: they are made anew for the remote."""

_INSERT = """
INSERT INTO outbox (id, ev, ts, data, problem, image_url, asked_at, thumb)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
_ORIGIN = """
SELECT source_url, (SELECT MAX(intended_at) FROM attempts
                    WHERE attempts.job_id = images.job_id AND state = 'succeeded') AS asked_at
FROM images WHERE file = ?
"""


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """One event that waits; ``data`` is its payload without what is made when it is sent.

    ``image_url`` is where a service had the image, ``asked_at`` when it was asked for it.
    """

    seq: int
    id: str
    ev: str
    ts: str
    data: str
    problem: Problem | None = None
    image_url: str | None = None
    asked_at: datetime | None = None
    thumb: Path | None = None


def _never() -> bool:
    return False


class Outbox:
    """The outbox of one profile. All methods are called on the core's loop.

    ``is_wanted`` says whether there is a mirror; while there is none nothing is written.
    """

    def __init__(self, database: Database, is_wanted: Callable[[], bool] = _never) -> None:
        self._database = database
        self._is_wanted = is_wanted
        self._late: list[Event] = []
        self._flushing: asyncio.Task[None] | None = None
        self.filled: Callable[[], None] = lambda: None

    async def write(self, work: Callable[[sqlite3.Connection], T], *events: Event) -> T:
        """Do ``work`` and write the events that tell of it, in one transaction.

        Raises `Failure` where the disk refuses; neither has happened then.
        """
        wanted = self._is_wanted()
        late, self._late = self._late, []
        told = (*late, *events) if wanted else ()

        def write(connection: sqlite3.Connection) -> T:
            answer = work(connection)
            if wanted:
                _append(connection, told)
            else:
                _passed_by(connection, {event.batch_id for event in events})
            return answer

        try:
            answer = await self._database.run(write)
        except Failure:
            self._late[:0] = late
            raise
        if told:
            self.filled()
        return answer

    def post(self, event: Event) -> None:
        """Write an event that no transaction tells of, soon and in order."""
        if not self._is_wanted():
            return
        self._late.append(event)
        if self._flushing is None:
            self._flushing = asyncio.get_running_loop().create_task(self._flush())

    async def read(self, after: int, limit: int) -> list[OutboxRow]:
        """At most ``limit`` rows behind the number ``after``, in order."""
        query = "SELECT * FROM outbox WHERE seq > ? ORDER BY seq LIMIT ?"
        rows = await self._database.run(
            lambda connection: connection.execute(query, (after, limit)).fetchall()
        )
        return [_row(row) for row in rows]

    async def forget(self, upto: int) -> None:
        """Delete what the remote has, up to and including a number."""
        await self._database.run(
            lambda connection: connection.execute("DELETE FROM outbox WHERE seq <= ?", (upto,))
        )

    async def waiting(self, after: int) -> int:
        """How many rows are behind the number ``after``; numbers have no gaps."""
        ends = "SELECT MIN(seq) AS first, MAX(seq) AS last FROM outbox"
        row = await self._database.run(lambda connection: connection.execute(ends).fetchone())
        return 0 if row["last"] is None else int(row["last"] - max(after, row["first"] - 1))

    async def aclose(self) -> None:
        """Write what is late; the database must still be open."""
        if self._flushing is not None:
            self._flushing.cancel()
            await asyncio.wait([self._flushing])
        try:
            if self._late:
                await self.write(lambda _: None)
        except Failure as failure:
            LOG.error("the last events are not in the outbox: %s", failure)

    async def _flush(self) -> None:
        """Write what is late, again each second while the disk refuses."""
        try:
            while self._late:
                try:
                    await self.write(lambda _: None)
                except Failure:
                    await asyncio.sleep(_DISK_PAUSE)
        finally:
            self._flushing = None


def _append(connection: sqlite3.Connection, events: Collection[Event]) -> None:
    """Write events, each batch's creation before all else of it."""
    for event in events:
        if isinstance(event, BatchCreated):
            _mark(connection, event.batch_id)
        elif not _is_mirrored(connection, event.batch_id):
            _introduce(connection, event.batch_id, told=events)
        connection.execute(_INSERT, _columns(connection, event))


def _introduce(connection: sqlite3.Connection, batch_id: str, *, told: Iterable[Event]) -> None:
    """Tell of a batch that is older than the mirror: that it exists, and how its cells stand.

    What ``told`` will say of a cell anyway is left to that.
    """
    kept = load_batch(connection, batch_id)
    told_keys = {_key(event) for event in told if event.batch_id == batch_id}
    connection.execute(_INSERT, _columns(connection, BatchCreated(kept.batch)))
    for key, cell in kept.cells.items():
        if cell.status is not JobStatus.QUEUED and key not in told_keys:
            connection.execute(_INSERT, _columns(connection, JobUpdated(cell)))
    _mark(connection, batch_id)


def _key(event: Event) -> CellKey | None:
    return event.cell.key if isinstance(event, JobUpdated) else None


def _is_mirrored(connection: sqlite3.Connection, batch_id: str) -> bool:
    query = "SELECT 1 FROM batches WHERE id = ? AND mirrored"
    return connection.execute(query, (batch_id,)).fetchone() is not None


def _mark(connection: sqlite3.Connection, batch_id: str) -> None:
    connection.execute("UPDATE batches SET mirrored = 1 WHERE id = ?", (batch_id,))


def _passed_by(connection: sqlite3.Connection, batch_ids: Iterable[str]) -> None:
    """Remember that the mirror has missed something of batches."""
    statement = "UPDATE batches SET mirrored = 0 WHERE id = ? AND mirrored"
    connection.executemany(statement, [(batch_id,) for batch_id in batch_ids])


def _columns(connection: sqlite3.Connection, event: Event) -> tuple[str | None, ...]:
    payload = event.to_payload()
    problem, image, thumb = None, None, None
    if isinstance(event, JobUpdated):
        problem, image, thumb = event.cell.problem, event.cell.image, event.cell.thumb
        result = payload["result"]
        payload["result"] = {key: result[key] for key in result if key not in _MADE_WHEN_SENT}
    origin = connection.execute(_ORIGIN, (str(image),)).fetchone() if image else None
    return (
        str(uuid.uuid4()),
        event.name,
        now(),
        json.dumps(payload, ensure_ascii=False),
        problem_as_json(problem),
        origin["source_url"] if origin else None,
        origin["asked_at"] if origin else None,
        str(thumb) if thumb else None,
    )


def _row(row: sqlite3.Row) -> OutboxRow:
    return OutboxRow(
        seq=row["seq"],
        id=row["id"],
        ev=row["ev"],
        ts=row["ts"],
        data=row["data"],
        problem=problem_from_json(row["problem"]),
        image_url=row["image_url"],
        asked_at=time_from_text(row["asked_at"]),
        thumb=Path(row["thumb"]) if row["thumb"] else None,
    )
