"""Batches that end while the user is elsewhere: told once each over a real session bus."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import unquote, urlparse

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from carmp_desktop.core.events import JobUpdated
from carmp_desktop.core.model import Batch, CellKey, JobStatus
from carmp_desktop.qt.announcer import is_in_front
from carmp_desktop.qt.desktop_bus import DesktopBus
from carmp_desktop.qt.doorbell import bring_to_front
from carmp_desktop.qt.presence import Presence
from carmp_desktop.qt.program_icon import program_icon
from carmp_desktop.qt.tokens import LIGHT
from tests.loopback import Fault, StandIn
from tests.window.conftest import Desk, OpenDesk, heard
from tests.window.desktop import Bus, Desktop, desktop_on, session_bus

ANGLES = ("front_0", "side_90")
COLORS = ("red_metallic", "blue_metallic")


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bus]:
    """A session bus of the test's own, which the program finds."""
    with session_bus(tmp_path) as made:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", made.address)
        yield made


@asynccontextmanager
async def present(desk: Desk) -> AsyncIterator[Presence]:
    """The program's presence on the desktop, as a session gives it."""
    presence = Presence(desk.window, desk.jobs)
    try:
        yield presence
    finally:
        await presence.aclose()


def choose(desk: Desk, car: str = "BMW 1 M") -> None:
    desk.window.panel.select(ANGLES, COLORS)
    desk.window.panel.set_car(car)


async def test_a_batch_that_ends_behind_a_minimized_window_is_told_once(
    open_desk: OpenDesk, photos: list[Path], bus: Bus
) -> None:
    async with open_desk() as desk, desktop_on(bus) as desktop, present(desk):
        await desk.drop(photos)
        choose(desk)
        desk.window.showMinimized()

        await desk.generate()
        await desktop.until(lambda: desktop.shown)
        choose(desk, "Audi S1")
        await desk.generate()
        await desktop.until(lambda: len(desktop.shown) > 1)

        assert [shown.title for shown in desktop.shown] == [
            "BMW 1 M: 6 images done",
            "Audi S1: 6 images done",
        ]
        shown = desktop.shown[0]
        assert shown.actions == ["default", "Show"]
        assert Path(unquote(urlparse(shown.icon).path)).is_file()


async def test_in_front_nothing_pops_up(
    open_desk: OpenDesk, photos: list[Path], bus: Bus
) -> None:
    async with open_desk() as desk, desktop_on(bus) as desktop, present(desk):
        await desk.drop(photos)
        choose(desk)
        assert is_in_front(desk.window)
        await desk.generate()

        desk.window.showMinimized()
        choose(desk, "Audi S1")
        await desk.generate()
        await desktop.until(lambda: desktop.shown)

        assert [shown.title for shown in desktop.shown] == ["Audi S1: 6 images done"]


async def test_what_failed_is_counted_and_calls_until_it_is_looked_at(
    open_desk: OpenDesk, photos: list[Path], server: StandIn, bus: Bus
) -> None:
    server.break_(Fault("create", "outcome", prompt="profile", outcome="failed", error="boom"))
    async with open_desk() as desk, desktop_on(bus) as desktop, present(desk):
        await desk.drop(photos)
        choose(desk)
        desk.window.showMinimized()

        await desk.generate()
        await desktop.until(lambda: desktop.shown)
        await desktop.until(lambda: desktop.launcher and desktop.launcher[-1]["urgent"])

        assert desktop.shown[0].title == "BMW 1 M: 3 done, 3 failed"
        assert desktop.shown[0].text == "What failed can be made again in the window."
        bring_to_front(desk.window)
        await desktop.until(lambda: not desktop.launcher[-1]["urgent"])


async def test_pressing_a_notification_shows_its_own_batch(
    open_desk: OpenDesk, photos: list[Path], bus: Bus
) -> None:
    async with open_desk() as desk, desktop_on(bus) as desktop, present(desk):
        await desk.drop(photos)
        choose(desk)
        desk.window.showMinimized()
        first = await desk.generate()
        choose(desk, "Audi S1")
        second = await desk.generate()
        await desktop.until(lambda: len(desktop.shown) > 1)
        assert in_sight(desk) == second

        front = asyncio.ensure_future(heard(desk.window.windowHandle().windowStateChanged))
        await asyncio.sleep(0)
        await desktop.press(desktop.shown[0], token="a-token")
        await front

        assert in_sight(desk) == first
        assert is_in_front(desk.window)


async def test_what_is_pressed_elsewhere_changes_nothing(
    open_desk: OpenDesk, photos: list[Path], bus: Bus
) -> None:
    async with open_desk() as desk, desktop_on(bus) as desktop, present(desk) as presence:
        await desk.drop(photos)
        choose(desk)
        desk.window.showMinimized()
        await desk.generate()
        await desktop.until(lambda: desktop.shown)
        own = desktop.shown[0]
        line = presence.findChild(DesktopBus)
        assert isinstance(line, DesktopBus)
        pressed = asyncio.ensure_future(heard(line.pressed))
        await asyncio.sleep(0)

        await desktop.press(own, action="snooze")
        await desktop.press_number(own.number + 7)

        assert await pressed == (own.number + 7, "")
        assert desk.window.isMinimized()


async def test_a_batch_made_again_takes_its_own_place(
    open_desk: OpenDesk, photos: list[Path], server: StandIn, bus: Bus
) -> None:
    server.break_(
        Fault("create", "outcome", prompt="profile", outcome="failed", error="boom", times=1)
    )
    async with open_desk() as desk, desktop_on(bus) as desktop, present(desk):
        await desk.drop(photos)
        choose(desk)
        desk.window.showMinimized()
        batch = await desk.generate()
        await desktop.until(lambda: desktop.shown)
        failed = [job.key for job in batch.jobs if job.key.angle_key == "side_90"]

        desk.jobs.make_again(batch, failed)
        await desktop.until(lambda: len(desktop.shown) > 1)

        assert [shown.title for shown in desktop.shown] == [
            "BMW 1 M: 3 done, 3 failed",
            "BMW 1 M: 6 images done",
        ]
        assert desktop.shown[0].number == desktop.shown[1].number


async def test_a_desktop_without_buttons_gets_none(
    open_desk: OpenDesk, photos: list[Path], bus: Bus
) -> None:
    async with open_desk() as desk, desktop_on(bus, can=()) as desktop, present(desk):
        await desk.drop(photos)
        choose(desk)
        desk.window.showMinimized()
        await desk.generate()
        await desktop.until(lambda: desktop.shown)
        assert desktop.shown[0].actions == []


async def test_the_launcher_shows_how_far_it_is(
    open_desk: OpenDesk, photos: list[Path], bus: Bus, server: StandIn
) -> None:
    server.seconds = 0.6
    async with open_desk() as desk, desktop_on(bus) as desktop, present(desk):
        await desk.drop(photos)
        choose(desk)

        await desk.generate()
        await desktop.until(lambda: desktop.launcher and not desktop.launcher[-1]["count"])

        assert desktop.applications == {"application://carmp-desktop.desktop"}
        at_work = [told for told in desktop.launcher if told["progress-visible"]]
        assert at_work
        shares = [told["progress"] for told in at_work]
        assert shares == sorted(shares)
        assert all(told["count"] == round(6 * (1 - told["progress"])) for told in at_work)
        assert not desktop.launcher[-1]["progress-visible"]


async def test_many_changes_are_told_as_one(
    open_desk: OpenDesk, photos: list[Path], bus: Bus
) -> None:
    async with open_desk() as desk, desktop_on(bus) as desktop, present(desk):
        await desk.drop(photos)
        choose(desk)
        batch = await desk.generate()
        await desktop.until(lambda: desktop.launcher and not desktop.launcher[-1]["count"])
        before = len(desktop.launcher)
        cell = desk.cell(batch, "front_0")

        for status in (JobStatus.PROCESSING, JobStatus.QUEUED) * 50:
            again = type(cell)(batch.id, CellKey("front_0"), status=status)
            desk.jobs.marketplaceJobUpdated.emit(JobUpdated(again))
        await desktop.until(lambda: len(desktop.launcher) > before)

        assert [told["count"] for told in desktop.launcher[before:]] == [1]


async def test_a_bus_without_notifications_is_no_trouble(
    open_desk: OpenDesk, photos: list[Path], bus: Bus
) -> None:
    async with open_desk() as desk, desktop_on(bus, name=None) as desktop, present(desk) as there:
        await desk.drop(photos)
        choose(desk)
        desk.window.showMinimized()
        await desk.generate()
        await desktop.until(lambda: desktop.launcher and not desktop.launcher[-1]["count"])

        assert not there.announcer.can_notify
        assert desk.window.notices.notices == ()


async def test_no_bus_is_no_trouble(
    open_desk: OpenDesk, photos: list[Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'none'}")
    async with open_desk() as desk, present(desk) as presence:
        await desk.drop(photos)
        choose(desk)
        desk.window.showMinimized()
        await desk.generate()

        assert not presence.announcer.can_notify
        assert desk.window.notices.notices == ()


async def test_a_bus_that_dies_is_no_trouble(
    open_desk: OpenDesk, photos: list[Path], bus: Bus
) -> None:
    async with open_desk() as desk, present(desk) as presence:
        async with desktop_on(bus) as desktop:
            await desk.drop(photos)
            choose(desk)
            desk.window.showMinimized()
            await desk.generate()
            await desktop.until(lambda: desktop.shown)
            assert presence.announcer.can_notify
        os.kill(bus.process.pid, signal.SIGKILL)
        bus.process.wait()

        choose(desk, "Audi S1")
        await desk.generate()
        await presence._tasks.finish(30)

        assert not presence.announcer.can_notify
        assert desk.window.notices.notices == ()


def in_sight(desk: Desk) -> Batch:
    page = desk.window.batches.current
    assert page is not None
    return page.batch


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("size", [16, 24, 48, 256])
def test_the_icon_is_a_car_on_the_accent_in_every_size(size: int) -> None:
    image: QImage = program_icon().pixmap(QSize(size, size), 1.0).toImage()

    assert image.size() == QSize(size, size)
    assert image.pixelColor(size // 2, size // 16 + 1) == QColor(LIGHT.accent)
    assert image.pixelColor(0, 0).alpha() < 255
    paints = [image.pixelColor(x, size * 33 // 64) for x in range(size)]
    assert sum(paint.lightness() > 240 for paint in paints) > size // 3
