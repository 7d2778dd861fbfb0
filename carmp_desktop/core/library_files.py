"""Which files are still there: the gallery's images, and the photos they were made from."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from carmp_desktop.core.engines.studio.engine import photo_index
from carmp_desktop.core.model import BatchRequest, EngineName, Photo
from carmp_desktop.core.store.picture import Picture

_AT_ONCE = 64
"""How many files are looked for in one go: on a slow disk the program's end waits for no more."""


@dataclass(frozen=True, slots=True)
class Sources:
    """The photos of a batch that are there, in the user's order.

    ``shown`` names by an angle's key the photo that the angle's own image shows; an angle that was
    made from several photos has none.
    """

    photos: tuple[Photo, ...] = ()
    shown: Mapping[str, Path] = field(default_factory=lambda: MappingProxyType({}))


def sources_of(request: BatchRequest) -> Sources:
    """Look which of a request's photos are there. Blocks on the disk."""
    photos = tuple(photo for photo in request.photos if photo.path.is_file())
    there = {photo.path for photo in photos}
    shown = {angle.key: _shown_by(request, angle.key) for angle in request.angles}
    return Sources(photos, {key: path for key, path in shown.items() if path and path in there})


async def missing_pictures(pictures: Sequence[Picture]) -> frozenset[int]:
    """The ids of the images whose files are not there."""
    gone: set[int] = set()
    for first in range(0, len(pictures), _AT_ONCE):
        gone |= await asyncio.to_thread(_gone_among, pictures[first : first + _AT_ONCE])
    return frozenset(gone)


async def missing_files(files: Collection[Path]) -> frozenset[Path]:
    """Those of the files that are not there; one whose folder cannot be looked into is not said."""
    return await asyncio.to_thread(lambda: frozenset(file for file in files if _is_gone(file)))


def _gone_among(pictures: Iterable[Picture]) -> set[int]:
    return {picture.id for picture in pictures if _is_gone(picture.file_name)}


def _is_gone(file: Path | str) -> bool:
    try:
        os.stat(file)  # noqa: PTH116 - ten thousand names are asked after, most as plain text
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


def _shown_by(request: BatchRequest, angle_key: str) -> Path | None:
    if request.engine is EngineName.STUDIO and request.photos:
        return request.photos[photo_index(request, angle_key)].path
    return request.photos[0].path if len(request.photos) == 1 else None
