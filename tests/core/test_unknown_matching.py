"""Matching of lost predictions: whatever is listed, in whatever order, none is given out twice."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carmp_desktop.core.engines.replicate.answers import OutcomeUnknown, Prediction
from carmp_desktop.core.engines.replicate.lookup import TRUSTED_FOR, find_lost, is_same_input
from carmp_desktop.core.model import Batch, BatchRequest, CellKey, Job
from carmp_desktop.core.problems import Failure
from carmp_desktop.core.store.batches import BatchBook
from carmp_desktop.core.store.database import Database
from carmp_desktop.core.store.journal import Journal
from carmp_desktop.core.store.purse import Allowance

MODELS = ("google/nano-banana", "google/nano-banana-2")
INPUTS: tuple[dict[str, Any], ...] = (
    {"prompt": "a car", "image_input": ["https://files.invalid/1"]},
    {"prompt": "a car", "image_input": ["https://files.invalid/2"]},
    {"prompt": "a red car", "image_input": []},
)
JOB = Job("j_1", "b_1", CellKey("front_0"), "")
BATCH = Batch("b_1", BatchRequest(photos=(), angles=()), datetime.now(UTC), (JOB,))

wanted = st.tuples(st.sampled_from(MODELS), st.sampled_from(INPUTS))
listed = st.builds(
    lambda number, ask, defaults: Prediction(
        id=f"p_{number}", model=ask[0], status="processing", inputs={**ask[1], **defaults}
    ),
    st.integers(0, 7),
    wanted,
    st.sampled_from([{}, {"aspect_ratio": "match_input_image"}]),
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@dataclass
class Pages:
    """A service that answers each question with the next of some lists, the last one for ever.

    Between question and answer it lets ``turns`` other tasks go first; None stands for no answer.
    """

    lists: Sequence[list[Prediction] | None]
    turns: int = 0
    asked: int = 0

    def its_time(self, ours: datetime) -> datetime:
        return ours

    async def list_since(self, _since: datetime) -> list[Prediction]:
        answer = self.lists[min(self.asked, len(self.lists) - 1)]
        self.asked += 1
        for _ in range(self.turns):
            await asyncio.sleep(0)
        if answer is None:
            raise OutcomeUnknown("the list was lost")
        return answer


@dataclass(frozen=True)
class Seeker:
    """One attempt in doubt, and what the service lists each time it looks."""

    model: str
    inputs: dict[str, Any]
    lists: list[list[Prediction]]
    turns: int


seekers = st.builds(
    lambda ask, lists, turns: Seeker(ask[0], ask[1], lists, turns),
    wanted,
    st.lists(st.lists(listed, max_size=6), min_size=1, max_size=3),
    st.integers(0, 4),
)


@settings(max_examples=200, deadline=None, database=None)
@given(crowd=st.lists(seekers, min_size=1, max_size=6))
def test_no_prediction_is_given_to_two_attempts(crowd: list[Seeker]) -> None:
    asyncio.run(seek_all(crowd))


async def seek_all(crowd: list[Seeker]) -> None:
    database = await Database.open(Path(":memory:"))
    try:
        await BatchBook(database, "r_1").add(BATCH, Allowance())
        journal = Journal(database)
        ids = [await journal.intend(JOB.id, model=one.model, inputs=one.inputs) for one in crowd]
        pairs = zip(crowd, [attempt.id for attempt in ids], strict=True)
        found = await asyncio.gather(*(seek(one, attempt, journal) for one, attempt in pairs))
        rows = await database.run(
            lambda c: c.execute("SELECT prediction_id FROM attempts ORDER BY id").fetchall()
        )
    finally:
        await database.aclose()
    assert [row[0] for row in rows] == [one and one.id for one in found]
    given_out = Counter(one.id for one in found if one)
    assert max(given_out.values(), default=1) == 1
    for seeker, one in zip(crowd, found, strict=True):
        if one is not None:
            assert (one.model, is_same_input(one.inputs, seeker.inputs)) == (seeker.model, True)
        else:
            assert {match.id for match in matches(seeker)} <= set(given_out)


async def seek(seeker: Seeker, attempt: int, journal: Journal) -> Prediction | None:
    return await find_lost(
        Pages(seeker.lists, seeker.turns),
        model=seeker.model,
        inputs=seeker.inputs,
        since=datetime.now(UTC),
        claim=lambda prediction: journal.claim(attempt, prediction),
        pauses=(0.0, 0.0),
    )


def matches(seeker: Seeker) -> list[Prediction]:
    """What a look at any of its lists could have taken: it looks twice."""
    return [
        one
        for page in seeker.lists[:2]
        for one in page
        if one.model == seeker.model and is_same_input(one.inputs, seeker.inputs)
    ]


@given(listed=st.dictionaries(st.text(), json_values), sent=st.dictionaries(st.text(), json_values))
def test_any_two_inputs_can_be_compared(listed: dict[str, Any], sent: dict[str, Any]) -> None:
    assert is_same_input({**listed, **sent}, sent)
    assert not is_same_input(listed, sent) or set(sent) <= set(listed)


@pytest.mark.parametrize(
    "since",
    [timedelta(hours=1), timedelta(minutes=2), -TRUSTED_FOR - timedelta(minutes=1)],
    ids=["set back an hour", "set back a little", "long ago"],
)
def test_a_clock_that_cannot_be_right_proves_no_absence(since: timedelta) -> None:
    with pytest.raises(Failure, match="Outcome unknown"):
        look(Pages([[]]), datetime.now(UTC) + since)


def test_what_is_listed_is_found_whatever_the_clock_says() -> None:
    one = Prediction(id="p_1", model=MODELS[0], status="processing", inputs=INPUTS[0])

    assert look(Pages([[], [one]]), datetime.now(UTC) + timedelta(hours=1)) == one
    assert look(Pages([[one]]), datetime.now(UTC) - timedelta(days=1)) == one


def test_a_list_that_is_lost_is_asked_for_again_and_absence_needs_two_looks() -> None:
    pages = Pages([None, [], []])

    assert look(pages, datetime.now(UTC)) is None
    assert pages.asked == 3


def look(pages: Pages, since: datetime) -> Prediction | None:
    """Look twice for the first input, with nobody else who could have it."""

    async def claim(_prediction: str) -> bool:
        return True

    return asyncio.run(
        find_lost(
            pages,
            model=MODELS[0],
            inputs=INPUTS[0],
            since=since,
            claim=claim,
            pauses=(0.0, 0.0),
        )
    )
