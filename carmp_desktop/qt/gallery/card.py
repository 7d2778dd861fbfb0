"""Paints one card of the gallery: the image to its edge, a badge, marks where they are needed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPixmap

from carmp_desktop.core.library import Picture
from carmp_desktop.qt.batch.verdicts import VERDICT_MARK, paint_verdict
from carmp_desktop.qt.gallery.words import NO_NAMES, badge_words, gone_words
from carmp_desktop.qt.look.painting import paint_cached_icon
from carmp_desktop.qt.look.theme import font, tokens
from carmp_desktop.qt.look.tokens import DARK, FONT_CARD, RADIUS_CARD
from carmp_desktop.qt.parts.controls import paint_check
from carmp_desktop.qt.words.card_words import missing_words

_INSET = 7
_MARK = VERDICT_MARK
_ICON, _PAD = 16, 6
_FADED = 0.35


@dataclass(frozen=True, slots=True)
class CardLook:
    """All that one card is painted from; ``pixmap`` is None while the image is being read.

    ``missing`` is an image of which nothing can be read, ``gone`` one whose file is not there:
    its thumbnail may still be. ``names`` tells its angle from those beside it.
    """

    picture: Picture
    pixmap: QPixmap | None
    missing: bool = False
    gone: bool = False
    selected: bool = False
    hovered: bool = False
    current: bool = False
    names: Mapping[str, str] = field(default_factory=lambda: NO_NAMES)


def paint_card(painter: QPainter, rect: QRect, look: CardLook) -> None:
    """Paint the card into ``rect``, the rings of selection and focus just outside it."""
    if look.pixmap is None or look.gone:
        _paint_sheet(painter, rect)
    if look.pixmap is not None:
        painter.setOpacity(_FADED if look.gone else 1.0)
        painter.drawPixmap(rect.topLeft(), look.pixmap)
        painter.setOpacity(1.0)
    if look.gone:
        _paint_loss(painter, rect, gone_words())
    elif look.missing:
        _paint_loss(painter, rect, missing_words())
    _paint_edge(painter, rect, look)
    _paint_badge(painter, rect, badge_words(look.picture, look.names))
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


def _paint_sheet(painter: QPainter, rect: QRect) -> None:
    """The ground of an image that is still being read, or cannot be."""
    colors = tokens()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colors.hover))
    painter.drawRoundedRect(rect, RADIUS_CARD, RADIUS_CARD)


def _paint_loss(painter: QPainter, rect: QRect, words: str) -> None:
    """Say what is wrong with the file, on a plate that is legible over any picture."""
    colors = tokens()
    painter.setFont(font(FONT_CARD))
    metrics = QFontMetrics(painter.font())
    room = rect.width() - 2 * _INSET - _ICON - 3 * _PAD
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
    width = metrics.horizontalAdvance(shown) + _ICON + 3 * _PAD
    plate = QRect(0, 0, width, metrics.height() + 2 * _PAD)
    plate.moveCenter(rect.center())
    painter.setPen(QPen(QColor(colors.border_strong), 1))
    painter.setBrush(QColor(colors.surface))
    painter.drawRoundedRect(QRectF(plate).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    place = QRect(plate.left() + _PAD, plate.center().y() - _ICON // 2 + 1, _ICON, _ICON)
    paint_cached_icon(painter, "image", place, colors.muted)
    painter.setPen(QColor(colors.text))
    text = plate.adjusted(_ICON + 2 * _PAD, 0, -_PAD, 0)
    painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, shown)


def _paint_edge(painter: QPainter, rect: QRect, look: CardLook) -> None:
    edge = QColor(tokens().text)
    edge.setAlphaF(0.30 if look.hovered else 0.10)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    outline = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(outline, RADIUS_CARD, RADIUS_CARD)


def _paint_badge(painter: QPainter, rect: QRect, words: str) -> None:
    colors = tokens()
    painter.setFont(font(FONT_CARD))
    metrics = QFontMetrics(painter.font())
    room = rect.width() - 2 * _INSET - 12
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
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
