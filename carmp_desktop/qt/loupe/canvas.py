"""The loupe's canvas under the hand: moved, zoomed, compared by mouse, touchpad and keyboard."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, QTimer, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from carmp_desktop.qt.loupe.stage import LoupeStage
from carmp_desktop.qt.parts.zooming import View

_REST_MS = 140
_GRIP = 18.0
_LINE_STEP = 0.02
_PAN_STEP = 96.0
_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_PANS = {
    Qt.Key.Key_Left: QPointF(_PAN_STEP, 0),
    Qt.Key.Key_Right: QPointF(-_PAN_STEP, 0),
    Qt.Key.Key_Up: QPointF(0, _PAN_STEP),
    Qt.Key.Key_Down: QPointF(0, -_PAN_STEP),
}
_LINE_KEYS = {Qt.Key.Key_BracketLeft: -_LINE_STEP, Qt.Key.Key_BracketRight: _LINE_STEP}


class LoupeCanvas(LoupeStage):
    """Turns what the hand does into zoom, place and line; arrows alone are left to the loupe."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grip: QPointF | None = None
        self._on_line = False
        self._stood = View()
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._repaint_exactly)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(240, 160)
        self.setAccessibleDescription(
            self.tr("Arrow keys go to other images, Ctrl and an arrow key moves the picture.")
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the picture, or of the line."""
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._grip = event.position()
        near = abs(event.position().x() - self._line_x) <= _GRIP
        self._on_line = self._has_line and (near or not self._can_move)
        if self._on_line:
            self._move_line(event.position())
        self._point(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move what is held."""
        if self._grip is not None and self._on_line:
            self._move_line(event.position())
        elif self._grip is not None:
            self._move_by(event.position() - self._grip)
            self._grip = event.position()
        self._point(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._grip, self._on_line = None, False
        self._point(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to 100 % where the pointer is, or back to the whole picture."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if self._view.zoom == 1.0:
            self._zoom_natively(self._in_room(event.position()))
        else:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the pointer, quickly."""
        self._hurry()
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space shows the original; Ctrl and an arrow move the picture; brackets the line."""
        key = Qt.Key(event.key())
        controlled = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key == Qt.Key.Key_Space:
            self._hold(held=True)
        elif controlled and key in _PANS:
            self._move_by(_PANS[key])
        elif key in _LINE_KEYS and self._has_line:
            self.set_line(self._line + _LINE_KEYS[key])
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Space lets the picture come back."""
        if event.key() != Qt.Key.Key_Space:
            super().keyReleaseEvent(event)
        elif not event.isAutoRepeat():
            self._hold(held=False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the focus is to those who came with the keyboard."""
        super().focusInEvent(event)
        self._ringed = event.reason() in _BY_KEY
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A key released elsewhere is not heard of here."""
        super().focusOutEvent(event)
        self._ringed = False
        self._hold(held=False)

    def _move_by(self, offset: QPointF) -> None:
        self._hurry()
        self._view.move_by(offset)
        self._refresh()

    def _move_line(self, place: QPointF) -> None:
        sight = self.sights()[0]
        self.set_line((place.x() - sight.left()) / max(1.0, sight.width()))

    def _hold(self, *, held: bool) -> None:
        """Show the original; afterwards everything stands where it stood."""
        if held == self._held:
            return
        if held:
            self._stood.follow(self._view)
        self._held = held
        self._view.set_room(self._room())
        if not held:
            self._view.follow(self._stood)
        self._tell_zoom()

    def _hurry(self) -> None:
        """Draw quickly until the hand rests."""
        self._exact = False
        self._rest.start()

    @Slot()
    def _repaint_exactly(self) -> None:
        self._exact = True
        self.update()

    def _point(self, place: QPointF) -> None:
        """Let the pointer say what a press would do."""
        shape = Qt.CursorShape.ArrowCursor
        if self._has_line and (self._on_line or abs(place.x() - self._line_x) <= _GRIP):
            shape = Qt.CursorShape.SplitHCursor
        elif self._can_move:
            held = self._grip is not None
            shape = Qt.CursorShape.ClosedHandCursor if held else Qt.CursorShape.OpenHandCursor
        self.setCursor(shape)
