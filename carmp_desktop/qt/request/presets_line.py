"""One line that says where the presets came from, with a button that reads the sheets again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from carmp_desktop.qt.parts.controls import Glyph, IconButton, labeled


class PresetsLine(QWidget):
    """Source and age of the presets; a warning sign where they are not fresh."""

    reload_requested = Signal()
    """The sheets are to be read again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._warning = Glyph("warning", tone="check")
        self._text = labeled("", role="muted")
        self._reload = IconButton("reload", label=self.tr("Read the sheets again"))
        self._reload.setFixedSize(22, 22)
        self._reload.clicked.connect(self.reload_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._warning)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._reload)
        self.show_state("", stale=False, reading=False)

    def show_state(self, text: str, *, stale: bool, reading: bool) -> None:
        """Show ``text``; while the sheets are being read, say that and close the button."""
        self._warning.setVisible(stale and not reading)
        self._text.setText(self.tr("Reading the sheets…") if reading else text)
        self._reload.setEnabled(not reading)
