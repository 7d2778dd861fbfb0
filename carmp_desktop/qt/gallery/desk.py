"""Stands between gallery page and core: searches for it, does what it asks, keeps it new."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from carmp_desktop.core.events import JobUpdated
from carmp_desktop.core.library import Emptied, Missing, Picture, View, missing_files
from carmp_desktop.core.model import JobStatus
from carmp_desktop.qt.gallery.clipboard import GalleryClipboard
from carmp_desktop.qt.gallery.page import GalleryPage
from carmp_desktop.qt.gallery.words import bytes_words, total_words
from carmp_desktop.qt.jobs import JobManager
from carmp_desktop.qt.parts.notice import Notice
from carmp_desktop.qt.parts.notices import NoticeArea
from carmp_desktop.qt.words.text import counted

_SOON_MS, _RECOUNT_MS = 300, 1000


class GalleryDesk(QObject):
    """One gallery page over one job manager."""

    totals_changed = Signal(str)
    """Everything in the gallery, in a few words for the window's foot."""

    def __init__(
        self, window: QWidget, jobs: JobManager, page: GalleryPage, notices: NoticeArea
    ) -> None:
        super().__init__(window)
        self._page = page
        self._notices = notices
        self._jobs = jobs
        self._library = jobs.market.library
        self._clipboard = GalleryClipboard(jobs, self)
        self._looks = 0
        self._unseen: View | None = None
        self._binned: tuple[int, ...] = ()
        self._doubted: tuple[Picture, ...] = ()
        self._is_looking = False
        self._gone: frozenset[int] = frozenset()
        self._view: View | None = None
        self._totals = ""
        self._counted: tuple[int, int] | None = None
        self._is_counting = False
        self._told: Notice | None = None
        # Many images may be finished at once: they are looked for together.
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self.refresh)
        self._recount = QTimer(self, singleShot=True, interval=_RECOUNT_MS)
        self._recount.timeout.connect(self._count_missing)
        jobs.marketplaceJobUpdated.connect(self._job_updated)
        _application().applicationStateChanged.connect(self._state_changed)
        self._connect_page()
        self._soon.start()

    @Slot()
    def refresh(self) -> None:
        """Look again for what the page asks for."""
        self._looks += 1
        query = self._page.filters.query
        self._jobs.ask(self._library.view(query), partial(self._show, self._looks))

    def stop(self) -> None:
        """Ask no more, and leave the clipboard in order."""
        _application().applicationStateChanged.disconnect(self._state_changed)
        self._page.seen.disconnect(self._look_again)
        self._soon.stop()
        self._recount.stop()
        self._clipboard.stop()

    def _connect_page(self) -> None:
        page = self._page
        page.seen.connect(self._look_again)
        page.query_changed.connect(self.refresh)
        page.star_requested.connect(self.star)
        page.bin_requested.connect(self.bin)
        page.restore_requested.connect(self._restore)
        page.empty_bin_requested.connect(self._empty_bin)
        page.folder_requested.connect(self._show_folder)
        page.copy_requested.connect(self.copy)
        page.files_doubted.connect(self._look_for_files)
        page.sources_requested.connect(self._find_sources)

    @Slot(object)
    def copy(self, pictures: tuple[Picture, ...]) -> None:
        """Put images on the clipboard."""
        self._clipboard.copy(pictures)

    @Slot(object)
    def _look_for_files(self, pictures: tuple[Picture, ...]) -> None:
        """Look off the window's thread whether the files of these images are there."""
        self._doubted = pictures
        if self._is_looking:  # a disk that is away answers late: one question at a time
            return
        self._is_looking = True
        files = {picture.file: picture for picture in pictures}
        self._jobs.ask(missing_files(files), partial(self._mark_gone, files))

    def _mark_gone(self, files: dict[Path, Picture], missing: frozenset[Path]) -> None:
        self._is_looking = False
        asked, self._doubted = self._doubted, ()
        if asked != tuple(files.values()):
            self._look_for_files(asked)
        gone = {files[file].id for file in missing}
        self._page.mark_gone(tuple(files.values()), gone)
        before = self._gone
        self._gone = (before - {each.id for each in files.values()}) | gone
        if self._gone != before:
            self._recount.start()

    @Slot()
    def _count_missing(self) -> None:
        """Have all files looked for off the window's thread, which may take its time."""
        if self._is_counting:
            self._recount.start()
            return
        self._is_counting = True
        self._jobs.ask(self._library.look_for_files(), self._take_missing)

    def _take_missing(self, missing: Missing) -> None:
        self._is_counting = False
        if self._view is not None:
            self._tell_totals(replace(self._view, missing=missing))

    def _tell_totals(self, view: View) -> None:
        """Tell how much there is, where that is something else than was told last."""
        self._view = view
        words = total_words(view)
        if words != self._totals:
            self._totals = words
            self.totals_changed.emit(words)

    @Slot(str)
    def _find_sources(self, batch_id: str) -> None:
        self._jobs.ask(self._library.sources(batch_id), partial(self._page.show_sources, batch_id))

    @Slot(object)
    def _job_updated(self, event: JobUpdated) -> None:
        if event.cell.status is JobStatus.COMPLETED and not self._soon.isActive():
            self._soon.start()

    def _show(self, look: int, view: View) -> None:
        """Show what was found, later where nobody looks; what a newer look overtook is old."""
        if look != self._looks:
            return
        self._unseen = view
        self._tell_totals(view)
        if self._counted != (view.images, view.bytes):
            self._counted = (view.images, view.bytes)
            self._recount.start()
        if self._page.isVisible():
            self._show_unseen()

    @Slot()
    def _look_again(self) -> None:
        """Show what is known; another run of the program may have made more."""
        self._show_unseen()
        self._soon.start()

    @Slot(Qt.ApplicationState)
    def _state_changed(self, state: Qt.ApplicationState) -> None:
        """Look again when the user comes back from another program."""
        if state is Qt.ApplicationState.ApplicationActive:
            self._soon.start()

    def _show_unseen(self) -> None:
        view, self._unseen = self._unseen, None
        if view is not None:
            self._page.show_view(view)

    @Slot(object, bool)
    def star(self, ids: tuple[int, ...], on: bool) -> None:
        """Give images a star, or take it from them."""
        self._jobs.ask(self._library.star(ids, on=on), self._changed)

    @Slot(object)
    def bin(self, ids: tuple[int, ...]) -> None:
        """Put images into the bin, and offer to undo that."""
        self._jobs.ask(self._library.bin(ids), self._changed)
        self._binned = ids
        self._take_back_notice()
        title = counted(
            len(ids), self.tr("An image is in the bin"), self.tr("{n} images are in the bin")
        )
        sentence = self.tr("The files stay where they are until you empty the bin.")
        self._told = self._notices.show_info(
            title, sentence, button=self.tr("Undo"), pressed=self._undo
        )

    @Slot()
    def _undo(self) -> None:
        self._restore(self._binned)

    @Slot(object)
    def _restore(self, ids: tuple[int, ...]) -> None:
        self._take_back_notice()
        self._jobs.ask(self._library.restore(ids), self._changed)

    @Slot()
    def _empty_bin(self) -> None:
        self._take_back_notice()
        self._jobs.ask(self._library.empty_bin(), self._tell_emptied)

    def _changed(self, _done: None) -> None:
        self.refresh()

    def _tell_emptied(self, emptied: Emptied) -> None:
        self.refresh()
        if emptied.problem is not None:
            self._notices.show_problem(emptied.problem)
        if not emptied.images and not emptied.kept:
            return
        gone = counted(
            emptied.images,
            self.tr("{n} image went to the system's recycle bin"),
            self.tr("{n} images went to the system's recycle bin"),
        )
        size = self.tr("The gallery is {size} smaller.").format(size=bytes_words(emptied.bytes))
        kept = counted(
            emptied.kept,
            self.tr("{n} image stays in the bin: its batch is still being made."),
            self.tr("{n} images stay in the bin: their batch is still being made."),
        )
        said = (size if emptied.images else "", kept if emptied.kept else "")
        self._notices.show_info(gone, " ".join(filter(None, said)))

    @Slot(object)
    def _show_folder(self, picture: Picture) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(picture.file.parent)))

    def _take_back_notice(self) -> None:
        """What was told of the bin last no longer holds."""
        if self._told in self._notices.notices:
            self._told.dismiss()
        self._told = None


def _application() -> QGuiApplication:
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    return app
