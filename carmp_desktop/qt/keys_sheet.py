"""Every key of the program on one sheet, opened with F1 or a question mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from carmp_desktop.qt.look.tokens import SPACE
from carmp_desktop.qt.parts.controls import IconButton, labeled
from carmp_desktop.qt.parts.key_hints import KeyHints

_COLUMNS, _COLUMN_WIDTH = 3, 268


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Keys that work in one place: pairs of keys, written as `QKeySequence` reads them, and words.

    Several keys for one thing are separated by spaces.
    """

    place: str
    keys: tuple[tuple[str, str], ...]


class KeysSheet(QDialog):
    """Shown with ``open()``; Escape closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keys"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        layout.setSpacing(2 * SPACE)
        groups = [_Group(group) for group in key_groups()]
        layout.addLayout(self._head())
        layout.addLayout(_side_by_side(groups))
        self.setAccessibleDescription(". ".join(group.accessibleName() for group in groups))

    def _head(self) -> QHBoxLayout:
        close = IconButton("close", label=self.tr("Close (Esc)"))
        close.clicked.connect(self.reject)
        head = QHBoxLayout()
        head.addWidget(labeled(self.tr("Everything by keyboard"), role="title"))
        head.addStretch()
        head.addWidget(close)
        return head


class _Group(QWidget):
    """A place's name, and its keys below."""

    def __init__(self, group: KeyGroup) -> None:
        super().__init__()
        self.setFixedWidth(_COLUMN_WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE // 2)
        layout.addWidget(labeled(group.place, role="section"))
        hints = KeyHints([(_caps(keys), words) for keys, words in group.keys])
        layout.addWidget(hints)
        self.setAccessibleName(f"{group.place}: {hints.accessibleName()}")


def _side_by_side(groups: Sequence[_Group]) -> QHBoxLayout:
    """Columns of the groups, each group in the one that is shortest so far."""
    columns = [QVBoxLayout() for _ in range(_COLUMNS)]
    heights = [0] * _COLUMNS
    for group in groups:
        place = heights.index(min(heights))
        columns[place].addWidget(group)
        heights[place] += group.sizeHint().height()
    across = QHBoxLayout()
    across.setSpacing(4 * SPACE)
    for column in columns:
        column.setSpacing(2 * SPACE)
        column.addStretch()
        across.addLayout(column)
    return across


def _caps(keys: str) -> Sequence[str]:
    """Keys as they are written on this system's keyboards."""
    native = QKeySequence.SequenceFormat.NativeText
    return [_ARROWS.get(key) or QKeySequence(key).toString(native) for key in keys.split()]


_ARROWS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}


def key_groups() -> tuple[KeyGroup, ...]:
    """All keys, place by place, in the user's language."""
    return (
        KeyGroup(
            _tr("Everywhere"),
            (
                ("Ctrl+1", _tr("Studio")),
                ("Ctrl+2", _tr("Gallery")),
                ("Ctrl+3", _tr("History")),
                ("Ctrl+O", _tr("Add photos")),
                ("Ctrl+V", _tr("Paste photos")),
                ("Ctrl+Return", _tr("Generate")),
                ("Ctrl+J", _tr("Show or hide the jobs")),
                ("Ctrl+,", _tr("Settings")),
                ("Ctrl+Shift+L", _tr("Light or dark")),
                ("F6", _tr("Next part of the window")),
                ("F1 ?", _tr("This sheet")),
                ("Ctrl+Q", _tr("Quit")),
            ),
        ),
        KeyGroup(
            _tr("Matrix"),
            (
                ("Left Right Up Down", _tr("Walk")),
                ("Return Space", _tr("Open, or fill an empty place")),
                ("R", _tr("Retry")),
                ("T", _tr("Touch up by hand")),
                ("A X", _tr("Approve, reject; again takes it back")),
                ("Ctrl+C", _tr("Copy image")),
                ("Del", _tr("Put into the bin")),
                ("Ctrl+W", _tr("Close the batch's page")),
                ("Shift+F10", _tr("Menu of the card, its row, its column")),
            ),
        ),
        KeyGroup(
            _tr("Loupe"),
            (
                ("Left Right Up Down", _tr("Walk through the images")),
                ("Space", _tr("Hold for the original")),
                ("V", _tr("One, slider, side by side")),
                ("C", _tr("What to compare with")),
                ("[ ]", _tr("Move the slider")),
                ("+ - 0 1", _tr("Zoom, fit, 100 %")),
                ("Ctrl+Left Ctrl+Right", _tr("Move the image")),
                ("I", _tr("Facts")),
                ("S", _tr("Star")),
                ("A X", _tr("Approve, reject; again takes it back")),
                ("Ctrl+C", _tr("Copy image")),
                ("Esc", _tr("Close")),
            ),
        ),
        KeyGroup(
            _tr("Touch-up"),
            (
                ("[ ]", _tr("Brush size")),
                ("X", _tr("The other brush")),
                ("O P", _tr("Outline, paint")),
                ("M", _tr("Mask or finished picture")),
                ("Left Right Up Down", _tr("Move the brush")),
                ("Return", _tr("Begin and end a stroke")),
                ("Space", _tr("Hold and drag to move")),
                ("Ctrl++ Ctrl+- Ctrl+0", _tr("Zoom, fit")),
                ("Ctrl+Z Ctrl+Shift+Z", _tr("Undo, redo")),
                ("Esc", _tr("Close")),
            ),
        ),
        KeyGroup(
            _tr("Jobs"),
            (
                ("Return", _tr("Show in the matrix")),
                ("Del", _tr("Cancel")),
            ),
        ),
        KeyGroup(
            _tr("Gallery"),
            (
                ("Ctrl+F", _tr("Search")),
                ("Return Space", _tr("Open")),
                ("Ctrl+A", _tr("Select all")),
                ("S", _tr("Star")),
                ("A X", _tr("Approve, reject; again takes it back")),
                ("Ctrl+C", _tr("Copy")),
                ("Del", _tr("Put into the bin")),
            ),
        ),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Keys", text)
