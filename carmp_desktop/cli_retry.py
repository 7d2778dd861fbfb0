"""`carmp-desktop retry`: makes what failed or was canceled of a batch again, without a display."""

from __future__ import annotations

import argparse

from carmp_desktop.cli_output import tell, tell_json
from carmp_desktop.cli_report import BatchReport
from carmp_desktop.core import log
from carmp_desktop.core.events import BatchCompleted, Event, JobUpdated
from carmp_desktop.core.marketplace import Marketplace
from carmp_desktop.core.model import CellKey
from carmp_desktop.core.problems import Failure, Problem
from carmp_desktop.core.retrying import unmade, with_what_they_need

_NO_BATCH = Problem(
    code="no_batch",
    title="No batch",
    sentence="No batch has been made in this profile.",
    action="Make one with carmp-desktop batch.",
)


class Retry:
    """One batch of any age, and those of its cells that are worth making again."""

    def __init__(self, market: Marketplace, options: argparse.Namespace) -> None:
        self._market = market
        self._options = options
        self._report: BatchReport | None = None
        self._batch_id = ""
        self._keys: frozenset[CellKey] = frozenset()

    async def find(self) -> bool:
        """Find the batch; the answer says whether anything of it is to be made again.

        What Replicate has refused for what it shows is left out: the same again is no use. Raises
        `Failure` where there is no such batch, or another run of the program works on it.
        """
        await self._market.find_token()
        self._batch_id = self._options.batch or await self._newest()
        kept = await self._market.reopen(self._batch_id, self._receive)
        self._keys = frozenset(with_what_they_need(kept.cells, unmade(kept.cells)))
        self._report = BatchReport(kept.batch)
        for cell in kept.cells.values():
            self._report.know(JobUpdated(cell))
        return bool(self._keys)

    async def run(self) -> BatchCompleted | None:
        """Make the cells again; None where the program was left before their end.

        Raises `Failure` where that could not begin.
        """
        assert self._report is not None
        with self._report:
            return await self._market.batches.make_again(self._batch_id, self._keys)

    def tell(self) -> None:
        """Print how the batch stands now."""
        assert self._report is not None
        if self._options.json:
            self._report.tell_doubts()
            tell_json(self._report.summary())
        elif self._keys:
            tell(self._report.sentences())
        else:
            tell("Nothing to make again.")

    async def _newest(self) -> str:
        newest = await self._market.history(1)
        if not newest:
            raise Failure(_NO_BATCH)
        return newest[0].id

    def _receive(self, event: Event) -> None:
        log.mp_received(event)
        if self._report is not None:
            self._report.update(event)
