"""The gallery's search field: behind a magnifying glass, in one of three widths."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from carmp_desktop.qt.look.icons import icon
from carmp_desktop.qt.look.theme import tokens
from carmp_desktop.qt.parts.controls import name_line_buttons

WHOLE_WIDTH, _COMPACT_WIDTH, LEAST_WIDTH = 300, 232, 156
"""In pixels: with all its words, with fewer, and with the first of them."""


class SearchField(QLineEdit):
    """A field behind a magnifying glass; Escape clears it, an arrow down leaves it."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.setClearButtonEnabled(True)
        self.setAcceptDrops(False)
        self._draw_icon()
        self.make_compact(compact=False)

    def make_compact(self, compact: bool) -> None:
        """Make do with fewer words where there is little room."""
        self.setFixedWidth(_COMPACT_WIDTH if compact else WHOLE_WIDTH)
        words = (
            self.tr("Car, angle, color, prompt")
            if compact
            else self.tr("Car, angle, color or words of the prompt")
        )
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        name_line_buttons(self, self._glass, clear=self.tr("Clear the search"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape clears, down and Enter go to what was found."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the glass in the colors of the new scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_glass"):
            self._draw_icon()

    def _draw_icon(self) -> None:
        self._glass.setIcon(icon("search", tokens().muted))
