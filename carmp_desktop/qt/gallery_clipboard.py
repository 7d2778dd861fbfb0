"""Images of the gallery on the clipboard: one as pixels and as its file, several as files."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard, QGuiApplication, QImage, QImageReader

from carmp_desktop.core.library import Picture
from carmp_desktop.qt.gallery_model import files_data
from carmp_desktop.qt.loop import Tasks

_FILE_MANAGERS = "x-special/gnome-copied-files"
"""What some file managers take files by; it also tells that the contents are ours."""


class GalleryClipboard(QObject):
    """Made on the window's running loop. ``report`` hears of what fails."""

    def __init__(
        self, report: Callable[[BaseException], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._loop = asyncio.get_running_loop()
        self._tasks = Tasks(report)

    def copy(self, pictures: tuple[Picture, ...]) -> None:
        """Put images on the clipboard; the pixels are read off the window's thread."""
        self._tasks.spawn(self._copy(pictures))

    def shutdown(self) -> None:
        """Leave nothing on the clipboard that Python made: its end would crash the process."""
        board = QGuiApplication.clipboard()
        if not board.mimeData().hasFormat(_FILE_MANAGERS):
            return
        image = board.image()
        if image.isNull():
            files = [url.toLocalFile() for url in board.mimeData().urls()]
            board.setText("\n".join(files))
        else:
            board.setImage(image)

    async def _copy(self, pictures: tuple[Picture, ...]) -> None:
        image = QImage()
        if len(pictures) == 1:
            image = await asyncio.to_thread(_read, pictures[0].file)
        self._loop.call_soon(_put, QGuiApplication.clipboard(), pictures, image)


def _put(board: QClipboard, pictures: tuple[Picture, ...], image: QImage) -> None:
    data = files_data(pictures)
    lines = ["copy", *(url.toString() for url in data.urls())]
    data.setData(_FILE_MANAGERS, "\n".join(lines).encode())
    if not image.isNull():
        data.setImageData(image)
    board.setMimeData(data)


def _read(file: Path) -> QImage:
    """The image upright at full size; a null one where its file is gone."""
    reader = QImageReader(str(file))
    reader.setAutoTransform(True)
    return reader.read()
