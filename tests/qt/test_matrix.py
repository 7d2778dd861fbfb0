"""The matrix stands at once, fills cell by cell, hears only of its own batch, and is walkable."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QContextMenuEvent, QFont, QFontMetrics
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from carmp_desktop.core.model import Batch, Cell, CellKey, JobStatus
from carmp_desktop.qt.batch import card_delegate
from carmp_desktop.qt.batch.card_delegate import card_rect
from carmp_desktop.qt.batch.line_menu import LineMenu
from carmp_desktop.qt.batch.matrix import CARD_WIDTHS, MatrixView
from carmp_desktop.qt.batch.matrix_headers import column_lines
from carmp_desktop.qt.batch.open_cards import OpenCards
from carmp_desktop.qt.look.theme import dress, font, tokens
from carmp_desktop.qt.look.tokens import DARK
from carmp_desktop.qt.parts.images import ImageLoader
from tests.qt.batch_samples import (
    FRONT,
    FRONT_BLUE,
    FRONT_RED,
    REFUSED,
    SIDE,
    SIDE_RED,
    completed,
    failed,
    make_batch,
    picture,
    queued,
    running,
)

BLUE, RED = "#12419B", "#C00000"


@pytest.fixture
def loader(qapp: QApplication) -> Iterator[ImageLoader]:
    assert qapp
    made = ImageLoader()
    yield made
    made.shutdown()


@pytest.fixture
def batch() -> Batch:
    return make_batch()


@pytest.fixture
def matrix(stand: Callable[[QWidget], QWidget], loader: ImageLoader, batch: Batch) -> MatrixView:
    view = MatrixView(loader)
    window = stand(view)
    window.resize(720, 480)
    view.show_batch(batch)
    return view


def index(matrix: MatrixView, row: int, column: int) -> object:
    return matrix.model().index(row, column)


def middle_color(matrix: MatrixView, row: int, column: int) -> QColor:
    card = card_rect(matrix.visualRect(index(matrix, row, column)))
    shown = matrix.viewport().grab(card).toImage()
    return shown.pixelColor(shown.width() // 2, shown.height() // 2)


def test_the_whole_matrix_stands_at_once_all_queued(matrix: MatrixView, batch: Batch) -> None:
    assert (matrix.model().rowCount(), matrix.model().columnCount()) == (2, 3)
    states = {job.key: matrix.cell_state(job.key).status for job in batch.jobs}
    assert len(states) == 6
    assert set(states.values()) == {JobStatus.QUEUED}


def test_headers_name_angles_and_colors_in_their_order(matrix: MatrixView) -> None:
    model = matrix.model()
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    assert [model.headerData(n, across) for n in range(3)] == [
        "Original color",
        "Red Metallic",
        "Blue Metallic",
    ]
    assert [model.headerData(n, down) for n in range(2)] == ["Front", "Right side"]
    whole = model.headerData(1, down, Qt.ItemDataRole.ToolTipRole)
    assert whole == "Right side (90°)"


@pytest.mark.parametrize("width", [60, 70, 80, 90, 110])
@pytest.mark.parametrize("label", ["Color original", "Original color", "Mineral white"])
def test_a_heading_is_whole_in_one_line_or_two(label: str, width: int) -> None:
    pixels, lines = column_lines(label, width)
    assert " ".join(lines) == label
    metrics = QFontMetrics(font(pixels, weight=QFont.Weight.Medium))
    assert all(metrics.horizontalAdvance(line) <= width for line in lines)


def test_angles_of_one_batch_have_names_of_their_own(matrix: MatrixView, batch: Batch) -> None:
    first, second = batch.request.angles
    angles = (
        replace(first, label="Front three-quarter (45°)"),
        replace(second, label="Front three-quarter (315°)"),
    )
    matrix.show_batch(replace(batch, request=replace(batch.request, angles=angles)))
    model, down = matrix.model(), Qt.Orientation.Vertical
    assert [model.headerData(row, down) for row in range(2)] == ["Front ¾ 45°", "Front ¾ 315°"]
    told = index(matrix, 1, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert str(told).startswith("Front ¾ 315°, ")


def test_cells_known_beforehand_are_shown_as_they_are(matrix: MatrixView, batch: Batch) -> None:
    matrix.show_batch(batch, {FRONT: failed(FRONT)})
    assert matrix.cell_state(FRONT).status is JobStatus.FAILED
    assert matrix.cell_state(FRONT_RED).status is JobStatus.QUEUED


def test_an_update_reaches_its_cell_and_no_other(matrix: MatrixView, batch: Batch) -> None:
    matrix.update_cell(failed(SIDE_RED))
    assert matrix.cell_state(SIDE_RED).status is JobStatus.FAILED
    others = {job.key for job in batch.jobs} - {SIDE_RED}
    assert {matrix.cell_state(key).status for key in others} == {JobStatus.QUEUED}


def test_cells_of_another_batch_and_unknown_cells_change_nothing(
    matrix: MatrixView, batch: Batch
) -> None:
    matrix.update_cell(queued(FRONT, "b_2", waits_for="Not mine"))
    matrix.update_cell(failed(CellKey("roof_0")))
    assert matrix.cell_state(FRONT).waits_for is None
    assert {matrix.cell_state(job.key).status for job in batch.jobs} == {JobStatus.QUEUED}
    with pytest.raises(KeyError):
        matrix.cell_state(CellKey("roof_0"))


def test_a_completed_cell_shows_its_image(matrix: MatrixView, qtbot: QtBot, tmp_path: Path) -> None:
    matrix.update_cell(completed(FRONT_BLUE, picture(tmp_path / "blue.png", BLUE)))
    qtbot.waitUntil(lambda: middle_color(matrix, 0, 2) == QColor(BLUE))
    assert middle_color(matrix, 1, 2) != QColor(BLUE)


def test_a_small_card_needs_only_the_thumbnail(
    matrix: MatrixView, qtbot: QtBot, tmp_path: Path
) -> None:
    thumb = picture(tmp_path / "thumb.png", RED, (256, 171))
    matrix.update_cell(completed(FRONT, tmp_path / "never_read.png", thumb=thumb))
    qtbot.waitUntil(lambda: middle_color(matrix, 0, 0) == QColor(RED))


def test_a_large_card_shows_the_thumbnail_until_the_image_is_read(
    matrix: MatrixView, qtbot: QtBot, tmp_path: Path
) -> None:
    matrix.set_card_width(300)
    thumb = picture(tmp_path / "thumb.png", RED, (256, 171))
    image = picture(tmp_path / "image.png", BLUE, (3000, 2000))
    matrix.update_cell(completed(FRONT, image, thumb=thumb))
    qtbot.waitUntil(lambda: middle_color(matrix, 0, 0) == QColor(BLUE))


def test_only_images_in_sight_are_read(
    matrix: MatrixView, loader: ImageLoader, qtbot: QtBot, tmp_path: Path
) -> None:
    matrix.set_card_width(CARD_WIDTHS[-1])
    near = picture(tmp_path / "near.png", RED)
    far = picture(tmp_path / "far.png", BLUE)
    matrix.update_cell(completed(FRONT, near))
    matrix.update_cell(completed(CellKey("side_90", "blue_metallic"), far))
    qtbot.waitUntil(lambda: middle_color(matrix, 0, 0) == QColor(RED))
    size = QSize(matrix.card_width, round(matrix.card_width * 0.84))
    assert loader.cached(near, size) is not None
    assert loader.cached(far, size) is None
    matrix.select_cell(CellKey("side_90", "blue_metallic"))
    qtbot.waitUntil(lambda: middle_color(matrix, 1, 2) == QColor(BLUE))


def test_an_image_that_cannot_be_read_is_told(
    matrix: MatrixView, qtbot: QtBot, tmp_path: Path
) -> None:
    cell = completed(FRONT, tmp_path / "gone.png")
    matrix.update_cell(cell)
    matrix.viewport().grab()
    qtbot.waitUntil(lambda: matrix.pictures.is_missing(cell))


def test_arrows_walk_and_enter_activates_the_current_card(matrix: MatrixView, qtbot: QtBot) -> None:
    matrix.setFocus()
    matrix.select_cell(FRONT)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right):
        qtbot.keyClick(matrix, key)
    with qtbot.waitSignal(matrix.cell_activated) as heard:
        qtbot.keyClick(matrix, Qt.Key.Key_Return)
    assert heard.args == [SIDE_RED]


def test_a_double_click_activates_its_card(matrix: MatrixView, qtbot: QtBot) -> None:
    place = matrix.visualRect(index(matrix, 1, 0)).center()
    qtbot.mouseClick(matrix.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(matrix.cell_activated) as heard:
        qtbot.mouseDClick(matrix.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert heard.args == [SIDE]


def test_the_focus_is_seen_on_the_current_card(matrix: MatrixView) -> None:
    matrix.select_cell(FRONT_RED)
    matrix.setFocus()
    card = card_rect(matrix.visualRect(index(matrix, 0, 1)))
    shown = matrix.viewport().grab().toImage()
    edge = QPoint(card.left() - 2, card.center().y())
    assert shown.pixelColor(edge) == QColor(tokens().accent)


def test_a_screen_reader_hears_place_and_state_of_each_card(matrix: MatrixView) -> None:
    matrix.update_cell(failed(SIDE_RED))
    table = QAccessible.queryAccessibleInterface(matrix)
    names = {
        table.child(number).text(QAccessible.Text.Name) for number in range(table.childCount())
    }
    assert "Front, Blue Metallic: Waits for its angle, row 1 of 2" in names
    said = "Right side, Red Metallic: Refused. car.jpg was flagged as sensitive, row 2 of 2"
    assert said in names
    assert "Original color" in names


def test_cards_fill_the_width_until_a_size_is_chosen(matrix: MatrixView, qtbot: QtBot) -> None:
    window = matrix.window()
    narrow = matrix.card_width
    window.resize(860, 480)
    qtbot.waitUntil(lambda: matrix.card_width > narrow)
    with qtbot.waitSignal(matrix.card_width_changed) as heard:
        matrix.set_card_width(120)
    assert heard.args == [120]
    window.resize(720, 480)
    qtbot.waitUntil(lambda: matrix.width() == 720)
    assert matrix.card_width == 120
    matrix.fit_cards()
    assert matrix.card_width == narrow


def test_larger_cards_can_be_scrolled_to_both_ways(matrix: MatrixView) -> None:
    matrix.set_card_width(CARD_WIDTHS[-1])
    assert matrix.horizontalScrollBar().maximum() > 0
    assert matrix.verticalScrollBar().maximum() > 0


def test_a_chosen_size_stays_within_reason(matrix: MatrixView) -> None:
    matrix.set_card_width(1)
    assert matrix.card_width == CARD_WIDTHS[0]
    matrix.set_card_width(9999)
    assert matrix.card_width == CARD_WIDTHS[-1]


def test_the_clock_runs_only_while_something_runs_in_sight(
    matrix: MatrixView, tmp_path: Path
) -> None:
    clock = matrix._frames
    assert not clock.isActive()
    matrix.update_cell(running(FRONT))
    assert clock.isActive()
    matrix.window().hide()
    assert not clock.isActive()
    matrix.window().show()
    assert clock.isActive()
    matrix.update_cell(completed(FRONT, tmp_path / "a.png"))
    assert not clock.isActive()


def test_open_cards_painted_in_one_go_look_as_the_table_paints_them(
    matrix: MatrixView, batch: Batch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(card_delegate, "monotonic", lambda: 0.4)
    since = datetime.now(UTC) - timedelta(hours=2, milliseconds=1)
    for key, status in ((FRONT, JobStatus.PROCESSING), (SIDE, JobStatus.CANCELED)):
        matrix.update_cell(Cell(batch.id, key, status, started_at=since, finished_at=since))
    matrix.setFocus()
    matrix.select_cell(SIDE_RED)

    at_once = matrix.grab().toImage()
    asked_for: list[object] = []
    monkeypatch.setattr(OpenCards, "paint", lambda _, region: asked_for.append(region) or region)
    one_by_one = matrix.grab().toImage()

    assert asked_for
    assert at_once == one_by_one


def test_the_matrix_takes_the_ground_of_another_scheme(
    matrix: MatrixView, qapp: QApplication
) -> None:
    dress(qapp, dark=True)
    shown = matrix.grab().toImage()
    for corner in (QPoint(3, 3), QPoint(shown.width() - 3, shown.height() - 3)):
        assert shown.pixelColor(corner) == QColor(DARK.ground)


def test_a_line_offers_what_fits_its_cells(matrix: MatrixView, qtbot: QtBot) -> None:
    matrix.update_cell(failed(FRONT_RED, replace(REFUSED, code="timed_out")))
    row, column = matrix.lines_of(FRONT_RED)
    assert (row.title, row.angle_key, row.color_key) == ("Front", "front_0", "")
    assert (column.title, column.angle_key, column.color_key) == (
        "Red Metallic",
        "",
        "red_metallic",
    )
    menu = LineMenu(row, matrix)
    enabled = {action.text() for action in menu.actions() if action.isEnabled() and action.text()}
    assert enabled == {
        "Retry what failed (1)",
        "Make all again (1)",
        "Cancel what runs (2)",
        "Add colors…",
    }
    with qtbot.waitSignal(menu.again_requested) as asked:
        menu.actions()[0].trigger()
    assert asked.args == [frozenset({FRONT_RED}), False]
    with qtbot.waitSignal(menu.cancel_requested) as canceled_cells:
        menu.actions()[2].trigger()
    assert canceled_cells.args == [frozenset({FRONT, FRONT_BLUE})]


def test_a_heading_has_the_menu_of_its_line(matrix: MatrixView, qtbot: QtBot) -> None:
    for header, title in (
        (matrix.horizontalHeader(), "Original color"),
        (matrix.verticalHeader(), "Front"),
    ):
        place = QPoint(5, 5)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, header.mapToGlobal(place))
        with qtbot.waitSignal(matrix.line_menu_requested) as asked:
            QApplication.sendEvent(header.viewport(), event)
        assert asked.args[0].title == title
