"""What the centre shows before the first batch: the three steps, and a matrix still to be made."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from carmp_desktop.qt.car_plan import paint_plan
from carmp_desktop.qt.controls import labeled, push_button
from carmp_desktop.qt.painting import paint_cached_icon
from carmp_desktop.qt.swatch import paint_swatch
from carmp_desktop.qt.theme import font, tokens
from carmp_desktop.qt.tokens import FONT_LABEL, SPACE

_AZIMUTHS = (45.0, 90.0, 135.0)
_PAINTS = (None, "#B3121D", "#12419B", "#F2C500")
_GHOST = QSize(92, 66)
_GAP, _PLAN_WIDTH, _SWATCH = 10, 48, 16
_TEXT_WIDTH = 176


class EmptyState(QWidget):
    """Teaches by showing; its buttons are the caller's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(SPACE)
        center = Qt.AlignmentFlag.AlignHCenter
        title = labeled(self.tr("Every angle, in every color"), role="title")
        hint = labeled(
            self.tr("Drop photos of one car anywhere on this window to begin."), role="body"
        )
        steps = QHBoxLayout()
        steps.setSpacing(3 * SPACE)
        for number, (heading, text) in enumerate(self._steps(), start=1):
            steps.addWidget(_Step(number, heading, text))
        layout = QVBoxLayout(self)
        layout.setSpacing(0)
        layout.addStretch(2)
        layout.addWidget(GhostMatrix(), 0, center)
        layout.addSpacing(3 * SPACE)
        layout.addWidget(title, 0, center)
        layout.addSpacing(SPACE // 2)
        layout.addWidget(hint, 0, center)
        layout.addSpacing(3 * SPACE)
        layout.addLayout(_centered(steps))
        layout.addSpacing(2 * SPACE)
        layout.addLayout(_centered(self._buttons))
        layout.addStretch(3)

    def add_button(self, text: str, role: str) -> QPushButton:
        """Add a button below the steps, in a role of the style sheet; the caller connects it."""
        button = push_button(text, role=role)
        self._buttons.addWidget(button)
        return button

    def _steps(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("Add photos"), self.tr("A few of the same car, from any side.")),
            (
                self.tr("Tick angles and colors"),
                self.tr("A row for each angle, a column for each."),
            ),
            (self.tr("Generate"), self.tr("Cards fill as they finish, already saved.")),
        )


class _Step(QWidget):
    """A number in a circle beside a heading and a line of text."""

    def __init__(self, number: int, heading: str, text: str) -> None:
        super().__init__()
        body = labeled(text, role="muted")
        body.setWordWrap(True)
        body.setFixedWidth(_TEXT_WIDTH)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(labeled(heading, role="section"))
        words.addWidget(body)
        words.addStretch()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE + 2)
        layout.addWidget(_Number(number), 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words)


class _Number(QWidget):
    """A number in a thin circle."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self.setFixedSize(24, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The circle and the number."""
        colors = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colors.border_strong), 1))
        painter.setBrush(QColor(colors.surface))
        painter.drawEllipse(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setFont(font(FONT_LABEL, weight=QFont.Weight.DemiBold))
        painter.setPen(QColor(colors.text))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()
        event.accept()


class GhostMatrix(QWidget):
    """A small matrix of empty cards under their paints and beside their angles; decoration."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for headers and cards."""
        width = _PLAN_WIDTH + len(_PAINTS) * (_GHOST.width() + _GAP)
        return QSize(width, _SWATCH + _GAP + len(_AZIMUTHS) * (_GHOST.height() + _GAP))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Headers in their colors, cards as outlines that fade with the distance."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for column, paint in enumerate(_PAINTS):
            card = self._card(0, column)
            disc = QRectF(0, 0, _SWATCH, _SWATCH)
            disc.moveCenter(card.center())
            disc.moveTop(0)
            paint_swatch(painter, disc, paint)
        for row, azimuth in enumerate(_AZIMUTHS):
            painter.setOpacity(1.0)
            plan = QRectF(0, 0, 32, 32)
            plan.moveCenter(self._card(row, 0).center())
            plan.moveLeft(0)
            paint_plan(painter, plan, azimuth, active=True)
            for column in range(len(_PAINTS)):
                painter.setOpacity(1.0 - 0.16 * (row + column))
                self._paint_ghost(painter, self._card(row, column))
        painter.end()
        event.accept()

    def _card(self, row: int, column: int) -> QRectF:
        left = _PLAN_WIDTH + column * (_GHOST.width() + _GAP)
        top = _SWATCH + _GAP + row * (_GHOST.height() + _GAP)
        return QRectF(left + 0.5, top + 0.5, _GHOST.width() - 1, _GHOST.height() - 1)

    def _paint_ghost(self, painter: QPainter, card: QRectF) -> None:
        colors = tokens()
        pen = QPen(QColor(colors.border_strong), 1)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(QColor(colors.surface))
        painter.drawRoundedRect(card, 8, 8)
        place = QRectF(0, 0, 24, 24)
        place.moveCenter(card.center())
        paint_cached_icon(painter, "car", place.toRect(), colors.faint)


def _centered(inner: QHBoxLayout) -> QHBoxLayout:
    outer = QHBoxLayout()
    outer.addStretch()
    outer.addLayout(inner)
    outer.addStretch()
    return outer
