"""`carmp-desktop gallery export`: images of the gallery as files that a marketplace takes."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from tqdm import tqdm

from carmp_desktop.cli_choices import near_misses
from carmp_desktop.cli_output import tell, tell_json
from carmp_desktop.core.export.doubts import FEW, remarks_of_files
from carmp_desktop.core.export.problems import nothing_to_export
from carmp_desktop.core.export.request import (
    Exported,
    ExportRequest,
    LeftOut,
    Plan,
    PlannedFile,
)
from carmp_desktop.core.export.summary import left_out, summary
from carmp_desktop.core.export.words import Disclosure
from carmp_desktop.core.library import Query
from carmp_desktop.core.marketplace import Marketplace
from carmp_desktop.core.problems import Failure, Problem


async def export_gallery(market: Marketplace, options: argparse.Namespace) -> bool:
    """Run the command; the answer says whether all that was asked for is there.

    Raises `Failure` where nothing could be exported.
    """
    await _require_car(market, options.car)
    plan = await market.exporter.plan(await _request(market, options))
    if options.dry_run:
        _print(options, planned(plan), _sentences_of_plan(plan))
        return not plan.left_out
    exported = await _run(market, plan)
    _print(options, written(exported), _sentences(exported))
    return not exported.left_out


async def list_profiles(market: Marketplace, options: argparse.Namespace) -> None:
    """Print the export profiles there are. Raises `Failure` where the user's make no sense."""
    profiles = await market.exporter.profiles()
    if options.json:
        known = {key: {"title": each.title, "about": each.about} for key, each in profiles.items()}
        tell_json(known)
        return
    for key, each in profiles.items():
        tell(f"{key:<20} {each.title}: {each.about}" if each.about else f"{key:<20} {each.title}")


def planned(plan: Plan) -> dict[str, Any]:
    """The contract's object for ``--dry-run --json``."""
    return {
        "place": str(plan.place),
        "profile": plan.request.profile.key,
        "files": [_planned_file(file) for file in plan.files],
        "extras": [str(name) for name in plan.extras],
        "leftOut": list(map(left_out, plan.left_out)),
        "warnings": [problem.describe() for problem in plan.warnings],
    }


def written(exported: Exported) -> dict[str, Any]:
    """The contract's object for ``--json``: the summary, where it all is, and the warnings."""
    plan = exported.plan
    return {
        "place": str(plan.place),
        **summary(exported),
        "extras": [str(name) for name in plan.extras],
        "warnings": [problem.describe() for problem in plan.warnings],
    }


async def _require_car(market: Marketplace, car: str | None) -> None:
    """Raise `Failure` for a car that no image shows, with those that may have been meant."""
    if not car:
        return
    cars = [each.key for each in (await market.library.view(Query())).cars]
    near = near_misses(car, cars)
    if near and car.casefold() not in map(str.casefold, cars):
        fields = {"near": " or ".join(f"“{each}”" for each in near)}
        raise Failure(replace(nothing_to_export(), action="Did you mean {near}?", fields=fields))


async def _request(market: Marketplace, options: argparse.Namespace) -> ExportRequest:
    return ExportRequest(
        target=options.to,
        profile=await market.exporter.profile(options.profile_name),
        day=datetime.now().astimezone().date(),
        batch=options.batch,
        car=options.car,
        approved_only=options.approved,
        names=options.names,
        stock=options.stock,
        disclosure=Disclosure(options.disclosure),
        language=options.language,
        recolored_main=options.recolored_main,
        enlarge=options.enlarge,
    )


async def _run(market: Marketplace, plan: Plan) -> Exported:
    shows = sys.stderr.isatty()
    with tqdm(unit="image", disable=not shows, file=sys.stderr, leave=False) as bar:

        def advance(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        return await market.exporter.run(plan, advance)


def _print(options: argparse.Namespace, said: dict[str, Any], sentences: Iterator[str]) -> None:
    if options.json:
        tell_json(said)
    else:
        tell("\n".join(sentences))


def _sentences(exported: Exported) -> Iterator[str]:
    plan = exported.plan
    size = f"{exported.bytes / 1e6:,.1f} MB"
    yield f"{_count(len(exported.files))} exported to {plan.place} ({size})."
    own = [
        (str(file.planned.name), each)
        for file in exported.files
        for each in (*file.planned.warnings, *file.warnings)
    ]
    yield from _remarks(plan, own, exported.left_out)


def _sentences_of_plan(plan: Plan) -> Iterator[str]:
    yield f"{_count(len(plan.files))} would be exported to {plan.place}:"
    for file in plan.files:
        width, height = file.framing.size
        yield f"  {file.name}  {width} × {height}"
    own = [(str(file.name), problem) for file in plan.files for problem in file.warnings]
    yield from _remarks(plan, own, plan.left_out)


def _remarks(
    plan: Plan, own: Iterable[tuple[str, Problem]], absent: tuple[LeftOut, ...]
) -> Iterator[str]:
    """What should be known, each thing once, with the images it is true of."""
    yield from (problem.describe() for problem in plan.warnings)
    for each in remarks_of_files(own):
        first, more = ", ".join(each.files[:FEW]), len(each.files) - FEW
        names = f"{first} and {more:,} more" if more > 0 else first
        yield f"{each.problem.describe()} ({_count(len(each.files))}: {names})"
    for said, number in Counter(left.problem.describe() for left in absent).items():
        yield f"Left out: {_count(number)}. {said}"


def _planned_file(file: PlannedFile) -> dict[str, Any]:
    picture = file.original.picture
    return {
        "file": str(file.name),
        "car": file.car,
        "main": file.is_main,
        "angleKey": picture.angle_key or None,
        "colorKey": picture.color_key,
        "width": file.framing.size[0],
        "height": file.framing.size[1],
        "warnings": [problem.describe() for problem in file.warnings],
    }


def _count(number: int) -> str:
    return f"{number:,} image{'' if number == 1 else 's'}"
