"""The history page: every batch that was ever made, by day, to be found and opened again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from carmp_desktop.core.store.history import BatchSummary
from carmp_desktop.qt.history.empty import HistoryEmpty
from carmp_desktop.qt.history.list import HistoryList
from carmp_desktop.qt.history.model import HistoryModel, local_now
from carmp_desktop.qt.look.icons import icon
from carmp_desktop.qt.look.theme import tokens
from carmp_desktop.qt.look.tokens import SPACE
from carmp_desktop.qt.parts.controls import labeled, name_line_buttons, push_button, set_tab_order
from carmp_desktop.qt.parts.images import ImageLoader
from carmp_desktop.qt.words.text import counted

_SEARCH_WIDTH = 320


class HistoryPage(QWidget):
    """Shows frozen summaries of batches; it only says what the user wants.

    ``now`` tells which day is today.
    """

    open_requested = Signal(str)
    """The id of the batch that shall stand in its matrix again."""

    folder_requested = Signal(str)
    """The id of the batch whose images shall be shown in their folder."""

    more_wanted = Signal()
    """The batches before the oldest one given so far are wanted; `add_batches` answers."""

    shown = Signal()
    """The page came into sight."""

    studio_requested = Signal()
    """There is no batch yet, and the user wants to make one."""

    def __init__(
        self,
        loader: ImageLoader,
        parent: QWidget | None = None,
        *,
        now: Callable[[], datetime] = local_now,
    ) -> None:
        super().__init__(parent)
        self._model = HistoryModel(self, now=now)
        self._known = False
        self.list = HistoryList(self._model, loader)
        self.search = QLineEdit()
        self._found = labeled("", role="muted")
        self._empty = HistoryEmpty()
        self._nothing = labeled("", role="body")
        self._clear = push_button(self.tr("Clear the search"), role="link")
        self._blank = QWidget()
        self._stack = QStackedWidget()
        self._head = QWidget()
        self._build()
        self._connect()
        self._tell()

    @property
    def batches(self) -> tuple[BatchSummary, ...]:
        """The batches that are listed, newest first."""
        return self._model.batches

    def set_batches(self, batches: Iterable[BatchSummary], *, more: bool = False) -> None:
        """Show these batches and no others; ``more`` where there are older ones."""
        self._known = True
        self._model.set_batches(batches, more=more)
        self._tell()

    def add_batches(self, batches: Iterable[BatchSummary], *, more: bool) -> None:
        """Show older batches too."""
        self._model.add_batches(batches, more=more)
        self._tell()

    def put_batches(self, batches: Iterable[BatchSummary]) -> None:
        """Show the new state of batches, or new ones."""
        self._model.put_batches(batches)
        self._tell()

    def set_at_work(self, batch_ids: Collection[str]) -> None:
        """Say which batches are being made now."""
        self._model.set_at_work(batch_ids)

    def spoken(self) -> tuple[str, ...]:
        """The rows of the list, headings included, as a screen reader says them."""
        rows = range(self._model.rowCount())
        return tuple(str(self._model.data(self._model.index(row))) for row in rows)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon in the colors of the new scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_glass"):
            self._glass.setIcon(icon("search", tokens().muted))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the search field, Down goes to the list and Escape empties the field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down and self._model.batches:
                self.list.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that the page is looked at."""
        super().showEvent(event)
        self.shown.emit()

    def _build(self) -> None:
        self.search.setPlaceholderText(self.tr("Search cars"))
        self.search.setAccessibleName(self.tr("Search the history by car"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(_SEARCH_WIDTH)
        self._glass = self.search.addAction(
            icon("search", tokens().muted), QLineEdit.ActionPosition.LeadingPosition
        )
        name_line_buttons(self.search, self._glass, clear=self.tr("Clear the search"))
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(2 * SPACE)
        head.addWidget(self.search)
        head.addWidget(self._found)
        head.addStretch()
        for widget in (self._blank, self.list, self._unfound(), self._empty):
            self._stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE + 4, 2 * SPACE, 2 * SPACE + 4, 0)
        layout.setSpacing(SPACE // 2)
        layout.addWidget(self._head)
        layout.addWidget(self._stack, 1)
        set_tab_order([self.search, self.list, self._clear])

    def _unfound(self) -> QWidget:
        """What stands there when a search finds nothing."""
        place = QWidget()
        layout = QVBoxLayout(place)
        layout.setSpacing(SPACE)
        layout.addStretch(2)
        layout.addWidget(self._nothing, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        self._no_match = place
        return place

    def _connect(self) -> None:
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._search)
        self.search.returnPressed.connect(self._open_only_one)
        self._clear.clicked.connect(self._clear_search)
        self._model.more_wanted.connect(self.more_wanted)
        self.list.open_requested.connect(self.open_requested)
        self.list.folder_requested.connect(self.folder_requested)
        self._empty.studio_requested.connect(self.studio_requested)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._find)

    def _tell(self) -> None:
        """Show what fits: the list, that nothing was found, or that there is nothing yet."""
        car, listed = self.search.text().strip(), self._model.batches
        if listed:
            self._stack.setCurrentWidget(self.list)
        elif not self._known or not self._model.is_complete:
            self._stack.setCurrentWidget(self._blank)
        else:
            self._nothing.setText(self.tr("No batch of “{car}”").format(car=car))
            self._stack.setCurrentWidget(self._no_match if car else self._empty)
        found = counted(len(listed), self.tr("{n} batch"), self.tr("{n} batches"))
        self._found.setText(found if car and listed and self._model.is_complete else "")
        self._head.setVisible(self._stack.currentWidget() is not self._empty)

    @Slot(str)
    def _search(self, car: str) -> None:
        self._model.set_search(car)
        self._tell()

    @Slot()
    def _open_only_one(self) -> None:
        """Enter opens what was found, where that is one batch."""
        if self.search.text().strip() and len(self._model.batches) == 1:
            self.open_requested.emit(self._model.batches[0].id)

    @Slot()
    def _find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot()
    def _clear_search(self) -> None:
        self.search.clear()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
