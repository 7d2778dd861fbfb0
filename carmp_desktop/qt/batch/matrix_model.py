"""The matrix as a table: a row per angle, the car's own color first, then a column per color."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from carmp_desktop.core.model import Angle, Batch, Cell, CellKey, Color
from carmp_desktop.core.store.approvals import Verdict
from carmp_desktop.qt.batch.line_menu import Line
from carmp_desktop.qt.batch.verdicts import verdict_words
from carmp_desktop.qt.words.card_words import in_its_turn, spoken, tooltip, vacant_spoken
from carmp_desktop.qt.words.text import short_angle_labels

CELL_ROLE = Qt.ItemDataRole.UserRole
"""The `Cell` at an index, None where the batch has no job for the place."""

HEADER_ROLE = Qt.ItemDataRole.UserRole + 1
"""The `Angle` of a row; the `Color` of a column, None for the first one."""

VERDICT_ROLE = Qt.ItemDataRole.UserRole + 2
"""The `Verdict` on the image at an index as plain text, None where nothing was said."""

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class MatrixModel(QAbstractTableModel):
    """The cells of one batch; empty until a batch is shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._batch_id: str | None = None
        self._angles: tuple[Angle, ...] = ()
        self._angle_names: Mapping[str, str] = {}
        self._colors: tuple[Color | None, ...] = ()
        self._rows: dict[str, int] = {}
        self._columns: dict[str | None, int] = {}
        self._cells: dict[CellKey, Cell] = {}
        self._verdicts: dict[CellKey, Verdict] = {}

    @property
    def cells(self) -> Mapping[CellKey, Cell]:
        """Every cell of the batch by its address."""
        return self._cells

    def show_batch(self, batch: Batch, cells: Mapping[CellKey, Cell]) -> None:
        """Show ``batch``; a cell that ``cells`` does not name is queued."""
        self.beginResetModel()
        self._batch_id = batch.id
        self._angles = batch.request.angles
        self._angle_names = short_angle_labels(angle.label for angle in self._angles)
        self._colors = (None, *batch.request.batch_colors)
        self._rows = {angle.key: row for row, angle in enumerate(self._angles)}
        self._columns = {
            color.key if color else None: column for column, color in enumerate(self._colors)
        }
        self._cells = {
            job.key: cells.get(job.key) or Cell(batch_id=batch.id, key=job.key)
            for job in batch.jobs
        }
        self.endResetModel()

    def row_line(self, row: int) -> Line:
        """A whole row, for its menu."""
        key = self._angles[row].key
        cells = {at: cell for at, cell in self._cells.items() if at.angle_key == key}
        return Line(self._angle_label(row), cells, angle_key=key)

    def column_line(self, column: int) -> Line:
        """A whole column, for its menu; the first one is the angles' own images."""
        color = self._colors[column]
        key = color.key if color else None
        cells = {at: cell for at, cell in self._cells.items() if at.color_key == key}
        return Line(
            self._color_label(column),
            cells,
            color_key=key or "",
            has_vacancies=len(cells) < len(self._angles),
        )

    def is_vacant(self, key: CellKey) -> bool:
        """Whether the place stands in the matrix and the batch has no job for it."""
        return key not in self._cells

    def update_cell(self, cell: Cell) -> bool:
        """Take a cell's new state; False, and nothing changed, where it is none of this batch."""
        if cell.batch_id != self._batch_id or cell.key not in self._cells:
            return False
        if cell.image != self._cells[cell.key].image:
            self._verdicts.pop(cell.key, None)  # it was said of another image
        self._cells[cell.key] = cell
        index = self.index_of(cell.key)
        self.dataChanged.emit(index, index)
        return True

    @property
    def verdicts(self) -> Mapping[CellKey, Verdict]:
        """What the user has said of the images."""
        return self._verdicts

    def show_verdicts(self, verdicts: Mapping[CellKey, Verdict]) -> None:
        """Take all verdicts anew; those on other places are ignored."""
        before = self._verdicts
        self._verdicts = {key: said for key, said in verdicts.items() if key in self._cells}
        for key in before.keys() | self._verdicts.keys():
            if before.get(key) is not self._verdicts.get(key):
                index = self.index_of(key)
                self.dataChanged.emit(index, index)

    def index_of(self, key: CellKey) -> QModelIndex:
        """Where the cell stands, or an invalid index."""
        row, column = self._rows.get(key.angle_key), self._columns.get(key.color_key)
        return QModelIndex() if row is None or column is None else self.index(row, column)

    def key_at(self, row: int, column: int) -> CellKey:
        """The address of the cell at a place within the matrix."""
        color = self._colors[column]
        return CellKey(self._angles[row].key, color.key if color else None)

    def cell_at(self, row: int, column: int) -> Cell | None:
        """The cell at a place within the matrix, None where the batch has no job for it."""
        key = self.key_at(row, column)
        cell = self._cells.get(key)
        return in_its_turn(cell, self._cells.get(CellKey(key.angle_key))) if cell else None

    def title_of(self, row: int, column: int) -> str:
        """The place in words: ``Front ¾ left, Red Metallic``."""
        return f"{self._angle_label(row)}, {self._color_label(column)}"

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        """The number of angles."""
        return 0 if parent.isValid() else len(self._angles)

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:
        """One for the angles' own images, then the number of colors."""
        return 0 if parent.isValid() else len(self._colors)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The cell itself, or its words for tooltip and screen reader."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == VERDICT_ROLE:
            return self._verdicts.get(self.key_at(row, column))
        cell = self.cell_at(row, column)
        if role == CELL_ROLE:
            return cell
        title = self.title_of(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(cell, title) if cell else vacant_spoken(title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = spoken(cell, title) if cell else vacant_spoken(title)
            where = self.tr("row {row} of {rows}").format(row=row + 1, rows=self.rowCount())
            judged = verdict_words(self._verdicts.get(self.key_at(row, column)))
            return ", ".join(filter(None, (said.rstrip("."), judged, where)))
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The angle or color itself, its short label, and the whole one as tooltip."""
        across = orientation == Qt.Orientation.Horizontal
        if role == HEADER_ROLE:
            return self._colors[section] if across else self._angles[section]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._color_label(section) if across else self._angle_label(section)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._color_label(section) if across else self._angles[section].label
        return None

    def _angle_label(self, row: int) -> str:
        return self._angle_names[self._angles[row].label]

    def _color_label(self, column: int) -> str:
        color = self._colors[column]
        if color is not None:
            return color.label
        return self.tr("Original color")
