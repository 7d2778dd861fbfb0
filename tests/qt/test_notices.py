"""Notices say what happened and what to do, never block, and go when they have been read."""

from __future__ import annotations

from collections.abc import Callable
from unittest.mock import Mock

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from carmp_desktop.core.problems import Problem
from carmp_desktop.qt.parts.notice import Notice
from carmp_desktop.qt.parts.notices import NoticeArea
from tests.qt.batch_samples import REFUSED


@pytest.fixture
def area(stand: Callable[[QWidget], QWidget]) -> NoticeArea:
    made = NoticeArea()
    stand(made)
    return made


def problem(number: int) -> Problem:
    return Problem(code="x", title=f"trouble {number}", sentence="Something.", action="Do it.")


def button(notice: Notice, text: str) -> QAbstractButton:
    names = {
        name: each
        for each in notice.findChildren(QAbstractButton)
        for name in (each.text(), each.accessibleName())
    }
    return names[text]


def texts(notice: Notice) -> set[str]:
    return {label.text() for label in notice.findChildren(QLabel) if label.isVisible()}


def test_an_empty_area_takes_no_room(area: NoticeArea) -> None:
    assert area.isHidden()


def test_a_problem_is_told_with_its_fields_filled(area: NoticeArea) -> None:
    notice = area.show_problem(REFUSED)
    assert texts(notice) == {"Refused", "car.jpg was flagged as sensitive. Try another photo."}
    assert notice.accessibleName() == (
        "Error: Refused. car.jpg was flagged as sensitive. Try another photo."
    )


def test_kinds_are_told_in_words(area: NoticeArea) -> None:
    assert area.show_problem(problem(1), warning=True).accessibleName().startswith("Warning: ")
    assert area.show_info("Read again", "8 angles.").accessibleName() == (
        "Note: Read again. 8 angles."
    )


def test_equal_notices_are_one_that_counts(area: NoticeArea) -> None:
    first = area.show_problem(problem(1))
    assert area.show_problem(problem(1)) is first
    area.show_problem(problem(1))
    assert len(area.notices) == 1
    assert "3 times" in texts(first)


def test_only_the_newest_are_in_sight_and_the_rest_wait(area: NoticeArea, qtbot: QtBot) -> None:
    shown = [area.show_problem(problem(number)) for number in range(5)]
    assert [notice.isVisible() for notice in shown] == [False, False, True, True, True]
    assert "and 2 more notices" in {label.text() for label in area.findChildren(QLabel)}
    shown[4].dismiss()
    assert shown[1].isVisible()
    qtbot.waitUntil(lambda: len(area.findChildren(Notice)) == 4)


def test_the_button_calls_and_dismisses(area: NoticeArea) -> None:
    called = Mock()
    notice = area.show_problem(problem(1), button="Open settings", pressed=called)
    button(notice, "Open settings").click()
    called.assert_called_once_with()
    assert area.notices == ()
    assert area.isHidden()


def test_dismissing_one_leaves_the_others(area: NoticeArea) -> None:
    first, second = area.show_problem(problem(1)), area.show_problem(problem(2))
    button(first, "Dismiss: Trouble 1").click()
    assert area.notices == (second,)
    area.clear()
    assert area.notices == ()


def test_escape_dismisses_the_notice_that_has_the_focus(area: NoticeArea, qtbot: QtBot) -> None:
    notice = area.show_problem(problem(1))
    qtbot.keyClick(button(notice, "Dismiss: Trouble 1"), Qt.Key.Key_Escape)
    assert area.notices == ()


def test_details_can_be_copied_where_there_are_any(area: NoticeArea) -> None:
    assert button(area.show_problem(problem(1)), "Copy details").isHidden()
    notice = area.show_problem(REFUSED)
    button(notice, "Copy details").click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Refused. car.jpg was flagged as sensitive.")
    assert copied.endswith("E005")


def test_text_is_never_taken_for_markup(area: NoticeArea) -> None:
    notice = area.show_info("<img src=x>", "<b>bold</b>")
    formats = {label.textFormat() for label in notice.findChildren(QLabel)}
    assert formats == {Qt.TextFormat.PlainText}


def test_every_button_can_be_reached_by_keyboard(area: NoticeArea) -> None:
    notice = area.show_problem(REFUSED, button="Retry", pressed=Mock())
    for each in notice.findChildren(QAbstractButton):
        assert each.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert each.text() or each.accessibleName()


def test_who_holds_a_notice_hears_that_all_were_dismissed(area: NoticeArea, qtbot: QtBot) -> None:
    notice = area.show_info("One")
    with qtbot.waitSignal(notice.dismissed):
        area.clear()
    assert area.notices == ()
