"""What the widgets' tests share: a dressed application, and a window to stand in."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from carmp_desktop.qt.look.theme import dress


@pytest.fixture
def dressed(qapp: QApplication) -> QApplication:
    """The application in its light colors."""
    dress(qapp, dark=False)
    return qapp


@pytest.fixture
def clipboard(qapp: QApplication) -> Iterator[QClipboard]:
    """The clipboard, emptied afterwards.

    Without a screen Qt keeps what lies on it beyond the end of Python, and destroying a piece
    that Python made then crashes the process.
    """
    assert qapp
    board = QGuiApplication.clipboard()
    yield board
    board.clear()


@pytest.fixture
def stand(qtbot: QtBot, dressed: QApplication) -> Iterator[Callable[[QWidget], QWidget]]:
    """Puts a widget into a window of its own that is shown and active; returns the window."""
    assert dressed
    windows = []

    def show(widget: QWidget) -> QWidget:
        window = QWidget()
        windows.append(window)
        layout = QHBoxLayout(window)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(widget)
        window.resize(336, 808)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    yield show
