"""Kills the program everywhere and prints one table; exits 1 where anything was lost.

python3 packaging/dev.py kills                                     everything
python3 packaging/dev.py kills --only create.after_answer --seed 2   one trial
python3 packaging/dev.py kills --only random --seed 17             one random trial
"""

from __future__ import annotations

import argparse
import logging
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

from tqdm import tqdm

from carmp_desktop.core.crash_points import NAMES
from tests.reliability.plans import Plan
from tests.reliability.points import plan_point
from tests.reliability.program import ROOT
from tests.reliability.random_kills import NAME as RANDOM
from tests.reliability.random_kills import Lives, plan_random
from tests.reliability.table import Measurement
from tests.reliability.trial import Outcome, carry_out, measure_lives, other_disk

_PAGE = ROOT / "docs" / "reliability.md"
_NEEDS_OTHER_DISK = "place.copied"


def main() -> int:
    """Carry out every plan that is asked for; the answer is the exit code."""
    options = _options()
    # What goes wrong at the stand-in is in its ledger; a killed client is nothing to print.
    logging.getLogger("aiohttp.server").setLevel(logging.CRITICAL)
    began = time.monotonic()
    folder = Path(tempfile.mkdtemp(prefix="kills-"))
    plans = list(_plans(options, folder))
    outcomes = []
    for outcome in _carried_out(plans, folder, options.jobs):
        outcomes.append(outcome)
        _tell(outcome)
    measured = Measurement(outcomes, time.monotonic() - began)
    print(measured.to_text())
    if not measured.is_good:
        print(f"\nThe profiles of the trials that failed are kept in {folder}")
        return 1
    if options.write:
        measured.write_into(_PAGE)
    shutil.rmtree(folder)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="dev.py kills",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--seeds", type=int, default=3, help="trials of each named instant")
    parser.add_argument("--random", type=int, default=200, help="trials at random instants")
    parser.add_argument("--jobs", type=int, default=2, help="trials at the same time")
    parser.add_argument("--only", metavar="NAME", help=f"one instant, or {RANDOM}")
    parser.add_argument("--seed", type=int, help="with --only: one seed alone")
    parser.add_argument(
        "--write", action="store_true", help=f"write a good table into {_PAGE.name}"
    )
    options = parser.parse_args()
    if options.only not in (None, RANDOM, *NAMES):
        parser.error(f"there is no instant {options.only}")
    if options.write and options.only:
        parser.error("only a whole measurement is written down")
    return options


def _plans(options: argparse.Namespace, folder: Path) -> Iterator[Plan]:
    one = [options.seed] if options.seed is not None else None
    for name in [options.only] if options.only else NAMES:
        if name == _NEEDS_OTHER_DISK and other_disk(folder) is None:
            print(f"left out: {name}; there is no second file system to be written to")
        elif name != RANDOM:
            for seed in one or range(1, options.seeds + 1):
                yield plan_point(name, seed)
    if options.only in (None, RANDOM):
        lives = _lives(folder)
        for seed in one or range(1, options.random + 1):
            yield plan_random(seed, lives)


def _lives(folder: Path) -> Lives:
    place = folder / "unharmed"
    place.mkdir()
    lives = measure_lives(place)
    shutil.rmtree(place)
    return lives


def _carried_out(plans: Iterable[Plan], folder: Path, jobs: int) -> Iterator[Outcome]:
    """Carry plans out, several at a time; an answer as soon as one has come to its end."""
    with ThreadPoolExecutor(jobs) as pool:
        trials = [pool.submit(_in_folder, plan, folder) for plan in plans]
        try:
            yield from (
                trial.result()
                for trial in tqdm(
                    as_completed(trials), total=len(trials), unit="trial", disable=None
                )
            )
        finally:
            pool.shutdown(cancel_futures=True)


def _in_folder(plan: Plan, folder: Path) -> Outcome:
    """Carry a plan out in a folder of its own, which stays only where something went wrong."""
    place = folder / f"{plan.name}-{plan.seed}"
    place.mkdir()
    outcome = carry_out(plan, place)
    if outcome.is_good:
        shutil.rmtree(place)
    return outcome


def _tell(outcome: Outcome) -> None:
    """Name every trial that broke the promise, so that it can be repeated alone."""
    if not outcome.is_good:
        tqdm.write(f"BROKEN {outcome.plan.label}  ({outcome.plan.shape}, {outcome.plan.weather})")
        for step in outcome.plan.steps:
            tqdm.write(f"  {step}")
        for fault in outcome.verdict.faults:
            tqdm.write(f"  {fault}")
        sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
