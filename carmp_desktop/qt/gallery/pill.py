"""The pills of the gallery's bar: one that is on or off, and one that holds what a popup offers."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from carmp_desktop.qt.gallery.popup import FilterPopup
from carmp_desktop.qt.look.icons import paint_icon
from carmp_desktop.qt.look.theme import font, tokens
from carmp_desktop.qt.look.tokens import FONT_LABEL
from carmp_desktop.qt.parts.controls import paint_toggle

_HEIGHT, _PILL = 34, 30
_SIDE, _GAP, _ICON = 12, 6, 14
WIDEST = 220
"""How many pixels a pill takes at most."""


class FilterChip(QAbstractButton):
    """A pill with words, an icon before or after them or none; checked while it narrows.

    A bare one shows its icon alone and has its words as a tooltip.
    """

    def __init__(self, text: str, *, before: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = before
        self._after = ""
        self._is_bare = False
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedHeight(_HEIGHT)

    def set_bare(self, bare: bool) -> None:
        """Show the icon alone, or the words too."""
        self.setToolTip(self.text() if bare else "")
        if bare != self._is_bare:
            self._is_bare = bare
            self.updateGeometry()
            self.update()

    def width_of(self, text: str, *, bare: bool = False) -> int:
        """How many pixels it would need for these words, within reason."""
        if bare:
            return _ICON + 2 * _SIDE
        return min(self.uncut_width_of(text), WIDEST)

    def uncut_width_of(self, text: str) -> int:
        """How many pixels all of these words need."""
        icons = sum(_ICON + _GAP for icon in (self._before, self._after) if icon)
        words = QFontMetrics(_face(chosen=True)).horizontalAdvance(text)
        return words + icons + 2 * _SIDE

    def sizeHint(self) -> QSize:
        """As wide as what it shows."""
        return QSize(self.width_of(self.text(), bare=self._is_bare), _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Frame, icon, words, icon."""
        colors, chosen = tokens(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pill = QRectF(self.rect().adjusted(0, (_HEIGHT - _PILL) // 2, 0, (_PILL - _HEIGHT) // 2))
        paint_toggle(painter, pill, radius=_PILL / 2, button=self)
        line = colors.text if chosen or self.underMouse() else colors.muted
        room = self.rect().adjusted(_SIDE, 0, -_SIDE, 0)
        if self._before:
            paint_icon(painter, self._before, self._icon_at(room.left()), line)
            room.setLeft(room.left() + _ICON + _GAP)
        if self._after:
            paint_icon(painter, self._after, QRectF(self._last_icon()), line)
            room.setRight(self._last_icon().left() - _GAP + 2)
        if not self._is_bare:
            self._paint_words(painter, room, line)
        painter.end()

    def _paint_words(self, painter: QPainter, room: QRect, line: str) -> None:
        painter.setFont(_face(chosen=self.isChecked()))
        painter.setPen(QColor(line))
        shown = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width() + 2
        )
        painter.drawText(room.adjusted(0, 0, 4, 0), Qt.AlignmentFlag.AlignVCenter, shown)

    def _icon_at(self, left: int) -> QRectF:
        return QRectF(left, (self.height() - _ICON) / 2, _ICON, _ICON)

    def _last_icon(self) -> QRect:
        return self._icon_at(self.width() - _SIDE - _ICON + 3).toRect()


class PopupChip(FilterChip):
    """Opens a popup; what was chosen there stands in the chip, with a cross to let it go.

    Whoever derives from it says what the popup is and how a value is called.
    """

    chosen = Signal(object)
    """The new value, or None."""

    def __init__(self, noun: str, parent: QWidget | None = None) -> None:
        """``noun`` says what is chosen here, while nothing is."""
        super().__init__(noun, parent=parent)
        self._noun = noun
        self._limit = WIDEST
        self._value: object = None
        self._after = "chevron-down"
        self.clicked.connect(self._open_popup)

    @property
    def width_at_rest(self) -> int:
        """How many pixels it needs while nothing is chosen."""
        return self.width_of(self._noun)

    @property
    def whole_width(self) -> int:
        """How many pixels it would need, within reason, for what it says now."""
        return self.width_of(self.text())

    def set_limit(self, limit: int) -> None:
        """Be no wider than this while something is chosen; what is cut stands in the tooltip."""
        self._limit = limit
        is_cut = self.uncut_width_of(self.text()) > self.sizeHint().width()
        self.setToolTip(self.text() if is_cut else "")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as what it shows, and no wider than it may be."""
        whole = super().sizeHint()
        return QSize(min(whole.width(), self._limit), _HEIGHT) if self.isChecked() else whole

    @abstractmethod
    def make_popup(self) -> FilterPopup:
        """The popup with what can be chosen now."""

    @abstractmethod
    def name_of(self, value: object) -> str:
        """A value in words."""

    @Slot(object)
    def choose(self, value: object) -> None:
        """Choose a value, or nothing with None, and say so where that is another one."""
        if value != self._value:
            self._value = value
            self.describe()
            self.chosen.emit(value)

    def describe(self) -> None:
        """Show what is chosen in the words of now."""
        chosen = self._value is not None
        words = self.name_of(self._value) if chosen else ""
        self.setText(words or self._noun)
        self._after = "close" if chosen else "chevron-down"
        self.setChecked(chosen)
        self.setAccessibleName(f"{self._noun}: {words}" if chosen else self._noun)
        self.setAccessibleDescription(self.tr("Delete lets the choice go.") if chosen else "")
        self.updateGeometry()
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the choice go where the cross was clicked, else open the popup."""
        on_cross = self._last_icon().adjusted(-5, -8, 5, 8).contains(event.position().toPoint())
        if on_cross and self.isDown() and self._value is not None:
            self.setDown(False)
            self.choose(None)
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete lets the choice go, an arrow down opens the popup."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.choose(None)
        elif event.key() == Qt.Key.Key_Down:
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another font asks for another width."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    @Slot()
    def _open_popup(self) -> None:
        self.setChecked(self._value is not None)  # the choice checks it, not the click
        popup = self.make_popup()
        popup.setAccessibleName(self._noun)
        popup.chosen.connect(self.choose)
        popup.open_below(self.mapToGlobal(QPoint(0, self.height() + 4)))


def _face(*, chosen: bool) -> QFont:
    return font(FONT_LABEL, weight=QFont.Weight.Medium if chosen else QFont.Weight.Normal)
