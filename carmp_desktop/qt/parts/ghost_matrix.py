"""A small matrix of empty cards: an example at first, then the batch that the button would make."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from carmp_desktop.core.model import BatchRequest
from carmp_desktop.qt.look.car_plan import paint_plan
from carmp_desktop.qt.look.painting import paint_cached_icon
from carmp_desktop.qt.look.swatch import paint_swatch
from carmp_desktop.qt.look.theme import font, tokens
from carmp_desktop.qt.look.tokens import FONT_LABEL

_EXAMPLE_AZIMUTHS = (45.0, 90.0, 135.0)
_EXAMPLE_PAINTS = (None, "#B3121D", "#12419B", "#F2C500")
_MOST_ROWS, _MOST_COLUMNS = 3, 5
_CARD = QSize(88, 64)
_GAP, _PLAN_WIDTH, _SWATCH, _MORE = 10, 48, 16, 26


class GhostMatrix(QWidget):
    """Decoration: what it shows stands in words beside it. It shows no more than fits, and says so.

    The first paint is always None, the image in the car's own color.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._azimuths: tuple[float | None, ...] = _EXAMPLE_AZIMUTHS
        self._paints: tuple[str | None, ...] = _EXAMPLE_PAINTS
        self._is_example = True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_example(self) -> None:
        """Show what a batch may look like."""
        self._show(_EXAMPLE_AZIMUTHS, _EXAMPLE_PAINTS, is_example=True)

    def show_plan(self, request: BatchRequest) -> None:
        """Show the rows and columns of a request; without an angle, one row without a camera."""
        azimuths = tuple(angle.azimuth for angle in request.angles) or (None,)
        paints = (None, *(color.hex for color in request.batch_colors))
        self._show(azimuths, paints, is_example=False)

    def sizeHint(self) -> QSize:
        """Room for the columns, and always for all rows: what stands below shall not move."""
        _, columns = self._shape
        width = _PLAN_WIDTH + columns * (_CARD.width() + _GAP) - _GAP
        height = _SWATCH + _GAP + _MOST_ROWS * (_CARD.height() + _GAP)
        return QSize(width + 2 * _MORE, height + _MORE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Headers in their colors, cards as outlines; those of the example fade."""
        rows, columns = self._shape
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for column, paint in enumerate(self._paints[:columns]):
            disc = QRectF(0, 0, _SWATCH, _SWATCH)
            disc.moveCenter(self._card(0, column).center())
            disc.moveTop(self._card(0, 0).top() - _GAP - _SWATCH)
            paint_swatch(painter, disc, paint)
        for row, azimuth in enumerate(self._azimuths[:rows]):
            painter.setOpacity(1.0)
            plan = QRectF(0, 0, 32, 32)
            plan.moveCenter(self._card(row, 0).center())
            plan.moveLeft(_MORE)
            paint_plan(painter, plan, azimuth, active=True)
            for column in range(columns):
                painter.setOpacity(1.0 - 0.16 * (row + column) if self._is_example else 1.0)
                _paint_card(painter, self._card(row, column))
        painter.setOpacity(1.0)
        self._paint_more(painter)
        painter.end()
        event.accept()

    @property
    def _shape(self) -> tuple[int, int]:
        return min(len(self._azimuths), _MOST_ROWS), min(len(self._paints), _MOST_COLUMNS)

    def _show(
        self,
        azimuths: tuple[float | None, ...],
        paints: tuple[str | None, ...],
        *,
        is_example: bool,
    ) -> None:
        self._azimuths, self._paints, self._is_example = azimuths, paints, is_example
        self.updateGeometry()
        self.update()

    def _card(self, row: int, column: int) -> QRectF:
        """A card's place; fewer rows than there is room for stand at the bottom of it."""
        row += _MOST_ROWS - self._shape[0]
        left = _MORE + _PLAN_WIDTH + column * (_CARD.width() + _GAP)
        top = _SWATCH + _GAP + row * (_CARD.height() + _GAP)
        return QRectF(left + 0.5, top + 0.5, _CARD.width() - 1, _CARD.height() - 1)

    def _paint_more(self, painter: QPainter) -> None:
        """How many columns and rows are not drawn, at the ends where they would be."""
        rows, columns = self._shape
        painter.setFont(font(FONT_LABEL, weight=QFont.Weight.Medium, tabular=True))
        painter.setPen(QColor(tokens().muted))
        if more := len(self._paints) - columns:
            last = self._card(0, columns - 1)
            top = self._card(0, 0).top() - _GAP - _SWATCH
            place = QRectF(last.right() + 4, top, _MORE - 4, _SWATCH)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, f"+{more}")
        if more := len(self._azimuths) - rows:
            last = self._card(rows - 1, 0)
            place = QRectF(_MORE, last.bottom() + _GAP, 32, _SWATCH)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, f"+{more}")


def _paint_card(painter: QPainter, card: QRectF) -> None:
    colors = tokens()
    pen = QPen(QColor(colors.border_strong), 1)
    pen.setDashPattern([3, 3])
    painter.setPen(pen)
    painter.setBrush(QColor(colors.surface))
    painter.drawRoundedRect(card, 8, 8)
    place = QRectF(0, 0, 24, 24)
    place.moveCenter(card.center())
    paint_cached_icon(painter, "car", place.toRect(), colors.faint)
