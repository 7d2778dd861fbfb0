"""Angles and colors: chosen, counted, searched, typed, and kept when the sheets change."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from carmp_desktop.core.model import Color
from carmp_desktop.qt.parts.switch import Switch
from carmp_desktop.qt.request.angle_picker import AnglePicker, AngleTile
from carmp_desktop.qt.request.color_chip import AddChip, ColorChip
from carmp_desktop.qt.request.color_picker import ColorPicker
from tests.qt.samples import ANGLES, COLORS


@pytest.fixture
def angles(stand: Callable[[QWidget], QWidget]) -> AnglePicker:
    made = AnglePicker()
    made.set_angles(ANGLES)
    stand(made)
    return made


@pytest.fixture
def colors(stand: Callable[[QWidget], QWidget]) -> ColorPicker:
    made = ColorPicker()
    made.set_colors(COLORS)
    stand(made)
    return made


def keys(picker: AnglePicker | ColorPicker) -> list[str]:
    return [item.key for item in picker.chosen()]


def count_button(picker: QWidget) -> QPushButton:
    return picker.findChild(QPushButton)


def chip(picker: ColorPicker, label: str) -> ColorChip:
    found = [item for item in picker.findChildren(ColorChip) if item.text() == label]
    return found[-1]


def field(picker: ColorPicker, placeholder: str) -> QLineEdit:
    fields = picker.findChildren(QLineEdit)
    return next(item for item in fields if item.placeholderText().startswith(placeholder))


def many(count: int) -> list[Color]:
    return [Color(f"color_{n}", f"Color {n}", f"Paint #{n:06X}", f"#{n:06X}") for n in range(count)]


def test_a_tile_shows_the_short_label_and_tells_the_whole_one(angles: AnglePicker) -> None:
    tile = angles.findChildren(AngleTile)[1]
    assert tile.text() == "Front ¾"
    assert tile.toolTip() == "Front three-quarter (45°)"
    assert tile.accessibleName() == "Front three-quarter (45°)"


def test_a_click_or_a_key_chooses_an_angle(angles: AnglePicker, qtbot: QtBot) -> None:
    tiles = angles.findChildren(AngleTile)
    with qtbot.waitSignal(angles.chosen_changed):
        qtbot.mouseClick(tiles[2], Qt.MouseButton.LeftButton)
    qtbot.keyClick(tiles[0], Qt.Key.Key_Space)
    assert keys(angles) == ["front_0", "side_90"]
    assert count_button(angles).text() == "2 of 4 · all"


def test_a_chosen_tile_looks_different_from_one_in_focus(angles: AnglePicker, qtbot: QtBot) -> None:
    tile = angles.findChildren(AngleTile)[0]
    plain = tile.grab().toImage()
    tile.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(tile.hasFocus)
    focused = tile.grab().toImage()
    tile.clearFocus()
    tile.setChecked(True)
    chosen = tile.grab().toImage()
    assert plain != focused != chosen != plain


def test_one_press_chooses_all_and_the_next_none(angles: AnglePicker, qtbot: QtBot) -> None:
    button = count_button(angles)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(keys(angles)) == 4
    assert button.text() == "4 of 4 · none"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert keys(angles) == []


def test_angles_keep_their_ticks_when_the_sheet_changes(angles: AnglePicker) -> None:
    angles.choose(["side_90", "front_0"])
    angles.set_angles([ANGLES[3], ANGLES[2]])
    assert keys(angles) == ["side_90"]


def test_choosing_by_key_replaces_what_was_chosen(angles: AnglePicker) -> None:
    angles.choose(["side_90"])
    angles.choose(["front_0", "not_there"])
    assert keys(angles) == ["front_0"]


def test_without_a_sheet_both_pickers_say_so(stand: Callable[[QWidget], QWidget]) -> None:
    for picker in (AnglePicker(), ColorPicker()):
        stand(picker)
        texts = [label.text() for label in picker.findChildren(QLabel) if label.isVisible()]
        assert any("the sheet has not been read" in text for text in texts)
        assert count_button(picker).isHidden()


def test_colors_keep_their_ticks_when_the_sheet_changes(colors: ColorPicker) -> None:
    colors.choose(["red_metallic", "white_pearl"])
    colors.set_colors(COLORS[1:])
    assert keys(colors) == ["white_pearl"]


def test_the_search_appears_with_more_than_a_dozen_colors(
    colors: ColorPicker, qtbot: QtBot
) -> None:
    search = field(colors, "Search")
    colors.set_colors(many(12))
    assert search.isHidden()
    colors.set_colors(many(13))
    assert search.isVisible()
    qtbot.keyClicks(search, "color 12")
    shown = [item.text() for item in colors.findChildren(ColorChip) if item.isVisible()]
    assert shown == ["Color 12"]
    colors.set_colors(COLORS)
    assert all(chip(colors, color.label).isVisible() for color in COLORS)


def test_a_search_without_a_find_says_so(colors: ColorPicker, qtbot: QtBot) -> None:
    colors.set_colors(many(20))
    qtbot.keyClicks(field(colors, "Search"), "plaid")
    texts = [label.text() for label in colors.findChildren(QLabel) if label.isVisible()]
    assert "No color is called “plaid”." in texts


def test_a_custom_color_is_typed_in_place_and_chosen(colors: ColorPicker, qtbot: QtBot) -> None:
    add = colors.findChild(AddChip)
    qtbot.mouseClick(add, Qt.MouseButton.LeftButton)
    entry = field(colors, "Name or")
    assert add.isHidden()
    assert entry.isVisible()
    qtbot.keyClicks(entry, "Midnight #191970")
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    (color,) = colors.chosen()
    assert color.custom
    assert color.prompt_value == "Midnight #191970"
    assert color.hex == "#191970"


def test_escape_closes_the_entry_and_adds_nothing(colors: ColorPicker, qtbot: QtBot) -> None:
    qtbot.mouseClick(colors.findChild(AddChip), Qt.MouseButton.LeftButton)
    entry = field(colors, "Name or")
    qtbot.keyClicks(entry, "Mid")
    qtbot.keyClick(entry, Qt.Key.Key_Escape)
    assert entry.isHidden()
    assert colors.findChild(AddChip).isVisible()
    assert len(colors.findChildren(ColorChip)) == len(COLORS)


def test_a_color_that_is_there_already_is_only_chosen(colors: ColorPicker) -> None:
    colors.add_custom("red metallic")
    assert keys(colors) == ["red_metallic"]


def test_custom_colors_stay_when_the_sheet_changes(colors: ColorPicker) -> None:
    colors.add_custom("Rosso Corsa")
    colors.set_colors(COLORS[:1])
    assert [color.label for color in colors.chosen()] == ["Rosso Corsa"]


@pytest.mark.parametrize("by", ["key", "cross"])
def test_a_custom_color_can_go_again(colors: ColorPicker, qtbot: QtBot, by: str) -> None:
    colors.add_custom("Rosso Corsa")
    custom = chip(colors, "Rosso Corsa")
    custom.resize(custom.sizeHint())
    if by == "key":
        qtbot.keyClick(custom, Qt.Key.Key_Delete)
    else:
        cross = QPoint(custom.width() - 14, custom.height() // 2)
        qtbot.mouseClick(custom, Qt.MouseButton.LeftButton, pos=cross)
    assert keys(colors) == []


def test_delete_does_not_take_a_color_of_the_sheet(colors: ColorPicker, qtbot: QtBot) -> None:
    qtbot.keyClick(chip(colors, "Red Metallic"), Qt.Key.Key_Delete)
    assert chip(colors, "Red Metallic").isVisible()


def test_chips_go_on_in_the_next_line(colors: ColorPicker) -> None:
    colors.set_colors(many(20))
    colors.window().layout().activate()
    chips = [item for item in colors.findChildren(ColorChip) if item.isVisible()]
    assert max(item.geometry().right() for item in chips) < colors.width()
    assert len({item.y() for item in chips}) > 3


def test_the_switch_looks_different_when_it_is_off(qtbot: QtBot, dressed: object) -> None:
    assert dressed
    switch = Switch("Auto-colorize")
    qtbot.addWidget(switch)
    on_off = [switch.grab().toImage()]
    switch.setChecked(True)
    on_off.append(switch.grab().toImage())
    assert on_off[0] != on_off[1]
