"""What the command line tells besides its answer: progress, and who is there to hear it."""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.command.conftest import Run
from tests.loopback import Fault, StandIn
from tests.loopback.faults import NO_CREDIT

if sys.platform != "win32":
    import fcntl
    import termios

PROGRAM = (sys.executable, "-m", "carmp_desktop")
SIDE = ("--angle", "side_90", "--car", "Golf")
EVERYTHING = (
    *(word for key in ("front_0", "front_3_4", "side_90", "rear_180") for word in ("--angle", key)),
    *(
        word
        for key in ("black", "yellow", "white_pearl", "red_metallic", "blue_metallic")
        for word in ("--color", key)
    ),
)


def steps(err: str) -> list[str]:
    """The lines that count."""
    said = [line.removeprefix("carmp-desktop: ") for line in err.splitlines()]
    return [line for line in said if " of " in line]


def test_off_a_terminal_each_image_of_a_few_is_told_of(batch: Run) -> None:
    ended = batch(*SIDE, "--color", "black", "--json")

    assert steps(ended.err) == ["1 of 2: side_90", "2 of 2: side_90, black"]
    assert ended.json["completed"] == 2


def test_of_many_every_tenth_part_is_told(batch: Run) -> None:
    ended = batch(*EVERYTHING)

    assert steps(ended.err)[0] == "3 of 24 images"
    assert steps(ended.err)[-1] == "24 of 24 images"
    assert len(steps(ended.err)) == 10


def test_what_holds_up_many_is_told_once(batch: Run) -> None:
    ended = batch(*EVERYTHING, "--no-auto-colorize")

    assert ended.err.splitlines().count("carmp-desktop: Uploading photos") == 1


def test_what_fails_is_told_at_once_and_the_reason_once(batch: Run, server: StandIn) -> None:
    server.break_(Fault("create", "status", status=402, body=NO_CREDIT))

    ended = batch(*SIDE, "--angle", "front_0", "--json")

    assert ended.code == 1
    assert {line.partition(": ")[2] for line in steps(ended.err)} == {
        "side_90 failed",
        "front_0 failed",
    }

    in_words = batch(*SIDE, "--angle", "front_0")

    assert in_words.out.splitlines()[0] == "0 of 2 images completed."
    assert in_words.out.count("No credit left") == 1
    assert "  side_90; front_0: No credit left" in in_words.out


def test_what_was_made_before_is_not_told_of_again(batch: Run, run: Run, server: StandIn) -> None:
    server.break_(Fault("create", "status", status=402, body=NO_CREDIT, nth=2))
    assert batch(*SIDE, "--color", "black").code == 1

    again = run("retry")

    assert again.code == 0, again.err
    assert steps(again.err) == ["2 of 2: side_90, black"]
    nothing = run("retry", "--json")
    assert (nothing.code, nothing.json["completed"]) == (0, 2)


def refusals(
    server: StandIn, profile: Path, environment: dict[str, str]
) -> dict[str, Callable[[], None]]:
    """The ways to refuse a batch or all its images."""

    def no_budget() -> None:
        profile.mkdir()
        (profile / "settings.json").write_text(json.dumps({"budget": "0.01"}))

    def no_token() -> None:
        del environment["REPLICATE_API_TOKEN"]

    def no_credit() -> None:
        server.break_(Fault("create", "status", status=402, body=NO_CREDIT))

    return {"budget": no_budget, "token": no_token, "credit": no_credit}


@pytest.mark.parametrize(
    ("why", "said"),
    [("budget", "budget"), ("token", "set REPLICATE_API_TOKEN"), ("credit", "No credit left")],
)
def test_a_batch_without_images_leaves_no_folder(
    batch: Run, server: StandIn, profile: Path, environment: dict[str, str], why: str, said: str
) -> None:
    refusals(server, profile, environment)[why]()

    ended = batch(*SIDE, "--engine", "replicate")

    assert ended.code != 0
    assert said in ended.err + ended.out
    assert not list((profile / "gallery").glob("*"))


@pytest.mark.usefixtures("server")
def test_a_folder_that_somebody_has_made_stays(
    batch: Run, profile: Path, environment: dict[str, str]
) -> None:
    del environment["REPLICATE_API_TOKEN"]
    (profile / "gallery" / "Golf").mkdir(parents=True)

    assert batch(*SIDE, "--engine", "replicate").code == 2
    assert (profile / "gallery" / "Golf").is_dir()


def test_a_reader_who_leaves_early_is_no_mistake(environment: dict[str, str]) -> None:
    child = subprocess.Popen(
        [*PROGRAM, "presets"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert child.stdout is not None
    assert child.stderr is not None
    child.stdout.close()
    err = child.stderr.read()
    child.stderr.close()

    assert (child.wait(timeout=60), err) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
def test_an_answer_that_cannot_be_written_is_said(environment: dict[str, str]) -> None:
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            [*PROGRAM, "presets"],
            env=environment,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
            check=False,
        )

    assert ended.returncode == 2
    assert ended.stderr.startswith("carmp-desktop: Output not written: ")
    assert len(ended.stderr.splitlines()) == 1


def test_a_terminal_that_knows_few_letters_gets_an_answer(
    run: Run, environment: dict[str, str]
) -> None:
    environment["PYTHONIOENCODING"] = "ascii"

    ended = run("presets")

    assert ended.code == 0, ended.err
    assert r"Front (0\xb0)" in ended.out


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal that a program can hold")
@pytest.mark.parametrize(
    ("columns", "heads"),
    [
        (40, "Date Car Images US$"),
        (200, "Date Batch Car Engine Model Images Paid Failed Canceled US$"),
    ],
)
def test_a_terminal_gets_a_bar_and_a_table_of_its_width(
    environment: dict[str, str], photos: list[Path], columns: int, heads: str
) -> None:
    size = {**environment, "COLUMNS": str(columns), "LINES": "24", "PYTHONWARNINGS": "error"}
    made = on_a_terminal("batch", photos[0], *SIDE, environment=size)
    assert " 1 of 1 |" in made.replace("\r", "\n ")
    assert made.endswith(
        f"1 of 1 image completed.\r\nIt is in {size['CARMP_PROFILE']}/gallery/Golf\r\n"
    )

    table = on_a_terminal("ledger", environment=size).splitlines()

    assert table[0].split() == heads.split()
    assert all(len(line) <= columns for line in table)


def on_a_terminal(*words: object, environment: dict[str, str]) -> str:
    """All that the program writes where stdout and stderr are a terminal."""
    ours, theirs = os.openpty()
    fcntl.ioctl(
        theirs, termios.TIOCSWINSZ, struct.pack("4H", 24, int(environment["COLUMNS"]), 0, 0)
    )
    with subprocess.Popen(
        [*PROGRAM, *map(str, words)], env=environment, stdout=theirs, stderr=theirs
    ) as child:
        os.close(theirs)
        told = b"".join(iter(lambda: read(ours), b""))
    os.close(ours)
    assert child.returncode == 0, told
    return told.decode()


def read(terminal: int) -> bytes:
    """What comes next; nothing where the other side is closed, which Linux calls an error."""
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""
