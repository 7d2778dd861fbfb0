"""What the gallery says where it has nothing to show, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from carmp_desktop.core.library import View
from carmp_desktop.qt.look.icons import paint_icon
from carmp_desktop.qt.look.theme import tokens
from carmp_desktop.qt.look.tokens import SPACE
from carmp_desktop.qt.parts.controls import labeled, push_button

_DISC, _ICON = 72, 30
_TEXT_WIDTH = 420


class GalleryEmpty(QWidget):
    """An emblem, a heading, a sentence that teaches, and a button where one helps."""

    clear_requested = Signal()
    """Everything shall be shown again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._emblem = _Emblem()
        self._title = labeled("", role="title")
        self._body = labeled("", role="body")
        self._body.setWordWrap(True)
        self._body.setFixedWidth(_TEXT_WIDTH)
        self._body.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._clear = push_button(self.tr("Clear filters"), role="plain")
        self._clear.clicked.connect(self.clear_requested)
        center = Qt.AlignmentFlag.AlignHCenter
        lines = QHBoxLayout()  # between stretches the text keeps its height for its width
        lines.addStretch()
        lines.addWidget(self._body)
        lines.addStretch()
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE)
        layout.addStretch(2)
        layout.addWidget(self._emblem, 0, center)
        layout.addSpacing(SPACE)
        layout.addWidget(self._title, 0, center)
        layout.addLayout(lines)
        layout.addSpacing(SPACE)
        layout.addWidget(self._clear, 0, center)
        layout.addStretch(3)

    def show_view(self, view: View) -> None:
        """Say why this view has no images."""
        if not view.query.is_open:
            name, title, body = "search", *self._nothing_found(view)
        elif view.query.binned:
            name, title, body = "trash", *self._empty_bin()
        else:
            name, title, body = "image", *self._nothing_yet(view)
        self._emblem.show_icon(name)
        self._title.setText(title)
        self._body.setText(body)
        self._clear.setVisible(not view.query.is_open)

    def _nothing_found(self, view: View) -> tuple[str, str]:
        place = self.tr("in the bin") if view.query.binned else self.tr("in the gallery")
        body = self.tr("No image {place} matches all of it. Fewer words or filters find more.")
        return self.tr("Nothing found"), body.format(place=place)

    def _empty_bin(self) -> tuple[str, str]:
        return (
            self.tr("The bin is empty"),
            self.tr("What you delete waits here, and can be restored until you empty the bin."),
        )

    def _nothing_yet(self, view: View) -> tuple[str, str]:
        if view.binned:
            return self.tr("Everything is in the bin"), self.tr("From there it can be restored.")
        return (
            self.tr("Your images will stand here"),
            self.tr(
                "Every image arrives by itself the moment it is finished: by day and car, the "
                "newest first. Drag them from here into any program."
            ),
        )


class _Emblem(QWidget):
    """An icon on a soft disc; decoration."""

    def __init__(self) -> None:
        super().__init__()
        self._name = "image"
        self.setFixedSize(_DISC, _DISC)

    def show_icon(self, name: str) -> None:
        """Show another icon."""
        self._name = name
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The disc, then the icon."""
        colors = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colors.border), 1))
        painter.setBrush(QColor(colors.surface))
        painter.drawEllipse(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        place = QRectF(0, 0, _ICON, _ICON)
        place.moveCenter(QRectF(self.rect()).center())
        paint_icon(painter, self._name, place, colors.muted)
        painter.end()
