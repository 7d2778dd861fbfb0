"""The images of the gallery in the size of its cards, read as they come in sight, within bounds."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Container
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Signal, Slot
from PySide6.QtGui import QImage, QPixmap

from carmp_desktop.core.library import Picture
from carmp_desktop.qt.batch.card_pictures import card_picture
from carmp_desktop.qt.look.tokens import RADIUS_CARD
from carmp_desktop.qt.parts.images import ImageLoader

_MEMORY_BYTES = 48 * 1024 * 1024
_THUMB_WIDTH, _THUMB_HEIGHT = 256, 144
"""What a thumbnail surely offers, in its pixels: it fits 256 × 256, an image is at most 16:9."""


class GalleryPictures(QObject):
    """Asks the loader for what a card is about to show, and keeps it ready to be painted."""

    arrived = Signal()
    """Some card in sight has something new to show."""

    def __init__(self, loader: ImageLoader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._loader = loader
        self._size = QSize(1, 1)
        self._ratio = 1.0
        self._pixmaps: OrderedDict[Path, QPixmap] = OrderedDict()
        self._asked: set[Path] = set()
        self._missing: set[Path] = set()
        loader.loaded.connect(self._show)
        loader.failed.connect(self._miss)

    @property
    def held_bytes(self) -> int:
        """About how much memory the pixmaps take."""
        return len(self._pixmaps) * self._bytes_each

    def resize(self, size: QSize, ratio: float) -> None:
        """Make pictures for cards of ``size`` device-independent pixels at a scale from now on."""
        if (size, ratio) == (self._size, self._ratio):
            return
        self.forget_requests(keep=())
        self._size, self._ratio = size, ratio
        self._pixmaps.clear()

    def refresh(self) -> None:
        """Try again what could not be read: other images are shown."""
        self._missing.clear()

    def pixmap(self, picture: Picture) -> QPixmap | None:
        """The best picture at hand; what is missing or not sharp enough yet has been asked for."""
        for file in self._sources(picture):
            found = self._pixmap(file)
            if found is not None:
                return found
            self._ask(file)
        return None

    def is_missing(self, picture: Picture) -> bool:
        """True where neither the image nor its thumbnail could be read."""
        return self._missing.issuperset(self._sources(picture))

    def forget_requests(self, *, keep: Container[Path]) -> None:
        """Take back the requests for files that are no longer in sight."""
        for file in [file for file in self._asked if file not in keep]:
            self._loader.drop(file, self._box)
            self._asked.discard(file)

    @property
    def _box(self) -> QSize:
        return self._size * self._ratio

    @property
    def _bytes_each(self) -> int:
        return max(1, self._box.width() * self._box.height() * 4)

    def _sources(self, picture: Picture) -> tuple[Path, ...]:
        """The files to show, the sharpest first; one that cannot be read gives way to the other.

        The loader serves the latest request first: the thumbnail is there before the image.
        """
        box = self._box
        thumb_is_sharp = box.width() <= _THUMB_WIDTH and box.height() <= _THUMB_HEIGHT
        if thumb_is_sharp and picture.thumb not in self._missing:
            return (picture.thumb,)
        return (picture.file, picture.thumb)

    def _pixmap(self, file: Path) -> QPixmap | None:
        pixmap = self._pixmaps.get(file)
        if pixmap is not None:
            self._pixmaps.move_to_end(file)
            return pixmap
        image = self._loader.cached(file, self._box)
        if image is None:
            return None
        pixmap = card_picture(image, self._size, radius=RADIUS_CARD, ratio=self._ratio)
        self._pixmaps[file] = pixmap
        while self.held_bytes > _MEMORY_BYTES and len(self._pixmaps) > 1:
            self._pixmaps.popitem(last=False)
        return pixmap

    def _ask(self, file: Path) -> None:
        if file not in self._missing and file not in self._asked:
            self._asked.add(file)
            self._loader.request(file, self._box)

    @Slot(str, QImage)
    def _show(self, path: str, image: QImage) -> None:  # noqa: ARG002 - the loader keeps it
        self._answered(Path(path))

    @Slot(str, str)
    def _miss(self, path: str, reason: str) -> None:  # noqa: ARG002 - the card says what to do
        if Path(path) in self._asked:
            self._missing.add(Path(path))
        self._answered(Path(path))

    def _answered(self, file: Path) -> None:
        if file in self._asked:
            self._asked.discard(file)
            self.arrived.emit()
