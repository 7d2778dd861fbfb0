"""The settings are edited and checked in place; the kept token is never shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from carmp_desktop.core.engines.replicate.account import REFUSED, Account
from carmp_desktop.core.problems import Problem
from carmp_desktop.core.settings import Settings, choices_of, help_of
from carmp_desktop.qt.parts.segments import Segments
from carmp_desktop.qt.settings.dialog import SettingsDialog
from carmp_desktop.qt.settings.field import SettingsChoice, SettingsSwitch
from carmp_desktop.qt.settings.form import SettingsChange, SettingsForm
from carmp_desktop.qt.settings.status import Status
from carmp_desktop.qt.words.mirror_words import MirrorSaid, MirrorTone

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


OFFLINE = Problem(code="offline", title="offline", sentence="Nobody answers.", action="Wait.")
NOT_IN_THE_DIALOG = {"replicate_base_url"}
"""What no user needs: an address for tests and for those who set the environment."""

SECRETS = {"token", "mirror_token"}


class Opened:
    def __init__(self, form: SettingsForm, qtbot: QtBot) -> None:
        self.dialog = SettingsDialog(form)
        self.changes: list[SettingsChange] = []
        self.tests: list[str] = []
        self.dialog.saved.connect(self.changes.append)
        self.dialog.test_requested.connect(self.tests.append)
        qtbot.addWidget(self.dialog)
        self.dialog.open()

    def button(self, text: str) -> QPushButton:
        found = [x for x in self.dialog.findChildren(QPushButton) if x.text() == text]
        return next((button for button in found if button.isVisible()), found[0])

    def press(self, text: str) -> None:
        self.button(text).click()

    def write(self, field: str, text: str) -> None:
        line = self.dialog.field(field).line
        line.clear()
        line.insert(text)
        line.textEdited.emit(text)


@pytest.fixture(autouse=True)
def _no_dialog_stays(qapp: QApplication) -> Iterator[None]:
    """Dressing the application takes the longer the more widgets there are."""
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


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
    assert token.value == ""
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
    assert opened.tests == ["r8_secret"]


def test_a_token_can_be_removed_and_the_removal_taken_back(opened: Opened) -> None:
    opened.press("Remove")
    opened.write("token", "r8_new")
    opened.press("Remove")
    opened.press("Save")
    assert opened.changes == [replace(UNCHANGED, token="")]


def test_who_has_no_token_is_led_to_one(
    opened: Opened, qtbot: QtBot, dressed: QApplication
) -> None:
    assert dressed
    assert opened.button("Get a token").isHidden()
    without = Opened(replace(FORM, has_token=False), qtbot)
    with qtbot.waitSignal(without.dialog.token.token_wanted):
        without.press("Get a token")


def test_typing_after_remove_keeps_what_was_typed(opened: Opened) -> None:
    opened.press("Remove")
    opened.write("token", "r8_new")
    opened.press("Save")
    assert opened.tests == ["r8_new"]


def test_a_token_of_the_environment_cannot_be_edited(qtbot: QtBot, dressed: QApplication) -> None:
    assert dressed
    opened = Opened(replace(FORM, token_locked=True), qtbot)
    assert not opened.dialog.field("token").line.isEnabled()
    assert opened.button("Remove").isHidden()


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
        ("mirror_url", "https://events.example"),
        ("mirror_url", "ws://"),
        ("mirror_url", "wss://events.example:port"),
        ("mirror_url", "wss://events.example/a b"),
    ],
)
def test_what_cannot_be_right_is_said_in_place(opened: Opened, field: str, text: str) -> None:
    opened.write(field, text)
    opened.press("Save")
    assert opened.changes == []
    assert opened.dialog.isVisible()
    assert opened.dialog.field(field).error
    assert opened.dialog.field(field).isVisible()
    wrong = {
        name for name in SettingsChange.__dataclass_fields__ if opened.dialog.field(name).error
    }
    assert wrong == {field}
    opened.write(field, getattr(UNCHANGED, field))
    assert opened.dialog.field(field).error == ""
    opened.press("Save")
    assert opened.changes == [UNCHANGED]


def test_going_on_after_an_interruption_is_a_switch(opened: Opened) -> None:
    row = opened.dialog.field("after_interruption")
    assert isinstance(row, SettingsSwitch)
    assert not row.switch.isChecked()
    row.switch.click()
    opened.press("Save")
    assert [change.after_interruption for change in opened.changes] == ["go on"]


@pytest.mark.parametrize("name", ["engine", "scheme"])
def test_a_setting_with_a_few_values_offers_all_of_them(
    qtbot: QtBot, dressed: QApplication, name: str
) -> None:
    assert dressed
    for value in choices_of(name):
        other = next(choice for choice in choices_of(name) if choice != value)
        opened = Opened(replace(FORM, **{name: value}), qtbot)
        row = opened.dialog.field(name)
        assert isinstance(row, SettingsChoice)
        assert row.value == value
        row.choose(other)
        opened.press("Save")
        assert [getattr(change, name) for change in opened.changes] == [other]


def test_every_setting_is_there_once_with_its_sentence_of_help(opened: Opened) -> None:
    names = set(Settings.__dataclass_fields__) - NOT_IN_THE_DIALOG
    assert names == set(SettingsChange.__dataclass_fields__) - SECRETS
    hints = [opened.dialog.field(name).hint for name in sorted(names)]
    assert hints == [help_of(name) for name in sorted(names)]
    assert all(hints)


def test_what_the_environment_decides_is_closed_and_says_why(
    qtbot: QtBot, dressed: QApplication
) -> None:
    assert dressed
    opened = Opened(replace(FORM, locked=frozenset({"angle_presets_url"})), qtbot)
    row = opened.dialog.field("angle_presets_url")
    assert not row.control.isEnabled()
    assert row.hint == "Set by CARMP_ANGLE_PRESETS_URL; the environment wins."
    assert opened.dialog.field("color_presets_url").control.isEnabled()


def test_what_the_environment_says_wrongly_keeps_nobody_from_saving(
    qtbot: QtBot, dressed: QApplication
) -> None:
    assert dressed
    form = replace(FORM, mirror_url="events.example", locked=frozenset({"mirror_url"}))
    opened = Opened(form, qtbot)
    opened.press("Save")
    assert [change.mirror_url for change in opened.changes] == ["events.example"]


@pytest.mark.parametrize("address", ["ws://127.0.0.1:8765", "WSS://events.example/cars?of=us"])
def test_the_address_of_a_mirror_is_handed_over(opened: Opened, address: str) -> None:
    opened.write("mirror_url", address)
    opened.press("Save")
    assert opened.changes == [replace(UNCHANGED, mirror_url=address)]


def test_the_mirror_has_a_token_of_its_own_that_is_not_tested_by_replicate(opened: Opened) -> None:
    line = opened.dialog.field("mirror_token").line
    opened.write("mirror_token", "sesame")
    assert "sesame" not in line.displayText()
    opened.press("Save")
    assert opened.changes == [replace(UNCHANGED, mirror_token="sesame")]
    assert opened.tests == []


def test_the_token_of_the_mirror_can_be_removed(qtbot: QtBot, dressed: QApplication) -> None:
    assert dressed
    opened = Opened(replace(FORM, has_mirror_token=True), qtbot)
    token = opened.dialog.mirror_token
    assert token.line.placeholderText() == "Kept. Type here to replace it."
    remove = [x for x in token.findChildren(QPushButton) if x.text() == "Remove"]
    remove[0].click()
    assert token.hint == "The token will be removed when you save."
    opened.press("Save")
    assert opened.changes == [replace(UNCHANGED, mirror_token="")]


@pytest.mark.parametrize("address", ["dealer", "wss://", "https://a-long-name.example/cars"])
def test_what_is_wrong_with_a_mirrors_address_is_said_in_full(opened: Opened, address: str) -> None:
    opened.dialog.show_page_of("mirror_url")
    opened.write("mirror_url", address)
    opened.press("Save")
    labels = opened.dialog.mirror.findChildren(QLabel)
    (label,) = [each for each in labels if each.property("role") == "error"]
    assert label.text().startswith("The mirror's address in the settings is no WebSocket address.")
    assert "…" not in label.text()
    assert label.height() >= label.heightForWidth(label.width())


def test_how_the_mirror_stands_is_said_below_its_address(opened: Opened) -> None:
    mirror = opened.dialog.mirror
    opened.dialog.show_page_of("mirror_url")
    assert mirror.status == ""
    more = ("It does not take the connection.", "Check the token.")
    said = MirrorSaid(MirrorTone.NEEDS_YOU, "Mirror: refused — HTTP 401", "wss://a.example", more)
    mirror.show_mirror(said)
    assert mirror.status.splitlines() == [said.words, " ".join(more)]
    assert mirror.findChild(Status).isVisible()
    mirror.show_mirror(None)
    assert mirror.findChild(Status).isHidden()


def test_all_pages_fit_a_small_screen(opened: Opened) -> None:
    for name in SettingsChange.__dataclass_fields__:
        opened.dialog.field(name).set_problem(OFFLINE)
    more = ("wss://events.example does not answer.", "Wait.", "12 events wait to be sent.")
    said = MirrorSaid(MirrorTone.WAITS, "Mirror: connecting", "wss://events.example", more)
    opened.dialog.mirror.show_mirror(said)
    opened.dialog.adjustSize()
    assert opened.dialog.width() <= 720
    assert opened.dialog.height() <= 600


def test_a_good_token_is_saved_and_whose_it_is_stays_to_be_read(opened: Opened) -> None:
    opened.write("token", "r8_secret")
    opened.press("Save")
    assert opened.changes == []
    assert not opened.button("Testing…").isEnabled()
    assert not opened.dialog.field("token").control.isEnabled()

    opened.dialog.show_account(Account("acme-cars", is_organization=True))

    assert opened.changes == [replace(UNCHANGED, token="r8_secret")]
    assert opened.dialog.token.status == "Signed in as acme-cars (organization)"
    assert opened.dialog.isVisible()
    assert opened.dialog.token.value == ""
    opened.press("Done")
    assert opened.dialog.isHidden()
    assert len(opened.changes) == 1


def test_a_refused_token_is_not_saved_and_can_be_mended(opened: Opened) -> None:
    opened.write("token", "r8_wrong")
    opened.press("Save")
    opened.dialog.show_refused(REFUSED)
    assert opened.changes == []
    token = opened.dialog.field("token")
    assert token.error == f"{REFUSED.sentence} {REFUSED.action}"
    assert token.control.hasFocus()
    opened.write("token", "r8_right")
    assert token.error == ""
    opened.press("Save")
    assert opened.tests == ["r8_wrong", "r8_right"]


def test_a_token_that_could_not_be_tested_is_kept_and_that_is_said(opened: Opened) -> None:
    opened.write("token", "r8_secret")
    opened.press("Save")
    opened.dialog.show_untested(OFFLINE)
    assert opened.changes == [replace(UNCHANGED, token="r8_secret")]
    assert opened.dialog.token.status == "Nobody answers. Wait."
    assert opened.dialog.isVisible()


def test_escape_stops_the_test_first_and_leaves_only_then(opened: Opened, qtbot: QtBot) -> None:
    opened.write("token", "r8_secret")
    opened.press("Save")
    with qtbot.waitSignal(opened.dialog.test_canceled):
        qtbot.keyClick(opened.dialog, Qt.Key.Key_Escape)
    assert opened.dialog.isVisible()
    assert opened.dialog.token.value == "r8_secret"
    assert opened.dialog.token.status == ""
    assert opened.button("Save").isEnabled()
    qtbot.keyClick(opened.dialog, Qt.Key.Key_Escape)
    assert opened.dialog.isHidden()
    assert opened.changes == []


def test_an_edit_after_saving_asks_to_be_saved_again(opened: Opened) -> None:
    opened.write("token", "r8_secret")
    opened.press("Save")
    opened.dialog.show_account(Account("dealer"))
    opened.write("model", "owner/other")
    opened.press("Save")
    assert [(change.token, change.model) for change in opened.changes] == [
        ("r8_secret", UNCHANGED.model),
        (None, "owner/other"),
    ]
    assert opened.dialog.isHidden()


def test_whose_the_kept_token_is_says_nothing_of_one_that_is_being_typed(opened: Opened) -> None:
    opened.dialog.token.show_asking()
    opened.write("token", "r8_half")
    opened.dialog.show_account(Account("dealer"))
    assert opened.dialog.token.status == ""
    assert opened.changes == []


def test_a_kept_token_that_is_refused_is_told_without_turning_the_page(opened: Opened) -> None:
    opened.dialog.show_page_of("gallery")
    opened.dialog.show_refused(REFUSED)
    assert opened.dialog.field("token").error
    assert opened.dialog.field("gallery").isVisible()


def test_without_a_token_its_line_has_the_focus(qtbot: QtBot, dressed: QApplication) -> None:
    assert dressed
    opened = Opened(replace(FORM, has_token=False), qtbot)
    assert opened.dialog.focusWidget() is opened.dialog.field("token").control


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
    assert opened.dialog.field("gallery").value == str(tmp_path)


def test_every_control_is_reached_by_keyboard_and_has_a_name_of_its_own(
    opened: Opened, qtbot: QtBot
) -> None:
    pages = opened.dialog.findChild(Segments)
    assert pages is not None
    names: set[str] = set()
    for page in range(5):
        pages.choose(page)
        reached = []
        now = opened.dialog
        while now not in reached:
            reached.append(now)
            qtbot.keyClick(now, Qt.Key.Key_Tab)
            now = opened.dialog.focusWidget()
        for widget in reached[1:]:
            text = widget.text() if isinstance(widget, QAbstractButton) else ""
            names.add(widget.accessibleName() or text)
    assert "" not in names
    assert {"Replicate token", "Model", "Gallery folder", "Angle presets", "Save"} <= names
    assert {"Go on after an interruption", "Light or dark: System", "Price table"} <= names
    assert {"Address of the mirror", "Token of the mirror"} <= names
    assert {"Replicate token: Show", "Token of the mirror: Show"} <= names
