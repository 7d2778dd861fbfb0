"""What the three published sheets say, as one frozen value with its origin and its faults.

`sheets` fetches and parses; `prompts` fills the templates. This module only names the result.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from carmp_desktop.core import remarks
from carmp_desktop.core.model import Angle, Color


class Sheet(StrEnum):
    """The three sheets; the value is the name shown to people."""

    PROMPTS = remarks.GLOBAL_PROMPTS
    ANGLES = remarks.ANGLE_PRESETS
    COLORS = remarks.COLOR_PRESETS


class Origin(StrEnum):
    """Where a sheet's rows came from, best first."""

    SHEET = "sheet"
    LAST_COPY = "last copy"
    BUILT_IN = "built-in presets"


@dataclass(frozen=True, slots=True)
class SheetSource:
    """Where one sheet came from. ``read_at`` is when its rows were fetched; None for built-in.

    ``reason`` is one sentence saying why it is not fresh from the address; empty when it is.
    """

    sheet: Sheet
    origin: Origin
    url: str
    read_at: datetime | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SheetProblem:
    """A fault in a sheet that did not stop the reading.

    ``row`` counts as a spreadsheet does, the header being 1; 0 means the sheet as a whole.
    """

    sheet: Sheet
    row: int
    column: str
    sentence: str

    def describe(self) -> str:
        """The fault with its place, as one line."""
        place = f"{self.sheet}, row {self.row}" if self.row else str(self.sheet)
        column = f", column {self.column}" if self.column else ""
        return f"{place}{column}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class Prompts:
    """The two templates of the global prompts sheet; None where the row is missing or empty."""

    angle_generation: str | None = None
    colorization: str | None = None


@dataclass(frozen=True, slots=True)
class Presets:
    """Everything the sheets said at one reading. Angles are in the sheet's ``order``."""

    angles: tuple[Angle, ...] = ()
    colors: tuple[Color, ...] = ()
    prompts: Prompts = Prompts()
    sources: tuple[SheetSource, ...] = ()
    problems: tuple[SheetProblem, ...] = ()

    @property
    def oldest(self) -> SheetSource | None:
        """The source to speak of when only one can be named: the least fresh."""
        ranks = list(Origin)
        return max(self.sources, key=lambda source: ranks.index(source.origin), default=None)
