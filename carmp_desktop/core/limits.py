"""Lifts the process's limit of open files: with no cap on jobs, each may hold a socket."""

from __future__ import annotations

import sys

_PLENTY = 65_536


def lift_file_limit() -> None:
    """Raise the soft limit of open files as far as the system allows; Windows has none."""
    if sys.platform == "win32":
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _PLENTY if hard == resource.RLIM_INFINITY else min(_PLENTY, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
