"""Paints what lies between the cards of the gallery: a section's heading, and the rubber band."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from carmp_desktop.qt.gallery.sections import Section
from carmp_desktop.qt.gallery.words import day_words, section_words, today
from carmp_desktop.qt.look.theme import font, tokens
from carmp_desktop.qt.look.tokens import FONT_BODY, FONT_LABEL

_BETWEEN = 12
_TEXT_HEIGHT = 22
_BELOW = 4


def paint_heading(painter: QPainter, place: QRect, section: Section) -> None:
    """The day, then how many images of which car, at the foot of ``place``."""
    line = QRect(place.left(), place.bottom() - _BELOW - _TEXT_HEIGHT, place.width(), _TEXT_HEIGHT)
    bottom = Qt.AlignmentFlag.AlignVCenter
    day = day_words(section.day, today())
    face = font(FONT_BODY, weight=QFont.Weight.DemiBold)
    painter.setFont(face)
    painter.setPen(QColor(tokens().text))
    painter.drawText(line, bottom, day)
    line.setLeft(line.left() + QFontMetrics(face).horizontalAdvance(day) + _BETWEEN)
    painter.setFont(font(FONT_LABEL))
    painter.setPen(QColor(tokens().muted))
    words = QFontMetrics(painter.font()).elidedText(
        section_words(section), Qt.TextElideMode.ElideRight, line.width()
    )
    painter.drawText(line, bottom, words)


def paint_band(painter: QPainter, band: QRect) -> None:
    """The rubber band that is being drawn around cards."""
    ground = QColor(tokens().accent)
    painter.setPen(QPen(ground, 1))
    ground.setAlphaF(0.12)
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(band).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
