"""A photo under its masks, or the picture finished from it, zoomed and moved in a widget."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSizeF
from PySide6.QtGui import (
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QWidget

from carmp_desktop.core.engines.studio.corrections import Layer
from carmp_desktop.qt.look.painting import transparent
from carmp_desktop.qt.look.tokens import RADIUS_CARD
from carmp_desktop.qt.parts.zooming import Zoomable
from carmp_desktop.qt.touch_up.overlay import paint_edge, paint_paint, paint_veil
from carmp_desktop.qt.touch_up.work import Answer


class TouchUpPicture(Zoomable):
    """Shows one scene; what does not change with the pointer is painted once and kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._photo = QImage()
        self._answer: Answer | None = None
        self._layer = Layer.OUTLINE
        self._masked = True
        self._base: QPixmap | None = None

    def set_photo(self, photo: QImage) -> None:
        """Show this photo, all of it."""
        self._photo = photo
        self._view.set_picture(QSizeF(photo.size()))
        self._refresh()

    def set_answer(self, answer: Answer) -> None:
        """Show the scene as it is now."""
        self._answer = answer
        self._refresh()

    def set_layer(self, layer: Layer, *, masked: bool) -> None:
        """Show one layer's mask over the photo, or the finished picture."""
        self._layer, self._masked = layer, masked
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Take the colors of the new scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_base"):
            self._refresh()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture and its masks."""
        if self._photo.isNull():
            return
        if self._base is None or self._base.devicePixelRatio() != self.devicePixelRatioF():
            self._base = self._painted_base()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._base)
        painter.end()

    def _painted_base(self) -> QPixmap:
        """Everything that changes neither with the pointer nor with a stroke under way."""
        base = transparent(self.size(), self.devicePixelRatioF())
        painter = QPainter(base)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setClipPath(self._window())
        answer, frame = self._answer, self._view.frame
        finished = None if self._masked or answer is None else answer.picture
        painter.drawImage(frame, finished or self._photo)
        if answer is not None and self._masked:
            car = self._view.transform.map(answer.car)
            paint = self._view.transform.map(answer.paint)
            paint_veil(painter, frame, car)
            if self._layer is Layer.PAINT:
                paint_paint(painter, paint)
            paint_edge(painter, paint if self._layer is Layer.PAINT else car)
        painter.end()
        return base

    def _window(self) -> QPainterPath:
        """The part of the widget that shows the picture, its corners rounded."""
        window = QPainterPath()
        shown = self._view.frame.intersected(QRectF(self.rect()))
        window.addRoundedRect(shown, RADIUS_CARD, RADIUS_CARD)
        return window

    def _refresh(self) -> None:
        self._base = None
        self.update()
