"""What is told of a batch: how far it is, its summary, and its events."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tqdm import tqdm

from carmp_desktop.cli_output import remark
from carmp_desktop.core.events import Event, JobUpdated
from carmp_desktop.core.model import Batch, Cell, CellKey, JobStatus
from carmp_desktop.core.problems import Failure, Problem

_NAMED = 4
"""So many cells of which the same is said are told by name."""

_FEW = 20
"""Of so many images each is told of, off a terminal; of more, every tenth part."""


class BatchReport:
    """Follows one batch by its events, and tells of them on stderr; a summary at the end.

    On a terminal there is a bar within its ``with``, elsewhere a line for each image that has
    ended, or for each tenth of many. ``title`` stands before each, where several are followed.
    """

    def __init__(self, batch: Batch, *, title: str = "") -> None:
        self._batch = batch
        self._cells = {job.key: Cell(batch_id=batch.id, key=job.key) for job in batch.jobs}
        self._names = _names_in(batch)
        self._title = title
        self._bar: tqdm[Any] | None = None

    def __enter__(self) -> Self:
        """Show the bar."""
        if sys.stderr.isatty():
            self._bar = tqdm(
                total=len(self._cells),
                initial=self._ended,
                desc=self._title or None,
                bar_format="{desc}{n_fmt} of {total_fmt} |{bar}| {elapsed}",
                file=sys.stderr,
                leave=False,
                dynamic_ncols=True,
            )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.close()

    def know(self, event: Event) -> None:
        """Take an event into account of which nothing need be told: it is an old one."""
        if isinstance(event, JobUpdated):
            self._cells[event.cell.key] = event.cell
            self._move_bar()

    def update(self, event: Event) -> None:
        """Take an event into account, and tell of it."""
        if not isinstance(event, JobUpdated):
            return
        before, cell = self._cells[event.cell.key], event.cell
        waits = {other.waits_for for other in self._cells.values()}
        self.know(event)
        # What holds up one image mostly holds up many: it is told once.
        if cell.waits_for and cell.waits_for not in waits:
            self._say(cell.waits_for)
        if cell.status.is_final and not before.status.is_final:
            self._tell_end(cell)

    def summary(self) -> dict[str, Any]:
        """The contract's object for ``--json``."""
        return {
            "batchId": self._batch.id,
            "total": len(self._cells),
            "completed": self._count(JobStatus.COMPLETED),
            "failed": self._count(JobStatus.FAILED),
            "canceled": self._count(JobStatus.CANCELED),
            "images": [_image(key, cell) for key, cell in self._cells.items()],
        }

    def sentences(self) -> str:
        """The end of the batch for a reader: the counts, the folder, and each failure."""
        done, total = self._count(JobStatus.COMPLETED), len(self._cells)
        lines = [f"{done:,} of {_images(total)} completed."]
        folders = {cell.image.parent for cell in self._cells.values() if cell.image}
        it_is = "It is" if done == 1 else "They are"
        lines += [f"{it_is} in {folder}" for folder in sorted(folders)]
        failures = {key: _why_not(cell) for key, cell in self._cells.items()}
        lines += [f"  {said}" for said in (*self._doubts(), *self._about("{said}", failures))]
        return "\n".join(lines)

    def tell_doubts(self) -> None:
        """Say on stderr what is to be checked: the contract's object has no place for it."""
        for said in self._doubts():
            self._say(said)

    def _doubts(self) -> list[str]:
        doubts = {key: cell.doubt for key, cell in self._cells.items()}
        return self._about("please check. {said}", doubts)

    def _about(self, words: str, said: Mapping[CellKey, str | None]) -> list[str]:
        """A line for each thing that is said of cells, with the names of those it is said of.

        ``words`` are around it. Of many cells the first is named, and how many more.
        """
        theirs: dict[str, list[str]] = {}
        for key, each in said.items():
            if each:
                theirs.setdefault(each, []).append(self._names[key])
        lines = []
        for each, names in theirs.items():
            many = f"{names[0]} and {len(names) - 1:,} more"
            cells = "; ".join(names) if len(names) <= _NAMED else many
            lines.append(f"{cells}: {words.format(said=each)}")
        return lines

    @property
    def _ended(self) -> int:
        return sum(cell.status.is_final for cell in self._cells.values())

    def _count(self, status: JobStatus) -> int:
        return sum(cell.status is status for cell in self._cells.values())

    def _move_bar(self) -> None:
        if self._bar is not None:
            self._bar.update(self._ended - self._bar.n)

    def _tell_end(self, cell: Cell) -> None:
        """Where there is no bar: how far the batch is, and what did not become an image."""
        done, total = self._ended, len(self._cells)
        if self._bar is not None:
            return
        if total <= _FEW:
            end = "" if cell.status is JobStatus.COMPLETED else f" {cell.status.value}"
            self._say(f"{done} of {total}: {self._names[cell.key]}{end}")
        elif done * 10 // total > (done - 1) * 10 // total:
            failed = self._count(JobStatus.FAILED)
            self._say(f"{done:,} of {_images(total)}{f', {failed:,} failed' if failed else ''}")

    def _say(self, words: str) -> None:
        words = f"{self._title}: {words}" if self._title else words
        if self._bar is None:
            remark(words)
        else:
            self._bar.write(f"carmp-desktop: {words}", file=sys.stderr)


class EventsFile:
    """Writes each event as one line ``{"ev", "data"}``; does nothing without a path.

    While the disk is full the lines stay in memory and follow when there is room: a file about
    the images must not be what loses one.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._is_behind = False

    def __enter__(self) -> Self:
        """Open the file anew. Raises `Failure` where it cannot be written."""
        try:
            self._file = self._path.open("w", encoding="utf-8") if self._path else None
        except OSError as error:
            raise Failure(_unwritable(error)) from error
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the file."""
        if self._file:
            with suppress(OSError):  # said when it began
                self._file.close()

    def write(self, event: Event) -> None:
        """Write one event and let it reach the file at once."""
        if self._file:
            line = json.dumps({"ev": event.name, "data": event.to_payload()}, ensure_ascii=False)
            self._append(line)

    def _append(self, line: str) -> None:
        try:
            print(line, file=self._file, flush=True)
            self._is_behind = False
        except OSError as error:
            if not self._is_behind:
                self._is_behind = True
                reason = error.strerror or str(error)
                remark(f"the events file waits: {reason}")


def _image(key: CellKey, cell: Cell) -> dict[str, Any]:
    return {
        "type": key.type.value,
        "angleKey": key.angle_key,
        "colorKey": key.color_key,
        "status": cell.status.value,
        "path": str(cell.image) if cell.image else None,
        "thumb": str(cell.thumb) if cell.thumb else None,
        "error": cell.problem.describe() if cell.problem else None,
    }


def _why_not(cell: Cell) -> str | None:
    """Why a cell has no image; None where it has one, or may still get it."""
    if cell.status not in (JobStatus.FAILED, JobStatus.CANCELED):
        return None
    return cell.problem.describe() if cell.problem else "canceled"


def _images(number: int) -> str:
    return f"{number:,} image{'' if number == 1 else 's'}"


def _names_in(batch: Batch) -> dict[CellKey, str]:
    """What a reader calls each cell: its keys, and a color of their own as they gave it."""
    own = {color.key: color.label for color in batch.request.colors if color.custom}
    keys = (job.key for job in batch.jobs)
    return {key: ", ".join(own.get(word, word) for word in key if word) for key in keys}


def _unwritable(error: OSError) -> Problem:
    return Problem(
        code="events_unwritable",
        title="Events file not writable",
        sentence="The file {file} cannot be written: {error}.",
        action="Give another path with --events.",
        fields={"file": str(error.filename), "error": error.strerror or str(error)},
    )
