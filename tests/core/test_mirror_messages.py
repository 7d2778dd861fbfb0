"""What leaves this computer: as the schemas say, and never a local path."""

from __future__ import annotations

import base64
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from carmp_desktop.core.mirror.messages import MOST_THUMB_BYTES, message, without_paths
from carmp_desktop.core.problems import Problem
from carmp_desktop.core.store.outbox import OutboxRow
from tests.mirror_ws.contract import faults

RESULT = {"type": "color", "angleKey": "front_0", "colorKey": "red", "status": "completed"}
ROW = OutboxRow(
    seq=7,
    id="6f1c2a34-9d0b-4c55-8f0e-0123456789ab",
    ev="marketplaceJobUpdated",
    ts="2026-11-25T09:30:00.123456+00:00",
    data=json.dumps({"batchId": "b_1", "result": RESULT}),
)
HOME = ("/home/ann", "/srv/My Gallery")


def sent(row: OutboxRow) -> dict[str, Any]:
    said = json.loads(message(row, HOME))
    assert faults([said]) == []
    return said


def test_a_message_is_the_event_with_its_number(tmp_path: Path) -> None:
    thumb = tmp_path / "one.jpg"
    thumb.write_bytes(b"\xff\xd8 a thumbnail")
    asked = datetime.now(UTC) - timedelta(minutes=50)
    url = "https://replicate.delivery/one.png"

    said = sent(replace(ROW, thumb=thumb, image_url=url, asked_at=asked))

    assert (said["ev"], said["id"], said["seq"], said["ts"]) == (ROW.ev, ROW.id, 7, ROW.ts)
    result = said["data"]["result"]
    assert {key: result[key] for key in RESULT} == RESULT
    assert result["imageUrl"] == url
    kind, _, content = result["thumbUrl"].partition(",")
    assert kind == "data:image/jpeg;base64"
    assert base64.b64decode(content) == thumb.read_bytes()


@pytest.mark.parametrize(
    "gone",
    [
        {
            "image_url": "https://a.example/x.png",
            "asked_at": datetime.now(UTC) - timedelta(hours=2),
        },
        {"image_url": "file:///home/ann/x.png"},
        {"image_url": "data:image/png;base64,AAAA"},
        {"thumb": Path("/nowhere/at/all.jpg")},
    ],
)
def test_what_is_no_use_elsewhere_is_left_out(gone: dict[str, Any]) -> None:
    assert sent(replace(ROW, **gone))["data"]["result"] == RESULT


@pytest.mark.parametrize("content", [b"\xff\xd8" + bytes(MOST_THUMB_BYTES), b"no picture", b""])
def test_only_a_thumbnail_is_sent_as_one(tmp_path: Path, content: bytes) -> None:
    thumb = tmp_path / "one.jpg"
    thumb.write_bytes(content)

    assert sent(replace(ROW, thumb=thumb))["data"]["result"] == RESULT


def test_a_problem_is_told_without_the_folders_it_names() -> None:
    problem = Problem(
        code="x",
        title="Gallery not writable",
        sentence="The folder {folder} cannot be written: {error}.",
        action="Choose another one.",
        fields={"folder": "/srv/My Gallery/Audi A4", "error": "[Errno 28] '/srv/x y/z.png'"},
    )

    error = sent(replace(ROW, problem=problem))["data"]["result"]["error"]

    assert error == (
        "Gallery not writable: The folder Audi A4 cannot be written: [Errno 28] 'z.png'."
        " Choose another one."
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("no /home/ann/cars/x.png here", "no x.png here"),
        ("in /home/ann", "in …"),
        ("/home/anna/x", "x"),
        ("see file:///srv/a/b.png.", "see b.png."),
        ("~/cars/one.jpg", "one.jpg"),
        (r"at C:\Users\ann\x.png now", "at x.png now"),
        ("at C:/Users/ann/x.png", "at x.png"),
        (r"on \\server\share\x.png", "on x.png"),
        ("“/mnt/big disk/x.png” is full", "“x.png” is full"),
        ("https://a.example/b/c and/or 3/4 http://[::1]:80/x", None),
        ("ws://a.example:8/b, owner/model", None),
    ],
)
def test_paths_keep_their_last_name_and_addresses_stay(text: str, told: str | None) -> None:
    assert without_paths(text, HOME) == (text if told is None else told)
