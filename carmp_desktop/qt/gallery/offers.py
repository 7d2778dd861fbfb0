"""A list of what can be chosen: a check, a swatch, the name, and how many images have it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from carmp_desktop.qt.look.swatch import paint_swatch
from carmp_desktop.qt.look.theme import font, tokens
from carmp_desktop.qt.look.tokens import FONT_LABEL
from carmp_desktop.qt.parts.controls import paint_check
from carmp_desktop.qt.words.text import counted, number_text

_ROW, _MOST_ROWS = 30, 11
_CHECK, _SWATCH, _GAP, _SIDE = 22, 16, 8, 8
_OFFER, _IS_CHOSEN = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Offer:
    """A value that can be chosen, in words; ``count`` images have it, ``hex`` is its color."""

    value: object
    name: str
    count: int | None = None
    hex: str | None = None


class OfferList(QListWidget):
    """Stands on what is chosen already; a click, Enter or Space picks."""

    picked = Signal(object)
    """The value of the offer that was picked."""

    def __init__(self, offers: Sequence[Offer], chosen: object) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Choices"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_OfferRow(self))
        self.viewport().setBackgroundRole(QPalette.ColorRole.NoRole)
        self.viewport().setAutoFillBackground(False)
        for offer in offers:
            self._add(offer, is_chosen=offer.value == chosen)
        self.setFixedHeight(_ROW * min(len(offers), _MOST_ROWS))
        self.itemEntered.connect(self.setCurrentItem)
        self.itemClicked.connect(self._pick)

    def narrow(self, words: str) -> int:
        """Show only offers in whose names all the words occur; the answer is how many these are."""
        wanted, found = words.casefold().split(), 0
        for row in range(self.count()):
            name = self._offer(self.item(row)).name.casefold()
            is_meant = all(word in name for word in wanted)
            self.setRowHidden(row, not is_meant)
            found += is_meant
        return found

    @Slot()
    def enter(self) -> None:
        """Take the keyboard; what it stands on is in sight."""
        if self.currentItem() is None or self.currentItem().isHidden():
            self.setCurrentRow(self._first_in_sight())
        self.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def pick_first(self) -> None:
        """Pick the first offer that is left."""
        row = self._first_in_sight()
        if row >= 0:
            self._pick(self.item(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space pick, Escape is the popup's."""
        picks = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in picks and self.currentItem() is not None:
            self._pick(self.currentItem())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _add(self, offer: Offer, *, is_chosen: bool) -> None:
        item = QListWidgetItem(offer.name)
        item.setData(_OFFER, offer)
        item.setData(_IS_CHOSEN, is_chosen)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, self._spoken(offer, is_chosen=is_chosen))
        self.addItem(item)
        if is_chosen:
            self.setCurrentItem(item)

    def _spoken(self, offer: Offer, *, is_chosen: bool) -> str:
        images = (
            counted(offer.count, self.tr("{n} image"), self.tr("{n} images"))
            if offer.count is not None
            else ""
        )
        chosen = self.tr("chosen") if is_chosen else ""
        return ", ".join(filter(None, (offer.name, images, chosen)))

    @Slot(QListWidgetItem)
    def _pick(self, item: QListWidgetItem) -> None:
        self.picked.emit(self._offer(item).value)

    def _first_in_sight(self) -> int:
        rows = (row for row in range(self.count()) if not self.isRowHidden(row))
        return next(rows, -1)

    @staticmethod
    def _offer(item: QListWidgetItem) -> Offer:
        offer: Offer = item.data(_OFFER)
        return offer


class _OfferRow(QStyledItemDelegate):
    """Paints one line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Every line is as high as the others."""
        return QSize(super().sizeHint(option, index).width(), _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """A ground where keyboard or pointer stand, the check, the swatch, the name, the count."""
        colors, offer = tokens(), index.data(_OFFER)
        place: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.accent_ground))
            painter.drawRoundedRect(place, 6, 6)
        if index.data(_IS_CHOSEN):
            middle = QPointF(place.left() + _SIDE + 6, place.center().y() + 0.5)
            paint_check(painter, middle, colors.accent)
        room = place.adjusted(_SIDE + _CHECK - 4, 0, -_SIDE, 0)
        if offer.hex is not None:
            top = place.top() + (place.height() - _SWATCH) / 2
            paint_swatch(painter, QRectF(room.left(), top, _SWATCH, _SWATCH), offer.hex)
            room.setLeft(room.left() + _SWATCH + _GAP)
        _paint_texts(painter, room, offer)
        painter.restore()


def _paint_texts(painter: QPainter, room: QRect, offer: Offer) -> None:
    colors = tokens()
    count = "" if offer.count is None else number_text(offer.count)
    painter.setFont(font(FONT_LABEL, tabular=True))
    painter.setPen(QColor(colors.muted))
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, count)
    if count:
        room = room.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(count) - _GAP, 0)
    painter.setFont(font(FONT_LABEL))
    painter.setPen(QColor(colors.text))
    name = painter.fontMetrics().elidedText(offer.name, Qt.TextElideMode.ElideMiddle, room.width())
    painter.drawText(room, middle, name)
