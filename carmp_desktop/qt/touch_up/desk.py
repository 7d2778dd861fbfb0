"""Opens the touch-up editor for a row, and has the row made once more when it is applied."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from carmp_desktop.core.model import Batch, Cell, CellKey
from carmp_desktop.qt.jobs import JobManager
from carmp_desktop.qt.parts.notices import NoticeArea
from carmp_desktop.qt.touch_up.dialog import TouchUpDialog
from carmp_desktop.qt.touch_up.session import TouchUpSession
from carmp_desktop.qt.words.text import short_angle_labels


class TouchUpDesk(QObject):
    """One editor at a time, over one window."""

    def __init__(self, window: QWidget, jobs: JobManager, notices: NoticeArea) -> None:
        super().__init__(window)
        self._window = window
        self._jobs = jobs
        self._notices = notices
        self._dialog: TouchUpDialog | None = None
        self._session: TouchUpSession | None = None
        self._row: tuple[Batch, str] | None = None

    @Slot(object, object)
    def open(self, batch: Batch, cell: Cell) -> None:
        """Correct the scene that all images of the cell's row are made from."""
        if self._dialog is not None:
            self._dialog.raise_()
            return
        if batch.id in {running.id for running in self._jobs.running}:
            self._notices.show_info(
                self.tr("Still being made"),
                self.tr("A picture can be touched up when its batch has ended."),
            )
            return
        angle = next(a for a in batch.request.angles if a.key == cell.key.angle_key)
        job = next(job for job in batch.jobs if job.key == CellKey(angle.key))
        self._row = (batch, angle.key)
        self._session = TouchUpSession(self._jobs.market.profile.scenes, job.id, self)
        names = short_angle_labels(each.label for each in batch.request.angles)
        title = f"{batch.title} · {names[angle.label]}"
        self._dialog = TouchUpDialog(title, self._session, self._window)
        self._dialog.applied.connect(self._applied)
        self._dialog.finished.connect(self._closed)
        self._dialog.open()

    def shutdown(self) -> None:
        """Close the editor without applying, and end its thread."""
        self._closed()

    @Slot()
    def _applied(self) -> None:
        if self._row is not None:
            batch, angle_key = self._row
            row = [job.key for job in batch.jobs if job.key.angle_key == angle_key]
            self._jobs.make_again(batch, row)

    @Slot()
    def _closed(self) -> None:
        if self._session is not None:
            self._session.shutdown()
            self._session.deleteLater()
            self._session = None
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
