"""The window: three pages under one bar, the jobs at the foot, the loupe over them all.

It puts the parts together and holds no state of its own beyond what is on the screen; desks stand
between the parts and the job manager. Closing it only asks: `session` decides when the program
ends.

What is seen first is imported and made first. The rest waits for `begin`, so that the window stands
before the profile is open.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carmp_desktop.core.engine_state import EngineState
from carmp_desktop.core.model import BatchRequest
from carmp_desktop.core.paths import APP_NAME
from carmp_desktop.qt.pages import Pages
from carmp_desktop.qt.parts.images import ImageLoader
from carmp_desktop.qt.parts.notices import NoticeArea
from carmp_desktop.qt.parts.room import room_for
from carmp_desktop.qt.studio_page import StudioPage
from carmp_desktop.qt.top_bar import TopBar
from carmp_desktop.qt.tray.tray import JobsTray
from carmp_desktop.qt.window_keys import WindowKeys

if TYPE_CHECKING:
    from carmp_desktop.qt.jobs import JobManager

STUDIO, GALLERY, HISTORY = range(3)
"""The places of the pages."""

_SIZE, _LEAST = QSize(1440, 900), QSize(960, 504)
"""As it is drawn; and what a screen of 1920 × 1080 at 200 % has room for, beside its own bars."""


class MainWindow(QWidget):
    """Everything the user sees, over one job manager."""

    close_requested = Signal()
    """The user wants to leave, and nothing stands in the way."""

    scheme_toggled = Signal()
    """The other of light and dark is wanted."""

    def __init__(self, jobs: JobManager | None = None) -> None:
        """Without ``jobs`` nothing in it can be used yet; see `begin`."""
        super().__init__()
        self._has_begun = False
        self._is_close_asked = False
        self._leaving = False
        self.loader = ImageLoader(self)
        self.top = TopBar()
        self.notices = NoticeArea()
        self.studio = StudioPage(self.loader)
        self.panel, self.batches = self.studio.panel, self.studio.batches
        self.tray = JobsTray()
        self.pages = Pages(self.notices)
        self.pages.add_page(self.studio, self.studio.notice_place)
        self._try_samples = self.batches.empty.add_button(
            self.tr("Try with sample photos"), "plain"
        )
        self._build()
        if jobs is None:
            self._let_use(False)
        else:
            self.begin(jobs)

    def begin(self, jobs: JobManager) -> None:
        """Come to life over an open profile; to be called once."""
        self._jobs = jobs
        self._make_pages()
        self._make_desks(jobs)
        self._connect()
        self.keys = self._bind_keys()
        self._show_engine(jobs.market.engine_state())
        self._has_begun = True
        self._let_use(True)
        _settle()
        if self._is_close_asked:
            QTimer.singleShot(0, self.close)

    def leave(self) -> None:
        """Take the window away for good; called when everything behind it is closed."""
        self._leaving = True
        if self._has_begun:
            self._stop_desks()
        self.loader.shutdown()
        self.close()

    @Slot(object)
    def generate(self, request: BatchRequest) -> None:
        """Start a batch."""
        self.request.generate(request)

    @Slot(list)
    def open_photos(self, paths: Sequence[Path]) -> None:
        """Have files and folders looked at; they arrive one by one."""
        self.pages.show_page(STUDIO)
        self.request.open_photos(paths)

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
        """Take what was dropped, and show where it went."""
        self.pages.show_page(STUDIO)
        self.panel.dropEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Let every control find its place before it is seen, not after."""
        super().showEvent(event)
        _settle()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask to leave; while images are being made, ask the user in place first."""
        if self._leaving:
            event.accept()
            return
        event.ignore()
        if self._has_begun:
            self._guard.ask()
        else:
            self._is_close_asked = True

    @Slot(object)
    def _show_engine(self, state: EngineState) -> None:
        self.top.show_engine(state)
        self.tray.set_gallery(str(self._jobs.market.gallery))

    @Slot()
    def _show_studio(self) -> None:
        self.pages.show_page(STUDIO)

    @Slot()
    def show_keys(self) -> None:
        """Show every key of the program."""
        from carmp_desktop.qt.keys_sheet import KeysSheet

        KeysSheet(self).open()

    @Slot()
    def _open_gallery(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._jobs.market.gallery)))

    def _make_pages(self) -> None:
        from carmp_desktop.qt.gallery.page import GalleryPage
        from carmp_desktop.qt.history.page import HistoryPage

        self.gallery = GalleryPage(self.loader)
        self.history = HistoryPage(self.loader)
        self.pages.add_page(self.gallery)
        self.pages.add_page(self.history)

    def _make_desks(self, jobs: JobManager) -> None:
        from carmp_desktop.qt.batch.colors_desk import ColorsDesk
        from carmp_desktop.qt.batch.desk import BatchesDesk
        from carmp_desktop.qt.connection_desk import ConnectionDesk
        from carmp_desktop.qt.export.approvals_desk import ApprovalsDesk
        from carmp_desktop.qt.export.desk import ExportDesk
        from carmp_desktop.qt.gallery.desk import GalleryDesk
        from carmp_desktop.qt.gallery.image_desk import ImageDesk
        from carmp_desktop.qt.gallery.loupe import GalleryLoupe
        from carmp_desktop.qt.history.desk import HistoryDesk
        from carmp_desktop.qt.leave_guard import LeaveGuard
        from carmp_desktop.qt.loupe.desk import LoupeDesk
        from carmp_desktop.qt.mirror_desk import MirrorDesk
        from carmp_desktop.qt.month_desk import MonthDesk
        from carmp_desktop.qt.request.desk import RequestDesk
        from carmp_desktop.qt.settings.desk import SettingsDesk
        from carmp_desktop.qt.touch_up.desk import TouchUpDesk

        self.request = RequestDesk(self.panel, jobs, self.notices, self.loader)
        self.arrivals, self.samples = self.request.arrivals, self.request.samples
        self.desk = BatchesDesk(self.batches, self.tray, self.notices, jobs)
        self.colors = ColorsDesk(self.batches, self.tray, jobs)
        self.settings = SettingsDesk(self, jobs, self.notices)
        self.touch_up = TouchUpDesk(self, jobs, self.notices)
        self.loupe = LoupeDesk(self, jobs, self.loader)
        self.month = MonthDesk(self.top, jobs)
        self.connection = ConnectionDesk(self.top, jobs)
        self.mirror = MirrorDesk(self.tray, self.settings, jobs)
        self.library = GalleryDesk(self, jobs, self.gallery, self.notices)
        self.gallery_loupe = GalleryLoupe(self, self.gallery, self.loader)
        self.images = ImageDesk(self.batches, self.loupe, self.library, jobs)
        self.chronicle = HistoryDesk(self.history, self.batches, self.desk, jobs, self.notices)
        self.approvals = ApprovalsDesk(self.batches, self.loupe, self.gallery, self.library, jobs)
        self.exports = ExportDesk(self, jobs, self.notices)
        self._guard = LeaveGuard(jobs, self.notices, self)

    def _let_use(self, can: bool) -> None:
        self.setAcceptDrops(can)
        for part in (self.top, self.pages, self.tray):
            part.setEnabled(can)
        if can and self.isVisible() and self.focusWidget() is None:
            self.panel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stop_desks(self) -> None:
        self.request.choices.finish()
        self.loupe.shutdown()
        self.gallery_loupe.shutdown()
        self.touch_up.shutdown()
        self.exports.shutdown()
        self.month.stop()
        self.library.stop()

    def _build(self) -> None:
        self.setWindowTitle(APP_NAME)
        self.setMinimumSize(_LEAST)
        self._take_size()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.tray)

    def _take_size(self) -> None:
        """As large as it is drawn; where its frame has no room for that, all of the screen."""
        size = room_for(self, _SIZE)
        self.resize(size)
        if size != _SIZE:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def _connect(self) -> None:
        self._guard.passed.connect(self.close_requested)
        self.request.batch_started.connect(self.desk.show_new)
        self.request.presets_told.connect(self.tray.set_presets_state)
        self.tray.set_presets_state(self.request.presets_words)
        self.panel.token_requested.connect(self.settings.open)
        self.batches.empty.token_requested.connect(self.settings.open)
        self.batches.empty.browse_requested.connect(self.request.browse)
        self._jobs.engine_changed.connect(self._show_engine)
        self._try_samples.clicked.connect(self.samples.begin)
        self.top.settings_requested.connect(self.settings.open)
        self.top.scheme_toggled.connect(self.scheme_toggled)
        self.tray.gallery_requested.connect(self._open_gallery)
        self.top.page_chosen.connect(self.pages.show_page)
        self.pages.shown.connect(self.top.show_page)
        self.library.totals_changed.connect(self.tray.set_totals)
        self.chronicle.studio_requested.connect(self._show_studio)
        self.batches.touch_up_requested.connect(self.touch_up.open)
        self.loupe.folder_requested.connect(self.desk.show_folder)
        self.loupe.touch_up_requested.connect(self.touch_up.open)
        self.loupe.again_requested.connect(self.desk.make_again)
        self.batches.export_requested.connect(self.exports.open_batch)
        self.loupe.export_requested.connect(self.exports.open_cell)
        self.gallery.export_requested.connect(self.exports.open_pictures)
        self.close_requested.connect(self.exports.shutdown)

    def _bind_keys(self) -> WindowKeys:
        actions: dict[str, Callable[[], object]] = {
            "Ctrl+1": partial(self.pages.show_page, STUDIO),
            "Ctrl+2": partial(self.pages.show_page, GALLERY),
            "Ctrl+3": partial(self.pages.show_page, HISTORY),
            "Ctrl+O": self.request.browse,
            "Ctrl+J": self.tray.toggle,
            "Ctrl+,": self.settings.open,
            "Ctrl+Shift+L": self.scheme_toggled.emit,
            "Ctrl+Q": self.close,
            "F1": self.show_keys,
            "?": self.show_keys,
        }
        pages = (self.panel, self.batches, self.gallery, self.history)
        return WindowKeys(self, actions, (self.top, self.notices, *pages, self.tray))


def _settle() -> None:
    """Lay out now what waits for that; fonts come late, so the first layout is never the last."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
