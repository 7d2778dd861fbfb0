"""`carmp-desktop ledger`: what every batch has cost, as a table to read or as a file."""

from __future__ import annotations

import argparse
import asyncio
import shutil
import sys
import unicodedata
from collections.abc import Iterator, Sequence

from carmp_desktop.cli_output import tell
from carmp_desktop.core.ledger import Ledger, LedgerRow, Month, Spending
from carmp_desktop.core.marketplace import Marketplace

_HEADS = ("Date", "Batch", "Car", "Engine", "Model", "Images", "Paid", "Failed", "Canceled", "US$")
_GAP = "  "
_TEXTS = 5
"""So many columns hold words and stand to the left; figures stand to the right."""

_LONGEST = 28
_LEAST_MISSED = ("Model", "Engine", "Canceled", "Failed", "Paid", "Batch")
"""The columns that a narrow terminal goes without, the first first."""


async def show_ledger(market: Marketplace, options: argparse.Namespace) -> None:
    """Run the command. Raises `Failure` where the file cannot be written."""
    ledger = await market.ledger()
    if options.month:
        ledger = ledger.only(options.month)
    if options.csv:
        await asyncio.to_thread(ledger.write_csv, options.csv)
        tell(f"The ledger is in {options.csv}")
        return
    tell("\n".join(_lines(ledger, options.month, _room())).rstrip())
    if ledger.total.unpriced:
        tell("\nUnknown are attempts of a model whose price nobody has said;")
        tell(f"it can be entered in {market.profile.prices}, and counts from then on.")


def _room() -> int | None:
    """How wide a line may be on the terminal; None where there is none."""
    return shutil.get_terminal_size().columns if sys.stdout and sys.stdout.isatty() else None


def _lines(ledger: Ledger, month: str | None, room: int | None) -> Iterator[str]:
    if not ledger.months:
        yield f"Nothing was made in {month}." if month else "Nothing has been made yet."
        return
    table = [_HEADS, *(line for each in ledger.months for line in _of_month(each))]
    widths = [max(map(_width, column)) for column in zip(*table, strict=True)]
    shown = _fitting(widths, room)
    for line in table:
        if line[0].endswith("total"):
            yield "-" * _total(widths, shown)
        yield _aligned(line, widths, shown)
        if line[0].endswith("total"):
            yield ""


def _of_month(month: Month) -> Iterator[tuple[str, ...]]:
    yield from map(_of_batch, month.rows)
    yield f"{month.name} total", "", "", "", "", *_figures(month.total)


def _of_batch(row: LedgerRow) -> tuple[str, ...]:
    day = row.created_at.astimezone().strftime("%Y-%m-%d")
    words = (_cut(row.car), row.engine, _cut(row.model))
    return day, row.batch_id, *words, *_figures(row.spending)


def _figures(spending: Spending) -> tuple[str, ...]:
    counts = (spending.images, spending.attempts, spending.failed, spending.canceled)
    return (*map(str, counts), spending.cost_text)


def _fitting(widths: Sequence[int], room: int | None) -> list[int]:
    """The numbers of the columns that fit into ``room``."""
    shown = list(range(len(_HEADS)))
    for head in _LEAST_MISSED:
        if room is None or _total(widths, shown) <= room:
            break
        shown.remove(_HEADS.index(head))
    return shown


def _total(widths: Sequence[int], shown: Sequence[int]) -> int:
    return sum(widths[number] for number in shown) + len(_GAP) * (len(shown) - 1)


def _aligned(line: Sequence[str], widths: Sequence[int], shown: Sequence[int]) -> str:
    cells = []
    for number in shown:
        space = " " * (widths[number] - _width(line[number]))
        cells.append(line[number] + space if number < _TEXTS else space + line[number])
    return _GAP.join(cells).rstrip()


def _width(text: str) -> int:
    """How many columns a text takes on a terminal: letters of some scripts take two, marks none."""
    return sum(
        0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "WF")
        for char in text
    )


def _cut(text: str) -> str:
    """A text that fits its column and does nothing to a terminal."""
    plain = "".join(char if char.isprintable() else " " for char in text)
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1]}…"
