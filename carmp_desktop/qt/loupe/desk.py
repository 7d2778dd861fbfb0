"""Opens the loupe for a cell of a batch, keeps it current, and passes on what the user wants."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from carmp_desktop.core.events import JobUpdated
from carmp_desktop.core.model import Batch, Cell, CellKey
from carmp_desktop.core.retrying import with_what_they_need
from carmp_desktop.core.store.approvals import Verdict
from carmp_desktop.qt.jobs import JobManager
from carmp_desktop.qt.loupe.loupe import Loupe
from carmp_desktop.qt.loupe.words import BatchWords
from carmp_desktop.qt.parts.images import ImageLoader


class LoupeDesk(QObject):
    """One loupe at a time, over one window."""

    moved = Signal(object, object)
    """The `Batch`, and the `CellKey` that is looked at now."""

    folder_requested = Signal(object)
    """The folder of a `Cell`'s image shall be shown."""

    touch_up_requested = Signal(object, object)
    """The `Batch`, and the `Cell` to be corrected by hand."""

    again_requested = Signal(object, object, bool)
    """The `Batch`, the `CellKey`s to be made again, and whether anew in any case."""

    star_toggled = Signal(object, object, bool)
    """The `Batch`, the `Cell` that shall have a star, or none."""

    bin_requested = Signal(object, object)
    """The `Batch`, and the `Cell` whose image shall be put into the bin."""

    verdict_requested = Signal(object, object)
    """A `Cell`, and the `Verdict` on its image or None."""

    export_requested = Signal(object, object)
    """The `Batch` and the `Cell` from which an export shall begin."""

    closed = Signal()
    """The loupe is gone."""

    def __init__(self, window: QWidget, jobs: JobManager, loader: ImageLoader) -> None:
        super().__init__(window)
        self._window = window
        self._jobs = jobs
        self._loader = loader
        self._loupe: Loupe | None = None
        self._words: BatchWords | None = None
        self._cells: dict[CellKey, Cell] = {}
        jobs.marketplaceJobUpdated.connect(self._update)
        jobs.batch_grown.connect(self._grow)
        jobs.batch_refused.connect(self._drop)

    @property
    def loupe(self) -> Loupe | None:
        """The loupe, while it is open."""
        return self._loupe

    def open_cell(
        self,
        batch: Batch,
        cells: Mapping[CellKey, Cell],
        key: CellKey,
        *,
        stars: Collection[CellKey] | None = None,
    ) -> None:
        """Look at one cell of a matrix, and from there at all others.

        ``stars`` are the cells that have one, None where there are no stars. Raises KeyError
        where the matrix has no such place.
        """
        self.shutdown()
        model = self._jobs.market.engine_state().model.slug
        self._words, self._cells = BatchWords(batch, model, stars), dict(cells)
        loupe = Loupe(self._words.set_of(cells), key, self._loader, self._window)
        loupe.moved.connect(self._tell_place)
        loupe.folder_requested.connect(self._ask_for_folder)
        loupe.touch_up_requested.connect(self._ask_for_touch_up)
        loupe.again_requested.connect(self._ask_again)
        loupe.star_toggled.connect(self._ask_for_star)
        loupe.bin_requested.connect(self._ask_to_bin)
        loupe.verdict_requested.connect(self._ask_for_verdict)
        loupe.export_requested.connect(self._ask_to_export)
        loupe.closed.connect(self._forget)
        self._loupe = loupe
        loupe.begin()

    def show_stars(self, stars: Collection[CellKey]) -> None:
        """These cells of the batch have stars now."""
        if self._loupe is not None and self._words is not None:
            self._words = replace(self._words, stars=stars)
            self._loupe.show_set(self._words.set_of(self._cells))

    def show_verdicts(self, batch_id: str, verdicts: Mapping[CellKey, Verdict]) -> None:
        """What the user has said of a batch's images; of another batch it changes nothing."""
        words = self._words
        if self._loupe is not None and words is not None and words.batch.id == batch_id:
            self._words = replace(words, verdicts=dict(verdicts))
            self._loupe.show_set(self._words.set_of(self._cells))

    def shutdown(self) -> None:
        """Close the loupe, if it is open."""
        if self._loupe is not None:
            self._loupe.leave()

    @Slot(object)
    def _update(self, event: JobUpdated) -> None:
        cell, words = event.cell, self._words
        if self._loupe is None or words is None or cell.batch_id != words.batch.id:
            return
        if cell.key in self._loupe.shown.places:
            before = self._cells.get(cell.key)
            if before is not None and cell.image != before.image:  # nothing was said of the new one
                said = {key: verdict for key, verdict in words.verdicts.items() if key != cell.key}
                words = self._words = replace(words, verdicts=said)
            self._cells[cell.key] = cell
            self._loupe.update_item(words.item_of(cell))

    @Slot(object)
    def _grow(self, batch: Batch) -> None:
        words = self._words
        if self._loupe is not None and words is not None and batch.id == words.batch.id:
            self._words = replace(words, batch=batch)
            self._loupe.show_set(self._words.set_of(self._cells))

    @Slot(object)
    def _drop(self, batch: Batch) -> None:
        if self._words is not None and batch.id == self._words.batch.id:
            self.shutdown()

    @Slot()
    def _forget(self) -> None:
        if self._loupe is not None:
            self._loupe.deleteLater()
        self._loupe = self._words = None
        self._cells = {}
        self.closed.emit()

    @Slot(object)
    def _tell_place(self, key: CellKey) -> None:
        if self._words is not None:
            self.moved.emit(self._words.batch, key)

    @Slot(object)
    def _ask_for_folder(self, key: CellKey) -> None:
        self.folder_requested.emit(self._cells[key])

    @Slot(object)
    def _ask_for_touch_up(self, key: CellKey) -> None:
        if self._words is not None:
            self.touch_up_requested.emit(self._words.batch, self._cells[key])

    @Slot(object)
    def _ask_again(self, key: CellKey) -> None:
        wanted = with_what_they_need(self._cells, {key})
        if self._words is not None and wanted:
            self.again_requested.emit(self._words.batch, wanted, False)

    @Slot(object, bool)
    def _ask_for_star(self, key: CellKey, starred: bool) -> None:
        if self._words is not None:
            self.star_toggled.emit(self._words.batch, self._cells[key], starred)

    @Slot(object, object)
    def _ask_for_verdict(self, key: CellKey, verdict: Verdict | None) -> None:
        self.verdict_requested.emit(self._cells[key], verdict)

    @Slot(object)
    def _ask_to_export(self, key: CellKey) -> None:
        if self._words is not None:
            self.export_requested.emit(self._words.batch, self._cells[key])

    @Slot(object)
    def _ask_to_bin(self, key: CellKey) -> None:
        if self._words is not None:
            self.bin_requested.emit(self._words.batch, self._cells[key])
