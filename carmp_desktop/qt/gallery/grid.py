"""A list view whose cards lie under headings, at places that are our own arithmetic.

Qt brings selection, focus, dragging and what a screen reader hears; only what is in sight is ever
measured, so that ten thousand cards are laid out in no time.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QMouseEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from carmp_desktop.qt.gallery.layout import GalleryLayout

_STEPS_A_CARD = 3

_Index = QModelIndex | QPersistentModelIndex
_Action = QAbstractItemView.CursorAction


class GalleryGrid(QListView):
    """Lays out the rows of its model by `sections`; a subclass paints them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.places = GalleryLayout((), 0)
        self.band = QRect()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setMouseTracking(True)

    @abstractmethod
    def section_counts(self) -> Sequence[int]:
        """How many rows each section has, none of them 0."""

    def selected_rows(self) -> list[int]:
        """The selected rows, from the first to the last."""
        chosen = self.selectionModel().selection()
        ranges = [chosen.at(place) for place in range(chosen.count())]
        return sorted(row for each in ranges for row in range(each.top(), each.bottom() + 1))

    def selection_of(self, rows: Iterable[int]) -> QItemSelection:
        """Rows in their order as a selection of few ranges."""
        selection = QItemSelection()
        for run in _runs(rows):
            selection.select(self.model().index(run.start, 0), self.model().index(run.stop - 1, 0))
        return selection

    def visualRect(self, index: _Index) -> QRect:
        """The place of a card in the viewport."""
        if not index.isValid() or index.row() >= self.places.count:
            return QRect()
        return self.places.rect(index.row()).translated(0, -self.verticalOffset())

    def indexAt(self, place: QPoint) -> QModelIndex:
        """The card at a place in the viewport."""
        row = self.places.row_at(place + QPoint(0, self.verticalOffset()))
        return QModelIndex() if row is None else self.model().index(row, 0)

    def scrollTo(
        self,
        index: _Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a card into sight, one of a section's first line with the heading."""
        if not index.isValid() or index.row() >= self.places.count:
            return
        bar, height = self.verticalScrollBar(), self.viewport().height()
        top, bottom = self.places.reach(index.row())
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue((top + bottom - height) // 2)
        elif top < bar.value():
            bar.setValue(top)
        elif bottom > bar.value() + height:
            bar.setValue(bottom - height)

    def verticalOffset(self) -> int:
        """How far the content is scrolled, in pixels."""
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        """Nothing scrolls sideways."""
        return 0

    def isIndexHidden(self, _index: _Index) -> bool:
        """No card is hidden."""
        return False

    def doItemsLayout(self) -> None:
        """Lay all cards out anew."""
        # The whole width: the scroll bar lies in the margin, and its coming moves nothing.
        self.places = GalleryLayout(self.section_counts(), self.width())
        self.updateGeometries()
        self.viewport().update()

    def updateGeometries(self) -> None:
        """Give the scroll bar its range."""
        height, bar = self.viewport().height(), self.verticalScrollBar()
        bar.setRange(0, max(0, self.places.height - height))
        bar.setPageStep(height)
        bar.setSingleStep(self.places.card.height() // _STEPS_A_CARD)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the cards to the new width."""
        super().resizeEvent(event)
        self.doItemsLayout()

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select what a rubber band touches, or all from one corner's card to the other's."""
        if self.state() == QAbstractItemView.State.DragSelectingState:
            self.band = rect.normalized()
            rows: Iterable[int] = self._touched(self.band)
        else:
            corners = (rect.topLeft(), rect.bottomRight())
            ends = sorted(self.indexAt(corner).row() for corner in corners)
            rows = range(ends[0], ends[1] + 1) if ends[0] >= 0 else ()
        self.selectionModel().select(self.selection_of(rows), command)

    def visualRegionForSelection(self, _selection: QItemSelection) -> QRegion:
        """What to repaint: the rings reach beyond the cards."""
        return QRegion(self.viewport().rect())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of the rubber band."""
        super().mouseReleaseEvent(event)
        self.band = QRect()
        self.viewport().update()

    def moveCursor(self, action: _Action, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """The card an arrow key, Home, End or a page key goes to."""
        row, count = self.currentIndex().row(), self.places.count
        if not count:
            return QModelIndex()
        to = 0 if row < 0 else self._row_on(row, action)
        return self.model().index(min(max(to, 0), count - 1), 0)

    def _row_on(self, row: int, action: _Action) -> int:
        match action:
            case _Action.MoveLeft | _Action.MovePrevious:
                return row - 1
            case _Action.MoveRight | _Action.MoveNext:
                return row + 1
            case _Action.MoveHome:
                return 0
            case _Action.MoveEnd:
                return self.places.count - 1
        up = action in (_Action.MoveUp, _Action.MovePageUp)
        is_page = action in (_Action.MovePageUp, _Action.MovePageDown)
        for _ in range(self.places.lines_in(self.viewport().height()) if is_page else 1):
            row = self.places.above(row) if up else self.places.below(row)
        return row

    def _touched(self, band: QRect) -> list[int]:
        content = band.translated(0, self.verticalOffset())
        rows = self.places.rows_between(content.top(), content.bottom())
        return [row for row in rows if self.places.rect(row).intersects(content)]


def _runs(rows: Iterable[int]) -> list[range]:
    """Ascending rows as ranges without a gap."""
    runs: list[range] = []
    for row in rows:
        if runs and runs[-1].stop == row:
            runs[-1] = range(runs[-1].start, row + 1)
        else:
            runs.append(range(row, row + 1))
    return runs
