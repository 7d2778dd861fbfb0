"""The headless face of the program: every command that needs no window, no display and no Qt.

Exit codes: 0 all completed or in order, 1 some failed or something found, 2 bad input or
settings, 130 interrupted.
"""

from __future__ import annotations

import argparse
import asyncio
import os
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from carmp_desktop import cli_batch
from carmp_desktop.arguments import profile_of, wants_debug_mp
from carmp_desktop.cli_export import export_gallery, list_profiles
from carmp_desktop.cli_gallery import check_gallery
from carmp_desktop.cli_ledger import show_ledger
from carmp_desktop.cli_output import prepare, remark, tell
from carmp_desktop.cli_presets import presets_text
from carmp_desktop.cli_resume import Resumption
from carmp_desktop.cli_retry import Retry
from carmp_desktop.core import log
from carmp_desktop.core.events import BatchCompleted
from carmp_desktop.core.marketplace import Marketplace
from carmp_desktop.core.problems import Failure
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
    prepare()
    try:
        return asyncio.run(commands[options.command](options))
    except Failure as failure:
        remark(failure)
        return BAD_INPUT
    except KeyboardInterrupt:
        return INTERRUPTED


async def _presets(options: argparse.Namespace) -> int:
    async with _open(options) as market:
        presets = await market.read_presets()
    tell(presets_text(presets))
    return ALL_COMPLETED


async def _resume(options: argparse.Namespace) -> int:
    async with _open(options) as market:
        resumption = Resumption(market, options)
        restored = await resumption.find()
        ends = await _or_canceled(market, asyncio.ensure_future(resumption.run(restored)))
    if ends is None:
        return INTERRUPTED
    if any(isinstance(end, Failure) for end in ends):
        return BAD_INPUT
    codes = (_code_of(end) for end in ends if not isinstance(end, Failure))
    return max(codes, default=ALL_COMPLETED)


async def _retry(options: argparse.Namespace) -> int:
    async with _open(options) as market:
        retry = Retry(market, options)
        code = ALL_COMPLETED
        if await retry.find():
            code = _code_of(await _or_canceled(market, asyncio.ensure_future(retry.run())))
        retry.tell()
        return code


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
        batch = await cli_batch.plan(market, options)
        work = asyncio.ensure_future(cli_batch.make(market, batch, options))
        return _code_of(await _or_canceled(market, work))


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
