"""What can be done with one card, as a menu: open its image, show it in its folder, touch it up."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from carmp_desktop.core.model import Batch, Cell, EngineName, JobStatus

TOUCH_UP_KEY = "T"


class CardMenu(QMenu):
    """Made for one card and shown with `popup`; its signals carry the `Cell`."""

    open_requested = Signal(object)
    """The image shall be opened in the system's viewer."""

    folder_requested = Signal(object)
    """The folder of the image shall be shown."""

    touch_up_requested = Signal(object)
    """Outline and painted parts shall be corrected by hand."""

    def __init__(self, batch: Batch, cell: Cell, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._cell = cell
        done = cell.status is JobStatus.COMPLETED
        self._offer(self.tr("Open image"), enabled=done).triggered.connect(self._open)
        self._offer(self.tr("Show in folder"), enabled=done).triggered.connect(self._folder)
        if batch.request.engine is EngineName.STUDIO:
            self.addSeparator()
            touch_up = self._offer(self.tr("Touch up by hand…"), enabled=done)
            touch_up.setShortcut(QKeySequence(TOUCH_UP_KEY))
            touch_up.triggered.connect(self._touch_up)

    def _offer(self, text: str, *, enabled: bool) -> QAction:
        action = self.addAction(text)
        action.setEnabled(enabled)
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
