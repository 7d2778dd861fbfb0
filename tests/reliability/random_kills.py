"""Plans that kill the program at random instants, up to three times in a chain."""

from __future__ import annotations

import random
from dataclasses import dataclass

from tests.reliability.plans import Command, Plan, Step, draw_shape, no_faults, with_weather
from tests.reliability.points import failing_once

GROUP = "random instants"
NAME = "random"

_COMMANDS: tuple[Command, ...] = ("batch", "batch", "batch", "batch", "again", "anew", "add")
_SOON = 0.001
_SHARE_OF_RESUMING = 0.4
_SHARE_OF_OTHER_DISKS = 0.2


@dataclass(frozen=True, slots=True)
class Lives:
    """How long the program lives when nobody kills it, in seconds since it opened its profile."""

    angles_only: float
    with_colors: float

    def of(self, command: Command, *, has_colors: bool) -> float:
        """About the life of one run; what is asked for later is made after the batch."""
        life = self.with_colors if has_colors else self.angles_only
        return life if command == "batch" else life + self.angles_only


def plan_random(seed: int, lives: Lives) -> Plan:
    """A plan with one to three kills, each at a time drawn evenly from the program's life."""
    dice = random.Random(f"{NAME} {seed}")
    command = dice.choice(_COMMANDS)
    shape = draw_shape(dice)
    life = lives.of(command, has_colors=shape.has_colors) + 2 * shape.seconds
    later = [
        Step("resume", kill_after=dice.uniform(_SOON, life * _SHARE_OF_RESUMING))
        for _ in range(dice.randint(0, 2))
    ]
    plan = Plan(
        group=GROUP,
        name=NAME,
        seed=seed,
        shape=shape,
        steps=(Step(command, kill_after=dice.uniform(_SOON, life)), *later),
        faults=failing_once() if command == "again" else no_faults,
        may_fail=command == "again",
        asked_twice=int(command == "anew"),
        on_other_disk=dice.random() < _SHARE_OF_OTHER_DISKS,
    )
    return with_weather(plan, dice)
