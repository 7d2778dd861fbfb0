"""What the service and the network do wrong, and that nothing is lost or paid twice for it."""

from __future__ import annotations

import asyncio
import socket
import sqlite3
from collections.abc import Awaitable, Callable
from datetime import timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from aiohttp import web
from PIL import Image

from carmp_desktop.core.engines.replicate import watch
from carmp_desktop.core.engines.replicate.answers import RateLimited, Refused
from carmp_desktop.core.engines.replicate.downloads import Downloads
from carmp_desktop.core.engines.replicate.gateway import Gateway
from carmp_desktop.core.events import JobUpdated
from carmp_desktop.core.model import CellKey, JobStatus
from carmp_desktop.core.problems import Failure
from tests.core.conftest import RunBatch
from tests.core.faulty_runs import PRICE, Played, Script, play_all, read_attempts
from tests.core.scripted_faults import ENDURED, FINAL, forgets_at_once
from tests.loopback import Fault, RateLimit, StandIn
from tests.loopback.api import Handler

ANGLE = CellKey("front_0")
UNCHARGED = ("aborted",)


class SkewedStandIn(StandIn):
    """One whose answers are dated by its own clock, as those of the real service are."""

    def sheltered(self, handler: Handler) -> Handler:
        safe = super().sheltered(handler)

        async def dated(request: web.Request) -> web.StreamResponse:
            answer = await safe(request)
            if not answer.prepared:
                answer.headers["Date"] = format_datetime(self.now(), usegmt=True)
            return answer

        return dated


def apart(hours: int) -> Callable[[StandIn], None]:
    def prepare(server: StandIn) -> None:
        server.skew = timedelta(hours=hours)

    return prepare


def two_blacks(server: StandIn) -> None:
    one = "black,Black,Black #0B0B0C (solid),TRUE\n"
    header = "color_key,color_label,prompt_value,enabled\n"
    server.sheets.texts["colors"] = header + one + one.replace("black,", "night,", 1)


def three_a_second(server: StandIn) -> None:
    server.rate_limit = RateLimit(timedelta(seconds=1), creates=3, retry_after=1)


def ask(server: StandIn, question: Callable[[Gateway], Awaitable[Any]]) -> Any:
    """Ask the service one question through the gateway."""

    async def asked() -> Any:
        gateway = Gateway(token=server.token, base_url=server.url, tls=httpx.create_ssl_context())
        try:
            return await question(gateway)
        finally:
            await gateway.aclose()

    return asyncio.run(asked())


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Played]:
    """Every scripted fault, each struck in a batch of one image; all of them at once."""
    scripts = {name: Script([fault]) for name, fault in ENDURED.items()}
    scripts |= {name: Script([fault]) for name, (fault, _) in FINAL.items()}
    scripts["data-removed"] = Script(prepare=forgets_at_once)
    lost = Fault("create", "answer_lost", times=2)
    for hours in (-5, 5):
        scripts[f"clock-{hours}"] = Script([lost], apart(hours), SkewedStandIn, colors=1)
    lost = Fault("create", "answer_lost", prompt="Repaint", times=2)
    scripts["equal-inputs"] = Script([lost], two_blacks, colors=2)
    scripts["rate-limit"] = Script(prepare=three_a_second, angles=4, colors=1)
    return play_all(scripts, tmp_path_factory.mktemp("faults"))


@pytest.mark.parametrize("name", ENDURED)
def test_what_can_be_endured_is_endured_and_paid_once(played: dict[str, Played], name: str) -> None:
    run = played[name]

    assert run.outcome.completed.completed == 1, run.outcome.cells
    assert run.server.accepted == 1
    paid = [row for row in run.attempts if row["prediction_id"]]
    assert [row["cost_micros"] for row in paid] == [PRICE]
    assert sum(row["cost_micros"] for row in run.attempts) == PRICE
    assert len(run.files) == 1
    with Image.open(run.files[0]) as picture:
        picture.load()


@pytest.mark.parametrize("name", FINAL)
def test_what_cannot_is_said_in_words_and_charged_as_the_service_charges(
    played: dict[str, Played], name: str
) -> None:
    run, code = played[name], FINAL[name][1]

    assert run.outcome.completed.failed == 1
    problem = run.outcome.cells[ANGLE].problem
    assert problem is not None
    assert problem.code == code
    assert problem.title
    assert problem.sentence
    assert problem.action
    assert run.files == []
    charged = [one for one in run.server.judged if one.status not in UNCHARGED]
    assert sum(row["cost_micros"] for row in run.attempts) == PRICE * len(charged)


def test_a_result_the_service_has_deleted_is_told_as_that(played: dict[str, Played]) -> None:
    run = played["data-removed"]

    problem = run.outcome.cells[ANGLE].problem
    assert problem is not None
    assert problem.code == "result_gone"
    assert run.server.accepted == 1


def test_every_fault_has_struck(played: dict[str, Played]) -> None:
    idle = [name for name, run in played.items() if not all(fault.applied for fault in run.faults)]
    assert idle == []


def test_a_download_that_is_gone_is_not_asked_for_again(played: dict[str, Played]) -> None:
    assert played["download-404"].server.count("download") == 1


def test_a_create_whose_answer_was_lost_is_found_in_the_list(played: dict[str, Played]) -> None:
    run = played["create-answer_lost"]

    assert run.server.count("create") == 1
    assert [(row["state"], row["prediction_id"]) for row in run.attempts] == [
        ("succeeded", run.server.created[0].id)
    ]


def test_a_create_that_never_arrived_is_sent_again_after_two_looks(
    played: dict[str, Played],
) -> None:
    server = played["create-dropped"].server

    assert server.count("create") == 2
    assert server.count("list") >= 2


@pytest.mark.parametrize("hours", [-5, 5])
def test_clocks_that_are_hours_apart_lose_and_repeat_nothing(
    played: dict[str, Played], hours: int
) -> None:
    run = played[f"clock-{hours}"]

    assert run.outcome.completed.completed == 2
    assert run.server.accepted == run.server.count("create") == 2
    assert run.server.count("upload") == 1


def test_equal_inputs_in_doubt_are_never_taken_for_each_other(played: dict[str, Played]) -> None:
    run = played["equal-inputs"]

    assert run.outcome.completed.completed == 3
    assert run.server.accepted == 3
    assert len({row["prediction_id"] for row in run.attempts}) == 3


def test_a_rate_limit_is_waited_out_and_costs_nothing(played: dict[str, Played]) -> None:
    run = played["rate-limit"]

    assert run.outcome.completed.completed == 8
    assert run.server.accepted == run.server.paid == 8
    cells = [event.cell for event in run.outcome.events if isinstance(event, JobUpdated)]
    assert any(cell.waits_for == "Rate limited" and cell.waits_until for cell in cells)


def test_nothing_of_ours_limits_how_many_run_at_once_and_they_are_asked_for_by_list(
    run_batch: RunBatch, server: StandIn
) -> None:
    server.seconds = 1.5

    outcome = run_batch(angles=5, colors=5)

    assert outcome.completed.completed == 30
    assert server.ledger.peak_in_flight >= 20
    assert server.count("list") > 0
    assert server.count("list") + server.count("get") <= 2 * 30


@pytest.mark.parametrize("told", [1e400, 1e30])
def test_a_wait_without_end_is_not_obeyed(server: StandIn, told: float) -> None:
    body = {"detail": "Request was throttled.", "status": 429, "retry_after": told}
    server.break_(Fault("create", "status", status=429, body=body))

    with pytest.raises(RateLimited) as caught:
        ask(server, lambda gateway: gateway.create("google/nano-banana", {"prompt": "a car"}))

    assert caught.value.retry_after == 600


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
    assert "Offline: waiting for the connection" in {cell.waits_for for cell in cells}


def test_what_ended_during_a_long_sleep_is_asked_for_before_it_is_given_up(
    run_batch: RunBatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The half hour is over when the first question is asked, as after a sleep."""
    monkeypatch.setattr(watch, "_DEADLINE", 0.0)

    outcome = run_batch()

    assert outcome.completed.completed == 1


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


def test_every_completed_cell_is_on_disk_before_its_event(
    run_batch: RunBatch, tmp_path: Path
) -> None:
    outcome = run_batch(angles=2, colors=2)

    done = [cell for cell in outcome.cells.values() if cell.status is JobStatus.COMPLETED]
    assert len(done) == 6
    with sqlite3.connect(tmp_path / "profile" / "carmp.db") as database:
        files = {row[0] for row in database.execute("SELECT file FROM images")}
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    database.close()
    assert files == {str(cell.image) for cell in done}
