"""The first minute: no token, no network, sample photos, a matrix filled on this computer."""

from __future__ import annotations

import asyncio
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QMenu, QPushButton

from carmp_desktop.core.model import EngineName, JobStatus
from tests.loopback import StandIn
from tests.window.conftest import Desk, OpenDesk, heard


def no_network(server: StandIn) -> dict[str, str]:
    """An environment in which every address leads nowhere."""
    return {name: "http://127.0.0.1:9/none" for name in server.env() if name.endswith("_URL")}


def sample_button(desk: Desk) -> QPushButton:
    """The button that tries the program with sample photos."""
    buttons = desk.window.batches.empty.findChildren(QPushButton)
    return next(each for each in buttons if each.text() == "Try with sample photos")


async def test_the_sample_button_fills_a_matrix_without_token_and_network(
    open_desk: OpenDesk, server: StandIn
) -> None:
    nowhere = no_network(server)
    async with open_desk(nowhere) as desk:
        button = sample_button(desk)
        completed = asyncio.ensure_future(heard(desk.jobs.marketplaceBatchCompleted))
        await asyncio.sleep(0)
        button.click()
        await completed

        page = desk.window.batches.current
        assert page is not None
        assert page.batch.request.engine is EngineName.STUDIO
        cells = [page.matrix.cell_state(job.key) for job in page.batch.jobs]
        assert [cell.status for cell in cells] == [JobStatus.COMPLETED] * 6
        pixels = set()
        for cell in cells:
            assert cell.image is not None
            with Image.open(cell.image) as image:
                assert image.size == (1536, 1024)
                pixels.add(image.tobytes())
            assert cell.note is not None
            assert cell.note.startswith("Local preview, made on this computer from photo ")
        assert len(pixels) == 6
        assert server.accepted == 0

        page.matrix.menu_requested.emit(cells[1].key, QPoint(10, 10))
        menu = page.findChild(QMenu)
        assert menu is not None
        texts = [action.text() for action in menu.actions() if action.text()]
        assert texts == [
            "Open",
            "Open in the system's viewer",
            "Show in folder",
            "Copy image",
            "Touch up by hand…",
            "Approve",
            "Reject",
            "Put into the bin",
            "Make again",
            "Front ¾",
            "Blue Metallic",
        ]
        menu.close()

        again = asyncio.ensure_future(heard(desk.jobs.marketplaceBatchCompleted))
        await asyncio.sleep(0)
        row = [key for key in (job.key for job in page.batch.jobs) if key.angle_key == "side_90"]
        desk.jobs.make_again(page.batch, row)
        await again
        names = sorted(file.name for file in Path(cells[0].image or "").parent.iterdir())
        assert "Sample-car_side_90_2.png" in names
        assert "Sample-car_front_3_4_2.png" not in names


async def test_a_token_that_makes_images_cost_money_says_so(
    open_desk: OpenDesk, server: StandIn
) -> None:
    environment = server.env()
    del environment["REPLICATE_API_TOKEN"]
    async with open_desk(environment) as desk:
        assert desk.jobs.market.engine_state().name is EngineName.STUDIO
        assert desk.window.notices.notices == ()
        changed = asyncio.ensure_future(heard(desk.jobs.engine_changed))
        await asyncio.sleep(0)
        desk.jobs.save_settings(token="r8_typed")
        await changed
        (notice,) = desk.window.notices.notices
        assert "Replicate makes the images now" in notice.text.spoken
        assert "$0.039" in notice.text.spoken


async def test_the_engine_in_use_stands_beside_the_button_and_can_be_changed(
    open_desk: OpenDesk,
) -> None:
    async with open_desk() as desk:

        def words() -> set[str]:
            return {label.text() for label in desk.window.panel.findChildren(QLabel)}

        assert "with Replicate" in words()
        changed = asyncio.ensure_future(heard(desk.jobs.engine_changed))
        await asyncio.sleep(0)
        desk.window.panel.engine_chosen.emit(EngineName.STUDIO)
        await changed
        assert {"with Studio", "on this computer"} <= words()
        assert desk.window.panel.request().engine is EngineName.STUDIO


async def test_an_interrupted_studio_batch_says_that_it_goes_on_by_itself(
    open_desk: OpenDesk, server: StandIn
) -> None:
    nowhere = no_network(server)
    async with open_desk(nowhere) as desk:
        button = sample_button(desk)
        begun = asyncio.ensure_future(
            heard(desk.jobs.marketplaceJobUpdated, lambda e: e.cell.status is JobStatus.PROCESSING)
        )
        await asyncio.sleep(0)
        button.click()
        await begun

    async with open_desk(nowhere) as desk:
        restored = asyncio.ensure_future(heard(desk.jobs.batches_restored))
        completed = asyncio.ensure_future(heard(desk.jobs.marketplaceBatchCompleted))
        await asyncio.sleep(0)
        desk.jobs.restore()
        await restored
        (page,) = desk.window.batches.pages
        go_on = next(each for each in page.findChildren(QPushButton) if each.text() == "Go on")
        assert not go_on.isVisibleTo(page)
        said = [label.text() for label in desk.window.notices.findChildren(QLabel)]
        assert "What is missing is made now." in " ".join(said)
        (event,) = await completed
        assert event.completed == 6
