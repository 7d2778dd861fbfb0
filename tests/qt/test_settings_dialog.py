"""The settings are edited and checked in place; the kept token is never shown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from carmp_desktop.core.problems import Problem
from carmp_desktop.qt.settings_dialog import SettingsChange, SettingsDialog, SettingsForm
from carmp_desktop.qt.settings_field import SettingsSwitch

FORM = SettingsForm(
    token_state="In the system's keychain.",
    token_locked=False,
    has_token=True,
    global_prompts_url="https://sheets.example/prompts",
    angle_presets_url="https://sheets.example/angles",
    color_presets_url="file:///sheets/colors.csv",
    model="google/nano-banana",
    gallery="/pictures/cars",
)
UNCHANGED = SettingsChange(
    token=None,
    global_prompts_url=FORM.global_prompts_url,
    angle_presets_url=FORM.angle_presets_url,
    color_presets_url=FORM.color_presets_url,
    model=FORM.model,
    gallery=FORM.gallery,
)


class Opened:
    def __init__(self, form: SettingsForm, qtbot: QtBot) -> None:
        self.dialog = SettingsDialog(form)
        self.changes: list[SettingsChange] = []
        self.dialog.saved.connect(self.changes.append)
        qtbot.addWidget(self.dialog)
        self.dialog.open()

    def press(self, text: str) -> None:
        buttons = {each.text(): each for each in self.dialog.findChildren(QPushButton)}
        buttons[text].click()

    def write(self, field: str, text: str) -> None:
        line = self.dialog.field(field).line
        line.clear()
        line.insert(text)
        line.textEdited.emit(text)


@pytest.fixture
def opened(qtbot: QtBot, dressed: QApplication) -> Opened:
    assert dressed
    return Opened(FORM, qtbot)


def test_saving_unchanged_settings_keeps_the_token(opened: Opened) -> None:
    opened.press("Save")
    assert opened.changes == [UNCHANGED]
    assert opened.dialog.isHidden()


def test_canceling_saves_nothing(opened: Opened) -> None:
    opened.write("model", "other/model")
    opened.press("Cancel")
    assert opened.changes == []
    assert opened.dialog.isHidden()


def test_edited_settings_are_handed_over_without_the_space_around_them(opened: Opened) -> None:
    opened.write("model", "  owner/model ")
    opened.write("gallery", "/elsewhere")
    opened.press("Save")
    assert opened.changes == [replace(UNCHANGED, model="owner/model", gallery="/elsewhere")]


def test_a_kept_token_is_told_of_but_not_shown(opened: Opened) -> None:
    token = opened.dialog.field("token")
    assert token.text == ""
    assert token.line.placeholderText() == "Kept. Type here to replace it."
    assert token.line.echoMode() is QLineEdit.EchoMode.Password


def test_a_typed_token_is_hidden_until_it_is_to_be_shown(opened: Opened) -> None:
    line = opened.dialog.field("token").line
    opened.write("token", "r8_secret")
    assert "r8_secret" not in line.displayText()
    opened.press("Show")
    assert line.displayText() == "r8_secret"
    opened.press("Hide")
    assert line.echoMode() is QLineEdit.EchoMode.Password
    opened.press("Save")
    assert opened.changes == [replace(UNCHANGED, token="r8_secret")]


def test_a_token_can_be_removed_and_the_removal_taken_back(opened: Opened) -> None:
    opened.press("Remove")
    opened.write("token", "r8_new")
    opened.press("Remove")
    opened.press("Save")
    assert opened.changes == [replace(UNCHANGED, token="")]


def test_typing_after_remove_keeps_what_was_typed(opened: Opened) -> None:
    opened.press("Remove")
    opened.write("token", "r8_new")
    opened.press("Save")
    assert opened.changes == [replace(UNCHANGED, token="r8_new")]


def test_a_token_of_the_environment_cannot_be_edited(qtbot: QtBot, dressed: QApplication) -> None:
    assert dressed
    opened = Opened(replace(FORM, token_locked=True), qtbot)
    assert not opened.dialog.field("token").line.isEnabled()
    removal = {each.text(): each for each in opened.dialog.findChildren(QPushButton)}["Remove"]
    assert removal.isHidden()


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("global_prompts_url", ""),
        ("angle_presets_url", "ftp://sheets.example/a"),
        ("color_presets_url", "https://"),
        ("model", "nano-banana"),
        ("model", "a/b/c"),
        ("budget", "a lot"),
        ("budget", "-5"),
        ("gallery", "  "),
    ],
)
def test_what_cannot_be_right_is_said_in_place(opened: Opened, field: str, text: str) -> None:
    opened.write(field, text)
    opened.press("Save")
    assert opened.changes == []
    assert opened.dialog.isVisible()
    assert opened.dialog.field(field).error
    wrong = {name for name in vars_of(UNCHANGED) if opened.dialog.field(name).error}
    assert wrong == {field}
    opened.write(field, getattr(UNCHANGED, field))
    assert opened.dialog.field(field).error == ""
    opened.press("Save")
    assert opened.changes == [UNCHANGED]


def vars_of(change: SettingsChange) -> list[str]:
    """The settings that are a line of text."""
    return [name for name in type(change).__dataclass_fields__ if name != "after_interruption"]


def test_going_on_after_an_interruption_is_a_switch(opened: Opened) -> None:
    switch = opened.dialog.findChild(SettingsSwitch).switch
    assert not switch.isChecked()
    switch.click()
    opened.press("Save")
    assert [change.after_interruption for change in opened.changes] == ["go on"]


@pytest.mark.parametrize(
    "text, signal", [("Price table", "prices_requested"), ("Spending…", "ledger_requested")]
)
def test_money_has_its_table_and_its_ledger(
    opened: Opened, qtbot: QtBot, text: str, signal: str
) -> None:
    with qtbot.waitSignal(getattr(opened.dialog, signal)):
        opened.press(text)
    assert opened.changes == []


def test_a_problem_found_while_saving_keeps_the_dialog_open(opened: Opened) -> None:
    unwritable = Problem(
        code="gallery_unwritable",
        title="not writable",
        sentence="{folder} cannot be written.",
        action="Choose another one.",
        fields={"folder": "/pictures/cars"},
    )

    def refuse(_change: object) -> None:
        opened.dialog.set_problem("gallery", unwritable)

    opened.dialog.saved.connect(refuse)
    opened.press("Save")
    assert opened.dialog.isVisible()
    gallery = opened.dialog.field("gallery")
    assert gallery.error == "/pictures/cars cannot be written. Choose another one."
    assert gallery.line.accessibleDescription() == gallery.error


def test_the_gallery_folder_can_be_chosen(opened: Opened, tmp_path: Path) -> None:
    opened.press("Browse…")
    chooser = opened.dialog.findChild(QFileDialog)
    assert chooser.isVisible()
    chooser.fileSelected.emit(str(tmp_path))
    chooser.reject()
    assert opened.dialog.field("gallery").text == str(tmp_path)


def test_every_line_has_a_name_for_a_screen_reader(opened: Opened) -> None:
    names = [opened.dialog.field(name).line.accessibleName() for name in vars_of(UNCHANGED)]
    assert all(names)
    assert len(set(names)) == 7
