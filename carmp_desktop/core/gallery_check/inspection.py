"""One look at the whole gallery: every row against its file, every file against the rows.

The order makes it safe while images come home in another run of the program: the gallery's files
are listed first, then the landing is read, then the rows. A file whose row was not yet written
then was still in the landing when that was read, for a row comes before the landing is cleared.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from carmp_desktop.core.gallery_check.crowd import Crowd
from carmp_desktop.core.gallery_check.examination import (
    digest_if_readable,
    fault_of_stray,
    faults_of,
)
from carmp_desktop.core.gallery_check.findings import Fault, Finding, Report
from carmp_desktop.core.gallery_check.matching import found_again, left_over, on_the_way, settled
from carmp_desktop.core.gallery_check.shelf import Shelf, files_in, identity, is_picture, survey
from carmp_desktop.core.store.inventory import Books, Inventory, Kept


class Inspection:
    """Looks at a gallery and changes nothing. ``is_alive`` says whether a run of an id lives."""

    def __init__(
        self,
        inventory: Inventory,
        *,
        gallery: Path,
        incoming: Path,
        is_alive: Callable[[str | None], bool],
    ) -> None:
        self._inventory = inventory
        self._gallery = gallery
        self._incoming = incoming
        self._is_alive = is_alive

    async def run(self, crowd: Crowd) -> Report:
        """Compare everything with everything. Raises `Failure` where the database refuses."""
        shelf = await asyncio.to_thread(survey, self._gallery)
        landed = await asyncio.to_thread(files_in, self._incoming)
        hashes = await _hashes(crowd, landed)
        books = await self._inventory.read(self._is_alive)
        images = [image for image in books.images if image.batch_id not in books.at_work]
        wrong = await _faults(crowd, images)
        homeless = await _homeless(crowd, shelf, hashes, books)
        aside = {image for image in images if image.is_set_aside}
        missing = {finding.image for finding in wrong if finding.fault is Fault.MISSING}
        lost = [image for image in images if image in missing or image in aside]
        moved = found_again(lost, homeless)
        found = {finding.where for finding in moved}
        others = [file for file in homeless if file not in found]
        return Report(
            gallery=self._gallery,
            has_gallery=self._gallery.is_dir(),
            images=len(images),
            findings=(
                *settled(wrong, moved),
                *moved,
                *await self._faults_of_strays(crowd, others),
                *_still_there(left_over(shelf.parts, landed, books), found),
                *_unreadable(shelf),
            ),
            on_the_way=len(on_the_way(landed, books)),
            set_aside=len(aside - missing - {finding.image for finding in moved}),
            at_work=tuple(sorted(books.at_work.values())),
        )

    async def _faults_of_strays(self, crowd: Crowd, files: Iterable[Path]) -> list[Finding]:
        """What the gallery's own files are that no row names; the landing's are left over."""
        strays = [file for file in files if file.parent != self._incoming]
        return [finding for finding in await crowd.each(fault_of_stray, strays) if finding]


async def _faults(crowd: Crowd, images: Sequence[Kept]) -> list[Finding]:
    of_each = await crowd.each(lambda image: tuple(faults_of(image)), images)
    return [finding for findings in of_each for finding in findings]


async def _homeless(
    crowd: Crowd, shelf: Shelf, landed: dict[Path, str], books: Books
) -> dict[Path, str]:
    """Pictures that no row names and that are on nobody's way, each with the hash of its bytes.

    ``landed`` are the files of the landing with theirs.
    """
    strays = await asyncio.to_thread(_without_row, shelf, books)
    coming = {landed[file] for file in on_the_way(landed, books)}
    hashes = await _hashes(crowd, strays) | landed
    return {
        file: sha256 for file, sha256 in hashes.items() if is_picture(file) and sha256 not in coming
    }


async def _hashes(crowd: Crowd, files: Sequence[Path]) -> dict[Path, str]:
    """Each file's hash; a file that cannot be read has one that no other has."""
    return dict(zip(files, await crowd.each(digest_if_readable, files), strict=True))


def _without_row(shelf: Shelf, books: Books) -> list[Path]:
    named = {identity(image.file) for image in books.images}
    return [file for file in shelf.pictures if identity(file) not in named]


def _still_there(files: Iterable[Path], found: set[Path | None]) -> list[Finding]:
    """What was left over, but for what has been taken up meanwhile."""
    return [Finding(Fault.LEFT_OVER, file) for file in files if file not in found and file.exists()]


def _unreadable(shelf: Shelf) -> list[Finding]:
    return [
        Finding(Fault.UNREADABLE, folder, reason=reason)
        for folder, reason in shelf.unreadable.items()
    ]
