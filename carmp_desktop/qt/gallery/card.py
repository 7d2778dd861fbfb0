"""Paints one card of the gallery: the image to its edge, a badge, marks where they are needed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPixmap

from carmp_desktop.core.library import Picture
from carmp_desktop.qt.batch.verdicts import VERDICT_MARK, paint_verdict
from carmp_desktop.qt.gallery.words import badge_words
from carmp_desktop.qt.look.painting import paint_cached_icon
from carmp_desktop.qt.look.theme import font, tokens
from carmp_desktop.qt.look.tokens import DARK, FONT_CARD, RADIUS_CARD
from carmp_desktop.qt.parts.controls import paint_check
from carmp_desktop.qt.words.card_words import missing_words

_INSET = 7
_MARK = VERDICT_MARK
_ICON = 20


@dataclass(frozen=True, slots=True)
class CardLook:
    """All that one card is painted from; ``pixmap`` is None while the image is being read."""

    picture: Picture
    pixmap: QPixmap | None
    missing: bool = False
    selected: bool = False
    hovered: bool = False
    current: bool = False


def paint_card(painter: QPainter, rect: QRect, look: CardLook) -> None:
    """Paint the card into ``rect``, the rings of selection and focus just outside it."""
    if look.pixmap is None:
        _paint_sheet(painter, rect, look)
    else:
        painter.drawPixmap(rect.topLeft(), look.pixmap)
    _paint_edge(painter, rect, look)
    _paint_badge(painter, rect, look.picture)
    corner = QRect(rect.right() - _INSET - _MARK, rect.top() + _INSET, _MARK, _MARK)
    if look.picture.starred:
        _paint_star(painter, corner)
        corner.translate(-_MARK - 4, 0)
    if look.picture.doubt:
        _paint_doubt(painter, corner)
        corner.translate(-_MARK - 4, 0)
    if look.picture.approval is not None:
        paint_verdict(painter, corner, look.picture.approval)
    if look.selected:
        _paint_selection(painter, rect)
    if look.current:
        _paint_focus(painter, rect)


def _paint_sheet(painter: QPainter, rect: QRect, look: CardLook) -> None:
    """An image that is still being read, or whose file is gone."""
    colors = tokens()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colors.hover))
    painter.drawRoundedRect(rect, RADIUS_CARD, RADIUS_CARD)
    if not look.missing:
        return
    middle = rect.center()
    place = QRect(middle.x() - _ICON // 2, middle.y() - _ICON - 2, _ICON, _ICON)
    paint_cached_icon(painter, "image", place, colors.muted)
    painter.setFont(font(FONT_CARD))
    painter.setPen(QColor(colors.muted))
    words = QRect(rect.left() + _INSET, middle.y() + 3, rect.width() - 2 * _INSET, 16)
    painter.drawText(words, Qt.AlignmentFlag.AlignCenter, missing_words())


def _paint_edge(painter: QPainter, rect: QRect, look: CardLook) -> None:
    edge = QColor(tokens().text)
    edge.setAlphaF(0.30 if look.hovered else 0.10)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    outline = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(outline, RADIUS_CARD, RADIUS_CARD)


def _paint_badge(painter: QPainter, rect: QRect, picture: Picture) -> None:
    colors = tokens()
    painter.setFont(font(FONT_CARD))
    metrics = QFontMetrics(painter.font())
    room = rect.width() - 2 * _INSET - 12
    shown = metrics.elidedText(badge_words(picture), Qt.TextElideMode.ElideRight, room)
    badge = QRect(0, 0, metrics.horizontalAdvance(shown) + 12, metrics.height() + 5)
    badge.moveBottomLeft(rect.bottomLeft() + QPoint(_INSET, -_INSET))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colors.badge))
    painter.drawRoundedRect(badge, 4, 4)
    painter.setPen(QColor(colors.badge_text))
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, shown)


def _paint_star(painter: QPainter, place: QRect) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens().badge))
    painter.drawEllipse(place)
    # The badge is dark in both schemes, so the star is the dark scheme's gold.
    paint_cached_icon(painter, "star-filled", place.adjusted(4, 4, -4, -4), DARK.check)


def _paint_doubt(painter: QPainter, place: QRect) -> None:
    colors = tokens()
    painter.setPen(QPen(QColor(colors.check), 1))
    painter.setBrush(QColor(colors.surface))
    painter.drawEllipse(place)
    paint_cached_icon(painter, "warning", place.adjusted(4, 3, -4, -5), colors.check)


def _paint_selection(painter: QPainter, rect: QRect) -> None:
    """A heavy ring, and a check for those who do not see its color."""
    colors = tokens()
    painter.setPen(QPen(QColor(colors.accent), 3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(-0.5, -0.5, 0.5, 0.5), RADIUS_CARD, RADIUS_CARD)
    disc = QRectF(rect.left() + _INSET, rect.top() + _INSET, 20, 20)
    painter.setPen(QPen(QColor(colors.accent_text), 1.5))
    painter.setBrush(QColor(colors.accent))
    painter.drawEllipse(disc)
    paint_check(painter, disc.center() + QPointF(0, 0.3), colors.accent_text)


def _paint_focus(painter: QPainter, rect: QRect) -> None:
    painter.setPen(QPen(QColor(tokens().text), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    outline = QRectF(rect).adjusted(-3.75, -3.75, 3.75, 3.75)
    painter.drawRoundedRect(outline, RADIUS_CARD + 3, RADIUS_CARD + 3)
