"""Reads every word on the screen: of widgets, menus and models, and what paints itself.

`Pseudo` is a language in which no letter is plain: what can be read in plain letters then was
never handed to a translator, unless it is data.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QEvent, QRect, Qt, QTranslator
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QToolButton,
    QWidget,
)

from carmp_desktop.qt.look.eliding import ElidingButton, ElidingLabel

_PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_ODD = "ÄḂÇĎÉƑĜĤÏĴĶĻṀÑÖṖꝖŔŞŤÛṼŴẊÝŽáƀčđêƒğħîĵķļɱñöþʠřšťúṽŵẋýž"
_ODDLY = str.maketrans(_PLAIN, _ODD)
_FIELD = re.compile(r"(\{[^}]*\})")
_DATE_FORM = re.compile(r"(dddd, )?d MMMM?( yyyy)?(, HH:mm)?")
_CALENDAR = re.compile(
    r"\b(January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)
_KEYS = re.compile(
    r"\b(Ctrl|Shift|Alt|Return|Enter|Esc|Space|Del|Delete|Left|Right|Up|Down|F\d+|PgUp|PgDown)\b"
)
_DATA = re.compile(
    r"(?:file:|https?:|wss?:/)?/[\w./:%?=&-]+|[\w-]+\.(?:jpg|png|webp|csv|json|txt|pdf)\b"
    r"|\b[A-Z]+(?:_[A-Z]+)+\b|\b[\d.,]+ (?:bytes|kB|MB|GB)\b"
    r"|\b(?:PNG|JPEG|WebP)\b|#[0-9A-F]{6}\b|\{\w+(?::\d+)?\}"
)
"""Paths, addresses, files, variables, sizes, kinds of files, colors, tokens of file names."""

_NAMES = frozenset({"Replicate", "Studio"})
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


class Pseudo(QTranslator):
    """A language of odd letters, 40 % longer than English; Qt's own texts stay as they are."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, *_: object) -> str:
        as_it_is = context.startswith("Q") or source in _NAMES or _DATE_FORM.fullmatch(source)
        return source if as_it_is else odd(source)


def odd(text: str) -> str:
    """A text in odd letters, its fields as they are: ``⟦Ñöť řêáđý~~⟧``."""
    parts = [
        part if part.startswith("{") else part.translate(_ODDLY) for part in _FIELD.split(text)
    ]
    return f"⟦{''.join(parts)}{'~' * max(1, round(len(text) * 0.4) - 2)}⟧"


def plain_words(text: str, data: Iterable[str]) -> list[str]:
    """The words of a text in plain letters that are no data, no key and no date."""
    text = text.replace("\u200b", "")
    for known in sorted(data, key=len, reverse=True):
        text = text.replace(known, " ")
    text = _DATA.sub(" ", text)
    text = _KEYS.sub(" ", _CALENDAR.sub(" ", text))
    return re.findall(r"[A-Za-z]{2,}", text)


@dataclass(frozen=True)
class Said:
    """One text and where it was found."""

    where: str
    text: str


def words_of(roots: Iterable[QWidget]) -> Iterator[Said]:
    """Every text of these widgets and of all within them, shown or hidden."""
    for root in roots:
        for widget in (root, *root.findChildren(QWidget)):
            if isinstance(widget.parent(), QTabBar):
                continue  # its arrows, whose words are Qt's
            name = type(widget).__name__
            for text in _texts_of(widget):
                if text.strip():
                    yield Said(name, text)


def _texts_of(widget: QWidget) -> Iterator[str]:
    yield widget.toolTip()
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    if widget.isWindow():
        yield widget.windowTitle()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    if isinstance(widget, QMenu):
        yield from (action.text().replace("&&", "&") for action in widget.actions())
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _texts_in(widget.model())


def _texts_in(model: QAbstractItemModel) -> Iterator[str]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for role in _ROLES:
        for row in range(model.rowCount()):
            yield str(model.headerData(row, Qt.Orientation.Vertical, role) or "")
            for column in range(columns):
                yield str(model.index(row, column).data(role) or "")
        for column in range(columns):
            yield str(model.headerData(column, Qt.Orientation.Horizontal, role) or "")


def cut_words(roots: Iterable[QWidget], *, may_elide: bool) -> Iterator[Said]:
    """Texts of labels and buttons that are wider than their widget, or higher.

    ``may_elide`` lets those pass that elide what does not fit.
    """
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    for root in roots:
        for widget in root.findChildren(QWidget):
            elides = isinstance(widget, ElidingButton | ElidingLabel)
            is_cut = not may_elide and widget.is_elided if elides else _is_cut(widget)
            if widget.isVisible() and is_cut:
                yield Said(f"{type(widget).__name__} of {widget.width()} px", widget.text())


def _is_cut(widget: QWidget) -> bool:
    if isinstance(widget, QLabel):
        if not widget.text() or not widget.pixmap().isNull():
            return False
        room = widget.contentsRect()
        if widget.wordWrap():
            return widget.heightForWidth(widget.width()) > widget.height() + 1
        return _longest_line(widget) > room.width() + 1
    if isinstance(widget, QPushButton | QToolButton) and widget.text():
        return _longest_line(widget) > widget.contentsRect().width() + 1
    return False


def _longest_line(widget: QLabel | QAbstractButton) -> int:
    metrics = widget.fontMetrics()
    return max(metrics.horizontalAdvance(line) for line in widget.text().split("\n"))


class PaintedWords:
    """What Python code has painted with `QPainter.drawText`, and what of it did not fit."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.words: list[Said] = []
        self.cut: list[Said] = []
        self._draw = QPainter.drawText
        monkeypatch.setattr(QPainter, "drawText", self._record())

    def _record(self) -> Any:
        notes = self

        def draw(painter: QPainter, *arguments: Any) -> Any:
            notes.take(painter, arguments)
            return notes._draw(painter, *arguments)

        return draw

    def take(self, painter: QPainter, arguments: tuple[Any, ...]) -> None:
        text = next(part for part in arguments if isinstance(part, str))
        said = Said("painted", text)
        self.words.append(said)
        first = arguments[0]
        if not isinstance(first, int) and hasattr(first, "width") and len(arguments) == 3:
            room, flags = QRect(first.toRect() if hasattr(first, "toRect") else first), arguments[1]
            wraps = bool(int(flags) & Qt.TextFlag.TextWordWrap.value)
            needed = painter.fontMetrics().boundingRect(room, int(flags), text)
            if needed.width() > room.width() + 2 or (wraps and needed.height() > room.height() + 2):
                self.cut.append(Said(f"painted in {room.width()} px", text))

    def forget(self) -> None:
        self.words.clear()
        self.cut.clear()

    def collect(self, widgets: Iterable[QWidget]) -> None:
        """Paint the widgets, and keep what is said on the way."""
        for widget in widgets:
            widget.grab()


def windows() -> list[QWidget]:
    """Every window that is shown."""
    return [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
