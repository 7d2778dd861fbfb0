"""What is left when a fault of native code ends the program: every thread's stack, beside the log.

The report stays on this machine. It names files, functions and lines and never a value, so that no
token can be in it. What Python itself can still catch goes to the log instead.
"""

from __future__ import annotations

import faulthandler
from collections.abc import Callable
from pathlib import Path

_ENOUGH = 200_000
"""Bytes of older reports after which the file begins anew."""


def keep(file: Path) -> Callable[[], None]:
    """Append a report to ``file`` should a fault end this process; the answer ends that.

    Nothing happens where somebody has asked for such reports already, as a test runner does, or
    where the file cannot be written: a program without reports is better than none.
    """
    if faulthandler.is_enabled():
        return _nothing
    try:
        is_long = file.exists() and file.stat().st_size > _ENOUGH
        stream = file.open("wb" if is_long else "ab")
    except OSError:
        return _nothing
    faulthandler.enable(stream)

    def forget() -> None:
        faulthandler.disable()
        stream.close()

    return forget


def _nothing() -> None:
    """There is nothing to take back."""
