"""What an export is asked for, what it will write, and what it has written, as frozen values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path, PurePosixPath

from carmp_desktop.core.export.cropping import Framing
from carmp_desktop.core.export.doubts import stands_in
from carmp_desktop.core.export.profiles import ExportProfile
from carmp_desktop.core.export.words import Disclosure, SourceType
from carmp_desktop.core.problems import Problem
from carmp_desktop.core.store.originals import Original

Progress = Callable[[int, int], None]
"""Called with how many files are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What the user wants: which images, where to, in which profile, under which names.

    ``target`` is a folder, or a file that ends in ``.zip``. The images are those of ``ids``, else
    of ``batch``, else of ``car``, else all. ``names`` is a template, "" for the profile's own;
    ``stock`` a stock number. ``language`` is that of the listing. With ``recolored_main`` the user
    insists that a recolored image may be the first; ``main`` is the image that shall be it.
    ``enlarge`` allows images to be made larger where the profile refuses small ones. ``day`` is
    what ``{date}`` stands for.
    """

    target: Path
    profile: ExportProfile
    day: date
    ids: tuple[int, ...] | None = None
    batch: str | None = None
    car: str | None = None
    approved_only: bool = False
    names: str = ""
    stock: str = ""
    disclosure: Disclosure = Disclosure.FILE
    language: str = "en"
    recolored_main: bool = False
    main: int | None = None
    enlarge: bool = False
    contact_sheet: bool = True

    @property
    def is_zip(self) -> bool:
        """Whether all goes into one ZIP file."""
        return self.target.suffix.lower() == ".zip"

    @property
    def template(self) -> str:
        """The template of the names."""
        return self.names or self.profile.names


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """One file that will be written; ``name`` is its path within the export.

    ``outline`` is the file with the car's outline where it is to be cut out. ``burns`` is the
    text that is written into the picture, "" for none.
    """

    original: Original
    name: PurePosixPath
    framing: Framing
    source: SourceType
    car: str
    is_main: bool = False
    outline: Path | None = None
    burns: str = ""
    warnings: tuple[Problem, ...] = ()

    @property
    def shows_another_side(self) -> bool:
        """Whether a photo of another side stands in, so that the angle's name is not true."""
        return stands_in(self.original.picture.doubt or "")

    @property
    def prompt(self) -> str:
        """What a model was asked for; "" for an image of the studio, which asks nobody."""
        picture = self.original.picture
        return "" if picture.is_local else picture.prompt


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An image that will not be, or was not, exported, and why."""

    original: Original
    problem: Problem


@dataclass(frozen=True, slots=True)
class Plan:
    """What an export will do; nothing is written yet.

    ``place`` is the folder or the ZIP file that comes to be. ``extras`` are the names of the files
    beside the images. ``warnings`` are about the export as a whole.
    """

    request: ExportRequest
    place: Path
    files: tuple[PlannedFile, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    warnings: tuple[Problem, ...] = ()
    extras: tuple[PurePosixPath, ...] = ()

    @property
    def cars(self) -> tuple[str, ...]:
        """The cars in it, in their order."""
        return tuple(dict.fromkeys(file.car for file in self.files))


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """One file as it was written; ``sha256`` is of its own bytes, ``size`` their number.

    ``credentials`` is what the received file said of its own origin, unproved.
    """

    planned: PlannedFile
    sha256: str
    size: int
    width: int
    height: int
    credentials: str | None = None
    warnings: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Exported:
    """What came of an export; every file in it has passed the profile's validator."""

    plan: Plan
    at: datetime
    files: tuple[ExportedFile, ...]
    left_out: tuple[LeftOut, ...] = ()

    @property
    def bytes(self) -> int:
        """The images' bytes, together."""
        return sum(file.size for file in self.files)
