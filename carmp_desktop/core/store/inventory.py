"""The rows of the gallery's images, to be compared with the disk and corrected where it differs."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from carmp_desktop.core.darkroom import Picture
from carmp_desktop.core.remarks import DAMAGED
from carmp_desktop.core.store.database import Database

UNKNOWN = "unknown"
"""Engine and model of an image that nobody knows anything about."""

_IMAGES = """
SELECT images.id, images.file, images.thumb, images.sha256, images.bytes, images.doubt,
       images.binned_at, jobs.batch_id,
       images.starred = 0 AND images.approval IS NOT 'approved'
       AND EXISTS (SELECT 1 FROM images AS later
                   WHERE later.job_id = images.job_id AND later.id > images.id
                     AND later.binned_at IS NULL) AS is_replaced
FROM images LEFT JOIN jobs ON jobs.id = images.job_id ORDER BY images.id
"""
_OWNED = "SELECT id, owner, car, created_at FROM batches WHERE owner IS NOT NULL"
_AWAITED = """
SELECT jobs.id FROM jobs JOIN batches ON batches.id = jobs.batch_id
WHERE batches.completed_at IS NULL
UNION
SELECT jobs.id FROM jobs JOIN attempts ON attempts.job_id = jobs.id
WHERE jobs.status != 'completed'
  AND attempts.state IN ('intended', 'running', 'unknown', 'succeeded')
"""
_ADOPT = """
INSERT OR IGNORE INTO images (job_id, file, thumb, sha256, bytes, width, height, engine, model,
                              cost, note, doubt, made_at)
SELECT NULL, :file, :thumb, :sha256, :bytes, :width, :height,
       COALESCE(twin.engine, :unknown), COALESCE(twin.model, :unknown), 0,
       COALESCE(twin.note, :note), twin.doubt, :made_at
FROM (SELECT 1) LEFT JOIN images AS twin
     ON twin.id = (SELECT MIN(id) FROM images WHERE sha256 = :sha256)
"""
_RELOCATE = """
UPDATE images SET file = :file, doubt = CASE
    WHEN substr(doubt, 1, length(:damaged)) = :damaged
    THEN nullif(trim(substr(doubt, length(:damaged) + 1)), '') ELSE doubt END
WHERE id = :id
"""
_SET_ASIDE = "UPDATE images SET file = ?, doubt = ? || COALESCE(' ' || doubt, '') WHERE id = ?"


@dataclass(frozen=True, slots=True)
class Kept:
    """What an image's row says of its files; ``batch_id`` is None where no job made it.

    ``is_set_aside`` where its file is known to be damaged and was put away, ``is_binned`` where
    the user has put the image into the bin, ``is_replaced`` where its cell was made again since,
    the newer one is not in the bin, and nobody has starred or approved the older one.
    """

    id: int
    file: Path
    thumb: Path
    sha256: str
    size: int
    batch_id: str | None
    is_set_aside: bool
    is_binned: bool
    is_replaced: bool

    @property
    def is_given_up(self) -> bool:
        """Whether nobody would miss its file."""
        return self.is_binned or self.is_replaced


@dataclass(frozen=True, slots=True)
class Books:
    """The rows at one instant.

    ``awaited`` are the jobs whose image may still be in the landing on its way home; ``at_work``
    are the titles of the batches, by id, that a living run of the program works on.
    """

    images: tuple[Kept, ...]
    awaited: frozenset[str]
    at_work: dict[str, str]


class Inventory:
    """Reads what should be on the disk, and writes what is found there."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def read(self, is_alive: Callable[[str | None], bool]) -> Books:
        """All rows that matter, as one instant shows them."""

        def look(connection: sqlite3.Connection) -> Books:
            owned = connection.execute(_OWNED).fetchall()
            at_work = {row["id"]: _title(row) for row in owned if is_alive(row["owner"])}
            return Books(
                images=tuple(map(_kept, connection.execute(_IMAGES))),
                awaited=frozenset(row["id"] for row in connection.execute(_AWAITED)),
                at_work=at_work,
            )

        return await self._database.run(look)

    async def knows(self, sha256: str) -> bool:
        """Whether an image of these bytes has a row."""
        query = "SELECT 1 FROM images WHERE sha256 = ?"
        found = await self._database.run(
            lambda connection: connection.execute(query, (sha256,)).fetchone()
        )
        return found is not None

    async def adopt(
        self, file: Path, thumb: Path, picture: Picture, *, made_at: datetime, note: str
    ) -> bool:
        """Write an image that no job has made; False where a row has that file already.

        What is known of another image of the same bytes holds for it too: who made it, and how.
        """
        values = {
            "file": str(file),
            "thumb": str(thumb),
            "sha256": picture.sha256,
            "bytes": picture.size,
            "width": picture.width,
            "height": picture.height,
            "unknown": UNKNOWN,
            "note": note,
            "made_at": made_at.isoformat(),
        }
        return await self._change(_ADOPT, values)

    async def relocate(self, image: int, file: Path) -> None:
        """Write where an image's whole file is."""
        await self._change(_RELOCATE, {"id": image, "file": str(file), "damaged": DAMAGED})

    async def set_aside(self, image: int, file: Path) -> None:
        """Write that an image's file is damaged, and where it has been put."""
        await self._change(_SET_ASIDE, (str(file), DAMAGED, image))

    async def set_thumb(self, image: int, thumb: Path) -> None:
        """Write where an image's thumbnail is."""
        await self._change("UPDATE images SET thumb = ? WHERE id = ?", (str(thumb), image))

    async def _change(self, statement: str, values: dict[str, object] | tuple[object, ...]) -> bool:
        return await self._database.run(
            lambda connection: connection.execute(statement, values).rowcount == 1
        )


def _kept(row: sqlite3.Row) -> Kept:
    return Kept(
        id=row["id"],
        file=Path(row["file"]),
        thumb=Path(row["thumb"]),
        sha256=row["sha256"],
        size=row["bytes"],
        batch_id=row["batch_id"],
        is_set_aside=(row["doubt"] or "").startswith(DAMAGED),
        is_binned=row["binned_at"] is not None,
        is_replaced=bool(row["is_replaced"]),
    )


def _title(row: sqlite3.Row) -> str:
    return row["car"].strip() or datetime.fromisoformat(row["created_at"]).strftime("%Y-%m-%d")
