"""The mirror's address in the settings, and below it how the mirror stands just now."""

from __future__ import annotations

from carmp_desktop.qt.settings.field import SettingsField
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
        had = self.status
        if said is None:
            self._status.show_status("", "")
        else:
            self._status.show_status(_ICONS[said.tone], f"{said.words}\n{said.detail}".strip())
        self._status.setAccessibleName(self.status)
        if self.status.count("\n") != had.count("\n"):
            self.told.emit()  # a second less is no reason to look for more room
