"""Starts a window, says when it has been painted, and ends: the program's, bare or plain."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

_WIDGETS = 145
"""As many as the program's first window has."""


def painted(paint: Callable[[QWidget, QPaintEvent], None]) -> Callable[..., None]:
    """A paint event after whose widget and all within it the process says the time and ends."""

    def paint_and_tell(widget: QWidget, event: QPaintEvent) -> None:
        paint(widget, event)
        QTimer.singleShot(0, tell)

    return paint_and_tell


def tell() -> None:
    """Say the time; nobody waits for an orderly end."""
    print(time.time(), flush=True)
    os._exit(0)


def bare() -> None:
    """The least that shows a window."""

    class Window(QWidget):
        paintEvent = painted(QWidget.paintEvent)  # noqa: N815 - Qt's own name

    app = QApplication([])
    window = Window()
    window.resize(1440, 900)
    QLabel("bare", window)
    window.show()
    app.exec()


def plain() -> None:
    """A window of as many plain widgets as the program's, on its loop, and nothing of its own."""
    import asyncio

    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QGridLayout, QPushButton
    from qasync import QEventLoop

    class Window(QWidget):
        paintEvent = painted(QWidget.paintEvent)  # noqa: N815 - Qt's own name

    app = QApplication([])
    app.setStyleSheet(
        "QLabel { color: #202024; } QPushButton { border-radius: 6px; padding: 4px; }"
    )
    loop = QEventLoop(app)
    asyncio.set_event_loop(loop)
    window = Window()
    window.resize(1440, 900)
    grid = QGridLayout(window)
    for number in range(_WIDGETS):
        widget = (QLabel if number % 2 else QPushButton)(f"{number}", window)
        grid.addWidget(widget, number // 10, number % 10, Qt.AlignmentFlag.AlignCenter)
    window.show()
    loop.run_forever()


def program() -> None:
    """The program, as it is started."""
    from carmp_desktop.__main__ import main
    from carmp_desktop.qt.window import MainWindow

    MainWindow.paintEvent = painted(QWidget.paintEvent)
    main([])


if __name__ == "__main__":
    {"bare": bare, "plain": plain, "program": program}[sys.argv[1]]()
