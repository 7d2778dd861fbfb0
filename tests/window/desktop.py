"""A desktop for the tests: a session bus of their own, and on it who shows notifications.

The bus is the real dbus-daemon. The service is strict, as desktops are: a call whose signature is
not the specification's is refused.
"""

from __future__ import annotations

import asyncio
import subprocess
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    Message,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.asyncio import DBusConnection, open_dbus_connection

from carmp_desktop.qt.presence.presence import Presence
from tests.window.conftest import Desk

PATIENCE = 30.0
NAME = "org.freedesktop.Notifications"
PLACE = DBusAddress("/org/freedesktop/Notifications", interface=NAME)
LAUNCHER = "com.canonical.Unity.LauncherEntry"
SIGNATURES = {"GetCapabilities": None, "Notify": "susssasa{sv}i"}
CONFIGURATION = """<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


@dataclass(frozen=True)
class Bus:
    """A session bus that runs."""

    address: str
    process: subprocess.Popen[str]


@contextmanager
def session_bus(folder: Path) -> Iterator[Bus]:
    """A bus that lives as long as this."""
    configuration = folder / "bus.conf"
    configuration.write_text(CONFIGURATION.format(socket=folder / "bus"), encoding="utf-8")
    words = ["dbus-daemon", f"--config-file={configuration}", "--nofork", "--print-address"]
    daemon = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert daemon.stdout is not None
        yield Bus(daemon.stdout.readline().strip(), daemon)
    finally:
        daemon.kill()
        daemon.communicate()


@dataclass(frozen=True)
class Shown:
    """A notification, as it was asked for."""

    number: int
    title: str
    text: str
    icon: str
    actions: list[str]


@dataclass
class Desktop:
    """What the program has said to the desktop, and how the user answers."""

    connection: DBusConnection
    can: tuple[str, ...]
    shown: list[Shown] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    launcher: list[dict[str, Any]] = field(default_factory=list)
    applications: set[str] = field(default_factory=set)
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    async def until(self, is_so: Callable[[], object]) -> None:
        """Wait for something to be said."""
        async with asyncio.timeout(PATIENCE):
            while not is_so():
                self.changed.clear()
                await self.changed.wait()

    async def press(self, number: int, *, action: str = "default", token: str = "") -> None:
        """The user presses a notification, which may be another program's."""
        if token:
            said = new_signal(PLACE, "ActivationToken", "us", (number, token))
            await self.connection.send(said)
        await self.connection.send(new_signal(PLACE, "ActionInvoked", "us", (number, action)))

    async def serve(self) -> None:
        """Hear and answer, until the bus ends."""
        while True:
            message = await self.connection.receive()
            fields = message.header.fields
            if fields.get(HeaderFields.interface) == LAUNCHER:
                application, properties = message.body
                self.applications.add(application)
                self.launcher.append({key: value for key, (_, value) in properties.items()})
            elif (
                message.header.message_type is MessageType.method_call
                and fields.get(HeaderFields.interface) == NAME
            ):
                await self.connection.send(self.answer(message))
            self.changed.set()

    def answer(self, call: Message) -> Message:
        member = call.header.fields[HeaderFields.member]
        signature = call.header.fields.get(HeaderFields.signature)
        if SIGNATURES.get(member, "unknown") != signature:
            self.refused.append(f"{member}({signature})")
            return new_error(call, "org.freedesktop.DBus.Error.InvalidArgs")
        if member == "GetCapabilities":
            return new_method_return(call, "as", (list(self.can),))
        _, replaces, icon, title, text, actions, _, _ = call.body
        number = replaces or len(self.shown) + 1
        self.shown.append(Shown(number, title, text, icon, actions))
        return new_method_return(call, "u", (number,))


@asynccontextmanager
async def desktop_on(
    bus: Bus, *, can: tuple[str, ...] = ("actions", "body"), name: str | None = NAME
) -> AsyncIterator[Desktop]:
    """Who shows notifications on a bus, and listens to what launchers are told.

    With ``name`` None nobody shows notifications.
    """
    connection = await open_dbus_connection(bus.address)
    first = [message_bus.AddMatch(MatchRule(type="signal", interface=LAUNCHER))]
    if name is not None:
        first.append(message_bus.RequestName(name))
    for call in first:
        await connection.send(call)
        answer = await connection.receive()
        while answer.header.message_type is not MessageType.method_return:
            answer = await connection.receive()
    desktop = Desktop(connection, can)
    serving = asyncio.create_task(desktop.serve())
    try:
        yield desktop
    finally:
        serving.cancel()
        await asyncio.gather(serving, return_exceptions=True)
        await connection.close()
    assert desktop.refused == []


@asynccontextmanager
async def present(desk: Desk, *, linger_ms: int = 0) -> AsyncIterator[Presence]:
    """The program's presence on the desktop, as a session gives it."""
    presence = Presence(desk.window, desk.jobs, linger_ms=linger_ms)
    try:
        yield presence
    finally:
        await presence.aclose()
