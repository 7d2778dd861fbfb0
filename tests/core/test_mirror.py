"""The mirror against real remotes: what arrives, how it stands, what it costs in memory."""

from __future__ import annotations

import asyncio
import sys
import tracemalloc
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from carmp_desktop.core.marketplace import Marketplace
from carmp_desktop.core.mirror.pace import Backoff, Confirmed, Pace
from carmp_desktop.core.mirror.state import MirrorKind, MirrorState
from carmp_desktop.core.paths import Profile
from carmp_desktop.core.remarks import NO_TRUST, NOBODY_LISTENS, NOT_REACHABLE
from carmp_desktop.core.secrets import Token, TokenKeeper, TokenPlace
from carmp_desktop.core.settings import SettingsFile
from tests.loopback.certificate import make_certificate
from tests.mirror_ws import FAST, PythonReceiver, Trial, judge, run_trial
from tests.mirror_ws.receivers import NodeReceiver, Receiver

SLOW_TO_RETURN = replace(FAST, first=60.0, most=60.0)
"""A back-off that no test lives to see the end of."""


async def state_is(trial: Trial, kind: MirrorKind, events: int | None = None) -> MirrorState:
    """The state, once it is of that kind (and so many events wait)."""
    reached: asyncio.Future[MirrorState] = asyncio.get_running_loop().create_future()

    def look(state: MirrorState) -> None:
        if state.kind is kind and events in (None, state.events) and not reached.done():
            reached.set_result(state)

    trial.mirror.listen(look)
    async with asyncio.timeout(20):
        return await reached


@asynccontextmanager
async def answering(lines: str) -> AsyncIterator[str]:
    """A server that says these lines to whoever asks; the answer is its address."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(lines.replace("\n", "\r\n").encode())
        await writer.drain()
        writer.close()
        await writer.wait_closed()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with server:
        yield f"ws://127.0.0.1:{server.sockets[0].getsockname()[1]}/"


def run(scenario: Callable[[], Awaitable[None]]) -> None:
    async def bounded() -> None:
        async with asyncio.timeout(60):
            await scenario()

    asyncio.run(bounded())


@pytest.mark.parametrize("make", [PythonReceiver, NodeReceiver])
def test_nothing_is_lost_over_broken_connections(
    make: Callable[[int, int], Receiver], tmp_path: Path
) -> None:
    figures = asyncio.run(run_trial(tmp_path, make(12, 3), 900))

    assert figures.breaks == 12
    assert figures.connections > 12
    assert figures.repeated


def test_the_token_is_shown_and_events_are_counted(tmp_path: Path) -> None:
    async def scenario() -> None:
        receiver = PythonReceiver()
        async with receiver.running(), Trial.at(tmp_path, receiver.url, token="sesame") as trial:
            assert trial.mirror.state == MirrorState()
            await trial.tell(20)
            trial.mirror.start()
            state = await state_is(trial, MirrorKind.CONNECTED, events=0)
            assert state.address == receiver.url
            assert await trial.mirror.drain(0)
            await trial.tell(1)
            await receiver.until(22)
            assert receiver.headers[0]["authorization"] == "Bearer sesame"
            assert "sesame" not in repr(trial.mirror.token)

    run(scenario)


def test_no_token_no_header_no_address_no_mirror(tmp_path: Path) -> None:
    async def scenario() -> None:
        receiver = PythonReceiver()
        async with receiver.running(), Trial.at(tmp_path, receiver.url) as trial:
            trial.mirror.start()
            await receiver.until(1)
            assert "authorization" not in receiver.headers[0]
        (tmp_path / "off").mkdir()
        async with Trial.at(tmp_path / "off", "") as trial:
            trial.mirror.start()
            await trial.tell(3)
            assert await trial.outbox.read(0, 9) == []
            assert trial.mirror.state == MirrorState()
            assert await trial.mirror.drain(30)

    run(scenario)


@pytest.mark.parametrize(
    ("url", "token", "code"),
    [
        ("https://a.example/", "", "mirror_address"),
        ("wss://", "", "mirror_address"),
        ("ws://a.example:http/", "", "mirror_address"),
        ("ws://a.example/", "sesame", "mirror_unencrypted"),
        ("wss://a.example/", "sesame\nX: y", "mirror_token"),
    ],
)
def test_an_address_that_must_not_be_used(tmp_path: Path, url: str, token: str, code: str) -> None:
    async def scenario() -> None:
        async with Trial.at(tmp_path, url, token=token, pace=SLOW_TO_RETURN) as trial:
            trial.mirror.start()
            state = await state_is(trial, MirrorKind.REFUSED)
            assert state.problem is not None
            assert state.problem.code == code
            assert state.events == 1
            assert not await trial.mirror.drain(30)

    run(scenario)


@pytest.mark.parametrize(
    ("lines", "kind", "reason"),
    [
        ("HTTP/1.1 401 Unauthorized\n\n", MirrorKind.REFUSED, "HTTP 401"),
        ("HTTP/1.1 404 Not Found\n\n", MirrorKind.REFUSED, "HTTP 404"),
        ("HTTP/1.1 200 OK\nContent-Length: 0\n\n", MirrorKind.WAITING, "HTTP 200"),
        ("HTTP/1.1 503 Service Unavailable\n\n", MirrorKind.WAITING, "HTTP 503"),
        ("220 mail.example ready\n", MirrorKind.REFUSED, "it speaks no WebSocket"),
    ],
)
def test_a_remote_that_will_not_have_us(
    tmp_path: Path, lines: str, kind: MirrorKind, reason: str
) -> None:
    async def scenario() -> None:
        async with answering(lines) as url, Trial.at(tmp_path, url, pace=SLOW_TO_RETURN) as trial:
            trial.mirror.start()
            state = await state_is(trial, kind)
            assert state.problem is not None
            assert state.problem.fields["reason"] == reason
            assert state.until is not None
            assert not await trial.mirror.drain(30)
            await trial.tell(2)
            assert (await state_is(trial, kind, events=3)).until == state.until

    run(scenario)


def test_where_nobody_listens_it_is_told_in_words_that_can_be_translated(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with PythonReceiver().running() as receiver:
            url = receiver.url
        for host in ("127.0.0.1", "localhost"):
            folder, address = tmp_path / host, url.replace("127.0.0.1", host)
            folder.mkdir()
            async with Trial.at(folder, address, pace=SLOW_TO_RETURN) as trial:
                trial.mirror.start()
                state = await state_is(trial, MirrorKind.WAITING)
                assert state.problem is not None
                assert state.problem.fields["reason"] in (NOBODY_LISTENS, NOT_REACHABLE)

    run(scenario)


def test_a_server_without_tls_is_told_so(tmp_path: Path) -> None:
    async def scenario() -> None:
        async def speak_plainly(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            writer.close()
            await writer.wait_closed()

        server = await asyncio.start_server(speak_plainly, "127.0.0.1", 0)
        url = f"wss://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        async with server, Trial.at(tmp_path, url, pace=SLOW_TO_RETURN) as trial:
            trial.mirror.start()
            state = await state_is(trial, MirrorKind.WAITING)
            assert state.problem is not None
            assert state.problem.fields["reason"] == NO_TRUST

    run(scenario)


def test_a_certificate_is_trusted_or_not(tmp_path: Path) -> None:
    async def scenario() -> None:
        receiver = PythonReceiver()
        receiver.tls, _ = make_certificate(tmp_path)
        async with (
            receiver.running(),
            Trial.at(tmp_path, receiver.url, token="sesame", pace=SLOW_TO_RETURN) as trial,
        ):
            trial.mirror.start()
            state = await state_is(trial, MirrorKind.REFUSED)
            assert state.problem is not None
            assert state.problem.code == "mirror_untrusted"
            assert receiver.received == []

    run(scenario)


def test_a_polite_close_is_backed_off_from_too(tmp_path: Path) -> None:
    async def scenario() -> None:
        receiver = PythonReceiver()
        receiver.plan = [("clean", 1)]
        async with (
            receiver.running(),
            Trial.at(tmp_path, receiver.url, pace=SLOW_TO_RETURN) as trial,
        ):
            trial.mirror.start()
            state = await state_is(trial, MirrorKind.WAITING)
            assert state.problem is not None
            assert state.problem.fields["reason"] == "it was closed (1000)"
            assert receiver.connections == 1
            trial.mirror.start()
            assert trial.mirror.state == state
            await trial.mirror.keep_token("")
            await state_is(trial, MirrorKind.CONNECTED, events=0)
            assert receiver.connections == 2

    run(scenario)


def test_one_run_sends_for_all_and_another_takes_over(tmp_path: Path) -> None:
    async def scenario() -> None:
        receiver = PythonReceiver()
        async with receiver.running(), Trial.at(tmp_path, receiver.url) as other:
            async with Trial.at(tmp_path, receiver.url) as one:
                one.mirror.start()
                await state_is(one, MirrorKind.CONNECTED)
                other.mirror.start()
                await state_is(other, MirrorKind.ELSEWHERE)
                await other.tell(4)
                await receiver.until(5)
                assert receiver.connections == 1
            await state_is(other, MirrorKind.CONNECTED)
            await other.tell(4)
            await receiver.until(9)
        assert sorted({message["seq"] for message in receiver.received}) == list(range(1, 10))

    run(scenario)


def test_a_good_bye_leaves_nothing_to_be_sent_again(tmp_path: Path) -> None:
    async def scenario() -> None:
        receiver = PythonReceiver()
        async with receiver.running():
            async with Trial.at(tmp_path, receiver.url) as trial:
                await trial.tell(9)
                trial.mirror.start()
                await state_is(trial, MirrorKind.CONNECTED, events=0)
            async with Trial.at(tmp_path, receiver.url) as trial:
                assert await trial.outbox.read(0, 99) == []
        judge(receiver.received, 10)

    run(scenario)


def test_killed_while_it_sends_the_rest_is_sent_by_the_next(tmp_path: Path) -> None:
    async def scenario() -> None:
        receiver = PythonReceiver()
        async with receiver.running():
            async with Trial.at(tmp_path, receiver.url) as trial:
                await trial.tell(1499)
            for reached in (100, 700, 1500):
                words = (sys.executable, "-m", "tests.mirror_ws.teller")
                teller = await asyncio.create_subprocess_exec(*words, tmp_path, receiver.url)
                await receiver.until(reached)
                if reached < 1500:
                    teller.kill()
                await teller.wait()
            assert teller.returncode == 0
        judge(receiver.received, 1500)

    run(scenario)


def test_the_settings_and_the_token_count_at_once(tmp_path: Path) -> None:
    async def scenario() -> None:
        profile = Profile.at(tmp_path)
        receiver = PythonReceiver()
        async with receiver.running():
            market = await Marketplace.open(
                profile, keeper=TokenKeeper({}), settings=SettingsFile(profile.settings, {})
            )
            mirror, states = market.mirror, asyncio.Queue[MirrorState]()
            mirror.listen(states.put_nowait)
            await market.find_token()
            assert mirror.state.kind is MirrorKind.OFF
            market.save_settings(mirror_url=receiver.url)
            while (await states.get()).kind is not MirrorKind.CONNECTED:
                pass
            assert await mirror.keep_token("sesame") == Token("sesame", TokenPlace.THIS_RUN)
            while (await states.get()).kind is not MirrorKind.CONNECTING:
                pass
            while (await states.get()).kind is not MirrorKind.CONNECTED:
                pass
            assert [head.get("authorization") for head in receiver.headers] == [
                None,
                "Bearer sesame",
            ]
            market.save_settings(mirror_url="")
            while (await states.get()).kind is not MirrorKind.OFF:
                pass
            await market.aclose()

    run(scenario)


def test_memory_is_bounded_however_much_waits(tmp_path: Path) -> None:
    class Forgetful(PythonReceiver):
        def take(self, text: str) -> None:
            self.received.clear()
            super().take(text)

    events, thumb = 700, tmp_path / "thumb.jpg"
    thumb.write_bytes(b"\xff\xd8" + bytes(range(256)) * 80)

    async def scenario() -> None:
        receiver = Forgetful()
        async with receiver.running(), Trial.at(tmp_path, receiver.url) as trial:
            await trial.tell(events, thumb=thumb)
            trial.mirror.start()
            await receiver.until(20)  # what is imported late is not counted
            tracemalloc.start()
            try:
                await receiver.until(events + 1)
                _, peak = tracemalloc.get_traced_memory()
            finally:
                tracemalloc.stop()
        assert len(receiver.received[0]["data"]["result"]["thumbUrl"]) > 20_000
        assert peak < 2_000_000 < events * 20_000

    run(scenario)


def test_the_back_off_doubles_and_only_a_connection_that_lives_ends_it() -> None:
    pace = Pace(first=1.0, most=8.0, proven=30.0)
    for _ in range(50):
        backoff = Backoff(pace)
        for longest in (1.0, 2.0, 4.0, 8.0, 8.0):
            assert longest / 2 <= backoff.next(lived=29.0) <= longest
        assert backoff.next(lived=30.0) <= 1.0
        assert backoff.next(lived=0.0) > 0.99


def test_the_window_grows_and_shrinks_for_slow_readers() -> None:
    pace = Pace(window=16, quick=1.0)
    assert [pace.next_window(window, 0.1) for window in (1, 2, 8, 16)] == [2, 4, 16, 16]
    assert [pace.next_window(window, 1.1) for window in (1, 2, 16)] == [1, 1, 8]


def test_the_newest_are_kept_for_a_while() -> None:
    confirmed = Confirmed(Pace(keep=10, keep_for=30.0))
    assert confirmed.forgettable(0.0) is None
    confirmed.confirm(8, at=0.0)
    assert confirmed.forgettable(1.0) is None
    confirmed.confirm(16, at=2.0)
    assert confirmed.forgettable(2.0) == 6
    assert confirmed.forgettable(3.0) is None
    assert confirmed.forgettable(30.0) == 8
    assert confirmed.forgettable(32.0) == 16
    assert confirmed.forgettable(99.0) is None
