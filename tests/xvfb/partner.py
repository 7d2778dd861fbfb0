"""A second program to drag from and to: offers the files it is given, prints what it is handed.

    python partner.py FILE…

Each line of its output is one JSON list: ``["welcome"]`` while what is dragged out of it would be
taken, ``["enters"]`` when something is dragged over it, ``["dropped", FILE…]`` when it is dropped.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDrag, QDragEnterEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel

TITLE = "Another program"


class Partner(QLabel):
    """A square that can be dragged, and dropped upon."""

    def __init__(self, files: Sequence[str]) -> None:
        super().__init__("Drag me, or drop on me")
        self._files = files
        self._pressed: QPoint | None = None
        self.setWindowTitle(TITLE)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setAcceptDrops(True)
        self.resize(220, 220)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        far = QApplication.startDragDistance()
        if self._pressed is None:
            return
        if (event.position().toPoint() - self._pressed).manhattanLength() < far:
            return
        self._pressed = None
        drag, data = QDrag(self), QMimeData()
        data.setUrls([QUrl.fromLocalFile(file) for file in self._files])
        drag.setMimeData(data)
        drag.actionChanged.connect(self._tell_action)
        drag.exec(Qt.DropAction.CopyAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.acceptProposedAction()
        tell("enters")

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        tell("dropped", *(url.toLocalFile() for url in event.mimeData().urls()))

    @Slot(Qt.DropAction)
    def _tell_action(self, action: Qt.DropAction) -> None:
        if action is Qt.DropAction.CopyAction:
            tell("welcome")


def tell(*words: str) -> None:
    print(json.dumps(words), flush=True)


def main() -> int:
    """Stand until the end of the test; the answer is the exit code."""
    app = QApplication(sys.argv)
    partner = Partner(sys.argv[1:])
    partner.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
