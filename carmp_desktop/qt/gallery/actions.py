"""What can be done with the selected images, beside the filters: it appears with the selection."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from carmp_desktop.core.library import Picture, Query, View
from carmp_desktop.qt.look.icons import icon
from carmp_desktop.qt.look.tokens import SPACE
from carmp_desktop.qt.parts.controls import labeled, push_button
from carmp_desktop.qt.words.text import counted, number_text

_HEIGHT = 34
_ROOMS = (280, 340, 500)
"""The widths that are kept free for a selection, so that its coming moves nothing.

The first without words, the second where the main button has its own, the third for all words.
"""


class SelectionActions(QWidget):
    """How many images are selected, else how many were found, and the buttons that fit."""

    folder_requested = Signal()
    """The files of the selected images shall be shown."""

    star_requested = Signal()
    """The selected images shall get a star, or lose it where all have one."""

    bin_requested = Signal()
    """The selected images shall go into the bin."""

    restore_requested = Signal()
    """The selected images shall come out of the bin."""

    empty_bin_requested = Signal()
    """The bin shall be emptied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: View | None = None
        self._selected: Sequence[Picture] = ()
        self._words: dict[QPushButton, str] = {}
        self._icons: dict[QPushButton, str] = {}
        self._main: QPushButton | None = None
        self._words_for = 2
        self._count = labeled("", role="body")
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SPACE)
        self._layout.addStretch()
        self.setFixedHeight(_HEIGHT)
        self.setMinimumWidth(_ROOMS[-1])
        self._layout.addWidget(self._count)
        self._folder = self.add_button(self.tr("Show files"), "folder")
        self._star = self.add_button(self.tr("Star"), "star")
        self._bin = self.add_button(self.tr("Delete"), "trash")
        self._restore = self.add_button(self.tr("Restore"), "restore")
        self._empty = self.add_button(self.tr("Empty bin"), "trash")
        self._bin.setAccessibleDescription(self.tr("From the bin it can be restored"))
        self._empty.setAccessibleDescription(self.tr("The system's recycle bin takes the files"))
        self._folder.clicked.connect(self.folder_requested)
        self._star.clicked.connect(self.star_requested)
        self._bin.clicked.connect(self.bin_requested)
        self._restore.clicked.connect(self.restore_requested)
        self._empty.clicked.connect(self.empty_bin_requested)
        self._tell()

    def add_button(self, text: str, icon_name: str, *, main: bool = False) -> QPushButton:
        """Add one more button at the end; the caller connects and shows it.

        The ``main`` one keeps its words longer than the others.
        """
        button = push_button("", role="plain")
        button.setFixedHeight(_HEIGHT)
        button.setIcon(icon(icon_name))
        self._name(button, text)
        self._icons[button] = icon_name
        if main:
            self._main = button
            self._name(button, text)
        self._layout.addWidget(button)
        return button

    def show_view(self, view: View) -> None:
        """Tell how many images are shown."""
        self._view = view
        self._tell()

    def show_selection(self, selected: Sequence[Picture]) -> None:
        """Offer what fits these images."""
        self._selected = selected
        self._tell()

    def set_words(self, amount: int) -> None:
        """Leave words of buttons to their tooltips: of all at 0, but for the main one at 1."""
        if amount != self._words_for:
            self._words_for = amount
            self.setMinimumWidth(_ROOMS[amount])
            for button, words in self._words.items():
                self._name(button, words)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons in the colors of the new scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_icons"):
            for button, name in self._icons.items():
                button.setIcon(icon(name))

    @Slot()
    def _tell(self) -> None:
        view, some = self._view, bool(self._selected)
        in_bin = view is not None and view.query.binned
        self._count.setText(self._count_words())
        self._folder.setVisible(some)
        self._star.setVisible(some and not in_bin)
        starred = all_starred(self._selected)
        self._name(self._star, self.tr("Unstar") if starred else self.tr("Star"))
        self._bin.setVisible(some and not in_bin)
        self._restore.setVisible(some and in_bin)
        self._empty.setVisible(view is not None and in_bin and not some and view.binned > 0)

    def _name(self, button: QPushButton, words: str) -> None:
        self._words[button] = words
        shown = self._words_for > (0 if button is self._main else 1)
        button.setText(words if shown else "")
        button.setAccessibleName(words)
        button.setToolTip("" if shown else words)

    def _count_words(self) -> str:
        if self._selected:
            return self.tr("{n} selected").format(n=number_text(len(self._selected)))
        if self._view is None or self._view.query == Query():
            return ""  # the window's foot tells how many there are in all
        found = len(self._view.pictures)
        return counted(found, self.tr("{n} image"), self.tr("{n} images"))


def all_starred(pictures: Sequence[Picture]) -> bool:
    """Whether there are images and every one has a star."""
    return bool(pictures) and all(picture.starred for picture in pictures)
