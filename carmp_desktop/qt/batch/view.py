"""The centre of the window: an invitation before the first batch, then a page per batch.

Each page holds its own header and matrix and hears only of its own batch. With more than one
batch a row of tabs leads to each of them.
"""

from __future__ import annotations

from functools import partial
from itertools import chain, count
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from carmp_desktop.core.events import BatchCompleted, JobUpdated
from carmp_desktop.core.model import Batch
from carmp_desktop.qt.batch.empty_state import EmptyState
from carmp_desktop.qt.look.tokens import SPACE
from carmp_desktop.qt.parts.controls import IconButton
from carmp_desktop.qt.parts.images import ImageLoader

if TYPE_CHECKING:
    from carmp_desktop.qt.batch.page import BatchPage

_CROSS = 18


class BatchesView(QWidget):
    """All batches of this run of the program, the newest in sight."""

    cell_activated = Signal(object, object)
    """The `Batch`, and the `CellKey` of the card that was activated."""

    cancel_requested = Signal(str)
    """The id of the batch that shall be canceled."""

    cells_cancel_requested = Signal(str, object)
    """The id of the batch, and the `CellKey`s that shall be canceled."""

    again_requested = Signal(object, object, bool)
    """The `Batch`, the `CellKey`s to be made again, and whether anew in any case."""

    go_on_requested = Signal(object)
    """The `Batch` whose interrupted cells shall go on."""

    colors_requested = Signal(object, str, str, QPoint)
    """As `BatchPage.colors_requested`."""

    file_requested = Signal(object)
    """The file of a `Cell`'s image shall be opened in the system's viewer."""

    bin_requested = Signal(object)
    """A `Cell`'s image shall be put into the bin."""

    copy_requested = Signal(object)
    """A `Cell`'s image shall be copied."""

    folder_requested = Signal(object)
    """The folder of a `Cell`'s image shall be shown."""

    touch_up_requested = Signal(object, object)
    """The `Batch`, and the `Cell` to be corrected by hand."""

    verdict_requested = Signal(object, object)
    """As `BatchPage.verdict_requested`."""

    export_requested = Signal(object)
    """The images of the `Batch` shall be exported."""

    close_requested = Signal(object)
    """The page of this `Batch` shall go."""

    def __init__(self, loader: ImageLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loader = loader
        self._pages: dict[str, BatchPage] = {}
        self.empty = EmptyState()
        self._tabs = QTabBar()
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.setVisible(False)
        self._tabs.setAccessibleName(self.tr("Batches"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._tabs.currentChanged.connect(self._show_tab)
        closing = QShortcut(QKeySequence("Ctrl+W"), self)
        closing.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        closing.activated.connect(self._ask_to_close_current)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self._tabs)
        layout.addWidget(self._stack, 1)

    @property
    def current(self) -> BatchPage | None:
        """The page in sight, None before the first batch."""
        shown = self._stack.currentWidget()
        return next((page for page in self._pages.values() if page is shown), None)

    @property
    def pages(self) -> tuple[BatchPage, ...]:
        """All pages, oldest first."""
        return tuple(self._pages.values())

    def page(self, batch_id: str) -> BatchPage:
        """A batch's page. Raises KeyError for a batch that is not shown."""
        return self._pages[batch_id]

    def add_batch(self, batch: Batch) -> BatchPage:
        """Show a new batch with all its cells, and bring it into sight."""
        from carmp_desktop.qt.batch.page import BatchPage  # not before the window is painted

        page = BatchPage(batch, self._loader)
        page.cell_activated.connect(self.cell_activated)
        page.cancel_requested.connect(self.cancel_requested)
        page.cells_cancel_requested.connect(self.cells_cancel_requested)
        page.again_requested.connect(self.again_requested)
        page.go_on_requested.connect(self.go_on_requested)
        page.colors_requested.connect(self.colors_requested)
        page.file_requested.connect(self.file_requested)
        page.copy_requested.connect(self.copy_requested)
        page.bin_requested.connect(self.bin_requested)
        page.folder_requested.connect(self.folder_requested)
        page.touch_up_requested.connect(self.touch_up_requested)
        page.verdict_requested.connect(self.verdict_requested)
        page.export_requested.connect(self.export_requested)
        had_focus = self._has_focus
        self._pages[batch.id] = page
        self._stack.addWidget(page)
        self._add_tab(batch)
        self._tabs.setVisible(self._tabs.count() > 1)
        self._tabs.setCurrentIndex(self._tabs.count() - 1)
        self._stack.setCurrentWidget(page)
        if had_focus:
            page.matrix.setFocus(Qt.FocusReason.OtherFocusReason)
        return page

    def show_batch(self, batch_id: str) -> None:
        """Bring a batch's page into sight. Raises KeyError for one that is not shown."""
        self._tabs.setCurrentIndex(self.pages.index(self._pages[batch_id]))

    def remove_batch(self, batch: Batch) -> None:
        """Take a batch's page away; the batch itself stays where it is kept."""
        had_focus = self._has_focus
        page = self._pages.pop(batch.id)
        place = self._stack.indexOf(page) - 1
        self._tabs.removeTab(place)
        self._stack.removeWidget(page)
        page.deleteLater()
        self._tabs.setVisible(self._tabs.count() > 1)
        if had_focus and self.current is not None:
            self.current.matrix.setFocus(Qt.FocusReason.OtherFocusReason)
        elif had_focus:
            self.focusNextChild()

    @Slot(object)
    def update_job(self, event: JobUpdated) -> None:
        """Show a cell's change on its batch's page; an unknown batch's changes nothing."""
        page = self._pages.get(event.batch_id)
        if page is not None:
            page.update_job(event)

    @Slot(object)
    def complete(self, event: BatchCompleted) -> None:
        """Show that a batch has ended."""
        page = self._pages.get(event.batch_id)
        if page is not None:
            page.complete(event)

    def _add_tab(self, batch: Batch) -> None:
        begun = batch.created_at.astimezone()
        place = self._tabs.addTab(self._unlike_the_others(f"{batch.title} · {begun:%H:%M}"))
        name = f"{batch.title} · {begun:%H:%M:%S}"
        self._tabs.setAccessibleTabName(place, name)
        cross = IconButton("close", label=self.tr("Close {name}").format(name=name))
        cross.setFixedSize(_CROSS, _CROSS)
        cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Ctrl+W does the same
        cross.clicked.connect(partial(self._ask_to_close, batch.id))
        self._tabs.setTabButton(place, QTabBar.ButtonPosition.RightSide, cross)

    def _unlike_the_others(self, name: str) -> str:
        """A tab's name; where another one bears it already, with a number of its own."""
        taken = {self._tabs.tabText(place) for place in range(self._tabs.count())}
        names = chain((name,), (f"{name} ({number})" for number in count(2)))
        return next(each for each in names if each not in taken)

    @property
    def _has_focus(self) -> bool:
        focus = self.window().focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    @Slot()
    def _ask_to_close_current(self) -> None:
        if self.current is not None:
            self.close_requested.emit(self.current.batch)

    def _ask_to_close(self, batch_id: str) -> None:
        self.close_requested.emit(self._pages[batch_id].batch)

    @Slot(int)
    def _show_tab(self, place: int) -> None:
        self._stack.setCurrentIndex(place + 1)
