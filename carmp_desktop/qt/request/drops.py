"""Where photos arrive: a frame that takes files, folders and images by drop and by paste."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeySequence,
    QPixmap,
    QShortcut,
)
from PySide6.QtWidgets import QFrame, QWidget


class PhotoInbox(QFrame):
    """Hands on what is dropped anywhere on it, or pasted while its window is in front."""

    files_dropped = Signal(list)
    """Files and folders were dropped or pasted, as a list of `Path`."""

    image_pasted = Signal(QImage)
    """An image itself was pasted or dropped, as one copied from a browser."""

    receiving_changed = Signal(bool)
    """Whether something that would be taken is being dragged over the frame."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        QShortcut(QKeySequence.StandardKey.Paste, self).activated.connect(self._paste)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say that photos are welcome."""
        if has_photos(event.mimeData()):
            event.acceptProposedAction()
            self.receiving_changed.emit(True)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """They are welcome everywhere on the frame."""
        if has_photos(event.mimeData()):
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They went elsewhere."""
        self.receiving_changed.emit(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on what was dropped."""
        self.receiving_changed.emit(False)
        if has_photos(event.mimeData()):
            event.acceptProposedAction()
            self._hand_on(event.mimeData())

    @Slot()
    def _paste(self) -> None:
        self._hand_on(QGuiApplication.clipboard().mimeData())

    def _hand_on(self, data: QMimeData) -> None:
        """Files go before the image: a file manager may put a mere icon beside them."""
        paths = local_paths(data)
        image = held_image(data)
        if paths:
            self.files_dropped.emit(paths)
        elif image is not None:
            self.image_pasted.emit(image)


def has_photos(data: QMimeData) -> bool:
    """Whether there is anything in ``data`` that could be a photo."""
    return bool(local_paths(data)) or data.hasImage()


def local_paths(data: QMimeData) -> list[Path]:
    """The files and folders that ``data`` names; addresses elsewhere are left out."""
    if not data.hasUrls():
        return []
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def held_image(data: QMimeData) -> QImage | None:
    """The image in ``data`` itself, as copied from a browser or an editor; None where none is."""
    if not data.hasImage():
        return None
    held = data.imageData()
    image = held.toImage() if isinstance(held, QPixmap) else held
    return image if isinstance(image, QImage) and not image.isNull() else None
