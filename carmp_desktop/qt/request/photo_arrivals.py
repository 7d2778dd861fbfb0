"""Photos on their way into the panel: each waits for its thumbnail, and they arrive in order."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QObject, QSize, Signal, Slot
from PySide6.QtGui import QImage

from carmp_desktop.core.photos import OpenedPhoto
from carmp_desktop.qt.parts.images import ImageLoader

_BOX = QSize(256, 256)


class PhotoArrivals(QObject):
    """Asks the loader for thumbnails and hands photos on in the order they were expected."""

    arrived = Signal(object, QImage)
    """A `Photo` and its thumbnail; a null image where the thumbnail cannot be read."""

    all_arrived = Signal()
    """No photo is on its way any more."""

    def __init__(self, loader: ImageLoader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._loader = loader
        self._expected: deque[OpenedPhoto] = deque()
        self._thumbs: dict[str, QImage] = {}
        loader.loaded.connect(self._loaded)
        loader.failed.connect(self._failed)

    @property
    def waiting(self) -> int:
        """How many photos have not arrived yet."""
        return len(self._expected)

    def expect(self, opened: OpenedPhoto) -> None:
        """Let a photo arrive when its thumbnail is there and those before it have arrived."""
        self._expected.append(opened)
        self._loader.request(opened.thumb, _BOX)

    @Slot(str, QImage)
    def _loaded(self, path: str, image: QImage) -> None:
        if self._expected:
            self._thumbs[path] = image
        self._hand_on()

    @Slot(str, str)
    def _failed(self, path: str, _reason: str) -> None:
        self._thumbs[path] = QImage()
        self._hand_on()

    def _hand_on(self) -> None:
        while self._expected and str(self._expected[0].thumb) in self._thumbs:
            opened = self._expected.popleft()
            self.arrived.emit(opened.photo, self._thumbs[str(opened.thumb)])
            if not self._expected:
                self._thumbs.clear()
                self.all_arrived.emit()
