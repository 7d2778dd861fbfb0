"""Stands between the request's panel and the job manager: photos, presets, engine, the button."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from carmp_desktop.core.engine_state import EngineState
from carmp_desktop.core.last_choices import ChoicesFile
from carmp_desktop.core.log import mp
from carmp_desktop.core.model import Batch, BatchRequest, EngineName
from carmp_desktop.core.photos import OpenedPhoto
from carmp_desktop.core.presets import Presets
from carmp_desktop.core.problems import Failure, Problem
from carmp_desktop.qt.jobs import JobManager
from carmp_desktop.qt.parts.images import ImageLoader
from carmp_desktop.qt.parts.notices import NoticeArea
from carmp_desktop.qt.request.choices_desk import ChoicesDesk
from carmp_desktop.qt.request.offering import offer_engine, offer_presets
from carmp_desktop.qt.request.panel import RequestPanel
from carmp_desktop.qt.request.photo_arrivals import PhotoArrivals
from carmp_desktop.qt.request.sample_trial import SampleTrial
from carmp_desktop.qt.request.words import presets_words
from carmp_desktop.qt.words.card_words import money_text

_DOUBLE_PRESS_MS = 1000
_PHOTO_FILTER = "*.jpg *.jpeg *.png *.webp *.heic *.heif *.avif *.tif *.tiff"


class RequestDesk(QObject):
    """Fills the panel with what can be chosen, and starts what was."""

    batch_started = Signal(object)
    """A `Batch` whose matrix shall stand now, before anything is written or sent."""

    presets_told = Signal(str)
    """Where the presets came from, in a few words."""

    def __init__(
        self, panel: RequestPanel, jobs: JobManager, notices: NoticeArea, loader: ImageLoader
    ) -> None:
        super().__init__(panel)
        self._panel = panel
        self._jobs = jobs
        self._notices = notices
        self._was_local = False
        self._begun: BatchRequest | None = None
        self.presets_words = ""
        # A hurried double press must not make two batches.
        self._settled = QTimer(self, singleShot=True, interval=_DOUBLE_PRESS_MS)
        self._settled.timeout.connect(self._settle)
        self.arrivals = PhotoArrivals(loader, self)
        self.samples = SampleTrial(panel, jobs, self)
        self._connect()
        self.show_presets(jobs.market.presets)
        choices = ChoicesFile(jobs.market.profile.config)
        self.choices = ChoicesDesk(panel, choices, jobs.market.presets)
        self.show_engine(jobs.market.engine_state())
        self._was_local = False  # what the program starts with is no news

    @Slot(object)
    def generate(self, request: BatchRequest) -> None:
        """Start a batch: its matrix stands before anything is written or sent."""
        self._panel.set_busy(True)
        try:
            batch = self._jobs.start_batch(request)
        except Failure as failure:
            self._notices.show_problem(failure.problem)
        else:
            self._begun = request
            self.batch_started.emit(batch)
            _tell_placeholders(batch)
        # From here on: what was pressed while the window was busy with this waits to be heard.
        self._settled.start()

    @Slot(object)
    def _pressed(self, request: BatchRequest) -> None:
        """The button: what is paid for a second time, the same in everything, is asked about."""
        if request != self._begun or request.engine is EngineName.STUDIO:
            self.generate(request)
            return
        self._notices.show_info(
            self.tr("This very batch has been made"),
            self.tr("The same photos, angles and colors would be paid for once more."),
            button=self.tr("Make it again"),
            pressed=self._make_it_again,
        )

    @Slot()
    def _make_it_again(self) -> None:
        self.generate(self._panel.request())

    @Slot(list)
    def open_photos(self, paths: Sequence[Path]) -> None:
        """Have files and folders looked at; they arrive one by one."""
        self._jobs.photos.open(paths)

    @Slot()
    def browse(self) -> None:
        """Let the user choose files in the system's dialog."""
        dialog = QFileDialog(self._panel.window(), self.tr("Choose photos of the car"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [f"{self.tr('Photos')} ({_PHOTO_FILTER})", f"{self.tr('All files')} (*)"]
        )
        dialog.filesSelected.connect(self._files_selected)
        dialog.open()

    @Slot(object)
    def show_presets(self, presets: Presets) -> None:
        """Offer what the sheets say, and tell where it came from."""
        self.presets_words = offer_presets(self._panel, presets)
        self.presets_told.emit(self.presets_words)

    @Slot(object)
    def show_engine(self, state: EngineState) -> None:
        """Show which engine is in use, whether it can work, and what it costs."""
        offer_engine(self._panel, state)
        self._tell_of_price(state)

    def _tell_of_price(self, state: EngineState) -> None:
        """Say so where images begin to cost money, as they do once a token is saved."""
        now_paid = state.name is EngineName.REPLICATE and state.is_ready
        if now_paid and self._was_local:
            price = (
                money_text(state.price) if state.price is not None else self.tr("an unknown price")
            )
            self._notices.show_info(
                self.tr("Replicate makes the images now"),
                self.tr(
                    "Each one costs about {price}. The arrow beside the number of images "
                    "changes the engine."
                ).format(price=price),
            )
        self._was_local = state.name is EngineName.STUDIO

    @Slot()
    def _settle(self) -> None:
        self._panel.set_busy(False)

    @Slot(list)
    def _files_selected(self, names: list[str]) -> None:
        self.open_photos([Path(name) for name in names])

    @Slot(object)
    def _photo_opened(self, opened: OpenedPhoto) -> None:
        self.arrivals.expect(opened)

    @Slot(str, object)
    def _photo_refused(self, name: str, problem: Problem) -> None:
        self._panel.refuse(name, problem)

    @Slot(bool)
    def _presets_being_read(self, reading: bool) -> None:
        words, stale = presets_words(self._jobs.market.presets)
        self._panel.set_presets_state(words, stale=stale, reading=reading)

    def _connect(self) -> None:
        panel, jobs = self._panel, self._jobs
        panel.files_dropped.connect(self.open_photos)
        panel.image_pasted.connect(jobs.photos.open_pasted)
        panel.browse_requested.connect(self.browse)
        panel.generate_requested.connect(self._pressed)
        panel.reload_requested.connect(jobs.reload_presets)
        panel.engine_chosen.connect(jobs.choose_engine)
        self.arrivals.arrived.connect(panel.add_photo)
        self.arrivals.arrived.connect(self.samples.photo_arrived)
        self.samples.ready.connect(self.generate)
        jobs.photos.opened.connect(self._photo_opened)
        jobs.photos.refused.connect(self._photo_refused)
        jobs.presets_changed.connect(self.show_presets)
        jobs.presets_being_read.connect(self._presets_being_read)
        jobs.engine_changed.connect(self.show_engine)


def _tell_placeholders(batch: Batch) -> None:
    angles, colors = len(batch.request.angles), len(batch.request.batch_colors)
    mp(
        f"placeholders created for batch {batch.id}: "
        f"angles={angles}, colors={colors}, totalCells={len(batch.jobs)}"
    )
