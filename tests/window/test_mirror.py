"""The mirror in the window: set in its settings, told at its foot, and never waited for."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from websockets.asyncio.server import ServerConnection
from websockets.http11 import Request, Response

from carmp_desktop.core.mirror.state import MirrorKind, MirrorState
from carmp_desktop.qt.settings.dialog import SettingsDialog
from carmp_desktop.qt.tray.sign import MirrorSign
from tests.loopback import StandIn
from tests.mirror_ws import PythonReceiver
from tests.window.conftest import Desk, OpenDesk, heard

PATIENCE = 20.0


class Guarded(PythonReceiver):
    """A remote that takes only who shows its token."""

    def _door(self, connection: ServerConnection, request: Request) -> Response | None:
        answer = super()._door(connection, request)
        if request.headers.get("Authorization") != "Bearer sesame":
            return connection.respond(HTTPStatus.UNAUTHORIZED, "who is there?\n")
        return answer


async def stands(desk: Desk, is_so: Callable[[MirrorState], bool]) -> MirrorState:
    """Wait until the window has heard that the mirror stands like this."""
    async with asyncio.timeout(PATIENCE):
        while not is_so(desk.window.mirror.state):
            await heard(desk.window.mirror.changed)
    return desk.window.mirror.state


def is_kind(kind: MirrorKind) -> Callable[[MirrorState], bool]:
    return lambda state: state.kind is kind


def sign(desk: Desk) -> MirrorSign:
    return desk.window.tray.findChild(MirrorSign)


def settings(desk: Desk) -> SettingsDialog:
    """The settings, opened at the mirror by a press on its sign or by their own key."""
    if sign(desk).isVisible():
        QTest.mouseClick(sign(desk), Qt.MouseButton.LeftButton)
    else:
        desk.window.settings.open_mirror()
    return desk.window.settings.dialog


def save(dialog: SettingsDialog, *, address: str = "", token: str = "") -> None:
    for field, text in ((dialog.mirror, address), (dialog.mirror_token, token)):
        if text:
            field.line.setFocus()
            field.line.selectAll()
            QTest.keyClicks(field.line, text)
    (button,) = [x for x in dialog.findChildren(QPushButton) if x.text() == "Save"]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


async def test_an_address_in_the_settings_makes_the_window_tell_of_the_mirror(
    open_desk: OpenDesk, photos: list[Path]
) -> None:
    async with PythonReceiver().running() as remote, open_desk() as desk:
        assert sign(desk).isHidden()
        save(settings(desk), address=remote.url)
        await stands(desk, is_kind(MirrorKind.CONNECTED))
        assert sign(desk).isVisible()
        assert sign(desk).accessibleName() == "Mirror: connected"
        assert sign(desk).toolTip() == remote.url

        await desk.drop(photos)
        desk.window.panel.select(("front_0",), ("black",))
        batch = await desk.generate()
        async with asyncio.timeout(PATIENCE):
            while remote.received[-1:] == [] or "Completed" not in remote.received[-1]["ev"]:
                remote.news.clear()
                await remote.news.wait()
        told = {message["data"]["batchId"] for message in remote.received}
        assert told == {batch.id}
        assert [message["seq"] for message in remote.received] == [
            number + 1 for number in range(len(remote.received))
        ]

        dialog = settings(desk)
        assert dialog.mirror.status.splitlines()[0] == "Mirror: connected"
        assert dialog.focusWidget() is dialog.mirror.line
        dialog.mirror.line.selectAll()
        QTest.keyClick(dialog.mirror.line, Qt.Key.Key_Delete)
        save(dialog)
        await stands(desk, is_kind(MirrorKind.OFF))
        assert sign(desk).isHidden()


async def test_a_refusal_is_told_with_its_remedy_and_a_token_mends_it(open_desk: OpenDesk) -> None:
    async with Guarded().running() as remote, open_desk() as desk:
        save(settings(desk), address=remote.url)
        await stands(desk, is_kind(MirrorKind.REFUSED))
        assert sign(desk).accessibleName() == "Mirror: refused — HTTP 401"
        detail = sign(desk).toolTip().splitlines()
        assert detail[:3] == [
            remote.url,
            f"{remote.url} does not take the connection: HTTP 401.",
            "Check the mirror's address and token. The events are kept.",
        ]

        dialog = settings(desk)
        assert dialog.mirror.status.startswith("Mirror: refused — HTTP 401\n")
        save(dialog, token="sesame")
        await stands(desk, is_kind(MirrorKind.CONNECTED))
        written = [file.read_bytes() for file in desk.profile.data.rglob("*") if file.is_file()]
        assert not any(b"sesame" in body for body in written)

        dialog = settings(desk)
        assert dialog.mirror_token.value == ""
        assert dialog.mirror_token.line.placeholderText() == "Kept. Type here to replace it."
        dialog.reject()


async def test_no_remote_is_shown_the_token_of_another_one(open_desk: OpenDesk) -> None:
    async with (
        PythonReceiver().running() as first,
        Guarded().running() as second,
        open_desk() as desk,
    ):
        save(settings(desk), address=first.url)
        await stands(desk, is_kind(MirrorKind.CONNECTED))
        save(settings(desk), address=second.url, token="sesame")
        await stands(
            desk,
            lambda state: state.kind is MirrorKind.CONNECTED and state.address == second.url,
        )
        assert [headers.get("authorization") for headers in first.headers] == [None]
        assert [headers["authorization"] for headers in second.headers] == ["Bearer sesame"]


async def test_while_the_remote_is_away_the_window_counts_and_works_on(
    open_desk: OpenDesk, photos: list[Path], server: StandIn
) -> None:
    async with PythonReceiver().running() as remote:
        nowhere = remote.url
    async with open_desk({**server.env(), "CARMP_MIRROR_URL": nowhere}) as desk:
        await stands(desk, is_kind(MirrorKind.WAITING))
        await desk.drop(photos)
        desk.window.panel.select(("front_0",), ())
        desk.window.panel.set_auto_colorize(False)
        await desk.generate()
        state = await stands(desk, lambda it: it.kind is MirrorKind.WAITING and it.events >= 4)
        words = sign(desk).accessibleName()
        assert words.startswith(f"Mirror: {state.events} events wait, next try in ")
        assert words.endswith(" s")
        assert nowhere in sign(desk).toolTip()

        dialog = settings(desk)
        assert not dialog.mirror.line.isEnabled()
        assert dialog.mirror.hint == "Set by CARMP_MIRROR_URL; the environment wins."
        dialog.reject()
