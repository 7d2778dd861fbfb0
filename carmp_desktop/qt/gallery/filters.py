"""What narrows the gallery: a search field and chips, which together make one query."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from carmp_desktop.core.library import Query, View
from carmp_desktop.core.model import EngineName
from carmp_desktop.qt.gallery.chips import ChoiceChip, FilterChip
from carmp_desktop.qt.gallery.offers import Offer
from carmp_desktop.qt.gallery.period import Period, PeriodChip
from carmp_desktop.qt.gallery.pill import WIDEST
from carmp_desktop.qt.gallery.search_field import LEAST_WIDTH, WHOLE_WIDTH, SearchField
from carmp_desktop.qt.gallery.words import batch_words, original_color_words, today
from carmp_desktop.qt.look.icons import icon
from carmp_desktop.qt.look.theme import tokens
from carmp_desktop.qt.look.tokens import SPACE
from carmp_desktop.qt.parts.controls import push_button, set_tab_order
from carmp_desktop.qt.parts.flow_layout import FlowLayout
from carmp_desktop.qt.words.text import number_text, short_angle_labels

_READABLE, _LEAST_CHOSEN = 112, 64
"""The widths in which a chosen pill still says what it is, and in which it says anything."""

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
        self._search = SearchField()
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
        names = short_angle_labels(each.label for each in view.angles)
        self._angle.set_offers(
            [Offer(each.key, names[each.label], each.count) for each in view.angles]
        )
        self._color.set_offers(
            [
                Offer(each.key, each.label or original_color_words(), each.count, each.hex)
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
        self._fit()
        self.query_changed.emit(query)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make do with the room there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave words out until all stands in one line: of the search field, then of the toggles.

        What is chosen has no say in it, so that nothing moves that the user did not touch.
        """
        chips = sum(chip.width_at_rest for chip in self._choices)
        chips += self._bin.width_of(self._bin.text())
        worded, bare = (
            sum(chip.width_of(chip.text(), bare=is_bare) for chip in self._toggles)
            for is_bare in (False, True)
        )
        self._show_clear(bare=False)
        room = self.width() - self._gaps - chips - self._clear.sizeHint().width()
        self._search.make_compact(room < WHOLE_WIDTH + bare)
        for chip in self._toggles:
            chip.set_bare(room < self._search.minimumWidth() + worded)
        self._fit_chosen()

    def _fit_chosen(self) -> None:
        """Keep the line whole where pills are chosen, which makes them wider.

        The last button does with a sign, then pills leave the ends of their words to tooltips,
        then the bin its words, and the search field gives of its width. Where all that is too
        little, two lines stand in full.
        """
        whole = self._search.minimumWidth()
        for makeshift in _makeshifts(whole):
            limit = self._widest_chosen(makeshift)
            if limit >= makeshift.enough:
                break
        if limit < _LEAST_CHOSEN:
            makeshift, limit = next(_makeshifts(whole)), WIDEST
        self._show_clear(bare=makeshift.is_clear_bare)
        self._bin.set_bare(makeshift.is_bin_bare)
        self._search.setFixedWidth(makeshift.search)
        for chip in self._choices:
            chip.set_limit(limit)

    def _widest_chosen(self, makeshift: _Makeshift) -> int:
        """How wide a chosen pill may be for all to stand in one line; below 0 where none may."""
        self._show_clear(bare=makeshift.is_clear_bare)
        resting = [chip for chip in self._choices if not chip.isChecked()]
        room = self.width() - self._gaps - makeshift.search - self._clear.sizeHint().width()
        room -= self._bin.width_of(self._bin.text(), bare=makeshift.is_bin_bare)
        room -= sum(toggle.sizeHint().width() for toggle in self._toggles)
        room -= sum(chip.width_at_rest for chip in resting)
        wanted = sorted(chip.whole_width for chip in self._choices if chip.isChecked())
        for place, width in enumerate(wanted):
            share = room // (len(wanted) - place)
            if width > share:
                return share
            room -= width
        return WIDEST if room >= 0 else -1

    @property
    def _gaps(self) -> int:
        return SPACE * (len(self._choices) + len(self._toggles) + 2)

    def _show_clear(self, *, bare: bool) -> None:
        """Let the last button have words, or a sign."""
        words = self.tr("Clear filters")
        self._clear.setText("" if bare else words)
        self._clear.setIcon(icon("close", tokens().accent) if bare else QIcon())
        self._clear.setToolTip(words if bare else "")

    def changeEvent(self, event: QEvent) -> None:
        """Draw the last button's sign in the color of the new scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_toggles"):
            self._fit()

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


class _Makeshift(NamedTuple):
    """What does without its words, and how wide the search field is.

    With ``enough`` pixels for each chosen pill nothing more needs to give way.
    """

    is_clear_bare: bool
    is_bin_bare: bool
    search: int
    enough: int


def _makeshifts(search: int) -> Iterator[_Makeshift]:
    """One after the other, as room gets scarcer."""
    yield _Makeshift(is_clear_bare=False, is_bin_bare=False, search=search, enough=WIDEST)
    yield _Makeshift(is_clear_bare=True, is_bin_bare=False, search=search, enough=_READABLE)
    yield _Makeshift(is_clear_bare=True, is_bin_bare=True, search=search, enough=_READABLE)
    yield _Makeshift(is_clear_bare=True, is_bin_bare=True, search=LEAST_WIDTH, enough=0)
