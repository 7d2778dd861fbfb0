"""The words of the history: when a batch was made, how it stands, what it cost."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from carmp_desktop.core.model import EngineName
from carmp_desktop.core.store.history import BatchSummary
from carmp_desktop.qt.words.card_words import money_text
from carmp_desktop.qt.words.text import counted


class Standing(Enum):
    """How a batch stands as a whole."""

    AT_WORK = "at work"
    INTERRUPTED = "interrupted"
    FAILED = "failed"
    CANCELED = "canceled"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One batch of the history; ``at_work`` while its images are being made."""

    summary: BatchSummary
    at_work: bool = False

    @property
    def standing(self) -> Standing:
        """What matters most about the batch."""
        summary = self.summary
        if self.at_work:
            return Standing.AT_WORK
        if not summary.has_ended:
            return Standing.INTERRUPTED
        if summary.failed:
            return Standing.FAILED
        return Standing.CANCELED if summary.canceled else Standing.DONE


@dataclass(frozen=True, slots=True)
class Day:
    """The heading of a day, and what was made on it.

    The counts are None while older batches of the same day may still be unknown.
    """

    date: date
    batches: int | None = None
    images: int | None = None
    cost: float = 0.0


def local_day(moment: datetime) -> date:
    """The day of a moment on the user's clock."""
    return moment.astimezone().date()


def day_words(day: date, today: date) -> str:
    """A day as its heading calls it: by its distance, then by its name, then with its year."""
    if day == today:
        return _tr("Today")
    if day == today - timedelta(days=1):
        return _tr("Yesterday")
    return _date_text(day, _tr("dddd, d MMMM") if day.year == today.year else _tr("d MMMM yyyy"))


def day_summary(day: Day) -> str:
    """What was made on the day, in one line; empty while that is not known."""
    if day.batches is None or day.images is None:
        return ""
    parts = [
        counted(day.batches, _tr("{n} batch"), _tr("{n} batches")),
        counted(day.images, _tr("{n} image"), _tr("{n} images")),
    ]
    return " · ".join([*parts, *([money_text(day.cost)] if day.cost else [])])


def time_words(summary: BatchSummary) -> str:
    """The time of day on the user's clock."""
    return f"{summary.created_at.astimezone():%H:%M}"


def engine_words(summary: BatchSummary) -> str:
    """The engine's name."""
    return _tr("Studio") if summary.engine == EngineName.STUDIO else "Replicate"


def state_words(row: HistoryRow) -> str:
    """How the batch stands, in a few words."""
    summary = row.summary
    match row.standing:
        case Standing.AT_WORK:
            return _tr("At work now")
        case Standing.INTERRUPTED:
            return _tr("Interrupted, waits for you")
        case Standing.FAILED:
            return _tr("{n} failed").format(n=summary.failed)
        case Standing.CANCELED:
            return _tr("{n} canceled").format(n=summary.canceled)
        case Standing.DONE:
            return _tr("Done")


def count_words(row: HistoryRow) -> str:
    """How many images there are of how many, and what `state_words` leaves unsaid."""
    summary = row.summary
    parts = [_images_words(summary)]
    if summary.failed and row.standing is not Standing.FAILED:
        parts.append(_tr("{n} failed").format(n=summary.failed))
    if summary.canceled and row.standing is not Standing.CANCELED:
        parts.append(_tr("{n} canceled").format(n=summary.canceled))
    return " · ".join(parts)


def cost_words(summary: BatchSummary) -> str:
    """What the batch has cost so far, or that it was made here and cost nothing."""
    if summary.engine == EngineName.STUDIO:
        return _tr("on this computer")
    return money_text(summary.cost)


def open_words() -> str:
    """What the button of a row says."""
    return _tr("Open")


def spoken(row: HistoryRow, today: date) -> str:
    """The batch as a screen reader says it."""
    summary = row.summary
    day = local_day(summary.created_at)
    when = _date_text(day, _tr("d MMMM") if day.year == today.year else _tr("d MMMM yyyy"))
    parts = [summary.title, f"{when} {time_words(summary)}", _images_words(summary)]
    if row.standing in (Standing.AT_WORK, Standing.INTERRUPTED):
        parts.append(state_words(row))
    if summary.failed:
        parts.append(_tr("{n} failed").format(n=summary.failed))
    if summary.canceled:
        parts.append(_tr("{n} canceled").format(n=summary.canceled))
    return ", ".join([*parts, cost_words(summary)])


def _images_words(summary: BatchSummary) -> str:
    many = _tr("{done} of {total} images").format(done=summary.completed, total="{n}")
    one = _tr("{done} of {total} image").format(done=summary.completed, total="{n}")
    return counted(summary.total, one, many)


def _date_text(day: date, pattern: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)


def _tr(text: str) -> str:
    return QCoreApplication.translate("History", text)
