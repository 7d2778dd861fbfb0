"""The ledger: what each batch has cost in each month, and the sums of the months.

Amounts are exact: decimals of a US dollar, never floating point. A month is one on the user's
clock. What nobody knows the price of is said to be unknown, never nothing.
"""

from __future__ import annotations

import csv
import errno
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from carmp_desktop.core.problems import Failure, Problem
from carmp_desktop.core.store.accounts import BatchAccount, Books, MadeImage, PaidAttempt
from carmp_desktop.core.store.journal import AttemptState
from carmp_desktop.core.store.purse import MICROS
from carmp_desktop.core.whole_files import put_whole

COLUMNS = (
    "month",
    "batch_id",
    "created_at",
    "car",
    "engine",
    "model",
    "images",
    "attempts_paid",
    "failed_but_charged",
    "canceled_but_charged",
    "cost_usd",
)
"""The first line of the CSV file."""

_SUM = "total"
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")


@dataclass(frozen=True, slots=True)
class Spending:
    """What was made and paid; ``unpriced`` of the paid attempts are not in ``cost``.

    ``images`` are those completed; ``cost`` is in US dollars, exact.
    """

    images: int = 0
    attempts: int = 0
    failed: int = 0
    canceled: int = 0
    unpriced: int = 0
    cost: Decimal = Decimal(0)

    def __add__(self, other: Spending) -> Spending:
        return Spending(
            images=self.images + other.images,
            attempts=self.attempts + other.attempts,
            failed=self.failed + other.failed,
            canceled=self.canceled + other.canceled,
            unpriced=self.unpriced + other.unpriced,
            cost=self.cost + other.cost,
        )

    @property
    def cost_text(self) -> str:
        """The cost for a reader and a table: "0.117", "unknown", or "0.117 + unknown"."""
        known = money(self.cost)
        if not self.unpriced:
            return known
        return f"{known} + unknown" if self.cost else "unknown"


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One batch in one month (``YYYY-MM``); ``model`` names several where several were used."""

    month: str
    batch_id: str
    created_at: datetime
    car: str
    engine: str
    model: str
    spending: Spending


@dataclass(frozen=True, slots=True)
class Month:
    """One month's batches, oldest first, and their sum."""

    name: str
    rows: tuple[LedgerRow, ...]

    @property
    def total(self) -> Spending:
        """The month's sum."""
        return sum((row.spending for row in self.rows), Spending())


@dataclass(frozen=True, slots=True)
class Ledger:
    """All months in which something was made or paid, oldest first."""

    months: tuple[Month, ...] = ()

    def only(self, month: str) -> Ledger:
        """The ledger of one month (``YYYY-MM``), empty where nothing happened in it."""
        return Ledger(tuple(known for known in self.months if known.name == month))

    @property
    def total(self) -> Spending:
        """The sum of all months."""
        return sum((month.total for month in self.months), Spending())

    def write_csv(self, path: Path) -> None:
        """Write the whole ledger as a table that any spreadsheet reads, in UTF-8.

        Blocks on the disk. Raises `Failure` where the file cannot be written; an older one is then
        as it was.
        """
        text = io.StringIO(newline="")
        table = csv.writer(text)
        table.writerow(COLUMNS)
        table.writerows([_safe(cell) for cell in line] for line in self._lines())
        try:
            if not path.parent.is_dir():
                raise FileNotFoundError(errno.ENOENT, "there is no such folder", str(path))
            put_whole(path, text.getvalue().encode())
        except OSError as error:
            raise Failure(_unwritable(path, error)) from error

    def _lines(self) -> Iterator[tuple[str, ...]]:
        for month in self.months:
            for row in month.rows:
                when = row.created_at.astimezone(UTC).isoformat(timespec="seconds")
                batch = (row.batch_id, when, row.car, row.engine, row.model)
                yield month.name, *batch, *_figures(row.spending)
            yield month.name, _SUM, "", "", "", "", *_figures(month.total)


def ledger_of(books: Books) -> Ledger:
    """Sum up the books: every batch in every month in which it made or cost something."""
    months: defaultdict[str, dict[str, _Entry]] = defaultdict(dict)
    batches = {batch.id: batch for batch in books.batches}
    items: list[PaidAttempt | MadeImage] = [*books.attempts, *books.images]
    for item in items:
        entries = months[month_of(item.at)]
        entries.setdefault(item.batch_id, _Entry()).take(item)
    return Ledger(
        tuple(
            Month(
                name,
                tuple(
                    _row(name, batch, months[name][batch.id])
                    for batch in batches.values()
                    if batch.id in months[name]
                ),
            )
            for name in sorted(months)
        )
    )


def month_of(instant: datetime) -> str:
    """The month on the user's clock, as ``YYYY-MM``."""
    return instant.astimezone().strftime("%Y-%m")


def money(amount: Decimal) -> str:
    """An amount with at least two decimals, and as many more as it takes to be exact."""
    whole, _, rest = f"{amount:.6f}".partition(".")
    return f"{whole}.{rest.rstrip('0').ljust(2, '0')}"


class _Entry:
    """What one batch adds up to in one month, while it is being added up."""

    def __init__(self) -> None:
        self.spending = Spending()
        self.models: set[str] = set()

    def take(self, item: PaidAttempt | MadeImage) -> None:
        self.models |= {item.model} - {""}
        self.spending += _spending(item)


def _spending(item: PaidAttempt | MadeImage) -> Spending:
    if isinstance(item, MadeImage):
        return Spending(images=1)
    return Spending(
        attempts=1,
        failed=int(item.state is AttemptState.FAILED),
        canceled=int(item.state is AttemptState.CANCELED),
        unpriced=int(item.micros is None),
        cost=Decimal(item.micros or 0) / MICROS,
    )


def _row(month: str, batch: BatchAccount, entry: _Entry) -> LedgerRow:
    return LedgerRow(
        month=month,
        batch_id=batch.id,
        created_at=batch.created_at,
        car=batch.car,
        engine=batch.engine,
        model=", ".join(sorted(entry.models)),
        spending=entry.spending,
    )


def _figures(spending: Spending) -> Iterable[str]:
    counts = (spending.images, spending.attempts, spending.failed, spending.canceled)
    return (*map(str, counts), spending.cost_text)


def _safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe stands before such a one."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _unwritable(path: Path, error: OSError) -> Problem:
    return Problem(
        code="ledger_unwritable",
        title="Ledger not written",
        sentence="The file {file} cannot be written: {error}.",
        action="Choose another place for it.",
        fields={"file": str(path), "error": error.strerror or str(error)},
    )
