"""Adds colors to a batch that stands already: offers them, and has them made."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Slot

from carmp_desktop.core.model import Batch, Color
from carmp_desktop.qt.batch.add_colors import AddColors, Growth
from carmp_desktop.qt.batch.view import BatchesView
from carmp_desktop.qt.jobs import JobManager
from carmp_desktop.qt.tray.tray import JobsTray


class ColorsDesk(QObject):
    """Stands between the batches in the window and the job manager."""

    def __init__(self, batches: BatchesView, tray: JobsTray, jobs: JobManager) -> None:
        super().__init__(batches)
        self._batches = batches
        self._tray = tray
        self._jobs = jobs
        batches.colors_requested.connect(self.offer)
        jobs.batch_grown.connect(self.show_grown)

    @Slot(object, str, str, QPoint)
    def offer(self, batch: Batch, angle_key: str, color_key: str, place: QPoint) -> None:
        """Open the choice at a place on the screen, for one angle or (an empty key) for all."""
        page = self._batches.page(batch.id)
        market = self._jobs.market
        growth = Growth(
            batch=page.batch,
            cells=dict(page.matrix.cells),
            colors=_joined(page.batch.request.batch_colors, market.presets.colors),
            price=market.price(page.batch.request.engine),
        )
        choice = AddColors(growth, angle_key or None, page)
        choice.add_requested.connect(partial(self._add, page.batch))
        if color_key:
            choice.picker.choose([color_key])
        choice.adjustSize()
        screen = page.screen().availableGeometry()
        left = min(max(place.x(), screen.left()), screen.right() - choice.width())
        top = min(max(place.y(), screen.top()), screen.bottom() - choice.height())
        choice.move(left, top)
        choice.show()
        (choice.picker if choice.angle_keys else choice).setFocus()

    @Slot(object)
    def show_grown(self, batch: Batch) -> None:
        """Show the new cells, queued."""
        page = self._batches.page(batch.id)
        page.grow(batch)
        self._tray.set_cells(batch, page.matrix.cells.values())

    def _add(self, batch: Batch, colors: Sequence[Color], angle_keys: frozenset[str]) -> None:
        self._jobs.add_colors(batch, colors, angle_keys)


def _joined(first: Sequence[Color], second: Sequence[Color]) -> tuple[Color, ...]:
    """All colors of both, each key once: what the batch has stands before the sheet's."""
    return tuple({color.key: color for color in (*second, *first)}.values())
