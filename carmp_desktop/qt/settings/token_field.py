"""The token in the settings: hidden, replaced or removed, and whose it is where that is known."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from carmp_desktop.core.engines.replicate.account import Account
from carmp_desktop.core.problems import Problem
from carmp_desktop.qt.parts.controls import Glyph, labeled, push_button
from carmp_desktop.qt.settings.field import SettingsField
from carmp_desktop.qt.words.text import problem_texts


class TokenField(SettingsField):
    """The secret: dots unless shown. A kept token is never read back: the line starts empty."""

    token_wanted = Signal()
    """The user has none and wants to see where tokens are made."""

    def __init__(self, *, state: str, locked: bool, has_token: bool) -> None:
        super().__init__(QCoreApplication.translate("TokenField", "Token"), "", hint=state)
        self._state = state
        self._is_locked = locked
        self._removing = False
        self._show = push_button(self.tr("Show"), role="flat")
        self._remove = push_button(self.tr("Remove"), role="flat")
        self._get = push_button(self.tr("Get a token"), role="link")
        self._status = _Status()
        self.line.setAccessibleName(self.tr("Replicate token"))
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setEnabled(not locked)
        self._show.setCheckable(True)
        self._show.setVisible(not locked)
        self._show.toggled.connect(self._set_shown)
        self._remove.clicked.connect(self._mark_removal)
        self._get.clicked.connect(self.token_wanted)
        self.edited.connect(self._forget_answer)
        self.add_button(self._show)
        self.add_button(self._remove)
        self.add_button(self._get)
        self._lines.insertWidget(2, self._status)
        self._tell_kept(has_token)

    @property
    def change(self) -> str | None:
        """The new token, "" where the kept one shall be removed, None where it stays."""
        if self._removing:
            return ""
        return self.value or None

    @property
    def status(self) -> str:
        """What is known of the token, as it is shown; empty where nothing is."""
        return self._status.text

    def set_state(self, state: str, *, has_token: bool) -> None:
        """Say where the token is kept now."""
        self._state = state
        if not self._removing:
            self.set_hint(state)
        self._tell_kept(has_token)

    def show_asking(self) -> None:
        """Say that the service is being asked whose the token is."""
        self._show_status("clock", self.tr("Asking Replicate whose token this is…"))

    def show_account(self, account: Account) -> None:
        """Say whose the token is."""
        template = (
            self.tr("Signed in as {name} (organization)")
            if account.is_organization
            else self.tr("Signed in as {name}")
        )
        self._show_status("check", template.format(name=account.name))

    def show_untested(self, problem: Problem) -> None:
        """Say that nobody could tell whether the token is good."""
        _, sentence, action = problem_texts(problem)
        self._show_status("info", f"{sentence} {action}".strip())

    def clear_status(self) -> None:
        """Say nothing of the token."""
        self._status.show_status("", "")

    def settle(self) -> None:
        """The change has been handed over: the secret leaves the line."""
        self._removing = False
        self._show.setChecked(False)
        self.line.clear()

    def set_problem(self, problem: Problem | None) -> None:
        """Show what is wrong with the token, in the place of what was known of it."""
        super().set_problem(problem)
        if problem is not None:
            self.clear_status()

    def _show_status(self, icon: str, words: str) -> None:
        self._status.show_status(icon, words)
        self.line.setAccessibleDescription(words)
        self.told.emit()

    def _tell_kept(self, has_token: bool) -> None:
        kept = self.tr("Kept. Type here to replace it.")
        locked = self.tr("Kept.") if self._is_locked else kept
        self.line.setPlaceholderText(locked if has_token else self.tr("r8_…"))
        self._remove.setVisible(has_token and not self._is_locked)
        self._get.setVisible(not has_token)

    @Slot(bool)
    def _set_shown(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
        self._show.setText(self.tr("Hide") if shown else self.tr("Show"))

    @Slot()
    def _mark_removal(self) -> None:
        self.line.clear()
        self._take_edit()
        self._removing = True
        self.set_hint(self.tr("The token will be removed when you save."))

    @Slot()
    def _forget_answer(self) -> None:
        """What was said of a token does not hold for the next one."""
        self.clear_status()
        if self._removing:
            self._removing = False
            self.set_hint(self._state)


class _Status(QWidget):
    """An icon and what it stands for, on one line; hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self._glyphs = {
            "clock": Glyph("clock", tone="muted"),
            "check": Glyph("check", tone="done"),
            "info": Glyph("info", tone="check"),
        }
        self._words = labeled("", role="muted")
        self._words.setWordWrap(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for glyph in self._glyphs.values():
            layout.addWidget(glyph)
        layout.addWidget(self._words, 1)
        self.show_status("", "")

    @property
    def text(self) -> str:
        return self._words.text()

    def show_status(self, icon: str, words: str) -> None:
        for name, glyph in self._glyphs.items():
            glyph.setVisible(name == icon)
        self._words.setText(words)
        self.setVisible(bool(words))
