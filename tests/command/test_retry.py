"""`carmp-desktop retry`: what failed is made again, what is there and what was refused is not."""

from __future__ import annotations

import pytest

from tests.command.conftest import Run
from tests.loopback import Fault, StandIn
from tests.loopback.faults import NO_CREDIT, SENSITIVE

CELLS = ("--angle", "front_0", "--angle", "side_90", "--color", "red_metallic")


def test_what_failed_is_made_again_with_the_colors_that_wait_for_it(
    batch: Run, run: Run, server: StandIn
) -> None:
    server.break_(Fault("create", "status", status=402, body=NO_CREDIT, nth=1))
    assert batch(*CELLS).code == 1
    paid = server.accepted

    again = run("retry", "--json")

    assert again.code == 0, again.err
    assert (again.json["total"], again.json["completed"]) == (4, 4)
    assert server.accepted == 4
    assert 0 < paid < 4
    assert run("retry").out.strip() == "Nothing to make again."


def test_what_was_refused_is_not_bought_once_more(batch: Run, run: Run, server: StandIn) -> None:
    server.break_(Fault("create", "outcome", outcome="failed", error=SENSITIVE, times=1))
    failed = batch("--angle", "front_0", "--json")
    assert failed.code == 1

    again = run("retry", failed.json["batchId"])

    assert (again.code, again.out.strip()) == (0, "Nothing to make again.")
    assert server.accepted == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["retry"], "No batch has been made in this profile."),
        (["retry", "b_0123"], "b_0123"),
        (["retri"], "did you mean the command retry?"),
    ],
)
def test_what_is_not_there_is_said(run: Run, words: list[str], said: str) -> None:
    ended = run(*words)
    assert ended.code == 2
    assert said in ended.err
