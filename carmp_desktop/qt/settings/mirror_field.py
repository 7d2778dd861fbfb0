"""The mirror in the settings: its address, how it stands just now, and its token."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from carmp_desktop.qt.settings.field import SettingsField
from carmp_desktop.qt.settings.secret_field import SecretField
from carmp_desktop.qt.settings.status import Status
from carmp_desktop.qt.words.mirror_words import MirrorSaid, MirrorTone

_ICONS = {
    MirrorTone.WORKS: "check",
    MirrorTone.WAITS: "clock",
    MirrorTone.NEEDS_YOU: "warning",
}


class MirrorField(SettingsField):
    """An address; what is said of the mirror is of the address that was saved last."""

    def __init__(self, name: str, text: str, *, hint: str = "") -> None:
        super().__init__(name, text, hint=hint)
        self._status = Status()
        self._lines.insertWidget(2, self._status)
        self.line.setPlaceholderText("wss://")

    @property
    def status(self) -> str:
        """How the mirror stands, as it is shown; empty while it is off."""
        return self._status.text

    def show_mirror(self, said: MirrorSaid | None) -> None:
        """Say how the mirror stands: its line, and what is behind it."""
        if said is None:
            self._status.show_status("", "")
        else:
            words = f"{said.words}\n{' '.join(said.more)}".strip()
            self._status.show_status(_ICONS[said.tone], words)


def mirror_token_field(*, state: str, locked: bool, has_token: bool) -> SecretField:
    """The field of the mirror's token, which it takes as a bearer token."""
    return SecretField(
        _tr("Token of the mirror"),
        spoken=_tr("Token of the mirror"),
        state=state,
        empty=_tr("None. It is only needed where the mirror asks for one."),
        locked=locked,
        has_token=has_token,
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("MirrorField", text)
