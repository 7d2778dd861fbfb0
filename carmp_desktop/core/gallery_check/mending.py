"""Mends what an inspection has found, without deleting or overwriting a single file.

Rows are corrected, files are moved, thumbnails made anew. Each fault is mended for itself: where
the disk refuses, it stays in the report with the reason.
"""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from carmp_desktop.core.darkroom import develop
from carmp_desktop.core.gallery_check.crowd import Crowd
from carmp_desktop.core.gallery_check.examination import digest, flaw, is_marked_as_ai
from carmp_desktop.core.gallery_check.findings import Fault, Finding, Report
from carmp_desktop.core.gallery_check.shelf import BROKEN_FOLDER, is_picture, move
from carmp_desktop.core.photos import thumbnail
from carmp_desktop.core.problems import Failure
from carmp_desktop.core.remarks import FOUND, FOUND_AI
from carmp_desktop.core.store.inventory import Inventory, Kept

Way = Callable[[Finding], Awaitable[Finding]]
"""How one fault is mended. Raises OSError or `Failure` where the disk refuses."""


class Mending:
    """Mends one gallery's faults. ``thumbs`` is where thumbnails belong."""

    def __init__(
        self, inventory: Inventory, crowd: Crowd, *, gallery: Path, incoming: Path, thumbs: Path
    ) -> None:
        self._inventory = inventory
        self._crowd = crowd
        self._gallery = gallery
        self._incoming = incoming
        self._thumbs = thumbs
        self._now_at: dict[Kept | None, Path] = {}

    async def mend(self, report: Report) -> Report:
        """The report, with everything mended that can be.

        Where the gallery's folder is not there at all its disk may be away: nothing is done then.
        """
        if not report.has_gallery:
            return report
        # Files first: a thumbnail is drawn from where its image is afterwards.
        ways: dict[Fault, Way] = {
            Fault.MOVED: self._put_right,
            Fault.BROKEN: self._set_aside,
            Fault.LEFT_OVER: self._clear_up,
            Fault.STRAY: self._adopt,
            Fault.THUMB: self._draw_thumb,
        }
        done = [finding for finding in report.findings if finding.fault not in ways]
        for fault, way in ways.items():
            theirs = [finding for finding in report.findings if finding.fault is fault]
            done += await self._crowd.each_awaited(partial(_tried, way), theirs)
        return replace(report, findings=tuple(done))

    async def _put_right(self, finding: Finding) -> Finding:
        """Correct the row of a file that was moved; one in the landing comes home first."""
        assert finding.image is not None
        assert finding.where is not None
        where, home = finding.where, finding.image.file
        if where.parent == self._incoming:
            where = await self._moved(where, home.parent, home.name)
        await self._inventory.relocate(finding.image.id, where)
        self._now_at[finding.image] = where
        return replace(finding, where=where, is_mended=True)

    async def _set_aside(self, finding: Finding) -> Finding:
        """Put a broken file away, and tell its row; an image that somebody misses stays broken."""
        image = finding.image
        if image is not None and image.is_set_aside:
            return finding
        where = await self._moved(finding.file, self._gallery / BROKEN_FOLDER)
        if image is not None:
            await self._inventory.set_aside(image.id, where)
        return replace(finding, where=where, is_mended=image is None or image.is_given_up)

    async def _clear_up(self, finding: Finding) -> Finding:
        """Take a left-over into the gallery where it is an image nobody has; else put it away."""
        if not await self._is_new_image(finding.file):
            return await self._set_aside(finding)
        day = datetime.fromtimestamp(finding.file.stat().st_mtime).astimezone().date()
        where = await self._moved(finding.file, self._gallery / day.isoformat())
        return replace(await self._adopt(Finding(Fault.STRAY, where)), fault=Fault.LEFT_OVER)

    async def _adopt(self, finding: Finding) -> Finding:
        """Give a file that no image knew a row and a thumbnail."""
        file = finding.file
        mark = hashlib.sha256(str(file).encode()).hexdigest()
        thumb = self._thumbs / "found" / f"{mark[:32]}.jpg"
        picture = await self._crowd.run(lambda: develop(file, thumb).picture)
        is_ai = await self._crowd.run(lambda: is_marked_as_ai(file))
        await self._inventory.adopt(
            file,
            thumb,
            picture,
            made_at=datetime.fromtimestamp(file.stat().st_mtime, UTC),
            note=FOUND_AI if is_ai else FOUND,
        )
        return replace(finding, where=file, is_mended=True)

    async def _draw_thumb(self, finding: Finding) -> Finding:
        """Make a thumbnail anew, in this profile even where an older one kept it elsewhere."""
        image = finding.image
        assert image is not None
        source, thumb = self._now_at.get(image, image.file), image.thumb
        if not thumb.is_relative_to(self._thumbs):
            thumb = self._thumbs / thumb.parent.name / thumb.name
        await self._crowd.run(lambda: thumbnail(source, thumb))
        if thumb != image.thumb:
            await self._inventory.set_thumb(image.id, thumb)
        return replace(finding, where=thumb, is_mended=True)

    async def _is_new_image(self, file: Path) -> bool:
        """Whether a file is a whole picture, and no row has its bytes."""
        if not is_picture(file) or await self._crowd.run(lambda: flaw(file)) is not None:
            return False
        return not await self._inventory.knows(await self._crowd.run(lambda: digest(file)))

    async def _moved(self, file: Path, folder: Path, name: str = "") -> Path:
        """Move a file under its own name, a hidden one's in plain sight, or under another."""
        name = name or file.name.lstrip(".")
        return await self._crowd.run(lambda: move(file, folder, name))


async def _tried(way: Way, finding: Finding) -> Finding:
    try:
        return await way(finding)
    except OSError as error:
        return replace(finding, reason=error.strerror or str(error))
    except Failure as failure:
        return replace(finding, reason=str(failure))
