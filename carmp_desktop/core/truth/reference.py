"""What colors are held against: an angle's own image, prepared once for all that are made from it.

Two dozen colors of one angle come home at about one time. Each of them used to decode the angle
again, which took longer than all the looks.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path

from carmp_desktop.core.truth import mirror, plate
from carmp_desktop.core.truth.views import Bytes, Floats, coarse_cielab, view_of

_KEPT = 32
"""Of a megabyte each at most."""


@dataclass(frozen=True, slots=True)
class Reference:
    """An image of ``width`` × ``height`` pixels as the looks need it.

    ``shape`` is that of its detail, ``lab`` its look in `coarse_cielab`, ``edges`` are
    `mirror.edges_of` it, ``plates`` what `plate.plates_of` finds in it.
    """

    width: int
    height: int
    shape: tuple[int, ...]
    lab: Bytes
    edges: Floats
    plates: tuple[plate.Plate, ...]


def reference_of(file: Path) -> Reference:
    """Prepare an image, or take the one that is at hand. Raises as `view_of` does."""
    stat = file.stat()
    return _prepared(file, stat.st_mtime_ns, stat.st_size)


@functools.lru_cache(maxsize=_KEPT)
def _prepared(file: Path, _changed_at: int, _size: int) -> Reference:
    view = view_of(file)
    return Reference(
        width=view.width,
        height=view.height,
        shape=view.detail.shape,
        lab=coarse_cielab(view.look),
        edges=mirror.edges_of(view.look),
        plates=tuple(plate.plates_of(view.detail)),
    )
