"""A segmented control: a few choices side by side, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QToolTip,
    QWidget,
)

from carmp_desktop.qt.look.icons import paint_icon
from carmp_desktop.qt.look.theme import font, tokens
from carmp_desktop.qt.look.tokens import FONT_LABEL, RADIUS_FIELD, SPACE

_HEIGHT = 32
_INSET = 3
_ICON = 14
_LONG, _LEAST = 200, 120
"""What is wider than the first, in pixels, is elided where room is short; to no less than this."""


class Segments(QWidget):
    """Behaves like radio buttons: Tab goes to the chosen one, the arrow keys choose another."""

    chosen = Signal(int)
    """The segment at this place, counted from 0, is now the chosen one."""

    def __init__(
        self, label: str, choices: Sequence[tuple[str, str]], *, parent: QWidget | None = None
    ) -> None:
        """``choices`` are texts and icon names; an empty name is no icon."""
        super().__init__(parent)
        self.setAccessibleName(label)
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_INSET, _INSET, _INSET, _INSET)
        layout.setSpacing(2)
        segments = [_Segment(text, icon, group=label) for text, icon in choices]
        some_are_long = any(segment.is_long for segment in segments)
        for place, segment in enumerate(segments):
            self._group.addButton(segment, place)
            # Of equal width, but where one is long: that one has all the room the others leave.
            layout.addWidget(segment, int(segment.is_long) if some_are_long else 1)
        self._group.button(0).setChecked(True)
        self._group.idToggled.connect(self._tell)
        self.setFixedHeight(_HEIGHT)

    @property
    def place(self) -> int:
        """The place of the chosen segment."""
        return self._group.checkedId()

    def choose(self, place: int) -> None:
        """Choose a segment as if the user had done it. Raises IndexError for another place."""
        if not 0 <= place < len(self._group.buttons()):
            raise IndexError(place)
        self._group.button(place).click()

    def rename(self, label: str, texts: Sequence[str]) -> None:
        """Give the segments other texts, one for each, and the control another name."""
        self.setAccessibleName(label)
        for place, text in enumerate(texts):
            segment = self._group.button(place)
            segment.setText(text)
            segment.setAccessibleName(f"{label}: {text}")
            segment.updateGeometry()

    @Slot(int, bool)
    def _tell(self, place: int, checked: bool) -> None:
        if checked:
            self.chosen.emit(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The trough the segments lie in."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens().border), 1))
        painter.setBrush(QColor(tokens().ground))
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, RADIUS_FIELD, RADIUS_FIELD)
        painter.end()


class _Segment(QRadioButton):
    """A radio button to the keyboard and to a screen reader, which paints itself."""

    def __init__(self, text: str, icon: str, *, group: str) -> None:
        super().__init__()
        self._icon = icon
        self.setText(text)
        self.setAccessibleName(f"{group}: {text}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Room for the icon and the words, in the heavier of the two fonts."""
        words = QFontMetrics(self._face(chosen=True)).horizontalAdvance(self.text())
        icon = _ICON + 6 if self._icon else 0
        return QSize(words + icon + 3 * SPACE, _HEIGHT - 2 * _INSET)

    def minimumSizeHint(self) -> QSize:
        """Short words are shown whole; long ones, as a car's name, give way."""
        whole = self.sizeHint()
        return QSize(_LEAST, whole.height()) if self.is_long else whole

    @property
    def is_long(self) -> bool:
        """Whether it may be elided."""
        return self.sizeHint().width() > _LONG

    @property
    def is_elided(self) -> bool:
        """Whether there is less room than the words take."""
        return self.sizeHint().width() > self.width()

    def event(self, event: QEvent) -> bool:
        """A tooltip for what is elided."""
        if isinstance(event, QHelpEvent) and not self.toolTip():
            QToolTip.showText(event.globalPos(), self.text() if self.is_elided else "", self)
            return True
        return super().event(event)

    def hitButton(self, place: QPoint) -> bool:
        """A press anywhere on it counts, not only where a radio button would have its mark."""
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The words; the chosen one on a raised ground and in a heavier font."""
        colors, chosen = tokens(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if chosen:
            painter.setPen(QPen(QColor(colors.border_strong), 1))
            painter.setBrush(QColor(colors.raised if colors.dark else colors.surface))
            painter.drawRoundedRect(frame, RADIUS_FIELD - 2, RADIUS_FIELD - 2)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colors.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inner = frame.adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(inner, RADIUS_FIELD - 2, RADIUS_FIELD - 2)
        line = colors.text if chosen or self.underMouse() else colors.muted
        self._paint_words(painter, line, chosen=chosen)
        painter.end()

    def _paint_words(self, painter: QPainter, line: str, *, chosen: bool) -> None:
        painter.setFont(self._face(chosen=chosen))
        painter.setPen(QColor(line))
        room, text = QRectF(self.rect()), self.text()
        if self.is_elided:
            cut = self.sizeHint().width() - self.width()
            room_left = painter.fontMetrics().horizontalAdvance(text) - cut
            text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, room_left)
        if self._icon:
            words = painter.fontMetrics().horizontalAdvance(text)
            left = (room.width() - words - _ICON - 6) / 2
            icon = QRectF(left, (room.height() - _ICON) / 2, _ICON, _ICON)
            paint_icon(painter, self._icon, icon, line)
            room.setLeft(left + _ICON + 6)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
            return
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)

    @staticmethod
    def _face(*, chosen: bool) -> QFont:
        return font(FONT_LABEL, weight=QFont.Weight.DemiBold if chosen else QFont.Weight.Medium)
