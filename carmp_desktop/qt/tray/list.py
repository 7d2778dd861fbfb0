"""The list of jobs under way or failed: each leads to its card, and can be canceled."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu

from carmp_desktop.qt.tray.model import JOB_ROLE, JobsModel, TrayJob
from carmp_desktop.qt.tray.row import ROW_HEIGHT, JobRow

_ROWS_SHOWN = 7


class JobsList(QListView):
    """As high as its rows need, up to the tray's share of the window."""

    cancel_requested = Signal(str, object)
    """The id of a batch, and a frozenset of the `CellKey`s that shall be canceled."""

    job_requested = Signal(str, object)
    """The id of a batch, and the `CellKey` whose card shall come into sight."""

    def __init__(self, model: JobsModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(JobRow(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Jobs that run, wait or failed"))
        self.viewport().setAutoFillBackground(False)
        for changed in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            changed.connect(self._fit_height)
        self.activated.connect(self._show_job)
        cancel = QShortcut(QKeySequence("Del"), self)
        cancel.setContext(Qt.ShortcutContext.WidgetShortcut)
        cancel.activated.connect(self._cancel)
        self._fit_height()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the job under the pointer, or the current one."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if not index.isValid():
            return
        self.setCurrentIndex(index)
        place = self.visualRect(index).center() if by_key else event.pos()
        self._show_menu(index.data(JOB_ROLE), self.viewport().mapToGlobal(place))

    def _show_menu(self, job: TrayJob, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(job.place)
        show = menu.addAction(self.tr("Show in the matrix"))
        show.setShortcut(QKeySequence("Return"))
        show.triggered.connect(self._show_current)
        cancel = menu.addAction(self.tr("Cancel this image"))
        cancel.setShortcut(QKeySequence("Del"))
        cancel.setEnabled(not job.cell.status.is_final)
        cancel.triggered.connect(self._cancel)
        menu.popup(place)

    @property
    def _current(self) -> TrayJob | None:
        index = self.currentIndex()
        return index.data(JOB_ROLE) if index.isValid() else None

    @Slot()
    def _cancel(self) -> None:
        job = self._current
        if job is not None and not job.cell.status.is_final:
            self.cancel_requested.emit(job.cell.batch_id, frozenset({job.cell.key}))

    @Slot()
    def _show_current(self) -> None:
        self._show_job(self.currentIndex())

    @Slot(QModelIndex)
    def _show_job(self, index: QModelIndex) -> None:
        job: TrayJob = index.data(JOB_ROLE)
        self.job_requested.emit(job.cell.batch_id, job.cell.key)

    @Slot()
    @Slot(QModelIndex, int, int)
    def _fit_height(self, *_: object) -> None:
        rows = min(self.model().rowCount(), _ROWS_SHOWN)
        self.setFixedHeight(rows * ROW_HEIGHT)
