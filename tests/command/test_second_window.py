"""One window to a profile, with real processes: started twice, killed, stopped, started at once."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from carmp_desktop.core.paths import Profile
from carmp_desktop.qt.presence.single_window import address, claim
from tests.command.conftest import Run

Child = subprocess.Popen[str]
Start = Callable[..., Child]
PATIENCE = 60.0


def until(is_so: Callable[[], object]) -> None:
    late = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < late, "it never came"
        time.sleep(0.02)


def told(profile: Path, words: str) -> int:
    """How often the log of the profile says something."""
    with suppress(FileNotFoundError):
        return (profile / "logs" / "carmp.log").read_text(encoding="utf-8").count(words)
    return 0


def listening(profile: Path) -> int:
    return told(profile, "listening for later starts")


def state(profile: Path) -> dict[str, tuple[int, int]]:
    """Every file of a profile that a window at rest leaves alone: its size and when it changed."""
    files = [file for file in profile.rglob("*") if file.is_file()]
    return {
        str(file.relative_to(profile)): (file.stat().st_size, file.stat().st_mtime_ns)
        for file in files
        if file.parent.name not in ("logs", "sheets")
    }


@pytest.fixture
def start(environment: dict[str, str], profile: Path) -> Iterator[Start]:
    """Starts the program and goes on; at the end each is killed."""
    children: list[Child] = []

    def start_program(*arguments: object) -> Child:
        words = [sys.executable, "-m", "carmp_desktop", *map(str, arguments)]
        pipe = subprocess.PIPE
        children.append(
            subprocess.Popen(words, env=environment, stdout=pipe, stderr=pipe, text=True)
        )
        return children[-1]

    yield start_program
    for child in children:
        child.kill()
        child.communicate()
    if profile.exists():
        Path(address(Profile.at(profile))).unlink(missing_ok=True)


@pytest.fixture
def first(start: Start, profile: Path) -> Child:
    """A window that is open and listens."""
    child = start()
    until(lambda: listening(profile))
    return child


def test_files_and_folders_open_in_the_first_window(
    first: Child, run: Run, profile: Path, photos: list[Path], draw_photo: Callable[..., Path]
) -> None:
    folder = draw_photo("folder/third.jpg").parent

    ended = run(*photos, folder)

    assert (ended.code, ended.out, ended.err) == (0, "", "")
    assert told(profile, "a later start hands over photos: 3") == 1
    thumbs = profile / "cache" / "thumbs"
    until(lambda: len([file for file in thumbs.rglob("*.jpg") if file.is_file()]) == 3)
    assert first.poll() is None
    assert listening(profile) == 1


def test_files_opened_by_a_first_start_are_its_photos(
    run: Run, profile: Path, photos: list[Path], tmp_path: Path
) -> None:
    picture = tmp_path / "window.png"

    ended = run("--screenshot", picture, "--quit-when-done", *photos)

    assert ended.code == 0, ended.err
    assert picture.stat().st_size
    assert len(list((profile / "cache" / "thumbs").rglob("*.jpg"))) == 2


@pytest.mark.usefixtures("first")
def test_a_second_start_changes_nothing(run: Run, profile: Path) -> None:
    until((profile / "cache" / "sheets").exists)
    before = state(profile)

    ended = run()

    assert ended.code == 0
    assert told(profile, "a later start hands over photos: 0") == 1
    assert state(profile) == before


@pytest.mark.usefixtures("first")
def test_what_is_not_passed_on_is_said(run: Run, photos: list[Path], tmp_path: Path) -> None:
    picture = tmp_path / "window.png"

    ended = run(photos[0], "--angle", "front_0", "--generate", "--screenshot", picture)

    assert ended.code == 0
    assert ended.err.strip() == (
        "carmp-desktop: The window is open already and was handed the photos only, "
        "not --angle, --generate, --screenshot."
    )
    assert not picture.exists()


@pytest.mark.usefixtures("first")
def test_a_second_start_imports_nothing_heavy(environment: dict[str, str]) -> None:
    program = (
        "import sys; from carmp_desktop.__main__ import main; code = main([]); "
        "print(code, [name for name in ('PIL', 'numpy', 'httpx', 'sqlite3', 'qasync', "
        "'PySide6.QtWidgets', 'carmp_desktop.core.marketplace') if name in sys.modules])"
    )

    said = subprocess.run(
        [sys.executable, "-c", program],
        env=environment, capture_output=True, text=True, timeout=PATIENCE, check=True,
    )  # fmt: skip

    assert said.stdout.strip() == "0 []"


def test_after_a_killed_window_the_next_start_works(
    first: Child, start: Start, run: Run, profile: Path, photos: list[Path]
) -> None:
    first.kill()
    first.wait()
    assert Path(address(Profile.at(profile))).exists(), "it had no time to take its socket away"

    start()
    until(lambda: listening(profile) == 2)

    assert run(photos[0]).code == 0
    assert told(profile, "a later start hands over photos: 1") == 1


def test_of_several_started_at_once_exactly_one_opens(start: Start, profile: Path) -> None:
    children = [start() for _ in range(3)]

    until(lambda: sum(child.poll() is not None for child in children) == 2)

    ended = [child for child in children if child.poll() is not None]
    assert [child.returncode for child in ended] == [0, 0]
    assert listening(profile) == 1
    assert told(profile, "a later start hands over photos: 0") == 2


def test_a_start_while_the_window_is_closing_becomes_the_window(
    start: Start, profile: Path, photos: list[Path]
) -> None:
    lock = claim(Profile.at(profile), ())
    assert lock is not None
    where = address(Profile.at(profile))
    with socket.socket(socket.AF_UNIX) as closing:
        closing.bind(where)
        closing.listen()
        second = start(photos[0])
        connection, _ = closing.accept()
        connection.close()
        assert not listening(profile)

    lock.release()

    until(lambda: listening(profile))
    assert second.poll() is None
    until(lambda: len(list((profile / "cache" / "thumbs").rglob("*.jpg"))) == 1)


def test_a_window_that_does_not_answer_is_told_of(first: Child, run: Run, profile: Path) -> None:
    os.kill(first.pid, signal.SIGSTOP)
    before = state(profile)

    ended = run()

    assert ended.code == 2
    assert ended.err.strip() == (
        f"carmp-desktop: Already open: The window that is open on the profile {profile} does not "
        "answer. Wait a moment and start again, or end that program first."
    )
    assert state(profile) == before


def test_a_profile_that_cannot_be_used_is_told_of(run: Run, profile: Path) -> None:
    profile.write_text("a file where the folder should be")

    ended = run()

    assert ended.code == 2
    assert f"The folder {profile} cannot be used" in ended.err


def test_another_profile_has_a_window_of_its_own(
    first: Child, run: Run, profile: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"

    ended = run("--profile", other, "--quit-when-done")

    assert ended.code == 0
    assert listening(other) == listening(profile) == 1
    assert first.poll() is None


def test_a_command_is_not_taken_for_a_file(run: Run, tmp_path: Path, profile: Path) -> None:
    ended = run("presets")
    assert "Angles (" in ended.out

    ended = run("--quit-when-done", tmp_path / "none.jpg", "--", "batch")
    assert ended.code == 0
    assert listening(profile) == 1
