"""Stands between the gallery page and the core: searches for it, does what it asks, keeps it new."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from carmp_desktop.core.events import JobUpdated
from carmp_desktop.core.library import Emptied, Picture, Query, View
from carmp_desktop.core.model import JobStatus
from carmp_desktop.qt.gallery_clipboard import GalleryClipboard
from carmp_desktop.qt.gallery_page import GalleryPage
from carmp_desktop.qt.gallery_words import bytes_words, total_words
from carmp_desktop.qt.jobs import JobManager
from carmp_desktop.qt.library_work import LibraryWork
from carmp_desktop.qt.notice import Notice
from carmp_desktop.qt.notices import NoticeArea
from carmp_desktop.qt.text import counted

_SOON_MS = 300


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
        self._work = LibraryWork(jobs.market.library, jobs.report, self)
        self._clipboard = GalleryClipboard(jobs.report, self)
        self._unseen: View | None = None
        self._binned: tuple[int, ...] = ()
        self._told: Notice | None = None
        # Many images may be finished at once: they are looked for together.
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self.refresh)
        jobs.marketplaceJobUpdated.connect(self._job_updated)
        self._work.looked.connect(self._show)
        self._work.changed.connect(self.refresh)
        self._work.emptied.connect(self._tell_emptied)
        self._connect_page()
        self._soon.start()

    @Slot()
    def refresh(self) -> None:
        """Look again for what the page asks for."""
        self._work.look(self._page.filters.query)

    def shutdown(self) -> None:
        """Ask for nothing more; to be called before the core is closed."""
        self._soon.stop()
        self._work.shutdown()
        self._clipboard.shutdown()

    def _connect_page(self) -> None:
        page = self._page
        page.seen.connect(self._show_unseen)
        page.query_changed.connect(self._look)
        page.star_requested.connect(self._star)
        page.bin_requested.connect(self._bin)
        page.restore_requested.connect(self._restore)
        page.empty_bin_requested.connect(self._work.empty_bin)
        page.folder_requested.connect(self._show_folder)
        page.copy_requested.connect(self._clipboard.copy)

    @Slot(object)
    def _look(self, query: Query) -> None:
        self._work.look(query)

    @Slot(object)
    def _job_updated(self, event: JobUpdated) -> None:
        if event.cell.status is JobStatus.COMPLETED and not self._soon.isActive():
            self._soon.start()

    @Slot(object)
    def _show(self, view: View) -> None:
        """Show what was found, later where nobody looks."""
        self._unseen = view
        self.totals_changed.emit(total_words(view))
        if self._page.isVisible():
            self._show_unseen()

    @Slot()
    def _show_unseen(self) -> None:
        view, self._unseen = self._unseen, None
        if view is not None:
            self._page.show_view(view)

    @Slot(object, bool)
    def _star(self, ids: tuple[int, ...], on: bool) -> None:
        self._work.star(ids, on=on)

    @Slot(object)
    def _bin(self, ids: tuple[int, ...]) -> None:
        self._work.bin(ids)
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
        self._work.restore(self._binned)

    @Slot(object)
    def _restore(self, ids: tuple[int, ...]) -> None:
        self._work.restore(ids)

    @Slot(object)
    def _tell_emptied(self, emptied: Emptied) -> None:
        self._take_back_notice()
        gone = counted(
            emptied.images,
            self.tr("{n} image, {size}, is in the system's recycle bin now."),
            self.tr("{n} images, {size}, are in the system's recycle bin now."),
        )
        kept = counted(
            emptied.kept,
            self.tr("{n} image stays: its batch is still being made."),
            self.tr("{n} images stay: their batch is still being made."),
        )
        words = [gone.replace("{size}", bytes_words(emptied.bytes))] if emptied.images else []
        words += [kept] if emptied.kept else []
        title = self.tr("The bin is empty") if not emptied.kept else self.tr("Not all could go")
        self._notices.show_info(title, " ".join(words))

    @Slot(object)
    def _show_folder(self, picture: Picture) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(picture.file.parent)))

    def _take_back_notice(self) -> None:
        """What was told of the bin last no longer holds."""
        if self._told in self._notices.notices:
            self._told.dismiss()
        self._told = None
