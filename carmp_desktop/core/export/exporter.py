"""The exporter: plans what would be written, then writes it off the loop, whole or not at all.

NumPy and OpenCV are imported with the first plan, off the loop: an open profile needs neither.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event

from carmp_desktop.core.export import problems
from carmp_desktop.core.export.profiles import OWN_FILE, ExportProfile, own_profiles, read_profiles
from carmp_desktop.core.export.request import Exported, ExportRequest, Plan, Progress
from carmp_desktop.core.paths import Profile, resources
from carmp_desktop.core.problems import Failure
from carmp_desktop.core.store.database import Database
from carmp_desktop.core.store.originals import Original, read_originals


class Exporter:
    """Exports images of one profile of the program. ``gallery`` tells where its gallery is."""

    def __init__(self, profile: Profile, database: Database, gallery: Callable[[], Path]) -> None:
        self._profile = profile
        self._database = database
        self._gallery = gallery

    async def profiles(self) -> dict[str, ExportProfile]:
        """All export profiles by their keys, read anew. Raises `Failure` for a bad one."""
        own = self._profile.config / OWN_FILE
        return await asyncio.to_thread(read_profiles, resources() / OWN_FILE, own)

    async def profile(self, key: str) -> ExportProfile:
        """The export profile of this key. Raises `Failure` where there is none."""
        known = await self.profiles()
        if key not in known:
            raise Failure(problems.unknown_profile(key, list(known)))
        return known[key]

    async def own_profiles(self) -> Path:
        """The file in which the user may change profiles. Raises `Failure` if it cannot be made."""
        folder = self._profile.config
        try:
            return await asyncio.to_thread(own_profiles, folder)
        except OSError as error:
            raise Failure(problems.unwritable(folder, error)) from error

    async def plan(self, request: ExportRequest) -> Plan:
        """What an export would write; nothing is written. Raises `Failure`; see `make_plan`."""
        request = replace(request, target=request.target.expanduser().absolute())
        if request.target.resolve().is_relative_to(self._gallery().resolve()):
            raise Failure(problems.inside_gallery(request.target))
        originals = await read_originals(self._database)
        return await asyncio.to_thread(_plan, originals, request, self._profile.scenes)

    async def run(self, plan: Plan, progress: Progress) -> Exported:
        """Write what was planned; ``progress`` is called on this loop.

        May be canceled: nothing stays behind then, but for the instant in which all is delivered.
        A file that its profile does not take is left out, and said so. Raises `Failure` where
        nothing can be exported or the disk refuses.
        """
        if not plan.files:
            reason = plan.left_out[0].problem if plan.left_out else problems.nothing_to_export()
            raise Failure(reason)
        loop, stop, total = asyncio.get_running_loop(), Event(), len(plan.files)
        progress(0, total)

        def tell(done: int) -> None:
            loop.call_soon_threadsafe(progress, done, total)

        making = asyncio.ensure_future(asyncio.to_thread(_make, plan, tell, stop))
        try:
            return await asyncio.shield(making)
        except asyncio.CancelledError:
            stop.set()
            await asyncio.wait([making])
            making.exception()  # how it ended is of no interest any more, but must be asked
            raise


def _plan(originals: tuple[Original, ...], request: ExportRequest, scenes: Path) -> Plan:
    from carmp_desktop.core.export.planning import make_plan

    return make_plan(originals, request, scenes)


def _make(plan: Plan, tell: Callable[[int], None], stop: Event) -> Exported:
    from carmp_desktop.core.export.making import make_export

    return make_export(plan, tell, stop)
