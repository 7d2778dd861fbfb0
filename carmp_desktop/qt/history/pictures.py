"""The thumbnails of the history in the size of its rows, read only as they come in sight."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Signal, Slot
from PySide6.QtGui import QImage, QPixmap

from carmp_desktop.qt.batch.card_pictures import card_picture
from carmp_desktop.qt.parts.images import ImageLoader

THUMB = QSize(90, 60)
"""The place of a thumbnail in a row, in device-independent pixels."""

THUMB_RADIUS = 6
_KEPT = 512


class HistoryPictures(QObject):
    """Asks the loader for what a row is about to show, and keeps it ready to be painted."""

    arrived = Signal()
    """Something new can be shown."""

    def __init__(self, loader: ImageLoader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._loader = loader
        self._ratio = 1.0
        self._pixmaps: OrderedDict[Path, QPixmap] = OrderedDict()
        self._asked: set[Path] = set()
        self._missing: set[Path] = set()
        loader.loaded.connect(self._show)
        loader.failed.connect(self._miss)

    def set_ratio(self, ratio: float) -> None:
        """Make pictures for a screen of this many pixels to a device-independent one."""
        if ratio != self._ratio:
            self.forget_requests(keep=())
            self._ratio = ratio
            self._pixmaps.clear()

    def forget_missing(self) -> None:
        """Look once more for files that could not be read."""
        self._missing.clear()

    def picture(self, thumb: Path) -> QPixmap | None:
        """The thumbnail where it is at hand; otherwise it has been asked for."""
        pixmap = self._pixmaps.get(thumb)
        if pixmap is not None:
            self._pixmaps.move_to_end(thumb)
            return pixmap
        image = self._loader.cached(thumb, self._box)
        if image is None:
            self._ask(thumb)
            return None
        pixmap = card_picture(image, THUMB, radius=THUMB_RADIUS, ratio=self._ratio)
        self._pixmaps[thumb] = pixmap
        if len(self._pixmaps) > _KEPT:
            self._pixmaps.popitem(last=False)
        return pixmap

    def is_missing(self, thumb: Path) -> bool:
        """True where the file could not be read."""
        return thumb in self._missing

    def forget_requests(self, *, keep: Collection[Path]) -> None:
        """Take back the requests of thumbnails that are no longer in sight."""
        for thumb in self._asked.difference(keep):
            self._loader.drop(thumb, self._box)
            self._asked.discard(thumb)

    @property
    def _box(self) -> QSize:
        return THUMB * self._ratio

    def _ask(self, thumb: Path) -> None:
        if thumb not in self._missing and thumb not in self._asked:
            self._asked.add(thumb)
            self._loader.request(thumb, self._box)

    @Slot(str, QImage)
    def _show(self, path: str, image: QImage) -> None:  # noqa: ARG002 - the loader keeps it
        self._answered(Path(path))

    @Slot(str, str)
    def _miss(self, path: str, reason: str) -> None:  # noqa: ARG002 - the row shows an icon
        if Path(path) in self._asked:
            self._missing.add(Path(path))
        self._answered(Path(path))

    def _answered(self, thumb: Path) -> None:
        if thumb in self._asked:
            self._asked.discard(thumb)
            self.arrived.emit()
