"""`carmp-desktop retry`: makes what failed or was canceled of a batch again, without a display."""

from __future__ import annotations

import argparse
import json

from carmp_desktop.cli_report import BatchReport
from carmp_desktop.core import log
from carmp_desktop.core.events import Event, JobUpdated
from carmp_desktop.core.marketplace import Marketplace
from carmp_desktop.core.problems import Failure, Problem
from carmp_desktop.core.retrying import unmade, with_what_they_need

_NO_BATCH = Problem(
    code="no_batch",
    title="No batch",
    sentence="No batch has been made in this profile.",
    action="Make one with carmp-desktop batch.",
)


async def retry(market: Marketplace, options: argparse.Namespace) -> int:
    """Run the command to its end; the answer is its exit code.

    What Replicate has refused for what it shows is left out: the same again is no use. Raises
    `Failure` where there is no such batch, or it cannot begin.
    """
    await market.find_token()

    def receive(event: Event) -> None:
        log.mp_received(event)
        report.update(event)

    kept = await market.reopen(options.batch or await _newest(market), receive)
    keys = with_what_they_need(kept.cells, unmade(kept.cells))
    if not keys:
        print("Nothing to make again.")
        return 0
    with BatchReport(kept.batch) as report:
        for cell in kept.cells.values():
            report.update(JobUpdated(cell))
        completed = await market.batches.make_again(kept.batch.id, keys)
    if options.json:
        print(json.dumps(report.summary(), ensure_ascii=False, indent=2))
    else:
        print(report.sentences())
    is_whole = completed is not None and not (completed.failed or completed.canceled)
    return 0 if is_whole else 1


async def _newest(market: Marketplace) -> str:
    newest = await market.history(1)
    if not newest:
        raise Failure(_NO_BATCH)
    return newest[0].id
