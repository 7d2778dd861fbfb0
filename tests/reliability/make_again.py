"""A batch, and then what only the window can ask for, on the very object that the window drives.

``python -m tests.reliability.make_again again|anew|add batch …``: the failed cells once more; the
first angle paid anew; a further color for every angle.
"""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

from carmp_desktop.arguments import parse
from carmp_desktop.core.events import Event, JobUpdated
from carmp_desktop.core.marketplace import Marketplace
from carmp_desktop.core.model import Batch, BatchRequest, Cell, CellKey, EngineName
from carmp_desktop.core.paths import Profile
from carmp_desktop.core.photos import open_photo
from carmp_desktop.core.planning import plan_batch
from carmp_desktop.core.retrying import unmade, with_what_they_need
from carmp_desktop.core.secrets import TokenKeeper
from carmp_desktop.core.settings import SettingsFile
from tests.reliability.plans import EXTRA_COLOR


class Window:
    """What a window keeps of its batch, without the window."""

    def __init__(self, market: Marketplace) -> None:
        self._market = market
        self._cells: dict[CellKey, Cell] = {}

    async def generate(self, arguments: list[str]) -> Batch:
        """Press the button, and wait for the end."""
        options = parse(arguments)
        market = self._market
        presets = await market.read_presets()
        request = BatchRequest(
            photos=tuple(
                open_photo(f, market.profile.thumbs / "photos").photo for f in options.photo
            ),
            angles=tuple(angle for angle in presets.angles if angle.key in options.angle),
            colors=tuple(color for color in presets.colors if color.key in options.color),
            auto_colorize=options.auto_colorize,
            car="",
            instructions="",
            engine=EngineName.REPLICATE,
        )
        batch = plan_batch(request, presets.prompts, price=market.price(request.engine))
        await market.run_batch(batch, self._receive)
        return batch

    async def again(self, batch: Batch) -> None:
        """Ask for the cells that have failed, with what they need."""
        keys = with_what_they_need(self._cells, unmade(self._cells))
        await self._market.batches.make_again(batch.id, keys)

    async def anew(self, batch: Batch) -> None:
        """Pay the first angle once more."""
        await self._market.batches.make_again(batch.id, [batch.jobs[0].key], anew=True)

    async def add(self, batch: Batch) -> None:
        """Ask for one more color of every angle."""
        presets = self._market.presets
        colors = [color for color in presets.colors if color.key == EXTRA_COLOR]
        await self._market.batches.add_colors(
            batch.id, colors, None, presets.prompts, lambda _grown: None
        )

    def _receive(self, event: Event) -> None:
        if isinstance(event, JobUpdated):
            self._cells[event.cell.key] = event.cell


async def main(wish: str, arguments: list[str]) -> None:
    """Do all of it in the profile that the environment names."""
    profile = Profile.at(Path(os.environ["CARMP_PROFILE"]))
    settings = SettingsFile(profile.settings)
    market = await Marketplace.open(profile, keeper=TokenKeeper(os.environ), settings=settings)
    try:
        await market.find_token()
        window = Window(market)
        batch = await window.generate(arguments)
        await {"again": window.again, "anew": window.anew, "add": window.add}[wish](batch)
    finally:
        await market.aclose()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2:]))
