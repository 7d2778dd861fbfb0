"""The making of an export: pictures in several threads, then what lies beside them, then delivery.

Blocks from beginning to end: call it in a thread. Decoder, encoder and arithmetic let go of the
interpreter's lock, so that threads do.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePosixPath
from threading import Event

from carmp_desktop.core.export import contact_sheet, file_problems, problems
from carmp_desktop.core.export.contact_sheet import Shown
from carmp_desktop.core.export.credentials import claim_generator
from carmp_desktop.core.export.disclosure import FILE_NAME, disclosure_file
from carmp_desktop.core.export.encoding import encode
from carmp_desktop.core.export.marks import xmp_packet
from carmp_desktop.core.export.parcel import Parcel
from carmp_desktop.core.export.planning import SHEETS, SUMMARY
from carmp_desktop.core.export.rendering import render
from carmp_desktop.core.export.request import (
    Exported,
    ExportedFile,
    LeftOut,
    Plan,
    PlannedFile,
)
from carmp_desktop.core.export.sheet_words import SHEET_WORDS
from carmp_desktop.core.export.summary import summary_text
from carmp_desktop.core.export.validation import faults
from carmp_desktop.core.problems import Failure

_THREADS = min(4, os.cpu_count() or 1)


class Stopped(Exception):
    """Nobody wants the export any more."""


@dataclass(frozen=True, slots=True)
class _Finished:
    """One file that was written, with its small copy for the contact sheet."""

    file: ExportedFile
    shown: Shown


def make_export(plan: Plan, tell: Callable[[int], None], stop: Event) -> Exported:
    """Write what was planned; ``tell`` is called with how many pictures are done.

    Raises `Failure` where the disk refuses or nothing is left to export, `Stopped` soon after
    ``stop`` was set. In both cases nothing stays behind.
    """
    at = datetime.now(UTC)
    with Parcel(plan.place, is_zip=plan.request.is_zip) as parcel:
        finished, left_out = _pictures(plan, parcel, at, tell, stop)
        files = tuple(each.file for each in finished)
        exported = Exported(plan, at, files, (*plan.left_out, *left_out))
        for name, body in _extras(exported, [each.shown for each in finished]):
            parcel.add(name, body)
        if stop.is_set():
            raise Stopped
        parcel.deliver([*(file.planned.name for file in files), *plan.extras])
    return exported


def _pictures(
    plan: Plan, parcel: Parcel, at: datetime, tell: Callable[[int], None], stop: Event
) -> tuple[list[_Finished], list[LeftOut]]:
    """Every picture in the plan's order, and those that their profile does not take."""

    def make(planned: PlannedFile) -> _Finished | LeftOut:
        if stop.is_set():
            raise Stopped
        return _made(planned, plan, parcel, at)

    with ThreadPoolExecutor(_THREADS, thread_name_prefix="carmp-export") as pool:
        futures: list[Future[_Finished | LeftOut]] = [
            pool.submit(make, planned) for planned in plan.files
        ]
        try:
            for done, future in enumerate(as_completed(futures), start=1):
                future.result()
                tell(done)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    ends = [future.result() for future in futures]
    finished = [end for end in ends if isinstance(end, _Finished)]
    left_out = [end for end in ends if isinstance(end, LeftOut)]
    if not finished:
        raise Failure(left_out[0].problem)
    return finished, left_out


def _made(planned: PlannedFile, plan: Plan, parcel: Parcel, at: datetime) -> _Finished | LeftOut:
    """One picture on the disk and found good there.

    A main image that is not taken fails the export: without it, the others are not what was
    planned. Raises `Failure` then, and where the disk refuses.
    """
    profile = plan.request.profile
    try:
        picture = render(planned, profile.background)
        encoded = encode(picture, profile, xmp_packet(planned, at))
    except (OSError, ValueError, SyntaxError) as error:
        return _refused(planned, Failure(file_problems.unreadable(str(error))))
    except Failure as failure:
        return _refused(planned, failure)
    parcel.add(planned.name, encoded.body)
    body = parcel.read(planned.name)
    transparent = planned.outline is not None
    wrong = faults(body, profile, planned.source, transparent=transparent)
    if wrong:
        return _refused(planned, Failure(problems.not_valid(profile, wrong)))
    file = ExportedFile(
        planned=planned,
        sha256=hashlib.sha256(body).hexdigest(),
        size=len(body),
        width=encoded.size[0],
        height=encoded.size[1],
        credentials=claim_generator(planned.original.picture.file),
        warnings=(file_problems.shrunk(encoded.size),) if encoded.is_shrunk else (),
    )
    return _Finished(file, Shown(planned, contact_sheet.thumb_of(picture)))


def _refused(planned: PlannedFile, failure: Failure) -> LeftOut:
    if planned.is_main:
        raise failure
    return LeftOut(planned.original, failure.problem)


def _extras(exported: Exported, shown: list[Shown]) -> Iterator[tuple[PurePosixPath, bytes]]:
    """The files beside the pictures that were planned, with what they hold."""
    plan = exported.plan
    planned = [file.planned for file in exported.files]
    if PurePosixPath(FILE_NAME) in plan.extras:
        text = disclosure_file(plan.request.language, planned)
        yield PurePosixPath(FILE_NAME), text.encode()
    for car in plan.cars:
        theirs = [each for each in shown if each.planned.car == car]
        if not theirs or not plan.request.contact_sheet:
            continue
        folder = theirs[0].planned.name.parent
        words = SHEET_WORDS[plan.request.language]
        day = f"{exported.at.astimezone():%Y-%m-%d}"
        subtitle = words.subtitle(plan.request.profile.title, len(theirs), day)
        sheet = contact_sheet.draw_sheet(car, subtitle, theirs, words)
        yield folder / SHEETS[0], contact_sheet.as_png(sheet)
        yield folder / SHEETS[1], contact_sheet.as_pdf(sheet, car)
    yield PurePosixPath(SUMMARY), summary_text(exported).encode()
