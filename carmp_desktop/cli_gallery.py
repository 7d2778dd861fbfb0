"""`carmp-desktop gallery check`: whether the files of the gallery are what is known of them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tqdm import tqdm

from carmp_desktop.cli_output import tell, tell_json
from carmp_desktop.core.gallery_check.findings import Fault, Finding, Report
from carmp_desktop.core.marketplace import Marketplace

_NAMED = 50
"""So many files of one kind are told by name."""

_TITLES = {
    Fault.STRAY: "Files the program does not know",
    Fault.MOVED: "Images whose file was moved or renamed",
    Fault.MISSING: "Images whose file is gone",
    Fault.BROKEN: "Broken files",
    Fault.UNREADABLE: "Files that cannot be read",
    Fault.THUMB: "Thumbnails missing or broken",
    Fault.LEFT_OVER: "Files left over from an interruption",
}
_MENDED = {
    Fault.STRAY: "now images of the gallery",
    Fault.MOVED: "their new place is known",
    Fault.BROKEN: "put aside",
    Fault.THUMB: "made anew",
    Fault.LEFT_OVER: "put where they belong",
}


async def check_gallery(market: Marketplace, options: argparse.Namespace) -> Report:
    """Run the command and print what it found; the answer says whether all is in order now."""
    shows = sys.stderr.isatty()
    with tqdm(unit="file", disable=not shows, file=sys.stderr, leave=False) as bar:

        def advance(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        report = await market.check_gallery(repair=options.repair, progress=advance)
    if options.json:
        tell_json(summary(report))
    else:
        tell("\n".join(sentences(report, repaired=options.repair)))
    return report


def summary(report: Report) -> dict[str, Any]:
    """The contract's object for ``--json``."""
    return {
        "gallery": str(report.gallery),
        "images": report.images,
        "found": len(report.findings),
        "mended": _mended(report),
        "onTheWay": report.on_the_way,
        "setAside": report.set_aside,
        "atWork": list(report.at_work),
        "findings": [
            {
                "fault": finding.fault.value,
                "file": str(finding.file),
                "where": str(finding.where) if finding.where else None,
                "reason": finding.reason or None,
                "mended": finding.is_mended,
            }
            for finding in report.findings
        ],
    }


def sentences(report: Report, *, repaired: bool) -> Iterator[str]:
    """The report for a reader: the counts, then the names, then what to do."""
    found, mended = len(report.findings), _mended(report)
    if not found:
        yield f"The gallery is in order: {_count(report.images, 'image')}."
    else:
        among = f"among {_count(report.images, 'image')} in {report.gallery}"
        share = "all" if mended == found else f"{mended:,}" if mended else "none"
        end = f"; {share} mended." if repaired else "."
        yield f"{_count(found, 'thing')} out of order {among}{end}"
    for fault in Fault:
        yield from _section(fault, report)
    yield from _notes(report)
    if not repaired and any(map(_can_be_mended, report.findings)):
        yield "With --repair, what can be mended is mended; nothing is deleted."


def _section(fault: Fault, report: Report) -> Iterator[str]:
    """All findings of one kind; those that were mended come first."""
    theirs = [finding for finding in report.findings if finding.fault is fault]
    mended = [finding for finding in theirs if finding.is_mended]
    left = [finding for finding in theirs if not finding.is_mended]
    if mended:
        yield f"{_TITLES[fault]}, {_MENDED[fault]} ({len(mended):,}):"
        yield from _names(mended, report.gallery)
    if left:
        yield f"{_TITLES[fault]} ({len(left):,}):"
        yield from _names(left, report.gallery)


def _names(findings: list[Finding], gallery: Path) -> Iterator[str]:
    for finding in findings[:_NAMED]:
        line = f"  {_name(finding, gallery)}"
        yield f"{line}: {finding.reason}" if finding.reason else line
    if len(findings) > _NAMED:
        yield f"  … and {len(findings) - _NAMED:,} more; --json names them all"


def _name(finding: Finding, gallery: Path) -> str:
    """What a finding is about: a thumbnail's image, and otherwise a file and where it went."""
    if finding.fault is Fault.THUMB and finding.image:
        return _short(finding.image.file, gallery)
    name = _short(finding.file, gallery)
    if finding.where is None or finding.where == finding.file:
        return name
    return f"{name} → {_short(finding.where, gallery)}"


def _notes(report: Report) -> Iterator[str]:
    if not report.has_gallery and report.images:
        yield f"The folder {report.gallery} is not there. If it is on another disk, connect that."
    if report.at_work:
        yield f"Left alone, because they are being made now: {', '.join(report.at_work)}."
    elif report.on_the_way:
        yield (
            f"{_count(report.on_the_way, 'image')} on the way into the gallery;"
            " “carmp-desktop resume” takes up what was interrupted."
        )
    if report.has_gallery and any(map(_is_lost, report.findings)):
        yield (
            "An image whose file is gone or broken is told of until it is made again in its batch"
            " or put into the gallery's bin."
        )


def _can_be_mended(finding: Finding) -> bool:
    is_aside = finding.image is not None and finding.image.is_set_aside
    return finding.fault in _MENDED and not (is_aside and finding.fault is Fault.BROKEN)


def _is_lost(finding: Finding) -> bool:
    is_without_file = finding.fault in (Fault.MISSING, Fault.BROKEN)
    return is_without_file and finding.image is not None and not finding.is_mended


def _mended(report: Report) -> int:
    return sum(finding.is_mended for finding in report.findings)


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def _short(file: Path, gallery: Path) -> str:
    """A file's path, from the gallery's folder where it is inside."""
    return str(file.relative_to(gallery) if file.is_relative_to(gallery) else file)
