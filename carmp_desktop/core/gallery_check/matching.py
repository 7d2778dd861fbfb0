"""Sorts what was found: lost files that turned up again, files on their way, files left over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from carmp_desktop.core.gallery_check.findings import Fault, Finding
from carmp_desktop.core.store.inventory import Books, Kept


def found_again(lost: Iterable[Kept], hashes: Mapping[Path, str]) -> list[Finding]:
    """The lost images whose bytes are in a file of another name; each file answers for one image.

    ``hashes`` are the files without a row, each with the hash of its bytes.
    """
    files: defaultdict[str, list[Path]] = defaultdict(list)
    for file, sha256 in hashes.items():
        files[sha256].append(file)
    moved = []
    for image in lost:
        same = files.get(image.sha256)
        if same:
            where = next((file for file in same if file.name == image.file.name), same[0])
            same.remove(where)
            moved.append(Finding(Fault.MOVED, image.file, image, where=where))
    return moved


def settled(wrong: Iterable[Finding], moved: Sequence[Finding]) -> Iterator[Finding]:
    """The faults of images, now that some have been found: those are neither missing nor broken.

    The thumbnail of an image that stays missing is no fault of its own, and what is missing from
    the bin was on its way out, as was what has been made again.
    """
    wrong = list(wrong)
    found = {finding.image for finding in moved}
    lost = {finding.image for finding in wrong if finding.fault is Fault.MISSING} - found
    given_up = {image for image in lost if image and image.is_given_up}
    gone = {(Fault.MISSING, image) for image in found | given_up}
    gone |= {(Fault.BROKEN, image) for image in found}
    gone |= {(Fault.THUMB, image) for image in lost}
    return (finding for finding in wrong if (finding.fault, finding.image) not in gone)


def on_the_way(landed: Iterable[Path], books: Books) -> list[Path]:
    """What lies in the landing for jobs whose image is still to come home."""
    return [file for file in landed if file.stem in books.awaited]


def left_over(parts: Iterable[Path], landed: Iterable[Path], books: Books) -> list[Path]:
    """What was left half-done in gallery and landing, and nobody will ever take up."""
    found = [file for file in landed if file.stem not in books.awaited]
    if not books.at_work:
        found += [part for part in parts if part.stem.removeprefix(".") not in books.awaited]
    return found
