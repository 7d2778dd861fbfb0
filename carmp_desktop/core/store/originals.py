"""The gallery's images as an export needs them: with their hash, their photos and their verdict."""

from __future__ import annotations

import asyncio
import sqlite3
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from carmp_desktop.core.model import BatchRequest
from carmp_desktop.core.remarks import DAMAGED
from carmp_desktop.core.store.approvals import Verdict
from carmp_desktop.core.store.database import Database
from carmp_desktop.core.store.pictures import Picture, PictureBook
from carmp_desktop.core.store.values import request_from_json

_FACTS = """
SELECT images.id, images.sha256, images.approval, images.doubt,
       batches.request, batches.created_at,
       (SELECT angles.id FROM jobs AS angles WHERE angles.batch_id = jobs.batch_id
           AND angles.angle_key = jobs.angle_key AND angles.color_key IS NULL) AS angle_job
FROM images LEFT JOIN jobs ON jobs.id = images.job_id
LEFT JOIN batches ON batches.id = jobs.batch_id
"""


@dataclass(frozen=True, slots=True)
class Original:
    """One image of the gallery; its file holds the bytes as they were received.

    ``angle_job`` names the job of its row's angle image, which the studio keeps an outline for.
    ``azimuth`` is in degrees clockwise from the car's front, None where it is unknown. ``photos``
    are the names of the source photos, without their folders. ``begun_at`` is when its batch was
    created, for an image without a batch when it was made.
    """

    picture: Picture
    sha256: str
    begun_at: datetime
    angle_job: str | None = None
    azimuth: float | None = None
    photos: tuple[str, ...] = ()
    verdict: Verdict | None = None
    is_damaged: bool = False

    @property
    def id(self) -> int:
        """The image's number."""
        return self.picture.id

    @property
    def is_recolored(self) -> bool:
        """Whether it shows the car in a color that is not its own."""
        return self.picture.color_key is not None


async def read_originals(database: Database) -> tuple[Original, ...]:
    """Every image there is, oldest first. Raises `Failure` where the database refuses."""
    pictures, _ = await PictureBook(database).read()
    rows = await database.run(lambda connection: connection.execute(_FACTS).fetchall())
    return await asyncio.to_thread(_originals, pictures, rows)


def _originals(pictures: list[Picture], rows: list[sqlite3.Row]) -> tuple[Original, ...]:
    facts = {row["id"]: row for row in rows}
    request_of = cache(request_from_json)  # thousands of images share a few batches
    originals = []
    for picture in pictures:
        row = facts.get(picture.id)
        if row is not None:
            request = request_of(row["request"]) if row["request"] else None
            originals.append(_original(picture, row, request))
    return tuple(originals)


def _original(picture: Picture, row: sqlite3.Row, request: BatchRequest | None) -> Original:
    """``request`` is None for an image that was found in the folder and belongs to no batch."""
    azimuths = {angle.key: angle.azimuth for angle in request.angles} if request else {}
    return Original(
        picture=picture,
        sha256=row["sha256"],
        begun_at=datetime.fromisoformat(row["created_at"]) if request else picture.made_at,
        angle_job=row["angle_job"],
        azimuth=azimuths.get(picture.angle_key),
        photos=tuple(photo.name for photo in request.photos) if request else (),
        verdict=Verdict(row["approval"]) if row["approval"] else None,
        is_damaged=(row["doubt"] or "").startswith(DAMAGED),
    )
