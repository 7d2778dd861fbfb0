"""The jobs that run, wait or failed, of every batch of this run, as one list in that order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from carmp_desktop.core.model import Batch, Cell, CellKey, JobStatus
from carmp_desktop.qt.words.card_words import in_its_turn, spoken, tooltip
from carmp_desktop.qt.words.text import short_angle_labels

JOB_ROLE = Qt.ItemDataRole.UserRole
"""The `TrayJob` of a row."""

LISTED = (JobStatus.PROCESSING, JobStatus.QUEUED, JobStatus.FAILED)
"""The states that stand in the list, in the list's order."""

_Address = tuple[str, CellKey]
_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


@dataclass(frozen=True, slots=True)
class TrayJob:
    """One row: what is being made, for which car, and how it stands."""

    place: str
    car: str
    cell: Cell


class JobsModel(QAbstractListModel):
    """Three groups one below the other; a job moves between them as its state changes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names: dict[_Address, tuple[str, str]] = {}
        self._cells: dict[_Address, Cell] = {}
        self._groups: dict[JobStatus, list[_Address]] = {status: [] for status in LISTED}

    def count(self, status: JobStatus) -> int:
        """How many jobs are in a listed state."""
        return len(self._groups[status])

    def add_batch(self, batch: Batch, cells: Iterable[Cell]) -> None:
        """List a batch's jobs below those already there."""
        names = short_angle_labels(angle.label for angle in batch.request.angles)
        angles = {angle.key: names[angle.label] for angle in batch.request.angles}
        colors = {color.key: color.label for color in batch.request.batch_colors}
        self.beginResetModel()
        for cell in cells:
            address = (batch.id, cell.key)
            parts = (angles[cell.key.angle_key], colors.get(cell.key.color_key or ""))
            self._names[address] = (", ".join(part for part in parts if part), batch.title)
            self._drop(address)
            self._cells[address] = cell
            if cell.status in self._groups:
                self._groups[cell.status].append(address)
        self.endResetModel()

    def remove_batch(self, batch_id: str) -> None:
        """Forget a batch's jobs."""
        self.beginResetModel()
        for address in [address for address in self._names if address[0] == batch_id]:
            self._drop(address)
            del self._names[address]
            self._cells.pop(address, None)
        self.endResetModel()

    def update_cell(self, cell: Cell) -> None:
        """Take a job's new state; one of an unknown batch is ignored."""
        address = (cell.batch_id, cell.key)
        before = self._cells.get(address)
        if before is None:
            return
        self._cells[address] = cell
        if before.status is cell.status and cell.status in self._groups:
            index = self.index(self._row(address, cell.status))
            self.dataChanged.emit(index, index)
            return
        self._take_out(address, before.status)
        self._put_in(address, cell.status)

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        """The number of listed jobs."""
        return 0 if parent.isValid() else sum(len(group) for group in self._groups.values())

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The job itself, or its words for tooltip and screen reader."""
        if not index.isValid():
            return None
        job = self._job_at(index.row())
        if role == JOB_ROLE:
            return job
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(job.cell, job.place)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(job.cell, job.place)
        return None

    def _job_at(self, row: int) -> TrayJob:
        for group in self._groups.values():
            if row < len(group):
                place, car = self._names[group[row]]
                batch_id, key = group[row]
                angle = self._cells.get((batch_id, CellKey(key.angle_key)))
                cell = in_its_turn(self._cells[group[row]], angle)
                return TrayJob(place=place, car=car, cell=cell)
            row -= len(group)
        raise IndexError(row)

    def _first_row(self, status: JobStatus) -> int:
        before = LISTED[: LISTED.index(status)]
        return sum(len(self._groups[earlier]) for earlier in before)

    def _row(self, address: _Address, status: JobStatus) -> int:
        return self._first_row(status) + self._groups[status].index(address)

    def _take_out(self, address: _Address, status: JobStatus) -> None:
        if status not in self._groups:
            return
        row = self._row(address, status)
        self.beginRemoveRows(QModelIndex(), row, row)
        self._groups[status].remove(address)
        self.endRemoveRows()

    def _put_in(self, address: _Address, status: JobStatus) -> None:
        if status not in self._groups:
            return
        row = self._first_row(status) + len(self._groups[status])
        self.beginInsertRows(QModelIndex(), row, row)
        self._groups[status].append(address)
        self.endInsertRows()

    def _drop(self, address: _Address) -> None:
        for group in self._groups.values():
            if address in group:
                group.remove(address)
