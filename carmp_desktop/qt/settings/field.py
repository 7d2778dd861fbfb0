"""One setting in the dialog: its name, a control to edit it, a hint, and what is wrong with it.

A setting is always text. What may be anything has a line, a few values have segments, and one
value that is there or not has a switch.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from carmp_desktop.core.problems import Problem
from carmp_desktop.qt.look.tokens import SPACE
from carmp_desktop.qt.parts.controls import labeled
from carmp_desktop.qt.parts.segments import Segments
from carmp_desktop.qt.parts.switch import Switch
from carmp_desktop.qt.words.text import problem_texts


class SettingsRow(QWidget):
    """What all settings have. A problem is shown right below the control."""

    edited = Signal()
    """The user changed the value."""

    def __init__(self, name: str, control: QWidget, *, hint: str = "") -> None:
        super().__init__()
        self.control = control
        self._hint = labeled("", role="muted")
        self._hint.setWordWrap(True)
        self._error = labeled("", role="error")
        self._error.setWordWrap(True)
        self._error.hide()
        self._label = labeled(name, role="section")
        self._label.setBuddy(control)
        self.set_hint(hint)

    @property
    @abstractmethod
    def value(self) -> str:
        """The setting as it would be saved."""

    @property
    def error(self) -> str:
        """What is wrong, as it is shown; empty where nothing is."""
        return self._error.text()

    @property
    def hint(self) -> str:
        """The help that is shown."""
        return self._hint.text()

    def set_hint(self, hint: str) -> None:
        """Say something else below the control."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.control.setAccessibleDescription(self.error or hint)

    def set_problem(self, problem: Problem | None) -> None:
        """Show what is wrong with the value, or that nothing is."""
        texts = problem_texts(problem)[1:] if problem else ()
        self._error.setText(" ".join(text for text in texts if text))
        self._error.setVisible(problem is not None)
        self.control.setAccessibleDescription(self.error or self.hint)

    def set_locked(self, variable: str) -> None:
        """Close the control: the environment decides the value by its ``variable``."""
        self.control.setEnabled(False)
        words = QCoreApplication.translate("SettingsRow", "Set by {name}; the environment wins.")
        self.set_hint(words.format(name=variable))

    def _stand(self, *parts: QWidget | QHBoxLayout) -> QVBoxLayout:
        """Put the parts below one another, close together."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for part in parts:
            if isinstance(part, QWidget):
                layout.addWidget(part)
            else:
                layout.addLayout(part)
        return layout

    @Slot()
    def _take_edit(self) -> None:
        if self.error:
            self.set_problem(None)
        self.edited.emit()


class SettingsField(SettingsRow):
    """A line of text, with buttons at its right where they are added."""

    def __init__(self, name: str, text: str, *, hint: str = "") -> None:
        self.line = QLineEdit(text)
        super().__init__(name, self.line, hint=hint)
        self.line.setCursorPosition(0)
        self.line.setAccessibleName(name)
        self._row = QHBoxLayout()
        self._row.setSpacing(SPACE)
        self._row.addWidget(self.line, 1)
        self._lines = self._stand(self._label, self._row, self._error, self._hint)
        self.line.textEdited.connect(self._take_edit)

    @property
    def value(self) -> str:
        """What the line says, without the space around it."""
        return self.line.text().strip()

    def add_button(self, button: QAbstractButton) -> None:
        """Put a button right of the line."""
        self._row.addWidget(button)

    def set_problem(self, problem: Problem | None) -> None:
        """Show what is wrong with the line, which is marked, or that nothing is."""
        super().set_problem(problem)
        self.line.setProperty("invalid", problem is not None)
        self.line.style().unpolish(self.line)
        self.line.style().polish(self.line)


class SettingsChoice(SettingsRow):
    """A few values side by side; ``choices`` are the values with the words for them."""

    def __init__(
        self, name: str, value: str, choices: Sequence[tuple[str, str]], *, hint: str = ""
    ) -> None:
        """A ``value`` that is none of the choices counts as the first of them."""
        self._values = tuple(value for value, _ in choices)
        self._segments = Segments(name, [(words, "") for _, words in choices])
        super().__init__(name, self._segments, hint=hint)
        if value in self._values:
            self._segments.choose(self._values.index(value))
        row = QHBoxLayout()
        row.addWidget(self._segments)
        row.addStretch()
        self._stand(self._label, row, self._error, self._hint)
        self._segments.chosen.connect(self._take_edit)

    @property
    def value(self) -> str:
        """The chosen value."""
        return self._values[self._segments.place]

    def choose(self, value: str) -> None:
        """Choose as if the user had done it. Raises ValueError for a value that is no choice."""
        self._segments.choose(self._values.index(value))


class SettingsSwitch(SettingsRow):
    """A switch at the right of the name and its help: ``on`` is the value it stands for."""

    def __init__(self, name: str, value: str, *, on: str, hint: str = "") -> None:
        self.switch = Switch(name)
        super().__init__(name, self.switch, hint=hint)
        self._on = on
        self.switch.setChecked(value == on)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._label)
        words.addWidget(self._hint)
        words.addWidget(self._error)
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addLayout(words, 1)
        row.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignTop)
        self._stand(row)
        self.switch.toggled.connect(self._take_edit)

    @property
    def value(self) -> str:
        """The value it stands for while it is on, else nothing."""
        return self._on if self.switch.isChecked() else ""
