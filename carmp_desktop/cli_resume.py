"""`carmp-desktop resume`: finishes what an interrupted run left, without a display."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from contextlib import ExitStack
from typing import Any

from carmp_desktop.cli_report import BatchReport
from carmp_desktop.core import log
from carmp_desktop.core.batches_at_work import Restored
from carmp_desktop.core.events import BatchCompleted, BatchCreated, Event
from carmp_desktop.core.marketplace import Marketplace
from carmp_desktop.core.problems import Failure

_COUNTS = ("total", "completed", "failed", "canceled")


class Resumption:
    """All interrupted batches of one profile, taken up at once, each with its report."""

    def __init__(self, market: Marketplace) -> None:
        self._market = market
        self._reports: dict[str, BatchReport] = {}
        self._bars = ExitStack()

    async def run(self) -> list[BatchCompleted | Failure | None]:
        """Take up everything that was interrupted, to its end; an answer for each batch."""
        with self._bars:
            restored = await self._market.batches.restore(self._receive)
            return list(await asyncio.gather(*(self._resume(item) for item in restored)))

    def summary(self) -> dict[str, Any]:
        """The contract's object for ``--json``: the sums, and each batch's own summary."""
        batches = [report.summary() for report in self._reports.values()]
        sums = {name: sum(batch[name] for batch in batches) for name in _COUNTS}
        return {**sums, "batches": batches}

    def sentences(self) -> str:
        """What was done, for a reader."""
        if not self._reports:
            return "Nothing was interrupted."
        return "\n".join(report.sentences() for report in self._reports.values())

    async def _resume(self, item: Restored) -> BatchCompleted | Failure | None:
        try:
            return await self._market.batches.resume(item.batch.id, go_on=True)
        except Failure as failure:
            print(f"carmp-desktop: {failure}", file=sys.stderr)
            return failure

    def _receive(self, event: Event) -> None:
        log.mp_received(event)
        if isinstance(event, BatchCreated):
            report = BatchReport(event.batch)
            self._reports[event.batch_id] = self._bars.enter_context(report)
        self._reports[event.batch_id].update(event)


async def resume(market: Marketplace, options: argparse.Namespace) -> list[Any]:
    """Run the command; the answer is what came of each batch."""
    await market.find_token()
    resumption = Resumption(market)
    ends = await resumption.run()
    if options.json:
        print(json.dumps(resumption.summary(), ensure_ascii=False, indent=2))
    else:
        print(resumption.sentences())
    return ends
