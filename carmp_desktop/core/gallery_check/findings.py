"""What a check of the gallery finds: one fault of one file each, and the report of them all."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from carmp_desktop.core.store.inventory import Kept


class Fault(StrEnum):
    """The kinds of faults; the values are those of ``--json``."""

    STRAY = "file without row"
    MOVED = "moved file"
    MISSING = "row without file"
    BROKEN = "broken file"
    UNREADABLE = "unreadable file"
    THUMB = "thumbnail"
    LEFT_OVER = "left-over file"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: ``file`` is where the fault is, ``image`` the row it concerns, if any.

    ``where`` is where a moved file was found, and after mending where the file is now. ``reason``
    is technical text, empty where there is nothing to add.
    """

    fault: Fault
    file: Path
    image: Kept | None = None
    where: Path | None = None
    reason: str = ""
    is_mended: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """What a check has found.

    ``images`` counts the rows that were compared, ``on_the_way`` the files that are about to get
    one, ``set_aside`` the images whose broken file an earlier check has put away; ``at_work`` are
    the titles of the batches that were left alone because they are being made.
    """

    gallery: Path
    has_gallery: bool
    images: int
    findings: tuple[Finding, ...] = ()
    on_the_way: int = 0
    set_aside: int = 0
    at_work: tuple[str, ...] = ()

    @property
    def is_in_order(self) -> bool:
        """Whether nothing is wrong, or everything was mended."""
        return all(finding.is_mended for finding in self.findings)
