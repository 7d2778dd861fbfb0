"""The settings: token, sheets, model and gallery, edited in place and handed over when saved."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from carmp_desktop.core.problems import Failure, Problem
from carmp_desktop.core.settings import GO_ON, amount_of_money
from carmp_desktop.qt.controls import labeled, push_button
from carmp_desktop.qt.settings_field import SettingsField, SettingsSwitch, TokenField
from carmp_desktop.qt.tokens import SPACE

_WIDTH = 600
_ADDRESS = re.compile(r"(https?://[^/\s]+|file:///?)\S*", re.IGNORECASE)
_MODEL = re.compile(r"[\w.-]+/[\w.-]+(:\w+)?")

_NO_ADDRESS = Problem(
    code="bad_address",
    title="Not an address",
    sentence="This is no address of a sheet.",
    action="It begins with https://, http:// or file://.",
)
_NO_MODEL = Problem(
    code="bad_model",
    title="Not a model",
    sentence="This is no name of a model.",
    action="Write it as owner/name, as in google/nano-banana.",
)
_NO_GALLERY = Problem(
    code="no_gallery",
    title="No folder",
    sentence="Finished images need a folder.",
    action="Name one, or choose it with Browse.",
)


@dataclass(frozen=True, slots=True)
class SettingsForm:
    """What the dialog starts from. The token itself is never handed to it.

    ``token_state`` says in one sentence where the token is kept; ``token_locked`` is True where
    the environment decides it.
    """

    token_state: str
    token_locked: bool
    has_token: bool
    global_prompts_url: str
    angle_presets_url: str
    color_presets_url: str
    model: str
    gallery: str
    budget: str = ""
    after_interruption: str = ""


@dataclass(frozen=True, slots=True)
class SettingsChange:
    """What the user saved. ``token`` is None where it stays, "" where it shall be removed."""

    token: str | None
    global_prompts_url: str
    angle_presets_url: str
    color_presets_url: str
    model: str
    gallery: str
    budget: str = ""
    after_interruption: str = ""


class SettingsDialog(QDialog):
    """Checks what can be checked here, in place; open it with ``open()``."""

    saved = Signal(object)
    """The user saved: a `SettingsChange`. The dialog closes unless a problem is set meanwhile."""

    prices_requested = Signal()
    """The user wants to see and correct the price table."""

    ledger_requested = Signal()
    """The user wants to have what was spent as a file."""

    def __init__(self, values: SettingsForm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self._token = TokenField(
            state=values.token_state, locked=values.token_locked, has_token=values.has_token
        )
        self._fields: dict[str, SettingsField] = {
            "token": self._token,
            "model": SettingsField(self.tr("Model"), values.model),
            "budget": SettingsField(
                self.tr("Monthly budget, in US dollars"),
                values.budget,
                hint=self.tr("No batch starts that would go beyond it. Empty for no limit."),
            ),
            "global_prompts_url": SettingsField(
                self.tr("Global prompts"), values.global_prompts_url
            ),
            "angle_presets_url": SettingsField(self.tr("Angle presets"), values.angle_presets_url),
            "color_presets_url": SettingsField(self.tr("Color presets"), values.color_presets_url),
            "gallery": SettingsField(
                self.tr("Gallery folder"),
                values.gallery,
                hint=self.tr("Images already made stay where they are."),
            ),
        }
        self._goes_on = SettingsSwitch(
            self.tr("Go on after an interruption"),
            on=values.after_interruption == GO_ON,
            hint=self.tr("What had not begun is made at the next start without asking."),
        )
        self._prices = push_button(self.tr("Price table"), role="plain")
        self._prices.setToolTip(self.tr("Open the table in which prices can be corrected"))
        self._ledger = push_button(self.tr("Spending…"), role="plain")
        self._ledger.setToolTip(self.tr("Save what each batch and month has cost as CSV"))
        self._browse = push_button(self.tr("Browse…"), role="plain")
        self._save = push_button(self.tr("Save"), role="primary")
        self._cancel = push_button(self.tr("Cancel"), role="plain")
        self._browse.clicked.connect(self._choose_gallery)
        self._prices.clicked.connect(self.prices_requested)
        self._ledger.clicked.connect(self.ledger_requested)
        self._save.clicked.connect(self._try_to_save)
        self._cancel.clicked.connect(self.reject)
        self._build()

    def field(self, name: str) -> SettingsField:
        """The field of a setting, named as in `SettingsChange`. Raises KeyError for another."""
        return self._fields[name]

    def set_problem(self, field: str, problem: Problem) -> None:
        """Say below a field, named as in `SettingsChange`, what is wrong with it."""
        self._fields[field].set_problem(problem)
        self._fields[field].line.setFocus()

    @Slot()
    def _try_to_save(self) -> None:
        for field in self._fields.values():
            field.set_problem(None)
        self._check()
        if self._has_problems():
            return
        texts = {name: field.text for name, field in self._fields.items() if name != "token"}
        goes_on = GO_ON if self._goes_on.is_on else ""
        change = SettingsChange(token=self._token.change, after_interruption=goes_on, **texts)
        self.saved.emit(change)
        if not self._has_problems():
            self.accept()

    def _check(self) -> None:
        """Show what is wrong, the first of it with the focus."""
        fields = self._fields
        wrong = {
            name: _NO_ADDRESS
            for name in ("global_prompts_url", "angle_presets_url", "color_presets_url")
            if not _ADDRESS.fullmatch(fields[name].text)
        }
        if not _MODEL.fullmatch(fields["model"].text):
            wrong["model"] = _NO_MODEL
        if not fields["gallery"].text:
            wrong["gallery"] = _NO_GALLERY
        try:
            amount_of_money(fields["budget"].text)
        except Failure as failure:
            wrong["budget"] = failure.problem
        for name in reversed(fields):
            if name in wrong:
                self.set_problem(name, wrong[name])

    def _has_problems(self) -> bool:
        return any(field.error for field in self._fields.values())

    @Slot()
    def _choose_gallery(self) -> None:
        gallery = self._fields["gallery"]
        dialog = QFileDialog(self, self.tr("Choose the gallery folder"), gallery.text)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(gallery.line.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _build(self) -> None:
        self.setMinimumWidth(_WIDTH)
        self._save.setDefault(True)
        self._fields["gallery"].add_button(self._browse)
        self._fields["budget"].add_button(self._prices)
        self._fields["budget"].add_button(self._ledger)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        buttons.addStretch()
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 2 * SPACE)
        layout.setSpacing(SPACE + 4)
        sections = (
            (self.tr("Replicate"), ("token", "model", "budget")),
            (
                self.tr("Preset sheets"),
                ("global_prompts_url", "angle_presets_url", "color_presets_url"),
            ),
            (self.tr("Images"), ("gallery",)),
        )
        for place, (title, names) in enumerate(sections):
            if place:
                layout.addWidget(_rule())
            layout.addWidget(labeled(title, role="title"))
            for name in names:
                layout.addWidget(self._fields[name])
        layout.addWidget(self._goes_on)
        layout.addSpacing(SPACE)
        layout.addLayout(buttons)


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("role", "rule")
    rule.setFixedHeight(1)
    return rule
