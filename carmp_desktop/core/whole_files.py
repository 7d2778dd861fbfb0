"""Puts a file in its place whole: a reader sees all of it or none, however many threads write."""

from __future__ import annotations

import tempfile
from pathlib import Path


def put_whole(target: Path, body: bytes) -> None:
    """Write ``body`` beside ``target`` under a name of its own, then move it there."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=target.parent, suffix=".part", delete=False) as file:
        part = Path(file.name)
        try:
            file.write(body)
            file.close()
            part.replace(target)
        except OSError:
            file.close()
            part.unlink(missing_ok=True)
            raise
