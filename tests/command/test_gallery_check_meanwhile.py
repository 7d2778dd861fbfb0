"""`carmp-desktop gallery check` while something else goes on: a batch, a kill, an interrupt."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PIL import Image

from tests.command.conftest import Run
from tests.loopback import StandIn


def _files(profile: Path) -> list[Path]:
    """The files that the rows name."""
    with closing(sqlite3.connect(profile / "carmp.db")) as database:
        return [Path(row[0]) for row in database.execute("SELECT file FROM images ORDER BY id")]


def test_an_interrupted_check_says_so(environment: dict[str, str], profile: Path) -> None:
    folder = profile / "gallery" / "Golf"
    folder.mkdir(parents=True)
    Image.new("RGB", (3000, 3000)).save(folder / "large.jpg")
    for number in range(300):
        (folder / f"{number}.jpg").hardlink_to(folder / "large.jpg")
    words = [sys.executable, "-m", "carmp_desktop", "gallery", "check"]
    child = subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, text=True)
    running = profile / "running"
    while not list(running.glob("*.lock")):
        assert child.poll() is None

    child.send_signal(signal.SIGINT)
    out, _ = child.communicate(timeout=30)

    assert (child.returncode, out) == (130, "")


@pytest.fixture
def at_work(
    environment: dict[str, str], server: StandIn, photos: list[Path]
) -> Iterator[subprocess.Popen[str]]:
    """A batch that another run is making: its angle is there, its color takes a minute."""
    words = [sys.executable, "-m", "carmp_desktop", "batch", "--photo", str(photos[0])]
    words += ["--angle", "front_0", "--color", "black", "--car", "Polo"]
    child = subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, text=True)
    try:
        server.wait_until(lambda: server.accepted == 1)
        server.seconds = 60
        server.wait_until(lambda: server.accepted == 2)
        yield child
    finally:
        child.send_signal(signal.SIGINT)
        child.communicate(timeout=30)


def test_a_batch_at_work_in_another_run_is_left_alone(
    run: Run, profile: Path, at_work: subprocess.Popen[str]
) -> None:
    polo = profile / "gallery" / "Polo" / "Polo_front_0.png"
    polo.write_bytes(b"what the other run is about to mend itself")
    (profile / "gallery" / "Polo" / ".Polo_front_0_black.part").write_bytes(b"half")

    ended = run("gallery", "check", "--repair")

    assert at_work.poll() is None
    assert ended.code == 0, ended.out
    assert "Left alone, because they are being made now: Polo." in ended.out
    assert polo.exists()


@pytest.mark.parametrize("instant", ["landing.renamed", "place.named", "keep.after_row"])
def test_what_waits_to_be_taken_up_is_no_stray(
    run: Run, batch: Run, profile: Path, server: StandIn, instant: str
) -> None:
    assert batch("--angle", "front_0", "--car", "Up", crash_at=instant).code == -9

    ended = run("gallery", "check", "--repair", "--json")

    assert ended.code == 0, ended.out
    assert (ended.json["found"], ended.json["onTheWay"]) == (0, 1)
    assert run("resume").code == 0
    assert [file.name for file in _files(profile)] == ["Up_front_0.png"]
    assert server.accepted == 1
    assert run("gallery", "check").out == "The gallery is in order: 1 image.\n"
