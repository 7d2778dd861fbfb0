"""What is kept and what is kept secret: the gallery's files, the log, the settings, the token."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from carmp_desktop.core import log
from carmp_desktop.core.engines.replicate.answers import NotAccepted
from carmp_desktop.core.engines.replicate.gateway import Gateway
from carmp_desktop.core.engines.replicate.pace import Pace
from carmp_desktop.core.gallery import Gallery
from carmp_desktop.core.landing import Landing
from carmp_desktop.core.model import Batch, BatchRequest, CellKey
from carmp_desktop.core.problems import Failure
from carmp_desktop.core.secrets import TokenKeeper, TokenPlace
from carmp_desktop.core.settings import Settings, SettingsFile
from carmp_desktop.core.store.database import Database
from tests.loopback import Fault, StandIn

BATCH = Batch("b_1", BatchRequest(photos=(), angles=(), car="Golf"), datetime.now(UTC), ())


def landed(folder: Path, job_id: str, body: bytes) -> Path:
    landing = Landing(folder / "incoming")
    landing.part(job_id).write_bytes(body)
    return landing.land(job_id, ".png")


def test_a_name_that_is_taken_is_never_overwritten(tmp_path: Path) -> None:
    gallery, image = Gallery(tmp_path), landed(tmp_path, "j_1", b"whole")
    stranger = tmp_path / "Golf" / "Golf_front_0_red.png"
    stranger.parent.mkdir()
    stranger.write_bytes(b"someone else's")

    placed = gallery.place(image, gallery.name_of(BATCH, CellKey("front_0", "red")), kept=())

    assert placed.name == "Golf_front_0_red_2.png"
    assert placed.read_bytes() == b"whole"
    assert stranger.read_bytes() == b"someone else's"


def test_an_image_that_was_placed_before_the_end_is_not_placed_twice(tmp_path: Path) -> None:
    gallery, image = Gallery(tmp_path), landed(tmp_path, "j_1", b"whole")
    name = gallery.name_of(BATCH, CellKey("front_0"))
    first = gallery.place(image, name, kept=())

    again = gallery.place(image, name, kept=(), may_be_placed=True)
    another = gallery.place(image, name, kept=(first,), may_be_placed=True)

    assert again == first
    assert another.name == "Golf_front_0_2.png"


def test_what_landed_is_found_until_it_is_let_go_of(tmp_path: Path) -> None:
    image, landing = landed(tmp_path, "j_1", b"whole"), Landing(tmp_path / "incoming")

    assert landing.landed("j_1") == image
    assert landing.landed("j_2") is None
    landing.clear("j_1")
    assert landing.landed("j_1") is None


def test_a_secret_in_a_traceback_never_reaches_the_log(tmp_path: Path) -> None:
    file = tmp_path / "carmp.log"
    take_down = log.set_up(file, debug_mp=False, secret=lambda: "r8_canary")
    try:
        raise RuntimeError("the header was Bearer r8_canary")
    except RuntimeError:
        logging.getLogger("carmp").exception("with %s", "r8_canary")
    finally:
        take_down()

    assert "RuntimeError: the header was Bearer [token]" in file.read_text()
    assert "r8_canary" not in file.read_text()


def test_the_environment_wins_and_is_never_saved(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "settings.json", {"REPLICATE_BASE_URL": "http://127.0.0.1:9"})
    file.load()

    assert file.save(model="a/b").replicate_base_url == "http://127.0.0.1:9"

    again = SettingsFile(tmp_path / "settings.json", {})
    assert again.load() == Settings(model="a/b")


def test_without_a_keychain_the_token_is_kept_for_this_run_only() -> None:
    keeper = TokenKeeper({})

    kept = keeper.keep(" r8_typed ")

    assert (kept.value, kept.place) == ("r8_typed", TokenPlace.THIS_RUN)
    assert "r8_typed" not in f"{kept!r} {kept}"
    assert not keeper.keep("")
    assert not TokenKeeper({}).find()


def test_the_gateway_sends_nothing_to_another_host(server: StandIn) -> None:
    async def ask() -> None:
        gateway = Gateway(token=server.token, base_url=server.url, tls=httpx.create_ssl_context())
        page = {"results": [], "next": f"{server.delivery_url}/v1/predictions", "previous": None}
        server.break_(Fault("list", "status", status=200, body=page))
        try:
            with pytest.raises(NotAccepted, match="not the service's address"):
                await gateway.list_since(datetime.now(UTC))
        finally:
            await gateway.aclose()

    asyncio.run(ask())
    assert server.ledger.leaks == []


def test_a_database_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "carmp.db"
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()

    with pytest.raises(Failure, match="written by a newer version"):
        asyncio.run(Database.open(path))


def test_work_handed_to_the_database_is_done_although_its_caller_is_gone(tmp_path: Path) -> None:
    async def run() -> list[tuple[int]]:
        database = await Database.open(tmp_path / "carmp.db")
        await database.run(lambda c: c.execute("CREATE TABLE t (n)"))
        writing = asyncio.ensure_future(
            database.run(lambda c: c.execute("INSERT INTO t VALUES (7)"))
        )
        await asyncio.sleep(0)
        writing.cancel()
        rows = await database.run(lambda c: c.execute("SELECT n FROM t").fetchall())
        await database.aclose()
        return [tuple(row) for row in rows]

    assert asyncio.run(run()) == [(7,)]


def test_after_a_429_one_goes_first_and_the_others_follow_by_doubling() -> None:
    async def run() -> list[int]:
        pace, at_once, peaks = Pace(), 0, []

        async def create() -> None:
            nonlocal at_once
            async with pace.turn():
                at_once += 1
                peaks.append(at_once)
                await asyncio.sleep(0)
                await asyncio.sleep(0)
                pace.accepted()
                at_once -= 1

        pace.throttled(0.0)
        assert pace.is_braked
        await asyncio.gather(*(create() for _ in range(40)))
        return peaks

    peaks = asyncio.run(run())
    assert peaks[0] == 1
    assert len(peaks) == 40
    assert max(peaks) > 4
