"""From a request to a batch: ids, jobs in matrix order, and every prompt filled.

Pure: nothing is written, fetched or started here, so the matrix can stand before anything else
happens.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

from carmp_desktop.core.model import Batch, BatchRequest, CellKey, Color, Job
from carmp_desktop.core.presets import Prompts, Sheet
from carmp_desktop.core.problems import Failure, Problem
from carmp_desktop.core.prompts import angle_prompt, color_prompt, require
from carmp_desktop.core.remarks import NO_KEY

NO_PHOTOS = Problem(
    code="no_photos",
    title="No photos",
    sentence="There is no photo to work from.",
    action="Add at least one photo of the car.",
)
NO_ANGLES = Problem(
    code="no_angles",
    title="No angles",
    sentence="No camera angle is chosen.",
    action="Choose at least one angle.",
)


def plan_batch(request: BatchRequest, prompts: Prompts, *, price: float | None = None) -> Batch:
    """Make the batch that ``request`` asks for.

    Jobs stand in matrix order: each angle, then its colors. ``price`` is about what an image
    costs, in US dollars. Raises `Failure` where the request
    has no photo or no angle, or where the global prompts lack a row.
    """
    if not request.photos:
        raise Failure(NO_PHOTOS)
    if not request.angles:
        raise Failure(NO_ANGLES)
    require(prompts)
    batch_id = new_id("b")
    jobs = tuple(_jobs(request, prompts, batch_id))
    created_at = datetime.now(UTC)
    return Batch(id=batch_id, request=request, created_at=created_at, jobs=jobs, price=price)


def with_colors(
    batch: Batch, colors: Iterable[Color], angle_keys: Collection[str] | None, prompts: Prompts
) -> Batch:
    """The batch with jobs for further colors, of some angles or (None) of all; ids stay.

    What the batch has already is not asked for twice. Raises `Failure` where the global prompts
    lack a row.
    """
    require(prompts)
    request, wanted = batch.request, {color.key: color for color in colors}
    columns = {color.key: color for color in request.batch_colors} | wanted
    known = {job.key: job for job in batch.jobs}
    jobs: list[Job] = []
    for angle in request.angles:
        is_wanted = angle_keys is None or angle.key in angle_keys
        jobs.append(known[CellKey(angle.key)])
        for color in columns.values():
            key = CellKey(angle.key, color.key)
            if key in known:
                jobs.append(known[key])
            elif is_wanted and color.key in wanted:
                text = color_prompt(prompts, color, request.instructions)
                jobs.append(Job(new_id("j"), batch.id, key, text))
    grown = replace(request, colors=tuple(columns.values()), auto_colorize=True)
    return replace(batch, request=grown, jobs=tuple(jobs))


def unknown_key(sheet: Sheet, key: str, known: Iterable[str]) -> Problem:
    """The problem of a key that its sheet does not have."""
    return Problem(
        code="unknown_key",
        title="Unknown key",
        sentence="The {sheet} have no key {key}.",
        action="Known are: {known}.",
        fields={"sheet": sheet.value, "key": key, "known": ", ".join(known) or NO_KEY},
    )


def new_id(kind: str) -> str:
    """A short random id that is unique for all practical purposes: 64 bits behind a letter."""
    return f"{kind}_{secrets.token_hex(8)}"


def _jobs(request: BatchRequest, prompts: Prompts, batch_id: str) -> Iterator[Job]:
    for angle in request.angles:
        text = angle_prompt(prompts, angle, request.instructions)
        yield Job(new_id("j"), batch_id, CellKey(angle.key), text)
        for color in request.batch_colors:
            text = color_prompt(prompts, color, request.instructions)
            yield Job(new_id("j"), batch_id, CellKey(angle.key, color.key), text)
