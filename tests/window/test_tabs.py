"""Several batches stand as tabs: each is reached and closed; what is at work stays."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QPushButton, QTabBar

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


async def test_batches_of_one_minute_are_told_apart(
    open_desk: OpenDesk, photos: list[Path]
) -> None:
    async with open_desk() as desk:
        tabs = await two_batches(desk, photos)
        batches = desk.window.batches
        first, second = (page.batch for page in batches.pages)
        for batch in (second, first):
            batches.remove_batch(batch)
        at = first.created_at.replace(second=7)
        alike = [replace(first, id=f"b_{n}", created_at=at.replace(second=n)) for n in range(3)]
        for batch in alike:
            batches.add_batch(batch)
        name = f"{first.title} · {at.astimezone():%H:%M}"
        assert [tabs.tabText(place) for place in range(3)] == [name, f"{name} (2)", f"{name} (3)"]
        batches.remove_batch(alike[1])
        batches.add_batch(replace(first, id="b_3", created_at=at))
        assert [tabs.tabText(place) for place in range(3)] == [name, f"{name} (3)", f"{name} (2)"]


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


async def test_a_press_that_waited_while_the_first_was_at_work_starts_nothing(
    open_desk: OpenDesk, photos: list[Path]
) -> None:
    async with open_desk() as desk:
        await desk.drop(photos)
        desk.window.panel.select(["front_0"], ["red_metallic"])
        button = next(
            each
            for each in desk.window.panel.findChildren(QPushButton)
            if each.text().startswith("Generate")
        )

        def be_slow() -> None:
            """As a machine under load: the second press comes when more than a moment is over."""
            began = time.monotonic()
            while time.monotonic() < began + 1.2:
                pass
            QTimer.singleShot(20, press_again)

        def press_again() -> None:
            pressed.append(button.isEnabled())
            button.click()

        pressed: list[bool] = []
        desk.window.request.batch_started.connect(be_slow)
        button.click()
        (batch,) = desk.jobs.running
        await desk.ended(batch)
        assert pressed == [False]
        assert len(desk.window.batches.pages) == 1


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
