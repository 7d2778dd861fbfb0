"""Spares the network library a search of the disk for another event loop, at every request.

httpcore asks the package `sniffio` which kind of loop runs, and takes asyncio for granted where
that is not installed. Python remembers what it has found and never what it has not, so the whole
path is searched each time: with 500 images at once that was 40 % of the core thread's busy time.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec

_SOUGHT = "sniffio"


def spare_the_search() -> None:
    """Let Python remember that the package is not installed; where it is, nothing changes."""
    if _SOUGHT not in sys.modules and find_spec(_SOUGHT) is None:
        sys.modules[_SOUGHT] = None  # type: ignore[assignment]  # as the import system allows
