"""What the service and the network do wrong, and that nothing is lost or paid twice for it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import timedelta
from email.utils import format_datetime

import pytest
from aiohttp import web
from PIL import Image

from carmp_desktop.core.events import JobUpdated
from carmp_desktop.core.model import CellKey, JobStatus
from carmp_desktop.core.remarks import RATE_LIMITED
from tests.core.conftest import RunBatch
from tests.core.faulty_runs import PRICE, Played, Script, play_all
from tests.core.scripted_faults import ENDURED, FINAL, LISTED, forgets_at_once
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


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Played]:
    """Every scripted fault, each struck in a batch of one image; all of them at once."""
    scripts = {name: Script([fault]) for name, fault in ENDURED.items()}
    scripts |= {name: Script([fault]) for name, (fault, _) in FINAL.items()}
    for name, fault in LISTED.items():
        scripts[name] = Script([Fault("create", "answer_lost", times=1), fault])
    scripts["data-removed"] = Script(prepare=forgets_at_once)
    lost = Fault("create", "answer_lost", times=2)
    for hours in (-5, 5):
        scripts[f"clock-{hours}"] = Script([lost], apart(hours), SkewedStandIn, colors=1)
    lost = Fault("create", "answer_lost", prompt="Repaint", times=2)
    scripts["equal-inputs"] = Script([lost], two_blacks, colors=2)
    scripts["all-well"] = Script(angles=2, colors=2)
    scripts["rate-limit"] = Script(prepare=three_a_second, angles=4, colors=1)
    return play_all(scripts, tmp_path_factory.mktemp("faults"))


@pytest.mark.parametrize("name", [*ENDURED, *LISTED])
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
    assert any(cell.waits_for == RATE_LIMITED and cell.waits_until for cell in cells)


def test_nothing_of_ours_limits_how_many_run_at_once_and_they_are_asked_for_by_list(
    run_batch: RunBatch, server: StandIn
) -> None:
    server.seconds = 1.5

    outcome = run_batch(angles=5, colors=5)

    assert outcome.completed.completed == 30
    assert server.ledger.peak_in_flight >= 20
    assert server.count("list") > 0
    assert server.count("list") + server.count("get") <= 2 * 30


def test_every_completed_cell_is_on_disk_before_its_event(played: dict[str, Played]) -> None:
    run = played["all-well"]

    done = [cell for cell in run.cells.values() if cell.status is JobStatus.COMPLETED]
    assert len(done) == 6
    with sqlite3.connect(run.profile / "carmp.db") as database:
        files = {row[0] for row in database.execute("SELECT file FROM images")}
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    database.close()
    assert files == {str(cell.image) for cell in done} == {str(file) for file in run.files}
