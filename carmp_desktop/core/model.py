"""The words of the program as frozen values: photo, angle, color, batch, job, cell.

Everything that crosses a thread or reaches a widget is one of these snapshots. They hold no
behavior beyond what follows from their own fields, touch no disk and know no engine.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from carmp_desktop.core.problems import Problem

OUTCOME_UNKNOWN = "outcome_unknown"
"""The code of the problem that is a state: the image may have been bought, nobody can say."""


class JobType(StrEnum):
    """What a job makes: a camera angle from all photos, or one paint color of a finished angle."""

    ANGLE = "angle"
    COLOR = "color"


class JobStatus(StrEnum):
    """Where a job stands; the values are the contract's words."""

    QUEUED = "queued"
    PROCESSING = "processing"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELED = "canceled"

    @property
    def is_final(self) -> bool:
        """True when nothing more will happen to the job in this run."""
        return self in (JobStatus.COMPLETED, JobStatus.FAILED, JobStatus.CANCELED)


class EngineName(StrEnum):
    """The two engines behind the one door; the values are those of ``--engine``."""

    REPLICATE = "replicate"
    STUDIO = "studio"


@dataclass(frozen=True, slots=True)
class Angle:
    """A camera position from the angle sheet.

    ``azimuth`` is in degrees clockwise from above, 0 at the car's front and 90 at its right side,
    or None when neither the label nor the key tells it.
    """

    key: str
    label: str
    description: str
    azimuth: float | None = None


@dataclass(frozen=True, slots=True)
class Color:
    """A paint color: from the color sheet, or typed by the user (``custom``).

    ``hex`` is ``#RRGGBB`` as found in ``prompt_value``, or None when the value names no hex.
    """

    key: str
    label: str
    prompt_value: str
    hex: str | None = None
    custom: bool = False


@dataclass(frozen=True, slots=True)
class Photo:
    """A source photo that was opened and found good; sizes in pixels as the viewer sees them."""

    path: Path
    width: int
    height: int
    format: str
    angle_key: str | None = None

    @property
    def name(self) -> str:
        """The file's name, as the user knows it."""
        return self.path.name


class CellKey(NamedTuple):
    """The address of a cell within its batch; ``color_key`` is None for the angle's own image."""

    angle_key: str
    color_key: str | None = None

    @property
    def type(self) -> JobType:
        """The type of the job that fills the cell."""
        return JobType.ANGLE if self.color_key is None else JobType.COLOR


@dataclass(frozen=True, slots=True)
class BatchRequest:
    """Everything the user chose before the press of the button; complete enough to replay it."""

    photos: tuple[Photo, ...]
    angles: tuple[Angle, ...]
    colors: tuple[Color, ...] = ()
    auto_colorize: bool = True
    car: str = ""
    instructions: str = ""
    engine: EngineName = EngineName.REPLICATE

    @property
    def batch_colors(self) -> tuple[Color, ...]:
        """The colors that will be made: none when auto-colorize is off."""
        return self.colors if self.auto_colorize else ()

    @property
    def total_jobs(self) -> int:
        """How many images the batch makes, angles and colors together."""
        return len(self.angles) * (1 + len(self.batch_colors))


@dataclass(frozen=True, slots=True)
class Job:
    """One image to be made: its cell, and the whole prompt with every placeholder filled."""

    id: str
    batch_id: str
    key: CellKey
    prompt: str


@dataclass(frozen=True, slots=True)
class AngleImage:
    """A finished angle image, as the colors of its row need it.

    ``source_url`` is the address the service gave it; it expires an hour after ``asked_at``, when
    the image was asked for, and the file does not. ``job_id`` finds what an engine kept beside it.
    """

    job_id: str
    file: Path
    source_url: str | None
    asked_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """What a card shows: one job's state at one instant.

    ``image`` and ``thumb`` name files that are on disk when the status is completed. ``note`` is a
    short remark about how the image was made ("Local preview …"), ``doubt`` a reason to look at
    it twice; both are None where there is nothing to say. ``waits_for`` says in a few words what
    a queued or processing cell is held up by, None when by nothing worth telling; ``waits_until``
    is when that wait ends, where it is known. ``cost`` is what the service has charged for the
    cell so far, in US dollars, all its attempts together.
    """

    batch_id: str
    key: CellKey
    status: JobStatus = JobStatus.QUEUED
    image: Path | None = None
    thumb: Path | None = None
    problem: Problem | None = None
    started_at: datetime | None = None
    finished_at: datetime | None = None
    waits_for: str | None = None
    note: str | None = None
    doubt: str | None = None
    waits_until: datetime | None = None
    cost: float = 0.0

    @property
    def is_unknown(self) -> bool:
        """Whether nobody can say if the cell's image was bought: it waits for the user's word."""
        return self.problem is not None and self.problem.code == OUTCOME_UNKNOWN


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch as it stands: its id, what was asked, and its jobs in matrix order.

    ``price`` is about what one of its images costs, in US dollars, None where that is unknown.
    """

    id: str
    request: BatchRequest
    created_at: datetime
    jobs: tuple[Job, ...] = field(repr=False)
    price: float | None = None

    @property
    def title(self) -> str:
        """The car's name, or the date where the user gave none."""
        return self.request.car.strip() or self.created_at.strftime("%Y-%m-%d")
