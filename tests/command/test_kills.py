"""The program is killed at every named instant, and started again: nothing lost, nothing twice."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from PIL import Image

from carmp_desktop.core.crash_points import NAMES
from tests.command.conftest import Run
from tests.loopback import Fault, StandIn

ON_THE_WAY = [
    name
    for name in NAMES
    if not name.startswith(("lookup.", "cancel.", "resume.", "reopen.", "end.", "place.copied"))
    and name not in ("create.throttled", "create.refused", "create.unknown_written")
]
"""Instants that every batch passes."""

AFTER_A_LOST_ANSWER = ["create.unknown_written", "lookup.before", "lookup.listed", "lookup.found"]
AT_THE_NEXT_START = ["resume.claimed", "resume.loaded", "resume.told"]


def check_whole(profile: Path, server: StandIn, *, images: int) -> None:
    """Every image that was paid for is in the gallery, whole and once; nothing else is there."""
    assert server.bought_twice() == []
    assert server.accepted == images
    files = sorted((profile / "gallery").rglob("*.*"))
    bodies = sorted(file.read_bytes() for file in files)
    assert bodies == sorted(server.image_of(made.id) for made in server.judged)
    for file in files:
        with Image.open(file) as picture:
            picture.load()
    assert list((profile / "incoming").iterdir()) == []
    with sqlite3.connect(profile / "carmp.db") as database:
        kept = {row[0] for row in database.execute("SELECT file FROM images")}
        assert kept == {str(file) for file in files}
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    database.close()


@pytest.mark.parametrize("name", ON_THE_WAY)
def test_killed_anywhere_on_the_way(
    batch: Run, run: Run, server: StandIn, profile: Path, name: str
) -> None:
    killed = batch("--angle", "front_0", "--color", "red_metallic", crash_at=name)
    assert killed.code == -9, f"{name} was never passed"
    if name == "batch.before_row":
        assert server.accepted == 0
        return

    resumed = run("resume", "--json")

    assert resumed.code == 0, resumed.err
    check_whole(profile, server, images=2)


@pytest.mark.parametrize("name", AFTER_A_LOST_ANSWER)
def test_killed_while_a_lost_answer_is_looked_for(
    batch: Run, run: Run, server: StandIn, profile: Path, name: str
) -> None:
    server.break_(Fault("create", "answer_lost", times=1))
    killed = batch("--angle", "front_0", crash_at=name)
    assert killed.code == -9

    assert run("resume", "--json").code == 0
    check_whole(profile, server, images=1)


@pytest.mark.parametrize("name", AT_THE_NEXT_START)
def test_killed_again_while_taking_up(
    batch: Run, run: Run, server: StandIn, profile: Path, name: str
) -> None:
    assert batch("--angle", "front_0", crash_at="create.after_answer").code == -9
    assert run("resume", crash_at=name).code == -9

    assert run("resume", "--json").code == 0
    check_whole(profile, server, images=1)


def test_nothing_is_resumed_twice(batch: Run, run: Run, server: StandIn, profile: Path) -> None:
    assert batch("--angle", "front_0").code == 0

    resumed = run("resume")

    assert (resumed.code, resumed.out.strip()) == (0, "Nothing was interrupted.")
    check_whole(profile, server, images=1)
