"""The head of a batch says how far it is, and how long only where it can know."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QSlider, QWidget
from pytestqt.qtbot import QtBot

from carmp_desktop.core.events import BatchCompleted
from carmp_desktop.core.model import CellKey
from carmp_desktop.qt.batch.header import BatchHeader
from carmp_desktop.qt.batch.progress import BatchProgress
from tests.qt.batch_samples import (
    FRONT,
    FRONT_BLUE,
    FRONT_RED,
    SIDE,
    SIDE_RED,
    canceled,
    completed,
    failed,
    make_batch,
    queued,
    running,
)

SIDE_BLUE = CellKey("side_90", "blue_metallic")
ALL = (FRONT, FRONT_RED, FRONT_BLUE, SIDE, SIDE_RED, SIDE_BLUE)
NOWHERE = Path("image.png")


@pytest.fixture
def header(stand: Callable[[QWidget], QWidget]) -> BatchHeader:
    made = BatchHeader()
    stand(made)
    made.show_batch(make_batch(car="<b>BMW</b> 1 M"))
    return made


def test_the_car_is_named_as_typed_and_the_count_begins_at_nothing(header: BatchHeader) -> None:
    assert "<b>BMW</b> 1 M" in {label.text() for label in header.findChildren(QLabel)}
    assert header.line == "0 of 6"


def test_failed_and_canceled_are_counted(header: BatchHeader) -> None:
    header.update_cell(completed(FRONT, NOWHERE))
    header.update_cell(failed(FRONT_RED))
    header.update_cell(canceled(FRONT_BLUE))
    assert header.line == "1 of 6 · 1 failed · 1 canceled"


def test_another_batch_counts_nothing(header: BatchHeader) -> None:
    header.update_cell(queued(FRONT, "b_2"))
    header.complete(BatchCompleted("b_2", completed=6, failed=0, canceled=0))
    assert header.line == "0 of 6"


def test_time_to_go_is_told_once_both_kinds_have_ended(header: BatchHeader) -> None:
    header.update_cell(completed(FRONT, NOWHERE, took=20))
    assert "to go" not in header.line
    header.update_cell(completed(FRONT_RED, NOWHERE, took=10))
    assert header.line == "2 of 6 · about 50 s to go"  # one angle at 20 s, three colors at 10 s


def test_an_ended_batch_tells_no_time(header: BatchHeader) -> None:
    for key in ALL[:-1]:
        header.update_cell(completed(key, NOWHERE))
    header.update_cell(failed(SIDE_BLUE))
    header.complete(BatchCompleted("b_1", completed=5, failed=1, canceled=0))
    assert header.line == "5 of 6 · 1 failed"


def test_the_rest_is_shared_among_those_that_run_at_once() -> None:
    progress = BatchProgress(queued(key) for key in ALL)
    for key in (FRONT, SIDE):
        progress.update_cell(running(key))
    for key in (FRONT, SIDE):
        progress.update_cell(completed(key, NOWHERE, took=30))
    progress.update_cell(completed(FRONT_RED, NOWHERE, took=10))
    now = datetime.now(UTC)
    assert progress.seconds_to_go(now) == pytest.approx(15, abs=0.5)  # three of 10 s, two at once


def test_what_has_run_is_taken_off_but_never_below_nothing() -> None:
    progress = BatchProgress([queued(FRONT), queued(SIDE)])
    progress.update_cell(completed(FRONT, NOWHERE, took=30))
    progress.update_cell(running(SIDE, since=20))
    now = datetime.now(UTC)
    assert progress.seconds_to_go(now) == pytest.approx(10, abs=0.5)
    progress.update_cell(running(SIDE, since=300))
    assert progress.seconds_to_go(now) == 0


def test_the_slider_says_what_was_chosen_and_follows_without_choosing(
    header: BatchHeader, qtbot: QtBot
) -> None:
    slider = header.findChild(QSlider)
    with qtbot.assertNotEmitted(header.card_width_chosen):
        header.show_card_width(157)
    assert slider.value() == 157
    with qtbot.waitSignal(header.card_width_chosen) as heard:
        slider.setValue(200)
    assert heard.args == [200]
    assert slider.accessibleName()


def test_fit_and_further_actions_are_buttons(header: BatchHeader, qtbot: QtBot) -> None:
    header.add_action(QPushButton("Export"))
    buttons = {button.text(): button for button in header.findChildren(QPushButton)}
    assert set(buttons) == {"Fit", "Export"}
    with qtbot.waitSignal(header.fit_chosen):
        buttons["Fit"].click()
