"""Colors added to a batch that stands: from the button, from a row, from an empty place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton

from carmp_desktop.core.model import CellKey, Color, JobStatus
from carmp_desktop.qt.batch.add_colors import AddColors
from carmp_desktop.qt.batch.page import BatchPage
from tests.loopback import Fault, StandIn
from tests.window.conftest import Desk, OpenDesk, heard

RED, BLUE = "red_metallic", "blue_metallic"


async def angles_only(desk: Desk, photos: list[Path]) -> BatchPage:
    """Two angles, colors later."""
    await desk.drop(photos)
    desk.window.panel.select(["front_0", "side_90"], [])
    desk.window.panel.set_auto_colorize(False)
    batch = await desk.generate()
    return desk.window.batches.page(batch.id)


def red(desk: Desk) -> Color:
    return next(color for color in desk.jobs.market.presets.colors if color.key == RED)


def choice_of(page: BatchPage) -> AddColors:
    """The popup that stands open."""
    (choice,) = page.findChildren(AddColors)
    return choice


def press(choice: AddColors) -> None:
    (button,) = [
        each for each in choice.findChildren(QPushButton) if each.property("role") == "primary"
    ]
    assert button.isEnabled()
    button.click()


async def test_all_angles_get_the_colors_and_the_price_is_told_before(
    open_desk: OpenDesk, photos: list[Path], server: StandIn
) -> None:
    async with open_desk() as desk:
        page = await angles_only(desk, photos)
        assert "$0.078 spent" in page.header.line
        (button,) = [each for each in page.findChildren(QPushButton) if each.text() == "Add colors"]
        button.click()
        choice = choice_of(page)
        choice.picker.choose([RED, BLUE])
        press(choice)
        await heard(desk.jobs.marketplaceBatchCompleted)

        assert page.batch.request.batch_colors
        assert {cell.status for cell in page.matrix.cells.values()} == {JobStatus.COMPLETED}
        assert len(page.matrix.cells) == 6
        assert server.accepted == 6
        assert page.header.line == "6 of 6 · $0.234 spent"
        assert desk.window.tray.counts() == (0, 0, 0)


async def test_an_empty_place_offers_to_be_filled_by_keyboard(
    open_desk: OpenDesk, photos: list[Path], server: StandIn
) -> None:
    async with open_desk() as desk:
        page = await angles_only(desk, photos)
        desk.jobs.add_colors(page.batch, [red(desk)], {"front_0"})
        await heard(desk.jobs.marketplaceBatchCompleted)
        vacant = CellKey("side_90", RED)
        assert vacant not in page.matrix.cells

        page.matrix.select_cell(vacant)
        QTest.keyClick(page.matrix, Qt.Key.Key_Return)
        choice = choice_of(page)
        assert [color.key for color in choice.picker.chosen()] == [RED]
        assert choice.angle_keys == {"side_90"}
        press(choice)
        await heard(desk.jobs.marketplaceBatchCompleted)

        assert page.matrix.cell_state(vacant).status is JobStatus.COMPLETED
        assert server.accepted == 4


async def test_a_row_gets_a_color_from_its_menu(open_desk: OpenDesk, photos: list[Path]) -> None:
    async with open_desk() as desk:
        page = await angles_only(desk, photos)
        page.matrix.select_cell(CellKey("side_90"))
        asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
        QApplication.sendEvent(page.matrix, asked)
        menu = page.findChild(QMenu)
        assert menu is not None
        (row,) = [each.menu() for each in menu.actions() if each.text() == "Right side"]
        assert isinstance(row, QMenu)
        (action,) = [each for each in row.actions() if each.text().startswith("Add colors")]
        assert isinstance(action, QAction)
        action.trigger()
        menu.close()
        choice = choice_of(page)
        choice.picker.choose([BLUE])
        press(choice)
        await heard(desk.jobs.marketplaceBatchCompleted)
        assert set(page.matrix.cells) == {
            CellKey("front_0"),
            CellKey("side_90"),
            CellKey("side_90", BLUE),
        }


async def test_above_the_budget_nothing_changes(open_desk: OpenDesk, photos: list[Path]) -> None:
    async with open_desk() as desk:
        page = await angles_only(desk, photos)
        desk.jobs.save_settings(token=None, budget="0.08")
        await heard(desk.jobs.engine_changed)
        desk.jobs.add_colors(page.batch, [red(desk)], {"front_0"})
        (problem,) = await heard(desk.jobs.problem_raised)
        assert problem.title == "Over the budget"
        assert len(page.matrix.cells) == 2
        assert page.batch.request.batch_colors == ()


def shown(choice: AddColors) -> list[str]:
    """The texts in sight."""
    labels = [each for each in choice.findChildren(QLabel) if each.isVisible()]
    return [each.text() for each in labels if each.text()]


async def test_without_an_angles_image_it_says_what_is_missing(
    open_desk: OpenDesk, photos: list[Path], server: StandIn
) -> None:
    server.break_(Fault("create", "outcome", outcome="failed", error="Something broke (E9999)"))
    async with open_desk() as desk:
        page = await angles_only(desk, photos)
        states = {cell.status for cell in page.matrix.cells.values()}
        assert states == {JobStatus.FAILED}
        (button,) = [each for each in page.findChildren(QPushButton) if each.text() == "Add colors"]
        button.click()
        choice = choice_of(page)
        assert shown(choice) == [
            "Add colors",
            "No angle of this batch has an image to make colors from. Retry one first.",
        ]
        assert not any(each.isVisible() for each in choice.findChildren(QPushButton))
        QTest.keyClick(choice, Qt.Key.Key_Escape)
        assert not choice.isVisible()


async def test_where_every_color_is_made_it_does_not_blame_the_sheet(
    open_desk: OpenDesk, photos: list[Path]
) -> None:
    async with open_desk() as desk:
        await desk.drop(photos)
        colors = [color.key for color in desk.jobs.market.presets.colors]
        desk.window.panel.select(["front_0"], colors)
        page = desk.window.batches.page((await desk.generate()).id)
        (button,) = [each for each in page.findChildren(QPushButton) if each.text() == "Add colors"]
        button.click()
        choice = choice_of(page)
        assert "Every color of the sheet is here already." in shown(choice)
        choice.close()
