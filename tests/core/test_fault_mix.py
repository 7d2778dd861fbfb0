"""Faults mixed at random, from fixed seeds: whatever comes together, the invariants hold.

``CARMP_FAULT_SEEDS=200`` in the environment plays that many seeds instead of the usual ones;
``CARMP_FAULT_SEED=17`` plays one alone.
"""

from __future__ import annotations

import os
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from random import Random

import pytest
from PIL import Image

from carmp_desktop.core.events import BatchCompleted, BatchCreated, JobUpdated
from carmp_desktop.core.model import Cell, CellKey, JobStatus
from carmp_desktop.core.retrying import unmade, with_what_they_need
from tests.core.conftest import Outcome
from tests.core.faulty_runs import PRICE, Played, Script, play_all
from tests.core.scripted_faults import ENDURED, FINAL, LISTED, SETTINGS
from tests.loopback import Fault, StandIn

_USUAL_SEEDS = range(12)
_AT_ONCE = 12
_MOST_ANGLES, _MOST_COLORS, _MOST_FAULTS = 3, 2, 9
_UNCHARGED = "aborted"
_IN_VAIN = frozenset({"result_gone", "no_output", "canceled_at_service", "sensitive"})
"""Problems of images that were paid and are gone: only a second payment could make them."""

POOL = {**ENDURED, **LISTED, **{name: fault for name, (fault, _) in FINAL.items()}}


def seeds() -> Iterable[int]:
    """The seeds to play, from the environment where it names some."""
    if one := os.environ.get("CARMP_FAULT_SEED"):
        return [int(one)]
    many = os.environ.get("CARMP_FAULT_SEEDS")
    return range(int(many)) if many else _USUAL_SEEDS


def script_of(seed: int) -> Script:
    """Some faults at some calls of a batch of some size, always the same for a seed."""
    dice = Random(seed)
    settings = [prepare for prepare in SETTINGS.values() if dice.random() < 0.15]
    return Script(
        faults=[_strike(dice) for _ in range(dice.randint(4, _MOST_FAULTS))],
        prepare=_all_of(settings),
        angles=dice.randint(1, _MOST_ANGLES),
        colors=dice.randint(0, _MOST_COLORS),
        again=not_lost_for_good,
    )


def not_lost_for_good(cells: Mapping[CellKey, Cell]) -> frozenset[CellKey]:
    """The cells to make again: those that ended without an image, unless one was paid in vain."""
    angles = {key: cell for key, cell in cells.items() if key.color_key is None}
    stuck = {key.angle_key for key, cell in angles.items() if _was_in_vain(cell)}
    wanted = {key for key in unmade(cells) if not _was_in_vain(cells[key])}
    return with_what_they_need(cells, {key for key in wanted if key.angle_key not in stuck})


def _was_in_vain(cell: Cell) -> bool:
    return cell.problem is not None and cell.problem.code in _IN_VAIN


def _strike(dice: Random) -> Fault:
    """One of the known faults, at one of the first calls it can strike."""
    fault = POOL[dice.choice(sorted(POOL))]
    if fault.times == 1:
        return replace(fault, nth=dice.randint(1, 5), times=None)
    return replace(fault)


def _all_of(settings: Iterable[Callable[[StandIn], None]]) -> Callable[[StandIn], None]:
    def prepare(server: StandIn) -> None:
        for setting in settings:
            setting(server)

    return prepare


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Played]:
    """Every seed's run, a dozen of them at a time."""
    names = [str(seed) for seed in seeds()]
    runs: dict[int, Played] = {}
    for start in range(0, len(names), _AT_ONCE):
        scripts = {name: script_of(int(name)) for name in names[start : start + _AT_ONCE]}
        folder = tmp_path_factory.mktemp("mix")
        runs |= {int(name): run for name, run in play_all(scripts, folder).items()}
    return runs


def test_the_pool_is_large_and_much_of_it_strikes_and_much_is_made_again(
    played: dict[int, Played],
) -> None:
    struck = sum(fault.applied for run in played.values() for fault in run.faults)

    made_again = sum(run.again is not None for run in played.values())

    assert len(POOL) >= 25
    assert struck >= len(played)
    assert made_again >= len(played) // 6


@pytest.mark.parametrize("seed", seeds())
def test_whatever_comes_together_the_invariants_hold(played: dict[int, Played], seed: int) -> None:
    run = played[seed]

    keys = {job.key for job in run.batch.jobs}
    assert isinstance(run.outcome.events[0], BatchCreated)
    check_events(run.outcome, keys)
    if run.again is not None:
        check_events(run.again, set(run.again.cells))
    for cell in (*run.outcome.cells.values(), *run.cells.values()):
        check_end(run, cell)
    check_money(run)
    check_gallery(run)


def check_events(outcome: Outcome, keys: set[CellKey]) -> None:
    """Completed last and once, every cell ended, and no word about a cell after its end."""
    events = outcome.events[1:] if isinstance(outcome.events[0], BatchCreated) else outcome.events
    ended: set[CellKey] = set()
    for event in events[:-1]:
        assert isinstance(event, JobUpdated)
        assert event.cell.key not in ended
        if event.cell.status.is_final:
            ended.add(event.cell.key)
    assert isinstance(events[-1], BatchCompleted)
    assert ended == keys


def check_end(run: Played, cell: Cell) -> None:
    """A cell has an image, or a problem in words; a color without its angle points there."""
    if cell.status is JobStatus.COMPLETED:
        assert cell.image is not None
        assert cell.image.is_file()
        return
    assert cell.status is JobStatus.FAILED
    assert cell.problem is not None
    assert cell.problem.code != "bug"
    assert cell.problem.title
    if cell.problem.code == "angle_failed":
        angle = run.outcome.cells[CellKey(cell.key.angle_key)]
        assert angle.status is JobStatus.FAILED
        return
    assert cell.problem.sentence
    assert cell.problem.action


def check_money(run: Played) -> None:
    """One row for each accepted prediction, its price in it, and no image paid for twice."""
    accepted = {one.id: one for one in run.server.judged}
    assert run.server.bought_twice() == []
    rows = [row for row in run.attempts if row["prediction_id"]]
    assert sorted(row["prediction_id"] for row in rows) == sorted(accepted)
    billed = Counter(row["job_id"] for row in rows if accepted[row["prediction_id"]].is_billed)
    assert max(billed.values(), default=0) <= 1
    charged = {one.id for one in accepted.values() if one.status != _UNCHARGED}
    for row in run.attempts:
        assert row["cost_micros"] == (PRICE if row["prediction_id"] in charged else 0)
    costs = sum(cell.cost for cell in run.cells.values())
    assert costs == pytest.approx(len(charged) * PRICE / 1e6)
    with sqlite3.connect(run.profile / "carmp.db") as database:
        left = database.execute("SELECT SUM(reserved_micros) FROM jobs").fetchone()
    database.close()
    assert left == (0,)


def check_gallery(run: Played) -> None:
    """Whole images of completed cells alone; whatever was delivered is there, byte for byte."""
    shown = [cell.image for cell in run.cells.values() if cell.image is not None]
    assert run.files == sorted(shown)
    for file in run.files:
        with Image.open(file) as picture:
            picture.load()
    bodies = [file.read_bytes() for file in run.files]
    for one in run.server.judged:
        if one.is_delivered:
            assert bodies.count(run.server.image_of(one.id)) == 1
    assert list((run.profile / "incoming").iterdir()) == []
