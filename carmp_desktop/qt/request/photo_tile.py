"""One source photo as a tile: its thumbnail, the angle it shows, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy, QWidget

from carmp_desktop.core.model import Angle, Photo
from carmp_desktop.qt.look.icons import paint_icon
from carmp_desktop.qt.look.theme import font, tokens
from carmp_desktop.qt.look.tokens import FONT_CARD, RADIUS_FIELD
from carmp_desktop.qt.request.photo_menu import PhotoMenu
from carmp_desktop.qt.words.text import short_angle_labels

_TILE = QSize(70, 58)
_CROSS = 18
_STEPS = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}


class PhotoTile(QAbstractButton):
    """A press opens the menu of angles, a drag moves the tile, the cross or Delete removes it."""

    remove_requested = Signal(object)
    """The user wants the photo gone; carries this `PhotoTile`."""

    move_requested = Signal(object, str)
    """Alt and an arrow, or the menu: this tile, and ``left``, ``right``, ``up`` or ``down``."""

    dragged = Signal(object, QPoint)
    """The tile is being dragged; the pointer's place in the strip's coordinates."""

    tagged = Signal()
    """The angle that the photo shows was said, or taken back."""

    def __init__(self, photo: Photo, thumb: QImage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.photo = photo
        self._thumb = thumb
        self._scaled = QImage()
        self._scaled_for = QSize()
        self._angles: tuple[Angle, ...] = ()
        self._pressed_at: QPointF | None = None
        self._is_dragged = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open_menu)
        self._describe()

    def set_angles(self, angles: Sequence[Angle]) -> None:
        """The angles a photo may show; a tag that is not among them is taken away."""
        self._angles = tuple(angles)
        if self._shown_angle() is None:
            self.photo = replace(self.photo, angle_key=None)
        self._describe()

    def tag(self, angle_key: str | None) -> None:
        """Say which angle the photo shows; None takes it back."""
        self.photo = replace(self.photo, angle_key=angle_key)
        self._describe()
        self.tagged.emit()

    def sizeHint(self) -> QSize:
        """A quarter of the panel wide."""
        return _TILE

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes, Alt and an arrow moves."""
        step = _STEPS.get(Qt.Key(event.key()))
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_requested.emit(self)
        elif step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_requested.emit(self, step)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag may have begun."""
        super().mousePressEvent(event)
        self._pressed_at = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the tile once the pointer has gone far enough for it to be meant."""
        if self._pressed_at is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        way = (event.position() - self._pressed_at).manhattanLength()
        if not self._is_dragged and way < QApplication.startDragDistance():
            return
        self._is_dragged = True
        self.setDown(False)
        self.raise_()
        self.update()
        self.dragged.emit(self, self.mapToParent(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag, remove where the cross was clicked, else do as a button does."""
        was_dragged, self._is_dragged, self._pressed_at = self._is_dragged, False, None
        self.update()
        if was_dragged:
            return
        if self.isDown() and self._cross().contains(event.position().toPoint()):
            self.setDown(False)
            self.remove_requested.emit(self)
            return
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same menu by the right button and by the menu key."""
        self._open_menu()
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Thumbnail, badge, cross, frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(frame, RADIUS_FIELD, RADIUS_FIELD)
        painter.fillPath(shape, QColor(tokens().hover))
        painter.save()
        painter.setClipPath(shape)
        self._paint_thumb(painter)
        painter.restore()
        if (angle := self._shown_angle()) is not None:
            names = short_angle_labels(each.label for each in self._angles)
            self._paint_badge(painter, names[angle.label])
        if self.underMouse() or self.hasFocus():
            self._paint_cross(painter)
        marked = self.hasFocus() or self._is_dragged
        painter.setPen(QPen(QColor(tokens().accent if marked else tokens().border), 1 + marked))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, RADIUS_FIELD, RADIUS_FIELD)
        painter.end()

    def _paint_thumb(self, painter: QPainter) -> None:
        if self._thumb.isNull():
            place = QRectF(0, 0, 22, 22)
            place.moveCenter(QRectF(self.rect()).center())
            paint_icon(painter, "image", place, tokens().muted)
            return
        wanted = self.size() * self.devicePixelRatioF()
        if self._scaled_for != wanted:
            self._scaled_for = wanted
            self._scaled = self._thumb.scaled(
                wanted,
                Qt.AspectRatioMode.KeepAspectRatioByExpanding,
                Qt.TransformationMode.SmoothTransformation,
            )
        middle = QRect(QPoint(0, 0), wanted)
        middle.moveCenter(self._scaled.rect().center())
        painter.drawImage(QRectF(self.rect()), self._scaled, QRectF(middle))

    def _paint_badge(self, painter: QPainter, text: str) -> None:
        painter.setFont(font(FONT_CARD - 1))
        wrap = Qt.TextFlag.TextWordWrap
        room = self.rect().adjusted(8, 4, -6, -6)
        place = painter.boundingRect(room, wrap | Qt.AlignmentFlag.AlignBottom, text)
        ground = QColor(tokens().badge)
        ground.setAlphaF(0.88)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(place).adjusted(-4, -2, 4, 2), 4, 4)
        painter.setPen(QColor(tokens().badge_text))
        painter.drawText(place.adjusted(0, 0, 2, 0), wrap, text)

    def _paint_cross(self, painter: QPainter) -> None:
        disc = QRectF(self._cross())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().badge))
        painter.drawEllipse(disc)
        paint_icon(painter, "close", disc.adjusted(3, 3, -3, -3), tokens().badge_text)

    def _cross(self) -> QRect:
        return QRect(self.width() - _CROSS - 3, 3, _CROSS, _CROSS)

    def _shown_angle(self) -> Angle | None:
        shown = (angle for angle in self._angles if angle.key == self.photo.angle_key)
        return next(shown, None)

    def _describe(self) -> None:
        photo, angle = self.photo, self._shown_angle()
        size = self.tr("{name}, {width} × {height} pixels").format(
            name=photo.name, width=photo.width, height=photo.height
        )
        shows = self.tr("Shows: {angle}").format(angle=angle.label) if angle else ""
        self.setAccessibleName(", ".join(part for part in (photo.name, shows) if part))
        hint = self.tr("Click to say which angle it shows; drag to reorder.")
        self.setAccessibleDescription(self.tr("Delete removes it, Alt and an arrow moves it."))
        self.setToolTip("\n".join(part for part in (size, shows, hint) if part))
        self.update()

    @Slot()
    def _open_menu(self) -> None:
        menu = PhotoMenu(self.photo, self._angles, parent=self)
        menu.triggered.connect(self._obey)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    @Slot(QAction)
    def _obey(self, action: QAction) -> None:
        match action.data():
            case ("tag", angle_key):
                self.tag(angle_key)
            case ("move", step):
                self.move_requested.emit(self, step)
            case ("remove", _):
                self.remove_requested.emit(self)
