"""The keys that work everywhere in the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget


class WindowKeys(QObject):
    """Binds keys to what they do; F6 walks through the parts of the window that are in sight."""

    def __init__(
        self,
        window: QWidget,
        actions: Mapping[str, Callable[[], object]],
        parts: Sequence[QWidget],
    ) -> None:
        super().__init__(window)
        self._parts = tuple(parts)
        for keys, act in actions.items():
            QShortcut(QKeySequence(keys), window).activated.connect(act)
        QShortcut(QKeySequence("F6"), window).activated.connect(self.next_part)
        QShortcut(QKeySequence("Shift+F6"), window).activated.connect(self.previous_part)

    @Slot()
    def next_part(self) -> None:
        """Give the keyboard to the next part."""
        self._walk(1)

    @Slot()
    def previous_part(self) -> None:
        """Give the keyboard to the part before."""
        self._walk(-1)

    def _walk(self, step: int) -> None:
        parts = [part for part in self._parts if part.isVisible()]
        focus = QApplication.focusWidget()
        here = [place for place, part in enumerate(parts) if _holds(part, focus)]
        at = here[0] if here else -max(step, 0)
        for distance in range(1, len(parts) + 1):
            target = _first_in(parts[(at + step * distance) % len(parts)])
            if target is not None:
                target.setFocus(Qt.FocusReason.TabFocusReason)
                return


def _holds(part: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (focus is part or part.isAncestorOf(focus))


def _first_in(part: QWidget) -> QWidget | None:
    """The first widget of a part, in Tab order, that takes the keyboard."""
    widget: QWidget | None = part
    while widget is not None:
        inside = widget is part or part.isAncestorOf(widget)
        takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if inside and takes and widget.isEnabled() and widget.isVisible():
            return widget
        widget = widget.nextInFocusChain()
        if widget is part:
            return None
    return None
