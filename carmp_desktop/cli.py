"""The headless face of the program: every command that needs no window, no display and no Qt.

Exit codes: 0 all completed or in order, 1 some failed or something found, 2 bad input or
settings, 130 interrupted.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

from carmp_desktop.arguments import profile_of, wants_debug_mp
from carmp_desktop.cli_export import export_gallery, list_profiles
from carmp_desktop.cli_gallery import check_gallery
from carmp_desktop.cli_ledger import show_ledger
from carmp_desktop.cli_report import BatchReport, EventsFile, presets_text
from carmp_desktop.cli_resume import resume
from carmp_desktop.cli_retry import retry
from carmp_desktop.core import log
from carmp_desktop.core.events import BatchCompleted, Event
from carmp_desktop.core.marketplace import Marketplace
from carmp_desktop.core.model import Angle, Batch, BatchRequest, Color, EngineName, Photo
from carmp_desktop.core.photos import gather, open_photo
from carmp_desktop.core.planning import plan_batch, unknown_key
from carmp_desktop.core.presets import Presets, Sheet
from carmp_desktop.core.problems import Failure, Problem
from carmp_desktop.core.secrets import TokenKeeper
from carmp_desktop.core.settings import SettingsFile

T = TypeVar("T")

ALL_COMPLETED = 0
SOME_FAILED = 1
BAD_INPUT = 2
INTERRUPTED = 130

MIRROR_PATIENCE = 5.0
"""Seconds for which a finished command still waits for the mirror; the rest goes at a later start.
"""


def run_command(options: argparse.Namespace) -> int:
    """Run one headless command; the answer is the exit code."""
    commands: dict[str, Callable[[argparse.Namespace], Coroutine[Any, Any, int]]] = {
        "batch": _batch,
        "gallery": _gallery,
        "ledger": _ledger,
        "presets": _presets,
        "resume": _resume,
        "retry": _retry,
    }
    try:
        return asyncio.run(commands[options.command](options))
    except Failure as failure:
        print(f"carmp-desktop: {failure}", file=sys.stderr)
        return BAD_INPUT
    except KeyboardInterrupt:
        return INTERRUPTED


async def _presets(options: argparse.Namespace) -> int:
    async with _open(options) as market:
        presets = await market.read_presets()
    print(presets_text(presets))
    return ALL_COMPLETED


async def _resume(options: argparse.Namespace) -> int:
    async with _open(options) as market:
        work = asyncio.ensure_future(resume(market, options))
        ends = await _or_canceled(market, work)
    if ends is None:
        return INTERRUPTED
    if any(isinstance(end, Failure) for end in ends):
        return BAD_INPUT
    return max((_code_of(end) for end in ends), default=ALL_COMPLETED)


async def _retry(options: argparse.Namespace) -> int:
    async with _open(options) as market:
        work = asyncio.ensure_future(retry(market, options))
        end = await _or_canceled(market, work)
    return INTERRUPTED if end is None else end


async def _gallery(options: argparse.Namespace) -> int:
    async with _open(options) as market:
        if options.action == "profiles":
            await list_profiles(market, options)
            return ALL_COMPLETED
        if options.action == "export":
            is_done = await export_gallery(market, options)
        else:
            is_done = (await check_gallery(market, options)).is_in_order
    return ALL_COMPLETED if is_done else SOME_FAILED


async def _ledger(options: argparse.Namespace) -> int:
    async with _open(options) as market:
        await show_ledger(market, options)
    return ALL_COMPLETED


async def _batch(options: argparse.Namespace) -> int:
    async with _open(options) as market:
        await market.find_token()
        presets = await market.read_presets()
        request = _request(options, presets, market)
        log.mp(
            "submit batch",
            sourceCount=len(request.photos),
            angles=len(request.angles),
            colors=len(request.batch_colors),
            autoColorize=request.auto_colorize,
        )
        price = market.price(request.engine)
        batch = plan_batch(request, presets.prompts, price=price)
        log.mp("batch response", batchId=batch.id)
        with BatchReport(batch) as report, EventsFile(options.events) as events:
            code = await _run(market, batch, lambda event: _receive(event, report, events))
        if options.json:
            print(json.dumps(report.summary(), ensure_ascii=False, indent=2))
        else:
            print(report.sentences())
        return code


async def _run(market: Marketplace, batch: Batch, emit: Callable[[Event], None]) -> int:
    """Run to the end; the first Ctrl-C cancels the batch, which still completes."""
    run = asyncio.ensure_future(market.run_batch(batch, emit))
    return _code_of(await _or_canceled(market, run))


async def _or_canceled(market: Marketplace, work: asyncio.Future[T]) -> T | None:
    """Await work; where that is interrupted, cancel all batches and answer None at their end."""
    try:
        return await asyncio.shield(work)
    except asyncio.CancelledError:
        market.batches.cancel_all()
        await asyncio.wait([work])
        return None


def _code_of(completed: BatchCompleted | None) -> int:
    if completed is None:
        return INTERRUPTED
    return SOME_FAILED if completed.failed or completed.canceled else ALL_COMPLETED


def _receive(event: Event, report: BatchReport, events: EventsFile) -> None:
    log.mp_received(event)
    events.write(event)
    report.update(event)


@asynccontextmanager
async def _open(options: argparse.Namespace) -> AsyncIterator[Marketplace]:
    """The profile the options name, with its log; closed whatever happens."""
    profile = profile_of(options)
    keeper = TokenKeeper(os.environ)
    settings = SettingsFile(profile.settings, os.environ)
    market = await Marketplace.open(profile, keeper=keeper, settings=settings)
    take_down = log.set_up(
        profile.log, debug_mp=wants_debug_mp(options), secret=lambda: market.token.value
    )
    try:
        yield market
        await market.mirror.drain(MIRROR_PATIENCE)
    finally:
        await market.aclose()
        take_down()


def _request(options: argparse.Namespace, presets: Presets, market: Marketplace) -> BatchRequest:
    """What the options ask for, in the presets' words. Raises `Failure` for an unknown key."""
    angles: dict[str, Angle] = {angle.key: angle for angle in presets.angles}
    colors: dict[str, Color] = {color.key: color for color in presets.colors}
    engine = options.engine or market.engine_state().name
    return BatchRequest(
        photos=_photos(options.photo, market.profile.thumbs / "photos"),
        angles=tuple(_known(key, angles, Sheet.ANGLES) for key in dict.fromkeys(options.angle)),
        colors=tuple(_known(key, colors, Sheet.COLORS) for key in dict.fromkeys(options.color)),
        auto_colorize=options.auto_colorize,
        car=options.car,
        instructions=options.instructions,
        engine=EngineName(engine),
    )


def _photos(paths: list[Path], thumbs: Path) -> tuple[Photo, ...]:
    """The photos that open; each other one is refused by name on stderr.

    Raises `Failure` with the last refusal where none is left.
    """
    photos, refusal = [], None
    for path in gather(paths):
        try:
            photos.append(open_photo(path, thumbs).photo)
        except Failure as failure:
            refusal = failure
            print(f"carmp-desktop: {failure}", file=sys.stderr)
    if refusal is not None and not photos:
        raise Failure(_NO_USABLE_PHOTO)
    return tuple(photos)


_NO_USABLE_PHOTO = Problem(
    code="no_usable_photo",
    title="No usable photo",
    sentence="None of the given files can be used as a photo.",
    action="Give at least one JPEG, PNG, WebP, HEIC, AVIF or TIFF photo.",
)


def _known(key: str, presets: dict[str, T], sheet: Sheet) -> T:
    if key in presets:
        return presets[key]
    raise Failure(unknown_key(sheet, key, presets))
