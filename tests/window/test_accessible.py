"""What a screen reader meets: a name and a fitting role on everything that can be operated."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QHeaderView,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QProxyStyle,
    QRadioButton,
    QSlider,
    QStyle,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from carmp_desktop.core.model import Batch
from carmp_desktop.qt.batch.matrix import MatrixView
from carmp_desktop.qt.parts.images import ImageLoader
from carmp_desktop.qt.request.generate_foot import GenerateFoot
from carmp_desktop.qt.request.instructions import FoldButton
from carmp_desktop.qt.window import GALLERY, HISTORY
from tests.loopback import Fault, StandIn
from tests.loopback.faults import SENSITIVE
from tests.qt.batch_samples import FRONT, make_batch, running
from tests.window.conftest import Desk, OpenDesk
from tests.window.walk import walk
from tests.window.words_on_screen import windows

Role, Text = QAccessible.Role, QAccessible.Text

ROLES: dict[type[QWidget], set[Role]] = {
    QMenu: {Role.PopupMenu},
    QRadioButton: {Role.RadioButton},
    QAbstractButton: {Role.Button, Role.CheckBox, Role.ButtonMenu},
    QAbstractSpinBox: {Role.SpinBox},
    QLineEdit: {Role.EditableText},
    QPlainTextEdit: {Role.EditableText},
    QSlider: {Role.Slider},
    QTabBar: {Role.PageTabList},
    QHeaderView: {Role.Client},
    QAbstractItemView: {Role.Table, Role.List},
    QWidget: {Role.Client, Role.Graphic},
}
"""Which roles fit; the first class that a widget is one of decides."""


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    file = tmp_path / "broken.jpg"
    file.write_bytes(b"no picture")
    return file


@pytest.fixture(autouse=True)
def _a_screen_reader_listens() -> Iterator[None]:
    """Only then does Qt keep in step what it tells of the items of a view."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


async def test_everything_that_can_be_operated_has_a_name_and_a_role(
    open_desk: OpenDesk, server: StandIn, photos: list[Path], broken: Path
) -> None:
    faults: dict[str, str] = {}
    met: Counter[type] = Counter()
    async with open_desk() as desk:
        async for stop in walk(desk, server, photos, broken):
            for widget in operable(windows()):
                met[kind_of(widget)] += 1
                for fault in faults_of(widget):
                    faults.setdefault(fault, stop)
    assert faults == {}
    assert set(met) == set(ROLES) - {QTabBar, QPlainTextEdit}


def operable(roots: Iterable[QWidget]) -> Iterator[QWidget]:
    """Everything in sight that the keyboard reaches or the pointer presses."""
    for root in roots:
        for widget in (root, *root.findChildren(QWidget)):
            if isinstance(widget.parentWidget(), QAbstractSpinBox):
                continue  # the text within such a field, which Qt tells of as one with it
            takes_keys = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
            if widget.isVisible() and (takes_keys or kind_of(widget) is not QWidget):
                yield widget


def kind_of(widget: QWidget) -> type[QWidget]:
    return next(kind for kind in ROLES if isinstance(widget, kind))


def faults_of(widget: QWidget) -> Iterator[str]:
    told = QAccessible.queryAccessibleInterface(widget)
    name, who = told.text(Text.Name), type(widget).__name__
    if not name.strip():
        yield f"{who} in {type(widget.parentWidget()).__name__} has no name"
    if told.role() not in ROLES[kind_of(widget)]:
        yield f"{who} “{name}” is a {told.role().name}"
    if name in names_beside(widget):
        yield f"{who} “{name}” has a neighbor of the same name"
    if isinstance(widget, QAbstractItemView | QMenu) and not isinstance(widget, QHeaderView):
        yield from (f"{fault} in {who}" for fault in faults_of_items(told))
    if isinstance(widget, QMenu):
        yield from (f"an action in {who} has no text" for action in unnamed(widget.actions()))


def names_beside(widget: QWidget) -> list[str]:
    """The names of what else can be operated in the same part of the window."""
    parent = widget.parentWidget()
    if parent is None or widget.isWindow():
        return []
    beside = parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    others = [QAccessible.queryAccessibleInterface(one) for one in operable_of(beside, widget)]
    return [other.text(Text.Name) for other in others]


def operable_of(widgets: Iterable[QWidget], but: QWidget) -> Iterator[QWidget]:
    for widget in widgets:
        if widget is but or widget.isWindow() or not widget.isVisible():
            continue
        if kind_of(widget) is not QWidget:
            yield widget


def items_of(told: QAccessibleInterface) -> list[QAccessibleInterface]:
    children = [told.child(place) for place in range(told.childCount())]
    roles = {Role.Cell, Role.ListItem, Role.MenuItem, Role.RowHeader, Role.ColumnHeader}
    return [child for child in children if child is not None and child.role() in roles]


def faults_of_items(told: QAccessibleInterface) -> Iterator[str]:
    names = [item.text(Text.Name) for item in items_of(told)]
    yield from (f"“{name}” is twice" for name, times in Counter(names).items() if times > 1)
    yield from ("an item without a name" for name in names if not name.strip())


def unnamed(actions: Iterable[QAction]) -> list[QAction]:
    return [action for action in actions if not action.isSeparator() and not action.text()]


async def test_every_item_says_what_it_is_how_it_stands_and_where(
    open_desk: OpenDesk, server: StandIn, photos: list[Path]
) -> None:
    server.break_(Fault("create", "outcome", prompt="profile", outcome="failed", error=SENSITIVE))
    async with open_desk() as desk:
        batch = await made(desk, photos)
        window = desk.window
        matrix = window.batches.page(batch.id).matrix
        refused, skipped = names_in(matrix)[-2:]
        assert refused.startswith("Right side, Original color: Refused. The model flagged this")
        assert refused.endswith("tried again by itself, row 2 of 2")
        assert skipped == "Right side, Red Metallic: Angle failed, row 2 of 2"
        window.tray.unfold()
        rows = names_in(window.tray.findChild(QListView))
        assert [name.partition(". ")[0] for name in rows] == [
            "Right side: Refused",
            "Right side, Red Metallic: Angle failed",
        ]
        window.pages.show_page(GALLERY)
        while len(window.gallery.view.shown) < 2:
            await desk.turn()
        assert names_in(window.gallery.view) == [
            "BMW 1 M, Front, Original color, Replicate, Today",
            "BMW 1 M, Front, Red Metallic, Replicate, Today",
        ]
        window.pages.show_page(HISTORY)
        while not window.history.batches:
            await desk.turn()
        heading, row = names_in(window.history.list)
        assert heading == "Today · 1 batch · 2 images · $0.117"
        assert re.fullmatch(r"BMW 1 M, \d+ \w+ \d\d:\d\d, 2 of 4 images, 2 failed, \$0\.117", row)


async def test_tabs_and_their_closing_have_names_of_their_own(
    open_desk: OpenDesk, photos: list[Path]
) -> None:
    async with open_desk() as desk:
        for _ in range(2):
            await made(desk, photos)
            while not desk.window.panel.findChild(GenerateFoot)._button.isEnabled():
                await desk.turn()
        desk.window.panel.findChild(FoldButton).click()
        faults = [fault for each in operable([desk.window]) for fault in faults_of(each)]
        assert faults == []
        (tabs,) = [each for each in operable([desk.window]) if isinstance(each, QTabBar)]
        told = QAccessible.queryAccessibleInterface(tabs)
        names = [told.child(place).text(Text.Name) for place in range(told.childCount())]
        assert len(set(names)) == len(names) >= 2


async def made(desk: Desk, photos: list[Path]) -> Batch:
    await desk.drop(photos)
    desk.window.panel.select(("front_0", "side_90"), ("red_metallic",))
    desk.window.panel.set_car("BMW 1 M")
    return await desk.generate()


def names_in(view: QWidget) -> list[str]:
    told = QAccessible.queryAccessibleInterface(view)
    return [item.text(Text.Name) for item in items_of(told)]


class Still(QProxyStyle):
    """The style of a desktop whose user wants no motion."""

    def styleHint(self, hint: QStyle.StyleHint, *rest: Any) -> int:
        return 0 if hint is QStyle.StyleHint.SH_Widget_Animate else super().styleHint(hint, *rest)


def test_a_ring_stands_still_for_those_who_want_no_motion(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("carmp_desktop.qt.batch.card.clock_text", lambda *_: "0:01")
    matrix = MatrixView(ImageLoader())
    qtbot.addWidget(matrix)
    matrix.resize(700, 400)
    matrix.show_batch(make_batch(), {FRONT: running(FRONT)})
    matrix.show()
    assert turned(matrix, monkeypatch)
    assert matrix._frames.interval() < 100
    still = Still()
    still.setParent(matrix)  # a widget does not keep its style
    matrix.setStyle(still)
    matrix.hide()
    matrix.show()
    assert not turned(matrix, monkeypatch)
    assert matrix._frames.interval() == 1000


def turned(matrix: MatrixView, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether a third of a second later the ring stands elsewhere."""
    looks = []
    for moment in (0.0, 0.4):
        monkeypatch.setattr(
            "carmp_desktop.qt.batch.card_delegate.monotonic", lambda now=moment: now
        )
        looks.append(matrix.grab().toImage())
    return looks[0] != looks[1]
