"""Loads and scales image files off the window's thread, newest request first.

Decoding a finished image takes some 20 ms, so it never happens where the window paints. Only
QImage is used in the workers: a QPixmap belongs to the thread of the window. `QImageReader` reads
from a path because that lets go of Python's lock while it decodes; reading from bytes does not.
"""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

from PySide6.QtCore import QObject, QRunnable, QSize, Qt, QThreadPool, Signal, Slot
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

_THREADS = 2
_MEMORY_BYTES = 128 * 1024 * 1024

_Wanted = tuple[str, int, int]


class ImageLoader(QObject):
    """A bounded memory of scaled images, and the two threads that fill it.

    An image is scaled so that it covers the asked box in physical pixels, its aspect kept, and is
    never enlarged. Everything but the decoding happens on the thread the loader lives in.
    """

    loaded = Signal(str, QImage)
    """A requested image is there: its path as text, and the scaled image."""

    failed = Signal(str, str)
    """A file could not be read as an image: its path as text, and the reader's reason."""

    def __init__(self, parent: QObject | None = None, *, memory_bytes: int = _MEMORY_BYTES) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(_THREADS)
        self._memory_bytes = memory_bytes
        self._held_bytes = 0
        self._images: OrderedDict[_Wanted, QImage] = OrderedDict()
        self._under_way: dict[_Wanted, _Decoding] = {}
        self._requests = 0
        self._closed = False
        self._relay = _Relay()
        # Queued even from this thread, so that `loaded` never arrives inside `request`.
        self._relay.decoded.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def pending(self) -> int:
        """How many images are being decoded or wait for a thread."""
        return len(self._under_way)

    def cached(self, path: Path, box: QSize) -> QImage | None:
        """The image as it was asked for before, where memory still holds it."""
        wanted = _wanted(path, box)
        image = self._images.get(wanted)
        if image is not None:
            self._images.move_to_end(wanted)
        return image

    def request(self, path: Path, box: QSize) -> None:
        """Ask for the image at ``path`` covering ``box``, in physical pixels.

        Answered once by `loaded` or `failed`, later and never within this call. A request equal
        to one under way is merged with it.
        """
        wanted = _wanted(path, box)
        if self._closed or wanted in self._under_way:
            return
        image = self.cached(path, box)
        if image is not None:
            self._relay.decoded.emit(wanted, image, "")
            return
        task = _Decoding(wanted, self._relay)
        self._under_way[wanted] = task
        self._requests += 1
        self._pool.start(task, self._requests)  # the higher number goes first: what is seen now

    def drop(self, path: Path, box: QSize) -> None:
        """Take a request back whose image is no longer in sight; one being decoded still ends."""
        task = self._under_way.get(_wanted(path, box))
        if task is not None and task.give_up():
            del self._under_way[task.wanted]

    def shutdown(self) -> None:
        """Give up what has not begun and wait for what has; nothing is answered afterwards."""
        self._closed = True
        for task in self._under_way.values():
            task.give_up()
        self._pool.waitForDone()
        self._under_way.clear()
        self._images.clear()
        self._held_bytes = 0

    @Slot(object, QImage, str)
    def _take(self, wanted: _Wanted, image: QImage, reason: str) -> None:
        if self._closed:
            return
        self._under_way.pop(wanted, None)
        if image.isNull():
            self.failed.emit(wanted[0], reason)
            return
        self._hold(wanted, image)
        self.loaded.emit(wanted[0], image)

    def _hold(self, wanted: _Wanted, image: QImage) -> None:
        if wanted not in self._images:
            self._images[wanted] = image
            self._held_bytes += image.sizeInBytes()
        while self._held_bytes > self._memory_bytes and len(self._images) > 1:
            _, oldest = self._images.popitem(last=False)
            self._held_bytes -= oldest.sizeInBytes()


class _Relay(QObject):
    """Carries an image out of a worker; it lives as long as any worker that may still use it."""

    decoded = Signal(object, QImage, str)
    """What was wanted, the image or a null one, and then the reason."""


class _Decoding(QRunnable):
    """One file on its way through a worker thread."""

    def __init__(self, wanted: _Wanted, relay: _Relay) -> None:
        super().__init__()
        self.wanted = wanted
        self._relay = relay
        self._begun = False
        self._given_up = False

    def give_up(self) -> bool:
        """Ask the worker to skip the file; False where it has already begun."""
        if self._begun:
            return False
        self._given_up = True
        return True

    def run(self) -> None:
        """Decode, unless nobody wants it any more."""
        if self._given_up:
            return
        self._begun = True
        path, width, height = self.wanted
        image, reason = read_covering(path, QSize(width, height))
        self._relay.decoded.emit(self.wanted, image, reason)


def read_covering(path: str, box: QSize) -> tuple[QImage, str]:
    """Read an image upright, scaled down to cover ``box``, its aspect kept.

    Returns the image and an empty text, or a null image and the reader's reason.
    """
    reader = QImageReader(path)
    reader.setAutoTransform(True)
    size = reader.size()
    turned = bool(reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90)
    wanted = box.transposed() if turned else box
    if size.isValid() and size.width() > wanted.width() and size.height() > wanted.height():
        reader.setScaledSize(size.scaled(wanted, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    image = reader.read()
    return image, reader.errorString() if image.isNull() else ""


def _wanted(path: Path, box: QSize) -> _Wanted:
    return (str(path), box.width(), box.height())
