"""Batches and cells for the tests of matrix, tray and header."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PIL import Image, ImageDraw

from carmp_desktop.core.model import Batch, BatchRequest, Cell, CellKey, Job, JobStatus
from carmp_desktop.core.problems import Problem
from tests.qt.samples import ANGLES, COLORS

FRONT = CellKey("front_0")
FRONT_RED = CellKey("front_0", "red_metallic")
FRONT_BLUE = CellKey("front_0", "blue_metallic")
SIDE = CellKey("side_90")
SIDE_RED = CellKey("side_90", "red_metallic")

REFUSED = Problem(
    code="sensitive",
    title="refused",
    sentence="{name} was flagged as sensitive.",
    action="Try another photo.",
    fields={"name": "car.jpg"},
    details="E005",
)
ANGLE_FAILED = Problem(code="angle_failed", title="angle failed", sentence="Its angle failed.")


def make_batch(batch_id: str = "b_1", car: str = "BMW 1 M") -> Batch:
    """Two angles by two colors: six jobs in matrix order."""
    angles, colors = (ANGLES[0], ANGLES[2]), COLORS[:2]
    request = BatchRequest(photos=(), angles=angles, colors=colors, car=car)
    keys = [CellKey(a.key, c) for a in angles for c in (None, *(c.key for c in colors))]
    jobs = tuple(Job(f"j_{n}", batch_id, key, "prompt") for n, key in enumerate(keys))
    return Batch(batch_id, request, datetime(2026, 11, 23, 14, 2, tzinfo=UTC), jobs)


def queued(key: CellKey, batch_id: str = "b_1", **more: str) -> Cell:
    return Cell(batch_id, key, **more)


def running(key: CellKey, *, since: float = 0.0, waits_for: str | None = None) -> Cell:
    began = datetime.now(UTC) - timedelta(seconds=since)
    return Cell("b_1", key, JobStatus.PROCESSING, started_at=began, waits_for=waits_for)


def completed(key: CellKey, image: Path, *, took: float = 10.0, **more: object) -> Cell:
    end = datetime.now(UTC)
    began = end - timedelta(seconds=took)
    done = Cell("b_1", key, JobStatus.COMPLETED, image=image, started_at=began, finished_at=end)
    return replace(done, **more)


def failed(key: CellKey, problem: Problem = REFUSED) -> Cell:
    return Cell("b_1", key, JobStatus.FAILED, problem=problem)


def canceled(key: CellKey) -> Cell:
    return Cell("b_1", key, JobStatus.CANCELED)


def picture(file: Path, color: str = "#12419B", size: tuple[int, int] = (1536, 1024)) -> Path:
    """A gray backdrop with a body in ``color`` that takes 80 % of the width."""
    image = Image.new("RGB", size, "#C8C8CC")
    width, height = size
    ImageDraw.Draw(image).rectangle(
        (width * 0.1, height * 0.35, width * 0.9, height * 0.8), fill=color
    )
    file.parent.mkdir(parents=True, exist_ok=True)
    image.save(file)
    return file
