"""What can be done with one card, as a menu: look, touch up, make again, cancel; and its lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from carmp_desktop.core.model import Batch, Cell, EngineName, JobStatus
from carmp_desktop.core.store.approvals import Verdict
from carmp_desktop.qt.batch.line_menu import Line, LineMenu
from carmp_desktop.qt.batch.verdicts import APPROVE_KEY, REJECT_KEY

OPEN_KEY, RETRY_KEY, TOUCH_UP_KEY = "Return", "R", "T"


class CardMenu(QMenu):
    """Made for one card and shown with `popup`; ``lines`` are its row and its column."""

    open_requested = Signal(object)
    """The image of the `Cell` shall be looked at closely."""

    file_requested = Signal(object)
    """The file of the `Cell`'s image shall be opened in the system's viewer."""

    folder_requested = Signal(object)
    """The folder of the `Cell`'s image shall be shown."""

    copy_requested = Signal(object)
    """The `Cell`'s image shall be copied."""

    bin_requested = Signal(object)
    """The `Cell`'s image shall be put into the bin."""

    touch_up_requested = Signal(object)
    """Outline and painted parts of the `Cell` shall be corrected by hand."""

    verdict_pressed = Signal(object, object)
    """The `Cell`, and the `Verdict` that was chosen for its image."""

    again_requested = Signal(object, bool)
    """A frozenset of `CellKey` to be made again; True where anew, whatever may still come."""

    cancel_requested = Signal(object)
    """A frozenset of `CellKey` to be canceled."""

    colors_requested = Signal(str, str)
    """As `LineMenu.colors_requested`."""

    def __init__(self, batch: Batch, cell: Cell, lines: Sequence[Line], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(", ".join(line.title for line in lines))
        self._cell = cell
        self._hands_on: dict[QAction, SignalInstance] = {}
        self.triggered.connect(self._choose)
        self._offer_to_look(batch)
        self.addSeparator()
        self._offer_to_make()
        self.addSeparator()
        for line in lines:
            self._add_line(line)

    def _offer_to_look(self, batch: Batch) -> None:
        done = self._cell.status is JobStatus.COMPLETED and self._cell.image is not None
        self._offer(self.tr("Open"), self.open_requested, key=OPEN_KEY)
        self._offer(self.tr("Open in the system's viewer"), self.file_requested, enabled=done)
        self._offer(self.tr("Show in folder"), self.folder_requested, enabled=done)
        self._offer(self.tr("Copy image"), self.copy_requested, enabled=done, key="Ctrl+C")
        if batch.request.engine is EngineName.STUDIO:
            touch_up = self.tr("Touch up by hand…")
            self._offer(touch_up, self.touch_up_requested, enabled=done, key=TOUCH_UP_KEY)
        if done:
            self._act(self.tr("Approve"), self._approve, key=APPROVE_KEY)
            self._act(self.tr("Reject"), self._reject, key=REJECT_KEY)
        self._offer(self.tr("Put into the bin"), self.bin_requested, enabled=done, key="Del")

    def _offer_to_make(self) -> None:
        if self._cell.is_unknown:
            self._act(self.tr("Look for it again"), self._again, key=RETRY_KEY)
            self._act(self.tr("Make anew (may be paid twice)"), self._anew)
        elif self._cell.status is JobStatus.COMPLETED:
            self._act(self.tr("Make again"), self._again)
        elif self._cell.status.is_final:
            self._act(self.tr("Make again"), self._again, key=RETRY_KEY)
        else:
            self._act(self.tr("Cancel this image"), self._cancel)

    def _add_line(self, line: Line) -> None:
        menu = LineMenu(line, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # it goes with this one
        menu.again_requested.connect(self.again_requested)
        menu.cancel_requested.connect(self.cancel_requested)
        menu.colors_requested.connect(self.colors_requested)
        self.addMenu(menu)

    def _offer(
        self, text: str, signal: SignalInstance, *, enabled: bool = True, key: str = ""
    ) -> None:
        """Offer what only needs the cell to be handed on."""
        action = self._add(text, key)
        action.setEnabled(enabled)
        self._hands_on[action] = signal

    def _act(self, text: str, chosen: Callable[[], None], *, key: str = "") -> None:
        """Offer what a slot of this menu does."""
        self._add(text, key).triggered.connect(chosen)

    def _add(self, text: str, key: str) -> QAction:
        action = self.addAction(text)
        if key:
            action.setShortcut(QKeySequence(key))
        return action

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        if action in self._hands_on:
            self._hands_on[action].emit(self._cell)

    @Slot()
    def _approve(self) -> None:
        self.verdict_pressed.emit(self._cell, Verdict.APPROVED)

    @Slot()
    def _reject(self) -> None:
        self.verdict_pressed.emit(self._cell, Verdict.REJECTED)

    @Slot()
    def _again(self) -> None:
        self.again_requested.emit(frozenset({self._cell.key}), False)

    @Slot()
    def _anew(self) -> None:
        self.again_requested.emit(frozenset({self._cell.key}), True)

    @Slot()
    def _cancel(self) -> None:
        self.cancel_requested.emit(frozenset({self._cell.key}))
