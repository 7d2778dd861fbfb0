"""Carries out one plan: a service, a profile, one life of the program after another, a verdict."""

from __future__ import annotations

import json
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.loopback import StandIn
from tests.loopback.pictures import draw
from tests.reliability.plans import WEATHERS, Plan, Shape, Step
from tests.reliability.program import Ended, Program
from tests.reliability.random_kills import Lives
from tests.reliability.verdict import Verdict, judge

_DISKS = (Path("/dev/shm"), Path("/var/tmp"), Path.home())


@dataclass(slots=True)
class Outcome:
    """What came of a plan; ``runs`` counts lives of the program, ``kills`` their violent ends."""

    plan: Plan
    runs: int = 0
    kills: int = 0
    verdict: Verdict = field(default_factory=Verdict)
    seconds: float = 0.0

    @property
    def is_good(self) -> bool:
        """Whether the promise was kept."""
        return not self.verdict.faults


def carry_out(plan: Plan, folder: Path) -> Outcome:
    """Do what the plan says in an empty folder, let the program come to its end, and judge."""
    outcome = Outcome(plan)
    began = time.monotonic()
    trouble, settings = WEATHERS[plan.weather]
    try:
        with StandIn(seconds=plan.shape.seconds) as server, _gallery(plan, folder) as gallery:
            server.break_(*plan.faults(), *trouble())
            for name, value in settings.items():
                setattr(server, name, value)
            program = Program(server, folder / "profile", _photos(plan.shape, folder))
            complaints = _live(program, outcome)
            outcome.verdict = judge(
                server, folder / "profile", gallery, asked_twice=plan.asked_twice
            )
            outcome.verdict.other += complaints
            _forgive_hanging_up(server)
    except (AssertionError, ValueError) as complaint:
        outcome.verdict.other.append(str(complaint))
    outcome.seconds = time.monotonic() - began
    return outcome


def measure_lives(folder: Path) -> Lives:
    """Let the program live twice without being killed."""
    seconds = []
    for colors in (0, 1):
        shape = Shape(photos=2, angles=2, colors=colors)
        place = folder / f"{colors}"
        place.mkdir()
        with StandIn(seconds=shape.seconds) as server:
            ended = Program(server, place / "profile", _photos(shape, place)).run(
                Step("batch"), shape
            )
        assert ended.code == 0, ended.err
        seconds.append(ended.lived)
    return Lives(*seconds)


def other_disk(folder: Path) -> Path | None:
    """A folder on another file system than ``folder``'s, where there is one to be written to."""
    for disk in _DISKS:
        try:
            if disk.stat().st_dev != folder.stat().st_dev:
                tempfile.TemporaryFile(dir=disk).close()
                return disk
        except OSError:
            continue
    return None


def _live(program: Program, outcome: Outcome) -> list[str]:
    """Every life of the plan and the last one, which nobody ends; the answer is what was wrong."""
    complaints = []
    plan = outcome.plan
    for step in plan.steps:
        ended = program.run(step, plan.shape)
        outcome.runs += 1
        outcome.kills += ended.was_killed
        if step.must_die and not ended.was_killed:
            complaints.append(f"{step.crash_at} was never passed: {_told(ended)}")
        elif not ended.was_killed and ended.code not in (0, 1):
            complaints.append(f"{step.command} before its kill: {_told(ended)}")
    ended = program.run(Step("resume"), plan.shape)
    outcome.runs += 1
    return complaints + _complaints_of_last(ended, may_fail=plan.may_fail)


def _forgive_hanging_up(server: StandIn) -> None:
    """A client that was killed in the middle of an answer is no fault of the stand-in's."""
    errors = server.ledger.errors
    errors[:] = [error for error in errors if not error.startswith("ClientConnectionReset")]


def _complaints_of_last(ended: Ended, *, may_fail: bool) -> list[str]:
    if ended.hung or ended.code not in ((0, 1) if may_fail else (0,)):
        return [f"resume: {_told(ended)}"]
    summary = json.loads(ended.out)
    unmade = summary["total"] - summary["completed"]
    if unmade and not may_fail:
        return [f"{unmade} images were not made"]
    return []


def _told(ended: Ended) -> str:
    how = "hung" if ended.hung else f"exit {ended.code}"
    return f"{how}; {ended.err.strip()[-600:]}"


def _photos(shape: Shape, folder: Path) -> Iterator[Path]:
    for number in range(shape.photos):
        file = folder / f"photo {number}.jpg"
        file.write_bytes(draw(f"photo {number}", f"photo {number}", "JPEG"))
        yield file


@contextmanager
def _gallery(plan: Plan, folder: Path) -> Iterator[Path]:
    """The gallery's folder, on another disk where the plan wants it and there is one."""
    profile = folder / "profile"
    disk = other_disk(folder) if plan.on_other_disk else None
    if disk is None:
        yield profile / "gallery"
        return
    gallery = Path(tempfile.mkdtemp(prefix="gallery-", dir=disk))
    profile.mkdir()
    (profile / "settings.json").write_text(json.dumps({"gallery": str(gallery)}), encoding="utf-8")
    try:
        yield gallery
    finally:
        shutil.rmtree(gallery)
