"""How far a batch is, and how long it still takes: counts, and an estimate from what has ended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from statistics import median

from carmp_desktop.core.model import Cell, CellKey, JobStatus, JobType
from carmp_desktop.qt.words.card_words import elapsed


class BatchProgress:
    """Follows the cells of one batch."""

    def __init__(self, cells: Iterable[Cell]) -> None:
        self._cells: dict[CellKey, Cell] = {cell.key: cell for cell in cells}
        self._counts = Counter(cell.status for cell in self._cells.values())
        self._most_at_once = 1

    @property
    def total(self) -> int:
        """All jobs of the batch."""
        return len(self._cells)

    @property
    def ended(self) -> int:
        """The jobs to which nothing more will happen."""
        return sum(self._counts[status] for status in JobStatus if status.is_final)

    def count(self, status: JobStatus) -> int:
        """The jobs in one state."""
        return self._counts[status]

    @property
    def cost(self) -> float:
        """What the service has charged so far, in US dollars."""
        return sum(cell.cost for cell in self._cells.values())

    @property
    def to_be_charged(self) -> int:
        """The jobs whose present attempt has not been charged yet."""
        return sum(
            not (cell.status.is_final or (cell.status is JobStatus.PROCESSING and cell.cost))
            for cell in self._cells.values()
        )

    def update_cell(self, cell: Cell) -> None:
        """Take a cell's new state; an unknown one is ignored."""
        before = self._cells.get(cell.key)
        if before is None:
            return
        self._cells[cell.key] = cell
        self._counts[before.status] -= 1
        self._counts[cell.status] += 1
        self._most_at_once = max(self._most_at_once, self.count(JobStatus.PROCESSING))

    def seconds_to_go(self, now: datetime) -> float | None:
        """An estimate, or None where nothing of some kind that is still to come has ended yet.

        The time that the remaining jobs need at the median of their kind, shared among as many as
        have been seen to run at once, but never less than the longest of them alone.
        """
        usual = {kind: self._median_seconds(kind) for kind in JobType}
        rests = []
        for cell in self._cells.values():
            if cell.status.is_final:
                continue
            needed = usual[cell.key.type]
            if needed is None:
                return None
            rests.append(max(0.0, needed - elapsed(cell, now)))
        return max(sum(rests) / self._most_at_once, *rests) if rests else None

    def _median_seconds(self, kind: JobType) -> float | None:
        taken = [
            (cell.finished_at - cell.started_at).total_seconds()
            for cell in self._cells.values()
            if cell.key.type is kind
            and cell.status is JobStatus.COMPLETED
            and cell.started_at
            and cell.finished_at
        ]
        return median(taken) if taken else None
