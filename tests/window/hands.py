"""Hands on the keyboard: real keys to whatever has the focus, which must never be lost."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QWidget

from tests.window.conftest import Desk


class Hands:
    """Presses keys, and after each sees that the focus is somewhere in sight."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        desk.window.activateWindow()

    async def press(self, *keys: str) -> None:
        for key in keys:
            combined = QKeySequence(key)[0]
            QTest.keyClick(self.target, combined.key(), combined.keyboardModifiers())
            await self.look(key)

    async def write(self, text: str) -> None:
        QTest.keyClicks(self.target, text)
        await self.desk.turn()

    async def tab_to(self, name: str) -> None:
        """Go on until what is called so has the focus."""
        passed: list[str] = []
        while not name_of(self.focus).startswith(name):
            passed.append(name_of(self.focus))
            assert len(passed) < 90, f"{name} is not among {passed}"
            await self.press("Tab")

    async def go_into(self, part: QWidget) -> None:
        """Walk round the parts of the window to this one."""
        for _ in range(6):
            if not part.isAncestorOf(self.focus):
                await self.press("F6")
        assert part.isAncestorOf(self.focus), f"F6 does not lead to {part}"

    @property
    def target(self) -> QWidget:
        return QApplication.activePopupWidget() or self.focus

    @property
    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    async def look(self, key: str) -> None:
        """The window is the active one again when a dialog has gone: a desktop sees to that."""
        await self.desk.turn()
        if QApplication.activeWindow() is None:
            self.desk.window.activateWindow()
            await self.desk.turn()
        widget = QApplication.focusWidget()
        assert widget is not None, f"after {key} nothing has the focus"
        assert widget.isVisible(), f"after {key} the focus is in {widget}, which is hidden"
        seen = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
        assert not seen.visibleRegion().isEmpty(), f"after {key}: {widget} is out of sight"


def name_of(widget: QWidget) -> str:
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")


async def until(is_so: Callable[[], object], desk: Desk) -> None:
    while not is_so():
        await desk.turn()
