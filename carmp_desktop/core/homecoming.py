"""The way home of one profile's images: from an engine's part file into the gallery.

Knows what an earlier run of the program has left in the landing, and brings it home without
asking any service.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

from carmp_desktop.core.board import Board
from carmp_desktop.core.engines.door import Made, Told
from carmp_desktop.core.landing import Landing
from carmp_desktop.core.model import AngleImage, Job
from carmp_desktop.core.patience import despite_the_disk
from carmp_desktop.core.store.journal import Journal


class Homecoming:
    """Where parts are written, and what becomes of those of earlier runs."""

    def __init__(self, landing: Landing, journal: Journal) -> None:
        self._landing = landing
        self._journal = journal

    async def part(self, job: Job, told: Told) -> Path:
        """The path an engine writes a job's image to; waits while the disk refuses."""
        return await despite_the_disk(lambda: asyncio.to_thread(self._landing.part, job.id), told)

    async def bring_landed(self, board: Board, job: Job) -> AngleImage | None:
        """Keep an image that landed before the program ended; None where there is none.

        Raises `Failure` where that image is broken; it is let go of then.
        """
        landed = await asyncio.to_thread(self._landing.landed, job.id)
        if landed is None:
            return None
        attempt = await self._journal.open_attempt(job.id)
        if attempt is None:
            await asyncio.to_thread(self._landing.clear, job.id)
            return None
        made = Made(
            suffix=landed.suffix,
            model=attempt.model,
            source_url=attempt.output_url,
            prediction_id=attempt.prediction_id,
            asked_at=attempt.intended_at,
            cost=attempt.cost,
        )
        return await board.bring_home(job, landed, made, may_be_placed=True)

    async def give_up(self, job: Job, *, is_broken: bool) -> None:
        """Remove a part that will not become whole; an image that landed whole stays for later."""
        clear = self._landing.clear if is_broken else self._landing.discard_part
        await asyncio.to_thread(clear, job.id)
