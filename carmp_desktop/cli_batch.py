"""`carmp-desktop batch`: makes a new batch without a display."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from carmp_desktop.cli_choices import chosen, require_photos
from carmp_desktop.cli_output import tell, tell_json
from carmp_desktop.cli_report import BatchReport, EventsFile
from carmp_desktop.core import log
from carmp_desktop.core.events import BatchCompleted, Event
from carmp_desktop.core.gallery import Gallery
from carmp_desktop.core.marketplace import Marketplace
from carmp_desktop.core.model import Batch
from carmp_desktop.core.planning import plan_batch


async def plan(market: Marketplace, options: argparse.Namespace) -> Batch:
    """The batch that the options ask for; nothing is written or bought yet.

    Raises `Failure` where they make no sense.
    """
    require_photos(options)
    await market.find_token()
    presets = await market.read_presets()
    request = chosen(options, presets, market)
    log.mp(
        "submit batch",
        sourceCount=len(request.photos),
        angles=len(request.angles),
        colors=len(request.batch_colors),
        autoColorize=request.auto_colorize,
    )
    batch = plan_batch(request, presets.prompts, price=market.price(request.engine))
    log.mp("batch response", batchId=batch.id)
    return batch


async def make(
    market: Marketplace, batch: Batch, options: argparse.Namespace
) -> BatchCompleted | None:
    """Make the batch and print what came of it; None where the program was left before its end.

    Raises `Failure` where it could not begin.
    """
    folder = Gallery(market.gallery).folder_of(batch)
    with (
        _no_empty(folder),
        EventsFile(options.events) as events,
        BatchReport(batch) as report,
    ):

        def receive(event: Event) -> None:
            log.mp_received(event)
            events.write(event)
            report.update(event)

        completed = await market.run_batch(batch, receive)
    if options.json:
        report.tell_doubts()
        tell_json(report.summary())
    else:
        tell(report.sentences())
    return completed


@contextmanager
def _no_empty(folder: Path) -> Iterator[None]:
    """Leave no folder in the gallery that was made for images that never came."""
    was_there = folder.exists()
    try:
        yield
    finally:
        if not was_there:
            with suppress(OSError):  # there are images in it, or it was never made
                folder.rmdir()
