"""The picture being corrected: zoomed and moved, drawn on with the pointer or the keyboard.

It only shows and reports. A stroke stands where it was drawn until what it changed is shown.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from carmp_desktop.qt.touch_up.overlay import (
    DrawnStroke,
    paint_brush,
    paint_focus,
    paint_strokes,
)
from carmp_desktop.qt.touch_up.picture import TouchUpPicture
from carmp_desktop.qt.touch_up.work import Answer

_FINE_STEP = 1.0
_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_ARROWS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}


class TouchUpCanvas(TouchUpPicture):
    """Shows the photo under its masks, or the finished picture, and takes strokes on it."""

    stroke_drawn = Signal(object, float, bool)
    """A stroke ended: its points (x, y) and its width in the photo's pixels, and if it adds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Picture"))
        self.setAccessibleDescription(
            self.tr("Arrow keys move the brush, Enter begins and ends a stroke.")
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(320, 240)
        self._adds = True
        self._brush = 14.0
        self._waiting: list[tuple[int, DrawnStroke]] = []
        self._count = 0
        self._line: list[QPointF] = []
        self._at: QPointF | None = None
        self._grip: QPointF | None = None
        self._space = self._ringed = False

    @property
    def waiting(self) -> int:
        """How many strokes are drawn and not yet computed."""
        return len(self._waiting)

    def set_answer(self, answer: Answer) -> None:
        """Show what the strokes drawn so far have changed."""
        self._waiting = [each for each in self._waiting if each[0] > answer.drawn]
        super().set_answer(answer)

    def set_brush(self, width: float, *, adds: bool) -> None:
        """Draw from now on with this width, in the photo's pixels."""
        self._brush, self._adds = width, adds
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke, or take hold of the picture."""
        button = event.button()
        if button is Qt.MouseButton.MiddleButton or (
            button is Qt.MouseButton.LeftButton and self._space
        ):
            self._grip = event.position()
            self._point()
        elif button is Qt.MouseButton.LeftButton and self._answer is not None:
            self._line = [self._view.to_picture(event.position())]
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with the stroke, or with moving the picture."""
        self._at = self._view.to_picture(event.position())
        if self._grip is not None:
            self._view.move_by(event.position() - self._grip)
            self._grip = event.position()
            self._refresh()
        elif self._line:
            self._line.append(self._at)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the stroke, or let go of the picture."""
        if self._grip is not None:
            self._grip = None
            self._point()
        elif event.button() is Qt.MouseButton.LeftButton and self._line:
            self._end_stroke()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space takes hold of the picture; arrows and Enter draw; Escape drops a stroke begun."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Space:
            self._space = True
            self._point()
        elif key in _ARROWS and self._answer is not None:
            self._step(
                _ARROWS[key], fine=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            )
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._answer is not None:
            self._pen()
        elif key == Qt.Key.Key_Escape and self._line:
            self._line = []
        else:
            super().keyPressEvent(event)
            return
        self.update()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Space lets go of the picture."""
        if event.key() != Qt.Key.Key_Space:
            super().keyReleaseEvent(event)
        elif not event.isAutoRepeat():
            self._space = False
            self._point()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the brush under the pointer."""
        super().enterEvent(event)
        self._point()

    def leaveEvent(self, event: QEvent) -> None:
        """Hide the brush."""
        super().leaveEvent(event)
        if not self._line:
            self._at = None
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the focus is to those who came with the keyboard."""
        super().focusInEvent(event)
        self._ringed = event.reason() in _BY_KEY
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A key released elsewhere is not heard of here."""
        super().focusOutEvent(event)
        self._space = self._ringed = False
        self._point()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture with its masks, the strokes on it, the brush."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(self._window())
        strokes = [stroke for _, stroke in self._waiting]
        if self._line:
            strokes.append(DrawnStroke(tuple(self._line), self._brush, self._adds))
        paint_strokes(painter, strokes, self._view.transform)
        if self._at is not None and self._grip is None and not self._space:
            center = self._view.to_widget(self._at)
            paint_brush(painter, center, self._brush * self._view.scale, adds=self._adds)
        if self._ringed:
            paint_focus(painter, self._window())
        painter.end()

    def _step(self, direction: QPointF, *, fine: bool) -> None:
        """Move the brush by half its width, or by one pixel."""
        length = _FINE_STEP if fine else max(_FINE_STEP, self._brush / 2)
        middle = QPointF(self._photo.width() / 2, self._photo.height() / 2)
        place = (self._at or middle) + direction * length
        self._at = QPointF(
            min(max(place.x(), 0.0), self._photo.width() - 1.0),
            min(max(place.y(), 0.0), self._photo.height() - 1.0),
        )
        if self._line:
            self._line.append(self._at)
        self._view.reveal(self._at)
        self._refresh()

    def _pen(self) -> None:
        """Begin a stroke where the brush is, or end the one under way."""
        if self._line:
            self._end_stroke()
        elif self._at is not None:
            self._line = [self._at]
        else:
            self._step(QPointF(), fine=True)

    def _end_stroke(self) -> None:
        stroke = DrawnStroke(tuple(self._line), self._brush, self._adds)
        self._line = []
        self._count += 1
        self._waiting.append((self._count, stroke))
        points = tuple((point.x(), point.y()) for point in stroke.points)
        self.stroke_drawn.emit(points, stroke.width, stroke.adds)
        self.update()

    def _point(self) -> None:
        """Let the pointer say what a press would do; the brush is drawn by the canvas."""
        if self._grip is not None:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self._space:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.setCursor(
                Qt.CursorShape.BlankCursor if self._answer else Qt.CursorShape.ArrowCursor
            )
        self.update()
