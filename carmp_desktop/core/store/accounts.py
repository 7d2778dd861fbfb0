"""The books of what was paid: every attempt with its price, and every image that came of them."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from carmp_desktop.core.model import EngineName
from carmp_desktop.core.store.database import Database
from carmp_desktop.core.store.journal import AttemptState

_BATCHES = "SELECT id, created_at, car, engine, price_micros FROM batches ORDER BY created_at, id"
_ATTEMPTS = """
SELECT jobs.batch_id, attempts.model, attempts.intended_at, attempts.state, attempts.cost_micros,
       json_extract(attempts.problem, '$.code') = 'aborted' AS is_free
FROM attempts JOIN jobs ON jobs.id = attempts.job_id ORDER BY attempts.id
"""
_IMAGES = """
SELECT jobs.batch_id, images.model, images.made_at
FROM images JOIN jobs ON jobs.id = images.job_id
UNION ALL
SELECT jobs.batch_id, '', jobs.finished_at FROM jobs
WHERE jobs.status = 'completed' AND jobs.finished_at IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM images WHERE images.job_id = jobs.id)
"""
# The second half: images that have left the gallery with the bin were made all the same.


@dataclass(frozen=True, slots=True)
class BatchAccount:
    """A batch, as far as money goes; ``car`` is empty where the user gave none."""

    id: str
    created_at: datetime
    car: str
    engine: str


@dataclass(frozen=True, slots=True)
class PaidAttempt:
    """An attempt that was charged, or may have been; ``micros`` is None where nobody knows.

    Amounts are millionths of a US dollar.
    """

    batch_id: str
    model: str
    at: datetime
    state: AttemptState
    micros: int | None


@dataclass(frozen=True, slots=True)
class MadeImage:
    """An image that was made for a batch; ``model`` is empty where that is forgotten."""

    batch_id: str
    model: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Books:
    """Everything that was bought and made, oldest first."""

    batches: tuple[BatchAccount, ...]
    attempts: tuple[PaidAttempt, ...]
    images: tuple[MadeImage, ...]


async def read_books(database: Database) -> Books:
    """The books as one instant shows them. Raises `Failure` where the database refuses."""
    return await database.run(_read)


def _read(connection: sqlite3.Connection) -> Books:
    batches = connection.execute(_BATCHES).fetchall()
    prices = {row["id"]: _price(row) for row in batches}
    attempts = (
        PaidAttempt(
            batch_id=row["batch_id"],
            model=row["model"],
            at=datetime.fromisoformat(row["intended_at"]),
            state=AttemptState(row["state"]),
            micros=_charged(row, price=prices[row["batch_id"]]),
        )
        for row in connection.execute(_ATTEMPTS)
    )
    return Books(
        batches=tuple(
            BatchAccount(
                id=row["id"],
                created_at=datetime.fromisoformat(row["created_at"]),
                car=row["car"].strip(),
                engine=row["engine"],
            )
            for row in batches
        ),
        attempts=tuple(attempt for attempt in attempts if attempt.micros != 0),
        images=tuple(
            MadeImage(row["batch_id"], row["model"], datetime.fromisoformat(row["made_at"]))
            for row in connection.execute(_IMAGES)
        ),
    )


def _price(batch: sqlite3.Row) -> int | None:
    """What an image of the batch was to cost when it was begun; None where nobody knew."""
    if batch["engine"] == EngineName.STUDIO:
        return 0
    price: int | None = batch["price_micros"]
    return price


def _charged(attempt: sqlite3.Row, *, price: int | None) -> int | None:
    """What an attempt has cost: 0 where it was surely not charged, None where nobody knows.

    An attempt that counts nothing was charged all the same where its price was not known. A
    refused one was never accepted, and an aborted one is not charged at any price.
    """
    if attempt["cost_micros"]:
        return int(attempt["cost_micros"])
    if attempt["state"] == AttemptState.REFUSED or attempt["is_free"] or price == 0:
        return 0
    return None
