"""A card tells its state by shape and words, fills with its image, and never by color alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from carmp_desktop.core.model import Cell
from carmp_desktop.qt.batch.card import CardLook, paint_card
from carmp_desktop.qt.batch.card_delegate import CARD_GAP
from carmp_desktop.qt.batch.open_cards import CardBrush, Stretch
from carmp_desktop.qt.look.theme import dress
from carmp_desktop.qt.look.tokens import DARK, LIGHT
from carmp_desktop.qt.parts.rounded_pictures import rounded
from carmp_desktop.qt.words.card_words import elapsed, elapsed_text, spoken, state_words, tooltip
from tests.qt.batch_samples import (
    ANGLE_FAILED,
    FRONT,
    FRONT_RED,
    canceled,
    completed,
    failed,
    picture,
    queued,
    running,
)

SIZE = QSize(154, 130)
NOW = datetime.now(UTC)


@pytest.fixture(autouse=True)
def scheme(dressed: QApplication) -> QApplication:
    return dressed


def painted(look: CardLook, ground: str = LIGHT.ground) -> QImage:
    image = QImage(SIZE.width() + 10, SIZE.height() + 10, QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    painter = QPainter(image)
    paint_card(painter, QRect(5, 5, SIZE.width(), SIZE.height()), look)
    painter.end()
    return image


def look(cell: Cell, **more: object) -> CardLook:
    return CardLook(cell=cell, now=NOW, **more)


def gray(image: QImage) -> bytes:
    return bytes(image.convertToFormat(QImage.Format.Format_Grayscale8).constBits())


def finished(tmp_path: Path, **more: object) -> CardLook:
    file = picture(tmp_path / "a.png")
    shown = rounded(QImage(str(file)), SIZE, radius=10, ratio=1.0)
    return look(completed(FRONT, file, **more), picture=shown)


def test_every_state_differs_without_its_colors(tmp_path: Path) -> None:
    looks = [
        look(queued(FRONT)),
        look(queued(FRONT_RED)),
        look(running(FRONT)),
        look(failed(FRONT)),
        look(failed(FRONT_RED, ANGLE_FAILED)),
        look(canceled(FRONT)),
        finished(tmp_path),
    ]
    assert len({gray(painted(each)) for each in looks}) == len(looks)


def test_the_words_of_each_state(tmp_path: Path) -> None:
    assert state_words(queued(FRONT)) == "Queued"
    assert state_words(queued(FRONT_RED)) == "Waits for its angle"
    assert state_words(queued(FRONT, waits_for="Uploading photos")) == "Uploading photos"
    assert state_words(running(FRONT)) == "Generating"
    assert state_words(running(FRONT, waits_for="Rate limited, 12 s")) == "Rate limited, 12 s"
    assert state_words(failed(FRONT)) == "Refused"
    assert state_words(failed(FRONT_RED, ANGLE_FAILED)) == "Angle failed"
    assert state_words(canceled(FRONT)) == "Canceled"
    assert state_words(completed(FRONT, tmp_path / "a.png")) == "Completed"


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(-3, "0:00"), (0, "0:00"), (9.9, "0:09"), (75, "1:15"), (3600, "1:00:00"), (3725, "1:02:05")],
)
def test_elapsed_time_is_minutes_and_seconds(seconds: float, text: str) -> None:
    assert elapsed_text(seconds) == text


def test_elapsed_time_stops_at_the_end(tmp_path: Path) -> None:
    assert elapsed(queued(FRONT), NOW) == 0
    assert elapsed(completed(FRONT, tmp_path / "a.png", took=12), NOW) == pytest.approx(12)


def test_a_running_card_moves_with_time() -> None:
    cell = running(FRONT)
    assert painted(look(cell, turn=0.0)) != painted(look(cell, turn=0.5))


def test_a_finished_image_fills_the_card_to_its_edge(tmp_path: Path) -> None:
    image = painted(finished(tmp_path))
    middle = image.height() // 2
    for x in (8, image.width() - 9):
        assert image.pixelColor(x, middle) != QColor(LIGHT.ground)
    for y in (8, image.height() - 9):
        assert image.pixelColor(image.width() // 2, y) == QColor("#C8C8CC")
    assert image.pixelColor(5, 5) == QColor(LIGHT.ground)  # the corner is round


@pytest.mark.parametrize("size", [(1536, 1024), (1344, 768), (1024, 1024), (768, 1344)])
def test_the_whole_width_of_the_car_stays_in_sight(tmp_path: Path, size: tuple[int, int]) -> None:
    file = picture(tmp_path / "wide.png", "#FF0000", size)
    shown = rounded(QImage(str(file)), SIZE, radius=10, ratio=2.0).toImage()
    assert shown.size() == SIZE * 2
    row = shown.height() // 2
    assert shown.pixelColor(4, row) == QColor("#C8C8CC")
    assert shown.pixelColor(shown.width() - 5, row) == QColor("#C8C8CC")
    assert shown.pixelColor(shown.width() // 2, row) == QColor("#FF0000")
    assert shown.pixelColor(shown.width() // 2, 1).alpha() == 255


def test_marks_stand_only_where_there_is_something_to_say(tmp_path: Path) -> None:
    plain = painted(finished(tmp_path))
    doubted = painted(finished(tmp_path, doubt="Paint is darker"))
    local = painted(finished(tmp_path, note="Local preview"))
    right_top = QRect(120, 8, 30, 26)
    left_foot = QRect(8, 105, 80, 25)
    assert plain.copy(right_top) != doubted.copy(right_top)
    assert plain.copy(left_foot) == doubted.copy(left_foot)
    assert plain.copy(left_foot) != local.copy(left_foot)
    assert plain.copy(right_top) == local.copy(right_top)


def test_a_finished_card_whose_file_is_gone_says_so(tmp_path: Path) -> None:
    cell = completed(FRONT, tmp_path / "gone.png")
    assert painted(look(cell)) != painted(look(cell, missing=True))


def test_the_focus_ring_stands_outside_the_card() -> None:
    plain, current = painted(look(queued(FRONT))), painted(look(queued(FRONT), current=True))
    assert plain.pixelColor(3, 70) == QColor(LIGHT.ground)
    assert current.pixelColor(3, 70) == QColor(LIGHT.accent)


def test_a_failed_card_takes_the_colors_of_the_scheme_in_force(scheme: QApplication) -> None:
    assert painted(look(failed(FRONT))).pixelColor(10, 60) == QColor(LIGHT.failed_ground)
    dress(scheme, dark=True)
    shown = painted(look(failed(FRONT)), DARK.ground)
    assert shown.pixelColor(10, 60) == QColor(DARK.failed_ground)


def test_the_tooltip_and_the_spoken_name_say_all() -> None:
    cell = failed(FRONT)
    assert tooltip(cell, "Front").splitlines() == [
        "Front",
        "Refused",
        "car.jpg was flagged as sensitive.",
        "Try another photo.",
    ]
    assert spoken(cell, "Front") == "Front: Refused. car.jpg was flagged as sensitive"
    assert tooltip(failed(FRONT_RED, ANGLE_FAILED), "Red") == "Red\nAngle failed"


def test_a_doubt_is_told_in_words(tmp_path: Path) -> None:
    cell = completed(FRONT, tmp_path / "a.png", doubt="Paint is darker")
    assert "Check me: Paint is darker" in tooltip(cell, "Front")
    assert "Check me: Paint is darker" in spoken(cell, "Front")


def test_cards_that_look_alike_are_painted_once_an_instant() -> None:
    brush, cell = CardBrush(), running(FRONT)
    place = QSize(SIZE.width() + CARD_GAP, SIZE.height() + CARD_GAP)
    image = QImage(2 * place.width(), place.height(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    kept = []
    for second in range(3):
        at = replace(look(cell), now=NOW + timedelta(seconds=second))
        brush.paint(painter, [Stretch(0, 0, [cell, cell])], place, at)
        kept.append(len(brush._painted))
    painter.end()

    assert kept == [1, 1, 1]
    half = CARD_GAP // 2
    lefts = (half, place.width() + half)
    alike = [image.copy(left, half, SIZE.width(), SIZE.height()) for left in lefts]
    assert alike[0] == alike[1]
