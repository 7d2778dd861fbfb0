"""What is known of a setting just now: an icon and what it stands for, on one line."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from carmp_desktop.qt.parts.controls import Glyph, labeled


class Status(QWidget):
    """Hidden while there is nothing to say. ``clock``, ``check``, ``info`` and ``warning``."""

    def __init__(self) -> None:
        super().__init__()
        self._glyphs = {
            "clock": Glyph("clock", tone="muted"),
            "check": Glyph("check", tone="done"),
            "info": Glyph("info", tone="check"),
            "warning": Glyph("warning", tone="failed"),
        }
        self._words = labeled("", role="muted")
        self._words.setWordWrap(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for glyph in self._glyphs.values():
            layout.addWidget(glyph, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._words, 1)
        self.show_status("", "")

    @property
    def text(self) -> str:
        """What is said; empty where nothing is."""
        return self._words.text()

    def show_status(self, icon: str, words: str) -> None:
        """Say ``words`` behind the icon of that name; no words hide both."""
        for name, glyph in self._glyphs.items():
            glyph.setVisible(name == icon)
        self._words.setText(words)
        self.setVisible(bool(words))
