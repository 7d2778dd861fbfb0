"""Closing the window while images are being made: leave them, or let them be made unseen."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from carmp_desktop.core.model import Batch, JobStatus
from carmp_desktop.core.problems import Problem
from carmp_desktop.qt.errand import Errand, Wanted
from carmp_desktop.qt.parts.notice import Notice
from carmp_desktop.qt.presence.announcer import is_in_front
from carmp_desktop.qt.presence.presence import Presence
from carmp_desktop.qt.presence.single_window import Call
from tests.loopback import StandIn
from tests.window.conftest import Desk, OpenDesk, heard
from tests.window.desktop import desktop_on, present, session_bus

KEEP = "Keep making them"
CLOSE = "Close, go on next time"


@pytest.fixture(autouse=True)
def _no_bus(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)


async def begun(desk: Desk, photos: list[Path]) -> Batch:
    """A batch of two angles, one of which is being made."""
    await desk.drop(photos)
    desk.window.panel.select(("front_0", "side_90"), ())
    desk.window.panel.set_auto_colorize(False)
    desk.window.panel.set_car("BMW 1 M")
    batch = desk.press()
    await heard(desk.jobs.marketplaceJobUpdated, lambda e: e.cell.status is JobStatus.PROCESSING)
    return batch


def question(desk: Desk) -> Notice:
    """What is asked when the window is closed."""
    desk.window.close()
    (notice,) = desk.window.notices.notices
    return notice


def button(notice: Notice, text: str) -> QPushButton:
    (found,) = [one for one in notice.findChildren(QPushButton) if one.text() == text]
    return found


async def hidden(desk: Desk, photos: list[Path]) -> Batch:
    """A batch that is being made behind a hidden window."""
    batch = await begun(desk, photos)
    QTest.mouseClick(button(question(desk), KEEP), Qt.MouseButton.LeftButton)
    assert not desk.window.isVisible()
    return batch


async def in_front(desk: Desk) -> None:
    """Wait until the window has come to the front; what is asked of Qt takes effect later."""
    assert desk.window.isVisible()
    while not is_in_front(desk.window):
        await heard(QGuiApplication.instance().focusWindowChanged)


def leaves(presence: Presence) -> asyncio.Future[tuple[object, ...]]:
    """Will hear that the program shall end."""
    return asyncio.ensure_future(heard(presence.leave_requested))


async def test_kept_on_the_images_are_made_unseen_and_then_the_program_ends(
    open_desk: OpenDesk,
    photos: list[Path],
    server: StandIn,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    server.seconds = 0.5
    with session_bus(tmp_path) as bus:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
        async with open_desk() as desk, desktop_on(bus) as desktop, present(desk) as presence:
            errand = Errand(desk.window, desk.jobs, Wanted())
            presence.leave_requested.connect(errand.leave)
            ended = asyncio.ensure_future(heard(errand.done))
            batch = await begun(desk, photos)
            notice = question(desk)
            assert "you are told at the end" in notice.text.sentence

            QTest.mouseClick(button(notice, KEEP), Qt.MouseButton.LeftButton)

            assert not desk.window.isVisible()
            assert desk.window.notices.notices == ()
            assert await ended == (0,)
            assert not desk.window.isVisible()
            assert desk.cell(batch, "side_90").status is JobStatus.COMPLETED
            await desktop.until(lambda: desktop.shown)
            assert [shown.title for shown in desktop.shown] == ["BMW 1 M: 2 images done"]


async def test_pressing_close_twice_still_leaves(
    open_desk: OpenDesk, photos: list[Path], server: StandIn
) -> None:
    server.seconds = 3
    async with open_desk() as desk, present(desk):
        await begun(desk, photos)
        asked: list[None] = []
        desk.window.close_requested.connect(lambda: asked.append(None))

        notice = question(desk)
        assert asked == []
        desk.window.close()
        assert asked == [None]

        assert desk.window.isVisible()
        QTest.mouseClick(button(notice, CLOSE), Qt.MouseButton.LeftButton)
        assert asked == [None, None]


async def test_without_anybody_to_tell_the_way_back_is_said_and_the_keyboard_finds_it(
    open_desk: OpenDesk, photos: list[Path], server: StandIn
) -> None:
    server.seconds = 3
    async with open_desk() as desk, present(desk):
        await begun(desk, photos)

        notice = question(desk)

        assert "start the program again to see them" in notice.text.sentence
        keep = button(notice, KEEP)
        assert keep.nextInFocusChain() is button(notice, CLOSE)
        keep.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(keep, Qt.Key.Key_Space)
        assert not desk.window.isVisible()


async def test_a_second_start_brings_the_window_back_and_it_stays(
    open_desk: OpenDesk, photos: list[Path], server: StandIn
) -> None:
    server.seconds = 0.5
    async with open_desk() as desk, present(desk) as presence:
        over = leaves(presence)
        batch = await hidden(desk, photos)

        Errand(desk.window, desk.jobs, Wanted()).answer(Call())
        await in_front(desk)
        await desk.ended(batch)
        assert not presence.backstage.is_hidden
        assert not over.done()

        desk.window.panel.set_car("Audi S1")
        presence.backstage.hide()
        await over


async def test_back_before_the_program_has_ended_it_does_not_end(
    open_desk: OpenDesk, photos: list[Path]
) -> None:
    async with open_desk() as desk, present(desk, linger_ms=60_000) as presence:
        over = leaves(presence)
        await desk.ended(await hidden(desk, photos))
        assert presence.backstage.is_lingering

        presence.backstage.come_back()

        await in_front(desk)
        assert not presence.backstage.is_lingering
        over.cancel()


async def test_the_tray_leads_back_or_out(
    open_desk: OpenDesk, photos: list[Path], server: StandIn
) -> None:
    server.seconds = 3
    async with open_desk() as desk, present(desk) as presence:
        await hidden(desk, photos)
        show, leave = presence.tray.menu.actions()
        assert isinstance(show, QAction)

        show.trigger()
        await in_front(desk)

        over = leaves(presence)
        await asyncio.sleep(0)
        leave.trigger()
        await over


async def test_what_goes_wrong_unseen_brings_the_window_back(
    open_desk: OpenDesk, photos: list[Path], server: StandIn
) -> None:
    server.seconds = 3
    async with open_desk() as desk, present(desk):
        await hidden(desk, photos)

        desk.jobs.problem_raised.emit(Problem("trouble", "Trouble", "Something went wrong."))

        assert desk.window.isVisible()
