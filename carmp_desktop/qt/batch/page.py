"""One batch in the centre of the window: header, matrix, and what can be done with them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carmp_desktop.core.events import BatchCompleted, JobUpdated
from carmp_desktop.core.model import Batch, Cell, CellKey, EngineName, JobStatus
from carmp_desktop.core.retrying import unmade, with_what_they_need
from carmp_desktop.core.store.approvals import Verdict
from carmp_desktop.qt.batch.card_menu import RETRY_KEY, TOUCH_UP_KEY, CardMenu
from carmp_desktop.qt.batch.header import BatchHeader
from carmp_desktop.qt.batch.line_menu import Line, LineMenu
from carmp_desktop.qt.batch.matrix import MatrixView
from carmp_desktop.qt.batch.verdicts import APPROVE_KEY, REJECT_KEY, turned
from carmp_desktop.qt.look.icons import icon
from carmp_desktop.qt.look.tokens import SPACE
from carmp_desktop.qt.parts.controls import push_button
from carmp_desktop.qt.parts.images import ImageLoader


class BatchPage(QWidget):
    """Shows one batch and says what the user wants of it."""

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
    """The `Batch` to which colors shall be added, the keys of one angle and one color (or empty
    texts for all, and for none chosen yet), and a place on the screen."""

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
    """A `Cell`, and the `Verdict` on its image or None."""

    export_requested = Signal(object)
    """The images of the `Batch` shall be exported."""

    def __init__(self, batch: Batch, loader: ImageLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.batch = batch
        self.header = BatchHeader()
        self.matrix = MatrixView(loader)
        self.header.show_batch(batch)
        self.matrix.show_batch(batch)
        self._menu_place = QPoint()
        self._go_on = push_button(self.tr("Go on"), role="plain")
        self._go_on.setToolTip(self.tr("Make what was interrupted and had not begun"))
        self._again = push_button(self.tr("Retry failed"), role="plain")
        self._again.setToolTip(self.tr("Each image that is made again is a new paid attempt"))
        self._colors = push_button(self.tr("Add colors"), role="plain")
        self._colors.setToolTip(self.tr("Make further colors of the angles that are here"))
        self._export = push_button(self.tr("Export…"), role="plain")
        self._export.setToolTip(self.tr("Write the images as files for a marketplace"))
        self._cancel = push_button(self.tr("Cancel"), role="plain")
        self._cancel.setIcon(icon("cancel"))
        self._cancel.setToolTip(self.tr("Stop this batch; what already runs may be charged"))
        self._build()

    def update_job(self, event: JobUpdated) -> None:
        """Show one cell's change, where it is this batch's."""
        if event.batch_id != self.batch.id:
            return
        self.matrix.update_cell(event.cell)
        self.header.update_cell(event.cell)
        if not event.cell.status.is_final and self._cancel.isHidden():
            self._reopen()

    def restore(self, cells: Iterable[Cell], *, waiting: int) -> None:
        """Show how an interrupted batch stood; ``waiting`` cells wait for the user's word."""
        for cell in cells:
            self.update_job(JobUpdated(cell))
        self._go_on.setVisible(waiting > 0)

    def grow(self, batch: Batch) -> None:
        """Show the colors that the batch was given."""
        self.batch = batch
        self.matrix.grow(batch)
        self.header.grow(batch, self.matrix.cells.values())
        self._reopen()

    def complete(self, event: BatchCompleted) -> None:
        """Show that the batch has ended: what failed can be made again."""
        self._cancel.hide()
        self._go_on.hide()
        self._offer_the_rest()
        self._export.setVisible(any(cell.image for cell in self.matrix.cells.values()))
        self.header.complete(event)

    def _offer_the_rest(self) -> None:
        """Offer to make what has no image, in the words that fit why it has none."""
        cells = self.matrix.cells
        rest = unmade(cells)
        failed = any(cells[key].status is JobStatus.FAILED for key in rest)
        self._again.setText(self.tr("Retry failed") if failed else self.tr("Make the rest"))
        self._again.setVisible(bool(rest))

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon in the color of the new scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_cancel"):
            self._cancel.setIcon(icon("cancel"))

    def _reopen(self) -> None:
        self._cancel.setEnabled(True)
        self._cancel.show()
        self._again.hide()
        self._export.hide()
        self.header.reopen()

    def _build(self) -> None:
        for button, pressed in (
            (self._go_on, self._ask_to_go_on),
            (self._again, self._ask_for_failed),
            (self._colors, self._ask_for_colors),
            (self._export, self._ask_to_export),
            (self._cancel, self._ask_to_cancel),
        ):
            button.clicked.connect(pressed)
            self.header.add_action(button)
        for later in (self._go_on, self._again, self._export):
            later.hide()
        self.matrix.cell_activated.connect(self._activate)
        self.matrix.vacancy_activated.connect(self._ask_to_fill)
        self.matrix.menu_requested.connect(self._show_menu)
        self.matrix.line_menu_requested.connect(self._show_line_menu)
        for key, pressed in (
            (TOUCH_UP_KEY, self._touch_up_current),
            (RETRY_KEY, self._retry_current),
            ("Space", self._open_current),
            ("Ctrl+C", self._copy_current),
            ("Del", self._bin_current),
            (APPROVE_KEY, self._approve_current),
            (REJECT_KEY, self._reject_current),
        ):
            shortcut = QShortcut(QKeySequence(key), self.matrix)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(pressed)
        self.header.card_width_chosen.connect(self.matrix.set_card_width)
        self.header.fit_chosen.connect(self.matrix.fit_cards)
        self.matrix.card_width_changed.connect(self.header.show_card_width)
        self.header.show_card_width(self.matrix.card_width)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self.header)
        layout.addWidget(self.matrix, 1)

    @Slot()
    def _ask_to_cancel(self) -> None:
        self._cancel.setEnabled(False)
        self.cancel_requested.emit(self.batch.id)

    @Slot()
    def _ask_to_go_on(self) -> None:
        self._go_on.hide()
        self.go_on_requested.emit(self.batch)

    @Slot()
    def _ask_for_colors(self) -> None:
        below = self._colors.mapToGlobal(QPoint(0, self._colors.height() + SPACE))
        self.colors_requested.emit(self.batch, "", "", below)

    @Slot()
    def _ask_to_export(self) -> None:
        self.export_requested.emit(self.batch)

    @Slot(object)
    def _ask_to_fill(self, key: CellKey) -> None:
        place = self.matrix.place_of(key)
        self.colors_requested.emit(self.batch, key.angle_key, key.color_key or "", place)

    @Slot(str, str)
    def _ask_for_line(self, angle_key: str, color_key: str) -> None:
        self.colors_requested.emit(self.batch, angle_key, color_key, self._menu_place)

    @Slot()
    def _ask_for_failed(self) -> None:
        self._make_again(frozenset(unmade(self.matrix.cells)), anew=False)

    @Slot(object, bool)
    def _make_again(self, keys: frozenset[CellKey], anew: bool) -> None:
        if wanted := with_what_they_need(self.matrix.cells, keys):
            self.again_requested.emit(self.batch, wanted, anew)

    @Slot(object)
    def _cancel_cells(self, keys: frozenset[CellKey]) -> None:
        self.cells_cancel_requested.emit(self.batch.id, keys)

    @Slot(object)
    def _activate(self, key: CellKey) -> None:
        self.cell_activated.emit(self.batch, key)

    @Slot(object, QPoint)
    def _show_menu(self, key: CellKey, place: QPoint) -> None:
        menu = CardMenu(self.batch, self.matrix.cell_state(key), self.matrix.lines_of(key), self)
        menu.open_requested.connect(self._open)
        menu.file_requested.connect(self.file_requested)
        menu.folder_requested.connect(self.folder_requested)
        menu.copy_requested.connect(self.copy_requested)
        menu.bin_requested.connect(self.bin_requested)
        menu.touch_up_requested.connect(self._touch_up)
        menu.verdict_pressed.connect(self._judge)
        self._show(menu, place)

    @Slot(object, QPoint)
    def _show_line_menu(self, line: Line, place: QPoint) -> None:
        self._show(LineMenu(line, self), place)

    def _show(self, menu: CardMenu | LineMenu, place: QPoint) -> None:
        self._menu_place = place
        menu.again_requested.connect(self._make_again)
        menu.cancel_requested.connect(self._cancel_cells)
        menu.colors_requested.connect(self._ask_for_line)
        menu.popup(place)

    @Slot(object)
    def _open(self, cell: Cell) -> None:
        self.cell_activated.emit(self.batch, cell.key)

    @Slot(object)
    def _touch_up(self, cell: Cell) -> None:
        self.touch_up_requested.emit(self.batch, cell)

    @Slot()
    def _open_current(self) -> None:
        """Look at the current card closely; an empty place offers to be filled."""
        self.matrix.activated.emit(self.matrix.currentIndex())

    @Slot()
    def _copy_current(self) -> None:
        if (cell := self._current_cell) is not None and cell.status is JobStatus.COMPLETED:
            self.copy_requested.emit(cell)

    @Slot()
    def _bin_current(self) -> None:
        if (cell := self._current_cell) is not None and cell.image is not None:
            self.bin_requested.emit(cell)

    @Slot()
    def _approve_current(self) -> None:
        self._judge(self._current_cell, Verdict.APPROVED)

    @Slot()
    def _reject_current(self) -> None:
        self._judge(self._current_cell, Verdict.REJECTED)

    @Slot(object, object)
    def _judge(self, cell: Cell | None, pressed: Verdict) -> None:
        if cell is not None and cell.image is not None:
            before = self.matrix.verdicts.get(cell.key)
            self.verdict_requested.emit(cell, turned(before, pressed))

    @Slot()
    def _touch_up_current(self) -> None:
        cell, is_local = self._current_cell, self.batch.request.engine is EngineName.STUDIO
        if cell is not None and is_local and cell.status is JobStatus.COMPLETED:
            self._touch_up(cell)

    @Slot()
    def _retry_current(self) -> None:
        """Make the current card again where it has no image; a finished one needs the menu."""
        if (cell := self._current_cell) is not None and cell.status is not JobStatus.COMPLETED:
            self._make_again(frozenset({cell.key}), anew=False)

    @property
    def _current_cell(self) -> Cell | None:
        """The card the keyboard stands on, None at an empty place."""
        key = self.matrix.current_key
        return self.matrix.cells.get(key) if key else None
