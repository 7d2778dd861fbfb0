"""The gallery page: laid out, searched, walked by keyboard, selected, dragged out, read aloud."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QMimeData,
    QObject,
    QPoint,
    QPointF,
    QRect,
    Qt,
    QUrl,
)
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QDrag,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QPaintEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from carmp_desktop.core.library import AS_MADE, Choice, Missing, Picture, Query, View
from carmp_desktop.qt.gallery.chips import ChoiceChip, FilterChip
from carmp_desktop.qt.gallery.drag import drag_pixmap
from carmp_desktop.qt.gallery.layout import HEADING, GalleryLayout
from carmp_desktop.qt.gallery.page import GalleryPage
from carmp_desktop.qt.gallery.popup import FilterPopup
from carmp_desktop.qt.gallery.sections import arranged, day_of
from carmp_desktop.qt.gallery.words import day_words, today, total_words
from carmp_desktop.qt.look.theme import dress
from carmp_desktop.qt.look.tokens import DARK, LIGHT
from carmp_desktop.qt.parts.images import ImageLoader
from tests.core.library_samples import COLORS, draw_files

Stand = Callable[[QWidget], QWidget]
NOW = datetime.now(UTC).replace(hour=12)


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return draw_files(tmp_path_factory.mktemp("gallery"))


def made(number: int, files: list[Path], **changes: object) -> Picture:
    """The n-th image of one batch: the higher the number, the later in the matrix."""
    color = COLORS[number % 4 - 1] if number % 4 else None
    picture = Picture(
        id=100 + number,
        file_name=str(files[number % len(files)]),
        thumb_name=str(files[number % len(files)]),
        car="BMW 1 M",
        angle_key="front_3_4_left",
        angle="Front three-quarter, left (315°)",
        color_key=color.key if color else None,
        color=color.label if color else "",
        color_hex=color.hex if color else None,
        prompt="studio light",
        engine="replicate",
        model="google/nano-banana",
        made_at=NOW + timedelta(seconds=number),
        size=1_500_000,
        width=1344,
        height=768,
        cost=0.039,
        batch_id="b_1",
        position=number,
    )
    return replace(picture, **changes)


def view_of(pictures: list[Picture], query: Query | None = None, **more: object) -> View:
    newest_first = sorted(pictures, key=lambda each: each.made_at, reverse=True)
    return View(
        query=query or Query(),
        pictures=tuple(newest_first),
        images=len(pictures),
        bytes=sum(picture.size for picture in pictures),
        **more,
    )


@pytest.fixture
def page(stand: Stand, qtbot: QtBot, files: list[Path]) -> Iterator[GalleryPage]:
    """The page with twelve images of today and six of yesterday, five to a line."""
    loader = ImageLoader()
    opened = GalleryPage(loader)
    window = stand(opened)
    window.resize(1000, 640)
    yesterday = {"made_at": NOW - timedelta(days=1), "batch_id": "b_0", "car": "Audi TT"}
    older = [made(number, files, **yesterday) for number in range(20, 26)]
    opened.show_view(view_of([*(made(number, files) for number in range(12)), *older]))
    qtbot.waitUntil(lambda: loader.pending == 0)
    yield opened
    loader.shutdown()


def shown_ids(page: GalleryPage) -> list[int]:
    return [picture.id for picture in page.view.shown]


def selected_ids(page: GalleryPage) -> list[int]:
    return [picture.id for picture in page.view.selected]


def press(page: GalleryPage, key: Qt.Key, **more: Qt.KeyboardModifier) -> None:
    QTest.keyClick(page.view, key, **more)


def heard(signal: object) -> list[tuple[object, ...]]:
    """Everything that a signal says from now on."""
    said: list[tuple[object, ...]] = []
    signal.connect(lambda *words: said.append(words))
    return said


COUNTS = st.lists(st.integers(1, 23), min_size=1, max_size=8)
WIDTHS = st.integers(200, 2600)


@given(COUNTS, WIDTHS, st.integers(-50, 3000), st.integers(0, 900))
def test_every_card_has_a_place_of_its_own(
    counts: list[int], width: int, top: int, height: int
) -> None:
    layout = GalleryLayout(counts, width)
    places = [layout.rect(row) for row in range(sum(counts))]
    assert layout.count == len(places)
    for row, place in enumerate(places):
        assert layout.row_at(place.center()) == row
        assert place.bottom() < layout.height
        assert place.left() >= 0
        assert place.right() < max(width, 240)
        for other in places[row + 1 : row + 1 + layout.columns]:
            assert not place.intersects(other)
    bottom = top + height
    touched = [
        row for row, place in enumerate(places) if place.bottom() >= top and place.top() <= bottom
    ]
    found = layout.rows_between(top, bottom)
    assert set(touched) <= set(found)
    assert len(found) <= len(touched) + layout.columns
    headings = dict(layout.headings_between(0, layout.height))
    assert [place.height() for place in headings.values()] == [HEADING] * len(counts)
    assert layout.row_at(headings[0].center()) is None


@given(COUNTS, WIDTHS, st.data())
def test_up_and_down_go_to_the_nearest_line(
    counts: list[int], width: int, data: st.DataObject
) -> None:
    layout = GalleryLayout(counts, width)
    row = data.draw(st.integers(0, layout.count - 1))
    here, below, above = layout.rect(row), layout.below(row), layout.above(row)
    for other, is_edge in ((below, layout.count - 1), (above, 0)):
        there = layout.rect(other)
        assert there.left() <= here.left() or other == is_edge
        assert there.top() != here.top() or other == is_edge
    between = range(layout.rect(row).bottom() + 1, layout.rect(below).top() - 1)
    assert all(layout.row_at(QPoint(here.center().x(), y)) is None for y in between)


@settings(max_examples=50)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2), st.integers(0, 99)), max_size=30))
def test_sections_hold_every_image_once(drawn: list[tuple[int, int, int]]) -> None:
    pictures = [
        made(
            number,
            [Path("/f")],
            made_at=NOW - timedelta(days=days, seconds=number),
            car=f"car {car}",
            batch_id=f"b_{car}",
            position=place,
        )
        for number, (days, car, place) in enumerate(drawn)
    ]
    view = view_of(pictures)
    order, sections = arranged(view.pictures)
    assert sorted(each.id for each in order) == sorted(each.id for each in pictures)
    assert sum(section.count for section in sections) == len(order)
    days = [section.day for section in sections]
    assert days == sorted(days, reverse=True)
    for section in sections:
        inside = order[section.first : section.first + section.count]
        assert {(day_of(each), each.car) for each in inside} == {(section.day, section.car)}
        places = [each.position for each in inside]
        assert places == sorted(places)
    assert len({(section.day, section.car) for section in sections}) == len(sections)


def test_days_are_told_as_people_say_them() -> None:
    now = today().replace(month=11, day=23)
    assert day_words(now, now) == "Today"
    assert day_words(now - timedelta(days=1), now) == "Yesterday"
    assert day_words(now - timedelta(days=8), now) == "15 November"
    assert day_words(now.replace(year=2020), now) == "23 November 2020"
    big = View(query=Query(), images=2418, bytes=3_600_000_000)
    assert total_words(big) == "2,418 images · 3.6 GB"
    some_gone = replace(big, missing=Missing(2, 600_000_000))
    assert total_words(some_gone) == "2,416 images · 3.0 GB · 2 files missing"


def test_today_stands_first_and_reads_as_its_matrix(page: GalleryPage) -> None:
    assert shown_ids(page) == [*range(100, 112), *range(120, 126)]
    first, below = page.view.places.rect(0), page.view.places.rect(5)
    assert (first.left(), first.bottom() < below.top()) == (below.left(), True)


def test_the_keyboard_alone_walks_selects_and_acts(page: GalleryPage) -> None:
    opened, starred = heard(page.open_requested), heard(page.star_requested)
    binned, copied = heard(page.bin_requested), heard(page.copy_requested)
    search = page.findChild(QLineEdit)
    QTest.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert search.hasFocus()
    QTest.keyClick(search, Qt.Key.Key_Down)
    assert page.view.hasFocus()
    assert selected_ids(page) == [100]

    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left):
        press(page, key)
    assert selected_ids(page) == [106]
    press(page, Qt.Key.Key_Return)
    press(page, Qt.Key.Key_Space)
    assert [(picture.id, len(all_shown)) for picture, all_shown in opened] == [(106, 18)] * 2

    press(page, Qt.Key.Key_Right, modifier=Qt.KeyboardModifier.ShiftModifier)
    press(page, Qt.Key.Key_Down, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert selected_ids(page) == [106, 107, 108, 109, 110, 111]
    press(page, Qt.Key.Key_Down, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert selected_ids(page)[-1] == 121
    press(page, Qt.Key.Key_End)
    assert selected_ids(page) == [125]
    press(page, Qt.Key.Key_Up)
    assert selected_ids(page) == [120]
    press(page, Qt.Key.Key_Home)
    assert selected_ids(page) == [100]

    press(page, Qt.Key.Key_S)
    assert starred == [((100,), True)]
    QTest.keyClick(page.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert [[each.id for each in pictures] for (pictures,) in copied] == [[100]]
    QTest.keyClick(page.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(selected_ids(page)) == 18
    press(page, Qt.Key.Key_Delete)
    assert binned == [(tuple(shown_ids(page)),)]
    press(page, Qt.Key.Key_Escape)
    assert selected_ids(page) == []


def test_page_keys_go_on_by_what_is_in_sight(page: GalleryPage) -> None:
    page.window().resize(1000, 420)
    page.view.select(100)
    page.view.setFocus()
    press(page, Qt.Key.Key_PageDown)
    place = page.view.visualRect(page.view.currentIndex())
    assert selected_ids(page) == [110]
    assert page.view.viewport().rect().contains(place)
    press(page, Qt.Key.Key_PageUp)
    assert selected_ids(page) == [100]
    assert page.view.verticalOffset() == 0


def test_a_star_is_taken_back_where_all_have_one(page: GalleryPage, files: list[Path]) -> None:
    starred = heard(page.star_requested)
    page.show_view(view_of([made(number, files, starred=number < 2) for number in range(3)]))
    page.view.setFocus()
    page.view.select(100)
    press(page, Qt.Key.Key_S)
    page.view.selectAll()
    press(page, Qt.Key.Key_S)
    assert starred == [((100,), False), ((100, 101, 102), True)]


def buttons(page: GalleryPage) -> list[str]:
    return [
        button.accessibleName()
        for button in page.actions_bar.findChildren(QPushButton)
        if button.isVisible()
    ]


def test_actions_appear_with_the_selection(page: GalleryPage) -> None:
    assert buttons(page) == []
    (count,) = page.actions_bar.findChildren(QLabel)
    assert count.text() == ""
    page.show_view(view_of(list(page.view.shown), Query(words="light")))
    assert count.text() == "18 images"
    page.view.select(101)
    assert buttons(page) == ["Show files", "Star", "Delete", "Export…"]
    assert count.text() == "1 selected"
    binned = heard(page.bin_requested)
    for button in page.actions_bar.findChildren(QPushButton):
        if button.accessibleName() == "Delete":
            button.click()
    assert binned == [((101,),)]


def test_in_the_bin_images_can_be_restored_and_the_bin_emptied(
    page: GalleryPage, files: list[Path]
) -> None:
    query = Query(binned=True)
    asked, restored = heard(page.query_changed), heard(page.restore_requested)
    emptied, binned = heard(page.empty_bin_requested), heard(page.bin_requested)
    page.filters.ask(query)
    assert asked == [(query,)]
    page.show_view(view_of([made(1, files, binned_at=NOW)], query, binned=1))
    assert buttons(page) == ["Empty bin"]
    page.view.select(101)
    page.view.setFocus()
    assert buttons(page) == ["Show files", "Restore"]
    press(page, Qt.Key.Key_Delete)
    for name in ("Restore", "Empty bin"):
        next(
            button
            for button in page.actions_bar.findChildren(QPushButton)
            if button.accessibleName() == name
        ).click()
    assert (restored, emptied, binned) == ([((101,),)], [()], [])


def test_search_and_chips_make_one_query(page: GalleryPage) -> None:
    asked = heard(page.query_changed)
    view = view_of(
        list(page.view.shown),
        cars=(Choice("BMW 1 M", "BMW 1 M", 12), Choice("A & B", "A & B", 6)),
        colors=(Choice(AS_MADE, "", 9), Choice("red", "Red Metallic", 3, "#C00000")),
        binned=2,
    )
    page.show_view(view)
    search = page.findChild(QLineEdit)
    QTest.keyClicks(search, "blue")
    assert [query.words for (query,) in asked] == ["b", "bl", "blu", "blue"]
    chips = {chip.text(): chip for chip in page.findChildren(FilterChip)}
    QTest.mouseClick(chips["Starred"], Qt.MouseButton.LeftButton)
    QTest.mouseClick(chips["Local previews"], Qt.MouseButton.LeftButton)
    assert asked[-1] == (Query(words="blue", starred=True, engine="studio"),)

    car, color = chips["Car"], chips["Color"]
    QTest.mouseClick(car, Qt.MouseButton.LeftButton, pos=QPoint(10, 15))
    offers = car.findChild(FilterPopup).list
    names = [offers.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert names == ["Any car, chosen", "BMW 1 M, 12 images", "A & B, 6 images"]
    QTest.mouseClick(
        offers.viewport(),
        Qt.MouseButton.LeftButton,
        pos=offers.visualItemRect(offers.item(2)).center(),
    )
    assert asked[-1][0].car == "A & B"
    assert (car.text(), car.accessibleName(), car.isChecked()) == ("A & B", "Car: A & B", True)
    assert isinstance(color, ChoiceChip)
    color.choose(AS_MADE)
    assert (color.text(), asked[-1][0].color) == ("Original color", AS_MADE)
    QTest.keyClick(color, Qt.Key.Key_Delete)
    assert (color.text(), asked[-1][0].color) == ("Color", None)
    QTest.mouseClick(car, Qt.MouseButton.LeftButton, pos=_cross(car))
    assert (car.text(), asked[-1][0].car) == ("Car", None)

    clear = next(b for b in page.filters.findChildren(QPushButton) if b.text() == "Clear filters")
    assert clear.isVisible()
    clear.click()
    assert asked[-1] == (Query(),)
    assert (search.text(), chips["Starred"].isChecked()) == ("", False)
    assert not clear.isVisible()
    assert "Bin · 2" in {chip.text() for chip in page.findChildren(FilterChip)}


def _cross(chip: QWidget) -> QPoint:
    return QPoint(chip.width() - 16, chip.height() // 2)


@pytest.mark.parametrize(
    ("query", "more", "words"),
    [
        (Query(), {}, "Your images will stand here"),
        (Query(), {"binned": 3}, "Everything is in the bin"),
        (Query(words="zebra"), {}, "Nothing found"),
        (Query(binned=True), {}, "The bin is empty"),
    ],
)
def test_where_there_is_nothing_it_says_why(
    page: GalleryPage, query: Query, more: dict[str, int], words: str
) -> None:
    page.filters.ask(query)
    page.show_view(view_of([], query, **more))
    assert not page.view.isVisible()
    labels = [label for label in page.empty.findChildren(QLabel) if label.isVisible()]
    assert words in {label.text() for label in labels}
    assert all(label.height() >= label.heightForWidth(label.width()) for label in labels)
    asked = heard(page.query_changed)
    (clear,) = page.empty.findChildren(QPushButton)
    assert clear.isVisible() == bool(query.words)
    clear.click()
    assert asked == ([(Query(),)] if query.words else [])


def test_each_image_is_named_for_those_who_hear_it(page: GalleryPage, files: list[Path]) -> None:
    day = NOW - timedelta(days=400)
    page.show_view(
        view_of(
            [
                made(2, files, starred=True, made_at=day),
                made(1, files, engine="studio", doubt="The outline is soft."),
            ]
        )
    )
    listed = QAccessible.queryAccessibleInterface(page.view)
    names = [
        listed.child(place).text(QAccessible.Text.Name) for place in range(listed.childCount())
    ]
    date = f"{day.astimezone().day} {day.astimezone():%B %Y}"
    assert names == [
        "BMW 1 M, Front ¾ left, White Pearl, Local preview, Today, Check me: The outline is soft.",
        f"BMW 1 M, Front ¾ left, Blue Metallic, Replicate, {date}, starred",
    ]
    for widget in (*page.findChildren(QPushButton), *page.findChildren(FilterChip), page.view):
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_what_arrives_leaves_selection_and_place_as_they_were(
    page: GalleryPage, files: list[Path]
) -> None:
    page.window().resize(1000, 420)
    page.view.select(122)
    bar = page.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    before = page.view.visualRect(page.view.currentIndex())
    more = [made(number, files) for number in range(12, 19)]
    page.show_view(view_of([*page.view.shown, *more]))
    assert selected_ids(page) == [122]
    assert page.view.current is not None
    assert page.view.current.id == 122
    assert page.view.visualRect(page.view.currentIndex()) == before
    page.show_view(view_of([each for each in page.view.shown if each.id != 122]))
    assert selected_ids(page) == []
    assert page.view.current.id == 123


def test_clicks_and_the_rubber_band_select(page: GalleryPage) -> None:
    view, left = page.view, Qt.MouseButton.LeftButton
    viewport = view.viewport()

    def place(row: int) -> QPoint:
        return view.visualRect(view.model().index(row, 0)).center()

    opened = heard(page.open_requested)
    QTest.mouseClick(viewport, left, pos=place(3))
    QTest.mouseClick(viewport, left, Qt.KeyboardModifier.ControlModifier, place(6))
    assert selected_ids(page) == [103, 106]
    QTest.mouseClick(viewport, left, Qt.KeyboardModifier.ShiftModifier, place(8))
    assert selected_ids(page)[-1] == 108
    QTest.mouseDClick(viewport, left, pos=place(1))
    assert [picture.id for picture, _ in opened] == [101]
    corner = view.visualRect(view.model().index(0, 0)).topLeft() - QPoint(12, 12)
    QTest.mousePress(viewport, left, pos=corner)
    QTest.mouseMove(viewport, place(1))
    QTest.mouseMove(viewport, place(6))
    assert selected_ids(page) == [100, 101, 105, 106]
    assert not view.band.isNull()
    QTest.mouseRelease(viewport, left, pos=place(6))
    assert view.band.isNull()


def test_the_menu_offers_what_fits(page: GalleryPage, files: list[Path], qtbot: QtBot) -> None:
    def offered(picture: Picture) -> list[str]:
        page.view.menu_requested.emit(picture, QPoint(20, 20))
        menu = page.findChild(QMenu)
        with qtbot.waitSignal(menu.destroyed):
            texts = [action.text() for action in menu.actions() if action.text()]
            menu.close()
        return texts

    page.view.select(101)
    assert offered(page.view.selected[0]) == [
        "Open",
        "Show in folder",
        "Copy image",
        "Star",
        "Approve",
        "Reject",
        "Export…",
        "Delete",
        "Select all",
    ]
    page.view.selectAll()
    more = offered(page.view.selected[0])
    assert [more[2], more[3], more[7]] == ["Copy 18 files", "Star", "Delete 18 images"]
    page.show_view(view_of([made(1, files, binned_at=NOW)], Query(binned=True)))
    page.view.clearSelection()
    assert offered(page.view.shown[0])[3:] == ["Restore", "Select all"]
    assert selected_ids(page) == [101]


class Desktop(QWidget):
    """Another window that takes files."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[QUrl] = []
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.urls = event.mimeData().urls()
        event.acceptProposedAction()


@dataclass
class Drop:
    """A target of the drags to come, and what it answered; without a screen Qt cannot drag."""

    target: QWidget
    actions: Qt.DropAction = Qt.DropAction.IgnoreAction
    taken: list[Qt.DropAction] = field(default_factory=list)

    def take(self, drag: QDrag, actions: Qt.DropAction) -> Qt.DropAction:
        """What the platform does: enter with the data, then drop where that is welcome."""
        self.actions = actions
        left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        middle, data = self.target.rect().center(), drag.mimeData()
        enter = QDragEnterEvent(middle, actions, data, left, plain)
        QApplication.sendEvent(self.target, enter)
        self.taken.append(enter.dropAction() if enter.isAccepted() else actions)
        if enter.isAccepted() and enter.dropAction() != Qt.DropAction.IgnoreAction:
            drop = QDropEvent(QPointF(middle), actions, data, left, plain)
            QApplication.sendEvent(self.target, drop)
        return self.taken[-1]


def drag_to(target: QWidget, page: GalleryPage, row: int, monkeypatch: pytest.MonkeyPatch) -> Drop:
    """Press a card and move away from it; the drag that begins is dropped on the target."""
    dropped = Drop(target)

    def take(drag: QDrag, actions: Qt.DropAction) -> Qt.DropAction:
        return dropped.take(drag, actions)

    monkeypatch.setattr(QDrag, "exec", take)
    viewport = page.view.viewport()
    start = page.view.visualRect(page.view.model().index(row, 0)).center()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(viewport, start + QPoint(4, 3))
    assert dropped.taken == []
    QTest.mouseMove(viewport, start + QPoint(30, 30))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=start + QPoint(30, 30))
    return dropped


def test_several_are_dragged_out_as_files(
    page: GalleryPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop = Desktop()
    qtbot.addWidget(desktop)
    rows = page.view.selection_of([2, 3, 13])
    page.view.selectionModel().select(rows, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    dropped = drag_to(desktop, page, 3, monkeypatch)
    expected = [page.view.shown[row].file for row in (2, 3, 13)]
    assert [Path(url.toLocalFile()) for url in desktop.urls] == expected
    assert dropped.actions == Qt.DropAction.CopyAction
    assert not page.view.is_dragging


def test_what_is_dragged_out_is_not_dropped_on_its_own_page(
    page: GalleryPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.view.select(100)
    dropped = drag_to(page, page, 0, monkeypatch)
    assert dropped.taken == [Qt.DropAction.IgnoreAction]
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/photos/car.jpg")])
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    photo = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, left, plain)
    QApplication.sendEvent(page, photo)
    assert not photo.isAccepted()


def test_the_drag_shows_how_many_there_are() -> None:
    one, many = (drag_pixmap(None, count, 2.0) for count in (1, 12))
    assert one.size() == many.size()
    assert one.devicePixelRatio() == 2.0
    accent = QColor(LIGHT.accent)
    corner = QRect(one.width() - 40, 0, 40, 40)

    def holds(pixmap: object) -> bool:
        image = pixmap.copy(corner).toImage()
        return any(
            image.pixelColor(x, y) == accent
            for x in range(image.width())
            for y in range(image.height())
        )

    assert (holds(one), holds(many)) == (False, True)


def test_selection_focus_and_star_are_told_by_shape_in_both_schemes(
    page: GalleryPage, files: list[Path], dressed: QApplication, qtbot: QtBot
) -> None:
    def card() -> object:
        place = page.view.visualRect(page.view.model().index(0, 0)).adjusted(-4, -4, 4, 4)
        return page.view.viewport().grab(place).toImage()

    for dark in (False, True):
        dress(dressed, dark=dark)
        page.filters.focus_search()
        page.view.setCurrentIndex(page.view.model().index(1, 0))
        page.show_view(view_of([made(number, files) for number in range(3)]))
        plain = card()
        page.show_view(view_of([made(number, files, starred=True) for number in range(3)]))
        starred = card()
        page.view.select(100)
        selected = card()
        page.view.setFocus()
        focused = card()
        pictures = [plain, starred, selected, focused]
        assert all(pictures[n] != pictures[m] for n in range(4) for m in range(n))
        accent = QColor((DARK if dark else LIGHT).accent)
        assert selected.pixelColor(selected.width() // 2, 3) == accent
        qtbot.waitUntil(page.view.hasFocus)


def test_a_file_that_is_gone_is_told_calmly(
    page: GalleryPage, files: list[Path], qtbot: QtBot, tmp_path: Path
) -> None:
    thumb_gone = made(1, files, thumb_name=str(tmp_path / "none.jpg"))
    all_gone = made(
        2, files, file_name=str(tmp_path / "gone.png"), thumb_name=str(tmp_path / "gone.jpg")
    )
    page.show_view(view_of([thumb_gone, all_gone]))
    images = page.view.images
    qtbot.waitUntil(lambda: images.has_lost(all_gone))
    qtbot.waitUntil(lambda: images.picture(thumb_gone) is not None)
    assert not images.has_lost(thumb_gone)


def test_ten_thousand_images_cost_only_what_is_in_sight(
    page: GalleryPage, files: list[Path], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, int]] = []
    request = ImageLoader.request
    monkeypatch.setattr(
        ImageLoader,
        "request",
        lambda self, path, box: (asked.append((str(path), box.width())), request(self, path, box)),
    )
    thumbs = [files[0].with_name(f"{n}_{files[0].name}") for n in range(10_000)]
    pictures = [
        made(
            number,
            files,
            thumb_name=str(thumbs[number]),
            made_at=NOW - timedelta(minutes=5 * number),
            batch_id=f"b_{number // 24}",
            car=f"Car {number // 96}",
        )
        for number in range(10_000)
    ]
    page.show_view(view_of(pictures))
    view, bar = page.view, page.view.verticalScrollBar()
    assert view.model().rowCount() == 10_000
    view.setFocus()
    press(page, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    page.grab()
    in_sight = len(
        [row for row in range(9_900, 10_000) if view.viewport().rect().intersects(_at(page, row))]
    )
    assert 0 < in_sight < 60
    wanted = {path for path, _ in asked if Path(path) in set(thumbs)}
    assert len(wanted) <= 4 * in_sight
    for value in range(0, bar.maximum(), bar.maximum() // 40):
        bar.setValue(value)
        page.grab()
    assert view.images.held_bytes <= 48 * 1024 * 1024
    qtbot.waitUntil(lambda: view.images.picture(view.shown[0]) is not None)
    view.selectAll()
    assert page.actions_bar.findChildren(QLabel)[0].text() == "10,000 selected"


def _at(page: GalleryPage, row: int) -> QRect:
    return page.view.visualRect(page.view.model().index(row, 0))


def name_of(page: GalleryPage, row: int) -> str:
    listed = QAccessible.queryAccessibleInterface(page.view)
    return str(listed.child(row).text(QAccessible.Text.Name))


def test_only_the_files_of_cards_in_sight_are_asked_after(
    page: GalleryPage, qtbot: QtBot, files: list[Path]
) -> None:
    page.window().resize(1000, 420)
    with qtbot.waitSignal(page.files_doubted) as first:
        page.show_view(view_of([made(number, files) for number in range(400)]))
    (seen,) = first.args
    assert [picture.id for picture in seen] == shown_ids(page)[: len(seen)]
    assert 5 <= len(seen) < 40
    with qtbot.waitSignal(page.files_doubted) as last:
        page.view.verticalScrollBar().setValue(page.view.verticalScrollBar().maximum())
    (seen,) = last.args
    assert [picture.id for picture in seen] == shown_ids(page)[-len(seen) :]


def test_a_card_whose_file_is_gone_says_so(page: GalleryPage) -> None:
    first, second = page.view.shown[:2]
    index = page.view.model().index(0, 0)
    place = page.view.visualRect(index)
    whole = page.view.viewport().grab(place).toImage()
    page.mark_gone((first, second), {first.id})
    assert name_of(page, 0).endswith("File not found")
    assert "moved or deleted" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert "not found" not in name_of(page, 1)
    assert page.view.viewport().grab(place).toImage() != whole

    page.mark_gone((second,), set())
    page.show_view(view_of(list(page.view.shown)))
    assert name_of(page, 0).endswith("File not found"), "nobody has looked again yet"
    page.mark_gone((first,), set())
    assert "not found" not in name_of(page, 0)
    assert page.view.viewport().grab(place).toImage() == whole


class Painted(QObject):
    """Remembers what of a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.strips: list[QRect] = []
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.strips.append(event.rect())
        return False


def test_scrolling_moves_what_is_there_and_paints_the_rest(page: GalleryPage, qtbot: QtBot) -> None:
    page.window().resize(1000, 420)
    viewport, loader = page.view.viewport(), page.view.images._loader
    qtbot.waitExposed(page.window())
    painted = Painted(viewport)
    viewport.update()
    qtbot.waitUntil(lambda: viewport.rect() in painted.strips and not loader.pending)
    QApplication.processEvents()  # what the last image asked to be painted
    painted.strips.clear()
    page.view.verticalScrollBar().setValue(30)
    qtbot.waitUntil(lambda: painted.strips != [])
    bottom = viewport.rect().adjusted(0, viewport.height() - 30, 0, 0)
    assert painted.strips[0] == bottom


def test_the_bar_keeps_its_place_when_something_is_selected(page: GalleryPage) -> None:
    for width in (960, 1280, 1440):
        page.window().resize(width, 640)
        page.view.clearSelection()
        QGuiApplication.sync()
        page.layout().activate()
        before = page.view.geometry()
        page.view.selectAll()
        page.layout().activate()
        assert page.view.geometry() == before
