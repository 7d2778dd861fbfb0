"""Batches that end while the user is elsewhere: told once each over a real session bus."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Coroutine, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from carmp_desktop.core.events import JobUpdated
from carmp_desktop.core.model import Batch, Cell, CellKey, JobStatus
from carmp_desktop.qt.look.program_icon import ICON_FILE, program_icon
from carmp_desktop.qt.look.tokens import LIGHT
from carmp_desktop.qt.presence.announcer import is_in_front, show_batch
from carmp_desktop.qt.presence.desktop_bus import DesktopBus
from tests.loopback import Fault, StandIn
from tests.window.conftest import Desk, OpenDesk, heard
from tests.window.desktop import Bus, desktop_on, present, session_bus

ANGLES = ("front_0", "side_90")
COLORS = ("red_metallic", "blue_metallic")


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bus]:
    """A session bus of the test's own, which the program finds."""
    with session_bus(tmp_path) as made:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", made.address)
        yield made


async def pressed(line: DesktopBus, saying: Coroutine[None, None, None]) -> None:
    """Wait until something said by the desktop has come to the program."""
    come = asyncio.ensure_future(heard(line.pressed))
    await saying
    await come


def choose(desk: Desk, car: str = "BMW 1 M") -> None:
    desk.window.panel.select(ANGLES, COLORS)
    desk.window.panel.set_auto_colorize(False)
    desk.window.panel.set_car(car)


async def test_a_batch_is_told_of_where_the_window_is_not_in_front_and_leads_back_to_it(
    open_desk: OpenDesk, photos: list[Path], bus: Bus
) -> None:
    async with open_desk() as desk, desktop_on(bus) as desktop, present(desk) as presence:
        await desk.drop(photos)
        choose(desk)
        assert is_in_front(desk.window)
        first = await desk.generate()

        desk.window.showMinimized()
        choose(desk, "Audi S1")
        second = await desk.generate()
        await desktop.until(lambda: desktop.shown)

        (shown,) = desktop.shown
        assert shown.title == "Audi S1: 2 images done"
        assert shown.actions == ["default", "Show"]
        assert shown.icon == ICON_FILE.as_uri()

        show_batch(desk.window, first.id)
        desk.window.showMinimized()
        line = presence.findChild(DesktopBus)
        assert isinstance(line, DesktopBus)
        await pressed(line, desktop.press(shown.number + 7))
        assert desk.window.isMinimized()
        assert in_sight(desk) == first

        await desktop.press(shown.number, action="snooze")
        await pressed(line, desktop.press(shown.number, token="a-token"))
        assert in_sight(desk) == second
        assert is_in_front(desk.window)


async def test_what_failed_is_counted_and_calls_until_it_is_looked_at(
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
        await desktop.until(lambda: desktop.launcher and desktop.launcher[-1]["urgent"])
        desk.jobs.make_again(batch, [CellKey("side_90")])
        await desktop.until(lambda: len(desktop.shown) > 1)
        desk.window.showNormal()
        await desktop.until(lambda: not desktop.launcher[-1]["urgent"])

        before, after = desktop.shown
        assert before.title == "BMW 1 M: 1 done, 1 failed"
        assert before.text == "What failed can be made again in the window."
        assert after.title == "BMW 1 M: 2 images done"
        assert after.number == before.number, "it takes the place of what is no longer true"


async def test_the_launcher_shows_how_far_it_is_and_is_told_seldom(
    open_desk: OpenDesk, photos: list[Path], bus: Bus, server: StandIn
) -> None:
    server.seconds = 0.4
    async with open_desk() as desk, desktop_on(bus) as desktop, present(desk):
        await desk.drop(photos)
        choose(desk)
        desk.window.panel.set_auto_colorize(True)

        batch = await desk.generate()
        await desktop.until(lambda: desktop.launcher and not desktop.launcher[-1]["count"])

        assert desktop.applications == {"application://carmp-desktop.desktop"}
        at_work, (rest,) = desktop.launcher[:-1], desktop.launcher[-1:]
        assert at_work
        assert all(told["progress-visible"] for told in at_work)
        shares = [told["progress"] for told in at_work]
        assert shares == sorted(shares)
        assert [told["count"] for told in at_work] == [round(6 - 6 * share) for share in shares]
        assert not rest["progress-visible"]

        for status in (JobStatus.PROCESSING, JobStatus.QUEUED) * 50:
            again = Cell(batch.id, CellKey("front_0"), status=status)
            desk.jobs.marketplaceJobUpdated.emit(JobUpdated(again))
        await desktop.until(lambda: desktop.launcher[-1] is not rest)
        assert [told["count"] for told in desktop.launcher[len(at_work) + 1 :]] == [1]


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


@pytest.mark.parametrize("speaks_dbus", [True, False])
async def test_no_bus_is_no_trouble(
    open_desk: OpenDesk,
    photos: list[Path],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    speaks_dbus: bool,
) -> None:
    monkeypatch.setattr("carmp_desktop.qt.presence.presence.SPEAKS_DBUS", speaks_dbus)
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
        async with desktop_on(bus, can=()) as desktop:
            await desk.drop(photos)
            choose(desk)
            desk.window.showMinimized()
            await desk.generate()
            await desktop.until(lambda: desktop.shown)
            assert desktop.shown[0].actions == [], "it cannot be pressed"
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
