"""The table of a measurement: one line for each part of a batch's life, and one for all."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.reliability.points import GROUPS
from tests.reliability.random_kills import GROUP as AT_RANDOM
from tests.reliability.trial import Outcome

_HEAD = (
    "killed while …",
    "runs",
    "kills",
    "images paid",
    "lost",
    "twice",
    "torn",
    "database",
    "other",
)
_BEGIN, _END = "<!-- last measured -->", "<!-- end of it -->"


@dataclass(frozen=True, slots=True)
class Measurement:
    """All outcomes of one call, and how long it took in seconds."""

    outcomes: Sequence[Outcome]
    seconds: float

    @property
    def is_good(self) -> bool:
        """Whether the promise was kept throughout."""
        return all(outcome.is_good for outcome in self.outcomes)

    def to_text(self) -> str:
        """The sentence of circumstances, and the table in Markdown."""
        names = {one.plan.name for one in self.outcomes if one.plan.group != AT_RANDOM}
        chosen = sum(one.plan.group != AT_RANDOM for one in self.outcomes)
        told = (
            f"{datetime.now(UTC):%Y-%m-%d}, {platform.system()}, {os.cpu_count()} cores,"
            f" {self.seconds / 60:.0f} minutes: {len(names)} named instants in {chosen} trials,"
            f" {len(self.outcomes) - chosen} trials at random instants."
        )
        groups = [*GROUPS, AT_RANDOM]
        rows = [_HEAD, tuple("---" if not at else "--:" for at in range(len(_HEAD)))]
        for group in groups:
            of_group = [one for one in self.outcomes if one.plan.group == group]
            if of_group:
                rows.append(_row(group, of_group))
        rows.append(tuple(f"**{word}**" for word in _row("all", self.outcomes)))
        return f"{told}\n\n" + "\n".join(f"| {' | '.join(row)} |" for row in rows)

    def write_into(self, page: Path) -> None:
        """Replace the table that stands in a page of the documentation."""
        text = page.read_text(encoding="utf-8")
        before, _, rest = text.partition(_BEGIN)
        _, _, after = rest.partition(_END)
        page.write_text(f"{before}{_BEGIN}\n{self.to_text()}\n{_END}{after}", encoding="utf-8")


def _row(title: str, outcomes: Iterable[Outcome]) -> tuple[str, ...]:
    all_of_them = list(outcomes)
    verdicts = [one.verdict for one in all_of_them]
    sums = (
        sum(one.runs for one in all_of_them),
        sum(one.kills for one in all_of_them),
        sum(verdict.paid for verdict in verdicts),
        sum(len(verdict.lost) for verdict in verdicts),
        sum(len(verdict.twice) for verdict in verdicts),
        sum(len(verdict.torn) for verdict in verdicts),
        sum(len(verdict.database) for verdict in verdicts),
        sum(len(verdict.other) for verdict in verdicts),
    )
    return title, *(f"{number}" for number in sums)
