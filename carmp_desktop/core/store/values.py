"""How the core's values are written into columns, and read back: requests, problems, times."""

from __future__ import annotations

import dataclasses
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from carmp_desktop.core.model import Angle, BatchRequest, Color, EngineName, Photo
from carmp_desktop.core.problems import Problem


def now() -> str:
    """The present instant, as every column holds one: ISO 8601 in UTC."""
    return datetime.now(UTC).isoformat()


def time_from_text(text: str | None) -> datetime | None:
    """An instant from its column."""
    return datetime.fromisoformat(text) if text else None


def request_as_json(request: BatchRequest) -> str:
    """A request, whole: it can be run again from this text alone."""
    return json.dumps(dataclasses.asdict(request), default=str)


def request_from_json(text: str) -> BatchRequest:
    """The request that `request_as_json` wrote."""
    said: dict[str, Any] = json.loads(text)
    said["photos"] = tuple(
        Photo(**{**photo, "path": Path(photo["path"])}) for photo in said["photos"]
    )
    said["angles"] = tuple(Angle(**angle) for angle in said["angles"])
    said["colors"] = tuple(Color(**color) for color in said["colors"])
    said["engine"] = EngineName(said["engine"])
    return BatchRequest(**said)


def problem_as_json(problem: Problem | None) -> str | None:
    """A problem as it is kept in the database: its template and its fields."""
    if problem is None:
        return None
    values = {item.name: getattr(problem, item.name) for item in dataclasses.fields(problem)}
    return json.dumps({**values, "fields": dict(problem.fields)})


def problem_from_json(text: str | None) -> Problem | None:
    """The problem that `problem_as_json` wrote."""
    return Problem(**json.loads(text)) if text else None
