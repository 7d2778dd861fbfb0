"""Before the first batch the centre teaches the three steps."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from carmp_desktop.qt.empty_state import EmptyState, GhostMatrix


def test_it_names_the_three_steps_in_order(stand: Callable[[QWidget], QWidget]) -> None:
    empty = EmptyState()
    stand(empty)
    shown = [label.text() for label in empty.findChildren(QLabel)]
    places = [shown.index(step) for step in ("Add photos", "Tick angles and colors", "Generate")]
    assert places == sorted(places)


def test_the_illustration_is_drawn_in_more_than_one_color(
    stand: Callable[[QWidget], QWidget],
) -> None:
    empty = EmptyState()
    stand(empty)
    drawn = empty.findChild(GhostMatrix).grab().toImage()
    colors = {
        drawn.pixel(x, y) for x in range(0, drawn.width(), 3) for y in range(0, drawn.height(), 3)
    }
    assert len(colors) > 8


def test_buttons_are_added_for_the_caller_to_connect(
    stand: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    empty = EmptyState()
    button = empty.add_button("Browse photos", "plain")
    stand(empty)
    with qtbot.waitSignal(button.clicked):
        button.click()
    assert button.isVisible()
