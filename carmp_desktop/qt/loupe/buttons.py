"""The loupe's buttons: words with an icon, and for a moment the answer to a press."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from carmp_desktop.qt.look.icons import icon
from carmp_desktop.qt.look.theme import tokens

ANSWER_MS = 1600
"""How long "Copied" stands, in milliseconds."""

_ICON = QSize(16, 16)


class LoupeButton(QPushButton):
    """A button whose icon follows the scheme, and which can answer a press in its own place."""

    def __init__(
        self, text: str, icon_name: str, *, role: str = "plain", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self.setProperty("role", role)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setIconSize(_ICON)
        self._words, self._icon_name = text, icon_name
        self._rest = QTimer(self, singleShot=True, interval=ANSWER_MS)
        self._rest.timeout.connect(self._show_words)
        self._draw_icon()

    def set_look(self, text: str, icon_name: str) -> None:
        """Take other words and another icon."""
        self._words, self._icon_name = text, icon_name
        self._show_words()

    def answer(self, text: str) -> None:
        """Say what came of the press, then take the words again."""
        self.setText(text)
        self.setIcon(icon("check", tokens().done))
        self._rest.start()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon in the colors of the new scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_icon_name"):
            self._draw_icon()

    @Slot()
    def _show_words(self) -> None:
        self._rest.stop()
        self.setText(self._words)
        self._draw_icon()

    def _draw_icon(self) -> None:
        muted = self.property("role") == "flat"
        self.setIcon(icon(self._icon_name, tokens().muted if muted else None))
