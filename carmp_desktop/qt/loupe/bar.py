"""The loupe's top: where one is, how large it is shown, how it is compared, and the way out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from carmp_desktop.qt.look.theme import font, tokens
from carmp_desktop.qt.look.tokens import FONT_BODY, FONT_LABEL, SPACE, TOPBAR_HEIGHT
from carmp_desktop.qt.loupe.buttons import LoupeButton
from carmp_desktop.qt.loupe.stage import Mode
from carmp_desktop.qt.loupe.verdict import VerdictButtons
from carmp_desktop.qt.parts.controls import IconButton, push_button
from carmp_desktop.qt.parts.segments import Segments

_ZOOM_WIDTH = 58
_WIDE = 1180


class LoupeBar(QFrame):
    """Its buttons only say that they were pressed."""

    mode_chosen = Signal(int)
    """The `Mode` to compare in."""

    zoom_requested = Signal(float)
    """The picture is to be larger by so many steps, or smaller below 0."""

    zoom_toggled = Signal()
    """The picture is to be fitted, or where it is, shown at 100 %."""

    star_toggled = Signal(bool)
    """The image shall have a star, or none."""

    facts_toggled = Signal()
    """The facts are to be shown, or hidden."""

    close_requested = Signal()
    """The loupe shall go away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.setFixedHeight(TOPBAR_HEIGHT)
        self._starred: bool | None = None
        self._place = _Place()
        self._smaller = IconButton("minus", label=self.tr("Zoom out (−)"))
        self._percent = push_button("", role="flat")
        self._larger = IconButton("plus", label=self.tr("Zoom in (+)"))
        self.modes = Segments(
            self.tr("Compare (V)"),
            ((self.tr("Single"), ""), (self.tr("Slider"), ""), (self.tr("Side by side"), "")),
        )
        self._star = LoupeButton("", "star")
        self.verdict = VerdictButtons()
        self._facts = IconButton("info", label=self.tr("Show or hide what is known (I)"))
        self._close = IconButton("close", label=self.tr("Close (Esc)"))
        self._percent.setMinimumWidth(_ZOOM_WIDTH)
        self._percent.setToolTip(self.tr("The whole picture (0), or 100 % (1)"))
        self._build()
        self._connect()
        self.show_star(starred=None)
        self.show_zoom(percent=100, fitted=True)

    def show_place(self, title: str, where: str) -> None:
        """Show the name of what is looked at, and where it stands."""
        self._place.show_words(title, where)

    def show_zoom(self, *, percent: int, fitted: bool) -> None:
        """Show how large the picture is."""
        words = self.tr("Fit") if fitted else self.tr("{n} %").format(n=percent)
        self._percent.setText(words)
        self._percent.setAccessibleName(self.tr("Zoom: {zoom}").format(zoom=words))

    def show_star(self, *, starred: bool | None) -> None:
        """Show whether the image has a star; None where there are no stars."""
        self._starred = starred
        self._star.setVisible(starred is not None)
        words = self.tr("Starred") if starred else self.tr("Star")
        self._star.set_look(words, "star-filled" if starred else "star")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words of a verdict away where the image's name needs the room."""
        super().resizeEvent(event)
        self.verdict.set_compact(self.width() < _WIDE)

    @Slot()
    def toggle_star(self) -> None:
        """Give a star, or take it."""
        if self._starred is not None:
            self.star_toggled.emit(not self._starred)

    @Slot()
    def next_mode(self) -> None:
        """Compare in the next of the ways."""
        self.modes.choose((self.modes.place + 1) % len(Mode))

    @Slot()
    def _zoom_in(self) -> None:
        self.zoom_requested.emit(1.0)

    @Slot()
    def _zoom_out(self) -> None:
        self.zoom_requested.emit(-1.0)

    def _connect(self) -> None:
        self._smaller.clicked.connect(self._zoom_out)
        self._larger.clicked.connect(self._zoom_in)
        self._percent.clicked.connect(self.zoom_toggled)
        self.modes.chosen.connect(self.mode_chosen)
        self._star.clicked.connect(self.toggle_star)
        self._facts.clicked.connect(self.facts_toggled)
        self._close.clicked.connect(self.close_requested)

    def _build(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * SPACE + 4, 0, SPACE + 4, 0)
        layout.setSpacing(SPACE // 2)
        layout.addWidget(self._place, 1)
        layout.addSpacing(SPACE)
        for widget in (self._smaller, self._percent, self._larger):
            layout.addWidget(widget)
        layout.addSpacing(SPACE)
        layout.addWidget(self.modes)
        layout.addSpacing(SPACE)
        layout.addWidget(self.verdict)
        layout.addSpacing(SPACE // 2)
        layout.addWidget(self._star)
        layout.addSpacing(SPACE // 2)
        layout.addWidget(self._facts)
        layout.addWidget(self._close)


class _Place(QWidget):
    """A name, and behind it in a quieter voice where that stands; what has no room is elided."""

    def __init__(self) -> None:
        super().__init__()
        self._title, self._where = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def show_words(self, title: str, where: str) -> None:
        """Show these."""
        self._title, self._where = title, where
        self.setAccessibleName(f"{title}, {where}")
        self.setToolTip(f"{title}\n{where}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The name first: it has the room."""
        painter = QPainter(self)
        face = font(FONT_BODY + 1, weight=QFont.Weight.DemiBold)
        end = self._paint_words(painter, face, tokens().text, self._title, left=0)
        quiet = font(FONT_LABEL, tabular=True)
        self._paint_words(painter, quiet, tokens().muted, self._where, left=end + 12)
        painter.end()

    def _paint_words(
        self, painter: QPainter, face: QFont, color: str, words: str, *, left: int
    ) -> int:
        """Paint words from ``left`` on and return where they end."""
        metrics = QFontMetrics(face)
        room = max(0, self.width() - left)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        if len(shown) < 2 < len(words):
            return left
        painter.setFont(face)
        painter.setPen(color)
        painter.drawText(left, 0, room, self.height(), Qt.AlignmentFlag.AlignVCenter, shown)
        return left + metrics.horizontalAdvance(shown)
