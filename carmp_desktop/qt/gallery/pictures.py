"""The images of the gallery in the size of its cards, read as they come in sight, within bounds."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QPixmap

from carmp_desktop.core.library import Picture
from carmp_desktop.qt.look.tokens import RADIUS_CARD
from carmp_desktop.qt.parts.images import ImageLoader
from carmp_desktop.qt.parts.rounded_pictures import RoundedPictures


class GalleryPictures(RoundedPictures):
    """Knows which files an image of the gallery is shown from."""

    def __init__(self, loader: ImageLoader, parent: QObject | None = None) -> None:
        super().__init__(loader, parent, radius=RADIUS_CARD)

    def picture(self, picture: Picture) -> QPixmap | None:
        """The best at hand; what is missing or not sharp enough yet has been asked for."""
        for file in self._sources(picture):
            found = self.pixmap(file)
            if found is not None:
                return found
        return None

    def has_lost(self, picture: Picture) -> bool:
        """True where neither the image nor its thumbnail could be read."""
        return all(self.is_missing(file) for file in self._sources(picture))

    def _sources(self, picture: Picture) -> tuple[Path, ...]:
        """The files to show, the sharpest first; one that cannot be read gives way to the other.

        The loader serves the latest request first: the thumbnail is there before the image.
        """
        if self.thumb_is_sharp and not self.is_missing(picture.thumb):
            return (picture.thumb,)
        return (picture.file, picture.thumb)
