"""What stands on the loupe's canvas: one picture, two under a line, or two side by side.

Both zoom and move together. It only shows what it is given; which pictures those are is the
loupe's to say.
"""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from carmp_desktop.qt.look.theme import tokens
from carmp_desktop.qt.look.tokens import RADIUS_CARD, SPACE
from carmp_desktop.qt.loupe.picture import (
    Exhibit,
    Slide,
    contained,
    paint_badge,
    paint_blank,
    paint_divide,
)
from carmp_desktop.qt.parts.zooming import View, Zoomable
from carmp_desktop.qt.touch_up.overlay import paint_focus

BADGE_INSET = 14
_GAP = SPACE


class Mode(IntEnum):
    """How a picture is compared with another; the values are the places of the segments."""

    SINGLE = 0
    SLIDER = 1
    SIDE_BY_SIDE = 2


class LoupeStage(Zoomable):
    """Shows a picture, what it is compared with, and while it is held what it was made from."""

    sight_changed = Signal()
    """The picture stands elsewhere in the widget, or is larger or smaller."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._main, self._other, self._original = Slide(), Slide(), Slide()
        self._mode = Mode.SINGLE
        self._line = 0.5
        self._exact = True
        self._held = self._ringed = False
        self._view.set_picture(Exhibit().aspect)

    @property
    def mode(self) -> Mode:
        """How it compares."""
        return self._mode

    @property
    def line(self) -> float:
        """Where the line between the halves stands, 0 to 1 from left to right."""
        return self._line

    @property
    def percent(self) -> int:
        """Pixels of the screen for one of the picture's, times 100."""
        return round(100 * self._view.scale * self.devicePixelRatioF())

    @property
    def is_comparing(self) -> bool:
        """Whether two pictures are in sight, and not one."""
        return self._mode is not Mode.SINGLE and not self._held

    def set_mode(self, mode: Mode) -> None:
        """Compare in this way from now on."""
        self._mode = mode
        self._view.set_room(self._room())
        self._tell_zoom()

    def put(self, main: Exhibit, other: Exhibit, original: Exhibit) -> None:
        """Show these; zoom and place stay as they are."""
        for slide, exhibit in (
            (self._main, main),
            (self._other, other),
            (self._original, original),
        ):
            slide.put(exhibit)
        self._view.exchange_picture(main.aspect)
        self._exact = True
        self._tell_zoom()

    def set_line(self, line: float) -> None:
        """Move the line between the halves."""
        self._line = min(max(line, 0.0), 1.0)
        self.update()

    @Slot()
    def show_native(self) -> None:
        """Let each pixel of the picture be one of the screen's."""
        self._zoom_natively(None)

    @Slot()
    def toggle_zoom(self) -> None:
        """The whole picture, or where that is shown, 100 %."""
        if self._view.zoom == 1.0:
            self.show_native()
        else:
            self.fit()

    def sights(self) -> tuple[QRectF, ...]:
        """Where the pictures are in sight, in the widget: of two beside each other, both."""
        room = QRectF(QPointF(), self._room())
        if self._held:
            return (self._followed(self._original).frame.intersected(room),)
        main = self._view.frame.intersected(room)
        if not self._is_split:
            return (main,)
        other = self._followed(self._other).frame.intersected(room)
        return (other, main.translated(self._pane_offset, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the picture fitted, and tell how large it is now."""
        super().resizeEvent(event)
        self._tell_zoom()

    def changeEvent(self, event: QEvent) -> None:
        """Take the colors of the new scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """What is in sight, its names, and the line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._held:
            self._paint_slide(painter, self._original, self._followed(self._original).frame)
        elif self._is_split:
            self._paint_split(painter)
        else:
            self._paint_slide(painter, self._main, self._view.frame)
        if self._has_line:
            self._paint_left_half(painter)
        self._paint_names(painter)
        if self._ringed:
            for sight in self.sights():
                paint_focus(painter, _rounded(sight))
        painter.end()

    def _paint_slide(self, painter: QPainter, slide: Slide, frame: QRectF) -> None:
        """One picture in its frame, the corners of what is in sight rounded."""
        sight = frame.intersected(QRectF(QPointF(), self._room()))
        if slide.exhibit.image is None:
            paint_blank(painter, sight, slide.exhibit)
            return
        painter.save()
        painter.setClipPath(_rounded(sight), Qt.ClipOperation.IntersectClip)
        slide.paint(painter, frame, sight, exact=self._exact)
        painter.restore()

    def _paint_split(self, painter: QPainter) -> None:
        self._paint_slide(painter, self._other, self._followed(self._other).frame)
        painter.save()
        painter.translate(self._pane_offset, 0)
        self._paint_slide(painter, self._main, self._view.frame)
        painter.restore()

    def _paint_left_half(self, painter: QPainter) -> None:
        """The other picture left of the line, as large as it goes into the main one's frame."""
        (sight,) = self.sights()
        x = self._line_x
        painter.save()
        painter.setClipRect(QRectF(sight.left(), sight.top(), x - sight.left(), sight.height()))
        painter.fillPath(_rounded(sight), QColor(tokens().border))
        inner = contained(self._other.exhibit.aspect, self._view.frame)
        self._paint_slide(painter, self._other, inner)
        painter.restore()
        paint_divide(painter, sight, x)

    def _paint_names(self, painter: QPainter) -> None:
        """The name of the main picture while there are two; of the original while it is held."""
        sight = self.sights()[-1]
        corner = sight.topRight() + QPointF(-BADGE_INSET, BADGE_INSET)
        room = sight.width() / (2 if self._has_line else 1) - 2 * BADGE_INSET
        if self._held:
            paint_badge(painter, corner, self._original.exhibit.name, room=room)
        elif self.is_comparing:
            paint_badge(painter, corner, self._main.exhibit.name, room=room)

    @property
    def _is_split(self) -> bool:
        return self._mode is Mode.SIDE_BY_SIDE and not self._held

    @property
    def _has_line(self) -> bool:
        return self._mode is Mode.SLIDER and not self._held

    @property
    def _line_x(self) -> float:
        sight = self.sights()[0]
        return sight.left() + self._line * sight.width()

    @property
    def _can_move(self) -> bool:
        frame, room = self._view.frame, self._room()
        return frame.width() > room.width() + 0.5 or frame.height() > room.height() + 0.5

    @property
    def _pane_offset(self) -> float:
        return self._room().width() + _GAP

    def _room(self) -> QSizeF:
        if not self._is_split:
            return QSizeF(self.size())
        return QSizeF((self.width() - _GAP) / 2, self.height())

    def _in_room(self, place: QPointF) -> QPointF:
        """The same place of the picture, in whichever of two panes it is pointed at."""
        if self._is_split and place.x() >= self._pane_offset:
            return place - QPointF(self._pane_offset, 0)
        return place

    def _followed(self, slide: Slide) -> View:
        """How a picture of another size stands that zooms and moves with the main one."""
        view = View()
        view.set_room(self._room())
        view.set_picture(slide.exhibit.aspect)
        view.follow(self._view)
        return view

    def _zoom_natively(self, around: QPointF | None) -> None:
        self._view.zoom_to(1 / self.devicePixelRatioF(), around)
        self._tell_zoom()

    def _tell_zoom(self) -> None:
        self._view.set_native(1 / self.devicePixelRatioF())
        super()._tell_zoom()

    def _refresh(self) -> None:
        super()._refresh()
        self.sight_changed.emit()


def _rounded(sight: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(sight, RADIUS_CARD, RADIUS_CARD)
    return path
