"""Waiting out a disk that is full, read-only or away: nothing paid for is given up for it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from carmp_desktop.core.problems import Failure, fill
from carmp_desktop.core.remarks import DATABASE_AWAY, GALLERY_AWAY

T = TypeVar("T")

_WAITS = {"gallery_unwritable": GALLERY_AWAY, "database_unusable": DATABASE_AWAY}

DISK_TROUBLE = frozenset(_WAITS)
"""Codes of problems that pass when the disk is mended."""

_PAUSE = 1.0
_LOG = logging.getLogger("carmp.disk")


async def despite_the_disk(
    work: Callable[[], Awaitable[T]], told: Callable[[str | None], None]
) -> T:
    """Do ``work``, again each second while a disk refuses, and say what it waits for.

    ``work`` may be repeated: it either happens whole or changes nothing that matters.
    """
    waited = False
    while True:
        try:
            done = await work()
        except Failure as failure:
            if failure.problem.code not in DISK_TROUBLE:
                raise
            reason = failure.problem.describe()
            if not waited:
                _LOG.warning("work waits for the disk: %s", reason)
            told(fill(_WAITS[failure.problem.code], failure.problem.fields))
            waited = True
            await asyncio.sleep(_PAUSE)
        else:
            if waited:
                _LOG.warning("the disk takes files again")
                told(None)
            return done
