"""A fault that ends the program leaves a report beside the log, without the token."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.loopback import StandIn

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a fault is sent as a signal")


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
    assert server.token not in report


def test_a_quiet_run_leaves_an_empty_report(
    server: StandIn, photos: list[Path], tmp_path: Path
) -> None:
    child = start(server, tmp_path / "profile", photos[0])
    _, said = child.communicate(timeout=60)

    assert child.returncode == 0, said
    assert (tmp_path / "profile" / "logs" / "crash.log").read_bytes() == b""
