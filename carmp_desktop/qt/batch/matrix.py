"""The angle × color matrix: every image of a batch as a card that fills when its job is done.

A table view rather than a widget per card: only what is in sight is painted, headers stick, arrow
keys walk, and a screen reader meets a table whose every cell has a name.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, QTimer, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QHideEvent,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QFrame, QTableView, QWidget

from carmp_desktop.core.model import Batch, Cell, CellKey
from carmp_desktop.core.store.approvals import Verdict
from carmp_desktop.qt.batch.card_delegate import CARD_GAP, CardDelegate, moves
from carmp_desktop.qt.batch.card_pictures import CardPictures
from carmp_desktop.qt.batch.line_menu import Line
from carmp_desktop.qt.batch.matrix_headers import (
    COLUMN_HEADER_HEIGHT,
    ROW_HEADER_WIDTH,
    AngleHeader,
    ColorHeader,
)
from carmp_desktop.qt.batch.matrix_model import CELL_ROLE, MatrixModel
from carmp_desktop.qt.batch.open_cards import OpenCards, cells_within
from carmp_desktop.qt.look.painting import animations_wanted
from carmp_desktop.qt.parts.images import ImageLoader

CARD_WIDTHS = range(96, 321)
"""The widths of a card that the user may choose, in device-independent pixels."""

_FITTED_WIDTHS = range(136, 241)
_HEIGHT_PER_WIDTH = 0.84
_FRAME_MS, _SECOND_MS = 50, 1000
_SETTLED_MS = 120


class MatrixView(QTableView):
    """Shows one batch; cells of other batches change nothing.

    Until `set_card_width` is called the cards fill the width, within reason.
    """

    cell_activated = Signal(object)
    """The `CellKey` of a card that was double-clicked, or on which Enter was pressed."""

    vacancy_activated = Signal(object)
    """The `CellKey` of a place that the batch has no job for: it shall be filled."""

    menu_requested = Signal(object, QPoint)
    """The `CellKey` of the card whose menu is wanted, and the place for it on the screen."""

    line_menu_requested = Signal(object, QPoint)
    """The `Line` whose heading's menu is wanted, and the place for it on the screen."""

    card_width_changed = Signal(int)
    """The cards have another width now, in device-independent pixels."""

    def __init__(self, loader: ImageLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = MatrixModel(self)
        self._pictures = CardPictures(loader, self)
        self._open_cards = OpenCards(self, self._model)
        self._moving: set[CellKey] = set()
        self._chosen_width: int | None = None
        self._card = QSize()
        self._frames = QTimer(self)
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._build()
        self._model.dataChanged.connect(self._cell_changed)
        self._pictures.arrived.connect(self._repaint_card)
        self._frames.timeout.connect(self._next_frame)
        self._settled.timeout.connect(self._forget_out_of_sight)
        self.activated.connect(self._activate)

    @property
    def card_width(self) -> int:
        """The width of a card, in device-independent pixels."""
        return self._card.width()

    @property
    def pictures(self) -> CardPictures:
        """The finished images as the cards show them."""
        return self._pictures

    def show_batch(self, batch: Batch, cells: Mapping[CellKey, Cell] | None = None) -> None:
        """Show all cells of ``batch`` at once; those that ``cells`` does not name are queued."""
        self._pictures.clear()
        self._model.show_batch(batch, cells or {})
        self._moving = {key for key, cell in self._model.cells.items() if moves(cell)}
        self._lay_out()
        self._run_clock()

    def grow(self, batch: Batch) -> None:
        """Show the batch with the colors it was given since; its cells stay as they are."""
        current = self.current_key
        self._model.show_batch(batch, dict(self._model.cells))
        self._lay_out()
        self.doItemsLayout()
        if current is not None:
            self.select_cell(current)

    def update_cell(self, cell: Cell) -> None:
        """Show a cell's new state; one of another batch, or of no known place, is ignored."""
        self._model.update_cell(cell)

    @property
    def cells(self) -> Mapping[CellKey, Cell]:
        """Every cell as it is shown."""
        return self._model.cells

    @property
    def verdicts(self) -> Mapping[CellKey, Verdict]:
        """What the user has said of the images."""
        return self._model.verdicts

    def show_verdicts(self, verdicts: Mapping[CellKey, Verdict]) -> None:
        """Mark the cards of these images; all others have no verdict."""
        self._model.show_verdicts(verdicts)

    def cell_state(self, key: CellKey) -> Cell:
        """The cell as it is shown. Raises KeyError for one the batch does not have."""
        return self._model.cells[key]

    def select_cell(self, key: CellKey) -> None:
        """Make the card the current one and bring it into sight."""
        self.setCurrentIndex(self._model.index_of(key))

    def set_card_width(self, width: int) -> None:
        """Give every card this width, within `CARD_WIDTHS`."""
        self._chosen_width = min(max(width, CARD_WIDTHS[0]), CARD_WIDTHS[-1])
        self._lay_out()

    def fit_cards(self) -> None:
        """Let the cards fill the width again."""
        self._chosen_width = None
        self._lay_out()

    def place_of(self, key: CellKey) -> QPoint:
        """The middle of a card on the screen."""
        return self.viewport().mapToGlobal(self.visualRect(self._model.index_of(key)).center())

    def lines_of(self, key: CellKey) -> tuple[Line, Line]:
        """The row and the column in which a card stands."""
        index = self._model.index_of(key)
        return self._model.row_line(index.row()), self._model.column_line(index.column())

    @property
    def current_key(self) -> CellKey | None:
        """The card the keyboard stands on, None before there is one."""
        index = self.currentIndex()
        return self._model.key_at(index.row(), index.column()) if index.isValid() else None

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the card under the pointer, or of the current one."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if not index.isValid():
            return
        self.setCurrentIndex(index)
        place = self.visualRect(index).center() if by_key else event.pos()
        key = self._model.key_at(index.row(), index.column())
        if self._model.is_vacant(key):
            self.vacancy_activated.emit(key)
            return
        self.menu_requested.emit(key, self.viewport().mapToGlobal(place))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the cards to the new width, where they are fitted."""
        super().resizeEvent(event)
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        """Let the rings turn."""
        super().showEvent(event)
        self._lay_out()
        self._run_clock()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: stop the clock."""
        super().hideEvent(event)
        self._run_clock()

    def changeEvent(self, event: QEvent) -> None:
        """Repaint in the colors of another scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cards that wait or run, and let the table paint the others."""
        rest = self._open_cards.paint(event.region())
        if not rest.isEmpty():
            super().paintEvent(QPaintEvent(rest))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll, and forget what went out of sight once the scrolling has settled."""
        super().scrollContentsBy(dx, dy)
        self._settled.start()

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Images of the batch, angles by colors"))
        colors, angles = ColorHeader(self), AngleHeader(self)
        colors.menu_requested.connect(self._ask_for_column)
        angles.menu_requested.connect(self._ask_for_row)
        self.setHorizontalHeader(colors)
        self.setVerticalHeader(angles)
        self.verticalHeader().setFixedWidth(ROW_HEADER_WIDTH)
        self.horizontalHeader().setFixedHeight(COLUMN_HEADER_HEIGHT)
        self.setModel(self._model)
        self.setItemDelegate(CardDelegate(self._pictures, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.setCornerButtonEnabled(False)
        for corner in self.findChildren(QAbstractButton):
            corner.setAccessibleName(self.accessibleName())
        self.setStyleSheet("QTableCornerButton::section { background: transparent; border: 0px; }")

    def _lay_out(self) -> None:
        """Give rows and columns the size of the cards."""
        width = self._chosen_width or self._fitted_width()
        size = QSize(width, round(width * _HEIGHT_PER_WIDTH))
        self._pictures.resize(size, self.devicePixelRatioF())
        if size == self._card:
            return
        self._card = size
        self.horizontalHeader().setDefaultSectionSize(size.width() + CARD_GAP)
        self.verticalHeader().setDefaultSectionSize(size.height() + CARD_GAP)
        self.horizontalScrollBar().setSingleStep(size.width() // 4)
        self.verticalScrollBar().setSingleStep(size.height() // 4)
        self.doItemsLayout()  # a new default size alone leaves the scroll bars as they were
        self.card_width_changed.emit(width)

    def _fitted_width(self) -> int:
        # The scroll bar's room is left free even while it is away, so that its coming and going
        # never changes the width that makes it come or go.
        bar = self.verticalScrollBar().sizeHint().width()
        room = self.width() - ROW_HEADER_WIDTH - bar
        width = room // max(1, self._model.columnCount()) - CARD_GAP
        return min(max(width, _FITTED_WIDTHS[0]), _FITTED_WIDTHS[-1])

    def _run_clock(self) -> None:
        """Let the one clock of all rings and times run while there is something to move."""
        if not self._moving or not self.isVisible():
            self._frames.stop()
        elif not self._frames.isActive():
            self._frames.start(_FRAME_MS if animations_wanted(self) else _SECOND_MS)

    @Slot()
    def _next_frame(self) -> None:
        for key in self._moving & self._in_sight():
            self._repaint_card(key)

    @Slot(object)
    def _repaint_card(self, key: CellKey) -> None:
        place = self.visualRect(self._model.index_of(key))
        if place.intersects(self.viewport().rect()):
            self.viewport().update(place)

    @Slot(QModelIndex)
    def _cell_changed(self, index: QModelIndex) -> None:
        cell: Cell = index.data(CELL_ROLE)
        if moves(cell):
            self._moving.add(cell.key)
        else:
            self._moving.discard(cell.key)
        self._run_clock()

    @Slot(QModelIndex)
    def _activate(self, index: QModelIndex) -> None:
        key = self._model.key_at(index.row(), index.column())
        signal = self.vacancy_activated if self._model.is_vacant(key) else self.cell_activated
        signal.emit(key)

    @Slot(int, QPoint)
    def _ask_for_row(self, row: int, place: QPoint) -> None:
        self.line_menu_requested.emit(self._model.row_line(row), place)

    @Slot(int, QPoint)
    def _ask_for_column(self, column: int, place: QPoint) -> None:
        self.line_menu_requested.emit(self._model.column_line(column), place)

    @Slot()
    def _forget_out_of_sight(self) -> None:
        self._pictures.forget_requests(keep=self._in_sight())

    def _in_sight(self) -> set[CellKey]:
        """The places that can be seen; asking each of a large batch would stall the window."""
        rows, columns = cells_within(self, self.viewport().rect())
        return {self._model.key_at(row, column) for row in rows for column in columns}
