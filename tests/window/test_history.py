"""The history in the real window: followed while batches are made, opened in another run."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from carmp_desktop.core.crash_points import VARIABLE
from carmp_desktop.core.model import CellKey, JobStatus
from carmp_desktop.qt.batch.page import BatchPage
from carmp_desktop.qt.history.page import HistoryPage
from carmp_desktop.qt.window import HISTORY, STUDIO
from tests.loopback import Fault, StandIn
from tests.window.conftest import Desk, OpenDesk, heard

RED, BLUE = "red_metallic", "blue_metallic"


class Folders(QObject):
    """Takes what would be opened in the system's file manager."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: asyncio.Future[QUrl] = asyncio.get_running_loop().create_future()

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.set_result(url)


async def until(page: HistoryPage, is_so: Callable[[], bool]) -> None:
    """Wait for a change of the list after which it is so."""
    changed = asyncio.Event()
    model = page._model
    signals = (model.dataChanged, model.rowsInserted, model.rowsRemoved)
    for signal in signals:
        signal.connect(changed.set)
    try:
        while not is_so():
            changed.clear()
            await asyncio.wait_for(changed.wait(), 60)
    finally:
        for signal in signals:
            signal.disconnect(changed.set)


async def look(desk: Desk) -> HistoryPage:
    """Bring the history into sight and wait until it lists something."""
    page = desk.window.history
    desk.window.pages.show_page(HISTORY)
    await until(page, lambda: bool(page.batches))
    return page


async def choose(desk: Desk, photos: list[Path], *colors: str) -> None:
    """Two angles, in colors or as they are."""
    await desk.drop(photos)
    desk.window.panel.select(["front_0", "side_90"], colors)


async def reopened(desk: Desk, batch_id: str) -> BatchPage:
    """Open a batch by keyboard, in a hurry, and wait until it stands."""
    desk.window.history.list.choose(batch_id)
    told = asyncio.ensure_future(heard(desk.jobs.batch_reopened))
    await asyncio.sleep(0)
    for _ in range(2):
        QTest.keyClick(desk.window.history.list, Qt.Key.Key_Return)
    await told
    return desk.window.batches.page(batch_id)


async def folder_of(history: HistoryPage, batch_id: str) -> Path:
    """Ask for the folder of a batch; the answer is what the system would show."""
    folders = Folders()
    QDesktopServices.setUrlHandler("file", folders, "open")
    try:
        history.folder_requested.emit(batch_id)
        url = await asyncio.wait_for(folders.opened, 60)
    finally:
        QDesktopServices.unsetUrlHandler("file")
    return Path(url.toLocalFile())


def button(page: BatchPage, text: str) -> QPushButton:
    (found,) = [each for each in page.findChildren(QPushButton) if each.text() == text]
    return found


def state_of(page: HistoryPage) -> str:
    """The newest batch, as a screen reader says it, without its date."""
    title, _, *rest = page.spoken()[1].split(", ")
    return ", ".join((title, *rest))


async def test_a_batch_is_followed_while_it_is_made(
    open_desk: OpenDesk, photos: list[Path], server: StandIn
) -> None:
    server.seconds = 0.3
    async with open_desk() as desk:
        await choose(desk, photos, RED)
        desk.window.pages.show_page(HISTORY)
        page = desk.window.history
        batch = desk.press()
        seen: list[str] = []

        def ended() -> bool:
            seen.append(state_of(page) if page.batches else "")
            return "4 of 4 images, $" in seen[-1] and "At work" not in seen[-1]

        await until(page, ended)
        assert any("0 of 4 images, At work now" in state for state in seen)
        assert any("2 of 4 images, At work now" in state for state in seen)
        assert seen[-1].endswith("4 of 4 images, $0.156")
        (row,) = page.batches
        matrix = desk.window.batches.page(batch.id).matrix
        assert row.thumbs == tuple(matrix.cell_state(job.key).thumb for job in batch.jobs)


async def test_a_batch_of_an_earlier_run_stands_again_as_it_was(
    open_desk: OpenDesk, photos: list[Path], server: StandIn
) -> None:
    async with open_desk() as desk:
        await choose(desk, photos, RED)
        batch = await desk.generate()
        stood = dict(desk.window.batches.page(batch.id).matrix.cells)

    async with open_desk() as desk:
        history = await look(desk)
        assert desk.window.batches.pages == ()
        assert state_of(history).endswith("4 of 4 images, $0.156")
        folder = await folder_of(history, batch.id)
        assert folder == stood[CellKey("front_0")].image.parent

        page = await reopened(desk, batch.id)
        assert desk.window.pages.currentIndex() == STUDIO
        assert desk.window.batches.pages == (page,)
        assert page.batch.request == batch.request
        assert dict(page.matrix.cells) == stood
        assert page.header.line == "4 of 4 · $0.156 spent"
        assert desk.window.tray.counts() == (0, 0, 0)

        desk.jobs.make_again(page.batch, [CellKey("side_90", RED)], anew=True)
        blue = next(each for each in desk.jobs.market.presets.colors if each.key == BLUE)
        desk.jobs.add_colors(page.batch, [blue], {"front_0"})
        await until(history, lambda: state_of(history).endswith("5 of 5 images, $0.234"))
        assert {cell.status for cell in page.matrix.cells.values()} == {JobStatus.COMPLETED}
        assert server.accepted == 6


async def test_a_batch_that_stands_already_only_comes_to_the_front(
    open_desk: OpenDesk, photos: list[Path]
) -> None:
    async with open_desk() as desk:
        await choose(desk, photos)
        first, second = desk.press(), desk.press()
        await desk.ended(first)
        await desk.ended(second)
        history = await look(desk)
        assert [row.id for row in history.batches] == [second.id, first.id]

        history.list.choose(first.id)
        QTest.keyClick(history.list, Qt.Key.Key_Return)
        assert desk.window.pages.currentIndex() == STUDIO
        assert desk.window.batches.current is desk.window.batches.page(first.id)
        assert len(desk.window.batches.pages) == 2


async def test_what_failed_is_made_again_from_the_history(
    open_desk: OpenDesk, photos: list[Path], server: StandIn
) -> None:
    server.break_(
        Fault("create", "outcome", prompt="profile", outcome="failed", error="boom", times=1)
    )
    async with open_desk() as desk:
        await choose(desk, photos)
        batch = await desk.generate()
    async with open_desk() as desk:
        history = await look(desk)
        assert "1 of 2 images, 1 failed" in state_of(history)
        page = await reopened(desk, batch.id)
        again = button(page, "Retry failed")
        assert again.isVisible()
        again.click()
        await until(history, lambda: "2 of 2 images, $" in state_of(history))
        assert {cell.status for cell in page.matrix.cells.values()} == {JobStatus.COMPLETED}


async def test_what_another_run_left_is_seen_and_taken_up(
    open_desk: OpenDesk, photos: list[Path], server: StandIn
) -> None:
    async with open_desk() as desk:
        desk.window.pages.show_page(HISTORY)
        history = desk.window.history
        await asyncio.to_thread(_die_in_the_middle, desk, photos, server)
        desk.window.pages.show_page(STUDIO)
        desk.window.pages.show_page(HISTORY)
        await until(history, lambda: bool(history.batches))
        (row,) = history.batches
        assert "Interrupted, waits for you" in state_of(history)

        page = await reopened(desk, row.id)
        go_on = button(page, "Go on")
        assert go_on.isVisible()
        await until(history, lambda: "1 of 2 images, Interrupted" in state_of(history))
        go_on.click()
        await until(history, lambda: "2 of 2 images, $" in state_of(history))
        assert server.accepted == 2
        assert server.bought_twice() == []


async def test_a_batch_that_another_run_makes_is_left_to_it(
    open_desk: OpenDesk, photos: list[Path], server: StandIn
) -> None:
    held = Fault("create", "delay", seconds=60)
    server.break_(held)
    async with open_desk() as desk:
        other = await asyncio.create_subprocess_exec(
            *_command(desk, photos), env=_environment(server)
        )
        try:
            await asyncio.to_thread(server.wait_until, lambda: held.applied == 1)
            history = await look(desk)
            told = asyncio.ensure_future(heard(desk.jobs.problem_raised))
            await asyncio.sleep(0)
            history.open_requested.emit(history.batches[0].id)
            (problem,) = await told
            assert problem.title == "Batch at work"
            assert desk.window.batches.pages == ()
        finally:
            other.kill()
            await other.wait()


def _command(desk: Desk, photos: list[Path]) -> list[str]:
    """One angle and one color of the car, on the command line."""
    program = [sys.executable, "-m", "carmp_desktop", "batch"]
    wanted = ["--angle", "front_0", "--color", RED, "--engine", "replicate"]
    sources = [word for photo in photos for word in ("--photo", str(photo))]
    return [*program, *sources, *wanted, "--profile", str(desk.profile.data)]


def _environment(server: StandIn, crash_at: str = "") -> dict[str, str]:
    return {**os.environ, **server.env(), VARIABLE: crash_at}


def _die_in_the_middle(desk: Desk, photos: list[Path], server: StandIn) -> None:
    """A run of the program that dies when its first prediction has just been accepted."""
    died = subprocess.run(
        _command(desk, photos),
        env=_environment(server, "create.after_name"),
        timeout=60,
        check=False,
    )
    assert died.returncode < 0
