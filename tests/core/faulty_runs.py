"""Plays faults against batches of the real core, many at once: each its own server and profile."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest
from PIL import Image

from carmp_desktop.core import marketplace
from carmp_desktop.core.engines.replicate import downloads, runtimes, transport, watch
from carmp_desktop.core.engines.replicate.engine import ReplicateAccess
from carmp_desktop.core.events import Event, JobUpdated
from carmp_desktop.core.marketplace import Marketplace
from carmp_desktop.core.model import Batch, BatchRequest, Cell, CellKey, EngineName
from carmp_desktop.core.paths import Profile
from carmp_desktop.core.photos import open_photo
from carmp_desktop.core.planning import plan_batch
from carmp_desktop.core.secrets import TokenKeeper
from carmp_desktop.core.settings import SettingsFile
from tests.core.conftest import Outcome
from tests.loopback import Fault, StandIn

PRICE = 39_000
"""What an image counts for, in millionths of a US dollar."""

_PATIENCE = 90.0


def _as_it_is(server: StandIn) -> None:
    """Change nothing at the server."""


ChosenAgain = Callable[[Mapping[CellKey, Cell]], Collection[CellKey]]
"""Which cells of a batch that has ended are to be made again."""


@dataclass(frozen=True)
class Script:
    """What goes wrong in one run, how large its batch is, and what is made again afterwards."""

    faults: Sequence[Fault] = ()
    prepare: Callable[[StandIn], None] = _as_it_is
    server: Callable[[], StandIn] = StandIn
    angles: int = 1
    colors: int = 0
    again: ChosenAgain | None = None


@dataclass(frozen=True)
class Played:
    """One run that has ended: its server, whose ledger can still be read, and what came of it.

    ``again`` is what came of the cells that were made again, None where none were.
    """

    server: StandIn
    faults: tuple[Fault, ...]
    batch: Batch
    outcome: Outcome
    again: Outcome | None
    profile: Path

    @property
    def cells(self) -> dict[CellKey, Cell]:
        """How every cell stands in the end."""
        return self.outcome.cells | (self.again.cells if self.again else {})

    @property
    def files(self) -> list[Path]:
        """Everything in the gallery, hidden and half-written files included."""
        return sorted(file for file in (self.profile / "gallery").rglob("*") if file.is_file())

    @property
    def attempts(self) -> list[sqlite3.Row]:
        """Every row of the journal."""
        return read_attempts(self.profile)


def play_all(scripts: Mapping[str, Script], folder: Path) -> dict[str, Played]:
    """Play every script to its end, all at the same time."""
    photo = folder / "car.jpg"
    Image.new("RGB", (640, 420), (150, 40, 30)).save(photo)
    with short_waits(), ExitStack() as servers:
        up = {name: servers.enter_context(scripts[name].server()) for name in scripts}

        async def play(name: str) -> Played:
            script, server, profile = scripts[name], up[name], folder / name
            faults = tuple(replace(fault) for fault in script.faults)
            script.prepare(server)
            server.break_(*faults)
            outcome, again = Outcome(), Outcome()
            try:
                async with asyncio.timeout(_PATIENCE):
                    batch = await _run(server, profile, photo, script, outcome, again)
            except TimeoutError:
                pytest.fail(f"{name} never ended: {outcome.cells} {again.cells}")
            return Played(server, faults, batch, outcome, again if again.events else None, profile)

        async def play_them() -> dict[str, Played]:
            return dict(zip(scripts, await asyncio.gather(*map(play, scripts)), strict=True))

        return asyncio.run(play_them())


@contextmanager
def short_waits() -> Iterator[None]:
    """Give up on a silent connection after seconds, where the program gives it a minute.

    Between two looks and before a question is put again it waits a third as long as otherwise.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(transport, "_READ", 1.5)
        patch.setattr(transport, "_CREATE_READ", 1.5)
        patch.setattr(transport, "_UPLOAD", 1.5)
        patch.setattr(runtimes, "_UNKNOWN", 0.3)
        patch.setattr(watch, "_FIRST_FAULT_WAIT", 0.3)
        patch.setattr(marketplace, "ReplicateAccess", partial(ReplicateAccess, look_pause=0.8))
        patch.setattr(downloads, "_TIMEOUT", httpx.Timeout(1.5, pool=None))
        yield


def read_attempts(profile: Path) -> list[sqlite3.Row]:
    """Every row of a profile's journal, oldest first."""
    database = sqlite3.connect(profile / "carmp.db")
    database.row_factory = sqlite3.Row
    try:
        return database.execute("SELECT * FROM attempts ORDER BY id").fetchall()
    finally:
        database.close()


def is_kept(profile: Path, cell: Cell) -> bool:
    """Whether a completed cell's image, thumbnail and row are on disk at this moment."""
    assert cell.image is not None
    assert cell.thumb is not None
    database = sqlite3.connect(profile / "carmp.db")
    try:
        row = database.execute("SELECT 1 FROM images WHERE file = ?", (str(cell.image),)).fetchone()
    finally:
        database.close()
    return cell.image.is_file() and cell.thumb.is_file() and row is not None


async def _run(
    server: StandIn, folder: Path, photo: Path, script: Script, outcome: Outcome, again: Outcome
) -> Batch:
    environment: dict[str, Any] = server.env()
    profile = Profile.at(folder)
    market = await Marketplace.open(
        profile,
        keeper=TokenKeeper(environment),
        settings=SettingsFile(profile.settings, environment),
    )
    try:
        await market.find_token()
        presets = await market.read_presets()
        request = BatchRequest(
            photos=(open_photo(photo, profile.thumbs).photo,),
            angles=presets.angles[: script.angles],
            colors=presets.colors[: script.colors],
            car="Test car",
        )
        batch = plan_batch(request, presets.prompts, price=market.price(EngineName.REPLICATE))
        told_to = [outcome]

        def emit(event: Event) -> None:
            told_to[-1].events.append(event)
            if isinstance(event, JobUpdated) and event.cell.image is not None:
                assert is_kept(folder, event.cell), "told before it was kept"

        await market.run_batch(batch, emit)
        keys = script.again(outcome.cells) if script.again else ()
        if keys:
            told_to.append(again)
            await market.batches.make_again(batch.id, keys)
    finally:
        await market.aclose()
    return batch
