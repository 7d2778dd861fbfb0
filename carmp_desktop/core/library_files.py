"""Which files are still there: the gallery's images, and the photos they were made from."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from carmp_desktop.core.engines.studio.engine import photo_index
from carmp_desktop.core.model import BatchRequest, EngineName, Photo
from carmp_desktop.core.store.picture import Picture


@dataclass(frozen=True, slots=True)
class Sources:
    """The photos of a batch that are there, in the user's order.

    ``shown`` names by an angle's key the photo that the angle's own image shows; an angle that was
    made from several photos has none.
    """

    photos: tuple[Photo, ...] = ()
    shown: Mapping[str, Path] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Missing:
    """How many images of the gallery have no file any more, and the bytes they had."""

    images: int = 0
    bytes: int = 0


def missing_of(pictures: Iterable[Picture]) -> Missing:
    """Look which of the images have no file any more. Blocks on the disk."""
    sizes = [picture.size for picture in pictures if _is_gone(picture.file_name)]
    return Missing(len(sizes), sum(sizes))


def sources_of(request: BatchRequest) -> Sources:
    """Look which of a request's photos are there. Blocks on the disk."""
    photos = tuple(photo for photo in request.photos if photo.path.is_file())
    there = {photo.path for photo in photos}
    shown = {angle.key: _shown_by(request, angle.key) for angle in request.angles}
    return Sources(photos, {key: path for key, path in shown.items() if path and path in there})


async def missing_files(files: Collection[Path]) -> frozenset[Path]:
    """Those of the files that are not there; one whose folder cannot be looked into is not said."""
    return await asyncio.to_thread(lambda: frozenset(file for file in files if _is_gone(file)))


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
