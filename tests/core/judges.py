"""Programs that we did not write, asked about files that we did: exiftool, ImageMagick, unzip."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Pixels:
    """What ImageMagick says of a file that it decoded whole."""

    format: str
    width: int
    height: int
    quality: int
    has_alpha: bool


def exiftool(files: Iterable[Path]) -> dict[Path, dict[str, Any]]:
    """All tags of files, by group and name."""
    paths = [str(file) for file in files]
    said = _run("exiftool", "-json", "-G1", "-a", "-u", "-charset", "utf8", *paths)
    return {Path(tags["SourceFile"]): tags for tags in json.loads(said)}


def identify(files: Iterable[Path]) -> dict[Path, Pixels]:
    """What files hold; a file that does not decode to its end fails the test."""
    paths = [str(file) for file in files]
    # Quiet, for it warns of every XMP in a WebP, of exiftool's own too.
    said = _run("identify", "-quiet", "-format", r"%m %w %h %Q %A %i\n", *paths)
    found = {}
    for line in said.splitlines():
        kind, width, height, quality, alpha, path = line.split(" ", 5)
        has_alpha = alpha not in ("False", "Undefined")
        found[Path(path)] = Pixels(kind, int(width), int(height), int(quality), has_alpha)
    return found


def unzip(archive: Path, folder: Path) -> None:
    """Test a ZIP file, then unpack it."""
    _run("unzip", "-tqq", str(archive))
    _run("unzip", "-qq", str(archive), "-d", str(folder))


def _run(*words: str) -> str:
    ended = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout
