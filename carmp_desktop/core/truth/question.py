"""What the truth check is asked: an image, what it was made from, and what it should have become.

Light on this module: it is imported where no picture is looked at.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from carmp_desktop.core.model import Batch, Cell, CellKey, EngineName, JobType


@dataclass(frozen=True, slots=True)
class Question:
    """One image to be looked at.

    ``angle`` is the angle's own image for a color, ``photo`` the photo tagged with the angle for
    the angle's own; None where there is none. ``preset`` is the color as ``#RRGGBB``, where known.
    ``is_local`` where the studio made it: there only the paint can go wrong.
    """

    image: Path
    angle: Path | None = None
    photo: Path | None = None
    preset: str | None = None
    is_local: bool = False


def question_of(batch: Batch, cells: Mapping[CellKey, Cell], key: CellKey, image: Path) -> Question:
    """The question for the image of one cell, among a batch's cells as they stand."""
    request = batch.request
    is_local = request.engine is EngineName.STUDIO
    if key.type is JobType.ANGLE:
        tagged = (photo.path for photo in request.photos if photo.angle_key == key.angle_key)
        return Question(image, photo=next(tagged, None), is_local=is_local)
    angle = cells.get(CellKey(key.angle_key))
    hexes = (color.hex for color in request.colors if color.key == key.color_key)
    return Question(
        image,
        angle=angle.image if angle else None,
        preset=next(hexes, None),
        is_local=is_local,
    )
