"""The images in the database as the gallery shows them: read back whole, starred, binned, let go.

An image in the bin is only marked: its file stays where it is, so rows and files agree and its
batch's matrix still shows it. Only emptying the bin takes file and row away.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from carmp_desktop.core.model import BatchRequest
from carmp_desktop.core.store.approvals import Verdict
from carmp_desktop.core.store.database import Database
from carmp_desktop.core.store.picture import Picture
from carmp_desktop.core.store.values import now, request_from_json, time_from_text

__all__ = ["Picture", "PictureBook", "Removable", "State"]

_IMAGES = """
SELECT images.id, file, thumb, batch_id, angle_key, color_key, jobs.prompt, engine, model, made_at,
       bytes, width, height, cost, note, doubt, starred, binned_at, position, approval
FROM images LEFT JOIN jobs ON jobs.id = images.job_id
WHERE images.id > ? ORDER BY images.id
"""
_BATCHES = """
SELECT id, created_at, request FROM batches WHERE id IN
    (SELECT batch_id FROM images JOIN jobs ON jobs.id = images.job_id WHERE images.id > ?)
"""
_VERDICTS = "SELECT id, approval FROM images WHERE approval IS NOT NULL"
_REMOVABLE = """
SELECT images.id, images.file, images.thumb, images.bytes FROM images
LEFT JOIN jobs ON jobs.id = images.job_id LEFT JOIN batches ON batches.id = jobs.batch_id
WHERE images.binned_at IS NOT NULL AND (batches.id IS NULL OR batches.completed_at IS NOT NULL)
"""


class State(NamedTuple):
    """How the file stands: its version, and what is said of images, by their ids.

    The version is another one as soon as somebody else has written to the database.
    """

    version: int
    verdicts: dict[int, Verdict]


@dataclass(frozen=True, slots=True)
class Removable:
    """An image whose file may leave the gallery; ``size`` is in bytes."""

    id: int
    file: Path
    thumb: Path
    size: int


class PictureBook:
    """Reads the images and writes what the user says of them."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._texts: dict[str, str] = {}

    async def read(self, after: int = 0) -> tuple[list[Picture], State]:
        """The images with an id greater than ``after``, oldest first, and how the file stands."""

        def read(connection: sqlite3.Connection) -> tuple[list[Picture], State]:
            batches = {
                batch_id: _named(created_at, request)
                for batch_id, created_at, request in _plain(connection, _BATCHES, after)
            }
            # Row by row: a list of ten thousand rows would hold every prompt ten thousand times.
            rows = _plain(connection, _IMAGES, after)
            return [self._picture(row, batches) for row in rows], _state(connection)

        return await self._database.run(read)

    async def request(self, batch_id: str) -> BatchRequest | None:
        """What the user chose for a batch; None where there is no such batch."""

        def read(connection: sqlite3.Connection) -> BatchRequest | None:
            query = "SELECT request FROM batches WHERE id = ?"
            row = connection.execute(query, (batch_id,)).fetchone()
            return request_from_json(row["request"]) if row is not None else None

        return await self._database.run(read)

    async def star(self, ids: Collection[int], *, on: bool) -> None:
        """Give images a star, or take it."""
        await self._set("starred", int(on), ids)

    async def bin(self, ids: Collection[int], *, on: bool) -> datetime | None:
        """Put images into the bin, or take them out; the answer is when they were put there."""
        at = now() if on else None
        await self._set("binned_at", at, ids)
        return time_from_text(at)

    async def removable(self) -> list[Removable]:
        """What is in the bin and belongs to no batch that is still being made."""
        rows = await self._database.run(
            lambda connection: connection.execute(_REMOVABLE).fetchall()
        )
        return [
            Removable(row["id"], Path(row["file"]), Path(row["thumb"]), row["bytes"])
            for row in rows
        ]

    async def remove(self, ids: Iterable[int]) -> None:
        """Delete the rows of images whose files have left; what they cost stays with their jobs."""
        marks = [(number,) for number in ids]
        await self._database.run(
            lambda connection: connection.executemany("DELETE FROM images WHERE id = ?", marks)
        )

    async def _set(self, column: str, value: str | int | None, ids: Collection[int]) -> None:
        statement = f"UPDATE images SET {column} = ? WHERE id = ?"  # noqa: S608 - ours alone
        changes = [(value, number) for number in ids]
        await self._database.run(lambda connection: connection.executemany(statement, changes))

    def _picture(self, row: tuple[Any, ...], batches: dict[str, _Batch]) -> Picture:
        """One row of `_IMAGES` as an image; texts that thousands share are held once."""
        number, file, thumb, batch_id, angle_key, color_key, prompt, engine, model, *rest = row
        made_at, size, width, height, cost, note, doubt, starred, binned_at, position, said = rest
        once, batch = self._once, batches.get(batch_id)
        color, color_hex = (batch.colors.get(color_key) if batch else None) or (color_key, None)
        return Picture(
            id=number,
            file_name=file,
            thumb_name=thumb,
            car=once(batch.car if batch else Path(file).parent.name),
            angle_key=once(angle_key or ""),
            angle=once((batch.angles.get(angle_key) if batch else None) or angle_key or ""),
            color_key=color_key and once(color_key),
            color=once(color or ""),
            color_hex=color_hex,
            prompt=once(prompt or ""),
            engine=once(engine),
            model=once(model),
            made_at=datetime.fromisoformat(made_at),
            size=size,
            width=width,
            height=height,
            cost=cost,
            note=note and once(note),
            doubt=doubt and once(doubt),
            starred=bool(starred),
            binned_at=time_from_text(binned_at),
            batch_id=batch_id and once(batch_id),
            begun_at=batch.begun_at if batch else None,
            position=position or 0,
            approval=Verdict(said) if said else None,
        )

    def _once(self, text: str) -> str:
        """The one copy of a text that thousands of images share."""
        return self._texts.setdefault(text, text)


class _Batch(NamedTuple):
    """What a batch calls its car, its angles and its colors (label and hex), and its beginning."""

    car: str
    angles: dict[str | None, str]
    colors: dict[str | None, tuple[str, str | None]]
    begun_at: datetime


def _named(created_at: str, request: str) -> _Batch:
    said: dict[str, Any] = json.loads(request)
    return _Batch(
        car=said["car"].strip(),
        angles={angle["key"]: angle["label"] for angle in said["angles"]},
        colors={color["key"]: (color["label"], color["hex"]) for color in said["colors"]},
        begun_at=datetime.fromisoformat(created_at),
    )


def _plain(connection: sqlite3.Connection, query: str, *values: int) -> sqlite3.Cursor:
    """A query whose rows are plain tuples: `sqlite3.Row` looks each name up one by one."""
    cursor = connection.cursor()
    cursor.row_factory = None
    return cursor.execute(query, values)


def _state(connection: sqlite3.Connection) -> State:
    version = connection.execute("PRAGMA data_version").fetchone()[0]
    rows = _plain(connection, _VERDICTS)
    return State(version, {number: Verdict(said) for number, said in rows})
