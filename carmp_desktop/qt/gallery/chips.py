"""The chips that narrow the gallery: one that is on or off, and one that offers a choice."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QColor,
    QFont,
    QFontMetrics,
    QIcon,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from carmp_desktop.core.library import Choice
from carmp_desktop.qt.look.icons import paint_icon
from carmp_desktop.qt.look.painting import transparent
from carmp_desktop.qt.look.swatch import paint_swatch
from carmp_desktop.qt.look.theme import font, tokens
from carmp_desktop.qt.look.tokens import FONT_LABEL
from carmp_desktop.qt.parts.controls import paint_toggle
from carmp_desktop.qt.words.text import number_text

_HEIGHT, _PILL = 34, 30
_SIDE, _GAP, _ICON = 12, 6, 14
_WIDEST = 220
_MOST_OFFERED = 40


class FilterChip(QAbstractButton):
    """A pill with words, an icon before or after them or none; checked while it narrows."""

    def __init__(self, text: str, *, before: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = before
        self._after = ""
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedHeight(_HEIGHT)

    def sizeHint(self) -> QSize:
        """As wide as its words need, within reason."""
        icons = sum(_ICON + _GAP for icon in (self._before, self._after) if icon)
        words = QFontMetrics(_face(chosen=True)).horizontalAdvance(self.text())
        return QSize(min(words + icons + 2 * _SIDE, _WIDEST), _HEIGHT)

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
        painter.setFont(_face(chosen=chosen))
        painter.setPen(QColor(line))
        shown = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width() + 2
        )
        painter.drawText(room.adjusted(0, 0, 4, 0), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()

    def _icon_at(self, left: int) -> QRectF:
        return QRectF(left, (self.height() - _ICON) / 2, _ICON, _ICON)

    def _last_icon(self) -> QRect:
        return self._icon_at(self.width() - _SIDE - _ICON + 3).toRect()


class ChoiceChip(FilterChip):
    """Opens a menu of choices; the chosen one stands in the chip, with a cross to let it go."""

    chosen = Signal(object)
    """The key of the new choice, or None."""

    def __init__(self, anything: str, unnamed: str = "", parent: QWidget | None = None) -> None:
        """``anything`` is said while nothing is chosen, ``unnamed`` of a choice without a name."""
        super().__init__(anything, parent=parent)
        self._anything = anything
        self._unnamed = unnamed
        self._choices: tuple[Choice, ...] = ()
        self._key: str | None = None
        self._after = "chevron-down"
        self.clicked.connect(self._open_menu)

    @property
    def key(self) -> str | None:
        """What is chosen."""
        return self._key

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these; what is chosen stays so."""
        self._choices = tuple(choices)
        self._describe()

    def choose(self, key: str | None) -> None:
        """Choose a key, or nothing, and say so where that is another one."""
        if key != self._key:
            self._key = key
            self._describe()
            self.chosen.emit(key)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the choice go where the cross was clicked, else open the menu."""
        on_cross = self._last_icon().adjusted(-5, -8, 5, 8).contains(event.position().toPoint())
        if on_cross and self.isDown() and self._key is not None:
            self.setDown(False)
            self.choose(None)
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete lets the choice go, an arrow down opens the menu."""
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

    def _describe(self) -> None:
        chosen = self._key is not None
        named = {choice.key: self._name(choice) for choice in self._choices}
        self.setText(named.get(self._key, self._key) if self._key is not None else self._anything)
        self._after = "close" if chosen else "chevron-down"
        self.setChecked(chosen)
        self.setAccessibleName(self.text())
        hint = self.tr("Delete lets the choice go.") if chosen else ""
        self.setAccessibleDescription(hint)
        self.updateGeometry()
        self.update()

    @Slot()
    def _open_menu(self) -> None:
        self.setChecked(self._key is not None)  # it is the choice that checks it, not the click
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self._anything)
        self._offer(menu, self._anything, None)
        if self._choices:
            menu.addSeparator()
        for choice in self._choices[:_MOST_OFFERED]:
            action = self._offer(
                menu, f"{self._name(choice)}\t{number_text(choice.count)}", choice.key
            )
            if choice.hex is not None:
                action.setIcon(_swatch(choice.hex, self.devicePixelRatioF()))
        left = len(self._choices) - _MOST_OFFERED
        if left > 0:
            menu.addAction(self.tr("{n} more: type the name").format(n=left)).setEnabled(False)
        menu.triggered.connect(self._obey)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))

    def _offer(self, menu: QMenu, text: str, key: str | None) -> QAction:
        action = menu.addAction(text.replace("&", "&&"))
        action.setData(key)
        if key == self._key:
            menu.setActiveAction(action)
        return action

    @Slot(QAction)
    def _obey(self, action: QAction) -> None:
        self.choose(action.data())

    def _name(self, choice: Choice) -> str:
        return choice.label or self._unnamed


def _face(*, chosen: bool) -> QFont:
    return font(FONT_LABEL, weight=QFont.Weight.Medium if chosen else QFont.Weight.Normal)


def _swatch(hex: str, ratio: float) -> QIcon:  # noqa: A002 - the field's word
    pixmap: QPixmap = transparent(QSize(16, 16), ratio)
    painter = QPainter(pixmap)
    paint_swatch(painter, QRectF(0, 0, 16, 16), hex)
    painter.end()
    return QIcon(pixmap)
