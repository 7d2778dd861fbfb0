"""The foot of the window: what runs, waits and failed; it folds up into the list of those jobs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from carmp_desktop.core.model import Batch, Cell, JobStatus
from carmp_desktop.qt.look.tokens import FOOTER_HEIGHT, SPACE
from carmp_desktop.qt.parts.controls import IconButton, eliding, labeled, push_button
from carmp_desktop.qt.tray.list import JobsList
from carmp_desktop.qt.tray.model import JobsModel
from carmp_desktop.qt.tray.sign import MirrorSign
from carmp_desktop.qt.words.mirror_words import MirrorSaid

_SECOND_MS = 1000


class JobsTray(QWidget):
    """Follows the jobs of all batches."""

    cancel_requested = Signal(str, object)
    """The id of a batch, and a frozenset of the `CellKey`s that shall be canceled."""

    job_requested = Signal(str, object)
    """The id of a batch, and the `CellKey` whose card shall come into sight."""

    gallery_requested = Signal()
    """The user wants to see the gallery folder."""

    mirror_requested = Signal()
    """The user wants to see more of the mirror than its sign says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = JobsModel(self)
        self._list = JobsList(self._model)
        self._running = labeled("", role="strong")
        self._queued = labeled("", role="body")
        self._failed = labeled("", role="error")
        self._presets = eliding("", role="body")
        self._mirror = MirrorSign()
        self._totals = labeled("", role="body")
        self._gallery = push_button("", role="link")
        self._fold_up = IconButton("chevron-up", label=self.tr("Show the jobs"))
        self._fold_down = IconButton("chevron-down", label=self.tr("Hide the jobs"))
        self._soon = QTimer(self, singleShot=True, interval=0)  # one counting for many changes
        self._clock = QTimer(self, interval=_SECOND_MS)
        self._build()
        self._soon.timeout.connect(self._tell)
        self._clock.timeout.connect(self._list.viewport().update)
        self._mirror.clicked.connect(self.mirror_requested)
        self._list.cancel_requested.connect(self.cancel_requested)
        self._list.job_requested.connect(self.job_requested)
        self._gallery.clicked.connect(self.gallery_requested)
        self._fold_up.clicked.connect(self.unfold)
        self._fold_down.clicked.connect(self.fold)
        self.fold()
        self._tell()

    @property
    def is_folded(self) -> bool:
        """True while only the foot is in sight."""
        return self._drawer.isHidden()

    def counts(self) -> tuple[int, int, int]:
        """How many jobs run, wait, and failed."""
        count = self._model.count
        return count(JobStatus.PROCESSING), count(JobStatus.QUEUED), count(JobStatus.FAILED)

    def listed(self) -> Sequence[str]:
        """The rows of the list, as a screen reader says them."""
        rows = range(self._model.rowCount())
        return [str(self._model.data(self._model.index(row))) for row in rows]

    def set_cells(self, batch: Batch, cells: Iterable[Cell]) -> None:
        """Follow a batch's jobs, too."""
        self._model.add_batch(batch, cells)
        self._tell()

    def update_cell(self, cell: Cell) -> None:
        """Show a job's new state; one of an unknown batch is ignored."""
        self._model.update_cell(cell)
        self._soon.start()

    def remove_batch(self, batch: Batch) -> None:
        """Follow a batch no longer."""
        self._model.remove_batch(batch.id)
        self._tell()

    def set_presets_state(self, words: str) -> None:
        """Say where the presets came from."""
        self._presets.setText(words)

    def set_mirror(self, said: MirrorSaid | None) -> None:
        """Say how the mirror stands; None where it is off takes its sign away."""
        self._mirror.tell(said)

    @Slot(str)
    def set_totals(self, words: str) -> None:
        """Say how much the gallery holds."""
        self._totals.setText(words)

    def set_gallery(self, folder: str) -> None:
        """Name the gallery's folder; a press on it asks to see it."""
        self._gallery.setText(self.tr("Open folder"))
        self._gallery.setToolTip(folder)
        name = self.tr("Show the gallery folder {folder}").format(folder=folder)
        self._gallery.setAccessibleName(name)

    @Slot()
    def unfold(self) -> None:
        """Show the list of jobs."""
        self._drawer.show()
        self._fold_up.hide()
        self._fold_down.show()
        self._run_clock()

    @Slot()
    def fold(self) -> None:
        """Show only the foot."""
        self._drawer.hide()
        self._fold_down.hide()
        self._fold_up.show()
        self._run_clock()

    @Slot()
    def toggle(self) -> None:
        """Show the list, or hide it."""
        if self.is_folded:
            self.unfold()
        else:
            self.fold()

    @Slot()
    def _tell(self) -> None:
        running, queued, failed = self.counts()
        self._running.setText(self.tr("{n} running").format(n=running))
        self._queued.setText(self.tr("{n} queued").format(n=queued))
        self._failed.setText(self.tr("{n} failed").format(n=failed))
        self._queued.setVisible(queued > 0)
        self._failed.setVisible(failed > 0)
        self._empty.setVisible(running + queued + failed == 0)
        self._run_clock()

    def _run_clock(self) -> None:
        if self.is_folded or not self._model.count(JobStatus.PROCESSING):
            self._clock.stop()
        elif not self._clock.isActive():
            self._clock.start()

    def _build(self) -> None:
        self._empty = labeled(self.tr("Nothing runs, waits or needs you."), role="muted")
        self._empty.setContentsMargins(2 * SPACE, SPACE, 0, SPACE)
        self._drawer = QFrame()
        self._drawer.setProperty("role", "foot")
        drawer = QVBoxLayout(self._drawer)
        drawer.setContentsMargins(0, SPACE, 0, SPACE)
        drawer.setSpacing(0)
        drawer.addWidget(self._empty)
        drawer.addWidget(self._list)
        foot = QFrame()
        foot.setProperty("role", "foot")
        foot.setFixedHeight(FOOTER_HEIGHT)
        row = QHBoxLayout(foot)
        row.setContentsMargins(2 * SPACE, 0, SPACE, 0)
        row.setSpacing(2 * SPACE)
        for label in (self._running, self._queued, self._failed, self._presets):
            row.addWidget(label)
        self._presets.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.setStretchFactor(self._presets, 1)
        for widget in (
            self._mirror,
            self._totals,
            self._gallery,
            self._fold_up,
            self._fold_down,
        ):
            row.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._drawer)
        layout.addWidget(foot)
