"""What the command line prints: a progress bar, the summary of a batch, the sheets in words."""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tqdm import tqdm

from carmp_desktop.core.events import Event, JobUpdated
from carmp_desktop.core.model import Batch, Cell, CellKey, JobStatus
from carmp_desktop.core.presets import Origin, Presets, SheetSource
from carmp_desktop.core.problems import Failure, Problem


class BatchReport:
    """Follows one batch by its events: a bar on a terminal, a summary at the end."""

    def __init__(self, batch: Batch) -> None:
        self._batch = batch
        self._cells = {job.key: Cell(batch_id=batch.id, key=job.key) for job in batch.jobs}
        self._bar: tqdm[Any] = tqdm(
            total=len(self._cells),
            unit="image",
            disable=not sys.stderr.isatty(),
            file=sys.stderr,
            leave=False,
        )

    def __enter__(self) -> Self:
        """Show the bar."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take the bar away."""
        self._bar.close()

    def update(self, event: Event) -> None:
        """Take an event into account."""
        if not isinstance(event, JobUpdated):
            return
        before, cell = self._cells[event.cell.key], event.cell
        self._cells[cell.key] = cell
        if cell.waits_for and cell.waits_for != before.waits_for:
            words = f"carmp-desktop: {_name(cell.key)}: {cell.waits_for}"
            self._bar.write(words, file=sys.stderr)
        if cell.status.is_final and not before.status.is_final:
            self._bar.update()

    def summary(self) -> dict[str, Any]:
        """The contract's object for ``--json``."""
        ends = [cell.status for cell in self._cells.values()]
        return {
            "batchId": self._batch.id,
            "total": len(self._cells),
            "completed": ends.count(JobStatus.COMPLETED),
            "failed": ends.count(JobStatus.FAILED),
            "canceled": ends.count(JobStatus.CANCELED),
            "images": [_image(key, cell) for key, cell in self._cells.items()],
        }

    def sentences(self) -> str:
        """The end of the batch for a reader: the counts, the folder, and each failure."""
        summary = self.summary()
        lines = [f"{summary['completed']} of {summary['total']} images completed."]
        folders = {cell.image.parent for cell in self._cells.values() if cell.image}
        lines += [f"They are in {folder}" for folder in sorted(folders)]
        lines += [
            f"  {_name(key)}: please check. {cell.doubt}"
            for key, cell in self._cells.items()
            if cell.doubt
        ]
        for key, cell in self._cells.items():
            if cell.status in (JobStatus.FAILED, JobStatus.CANCELED):
                reason = cell.problem.describe() if cell.problem else "canceled"
                lines.append(f"  {_name(key)}: {reason}")
        return "\n".join(lines)


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
                print(f"carmp-desktop: the events file waits: {reason}", file=sys.stderr)


def presets_text(presets: Presets) -> str:
    """The presets for a reader: where they came from, what they hold, what is wrong in them."""
    lines = [_source(source) for source in presets.sources]
    lines += ["", f"Angles ({len(presets.angles)}):"]
    lines += [f"  {angle.key:<18} {angle.label}" for angle in presets.angles]
    lines += ["", f"Colors ({len(presets.colors)}):"]
    lines += [
        f"  {color.key:<18} {color.label:<18} {color.prompt_value}" for color in presets.colors
    ]
    prompts = presets.prompts
    lines += ["", "Global prompts:"]
    lines += [f"  angle_generation   {'yes' if prompts.angle_generation else 'missing'}"]
    lines += [f"  colorization       {'yes' if prompts.colorization else 'missing'}"]
    lines += ["", f"Problems ({len(presets.problems)}):"]
    lines += [f"  {problem.describe()}" for problem in presets.problems]
    return "\n".join(lines)


def _source(source: SheetSource) -> str:
    name = source.sheet.value
    if source.origin is Origin.SHEET:
        return f"{name}: read from the sheet"
    reason = f" ({source.reason})" if source.reason else ""
    if source.read_at is None:
        return f"{name}: built-in presets{reason}"
    hours = (datetime.now(UTC) - source.read_at).total_seconds() / 3600
    return f"{name}: last good copy, {hours:.1f} hours old{reason}"


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


def _name(key: CellKey) -> str:
    return key.angle_key if key.color_key is None else f"{key.angle_key}, {key.color_key}"


def _unwritable(error: OSError) -> Problem:
    return Problem(
        code="events_unwritable",
        title="Events file not writable",
        sentence="The file {file} cannot be written: {error}.",
        action="Give another path with --events.",
        fields={"file": str(error.filename), "error": error.strerror or str(error)},
    )
