"""Cells made again, added and canceled; and what all of it may cost."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from carmp_desktop.core.events import BatchCompleted, BatchCreated, Event, JobUpdated
from carmp_desktop.core.marketplace import Marketplace
from carmp_desktop.core.model import Batch, BatchRequest, CellKey, EngineName, JobStatus
from carmp_desktop.core.paths import Profile
from carmp_desktop.core.photos import open_photo
from carmp_desktop.core.planning import plan_batch
from carmp_desktop.core.problems import Failure, fill
from carmp_desktop.core.remarks import GALLERY_AWAY
from carmp_desktop.core.retrying import unmade, with_what_they_need
from carmp_desktop.core.secrets import TokenKeeper
from carmp_desktop.core.settings import SettingsFile
from tests.core.faulty_runs import short_waits
from tests.loopback import Fault, StandIn

ANGLE, RED = CellKey("front_0"), CellKey("front_0", "red_metallic")

Story = Callable[[Marketplace, Batch, list[Event]], Awaitable[None]]


@pytest.fixture
def tell(server: StandIn, photos: list[Path], tmp_path: Path) -> Callable[..., list[Event]]:
    """Opens a profile, plans a batch, and lets a story happen to it; the answer is its events."""

    async def happen(story: Story, angles: int, colors: int, budget: str) -> list[Event]:
        environment = server.env()
        profile = Profile.at(tmp_path / "profile")
        market = await Marketplace.open(
            profile,
            keeper=TokenKeeper(environment),
            settings=SettingsFile(profile.settings, environment),
        )
        events: list[Event] = []
        try:
            market.save_settings(budget=budget)
            await market.find_token()
            presets = await market.read_presets()
            request = BatchRequest(
                photos=tuple(open_photo(path, profile.thumbs).photo for path in photos),
                angles=presets.angles[:angles],
                colors=presets.colors[:colors],
                car="Test car",
            )
            price = market.price(EngineName.REPLICATE)
            batch = plan_batch(request, presets.prompts, price=price)
            await asyncio.wait_for(story(market, batch, events), 60)
        finally:
            await market.aclose()
        return events

    def told(story: Story, *, angles: int = 1, colors: int = 1, budget: str = "") -> list[Event]:
        with short_waits():
            return asyncio.run(happen(story, angles, colors, budget))

    return told


def last_cells(events: list[Event]) -> dict[CellKey, JobStatus]:
    return {event.cell.key: event.cell.status for event in events if isinstance(event, JobUpdated)}


def test_a_failed_row_is_made_again_and_a_lost_photo_goes_up_anew(
    tell: Callable[..., list[Event]], server: StandIn
) -> None:
    gone = "404 Client Error: Not Found for url: https://example.invalid/photo.jpg"
    server.break_(Fault("create", "outcome", outcome="failed", error=gone, times=1))

    async def story(market: Marketplace, batch: Batch, events: list[Event]) -> None:
        first = await market.run_batch(batch, events.append)
        assert first is not None
        assert first.failed == 2
        assert server.count("upload") == 2
        cells = {event.cell.key: event.cell for event in events if isinstance(event, JobUpdated)}
        assert cells[ANGLE].problem is not None
        assert cells[ANGLE].problem.code == "input_gone"
        assert unmade(cells) == {ANGLE, RED}
        keys = with_what_they_need(cells, {RED})
        assert keys == {ANGLE, RED}
        again = await market.batches.make_again(batch.id, keys)
        assert again is not None
        assert again.completed == 2

    events = tell(story)
    assert server.count("upload") == 4
    assert server.accepted == 3
    assert [type(event) for event in events].count(BatchCompleted) == 2


def test_one_cell_is_canceled_and_the_others_go_on(
    tell: Callable[..., list[Event]], server: StandIn
) -> None:
    server.seconds = 1.0

    async def story(market: Marketplace, batch: Batch, events: list[Event]) -> None:
        def emit(event: Event) -> None:
            events.append(event)
            is_it = isinstance(event, JobUpdated) and event.cell.key == RED
            if is_it and event.cell.status is JobStatus.PROCESSING:
                market.batches.cancel(batch.id, {RED})

        completed = await market.run_batch(batch, emit)
        assert completed is not None
        assert (completed.completed, completed.canceled) == (2, 1)

    events = tell(story, colors=2)
    canceled = [event.cell for event in events if isinstance(event, JobUpdated)]
    ends = [cell for cell in canceled if cell.key == RED and cell.status.is_final]
    assert [cell.status for cell in ends] == [JobStatus.CANCELED]
    assert ends[0].cost == pytest.approx(0.039)
    assert [made.is_canceled for made in server.judged].count(True) == 1


def test_what_is_canceled_before_it_began_is_never_asked_for(
    tell: Callable[..., list[Event]], server: StandIn
) -> None:
    async def story(market: Marketplace, batch: Batch, events: list[Event]) -> None:
        def emit(event: Event) -> None:
            events.append(event)
            if len(events) == 1:
                asyncio.get_running_loop().call_soon(market.batches.cancel, batch.id)

        completed = await market.run_batch(batch, emit)
        assert completed is not None
        assert completed.canceled == 4

    tell(story, angles=2)
    assert server.accepted == 0


def test_colors_are_added_later_from_the_angles_own_images(
    tell: Callable[..., list[Event]], server: StandIn
) -> None:
    async def story(market: Marketplace, batch: Batch, events: list[Event]) -> None:
        await market.run_batch(batch, events.append)
        grown: list[Batch | Event] = []
        prompts, colors = market.presets.prompts, market.presets.colors[:2]
        added = await market.batches.add_colors(
            batch.id, colors, {"front_0"}, prompts, grown.append
        )
        assert added is not None
        assert added.completed == 4
        assert isinstance(grown[0], Batch)
        assert len(grown[0].jobs) == 4

    events = tell(story, angles=2, colors=0)
    assert server.accepted == 4
    assert len(last_cells(events)) == 4


def test_a_gallery_that_is_away_is_told_on_the_card_until_it_is_back(
    tell: Callable[..., list[Event]], server: StandIn, tmp_path: Path
) -> None:
    gallery, away = tmp_path / "profile" / "gallery", tmp_path / "away"
    told = fill(GALLERY_AWAY, {"folder": str(gallery / "Test-car"), "error": "Not a directory"})

    async def story(market: Marketplace, batch: Batch, events: list[Event]) -> None:
        def emit(event: Event) -> None:
            events.append(event)
            if isinstance(event, BatchCreated):
                gallery.rename(away)
                gallery.touch()
            elif isinstance(event, JobUpdated) and event.cell.waits_for == told:
                gallery.unlink()
                away.rename(gallery)

        completed = await market.run_batch(batch, emit)
        assert completed is not None
        assert completed.completed == 1

    cells = [event.cell for event in tell(story, colors=0) if isinstance(event, JobUpdated)]
    assert [cell.waits_for for cell in cells].count(told) == 1
    assert cells[-1].waits_for is None
    assert server.accepted == 1


def test_a_batch_above_the_budget_never_starts(
    tell: Callable[..., list[Event]], server: StandIn
) -> None:
    async def story(market: Marketplace, batch: Batch, events: list[Event]) -> None:
        with pytest.raises(Failure, match="Over the budget"):
            await market.run_batch(batch, events.append)

    assert tell(story, angles=2, colors=1, budget="0.15") == []
    assert server.count("upload") == server.accepted == 0
