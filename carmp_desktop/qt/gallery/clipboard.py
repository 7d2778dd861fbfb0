"""Images of the gallery on the clipboard: one as pixels and as its file, several as files."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Slot
from PySide6.QtGui import QGuiApplication, QImage, QImageReader

from carmp_desktop.core.library import Picture
from carmp_desktop.qt.gallery.model import files_data
from carmp_desktop.qt.jobs import JobManager

_FILE_MANAGERS = "x-special/gnome-copied-files"
"""What some file managers take files by; it also tells that the contents are ours."""


class GalleryClipboard(QObject):
    """Puts images there; their pixels are read off the window's thread."""

    def __init__(self, jobs: JobManager, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs

    @Slot(object)
    def copy(self, pictures: tuple[Picture, ...]) -> None:
        """Put images on the clipboard, soon."""
        if len(pictures) == 1:
            reading = asyncio.to_thread(_read, pictures[0].file)
            self._jobs.ask(reading, partial(_put, pictures))
        else:
            _put(pictures, QImage())

    def stop(self) -> None:
        """Leave nothing on the clipboard that Python made: its end would crash the process."""
        board = QGuiApplication.clipboard()
        held: QMimeData | None = board.mimeData()
        if held is None or not held.hasFormat(_FILE_MANAGERS):
            return
        image = board.image()
        if image.isNull():
            files = [url.toLocalFile() for url in board.mimeData().urls()]
            board.setText("\n".join(files))
        else:
            board.setImage(image)


def _put(pictures: tuple[Picture, ...], image: QImage) -> None:
    data = files_data(pictures)
    lines = ["copy", *(url.toString() for url in data.urls())]
    data.setData(_FILE_MANAGERS, "\n".join(lines).encode())
    if not image.isNull():
        data.setImageData(image)
    QGuiApplication.clipboard().setMimeData(data)


def _read(file: Path) -> QImage:
    """The image upright at full size; a null one where its file is gone."""
    reader = QImageReader(str(file))
    reader.setAutoTransform(True)
    return reader.read()
