"""Galleries of any size, written into a profile's database as batches leave them there."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PIL import Image

from carmp_desktop.core.model import Angle, BatchRequest, Color, EngineName
from carmp_desktop.core.store.values import request_as_json

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)

ANGLES = (
    Angle("front_3_4_left", "Front three-quarter, left (315°)", "from the front left", 315.0),
    Angle("side_90", "Right side (90°)", "exact profile", 90.0),
    Angle("rear_3_4", "Rear three-quarter (135°)", "from behind", 135.0),
)
COLORS = (
    Color("white_pearl", "White Pearl", "White #F4F3EE (pearlescent)", "#F4F3EE"),
    Color("blue_metallic", "Blue Metallic", "Blue #12419B (metallic)", "#12419B"),
    Color("red_metallic", "Red Metallic", "Red #C00000 (metallic)", "#C00000"),
)
PER_BATCH = len(ANGLES) * (1 + len(COLORS))


def add_batch(
    database: Path,
    batch_id: str = "b_1",
    *,
    car: str = "BMW 1 M",
    engine: EngineName = EngineName.REPLICATE,
    at: datetime = NOON,
    files: Sequence[Path] = (),
    images: int = PER_BATCH,
    ended: bool = True,
    angles: Sequence[Angle] = ANGLES,
    colors: Sequence[Color] = COLORS,
) -> list[int]:
    """Write a batch of which ``images`` are made, a second apart; the answer is their ids.

    The files are taken in turn; without any, paths where nothing is are written.
    """
    request = BatchRequest(
        photos=(), angles=tuple(angles), colors=tuple(colors), car=car, engine=engine
    )
    keys = [(angle, color) for angle in angles for color in (None, *colors)]
    with sqlite3.connect(database) as connection:
        connection.execute(
            "INSERT INTO batches (id, created_at, completed_at, engine, car, request)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (
                batch_id,
                at.isoformat(),
                at.isoformat() if ended else None,
                engine.value,
                car,
                request_as_json(request),
            ),
        )
        ids = []
        for place, (angle, color) in enumerate(keys[:images]):
            job = f"j_{batch_id}_{place}"
            prompt = f"Show the car {angle.description}, studio light, wet asphalt. " * 8
            connection.execute(
                "INSERT INTO jobs (id, batch_id, position, angle_key, color_key, prompt, status)"
                " VALUES (?, ?, ?, ?, ?, ?, 'completed')",
                (job, batch_id, place, angle.key, color.key if color else None, prompt),
            )
            file = files[place % len(files)] if files else Path(f"/nowhere/{batch_id}")
            made = (at + timedelta(seconds=place)).isoformat()
            ids.append(add_image(connection, job, file, engine=engine, made_at=made))
    connection.close()
    return ids


def add_image(
    connection: sqlite3.Connection,
    job: str | None,
    file: Path,
    *,
    engine: EngineName = EngineName.REPLICATE,
    made_at: str = "",
) -> int:
    """Write one image; a file that an earlier one has taken becomes its thumbnail alone."""
    taken = connection.execute("SELECT 1 FROM images WHERE file = ?", (str(file),)).fetchone()
    named = file
    if taken:
        count = connection.execute("SELECT MAX(id) FROM images").fetchone()[0]
        named = file.with_name(f"{count}_{file.name}")
    size = file.stat().st_size if file.exists() else 1_500_000
    note = "Local preview, made on this computer" if engine is EngineName.STUDIO else None
    cursor = connection.execute(
        "INSERT INTO images (job_id, file, thumb, sha256, bytes, width, height, engine, model,"
        " cost, note, made_at) VALUES (?, ?, ?, '', ?, 1344, 768, ?, 'google/nano-banana', 0.039,"
        " ?, ?)",
        (job, str(named), str(file), size, engine.value, note, made_at or NOON.isoformat()),
    )
    return int(cursor.lastrowid or 0)


def draw_files(folder: Path) -> list[Path]:
    """A few pictures of the size of a thumbnail, each in a color of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for number, color in enumerate(("#B3121D", "#12419B", "#F2C500", "#2E2F33", "#1D7A46")):
        file = folder / f"image_{number}.jpg"
        picture = Image.new("RGB", (256, 146), "#D5D6DA")
        picture.paste(color, (30, 55, 226, 115))
        picture.save(file)
        files.append(file)
    return files
