"""The panel as a whole: what it asks for, and what it says of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QClipboard, QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from carmp_desktop.core.last_choices import LastChoices, choices_in
from carmp_desktop.core.model import Angle, BatchRequest, EngineName
from carmp_desktop.core.presets import Presets
from carmp_desktop.core.problems import Problem
from carmp_desktop.qt.parts.controls import IconButton
from carmp_desktop.qt.parts.fading_scroll import FadingScroll
from carmp_desktop.qt.parts.switch import Switch
from carmp_desktop.qt.request.instructions import FoldButton
from carmp_desktop.qt.request.offer import Offer
from carmp_desktop.qt.request.panel import RequestPanel
from carmp_desktop.qt.request.photo_tile import PhotoTile
from tests.qt.samples import PRESETS, photo, thumb


@pytest.fixture
def panel(stand: Callable[[QWidget], QWidget]) -> RequestPanel:
    made = RequestPanel()
    made.set_presets(PRESETS)
    made.set_engines(EngineName.REPLICATE, ready=True, hint="")
    made.set_price(0.039)
    stand(made)
    return made


def make_ready(panel: RequestPanel) -> None:
    panel.add_photo(photo("a.jpg"), thumb())
    panel.select(["front_0", "side_90"], ["red_metallic", "blue_metallic"])


def the_button(panel: RequestPanel) -> QPushButton:
    primary = [
        button for button in panel.findChildren(QPushButton) if button.property("role") == "primary"
    ]
    assert len(primary) == 1
    return primary[0]


def shown_texts(panel: RequestPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def icon_button(panel: RequestPanel, name: str) -> IconButton:
    buttons = panel.findChildren(IconButton)
    return next(button for button in buttons if button.accessibleName() == name)


def drop(target: QWidget, data: QMimeData) -> bool:
    """Drag ``data`` onto the middle of ``target`` and let go, as the platform would."""
    place = target.rect().center()
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(target, QDragEnterEvent(place, copy, data, left, none))
    QApplication.sendEvent(target, QDragMoveEvent(place, copy, data, left, none))
    event = QDropEvent(QPointF(place), copy, data, left, none)
    QApplication.sendEvent(target, event)
    return event.isAccepted()


def test_the_request_holds_everything_that_was_chosen(panel: RequestPanel) -> None:
    make_ready(panel)
    panel.set_car(" BMW 1 M ")
    panel.findChild(PhotoTile).tag("front_0")
    panel.findChild(FoldButton).click()
    panel.findChild(QPlainTextEdit).setPlainText("Plain grey floor.\n")
    request = panel.request()
    assert [item.name for item in request.photos] == ["a.jpg"]
    assert request.photos[0].angle_key == "front_0"
    assert [angle.key for angle in request.angles] == ["front_0", "side_90"]
    assert [color.key for color in request.colors] == ["red_metallic", "blue_metallic"]
    assert request.car == "BMW 1 M"
    assert request.instructions == "Plain grey floor."
    assert request.auto_colorize
    assert request.engine is EngineName.REPLICATE


def test_the_button_names_angles_and_colors(panel: RequestPanel) -> None:
    make_ready(panel)
    assert the_button(panel).text() == "Generate 2 Angles → 2 Colors each"
    panel.set_auto_colorize(False)
    assert the_button(panel).text() == "Generate 2 Angles (colors later)"


def test_images_and_price_follow_the_choice(panel: RequestPanel) -> None:
    make_ready(panel)
    texts = shown_texts(panel)
    assert "6" in texts
    assert "$0.234" in texts
    panel.set_auto_colorize(False)
    assert "$0.078" in shown_texts(panel)


def test_an_image_made_on_this_computer_has_no_price(panel: RequestPanel) -> None:
    make_ready(panel)
    panel.set_engines(EngineName.STUDIO, ready=True, hint="")
    panel.set_price(None)
    texts = shown_texts(panel)
    assert "on this computer" in texts
    assert not any(text.startswith("$") for text in texts)
    assert panel.request().engine is EngineName.STUDIO


def test_a_press_hands_over_the_request(panel: RequestPanel, qtbot: QtBot) -> None:
    make_ready(panel)
    with qtbot.waitSignal(panel.generate_requested) as pressed:
        qtbot.mouseClick(the_button(panel), Qt.MouseButton.LeftButton)
    assert pressed.args == [panel.request()]
    assert isinstance(pressed.args[0], BatchRequest)


def test_control_and_return_press_the_button(panel: RequestPanel, qtbot: QtBot) -> None:
    make_ready(panel)
    with qtbot.waitSignal(panel.generate_requested):
        qtbot.keyClick(panel, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_busy_panel_cannot_start_a_second_batch(panel: RequestPanel, qtbot: QtBot) -> None:
    make_ready(panel)
    panel.set_busy(True)
    with qtbot.assertNotEmitted(panel.generate_requested):
        qtbot.mouseClick(the_button(panel), Qt.MouseButton.LeftButton)
        qtbot.keyClick(panel, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    panel.set_busy(False)
    assert the_button(panel).isEnabled()


def test_wanted_colors_switch_auto_colorize_on(panel: RequestPanel) -> None:
    panel.set_auto_colorize(False)
    panel.select(["front_0"], [])
    assert not panel.request().auto_colorize
    panel.select(["front_0"], ["red_metallic"])
    assert panel.request().auto_colorize


def test_choices_are_made_with_colors_of_ones_own_and_without_what_is_gone(
    panel: RequestPanel,
) -> None:
    choices = LastChoices(
        angles=("side_90", "gone"),
        colors=("blue_metallic", "gone"),
        own_colors=("Nardo grey #686A6C",),
        auto_colorize=False,
    )
    panel.choose(choices)
    panel.choose(choices)
    left = replace(choices, angles=("side_90",), colors=("blue_metallic",))
    assert choices_in(panel.request()) == left


def test_presets_are_offered_before_the_selection_left_of_them_is_told(
    panel: RequestPanel,
) -> None:
    make_ready(panel)
    told: list[str] = []
    panel.presets_offered.connect(lambda _presets: told.append("offered"))
    panel.selection_changed.connect(lambda: told.append("selection"))
    panel.set_presets(Presets(angles=PRESETS.angles[:1]))
    assert told == ["offered", "selection"]


def test_the_offer_says_what_a_press_would_make(panel: RequestPanel) -> None:
    offers: list[Offer] = []
    panel.offer_changed.connect(offers.append)
    make_ready(panel)
    assert offers[-1].request == panel.request()
    assert offers[-1].summary == "6 images with Replicate, for about $0.234."
    panel.set_price(None)
    assert offers[-1].summary == "6 images with Replicate, at an unknown price."
    panel.set_engines(EngineName.STUDIO, ready=True, hint="")
    assert offers[-1].summary == "6 images with Studio, on this computer and without cost."


def test_where_more_lies_below_the_edge_fades(panel: RequestPanel, qtbot: QtBot) -> None:
    angles = tuple(Angle(f"a{n}", f"Angle {n}", "somewhere", 15.0 * n) for n in range(24))
    scroll = panel.findChild(FadingScroll)
    bar = scroll.verticalScrollBar()
    viewport = scroll.viewport()

    def veiled() -> list[bool]:
        edges = [child for child in viewport.findChildren(QWidget) if child.parent() is viewport]
        veils = [child for child in edges if child is not scroll.widget()]
        return [veil.isVisible() for veil in veils]

    assert veiled() == [False, False]
    panel.set_presets(Presets(angles=angles, colors=PRESETS.colors))
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert veiled() == [False, True]
    bar.setValue(bar.maximum())
    assert veiled() == [True, False]
    bar.setValue(bar.maximum() // 2)
    assert veiled() == [True, True]
    assert the_button(panel).isVisible()


def test_what_is_missing_is_said_one_by_one(panel: RequestPanel) -> None:
    button = the_button(panel)
    assert not button.isEnabled()
    assert "Add at least one photo of the car." in shown_texts(panel)
    panel.add_photo(photo(), thumb())
    assert "Choose at least one angle." in shown_texts(panel)
    panel.select(["front_0"], [])
    assert "Choose a color, or turn auto-colorize off." in shown_texts(panel)
    assert not button.isEnabled()
    panel.set_auto_colorize(False)
    assert button.isEnabled()


def test_without_a_token_the_foot_says_so_and_where_to_enter_it(
    panel: RequestPanel, qtbot: QtBot
) -> None:
    make_ready(panel)
    panel.set_engines(EngineName.REPLICATE, ready=False, hint="No Replicate token yet.")
    assert not the_button(panel).isEnabled()
    assert "No Replicate token yet." in shown_texts(panel)
    links = [item for item in panel.findChildren(QPushButton) if item.text() == "Enter token"]
    with qtbot.waitSignal(panel.token_requested):
        qtbot.mouseClick(links[0], Qt.MouseButton.LeftButton)


def test_another_engine_can_be_picked_where_there_is_one(panel: RequestPanel, qtbot: QtBot) -> None:
    choose = icon_button(panel, "Choose the engine")
    assert choose.isHidden()
    panel.set_engines(EngineName.REPLICATE, ready=True, hint="", choices=tuple(EngineName))
    qtbot.mouseClick(choose, Qt.MouseButton.LeftButton)
    menu = next(menu for menu in panel.findChildren(QMenu) if menu.isVisible())
    studio = next(action for action in menu.actions() if action.text() == "Studio")
    with qtbot.waitSignal(panel.engine_chosen) as chosen:
        studio.trigger()
    menu.close()
    assert chosen.args == [EngineName.STUDIO]


def test_files_and_folders_may_be_dropped_on_the_panel(
    panel: RequestPanel, qtbot: QtBot, tmp_path: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("a.jpg", "folder")])
    with qtbot.waitSignal(panel.files_dropped) as dropped:
        assert drop(panel, data)
    assert dropped.args == [[tmp_path / "a.jpg", tmp_path / "folder"]]


def test_an_image_without_a_file_may_be_dropped_too(panel: RequestPanel, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setImageData(thumb())
    with qtbot.waitSignal(panel.image_pasted) as pasted:
        assert drop(panel, data)
    assert pasted.args[0].size() == thumb().size()


def test_text_is_not_taken(panel: RequestPanel, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setText("no photo")
    with qtbot.assertNotEmitted(panel.files_dropped):
        assert not drop(panel, data)


def test_fields_leave_dropped_files_to_the_panel(panel: RequestPanel) -> None:
    fields = [panel.findChild(QPlainTextEdit), panel.findChild(QPlainTextEdit).viewport()]
    fields += panel.findChildren(QLineEdit)
    assert not any(field.acceptDrops() for field in fields)


@pytest.mark.parametrize("kind", ["files", "image"])
def test_what_is_on_the_clipboard_can_be_pasted(
    panel: RequestPanel, qtbot: QtBot, tmp_path: Path, clipboard: QClipboard, kind: str
) -> None:
    data = QMimeData()
    if kind == "files":
        data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.jpg"))])
    else:
        data.setImageData(thumb())
    clipboard.setMimeData(data)
    signal = panel.files_dropped if kind == "files" else panel.image_pasted
    with qtbot.waitSignal(signal) as pasted:
        qtbot.keyClick(panel, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert pasted.args[0] == [tmp_path / "a.jpg"] or isinstance(pasted.args[0], QImage)


def test_a_preset_that_vanished_is_no_longer_asked_for(panel: RequestPanel) -> None:
    make_ready(panel)
    panel.set_presets(Presets(angles=PRESETS.angles[:1], colors=PRESETS.colors[:1]))
    assert [angle.key for angle in panel.request().angles] == ["front_0"]
    assert [color.key for color in panel.request().colors] == ["red_metallic"]
    assert the_button(panel).text() == "Generate 1 Angle → 1 Color each"


def test_the_source_of_the_presets_is_shown_and_read_again_on_demand(
    panel: RequestPanel, qtbot: QtBot
) -> None:
    panel.set_presets_state("Presets: last copy, 2 days old", stale=True, reading=False)
    assert "Presets: last copy, 2 days old" in shown_texts(panel)
    reload = icon_button(panel, "Read the sheets again")
    with qtbot.waitSignal(panel.reload_requested):
        qtbot.mouseClick(reload, Qt.MouseButton.LeftButton)
    panel.set_presets_state("Presets: last copy, 2 days old", stale=True, reading=True)
    assert not reload.isEnabled()
    assert "Reading the sheets…" in shown_texts(panel)


def test_instructions_are_folded_and_say_when_they_are_in_use(panel: RequestPanel) -> None:
    fold, field = panel.findChild(FoldButton), panel.findChild(QPlainTextEdit)
    assert field.isHidden()
    fold.click()
    assert field.isVisible()
    field.setPlainText("Grey floor")
    fold.click()
    assert field.isHidden()
    assert fold.text() == "Additional instructions · in use"
    assert panel.request().instructions == "Grey floor"


def test_every_change_is_told(panel: RequestPanel, qtbot: QtBot) -> None:
    for change in (
        lambda: panel.add_photo(photo("b.jpg"), thumb()),
        lambda: panel.select(["front_0"], []),
        lambda: panel.set_car("Polo"),
        lambda: panel.findChild(Switch).click(),
    ):
        with qtbot.waitSignal(panel.selection_changed):
            change()


def test_a_refused_file_is_shown_by_name(panel: RequestPanel) -> None:
    panel.refuse("notes.pdf", Problem(code="no_image", title="no image", sentence="No photo."))
    assert "notes.pdf" in shown_texts(panel)


def test_no_control_is_lit_before_a_key_is_pressed_and_tab_goes_through_all(
    panel: RequestPanel, qtbot: QtBot
) -> None:
    make_ready(panel)
    assert panel.hasFocus()
    seen: list[QWidget] = []
    while (now := QApplication.focusWidget()) not in seen:
        seen.append(now)
        qtbot.keyClick(now, Qt.Key.Key_Tab)
    reached = {type(widget).__name__ for widget in seen}
    assert {"PhotoTile", "AddTile", "QLineEdit", "AngleTile", "ColorChip"} <= reached
    assert {"AddChip", "Switch", "FoldButton", "IconButton", "ElidingButton"} <= reached
    nameless = [
        type(widget).__name__
        for widget in seen[1:]
        if not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []
    places = [widget.mapTo(panel, QPoint(0, 0)).y() for widget in seen[1:]]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("angles", "colors", "words"),
    [
        (1, 1, "Generate 1 Angle → 1 Color each"),
        (1, 2, "Generate 1 Angle → 2 Colors each"),
        (2, 1, "Generate 2 Angles → 1 Color each"),
        (2, 2, "Generate 2 Angles → 2 Colors each"),
        (1, None, "Generate 1 Angle (colors later)"),
        (2, None, "Generate 2 Angles (colors later)"),
    ],
)
def test_one_is_no_plural_on_the_button(
    panel: RequestPanel, angles: int, colors: int | None, words: str
) -> None:
    make_ready(panel)
    keys = [angle.key for angle in PRESETS.angles[:angles]]
    panel.select(keys, [color.key for color in PRESETS.colors[: colors or 0]])
    panel.set_auto_colorize(colors is not None)
    assert the_button(panel).text() == words
