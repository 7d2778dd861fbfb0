"""Several batches stand as tabs: each is reached and closed; what is at work stays."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QTabBar

from tests.loopback import Fault, StandIn
from tests.window.conftest import Desk, OpenDesk


async def two_batches(desk: Desk, photos: list[Path]) -> QTabBar:
    await desk.drop(photos)
    desk.window.panel.select(["front_0"], ["red_metallic"])
    await desk.generate()
    desk.window.panel.select(["side_90"], ["red_metallic"])
    await desk.generate()
    tabs = desk.window.batches.findChild(QTabBar)
    assert tabs is not None
    return tabs


def cross(tabs: QTabBar, place: int) -> QAbstractButton:
    button = tabs.tabButton(place, QTabBar.ButtonPosition.RightSide)
    assert isinstance(button, QAbstractButton)
    return button


async def test_an_ended_batch_is_closed_and_stays_in_the_history(
    open_desk: OpenDesk, photos: list[Path]
) -> None:
    async with open_desk() as desk:
        tabs = await two_batches(desk, photos)
        assert tabs.count() == 2
        first, second = desk.window.batches.pages
        cross(tabs, 0).click()
        assert desk.window.batches.pages == (second,)
        assert desk.window.batches.current is second
        assert not tabs.isVisible()
        desk.window.chronicle.open(first.batch.id)
        while len(desk.window.batches.pages) < 2:
            await desk.turn()
        assert desk.window.batches.current.batch.id == first.batch.id


async def test_a_batch_at_work_is_not_closed(
    open_desk: OpenDesk, photos: list[Path], server: StandIn
) -> None:
    async with open_desk() as desk:
        tabs = await two_batches(desk, photos)
        server.break_(Fault("get", "delay", seconds=1.0, times=1))
        desk.window.panel.select(["rear_180"], [])
        batch = desk.press()
        cross(tabs, 2).click()
        assert len(desk.window.batches.pages) == 3
        assert "Still being made" in [notice.text.title for notice in desk.window.notices.notices]
        desk.jobs.cancel_batch(batch.id)
        await desk.ended(batch)
