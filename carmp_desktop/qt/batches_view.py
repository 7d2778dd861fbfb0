"""The centre of the window: an invitation before the first batch, then a page per batch.

Each page holds its own header and matrix and hears only of its own batch. With more than one
batch a row of tabs leads to each of them.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from carmp_desktop.core.events import BatchCompleted, JobUpdated
from carmp_desktop.core.model import Batch, Cell, CellKey, EngineName, JobStatus
from carmp_desktop.qt.batch_header import BatchHeader
from carmp_desktop.qt.card_menu import TOUCH_UP_KEY, CardMenu
from carmp_desktop.qt.empty_state import EmptyState
from carmp_desktop.qt.icons import icon
from carmp_desktop.qt.images import ImageLoader
from carmp_desktop.qt.matrix import MatrixView
from carmp_desktop.qt.tokens import SPACE


class BatchPage(QWidget):
    """One batch: its header over its matrix."""

    cell_activated = Signal(object, object)
    """The `Batch`, and the `CellKey` of the card that was activated."""

    cancel_requested = Signal(str)
    """The id of the batch that shall be canceled."""

    folder_requested = Signal(object)
    """The folder of a `Cell`'s image shall be shown."""

    touch_up_requested = Signal(object, object)
    """The `Batch`, and the `Cell` to be corrected by hand."""

    def __init__(self, batch: Batch, loader: ImageLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.batch = batch
        self.header = BatchHeader()
        self.matrix = MatrixView(loader)
        self.header.show_batch(batch)
        self.matrix.show_batch(batch)
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.setIcon(icon("cancel"))
        self._cancel.setProperty("role", "plain")
        self._cancel.setToolTip(self.tr("Stop this batch; what already runs may be charged"))
        self._cancel.clicked.connect(self._ask_to_cancel)
        self.header.add_action(self._cancel)
        self.matrix.cell_activated.connect(self._activate)
        self.matrix.menu_requested.connect(self._show_menu)
        touch_up = QShortcut(QKeySequence(TOUCH_UP_KEY), self.matrix)
        touch_up.setContext(Qt.ShortcutContext.WidgetShortcut)
        touch_up.activated.connect(self._touch_up_current)
        self.header.card_width_chosen.connect(self.matrix.set_card_width)
        self.header.fit_chosen.connect(self.matrix.fit_cards)
        self.matrix.card_width_changed.connect(self.header.show_card_width)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self.header)
        layout.addWidget(self.matrix, 1)

    def update_job(self, event: JobUpdated) -> None:
        """Show one cell's change, where it is this batch's."""
        if event.batch_id == self.batch.id:
            self.matrix.update_cell(event.cell)
            self.header.update_cell(event.cell)

    def complete(self, event: BatchCompleted) -> None:
        """Show that the batch has ended: there is nothing left to cancel."""
        self._cancel.hide()
        self.header.complete(event)

    @Slot()
    def _ask_to_cancel(self) -> None:
        self._cancel.setEnabled(False)
        self.cancel_requested.emit(self.batch.id)

    @Slot(object)
    def _activate(self, key: CellKey) -> None:
        self.cell_activated.emit(self.batch, key)

    @Slot(object, QPoint)
    def _show_menu(self, key: CellKey, place: QPoint) -> None:
        menu = CardMenu(self.batch, self.matrix.cell_state(key), self)
        menu.open_requested.connect(self._open)
        menu.folder_requested.connect(self.folder_requested)
        menu.touch_up_requested.connect(self._touch_up)
        menu.popup(place)

    @Slot(object)
    def _open(self, cell: Cell) -> None:
        self.cell_activated.emit(self.batch, cell.key)

    @Slot(object)
    def _touch_up(self, cell: Cell) -> None:
        self.touch_up_requested.emit(self.batch, cell)

    @Slot()
    def _touch_up_current(self) -> None:
        key = self.matrix.current_key
        if key is None or self.batch.request.engine is not EngineName.STUDIO:
            return
        cell = self.matrix.cell_state(key)
        if cell.status is JobStatus.COMPLETED:
            self.touch_up_requested.emit(self.batch, cell)


class BatchesView(QWidget):
    """All batches of this run of the program, the newest in sight."""

    cell_activated = Signal(object, object)
    """The `Batch`, and the `CellKey` of the card that was activated."""

    cancel_requested = Signal(str)
    """The id of the batch that shall be canceled."""

    folder_requested = Signal(object)
    """The folder of a `Cell`'s image shall be shown."""

    touch_up_requested = Signal(object, object)
    """The `Batch`, and the `Cell` to be corrected by hand."""

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
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self._tabs)
        layout.addWidget(self._stack, 1)

    @property
    def current(self) -> BatchPage | None:
        """The page in sight, None before the first batch."""
        page = self._stack.currentWidget()
        return page if isinstance(page, BatchPage) else None

    def page(self, batch_id: str) -> BatchPage:
        """A batch's page. Raises KeyError for a batch that is not shown."""
        return self._pages[batch_id]

    def add_batch(self, batch: Batch) -> BatchPage:
        """Show a new batch with all its cells, and bring it into sight."""
        page = BatchPage(batch, self._loader)
        page.cell_activated.connect(self.cell_activated)
        page.cancel_requested.connect(self.cancel_requested)
        page.folder_requested.connect(self.folder_requested)
        page.touch_up_requested.connect(self.touch_up_requested)
        self._pages[batch.id] = page
        self._stack.addWidget(page)
        self._tabs.addTab(f"{batch.title} · {batch.created_at.astimezone():%H:%M}")
        self._tabs.setVisible(self._tabs.count() > 1)
        self._tabs.setCurrentIndex(self._tabs.count() - 1)
        self._stack.setCurrentWidget(page)
        return page

    def remove_batch(self, batch: Batch) -> None:
        """Take a batch away that never came to be."""
        page = self._pages.pop(batch.id)
        place = self._stack.indexOf(page) - 1
        self._tabs.removeTab(place)
        self._stack.removeWidget(page)
        page.deleteLater()
        self._tabs.setVisible(self._tabs.count() > 1)

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

    @Slot(int)
    def _show_tab(self, place: int) -> None:
        self._stack.setCurrentIndex(place + 1)
