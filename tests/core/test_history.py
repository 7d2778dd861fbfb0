"""The history of a profile: paged, summed up, and opened again to be made again in."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest

from carmp_desktop.core.events import BatchCompleted, Event, JobUpdated
from carmp_desktop.core.library import Query
from carmp_desktop.core.marketplace import Marketplace
from carmp_desktop.core.model import Batch, BatchRequest, CellKey, EngineName, JobStatus
from carmp_desktop.core.paths import Profile
from carmp_desktop.core.photos import open_photo
from carmp_desktop.core.planning import plan_batch
from carmp_desktop.core.problems import Failure
from carmp_desktop.core.secrets import TokenKeeper
from carmp_desktop.core.settings import SettingsFile
from tests.loopback import Fault, StandIn

ANGLE, RED = CellKey("front_0"), CellKey("front_0", "red_metallic")


class Runs:
    """Opens one profile as often as the program would be started."""

    def __init__(self, folder: Path, server: StandIn, photos: list[Path]) -> None:
        self._profile = Profile.at(folder)
        self._environment = server.env()
        self._photos = photos

    async def start(self) -> Marketplace:
        market = await Marketplace.open(
            self._profile,
            keeper=TokenKeeper(self._environment),
            settings=SettingsFile(self._profile.settings, self._environment),
        )
        await market.find_token()
        await market.read_presets()
        return market

    def plan(self, market: Marketplace, car: str, *, angles: int = 1, colors: int = 1) -> Batch:
        opened = (open_photo(path, self._profile.thumbs) for path in self._photos)
        request = BatchRequest(
            photos=tuple(each.photo for each in opened),
            angles=market.presets.angles[:angles],
            colors=market.presets.colors[:colors],
            car=car,
        )
        price = market.price(EngineName.REPLICATE)
        return plan_batch(request, market.presets.prompts, price=price)


@pytest.fixture
def runs(tmp_path: Path, server: StandIn, photos: list[Path]) -> Runs:
    return Runs(tmp_path / "profile", server, photos)


def tell(story: Callable[[], Awaitable[None]]) -> None:
    async def in_time() -> None:
        await asyncio.wait_for(story(), 60)

    asyncio.run(in_time())


def ignore(event: Event) -> None:
    """Nobody listens."""


def test_batches_come_newest_first_page_by_page(runs: Runs, server: StandIn) -> None:
    async def story() -> None:
        market = await runs.start()
        assert await market.history() == ()
        for number in range(3):
            await market.run_batch(runs.plan(market, f"Car {number}", colors=0), ignore)
        await market.run_batch(runs.plan(market, "Car 3", angles=2, colors=2), ignore)
        server.break_(Fault("create", "outcome", prompt="Repaint", outcome="failed"))
        await market.run_batch(runs.plan(market, "Car 4", angles=2, colors=2), ignore)
        first = await market.history(limit=2)
        second = await market.history(limit=2, before=first[-1].id)
        third = await market.history(limit=2, before=second[-1].id)
        titles = [summary.title for page in (first, second, third) for summary in page]
        assert titles == ["Car 4", "Car 3", "Car 2", "Car 1", "Car 0"]
        assert await market.history(limit=2, before=third[-1].id) == ()
        newest, older = first
        assert (newest.total, newest.completed, newest.failed, newest.canceled) == (6, 2, 4, 0)
        assert newest.cost == pytest.approx(6 * 0.039)
        assert newest.engine is EngineName.REPLICATE
        assert newest.has_ended
        assert (len(newest.thumbs), len(older.thumbs)) == (2, 4)
        assert all(thumb.is_file() for thumb in older.thumbs)
        await market.aclose()

    tell(story)


def test_what_is_in_the_bin_is_no_thumbnail_of_its_batch(runs: Runs) -> None:
    async def story() -> None:
        market = await runs.start()
        await market.run_batch(runs.plan(market, "", colors=2), ignore)
        (before,) = await market.history()
        pictures = await market.library.search(Query())
        binned = next(each for each in pictures if each.thumb == before.thumbs[0])
        await market.library.bin([binned.id])
        (after,) = await market.history()
        assert after.thumbs == before.thumbs[1:]
        assert after == replace(before, thumbs=after.thumbs)
        assert after.title == after.created_at.strftime("%Y-%m-%d")
        await market.aclose()

    tell(story)


def test_an_old_batch_is_shown_as_it_was_and_made_again_in(runs: Runs, server: StandIn) -> None:
    server.break_(Fault("create", "outcome", prompt="Repaint", outcome="failed", times=1))
    events: list[Event] = []

    async def story() -> None:
        market = await runs.start()
        batch = runs.plan(market, "Golf", colors=2)
        cells = {}
        await market.run_batch(batch, events.append)
        for event in events:
            if isinstance(event, JobUpdated):
                cells[event.cell.key] = event.cell
        await market.aclose()
        events.clear()

        later = await runs.start()
        kept = await later.reopen(batch.id, events.append)
        assert events == []
        assert kept.cells == cells
        assert kept.batch.jobs == batch.jobs
        (failed,) = (key for key, cell in cells.items() if cell.status is JobStatus.FAILED)
        completed = await later.batches.make_again(batch.id, [failed])
        assert completed == BatchCompleted(batch.id, completed=3, failed=0, canceled=0)
        assert events[-1] == completed
        assert {event.cell.key for event in events if isinstance(event, JobUpdated)} == {failed}
        assert (await later.reopen(batch.id, ignore)).cells[failed].status is JobStatus.COMPLETED
        await later.aclose()

    tell(story)
    assert server.accepted == 4
    assert server.bought_twice() == []


def test_a_batch_that_runs_is_reopened_as_it_stands(runs: Runs) -> None:
    async def story() -> None:
        market = await runs.start()
        batch = runs.plan(market, "Golf")
        seen: list[JobStatus] = []
        asking: list[asyncio.Task[None]] = []

        async def ask() -> None:
            seen.append((await market.reopen(batch.id, ignore)).cells[ANGLE].status)

        def emit(event: Event) -> None:
            is_angle = isinstance(event, JobUpdated) and event.cell.key == ANGLE
            if is_angle and event.cell.status is JobStatus.COMPLETED:
                asking.append(asyncio.ensure_future(ask()))

        completed = await market.run_batch(batch, emit)
        await asyncio.gather(*asking)
        assert completed is not None
        assert (completed.completed, seen) == (2, [JobStatus.COMPLETED])
        await market.aclose()

    tell(story)


def test_what_another_run_works_on_is_refused_and_then_taken_up(
    runs: Runs, server: StandIn
) -> None:
    async def story() -> None:
        first, second = await runs.start(), await runs.start()
        batch = runs.plan(first, "Golf")
        begun = asyncio.Event()

        def emit(event: Event) -> None:
            done = isinstance(event, JobUpdated) and event.cell.status is JobStatus.COMPLETED
            if done and event.cell.key == ANGLE:
                server.seconds = 2
            if isinstance(event, JobUpdated) and event.cell.key == RED:
                begun.set()

        making = asyncio.ensure_future(first.run_batch(batch, emit))
        await begun.wait()
        with pytest.raises(Failure, match="Another run of the program"):
            await second.reopen(batch.id, ignore)
        await first.aclose()
        assert await making is None

        events: list[Event] = []
        kept = await second.reopen(batch.id, events.append)
        assert kept.cells[ANGLE].status is JobStatus.COMPLETED
        assert not kept.cells[RED].status.is_final
        (summary,) = await second.history()
        assert not summary.has_ended
        completed = await second.batches.go_on(batch.id)
        assert completed is not None
        assert completed.completed == 2
        await second.aclose()

    tell(story)
    assert server.accepted == 2


def test_an_unknown_batch_is_refused(runs: Runs) -> None:
    async def story() -> None:
        market = await runs.start()
        with pytest.raises(Failure, match="There is no batch b_none"):
            await market.reopen("b_none", ignore)
        await market.aclose()

    tell(story)
