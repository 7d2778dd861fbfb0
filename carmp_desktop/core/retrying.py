"""Which cells are made again when the user asks for some: never more than they need."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from carmp_desktop.core.model import Cell, CellKey, JobStatus


def unmade(cells: Mapping[CellKey, Cell]) -> set[CellKey]:
    """The cells that ended without an image and that a new try may help."""
    return {
        key
        for key, cell in cells.items()
        if cell.status in (JobStatus.FAILED, JobStatus.CANCELED) and not is_refused(cell)
    }


def is_refused(cell: Cell) -> bool:
    """Whether the service has refused the image for what it shows: the same again is no use."""
    return cell.problem is not None and cell.problem.code == "sensitive"


def with_what_they_need(
    cells: Mapping[CellKey, Cell], keys: Collection[CellKey]
) -> frozenset[CellKey]:
    """``keys``, with the angles they are made from and the colors that failed for want of one.

    Cells that are under way already are left out.
    """
    wanted = set(keys)
    for key in keys:
        angle = cells[CellKey(key.angle_key)]
        if angle.image is None:
            wanted.add(angle.key)
    for key, cell in cells.items():
        lacks_angle = cell.problem is not None and cell.problem.code in (
            "angle_failed",
            "angle_canceled",
        )
        if lacks_angle and CellKey(key.angle_key) in wanted:
            wanted.add(key)
    return frozenset(key for key in wanted if cells[key].status.is_final)
