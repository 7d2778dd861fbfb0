"""Choosing paint colors: chips of the sheet's colors, a search, and colors of the user's own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from carmp_desktop.core.model import Color
from carmp_desktop.core.prompts import custom_color
from carmp_desktop.qt.look.tokens import SPACE
from carmp_desktop.qt.parts.controls import SectionHead, labeled, push_button, set_tab_order
from carmp_desktop.qt.parts.flow_layout import FlowLayout
from carmp_desktop.qt.request.color_chip import AddChip, ColorChip
from carmp_desktop.qt.words.text import share_words

_SEARCH_FROM = 13
"""From this many colors on there is a search field."""

_GAP = 6
_ENTRY_WIDTH = 168


class ColorPicker(QWidget):
    """All colors of the sheet, then the user's own; keeps what is chosen when the sheet changes."""

    chosen_changed = Signal()
    """Another set of colors is chosen, or the colors on offer have changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: list[ColorChip] = []
        self._none_words = self.tr("No colors yet: the sheet has not been read.")
        self._all = push_button("", role="count")
        self._all.clicked.connect(self._choose_all_or_none)
        self._search = _small_field(self.tr("Search colors"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._filter)
        self._empty = labeled("", role="muted")
        self._empty.setWordWrap(True)
        self._add = AddChip(self.tr("Custom"))
        self._add.setAccessibleName(self.tr("Add a custom color"))
        self._add.clicked.connect(self._open_entry)
        self._entry = _small_field(self.tr("Name or #hex, then Enter"))
        self._entry.setFixedWidth(_ENTRY_WIDTH)
        self._entry.returnPressed.connect(self._take_entry)
        self._entry.editingFinished.connect(self._close_empty_entry)
        self._entry.hide()
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self._entry)
        escape.setContext(Qt.ShortcutContext.WidgetShortcut)
        escape.activated.connect(self._close_entry)
        self._flow = FlowLayout(gap=_GAP)
        self._flow.addWidget(self._add)
        self._flow.addWidget(self._entry)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(SPACE)
        self._lines.addWidget(SectionHead(self.tr("Colors"), self._all))
        self._lines.addWidget(self._search)
        self._lines.addWidget(self._empty)
        self._lines.addLayout(self._flow)
        self._tell()

    def set_colors(self, colors: Sequence[Color]) -> None:
        """Offer ``colors``; custom ones stay, and those chosen before if they are still there."""
        chosen = {color.key for color in self.chosen()}
        own = [chip.color for chip in self._chips if chip.color.custom]
        self._lines.setEnabled(False)  # laid out once, not once for each chip
        for chip in self._chips:
            self._discard(chip)
        self._chips = []
        for color in (*colors, *own):
            self._append(color, chosen=color.key in chosen)
        if len(self._chips) < _SEARCH_FROM:
            self._search.clear()
        self._filter()
        self._order_focus()
        self._lines.setEnabled(True)
        self._lines.invalidate()
        self._tell()

    def explain_none(self, words: str) -> None:
        """Say why no color is on offer, where it is not for want of the sheet."""
        self._none_words = words
        self._tell_empty()

    def choose(self, keys: Iterable[str]) -> None:
        """Choose exactly the colors with these keys; a key that is not on offer is left out."""
        wanted = set(keys)
        for chip in self._chips:
            chip.setChecked(chip.color.key in wanted)
        self._tell()

    def chosen(self) -> tuple[Color, ...]:
        """The chosen colors, in the sheet's order, the user's own last."""
        return tuple(chip.color for chip in self._chips if chip.isChecked())

    def add_custom(self, text: str) -> None:
        """Choose the color that the user typed; one that is there already is only chosen."""
        color = custom_color(text)
        same = [chip for chip in self._chips if _is_same(chip.color, color)]
        for chip in same:
            chip.setChecked(True)
        if not same:
            self._append(color, chosen=True)
            self._order_focus()
        self._search.clear()
        self._tell()

    def _order_focus(self) -> None:
        set_tab_order([self._all, self._search, *self._chips, self._add, self._entry])

    def _append(self, color: Color, *, chosen: bool) -> None:
        chip = ColorChip(color, self)
        chip.setChecked(chosen)
        chip.clicked.connect(self._tell)
        chip.remove_requested.connect(self._remove)
        self._flow.insert_widget(len(self._chips), chip)
        self._chips.append(chip)
        chip.show()

    def _discard(self, chip: ColorChip) -> None:
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()

    @Slot(object)
    def _remove(self, chip: ColorChip) -> None:
        self._chips.remove(chip)
        self._discard(chip)
        self._add.setFocus()
        self._tell()

    @Slot()
    def _open_entry(self) -> None:
        self._add.hide()
        self._entry.show()
        self._entry.setFocus()

    @Slot()
    def _take_entry(self) -> None:
        text = self._entry.text().strip()
        if text:
            self._entry.clear()
            self.add_custom(text)

    @Slot()
    def _close_empty_entry(self) -> None:
        if not self._entry.text().strip() and not self._entry.hasFocus():
            self._close_entry()

    @Slot()
    def _close_entry(self) -> None:
        had_focus = self._entry.hasFocus()
        self._entry.clear()
        self._entry.hide()
        self._add.show()
        if had_focus:
            self._add.setFocus()

    @Slot()
    def _filter(self) -> None:
        wanted = self._search.text().casefold().split()
        for chip in self._chips:
            words = f"{chip.color.label} {chip.color.prompt_value}".casefold()
            chip.setVisible(all(word in words for word in wanted))
        self._tell_empty()

    @Slot()
    def _choose_all_or_none(self) -> None:
        every = len(self.chosen()) < len(self._chips)
        for chip in self._chips:
            chip.setChecked(every)
        self._tell()

    @Slot()
    def _tell(self) -> None:
        count, total = len(self.chosen()), len(self._chips)
        self._search.setVisible(total >= _SEARCH_FROM)
        self._all.setVisible(total > 0)
        self._all.setText(share_words(count, total))
        every = self.tr("Choose all colors") if count < total else self.tr("Choose no color")
        self._all.setToolTip(every)
        self._all.setAccessibleName(f"{self._all.text()}. {every}")
        self._tell_empty()
        self.chosen_changed.emit()

    def _tell_empty(self) -> None:
        if not self._chips:
            self._empty.setText(self._none_words)
        else:
            self._empty.setText(
                self.tr("No color is called “{text}”.").format(text=self._search.text())
            )
        self._empty.setVisible(all(chip.isHidden() for chip in self._chips))


def _small_field(placeholder: str) -> QLineEdit:
    field = QLineEdit()
    field.setProperty("role", "small")
    field.setPlaceholderText(placeholder)
    field.setAccessibleName(placeholder)
    field.setFixedHeight(26)
    field.setAcceptDrops(False)
    return field


def _is_same(one: Color, other: Color) -> bool:
    return one.key == other.key or one.label.casefold() == other.label.casefold()
