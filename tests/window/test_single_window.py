"""The window when a later start calls: to the front, with its photos; nonsense is harmless."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from PySide6.QtNetwork import QLocalSocket

from carmp_desktop.core.paths import Profile
from carmp_desktop.core.problems import Failure
from carmp_desktop.qt.errand import Errand, Wanted
from carmp_desktop.qt.presence.doorbell import LONGEST_CALL, MOST_CALLERS, Doorbell
from carmp_desktop.qt.presence.single_window import ACCEPTED, Call, address, claim
from tests.window.conftest import Desk, OpenDesk, heard

NONSENSE = (
    b"\n",
    b"GET / HTTP/1.1\r\n\r\n",
    b"\xff\xfe\x00\n",
    b"[]\n",
    b"[" * 100_000 + b"\n",
    b'{"raise": false, "photos": []}\n',
    b'{"raise": true}\n',
    b'{"raise": true, "photos": "/etc"}\n',
    b'{"raise": true, "photos": [1]}\n',
    b'{"raise": true, "photos": ["relative.jpg"]}\n',
    b'{"raise": true, "photos": ["/a\\u0000b"]}\n',
    b'{"raise": true, "photos": ["/\\ud800"]}\n',
    b'{"raise": true, "photos": [], "token": 7}\n',
)


class Knocker:
    """A connection of this very process, so that it is heard on the loop that serves it."""

    def __init__(self, doorbell: Doorbell, where: str) -> None:
        self.doorbell = doorbell
        self.where = where

    async def connect(self) -> QLocalSocket:
        before = self.doorbell.callers
        socket = QLocalSocket()
        connected = asyncio.ensure_future(heard(socket.connected))
        await asyncio.sleep(0)
        socket.connectToServer(self.where)
        await connected
        if self.doorbell.callers == before:
            await heard(self.doorbell._server.newConnection)
        return socket

    async def say(self, words: bytes) -> bytes:
        """Say something, and answer what was answered before the connection ended."""
        socket = await self.connect()
        gone = asyncio.ensure_future(heard(socket.disconnected))
        await asyncio.sleep(0)
        socket.write(words)
        await gone
        return bytes(socket.readAll().data())


Ring = Callable[..., Knocker]


@pytest.fixture
def ring(tmp_path: Path) -> Iterator[Ring]:
    """Hangs a doorbell that the errand of a desk answers."""
    bells: list[Doorbell] = []

    def hang(desk: Desk | None = None, **wishes: int) -> Knocker:
        profile = Profile.at(tmp_path / "profile")
        profile.create()
        bell = Doorbell(address(profile), **wishes)
        bells.append(bell)
        if desk is not None:
            bell.rung.connect(Errand(desk.window, desk.jobs, Wanted()).answer)
        bell.listen()
        return Knocker(bell, address(profile))

    yield hang
    for bell in bells:
        bell.close()
        assert not Path(bell._address).exists()


async def test_a_minimized_window_comes_to_the_front_with_the_photos(
    open_desk: OpenDesk, ring: Ring, photos: list[Path]
) -> None:
    async with open_desk() as desk:
        knocker = ring(desk)
        desk.window.showMinimized()
        assert desk.window.isMinimized()

        answer = await knocker.say(Call(tuple(photos)).to_line())

        assert answer == ACCEPTED
        assert not desk.window.isMinimized()
        assert desk.window.isVisible()
        assert desk.window.isActiveWindow()
        while len(desk.window.panel.photos()) < 2:
            await heard(desk.window.arrivals.arrived)
        assert [photo.path for photo in desk.window.panel.photos()] == photos


async def test_a_maximized_window_stays_maximized(open_desk: OpenDesk, ring: Ring) -> None:
    async with open_desk() as desk:
        knocker = ring(desk)
        desk.window.showMaximized()
        desk.window.showMinimized()

        await knocker.say(Call().to_line())

        assert desk.window.isMaximized()
        assert not desk.window.isMinimized()


async def test_nonsense_does_nothing(open_desk: OpenDesk, ring: Ring, photos: list[Path]) -> None:
    async with open_desk() as desk:
        knocker = ring(desk)
        desk.window.showMinimized()

        for words in NONSENSE:
            assert await knocker.say(words) == b"", words
        assert desk.window.isMinimized()

        assert await knocker.say(Call((photos[0],)).to_line()) == ACCEPTED
        assert not desk.window.isMinimized()
        assert knocker.doorbell.callers == 0


@pytest.mark.usefixtures("qapp")
async def test_a_huge_call_is_hung_up_on(ring: Ring) -> None:
    knocker = ring()

    assert await knocker.say(b"x" * (LONGEST_CALL + 1)) == b""

    assert await knocker.say(Call().to_line()) == ACCEPTED


@pytest.mark.usefixtures("qapp")
async def test_whoever_says_nothing_is_hung_up_on(ring: Ring) -> None:
    knocker = ring(patience_ms=50)
    silent = await knocker.connect()

    await heard(silent.disconnected)

    assert knocker.doorbell.callers == 0
    assert await knocker.say(Call().to_line()) == ACCEPTED


@pytest.mark.usefixtures("qapp")
async def test_only_so_many_are_heard_at_once(ring: Ring) -> None:
    knocker = ring()
    silent = [await knocker.connect() for _ in range(MOST_CALLERS)]
    one_more = QLocalSocket()
    turned_away = asyncio.ensure_future(heard(one_more.disconnected))
    await asyncio.sleep(0)

    one_more.connectToServer(knocker.where)
    await turned_away

    assert knocker.doorbell.callers == MOST_CALLERS
    for socket in silent:
        socket.abort()


async def test_photos_wait_while_a_batch_waits_for_its_own(
    open_desk: OpenDesk, photos: list[Path]
) -> None:
    async with open_desk() as desk:
        wanted = Wanted(
            photos=(photos[0],), angles=("front_0",), generate=True, quit_when_done=True
        )
        errand = Errand(desk.window, desk.jobs, wanted)
        created = asyncio.ensure_future(heard(desk.jobs.marketplaceBatchCreated))
        done = asyncio.ensure_future(heard(errand.done))
        await asyncio.sleep(0)
        errand.begin()

        errand.answer(Call((photos[1],)))

        (event,) = await created
        assert [photo.path for photo in event.batch.request.photos] == [photos[0]]
        await done
        while len(desk.window.panel.photos()) < 2:
            await heard(desk.window.arrivals.arrived)


def test_the_holder_of_the_lock_is_the_window(tmp_path: Path) -> None:
    profile = Profile.at(tmp_path / "profile")

    lock = claim(profile, ())

    assert lock is not None
    with pytest.raises(Failure) as caught:
        claim(profile, (), patience=0.2)
    assert caught.value.problem.code == "already_open"
    lock.release()
    again = claim(profile, ())
    assert isinstance(again, FileLock)
    again.release()


def test_one_profile_has_one_address_however_it_is_written(tmp_path: Path) -> None:
    folder = tmp_path / ("long" * 20) / ("path" * 20)
    folder.mkdir(parents=True)
    link = tmp_path / "link"
    link.symlink_to(folder)

    places = {address(Profile.at(path)) for path in (folder, link, folder / ".." / folder.name)}

    assert len(places) == 1
    assert len(places.pop().encode()) < 90
    assert address(Profile.at(tmp_path)) not in places


def test_names_that_are_no_text_survive_the_way() -> None:
    odd = Path("/photos/caf\udce9 \n 車.jpg")

    line = Call((odd,), "token").to_line()

    assert line.count(b"\n") == 1
    assert Call.from_line(line) == Call((odd,), "token")
    assert json.loads(line)["raise"] is True
