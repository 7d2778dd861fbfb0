"""The budget under any order of reserving, spending, giving back and letting go."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from carmp_desktop.core.model import Batch, BatchRequest, CellKey, Job
from carmp_desktop.core.problems import Failure
from carmp_desktop.core.store import purse
from carmp_desktop.core.store.batches import BatchBook
from carmp_desktop.core.store.database import Database
from carmp_desktop.core.store.purse import Allowance
from carmp_desktop.core.store.schema import migrate

_JOBS = 6
_STEPS = ("reserve", "spend", "give_back", "forgive", "release")
_ATTEMPT = (
    "INSERT INTO attempts (job_id, model, input, intended_at, state, cost_micros)"
    " VALUES (?, '', '', '9999', '', ?)"
)

# A step is one byte: which of the five things happens, to which of the six jobs. Bytes are drawn
# several times as fast as lists of pairs.
interleavings = st.binary(min_size=10, max_size=10)


def database() -> sqlite3.Connection:
    """The program's own tables in memory, with one batch of six jobs."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrate(connection, 0)
    connection.execute(
        "INSERT INTO batches (id, created_at, engine, car, request) VALUES ('b', '', '', '', '')"
    )
    connection.executemany(
        "INSERT INTO jobs (id, batch_id, position, angle_key, prompt, status)"
        " VALUES (?, 'b', 0, '', '', '')",
        [(str(job),) for job in range(_JOBS)],
    )
    return connection


@contextmanager
def undone(connection: sqlite3.Connection) -> Iterator[None]:
    """Whatever happens within is taken back at its end."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")


def test_spent_and_reserved_never_exceed_the_budget() -> None:
    """Ten thousand interleavings on one connection, each taken back before the next."""
    connection = database()

    @settings(max_examples=10_000, deadline=None, database=None)
    @given(steps=interleavings, budget=st.integers(0, _JOBS))
    def never(steps: bytes, budget: int) -> None:
        with undone(connection):
            for number in steps:
                step, job = divmod(number % (len(_STEPS) * _JOBS), _JOBS)
                take(connection, _STEPS[step], str(job), budget)
                assert total(connection) <= budget

    never()
    connection.close()


def test_of_batches_that_come_at_once_in_two_programs_the_budget_lets_in_what_it_can(
    tmp_path: Path,
) -> None:
    """Two runs of the program on one file, each with a thread and a connection of its own."""
    allowance = Allowance(price=1, budget=5)

    async def add(book: BatchBook, number: int) -> bool:
        try:
            await book.add(batch_of_two(number), allowance)
        except Failure as failure:
            assert failure.problem.code == "over_budget"
            return False
        return True

    async def add_all() -> tuple[int, int]:
        programs = [await Database.open(tmp_path / "carmp.db") for _ in range(2)]
        books = [BatchBook(program, "r_1") for program in programs]
        let_in = await asyncio.gather(*(add(books[number % 2], number) for number in range(8)))
        reserved = await programs[0].run(purse.reserved)
        for program in programs:
            await program.aclose()
        return sum(let_in), reserved

    assert asyncio.run(add_all()) == (2, 4)


def batch_of_two(number: int) -> Batch:
    keys = (CellKey("front_0"), CellKey("side_90"))
    jobs = tuple(Job(f"j_{number}_{key.angle_key}", f"b_{number}", key, "") for key in keys)
    return Batch(f"b_{number}", BatchRequest(photos=(), angles=()), datetime.now(UTC), jobs)


def take(connection: sqlite3.Connection, step: str, job: str, budget: int) -> None:
    """One step, as the program takes it: only what is free is reserved."""
    match step:
        case "reserve" if not reserved_by(connection, job):
            try:
                purse.reserve(connection, [job], Allowance(price=1, budget=budget))
            except Failure:
                assert total(connection) == budget
        case "spend":
            connection.execute(_ATTEMPT, (job, purse.spend(connection, job)))
        case "give_back" | "forgive":
            give = purse.give_back if step == "give_back" else purse.forgive
            query = "SELECT MAX(id) FROM attempts WHERE job_id = ?"
            newest = connection.execute(query, (job,)).fetchone()[0]
            if newest is not None:
                give(connection, newest)
        case "release":
            purse.release(connection, job)


def reserved_by(connection: sqlite3.Connection, job: str) -> int:
    query = "SELECT reserved_micros FROM jobs WHERE id = ?"
    return int(connection.execute(query, (job,)).fetchone()[0])


def total(connection: sqlite3.Connection) -> int:
    return purse.spent(connection, "") + purse.reserved(connection)
