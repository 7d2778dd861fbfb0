"""The list of the history: batches are walked and opened by mouse and keyboard alike."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QMouseEvent,
    QPalette,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu, QWidget

from carmp_desktop.core.store.history import BatchSummary
from carmp_desktop.qt.history.model import ITEM_ROLE, HistoryModel
from carmp_desktop.qt.history.row import THUMB, THUMB_RADIUS, HistoryDelegate, lay_out
from carmp_desktop.qt.history.words import HistoryRow, open_words
from carmp_desktop.qt.parts.images import ImageLoader
from carmp_desktop.qt.parts.rounded_pictures import RoundedPictures

_SETTLED_MS = 120
_STEP = 28


class HistoryList(QListView):
    """One batch may be chosen; headings are passed over."""

    open_requested = Signal(str)
    """The id of the batch that shall stand in its matrix again."""

    folder_requested = Signal(str)
    """The id of the batch whose images shall be shown in their folder."""

    def __init__(
        self, model: HistoryModel, loader: ImageLoader, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._pictures = RoundedPictures(loader, self, radius=THUMB_RADIUS, size=THUMB)
        self._delegate = HistoryDelegate(self._pictures, self)
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settled.timeout.connect(self._forget_out_of_sight)
        self._build()
        self.setModel(model)
        self._pictures.arrived.connect(self._repaint)
        self.activated.connect(self._open)

    def chosen(self) -> BatchSummary | None:
        """The batch the keyboard stands on."""
        return _batch_at(self.currentIndex())

    def choose(self, batch_id: str) -> None:
        """Stand on a batch, and bring it into sight."""
        model = self.model()
        if isinstance(model, HistoryModel):
            self.setCurrentIndex(model.index_of(batch_id))

    def place_of_open(self, index: QModelIndex) -> QPoint:
        """The middle of a row's button, in the viewport."""
        return lay_out(self.visualRect(index)).open.center()

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Step over headings: the first row is one."""
        index = super().moveCursor(action, modifiers)
        if index.isValid() and _batch_at(index) is None:
            return index.siblingAtRow(index.row() + 1)
        return index

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes by keyboard stands on the first batch."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.setCurrentIndex(self.model().index(1, 0))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done with the batch under the pointer, or the current one."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        batch = _batch_at(index)
        if batch is None:
            return
        self.setCurrentIndex(index)
        place = self.visualRect(index).center() if by_key else event.pos()
        menu = self._menu(batch)
        menu.popup(self.viewport().mapToGlobal(place))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Answer the pointer over a row's button."""
        super().mouseMoveEvent(event)
        self._point_at(self._button_at(event.position().toPoint()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a row's button also chooses the row."""
        super().mousePressEvent(event)
        self._pressed = QPersistentModelIndex(self._button_at(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a row's button opens its batch."""
        super().mouseReleaseEvent(event)
        index = self._button_at(event.position().toPoint())
        pressed, self._pressed = self._pressed, QPersistentModelIndex()
        if index.isValid() and pressed == index and event.button() == Qt.MouseButton.LeftButton:
            self._open(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second click on a row's button is none: the first has opened it."""
        if not self._button_at(event.position().toPoint()).isValid():
            super().mouseDoubleClickEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is over no button any more."""
        super().leaveEvent(event)
        self._point_at(QModelIndex())

    def showEvent(self, event: QShowEvent) -> None:
        """Make thumbnails for the screen the list is on, and look again for missing ones."""
        super().showEvent(event)
        self._pictures.resize(THUMB, self.devicePixelRatioF())
        self._pictures.forget_missing()

    def changeEvent(self, event: QEvent) -> None:
        """Repaint in the colors of another scheme, or for another screen."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._pictures.resize(THUMB, self.devicePixelRatioF())
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.DevicePixelRatioChange):
            self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll, and forget what went out of sight once the scrolling has settled."""
        super().scrollContentsBy(dx, dy)
        self._settled.start()

    def _build(self) -> None:
        self._pressed = QPersistentModelIndex()
        self.setAccessibleName(self.tr("Batches, newest first"))
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(_STEP)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)

    def _menu(self, batch: BatchSummary) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(batch.title)
        opening = menu.addAction(open_words())
        opening.triggered.connect(self._open_chosen)
        folder = menu.addAction(self.tr("Show in folder"))
        folder.setEnabled(batch.completed > 0)
        folder.triggered.connect(self._show_folder)
        return menu

    def _button_at(self, place: QPoint) -> QModelIndex:
        """The row whose button is at a place of the viewport."""
        index = self.indexAt(place)
        over = _batch_at(index) is not None and lay_out(self.visualRect(index)).open.contains(place)
        return index if over else QModelIndex()

    def _point_at(self, index: QModelIndex) -> None:
        if self._delegate.pointed == index:
            return
        self._delegate.pointed = QPersistentModelIndex(index)
        shape = Qt.CursorShape.PointingHandCursor if index.isValid() else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        self.viewport().update()

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        batch = _batch_at(index)
        if batch is not None:
            self.open_requested.emit(batch.id)

    @Slot()
    def _open_chosen(self) -> None:
        self._open(self.currentIndex())

    @Slot()
    def _show_folder(self) -> None:
        batch = self.chosen()
        if batch is not None:
            self.folder_requested.emit(batch.id)

    @Slot()
    def _repaint(self) -> None:
        self.viewport().update()

    @Slot()
    def _forget_out_of_sight(self) -> None:
        self._pictures.forget_requests(keep=set(self._thumbs_in_sight()))

    def _thumbs_in_sight(self) -> Iterator[Path]:
        first = self.indexAt(QPoint(1, 1))
        last = self.indexAt(QPoint(1, self.viewport().height() - 1))
        end = last.row() if last.isValid() else self.model().rowCount() - 1
        for row in range(max(0, first.row()), end + 1):
            batch = _batch_at(self.model().index(row, 0))
            if batch is not None:
                yield from batch.thumbs


def _batch_at(index: QModelIndex) -> BatchSummary | None:
    item = index.data(ITEM_ROLE) if index.isValid() else None
    return item.summary if isinstance(item, HistoryRow) else None
