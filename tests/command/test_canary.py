"""A token planted like a canary: whatever repeats it, nothing that stays behind ever holds it."""

from __future__ import annotations

import base64
import signal
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote, quote_plus

import pytest

from tests.command.at_work import at_work, log_of
from tests.command.conftest import Run
from tests.loopback import Fault, StandIn

CANARY = "r8_canary+0123/456789&abcdefghijklmnopqrs"
CELLS = ("--angle", "front_0", "--color", "red_metallic")
WORDS = f"Authorization: Bearer {CANARY}"
PAGE = f"<html><body><pre>Traceback: headers={{'{WORDS}'}}</pre></body></html>"
ONE_ID = {
    "id": f"id-{CANARY}",
    "model": "google/nano-banana",
    "version": "hidden",
    "status": "processing",
    "input": {},
    "created_at": datetime.now(UTC).isoformat(),
    "urls": {},
}


def forms() -> Iterator[bytes]:
    """The token as it is, and as it would look inside an address, a header or a dump."""
    yield from {CANARY.encode(), quote(CANARY, safe="").encode(), quote_plus(CANARY).encode()}
    yield quote(CANARY, safe="").lower().encode()
    yield CANARY.replace("/", "\\/").encode()
    yield from (CANARY.encode("utf-16-le"), CANARY.encode().hex().encode())
    for shift in range(3):
        # Wherever it begins in what was encoded, these letters follow from the token alone.
        for encode in (base64.b64encode, base64.urlsafe_b64encode):
            yield encode(b"x" * shift + CANARY.encode())[4:-4]


FORMS = frozenset(forms())


@pytest.fixture(autouse=True)
def canary(server: StandIn, environment: dict[str, str], tmp_path: Path) -> None:
    """The token in force; what the program may leave in the folder for temporary files counts."""
    server.token = CANARY
    (tmp_path / "temporary").mkdir()
    environment |= server.env() | {"DEBUG_MP": "1", "TMPDIR": str(tmp_path / "temporary")}


def answers(route: str, status: int, body: object, **rest: Any) -> Fault:
    return Fault(route, "status", status=status, body=body, times=rest.pop("times", 1), **rest)


def test_pages_that_repeat_the_token_are_endured_and_not_kept(
    batch: Run, server: StandIn, tmp_path: Path
) -> None:
    server.break_(
        answers("upload", 500, PAGE),
        answers("create", 429, PAGE, headers={"Retry-After": "0"}),
        answers("get", 500, PAGE),
        answers("download", 500, PAGE),
    )

    ended = batch("--angle", "front_0", "--json", "--events", tmp_path / "events.jsonl")

    assert ended.code == 0, ended.err
    assert "[MP] submit batch" in ended.err
    check_silent(tmp_path, ended.out, ended.err)


def test_what_is_told_of_a_failure_is_told_without_the_token(
    batch: Run, server: StandIn, tmp_path: Path
) -> None:
    """A refusal, a failed model, an odd address, and a bug with its traceback in the log."""
    shown = f"{server.delivery_url}/file/nowhere?t={CANARY}"
    server.break_(
        answers("create", 400, {"detail": WORDS, "status": 400}, prompt="at the front"),
        Fault("create", "outcome", prompt="at the rear", outcome="failed", error=f"CUDA {WORDS}"),
        Fault("create", "outcome", prompt="profile", output=shown),
        answers("create", 201, ONE_ID, prompt="eye height", times=2),
    )
    angles = ("front_0", "rear_180", "side_90", "front_3_4", "rear_3_4")
    chosen = [word for angle in angles for word in ("--angle", angle)]

    ended = batch(*chosen, "--json", "--events", tmp_path / "events.jsonl")

    assert ended.code == 1
    assert ended.json["failed"] == 5
    errors = {image["angleKey"]: image["error"] for image in ended.json["images"]}
    assert "Bearer [token]" in errors["front_0"]
    assert "Bearer [token]" in errors["rear_180"]
    assert "Result expired" in errors["side_90"]
    log = log_of(tmp_path / "profile")
    assert "Traceback" in log
    assert "RuntimeError: prediction id-[token] was given to two requests" in log
    check_silent(tmp_path, ended.out, ended.err)


def test_a_refused_token_is_told_without_it(batch: Run, server: StandIn, tmp_path: Path) -> None:
    server.break_(answers("upload", 401, {"detail": WORDS, "status": 401}))

    ended = batch("--angle", "front_0", "--events", tmp_path / "events.jsonl")

    assert ended.code == 1
    assert "Token not accepted" in ended.out
    check_silent(tmp_path, ended.out, ended.err)


def test_neither_is_it_after_a_kill_and_after_the_next_start(
    run: Run,
    environment: dict[str, str],
    server: StandIn,
    photos: list[Path],
    tmp_path: Path,
) -> None:
    held = Fault("download", "stalled", nth=2)
    server.break_(held)
    words = ["batch", "--photo", photos[0], *CELLS, "--events", tmp_path / "events.jsonl"]
    with at_work(words, environment) as child:
        server.wait_until(lambda: held.applied == 1)
        child.send(signal.SIGKILL)
        killed = child.ended()
    assert (tmp_path / "profile" / "carmp.db-wal").stat().st_size > 0
    check_silent(tmp_path, killed.out, killed.err)

    resumed = run("resume", "--json")

    assert resumed.code == 0, resumed.err
    check_silent(tmp_path, resumed.out, resumed.err)


def test_the_search_finds_what_it_is_for(tmp_path: Path) -> None:
    for number, hidden in enumerate(sorted(FORMS)):
        (tmp_path / str(number)).write_bytes(b"before" + hidden + b"after")

    assert len(found_in(tmp_path)) == len(FORMS)


def check_silent(folder: Path, *said: str) -> None:
    """The token is in no file anywhere below ``folder``, and in nothing that was said."""
    assert found_in(folder) == []
    for text in said:
        assert not [form for form in FORMS if form in text.encode()]


def found_in(folder: Path) -> list[Path]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files
    return [file for file in files if any(form in file.read_bytes() for form in FORMS)]
