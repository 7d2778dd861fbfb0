"""The history lists every batch by day; it is searched, walked and opened by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from carmp_desktop.core.model import EngineName
from carmp_desktop.core.store.history import BatchSummary
from carmp_desktop.qt.history.model import HistoryModel
from carmp_desktop.qt.history.page import HistoryPage
from carmp_desktop.qt.look.theme import dress, tokens
from carmp_desktop.qt.parts.images import ImageLoader
from tests.qt.batch_samples import picture

NOON = datetime(2026, 11, 23, 12, 0).astimezone()
BMW = BatchSummary(
    id="b_bmw",
    title="BMW 1 M",
    created_at=NOON + timedelta(hours=2, minutes=2),
    engine=EngineName.REPLICATE,
    total=15,
    completed=15,
    failed=0,
    canceled=0,
    cost=0.585,
    has_ended=True,
)
AUDI = replace(
    BMW,
    id="b_audi",
    title="Audi A4 Avant",
    created_at=NOON,
    engine=EngineName.STUDIO,
    total=6,
    completed=6,
    cost=0.0,
)
GOLF = replace(
    BMW,
    id="b_golf",
    title="VW Golf",
    created_at=NOON - timedelta(days=1),
    completed=12,
    failed=2,
    canceled=1,
    cost=0.468,
)
PANDA = replace(
    BMW,
    id="b_panda",
    title="Fiat Panda",
    created_at=NOON - timedelta(days=400),
    completed=3,
    cost=0.117,
    has_ended=False,
)
ALL = (BMW, AUDI, GOLF, PANDA)


def many(count: int, thumbs: tuple[Path, ...] = ()) -> list[BatchSummary]:
    """Batches of every eight hours, newest first."""
    return [
        replace(
            BMW,
            id=f"b_{number}",
            title=f"Car {number}",
            created_at=NOON - timedelta(hours=8 * number),
            thumbs=thumbs,
        )
        for number in range(count)
    ]


@pytest.fixture
def page(stand: Callable[[QWidget], QWidget], qtbot: QtBot) -> HistoryPage:
    loader = ImageLoader()
    made = HistoryPage(loader, now=lambda: NOON)
    window = stand(made)
    window.resize(1240, 640)
    qtbot.addWidget(window, before_close_func=lambda _: loader.shutdown())
    return made


@pytest.fixture
def full(page: HistoryPage) -> HistoryPage:
    page.set_batches(ALL)
    return page


def row_of(page: HistoryPage, batch_id: str) -> QModelIndex:
    return page._model.index_of(batch_id)


def words(page: HistoryPage) -> set[str]:
    return {label.text() for label in page.findChildren(QLabel) if label.isVisible()}


def button(page: HistoryPage, text: str) -> QPushButton:
    (found,) = [each for each in page.findChildren(QPushButton) if each.text() == text]
    return found


def menu_of(page: HistoryPage) -> QMenu:
    (menu,) = page.findChildren(QMenu)
    return menu


def test_batches_stand_below_their_days_newest_first(page: HistoryPage) -> None:
    tester = QAbstractItemModelTester(
        page._model, QAbstractItemModelTester.FailureReportingMode.Warning
    )
    assert tester
    page.set_batches([GOLF, BMW, PANDA, AUDI])
    assert page.spoken() == (
        "Today · 2 batches · 21 images · $0.585",
        "BMW 1 M, 23 November 14:02, 15 of 15 images, $0.585",
        "Audi A4 Avant, 23 November 12:00, 6 of 6 images, on this computer",
        "Yesterday · 1 batch · 12 images · $0.468",
        "VW Golf, 22 November 12:00, 12 of 15 images, 2 failed, 1 canceled, $0.468",
        "19 October 2025 · 1 batch · 3 images · $0.117",
        "Fiat Panda, 19 October 2025 12:00, 3 of 15 images, Interrupted, waits for you, $0.117",
    )


def test_a_day_of_this_year_has_its_name(page: HistoryPage) -> None:
    page.set_batches([replace(BMW, created_at=NOON - timedelta(days=3))])
    assert page.spoken()[0] == "Friday, 20 November · 1 batch · 15 images · $0.585"


@pytest.mark.parametrize(
    ("batch", "at_work", "state"),
    [
        (BMW, False, "Done\n15 of 15 images"),
        (GOLF, False, "2 failed\n12 of 15 images · 1 canceled"),
        (replace(GOLF, failed=0, canceled=3), False, "3 canceled\n12 of 15 images"),
        (PANDA, False, "Interrupted, waits for you\n3 of 15 images"),
        (PANDA, True, "At work now\n3 of 15 images"),
    ],
)
def test_the_state_is_told_in_words(
    page: HistoryPage, batch: BatchSummary, at_work: bool, state: str
) -> None:
    page.set_batches([batch])
    page.set_at_work([batch.id] if at_work else [])
    tip = row_of(page, batch.id).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == f"{batch.title}\n{state}"


def test_a_batch_is_opened_by_enter_double_click_and_its_button(
    full: HistoryPage, qtbot: QtBot
) -> None:
    opened: list[str] = []
    full.open_requested.connect(opened.append)
    rows = full.list
    rows.choose(AUDI.id)
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert opened == [AUDI.id]

    place = rows.visualRect(row_of(full, GOLF.id))
    beside = QPoint(place.left() + 20, place.top() + 20)
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    assert opened == [AUDI.id]
    qtbot.mouseDClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    assert opened == [AUDI.id, GOLF.id]

    on_button = rows.place_of_open(row_of(full, BMW.id))
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=on_button)
    assert opened == [AUDI.id, GOLF.id, BMW.id]
    qtbot.mouseDClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=on_button)
    assert opened == [AUDI.id, GOLF.id, BMW.id]


def test_a_press_that_leaves_the_button_opens_nothing(full: HistoryPage, qtbot: QtBot) -> None:
    opened: list[str] = []
    full.open_requested.connect(opened.append)
    viewport, left = full.list.viewport(), Qt.MouseButton.LeftButton
    on_button = full.list.place_of_open(row_of(full, BMW.id))
    qtbot.mousePress(viewport, left, pos=on_button)
    qtbot.mouseRelease(viewport, left, pos=on_button - QPoint(300, 0))
    qtbot.mousePress(viewport, left, pos=on_button - QPoint(300, 0))
    qtbot.mouseRelease(viewport, left, pos=on_button)
    assert opened == []


def test_the_pointer_over_the_button_is_a_hand(full: HistoryPage, qtbot: QtBot) -> None:
    viewport = full.list.viewport()
    on_button = full.list.place_of_open(row_of(full, BMW.id))
    qtbot.mouseMove(viewport, on_button)
    assert viewport.cursor().shape() is Qt.CursorShape.PointingHandCursor
    qtbot.mouseMove(viewport, on_button - QPoint(300, 0))
    assert viewport.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_the_keys_pass_over_headings(full: HistoryPage, qtbot: QtBot) -> None:
    rows = full.list
    full.search.setFocus()
    qtbot.keyClick(full.search, Qt.Key.Key_Down)
    assert rows.hasFocus()
    walked = [rows.chosen()]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Home):
        qtbot.keyClick(rows, key)
        walked.append(rows.chosen())
    assert walked == [BMW, AUDI, GOLF, PANDA, GOLF, BMW]


def test_the_menu_opens_the_batch_or_its_folder(full: HistoryPage) -> None:
    said: list[tuple[str, str]] = []
    full.open_requested.connect(lambda batch_id: said.append(("open", batch_id)))
    full.folder_requested.connect(lambda batch_id: said.append(("folder", batch_id)))
    full.list.choose(GOLF.id)
    for text in ("Open", "Show in folder"):
        by_key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
        QApplication.sendEvent(full.list.viewport(), by_key)
        menu = menu_of(full)
        (action,) = [each for each in menu.actions() if each.text() == text]
        action.trigger()
        menu.close()
        QApplication.sendPostedEvents(menu, 52)
    assert said == [("open", GOLF.id), ("folder", GOLF.id)]


def test_a_heading_has_no_menu_and_a_batch_without_images_no_folder(full: HistoryPage) -> None:
    full.put_batches([replace(BMW, completed=0, failed=15)])
    heading = full.list.visualRect(full._model.index(0)).center()
    for place in (heading, full.list.visualRect(row_of(full, BMW.id)).center()):
        by_mouse = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, QPoint())
        QApplication.sendEvent(full.list.viewport(), by_mouse)
    menu = menu_of(full)
    assert [action.text() for action in menu.actions() if action.isEnabled()] == ["Open"]
    menu.close()


def test_the_search_finds_cars_and_says_when_there_is_none(full: HistoryPage, qtbot: QtBot) -> None:
    qtbot.keyClick(full.list, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert full.search.hasFocus()
    qtbot.keyClicks(full.search, "avant AUDI")
    assert full.batches == (AUDI,)
    assert "1 batch" in words(full)
    assert full.spoken()[0] == "Today · 1 batch · 6 images"
    with qtbot.waitSignal(full.open_requested) as opened:
        qtbot.keyClick(full.search, Qt.Key.Key_Return)
    assert opened.args == [AUDI.id]

    qtbot.keyClicks(full.search, "xyz")
    assert full.batches == ()
    assert "No batch of “avant AUDIxyz”" in words(full)
    button(full, "Clear the search").click()
    assert full.batches == ALL
    qtbot.keyClicks(full.search, "golf")
    qtbot.keyClick(full.search, Qt.Key.Key_Escape)
    assert full.batches == ALL


def test_a_search_goes_on_until_every_batch_is_known(page: HistoryPage, qtbot: QtBot) -> None:
    batches = many(50)
    known = [10]

    def give() -> None:
        known.append(known[-1] + 10)
        page.add_batches(batches[known[-2] : known[-1]], more=known[-1] < 50)

    page.more_wanted.connect(give, Qt.ConnectionType.QueuedConnection)
    page.set_batches(batches[:10], more=True)
    page.search.setText("Car 4")
    qtbot.waitUntil(lambda: known[-1] == 50)
    assert page.batches == tuple(batch for batch in batches if "4" in batch.title)
    assert "14 batches" in words(page)


def test_nothing_is_said_about_finding_nothing_while_the_search_goes_on(page: HistoryPage) -> None:
    page.set_batches(many(10), more=True)
    page.search.setText("Porsche")
    assert not any("No batch" in text for text in words(page))
    page.add_batches((), more=False)
    assert "No batch of “Porsche”" in words(page)


def test_older_batches_are_asked_for_at_the_end_of_the_list(
    page: HistoryPage, qtbot: QtBot
) -> None:
    batches = many(2000)
    given = [200]

    def give() -> None:
        known = given[-1]
        given.append(known + 200)
        page.add_batches(batches[known : known + 200], more=known + 200 < 2000)

    page.more_wanted.connect(give, Qt.ConnectionType.QueuedConnection)
    page.set_batches(batches[:200], more=True)
    assert given == [200]
    bar = page.list.verticalScrollBar()
    while given[-1] < 2000:
        before = given[-1]
        bar.setValue(bar.maximum())
        qtbot.waitUntil(lambda seen=before: given[-1] > seen)
    assert page.batches == tuple(batches)
    bar.setValue(bar.maximum())
    assert given == list(range(200, 2001, 200))


def test_the_heading_of_a_day_that_may_go_on_counts_nothing(page: HistoryPage) -> None:
    page.set_batches([BMW, AUDI], more=True)
    assert page.spoken()[0] == "Today"
    page.add_batches([GOLF], more=True)
    assert page.spoken()[0] == "Today · 2 batches · 21 images · $0.585"
    assert page.spoken()[3] == "Yesterday"


def test_a_batch_appears_and_changes_where_the_user_stands(full: HistoryPage) -> None:
    full.list.choose(AUDI.id)
    new = replace(
        BMW,
        id="b_new",
        title="Porsche",
        created_at=NOON + timedelta(hours=3),
        completed=7,
        has_ended=False,
    )
    full.set_at_work([new.id])
    full.put_batches([new])
    assert full.batches == (new, *ALL)
    assert "At work now" in full.spoken()[1]
    assert full.list.chosen() == AUDI
    done = replace(new, completed=15, has_ended=True)
    full.put_batches([done])
    full.set_at_work([])
    assert full.spoken()[1] == "Porsche, 23 November 15:00, 15 of 15 images, $0.585"
    assert full.list.chosen() == AUDI


def test_only_the_row_that_changes_is_touched(full: HistoryPage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(full._model.modelReset):
        changed: list[int] = []
        full._model.dataChanged.connect(lambda index: changed.append(index.row()))
        full.put_batches([replace(PANDA, completed=4)])
        full.put_batches([replace(PANDA, completed=4)])
    assert changed == [5, 6]  # its day's heading, and itself


def test_no_batch_yet_teaches_and_leads_to_the_first(page: HistoryPage, qtbot: QtBot) -> None:
    assert "Every batch you make stays here" not in words(page)  # nobody has looked yet
    page.set_batches(())
    assert "Every batch you make stays here" in words(page)
    assert not page.search.isVisible()
    with qtbot.waitSignal(page.studio_requested):
        button(page, "Make the first batch").click()
    page.put_batches([BMW])
    assert page.search.isVisible()
    assert page.list.isVisible()


def test_thumbnails_are_painted_and_only_those_in_sight_are_read(
    page: HistoryPage, qtbot: QtBot, tmp_path: Path
) -> None:
    red = picture(tmp_path / "red.png", "#C00000", size=(256, 171))
    page.set_batches(many(400, thumbs=(red, tmp_path / "gone.png")))
    far = tmp_path / "far.png"
    page.put_batches([replace(many(300)[-1], thumbs=(far,))])
    pictures = page.list._pictures
    qtbot.waitUntil(lambda: pictures.is_missing(tmp_path / "gone.png"))

    def is_red() -> bool:
        row = page.list.visualRect(row_of(page, "b_0"))
        seen: QImage = page.list.viewport().grab(row).toImage()
        return seen.pixelColor(53, 43).name().upper() == "#C00000"

    qtbot.waitUntil(is_red)
    assert far not in pictures._asked
    assert not pictures.is_missing(far)
    page.list.choose("b_299")
    qtbot.waitUntil(lambda: pictures.is_missing(far))


def test_what_is_scrolled_past_is_not_read(page: HistoryPage, qtbot: QtBot, tmp_path: Path) -> None:
    batches = [
        replace(batch, thumbs=(tmp_path / f"{number}.png",))
        for number, batch in enumerate(many(60))
    ]
    page.set_batches(batches)
    page.list.grab()
    page.list.verticalScrollBar().setValue(page.list.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: page.list._pictures.is_missing(tmp_path / "59.png"))
    qtbot.waitUntil(lambda: not page.list._pictures._asked)


@pytest.mark.parametrize("dark", [False, True])
def test_rows_are_cards_in_both_schemes_at_every_width(
    full: HistoryPage, qapp: QApplication, dark: bool
) -> None:
    dress(qapp, dark=dark)
    rows = full.list
    for width in (960, 1280, 1440):
        full.window().resize(QSize(width, 620))
        seen = rows.viewport().grab().toImage()
        place = rows.visualRect(row_of(full, BMW.id))
        assert place.right() <= rows.viewport().width()
        middle = seen.pixelColor(place.center().x(), place.top() + 4)
        assert middle.name() == tokens().surface.lower()


def test_everything_has_a_name(full: HistoryPage, qtbot: QtBot) -> None:
    assert full.search.accessibleName() == "Search the history by car"
    assert full.list.accessibleName() == "Batches, newest first"
    full.search.setFocus()
    QTest.keyClick(full.search, Qt.Key.Key_Tab)
    qtbot.waitUntil(full.list.hasFocus)
    assert full.list.chosen() == BMW
    name = full.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert name == "BMW 1 M, 23 November 14:02, 15 of 15 images, $0.585"


def test_the_clock_of_the_model_is_the_users(qtbot: QtBot) -> None:
    assert qtbot
    moment = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)
    model = HistoryModel(now=lambda: moment)
    assert model.today == moment.astimezone().date()
