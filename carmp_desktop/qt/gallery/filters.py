"""What narrows the gallery: a search field and chips, which together make one query."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from carmp_desktop.core.library import Query, View
from carmp_desktop.core.model import EngineName
from carmp_desktop.qt.gallery.approved import ApprovedQuery, approved_only
from carmp_desktop.qt.gallery.chips import ChoiceChip, FilterChip
from carmp_desktop.qt.gallery.words import as_made_words
from carmp_desktop.qt.look.icons import icon
from carmp_desktop.qt.look.theme import tokens
from carmp_desktop.qt.look.tokens import SPACE
from carmp_desktop.qt.parts.controls import name_line_buttons, push_button, set_tab_order
from carmp_desktop.qt.parts.flow_layout import FlowLayout
from carmp_desktop.qt.words.text import number_text, short_angle_label

_SEARCH_WIDTH, _COMPACT_WIDTH = 300, 232
_HEIGHT = 34


class GalleryFilters(QWidget):
    """The user's query as it stands."""

    query_changed = Signal(object)
    """Another `Query` is wanted."""

    left = Signal()
    """An arrow key went down from the search field: the images are meant."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._query = Query()
        self._is_showing = False
        self._search = _SearchField()
        self._car = ChoiceChip(self.tr("Any car"))
        self._angle = ChoiceChip(self.tr("Any angle"))
        self._color = ChoiceChip(self.tr("Any color"), unnamed=as_made_words())
        self._starred = FilterChip(self.tr("Starred"), before="star")
        self._approved = FilterChip(self.tr("Approved"), before="approve")
        self._local = FilterChip(self.tr("Local previews"))
        self._bin = FilterChip(self.tr("Bin"), before="trash")
        self._clear = push_button(self.tr("Clear filters"), role="link")
        self._clear.hide()
        self._build()
        self._connect()

    @property
    def query(self) -> Query:
        """What is asked for now."""
        return self._query

    def show_view(self, view: View) -> None:
        """Offer the choices there are."""
        self._car.set_choices(view.cars)
        self._angle.set_choices(
            [replace(angle, label=short_angle_label(angle.label)) for angle in view.angles]
        )
        self._color.set_choices(view.colors)
        text = (
            self.tr("Bin · {n}").format(n=number_text(view.binned))
            if view.binned
            else self.tr("Bin")
        )
        self._bin.setText(text)
        self._bin.setAccessibleName(text)
        self._bin.updateGeometry()

    def focus_search(self) -> None:
        """Let the user type what to look for."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def set_compact(self, compact: bool) -> None:
        """Make do with a shorter search field where there is little room."""
        words = (
            self.tr("Car, angle, color, prompt")
            if compact
            else self.tr("Car, angle, color or words of the prompt")
        )
        self._search.name(words)
        self._search.setFixedWidth(_COMPACT_WIDTH if compact else _SEARCH_WIDTH)

    @Slot()
    def clear(self) -> None:
        """Ask for everything, in the bin where that is what is shown."""
        self.ask(Query(binned=self._query.binned))

    def ask(self, query: Query) -> None:
        """Ask for this, and show it in field and chips."""
        if query == self._query:
            return
        self._query = query
        self._is_showing = True  # what the controls say meanwhile is nobody's wish
        self._search.setText(query.words)
        self._car.choose(query.car)
        self._angle.choose(query.angle)
        self._color.choose(query.color)
        self._starred.setChecked(query.starred)
        self._approved.setChecked(isinstance(query, ApprovedQuery))
        self._local.setChecked(query.engine == EngineName.STUDIO)
        self._bin.setChecked(query.binned)
        self._is_showing = False
        self._clear.setVisible(not query.is_open)
        self.query_changed.emit(query)

    def _build(self) -> None:
        self._search.setFixedHeight(_HEIGHT)
        self.set_compact(compact=False)
        chips = (self._car, self._angle, self._color)
        toggles = (self._starred, self._approved, self._local, self._bin)
        controls = (self._search, *chips, *toggles, self._clear)
        layout = FlowLayout(self, gap=SPACE)
        for control in controls:
            layout.addWidget(control)
        self._clear.setFixedHeight(_HEIGHT)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        set_tab_order(controls)

    def _connect(self) -> None:
        self._search.textChanged.connect(self._gather)
        self._search.left.connect(self.left)
        for chip in (self._car, self._angle, self._color):
            chip.chosen.connect(self._gather)
        for toggle in (self._starred, self._approved, self._local, self._bin):
            toggle.clicked.connect(self._gather)
        self._clear.clicked.connect(self.clear)

    @Slot()
    def _gather(self) -> None:
        if self._is_showing:
            return
        wanted = replace(
            self._query,
            words=self._search.text(),
            car=self._car.key,
            angle=self._angle.key,
            color=self._color.key,
            starred=self._starred.isChecked(),
            engine=EngineName.STUDIO.value if self._local.isChecked() else None,
            binned=self._bin.isChecked(),
        )
        self.ask(approved_only(wanted, wanted=self._approved.isChecked()))


class _SearchField(QLineEdit):
    """A field behind a magnifying glass; Escape clears it, an arrow down leaves it."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.setClearButtonEnabled(True)
        self.setAcceptDrops(False)
        self._draw_icon()

    def name(self, words: str) -> None:
        """Be called so, to the eye while it is empty and to a screen reader."""
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        name_line_buttons(self, self._glass, clear=self.tr("Clear the search"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape clears, down and Enter go to what was found."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the glass in the colors of the new scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_glass"):
            self._draw_icon()

    def _draw_icon(self) -> None:
        self._glass.setIcon(icon("search", tokens().muted))
