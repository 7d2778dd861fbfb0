"""The main job through the real window: photos dropped, one press, a matrix that fills."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from carmp_desktop.core.events import BatchCompleted, BatchCreated, JobUpdated
from carmp_desktop.core.model import Cell, CellKey, EngineName, JobStatus
from carmp_desktop.qt.settings.dialog import SettingsChange, SettingsDialog
from carmp_desktop.qt.settings.words import settings_form
from tests.loopback import Fault, StandIn
from tests.window.conftest import Desk, OpenDesk, heard

ANGLES = ("front_0", "side_90")
COLORS = ("red_metallic", "blue_metallic")


def choose(desk: Desk, *, auto_colorize: bool = True) -> None:
    desk.window.panel.select(ANGLES, COLORS)
    desk.window.panel.set_auto_colorize(auto_colorize)
    desk.window.panel.set_car("BMW 1 M")


async def test_scenario_a_two_angles_in_two_colors(
    open_desk: OpenDesk, photos: list[Path], server: StandIn
) -> None:
    async with open_desk() as desk:
        await desk.drop(photos)
        choose(desk)
        assert len(desk.window.panel.photos()) == 2

        batch = desk.press()

        page = desk.window.batches.current
        assert page is not None
        assert page.batch is batch
        cells = [page.matrix.cell_state(job.key) for job in batch.jobs]
        assert len(cells) == 2 * (1 + 2)
        assert {cell.status for cell in cells} == {JobStatus.QUEUED}
        assert server.accepted == server.count("upload") == 0

        await heard(desk.jobs.marketplaceBatchCompleted)

        assert isinstance(desk.events[0], BatchCreated)
        assert isinstance(desk.events[-1], BatchCompleted)
        assert all(isinstance(event, JobUpdated) for event in desk.events[1:-1])
        done = [cell.key for cell in desk.updates() if cell.status is JobStatus.COMPLETED]
        assert len(done) == 6
        for angle in ANGLES:
            firsts = [key for key in done if key.angle_key == angle]
            assert firsts[0] == CellKey(angle)
        files = sorted((desk.profile.gallery / "BMW-1-M").iterdir())
        assert len(files) == 6
        for job in batch.jobs:
            cell = page.matrix.cell_state(job.key)
            assert cell.status is JobStatus.COMPLETED
            assert cell.image in files


async def test_a_finished_card_shows_its_image(open_desk: OpenDesk, photos: list[Path]) -> None:
    async with open_desk() as desk:
        await desk.drop(photos)
        choose(desk)
        batch = await desk.generate()
        page = desk.window.batches.page(batch.id)
        desk.window.grab()
        while desk.window.loader.pending:
            await heard(desk.window.loader.loaded)

        for job in batch.jobs:
            cell = page.matrix.cell_state(job.key)
            picture = page.matrix.pictures.picture(cell)
            assert picture is not None
            assert not picture.isNull()


async def test_scenario_b_without_auto_colorize_no_color_runs(
    open_desk: OpenDesk, photos: list[Path], server: StandIn
) -> None:
    async with open_desk() as desk:
        await desk.drop(photos)
        choose(desk, auto_colorize=False)

        batch = await desk.generate()

        assert [job.key for job in batch.jobs] == [CellKey("front_0"), CellKey("side_90")]
        assert desk.events[0].to_payload()["colors"] == 0
        assert not any("Repaint" in prompt for prompt in server.prompts)


async def test_sheet_proof_a_changed_value_is_in_the_next_prompt_and_in_the_log(
    open_desk: OpenDesk, photos: list[Path], server: StandIn, capsys: pytest.CaptureFixture[str]
) -> None:
    async with open_desk(debug_mp=True) as desk:
        await desk.drop(photos)
        text = server.sheets.texts["colors"]
        server.sheets.texts["colors"] = text.replace("Red #C00000 (metallic)", "Cherry #990011")
        read = asyncio.ensure_future(
            heard(desk.jobs.presets_being_read, lambda reading: not reading)
        )
        await asyncio.sleep(0)
        desk.window.panel.reload_requested.emit()
        await read
        desk.window.panel.select(["front_0"], ["red_metallic"])

        batch = await desk.generate()

    assert server.prompts[-1] == "Repaint the body in Cherry #990011, nothing else."
    said = capsys.readouterr().err
    assert any("enqueue color" in line and "Cherry" in line for line in said.splitlines())
    placeholders = (
        f"[MP] placeholders created for batch {batch.id}: angles=1, colors=1, totalCells=2"
    )
    assert placeholders in said
    assert server.token not in said


async def test_events_of_another_batch_change_nothing(
    open_desk: OpenDesk, photos: list[Path]
) -> None:
    async with open_desk() as desk:
        await desk.drop(photos)
        choose(desk)
        batch = await desk.generate()
        before = desk.cell(batch, "front_0")

        stranger = Cell("b_other", CellKey("front_0"), status=JobStatus.FAILED)
        desk.jobs.marketplaceJobUpdated.emit(JobUpdated(stranger))

        assert desk.cell(batch, "front_0") == before


async def test_a_failed_angle_fails_its_colors_with_a_reason(
    open_desk: OpenDesk, photos: list[Path], server: StandIn
) -> None:
    server.break_(Fault("create", "outcome", prompt="profile", outcome="failed", error="boom"))
    async with open_desk() as desk:
        await desk.drop(photos)
        choose(desk)

        batch = await desk.generate()

        angle = desk.cell(batch, "side_90")
        assert angle.status is JobStatus.FAILED
        assert angle.problem is not None
        assert "boom" in angle.problem.describe()
        for color in COLORS:
            cell = desk.cell(batch, "side_90", color)
            assert cell.status is JobStatus.FAILED
            assert cell.problem is not None
            assert cell.problem.describe() == "angle failed"
        assert desk.cell(batch, "front_0", "red_metallic").status is JobStatus.COMPLETED


async def test_two_batches_at_once_each_fill_their_own_matrix(
    open_desk: OpenDesk, photos: list[Path], server: StandIn
) -> None:
    server.seconds = 0.5
    async with open_desk() as desk:
        await desk.drop(photos)
        choose(desk)
        batches = desk.press(), desk.press()

        for batch in batches:
            await desk.ended(batch)
            states = {desk.cell(batch, *job.key).status for job in batch.jobs}
            assert states == {JobStatus.COMPLETED}
        assert len(list((desk.profile.gallery / "BMW-1-M").iterdir())) == 12


async def test_a_hurried_double_press_starts_one_batch(
    open_desk: OpenDesk, photos: list[Path], server: StandIn
) -> None:
    async with open_desk() as desk:
        await desk.drop(photos)
        desk.window.panel.select(["front_0"], ["black"])
        button = next(
            button
            for button in desk.window.panel.findChildren(QPushButton)
            if button.text() == "Generate 1 Angle → 1 Color each"
        )
        for _ in range(3):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert len(desk.jobs.running) == 1
        await desk.ended(desk.jobs.running[0])
        assert server.accepted == 2


async def test_only_changed_settings_are_written(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        desk.window.settings.open()
        dialog = desk.window.findChild(SettingsDialog)
        assert dialog is not None
        form = settings_form(desk.jobs.market)
        changed = asyncio.ensure_future(heard(desk.jobs.engine_changed))
        await asyncio.sleep(0)
        dialog.saved.emit(
            SettingsChange(
                token="r8_typed_by_hand",
                global_prompts_url=form.global_prompts_url,
                angle_presets_url=form.angle_presets_url,
                color_presets_url=form.color_presets_url,
                model="google/nano-banana-2",
                gallery=form.gallery,
            )
        )
        dialog.reject()
        await changed
        text = desk.profile.settings.read_text(encoding="utf-8")
        assert json.loads(text) == {"model": "google/nano-banana-2"}
        written = [file.read_bytes() for file in desk.profile.data.rglob("*") if file.is_file()]
        assert not any(b"r8_typed_by_hand" in body for body in written)


async def test_closing_while_jobs_run_leaves_them_to_the_next_start(
    open_desk: OpenDesk, photos: list[Path], server: StandIn
) -> None:
    server.seconds = 3
    async with open_desk() as desk:
        await desk.drop(photos)
        choose(desk)
        desk.press()
        await heard(
            desk.jobs.marketplaceJobUpdated, lambda e: e.cell.status is JobStatus.PROCESSING
        )
        asked: list[None] = []
        desk.window.close_requested.connect(lambda: asked.append(None))
        desk.window.close()
        assert asked == []
        desk.window.close()
        assert asked == [None]

    assert not any(isinstance(event, BatchCompleted) for event in desk.events)
    assert not any(made.canceled_at for made in server.created)
    begun = server.accepted
    assert begun > 0

    async with open_desk() as desk:
        restored = asyncio.ensure_future(heard(desk.jobs.batches_restored))
        await asyncio.sleep(0)
        desk.jobs.restore()
        await restored
        (page,) = desk.window.batches.pages
        while server.undelivered() or len(server.judged) < begun:
            await heard(desk.jobs.marketplaceJobUpdated, lambda e: e.cell.status.is_final)
        assert server.accepted == begun, "something new was bought without being asked for"
        ended = asyncio.ensure_future(heard(desk.jobs.marketplaceBatchCompleted))
        await asyncio.sleep(0)
        desk.jobs.go_on(page.batch)
        (completed,) = await ended
        assert (completed.completed, completed.failed, completed.canceled) == (6, 0, 0)
    assert server.bought_twice() == []
    assert len(list(desk.profile.gallery.rglob("*.png"))) == 6


async def test_without_a_token_the_button_says_what_is_missing(
    open_desk: OpenDesk, photos: list[Path], server: StandIn
) -> None:
    environment = server.env()
    del environment["REPLICATE_API_TOKEN"]
    async with open_desk(environment) as desk:
        await desk.drop(photos)
        choose(desk)
        assert desk.jobs.market.engine_state().name is EngineName.STUDIO
        changed = asyncio.ensure_future(heard(desk.jobs.engine_changed))
        await asyncio.sleep(0)
        desk.window.panel.engine_chosen.emit(EngineName.REPLICATE)
        await changed
        assert not desk.jobs.market.engine_state().is_ready
        assert "No Replicate token yet." in [
            label.text() for label in desk.window.panel.findChildren(QLabel)
        ]
        desk.window.generate(desk.window.panel.request())
        _, problem = await heard(desk.jobs.batch_refused)
        assert problem.code == "no_token"
        assert desk.window.batches.current is None


async def test_a_broken_file_is_refused_by_name_and_the_others_go_on(
    open_desk: OpenDesk, photos: list[Path], tmp_path: Path
) -> None:
    letter = tmp_path / "letter.jpg"
    letter.write_text("Dear sir")
    async with open_desk() as desk:
        refused: list[str] = []
        desk.jobs.photos.refused.connect(lambda name, _problem: refused.append(name))
        await desk.drop([photos[0], letter, photos[1]], target=desk.window)

        assert refused == ["letter.jpg"]
        assert [photo.name for photo in desk.window.panel.photos()] == ["one.jpg", "two.jpg"]


async def test_the_scheme_button_is_reachable_by_keyboard(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        toggled: list[None] = []
        desk.window.scheme_toggled.connect(lambda: toggled.append(None))
        button = desk.window.top.scheme_button
        button.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(button, Qt.Key.Key_Space)
        assert toggled == [None]
