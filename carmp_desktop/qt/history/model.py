"""Every batch of the profile as one list, newest first, with a heading above each day.

Older batches are asked for as the list is scrolled to them. A change touches only the rows that
differ, so that selection and scroll position stay where they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from itertools import groupby

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from carmp_desktop.core.store.history import BatchSummary
from carmp_desktop.qt.history.words import (
    Day,
    HistoryRow,
    count_words,
    day_summary,
    day_words,
    local_day,
    spoken,
    state_words,
)

ITEM_ROLE = Qt.ItemDataRole.UserRole
"""The `HistoryRow` or the `Day` of a row."""

_Item = HistoryRow | Day
_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


def local_now() -> datetime:
    """The present moment on the user's clock."""
    return datetime.now().astimezone()


class HistoryModel(QAbstractListModel):
    """Holds what is known so far; ``now`` tells which day is today."""

    more_wanted = Signal()
    """The batches before the oldest one known are wanted; `add_batches` answers."""

    def __init__(
        self, parent: QObject | None = None, *, now: Callable[[], datetime] = local_now
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._batches: dict[str, BatchSummary] = {}
        self._at_work: frozenset[str] = frozenset()
        self._car = ""
        self._more = False
        self._asked = False
        self._items: list[_Item] = []

    @property
    def today(self) -> date:
        """The present day on the user's clock."""
        return local_day(self._now())

    @property
    def batches(self) -> tuple[BatchSummary, ...]:
        """The batches that are listed, in the list's order."""
        return tuple(item.summary for item in self._items if isinstance(item, HistoryRow))

    @property
    def is_complete(self) -> bool:
        """Whether the oldest batch of the profile is known."""
        return not self._more

    def set_batches(self, batches: Iterable[BatchSummary], *, more: bool) -> None:
        """Know these batches and no others; ``more`` where there are older ones."""
        self._batches = {}
        self.add_batches(batches, more=more)

    def add_batches(self, batches: Iterable[BatchSummary], *, more: bool) -> None:
        """Know older batches too; while a search is on, go on until all are known."""
        self._batches |= {summary.id: summary for summary in batches}
        self._more = more
        self._asked = False
        self._show()
        if self._car:
            self.fetchMore()

    def put_batches(self, batches: Iterable[BatchSummary]) -> None:
        """Take the new state of batches, or new ones."""
        known = self._batches | {summary.id: summary for summary in batches}
        if known != self._batches:
            self._batches = known
            self._show()

    def set_at_work(self, batch_ids: Iterable[str]) -> None:
        """Say which batches are being made now."""
        at_work = frozenset(batch_ids)
        if at_work != self._at_work:
            self._at_work = at_work
            self._show()

    def set_search(self, car: str) -> None:
        """List only the batches whose car has all these words, in any case and order."""
        if car.casefold().split() != self._car.split():
            self._car = car.casefold()
            self._show()
            if self._car.strip():
                self.fetchMore()

    def index_of(self, batch_id: str) -> QModelIndex:
        """Where a batch stands; an invalid index where it is not listed."""
        for row, item in enumerate(self._items):
            if isinstance(item, HistoryRow) and item.summary.id == batch_id:
                return self.index(row)
        return QModelIndex()

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        """The number of batches and headings."""
        return 0 if parent.isValid() else len(self._items)

    def canFetchMore(self, parent: _Index) -> bool:
        """Whether older batches can be asked for now."""
        return not parent.isValid() and self._more and not self._asked

    def fetchMore(self, parent: _Index = _NO_INDEX) -> None:
        """Ask for older batches, once until the answer comes."""
        if self.canFetchMore(parent):
            self._asked = True
            self.more_wanted.emit()

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """A heading can be neither chosen nor walked upon."""
        if index.isValid() and isinstance(self._items[index.row()], Day):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The item itself, or its words for tooltip and screen reader."""
        if not index.isValid():
            return None
        item = self._items[index.row()]
        if role == ITEM_ROLE:
            return item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(item)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(item, HistoryRow):
            return "\n".join((item.summary.title, state_words(item), count_words(item)))
        return None

    def _spoken(self, item: _Item) -> str:
        if isinstance(item, HistoryRow):
            return spoken(item, self.today)
        return " · ".join(filter(None, (day_words(item.date, self.today), day_summary(item))))

    def _wanted(self) -> Iterator[_Item]:
        """What is to be listed now, in its order."""
        words = self._car.split()
        found = sorted(
            (
                summary
                for summary in self._batches.values()
                if all(word in summary.title.casefold() for word in words)
            ),
            key=lambda summary: (summary.created_at, summary.id),
            reverse=True,
        )
        for day, group in groupby(found, key=lambda summary: local_day(summary.created_at)):
            batches = list(group)
            known = self.is_complete or batches[-1] is not found[-1]
            yield _day(day, batches) if known else Day(day)
            for summary in batches:
                yield HistoryRow(summary, summary.id in self._at_work)

    def _show(self) -> None:
        """Take away, put in and change what differs between the list and what it shall be."""
        wanted = list(self._wanted())
        here = self._items
        head, tail = _same_ends([_key(item) for item in here], [_key(item) for item in wanted])
        if gone := len(here) - head - tail:
            self.beginRemoveRows(QModelIndex(), head, head + gone - 1)
            del here[head : head + gone]
            self.endRemoveRows()
        if new := len(wanted) - head - tail:
            self.beginInsertRows(QModelIndex(), head, head + new - 1)
            here[head:head] = wanted[head : head + new]
            self.endInsertRows()
        for row, item in enumerate(wanted):
            if here[row] != item:
                here[row] = item
                self.dataChanged.emit(self.index(row), self.index(row))


def _day(day: date, batches: list[BatchSummary]) -> Day:
    images = sum(summary.completed for summary in batches)
    return Day(day, len(batches), images, sum(summary.cost for summary in batches))


def _key(item: _Item) -> str | date:
    return item.summary.id if isinstance(item, HistoryRow) else item.date


def _same_ends(one: list[str | date], other: list[str | date]) -> tuple[int, int]:
    """How many keys two lists have in common at their beginning, and then at their end."""
    shorter = min(len(one), len(other))
    head = next((n for n in range(shorter) if one[n] != other[n]), shorter)
    rest = shorter - head
    tail = next((n for n in range(rest) if one[-1 - n] != other[-1 - n]), rest)
    return head, tail
