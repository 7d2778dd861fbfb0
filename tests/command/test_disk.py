"""A disk that is full, read-only or away while the program works: it waits, and nothing is lost."""

from __future__ import annotations

import json
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.command.at_work import AtWork, at_work, check_all_home, log_of
from tests.command.conftest import Run
from tests.loopback import StandIn

CELLS = ("--angle", "front_0", "--car", "Golf")
READ_ONLY = Path("/System" if sys.platform == "darwin" else "/sys/kernel")
"""A folder in which nobody can make a file, not even root."""

WAITS = "work waits for the disk: Gallery not writable: No file can be written to "


@pytest.fixture
def child(
    environment: dict[str, str], server: StandIn, photos: list[Path], profile: Path
) -> Iterator[AtWork]:
    """A batch at work; its one image is just being made."""
    server.seconds = 0.6
    words = ["batch", "--photo", photos[0], *CELLS, "--json", "--events", profile / "told.jsonl"]
    profile.mkdir()
    with at_work(words, environment) as child:
        server.wait_until(lambda: server.accepted == 1)
        yield child


def test_a_gallery_that_is_unplugged_is_waited_for(
    child: AtWork, server: StandIn, profile: Path, tmp_path: Path
) -> None:
    gallery, away = profile / "gallery", tmp_path / "away"
    gallery.rename(away)
    gallery.write_text("nothing is plugged in here")
    server.wait_until(lambda: WAITS in log_of(profile))
    server.wait_until(lambda: "carmp-desktop: Waiting until " in child.err)
    assert child.is_running
    assert [file for file in away.rglob("*") if file.is_file()] == []

    gallery.unlink()
    away.rename(gallery)

    ended = child.ended()
    assert ended.code == 0, ended.err
    assert ended.json["completed"] == 1
    check_all_home(profile, server, images=1)
    assert "the disk takes files again" in log_of(profile)


def test_folders_that_are_removed_are_made_anew(
    child: AtWork, server: StandIn, profile: Path
) -> None:
    shutil.rmtree(profile / "gallery")
    shutil.rmtree(profile / "incoming")

    assert child.ended().code == 0
    check_all_home(profile, server, images=1)


def test_a_folder_that_becomes_read_only_is_waited_for(
    child: AtWork, server: StandIn, profile: Path
) -> None:
    folder = profile / "gallery" / "Golf"
    folder.rmdir()
    folder.symlink_to(READ_ONLY)
    server.wait_until(lambda: WAITS in log_of(profile))
    assert child.is_running

    folder.unlink()

    assert child.ended().code == 0
    check_all_home(profile, server, images=1)


def test_a_full_disk_is_waited_for(child: AtWork, server: StandIn, profile: Path) -> None:
    fill(child)
    server.wait_until(lambda: "work waits for the disk" in log_of(profile))
    assert child.is_running
    assert torn(profile) == []

    make_room(child)

    ended = child.ended()
    assert ended.code == 0, ended.err
    check_all_home(profile, server, images=1)


def test_a_disk_without_one_free_byte_loses_nothing(
    child: AtWork, server: StandIn, profile: Path
) -> None:
    fill(child, room=0)
    server.wait_until(lambda: server.created[0].has_ended(server.now()))
    assert child.is_running
    assert torn(profile) == []

    make_room(child)

    ended = child.ended()
    assert ended.code == 0, ended.err
    assert "Traceback" not in ended.err
    check_all_home(profile, server, images=1)
    told = [json.loads(line)["ev"] for line in (profile / "told.jsonl").read_text().splitlines()]
    assert told[0] == "marketplaceBatchCreated"
    assert told[-1] == "marketplaceBatchCompleted"


def test_killed_on_a_full_disk_and_started_again_with_room(
    child: AtWork, server: StandIn, profile: Path, run: Run
) -> None:
    fill(child)
    server.wait_until(lambda: server.created[0].has_ended(server.now()))
    server.wait_until(lambda: "work waits for the disk" in log_of(profile))
    child.send(signal.SIGKILL)
    child.ended()

    resumed = run("resume", "--json")

    assert resumed.code == 0, resumed.err
    check_all_home(profile, server, images=1)


def test_a_disk_that_is_full_from_the_start_is_told_before_anything_is_bought(
    environment: dict[str, str], photos: list[Path], server: StandIn
) -> None:
    words = ["-m", "carmp_desktop", "batch", "--photo", str(photos[0]), *CELLS]
    ended = subprocess.run(
        ["sh", "-c", 'ulimit -f 0; exec "$@"', "sh", sys.executable, *words],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert ended.returncode == 2
    assert ended.stderr.startswith("carmp-desktop: Database not usable: ")
    assert "Check the free space" in ended.stderr
    assert server.count("upload") == server.accepted == 0


def test_a_read_only_gallery_is_told_before_anything_is_bought(
    batch: Run, profile: Path, server: StandIn
) -> None:
    profile.mkdir()
    (profile / "settings.json").write_text(json.dumps({"gallery": str(READ_ONLY)}))

    ended = batch(*CELLS)

    assert ended.code == 2
    assert ended.err.startswith("carmp-desktop: Gallery not writable: No file can be written to")
    assert "Choose another gallery folder" in ended.err
    assert len(ended.err.splitlines()) == 1
    assert server.count("upload") == server.accepted == 0


def fill(child: AtWork, room: int = 6000) -> None:
    """From now on the system takes no more than this of any file: smaller than an image."""
    _, hard = resource.prlimit(child.process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(child.process.pid, resource.RLIMIT_FSIZE, (room, hard))


def make_room(child: AtWork) -> None:
    """The system takes files of any size again."""
    _, hard = resource.prlimit(child.process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(child.process.pid, resource.RLIMIT_FSIZE, (hard, hard))


def torn(profile: Path) -> list[Path]:
    """Files in the gallery that are no whole image."""
    files = [path for path in (profile / "gallery").rglob("*") if path.is_file()]
    return [file for file in files if not file.read_bytes().endswith(b"IEND\xaeB`\x82")]
