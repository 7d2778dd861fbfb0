"""The studio page: the request on the left, the batches in the centre."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from carmp_desktop.qt.batch.view import BatchesView
from carmp_desktop.qt.look.tokens import SPACE
from carmp_desktop.qt.parts.images import ImageLoader
from carmp_desktop.qt.request.panel import RequestPanel


class StudioPage(QWidget):
    """Where batches are asked for and watched."""

    def __init__(self, loader: ImageLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panel = RequestPanel()
        self.batches = BatchesView(loader)
        self.panel.offer_changed.connect(self.batches.empty.show_offer)
        center = QWidget()
        self.notice_place = QVBoxLayout(center)
        self.notice_place.setContentsMargins(2 * SPACE + 4, 2 * SPACE, 2 * SPACE + 4, 0)
        self.notice_place.setSpacing(SPACE)
        self.notice_place.addWidget(self.batches, 1)
        body = QHBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self.panel)
        body.addWidget(center, 1)
