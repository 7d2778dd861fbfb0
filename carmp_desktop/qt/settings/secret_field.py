"""A secret in the settings: hidden, replaced or removed, and never read back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QLineEdit

from carmp_desktop.qt.parts.controls import push_button
from carmp_desktop.qt.settings.field import SettingsField


class SecretField(SettingsField):
    """Dots unless shown. Of a kept secret only its place is known: the line starts empty.

    ``spoken`` is the line's accessible name, ``state`` says where the secret is kept, and
    ``empty`` stands in the line where there is none. With ``locked`` the environment decides it.
    """

    def __init__(
        self, name: str, *, spoken: str, state: str, empty: str, locked: bool, has_token: bool
    ) -> None:
        super().__init__(name, "", hint=state)
        self._state = state
        self._empty = empty
        self._is_locked = locked
        self._removing = False
        self._show = push_button(_tr("Show"), role="flat")
        self._remove = push_button(_tr("Remove"), role="flat")
        for button in (self._show, self._remove):
            button.setAccessibleName(f"{spoken}: {button.text()}")
        self.line.setAccessibleName(spoken)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setEnabled(not locked)
        self._show.setCheckable(True)
        self._show.setVisible(not locked)
        self._show.toggled.connect(self._set_shown)
        self._remove.clicked.connect(self._mark_removal)
        self.edited.connect(self._forget_removal)
        self.add_button(self._show)
        self.add_button(self._remove)
        self._tell_kept(has_token)

    @property
    def change(self) -> str | None:
        """The new secret, "" where the kept one shall be removed, None where it stays."""
        if self._removing:
            return ""
        return self.value or None

    def set_state(self, state: str, *, has_token: bool) -> None:
        """Say where the secret is kept now."""
        self._state = state
        if not self._removing:
            self.set_hint(state)
        self._tell_kept(has_token)

    def settle(self) -> None:
        """The change has been handed over: the secret leaves the line."""
        self._removing = False
        self._show.setChecked(False)
        self.line.clear()

    def _tell_kept(self, has_token: bool) -> None:
        kept = _tr("Kept. Type here to replace it.")
        locked = _tr("Kept.") if self._is_locked else kept
        self.line.setPlaceholderText(locked if has_token else self._empty)
        self._remove.setVisible(has_token and not self._is_locked)

    @Slot(bool)
    def _set_shown(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
        self._show.setText(_tr("Hide") if shown else _tr("Show"))
        self._show.setAccessibleName(f"{self.line.accessibleName()}: {self._show.text()}")

    @Slot()
    def _mark_removal(self) -> None:
        self.line.clear()
        self._take_edit()
        self._removing = True
        self.set_hint(_tr("The token will be removed when you save."))

    @Slot()
    def _forget_removal(self) -> None:
        if self._removing:
            self._removing = False
            self.set_hint(self._state)


def _tr(text: str) -> str:
    return QCoreApplication.translate("TokenField", text)
