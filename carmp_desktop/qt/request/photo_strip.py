"""The source photos: tiles to add, remove, reorder and tag, and what was refused."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from carmp_desktop.core.model import Angle, Photo
from carmp_desktop.core.problems import Problem
from carmp_desktop.qt.look.icons import paint_icon
from carmp_desktop.qt.look.theme import font, tokens
from carmp_desktop.qt.look.tokens import FONT_LABEL, RADIUS_FIELD, SPACE
from carmp_desktop.qt.parts.controls import SectionHead, push_button, set_tab_order
from carmp_desktop.qt.request.photo_tile import PhotoTile
from carmp_desktop.qt.request.refusals import Refusals

_COLUMNS = 4
_HEIGHT = 58
_EMPTY_HEIGHT = 104
_STEPS = {"left": -1, "right": 1, "up": -_COLUMNS, "down": _COLUMNS}


class AddTile(QAbstractButton):
    """Where photos are dropped or browsed for: a wide field while there are none, then a tile."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_wide = True
        self._is_receiving = False
        self.setText(self.tr("Drop photos of one car here"))
        self.setAccessibleName(self.tr("Add photos"))
        self.setToolTip(self.tr("Drop photos or folders, paste, or click to browse"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_wide(True)

    def set_wide(self, wide: bool) -> None:
        """Be the whole width with a text, or one tile with a plus."""
        self._is_wide = wide
        self.setFixedHeight(_EMPTY_HEIGHT if wide else _HEIGHT)
        self.update()

    def set_receiving(self, receiving: bool) -> None:
        """Show whether files that are dragged over the panel would be taken."""
        self._is_receiving = receiving
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A dashed outline around a plus, or around an icon and a text."""
        colors = tokens()
        lit = self._is_receiving or self.hasFocus()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(colors.accent if lit else colors.border_strong), 1.5 if lit else 1)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        hovered = colors.hover if self.underMouse() else colors.surface
        painter.setBrush(QColor(colors.accent_ground if self._is_receiving else hovered))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS_FIELD, RADIUS_FIELD
        )
        middle = QRectF(self.rect()).center()
        if self._is_wide:
            icon = QRectF(middle.x() - 12, middle.y() - 27, 24, 24)
            paint_icon(painter, "image", icon, colors.accent if lit else colors.muted)
            painter.setFont(font(FONT_LABEL))
            painter.setPen(QColor(colors.muted))
            text = self.rect().adjusted(8, self.height() // 2 + 6, -8, 0)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
            painter.drawText(text, flags, self.text())
        else:
            icon = QRectF(middle.x() - 9, middle.y() - 9, 18, 18)
            paint_icon(painter, "plus", icon, colors.accent if lit else colors.muted)
        painter.end()

    def sizeHint(self) -> QSize:
        """The grid decides the width."""
        return QSize(70, self.height())


class PhotoStrip(QWidget):
    """Holds the photos in their order; the file's path tells them apart."""

    browse_requested = Signal()
    """The user wants to choose files."""

    photo_removed = Signal(object)
    """A `Photo` was taken away by the user."""

    photos_changed = Signal()
    """There are other photos, or in another order, or with other angles."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles: list[PhotoTile] = []
        self._angles: tuple[Angle, ...] = ()
        self._browse = push_button("", role="count")
        self._browse.setAccessibleName(self.tr("Browse for photos"))
        self._browse.clicked.connect(self.browse_requested)
        self._add = AddTile(self)
        self._add.clicked.connect(self.browse_requested)
        self._refusals = Refusals()
        self._grid = QGridLayout()
        self._grid.setSpacing(SPACE)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(SectionHead(self.tr("Photos"), self._browse))
        layout.addLayout(self._grid)
        layout.addWidget(self._refusals)
        self._arrange()

    def photos(self) -> tuple[Photo, ...]:
        """The photos in their order, with the angles they were said to show."""
        return tuple(tile.photo for tile in self._tiles)

    def add_photo(self, photo: Photo, thumb: QImage) -> None:
        """Show one more photo; a file that is there already is not shown twice."""
        if any(tile.photo.path == photo.path for tile in self._tiles):
            return
        tile = PhotoTile(photo, thumb, self)
        tile.set_angles(self._angles)
        tile.remove_requested.connect(self._remove)
        tile.move_requested.connect(self._move)
        tile.dragged.connect(self._drag)
        tile.tagged.connect(self.photos_changed)
        self._tiles.append(tile)
        self._arrange()
        tile.show()

    def refuse(self, name: str, problem: Problem) -> None:
        """Show that a file was refused, and why."""
        self._refusals.refuse(name, problem)
        self._order_focus()

    def set_angles(self, angles: Sequence[Angle]) -> None:
        """The angles a photo may be said to show."""
        self._angles = tuple(angles)
        for tile in self._tiles:
            tile.set_angles(angles)

    @Slot(bool)
    def set_receiving(self, receiving: bool) -> None:
        """Show whether files that are dragged over the panel would be taken."""
        self._add.set_receiving(receiving)

    @Slot(object)
    def _remove(self, tile: PhotoTile) -> None:
        index = self._tiles.index(tile)
        had_focus = tile.hasFocus()
        self._tiles.remove(tile)
        self._grid.removeWidget(tile)
        if had_focus:
            [*self._tiles, self._add][index].setFocus(Qt.FocusReason.OtherFocusReason)
        tile.hide()
        tile.deleteLater()
        self._arrange()
        self.photo_removed.emit(tile.photo)

    @Slot(object, str)
    def _move(self, tile: PhotoTile, step: str) -> None:
        self._place(tile, self._tiles.index(tile) + _STEPS[step])

    @Slot(object, QPoint)
    def _drag(self, tile: PhotoTile, pointer: QPoint) -> None:
        for index, other in enumerate(self._tiles):
            if other is not tile and other.geometry().contains(pointer):
                self._place(tile, index)
                return

    def _place(self, tile: PhotoTile, index: int) -> None:
        if not 0 <= index < len(self._tiles) or self._tiles[index] is tile:
            return
        self._tiles.remove(tile)
        self._tiles.insert(index, tile)
        self._arrange()

    def _order_focus(self) -> None:
        set_tab_order([self._browse, *self._tiles, self._add, *self._refusals.buttons()])

    def _arrange(self) -> None:
        """Lay the tiles out in their order, the add tile last, and say so."""
        for widget in (*self._tiles, self._add):
            self._grid.removeWidget(widget)
        for index, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, index // _COLUMNS, index % _COLUMNS)
        count = len(self._tiles)
        self._add.set_wide(not count)
        span = 1 if count else _COLUMNS
        self._grid.addWidget(self._add, count // _COLUMNS, count % _COLUMNS, 1, span)
        hint = self.tr("{n} · drop, paste or browse") if count else self.tr("drop, paste or browse")
        self._browse.setText(hint.format(n=count))
        self._order_focus()
        self.photos_changed.emit()
