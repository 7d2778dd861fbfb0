"""Single edges of the service: odd answers, odd tokens, no name, no end; what is told of each."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from carmp_desktop.core.engines.replicate import watch
from carmp_desktop.core.engines.replicate.answers import RateLimited, Refused
from carmp_desktop.core.engines.replicate.downloads import Downloads
from carmp_desktop.core.engines.replicate.gateway import Gateway
from carmp_desktop.core.events import JobUpdated
from carmp_desktop.core.model import CellKey
from carmp_desktop.core.problems import Failure
from carmp_desktop.core.remarks import OFFLINE
from tests.core.conftest import RunBatch
from tests.core.faulty_runs import read_attempts, short_waits
from tests.loopback import Fault, StandIn

ANGLE = CellKey("front_0")


def ask(server: StandIn, question: Callable[[Gateway], Awaitable[Any]]) -> Any:
    """Ask the service one question through the gateway."""

    async def asked() -> Any:
        gateway = Gateway(token=server.token, base_url=server.url, tls=httpx.create_ssl_context())
        try:
            return await question(gateway)
        finally:
            await gateway.aclose()

    return asyncio.run(asked())


@pytest.fixture
def impatient() -> Iterator[None]:
    """The program waits for less long than it usually does."""
    with short_waits():
        yield


@pytest.mark.parametrize("told", [1e400, 1e30])
def test_a_wait_without_end_is_not_obeyed(server: StandIn, told: float) -> None:
    body = {"detail": "Request was throttled.", "status": 429, "retry_after": told}
    server.break_(Fault("create", "status", status=429, body=body))

    with pytest.raises(RateLimited) as caught:
        ask(server, lambda gateway: gateway.create("google/nano-banana", {"prompt": "a car"}))

    assert caught.value.retry_after == 600


@pytest.mark.parametrize("hours", [-5, 0, 5])
def test_the_end_of_an_upload_is_told_by_our_own_clock(
    server: StandIn, photos: list[Path], hours: int
) -> None:
    server.skew, server.file_expiry = timedelta(hours=hours), 3600.0

    uploaded = ask(
        server,
        lambda gateway: gateway.upload(photos[0], name="photo-1.jpg", media_type="image/jpeg"),
    )

    left = uploaded.expires_at - datetime.now(UTC)
    assert timedelta(minutes=59) < left <= timedelta(minutes=60)


def test_a_token_that_an_answer_repeats_is_taken_out_at_the_door(server: StandIn) -> None:
    said = {"detail": f"Bearer {server.token} is odd", "status": 400}
    server.break_(Fault("create", "status", status=400, body=said))

    with pytest.raises(Refused) as caught:
        ask(server, lambda gateway: gateway.create("google/nano-banana", {"prompt": "a car"}))

    assert caught.value.problem.fields["detail"] == "Bearer [token] is odd"


def test_a_token_that_no_request_can_carry_is_refused_before_anything_is_sent(
    run_batch: RunBatch, server: StandIn
) -> None:
    server.token = "r8_schlüssel"

    with pytest.raises(Failure, match="Token not accepted"):
        run_batch()

    assert server.count("upload") == 0


@pytest.mark.usefixtures("impatient")
def test_a_name_that_is_not_found_is_waited_for_and_told(
    run_batch: RunBatch, server: StandIn
) -> None:
    """The name of the service is found by nobody at first, as on a train."""
    server.url = f"http://replicate.invalid:{server.url.rpartition(':')[2]}"
    lookups = []
    find = socket.getaddrinfo

    def answer(host: str, *others: Any, **named: Any) -> Any:
        if host in (b"replicate.invalid", "replicate.invalid"):
            lookups.append(host)
            if len(lookups) <= 2:
                raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
            host = "127.0.0.1"
        return find(host, *others, **named)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "getaddrinfo", answer)
        outcome = run_batch()

    assert outcome.completed.completed == 1
    assert server.accepted == 1
    cells = [event.cell for event in outcome.events if isinstance(event, JobUpdated)]
    assert OFFLINE in {cell.waits_for for cell in cells}


@pytest.mark.usefixtures("impatient")
def test_what_ended_during_a_long_sleep_is_asked_for_before_it_is_given_up(
    run_batch: RunBatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The half hour is over when the first question is asked, as after a sleep."""
    monkeypatch.setattr(watch, "_DEADLINE", 0.0)

    outcome = run_batch()

    assert outcome.completed.completed == 1


@pytest.mark.usefixtures("impatient")
def test_what_never_ends_is_given_up_in_words(
    run_batch: RunBatch, server: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "_DEADLINE", 0.0)
    server.break_(Fault("create", "outcome", outcome="booting"))

    problem = run_batch().cells[ANGLE].problem

    assert problem is not None
    assert problem.code == "out_of_time"
    assert problem.action.startswith("Try this cell again")


def test_a_download_that_fails_for_good_is_told_as_made(server: StandIn, tmp_path: Path) -> None:
    server.break_(Fault("download", "status", status=500))

    async def fetch() -> None:
        downloads = Downloads(httpx.create_ssl_context(), keep_trying=0.5)
        try:
            await downloads.fetch(f"{server.delivery_url}/output/x.png", tmp_path / "part", print)
        finally:
            await downloads.aclose()

    with pytest.raises(Failure, match=r"The image is made, but it could not be downloaded\."):
        asyncio.run(fetch())


@pytest.mark.usefixtures("impatient")
def test_the_intent_is_on_disk_before_the_request_arrives(
    run_batch: RunBatch, server: StandIn, tmp_path: Path
) -> None:
    seen = []
    note = server.note_request

    def look(route: str, request: object) -> None:
        note(route, request)  # type: ignore[arg-type]  # passed through as it came
        if route == "create":
            seen.append([row["state"] for row in read_attempts(tmp_path / "profile")])

    server.note_request = look  # type: ignore[method-assign]  # the server is ours to watch

    run_batch()

    assert seen == [["intended"]]
