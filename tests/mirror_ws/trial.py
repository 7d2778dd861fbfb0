"""One trial: so many events told to a remote that breaks its connections; was anything lost?"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from carmp_desktop.core.events import JobUpdated
from carmp_desktop.core.mirror.connection import Patience
from carmp_desktop.core.mirror.mirror import Mirror, Surroundings
from carmp_desktop.core.mirror.pace import Pace
from carmp_desktop.core.model import Batch, BatchRequest, Cell, CellKey, JobStatus
from carmp_desktop.core.secrets import MIRROR, TokenKeeper
from carmp_desktop.core.store.batches import BatchBook
from carmp_desktop.core.store.database import Database
from carmp_desktop.core.store.outbox import Outbox
from carmp_desktop.core.store.purse import Allowance
from carmp_desktop.core.trust import SystemTrust
from tests.mirror_ws.receivers import Receiver

FAST = Pace(first=0.01, most=0.05, proven=60.0, look=0.05)
IMPATIENT = Patience(opening=2.0, answer=0.5, alive=0.4, closing=0.2)
BATCH = Batch("b_trial", BatchRequest((), ()), datetime.now(UTC), ())
_AT_ONCE = 50
"""Events that are told in one go."""


@dataclass(frozen=True)
class Figures:
    """What came of a trial; ``repeated`` counts the messages that came once more."""

    events: int
    breaks: int
    connections: int
    repeated: int
    seconds: float


async def _has_batch(database: Database) -> bool:
    query = "SELECT 1 FROM batches"
    found = await database.run(lambda connection: connection.execute(query).fetchone())
    return found is not None


class Trial:
    """A profile's outbox and mirror, without anything else of the program."""

    def __init__(self, outbox: Outbox, mirror: Mirror) -> None:
        self.outbox = outbox
        self.mirror = mirror

    @classmethod
    @asynccontextmanager
    async def at(
        cls, folder: Path, url: str, *, token: str = "", pace: Pace = FAST
    ) -> AsyncIterator[Trial]:
        """A mirror to an address, on an outbox in a folder; it has not begun yet."""
        database = await Database.open(folder / "carmp.db")
        outbox = Outbox(database, lambda: bool(url))
        if not await _has_batch(database):
            await BatchBook(database, "r_trial", outbox).add(BATCH, Allowance())
        around = Surroundings(url=lambda: url, trust=SystemTrust(), folders=lambda: (str(folder),))
        keeper = TokenKeeper({MIRROR.variable: token}, MIRROR)
        mirror = Mirror(outbox, folder, keeper, around, pace=pace, patience=IMPATIENT)
        try:
            yield cls(outbox, mirror)
        finally:
            await outbox.aclose()
            await mirror.aclose()
            await database.aclose()

    async def tell(self, events: int, *, thumb: Path | None = None) -> None:
        """Tell so many events, as fast as the disk takes them."""
        for number in range(events):
            key = CellKey(f"a{number}")
            cell = Cell(BATCH.id, key, JobStatus.PROCESSING, thumb=thumb)
            if number % _AT_ONCE:
                self.outbox.post(JobUpdated(cell))
            else:
                await self.outbox.write(lambda _: None, JobUpdated(cell))


async def run_trial(folder: Path, receiver: Receiver, events: int) -> Figures:
    """Tell events over all breaks of the receiver's plan; fails where anything is amiss."""
    began = time.monotonic()
    async with receiver.running(), Trial.at(folder, receiver.url) as trial:
        trial.mirror.start()
        telling = asyncio.create_task(trial.tell(events - 1))
        await receiver.until(events)
        await telling
        assert await trial.mirror.drain(10)
    judge(receiver.received, events)
    numbers = {message["seq"] for message in receiver.received}
    return Figures(
        events=len(numbers),
        breaks=receiver.breaks,
        connections=receiver.connections,
        repeated=len(receiver.received) - len(numbers),
        seconds=time.monotonic() - began,
    )


def judge(received: Sequence[dict[str, Any]], events: int) -> None:
    """None lost, none out of order, and a repetition is the same message with the same id."""
    first: dict[str, dict[str, Any]] = {}
    for message in received:
        known = first.setdefault(message["id"], message)
        assert known == message
    assert [message["seq"] for message in first.values()] == list(range(1, events + 1))
    angles = [message["data"]["result"]["angleKey"] for message in list(first.values())[1:]]
    assert angles == [f"a{number}" for number in range(events - 1)]
