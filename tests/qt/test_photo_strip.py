"""The source photos: added, removed, reordered, tagged, refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from carmp_desktop.core.problems import Problem
from carmp_desktop.qt.parts.controls import IconButton
from carmp_desktop.qt.request.photo_strip import AddTile, PhotoStrip
from carmp_desktop.qt.request.photo_tile import PhotoTile
from carmp_desktop.qt.request.refusals import Refusal, Refusals
from tests.qt.samples import ANGLES, photo, thumb

BROKEN = Problem(
    code="broken",
    title="broken photo",
    sentence="{name} cannot be read.",
    action="Take it again.",
    fields={"name": "b.jpg"},
)


@pytest.fixture
def strip(stand: Callable[[QWidget], QWidget]) -> PhotoStrip:
    made = PhotoStrip()
    made.set_angles(ANGLES)
    stand(made)
    return made


def fill(strip: PhotoStrip, qtbot: QtBot, *names: str) -> list[PhotoTile]:
    for name in names:
        strip.add_photo(photo(name), thumb())
    tiles = strip.findChildren(PhotoTile)
    qtbot.waitUntil(lambda: strip.findChild(AddTile).x() >= tiles[-1].geometry().right() > 0)
    return tiles


def names(strip: PhotoStrip) -> list[str]:
    return [item.name for item in strip.photos()]


def test_photos_stand_in_the_order_they_came(strip: PhotoStrip, qtbot: QtBot) -> None:
    fill(strip, qtbot, "a.jpg", "b.jpg")
    assert names(strip) == ["a.jpg", "b.jpg"]


def test_a_photo_that_is_there_already_is_not_shown_twice(strip: PhotoStrip, qtbot: QtBot) -> None:
    fill(strip, qtbot, "a.jpg", "a.jpg")
    assert names(strip) == ["a.jpg"]


def test_the_add_tile_is_the_whole_width_only_while_there_is_no_photo(
    strip: PhotoStrip, qtbot: QtBot
) -> None:
    add = strip.findChild(AddTile)
    assert add.width() == strip.width()
    fill(strip, qtbot, "a.jpg")
    assert add.width() < strip.width() / 3


@pytest.mark.parametrize("kind", [AddTile, QPushButton])
def test_a_press_on_the_add_tile_or_on_browse_asks_for_files(
    strip: PhotoStrip, qtbot: QtBot, kind: type[QWidget]
) -> None:
    with qtbot.waitSignal(strip.browse_requested):
        qtbot.mouseClick(strip.findChild(kind), Qt.MouseButton.LeftButton)


def test_delete_removes_the_photo_in_focus_and_says_which(strip: PhotoStrip, qtbot: QtBot) -> None:
    tiles = fill(strip, qtbot, "a.jpg", "b.jpg")
    tiles[0].setFocus()
    with qtbot.waitSignal(strip.photo_removed) as removed:
        qtbot.keyClick(tiles[0], Qt.Key.Key_Delete)
    assert removed.args[0].name == "a.jpg"
    assert names(strip) == ["b.jpg"]
    assert tiles[1].hasFocus()


def test_a_click_on_the_cross_removes_and_elsewhere_does_not(
    strip: PhotoStrip, qtbot: QtBot
) -> None:
    tiles = fill(strip, qtbot, "a.jpg", "b.jpg")
    corner = QPoint(tiles[1].width() - 8, 8)
    qtbot.mouseClick(tiles[1], Qt.MouseButton.LeftButton, pos=corner)
    assert names(strip) == ["a.jpg"]
    qtbot.mouseClick(tiles[0], Qt.MouseButton.LeftButton, pos=QPoint(10, 40))
    assert names(strip) == ["a.jpg"]
    tiles[0].findChild(QMenu).close()


def test_alt_and_an_arrow_move_a_photo_and_stop_at_the_ends(
    strip: PhotoStrip, qtbot: QtBot
) -> None:
    tiles = fill(strip, qtbot, "a.jpg", "b.jpg", "c.jpg")
    alt = Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(tiles[0], Qt.Key.Key_Right, alt)
    assert names(strip) == ["b.jpg", "a.jpg", "c.jpg"]
    qtbot.keyClick(tiles[1], Qt.Key.Key_Left, alt)
    assert names(strip) == ["b.jpg", "a.jpg", "c.jpg"]


def test_a_drag_moves_a_photo_and_opens_no_menu(strip: PhotoStrip, qtbot: QtBot) -> None:
    tiles = fill(strip, qtbot, "a.jpg", "b.jpg", "c.jpg")
    start = tiles[0].rect().center()
    target = tiles[0].mapFrom(strip, tiles[2].geometry().center())
    qtbot.mousePress(tiles[0], Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(tiles[0], target)
    qtbot.mouseRelease(tiles[0], Qt.MouseButton.LeftButton, pos=tiles[0].rect().center())
    assert names(strip) == ["b.jpg", "c.jpg", "a.jpg"]
    assert tiles[0].findChild(QMenu) is None


def test_the_menu_says_which_angle_a_photo_shows(strip: PhotoStrip, qtbot: QtBot) -> None:
    tile = fill(strip, qtbot, "a.jpg")[0]
    qtbot.keyClick(tile, Qt.Key.Key_Space)
    menu = tile.findChild(QMenu)
    assert menu.isVisible()
    labels = {action.text(): action for action in menu.actions()}
    assert labels["Angle not said"].isChecked()
    labels["Front three-quarter (45°)"].trigger()
    menu.close()
    assert strip.photos()[0].angle_key == "front_3_4"
    assert "Front three-quarter" in tile.accessibleName()


def test_a_tagged_photo_looks_different(strip: PhotoStrip, qtbot: QtBot) -> None:
    tile = fill(strip, qtbot, "a.jpg")[0]
    before = tile.grab().toImage()
    tile.tag("side_90")
    assert tile.grab().toImage() != before


def test_a_tag_goes_when_its_angle_goes(strip: PhotoStrip, qtbot: QtBot) -> None:
    fill(strip, qtbot, "a.jpg")[0].tag("side_90")
    strip.set_angles(ANGLES[:1])
    assert strip.photos()[0].angle_key is None


def test_a_photo_without_a_thumbnail_is_drawn_all_the_same(strip: PhotoStrip) -> None:
    strip.add_photo(photo("a.jpg"), QImage())
    tile = strip.findChild(PhotoTile)
    plain = tile.grab().toImage()
    colors = {plain.pixel(x, y) for x in range(plain.width()) for y in range(plain.height())}
    assert len(colors) > 2


def test_a_refused_file_is_shown_by_name_with_its_reason(strip: PhotoStrip) -> None:
    strip.refuse("b.jpg", BROKEN)
    shown = [label.text() for label in strip.findChild(Refusal).findChildren(QLabel)]
    assert shown == ["b.jpg", "b.jpg cannot be read. Take it again."]


def refused(*places: str) -> list[tuple[str, Problem]]:
    paths = [Path(place) for place in places]
    return [
        (path.name, replace(BROKEN, fields={"name": path.name, "folder": str(path.parent)}))
        for path in paths
    ]


def headings(strip: PhotoStrip) -> list[str]:
    return [refusal.findChildren(QLabel)[0].text() for refusal in strip.findChildren(Refusal)]


def test_files_of_one_name_are_told_apart_by_as_much_of_their_folder_as_it_takes(
    strip: PhotoStrip,
) -> None:
    for name, problem in refused("/car/left/one.jpg", "/car/two.jpg", "/car/right/one.jpg"):
        strip.refuse(name, problem)
    assert headings(strip) == [
        str(Path("left/one.jpg")),
        "two.jpg",
        str(Path("right/one.jpg")),
    ]
    names = [refusal.accessibleName() for refusal in strip.findChildren(Refusal)]
    assert len(set(names)) == 3
    first = strip.findChildren(Refusal)[0]
    first.close_button.click()
    assert headings(strip)[-1] == "one.jpg"


def test_a_file_that_is_refused_again_is_shown_once_and_first(strip: PhotoStrip) -> None:
    for name, problem in refused("/car/one.jpg", "/car/two.jpg", "/car/one.jpg"):
        strip.refuse(name, problem)
    assert strip.findChild(Refusals).names() == ("one.jpg", "two.jpg")


def test_a_refusal_can_be_dismissed(strip: PhotoStrip, qtbot: QtBot) -> None:
    strip.refuse("b.jpg", BROKEN)
    close = strip.findChild(Refusal).findChild(IconButton)
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert strip.findChild(Refusals).names() == ()
    assert strip.findChild(Refusals).isHidden()


def test_many_refusals_show_the_newest_and_how_many_more(strip: PhotoStrip, qtbot: QtBot) -> None:
    for number in range(5):
        strip.refuse(f"{number}.txt", BROKEN)
    refusals = strip.findChild(Refusals)
    shown = [item.name for item in refusals.findChildren(Refusal) if item.isVisible()]
    assert sorted(shown) == ["2.txt", "3.txt", "4.txt"]
    texts = [label.text() for label in refusals.findChildren(QLabel)]
    assert "and 2 more files" in texts
    qtbot.mouseClick(refusals.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert refusals.names() == ()
