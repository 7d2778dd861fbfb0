"""Who is at work: each run of the program holds a lock that the system lets go of when it dies.

A batch names the run that works on it. Whether that run still lives is asked of the operating
system, so a killed program leaves nothing behind that must be guessed at.
"""

from __future__ import annotations

from pathlib import Path

from filelock import FileLock, Timeout

from carmp_desktop.core.planning import new_id

_SUFFIX = ".lock"


class Lease:
    """One run's proof of life in a profile. Take it once, let go of it at the end."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.run_id = new_id("r")
        folder.mkdir(parents=True, exist_ok=True)
        self._lock = FileLock(self._file(self.run_id), thread_local=False)
        self._lock.acquire(timeout=0)

    def is_alive(self, run_id: str | None) -> bool:
        """Whether the run of that id still holds its lock; this very run counts as alive."""
        if run_id is None:
            return False
        if run_id == self.run_id:
            return True
        file = self._file(run_id)
        if not file.exists():
            return False
        try:
            with FileLock(file).acquire(timeout=0):
                pass
        except Timeout:
            return True
        file.unlink(missing_ok=True)
        return False

    def let_go(self) -> None:
        """Say that this run has ended."""
        self._lock.release()
        self._file(self.run_id).unlink(missing_ok=True)

    def _file(self, run_id: str) -> Path:
        return self._folder / f"{run_id}{_SUFFIX}"
