"""Where every card of the gallery lies: arithmetic alone, so that ten thousand cost nothing.

All places are in device-independent pixels of the whole content, whose top left is 0, 0.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from PySide6.QtCore import QPoint, QRect, QSize

GAP = 10
MARGIN = 20
HEADING = 36
BETWEEN = 8
_LEAST_WIDTH = 176
_HEIGHT_PER_WIDTH = 0.70


class GalleryLayout:
    """Sections of so many cards each, in a given width; cards fill the width.

    ``counts`` are the numbers of cards, none of them 0.
    """

    def __init__(self, counts: Sequence[int], width: int) -> None:
        room = max(width - 2 * MARGIN, _LEAST_WIDTH)
        self.columns = max(1, (room + GAP) // (_LEAST_WIDTH + GAP))
        self._pitch = (room + GAP) / self.columns
        card = int(self._pitch) - GAP
        self.card = QSize(card, round(card * _HEIGHT_PER_WIDTH))
        self._room = room
        self._line = self.card.height() + GAP
        self._firsts = [0, *accumulate(counts)]
        heights = (HEADING + self._lines(count) * self._line + BETWEEN for count in counts)
        self._tops = [0, *accumulate(heights)]

    @property
    def count(self) -> int:
        """How many cards there are."""
        return self._firsts[-1]

    @property
    def height(self) -> int:
        """The height of everything."""
        return self._tops[-1]

    def rect(self, row: int) -> QRect:
        """The place of a card. Raises IndexError for one there is not."""
        if not 0 <= row < self.count:
            raise IndexError(row)
        section = self._section_of(row)
        line, column = divmod(row - self._firsts[section], self.columns)
        top = self._tops[section] + HEADING + line * self._line
        return QRect(QPoint(MARGIN + round(column * self._pitch), top), self.card)

    def reach(self, row: int) -> tuple[int, int]:
        """Top and bottom of what is in sight where a card is: its line, and a heading above it."""
        place, section = self.rect(row), self._section_of(row)
        is_first = row - self._firsts[section] < self.columns
        top = self._tops[section] if is_first else place.top() - GAP
        return top, place.bottom() + 1 + GAP + BETWEEN

    def row_at(self, place: QPoint) -> int | None:
        """The card at a place, None where there is none."""
        for row in self.rows_between(place.y(), place.y()):
            if self.rect(row).contains(place):
                return row
        return None

    def rows_between(self, top: int, bottom: int) -> range:
        """The cards of every line that is touched between two heights, both included."""
        if not self.count:
            return range(0)
        return range(self._first_below(top), self._end_above(bottom))

    def headings_between(self, top: int, bottom: int) -> Iterator[tuple[int, QRect]]:
        """The sections whose heading is touched between two heights, and the headings' places."""
        first = max(0, bisect_right(self._tops, top) - 1)
        for section in range(first, len(self._firsts) - 1):
            place = QRect(MARGIN, self._tops[section], self._room, HEADING)
            if place.top() > bottom:
                return
            if place.bottom() >= top:
                yield section, place

    def lines_in(self, height: int) -> int:
        """How many lines a page key goes on by, at least 1."""
        return max(1, height // self._line)

    def above(self, row: int) -> int:
        """The card in the line above, at the same column or at the line's end; else the first."""
        section = self._section_of(row)
        place = row - self._firsts[section]
        if place >= self.columns:
            return row - self.columns
        if section == 0:
            return 0
        before = self._firsts[section] - self._firsts[section - 1]
        line = self._firsts[section - 1] + (self._lines(before) - 1) * self.columns
        return min(line + place, self._firsts[section] - 1)

    def below(self, row: int) -> int:
        """The card in the line below, at the same column or at the line's end; else the last."""
        section = self._section_of(row)
        end = self._firsts[section + 1]
        line, column = divmod(row - self._firsts[section], self.columns)
        if line + 1 < self._lines(end - self._firsts[section]):
            return min(row + self.columns, end - 1)
        if end == self.count:
            return self.count - 1
        return min(end + column, self._firsts[section + 2] - 1)

    def _lines(self, count: int) -> int:
        return -(-count // self.columns)

    def _section_of(self, row: int) -> int:
        return bisect_right(self._firsts, row) - 1

    def _first_below(self, top: int) -> int:
        """The first card whose lower edge is not above ``top``."""
        section = min(max(0, bisect_right(self._tops, top) - 1), len(self._firsts) - 2)
        into = top - self._tops[section] - HEADING
        line = 0 if into < 0 else into // self._line + (into % self._line >= self.card.height())
        return min(self._firsts[section] + line * self.columns, self._firsts[section + 1])

    def _end_above(self, bottom: int) -> int:
        """The card after the last one whose upper edge is not below ``bottom``."""
        section = min(max(0, bisect_right(self._tops, bottom) - 1), len(self._firsts) - 2)
        into = bottom - self._tops[section] - HEADING
        line = 0 if into < 0 else into // self._line + 1
        return min(self._firsts[section] + line * self.columns, self._firsts[section + 1])
