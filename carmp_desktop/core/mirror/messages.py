"""What leaves this computer: one event as the text that the remote receives.

No local path is in it. An image is named by the service's own address while it lives, a thumbnail
is in the message itself, and error texts lose the folders that they name.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath, PureWindowsPath

from carmp_desktop.core.engines.replicate.fulfilment import RESULT_LIVES
from carmp_desktop.core.problems import Problem
from carmp_desktop.core.store.outbox import OutboxRow

MOST_THUMB_BYTES = 64 * 1024
"""A thumbnail fits 256×256 and has a third of this; a larger file is no thumbnail of ours."""

_REST = r"[^\s\"'”’<>|]*"
_QUOTED_PATH = re.compile(r"""(?<=["'“‘])(?:/|~/|[A-Za-z]:[\\/]|\\\\)[^"'”’\n]*""")
_PATH = re.compile(
    r"(?:\bfile:/+|(?<![\w:/.])~?/(?=\w)|(?<!\w)[A-Za-z]:[\\/](?!/)|\\\\(?=\w))" + _REST
)


def message(row: OutboxRow, folders: Sequence[str] = ()) -> str:
    """The JSON text of an event, as the remote gets it; reads its thumbnail, so it may block.

    ``folders`` are local ones that no text may name.
    """
    data = json.loads(row.data)
    if "result" in data:
        made = {
            "imageUrl": _living(row.image_url, row.asked_at),
            "thumbUrl": _thumb_url(row.thumb),
            "error": _told(row.problem, folders),
        }
        data["result"].update({key: value for key, value in made.items() if value is not None})
    said = {"ev": row.ev, "data": data, "id": row.id, "seq": row.seq, "ts": row.ts}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def without_paths(text: str, folders: Sequence[str] = ()) -> str:
    """A text in which every local path is but its last name."""
    for folder in sorted(filter(None, folders), key=len, reverse=True):
        text = re.sub(rf"{re.escape(folder)}([/\\]{_REST}|(?!\w))", _last_below, text)
    text = _QUOTED_PATH.sub(_last_name, text)
    return _PATH.sub(_last_name, text)


def _last_name(found: re.Match[str]) -> str:
    return PureWindowsPath(found.group().removeprefix("file:")).name or "…"


def _last_below(found: re.Match[str]) -> str:
    return PureWindowsPath(found.group(1)).name or "…"


def _living(url: str | None, asked_at: datetime | None) -> str | None:
    """A service's address of an image, None where it has none or holds it no longer."""
    if url is None or not url.startswith(("https://", "http://")):
        return None
    if asked_at is not None and datetime.now(UTC) > asked_at + RESULT_LIVES:
        return None
    return url


def _thumb_url(thumb: Path | None) -> str | None:
    """A thumbnail as a ``data:`` URL, None where its file is gone."""
    if thumb is None:
        return None
    try:
        with thumb.open("rb") as file:
            content = file.read(MOST_THUMB_BYTES + 1)
    except OSError:
        return None
    if not content.startswith(b"\xff\xd8") or len(content) > MOST_THUMB_BYTES:
        return None
    return f"data:image/jpeg;base64,{base64.b64encode(content).decode('ascii')}"


def _told(problem: Problem | None, folders: Sequence[str]) -> str | None:
    if problem is None:
        return None
    fields = {name: _field(value) for name, value in problem.fields.items()}
    return without_paths(replace(problem, fields=fields).describe(), folders)


def _field(value: str) -> str:
    """A field's value; one that is a path as a whole keeps its last name, blanks included."""
    is_path = PurePosixPath(value).is_absolute() or PureWindowsPath(value).is_absolute()
    return (PureWindowsPath(value).name or "…") if is_path else value
