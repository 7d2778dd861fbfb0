"""What can be done with images of the gallery, as a menu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from carmp_desktop.core.library import Picture
from carmp_desktop.qt.batch.verdicts import APPROVE_KEY, REJECT_KEY
from carmp_desktop.qt.gallery.actions import all_starred
from carmp_desktop.qt.gallery.words import spoken, today
from carmp_desktop.qt.words.text import counted

STAR_KEY = "S"


class GalleryMenu(QMenu):
    """Made for the images at hand and shown with `popup`; in the bin it offers other things."""

    open_chosen = Signal()
    folder_chosen = Signal()
    copy_chosen = Signal()
    star_chosen = Signal()
    approve_chosen = Signal()
    reject_chosen = Signal()
    export_chosen = Signal()
    bin_chosen = Signal()
    restore_chosen = Signal()
    select_all_chosen = Signal()

    def __init__(self, pictures: Sequence[Picture], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(spoken(pictures[0], today()))
        count, in_bin = len(pictures), pictures[0].binned_at is not None
        self._offer(self.tr("Open"), self.open_chosen, QKeySequence(Qt.Key.Key_Return))
        self._offer(self.tr("Show in folder"), self.folder_chosen)
        copying = counted(count, self.tr("Copy image"), self.tr("Copy {n} files"))
        self._offer(copying, self.copy_chosen, QKeySequence(QKeySequence.StandardKey.Copy))
        self.addSeparator()
        if in_bin:
            self._offer(self.tr("Restore"), self.restore_chosen)
        else:
            star = self.tr("Unstar") if all_starred(pictures) else self.tr("Star")
            self._offer(star, self.star_chosen, QKeySequence(STAR_KEY))
            self._offer(self.tr("Approve"), self.approve_chosen, QKeySequence(APPROVE_KEY))
            self._offer(self.tr("Reject"), self.reject_chosen, QKeySequence(REJECT_KEY))
            self._offer(self.tr("Export…"), self.export_chosen)
            deleting = counted(count, self.tr("Delete"), self.tr("Delete {n} images"))
            self._offer(deleting, self.bin_chosen, QKeySequence(Qt.Key.Key_Delete))
        self.addSeparator()
        everything = QKeySequence(QKeySequence.StandardKey.SelectAll)
        self._offer(self.tr("Select all"), self.select_all_chosen, everything)

    def _offer(self, text: str, signal: object, key: QKeySequence | None = None) -> QAction:
        action = self.addAction(text)
        if key is not None:
            action.setShortcut(key)
        action.triggered.connect(signal)
        return action
