"""One setting in the dialog: its name, a line to edit, a hint, and what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from carmp_desktop.core.problems import Problem
from carmp_desktop.qt.controls import labeled, push_button
from carmp_desktop.qt.switch import Switch
from carmp_desktop.qt.text import problem_texts
from carmp_desktop.qt.tokens import SPACE


class SettingsField(QWidget):
    """A named line. A problem is shown right below it, and goes when the line is edited."""

    edited = Signal()
    """The user changed the line."""

    def __init__(self, name: str, text: str, *, hint: str = "") -> None:
        super().__init__()
        self.line = QLineEdit(text)
        self.line.setCursorPosition(0)
        self.line.setAccessibleName(name)
        self._hint = labeled(hint, role="muted")
        self._hint.setWordWrap(True)
        self._hint.setVisible(bool(hint))
        self._error = labeled("", role="error")
        self._error.setWordWrap(True)
        self._error.hide()
        label = labeled(name, role="section")
        label.setBuddy(self.line)
        self._row = QHBoxLayout()
        self._row.setSpacing(SPACE)
        self._row.addWidget(self.line, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(label)
        layout.addLayout(self._row)
        layout.addWidget(self._error)
        layout.addWidget(self._hint)
        self.line.textEdited.connect(self._take_edit)

    @property
    def text(self) -> str:
        """What the line says, without the space around it."""
        return self.line.text().strip()

    @property
    def error(self) -> str:
        """What is wrong, as it is shown; empty where nothing is."""
        return self._error.text()

    def add_button(self, button: QAbstractButton) -> None:
        """Put a button right of the line."""
        self._row.addWidget(button)

    def set_hint(self, hint: str) -> None:
        """Say something else below the line."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def set_problem(self, problem: Problem | None) -> None:
        """Show what is wrong with the line, or that nothing is."""
        texts = problem_texts(problem)[1:] if problem else ()
        self._error.setText(" ".join(text for text in texts if text))
        self._error.setVisible(problem is not None)
        self.line.setAccessibleDescription(self._error.text())
        self.line.setProperty("invalid", problem is not None)
        self.line.style().unpolish(self.line)
        self.line.style().polish(self.line)

    @Slot()
    def _take_edit(self) -> None:
        if self.error:
            self.set_problem(None)
        self.edited.emit()


class TokenField(SettingsField):
    """The secret: dots unless shown. A kept token is never read back: the line starts empty."""

    def __init__(self, *, state: str, locked: bool, has_token: bool) -> None:
        super().__init__(QCoreApplication.translate("TokenField", "Token"), "", hint=state)
        self._state = state
        self._removing = False
        self._show = push_button(self.tr("Show"), role="flat")
        self._remove = push_button(self.tr("Remove"), role="flat")
        self.line.setAccessibleName(self.tr("Replicate token"))
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setEnabled(not locked)
        kept = self.tr("Kept. Type here to replace it.")
        self.line.setPlaceholderText(kept if has_token else self.tr("r8_…"))
        self._show.setCheckable(True)
        self._show.setEnabled(not locked)
        self._remove.setVisible(has_token and not locked)
        self._show.toggled.connect(self._set_shown)
        self._remove.clicked.connect(self._mark_removal)
        self.edited.connect(self._keep)
        self.add_button(self._show)
        self.add_button(self._remove)

    @property
    def change(self) -> str | None:
        """The new token, "" where the kept one shall be removed, None where it stays."""
        if self._removing:
            return ""
        return self.text or None

    @Slot(bool)
    def _set_shown(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
        self._show.setText(self.tr("Hide") if shown else self.tr("Show"))

    @Slot()
    def _mark_removal(self) -> None:
        self._removing = True
        self.line.clear()
        self.set_hint(self.tr("The token will be removed when you save."))

    @Slot()
    def _keep(self) -> None:
        if self._removing:
            self._removing = False
            self.set_hint(self._state)


class SettingsSwitch(QWidget):
    """A named switch with a sentence of help below its name."""

    def __init__(self, name: str, *, on: bool, hint: str) -> None:
        super().__init__()
        self.switch = Switch(name)
        self.switch.setChecked(on)
        self.switch.setAccessibleDescription(hint)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(labeled(name, role="section"))
        help_line = labeled(hint, role="muted")
        help_line.setWordWrap(True)
        words.addWidget(help_line)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(words, 1)
        layout.addWidget(self.switch)

    @property
    def is_on(self) -> bool:
        """Whether it is switched on."""
        return self.switch.isChecked()
