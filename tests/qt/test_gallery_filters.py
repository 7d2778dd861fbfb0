"""The gallery's bar: batches and days chosen by mouse and keyboard, and room for all of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QEvent, QLocale, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from carmp_desktop.core.library import BatchChoice, Choice, Query, View
from carmp_desktop.qt.gallery.chips import FilterChip
from carmp_desktop.qt.gallery.filters import GalleryFilters
from carmp_desktop.qt.gallery.page import GalleryPage
from carmp_desktop.qt.gallery.period import DateField, PeriodPopup
from carmp_desktop.qt.gallery.pill import PopupChip
from carmp_desktop.qt.gallery.popup import FilterPopup
from carmp_desktop.qt.gallery.words import batch_words, day_span_words, today
from carmp_desktop.qt.look.icons import icon
from carmp_desktop.qt.look.theme import dress, tokens
from carmp_desktop.qt.parts.images import ImageLoader
from carmp_desktop.qt.words.language import TRANSLATED, speak

Stand = Callable[[QWidget], QWidget]
NOW = datetime.now(UTC)
LINE = 34


def batches(count: int) -> tuple[BatchChoice, ...]:
    return tuple(
        BatchChoice(f"b_{n}", ("Honda Accord", "Audi TT")[n % 2], NOW - timedelta(hours=n), 9)
        for n in range(count)
    )


@pytest.fixture
def filters(stand: Stand) -> GalleryFilters:
    """The bar with two cars, twenty batches and some images in the bin."""
    bar = GalleryFilters()
    stand(bar).resize(1200, 60)
    cars = (Choice("Honda Accord", "Honda Accord", 90), Choice("Audi TT", "Audi TT", 90))
    bar.show_view(View(Query(), cars=cars, batches=batches(20), binned=12))
    return bar


def chip(bar: QWidget, text: str) -> FilterChip:
    return next(each for each in bar.findChildren(FilterChip) if each.text() == text)


def opened(pill: FilterChip) -> FilterPopup:
    """The popup of a chip, by the keyboard."""
    QTest.keyClick(pill, Qt.Key.Key_Down)
    popup = next(each for each in pill.findChildren(FilterPopup) if each.isVisible())
    assert popup.accessibleName()
    return popup


def offered(popup: FilterPopup) -> list[str]:
    rows = range(popup.list.count())
    return [popup.list.item(row).text() for row in rows if not popup.list.isRowHidden(row)]


def test_a_batch_is_found_by_its_car_and_time(filters: GalleryFilters) -> None:
    pill = chip(filters, "Batch")
    popup = opened(pill)
    assert len(offered(popup)) == 21
    assert QApplication.focusWidget() is popup.search
    QTest.keyClicks(popup.search, "nobody")
    assert not popup.list.isVisible()
    popup.search.clear()
    QTest.keyClicks(popup.search, "audi")
    shown = [batch_words(each, today()) for each in batches(20) if each.car == "Audi TT"]
    assert offered(popup) == shown
    QTest.keyClick(popup.search, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is popup.list
    QTest.keyClick(popup.list, Qt.Key.Key_Down)
    QTest.keyClick(popup.list, Qt.Key.Key_Return)
    assert filters.query == Query(batch="b_3")
    assert (pill.text(), pill.accessibleName()) == (shown[1], f"Batch: {shown[1]}")

    filters.show_view(View(filters.query, batches=batches(2)))
    assert pill.text() == shown[1]
    popup = opened(pill)
    assert popup.search.isHidden()
    assert offered(popup) == ["Any batch", *(batch_words(each, today()) for each in batches(2))]
    QTest.keyClick(popup.list, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert filters.query == Query(batch="b_3")
    QTest.keyClick(pill, Qt.Key.Key_Delete)
    assert filters.query == Query()


def test_enter_takes_the_first_that_is_left(filters: GalleryFilters) -> None:
    popup = opened(chip(filters, "Batch"))
    QTest.keyClicks(popup.search, "audi")
    QTest.keyClick(popup.search, Qt.Key.Key_Return)
    assert filters.query == Query(batch="b_1")


def test_a_batch_without_a_car_is_told_by_its_time() -> None:
    begun = datetime(2026, 11, 25, 9, 14).astimezone()
    named = BatchChoice("b", "Honda Accord", begun, 3)
    assert batch_words(named, begun.date()) == "Honda Accord · 25 Nov, 09:14"
    assert batch_words(BatchChoice("b", "", begun, 3), begun.date().replace(year=2028)) == (
        "25 Nov 2026, 09:14"
    )


@pytest.mark.parametrize(
    ("name", "days"), [("Today", 0), ("Last 7 days", 6), ("Last 30 days", 29), ("This year", None)]
)
def test_the_last_days_are_one_choice(filters: GalleryFilters, name: str, days: int | None) -> None:
    since = today().replace(month=1, day=1) if days is None else today() - timedelta(days=days)
    pill = chip(filters, "Date")
    popup = opened(pill)
    assert offered(popup) == ["Any time", "Today", "Last 7 days", "Last 30 days", "This year"]
    (item,) = popup.list.findItems(name, Qt.MatchFlag.MatchExactly)
    popup.list.setCurrentItem(item)
    QTest.keyClick(popup.list, Qt.Key.Key_Space)
    assert filters.query == Query(since=since)
    assert (pill.isChecked(), popup.isVisible()) == (True, False)
    filters.clear()
    assert (pill.text(), pill.isChecked()) == ("Date", False)


def test_days_of_ones_own_count_as_they_are_entered(filters: GalleryFilters) -> None:
    pill = chip(filters, "Date")
    popup = opened(pill)
    assert isinstance(popup, PeriodPopup)
    since, until = popup.since, popup.until
    assert [field.accessibleName() for field in (since, until)] == ["From", "To"]
    first, last = today() - timedelta(days=400), today() - timedelta(days=390)
    until.setDate(QDate(last.year, last.month, last.day))
    assert until.day == since.day, "the last day is never before the first"
    since.setDate(QDate(first.year, first.month, first.day))
    until.setDate(QDate(last.year, last.month, last.day))
    assert popup.isVisible()
    assert filters.query == Query(since=first, until=last)
    assert pill.text() == day_span_words(first, last, today())
    since.setDate(QDate(today().year, today().month, today().day))
    assert filters.query == Query(since=today(), until=today())
    popup.close()


def test_days_are_typed_and_stepped_through(filters: GalleryFilters) -> None:
    popup = opened(chip(filters, "Date"))
    QTest.keyClick(popup.list, Qt.Key.Key_Tab)
    field = QApplication.focusWidget()
    assert isinstance(field, DateField)
    day = field.day
    field.setSelectedSection(DateField.Section.DaySection)
    QTest.keyClick(field, Qt.Key.Key_Down if day.day > 1 else Qt.Key.Key_Up)
    assert filters.query.since == day.replace(day=day.day - 1 if day.day > 1 else 2)
    popup.close()


@pytest.mark.parametrize(
    ("spoken", "before", "typed", "after"),
    [
        ("en", "27 Oct 2026", ("5/3/2025", "05/03/2025", "05.03.2025", "05032025"), "3 May 2025"),
        ("es", "27 oct 2026", ("3/5/2025", "03/05/2025", "03.05.2025", "03052025"), "3 may 2025"),
        ("pt_BR", "27 out. 2026", ("3/5/2025", "03/05/2025", "03 05 2025"), "3 mai. 2025"),
    ],
)
def test_a_day_is_read_with_its_month_s_name_and_typed_in_figures(
    qapp: QApplication, stand: Stand, spoken: str, before: str, typed: Sequence[str], after: str
) -> None:
    locale = QLocale()
    try:
        speak(qapp, spoken)
        for figures in typed:
            field = DateField(date(2026, 10, 27))
            stand(field)
            field.clearFocus()
            assert field.text() == before
            field.setFocus()
            field.setSelectedSection(field.sectionAt(0))
            QTest.keyClicks(field, figures)
            QTest.keyClick(field, Qt.Key.Key_Return)
            assert field.day == date(2025, 5, 3)
            field.clearFocus()
            assert field.text() == after
    finally:
        speak(qapp, "en")
        QLocale.setDefault(locale)


def test_days_are_told_in_few_words() -> None:
    day = today().replace(month=11, day=3)
    later, before = day.replace(day=9), day.replace(year=2020)
    assert day_span_words(day, later, day) == "3 Nov – 9 Nov"
    assert day_span_words(before, day, day) == "3 Nov 2020 – 3 Nov"
    assert day_span_words(day, day, day) == "3 Nov"
    assert day_span_words(day, None, day) == "From 3 Nov"
    assert day_span_words(None, day, day) == "Until 3 Nov"


def test_approved_is_a_part_of_the_query(filters: GalleryFilters) -> None:
    pill = chip(filters, "Approved")
    pill.click()
    assert filters.query == Query(approved=True)
    assert not filters.query.is_open
    pill.click()
    assert filters.query.is_open


@pytest.fixture
def page(stand: Stand) -> Iterator[GalleryPage]:
    loader = ImageLoader()
    opened_page = GalleryPage(loader)
    stand(opened_page)
    opened_page.show_view(View(Query(), batches=batches(20), binned=1234))
    yield opened_page
    loader.shutdown()


@pytest.fixture(params=["en", *TRANSLATED])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """The application speaks it for a while."""
    locale = QLocale()
    speak(qapp, request.param)
    yield request.param
    speak(qapp, "en")
    QLocale.setDefault(locale)


def settle(page: GalleryPage, width: int) -> None:
    """Lay the page out in a window of this width."""
    page.window().resize(width, 700)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    page.window().layout().activate()
    page.layout().activate()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


def test_all_of_it_stands_in_one_line(language: str, page: GalleryPage) -> None:
    assert language
    for width, lines in ((1920, 1), (1440, 1), (1280, 1), (960, 2)):
        settle(page, width)
        pills = [each for each in page.filters.findChildren(FilterChip) if each.isVisible()]
        assert len({each.y() for each in pills}) == lines, width
        for pill in pills:
            assert pill.width() >= pill.sizeHint().width()
            assert QAccessible.queryAccessibleInterface(pill).text(QAccessible.Text.Name)


CHOSEN = Query(
    car="Volkswagen Golf Variant",
    angle="front_left_315",
    color="red_metallic",
    since=NOW.date() - timedelta(days=40),
    until=NOW.date(),
    batch="b_1",
    starred=True,
)


@pytest.mark.parametrize("width", [1280, 1440, 1920])
def test_with_all_of_it_chosen_it_still_stands_in_one_line(
    language: str, page: GalleryPage, width: int
) -> None:
    assert language
    car = Choice(CHOSEN.car or "", CHOSEN.car or "", 9)
    angle = Choice(CHOSEN.angle or "", "Front three-quarter, left (315°)", 9)
    color = Choice(CHOSEN.color or "", "Imola red metallic", 9, "#C00000")
    settle(page, width)
    page.filters.ask(CHOSEN)
    found = View(
        CHOSEN, cars=(car,), angles=(angle,), colors=(color,), batches=batches(20), binned=1234
    )
    page.show_view(found)
    settle(page, width)
    pills = [each for each in page.filters.findChildren(FilterChip) if each.isVisible()]
    (clear,) = page.filters.findChildren(QPushButton)
    assert len({each.geometry().center().y() for each in (*pills, clear)}) == 1
    assert page.filters.rect().contains(clear.geometry())
    assert clear.text() or (clear.toolTip() and not clear.icon().isNull())
    for pill in pills:
        assert pill.width() >= pill.sizeHint().width()
        is_whole = pill.width() >= pill.uncut_width_of(pill.text())
        assert is_whole or pill.toolTip() == pill.text()
    page.filters.clear()
    settle(page, width)
    assert chip(page.filters, pills[-1].text()).toolTip() in ("", pills[-1].text())


def test_typing_moves_nothing_in_the_bar(page: GalleryPage) -> None:
    for width in range(1100, 1300, 20):
        page.filters.clear()
        settle(page, width)
        chips = page.filters.findChildren(FilterChip)
        before = [each.geometry() for each in chips]
        page.filters.ask(Query(words="b"))
        settle(page, width)
        assert [each.geometry() for each in chips] == before


def test_a_bare_pill_s_tooltip_follows_its_words(stand: Stand) -> None:
    pill = FilterChip("Bin · 1,234", before="trash")
    stand(pill)
    for words in ("Bin · 1,234", "Bin · 1,235", "Bin"):
        pill.setText(words)
        pill.set_bare(True)
        assert pill.toolTip() == words


def test_the_sign_of_the_last_button_takes_the_color_of_the_scheme(page: GalleryPage) -> None:
    settle(page, 1280)
    page.filters.ask(CHOSEN)
    (clear,) = page.filters.findChildren(QPushButton)
    assert clear.text() == ""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    shown = [clear.icon().pixmap(16, 16).toImage()]
    for dark in (True, False):
        dress(app, dark=dark)
        shown.append(clear.icon().pixmap(16, 16).toImage())
        assert shown[-1] == icon("close", tokens().accent).pixmap(16, 16).toImage()
    assert shown[0] == shown[2] != shown[1]


def test_toggles_leave_their_words_to_tooltips_where_there_is_little_room(
    page: GalleryPage,
) -> None:
    starred = chip(page.filters, "Starred")
    settle(page, 2200)
    wide = starred.width()
    settle(page, 1280)
    assert starred.width() < wide
    assert (starred.toolTip(), starred.accessibleName()) == ("Starred", "Starred")
    settle(page, 2200)
    assert (starred.width(), starred.toolTip()) == (wide, "")


def test_what_is_chosen_moves_nothing_before_it(page: GalleryPage) -> None:
    for width in (960, 1280, 1440, 1800):
        settle(page, width)
        place = chip(page.filters, "Date").geometry()
        starred = chip(page.filters, "Starred").size()
        page.filters.ask(Query(batch="b_1", starred=True))
        settle(page, width)
        assert chip(page.filters, "Date").geometry() == place
        assert chip(page.filters, "Starred").size() == starred
        clear = next(
            each
            for each in page.filters.findChildren(QPushButton)
            if each.accessibleName() == "Clear filters"
        )
        assert page.filters.rect().contains(clear.geometry())
        page.filters.clear()


@pytest.mark.parametrize("dark", [False, True])
def test_what_the_keyboard_stands_on_is_seen(filters: GalleryFilters, dark: bool) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress(app, dark=dark)
    popup = opened(chip(filters, "Car"))
    first = popup.list.grab().toImage()
    QTest.keyClick(popup.list, Qt.Key.Key_Down)
    assert popup.list.grab().toImage() != first
    popup.close()
    dress(app, dark=False)


def test_a_press_beside_the_popup_only_closes_it(filters: GalleryFilters) -> None:
    pill = chip(filters, "Car")
    assert isinstance(pill, PopupChip)
    popup = opened(pill)
    corner = popup.mapFromGlobal(pill.mapToGlobal(pill.rect().center()))
    QTest.mousePress(popup, Qt.MouseButton.LeftButton, pos=corner)
    assert not popup.isVisible()
    assert filters.query == Query()
