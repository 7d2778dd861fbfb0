"""The first minute: what is chosen already, what the start page says, a token that is tested."""

from __future__ import annotations

import asyncio
import csv
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget

from carmp_desktop.core.events import JobUpdated
from carmp_desktop.core.model import EngineName
from carmp_desktop.qt.errand import Errand, Wanted
from carmp_desktop.qt.parts.switch import Switch
from carmp_desktop.qt.settings.dialog import SettingsDialog
from carmp_desktop.qt.settings.field import SettingsChoice, SettingsField
from tests.loopback import Fault, StandIn
from tests.window.conftest import Desk, OpenDesk, heard

TYPED = "r8_typed_by_hand_0123456789"
PATIENCE = 60.0


async def told(desk: Desk, is_so: Callable[[], object]) -> None:
    """Wait until a row of the settings says what is meant."""
    async with asyncio.timeout(PATIENCE):
        while not is_so():
            await desk.turn()


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def button(widget: QWidget, text: str) -> QPushButton:
    return next(each for each in widget.findChildren(QPushButton) if each.text() == text)


def keys(desk: Desk) -> tuple[list[str], list[str]]:
    request = desk.window.panel.request()
    return [angle.key for angle in request.angles], [color.key for color in request.colors]


@pytest.fixture
def no_token(server: StandIn) -> dict[str, str]:
    environment = server.env()
    del environment["REPLICATE_API_TOKEN"]
    return environment


async def test_at_the_first_start_one_drop_and_one_press_suffice(
    open_desk: OpenDesk, photos: list[Path], server: StandIn
) -> None:
    async with open_desk() as desk:
        assert keys(desk) == (
            ["front_3_4", "side_90", "rear_3_4"],
            ["red_metallic", "blue_metallic", "black", "white_pearl"],
        )
        await desk.drop(photos)
        ended = asyncio.ensure_future(heard(desk.jobs.marketplaceBatchCompleted))
        await asyncio.sleep(0)
        press = button(desk.window.panel, "Generate 3 Angles → 4 Colors each")
        QTest.mouseClick(press, Qt.MouseButton.LeftButton)
        (completed,) = await ended
        assert (completed.completed, completed.failed) == (15, 0)
    assert server.paid == 15


async def test_the_last_choices_stand_at_the_next_start(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        desk.window.panel.select(["front_0"], ["yellow"])
        desk.window.panel.findChild(Switch).click()
        desk.window.panel._colors.add_custom("Nardo grey #686A6C")
        chosen = desk.window.panel.request()
        assert [color.label for color in chosen.colors] == ["Yellow", "Nardo grey #686A6C"]
    async with open_desk() as desk:
        request = desk.window.panel.request()
        assert request.angles == chosen.angles
        assert request.colors == chosen.colors
        assert not request.auto_colorize
        assert request.car == request.instructions == ""


async def test_a_color_that_left_the_sheet_is_left_out_and_not_forgotten(
    open_desk: OpenDesk, server: StandIn
) -> None:
    sheet = server.sheets.texts["colors"]
    async with open_desk() as desk:
        desk.window.panel.select(["front_0"], ["black", "yellow"])
    lines = [line for line in sheet.splitlines() if not line.startswith("yellow")]
    server.sheets.texts["colors"] = "\n".join(lines)
    async with open_desk() as desk:
        assert keys(desk) == (["front_0"], ["black"])
    server.sheets.texts["colors"] = sheet
    async with open_desk() as desk:
        assert keys(desk) == (["front_0"], ["black", "yellow"])


async def test_sheets_that_arrive_late_do_not_undo_what_was_chosen_meanwhile(
    open_desk: OpenDesk,
) -> None:
    async with open_desk() as desk:
        desk.window.panel.select(["rear_180"], ["black"])
        chosen = keys(desk)
        assert chosen == (["rear_180"], ["black"])
        read = asyncio.ensure_future(heard(desk.jobs.presets_changed))
        await asyncio.sleep(0)
        desk.jobs.reload_presets()
        await read
        assert keys(desk) == chosen


async def test_what_the_command_line_asks_for_wins(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        desk.window.panel.select(["front_0"], ["yellow"])
        desk.window.panel.set_auto_colorize(False)
    async with open_desk() as desk:
        wanted = Wanted(angles=("side_90",), colors=("black",), quit_when_done=True)
        errand = Errand(desk.window, desk.jobs, wanted)
        done = asyncio.ensure_future(heard(errand.done))
        await asyncio.sleep(0)
        errand.begin()
        assert await done == (0,)
        assert keys(desk) == (["side_90"], ["black"])
        assert desk.window.panel.request().auto_colorize


async def test_the_command_line_never_buys_what_it_did_not_name(
    open_desk: OpenDesk, photos: list[Path], server: StandIn
) -> None:
    async with open_desk() as desk:
        wanted = Wanted(photos=(photos[0],), generate=True, quit_when_done=True)
        errand = Errand(desk.window, desk.jobs, wanted)
        done = asyncio.ensure_future(heard(errand.done))
        await asyncio.sleep(0)
        errand.begin()
        assert await done == (2,)
    assert server.accepted == 0


async def test_choices_nobody_can_read_count_as_none(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        file = desk.profile.config / "choices.json"
        desk.window.panel.select(["front_0"], ["yellow"])
    assert json.loads(file.read_text(encoding="utf-8"))["angles"] == ["front_0"]
    file.write_text('{"angles": "front_0", "colors": [1', encoding="utf-8")
    async with open_desk() as desk:
        assert keys(desk)[0] == ["front_3_4", "side_90", "rear_3_4"]


async def test_the_start_page_says_what_to_do_next(
    open_desk: OpenDesk, photos: list[Path], no_token: dict[str, str]
) -> None:
    async with open_desk(no_token) as desk:
        start = desk.window.batches.empty
        said = texts(start)
        assert "Drop photos of one car anywhere on this window to begin." in said
        assert "Studio makes previews on this computer, without token or cost." in said
        samples = button(start, "Try with sample photos")
        assert samples.isVisible()

        await desk.drop(photos)

        said = texts(start)
        assert "2 photos in" in said
        assert "Press “Generate 3 Angles → 4 Colors each”, or Ctrl+Return." in said
        assert "15 images with Studio, on this computer and without cost." in said
        assert not samples.isVisible()
        desk.window.panel.select([], [])
        assert "Choose angles and colors on the left, then press Generate." in texts(start)


async def test_the_start_page_leads_to_the_token_and_to_the_files(
    open_desk: OpenDesk, no_token: dict[str, str]
) -> None:
    async with open_desk(no_token) as desk:
        start = desk.window.batches.empty
        button(start, "Browse photos…").click()
        chooser = desk.window.findChild(QFileDialog)
        assert chooser.isVisible()
        chooser.reject()
        button(start, "Enter a Replicate token").click()
        dialog = desk.window.findChild(SettingsDialog)
        assert dialog.isVisible()
        assert dialog.focusWidget() is dialog.field("token").control
        dialog.reject()


async def test_two_refused_files_of_one_name_are_told_apart(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    letters = [tmp_path / "left" / "letter.jpg", tmp_path / "right" / "letter.jpg"]
    for letter in letters:
        letter.parent.mkdir()
        letter.write_text("Dear sir")
    async with open_desk() as desk:
        await desk.drop(letters)
        said = texts(desk.window.panel)
        assert {str(Path("left/letter.jpg")), str(Path("right/letter.jpg"))} <= set(said)


@asynccontextmanager
async def token_saved(desk: Desk, token: str = TYPED) -> AsyncIterator[SettingsDialog]:
    """The settings, with a token typed and Save pressed."""
    desk.window.settings.open()
    dialog = desk.window.findChild(SettingsDialog)
    line = dialog.token.line
    QTest.keyClicks(line, token)
    QTest.keyClick(line, Qt.Key.Key_Return)
    yield dialog
    dialog.reject()


def forget_no_trace(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """Fail where the token stands in a file, a notice, or on the screen of a terminal."""
    out = capsys.readouterr()
    assert TYPED not in out.out + out.err
    files = [file.read_bytes() for file in desk.profile.data.rglob("*") if file.is_file()]
    assert files
    assert not any(TYPED.encode() in body for body in files)
    assert not any(TYPED in text for text in texts(desk.window.notices))


async def test_a_good_token_says_whose_it_is_and_counts_at_once(
    open_desk: OpenDesk,
    no_token: dict[str, str],
    server: StandIn,
    capsys: pytest.CaptureFixture[str],
) -> None:
    server.token = TYPED
    async with open_desk(no_token, debug_mp=True) as desk:
        changed = asyncio.ensure_future(heard(desk.jobs.engine_changed))
        await asyncio.sleep(0)
        async with token_saved(desk) as dialog:
            assert dialog.token.status == "Asking Replicate whose token this is…"
            await changed
            assert dialog.token.status == "Signed in as dealer"
            assert dialog.token.hint == "For this run only: this system has no keychain."
            assert desk.jobs.market.engine_state().name is EngineName.REPLICATE
            button(dialog, "Done").click()
            assert dialog.isHidden()
        forget_no_trace(desk, capsys)


async def test_a_refused_token_is_said_in_place_and_not_kept(
    open_desk: OpenDesk, no_token: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    async with open_desk(no_token, debug_mp=True) as desk:
        async with token_saved(desk) as dialog:
            await told(desk, lambda: dialog.token.error)
            assert dialog.token.error.startswith("Replicate does not accept this token.")
            assert dialog.isVisible()
        assert not desk.jobs.market.token
        assert desk.window.notices.notices == ()
        forget_no_trace(desk, capsys)


async def test_offline_a_token_is_kept_and_said_to_be_untested(
    open_desk: OpenDesk, no_token: dict[str, str], server: StandIn
) -> None:
    async with open_desk(no_token) as desk:
        server.refuse_connections()
        changed = asyncio.ensure_future(heard(desk.jobs.engine_changed))
        await asyncio.sleep(0)
        async with token_saved(desk) as dialog:
            await changed
            assert "could not be tested" in dialog.token.status
            assert dialog.isVisible()
        assert desk.jobs.market.token.value == TYPED


async def test_while_the_service_is_asked_the_window_lives_and_the_user_may_give_up(
    open_desk: OpenDesk, no_token: dict[str, str], server: StandIn
) -> None:
    server.token = TYPED
    hangs = Fault("account", "hang")
    server.break_(hangs)
    async with open_desk(no_token) as desk:
        async with token_saved(desk) as dialog:
            await asyncio.to_thread(server.wait_until, lambda: hangs.applied == 1)
            assert not button(dialog, "Testing…").isEnabled()
            QTest.mouseClick(button(dialog, "Cancel"), Qt.MouseButton.LeftButton)
            assert dialog.isVisible()
            assert dialog.token.status == ""
            assert dialog.token.value == TYPED
            assert button(dialog, "Save").isEnabled()
        assert not desk.jobs.market.token


async def test_the_dialog_says_whose_the_kept_token_is(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        desk.window.settings.open()
        dialog = desk.window.findChild(SettingsDialog)
        await told(desk, lambda: dialog.token.status == "Signed in as dealer")
        assert not dialog.token.line.isEnabled()
        dialog.reject()


async def test_what_was_spent_is_saved_as_a_table(
    open_desk: OpenDesk, photos: list[Path], tmp_path: Path
) -> None:
    async with open_desk() as desk:
        await desk.drop(photos)
        desk.window.panel.select(["front_0"], [])
        desk.window.panel.set_auto_colorize(False)
        batch = await desk.generate()
        assert any(isinstance(event, JobUpdated) for event in desk.events)
        desk.window.settings.open()
        dialog = desk.window.findChild(SettingsDialog)
        row = dialog.field("budget")

        def save_as(file: Path) -> None:
            button(dialog, "Spending…").click()
            chooser = dialog.findChildren(QFileDialog)[-1]
            chooser.fileSelected.emit(str(file))
            chooser.reject()

        save_as(tmp_path / "nowhere" / "spending.csv")
        await told(desk, lambda: row.error)
        assert "cannot be written" in row.error
        file = tmp_path / "spending.csv"
        save_as(file)
        await told(desk, lambda: str(file) in row.hint)
        with file.open(newline="", encoding="utf-8") as text:
            rows = list(csv.DictReader(text))
        assert [line["batch_id"] for line in rows] == [batch.id, "total"]
        assert rows[0]["cost_usd"] == "0.039"
        dialog.reject()


async def test_settings_are_saved_and_hold_at_once(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        chosen: list[str] = []
        desk.window.settings.scheme_chosen.connect(chosen.append)
        desk.window.settings.open()
        dialog = desk.window.findChild(SettingsDialog)
        for name, value in (("engine", "studio"), ("scheme", "dark")):
            row = dialog.field(name)
            assert isinstance(row, SettingsChoice)
            row.choose(value)
        budget = dialog.field("budget")
        assert isinstance(budget, SettingsField)
        QTest.keyClicks(budget.line, "20")
        changed = asyncio.ensure_future(heard(desk.jobs.engine_changed))
        await asyncio.sleep(0)
        button(dialog, "Save").click()
        await changed
        assert chosen == ["dark"]
        assert desk.jobs.market.engine_state().name is EngineName.STUDIO
        text = desk.profile.settings.read_text(encoding="utf-8")
        assert json.loads(text) == {"budget": "20", "engine": "studio", "scheme": "dark"}


async def test_the_very_same_batch_is_not_paid_for_twice_unasked(
    open_desk: OpenDesk, photos: list[Path], server: StandIn
) -> None:
    async with open_desk() as desk:
        await desk.drop(photos)
        desk.window.panel.select(["front_0"], ["red_metallic"])
        await desk.generate()
        desk.window.panel.generate_requested.emit(desk.window.panel.request())
        (notice,) = desk.window.notices.notices
        assert notice.text.title == "This very batch has been made"
        assert desk.jobs.running == ()
        notice.pressed.emit()
        (batch,) = desk.jobs.running
        await desk.ended(batch)
        assert server.accepted == 4
        desk.window.panel.set_car("Another")
        desk.window.panel.generate_requested.emit(desk.window.panel.request())
        (batch,) = desk.jobs.running
        await desk.ended(batch)
