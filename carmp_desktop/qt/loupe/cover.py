"""A widget that covers its parent as long as it is open, and keeps the keyboard to itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


class Cover(QWidget):
    """Hidden until `open`; gone, and the focus where it was, after `leave`."""

    closed = Signal()
    """The cover is gone."""

    def __init__(self, parent: QWidget) -> None:
        # A window of its own to the Tab key alone, which then never leaves it.
        super().__init__(parent, Qt.WindowType.SubWindow)
        self.hide()
        self.setAutoFillBackground(True)
        self._covered = parent
        self._focused_before: QWidget | None = None

    def open(self, focus: QWidget) -> None:
        """Cover the parent and give the keyboard to ``focus``."""
        self._focused_before = self._covered.window().focusWidget()
        self._covered.installEventFilter(self)
        self.setGeometry(self._covered.rect())
        self.show()
        self.raise_()
        focus.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def leave(self) -> None:
        """Go away and give the keyboard back."""
        if self.isHidden():
            return
        self._covered.removeEventFilter(self)
        self.hide()
        # It may have gone with its page in the meantime.
        if self._focused_before is not None and isValid(self._focused_before):
            self._focused_before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._focused_before = None
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the parent."""
        if event.type() == QEvent.Type.Resize and watched is self._covered:
            self.setGeometry(self._covered.rect())
        return False
