"""Opens the export dialog, has exports planned and written, and tells the end of each."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from carmp_desktop.core.export.profiles import ExportProfile
from carmp_desktop.core.export.request import Exported, ExportRequest, Plan
from carmp_desktop.core.library import Picture, Query
from carmp_desktop.core.log import LOG
from carmp_desktop.core.model import Batch, Cell
from carmp_desktop.core.paths import APP_NAME
from carmp_desktop.core.problems import Failure, Problem
from carmp_desktop.qt.export.dialog import ExportDialog
from carmp_desktop.qt.export.scope import ExportScope, LastExport, LastExportFile
from carmp_desktop.qt.export.words import exported_words
from carmp_desktop.qt.export.writing import Writing
from carmp_desktop.qt.jobs import JobManager
from carmp_desktop.qt.parts.notices import NoticeArea
from carmp_desktop.qt.words.text import counted

_Prepared = tuple[dict[str, ExportProfile], LastExport]


class ExportDesk(QObject):
    """One export at a time, over one window."""

    def __init__(self, window: QWidget, jobs: JobManager, notices: NoticeArea) -> None:
        super().__init__(window)
        self._window = window
        self._jobs = jobs
        self._notices = notices
        self._exporter = jobs.market.exporter
        self._memory = LastExportFile(jobs.market.profile.config)
        self._writing = Writing(jobs, self)
        self._dialog: ExportDialog | None = None
        self._is_planning = False
        self._next: ExportRequest | None = None
        self._writing.progressed.connect(self._tell_progress)
        self._writing.ended.connect(self._tell_end)

    @property
    def dialog(self) -> ExportDialog | None:
        """The dialog, while it is open."""
        return self._dialog

    @Slot(object)
    def open_batch(self, batch: Batch) -> None:
        """Export a batch, or all of its car."""
        self._open(self._of_batch(batch))

    @Slot(object, object)
    def open_cell(self, batch: Batch, cell: Cell) -> None:
        """Export one image of a batch, or all of them."""
        wanted = Query(batch=cell.batch_id, angle=cell.key.angle_key)
        looked = self._jobs.market.library.search(wanted)
        self._jobs.ask(looked, partial(self._open_found, batch, cell))

    @Slot(object)
    def open_pictures(self, pictures: tuple[Picture, ...]) -> None:
        """Export images of the gallery, or all of their car where it is one."""
        words = counted(
            len(pictures), self.tr("The selected image"), self.tr("{n} selected images")
        )
        cars = {picture.car for picture in pictures}
        car = cars.pop() if len(cars) == 1 else ""
        chosen = ExportScope(words, car, ids=tuple(picture.id for picture in pictures))
        self._open((chosen, *self._of_car(car)))

    @Slot()
    def shutdown(self) -> None:
        """Stop what is being written, and close the dialog."""
        self._writing.stop()
        if self._dialog is not None:
            self._dialog.done(ExportDialog.DialogCode.Rejected)

    def _open_found(self, batch: Batch, cell: Cell, found: tuple[Picture, ...]) -> None:
        ids = tuple(picture.id for picture in found if picture.file == cell.image)
        one = (ExportScope(self.tr("This image"), batch.request.car, ids=ids),) if ids else ()
        self._open((*one, *self._of_batch(batch)))

    def _of_batch(self, batch: Batch) -> tuple[ExportScope, ...]:
        car = batch.request.car.strip()
        return (
            ExportScope(self.tr("This batch"), car, batch=batch.id),
            *self._of_car(car),
        )

    def _of_car(self, car: str) -> tuple[ExportScope, ...]:
        words = self.tr("All of {car}").format(car=car)
        return (ExportScope(words, car),) if car else ()

    def _open(self, scopes: tuple[ExportScope, ...]) -> None:
        if self._dialog is not None:
            self._dialog.raise_()
        else:
            self._jobs.ask(self._prepare(), partial(self._show, scopes))

    async def _prepare(self) -> _Prepared | Problem:
        """Runs on the core's loop."""
        try:
            profiles = await self._exporter.profiles()
        except Failure as failure:
            return failure.problem
        return profiles, await asyncio.to_thread(self._memory.load)

    def _show(self, scopes: tuple[ExportScope, ...], prepared: _Prepared | Problem) -> None:
        if isinstance(prepared, Problem):
            open_file = self.tr("Own profiles…")
            self._notices.show_problem(prepared, button=open_file, pressed=self._find_own)
            return
        if self._dialog is not None:
            return
        profiles, last = prepared
        self._is_planning, self._next = False, None
        self._dialog = ExportDialog(scopes, profiles, _with_place(last), self._window)
        self._dialog.plan_wanted.connect(self._plan)
        self._dialog.export_requested.connect(self._write)
        self._dialog.stop_requested.connect(self._writing.stop)
        self._dialog.own_profiles_requested.connect(self._find_own)
        self._dialog.returned.connect(self._read_profiles)
        self._dialog.finished.connect(self._closed)
        self._dialog.open()

    @Slot(object)
    def _plan(self, request: ExportRequest) -> None:
        """One plan at a time: what is wished meanwhile is planned after it, the last wish only."""
        if self._is_planning:
            self._next = request
            return
        self._is_planning = True
        self._jobs.ask(self._planned(request), partial(self._show_plan, self._dialog))

    async def _planned(self, request: ExportRequest) -> Plan | Problem:
        try:
            return await self._exporter.plan(request)
        except Failure as failure:
            return failure.problem

    def _show_plan(self, asked: ExportDialog | None, answer: Plan | Problem) -> None:
        if self._dialog is None or asked is not self._dialog:
            return
        self._is_planning = False
        request, self._next = self._next, None
        if request is not None:
            self._plan(request)
        elif isinstance(answer, Plan):
            self._dialog.show_plan(answer)
        else:
            self._dialog.show_problem(answer)

    @Slot(object)
    def _write(self, plan: Plan) -> None:
        if self._dialog is not None:
            self._jobs.ask(_remember(self._memory, self._dialog.form.last), _done)
        self._writing.begin(plan)

    @Slot(int, int)
    def _tell_progress(self, done: int, total: int) -> None:
        if self._dialog is not None:
            self._dialog.show_progress(done, total)

    @Slot(object)
    def _tell_end(self, end: Exported | Problem | None) -> None:
        if isinstance(end, Exported):
            self._tell_exported(end)
            if self._dialog is not None:
                self._dialog.accept()
        elif self._dialog is None:
            return
        elif end is None:
            self._dialog.show_stopped()
        else:
            self._dialog.show_problem(end)

    def _tell_exported(self, exported: Exported) -> None:
        title, sentence = exported_words(exported)
        show = partial(_show_files, exported.plan.place)
        self._notices.show_info(title, sentence, button=self.tr("Show files"), pressed=show)

    @Slot()
    def _find_own(self) -> None:
        self._jobs.ask(self._own(), self._open_own)

    async def _own(self) -> Path | Problem:
        try:
            return await self._exporter.own_profiles()
        except Failure as failure:
            return failure.problem

    def _open_own(self, answer: Path | Problem) -> None:
        if isinstance(answer, Path):
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(answer)))
        elif self._dialog is not None:
            self._dialog.show_problem(answer)
        else:
            self._notices.show_problem(answer)

    @Slot()
    def _read_profiles(self) -> None:
        self._jobs.ask(self._prepare(), self._show_profiles)

    def _show_profiles(self, prepared: _Prepared | Problem) -> None:
        if self._dialog is None:
            return
        if isinstance(prepared, Problem):
            self._dialog.show_problem(prepared)
            return
        profiles: Mapping[str, ExportProfile] = prepared[0]
        self._dialog.form.show_profiles(profiles)

    @Slot()
    def _closed(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None


def _with_place(last: LastExport) -> LastExport:
    """The last choices, or the first ones: a folder among the user's documents."""
    if last.target:
        return last
    location = QStandardPaths.StandardLocation.DocumentsLocation
    documents = Path(QStandardPaths.writableLocation(location) or Path.home())
    return LastExport(target=str(documents / APP_NAME))


async def _remember(memory: LastExportFile, last: LastExport) -> None:
    """Runs on the core's loop. A convenience: where the disk refuses, the export goes on."""
    try:
        await asyncio.to_thread(memory.save, last)
    except OSError as error:
        LOG.warning("the choices of the export are not remembered: %s", error)


def _done(_nothing: None) -> None:
    """Nobody waits for it."""


def _show_files(place: Path) -> None:
    folder = place if place.is_dir() else place.parent
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
