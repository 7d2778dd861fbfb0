"""The words on a card: what a cell's state is called, how long it took, what a listener hears."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from carmp_desktop.core.model import Cell, JobStatus, JobType
from carmp_desktop.qt.words.remarks import translated_remark
from carmp_desktop.qt.words.text import problem_texts

ANGLE_FAILED = "angle_failed"
"""The code of the problem that a color has when the angle it would start from failed."""


def elapsed_text(seconds: float) -> str:
    """A duration as ``m:ss``, or ``h:mm:ss`` from an hour on; never below ``0:00``."""
    minutes, rest = divmod(max(0, int(seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def elapsed(cell: Cell, now: datetime) -> float:
    """Seconds from the cell's start to its end, or to ``now``; 0 where it has not begun."""
    if cell.started_at is None:
        return 0.0
    return ((cell.finished_at or now) - cell.started_at).total_seconds()


def is_quiet_failure(cell: Cell) -> bool:
    """True for a color that failed only because its angle did."""
    return (
        cell.status is JobStatus.FAILED
        and cell.problem is not None
        and cell.problem.code == ANGLE_FAILED
    )


def state_words(cell: Cell) -> str:
    """The state in two or three words, as the card shows it."""
    if cell.status is JobStatus.QUEUED:
        return translated_remark(cell.waits_for or "") or _queued_words(cell)
    if cell.status is JobStatus.PROCESSING:
        return translated_remark(cell.waits_for or "") or _tr("Generating")
    if cell.status is JobStatus.COMPLETED:
        return _tr("Completed")
    if cell.status is JobStatus.CANCELED:
        return _tr("Canceled")
    return _failure_title(cell)


def in_its_turn(cell: Cell, angle: Cell | None) -> Cell:
    """A queued color as it is shown: once its angle is done it waits for its own turn."""
    is_next = cell.status is JobStatus.QUEUED and cell.waits_for is None
    if is_next and angle is not None and angle.status is JobStatus.COMPLETED:
        return replace(cell, waits_for=_tr("Queued"))
    return cell


def clock_text(cell: Cell, now: datetime) -> str:
    """The card's running clock: down to the end of a wait, else up from the cell's start."""
    if not cell.status.is_final and cell.waits_until is not None:
        left = (cell.waits_until - now).total_seconds()
        return _tr("in {time}").format(time=elapsed_text(math.ceil(left)))
    return elapsed_text(elapsed(cell, now)) if cell.started_at else ""


def money_text(dollars: float) -> str:
    """An amount in US dollars: whole cents from a dollar on, tenths of a cent below."""
    return f"${dollars:.2f}" if dollars >= 1 or dollars == 0 else f"${dollars:.3f}"


def cost_words(cell: Cell) -> str:
    """What the cell has cost so far, in words; empty where nothing."""
    return _tr("{money} charged").format(money=money_text(cell.cost)) if cell.cost else ""


def failure_sentence(cell: Cell) -> str:
    """What happened, in one sentence; empty where the cell carries no problem."""
    return problem_texts(cell.problem)[1] if cell.problem else ""


def badge_text(cell: Cell) -> str:
    """The badge over a finished image: set where the image was made on this computer."""
    return _tr("Local preview") if cell.note else ""


def vacant_words() -> str:
    """What a place says that the batch has no job for."""
    return _tr("Add this color")


def vacant_spoken(title: str) -> str:
    """The same place as a screen reader says it; ``title`` names it."""
    return _tr("{place}: not made. Enter adds this color").format(place=title)


def missing_words() -> str:
    """What a card says whose finished image cannot be read."""
    return _tr("File not readable")


def deleted_words() -> str:
    """What a card says whose finished image went with the bin."""
    return _tr("Image deleted")


def tooltip(cell: Cell, title: str) -> str:
    """Everything there is to say about a cell, one line each; ``title`` names its place."""
    lines = [title, _told_words(cell)]
    if cell.problem is not None and not is_quiet_failure(cell):
        lines += problem_texts(cell.problem)[1:]
    if cell.doubt:
        lines.append(_tr("Check me: {reason}").format(reason=translated_remark(cell.doubt)))
    if cell.note:
        lines.append(translated_remark(cell.note))
    lines.append(_time_words(cell))
    lines.append(cost_words(cell))
    return "\n".join(line for line in lines if line)


def spoken(cell: Cell, title: str) -> str:
    """The cell as a screen reader says it: its place, its state, and why it needs a look."""
    parts = [_told_words(cell)]
    if cell.status is JobStatus.FAILED and not is_quiet_failure(cell):
        parts.append(failure_sentence(cell))
    if cell.doubt:
        parts.append(_tr("Check me: {reason}").format(reason=translated_remark(cell.doubt)))
    if cell.note:
        parts.append(badge_text(cell))
    told = ". ".join(part.removesuffix(".") for part in parts if part)
    return _tr("{place}: {state}").format(place=title, state=told)


def _told_words(cell: Cell) -> str:
    """The state for where no clock runs: a wait is told with the time of its end."""
    if cell.status.is_final or cell.waits_for is None or cell.waits_until is None:
        return state_words(cell)
    until = f"{cell.waits_until.astimezone():%H:%M:%S}"
    return _tr("{reason} until {time}").format(reason=state_words(cell), time=until)


def _time_words(cell: Cell) -> str:
    if cell.status is not JobStatus.COMPLETED or not (cell.started_at and cell.finished_at):
        return ""
    seconds = (cell.finished_at - cell.started_at).total_seconds()
    return _tr("Made in {seconds} s").format(seconds=QLocale().toString(seconds, "f", 1))


def _queued_words(cell: Cell) -> str:
    return _tr("Queued") if cell.key.type is JobType.ANGLE else _tr("Waits for its angle")


def _failure_title(cell: Cell) -> str:
    if is_quiet_failure(cell):
        return _tr("Angle failed")
    return problem_texts(cell.problem)[0] if cell.problem else _tr("Failed")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Card", text)
