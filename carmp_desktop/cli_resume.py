"""`carmp-desktop resume`: finishes what an interrupted run left, without a display."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Sequence
from contextlib import ExitStack
from typing import Any

from carmp_desktop.cli_output import remark, tell, tell_json
from carmp_desktop.cli_report import BatchReport
from carmp_desktop.core import log
from carmp_desktop.core.batches_at_work import Restored
from carmp_desktop.core.events import BatchCompleted, BatchCreated, Event
from carmp_desktop.core.marketplace import Marketplace
from carmp_desktop.core.problems import Failure

_COUNTS = ("total", "completed", "failed", "canceled")

End = BatchCompleted | Failure | None
"""What came of a batch; None where the program was left before its end."""


class Resumption:
    """All interrupted batches of one profile, taken up at once, each with its report."""

    def __init__(self, market: Marketplace, options: argparse.Namespace) -> None:
        self._market = market
        self._options = options
        self._reports: dict[str, BatchReport] = {}
        self._bars = ExitStack()
        self._is_at_work = False

    async def find(self) -> Sequence[Restored]:
        """Find and claim everything that was interrupted; nothing is begun yet."""
        await self._market.find_token()
        return await self._market.batches.restore(self._receive)

    async def run(self, restored: Sequence[Restored]) -> list[End]:
        """Finish these batches and print what came of them; an answer for each."""
        self._is_at_work = True
        with self._bars:
            ends = await asyncio.gather(*map(self._resume, restored))
        if self._options.json:
            for report in self._reports.values():
                report.tell_doubts()
            tell_json(self._summary())
        else:
            tell(self._sentences())
        return ends

    def _summary(self) -> dict[str, Any]:
        """The contract's object for ``--json``: the sums, and each batch's own summary."""
        batches = [report.summary() for report in self._reports.values()]
        sums = {name: sum(batch[name] for batch in batches) for name in _COUNTS}
        return {**sums, "batches": batches}

    def _sentences(self) -> str:
        """What was done, for a reader."""
        if not self._reports:
            return "Nothing was interrupted."
        return "\n".join(report.sentences() for report in self._reports.values())

    async def _resume(self, item: Restored) -> End:
        try:
            return await self._market.batches.resume(item.batch.id, go_on=True)
        except Failure as failure:
            remark(failure)
            return failure

    def _receive(self, event: Event) -> None:
        log.mp_received(event)
        if isinstance(event, BatchCreated):
            report = BatchReport(event.batch, title=event.batch.title)
            self._reports[event.batch_id] = self._bars.enter_context(report)
        report = self._reports[event.batch_id]
        if self._is_at_work:
            report.update(event)
        else:
            report.know(event)
