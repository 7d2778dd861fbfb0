"""The tray counts what runs, waits and failed, and lists it when it is folded up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QLabel, QListView, QWidget
from pytestqt.qtbot import QtBot

from carmp_desktop.qt.tray.sign import MirrorSign
from carmp_desktop.qt.tray.tray import JobsTray
from carmp_desktop.qt.words.mirror_words import MirrorSaid, MirrorTone
from tests.qt.batch_samples import (
    ANGLE_FAILED,
    FRONT,
    FRONT_BLUE,
    FRONT_RED,
    SIDE,
    canceled,
    completed,
    failed,
    make_batch,
    queued,
    running,
)


@pytest.fixture
def tray(stand: Callable[[QWidget], QWidget]) -> JobsTray:
    made = JobsTray()
    stand(made)
    batch = make_batch()
    made.set_cells(batch, [queued(job.key) for job in batch.jobs])
    return made


def words(tray: JobsTray) -> set[str]:
    return {label.text() for label in tray.findChildren(QLabel) if label.isVisible()}


def press(tray: JobsTray, name: str) -> None:
    buttons = {button.accessibleName(): button for button in tray.findChildren(QAbstractButton)}
    buttons[name].click()


def test_all_jobs_of_a_new_batch_wait(tray: JobsTray) -> None:
    assert tray.counts() == (0, 6, 0)
    assert {"0 running", "6 queued"} <= words(tray)


def test_a_job_moves_from_group_to_group_and_out(tray: JobsTray, qtbot: QtBot) -> None:
    tester = QAbstractItemModelTester(
        tray._model, QAbstractItemModelTester.FailureReportingMode.Warning
    )
    assert tester
    tray.update_cell(running(FRONT))
    tray.update_cell(running(SIDE))
    assert tray.counts() == (2, 4, 0)
    tray.update_cell(completed(FRONT, Path("a.png")))
    tray.update_cell(failed(SIDE))
    tray.update_cell(canceled(FRONT_RED))
    assert tray.counts() == (0, 3, 1)
    qtbot.waitUntil(lambda: "1 failed" in words(tray))
    tray.update_cell(queued(SIDE))  # it is tried again
    assert tray.counts() == (0, 4, 0)
    qtbot.waitUntil(lambda: "1 failed" not in words(tray))


def test_running_jobs_come_first_and_failures_tell_their_reason(tray: JobsTray) -> None:
    tray.update_cell(failed(FRONT))
    tray.update_cell(failed(FRONT_BLUE, ANGLE_FAILED))
    tray.update_cell(running(SIDE))
    assert tray.listed() == [
        "Right side: Generating",
        "Front, Red Metallic: Waits for its angle",
        "Right side, Red Metallic: Waits for its angle",
        "Right side, Blue Metallic: Waits for its angle",
        "Front: Refused. car.jpg was flagged as sensitive",
        "Front, Blue Metallic: Angle failed",
    ]


def test_two_batches_stand_together_and_one_can_go(tray: JobsTray) -> None:
    other = make_batch("b_2", car="Audi")
    tray.set_cells(other, [queued(job.key, "b_2") for job in other.jobs])
    assert tray.counts() == (0, 12, 0)
    tray.remove_batch(other)
    tray.update_cell(queued(FRONT, "b_2", waits_for="Nothing"))
    assert tray.counts() == (0, 6, 0)
    assert not any("Nothing" in row for row in tray.listed())


def test_a_batch_shown_twice_is_counted_once(tray: JobsTray) -> None:
    batch = make_batch()
    tray.set_cells(batch, [running(job.key) for job in batch.jobs])
    assert tray.counts() == (6, 0, 0)


def test_it_folds_up_and_down_by_its_buttons(tray: JobsTray) -> None:
    assert tray.is_folded
    press(tray, "Show the jobs")
    assert not tray.is_folded
    assert tray.findChild(QListView).isVisible()
    press(tray, "Hide the jobs")
    assert tray.is_folded


def test_an_empty_tray_says_so(stand: Callable[[QWidget], QWidget]) -> None:
    tray = JobsTray()
    stand(tray)
    tray.unfold()
    assert "Nothing runs, waits or needs you." in words(tray)


def test_elapsed_times_tick_only_while_they_can_be_seen(tray: JobsTray, qtbot: QtBot) -> None:
    tray.update_cell(running(FRONT))
    qtbot.waitUntil(lambda: "1 running" in words(tray))
    assert not tray._clock.isActive()
    tray.unfold()
    assert tray._clock.isActive()
    tray.fold()
    assert not tray._clock.isActive()


def test_the_foot_names_the_sheets_and_opens_the_gallery(tray: JobsTray, qtbot: QtBot) -> None:
    tray.set_presets_state("Built-in presets")
    tray.set_gallery("/home/someone/Pictures/Car Marketplace")
    assert "Built-in presets" in words(tray)
    buttons = {button.text(): button for button in tray.findChildren(QAbstractButton)}
    link = buttons["Open folder"]
    assert link.toolTip() == "/home/someone/Pictures/Car Marketplace"
    with qtbot.waitSignal(tray.gallery_requested):
        link.click()


def test_rows_are_painted_for_hundreds_of_jobs(tray: JobsTray) -> None:
    for number in range(100):
        batch = make_batch(f"b_{number + 10}")
        tray.set_cells(batch, [queued(job.key, batch.id) for job in batch.jobs])
    tray.update_cell(running(FRONT))
    tray.update_cell(failed(SIDE))
    tray.unfold()
    rows = tray.findChild(QListView)
    assert rows.model().rowCount() == 606
    assert rows.height() < 300
    assert not rows.grab().toImage().isNull()
    assert rows.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff


REFUSED = MirrorSaid(
    MirrorTone.NEEDS_YOU, "Mirror: refused — HTTP 401", "wss://a.example", ("Check the token.",)
)


def sign(tray: JobsTray) -> MirrorSign:
    return tray.findChild(MirrorSign)


def test_the_mirror_stands_at_the_foot_only_while_it_is_on(tray: JobsTray) -> None:
    assert sign(tray).isHidden()
    tray.set_mirror(REFUSED)
    assert sign(tray).isVisible()
    assert sign(tray).accessibleName() == "Mirror: refused — HTTP 401"
    assert sign(tray).accessibleDescription() == "wss://a.example\nCheck the token."
    assert sign(tray).toolTip() == "wss://a.example\nCheck the token."
    tray.set_mirror(None)
    assert sign(tray).isHidden()


def test_a_press_on_the_mirror_asks_for_more_by_keyboard_too(tray: JobsTray, qtbot: QtBot) -> None:
    tray.set_mirror(REFUSED)
    sign(tray).setFocus(Qt.FocusReason.TabFocusReason)
    assert sign(tray).hasFocus()
    with qtbot.waitSignal(tray.mirror_requested):
        qtbot.keyClick(sign(tray), Qt.Key.Key_Space)


def test_the_mirror_differs_by_shape_and_not_by_color_alone(tray: JobsTray) -> None:
    marks = set()
    for tone in MirrorTone:
        tray.set_mirror(MirrorSaid(tone, "Mirror"))
        mark = sign(tray).grab().toImage().copy(0, 0, 24, 26)
        ground = mark.pixel(1, 1)
        rows, columns = range(mark.height()), range(mark.width())
        marks.add(tuple(mark.pixel(x, y) != ground for y in rows for x in columns))
    assert len(marks) == len(MirrorTone)


def test_a_full_foot_leaves_the_mirror_its_mark_and_first_letters(tray: JobsTray) -> None:
    tray.set_mirror(REFUSED)
    assert sign(tray).minimumSizeHint().width() < sign(tray).sizeHint().width()
