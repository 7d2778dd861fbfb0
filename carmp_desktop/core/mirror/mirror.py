"""Tells every event of one profile to one remote WebSocket, in order and at least once.

One task per run of the program, on the core's loop; nothing ever waits for it. Of several runs on
one profile the one that holds the lock sends for all. What a connection has not proved to have
delivered is sent again over the next one, with the same ids.
"""

from __future__ import annotations

import asyncio
import contextlib
import ssl
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from filelock import FileLock, Timeout

from carmp_desktop.core.log import LOG, hide
from carmp_desktop.core.mirror.connection import Patience, Remote, connected
from carmp_desktop.core.mirror.delivery import Delivery
from carmp_desktop.core.mirror.pace import Backoff, Pace
from carmp_desktop.core.mirror.state import (
    Broken,
    MirrorKind,
    MirrorState,
    shown_address,
    unexpected,
)
from carmp_desktop.core.problems import Failure
from carmp_desktop.core.secrets import Token, TokenKeeper, TokenPlace
from carmp_desktop.core.store.outbox import Outbox

_LOCK = "mirror.lock"
"""The file, in a profile, whose holder is the run that sends."""

_LOST_AFTER = 3.0
"""Seconds after which a cancellation is given up for lost; a good-bye takes one at most."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the mirror asks for anew each time: the address, whom to trust, what to hide."""

    url: Callable[[], str]
    trust: Callable[[], Awaitable[ssl.SSLContext]]
    folders: Callable[[], Sequence[str]]


class Mirror:
    """The mirror of one profile. `start` it once the keychain may be asked, and close it.

    ``folder`` is the profile's, where the runs agree on who sends. ``state`` is how it stands now.
    """

    def __init__(
        self,
        outbox: Outbox,
        folder: Path,
        keeper: TokenKeeper,
        surroundings: Surroundings,
        *,
        pace: Pace | None = None,
        patience: Patience | None = None,
    ) -> None:
        self.state = MirrorState()
        self.token = Token("", TokenPlace.NOWHERE)
        self._outbox = outbox
        self._lock = FileLock(folder / _LOCK, thread_local=False)
        self._keeper = keeper
        self._around = surroundings
        self._pace = pace or Pace()
        self._patience = patience or Patience()
        self._url = ""
        self._upto = 0
        self._task: asyncio.Task[None] | None = None
        self._filled = asyncio.Event()
        self._changed = asyncio.Event()
        self._listeners: list[Callable[[MirrorState], None]] = []
        outbox.filled = self._filled.set

    def listen(self, listener: Callable[[MirrorState], None]) -> None:
        """Call ``listener`` on the core's loop with every new state, and with the present one."""
        self._listeners.append(listener)
        listener(self.state)

    def start(self) -> None:
        """Begin to send; where it has begun already, nothing happens."""
        if self._task is None:
            self._begin()

    def look_again(self) -> None:
        """Begin anew where the address is another one than when it began."""
        if self._task is not None and self._url != self._around.url():
            self._begin()

    async def keep_token(self, value: str) -> Token:
        """Put the mirror's token away, or forget it where ``value`` is empty; it counts at once."""
        hide(value.strip())
        self.token = await asyncio.to_thread(self._keeper.keep, value)
        hide(self.token.value)
        self._begin()
        return self.token

    async def drain(self, seconds: float) -> bool:
        """Wait until nothing waits any more, for so long at most; whether that is so.

        Gives up at once where waiting is no use: no mirror, a refusal, a next try too late, or
        another run of the program that sends for this one.
        """
        if self._task is None:
            return self.state.events == 0
        deadline = datetime.now(UTC) + timedelta(seconds=seconds)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._count()
                while self.state.events and not self._is_hopeless(deadline):
                    self._changed.clear()
                    await self._changed.wait()
        return self.state.events == 0

    async def aclose(self) -> None:
        """Say good-bye to the remote, for a second at most, and keep the rest for the next start.

        The database must still be open.
        """
        if self._task is not None:
            await _end(self._task)
            self._task = None

    def _begin(self) -> None:
        old, self._url = self._task, self._around.url()
        self._task = asyncio.get_running_loop().create_task(self._run_after(old))

    async def _run_after(self, old: asyncio.Task[None] | None) -> None:
        if old is not None:
            await _end(old)
        try:
            await self._run()
        finally:
            self._lock.release()

    async def _run(self) -> None:
        url = self._url.strip()
        if not url:
            self._tell(MirrorState())
            return
        self._tell(MirrorState(MirrorKind.CONNECTING, address=shown_address(url)))
        await self._count()
        await self._take_lock()
        self.token = await asyncio.to_thread(self._keeper.find)
        hide(self.token.value)
        remote = Remote(url, self.token.value)
        backoff = Backoff(self._pace)
        while True:
            self._tell(replace(self.state, kind=MirrorKind.CONNECTING, until=None))
            lived, broken = await self._deliver(remote)
            await self._wait(broken, backoff.next(lived))

    async def _take_lock(self) -> None:
        """Become the one run that sends; another one may be it for long."""
        while True:
            try:
                self._lock.acquire(timeout=0)
            except Timeout:
                self._tell(replace(self.state, kind=MirrorKind.ELSEWHERE))
                await self._pass(self._pace.look)
            else:
                return

    async def _deliver(self, remote: Remote) -> tuple[float, Broken]:
        """Deliver until the connection breaks; the answer is how long it lived, and why it ended.

        Where the mirror is stopped, it says good-bye first.
        """
        clock = asyncio.get_running_loop().time
        began = clock()
        try:
            async with connected(remote, self._patience, self._around.trust) as line:
                began = clock()
                self._tell(replace(self.state, kind=MirrorKind.CONNECTED, problem=None))
                delivery = Delivery(
                    line,
                    self._outbox,
                    pace=self._pace,
                    filled=self._filled,
                    folders=self._around.folders,
                )
                try:
                    while True:
                        self._upto = max(self._upto, await delivery.next_window())
                        await self._count()
                except asyncio.CancelledError:
                    await delivery.part()
                    raise
        except Broken as broken:
            was_open = self.state.kind is MirrorKind.CONNECTED
            return (clock() - began if was_open else 0.0), broken
        except Failure as failure:
            return 0.0, Broken(failure.problem)
        except Exception:  # noqa: BLE001 - logged with its traceback, told in the window
            LOG.exception("the mirror is interrupted by a bug")
            return 0.0, Broken(unexpected(remote.url))

    async def _wait(self, broken: Broken, seconds: float) -> None:
        """Tell why nothing is sent, and let the back-off pass."""
        kind = MirrorKind.REFUSED if broken.is_refusal else MirrorKind.WAITING
        until = datetime.now(UTC) + timedelta(seconds=seconds)
        self._tell(replace(self.state, kind=kind, until=until, problem=broken.problem))
        await self._pass(seconds)

    async def _pass(self, seconds: float) -> None:
        """Let time pass, and count what comes into the outbox meanwhile."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while True:
                    self._filled.clear()
                    await self._count()
                    await self._filled.wait()

    async def _count(self) -> None:
        """Tell how many events wait; a disk that cannot even be read leaves the last number."""
        with contextlib.suppress(Failure):
            events = await self._outbox.waiting(self._upto)
            self._tell(replace(self.state, events=events))

    def _tell(self, state: MirrorState) -> None:
        if state == self.state:
            return
        self.state = state
        self._changed.set()
        for listener in self._listeners:
            listener(state)

    def _is_hopeless(self, deadline: datetime) -> bool:
        """Whether nothing can be delivered before ``deadline``."""
        if self.state.kind is MirrorKind.WAITING:
            return self.state.until is not None and self.state.until > deadline
        return self.state.kind in (MirrorKind.OFF, MirrorKind.REFUSED, MirrorKind.ELSEWHERE)


async def _end(task: asyncio.Task[None]) -> None:
    """Cancel a task until it has ended: where a connection breaks just then, one may be lost."""
    while not task.done():
        task.cancel()
        await asyncio.wait([task], timeout=_LOST_AFTER)
