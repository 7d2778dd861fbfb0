"""The traps of PySide6 and qasync that cost days: kept out by count and by syntax tree."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel

PACKAGE = Path(__file__).parents[2] / "carmp_desktop"
MODULES = sorted(PACKAGE.rglob("*.py"))

ALLOWED = {"drag": ["exec"]}  # Qt drags in no other way, and it begins in a mouse event

FORBIDDEN_CALLS = frozenset({"exec", "exec_", "processEvents", "asyncClose", "asyncSlot"})
STATIC_DIALOGS = frozenset({"QMessageBox", "QFileDialog", "QInputDialog", "QColorDialog"})
STATIC_CALLS = ("get", "warning", "information", "question", "critical", "about")


class Bell(QObject):
    rung = Signal(bool)


def drift(value: object, action: object) -> int:
    before = sys.getrefcount(value)
    for _ in range(100):
        action()  # type: ignore[operator]
    return abs(sys.getrefcount(value) - before)


@pytest.mark.usefixtures("qapp")
def test_a_void_call_keeps_the_count_of_none() -> None:
    label = QLabel()
    assert drift(None, lambda: label.setText("x")) < 10


@pytest.mark.usefixtures("qapp")
def test_an_emit_keeps_the_count_of_true() -> None:
    bell = Bell()
    assert drift(True, lambda: bell.rung.emit(True)) < 10


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_no_nested_loop_can_reach_a_task(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    attributes = [call for call in calls if isinstance(call, ast.Attribute)]
    nested = [call.attr for call in attributes if call.attr in FORBIDDEN_CALLS]
    static = [
        f"{call.value.id}.{call.attr}"
        for call in attributes
        if isinstance(call.value, ast.Name)
        and call.value.id in STATIC_DIALOGS
        and call.attr.startswith(STATIC_CALLS)
    ]
    assert nested + static == ALLOWED.get(module.stem, [])


def test_only_the_loop_module_names_qasync() -> None:
    naming = [path.name for path in MODULES if "import qasync" in path.read_text(encoding="utf-8")]
    naming += [path.name for path in MODULES if "from qasync" in path.read_text(encoding="utf-8")]
    assert naming == ["loop.py"]
