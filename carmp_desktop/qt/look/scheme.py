"""Light or dark: as the user chose, else as the system says, and changed when it changes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from carmp_desktop.qt.look.theme import dress, system_is_dark, tokens

_LIGHT = "light"
_DARK = "dark"


class Scheme(QObject):
    """The application's color scheme; dresses it at once and again with every change."""

    chosen = Signal(str)
    """The user has chosen "light" or "dark"."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self._app = app
        self._choice = ""
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        dress(app, dark=system_is_dark())

    def choose(self, choice: str) -> None:
        """Use "light", "dark", or whatever the system has where ``choice`` is anything else."""
        self._choice = choice
        dark = choice == _DARK if choice in (_LIGHT, _DARK) else system_is_dark()
        if dark != tokens().dark:
            dress(self._app, dark=dark)

    @Slot()
    def toggle(self) -> None:
        """Change to the other one and remember that as the user's choice."""
        self.choose(_LIGHT if tokens().dark else _DARK)
        self.chosen.emit(self._choice)

    @Slot()
    def _follow_system(self) -> None:
        self.choose(self._choice)
