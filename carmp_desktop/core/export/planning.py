"""The plan of an export: every file with its name, its crop and what the user should know of it.

Pictures are looked at, nothing is written. Blocks on disk and decoder: call it in a thread.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import count
from pathlib import Path, PurePosixPath

from carmp_desktop.core.export import file_problems, problems
from carmp_desktop.core.export.car_place import outline_of, place_of
from carmp_desktop.core.export.cropping import CENTER, Framing, Ground, frame
from carmp_desktop.core.export.disclosure import FILE_NAME, burned_text
from carmp_desktop.core.export.doubts import doubts_in
from carmp_desktop.core.export.marks import source_type
from carmp_desktop.core.export.naming import NameParts, file_name, folded, free_name
from carmp_desktop.core.export.profiles import ExportProfile, Forbidden
from carmp_desktop.core.export.request import (
    ExportRequest,
    LeftOut,
    Plan,
    PlannedFile,
)
from carmp_desktop.core.export.selection import CarGroup, Selection, select
from carmp_desktop.core.export.words import LANGUAGES, Disclosure, SourceType
from carmp_desktop.core.gallery import safe_name
from carmp_desktop.core.problems import Failure, Problem
from carmp_desktop.core.store.inventory import UNKNOWN
from carmp_desktop.core.store.originals import Original

SUMMARY = "summary.json"
SHEETS = ("contact_sheet.png", "contact_sheet.pdf")

_THREADS = min(4, os.cpu_count() or 1)
_MOST_SHARE = CENTER + 0.02  # what stands at 80 % is not told for a pixel


def make_plan(originals: Iterable[Original], request: ExportRequest, scenes: Path) -> Plan:
    """What an export will do. ``scenes`` is the folder of the studio's outlines.

    Raises `Failure` for names or a language that make no sense, and where nothing is asked for.
    """
    _check(request)
    selection, drafts, left_out = _drafted(tuple(originals), request, scenes)
    if not selection.cars and not selection.left_out and not left_out:
        raise Failure(problems.nothing_to_export())
    files = _named(drafts, request, alone=len(selection.cars) == 1)
    extras = _extras(files, request) if files else ()
    place = _free_place(request, {*(file.name for file in files), *extras})
    warnings = [*selection.warnings, *_warnings(files, request)]
    if place != request.target:
        warnings.append(problems.elsewhere(place))
    return Plan(
        request=request,
        place=place,
        files=files,
        left_out=(*selection.left_out, *left_out),
        warnings=tuple(warnings),
        extras=extras,
    )


def _check(request: ExportRequest) -> None:
    if request.language not in LANGUAGES:
        raise Failure(problems.unknown_language(request.language, LANGUAGES))
    file_name(request.template, NameParts("car", "angle", "color", 1, request.day))


def _drafted(
    originals: Sequence[Original], request: ExportRequest, scenes: Path
) -> tuple[Selection, list[PlannedFile], list[LeftOut]]:
    """The selection with every image of it looked at; the files have no names yet.

    What cannot be used steps aside before anything is numbered: another image may come first.
    """
    drafts: dict[int, PlannedFile] = {}
    failed: dict[int, LeftOut] = {}
    while True:
        selection = select([each for each in originals if each.id not in failed], request)
        new = [(car, each) for car in selection.cars for each in car.originals]
        new = [(car, each) for car, each in new if each.id not in drafts]
        if not new:
            wanted = [each.id for car in selection.cars for each in car.originals]
            return selection, [drafts[number] for number in wanted], list(failed.values())
        with ThreadPoolExecutor(_THREADS, thread_name_prefix="carmp-plan") as pool:
            looks = pool.map(lambda pair: _draft_or_not(pair[0], pair[1], request, scenes), new)
        for (_, original), end in zip(new, looks, strict=True):
            if isinstance(end, LeftOut):
                failed[original.id] = end
            else:
                drafts[original.id] = end


def _draft_or_not(
    car: CarGroup, original: Original, request: ExportRequest, scenes: Path
) -> PlannedFile | LeftOut:
    try:
        return _draft(original, car, request, scenes)
    except Failure as failure:
        return LeftOut(original, failure.problem)
    except (OSError, ValueError, SyntaxError) as error:
        return LeftOut(original, file_problems.unreadable(str(error)))


def _draft(original: Original, car: CarGroup, request: ExportRequest, scenes: Path) -> PlannedFile:
    profile = request.profile
    known = outline_of(original, scenes)
    place = place_of(original.picture.file, known)
    framing = frame(place, profile, enlarge=request.enlarge)
    if max(framing.size) < (profile.least_long_side or 0):
        raise Failure(file_problems.too_small(profile, max(framing.size)))
    outline = known if profile.transparent else None
    burns = burned_text(request.language, recolored=original.is_recolored)
    return PlannedFile(
        original=original,
        name=PurePosixPath(),
        framing=framing,
        source=source_type(original),
        car=car.name,
        outline=outline,
        burns=burns if _burns(request) else "",
        warnings=tuple(_file_warnings(original, framing, profile, outline)),
    )


def _burns(request: ExportRequest) -> bool:
    forbidden = Forbidden.TEXT in request.profile.forbids
    return request.disclosure is Disclosure.BURN and not forbidden


def _file_warnings(
    original: Original, framing: Framing, profile: ExportProfile, outline: Path | None
) -> Iterable[Problem]:
    width, height = framing.size
    if framing.missed and profile.aspect is not None:
        yield file_problems.aspect_missed(profile.aspect, width, height)
    if framing.ground is Ground.BARS:
        yield file_problems.bars_added()
    if framing.ground is Ground.BACKDROP:
        yield file_problems.backdrop_continued()
    if profile.aspect is not None and framing.share > _MOST_SHARE:
        yield file_problems.not_in_center(framing.share)
    if framing.enlarges > 1:
        yield file_problems.enlarged(framing.enlarges)
    if max(width, height) < (profile.advised_long_side or 0):
        yield file_problems.smaller_than_advised(profile, max(width, height))
    if profile.transparent and outline is None:
        yield file_problems.opaque()
    for doubt in doubts_in(original.picture.doubt or ""):
        yield file_problems.doubtful(doubt)


def _named(
    drafts: list[PlannedFile], request: ExportRequest, *, alone: bool
) -> tuple[PlannedFile, ...]:
    """The files under their names: beside each other for one car, else in a folder for each.

    Numbers count the files that are there: a number is never missing in the middle.
    """
    files: list[PlannedFile] = []
    folders: dict[str, str] = {}
    for car in dict.fromkeys(draft.car for draft in drafts):
        theirs = [draft for draft in drafts if draft.car == car]
        folder = free_name(safe_name(car), "", {folded(name) for name in folders.values()})
        folders[car] = folder
        taken = {folded(name) for name in (*SHEETS, SUMMARY, FILE_NAME)}
        for number, draft in enumerate(theirs, start=1):
            stem = file_name(request.template, _parts(draft, request, number, alone=alone))
            name = free_name(stem, request.profile.format.suffix, taken)
            taken.add(folded(name))
            path = PurePosixPath(name) if alone else PurePosixPath(folder, name)
            files.append(replace(draft, name=path, is_main=number == 1))
    return tuple(files)


def _parts(draft: PlannedFile, request: ExportRequest, number: int, *, alone: bool) -> NameParts:
    """What the tokens stand for; one stock number cannot be that of several cars."""
    picture = draft.original.picture
    return NameParts(
        car=draft.car,
        angle=picture.angle_key or picture.file.stem,
        color=picture.color_key or "",
        n=number,
        day=request.day,
        stock=request.stock if alone else "",
    )


def _extras(files: tuple[PlannedFile, ...], request: ExportRequest) -> tuple[PurePosixPath, ...]:
    """The names of what lies beside the images: a sheet for each car, one summary for all."""
    extras = [PurePosixPath(SUMMARY)]
    if request.disclosure is not Disclosure.NONE:
        extras.append(PurePosixPath(FILE_NAME))
    if request.contact_sheet:
        folders = dict.fromkeys(file.name.parent for file in files)
        extras += [folder / sheet for folder in folders for sheet in SHEETS]
    return tuple(extras)


def _free_place(request: ExportRequest, names: set[PurePosixPath]) -> Path:
    """Where nothing of these names is: the target, else one beside it with a number.

    A folder's export goes into a folder inside it; nothing that is there is ever replaced.
    """
    target = request.target
    if request.is_zip:
        further = (target.with_stem(f"{target.stem}_{number}") for number in count(2))
        is_taken = target.exists()
    else:
        further = (target / f"export_{number}" for number in count(2))
        is_taken = any((target / name).exists() for name in names)
    return next(place for place in further if not place.exists()) if is_taken else target


def _warnings(files: tuple[PlannedFile, ...], request: ExportRequest) -> Iterable[Problem]:
    recolored = sum(file.original.is_recolored for file in files)
    invented = sum(file.source is SourceType.INVENTED for file in files)
    if request.profile.actual_item and (recolored or invented):
        yield problems.not_the_item(request.profile, invented, recolored)
    strange = sum(file.original.picture.engine == UNKNOWN for file in files)
    if strange:
        yield problems.unknown_origin(strange)
    if request.disclosure is Disclosure.BURN and Forbidden.TEXT in request.profile.forbids:
        yield problems.not_burned(request.profile)
