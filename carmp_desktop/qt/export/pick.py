"""A button that shows which of several things is chosen, and opens a menu to choose another."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QWidget

from carmp_desktop.qt.look.eliding import ElidingButton
from carmp_desktop.qt.look.icons import paint_icon
from carmp_desktop.qt.look.theme import tokens

_ICON, _EDGE, _HEIGHT = 14, 10, 34


class PickButton(ElidingButton):
    """Up and Down choose the one before and after; there is always one chosen."""

    chosen = Signal(str)
    """The key of the new choice."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._label = label
        self._choices: dict[str, str] = {}
        self._key = ""
        self.setProperty("role", "plain")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(_HEIGHT)
        self.setStyleSheet("text-align: left;")
        self.clicked.connect(self._open_menu)

    @property
    def key(self) -> str:
        """The key of what is chosen."""
        return self._key

    def set_choices(self, choices: Sequence[tuple[str, str]], key: str) -> None:
        """Offer these keys with their names; where ``key`` is none of them the first is chosen."""
        self._choices = dict(choices)
        self._key = key if key in self._choices else next(iter(self._choices))
        self._describe()

    def choose(self, key: str) -> None:
        """Choose as if the user had done it. Raises KeyError for a key that is not on offer."""
        self._choices[key]
        if key != self._key:
            self._key = key
            self._describe()
            self.chosen.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down choose; Enter and Space open the menu."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            keys = list(self._choices)
            place = keys.index(self._key) + (1 if key == Qt.Key.Key_Down else -1)
            self.choose(keys[min(max(place, 0), len(keys) - 1)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button, and an arrow down at its right."""
        super().paintEvent(event)
        painter = QPainter(self)
        left = self.width() - _EDGE - _ICON
        place = QRectF(left, (self.height() - _ICON) / 2, _ICON, _ICON)
        colors = tokens()
        paint_icon(
            painter, "chevron-down", place, colors.muted if self.isEnabled() else colors.faint
        )
        painter.end()

    def _describe(self) -> None:
        self.setText(self._choices[self._key])
        self.setAccessibleName(f"{self._label}: {self.text()}")

    @Slot()
    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self._label)
        menu.setMinimumWidth(self.width())
        group = QActionGroup(menu)
        for key, title in self._choices.items():
            action = menu.addAction(title.replace("&", "&&"))
            action.setData(key)
            action.setCheckable(True)
            action.setChecked(key == self._key)
            group.addAction(action)
            if key == self._key:
                menu.setActiveAction(action)
        menu.triggered.connect(self._obey)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))

    @Slot(QAction)
    def _obey(self, action: QAction) -> None:
        self.choose(action.data())
