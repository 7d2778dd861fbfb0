"""The two headers of the matrix: plans of the car down the side, paint along the top."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from carmp_desktop.core.model import Angle
from carmp_desktop.qt.batch.matrix_model import HEADER_ROLE
from carmp_desktop.qt.look.car_plan import paint_plan
from carmp_desktop.qt.look.painting import elided_lines
from carmp_desktop.qt.look.swatch import paint_swatch
from carmp_desktop.qt.look.theme import font, tokens
from carmp_desktop.qt.look.tokens import FONT_CARD, FONT_LABEL

ROW_HEADER_WIDTH = 74
COLUMN_HEADER_HEIGHT = 36
_PLAN = 34
_SWATCH = 17
_LINE = 14


class _MatrixHeader(QHeaderView):
    """A header that paints each of its sections itself, on the ground of the matrix."""

    menu_requested = Signal(int, QPoint)
    """The menu of this section is wanted, at a place on the screen."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the line whose heading is under the pointer."""
        section = self.logicalIndexAt(event.pos())
        if section >= 0:
            self.menu_requested.emit(section, event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sections in sight; the base class would draw a button's frame around each."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(tokens().ground))
        across = self.orientation() == Qt.Orientation.Horizontal
        for section in range(self.count()):
            start, size = self.sectionViewportPosition(section), self.sectionSize(section)
            place = (
                QRect(start, 0, size, self.height())
                if across
                else QRect(0, start, self.width(), size)
            )
            if place.intersects(event.rect()):
                self._paint_heading(painter, place, section)

    @abstractmethod
    def _paint_heading(self, painter: QPainter, place: QRect, section: int) -> None:
        """Paint one heading; rows and columns have their own way."""


class AngleHeader(_MatrixHeader):
    """Heads each row with the plan of the car, the camera's place, and the angle's short label."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setAccessibleName(self.tr("Angles"))

    def sizeHint(self) -> QSize:
        """As wide as the longest usual label."""
        return QSize(ROW_HEADER_WIDTH, super().sizeHint().height())

    def _paint_heading(self, painter: QPainter, place: QRect, section: int) -> None:
        model, along = self.model(), self.orientation()
        angle: Angle = model.headerData(section, along, HEADER_ROLE)
        label: str = model.headerData(section, along, Qt.ItemDataRole.DisplayRole)
        lines = elided_lines(
            label,
            pixels=FONT_CARD,
            weight=QFont.Weight.Normal,
            width=ROW_HEADER_WIDTH - 8,
            lines=2,
        )
        height = _PLAN + 6 + len(lines) * _LINE
        top = place.top() + max(0, (place.height() - height) // 2)
        plan = QRectF(0, top, _PLAN, _PLAN)
        plan.moveLeft(place.left() + (ROW_HEADER_WIDTH - 8 - _PLAN) / 2)
        paint_plan(painter, plan, angle.azimuth, active=True)
        painter.setFont(font(FONT_CARD))
        painter.setPen(QColor(tokens().muted))
        for number, line in enumerate(lines):
            row = QRect(0, top + _PLAN + 6 + number * _LINE, ROW_HEADER_WIDTH - 8, _LINE)
            painter.drawText(row, Qt.AlignmentFlag.AlignCenter, line)


class ColorHeader(_MatrixHeader):
    """Heads each column with its paint; the car's own color with a dashed circle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setAccessibleName(self.tr("Colors"))

    def sizeHint(self) -> QSize:
        """One line of text with room around it."""
        return QSize(super().sizeHint().width(), COLUMN_HEADER_HEIGHT)

    def _paint_heading(self, painter: QPainter, place: QRect, section: int) -> None:
        model, along = self.model(), self.orientation()
        color = model.headerData(section, along, HEADER_ROLE)
        label: str = model.headerData(section, along, Qt.ItemDataRole.DisplayRole)
        disc = QRectF(place.left() + 2, 0, _SWATCH, _SWATCH)
        disc.moveTop((COLUMN_HEADER_HEIGHT - _SWATCH) / 2 - 1)
        paint_swatch(painter, disc, color.hex if color else None)
        painter.setPen(QColor(tokens().text))
        room = QRectF(place.left() + _SWATCH + 9, 0, place.width() - _SWATCH - 15, 0)
        pixels, lines = column_lines(label, int(room.width()))
        painter.setFont(font(pixels, weight=QFont.Weight.Medium))
        room.setHeight(len(lines) * _LINE)
        room.moveCenter(QPointF(room.center().x(), disc.center().y()))
        alignment = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, alignment, "\n".join(lines))


def column_lines(label: str, width: int) -> tuple[int, tuple[str, ...]]:
    """A label in ``width`` px: its letters' size in pixels, and its lines, two at most."""
    medium = QFont.Weight.Medium
    if QFontMetrics(font(FONT_LABEL, weight=medium)).horizontalAdvance(label) <= width:
        return FONT_LABEL, (label,)
    lines = elided_lines(label, pixels=FONT_CARD, weight=medium, width=width, lines=2)
    return FONT_CARD, lines
