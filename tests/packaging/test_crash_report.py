"""A fault that ends the program leaves a report beside the log, without the token."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from carmp_desktop import __version__
from tests.loopback import StandIn

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a fault is sent as a signal")


HEADING = re.compile(
    r"--- (?P<moment>.+), Car Marketplace (?P<version>\S+), process (?P<process>\d+) ---\n"
)
STACK = "Fatal Python error: Aborted\n\nCurrent thread 0x1 (most recent call first):\n"


def start(server: StandIn, profile: Path, photo: Path) -> subprocess.Popen[str]:
    environment = {**os.environ, **server.env(), "CARMP_PROFILE": str(profile)}
    environment.pop("PYTHONFAULTHANDLER", None)
    words = ["batch", "--photo", str(photo), "--angle", "front_0"]
    return subprocess.Popen(
        [sys.executable, "-m", "carmp_desktop", *words],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_fault_leaves_a_report_without_the_token(
    server: StandIn, photos: list[Path], tmp_path: Path
) -> None:
    server.seconds = 60
    child = start(server, tmp_path / "profile", photos[0])
    server.wait_until(lambda: server.accepted == 1)

    child.send_signal(signal.SIGBUS)
    child.communicate(timeout=30)

    assert child.returncode == -signal.SIGBUS
    report = (tmp_path / "profile" / "logs" / "crash.log").read_text(encoding="utf-8")
    assert "Fatal Python error: Bus error" in report
    assert "run_command" in report
    heading = HEADING.match(report)
    assert heading is not None, report
    assert heading["version"] == __version__
    assert datetime.fromisoformat(heading["moment"]).tzinfo is not None
    assert int(heading["process"]) == child.pid
    assert server.token not in report


def test_a_quiet_run_leaves_an_empty_report(
    server: StandIn, photos: list[Path], tmp_path: Path
) -> None:
    child = start(server, tmp_path / "profile", photos[0])
    _, said = child.communicate(timeout=60)

    assert child.returncode == 0, said
    assert (tmp_path / "profile" / "logs" / "crash.log").read_bytes() == b""


def test_headings_of_runs_that_were_killed_do_not_pile_up(
    server: StandIn, photos: list[Path], tmp_path: Path
) -> None:
    logs = tmp_path / "profile" / "logs"
    logs.mkdir(parents=True)
    report = logs / "crash.log"
    killed = [
        f"--- 2026-11-2{n} 10:00:00+00:00, Car Marketplace 1.0, process {n} ---\n" for n in range(9)
    ]
    report.write_text(f"{STACK}{killed[0]}{STACK}{''.join(killed[1:])}", encoding="utf-8")

    child = start(server, tmp_path / "profile", photos[0])
    _, said = child.communicate(timeout=60)

    assert child.returncode == 0, said
    kept = "".join(killed[-4:])  # as they may be of runs that are at work now
    assert report.read_text(encoding="utf-8") == f"{STACK}{killed[0]}{STACK}{kept}"
