"""Choosing camera angles: a grid of tiles, each with the plan of the car and a short label."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from carmp_desktop.core.model import Angle
from carmp_desktop.qt.look.car_plan import paint_plan
from carmp_desktop.qt.look.theme import font, tokens
from carmp_desktop.qt.look.tokens import FONT_CARD, RADIUS_CARD, SPACE
from carmp_desktop.qt.parts.controls import (
    SectionHead,
    labeled,
    paint_check,
    paint_toggle,
    push_button,
    set_tab_order,
)
from carmp_desktop.qt.words.text import share_words, short_angle_labels

_COLUMNS = 4
_TILE = QSize(70, 64)
_PLAN = 34
_CHECK = QPointF(11, 10.5)


class AngleTile(QAbstractButton):
    """One angle, chosen or not."""

    def __init__(self, angle: Angle, name: str, parent: QWidget | None = None) -> None:
        """``name`` is its short label among those beside it."""
        super().__init__(parent)
        self.angle = angle
        self.setCheckable(True)
        self.setText(name)
        self.setAccessibleName(angle.label)
        self.setAccessibleDescription(angle.description)
        self.setToolTip(angle.label)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A quarter of the panel wide, room for the plan and one line."""
        return _TILE

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Frame, plan, label, and a check where the angle is chosen."""
        colors = tokens()
        chosen = self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_toggle(painter, QRectF(self.rect()), radius=RADIUS_CARD, button=self)
        plan = QRectF((self.width() - _PLAN) / 2, 7, _PLAN, _PLAN)
        paint_plan(painter, plan, self.angle.azimuth, chosen)
        if chosen:
            paint_check(painter, _CHECK, colors.accent)
        face = font(FONT_CARD, weight=QFont.Weight.Medium if chosen else QFont.Weight.Normal)
        label = self.rect().adjusted(3, self.height() - 23, -3, -7)
        shown = QFontMetrics(face).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, label.width()
        )
        painter.setFont(face)
        painter.setPen(QColor(colors.text if chosen else colors.muted))
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, shown)
        painter.end()


class AnglePicker(QWidget):
    """All angles of the sheet, in its order; keeps what is chosen when the sheet changes."""

    chosen_changed = Signal()
    """Another set of angles is chosen, or the angles on offer have changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles: list[AngleTile] = []
        self._all = push_button("", role="count")
        self._all.clicked.connect(self._choose_all_or_none)
        self._empty = labeled(self.tr("No angles yet: the sheet has not been read."), role="muted")
        self._empty.setWordWrap(True)
        self._grid = QGridLayout()
        self._grid.setSpacing(SPACE)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(SectionHead(self.tr("Angles"), self._all))
        layout.addWidget(self._empty)
        layout.addLayout(self._grid)
        self._tell()

    def set_angles(self, angles: Sequence[Angle]) -> None:
        """Offer ``angles``; those chosen before stay chosen if they are still there."""
        chosen = {angle.key for angle in self.chosen()}
        for tile in self._tiles:
            self._grid.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        names = short_angle_labels(angle.label for angle in angles)
        self._tiles = [AngleTile(angle, names[angle.label], self) for angle in angles]
        for index, tile in enumerate(self._tiles):
            tile.setChecked(tile.angle.key in chosen)
            tile.clicked.connect(self._tell)
            self._grid.addWidget(tile, index // _COLUMNS, index % _COLUMNS)
            tile.show()
        set_tab_order([self._all, *self._tiles])
        self._tell()

    def choose(self, keys: Iterable[str]) -> None:
        """Choose exactly the angles with these keys; a key that is not on offer is left out."""
        wanted = set(keys)
        for tile in self._tiles:
            tile.setChecked(tile.angle.key in wanted)
        self._tell()

    def chosen(self) -> tuple[Angle, ...]:
        """The chosen angles, in the sheet's order."""
        return tuple(tile.angle for tile in self._tiles if tile.isChecked())

    @Slot()
    def _choose_all_or_none(self) -> None:
        every = len(self.chosen()) < len(self._tiles)
        for tile in self._tiles:
            tile.setChecked(every)
        self._tell()

    @Slot()
    def _tell(self) -> None:
        count, total = len(self.chosen()), len(self._tiles)
        self._empty.setVisible(not self._tiles)
        self._all.setVisible(bool(self._tiles))
        self._all.setText(share_words(count, total))
        every = self.tr("Choose all angles") if count < total else self.tr("Choose no angle")
        self._all.setToolTip(every)
        self._all.setAccessibleName(f"{self._all.text()}. {every}")
        self.chosen_changed.emit()
