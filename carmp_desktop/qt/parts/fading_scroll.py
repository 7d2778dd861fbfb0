"""A scroll area whose edges fade where more lies beyond them, so that nothing looks cut off."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Slot
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from carmp_desktop.qt.look.theme import tokens

_DEPTH = 28


class FadingScroll(QScrollArea):
    """Scrolls from top to bottom only, on the surface color."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._veils = (_Veil(self.viewport(), at_top=True), _Veil(self.viewport(), at_top=False))
        self.viewport().installEventFilter(self)
        self.verticalScrollBar().valueChanged.connect(self._look)
        self.verticalScrollBar().rangeChanged.connect(self._look)
        self._look()

    def setWidget(self, widget: QWidget) -> None:
        """Scroll this widget, under the veils."""
        super().setWidget(widget)
        for veil in self._veils:
            veil.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the veils at the viewport's edges."""
        if event.type() == QEvent.Type.Resize and watched is self.viewport():
            width, height = self.viewport().width(), self.viewport().height()
            self._veils[0].setGeometry(0, 0, width, _DEPTH)
            self._veils[1].setGeometry(0, height - _DEPTH, width, _DEPTH)
        return super().eventFilter(watched, event)

    @Slot()
    def _look(self) -> None:
        bar = self.verticalScrollBar()
        self._veils[0].setVisible(bar.value() > bar.minimum())
        self._veils[1].setVisible(bar.value() < bar.maximum())


class _Veil(QWidget):
    """The surface color at the very edge, and nothing of it a little further in."""

    def __init__(self, parent: QWidget, *, at_top: bool) -> None:
        super().__init__(parent)
        self._at_top = at_top
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A gradient from the edge inward."""
        solid, clear = QColor(tokens().surface), QColor(tokens().surface)
        clear.setAlpha(0)
        fade = QLinearGradient(0, 0, 0, self.height())
        fade.setColorAt(0, solid if self._at_top else clear)
        fade.setColorAt(1, clear if self._at_top else solid)
        painter = QPainter(self)
        painter.fillRect(QRect(0, 0, self.width(), self.height()), fade)
        painter.end()
