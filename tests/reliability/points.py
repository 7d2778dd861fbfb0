"""How each named instant is reached: a plan for every name and seed, the same one every time."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from carmp_desktop.core.crash_points import NAMES
from tests.loopback import Fault
from tests.loopback.faults import NO_CREDIT, throttled
from tests.reliability.plans import (
    Command,
    Faults,
    Plan,
    Shape,
    Step,
    draw_shape,
    no_faults,
    with_weather,
)

GROUPS = {
    "a batch begins and ends": ("batch",),
    "photos go up": ("upload", "uploads"),
    "an image is bought": ("permission", "attempt", "create"),
    "a lost answer is looked for": ("lookup",),
    "the result is awaited": ("watch", "result"),
    "it is downloaded and lands": ("download", "landing"),
    "it goes into the gallery": ("keep", "place"),
    "a cell fails or is canceled": ("end", "cancel"),
    "the program takes up its work": ("resume",),
    "cells are made again or added": ("reopen", "extend"),
}
"""The rows of the table: what happens there, and the first words of its instants."""

_ONCE_A_JOB = ("permission", "attempt", "create", "result", "download", "landing", "keep", "place")
_BEGUN = (
    "batch.after_row",
    "attempt.after_row",
    "create.after_answer",
    "create.after_name",
    "watch.after_answer",
    "result.after_row",
    "landing.renamed",
    "place.named",
    "keep.after_row",
)
_AT_A_LATER_START = [
    name
    for name in NAMES
    if name.startswith((*_ONCE_A_JOB, "resume", "watch", "lookup", "batch.before_end", "batch.aft"))
]
"""Instants at which a resumed batch is killed once more, where it passes them at all."""

_SHARE_OF_OTHER_DISKS = 0.3
_SHARE_OF_LATER_ORDERS = 0.2
_SLOW = 3.0
"""Seconds of a prediction that shall still run when it is canceled."""


def plan_point(name: str, seed: int) -> Plan:
    """The plan that kills the program at an instant; the seed varies everything else."""
    dice = random.Random(f"{name} {seed}")
    first_word = name.partition(".")[0]
    recipe = _RECIPES.get(name) or _RECIPES.get(first_word) or _on_the_way
    return recipe(name, seed, dice)


def group_of(name: str) -> str:
    """The row of the table that an instant belongs to."""
    first_word = name.partition(".")[0]
    return next(group for group, words in GROUPS.items() if first_word in words)


def failing_once(prompt: str = "") -> Faults:
    """One prediction fails at the service."""
    return _once("create", "outcome", prompt=prompt, outcome="failed", error="Broken (E1)")


def _once(route: str, kind: str, **more: Any) -> Faults:
    """A fault that strikes once; a new one for every trial, because it counts."""
    return lambda: [Fault(route, kind, times=1, **more)]


def _on_the_way(name: str, seed: int, dice: random.Random) -> Plan:
    """An instant that every batch passes, at one of its passings."""
    is_of_job = name.startswith(_ONCE_A_JOB)
    command: Command = "batch"
    if is_of_job and dice.random() < _SHARE_OF_LATER_ORDERS:
        command = dice.choice(("anew", "add"))
    shape = draw_shape(dice)
    passing = dice.randint(1, _passings(name, shape))
    if command != "batch":
        passing = shape.jobs + dice.randint(1, shape.angles if command == "add" else 1)
    plan = _plan(
        name,
        seed,
        shape,
        Step(command, crash_at=f"{name}:{passing}", must_die=True),
        *_once_more(seed, dice),
    )
    plan = replace(
        plan,
        asked_twice=int(command == "anew"),
        on_other_disk=is_of_job and dice.random() < _SHARE_OF_OTHER_DISKS,
    )
    plan = with_weather(plan, dice)
    # A create whose answer is lost does not pass the instant of its answer.
    is_unsure = name == "create.after_answer" and plan.weather == "answers lost"
    return replace(plan, weather="") if is_unsure else plan


def _on_another_disk(name: str, seed: int, dice: random.Random) -> Plan:
    plan = _on_the_way(name, seed, dice)
    return replace(plan, on_other_disk=True)


def _refused(name: str, seed: int, dice: random.Random) -> Plan:
    """The credit is used up once, and there again afterwards."""
    faults = _once("create", "status", status=402, body=NO_CREDIT)
    step = Step("batch", crash_at=name, must_die=True)
    plan = _plan(name, seed, draw_shape(dice), step, *_once_more(seed, dice))
    return replace(plan, faults=faults, may_fail=True)


def _throttled(name: str, seed: int, dice: random.Random) -> Plan:
    faults = _once("create", "status", status=429, body=throttled(1))
    step = Step("batch", crash_at=name, must_die=True)
    return replace(
        _plan(name, seed, draw_shape(dice), step, *_once_more(seed, dice)), faults=faults
    )


def _answer_lost(name: str, seed: int, dice: random.Random) -> Plan:
    """An answer is lost on the way, or by a first kill; then its prediction is looked for."""
    if seed % 2 or name == "create.unknown_written":
        kind = "dropped" if name == "lookup.absent" else "answer_lost"
        steps = [Step("batch", crash_at=name, must_die=True)]
        faults = _once("create", kind)
    else:
        first = "create.before_send" if name == "lookup.absent" else "create.after_answer"
        steps = [
            Step("batch", crash_at=first, must_die=True),
            Step("resume", crash_at=name, must_die=True),
        ]
        faults = no_faults
    plan = _plan(name, seed, draw_shape(dice), *steps, *_once_more(seed, dice))
    return replace(plan, faults=faults)


def _without_image(name: str, seed: int, dice: random.Random) -> Plan:
    """A prediction fails, of an angle or of a color; or all are canceled, and billed for it."""
    if seed % 2 == 0:
        return _canceled_and_ended(name, seed, dice)
    shape = draw_shape(dice)
    prompt = dice.choice(("seen", "Repaint")) if shape.has_colors else "seen"
    step = Step("batch", crash_at=name, must_die=True)
    plan = _plan(name, seed, shape, step, *_once_more(seed, dice))
    return with_weather(replace(plan, faults=failing_once(prompt), may_fail=True), dice)


def _canceled(name: str, seed: int, dice: random.Random) -> Plan:
    """Ctrl-C while predictions run; they are canceled at the service."""
    shape = replace(draw_shape(dice), seconds=_SLOW)
    accepted = dice.randint(1, shape.angles)
    step = Step("batch", crash_at=name, interrupt_at=accepted, must_die=True)
    plan = _plan(name, seed, shape, step, *_once_more(seed, dice))
    return replace(plan, may_fail=True)


def _canceled_and_ended(name: str, seed: int, dice: random.Random) -> Plan:
    """The same while every prediction runs, until one of their cells has its end written."""
    shape = replace(draw_shape(dice), colors=0, seconds=_SLOW)
    passing = f"{name}:{dice.randint(1, shape.angles)}"
    step = Step("batch", crash_at=passing, interrupt_at=shape.angles, must_die=True)
    plan = _plan(name, seed, shape, step, *_once_more(seed, dice))
    return replace(plan, may_fail=True)


def _taken_up(name: str, seed: int, dice: random.Random) -> Plan:
    """A second kill, while the next start takes the work up."""
    first = Step("batch", crash_at=dice.choice(_BEGUN), must_die=True)
    second = Step("resume", crash_at=name, must_die=True)
    plan = _plan(name, seed, draw_shape(dice), first, second, *_once_more(seed, dice))
    return with_weather(plan, dice)


def _reopened(name: str, seed: int, dice: random.Random) -> Plan:
    """Failed cells are made again, or a finished one is paid anew."""
    anew = seed % 2 == 0
    step = Step("anew" if anew else "again", crash_at=name, must_die=True)
    plan = _plan(name, seed, draw_shape(dice), step, *_once_more(seed, dice))
    if anew:
        return replace(plan, asked_twice=1)
    return replace(plan, faults=failing_once(), may_fail=True)


def _extended(name: str, seed: int, dice: random.Random) -> Plan:
    """A color is added to a batch that stands."""
    step = Step("add", crash_at=name, must_die=True)
    return with_weather(_plan(name, seed, draw_shape(dice), step, *_once_more(seed, dice)), dice)


_RECIPES: dict[str, Callable[[str, int, random.Random], Plan]] = {
    "place.copied": _on_another_disk,
    "create.refused": _refused,
    "create.throttled": _throttled,
    "create.unknown_written": _answer_lost,
    "lookup": _answer_lost,
    "end": _without_image,
    "cancel": _canceled,
    "resume": _taken_up,
    "reopen": _reopened,
    "extend": _extended,
}


def _plan(name: str, seed: int, shape: Shape, *steps: Step) -> Plan:
    return Plan(group=group_of(name), name=name, seed=seed, shape=shape, steps=steps)


def _once_more(seed: int, dice: random.Random) -> list[Step]:
    """From the second seed on, one or two more kills while the work is taken up."""
    kills = dice.randint(1, 2) if seed > 1 else 0
    return [Step("resume", crash_at=dice.choice(_AT_A_LATER_START)) for _ in range(kills)]


def _passings(name: str, shape: Shape) -> int:
    """How often a batch passes an instant at least."""
    if name == "uploads.done":
        return shape.angles
    if name.startswith("upload."):
        return shape.photos
    if name.startswith(_ONCE_A_JOB) or name == "watch.after_answer":
        return shape.jobs
    return 1
