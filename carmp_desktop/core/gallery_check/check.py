"""The check of one profile's gallery from beginning to end: looked at and, where wanted, mended."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from carmp_desktop.core.gallery_check.crowd import Crowd, Progress
from carmp_desktop.core.gallery_check.findings import Report
from carmp_desktop.core.gallery_check.inspection import Inspection
from carmp_desktop.core.gallery_check.mending import Mending
from carmp_desktop.core.paths import Profile
from carmp_desktop.core.problems import Failure, Problem
from carmp_desktop.core.store.database import Database
from carmp_desktop.core.store.inventory import Inventory


class GalleryCheck:
    """Compares ``gallery`` with the rows of a profile. ``is_alive`` tells which runs still live."""

    def __init__(
        self,
        profile: Profile,
        gallery: Path,
        database: Database,
        is_alive: Callable[[str | None], bool],
    ) -> None:
        self._profile = profile
        self._gallery = gallery.absolute()
        self._inventory = Inventory(database)
        self._is_alive = is_alive

    async def run(self, progress: Progress, *, repair: bool) -> Report:
        """Look at everything; with ``repair`` mend what can be. May be canceled at any time.

        Raises `Failure` where the gallery is no folder or the database refuses.
        """
        if self._gallery.exists() and not self._gallery.is_dir():
            raise Failure(_no_folder(self._gallery))
        incoming = self._profile.incoming
        with Crowd(progress) as crowd:
            inspection = Inspection(
                self._inventory,
                gallery=self._gallery,
                incoming=incoming,
                is_alive=self._is_alive,
            )
            report = await inspection.run(crowd)
            if not repair:
                return report
            mending = Mending(
                self._inventory,
                crowd,
                gallery=self._gallery,
                incoming=incoming,
                thumbs=self._profile.thumbs,
            )
            return await mending.mend(report)


def _no_folder(gallery: Path) -> Problem:
    return Problem(
        code="gallery_no_folder",
        title="No gallery",
        sentence="{folder} is not a folder.",
        action="Choose another gallery folder in the settings.",
        fields={"folder": str(gallery)},
    )
