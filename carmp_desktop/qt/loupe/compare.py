"""The name of what the loupe's picture is compared with; pressed, it offers everything else."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from carmp_desktop.qt.look.icons import paint_icon
from carmp_desktop.qt.look.theme import font, tokens
from carmp_desktop.qt.look.tokens import FONT_LABEL
from carmp_desktop.qt.loupe.items import LoupeItem, LoupeSet, Scene
from carmp_desktop.qt.loupe.picture import BADGE_HEIGHT, paint_badge_ground

_PAD = 10
_CHEVRON = 14
_LEAST = 64


class CompareButton(QAbstractButton):
    """A badge over the picture with a menu of the photos and of all images of the set."""

    chosen = Signal(object)
    """The key of the item or photo to compare with."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._set: LoupeSet | None = None
        self._item: LoupeItem | None = None
        self._scene: Scene | None = None
        self._most = _LEAST
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(self.tr("Choose what to compare with (C)"))
        self.clicked.connect(self.offer)

    def show_scene(self, shown: LoupeSet, item: LoupeItem, scene: Scene | None) -> None:
        """Show the name of ``scene``, which ``item`` is compared with."""
        self._set, self._item, self._scene = shown, item, scene
        name = scene.name if scene else self.tr("Nothing to compare with")
        self.setText(name)
        self.setAccessibleName(self.tr("Compared with: {name}").format(name=name))
        self._fit()

    def set_most(self, width: int) -> None:
        """Be at most this wide, in pixels."""
        self._most = max(_LEAST, width)
        self._fit()

    @Slot()
    def offer(self) -> None:
        """Show the menu of what there is to compare with."""
        if self._set is not None and self._item is not None:
            menu = self.menu_of(self._set, self._item)
            menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def menu_of(self, shown: LoupeSet, item: LoupeItem) -> QMenu:
        """The photos, the other images of the item's row, then the other rows as submenus."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self.accessibleName())
        for photo in shown.photos:
            self._offer(menu, photo)
        rows: dict[str, QMenu] = {item.row: menu}
        menu.addSeparator()
        others = [other for other in shown.items if other.image and other.key != item.key]
        for other in sorted(others, key=lambda other: other.row != item.row):
            if other.row not in rows:
                if len(rows) == 1:
                    menu.addSeparator()
                rows[other.row] = menu.addMenu(other.row.replace("&", "&&"))
            self._offer(rows[other.row], other)
        return menu

    def sizeHint(self) -> QSize:
        """Room for the name, as far as there is room."""
        words = QFontMetrics(_face()).horizontalAdvance(self.text())
        return QSize(min(words + 2 * _PAD + _CHEVRON + 4, self._most), BADGE_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The badge, and the sign that there is more."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        badge = QRectF(self.rect())
        paint_badge_ground(painter, badge)
        painter.setFont(_face())
        room = badge.adjusted(_PAD, 0, -_PAD - _CHEVRON - 2, 0)
        shown = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(room.width()) + 1
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        chevron = QRectF(room.right() + 4, (badge.height() - _CHEVRON) / 2, _CHEVRON, _CHEVRON)
        paint_icon(painter, "chevron-down", chevron, tokens().badge_text)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens().badge_text), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(badge.adjusted(1, 1, -1, -1), 5, 5)
        painter.end()

    def _offer(self, menu: QMenu, scene: Scene) -> None:
        # An ampersand in a file's name is no mnemonic.
        action = menu.addAction(scene.name.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(self._scene is not None and scene.key == self._scene.key)
        action.setData(scene.key)
        action.triggered.connect(self._choose)

    @Slot()
    def _choose(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            key: Hashable = action.data()
            self.chosen.emit(key)

    def _fit(self) -> None:
        self.resize(self.sizeHint())
        self.update()


def _face() -> QFont:
    return font(FONT_LABEL, weight=QFont.Weight.Medium)
