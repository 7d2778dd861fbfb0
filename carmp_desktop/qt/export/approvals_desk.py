"""Writes down which images the user approves or rejects, and shows it wherever they stand."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Slot

from carmp_desktop.core.batches_at_work import Restored
from carmp_desktop.core.library import Picture, Query
from carmp_desktop.core.model import Batch, Cell, CellKey
from carmp_desktop.core.store.approvals import Verdict
from carmp_desktop.qt.batch.view import BatchesView
from carmp_desktop.qt.gallery.desk import GalleryDesk
from carmp_desktop.qt.gallery.page import GalleryPage
from carmp_desktop.qt.jobs import JobManager
from carmp_desktop.qt.loupe.desk import LoupeDesk


class ApprovalsDesk(QObject):
    """Stands between matrix, loupe and gallery, and the core's approvals."""

    def __init__(
        self,
        batches: BatchesView,
        loupe: LoupeDesk,
        page: GalleryPage,
        gallery: GalleryDesk,
        jobs: JobManager,
    ) -> None:
        super().__init__(batches)
        self._batches = batches
        self._loupe = loupe
        self._gallery = gallery
        self._jobs = jobs
        self._library = jobs.market.library
        batches.verdict_requested.connect(self._judge_cell)
        batches.cell_activated.connect(self._show_in_loupe)
        loupe.verdict_requested.connect(self._judge_cell)
        page.verdict_requested.connect(self._judge)
        jobs.batch_reopened.connect(self._read_kept)
        jobs.batches_restored.connect(self._read_all_kept)

    @Slot(object, object)
    def _judge(self, ids: tuple[int, ...], verdict: Verdict | None) -> None:
        self._jobs.ask(self._jobs.market.approvals.approve(ids, verdict), self._changed)

    @Slot(object, object)
    def _judge_cell(self, cell: Cell, verdict: Verdict | None) -> None:
        found = self._library.search(Query(batch=cell.batch_id, angle=cell.key.angle_key))
        self._jobs.ask(found, partial(self._judge_found, cell, verdict))

    def _judge_found(
        self, cell: Cell, verdict: Verdict | None, pictures: tuple[Picture, ...]
    ) -> None:
        """Where the image is in the bin already nothing happens."""
        ids = tuple(picture.id for picture in pictures if picture.file == cell.image)
        if ids:
            self._judge(ids, verdict)

    def _changed(self, _done: None) -> None:
        self._gallery.refresh()
        for page in self._batches.pages:
            self._read(page.batch.id)

    @Slot(object)
    def _read_kept(self, item: Restored) -> None:
        self._read(item.batch.id)

    @Slot(object)
    def _read_all_kept(self, items: tuple[Restored, ...]) -> None:
        for item in items:
            self._read(item.batch.id)

    def _read(self, batch_id: str) -> None:
        found = self._library.search(Query(batch=batch_id))
        self._jobs.ask(found, partial(self._show, batch_id))

    def _show(self, batch_id: str, pictures: tuple[Picture, ...]) -> None:
        """Mark what was said of the images that the matrix shows."""
        if batch_id not in {page.batch.id for page in self._batches.pages}:
            return
        matrix = self._batches.page(batch_id).matrix
        shown = {cell.image: key for key, cell in matrix.cells.items() if cell.image is not None}
        said: dict[CellKey, Verdict] = {
            shown[picture.file]: picture.approval
            for picture in pictures
            if picture.approval is not None and picture.file in shown
        }
        matrix.show_verdicts(said)
        self._loupe.show_verdicts(batch_id, said)

    @Slot(object, object)
    def _show_in_loupe(self, batch: Batch, _key: CellKey) -> None:
        """The loupe that opens is to show at once what the matrix knows."""
        self._loupe.show_verdicts(batch.id, self._batches.page(batch.id).matrix.verdicts)
