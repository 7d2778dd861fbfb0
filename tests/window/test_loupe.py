"""The loupe over the real window: a batch of the stand-in's images, and what is told of them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from carmp_desktop.core.model import Batch, Cell, CellKey, EngineName, JobStatus, Photo
from carmp_desktop.qt.loupe.desk import LoupeDesk
from carmp_desktop.qt.loupe.items import LoupeItem
from carmp_desktop.qt.loupe.loupe import Loupe
from carmp_desktop.qt.loupe.words import BatchWords
from tests.qt.batch_samples import FRONT, FRONT_RED, REFUSED, failed, make_batch
from tests.window.conftest import Desk, OpenDesk, heard

RED, BLUE = "red_metallic", "blue_metallic"


@asynccontextmanager
async def looking(desk: Desk, batch: Batch, key: CellKey) -> AsyncIterator[tuple[LoupeDesk, Loupe]]:
    """The loupe open at a cell, and its images there."""
    loupes = LoupeDesk(desk.window, desk.jobs, desk.window.loader)
    loupes.open_cell(batch, desk.window.batches.page(batch.id).matrix.cells, key)
    loupe = loupes.loupe
    assert loupe is not None
    await decoded(loupe)
    try:
        yield loupes, loupe
    finally:
        loupes.shutdown()
        QGuiApplication.clipboard().clear()


async def decoded(loupe: Loupe) -> None:
    images = loupe.exhibits.images
    while images.pending:
        await heard(images.arrived)


def facts(loupe: Loupe) -> dict[str, str]:
    return {row.label: row.value for row in loupe.facts.rows}


def press(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)


async def test_a_finished_batch_is_walked_with_all_that_is_known(
    open_desk: OpenDesk, photos: list[Path]
) -> None:
    async with open_desk() as desk:
        await desk.drop(photos)
        desk.window.panel.select(["front_0", "side_90"], [RED, BLUE])
        desk.window.panel.set_car("BMW 1 M")
        batch = await desk.generate()
        page = desk.window.batches.page(batch.id)
        desk.window.activateWindow()
        page.matrix.setFocus()
        async with looking(desk, batch, CellKey("front_0", RED)) as (loupes, loupe):
            moves: list[CellKey] = []
            loupes.moved.connect(lambda _batch, key: moves.append(key))
            cell = desk.cell(batch, "front_0", RED)
            told = facts(loupe)
            assert told["State"].startswith("Completed in ")
            assert told["Engine"] == "Replicate · google/nano-banana"
            assert told["Made from"] == "Front, Original color"
            assert told["Price"] == "$0.039"
            assert told["Size"].split(" · ")[1] == "PNG"
            assert cell.image is not None
            assert told["File"] == cell.image.name
            assert "C00000" in loupe.facts.prompt
            assert loupe.geometry() == desk.window.rect()

            for key in (Qt.Key.Key_Down, Qt.Key.Key_Left):
                press(key)
            await decoded(loupe)
            assert moves == [CellKey("side_90", RED), CellKey("side_90")]
            assert facts(loupe)["Made from"] == "2 photos"
            assert [scene.name for scene in loupe.shown.photos] == ["one.jpg", "two.jpg"]

            desk.window.resize(1000, 640)
            QApplication.sendPostedEvents()
            assert loupe.geometry() == desk.window.rect()
            press(Qt.Key.Key_Escape)
            assert loupes.loupe is None
            assert desk.window.focusWidget() is page.matrix


async def test_an_image_appears_under_the_eye_when_it_is_made(
    open_desk: OpenDesk, photos: list[Path]
) -> None:
    async with open_desk() as desk:
        await desk.drop(photos)
        desk.window.panel.select(["front_0"], [RED])
        batch = desk.press()
        key = CellKey("front_0", RED)
        async with looking(desk, batch, key) as (_, loupe):
            assert facts(loupe)["State"] == "Waits for its angle"
            assert loupe.exhibits.of(loupe.item).title == "Waits for its angle"
            await desk.ended(batch)
            await decoded(loupe)
            assert facts(loupe)["State"].startswith("Completed in ")
            assert loupe.exhibits.of(loupe.item).image is not None
            loupe.facts.copy_image.click()
            assert not QGuiApplication.clipboard().image().isNull()


async def test_wishes_go_on_with_batch_and_cell(open_desk: OpenDesk, photos: list[Path]) -> None:
    async with open_desk() as desk:
        await desk.drop(photos)
        desk.window.panel.select(["front_0"], [RED])
        batch = await desk.generate()
        key = CellKey("front_0", RED)
        async with looking(desk, batch, key) as (loupes, loupe):
            wishes: list[tuple[object, ...]] = []
            for signal in (
                loupes.folder_requested,
                loupes.again_requested,
                loupes.touch_up_requested,
                loupes.star_toggled,
                loupes.bin_requested,
            ):
                signal.connect(lambda *wish: wishes.append(wish))
            loupes.show_stars({key})
            assert loupe.item.starred
            loupe.bar.toggle_star()
            for signal in (
                loupe.facts.folder_requested,
                loupe.facts.again_requested,
                loupe.facts.bin_requested,
            ):
                signal.emit()
            press(Qt.Key.Key_T)
            cell = desk.cell(batch, "front_0", RED)
            assert wishes == [
                (batch, cell, False),
                (cell,),
                (batch, frozenset({key}), False),
                (batch, cell),
            ], "a generated image cannot be touched up"


async def test_colors_that_are_added_have_places_at_once(
    open_desk: OpenDesk, photos: list[Path]
) -> None:
    async with open_desk() as desk:
        await desk.drop(photos)
        desk.window.panel.select(["front_0", "side_90"], [])
        desk.window.panel.set_auto_colorize(False)
        batch = await desk.generate()
        red = next(color for color in desk.jobs.market.presets.colors if color.key == RED)
        async with looking(desk, batch, CellKey("side_90")) as (_, loupe):
            assert loupe.shown.columns == 1
            desk.jobs.add_colors(batch, [red], {"front_0"})
            await heard(desk.jobs.marketplaceBatchCompleted)
            assert loupe.item.key == CellKey("side_90")
            assert loupe.shown.columns == 2
            done, vacant = (
                loupe.shown.items[loupe.shown.places[CellKey(angle, RED)]]
                for angle in ("front_0", "side_90")
            )
            assert done.status is JobStatus.COMPLETED
            assert (vacant.status, vacant.state) == (None, "Not made")


def _item(cell: Cell, **request: object) -> LoupeItem:
    batch = make_batch()
    batch = replace(batch, request=replace(batch.request, **request))
    return BatchWords(batch, "google/nano-banana").item_of(cell)


def test_a_studio_image_is_told_as_one() -> None:
    photos = tuple(Photo(Path(name), 800, 600, "JPEG") for name in ("a.jpg", "b.jpg"))
    tagged = replace(photos[1], angle_key="front_0")
    start = datetime(2026, 11, 23, 14, 3, tzinfo=UTC)
    cell = Cell(
        "b_1",
        FRONT,
        JobStatus.COMPLETED,
        image=Path("BMW_front_0.png"),
        started_at=start,
        finished_at=start + timedelta(seconds=9.44),
        note="Local preview: the camera angle is the photo's.",
        doubt="Check the outline.",
    )
    item = _item(cell, photos=(photos[0], tagged), engine=EngineName.STUDIO)
    told = dict(item.facts)
    assert item.state == "Completed in 9.4 s"
    assert (told["Engine"], told["Price"]) == ("Studio, on this computer", "None")
    assert told["Made from"] == "b.jpg"
    assert item.before == Path("b.jpg")
    assert item.prompt == "", "no model was asked for anything"
    assert _item(cell).prompt == "prompt"
    assert item.can_touch_up
    assert (item.doubt, item.note) == (cell.doubt, cell.note)
    red = _item(replace(cell, key=FRONT_RED), photos=photos, engine=EngineName.STUDIO)
    assert dict(red.facts)["Made from"] == "Front, Original color"


@pytest.mark.parametrize(
    ("cell", "state", "reason"),
    [
        (failed(FRONT, REFUSED), "Refused", "car.jpg was flagged as sensitive. Try another photo."),
        (Cell("b_1", FRONT, JobStatus.CANCELED), "Canceled", ""),
        (Cell("b_1", FRONT_RED), "Waits for its angle", ""),
        (Cell("b_1", FRONT, JobStatus.PROCESSING, waits_for="Slow network"), "Slow network", ""),
    ],
)
def test_what_is_not_made_is_told_in_words(cell: Cell, state: str, reason: str) -> None:
    item = _item(cell)
    assert (item.state, item.reason, item.image) == (state, reason, None)
    assert {"File", "Size", "Price"}.isdisjoint(dict(item.facts))
    assert item.can_make_again is cell.status.is_final


def test_money_that_an_unmade_image_has_cost_is_told() -> None:
    item = _item(replace(failed(FRONT), cost=0.039))
    assert dict(item.facts)["Price"] == "$0.039"
