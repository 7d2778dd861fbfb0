"""What narrows the gallery: a search field and chips, which together make one query."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from carmp_desktop.core.library import Query, View
from carmp_desktop.core.model import EngineName
from carmp_desktop.qt.gallery.chips import ChoiceChip, FilterChip
from carmp_desktop.qt.gallery.offers import Offer
from carmp_desktop.qt.gallery.period import Period, PeriodChip
from carmp_desktop.qt.gallery.words import as_made_words, batch_words, today
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
        self._car = ChoiceChip(self.tr("Car"), self.tr("Any car"))
        self._angle = ChoiceChip(self.tr("Angle"), self.tr("Any angle"))
        self._color = ChoiceChip(self.tr("Color"), self.tr("Any color"))
        self._period = PeriodChip()
        self._batch = ChoiceChip(self.tr("Batch"), self.tr("Any batch"))
        self._starred = FilterChip(self.tr("Starred"), before="star")
        self._approved = FilterChip(self.tr("Approved"), before="approve")
        self._local = FilterChip(self.tr("Local previews"), before="computer")
        self._bin = FilterChip(self.tr("Bin"), before="trash")
        self._clear = push_button(self.tr("Clear filters"), role="link")
        self._clear.setAccessibleName(self.tr("Clear filters"))
        self._clear.hide()
        self._choices = (self._car, self._angle, self._color, self._period, self._batch)
        self._toggles = (self._starred, self._approved, self._local)
        self._build()
        self._connect()

    @property
    def query(self) -> Query:
        """What is asked for now."""
        return self._query

    def show_view(self, view: View) -> None:
        """Offer the choices there are."""
        now = today()
        self._car.set_offers([Offer(each.key, each.label, each.count) for each in view.cars])
        self._angle.set_offers(
            [Offer(each.key, short_angle_label(each.label), each.count) for each in view.angles]
        )
        self._color.set_offers(
            [
                Offer(each.key, each.label or as_made_words(), each.count, each.hex)
                for each in view.colors
            ]
        )
        self._batch.set_offers(
            [Offer(each.key, batch_words(each, now), each.count) for each in view.batches]
        )
        text = (
            self.tr("Bin · {n}").format(n=number_text(view.binned))
            if view.binned
            else self.tr("Bin")
        )
        self._bin.setText(text)
        self._bin.setAccessibleName(text)
        self._bin.updateGeometry()
        self._fit()

    def focus_search(self) -> None:
        """Let the user type what to look for."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

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
        self._batch.choose(query.batch)
        self._period.choose_period(Period(query.since, query.until))
        self._starred.setChecked(query.starred)
        self._approved.setChecked(query.approved)
        self._local.setChecked(query.engine == EngineName.STUDIO)
        self._bin.setChecked(query.binned)
        self._is_showing = False
        self._clear.setVisible(not query.is_open)
        self._fit_clear()
        self.query_changed.emit(query)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make do with the room there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave words out until all stands in one line: of the search field, then of the toggles.

        What is chosen has no say in it, so that nothing moves that the user did not touch.
        """
        gaps = SPACE * (len(self._choices) + len(self._toggles) + 2)
        chips = sum(chip.width_at_rest for chip in self._choices) + self._bin.sizeHint().width()
        worded, bare = (
            sum(chip.width_of(chip.text(), bare=is_bare) for chip in self._toggles)
            for is_bare in (False, True)
        )
        room = self.width() - gaps - chips - self._clear.sizeHint().width()
        self._search.make_compact(room < _SEARCH_WIDTH + bare)
        for chip in self._toggles:
            chip.set_bare(room < self._search.minimumWidth() + worded)
        self._fit_clear()

    def _fit_clear(self) -> None:
        """Let the last button do with a sign where that saves a line of its own."""
        others = (self._search, *self._choices, *self._toggles, self._bin)
        taken = sum(each.sizeHint().width() for each in others[1:]) + self._search.minimumWidth()
        room = self.width() - taken - SPACE * len(others)
        words = self.tr("Clear filters")
        self._clear.setText(words)
        is_bare = _HEIGHT <= room < self._clear.sizeHint().width()
        self._clear.setText("" if is_bare else words)
        self._clear.setIcon(icon("close", tokens().accent) if is_bare else QIcon())
        self._clear.setToolTip(words if is_bare else "")

    def _build(self) -> None:
        self._search.setFixedHeight(_HEIGHT)
        controls = (self._search, *self._choices, *self._toggles, self._bin, self._clear)
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
        for chip in self._choices:
            chip.chosen.connect(self._gather)
        for toggle in (*self._toggles, self._bin):
            toggle.clicked.connect(self._gather)
        self._clear.clicked.connect(self.clear)

    @Slot()
    def _gather(self) -> None:
        if self._is_showing:
            return
        since, until = self._period.period
        self.ask(
            Query(
                words=self._search.text(),
                car=self._car.key,
                angle=self._angle.key,
                color=self._color.key,
                batch=self._batch.key,
                engine=EngineName.STUDIO.value if self._local.isChecked() else None,
                since=since,
                until=until,
                starred=self._starred.isChecked(),
                approved=self._approved.isChecked(),
                binned=self._bin.isChecked(),
            )
        )


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
        self.make_compact(compact=False)

    def make_compact(self, compact: bool) -> None:
        """Make do with fewer words where there is little room."""
        self.setFixedWidth(_COMPACT_WIDTH if compact else _SEARCH_WIDTH)
        words = (
            self.tr("Car, angle, color, prompt")
            if compact
            else self.tr("Car, angle, color or words of the prompt")
        )
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
