"""The whole program by keyboard alone: from the first photo to the way out."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QRect, QUrl
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QWidget,
)

from carmp_desktop.core.model import Batch, CellKey, JobStatus
from carmp_desktop.qt.keys_sheet import KeysSheet
from carmp_desktop.qt.loupe.stage import Mode
from carmp_desktop.qt.settings.dialog import SettingsDialog
from carmp_desktop.qt.window import STUDIO
from tests.loopback import Fault, StandIn
from tests.loopback.faults import SENSITIVE
from tests.window.conftest import Desk, OpenDesk, heard
from tests.window.hands import Hands, name_of, until


@pytest.fixture
def clipboard(qapp: QApplication) -> Iterator[QClipboard]:
    """The clipboard, emptied afterwards: what lies on it outlives Python otherwise."""
    assert qapp
    board = QGuiApplication.clipboard()
    yield board
    board.clear()


async def test_a_batch_from_the_first_photo_to_the_bin_and_back(
    open_desk: OpenDesk, server: StandIn, photos: list[Path], clipboard: QClipboard
) -> None:
    server.break_(refused_once())
    async with open_desk() as desk:
        hands, panel = Hands(desk), desk.window.panel
        await hands.look("the start")
        await add_photos(hands, photos, clipboard)
        await choose(hands)
        assert [angle.key for angle in panel.request().angles] == ["front_0", "side_90"]
        assert [color.key for color in panel.request().colors] == ["red_metallic"]
        assert panel.request().car == "BMW 1 M"

        await hands.press("Ctrl+Return")
        (batch,) = desk.jobs.running
        await desk.ended(batch)
        await hands.look("the end of the batch")
        matrix = desk.window.batches.page(batch.id).matrix
        await hands.go_into(desk.window.batches)
        await hands.tab_to("Images of the batch")

        await hands.press("Down", "Right", "Left", "Up", "Down")
        assert matrix.current_key == CellKey("side_90")
        assert desk.cell(batch, "side_90").status is JobStatus.FAILED
        await hands.press("R")
        await until(lambda: desk.cell(batch, "side_90", "red_metallic").image, desk)

        await hands.press("Up", "Space")
        loupe = desk.window.loupe.loupe
        assert loupe is not None
        assert hands.focus is loupe.canvas
        await hands.press("Right", "V", "]", "V", "V")
        assert loupe.item.key == CellKey("front_0", "red_metallic")
        await hands.press("C", "Down", "Return")
        assert loupe.canvas.mode is Mode.SLIDER
        await hands.press("I", "I", "+", "Ctrl+Left", "0")
        await hands.press("Escape")
        assert hands.focus is matrix

        await hands.press("Delete")
        await until(lambda: desk.window.notices.notices, desk)
        await hands.go_into(desk.window.notices)
        await hands.tab_to("Undo")
        await hands.press("Space")
        await until(lambda: not desk.window.notices.notices, desk)
        await hands.look("the notice went")
        assert hands.focus is matrix


async def test_the_gallery_and_the_history(open_desk: OpenDesk, photos: list[Path]) -> None:
    async with open_desk() as desk:
        hands, window = Hands(desk), desk.window
        batch = await made(desk, photos)

        await hands.press("Ctrl+2")
        assert window.gallery.isAncestorOf(hands.focus)
        await until(lambda: len(window.gallery.view.shown) == 4, desk)
        await hands.press("Ctrl+F")
        await hands.write("side red")
        await until(lambda: len(window.gallery.view.shown) == 1, desk)
        await hands.press("Down")
        assert hands.focus is window.gallery.view
        await hands.press("S")
        await until(lambda: window.gallery.view.shown[0].starred, desk)
        await hands.press("Return")
        assert window.gallery_loupe.loupe.isAncestorOf(hands.focus)
        await hands.press("Escape")
        assert hands.focus is window.gallery.view

        await hands.press("Ctrl+3")
        assert window.history.isAncestorOf(hands.focus)
        await until(lambda: window.history.batches, desk)
        await hands.press("Ctrl+F", "Down", "Return")
        assert window.pages.currentIndex() == STUDIO
        assert hands.focus is window.batches.page(batch.id).matrix


async def test_settings_keys_and_the_way_out(
    open_desk: OpenDesk, server: StandIn, photos: list[Path]
) -> None:
    async with open_desk() as desk:
        hands, window = Hands(desk), desk.window
        batch = await made(desk, photos)
        await hands.go_into(window.batches)
        before = hands.focus

        await hands.press("Ctrl+,")
        await hands.tab_to("Settings: Engine")
        await hands.press("Right", "Right", "Right")
        await hands.tab_to("Light or dark: System")
        await hands.press("Right", "Right", "Return")
        await until(lambda: not window.findChildren(SettingsDialog), desk)
        await hands.look("the settings are closed")
        assert desk.jobs.market.settings.scheme == "dark"
        assert hands.focus is before

        await hands.press("F1")
        (sheet,) = window.findChildren(KeysSheet)
        assert sheet.isAncestorOf(hands.focus)
        await hands.press("Escape")
        assert hands.focus is before

        server.seconds = 5
        window.panel.set_car("Another")  # the very same batch would be asked about first
        await hands.press("Ctrl+Return")
        assert hands.focus is window.batches.current.matrix
        assert window.batches.current.batch is not batch
        left = asyncio.ensure_future(heard(window.close_requested))
        await hands.press("Ctrl+Q")
        assert not left.done()
        await hands.go_into(window.notices)
        await hands.press("Ctrl+Q")
        await left


async def test_batches_are_closed_and_the_keyboard_goes_on(
    open_desk: OpenDesk, photos: list[Path]
) -> None:
    async with open_desk() as desk:
        hands, window = Hands(desk), desk.window
        await made(desk, photos)
        await hands.go_into(window.batches)
        await hands.press("Ctrl+W")
        assert window.batches.current is None
        assert window.isAncestorOf(hands.focus)


async def test_every_place_of_the_focus_is_seen(
    open_desk: OpenDesk, server: StandIn, photos: list[Path]
) -> None:
    server.break_(refused_once())
    async with open_desk() as desk:
        hands, window = Hands(desk), desk.window
        unseen = await unseen_in(hands, window)
        await made(desk, photos)
        for page in ("Ctrl+1", "Ctrl+2", "Ctrl+3"):
            await hands.press(page)
            await until(lambda: window.gallery.view.shown or not window.gallery.isVisible(), desk)
            unseen |= await unseen_in(hands, window)
        await hands.press("Ctrl+1")
        window.batches.current.matrix.setFocus()
        await hands.press("Space")
        unseen |= await unseen_in(hands, window)
        await hands.press("Escape", "Ctrl+,")
        (dialog,) = window.findChildren(SettingsDialog)
        for page in range(4):
            dialog._tabs.choose(page)
            unseen |= await unseen_in(hands, dialog)
        await hands.press("Escape", "F1")
        unseen |= await unseen_in(hands, window.findChildren(KeysSheet)[0])
        await hands.press("Escape")
    assert unseen == set()


async def unseen_in(hands: Hands, window: QWidget) -> set[str]:
    """Walk round with Tab: the names of what looks the same with and without the focus."""
    unseen, passed = set(), set()
    await hands.press("Tab")
    while hands.focus not in passed:
        passed.add(hands.focus)
        without, left = window.grab().toImage(), hands.focus
        await hands.press("Tab")
        if hands.focus is left:  # there is but one
            break
        around = around_in(hands.focus, window)
        if window.grab().toImage().copy(around) == without.copy(around):
            unseen.add(f"{type(hands.focus).__name__} {name_of(hands.focus)}")
    return unseen


def around_in(widget: QWidget, window: QWidget) -> QRect:
    corner = widget.mapTo(window, QPoint())
    return QRect(corner, widget.size()).adjusted(-4, -4, 4, 4).intersected(window.rect())


async def add_photos(hands: Hands, photos: list[Path], clipboard: QClipboard) -> None:
    """The first one from the clipboard, the second one from the dialog."""
    panel = hands.desk.window.panel
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(photos[0]))])
    clipboard.setMimeData(held)
    await hands.press("Ctrl+V")
    await until(lambda: len(panel.photos()) == 1, hands.desk)
    await hands.press("Ctrl+O")
    await hands.write(str(photos[1]))
    await hands.press("Return")
    await until(lambda: len(panel.photos()) == 2, hands.desk)


async def made(desk: Desk, photos: list[Path]) -> Batch:
    await desk.drop(photos)
    desk.window.panel.select(["front_0", "side_90"], ["red_metallic"])
    desk.window.panel.set_car("BMW 1 M")
    return await desk.generate()


async def choose(hands: Hands) -> None:
    """All and then none, and from there two angles and a color."""
    await hands.tab_to("Car")
    await hands.write("BMW 1 M")
    for count, wanted in (
        ("3 of 5", ("Front (0°)", "Right side (90°)")),
        ("4 of 5", ("Red Metallic",)),
    ):
        await hands.tab_to(count)
        await hands.press("Space", "Space")
        for name in wanted:
            await hands.tab_to(name)
            await hands.press("Space")


def refused_once() -> Fault:
    return Fault("create", "outcome", prompt="profile", outcome="failed", error=SENSITIVE, times=1)
