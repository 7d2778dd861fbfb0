"""The gallery's images in their grid: painted, chosen by mouse and keyboard, dragged out."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from carmp_desktop.core.library import Picture
from carmp_desktop.qt.gallery.card import CardLook, paint_card
from carmp_desktop.qt.gallery.drag import drag_out
from carmp_desktop.qt.gallery.grid import GalleryGrid
from carmp_desktop.qt.gallery.heading import paint_band, paint_heading
from carmp_desktop.qt.gallery.model import GalleryModel
from carmp_desktop.qt.gallery.pictures import GalleryPictures
from carmp_desktop.qt.parts.images import ImageLoader

_SETTLED_MS = 120
_RING = 5
"""How far the rings of selection and focus reach beyond a card, in pixels."""

_Anchor = tuple[int, int]
"""An image's id, and how far its card lies below the upper edge."""


class GalleryView(GalleryGrid):
    """Shows images given newest first, and keeps selection and place when they change."""

    open_requested = Signal(object)
    """The `Picture` that was double-clicked, or on which Enter or Space was pressed."""

    menu_requested = Signal(object, QPoint)
    """The `Picture` whose menu is wanted, and the place for it on the screen."""

    selection_changed = Signal()
    """Other images are selected, or none, or what is known of them has changed."""

    sight_settled = Signal(object)
    """The `Picture`s that are in sight now, as a tuple, once they have been for a moment."""

    def __init__(self, loader: ImageLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = GalleryModel(self)
        self._images = GalleryPictures(loader, self)
        self.is_dragging = False
        self._hovered = -1
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self.setAccessibleName(self.tr("Images of the gallery"))
        self.setModel(self._list)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self._settled.timeout.connect(self._settle)
        self._images.arrived.connect(self._repaint)
        self.selectionModel().selectionChanged.connect(self.selection_changed)

    @property
    def shown(self) -> tuple[Picture, ...]:
        """All images in the order they are shown."""
        return self._list.pictures

    @property
    def images(self) -> GalleryPictures:
        """The images as the cards show them."""
        return self._images

    @property
    def current(self) -> Picture | None:
        """The image the keyboard stands on."""
        index = self.currentIndex()
        return self.shown[index.row()] if index.isValid() else None

    @property
    def selected(self) -> tuple[Picture, ...]:
        """The selected images in the order they are shown."""
        return tuple(self.shown[row] for row in self.selected_rows())

    def show_pictures(self, pictures: Sequence[Picture]) -> None:
        """Show these images; those that stay keep selection and focus, and the scroll its place.

        Where the current one is gone, the keyboard stands on the one that took its place.
        """
        kept = [picture.id for picture in self.selected]
        current, row, anchor = self.current, self.currentIndex().row(), self._anchor()
        self._images.forget_missing()
        self._hovered = -1
        chosen = self.selectionModel()
        chosen.blockSignals(True)
        self._list.show_pictures(pictures)
        rows = sorted(index.row() for index in map(self._list.index_of, kept) if index.isValid())
        only = QItemSelectionModel.SelectionFlag
        chosen.select(self.selection_of(rows), only.ClearAndSelect)
        if current is not None:
            stays = self._list.index_of(current.id)
            nearest = self._list.index(min(row, len(self.shown) - 1))
            chosen.setCurrentIndex(stays if stays.isValid() else nearest, only.NoUpdate)
        chosen.blockSignals(False)
        self.doItemsLayout()
        self._return_to(anchor)
        self._settled.start()
        self.selection_changed.emit()

    def mark_gone(self, pictures: Sequence[Picture], gone: Collection[int]) -> None:
        """Say on the cards of these images whose files are not there, given by their ids."""
        self._list.mark_gone(pictures, gone)

    def select(self, picture_id: int) -> None:
        """Make an image the current and only selected one, and bring it into sight."""
        self.setCurrentIndex(self._list.index_of(picture_id))

    def section_counts(self) -> list[int]:
        """How many images each section has."""
        return [section.count for section in self._list.sections]

    def doItemsLayout(self) -> None:
        """Lay all cards out anew, with images of their size."""
        super().doItemsLayout()
        self._images.resize(self.places.card, self.devicePixelRatioF())

    def keyboardSearch(self, _text: str) -> None:
        """Letters are keys of the page here, not the beginnings of names."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open, Escape lets go of the selection."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self.current is not None:
                self.open_requested.emit(self.current)
        elif key == Qt.Key.Key_Escape and self.selectionModel().hasSelection():
            self.clearSelection()
        elif event.matches(QKeySequence.StandardKey.Copy):
            event.ignore()  # the list would copy a name; the page copies the files
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the card under the pointer."""
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the image under the pointer."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.open_requested.emit(self.shown[index.row()])

    def leaveEvent(self, event: QEvent) -> None:
        """No card is under the pointer any more."""
        super().leaveEvent(event)
        self._hover(-1)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the card under the pointer, or of the current one."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            place = self.visualRect(index).center() if by_key else event.pos()
            picture = self.shown[index.row()]
            self.menu_requested.emit(picture, self.viewport().mapToGlobal(place))

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Drag the selected images out as files."""
        rows = self.selected_rows()
        if rows:
            pressed = self.current or self.shown[rows[0]]
            data = self._list.mimeData([self._list.index(row) for row in rows])
            self.is_dragging = True
            drag_out(self, data, self._images.picture(pressed), len(rows))
            self.is_dragging = False
            self._hover(-1)  # nobody has told that the pointer left

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay at the same images in another width."""
        anchor = self._anchor()
        super().resizeEvent(event)
        self._return_to(anchor)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the scale of the screen it is shown on."""
        super().showEvent(event)
        self.doItemsLayout()
        self._settled.start()

    def changeEvent(self, event: QEvent) -> None:
        """Repaint in the colors of another scheme; look again when the user comes back."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()
        elif event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._settled.start()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll, and forget what went out of sight once the scrolling has settled."""
        self.viewport().scroll(dx, dy)  # Qt's own list goes by a layout that is not ours
        self._settled.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The headings and cards that are touched, then the rubber band."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        offset = self.verticalOffset()
        top, bottom = event.rect().top() + offset - _RING, event.rect().bottom() + offset + _RING
        for section, place in self.places.headings_between(top, bottom):
            paint_heading(painter, place.translated(0, -offset), self._list.sections[section])
        chosen, current = self.selectionModel(), self.currentIndex().row()
        for row in self.places.rows_between(top, bottom):
            picture = self.shown[row]
            pixmap = self._images.picture(picture)
            look = CardLook(
                picture=picture,
                pixmap=pixmap,
                missing=pixmap is None and self._images.has_lost(picture),
                gone=self._list.is_gone(picture),
                names=self._list.names,
                selected=chosen.isSelected(self._list.index(row)),
                hovered=row == self._hovered,
                current=row == current and self.hasFocus(),
            )
            paint_card(painter, self.places.rect(row).translated(0, -offset), look)
        if not self.band.isNull():
            paint_band(painter, self.band)
        painter.end()

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()

    def _anchor(self) -> _Anchor | None:
        """The first card in sight; None at the very top, where new images shall be seen."""
        offset = self.verticalOffset()
        rows = self.places.rows_between(offset, offset + self.viewport().height())
        if not offset or not rows or rows.start >= len(self.shown):
            return None
        return self.shown[rows.start].id, self.places.rect(rows.start).top() - offset

    def _return_to(self, anchor: _Anchor | None) -> None:
        if anchor is None:
            return
        index = self._list.index_of(anchor[0])
        if index.isValid():
            self.verticalScrollBar().setValue(self.places.rect(index.row()).top() - anchor[1])

    @Slot()
    def _repaint(self) -> None:
        self.viewport().update()

    @Slot()
    def _settle(self) -> None:
        """Ask no more for what is out of sight, and tell what is in it."""
        offset = self.verticalOffset()
        rows = self.places.rows_between(offset, offset + self.viewport().height())
        seen = tuple(self.shown[row] for row in rows)
        files = {file for picture in seen for file in (picture.file, picture.thumb)}
        self._images.forget_requests(keep=files)
        if seen and self.isVisible():
            self.sight_settled.emit(seen)
