"""The few images the loupe holds at full size, decoded off the window's thread.

Only what is wanted now is held: the image looked at, the one it is compared with, and those an
arrow key would show next. What the file says of itself (size, kind, bytes) comes with the pixels.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import ImageOps
from PySide6.QtCore import QObject, QRunnable, QSize, Qt, QThreadPool, Signal, Slot
from PySide6.QtGui import QColorSpace, QImage, QImageIOHandler, QImageReader

from carmp_desktop.core.export.credentials import claim_generator
from carmp_desktop.core.photos import open_checked, refusing
from carmp_desktop.core.problems import Failure

MOST_HELD = 4
_THREADS = 2
_MOST_PIXELS = 60_000_000
"""The most pixels that are held of one image: 240 MB; larger ones are scaled down."""


@dataclass(frozen=True, slots=True)
class FullImage:
    """A decoded file: its pixels in sRGB, and what it says of itself.

    ``size`` is the file's own, upright, in pixels; ``image`` is smaller only where that is huge.
    ``credentials`` is who the file's content credentials claim to have made it, unproved, or None
    where it has none.
    """

    path: Path
    image: QImage
    size: QSize
    kind: str
    bytes: int
    credentials: str | None = None


class FullImages(QObject):
    """Holds at most `MOST_HELD` images: those last wanted."""

    arrived = Signal(object)
    """The `Path` of a wanted image that is held now, or that turned out to be unreadable."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(_THREADS)
        self._wanted: tuple[Path, ...] = ()
        self._held: dict[Path, FullImage | None] = {}
        self._under_way: dict[Path, _Decoding] = {}
        self._tickets = 0
        self._closed = False
        self._relay = _Relay()
        self._relay.decoded.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def pending(self) -> int:
        """How many wanted images are being decoded or wait for a thread."""
        return len(self._under_way)

    @property
    def held(self) -> tuple[Path, ...]:
        """The files whose pixels are in memory."""
        return tuple(path for path, full in self._held.items() if full is not None)

    def get(self, path: Path | None) -> FullImage | None:
        """The image, where it is held."""
        return self._held.get(path) if path is not None else None

    def is_lost(self, path: Path | None) -> bool:
        """True where the file could not be read when it was last wanted."""
        return path in self._held and self._held[path] is None

    def want(self, paths: Sequence[Path | None]) -> None:
        """Hold these, the most urgent first, and let go of all others."""
        wanted = [path for path in dict.fromkeys(paths) if path is not None]
        self._wanted = tuple(wanted[:MOST_HELD])
        self._held = {path: full for path, full in self._held.items() if path in self._wanted}
        for path in [path for path in self._under_way if path not in self._wanted]:
            self._under_way.pop(path).give_up()
        for urgency, path in enumerate(self._wanted):
            if path not in self._held and path not in self._under_way and not self._closed:
                self._tickets += 1
                task = self._under_way[path] = _Decoding(path, self._tickets, self._relay)
                self._pool.start(task, MOST_HELD - urgency)

    def shutdown(self) -> None:
        """Let go of everything and wait for what is being decoded; nothing arrives afterwards."""
        self._closed = True
        self.want(())
        self._pool.waitForDone()

    @Slot(object, int, object)
    def _take(self, path: Path, ticket: int, full: FullImage | None) -> None:
        task = self._under_way.get(path)
        if task is None or task.ticket != ticket:
            return  # given up while it was being decoded
        del self._under_way[path]
        self._held[path] = full
        self.arrived.emit(path)


class _Relay(QObject):
    """Carries an image out of a worker; it lives as long as any worker that may still use it."""

    decoded = Signal(object, int, object)
    """The `Path`, the ticket of its decoding, and the `FullImage` or None."""


class _Decoding(QRunnable):
    """One file on its way through a worker thread."""

    def __init__(self, path: Path, ticket: int, relay: _Relay) -> None:
        super().__init__()
        self.ticket = ticket
        self._path = path
        self._relay = relay
        self._given_up = False

    def give_up(self) -> None:
        """Skip the file, where it has not begun."""
        self._given_up = True

    def run(self) -> None:
        """Decode, unless nobody wants it any more."""
        if not self._given_up:
            self._relay.decoded.emit(self._path, self.ticket, read_full(self._path))


def read_full(path: Path) -> FullImage | None:
    """Read an image upright at full size; None where the file is gone or no image."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    kind = bytes(reader.format().data()).decode("ascii").upper()
    size = reader.size()
    if size.width() * size.height() > _MOST_PIXELS:
        share = (_MOST_PIXELS / (size.width() * size.height())) ** 0.5
        reader.setScaledSize(size * share)
    image = reader.read()
    try:
        weight = path.stat().st_size
        if image.isNull():
            image, kind = _read_with_pillow(path)
            size = image.size()
        elif reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90:
            size = size.transposed()
    except (OSError, Failure):
        return None
    return FullImage(path, _as_shown(image), size, kind, weight, claim_generator(path))


def _read_with_pillow(path: Path) -> tuple[QImage, str]:
    """Read a photo of a kind that Qt does not know. Raises `Failure`."""
    with refusing(path), open_checked(path) as opened:
        kind = opened.format or ""
        upright = ImageOps.exif_transpose(opened).convert("RGB")
        width, height = upright.size
        image = QImage(upright.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888)
        # A copy: the bytes are not the image's to keep.
        return image.copy(), kind


def _as_shown(image: QImage) -> QImage:
    """The pixels as the screen is given them, so that painting converts nothing."""
    space, srgb = image.colorSpace(), QColorSpace(QColorSpace.NamedColorSpace.SRgb)
    if space.isValid() and space != srgb:
        image = image.convertedToColorSpace(srgb)
    wanted = QImage.Format.Format_RGB32
    if image.hasAlphaChannel():
        wanted = QImage.Format.Format_ARGB32_Premultiplied
    return image.convertToFormat(wanted)
