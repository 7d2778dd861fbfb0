"""`carmp-desktop ledger`: what every batch has cost, as a table to read or as a file."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Iterator, Sequence

from carmp_desktop.core.ledger import Ledger, LedgerRow, Month, Spending
from carmp_desktop.core.marketplace import Marketplace

_HEADS = ("Date", "Batch", "Car", "Engine", "Model", "Images", "Paid", "Failed", "Canceled", "US$")
_TEXTS = 5
"""So many columns hold words and stand to the left; figures stand to the right."""

_LONGEST = 28


async def show_ledger(market: Marketplace, options: argparse.Namespace) -> None:
    """Run the command. Raises `Failure` where the file cannot be written."""
    ledger = await market.ledger()
    if options.month:
        ledger = ledger.only(options.month)
    if options.csv:
        await asyncio.to_thread(ledger.write_csv, options.csv)
        print(f"The ledger is in {options.csv}")
        return
    print("\n".join(_lines(ledger, options.month)).rstrip())
    if ledger.total.unpriced:
        print("\nUnknown are attempts of a model whose price nobody has said;")
        print(f"it can be entered in {market.profile.prices}, and counts from then on.")


def _lines(ledger: Ledger, month: str | None) -> Iterator[str]:
    if not ledger.months:
        yield f"Nothing was made in {month}." if month else "Nothing has been made yet."
        return
    table = [_HEADS, *(line for each in ledger.months for line in _of_month(each))]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for line in table:
        if line[0].endswith("total"):
            yield "-" * (sum(widths) + 2 * (len(widths) - 1))
        yield _aligned(line, widths)
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


def _aligned(line: Sequence[str], widths: Sequence[int]) -> str:
    cells = [
        cell.ljust(width) if number < _TEXTS else cell.rjust(width)
        for number, (cell, width) in enumerate(zip(line, widths, strict=True))
    ]
    return "  ".join(cells).rstrip()


def _cut(text: str) -> str:
    """A text that fits its column and does nothing to a terminal."""
    plain = "".join(char if char.isprintable() else " " for char in text)
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1]}…"
