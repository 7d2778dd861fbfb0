"""The images in the database as the gallery shows them: read back whole, starred, binned, let go.

An image in the bin is only marked: its file stays where it is, so rows and files agree and its
batch's matrix still shows it. Only emptying the bin takes file and row away.
"""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from carmp_desktop.core.model import CellKey, EngineName
from carmp_desktop.core.store.approvals import Verdict
from carmp_desktop.core.store.database import Database
from carmp_desktop.core.store.values import now, time_from_text

_IMAGES = """
SELECT images.*, jobs.batch_id, jobs.position, jobs.angle_key, jobs.color_key, jobs.prompt
FROM images LEFT JOIN jobs ON jobs.id = images.job_id
WHERE images.id > ? ORDER BY images.id
"""
_VERDICTS = """
SELECT group_concat(id || approval, ' ') FROM images WHERE approval IS NOT NULL
"""
_REMOVABLE = """
SELECT images.id, images.file, images.thumb, images.bytes FROM images
LEFT JOIN jobs ON jobs.id = images.job_id LEFT JOIN batches ON batches.id = jobs.batch_id
WHERE images.binned_at IS NOT NULL AND (batches.id IS NULL OR batches.completed_at IS NOT NULL)
"""


@dataclass(frozen=True, slots=True)
class Picture:
    """One image of the gallery with everything that is told of it.

    ``car`` is empty where the user gave none, ``color_key`` is None for an angle's own image.
    ``position`` is its place in its batch's matrix, ``size`` in bytes, ``cost`` in US dollars.
    ``approval`` is None where the user has said nothing yet. An image that was found in the folder
    belongs to no batch: it has no keys and no prompt.
    """

    id: int
    file: Path
    thumb: Path
    car: str
    angle_key: str
    angle: str
    color_key: str | None
    color: str
    color_hex: str | None
    prompt: str
    engine: str
    model: str
    made_at: datetime
    size: int
    width: int
    height: int
    cost: float
    note: str | None = None
    doubt: str | None = None
    starred: bool = False
    binned_at: datetime | None = None
    batch_id: str | None = None
    position: int = 0
    approval: Verdict | None = None

    @property
    def is_local(self) -> bool:
        """Whether it was made on this computer and not by a service."""
        return self.engine == EngineName.STUDIO

    @property
    def key(self) -> CellKey:
        """The address of its cell within its batch."""
        return CellKey(self.angle_key, self.color_key)


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

    async def read(self, after: int = 0) -> tuple[list[Picture], int]:
        """The images with an id greater than ``after``, oldest first, and the file's version.

        The version is another one as soon as somebody else has written to the database, or a
        verdict was given here.
        """

        def read(
            connection: sqlite3.Connection,
        ) -> tuple[list[sqlite3.Row], dict[str, str], int]:
            rows = connection.execute(_IMAGES, (after,)).fetchall()
            batches = {row["batch_id"] for row in rows} - {None}
            requests = {batch_id: _request(connection, batch_id) for batch_id in batches}
            return rows, requests, _version(connection)

        rows, requests, version = await self._database.run(read)
        return await asyncio.to_thread(self._pictures, rows, requests), version

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

    def _pictures(self, rows: list[sqlite3.Row], requests: dict[str, str]) -> list[Picture]:
        names = {batch_id: _names(request) for batch_id, request in requests.items()}
        return [self._picture(row, names.get(row["batch_id"])) for row in rows]

    def _picture(self, row: sqlite3.Row, names: _Names | None) -> Picture:
        angle_key, color_key = row["angle_key"] or "", row["color_key"]
        file = Path(row["file"])
        car = names.car if names else file.parent.name
        angle = names.angles.get(angle_key) if names else None
        color, color_hex = (names.colors.get(color_key) if names else None) or (color_key, None)
        return Picture(
            id=row["id"],
            file=file,
            thumb=Path(row["thumb"]),
            car=self._once(car),
            angle_key=self._once(angle_key),
            angle=self._once(angle or angle_key),
            color_key=color_key and self._once(color_key),
            color=self._once(color or ""),
            color_hex=color_hex,
            prompt=self._once(row["prompt"] or ""),
            engine=self._once(row["engine"]),
            model=self._once(row["model"]),
            made_at=datetime.fromisoformat(row["made_at"]),
            size=row["bytes"],
            width=row["width"],
            height=row["height"],
            cost=row["cost"],
            note=row["note"] and self._once(row["note"]),
            doubt=row["doubt"] and self._once(row["doubt"]),
            starred=bool(row["starred"]),
            binned_at=time_from_text(row["binned_at"]),
            batch_id=row["batch_id"] and self._once(row["batch_id"]),
            position=row["position"] or 0,
            approval=Verdict(row["approval"]) if row["approval"] else None,
        )

    def _once(self, text: str) -> str:
        """The one copy of a text that thousands of images share."""
        return self._texts.setdefault(text, text)


@dataclass(frozen=True, slots=True)
class _Names:
    """What a batch calls its car, its angles and its colors (label and hex)."""

    car: str
    angles: dict[str, str]
    colors: dict[str | None, tuple[str, str | None]]


def _names(request: str) -> _Names:
    said: dict[str, Any] = json.loads(request)
    return _Names(
        car=said["car"].strip(),
        angles={angle["key"]: angle["label"] for angle in said["angles"]},
        colors={color["key"]: (color["label"], color["hex"]) for color in said["colors"]},
    )


def _request(connection: sqlite3.Connection, batch_id: str) -> str:
    row = connection.execute("SELECT request FROM batches WHERE id = ?", (batch_id,)).fetchone()
    return str(row["request"])


def _version(connection: sqlite3.Connection) -> int:
    written = connection.execute("PRAGMA data_version").fetchone()[0]
    return hash((written, connection.execute(_VERDICTS).fetchone()[0]))
