"""The pages of the window, one in sight; notices stand at the top of whichever that is."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from carmp_desktop.qt.look.tokens import SPACE
from carmp_desktop.qt.parts.notices import NoticeArea


class Pages(QStackedWidget):
    """Switches between pages and moves the notices along."""

    shown = Signal(int)
    """The page at this place, counted from 0, is in sight now."""

    def __init__(self, notices: NoticeArea, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notices = notices
        self._places: list[QVBoxLayout] = []
        self.currentChanged.connect(self._tell)

    def add_page(self, page: QWidget, notice_place: QVBoxLayout | None = None) -> None:
        """Add a page; notices stand first in ``notice_place``, or else above the whole page."""
        if notice_place is None:
            framed = QWidget()
            outer = QVBoxLayout(framed)
            outer.setContentsMargins(0, 0, 0, 0)
            outer.setSpacing(0)
            notice_place = QVBoxLayout()
            notice_place.setContentsMargins(2 * SPACE + 4, 0, 2 * SPACE + 4, 0)
            outer.addSpacing(SPACE)
            outer.addLayout(notice_place)
            outer.addWidget(page, 1)
            page = framed
        self._places.append(notice_place)
        if self.count() == 0:
            notice_place.insertWidget(0, self._notices)
        self.addWidget(page)

    @Slot(int)
    def show_page(self, place: int) -> None:
        """Bring a page into sight."""
        self._places[place].insertWidget(0, self._notices)
        self.setCurrentIndex(place)

    @Slot(int)
    def _tell(self, place: int) -> None:
        self.shown.emit(place)
