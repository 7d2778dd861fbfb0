"""Does with the images of a batch what the gallery does with its own: star, bin, copy."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot

from carmp_desktop.core.library import Picture, Query
from carmp_desktop.core.model import Batch, Cell, CellKey
from carmp_desktop.qt.batch.view import BatchesView
from carmp_desktop.qt.gallery.desk import GalleryDesk
from carmp_desktop.qt.jobs import JobManager
from carmp_desktop.qt.loupe.desk import LoupeDesk


class ImageDesk(QObject):
    """Finds the gallery's image of a cell and hands it to the gallery's desk."""

    def __init__(
        self, batches: BatchesView, loupe: LoupeDesk, gallery: GalleryDesk, jobs: JobManager
    ) -> None:
        super().__init__(batches)
        self._batches = batches
        self._loupe = loupe
        self._gallery = gallery
        self._jobs = jobs
        batches.cell_activated.connect(self.look_closely)
        batches.copy_requested.connect(self._copy)
        batches.bin_requested.connect(self._bin)
        loupe.moved.connect(self._follow)
        loupe.bin_requested.connect(self._bin_shown)
        loupe.star_toggled.connect(self._star)

    @Slot(object, object)
    def look_closely(self, batch: Batch, key: CellKey) -> None:
        """Open the loupe for a cell; its stars come a moment later."""
        page = self._batches.page(batch.id)
        self._loupe.open_cell(page.batch, page.matrix.cells, key, stars=())
        starred = self._jobs.market.library.search(Query(batch=batch.id, starred=True))
        self._jobs.ask(starred, self._show_stars)

    def _show_stars(self, pictures: tuple[Picture, ...]) -> None:
        self._loupe.show_stars({picture.key for picture in pictures})

    @Slot(object, object)
    def _follow(self, batch: Batch, key: CellKey) -> None:
        """Let the matrix stand on the card that the loupe shows."""
        self._batches.page(batch.id).matrix.select_cell(key)

    @Slot(object)
    def _copy(self, cell: Cell) -> None:
        self._find(cell, lambda picture: self._gallery.copy((picture,)))

    @Slot(object)
    def _bin(self, cell: Cell) -> None:
        self._find(cell, lambda picture: self._gallery.bin((picture.id,)))

    @Slot(object, object)
    def _bin_shown(self, _batch: Batch, cell: Cell) -> None:
        self._bin(cell)

    @Slot(object, object, bool)
    def _star(self, batch: Batch, cell: Cell, on: bool) -> None:
        self._find(cell, partial(self._star_found, batch, on))

    def _star_found(self, batch: Batch, on: bool, picture: Picture) -> None:
        self._gallery.star((picture.id,), on)
        starred = self._jobs.market.library.search(Query(batch=batch.id, starred=True))
        self._jobs.ask(starred, self._show_stars)

    def _find(self, cell: Cell, found: Callable[[Picture], None]) -> None:
        """Look the cell's image up; where it is in the bin already nothing happens."""

        def pick(pictures: tuple[Picture, ...]) -> None:
            for picture in pictures:
                if picture.file == cell.image:
                    found(picture)

        wanted = Query(batch=cell.batch_id, angle=cell.key.angle_key)
        self._jobs.ask(self._jobs.market.library.search(wanted), pick)
