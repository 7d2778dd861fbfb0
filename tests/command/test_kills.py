"""The program is killed and started again: nothing lost, nothing twice.

Here are the most telling named instants, those that need a set-up of their own, and a few random
ones. ``packaging/dev.py kills`` goes through all of them, several times.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from carmp_desktop.core.crash_points import NAMES
from tests.command.conftest import Run
from tests.loopback import StandIn
from tests.reliability import Outcome, Plan, carry_out, plan_point, plan_random
from tests.reliability.points import group_of
from tests.reliability.program import ROOT
from tests.reliability.random_kills import Lives
from tests.reliability.trial import other_disk
from tests.reliability.verdict import judge

TELLING = (
    "batch.after_row",
    "upload.after",
    "attempt.after_row",
    "create.after_answer",
    "create.after_name",
    "watch.after_answer",
    "result.after_row",
    "download.first_bytes",
    "landing.renamed",
    "keep.after_thumb",
    "place.named",
    "keep.after_row",
    "batch.after_end",
)
"""Instants on every batch's way, just behind a step that must not be forgotten or repeated."""

SPECIAL = (
    "create.throttled",
    "create.refused",
    "create.unknown_written",
    "lookup.found",
    "lookup.absent",
    "place.copied",
    "end.before_row",
    "end.after_row",
    "cancel.before",
    "cancel.after",
    "resume.claimed",
    "resume.told",
    "reopen.before_row",
    "reopen.after_row",
    "extend.after_row",
)
"""Instants that a batch passes only when something goes wrong, or somebody asks for more."""

SEEDS = {"lookup.found": 1, "lookup.absent": 1, "end.before_row": 2, "reopen.after_row": 2}
RANDOM = range(1, 21)
AT_A_TIME = 6
LIVES = Lives(angles_only=1.5, with_colors=2.5)
"""About the seconds that the program lives; from them follow the times of the random kills."""

Begin = Callable[[Plan], "Future[Outcome]"]


@pytest.fixture(scope="module")
def begin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Begin]:
    """Begins a trial, which mostly waits, beside others."""
    with ThreadPoolExecutor(AT_A_TIME) as pool:

        def begin_trial(plan: Plan) -> Future[Outcome]:
            folder = tmp_path_factory.mktemp(f"{plan.name}-{plan.seed}-")
            return pool.submit(carry_out, plan, folder)

        yield begin_trial
        pool.shutdown(cancel_futures=True)


@pytest.fixture(scope="module")
def trials(begin: Begin, request: pytest.FixtureRequest) -> dict[str, Future[Outcome]]:
    """A trial under way for every instant that was asked for."""
    calls = [getattr(item, "callspec", None) for item in request.session.items]
    names = [call.params["instant"] for call in calls if call and "instant" in call.params]
    return {name: begin(plan_point(name, SEEDS.get(name, 1))) for name in names}


@pytest.mark.parametrize("instant", [*TELLING, *SPECIAL])
def test_killed_at(trials: dict[str, Future[Outcome]], tmp_path: Path, instant: str) -> None:
    if instant == "place.copied" and other_disk(tmp_path) is None:
        pytest.skip("there is no second file system to be written to")
    outcome = trials[instant].result()

    assert outcome.verdict.faults == [], outcome.plan.label
    assert outcome.kills


def test_killed_at_random_instants(begin: Begin) -> None:
    under_way = [begin(plan_random(seed, LIVES)) for seed in RANDOM]
    outcomes = [trial.result() for trial in under_way]

    assert {one.plan.label: one.verdict.faults for one in outcomes if not one.is_good} == {}
    assert any(one.kills for one in outcomes)


def test_every_named_instant_stands_in_the_code() -> None:
    sources = (ROOT / "carmp_desktop").rglob("*.py")
    texts = [file.read_text(encoding="utf-8") for file in sources]
    reached = [name for text in texts for name in re.findall(r'\breach\("(.+?)"\)', text)]

    assert sorted(reached) == sorted(NAMES)
    assert all(group_of(name) for name in NAMES)


def test_nothing_is_resumed_twice(batch: Run, run: Run, server: StandIn, profile: Path) -> None:
    assert batch("--angle", "front_0").code == 0

    resumed = run("resume")

    assert (resumed.code, resumed.out.strip()) == (0, "Nothing was interrupted.")
    assert judge(server, profile, profile / "gallery", asked_twice=0).faults == []


def test_the_judge_sees_what_is_wrong(batch: Run, server: StandIn, profile: Path) -> None:
    assert batch("--angle", "front_0", "--angle", "side_90").code == 0
    gallery = profile / "gallery"
    one, other = sorted(gallery.rglob("*.png"))
    [thumb, _] = sorted((profile / "cache" / "thumbs").glob("b_*/*.jpg"))
    whole = one.read_bytes()

    def kinds() -> set[str]:
        faults = judge(server, profile, gallery, asked_twice=0).faults
        return {fault.partition(":")[0] for fault in faults}

    assert kinds() == set()
    one.unlink()
    assert kinds() == {"lost", "database"}
    one.write_bytes(whole[:-100])
    assert kinds() == {"lost", "torn", "database"}
    one.write_bytes(other.read_bytes())
    assert kinds() == {"lost", "twice", "database"}
    one.write_bytes(whole)
    thumb.unlink()
    assert kinds() == {"torn"}
    (profile / "incoming" / "left.part").touch()
    server.ledger.predictions.popitem()
    assert kinds() == {"torn", "database"}
