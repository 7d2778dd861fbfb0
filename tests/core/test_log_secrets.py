"""The log never says a token: not Replicate's, not the mirror's, none that was entered later."""

from __future__ import annotations

import asyncio
import io
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend

from carmp_desktop.core import log
from carmp_desktop.core.marketplace import Marketplace
from carmp_desktop.core.mirror.mirror import Mirror
from carmp_desktop.core.mirror.state import MirrorKind
from carmp_desktop.core.paths import Profile
from carmp_desktop.core.problems import Failure
from carmp_desktop.core.secrets import MIRROR, REPLICATE, TokenKeeper, TokenPlace
from carmp_desktop.core.settings import SettingsFile
from tests.mirror_ws import PythonReceiver, Trial

FIRST, LATER = "mirror-canary-0123", "mirror-canary-0123-and-later"


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], str]]:
    """What the log and stderr say so far; Replicate's token is a canary."""
    terminal = io.StringIO()
    monkeypatch.setattr(sys, "stderr", terminal)
    file = tmp_path / "carmp.log"
    take_down = log.set_up(file, debug_mp=True, secret=lambda: "r8_canary")
    yield lambda: file.read_text(encoding="utf-8") + terminal.getvalue()
    take_down()


async def until(mirror: Mirror, kind: MirrorKind) -> None:
    reached = asyncio.Event()
    mirror.listen(lambda state: reached.set() if state.kind is kind else None)
    async with asyncio.timeout(20):
        await reached.wait()


def test_a_bug_in_the_mirror_is_logged_without_its_tokens(
    tmp_path: Path, written: Callable[[], str]
) -> None:
    async def scenario() -> None:
        receiver = PythonReceiver()
        async with receiver.running(), Trial.at(tmp_path, receiver.url, token=FIRST) as trial:
            mirror = trial.mirror

            def folders() -> Sequence[str]:
                log.mp(f"asked with {mirror.token.value}")
                raise RuntimeError(f"headers={{'Authorization': 'Bearer {mirror.token.value}'}}")

            mirror._around = replace(mirror._around, folders=folders)
            mirror.start()
            await until(mirror, MirrorKind.WAITING)
            mirror._keeper = TokenKeeper({}, MIRROR)
            await mirror.keep_token(LATER)
            await until(mirror, MirrorKind.CONNECTING)
            await until(mirror, MirrorKind.WAITING)
            log.LOG.error("and r8_canary, %s", FIRST)

    asyncio.run(scenario())
    said = written()
    assert "RuntimeError: headers={'Authorization': 'Bearer [token]'}" in said
    assert said.count("[MP] asked with [token]\n") >= 2 * 2, "in the file and on the terminal"
    assert "and [token], [token]" in said
    assert "canary" not in said
    assert "and-later" not in said


class Keychain(KeyringBackend):
    """A keychain in memory that writes down which account it was asked for."""

    priority = 1.0

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []
        self._kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        self.asked.append(username)
        return self._kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._kept[service, username] = password


@pytest.fixture
def keychain() -> Iterator[Keychain]:
    before, chain = keyring.get_keyring(), Keychain()
    chain.set_password("carmp-desktop", MIRROR.account, FIRST)
    keyring.set_keyring(chain)
    yield chain
    keyring.set_keyring(before)


def test_a_mirror_that_is_off_leaves_the_keychain_alone(tmp_path: Path, keychain: Keychain) -> None:
    async def scenario() -> None:
        profile = Profile.at(tmp_path)
        settings = SettingsFile(profile.settings, {})
        market = await Marketplace.open(profile, keeper=TokenKeeper({}), settings=settings)
        receiver = PythonReceiver()
        try:
            async with receiver.running():
                await market.find_token()
                await until(market.mirror, MirrorKind.OFF)
                assert keychain.asked == [REPLICATE.account]
                assert not market.mirror.token
                market.save_settings(mirror_url=receiver.url)
                await until(market.mirror, MirrorKind.CONNECTED)
                assert keychain.asked == [REPLICATE.account, MIRROR.account]
                assert market.mirror.token.place is TokenPlace.KEYCHAIN
        finally:
            await market.aclose()

    asyncio.run(scenario())


@pytest.mark.usefixtures("keychain")
def test_a_token_of_replicate_that_was_tried_or_replaced_stays_hidden(
    tmp_path: Path, written: Callable[[], str]
) -> None:
    async def scenario() -> None:
        profile = Profile.at(tmp_path / "profile")
        settings = SettingsFile(profile.settings, {"REPLICATE_BASE_URL": "http://127.0.0.1:9/none"})
        market = await Marketplace.open(profile, keeper=TokenKeeper({}), settings=settings)
        try:
            with pytest.raises(Failure):
                await market.account("r8-tried-canary")
            await market.keep_token("r8-first-canary")
            await market.keep_token("r8-second-canary")
        finally:
            await market.aclose()

    asyncio.run(scenario())
    log.LOG.error("late: r8-tried-canary, r8-first-canary, r8-second-canary")
    assert "late: [token], [token], [token]" in written()
