"""Pictures that are zoomed and moved by hand: where one stands, and the widget it stands in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMarginsF, QPointF, QRectF, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QNativeGestureEvent, QResizeEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QWidget

_MOST = 8.0
_MOST_OF_NATIVE = 4.0
_STEP = 1.25
_MARGIN = 48.0
_NOTCH = 120
_PINCH = 4


class View:
    """Maps between a picture's pixels and a widget's; it fits the whole picture at first."""

    def __init__(self) -> None:
        self._picture = QSizeF(1, 1)
        self._room = QSizeF(1, 1)
        self._zoom = 1.0
        self._center = QPointF(0.5, 0.5)
        self._native: float | None = None

    @property
    def scale(self) -> float:
        """Widget pixels per picture pixel."""
        return self._fit * self._zoom

    @property
    def zoom(self) -> float:
        """How many times larger than fitted."""
        return self._zoom

    @property
    def limits(self) -> tuple[float, float]:
        """The least and the most `zoom`: 1 to 8, and wider where the native scale needs it."""
        if self._native is None:
            return 1.0, _MOST
        native = self._native / self._fit
        return min(1.0, native), max(_MOST, _MOST_OF_NATIVE * native)

    @property
    def transform(self) -> QTransform:
        """From the picture's pixels to the widget's."""
        origin = self.frame.topLeft()
        return QTransform(self.scale, 0, 0, self.scale, origin.x(), origin.y())

    @property
    def frame(self) -> QRectF:
        """The whole picture in the widget's pixels; it may reach beyond the widget."""
        size = self._picture * self.scale
        middle = QPointF(self._room.width() / 2, self._room.height() / 2)
        return QRectF(
            middle.x() - self._center.x() * size.width(),
            middle.y() - self._center.y() * size.height(),
            size.width(),
            size.height(),
        )

    def to_picture(self, place: QPointF) -> QPointF:
        """A place in the widget as one in the picture."""
        offset = place - self.frame.topLeft()
        return offset / self.scale

    def to_widget(self, place: QPointF) -> QPointF:
        """A place in the picture as one in the widget."""
        return self.frame.topLeft() + place * self.scale

    def set_picture(self, size: QSizeF) -> None:
        """Show a picture of this size, all of it."""
        self._picture = size
        self.fit()

    def exchange_picture(self, size: QSizeF) -> None:
        """Show a picture of this size at the same zoom, the same part of it in the middle."""
        self._picture = size
        self._set_zoom(self._zoom)

    def set_room(self, size: QSizeF) -> None:
        """The widget has this size now."""
        self._room = size.expandedTo(QSizeF(1, 1))
        self._set_zoom(self._zoom)

    def set_native(self, scale: float) -> None:
        """Let `scale` reach this value, at which a picture's pixel is one of the screen's."""
        self._native = scale
        self._set_zoom(self._zoom)

    def follow(self, other: View) -> None:
        """Zoom as ``other`` does, and show the same part of the picture."""
        self._zoom, self._center = other.zoom, QPointF(other._center)
        self._settle()

    def fit(self) -> None:
        """Show the whole picture."""
        self._zoom = 1.0
        self._settle()

    def zoom_by(self, steps: float, around: QPointF | None = None) -> None:
        """Zoom in (or out, below 0) by ``steps``, a place in the widget staying where it is."""
        self.zoom_to(self.scale * _STEP**steps, around)

    def zoom_to(self, scale: float, around: QPointF | None = None) -> None:
        """Zoom to a `scale`, as far as the limits go, a place in the widget staying."""
        # Compared with None: the upper left corner, (0, 0), is false to Qt.
        middle = QPointF(self._room.width() / 2, self._room.height() / 2)
        fixed = middle if around is None else around
        under = self.to_picture(fixed)
        self._set_zoom(scale / self._fit)
        self.move_by(fixed - self.to_widget(under))

    def move_by(self, offset: QPointF) -> None:
        """Move the picture by widget pixels, as far as there is picture to show."""
        size = self._picture * self.scale
        self._center -= QPointF(offset.x() / size.width(), offset.y() / size.height())
        self._settle()

    def reveal(self, place: QPointF) -> None:
        """Move so that a place in the picture is well inside the widget."""
        shown = self.to_widget(place)
        margin = min(_MARGIN, self._room.width() / 4, self._room.height() / 4)
        inner = QRectF(QPointF(), self._room) - QMarginsF(margin, margin, margin, margin)
        x = min(max(shown.x(), inner.left()), inner.right())
        y = min(max(shown.y(), inner.top()), inner.bottom())
        self.move_by(QPointF(x, y) - shown)

    @property
    def _fit(self) -> float:
        return min(
            self._room.width() / self._picture.width(),
            self._room.height() / self._picture.height(),
        )

    def _set_zoom(self, zoom: float) -> None:
        least, most = self.limits
        self._zoom = min(max(zoom, least), most)
        self._settle()

    def _settle(self) -> None:
        size = self._picture * self.scale
        self._center = QPointF(
            _held(self._center.x(), size.width(), self._room.width()),
            _held(self._center.y(), size.height(), self._room.height()),
        )


class Zoomable(QWidget):
    """A widget with one view: the wheel and two fingers zoom around where they are."""

    zoomed = Signal(float)
    """The picture is now so many times larger than fitted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = View()

    @property
    def view(self) -> View:
        """How the picture stands in the widget."""
        return self._view

    @Slot(float)
    def zoom_by(self, steps: float, around: QPointF | None = None) -> None:
        """Zoom in, or out below 0; ``around`` is a place in the view's room."""
        self._view.zoom_by(steps, around)
        self._tell_zoom()

    @Slot()
    def fit(self) -> None:
        """Show the whole picture."""
        self._view.fit()
        self._tell_zoom()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the pointer."""
        self.zoom_by(event.angleDelta().y() / _NOTCH, self._in_room(event.position()))
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Zoom with two fingers on a touchpad; everything else as usual."""
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture
        ):
            self.zoom_by(_PINCH * event.value(), self._in_room(event.position()))
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the picture fitted, or its middle where it is."""
        super().resizeEvent(event)
        self._view.set_room(self._room())
        self._refresh()

    def _room(self) -> QSizeF:
        """What of the widget one picture has for itself: all of it."""
        return QSizeF(self.size())

    def _in_room(self, place: QPointF) -> QPointF:
        """A place in the widget as one in the view's room: the same, where that is all of it."""
        return place

    def _tell_zoom(self) -> None:
        self._refresh()
        self.zoomed.emit(self._view.zoom)

    def _refresh(self) -> None:
        """What is shown has changed."""
        self.update()


def _held(center: float, size: float, room: float) -> float:
    """The center (a share of the picture) that leaves no gap at either side."""
    if size <= room:
        return 0.5
    half = room / size / 2
    return min(max(center, half), 1 - half)
