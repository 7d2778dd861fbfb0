"""The mirror of `batch` and `resume`: every event arrives, over kills and outages, in order."""

from __future__ import annotations

import json
import re
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.command.conftest import Run
from tests.loopback import StandIn
from tests.loopback.certificate import make_certificate
from tests.mirror_ws.background import Background
from tests.mirror_ws.contract import DOCS, faults
from tests.mirror_ws.receivers import SYSTEM_MODULES, PythonReceiver

TWO_BY_ONE = ("--angle", "front_0", "--angle", "side_90", "--color", "red_metallic")
KILLED = -9
MODULES = DOCS.parent / "tests" / "mirror_ws"
"""Where Node finds ``ws``."""
Message = dict[str, Any]


@pytest.fixture
def remote(environment: dict[str, str]) -> Iterator[Background]:
    with Background(PythonReceiver()) as receiving:
        environment["CARMP_MIRROR_URL"] = receiving.url
        yield receiving


def waiting(profile: Path) -> list[int]:
    with closing(sqlite3.connect(profile / "carmp.db")) as database:
        return [seq for (seq,) in database.execute("SELECT seq FROM outbox ORDER BY seq")]


def last_number(profile: Path) -> int:
    with closing(sqlite3.connect(profile / "carmp.db")) as database:
        [(last,)] = database.execute("SELECT seq FROM sqlite_sequence WHERE name = 'outbox'")
    return int(last)


def short(event: Message) -> tuple[str, str]:
    """An event by its cell and what became of it."""
    result = event["data"].get("result", {})
    cell = f"{result.get('angleKey')} {result.get('colorKey')}" if result else ""
    return cell, result.get("status", event["ev"])


def by_cell(events: list[Message]) -> dict[str, list[str]]:
    """What happened to each cell, and to the batch, in order."""
    told: dict[str, list[str]] = {}
    for cell, what in map(short, events):
        told.setdefault(cell, []).append(what)
    return told


def test_every_event_is_told_and_nothing_local_with_it(
    batch: Run, remote: Background, server: StandIn, profile: Path, tmp_path: Path
) -> None:
    file = tmp_path / "events.jsonl"

    ended = batch(*TWO_BY_ONE, "--events", file)

    assert ended.code == 0, ended.err
    assert waiting(profile) == []
    messages = remote.messages(last_number(profile))
    assert [message["seq"] for message in messages] == list(range(1, len(messages) + 1))
    assert faults(messages) == []
    events = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert by_cell(messages) == by_cell(events)
    assert str(tmp_path) not in json.dumps(messages)
    assert "file:" not in json.dumps(messages)
    done = [message["data"]["result"] for message in messages if short(message)[1] == "completed"]
    assert len(done) == 4
    assert all(result["imageUrl"].startswith(server.delivery_url) for result in done)
    assert all(result["thumbUrl"].startswith("data:image/jpeg;base64,") for result in done)


def test_what_fails_is_told_with_its_reason(
    batch: Run, remote: Background, profile: Path, environment: dict[str, str]
) -> None:
    environment["REPLICATE_API_TOKEN"] = "r8_of_somebody_else"

    assert batch("--angle", "front_0").code == 1

    messages = remote.messages(last_number(profile))
    assert faults(messages) == []
    assert short(messages[-2])[1] == "failed"
    assert messages[-2]["data"]["result"]["error"]
    assert "r8_of_somebody_else" not in json.dumps(messages)


def test_the_window_tells_as_the_command_does(
    run: Run, photos: list[Path], remote: Background, profile: Path
) -> None:
    wanted = ("--photo", photos[0], "--angle", "front_0", "--generate", "--quit-when-done")
    assert run(*wanted).code == 0
    assert run("resume").code == 0

    messages = remote.messages(last_number(profile))
    assert [message["seq"] for message in messages] == list(range(1, len(messages) + 1))
    assert faults(messages) == []
    told = by_cell(messages)
    assert told[""] == ["marketplaceBatchCreated", "marketplaceBatchCompleted"]
    assert told["front_0 None"][-2:] == ["processing", "completed"]
    assert waiting(profile) == []


@pytest.mark.parametrize("instant", ["batch.after_row", "keep.after_row:2", "batch.after_end"])
def test_killed_in_the_middle_the_rest_arrives_after_the_next_start(
    batch: Run, run: Run, remote: Background, profile: Path, instant: str
) -> None:
    assert batch(*TWO_BY_ONE, crash_at=instant).code == KILLED

    assert run("resume").code == 0

    assert waiting(profile) == []
    messages = remote.messages(last_number(profile))
    assert [message["seq"] for message in messages] == list(range(1, len(messages) + 1))
    told = by_cell(messages)
    assert told.pop("") == ["marketplaceBatchCreated", "marketplaceBatchCompleted"]
    assert len(told) == 4
    for statuses in told.values():
        assert statuses[-1] == "completed"
        assert statuses.count("completed") == 1


def test_an_outage_holds_up_nothing_and_ends_at_the_next_start(
    batch: Run, run: Run, environment: dict[str, str], profile: Path
) -> None:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        environment["CARMP_MIRROR_URL"] = f"ws://127.0.0.1:{bound.getsockname()[1]}/"
        assert batch("--angle", "front_0").code == 0
    last = last_number(profile)
    assert waiting(profile) == list(range(1, last + 1))

    with Background(PythonReceiver()) as remote:
        environment["CARMP_MIRROR_URL"] = remote.url
        assert run("resume").code == 0
        messages = remote.messages(last)

    assert faults(messages) == []
    assert short(messages[0])[1] == "marketplaceBatchCreated"
    assert short(messages[-1])[1] == "marketplaceBatchCompleted"
    assert waiting(profile) == []


def test_encrypted_with_the_token_and_the_certificates_of_the_system(
    batch: Run, environment: dict[str, str], profile: Path, tmp_path: Path
) -> None:
    receiver = PythonReceiver()
    receiver.tls, authority = make_certificate(tmp_path)
    with Background(receiver) as remote:
        assert remote.url.startswith("wss://")
        environment |= {
            "CARMP_MIRROR_URL": remote.url,
            "CARMP_MIRROR_TOKEN": "sesame",
            "SSL_CERT_FILE": str(authority),
        }
        assert batch("--angle", "front_0").code == 0
        remote.messages(last_number(profile))

    assert receiver.headers[0]["authorization"] == "Bearer sesame"
    written = [file for file in profile.rglob("*") if file.is_file()]
    assert not [file for file in written if b"sesame" in file.read_bytes()]


@contextmanager
def listening(words: list[str], environment: dict[str, str], port: int) -> Iterator[None]:
    """A receiver of the page as a process of its own, from when it answers to the block's end."""
    process = subprocess.Popen(words, env=environment, cwd=MODULES)
    try:
        deadline = time.monotonic() + 20
        while True:
            try:
                socket.create_connection(("127.0.0.1", port)).close()
                break
            except ConnectionRefusedError:
                assert process.poll() is None
                assert time.monotonic() < deadline
                time.sleep(0.02)
        yield
    finally:
        process.terminate()
        process.wait()


@pytest.mark.parametrize(
    ("language", "command"),
    [("python", [sys.executable, "-c"]), ("js", ["node", "-e"])],
)
def test_the_receivers_of_the_page_take_it_all_once(
    batch: Run,
    environment: dict[str, str],
    profile: Path,
    tmp_path: Path,
    language: str,
    command: list[str],
) -> None:
    page = (DOCS / "mirror.md").read_text(encoding="utf-8")
    [code] = re.findall(rf"```{language}\n(.*?)```", page, re.DOTALL)
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        port = bound.getsockname()[1]
    file = tmp_path / "events.jsonl"
    own = {
        "NODE_PATH": SYSTEM_MODULES,
        **environment,
        "PORT": str(port),
        "TOKEN": "sesame",
        "EVENTS": str(file),
    }
    environment |= {"CARMP_MIRROR_URL": f"ws://127.0.0.1:{port}/", "CARMP_MIRROR_TOKEN": "sesame"}
    for angle in ("front_0", "side_90"):
        with listening([*command, code], own, port):
            assert batch("--angle", angle).code == 0
            assert waiting(profile) == []

    events = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert [event["seq"] for event in events] == list(range(1, last_number(profile) + 1))
    assert len(code.splitlines()) <= 36
