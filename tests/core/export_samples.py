"""Galleries whose pictures are real files, for exports: drawn cars on plain and on busy grounds."""

from __future__ import annotations

import asyncio
import hashlib
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

from carmp_desktop.core.export.exporter import Exporter
from carmp_desktop.core.export.request import Exported, ExportRequest, Plan
from carmp_desktop.core.model import Angle, Color, EngineName
from carmp_desktop.core.paths import Profile
from carmp_desktop.core.store.approvals import Approvals, Verdict
from carmp_desktop.core.store.database import Database
from tests.core.library_samples import add_batch

DAY = date(2026, 11, 25)
WIDE = (1344, 768)
CAR = (270, 260, 1010, 600)
"""Where the car is drawn in a picture of `WIDE`."""

ANGLES = (
    Angle("rear_3_4", "Rear three-quarter (135°)", "from behind", 135.0),
    Angle("side_90", "Right side (90°)", "exact profile", 90.0),
    Angle("front_3_4", "Front three-quarter (45°)", "from the front right", 45.0),
    Angle("front_left_315", "Front three-quarter, left (315°)", "from the front left", 315.0),
)
COLORS = (
    Color("red_metallic", "Red Metallic", "Red #C00000 (metallic)", "#C00000"),
    Color("blue_metallic", "Blue Metallic", "Blue #12419B (metallic)", "#12419B"),
)


def draw_car(
    file: Path,
    size: tuple[int, int] = WIDE,
    box: tuple[int, int, int, int] = CAR,
    *,
    busy: bool = False,
    paint: str = "#B3121D",
    **saving: Any,
) -> Path:
    """A car-like shape before a wall and on a floor, or in front of a busy street."""
    picture = Image.new("RGB", size, "#DCDEE2")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, size[1] * 0.7, *size), fill="#C9CCD1")
    if busy:
        for place in range(0, size[0], 24):
            shade = (place * 53) % 200
            pen.rectangle((place, 0, place + 11, size[1]), fill=(shade, 90, 200 - shade))
    left, top, right, bottom = box
    middle = (top + bottom) // 2
    pen.rounded_rectangle((left, middle - 20, right, bottom - 30), 30, fill=paint)
    pen.rectangle(
        (left + (right - left) // 4, top, right - (right - left) // 4, middle), fill=paint
    )
    for x in (left + 40, right - 120):
        pen.ellipse((x, bottom - 80, x + 80, bottom), fill="#1B1B1D")
    file.parent.mkdir(parents=True, exist_ok=True)
    picture.save(file, **saving)
    return file


@dataclass
class Gallery:
    """One profile with a gallery in it, and the means to export from it."""

    root: Path
    profile: Profile = field(init=False)

    def __post_init__(self) -> None:
        self.profile = Profile.at(self.root)
        self.profile.create()
        asyncio.run(self._with(_nothing))

    def add(
        self,
        batch: str = "b_1",
        *,
        files: Sequence[Path] = (),
        angles: Sequence[Angle] = ANGLES[2:3],
        colors: Sequence[Color] = (),
        car: str = "BMW 1 M",
        engine: EngineName = EngineName.REPLICATE,
    ) -> list[int]:
        """Add a batch of which every image is there; its files are drawn unless given."""
        count = len(angles) * (1 + len(colors))
        drawn = [
            draw_car(self.profile.gallery / batch / f"{number}.png", compress_level=1)
            for number in range(0 if files else count)
        ]
        ids = add_batch(
            self.profile.database,
            batch,
            files=files or drawn,
            angles=angles,
            colors=colors,
            car=car,
            engine=engine,
            images=count,
        )
        with closing(sqlite3.connect(self.profile.database)) as database, database:
            for number, file in zip(ids, files or drawn, strict=True):
                with Image.open(file) as image:
                    facts = (*image.size, hashlib.sha256(file.read_bytes()).hexdigest(), number)
                database.execute(
                    "UPDATE images SET width = ?, height = ?, sha256 = ? WHERE id = ?", facts
                )
        return ids

    def doubt(self, ids: Sequence[int], doubt: str) -> None:
        """Let images be doubted."""
        with closing(sqlite3.connect(self.profile.database)) as database, database:
            rows = [(doubt, number) for number in ids]
            database.executemany("UPDATE images SET doubt = ? WHERE id = ?", rows)

    def approve(self, ids: Sequence[int], verdict: Verdict | None) -> None:
        """Say something of images."""

        async def say(database: Database) -> None:
            await Approvals(database).approve(ids, verdict)

        asyncio.run(self._with(say))

    def request(self, target: Path, key: str = "full_size", **wishes: Any) -> ExportRequest:
        """A request in one of the shipped profiles."""

        async def ask(database: Database) -> ExportRequest:
            profile = await self._exporter(database).profile(key)
            return ExportRequest(target=target, profile=profile, day=DAY, **wishes)

        return asyncio.run(self._with(ask))

    def plan(self, request: ExportRequest) -> Plan:
        """What an export would do."""
        return asyncio.run(self._with(lambda database: self._exporter(database).plan(request)))

    def export(self, request: ExportRequest) -> Exported:
        """The export, planned and run."""

        async def work(database: Database) -> Exported:
            exporter = self._exporter(database)
            return await exporter.run(await exporter.plan(request), untold)

        return asyncio.run(self._with(work))

    def exporter(self, database: Database) -> Exporter:
        """The exporter on an open database."""
        return self._exporter(database)

    def _exporter(self, database: Database) -> Exporter:
        return Exporter(self.profile, database, lambda: self.profile.gallery)

    async def _with(self, work: Any) -> Any:
        database = await Database.open(self.profile.database)
        try:
            return await work(database)
        finally:
            await database.aclose()


def untold(done: int, total: int) -> None:
    """The progress that nobody wants to hear of."""


async def _nothing(database: Database) -> None:
    """A database that was opened once has its tables."""
