"""Replicate's token in the settings, and whose it is where that is known."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal

from carmp_desktop.core.engines.replicate.account import Account
from carmp_desktop.core.problems import Problem
from carmp_desktop.qt.parts.controls import push_button
from carmp_desktop.qt.settings.secret_field import SecretField
from carmp_desktop.qt.settings.status import Status
from carmp_desktop.qt.words.text import problem_texts


class TokenField(SecretField):
    """The token, and below it what the service said of it."""

    token_wanted = Signal()
    """The user has none and wants to see where tokens are made."""

    def __init__(self, *, state: str, locked: bool, has_token: bool) -> None:
        self._get = push_button(_tr("Get a token"), role="link")
        self._status = Status()
        super().__init__(
            _tr("Token"),
            spoken=_tr("Replicate token"),
            state=state,
            empty=_tr("r8_…"),
            locked=locked,
            has_token=has_token,
        )
        self._get.clicked.connect(self.token_wanted)
        self.edited.connect(self.clear_status)  # it does not hold for the next token
        self.add_button(self._get)
        self._lines.insertWidget(2, self._status)

    @property
    def status(self) -> str:
        """What is known of the token, as it is shown; empty where nothing is."""
        return self._status.text

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

    def set_problem(self, problem: Problem | None) -> None:
        """Show what is wrong with the token, in the place of what was known of it."""
        super().set_problem(problem)
        if problem is not None:
            self.clear_status()

    def _show_status(self, icon: str, words: str) -> None:
        self._status.show_status(icon, words)
        self.line.setAccessibleDescription(words)

    def _tell_kept(self, has_token: bool) -> None:
        super()._tell_kept(has_token)
        self._get.setVisible(not has_token)


def _tr(text: str) -> str:
    return QCoreApplication.translate("TokenField", text)
