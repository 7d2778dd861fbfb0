"""The program's icon in the system tray: there while the window is out of sight, or to say a word.

Where the system has no tray, nothing appears and nothing is said.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from carmp_desktop.core.paths import APP_NAME
from carmp_desktop.qt.look.program_icon import program_icon

_PRESSES = (
    QSystemTrayIcon.ActivationReason.Trigger,
    QSystemTrayIcon.ActivationReason.DoubleClick,
)


class TrayIcon(QObject):
    """An icon that brings the window back, and its menu."""

    show_requested = Signal()
    """The window is wanted."""

    quit_requested = Signal()
    """The program shall end; what runs goes on at its next start."""

    message_pressed = Signal()
    """The message that was shown last was pressed."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._menu = QMenu(window)
        self._menu.addAction(self.tr("Show")).triggered.connect(self.show_requested)
        self._menu.addAction(self.tr("Quit, go on next time")).triggered.connect(
            self.quit_requested
        )
        self._icon = QSystemTrayIcon(program_icon(), self)
        self._icon.setToolTip(APP_NAME)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._activated)
        self._icon.messageClicked.connect(self.message_pressed)

    @property
    def menu(self) -> QMenu:
        """What the icon offers."""
        return self._menu

    @property
    def is_possible(self) -> bool:
        """Whether the system has a tray."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    @property
    def can_speak(self) -> bool:
        """Whether the system has a tray that shows messages."""
        return self.is_possible and QSystemTrayIcon.supportsMessages()

    def appear(self) -> None:
        """Stand in the tray, where there is one, until the window is before the user again."""
        if self.is_possible:
            self._window.installEventFilter(self)
            self._icon.show()

    def vanish(self) -> None:
        """Leave the tray, and take a message along."""
        self._window.removeEventFilter(self)
        self._icon.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Where the window is, the icon is not."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.WindowActivate):
            self.vanish()
        return super().eventFilter(watched, event)

    def say(self, title: str, text: str) -> None:
        """Show a message; the icon stays with it."""
        self.appear()
        self._icon.showMessage(title, text, self._icon.icon())

    @Slot(QSystemTrayIcon.ActivationReason)
    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in _PRESSES:
            self.show_requested.emit()
