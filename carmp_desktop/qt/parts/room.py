"""How large a window may open: the screen's free area, less the frame that comes around it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_FRAME = QSize(16, 44)
"""No desktop draws a larger frame and title; how large its own is, it tells once they stand."""


def room_for(window: QWidget, wanted: QSize) -> QSize:
    """As much of ``wanted`` as fits the window's screen; off screen there is no limit."""
    if QGuiApplication.platformName() == "offscreen":
        return wanted
    return wanted.boundedTo(window.screen().availableSize() - _FRAME)
