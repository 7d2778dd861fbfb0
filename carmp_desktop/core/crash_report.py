"""What is left when a fault of native code ends the program: every thread's stack, beside the log.

The report stays on this machine. It names files, functions and lines and never a value, so that no
token can be in it. What Python itself can still catch goes to the log instead.

The stacks are written by a handler that knows no clock, so each run writes a heading for them when
it starts, and takes it away when it ends in peace.
"""

from __future__ import annotations

import faulthandler
import os
import re
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from carmp_desktop import __version__

_ENOUGH = 200_000
"""Bytes of older reports after which the file begins anew."""

_MAY_RUN = 4
"""So many of the newest headings without stacks may be those of runs that are at work now."""

_HEADING = re.compile(rb"^--- .+ ---\r?\n", re.MULTILINE)


def keep(file: Path) -> Callable[[], None]:
    """Append a report to ``file`` should a fault end this process; the answer ends that.

    Nothing happens where somebody has asked for such reports already, as a test runner does, or
    where the file cannot be written: a program without reports is better than none.
    """
    if faulthandler.is_enabled():
        return _nothing
    heading = _heading()
    try:
        is_long = file.exists() and file.stat().st_size > _ENOUGH
        if not is_long:
            _drop(file, _left_behind)
        stream = file.open("wb" if is_long else "ab", buffering=0)
    except OSError:
        return _nothing
    with suppress(OSError):  # the disk may be full now, and have room when a fault comes
        stream.write(heading)
    faulthandler.enable(stream)

    def forget() -> None:
        faulthandler.disable()
        stream.close()
        with suppress(OSError):
            _drop(file, lambda bare: [each for each in bare if each == heading])

    return forget


def _heading() -> bytes:
    """What stands above the stacks of this run: when it started, its version and its process."""
    moment = datetime.now().astimezone().isoformat(" ", "seconds")
    return f"--- {moment}, Car Marketplace {__version__}, process {os.getpid()} ---\n".encode()


def _left_behind(bare: list[bytes]) -> list[bytes]:
    """The headings of runs that were killed, but for the newest ones."""
    return bare[:-_MAY_RUN]


def _drop(file: Path, which: Callable[[list[bytes]], list[bytes]]) -> None:
    """Take headings out of a report; ``which`` chooses among those without stacks, oldest first.

    The file stays the same one, as other runs may be about to append to it. Raises `OSError`.
    """
    if not file.exists():
        return
    report = file.read_bytes()
    places = [found.start() for found in _HEADING.finditer(report)]
    first, *entries = (
        report[start:end] for start, end in zip([0, *places], [*places, len(report)], strict=True)
    )
    bare = [entry for entry in entries if not _HEADING.sub(b"", entry).strip()]
    dropped = set(which(bare))
    if dropped:
        with file.open("r+b") as stream:
            stream.write(first + b"".join(entry for entry in entries if entry not in dropped))
            stream.truncate()


def _nothing() -> None:
    """There is nothing to take back."""
