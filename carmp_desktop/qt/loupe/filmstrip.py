"""The loupe's filmstrip: every item in order as a small picture, read only as it comes in sight."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from carmp_desktop.core.model import JobStatus
from carmp_desktop.qt.look.painting import paint_cached_icon
from carmp_desktop.qt.look.theme import tokens
from carmp_desktop.qt.look.tokens import RADIUS_FIELD, SPACE
from carmp_desktop.qt.loupe.items import LoupeItem
from carmp_desktop.qt.loupe.picture import SMALL
from carmp_desktop.qt.parts.images import ImageLoader
from carmp_desktop.qt.parts.rounded_pictures import rounded

_FRAME = QSize(112, 80)
STRIP_EDGE = 4
"""The pixels around a frame that its ring needs; the first one begins so far from the left."""

_KEPT = 256
_ICON = 18
_ICONS = {
    JobStatus.QUEUED: "clock",
    JobStatus.PROCESSING: "clock",
    JobStatus.COMPLETED: "image",
    JobStatus.FAILED: "warning",
    JobStatus.CANCELED: "cancel",
    None: "minus",
}
_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


def icon_of(status: JobStatus | None) -> str:
    """The icon that stands where an item of this status has no picture."""
    return _ICONS[status]


class Filmstrip(QListView):
    """Shows where one stands; a click goes elsewhere. Keys are the loupe's."""

    chosen = Signal(int)
    """The place of the item that was pressed."""

    def __init__(self, loader: ImageLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Frames(self)
        self.setModel(self._model)
        self.setItemDelegate(_FrameDelegate(loader, self))
        self.setAccessibleName(self.tr("All images in order"))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(_FRAME.height() + 2 * STRIP_EDGE)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self._choose)

    def show_items(self, items: tuple[LoupeItem, ...]) -> None:
        """Show these; equal ones at the same place are not drawn anew."""
        self._model.show_items(items)

    def go_to(self, place: int) -> None:
        """Mark an item and bring it into sight, its neighbors too."""
        index = self._model.index(place)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll along the strip, whichever way the wheel turns."""
        turn = event.angleDelta().x() or event.angleDelta().y()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - turn)
        event.accept()

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(index.row())


class _Frames(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: tuple[LoupeItem, ...] = ()

    def show_items(self, items: tuple[LoupeItem, ...]) -> None:
        """Show these, and tell only what differs."""
        if len(items) != len(self._items):
            self.beginResetModel()
            self._items = items
            self.endResetModel()
            return
        before, self._items = self._items, items
        for place, (old, new) in enumerate(zip(before, items, strict=True)):
            if old is not new:
                self.dataChanged.emit(self.index(place), self.index(place))

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        """How many items there are."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The item, and its words for tooltip and screen reader."""
        if not index.isValid():
            return None
        item = self._items[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return item
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{item.title}: {item.state}"
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(_FRAME.width() + SPACE, _FRAME.height() + 2 * STRIP_EDGE)
        return None


class _FrameDelegate(QStyledItemDelegate):
    """Paints one frame; what is missing is asked for, and painted when it is there."""

    def __init__(self, loader: ImageLoader, view: Filmstrip) -> None:
        super().__init__(view)
        self._loader = loader
        self._view = view
        self._pixmaps: OrderedDict[tuple[Path, float], QPixmap] = OrderedDict()
        self._asked: set[str] = set()
        self._missing: set[str] = set()
        loader.loaded.connect(self._arrived)
        loader.failed.connect(self._miss)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The picture or the sign of its state; a ring around the one looked at."""
        item: LoupeItem = index.data(Qt.ItemDataRole.UserRole)
        place = QRect(option.rect.topLeft(), _FRAME).translated(STRIP_EDGE, STRIP_EDGE)
        colors = tokens()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pixmap = self._pixmap(item, painter.device().devicePixelRatioF())
        if pixmap is None:
            self._paint_state(painter, place, item)
        else:
            painter.drawPixmap(place.topLeft(), pixmap)
        outline = QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(colors.accent), 2))
            outline = QRectF(place).adjusted(-2, -2, 2, 2)
            painter.drawRoundedRect(outline, RADIUS_FIELD + 2, RADIUS_FIELD + 2)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(QColor(colors.border_strong), 1))
            painter.drawRoundedRect(outline, RADIUS_FIELD, RADIUS_FIELD)
        painter.restore()

    def _paint_state(self, painter: QPainter, place: QRect, item: LoupeItem) -> None:
        colors = tokens()
        failed = item.status is JobStatus.FAILED
        pen = QPen(QColor(colors.failed_border if failed else colors.border_strong), 1)
        if not failed:
            pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(QColor(colors.failed_ground if failed else colors.surface))
        outline = QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(outline, RADIUS_FIELD, RADIUS_FIELD)
        icon = QRect(0, 0, _ICON, _ICON)
        icon.moveCenter(place.center())
        line = colors.failed if failed else colors.muted
        paint_cached_icon(painter, icon_of(item.status), icon, line)

    def _pixmap(self, item: LoupeItem, ratio: float) -> QPixmap | None:
        path = item.thumb or item.image
        if path is None:
            return None
        pixmap = self._pixmaps.get((path, ratio))
        if pixmap is not None:
            self._pixmaps.move_to_end((path, ratio))
            return pixmap
        # The loupe shows the same small copy while an image is being decoded.
        box = SMALL if item.thumb else _FRAME * ratio
        image = self._loader.cached(path, box)
        if image is None:
            self._ask(path, box)
            return None
        pixmap = rounded(image, _FRAME, radius=RADIUS_FIELD, ratio=ratio)
        self._pixmaps[path, ratio] = pixmap
        if len(self._pixmaps) > _KEPT:
            self._pixmaps.popitem(last=False)
        return pixmap

    def _ask(self, path: Path, box: QSize) -> None:
        if str(path) not in self._missing:
            self._asked.add(str(path))
            self._loader.request(path, box)

    @Slot(str)
    def _arrived(self, path: str) -> None:
        if path in self._asked:
            self._asked.discard(path)
            self._view.viewport().update()

    @Slot(str)
    def _miss(self, path: str) -> None:
        if path in self._asked:
            self._missing.add(path)
            self._arrived(path)
