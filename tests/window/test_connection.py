"""The sign in the bar says that Replicate is out of reach while images wait for that."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QColor

from carmp_desktop.core.model import JobStatus
from carmp_desktop.core.remarks import OFFLINE
from carmp_desktop.qt.look.theme import tokens
from carmp_desktop.qt.top_bar import EnginePill
from tests.loopback import StandIn
from tests.window.conftest import Desk, OpenDesk, heard

ONLINE = "Engine: Replicate · nano-banana"


def sign(desk: Desk) -> EnginePill:
    pill = desk.window.top.findChild(EnginePill)
    assert isinstance(pill, EnginePill)
    return pill


def has_dot(pill: EnginePill, color: str) -> bool:
    """Whether the dot's middle is filled with a color."""
    ratio = pill.devicePixelRatioF()
    dot = pill.grab().toImage().pixelColor(int(15 * ratio), int(pill.height() / 2 * ratio))
    return dot == QColor(color)


async def test_the_sign_is_out_while_images_wait_and_lit_after(
    open_desk: OpenDesk, photos: list[Path], server: StandIn
) -> None:
    async with open_desk() as desk:
        await desk.drop(photos)
        desk.window.panel.select(["front_0"], [])
        desk.window.panel.set_auto_colorize(False)
        pill = sign(desk)
        assert pill.accessibleName() == ONLINE
        assert has_dot(pill, tokens().done)

        server.refuse_connections()
        batch = desk.press()
        await heard(desk.jobs.marketplaceJobUpdated, lambda e: e.cell.waits_for == OFFLINE)
        assert pill.accessibleName() == "Engine: Replicate · offline"
        assert "wait for the connection" in pill.toolTip()
        assert not has_dot(pill, tokens().done)

        server.accept_connections()
        await desk.ended(batch)
        assert desk.cell(batch, "front_0").status is JobStatus.COMPLETED
        assert pill.accessibleName() == ONLINE
        assert pill.toolTip() == ""
        assert has_dot(pill, tokens().done)


async def test_the_sign_is_lit_again_when_what_waits_is_canceled(
    open_desk: OpenDesk, photos: list[Path], server: StandIn
) -> None:
    async with open_desk() as desk:
        await desk.drop(photos)
        desk.window.panel.select(["front_0", "side_90"], [])
        desk.window.panel.set_auto_colorize(False)
        server.refuse_connections()
        batch = desk.press()
        await heard(desk.jobs.marketplaceJobUpdated, lambda e: e.cell.waits_for == OFFLINE)
        assert sign(desk).accessibleName() == "Engine: Replicate · offline"
        desk.jobs.cancel_batch(batch.id)
        await desk.ended(batch)
        assert sign(desk).accessibleName() == ONLINE
        server.accept_connections()
