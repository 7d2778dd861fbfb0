"""What the user has said of an image, as the window tells it: keys, words, and a mark on a card."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from carmp_desktop.core.store.approvals import Verdict
from carmp_desktop.qt.look.painting import paint_cached_icon
from carmp_desktop.qt.look.theme import tokens

APPROVE_KEY, REJECT_KEY = "A", "X"

VERDICT_MARK = 22
"""The side of a mark, in pixels."""

_INSET, _CORNER = 4, 6


def turned(before: Verdict | None, pressed: Verdict) -> Verdict | None:
    """What holds after a press: the same once more takes back what was said."""
    return None if before is pressed else pressed


def verdict_words(verdict: Verdict | None) -> str:
    """The verdict in a word, "" where there is none."""
    if verdict is None:
        return ""
    return _tr("Approved") if verdict is Verdict.APPROVED else _tr("Rejected")


def paint_verdict(painter: QPainter, place: QRect, verdict: Verdict) -> None:
    """A filled disc with a check, or an open square with a cross: two shapes, then two colors."""
    colors, approved = tokens(), verdict is Verdict.APPROVED
    tone = colors.done if approved else colors.failed
    painter.setPen(QPen(QColor(colors.surface if approved else tone), 1.5))
    painter.setBrush(QColor(tone if approved else colors.surface))
    inside = place.adjusted(_INSET, _INSET, -_INSET, -_INSET)
    if approved:
        painter.drawEllipse(place)
        paint_cached_icon(painter, "check", inside, colors.surface)
    else:
        painter.drawRoundedRect(place, _CORNER, _CORNER)
        paint_cached_icon(painter, "close", inside, tone)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Verdicts", text)
