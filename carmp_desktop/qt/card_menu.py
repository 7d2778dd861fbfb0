"""What can be done with one card, as a menu: open, touch up, make again, cancel."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from carmp_desktop.core.model import Batch, Cell, CellKey, EngineName, JobStatus

TOUCH_UP_KEY = "T"


class CardMenu(QMenu):
    """Made for one card of a row and shown with `popup`."""

    open_requested = Signal(object)
    """The image of the `Cell` shall be opened in the system's viewer."""

    folder_requested = Signal(object)
    """The folder of the `Cell`'s image shall be shown."""

    touch_up_requested = Signal(object)
    """Outline and painted parts of the `Cell` shall be corrected by hand."""

    again_requested = Signal(object, bool)
    """A frozenset of `CellKey` to be made again; True where anew, whatever may still come."""

    cancel_requested = Signal(object)
    """A frozenset of `CellKey` to be canceled."""

    colors_requested = Signal(str)
    """The key of the angle to which colors shall be added."""

    def __init__(self, batch: Batch, cell: Cell, row: frozenset[CellKey], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._cell = cell
        done = cell.status is JobStatus.COMPLETED
        self._offer(self.tr("Open image"), self._open, enabled=done)
        self._offer(self.tr("Show in folder"), self._folder, enabled=done)
        if batch.request.engine is EngineName.STUDIO:
            self.addSeparator()
            touch_up = self._offer(self.tr("Touch up by hand…"), self._touch_up, enabled=done)
            touch_up.setShortcut(QKeySequence(TOUCH_UP_KEY))
        self.addSeparator()
        self._row = row
        if cell.is_unknown:
            self._offer(self.tr("Look for it again"), self._again)
            self._offer(self.tr("Make anew (may be paid twice)"), self._anew)
        elif cell.status.is_final:
            self._offer(self.tr("Make again"), self._again)
            self._offer(self.tr("Make the row again"), self._row_again)
            self._offer(self.tr("Add colors to the row…"), self._add_colors)
        else:
            self._offer(self.tr("Cancel this image"), self._cancel)
            self._offer(self.tr("Cancel the row"), self._cancel_row)

    def _offer(self, text: str, chosen: Callable[[], None], *, enabled: bool = True) -> QAction:
        action = self.addAction(text)
        action.setEnabled(enabled)
        action.triggered.connect(chosen)
        return action

    @Slot()
    def _open(self) -> None:
        self.open_requested.emit(self._cell)

    @Slot()
    def _folder(self) -> None:
        self.folder_requested.emit(self._cell)

    @Slot()
    def _touch_up(self) -> None:
        self.touch_up_requested.emit(self._cell)

    @Slot()
    def _again(self) -> None:
        self.again_requested.emit(frozenset({self._cell.key}), False)

    @Slot()
    def _anew(self) -> None:
        self.again_requested.emit(frozenset({self._cell.key}), True)

    @Slot()
    def _row_again(self) -> None:
        self.again_requested.emit(self._row, False)

    @Slot()
    def _add_colors(self) -> None:
        self.colors_requested.emit(self._cell.key.angle_key)

    @Slot()
    def _cancel(self) -> None:
        self.cancel_requested.emit(frozenset({self._cell.key}))

    @Slot()
    def _cancel_row(self) -> None:
        self.cancel_requested.emit(self._row)
