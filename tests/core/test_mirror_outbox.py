"""The outbox: one fact with what it tells of, numbered without gaps, in the order of the writes."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from carmp_desktop.core.events import BatchCompleted, JobUpdated
from carmp_desktop.core.model import Batch, BatchRequest, Cell, CellKey, Job, JobStatus
from carmp_desktop.core.store.batches import BatchBook
from carmp_desktop.core.store.database import Database
from carmp_desktop.core.store.outbox import Outbox, OutboxRow
from carmp_desktop.core.store.purse import Allowance

KEYS = (CellKey("front"), CellKey("side"))
BATCH = Batch(
    "b_1",
    BatchRequest((), ()),
    datetime.now(UTC),
    tuple(Job(f"j_{key.angle_key}", "b_1", key, "a prompt") for key in KEYS),
)


class Wanted:
    """Whether there is a mirror."""

    def __init__(self) -> None:
        self.now = True

    def __call__(self) -> bool:
        return self.now


@asynccontextmanager
async def opened(
    folder: Path, wanted: Wanted | None = None
) -> AsyncIterator[tuple[Outbox, BatchBook]]:
    database = await Database.open(folder / "carmp.db")
    outbox = Outbox(database, wanted or Wanted())
    try:
        yield outbox, BatchBook(database, "r_1", outbox)
    finally:
        await outbox.aclose()
        await database.aclose()


def update(key: CellKey, status: JobStatus = JobStatus.PROCESSING) -> JobUpdated:
    return JobUpdated(Cell("b_1", key, status))


def told(rows: list[OutboxRow]) -> list[str]:
    """The rows in short: the event, or the cell and its status."""
    results = [(row.ev, json.loads(row.data).get("result")) for row in rows]
    return [
        f"{result['angleKey']} {result['status']}" if result else ev.removeprefix("marketplace")
        for ev, result in results
    ]


def test_events_stand_in_the_order_in_which_they_happened(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with opened(tmp_path) as (outbox, book):
            await book.add(BATCH, Allowance())
            outbox.post(update(KEYS[0]))
            outbox.post(update(KEYS[1]))
            await book.end_job(BATCH.jobs[0], Cell("b_1", KEYS[0], JobStatus.FAILED))
            outbox.post(update(KEYS[1], JobStatus.QUEUED))
            await outbox.aclose()
            await book.complete_batch(BatchCompleted("b_1", 0, 1, 1))

            rows = await outbox.read(0, 100)

            assert [row.seq for row in rows] == [1, 2, 3, 4, 5, 6]
            assert told(rows) == [
                "BatchCreated",
                "front processing",
                "side processing",
                "front failed",
                "side queued",
                "BatchCompleted",
            ]
            assert told(await outbox.read(4, 1)) == ["side queued"]
            assert await outbox.waiting(0) == 6
            assert await outbox.waiting(4) == 2
            await outbox.forget(5)
            assert await outbox.waiting(0) == 1
            await outbox.forget(6)
            assert await outbox.waiting(6) == 0

    asyncio.run(scenario())


def test_what_is_not_written_is_not_told_and_takes_no_number(tmp_path: Path) -> None:
    def fail(connection: sqlite3.Connection) -> None:
        connection.execute("UPDATE batches SET car = 'never'")
        connection.execute("INSERT INTO jobs (id) VALUES ('incomplete')")

    async def scenario() -> None:
        async with opened(tmp_path) as (outbox, book):
            await book.add(BATCH, Allowance())
            with pytest.raises(sqlite3.IntegrityError):
                await outbox.write(fail, update(KEYS[0]))
            await outbox.write(lambda _: None, update(KEYS[1]))

            rows = await outbox.read(0, 100)

            assert [row.seq for row in rows] == [1, 2]
            assert told(rows) == ["BatchCreated", "side processing"]

    asyncio.run(scenario())


def test_numbers_go_on_after_everything_is_delivered(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with opened(tmp_path) as (outbox, book):
            await book.add(BATCH, Allowance())
            await outbox.forget(1)
        async with opened(tmp_path) as (outbox, _):
            await outbox.write(lambda _: None, update(KEYS[0]))
            assert [row.seq for row in await outbox.read(0, 9)] == [2]

    asyncio.run(scenario())


def test_two_runs_share_one_count(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with opened(tmp_path) as (one, book), opened(tmp_path) as (other, _):
            await book.add(BATCH, Allowance())
            for _ in range(30):
                writes = [box.write(lambda _: None, update(KEYS[0])) for box in (one, other)]
                await asyncio.gather(*writes)

            rows = await one.read(0, 100)

            assert [row.seq for row in rows] == list(range(1, 62))
            assert len({row.id for row in rows}) == 61

    asyncio.run(scenario())


def test_a_batch_that_the_mirror_has_missed_is_introduced(tmp_path: Path) -> None:
    async def scenario() -> None:
        wanted = Wanted()
        async with opened(tmp_path, wanted) as (outbox, book):
            wanted.now = False
            await book.add(BATCH, Allowance())
            await book.end_job(BATCH.jobs[0], Cell("b_1", KEYS[0], JobStatus.FAILED))
            outbox.post(update(KEYS[1]))
            assert await outbox.read(0, 9) == []

            wanted.now = True
            outbox.post(update(KEYS[1]))
            await outbox.aclose()
            assert told(await outbox.read(0, 9)) == [
                "BatchCreated",
                "front failed",
                "side processing",
            ]

            wanted.now = False
            await book.end_job(BATCH.jobs[1], Cell("b_1", KEYS[1], JobStatus.CANCELED))
            wanted.now = True
            await book.complete_batch(BatchCompleted("b_1", 0, 1, 1))
            assert told(await outbox.read(3, 9)) == [
                "BatchCreated",
                "front failed",
                "side canceled",
                "BatchCompleted",
            ]

    asyncio.run(scenario())
