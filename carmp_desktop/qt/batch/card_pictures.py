"""The finished images of the matrix in the size of its cards, read only as they come in sight."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Signal, Slot
from PySide6.QtGui import QPixmap

from carmp_desktop.core.model import Cell, CellKey
from carmp_desktop.qt.look.tokens import RADIUS_CARD
from carmp_desktop.qt.parts.images import ImageLoader
from carmp_desktop.qt.parts.rounded_pictures import RoundedPictures


class CardPictures(QObject):
    """Knows which file a card shows, and which card waits for a file."""

    arrived = Signal(object)
    """The `CellKey` of a card that has something new to show."""

    def __init__(self, loader: ImageLoader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures = RoundedPictures(loader, self, radius=RADIUS_CARD)
        self._cards: dict[Path, CellKey] = {}
        self._pictures.arrived.connect(self._tell)

    def resize(self, size: QSize, ratio: float) -> None:
        """Make pictures for cards of ``size`` device-independent pixels at a scale from now on."""
        self._pictures.resize(size, ratio)

    def clear(self) -> None:
        """Forget everything: another batch is shown."""
        self._pictures.clear()
        self._cards.clear()

    def picture(self, cell: Cell) -> QPixmap | None:
        """The best picture at hand; what is missing or not sharp enough yet has been asked for."""
        # The loader serves the latest request first: the thumbnail is there before the image.
        for file in self._sources(cell):
            self._cards[file] = cell.key
            found = self._pictures.pixmap(file)
            if found is not None:
                return found
        return None

    def is_missing(self, cell: Cell) -> bool:
        """True where the file of a finished image could not be read, or was deleted."""
        sources = self._sources(cell)
        return not sources or self._pictures.is_missing(sources[0])

    def forget_requests(self, *, keep: Collection[CellKey]) -> None:
        """Take back the requests of cards that are no longer in sight."""
        self._pictures.forget_requests(
            keep={file for file, key in self._cards.items() if key in keep}
        )

    def _sources(self, cell: Cell) -> tuple[Path, ...]:
        """The files to show, the sharpest first; none where the image was deleted."""
        if cell.thumb and self._pictures.thumb_is_sharp:
            return (cell.thumb,)
        return tuple(file for file in (cell.image, cell.thumb) if file)

    @Slot(Path)
    def _tell(self, file: Path) -> None:
        if file in self._cards:
            self.arrived.emit(self._cards[file])
