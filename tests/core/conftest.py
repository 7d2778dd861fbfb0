"""Opens a real profile on the stand-in, in this process and without Qt."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from carmp_desktop.core.events import BatchCompleted, Event, JobUpdated
from carmp_desktop.core.marketplace import Marketplace
from carmp_desktop.core.model import BatchRequest, Cell, CellKey
from carmp_desktop.core.paths import Profile
from carmp_desktop.core.photos import open_photo
from carmp_desktop.core.planning import plan_batch
from carmp_desktop.core.secrets import TokenKeeper
from carmp_desktop.core.settings import SettingsFile
from tests.loopback import StandIn


@dataclass
class Outcome:
    """What came of a batch: its events, and every cell as it ended."""

    events: list[Event] = field(default_factory=list)

    @property
    def cells(self) -> dict[CellKey, Cell]:
        """The last state of every cell."""
        updates = [event.cell for event in self.events if isinstance(event, JobUpdated)]
        return {cell.key: cell for cell in updates}

    @property
    def completed(self) -> BatchCompleted:
        """The last event."""
        last = self.events[-1]
        assert isinstance(last, BatchCompleted)
        return last


RunBatch = Callable[..., Outcome]


@pytest.fixture
def run_batch(server: StandIn, photos: list[Path], tmp_path: Path) -> RunBatch:
    """Runs one batch of the first angles and colors of the sheets, to its end."""

    async def run(angles: int, colors: int, sources: Sequence[Path]) -> Outcome:
        environment = server.env()
        profile = Profile.at(tmp_path / "profile")
        market = await Marketplace.open(
            profile,
            keeper=TokenKeeper(environment),
            settings=SettingsFile(profile.settings, environment),
        )
        outcome = Outcome()
        try:
            await market.find_token()
            presets = await market.read_presets()
            request = BatchRequest(
                photos=tuple(open_photo(path, profile.thumbs).photo for path in sources),
                angles=presets.angles[:angles],
                colors=presets.colors[:colors],
                car="Test car",
            )
            batch = plan_batch(request, presets.prompts)
            await market.run_batch(batch, outcome.events.append)
        finally:
            await market.aclose()
        return outcome

    def run_to_end(angles: int = 1, colors: int = 0) -> Outcome:
        return asyncio.run(run(angles, colors, photos))

    return run_to_end
