"""Where a picture stands in a widget: fitted at first, then zoomed and moved by hand."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QTransform

_MOST = 8.0
_STEP = 1.25
_MARGIN = 48.0


class View:
    """Maps between a picture's pixels and a widget's; never shows less than the whole picture."""

    def __init__(self) -> None:
        self._picture = QSizeF(1, 1)
        self._room = QSizeF(1, 1)
        self._zoom = 1.0
        self._center = QPointF(0.5, 0.5)

    @property
    def scale(self) -> float:
        """Widget pixels per picture pixel."""
        return self._fit * self._zoom

    @property
    def zoom(self) -> float:
        """How many times larger than fitted, 1 to 8."""
        return self._zoom

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

    def set_room(self, size: QSizeF) -> None:
        """The widget has this size now."""
        self._room = size.expandedTo(QSizeF(1, 1))
        self._settle()

    def fit(self) -> None:
        """Show the whole picture."""
        self._zoom = 1.0
        self._settle()

    def zoom_by(self, steps: float, around: QPointF | None = None) -> None:
        """Zoom in (or out, below 0) by ``steps``, a place in the widget staying where it is."""
        fixed = around or QPointF(self._room.width() / 2, self._room.height() / 2)
        under = self.to_picture(fixed)
        self._zoom = min(max(self._zoom * _STEP**steps, 1.0), _MOST)
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

    def _settle(self) -> None:
        size = self._picture * self.scale
        self._center = QPointF(
            _held(self._center.x(), size.width(), self._room.width()),
            _held(self._center.y(), size.height(), self._room.height()),
        )


def _held(center: float, size: float, room: float) -> float:
    """The center (a share of the picture) that leaves no gap at either side."""
    if size <= room:
        return 0.5
    half = room / size / 2
    return min(max(center, half), 1 - half)
