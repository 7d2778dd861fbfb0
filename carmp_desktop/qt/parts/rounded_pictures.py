"""Images in the size and shape in which a view paints them, read only as they come in sight."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Container
from pathlib import Path

from PySide6.QtCore import QObject, QRectF, QSize, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPixmap

from carmp_desktop.qt.look.painting import transparent
from carmp_desktop.qt.parts.images import ImageLoader

THUMB_SURELY = QSize(256, 144)
"""What a thumbnail surely offers, in its pixels: it fits 256 × 256, an image is at most 16:9."""

_MEMORY_BYTES = 48 * 1024 * 1024
_LEAST_WIDTH_SHOWN = 0.88
"""The share of an image's width that is always shown: the car itself fills up to 80 % of it."""


class RoundedPictures(QObject):
    """Asks the loader for files, and keeps them ready to be painted, within bounds of memory."""

    arrived = Signal(Path)
    """A file that was asked for can be shown now, or is known to be missing."""

    def __init__(
        self,
        loader: ImageLoader,
        parent: QObject | None = None,
        *,
        radius: int,
        size: QSize | None = None,
    ) -> None:
        """``size`` and ``radius`` are in device-independent pixels."""
        super().__init__(parent)
        self._loader = loader
        self._radius = radius
        self._size = size or QSize(1, 1)
        self._ratio = 1.0
        self._pixmaps: OrderedDict[Path, QPixmap] = OrderedDict()
        self._asked: set[Path] = set()
        self._missing: set[Path] = set()
        loader.loaded.connect(self._show)
        loader.failed.connect(self._miss)

    @property
    def held_bytes(self) -> int:
        """About how much memory the pixmaps take."""
        return len(self._pixmaps) * max(1, self._box.width() * self._box.height() * 4)

    @property
    def thumb_is_sharp(self) -> bool:
        """Whether a thumbnail has all the pixels that are shown."""
        box = self._box
        return box.width() <= THUMB_SURELY.width() and box.height() <= THUMB_SURELY.height()

    def resize(self, size: QSize, ratio: float) -> None:
        """Make pictures of ``size`` device-independent pixels at a scale from now on."""
        if (size, ratio) == (self._size, self._ratio):
            return
        self.forget_requests(keep=())
        self._size, self._ratio = size, ratio
        self._pixmaps.clear()

    def clear(self) -> None:
        """Forget everything."""
        self.forget_requests(keep=())
        self._pixmaps.clear()
        self._missing.clear()

    def forget_missing(self) -> None:
        """Look once more for files that could not be read."""
        self._missing.clear()

    def pixmap(self, file: Path) -> QPixmap | None:
        """The file's picture where it is at hand; otherwise it has been asked for."""
        pixmap = self._pixmaps.get(file)
        if pixmap is not None:
            self._pixmaps.move_to_end(file)
            return pixmap
        image = self._loader.cached(file, self._box)
        if image is None:
            self._ask(file)
            return None
        pixmap = rounded(image, self._size, radius=self._radius, ratio=self._ratio)
        self._pixmaps[file] = pixmap
        while self.held_bytes > _MEMORY_BYTES and len(self._pixmaps) > 1:
            self._pixmaps.popitem(last=False)
        return pixmap

    def is_missing(self, file: Path) -> bool:
        """True where the file could not be read."""
        return file in self._missing

    def forget_requests(self, *, keep: Container[Path]) -> None:
        """Take back the requests for files that are no longer in sight."""
        for file in [file for file in self._asked if file not in keep]:
            self._loader.drop(file, self._box)
            self._asked.discard(file)

    @property
    def _box(self) -> QSize:
        return self._size * self._ratio

    def _ask(self, file: Path) -> None:
        if file not in self._missing and file not in self._asked:
            self._asked.add(file)
            self._loader.request(file, self._box)

    @Slot(str, QImage)
    def _show(self, path: str, image: QImage) -> None:  # noqa: ARG002 - the loader keeps it
        self._answered(Path(path))

    @Slot(str, str)
    def _miss(self, path: str, reason: str) -> None:  # noqa: ARG002 - the view says what to do
        if Path(path) in self._asked:
            self._missing.add(Path(path))
        self._answered(Path(path))

    def _answered(self, file: Path) -> None:
        if file in self._asked:
            self._asked.discard(file)
            self.arrived.emit(file)


def rounded(image: QImage, size: QSize, *, radius: int, ratio: float) -> QPixmap:
    """The image as a card shows it: to the edge, with round corners, the whole car in sight.

    ``size`` is in device-independent pixels. A wide image is cropped at its sides only as far as
    a studio backdrop reaches; what is then still open above and below continues the outermost
    row, which no one sees on a backdrop.
    """
    card = QRectF(0, 0, size.width(), size.height())
    pixmap = transparent(size, ratio)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    outline = QPainterPath()
    outline.addRoundedRect(card, radius, radius)
    painter.setClipPath(outline)
    shown = _shown_part(image.size(), card)
    height = shown.height() * card.width() / shown.width()
    place = QRectF(0, (card.height() - height) / 2, card.width(), height)
    if place.top() > 0:
        first_row = QRectF(shown.left(), 0, shown.width(), 1)
        last_row = first_row.translated(0, image.height() - 1)
        above = QRectF(0, 0, card.width(), place.top() + 1)
        painter.drawImage(above, image, first_row)
        painter.drawImage(above.translated(0, place.bottom() - 1), image, last_row)
    painter.drawImage(place, image, shown)
    painter.end()
    return pixmap


def _shown_part(image: QSize, card: QRectF) -> QRectF:
    """The part of the image, in its pixels, that the card shows."""
    wanted = image.height() * card.width() / card.height()
    width = min(image.width(), max(wanted, image.width() * _LEAST_WIDTH_SHOWN))
    height = min(image.height(), width * card.height() / card.width())
    left, top = (image.width() - width) / 2, (image.height() - height) / 2
    return QRectF(left, top, width, height)
