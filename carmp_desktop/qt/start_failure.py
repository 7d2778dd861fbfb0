"""Says in a window of its own why the program cannot start, and waits until that is read."""

from __future__ import annotations

import asyncio

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from carmp_desktop.core.paths import APP_NAME
from carmp_desktop.core.problems import Problem
from carmp_desktop.qt.words.text import problem_texts

_INVISIBLE = frozenset({"offscreen", "minimal"})


async def show_start_failure(problem: Problem) -> None:
    """Show a problem that leaves no window to show it in; returns when it is closed.

    Where nobody could see and close it, it is not shown.
    """
    if QGuiApplication.platformName() in _INVISIBLE:
        return
    title, sentence, action = problem_texts(problem)
    box = QMessageBox()
    box.setWindowTitle(APP_NAME)
    box.setIcon(QMessageBox.Icon.Critical)
    box.setText(title)
    box.setInformativeText(f"{sentence}\n\n{action}")
    closed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    box.finished.connect(lambda _: closed.set_result(None))
    box.open()
    await closed
    box.deleteLater()
