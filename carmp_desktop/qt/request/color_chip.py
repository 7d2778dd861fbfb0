"""A color as a chip: its swatch and its name, chosen or not; one typed by the user can go again."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from carmp_desktop.core.model import Color
from carmp_desktop.qt.look.icons import paint_icon
from carmp_desktop.qt.look.swatch import paint_swatch
from carmp_desktop.qt.look.theme import font, tokens
from carmp_desktop.qt.look.tokens import FONT_LABEL, LIGHT
from carmp_desktop.qt.parts.controls import paint_check, paint_toggle

_HEIGHT = 26
_SWATCH = 16
_LEFT, _GAP, _RIGHT = 5, 6, 11
_CROSS = 12
_WIDEST = 280
_BRIGHT = 0.55
"""Above this lightness a dark check stands out better from the swatch than a white one."""


class ColorChip(QAbstractButton):
    """One color; a custom one carries a cross and also goes with the Delete key."""

    remove_requested = Signal(object)
    """The user wants this chip gone; carries the `ColorChip`."""

    def __init__(self, color: Color, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.color = color
        self.setCheckable(True)
        self.setText(color.label)
        self.setAccessibleName(color.label)
        self.setToolTip("\n".join(dict.fromkeys((color.label, color.prompt_value))))
        self.setAccessibleDescription(color.prompt_value)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if color.custom:
            self.setAccessibleDescription(self.tr("Your own color. Delete removes it."))

    def sizeHint(self) -> QSize:
        """As wide as its name needs, within the panel."""
        cross = _CROSS + _GAP if self.color.custom else 0
        width = _text_left() + _metrics().horizontalAdvance(self.text()) + _RIGHT + cross
        return QSize(min(width, _WIDEST), _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Frame, swatch with its check, name, cross."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_toggle(painter, QRectF(self.rect()), radius=_HEIGHT / 2, button=self)
        swatch = QRectF(_LEFT, (_HEIGHT - _SWATCH) / 2, _SWATCH, _SWATCH)
        paint_swatch(painter, swatch, self.color.hex)
        if self.isChecked():
            self._paint_check(painter, swatch.center())
        self._paint_name(painter)
        if self.color.custom:
            paint_icon(painter, "close", QRectF(self._cross()), tokens().muted)
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Remove the chip where its cross was clicked, else toggle it."""
        on_cross = self.color.custom and self._cross().contains(event.position().toPoint())
        if on_cross and self.isDown():
            self.setDown(False)
            self.remove_requested.emit(self)
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes a custom color."""
        if self.color.custom and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_requested.emit(self)
            return
        super().keyPressEvent(event)

    def _cross(self) -> QRect:
        return QRect(self.width() - _RIGHT - _CROSS + 2, (_HEIGHT - _CROSS) // 2, _CROSS, _CROSS)

    def _paint_check(self, painter: QPainter, center: QPointF) -> None:
        paint = QColor(self.color.hex or tokens().accent_ground)
        paint_check(painter, center, LIGHT.text if _is_bright(paint) else LIGHT.badge_text)

    def _paint_name(self, painter: QPainter) -> None:
        end = self._cross().left() - _GAP if self.color.custom else self.width() - _RIGHT + 2
        room = QRect(_text_left(), 0, end - _text_left() + 2, _HEIGHT)
        shown = _metrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(font(FONT_LABEL))
        painter.setPen(QColor(tokens().text if self.isChecked() else tokens().muted))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)


class AddChip(QAbstractButton):
    """The last chip: opens the field for a custom color."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """As wide as its text needs."""
        return QSize(_text_left() + _metrics().horizontalAdvance(self.text()) + _RIGHT, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Frame, plus sign, text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_toggle(painter, QRectF(self.rect()), radius=_HEIGHT / 2, button=self)
        paint_icon(painter, "plus", QRectF(_LEFT, 5, _SWATCH, _SWATCH), tokens().muted)
        painter.setFont(font(FONT_LABEL))
        painter.setPen(QColor(tokens().muted))
        room = self.rect().adjusted(_text_left() - 1, 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()


def _text_left() -> int:
    return _LEFT + _SWATCH + _GAP


def _metrics() -> QFontMetrics:
    return QFontMetrics(font(FONT_LABEL))


def _is_bright(paint: QColor) -> bool:
    """Whether ``paint`` is nearer to white than to black, as the eye weighs it (Rec. 709)."""
    return 0.2126 * paint.redF() + 0.7152 * paint.greenF() + 0.0722 * paint.blueF() > _BRIGHT
