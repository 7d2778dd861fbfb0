"""One picture on the loupe's canvas: its best pixels at hand, and a rendering of them that is kept.

While it is being zoomed or moved it is drawn quickly; at rest every pixel of a smaller rendering is
the mean of all it stands for. Nothing is decoded and nothing scaled twice for the same view.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QPixmap

from carmp_desktop.qt.look.icons import paint_icon
from carmp_desktop.qt.look.painting import transparent
from carmp_desktop.qt.look.theme import font, tokens
from carmp_desktop.qt.look.tokens import FONT_BODY, FONT_LABEL, FONT_TITLE, RADIUS_CARD, SPACE

SMALL = QSize(256, 256)
"""What a thumbnail fits: asking the loader for this much gives all of it, the same to everyone."""

BADGE_HEIGHT = 26
_BADGE_PAD = 10
_BADGE_RADIUS = 6
_KNOB = 36
_KNOB_ICON = 18
_BLANK_ICON = 28
_BLANK_WIDTH = 420.0


@dataclass(frozen=True, slots=True, eq=False)
class Exhibit:
    """What stands in one place of the canvas.

    ``image`` is None while nothing is there to be shown; ``size`` is what its pixels stand for.
    Where there never will be an image, ``icon``, ``title`` and ``sentence`` say why.
    """

    name: str = ""
    image: QImage | None = None
    size: QSize = QSize()
    icon: str = ""
    title: str = ""
    sentence: str = ""

    @property
    def aspect(self) -> QSizeF:
        """The size, or where it is unknown one of the usual shape."""
        return QSizeF(self.size) if self.size.isValid() else QSizeF(1344, 768)


class Slide:
    """Renders an exhibit as far as it is in sight, and keeps the rendering until that changes."""

    def __init__(self) -> None:
        self._exhibit = Exhibit()
        self._kept: QPixmap | None = None
        self._kept_for: tuple[QRectF, QRect, float, bool] | None = None

    @property
    def exhibit(self) -> Exhibit:
        """What it shows."""
        return self._exhibit

    def put(self, exhibit: Exhibit) -> None:
        """Show this."""
        if exhibit.image is not self._exhibit.image:
            self._kept = self._kept_for = None
        self._exhibit = exhibit

    def paint(self, painter: QPainter, frame: QRectF, sight: QRectF, *, exact: bool) -> None:
        """Paint what of the picture in ``frame`` lies in ``sight``, both in widget pixels."""
        image = self._exhibit.image
        if image is None:
            return
        ratio = painter.device().devicePixelRatioF()
        seen = sight.intersected(frame).toAlignedRect()
        wanted = (frame, seen, ratio, exact)
        if self._kept is None or self._kept_for != wanted:
            self._kept = _rendered(image, frame, seen, ratio=ratio, exact=exact)
            self._kept_for = wanted
        painter.drawPixmap(seen.topLeft(), self._kept)


def _rendered(image: QImage, frame: QRectF, seen: QRect, *, ratio: float, exact: bool) -> QPixmap:
    """The part of the picture in ``frame`` that lies in ``seen``, as sharp as the screen is."""
    pixmap = transparent(seen.size(), ratio)
    # On whole pixels of the screen: at 100 % each of the picture's is one of them.
    left, top = (round((a - b) * ratio) for a, b in ((frame.x(), seen.x()), (frame.y(), seen.y())))
    whole = QRectF(left, top, round(frame.width() * ratio), round(frame.height() * ratio))
    across, down = whole.width() / image.width(), whole.height() / image.height()
    shown = whole.intersected(QRectF(QPointF(), QSizeF(seen.size()) * ratio))
    if shown.isEmpty():
        return pixmap
    part = QRectF(
        (shown.x() - whole.x()) / across,
        (shown.y() - whole.y()) / down,
        shown.width() / across,
        shown.height() / down,
    )
    pixmap.setDevicePixelRatio(1.0)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    if exact and across < 1:
        source = part.toAlignedRect().intersected(image.rect())
        target = QRectF(
            whole.x() + source.x() * across,
            whole.y() + source.y() * down,
            source.width() * across,
            source.height() * down,
        ).toRect()
        smooth = image.copy(source).scaled(
            target.size(),
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        painter.drawImage(target.topLeft(), smooth)
    else:
        painter.drawImage(shown, image, part)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def contained(size: QSizeF, frame: QRectF) -> QRectF:
    """The largest rectangle of the shape of ``size`` in the middle of ``frame``."""
    fitted = size.scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(QPointF(), fitted)
    place.moveCenter(frame.center())
    return place


def paint_divide(painter: QPainter, sight: QRectF, x: float) -> None:
    """Paint the line between the two halves, and the knob it is moved by."""
    colors = tokens()
    edge = QColor(colors.badge)
    edge.setAlphaF(0.35)
    painter.fillRect(QRectF(x - 2, sight.top(), 4, sight.height()), edge)
    line = QColor(colors.badge_text)
    painter.fillRect(QRectF(x - 1, sight.top(), 2, sight.height()), line)
    knob = QRectF(0, 0, _KNOB, _KNOB)
    knob.moveCenter(QPointF(x, sight.center().y()))
    painter.setPen(QPen(edge, 1))
    painter.setBrush(line)
    painter.drawEllipse(knob)
    icon = QRectF(0, 0, _KNOB_ICON, _KNOB_ICON)
    icon.moveCenter(knob.center())
    paint_icon(painter, "compare", icon, colors.badge)


def paint_badge(painter: QPainter, right_top: QPointF, text: str, *, room: float) -> None:
    """Paint a name over the picture, its upper right corner at ``right_top``."""
    painter.setFont(font(FONT_LABEL, weight=QFont.Weight.Medium))
    metrics = QFontMetricsF(painter.font())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, room - 2 * _BADGE_PAD))
    width = metrics.horizontalAdvance(shown) + 2 * _BADGE_PAD
    badge = QRectF(right_top.x() - width, right_top.y(), width, BADGE_HEIGHT)
    paint_badge_ground(painter, badge)
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, shown)


def paint_badge_ground(painter: QPainter, badge: QRectF) -> None:
    """Paint the ground of a badge and take the pen for its words."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens().badge))
    painter.drawRoundedRect(badge, _BADGE_RADIUS, _BADGE_RADIUS)
    painter.setPen(QColor(tokens().badge_text))


def paint_blank(painter: QPainter, frame: QRectF, exhibit: Exhibit) -> None:
    """Paint the place of a picture that is not there: calm, and why; plain while it is coming."""
    colors = tokens()
    outline = frame.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setBrush(QColor(colors.surface))
    if not exhibit.title:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(outline, RADIUS_CARD, RADIUS_CARD)
        return
    pen = QPen(QColor(colors.border_strong), 1)
    pen.setDashPattern([4, 4])
    painter.setPen(pen)
    painter.drawRoundedRect(outline, RADIUS_CARD, RADIUS_CARD)
    column = QRectF(0, 0, min(_BLANK_WIDTH, frame.width() - 4 * SPACE), frame.height())
    column.moveCenter(frame.center())
    icon = QRectF(0, 0, _BLANK_ICON, _BLANK_ICON)
    icon.moveCenter(QPointF(frame.center().x(), frame.center().y() - 4 * SPACE))
    paint_icon(painter, exhibit.icon, icon, colors.faint)
    words = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
    column.setTop(icon.bottom() + 1.5 * SPACE)
    painter.setPen(QColor(colors.text))
    painter.setFont(font(FONT_TITLE, weight=QFont.Weight.DemiBold))
    title = painter.boundingRect(column, words, exhibit.title)
    painter.drawText(column, words, exhibit.title)
    column.setTop(title.bottom() + SPACE)
    painter.setPen(QColor(colors.muted))
    painter.setFont(font(FONT_BODY))
    painter.drawText(column, words, exhibit.sentence)
