"""What the service and the network do wrong, and that nothing is lost or paid twice for it."""

from __future__ import annotations

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image

from carmp_desktop.core.events import JobUpdated
from carmp_desktop.core.model import CellKey, JobStatus
from tests.core.conftest import RunBatch
from tests.loopback import Fault, StandIn
from tests.loopback.faults import throttled
from tests.loopback.ledger import RateLimit

HTML = "<html><body>Bad gateway</body></html>"


@pytest.mark.parametrize(
    "fault",
    [
        Fault("upload", "status", status=503, body=HTML, times=2),
        Fault("upload", "dropped", times=1),
        Fault("upload", "status", status=429, body=throttled(0), times=2),
        Fault("create", "status", status=429, body=throttled(0), times=3),
        Fault("create", "status", status=429, body=throttled(0), headers={"Retry-After": "0"}),
        Fault("get", "status", status=500, body=HTML, times=2),
        Fault("get", "status", status=404, body={"detail": "not yet"}, times=2),
        Fault("get", "dropped", times=2),
        Fault("get", "answer_lost", times=1),
        Fault("get", "status", status=200, body=["a list"], times=1),
        Fault("download", "status", status=502, body=HTML, times=2),
        Fault("download", "truncated", times=2),
        Fault("download", "short", times=1),
        Fault("download", "html", times=1),
        Fault("download", "dropped", times=1),
        Fault("create", "outcome", outcome="booting", output="URL"),
        Fault("create", "outcome", output=["URL"]),
        Fault("create", "outcome", outcome="processing", output="URL"),
    ],
    ids=lambda fault: f"{fault.route}-{fault.kind}-{fault.status}-{fault.outcome}",
)
def test_what_can_be_endured_is_endured_and_paid_once(
    run_batch: RunBatch, server: StandIn, fault: Fault
) -> None:
    if fault.headers:
        fault.times = 1
    server.break_(fault)

    outcome = run_batch()

    assert outcome.completed.completed == 1, outcome.cells
    assert server.accepted == 1
    image = outcome.cells[CellKey("front_0")].image
    assert image is not None
    with Image.open(image) as picture:
        picture.load()


def test_a_create_whose_answer_was_lost_is_found_in_the_list(
    run_batch: RunBatch, server: StandIn, tmp_path: Path
) -> None:
    server.break_(Fault("create", "answer_lost", times=1))
    server.skew = timedelta(minutes=-3)

    outcome = run_batch()

    assert outcome.completed.completed == 1
    assert server.accepted == server.count("create") == 1
    rows = read_attempts(tmp_path / "profile")
    assert [(row["state"], row["prediction_id"]) for row in rows] == [
        ("succeeded", server.created[0].id)
    ]


def test_a_create_that_never_arrived_is_sent_again_after_two_looks(
    run_batch: RunBatch, server: StandIn
) -> None:
    server.break_(Fault("create", "dropped", times=1))

    outcome = run_batch()

    assert outcome.completed.completed == 1
    assert server.accepted == 1
    assert server.count("create") == 2
    assert server.count("list") >= 2


def test_equal_inputs_in_doubt_are_never_taken_for_each_other(
    run_batch: RunBatch, server: StandIn, tmp_path: Path
) -> None:
    one = "black,Black,Black #0B0B0C (solid),TRUE\n"
    server.sheets.texts["colors"] = (
        "color_key,color_label,prompt_value,enabled\n" + one + one.replace("black,", "night,", 1)
    )
    server.break_(Fault("create", "answer_lost", prompt="Repaint", times=2))

    outcome = run_batch(colors=2)

    assert outcome.completed.completed == 3
    assert server.accepted == 3
    ids = [row["prediction_id"] for row in read_attempts(tmp_path / "profile")]
    assert len(set(ids)) == 3


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


def test_a_rate_limit_is_waited_out_and_costs_nothing(run_batch: RunBatch, server: StandIn) -> None:
    server.rate_limit = RateLimit(window=timedelta(seconds=1), creates=3, retry_after=1)

    outcome = run_batch(angles=4, colors=1)

    assert outcome.completed.completed == 8
    assert server.accepted == server.paid == 8
    cells = [event.cell for event in outcome.events if isinstance(event, JobUpdated)]
    assert any(cell.waits_for == "Rate limited" and cell.waits_until for cell in cells)


def test_nothing_of_ours_limits_how_many_run_at_once(run_batch: RunBatch, server: StandIn) -> None:
    server.seconds = 1.0

    outcome = run_batch(angles=5, colors=5)

    assert outcome.completed.completed == 30
    assert server.ledger.peak_in_flight >= 20


def test_many_in_flight_are_asked_for_by_list_and_rarely(
    run_batch: RunBatch, server: StandIn
) -> None:
    server.seconds = 1.5

    run_batch(angles=5, colors=5)

    asked = server.count("list") + server.count("get")
    assert server.count("list") > 0
    assert asked <= 2 * 30


def test_a_download_that_is_gone_is_said_and_not_asked_for_again(
    run_batch: RunBatch, server: StandIn
) -> None:
    server.break_(Fault("download", "status", status=404))

    outcome = run_batch()

    problem = outcome.cells[CellKey("front_0")].problem
    assert problem is not None
    assert problem.code == "result_gone"
    assert server.count("download") == 1


def test_a_failed_job_leaves_no_part_file(
    run_batch: RunBatch, server: StandIn, tmp_path: Path
) -> None:
    server.break_(Fault("download", "status", status=404))

    run_batch()

    gallery = tmp_path / "profile" / "gallery"
    assert [file for file in gallery.rglob("*") if file.is_file()] == []


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


def read_attempts(profile: Path) -> list[sqlite3.Row]:
    database = sqlite3.connect(profile / "carmp.db")
    database.row_factory = sqlite3.Row
    try:
        return database.execute("SELECT * FROM attempts ORDER BY id").fetchall()
    finally:
        database.close()
