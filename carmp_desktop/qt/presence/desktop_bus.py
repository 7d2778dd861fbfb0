"""Speaks with a Linux desktop over D-Bus: notifications, and the state of the program's launcher.

The connection is made at the first word, so that a start of the program takes no longer for it.
jeepney and not QtDBus: PySide6 sends every number as a signed one, and the id of a notification
is an unsigned one, which the desktops insist on.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from jeepney import (  # type: ignore[import-untyped]
    DBusAddress,
    DBusErrorResponse,
    HeaderFields,
    MatchRule,
    Message,
    message_bus,
    new_method_call,
    new_signal,
)
from jeepney.io.asyncio import (  # type: ignore[import-untyped]
    DBusConnection,
    DBusRouter,
    open_dbus_connection,
)
from jeepney.io.common import RouterClosed  # type: ignore[import-untyped]
from jeepney.wrappers import unwrap_msg  # type: ignore[import-untyped]
from PySide6.QtCore import QObject, Signal

from carmp_desktop.core.log import LOG
from carmp_desktop.core.paths import APP_NAME
from carmp_desktop.qt.look.program_icon import ICON_FILE
from carmp_desktop.qt.loop import Report, Tasks

DESKTOP_FILE = "carmp-desktop"

_NOTIFICATIONS = DBusAddress(
    "/org/freedesktop/Notifications",
    bus_name="org.freedesktop.Notifications",
    interface="org.freedesktop.Notifications",
)
_LAUNCHER = DBusAddress(
    "/com/canonical/unity/launcherentry/1", interface="com.canonical.Unity.LauncherEntry"
)
_PRESS = "default"
_PATIENCE = 5.0
_LONGEST_TOKEN = 256
_LOST = (OSError, EOFError, RouterClosed, TimeoutError)


class _NobodyHears(Exception):
    """There is no bus, or nobody on it for what was to be said."""


@dataclass(frozen=True, slots=True)
class _Line:
    """An open connection, and what comes in over it."""

    connection: DBusConnection
    router: DBusRouter
    listener: asyncio.Task[Any]


class DesktopBus(QObject):
    """One connection to the session's bus; to be used on the window's loop."""

    pressed = Signal(int, str)
    """A notification was pressed: its id, and the permission to take the focus, perhaps empty."""

    def __init__(self, report: Report, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = Tasks(report)
        self._opening = asyncio.Lock()
        self._line: _Line | None = None
        self._is_absent = False
        self._capabilities: frozenset[str] | None = None
        self._tokens: dict[int, str] = {}

    @property
    def is_open(self) -> bool:
        """Whether anything has been said yet."""
        return self._line is not None

    async def has_notifications(self) -> bool:
        """Whether somebody shows notifications."""
        try:
            await self._look_for_notifications()
        except _NobodyHears:
            return False
        return True

    async def notify(self, title: str, text: str, *, replaces: int = 0) -> int | None:
        """Show a notification, in the place of an earlier one where ``replaces`` is its id.

        The answer is its id, None where nobody shows it.
        """
        try:
            can_be_pressed = "actions" in await self._look_for_notifications()
            actions = [_PRESS, self.tr("Show")] if can_be_pressed else []
            hints = {
                "desktop-entry": ("s", DESKTOP_FILE),
                "category": ("s", "transfer.complete"),
                "urgency": ("y", 1),
            }
            body = (APP_NAME, replaces, ICON_FILE.as_uri(), title, text, actions, hints, -1)
            (number,) = await self._ask("Notify", "susssasa{sv}i", body)
        except _NobodyHears as error:
            LOG.info("no notifications: %s", error)
            return None
        return int(number)

    async def tell_launcher(self, properties: Mapping[str, tuple[str, object]]) -> None:
        """Tell docks and task bars about the program; ``properties`` are types and values.

        Whether one listens cannot be known.
        """
        body = (f"application://{DESKTOP_FILE}.desktop", dict(properties))
        with suppress(_NobodyHears):
            line = await self._open()
            try:
                await line.router.send(new_signal(_LAUNCHER, "Update", "sa{sv}", body))
            except _LOST:
                await self._hang_up()

    async def aclose(self) -> None:
        """End the connection."""
        self._is_absent = True
        await self._hang_up()

    async def _look_for_notifications(self) -> frozenset[str]:
        """What the desktop's notifications can do."""
        if self._capabilities is None:
            (named,) = await self._ask("GetCapabilities", None, ())
            self._capabilities = frozenset(named)
        return self._capabilities

    async def _ask(
        self, member: str, signature: str | None, body: tuple[object, ...]
    ) -> tuple[Any, ...]:
        line = await self._open()
        call = new_method_call(_NOTIFICATIONS, member, signature, body)
        try:
            reply = await asyncio.wait_for(line.router.send_and_get_reply(call), _PATIENCE)
            answer: tuple[Any, ...] = unwrap_msg(reply)
        except DBusErrorResponse as error:
            raise _NobodyHears(str(error)) from error
        except _LOST as error:
            await self._hang_up()
            raise _NobodyHears(str(error)) from error
        return answer

    async def _open(self) -> _Line:
        async with self._opening:
            if self._is_absent:
                raise _NobodyHears("no session bus")
            if self._line is None:
                try:
                    self._line = await asyncio.wait_for(self._connect(), _PATIENCE)
                # jeepney's words for an address that is not set, not understood, or not for us.
                except (*_LOST, KeyError, ValueError, RuntimeError) as error:
                    self._is_absent = True
                    LOG.info("no session bus: %r", error)
                    raise _NobodyHears("no session bus") from error
            return self._line

    async def _connect(self) -> _Line:
        connection = await open_dbus_connection("SESSION")
        router = DBusRouter(connection)
        said = MatchRule(
            type="signal",
            interface=_NOTIFICATIONS.interface,
            path=_NOTIFICATIONS.object_path,
        )
        heard: asyncio.Queue[Message] = asyncio.Queue()
        router.filter(said, queue=heard)
        await router.send_and_get_reply(message_bus.AddMatch(said))
        return _Line(connection, router, self._tasks.spawn(self._listen(heard)))

    async def _hang_up(self) -> None:
        line, self._line = self._line, None
        if line is None:
            return
        line.listener.cancel()
        with suppress(*_LOST):
            await line.router.__aexit__(None, None, None)
        with suppress(*_LOST):
            await line.connection.close()

    async def _listen(self, heard: asyncio.Queue[Message]) -> None:
        while True:
            message = await heard.get()
            fields = message.header.fields
            if fields.get(HeaderFields.signature) == "us":
                self._hear(fields[HeaderFields.member], *message.body)

    def _hear(self, member: str, number: int, word: str) -> None:
        if member == "ActivationToken":
            is_plain = word.isascii() and word.isprintable() and len(word) <= _LONGEST_TOKEN
            self._tokens[number] = word if is_plain else ""
        elif member == "ActionInvoked" and word == _PRESS:
            token = self._tokens.pop(number, "")
            asyncio.get_running_loop().call_soon(self.pressed.emit, number, token)
