"""A line of the loupe's facts, and the box for words that need more room than a line."""

from __future__ import annotations

import re

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QMenu, QSizePolicy, QVBoxLayout

from carmp_desktop.qt.look.icons import paint_icon
from carmp_desktop.qt.look.theme import font, tokens
from carmp_desktop.qt.look.tokens import FONT_LABEL, RADIUS_FIELD
from carmp_desktop.qt.loupe.buttons import ANSWER_MS
from carmp_desktop.qt.parts.controls import labeled

_LABEL = 82
_GAP = 4
ROW_PAD = 6
_ABOVE = 4
_ICON = 14
_BREAKS = str.maketrans({sign: f"{sign}\u200b" for sign in "_-./\\"})
_LONG = re.compile(r"\S{20,}")
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class FactRow(QAbstractButton):
    """A label and a value; a press copies the value and says so in its place."""

    def __init__(self) -> None:
        super().__init__()
        self._label, self._value, self._tone = "", "", "text"
        self._rest = QTimer(self, singleShot=True, interval=ANSWER_MS)
        self._rest.timeout.connect(self.update)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self.copy)

    @property
    def label(self) -> str:
        """What is told."""
        return self._label

    @property
    def value(self) -> str:
        """What there is to copy."""
        return self._value

    @property
    def is_answering(self) -> bool:
        """Whether it says that the value was copied."""
        return self._rest.isActive()

    def show_fact(self, label: str, value: str, *, tone: str = "text", hint: str = "") -> None:
        """Show this; ``tone`` names the token the value is written in, ``hint`` tells more."""
        if (label, value) != (self._label, self._value):
            self._rest.stop()
        self._label, self._value, self._tone = label, value, tone
        self.setAccessibleName(f"{label}: {value}")
        self.setAccessibleDescription(" ".join(filter(None, (hint, self.tr("Press to copy")))))
        self.setToolTip("\n".join(filter(None, (hint, self.tr("Click to copy")))))
        self.updateGeometry()
        self.update()

    @Slot()
    def copy(self) -> None:
        """Put the value on the clipboard and say so for a moment."""
        QGuiApplication.clipboard().setText(self._value)
        self._rest.start()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as label and value need."""
        return QSize(_LABEL + 120, self.heightForWidth(max(self.width(), _LABEL + 120)))

    def heightForWidth(self, width: int) -> int:
        """The height of label and value beside each other within this width."""
        value = _lines(self._value, width - _LABEL - 2 * ROW_PAD)
        lines = max(len(value), len(_lines(self._label, _LABEL - _GAP)))
        return round(lines * QFontMetricsF(font(FONT_LABEL)).height()) + 2 * _ABOVE

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys walk through the images from here too."""
        if event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Copy {label}").format(label=self._label)).triggered.connect(
            self.copy
        )
        menu.popup(event.globalPos())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The label, the value, and what a press would do or has done."""
        colors = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = colors.surface
        if self.underMouse() or self.hasFocus():
            ground = colors.hover
            painter.setPen(
                QPen(QColor(colors.accent), 1.5) if self.hasFocus() else Qt.PenStyle.NoPen
            )
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.setFont(font(FONT_LABEL))
        height = painter.fontMetrics().height()
        painter.setPen(QColor(colors.muted))
        _write(painter, QRectF(ROW_PAD, _ABOVE, _LABEL - _GAP, height), self._label)
        painter.setFont(font(FONT_LABEL, tabular=True))
        value = QRectF(ROW_PAD + _LABEL, _ABOVE, self.width() - _LABEL - 2 * ROW_PAD, height)
        if self.is_answering:
            self._paint_answer(painter, value)
        else:
            self._paint_value(painter, value, ground)
        painter.end()

    def _paint_value(self, painter: QPainter, place: QRectF, ground: str) -> None:
        """The value, and under the pointer the sign that a press copies it."""
        colors = tokens()
        painter.setPen(QColor(getattr(colors, self._tone)))
        _write(painter, place, self._value)
        if self.underMouse():
            icon = QRectF(self.width() - _ICON - ROW_PAD, place.y(), _ICON, _ICON)
            painter.fillRect(icon.adjusted(-ROW_PAD, 0, 0, 0), QColor(ground))
            paint_icon(painter, "copy", icon, colors.muted)

    def _paint_answer(self, painter: QPainter, place: QRectF) -> None:
        """In the value's place: that it was copied."""
        colors = tokens()
        paint_icon(painter, "check", QRectF(place.x(), place.y(), _ICON, _ICON), colors.done)
        painter.setPen(QColor(colors.done))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place.adjusted(_ICON + 4, 0, 0, 0), middle, self.tr("Copied"))


class WordsBox(QFrame):
    """Words in a frame, under a heading of their own where there is one; hidden without words."""

    def __init__(self, *, tone: str = "", heading: str = "") -> None:
        super().__init__()
        self._tone = tone
        self._words = labeled("", role="" if heading else "muted")
        self._words.setFont(font(FONT_LABEL))
        self._words.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 9, 12, 10)
        layout.setSpacing(2)
        if heading:
            layout.addWidget(labeled(heading, role=tone))
        layout.addWidget(self._words)

    @property
    def label(self) -> QLabel:
        """The words."""
        return self._words

    def show_words(self, text: str) -> None:
        """Show these, or nothing at all."""
        self._words.setText(_LONG.sub(_breakable, text))
        self.setVisible(bool(text))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A raised ground, and a line in the tone."""
        colors = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(getattr(colors, self._tone or "border")), 1))
        painter.setBrush(QColor(colors.raised))
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, RADIUS_FIELD, RADIUS_FIELD)
        painter.end()


def _write(painter: QPainter, place: QRectF, text: str) -> None:
    """Write a text from a place's upper left corner on, in lines of its width and height."""
    ascent = painter.fontMetrics().ascent()
    for row, line in enumerate(_lines(text, place.width())):
        painter.drawText(QPointF(place.x(), round(place.y() + row * place.height() + ascent)), line)


def _breakable(word: re.Match[str]) -> str:
    """A word that no line may have room for, broken where need be."""
    return "\u200b".join(word.group())


def _lines(text: str, width: float) -> list[str]:
    """Break a value into lines: between words, after the signs in a file's name, else anywhere."""
    broken = text.translate(_BREAKS)
    layout = QTextLayout(broken, font(FONT_LABEL, weight=QFont.Weight.Normal, tabular=True))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1.0))
        line.setPosition(QPointF())
        lines.append(broken[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    return lines or [""]
