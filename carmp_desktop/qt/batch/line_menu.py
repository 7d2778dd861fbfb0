"""What can be done with a whole row or column of the matrix, as a menu."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from carmp_desktop.core.model import Cell, CellKey
from carmp_desktop.core.retrying import unmade


@dataclass(frozen=True, slots=True)
class Line:
    """A row (its angle's key is set) or a column (its color's), and the cells that stand in it.

    ``has_vacancies`` says that the batch lacks a job for one of its places at least.
    """

    title: str
    cells: Mapping[CellKey, Cell]
    angle_key: str = ""
    color_key: str = ""
    has_vacancies: bool = False


class LineMenu(QMenu):
    """Offers what fits the state of the line's cells."""

    again_requested = Signal(object, bool)
    """A frozenset of `CellKey` to be made again; True where anew, whatever may still come."""

    cancel_requested = Signal(object)
    """A frozenset of `CellKey` to be canceled."""

    colors_requested = Signal(str, str)
    """The keys of the angle and the color to be added; an empty one stands for all."""

    def __init__(self, line: Line, parent: QWidget) -> None:
        super().__init__(line.title.replace("&", "&&"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(line.title)
        self._line = line
        self._failed = frozenset(unmade(line.cells))
        self._ended = frozenset(key for key, cell in line.cells.items() if cell.status.is_final)
        self._under_way = frozenset(line.cells) - self._ended
        retry = self.tr("Retry what failed ({n})").format(n=len(self._failed))
        self._offer(retry, self._retry, enabled=bool(self._failed))
        again = self.tr("Make all again ({n})").format(n=len(self._ended))
        self._offer(again, self._again, enabled=bool(self._ended))
        cancel = self.tr("Cancel what runs ({n})").format(n=len(self._under_way))
        self._offer(cancel, self._cancel, enabled=bool(self._under_way))
        self.addSeparator()
        if line.angle_key:
            self._offer(self.tr("Add colors…"), self._add)
        elif line.has_vacancies:
            self._offer(self.tr("Add this color to all angles…"), self._add)

    def _offer(self, text: str, chosen: Callable[[], None], *, enabled: bool = True) -> QAction:
        action = self.addAction(text)
        action.setEnabled(enabled)
        action.triggered.connect(chosen)
        return action

    @Slot()
    def _retry(self) -> None:
        self.again_requested.emit(self._failed, False)

    @Slot()
    def _again(self) -> None:
        self.again_requested.emit(self._ended, False)

    @Slot()
    def _cancel(self) -> None:
        self.cancel_requested.emit(self._under_way)

    @Slot()
    def _add(self) -> None:
        self.colors_requested.emit(self._line.angle_key, self._line.color_key)
