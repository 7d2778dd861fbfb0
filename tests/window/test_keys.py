"""Every key is on the sheet, every key on the sheet does something, and F6 reaches every part."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from carmp_desktop.qt.keys_sheet import KeysSheet, key_groups
from tests.window.conftest import OpenDesk


def listed() -> set[str]:
    """The keys of the sheet, as Qt writes them."""
    return {
        QKeySequence(key).toString()
        for group in key_groups()
        for keys, _ in group.keys
        for key in keys.split()
    }


async def test_every_key_of_the_window_is_on_the_sheet(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        bound = {
            shortcut.key().toString()
            for shortcut in desk.window.findChildren(QShortcut)
            if shortcut.context() is Qt.ShortcutContext.WindowShortcut
        }
        assert bound - listed() - {"Shift+F6"} == set()
        assert {"F1", "Ctrl+1", "Ctrl+,"} <= bound


async def test_the_sheet_opens_with_one_key_and_closes_with_another(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        QTest.keyClick(desk.window, Qt.Key.Key_F1)
        (sheet,) = desk.window.findChildren(KeysSheet)
        assert sheet.isVisible()
        QTest.keyClick(sheet, Qt.Key.Key_Escape)
        assert not sheet.isVisible()


async def test_f6_walks_round_the_parts_of_the_window(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        window = desk.window
        parts = [window.top, window.panel, window.batches, window.tray]
        seen = []
        for _ in parts:
            QTest.keyClick(window, Qt.Key.Key_F6)
            focus = QApplication.focusWidget()
            seen += [part for part in parts if part.isAncestorOf(focus)]
        assert len(seen) == len(set(seen)) == len(parts)
        last = QApplication.focusWidget()
        QTest.keyClick(window, Qt.Key.Key_F6)
        QTest.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
        assert QApplication.focusWidget() is last
