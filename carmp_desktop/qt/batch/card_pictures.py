"""The finished images of the matrix in the size of its cards, read only as they come in sight."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import QObject, QRectF, QSize, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPixmap

from carmp_desktop.core.model import Cell, CellKey
from carmp_desktop.qt.look.painting import transparent
from carmp_desktop.qt.look.tokens import RADIUS_CARD
from carmp_desktop.qt.parts.images import ImageLoader

_KEPT = 512
_THUMB_WIDTH, _THUMB_HEIGHT = 256, 144
"""What a thumbnail surely offers, in its pixels: it fits 256 × 256, an image is at most 16:9."""

_LEAST_WIDTH_SHOWN = 0.88
"""The share of an image's width that is always shown: the car itself fills up to 80 % of it."""


class CardPictures(QObject):
    """Asks the loader for what a card is about to show, and keeps it ready to be painted."""

    arrived = Signal(object)
    """The `CellKey` of a card that has something new to show."""

    def __init__(self, loader: ImageLoader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._loader = loader
        self._size = QSize(1, 1)
        self._ratio = 1.0
        self._pixmaps: OrderedDict[Path, QPixmap] = OrderedDict()
        self._asked: dict[Path, CellKey] = {}
        self._missing: set[Path] = set()
        loader.loaded.connect(self._show)
        loader.failed.connect(self._miss)

    def resize(self, size: QSize, ratio: float) -> None:
        """Make pictures for cards of ``size`` device-independent pixels at a scale from now on."""
        if (size, ratio) == (self._size, self._ratio):
            return
        self.forget_requests(keep=())
        self._size, self._ratio = size, ratio
        self._pixmaps.clear()

    def clear(self) -> None:
        """Forget everything: another batch is shown."""
        self.forget_requests(keep=())
        self._pixmaps.clear()
        self._missing.clear()

    def picture(self, cell: Cell) -> QPixmap | None:
        """The best picture at hand; what is missing or not sharp enough yet has been asked for."""
        sharp, quick = self._sources(cell)
        if sharp is None:
            return None
        found = self._pixmap(sharp)
        if found is not None:
            return found
        # The loader serves the latest request first: the thumbnail is there before the image.
        self._ask(sharp, cell.key)
        if quick is None:
            return None
        found = self._pixmap(quick)
        if found is None:
            self._ask(quick, cell.key)
        return found

    def is_missing(self, cell: Cell) -> bool:
        """True where the file of a finished image could not be read, or was deleted."""
        sharp = self._sources(cell)[0]
        return sharp is None or sharp in self._missing

    def forget_requests(self, *, keep: Collection[CellKey]) -> None:
        """Take back the requests of cards that are no longer in sight."""
        for path, key in list(self._asked.items()):
            if key not in keep:
                self._loader.drop(path, self._box)
                del self._asked[path]

    @property
    def _box(self) -> QSize:
        return self._size * self._ratio

    def _sources(self, cell: Cell) -> tuple[Path | None, Path | None]:
        """The file that is sharp at this size, and one that is there sooner, if any."""
        box = self._box
        if cell.thumb and box.width() <= _THUMB_WIDTH and box.height() <= _THUMB_HEIGHT:
            return cell.thumb, None
        return cell.image or cell.thumb, cell.thumb if cell.image else None

    def _pixmap(self, path: Path) -> QPixmap | None:
        pixmap = self._pixmaps.get(path)
        if pixmap is not None:
            self._pixmaps.move_to_end(path)
            return pixmap
        image = self._loader.cached(path, self._box)
        if image is None:
            return None
        pixmap = card_picture(image, self._size, radius=RADIUS_CARD, ratio=self._ratio)
        self._pixmaps[path] = pixmap
        if len(self._pixmaps) > _KEPT:
            self._pixmaps.popitem(last=False)
        return pixmap

    def _ask(self, path: Path, key: CellKey) -> None:
        if path in self._missing or path in self._asked:
            return
        self._asked[path] = key
        self._loader.request(path, self._box)

    @Slot(str, QImage)
    def _show(self, path: str, image: QImage) -> None:  # noqa: ARG002 - the loader keeps it
        self._answered(Path(path))

    @Slot(str, str)
    def _miss(self, path: str, reason: str) -> None:  # noqa: ARG002 - the card says what to do
        if Path(path) in self._asked:
            self._missing.add(Path(path))
        self._answered(Path(path))

    def _answered(self, path: Path) -> None:
        key = self._asked.pop(path, None)
        if key is not None:
            self.arrived.emit(key)


def card_picture(image: QImage, size: QSize, *, radius: int, ratio: float) -> QPixmap:
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
