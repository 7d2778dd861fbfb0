"""The window opens with its whole frame on the screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication

from carmp_desktop.qt.window import MainWindow

TITLE = 28
"""A title bar lower than any desktop draws it."""


@pytest.mark.parametrize(
    ("screen", "is_drawn_size"),
    [
        (QSize(1920, 1080), True),
        (QSize(1440, 900), False),
        (QSize(1440, 900 + TITLE), False),
        (QSize(1280, 800), False),
    ],
)
def test_it_has_room_for_its_title(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, screen: QSize, is_drawn_size: bool
) -> None:
    assert qapp
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "a screen")
    monkeypatch.setattr(QScreen, "availableSize", lambda _screen: screen)
    window = MainWindow()
    try:
        assert window.width() <= screen.width()
        assert window.height() + TITLE <= screen.height()
        assert (window.size() == QSize(1440, 900)) is is_drawn_size
        assert window.isMaximized() is not is_drawn_size
    finally:
        window.leave()
        window.deleteLater()
