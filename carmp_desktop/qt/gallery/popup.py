"""What opens below a pill: a list to choose from, with a search field where the list is long."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from carmp_desktop.qt.gallery.offers import Offer, OfferList
from carmp_desktop.qt.look.theme import tokens
from carmp_desktop.qt.look.tokens import RADIUS_CARD, SPACE
from carmp_desktop.qt.parts.controls import labeled

_WIDTH, _EDGE = 264, 6
_SEARCH_FROM = 12
"""From this many offers on there is a search field."""


@dataclass(frozen=True, slots=True)
class Offers:
    """What a list offers, in its order, and the value that is chosen already, or None."""

    items: Sequence[Offer]
    chosen: object


class FilterPopup(QWidget):
    """Opens below what asked for it and goes with a choice, a press elsewhere or Escape."""

    chosen = Signal(object)
    """The value of what was chosen; None is no value in particular."""

    def __init__(self, offers: Offers, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)  # around the round corners
        self.list = OfferList(offers.items, offers.chosen)
        self.search = _Search(self.tr("Search"))
        self._nothing = labeled(self.tr("Nothing found"), role="muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.list.picked.connect(self._answer)
        self.search.textChanged.connect(self._narrow)
        self.search.left.connect(self.list.enter)
        self.search.entered.connect(self.list.pick_first)
        self.setFixedWidth(_WIDTH)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        self.column.setSpacing(SPACE - 2)
        for part in (self.search, self.list, self._nothing):
            self.column.addWidget(part)
        self._nothing.hide()
        self.search.setVisible(len(offers.items) > _SEARCH_FROM)

    def open_below(self, place: QPoint) -> None:
        """Open with the upper left corner at a place on the screen, or as near as there is room."""
        self.adjustSize()
        screen = self.screen().availableGeometry()
        left = min(max(place.x(), screen.left()), screen.right() - self.width())
        top = min(max(place.y(), screen.top()), screen.bottom() - self.height())
        self.move(left, top)
        self.show()
        first = self.list if self.search.isHidden() else self.search
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press elsewhere only closes: the pill below it would open the popup once more."""
        if not self.rect().contains(event.position().toPoint()):
            self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)
        super().mousePressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A card; what is outside of its round corners stays transparent."""
        colors = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colors.border_strong), 1))
        painter.setBrush(QColor(colors.surface))
        card = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(card, RADIUS_CARD, RADIUS_CARD)
        painter.end()

    @Slot(object)
    def _answer(self, value: object) -> None:
        self.close()
        self.chosen.emit(value)

    @Slot(str)
    def _narrow(self, words: str) -> None:
        found = self.list.narrow(words)
        self.list.setVisible(found > 0)
        self._nothing.setVisible(found == 0)
        self._nothing.setFixedHeight(self.list.height())


class _Search(QLineEdit):
    """A small field; an arrow down leaves it for the list, Enter takes the list's first offer."""

    left = Signal()
    entered = Signal()

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setProperty("role", "small")
        self.setPlaceholderText(words)
        self.setAccessibleName(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow and Enter belong to the list."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Tab):
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)
