"""The gallery as a list: its images in the order they are shown, each with its name and words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QUrl,
)

from carmp_desktop.core.library import Picture
from carmp_desktop.qt.gallery.sections import Section, arranged
from carmp_desktop.qt.gallery.words import NO_NAMES, angle_names, spoken, today, tooltip

PICTURE_ROLE = Qt.ItemDataRole.UserRole
"""The `Picture` at an index."""

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class GalleryModel(QAbstractListModel):
    """The images that were found; dragged out they are their files."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures: tuple[Picture, ...] = ()
        self._sections: tuple[Section, ...] = ()
        self._rows: dict[int, int] = {}
        self._gone: set[int] = set()
        self._names = NO_NAMES

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """All images, in the order they are shown."""
        return self._pictures

    @property
    def sections(self) -> tuple[Section, ...]:
        """The days and cars they are shown by."""
        return self._sections

    @property
    def names(self) -> Mapping[str, str]:
        """What the angles of the images are called here, by their labels."""
        return self._names

    def show_pictures(self, pictures: Iterable[Picture]) -> None:
        """Show these images, given newest first."""
        order, sections = arranged(pictures)
        self._names = angle_names(order)
        if [each.id for each in order] == [each.id for each in self._pictures]:
            self._replace(order, sections)
            return
        self.beginResetModel()
        self._pictures, self._sections = order, sections
        self._rows = {picture.id: row for row, picture in enumerate(order)}
        self.endResetModel()

    def is_gone(self, picture: Picture) -> bool:
        """Whether the image's file is known to be no longer there."""
        return picture.id in self._gone

    def mark_gone(self, pictures: Collection[Picture], gone: Collection[int]) -> None:
        """Of these images the files of ``gone``, given by their ids, are not there."""
        asked = {picture.id for picture in pictures}
        changed = (self._gone & asked) ^ set(gone)
        self._gone = (self._gone - asked) | set(gone)
        for index in map(self.index_of, changed):
            if index.isValid():
                self.dataChanged.emit(index, index)

    def index_of(self, picture_id: int) -> QModelIndex:
        """Where an image stands, or an invalid index."""
        row = self._rows.get(picture_id)
        return QModelIndex() if row is None else self.index(row)

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        """The number of images."""
        return 0 if parent.isValid() else len(self._pictures)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Every image can be selected and dragged."""
        plain = super().flags(index)
        return plain | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else plain

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The image itself, or its words for tooltip and screen reader."""
        if not index.isValid():
            return None
        picture = self._pictures[index.row()]
        if role == PICTURE_ROLE:
            return picture
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(picture, is_gone=self.is_gone(picture), names=self._names)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return spoken(picture, today(), is_gone=self.is_gone(picture), names=self._names)
        return None

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The files of the images, in the order they are shown."""
        rows = sorted(index.row() for index in indexes)
        return files_data(self._pictures[row] for row in rows)

    def supportedDragActions(self) -> Qt.DropAction:
        """Files are copied to where they are dropped and never leave the gallery."""
        return Qt.DropAction.CopyAction

    def _replace(self, order: tuple[Picture, ...], sections: tuple[Section, ...]) -> None:
        """Take the same images with other stars or words."""
        self._sections = sections
        if order != self._pictures:
            self._pictures = order
            self.dataChanged.emit(self.index(0), self.index(len(order) - 1))


def files_data(pictures: Iterable[Picture]) -> QMimeData:
    """Images as their files, as other programs take them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(picture.file)) for picture in pictures])
    return data
