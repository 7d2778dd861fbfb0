"""Where a finished image lands first: in the profile, whole and on the disk, under its job's id.

From here it goes into the gallery. An image that has landed is safe: should the gallery's disk be
full or away, or the program be killed, the next start finds it and brings it home.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from carmp_desktop.core.crash_points import reach
from carmp_desktop.core.gallery import synchronize, unwritable
from carmp_desktop.core.problems import Failure

_PART = ".part"
_WHOLE = (".png", ".jpg", ".webp")


class Landing:
    """One profile's folder of incoming images. Its methods block on the disk."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def part(self, job_id: str) -> Path:
        """The path an engine writes a job's image to. Raises `Failure` where nothing can be."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise Failure(unwritable(self._folder, error)) from error
        return self._folder / f"{job_id}{_PART}"

    def land(self, job_id: str, suffix: str) -> Path:
        """Say that the part is whole; the answer is the file it has become.

        Raises `Failure` where the disk refuses; the part then stays as it is.
        """
        part, whole = self._folder / f"{job_id}{_PART}", self._folder / f"{job_id}{suffix}"
        try:
            synchronize(part)
            reach("landing.synchronized")
            part.replace(whole)
            reach("landing.renamed")
            synchronize(self._folder)
            reach("landing.folder_synchronized")
        except OSError as error:
            raise Failure(unwritable(self._folder, error)) from error
        return whole

    def landed(self, job_id: str) -> Path | None:
        """The whole image that an earlier run has left for a job, if there is one."""
        found = (self._folder / f"{job_id}{suffix}" for suffix in _WHOLE)
        return next((file for file in found if file.is_file()), None)

    def discard_part(self, job_id: str) -> None:
        """Remove a part that will not become whole."""
        self._remove(job_id, _PART)

    def clear(self, job_id: str) -> None:
        """Let go of whatever has landed for a job: its image is kept, or will not come."""
        self._remove(job_id, _PART, *_WHOLE)

    def _remove(self, job_id: str, *suffixes: str) -> None:
        for suffix in suffixes:
            # What a disk will not let go of harms nobody: the next start clears it away.
            with contextlib.suppress(OSError):
                (self._folder / f"{job_id}{suffix}").unlink(missing_ok=True)
