"""The window: the request on the left, the batches in the centre, the jobs at the foot.

It connects the widgets to the job manager and to each other and holds no state of its own beyond
what is on the screen. Closing it only asks: `app` decides when the program ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
)
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from carmp_desktop.core.events import BatchCompleted, JobUpdated
from carmp_desktop.core.log import mp
from carmp_desktop.core.marketplace import EngineState
from carmp_desktop.core.model import Batch, BatchRequest, Cell, CellKey, EngineName
from carmp_desktop.core.paths import APP_NAME
from carmp_desktop.core.photos import OpenedPhoto
from carmp_desktop.core.presets import Presets
from carmp_desktop.core.problems import Failure, Problem
from carmp_desktop.qt.batches_view import BatchesView
from carmp_desktop.qt.colors_desk import ColorsDesk
from carmp_desktop.qt.images import ImageLoader
from carmp_desktop.qt.jobs import JobManager
from carmp_desktop.qt.jobs_tray import JobsTray
from carmp_desktop.qt.leave_guard import LeaveGuard
from carmp_desktop.qt.notices import NoticeArea
from carmp_desktop.qt.photo_arrivals import PhotoArrivals
from carmp_desktop.qt.recovery_desk import RecoveryDesk
from carmp_desktop.qt.request_panel import RequestPanel
from carmp_desktop.qt.sample_trial import SampleTrial
from carmp_desktop.qt.settings_desk import SettingsDesk
from carmp_desktop.qt.tokens import SPACE
from carmp_desktop.qt.top_bar import TopBar
from carmp_desktop.qt.touch_up_desk import TouchUpDesk
from carmp_desktop.qt.window_words import engine_hint, presets_words

_DOUBLE_PRESS_MS = 1000
_PHOTO_FILTER = "*.jpg *.jpeg *.png *.webp *.heic *.heif *.avif *.tif *.tiff"


class MainWindow(QWidget):
    """Everything the user sees, over one job manager."""

    close_requested = Signal()
    """The user wants to leave, and nothing stands in the way."""

    scheme_toggled = Signal()
    """The other of light and dark is wanted."""

    def __init__(self, jobs: JobManager) -> None:
        super().__init__()
        self._jobs = jobs
        self._leaving = False
        self._was_local = False
        # A hurried double press must not pay for two batches.
        self._settled = QTimer(self, singleShot=True, interval=_DOUBLE_PRESS_MS)
        self._settled.timeout.connect(self._settle)
        self.loader = ImageLoader(self)
        self.top = TopBar()
        self.panel = RequestPanel()
        self.notices = NoticeArea()
        self.batches = BatchesView(self.loader)
        self.tray = JobsTray()
        self.arrivals = PhotoArrivals(self.loader, self)
        self._guard = LeaveGuard(jobs, self.notices, self)
        self._guard.passed.connect(self.close_requested)
        self.samples = SampleTrial(self.panel, jobs, self)
        self.settings = SettingsDesk(self, jobs, self.notices)
        self.touch_up = TouchUpDesk(self, jobs, self.notices)
        self.colors = ColorsDesk(self.batches, self.tray, jobs)
        self.recovery = RecoveryDesk(self.batches, self.tray, self.notices, jobs)
        self._build()
        self._connect_panel()
        self._connect_jobs()
        self.show_presets(jobs.market.presets)
        self.show_engine(jobs.market.engine_state())
        self._was_local = False  # what the program starts with is no news
        self.tray.set_gallery(str(jobs.market.gallery))

    def leave(self) -> None:
        """Take the window away for good; called when everything behind it is closed."""
        self._leaving = True
        self.touch_up.shutdown()
        self.loader.shutdown()
        self.close()

    @Slot(object)
    def generate(self, request: BatchRequest) -> None:
        """Start a batch: its matrix stands before anything is written or sent."""
        self.panel.set_busy(True)
        self._settled.start()
        try:
            batch = self._jobs.start_batch(request)
        except Failure as failure:
            self.notices.show_problem(failure.problem)
            return
        page = self.batches.add_batch(batch)
        self.tray.set_cells(batch, [page.matrix.cell_state(job.key) for job in batch.jobs])
        angles, colors = len(request.angles), len(request.batch_colors)
        mp(
            f"placeholders created for batch {batch.id}: "
            f"angles={angles}, colors={colors}, totalCells={len(batch.jobs)}"
        )

    @Slot(object)
    def show_presets(self, presets: Presets) -> None:
        """Offer what the sheets say, and tell where it came from."""
        words, stale = presets_words(presets)
        self.panel.set_presets(presets)
        self.panel.set_presets_state(words, stale=stale, reading=False)
        self.tray.set_presets_state(words)

    @Slot(object)
    def show_engine(self, state: EngineState) -> None:
        """Show which engine is in use, whether it can work, and what it costs."""
        self.panel.set_engines(
            state.name,
            ready=state.is_ready,
            hint=engine_hint(state),
            choices=tuple(EngineName),
        )
        self.panel.set_price(state.price)
        self._tell_of_price(state)
        self.top.show_engine(state)
        self.tray.set_gallery(str(self._jobs.market.gallery))

    def _tell_of_price(self, state: EngineState) -> None:
        """Say so where images begin to cost money, as they do once a token is saved."""
        now_paid = state.name is EngineName.REPLICATE and state.is_ready
        if now_paid and self._was_local:
            price = (
                f"${state.price:.3f}" if state.price is not None else self.tr("an unknown price")
            )
            self.notices.show_info(
                self.tr("Replicate makes the images now"),
                self.tr(
                    "Each one costs about {price}. The arrow beside the number of images "
                    "changes the engine."
                ).format(price=price),
            )
        self._was_local = state.name is EngineName.STUDIO

    @Slot(list)
    def open_photos(self, paths: Sequence[Path]) -> None:
        """Have files and folders looked at; they arrive one by one."""
        self._jobs.photos.open(paths)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere on the window: the panel takes them."""
        self.panel.dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """They are welcome everywhere."""
        self.panel.dragMoveEvent(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They went elsewhere."""
        self.panel.dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        self.panel.dropEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask to leave; while images are being made, ask the user in place first."""
        if self._leaving:
            event.accept()
            return
        event.ignore()
        self._guard.ask()

    @Slot()
    def _settle(self) -> None:
        self.panel.set_busy(False)

    @Slot()
    def _browse(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose photos of the car"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [f"{self.tr('Photos')} ({_PHOTO_FILTER})", f"{self.tr('All files')} (*)"]
        )
        dialog.filesSelected.connect(self._files_selected)
        dialog.open()

    @Slot(list)
    def _files_selected(self, names: list[str]) -> None:
        self.open_photos([Path(name) for name in names])

    @Slot(object)
    def _photo_opened(self, opened: OpenedPhoto) -> None:
        self.arrivals.expect(opened)

    @Slot(str, object)
    def _photo_refused(self, name: str, problem: Problem) -> None:
        self.panel.refuse(name, problem)

    @Slot(bool)
    def _presets_being_read(self, reading: bool) -> None:
        words, stale = presets_words(self._jobs.market.presets)
        self.panel.set_presets_state(words, stale=stale, reading=reading)

    @Slot(object)
    def _job_updated(self, event: JobUpdated) -> None:
        self.batches.update_job(event)
        self.tray.update_cell(event.cell)

    @Slot(object)
    def _batch_completed(self, event: BatchCompleted) -> None:
        self.batches.complete(event)

    @Slot(object, object)
    def _batch_refused(self, batch: Batch, problem: Problem) -> None:
        self.batches.remove_batch(batch)
        self.tray.remove_batch(batch)
        self.notices.show_problem(problem)

    @Slot(object, object)
    def _open_image(self, batch: Batch, key: CellKey) -> None:
        cell = self.batches.page(batch.id).matrix.cell_state(key)
        if cell.image is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(cell.image)))

    @Slot(object)
    def _show_folder(self, cell: Cell) -> None:
        if cell.image is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(cell.image.parent)))

    @Slot()
    def _open_gallery(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._jobs.market.gallery)))

    def _build(self) -> None:
        self.setWindowTitle(APP_NAME)
        self.setAcceptDrops(True)
        self.resize(1440, 900)
        self.setMinimumSize(960, 600)
        center = QWidget()
        middle = QVBoxLayout(center)
        middle.setContentsMargins(2 * SPACE + 4, 2 * SPACE, 2 * SPACE + 4, 0)
        middle.setSpacing(SPACE)
        middle.addWidget(self.notices)
        middle.addWidget(self.batches, 1)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.panel)
        body.addWidget(center, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top)
        layout.addLayout(body, 1)
        layout.addWidget(self.tray)

    def _connect_panel(self) -> None:
        panel = self.panel
        panel.files_dropped.connect(self.open_photos)
        panel.image_pasted.connect(self._jobs.photos.open_pasted)
        panel.browse_requested.connect(self._browse)
        panel.generate_requested.connect(self.generate)
        panel.reload_requested.connect(self._jobs.reload_presets)
        panel.token_requested.connect(self.settings.open)
        panel.engine_chosen.connect(self._jobs.choose_engine)
        self.arrivals.arrived.connect(panel.add_photo)
        self.arrivals.arrived.connect(self.samples.photo_arrived)
        self.samples.ready.connect(self.generate)
        samples = self.batches.empty.add_button(self.tr("Try with sample photos"), "plain")
        samples.clicked.connect(self.samples.begin)
        self.top.settings_requested.connect(self.settings.open)
        self.top.scheme_toggled.connect(self.scheme_toggled)
        self.tray.gallery_requested.connect(self._open_gallery)
        self.batches.cell_activated.connect(self._open_image)
        self.batches.cancel_requested.connect(self._jobs.cancel_batch)
        self.batches.folder_requested.connect(self._show_folder)
        self.batches.touch_up_requested.connect(self.touch_up.open)

    def _connect_jobs(self) -> None:
        jobs = self._jobs
        jobs.marketplaceJobUpdated.connect(self._job_updated)
        jobs.marketplaceBatchCompleted.connect(self._batch_completed)
        jobs.batch_refused.connect(self._batch_refused)
        jobs.presets_changed.connect(self.show_presets)
        jobs.presets_being_read.connect(self._presets_being_read)
        jobs.engine_changed.connect(self.show_engine)
        jobs.photos.opened.connect(self._photo_opened)
        jobs.photos.refused.connect(self._photo_refused)
        jobs.problem_raised.connect(self.notices.show_problem)
