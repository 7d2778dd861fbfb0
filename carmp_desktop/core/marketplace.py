"""The program without a face: one profile opened, its presets read, its batches run.

The window and the command line are two faces of this one object. It lives on one asyncio loop;
everything it answers is a frozen value.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from carmp_desktop.core.batches_at_work import BatchesAtWork, Means
from carmp_desktop.core.engine_state import STUDIO_MODEL, EngineState, engine_state, models
from carmp_desktop.core.engines.door import Engine
from carmp_desktop.core.engines.replicate import problems
from carmp_desktop.core.engines.replicate.account import Account, account
from carmp_desktop.core.engines.replicate.engine import ReplicateAccess, ReplicateEngine
from carmp_desktop.core.engines.studio.engine import StudioEngine
from carmp_desktop.core.events import BatchCompleted, Event
from carmp_desktop.core.export.exporter import Exporter
from carmp_desktop.core.gallery import Gallery
from carmp_desktop.core.gallery_check.check import GalleryCheck
from carmp_desktop.core.gallery_check.crowd import Progress, untold
from carmp_desktop.core.gallery_check.findings import Report
from carmp_desktop.core.lease import Lease
from carmp_desktop.core.ledger import Ledger, ledger_of
from carmp_desktop.core.library import Library
from carmp_desktop.core.log import hide
from carmp_desktop.core.mirror.mirror import Mirror, Surroundings
from carmp_desktop.core.model import Batch, EngineName
from carmp_desktop.core.paths import Profile, resources
from carmp_desktop.core.presets import Presets
from carmp_desktop.core.problems import Failure, Problem
from carmp_desktop.core.secrets import MIRROR, Token, TokenKeeper, TokenPlace
from carmp_desktop.core.settings import Settings, SettingsFile
from carmp_desktop.core.sheets import SheetReader
from carmp_desktop.core.store import purse
from carmp_desktop.core.store.accounts import read_books
from carmp_desktop.core.store.approvals import Approvals
from carmp_desktop.core.store.database import Database
from carmp_desktop.core.store.history import BatchSummary, History
from carmp_desktop.core.store.journal import Journal
from carmp_desktop.core.store.outbox import Outbox
from carmp_desktop.core.store.recovery import KeptBatch
from carmp_desktop.core.trust import SystemTrust


class Marketplace:
    """One open profile. Make it with `open` on the loop it will live on, and close it."""

    def __init__(
        self,
        profile: Profile,
        *,
        database: Database,
        settings: SettingsFile,
        keeper: TokenKeeper,
        lease: Lease,
    ) -> None:
        self.profile = profile
        self.presets = Presets()
        self._settings_file = settings
        self._keeper = keeper
        self._database = database
        self._lease = lease
        self._journal = Journal(database)
        self._history = History(database)
        self.library = Library(database)
        self.approvals = Approvals(database)
        self.exporter = Exporter(profile, database, lambda: self.gallery)
        self._catalog = models(profile.prices)
        self._sheets = SheetReader(profile.sheets, resources() / "presets")
        self._token = Token("", TokenPlace.NOWHERE)
        self._trust = SystemTrust()
        self._engines: dict[ReplicateAccess, ReplicateEngine] = {}
        self._studio: StudioEngine | None = None
        means = Means(
            engine=self._engine,
            gallery=lambda: Gallery(self.gallery),
            price=self.price,
            budget=lambda: self.settings.budget_dollars,
        )
        self._outbox = Outbox(database, lambda: bool(self.settings.mirror_url.strip()))
        self.batches = BatchesAtWork(profile, database, lease, means, self._outbox)
        around = Surroundings(
            url=lambda: self.settings.mirror_url,
            trust=self._trust,
            folders=lambda: (str(profile.data), str(self.gallery), str(Path.home())),
        )
        self.mirror = Mirror(self._outbox, profile.data, keeper.beside(MIRROR), around)

    @classmethod
    async def open(cls, profile: Profile, *, keeper: TokenKeeper, settings: SettingsFile) -> Self:
        """Open a profile, making its folders where there are none.

        Reads no sheet and asks no keychain yet. Raises `Failure` where the folders, the settings
        or the database cannot be used.
        """
        try:
            await asyncio.to_thread(profile.create)
        except OSError as error:
            raise Failure(_no_profile(profile, error)) from error
        settings.load()
        database = await Database.open(profile.database)
        lease = await asyncio.to_thread(Lease, profile.runs)
        opened = cls(profile, database=database, settings=settings, keeper=keeper, lease=lease)
        opened.presets = await asyncio.to_thread(
            opened._sheets.read_offline, settings.current().sheet_urls
        )
        return opened

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self._settings_file.current()

    @property
    def gallery(self) -> Path:
        """The folder where finished images go."""
        return self.profile.gallery_at(self.settings.gallery)

    @property
    def token(self) -> Token:
        """The token found last; see `find_token`."""
        return self._token

    async def find_token(self) -> Token:
        """Look for the token in the environment and the keychain, which may ask the user.

        The mirror begins with that, because it too has a token in the keychain.
        """
        self.mirror.start()
        self._token = await asyncio.to_thread(self._keeper.find)
        hide(self._token.value)
        return self._token

    async def keep_token(self, value: str) -> Token:
        """Put the token away, or forget it where ``value`` is empty."""
        hide(value)
        self._token = await asyncio.to_thread(self._keeper.keep, value)
        return self._token

    async def account(self, token: str | None = None) -> Account:
        """Whose ``token`` is, or the one in force. Raises `Failure`; see `account`."""
        hide(token or "")
        return await account(
            token=self._token.value if token is None else token,
            base_url=self.settings.replicate_base_url,
            tls=await self._trust(),
        )

    @property
    def settings_from_environment(self) -> frozenset[str]:
        """The names of the settings that the environment decides."""
        return frozenset(self._settings_file.from_environment())

    def save_settings(self, **changes: str) -> Settings:
        """Change some settings. Raises `Failure` where they cannot be written."""
        settings = self._settings_file.save(**changes)
        self.mirror.look_again()
        return settings

    async def read_presets(self) -> Presets:
        """Read the three sheets anew; the values count from now on."""
        self.presets = await self._sheets.read(self.settings.sheet_urls)
        return self.presets

    def engine_state(self) -> EngineState:
        """The engine a batch would be made with now.

        It is the one the user chose, else Replicate where a token is known, else the studio.
        """
        return engine_state(self.settings, self._token, self._catalog)

    async def run_batch(self, batch: Batch, emit: Callable[[Event], None]) -> BatchCompleted | None:
        """Run a batch to its end; ``emit`` is called on this loop with each event.

        The answer is None where the program was left before that. Raises `Failure` where the
        batch could not be created; no event was sent then.
        """
        return await self.batches.run(batch, emit)

    async def reopen(self, batch_id: str, emit: Callable[[Event], None]) -> KeptBatch:
        """A batch of any age as it stands, to be shown and made again in; see `BatchesAtWork`.

        ``emit`` is called with the events of what is made again. Raises `Failure` where there is
        no such batch, or another run of the program works on it.
        """
        return await self.batches.reopen(batch_id, emit)

    async def history(self, limit: int = 50, before: str | None = None) -> tuple[BatchSummary, ...]:
        """At most ``limit`` batches, newest first, older than the batch ``before`` if given."""
        return await self._history.batches(limit, before)

    async def spent_this_month(self) -> float:
        """What the user's present month has cost so far, in US dollars."""
        since = purse.month_start(datetime.now(UTC))
        return purse.dollars(
            await self._database.run(lambda connection: purse.spent(connection, since))
        )

    async def ledger(self) -> Ledger:
        """What every batch has cost, month by month."""
        return ledger_of(await read_books(self._database))

    async def check_gallery(self, *, repair: bool = False, progress: Progress = untold) -> Report:
        """Compare the gallery's folder with the rows of its images; with ``repair`` mend them.

        Nothing is deleted. ``progress`` is called on this loop with the numbers of files done and
        to be done. Raises `Failure` where the gallery is no folder.
        """
        check = GalleryCheck(self.profile, self.gallery, self._database, self._lease.is_alive)
        return await check.run(progress, repair=repair)

    def price(self, engine: EngineName) -> float | None:
        """About what one image costs with an engine, in US dollars; None where that is unknown."""
        if engine is EngineName.STUDIO:
            return 0.0
        return self._catalog.facts(self.settings.model).price

    def price_table(self) -> Path:
        """The file in which the user may correct prices. Raises `Failure` if it cannot be made."""
        try:
            return self._catalog.price_table()
        except OSError as error:
            raise Failure(_no_profile(self.profile, error)) from error

    async def aclose(self) -> None:
        """Let go of what runs, for the next start to take up, and close everything in order."""
        await self.batches.leave()
        await self._outbox.aclose()
        await self.mirror.aclose()
        for engine in self._engines.values():
            await engine.aclose()
        if self._studio is not None:
            await self._studio.aclose()
        await self._database.aclose()
        self._lease.let_go()

    async def _engine(self, name: EngineName) -> Engine:
        """The engine of this name; Replicate's for the token, address and model in force."""
        if name is EngineName.STUDIO:
            if self._studio is None:
                self._studio = StudioEngine(STUDIO_MODEL, self.profile.scenes)
            return self._studio
        if not self._token:
            raise Failure(problems.NO_TOKEN)
        access = ReplicateAccess(
            token=self._token.value,
            base_url=self.settings.replicate_base_url,
            model=self._catalog.facts(self.settings.model),
            uploads=self.profile.uploads,
        )
        tls = await self._trust()
        if access not in self._engines:
            self._engines[access] = ReplicateEngine(access, self._journal, tls)
        return self._engines[access]


def _no_profile(profile: Profile, error: OSError) -> Problem:
    return Problem(
        code="profile_unusable",
        title="Profile not usable",
        sentence="The folder {folder} cannot be used: {error}.",
        action="Choose another folder with --profile, or make this one writable.",
        fields={"folder": str(profile.data), "error": error.strerror or str(error)},
    )
