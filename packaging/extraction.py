"""Finds every text of the program that is to be translated, by reading its syntax trees.

Texts are the arguments of ``tr``, ``_tr`` and ``QCoreApplication.translate``, the templates of
problems, the help of settings, and the remarks of the engines. An argument that is no literal is
followed to the constants it may stand for; where it leads to none, that is told as a riddle.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PROBLEM = "Problem"
SETTINGS = "Settings"
REMARK = "Remark"
QTS_KEYS = "QShortcut"
"""Qt's own context for the names of keys, which we call as they are written on the keyboards."""

_PROBLEM_TEXTS = ("title", "sentence", "action")
_PROBLEM_PLACES = dict(enumerate(("code", *_PROBLEM_TEXTS)))
_REMARKS = ("core", "remarks.py")
_PARTS = ("core", "qt")
_KEYS = ("Ctrl", "Shift", "Alt", "Return", "Enter", "Space", "Del", "Esc")
_ARROWS = ("Left", "Right", "Up", "Down")
_Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Text:
    """One text to translate: ``source`` is what the code says, ``context`` whose text it is."""

    context: str
    source: str


@dataclass(frozen=True, slots=True)
class Riddle:
    """A place in the code where a text is translated and nobody can read which."""

    file: Path
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: what is translated here cannot be read from the code"


@dataclass(frozen=True, slots=True)
class Found:
    """All texts in the order of the code, each once; and the riddles."""

    texts: tuple[Text, ...]
    riddles: tuple[Riddle, ...]


def find_texts(package: Path) -> Found:
    """Read the modules of the package that the window is made of; the command line is English."""
    files = sorted(file for part in _PARTS for file in (package / part).rglob("*.py"))
    modules = {file: _Module(ast.parse(file.read_text(encoding="utf-8"))) for file in files}
    constants = {_dotted(file, package): module.constants for file, module in modules.items()}
    texts = dict.fromkeys(Text(QTS_KEYS, key) for key in (*_KEYS, *_ARROWS))
    riddles = []
    for file, module in modules.items():
        module.import_constants(constants)
        if file.parts[-2:] == _REMARKS:
            texts.update(dict.fromkeys(Text(REMARK, said) for said in module.remarks()))
        for said in module.said():
            if isinstance(said, Text):
                texts[said] = None
            else:
                riddles.append(Riddle(file, said))
    return Found(tuple(texts), tuple(riddles))


def _dotted(file: Path, package: Path) -> str:
    return ".".join(file.relative_to(package.parent).with_suffix("").parts)


class _Module:
    """One module: its constants, and what it says."""

    def __init__(self, tree: ast.Module) -> None:
        self._tree = tree
        self.constants = {
            target.id: node.value
            for node in tree.body
            if isinstance(node, ast.Assign | ast.AnnAssign) and node.value
            for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
            if isinstance(target, ast.Name)
        }
        self._context = next(
            (
                context
                for node in tree.body
                if isinstance(node, ast.FunctionDef) and node.name == "_tr"
                for context in _contexts_in(node)
            ),
            "",
        )

    def import_constants(self, known: dict[str, dict[str, ast.expr]]) -> None:
        """Take over the constants that the module imports by name."""
        for node in ast.walk(self._tree):
            if isinstance(node, ast.ImportFrom) and node.module in known:
                theirs = known[node.module]
                for name in node.names:
                    if name.name in theirs:
                        self.constants.setdefault(name.asname or name.name, theirs[name.name])

    def remarks(self) -> Iterator[str]:
        """The constants of a module of remarks."""
        for name, value in self.constants.items():
            if name.isupper() and not name.startswith("_"):
                yield from self._read(value, None) or ()

    def said(self) -> Iterator[Text | int]:
        """Every text that is translated, and the lines where nobody can read which."""
        yield from self._said_in(self._tree, "", None)

    def _said_in(
        self, node: ast.AST, owner: str, function: _Function | None
    ) -> Iterator[Text | int]:
        if isinstance(node, ast.ClassDef):
            owner = node.name
        elif isinstance(node, _Function):
            if node.name == "_tr":
                return
            function = node
        elif isinstance(node, ast.Call):
            yield from self._said_by(node, owner, function)
        for child in ast.iter_child_nodes(node):
            yield from self._said_in(child, owner, function)

    def _said_by(
        self, call: ast.Call, owner: str, function: _Function | None
    ) -> Iterator[Text | int]:
        name = _name_of(call.func)
        if name == "tr" and call.args:
            yield from self._texts(owner, call.args[0], function)
        elif name == "_tr" and call.args:
            yield from self._texts(self._context, call.args[0], function)
        elif name == "translate" and len(call.args) == 2:
            context = call.args[0]
            if isinstance(context, ast.Constant) and not _is_elsewhere(context, call.args[1]):
                yield from self._texts(str(context.value), call.args[1], function)
        elif name == "Problem" or (name == "replace" and isinstance(call.func, ast.Name)):
            yield from self._problem(call, function)
        elif name == "_setting":
            said = next(word.value for word in call.keywords if word.arg == "said")
            yield from self._texts(SETTINGS, said, function)

    def _problem(self, call: ast.Call, function: _Function | None) -> Iterator[Text | int]:
        parts = {_PROBLEM_PLACES.get(at, ""): value for at, value in enumerate(call.args)}
        parts |= {word.arg or "": word.value for word in call.keywords}
        for name in _PROBLEM_TEXTS:
            # A call has translated its text already, an attribute is that of another problem.
            if name in parts and not isinstance(parts[name], ast.Call | ast.Attribute):
                yield from self._texts(PROBLEM, parts[name], function)

    def _texts(
        self, context: str, value: ast.expr, function: _Function | None
    ) -> Iterator[Text | int]:
        said = self._read(value, function)
        if said is None:
            yield value.lineno
        yield from (Text(context, text) for text in said or () if text)

    def _read(self, value: ast.expr, function: _Function | None) -> list[str] | None:
        """All texts an expression may stand for; None where that cannot be told."""
        if isinstance(value, ast.Constant):
            return [value.value] if isinstance(value.value, str) else []
        if isinstance(value, ast.IfExp):
            return self._read_all([value.body, value.orelse], function)
        if isinstance(value, ast.Tuple | ast.List):
            return self._read_all(value.elts, function)
        if isinstance(value, ast.Dict):
            return self._read_all(value.values, function)
        if isinstance(value, ast.Subscript):
            return self._read(value.value, function)
        if isinstance(value, ast.Name):
            return self._read_name(value.id, function)
        return None

    def _read_all(self, values: list[ast.expr], function: _Function | None) -> list[str] | None:
        texts = []
        for value in values:
            said = self._read(value, function)
            if said is None:
                return None
            texts += said
        return texts

    def _read_name(self, name: str, function: _Function | None) -> list[str] | None:
        if function is not None:
            local = list(_assigned(function, name))
            if local:
                return self._read_all(local, function)
            if name in {item.arg for item in (*function.args.args, *function.args.kwonlyargs)}:
                return self._read_arguments(name, function)
        constant = self.constants.get(name)
        return None if constant is None else self._read(constant, None)

    def _read_arguments(self, name: str, function: _Function) -> list[str] | None:
        """What this module's calls of a function give for one of its parameters."""
        given = []
        names = [item.arg for item in function.args.args if item.arg not in ("self", "cls")]
        for call in ast.walk(self._tree):
            if isinstance(call, ast.Call) and _name_of(call.func) == function.name:
                words = {word.arg: word.value for word in call.keywords}
                words |= dict(zip(names, call.args, strict=False))
                if name in words:
                    given.append(words[name])
        return self._read_all(given, None) if given else None


def _assigned(function: _Function, name: str) -> Iterator[ast.expr]:
    for node in ast.walk(function):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name) and target.id == name:
                    yield node.value


def _contexts_in(function: ast.FunctionDef) -> Iterator[str]:
    for call in ast.walk(function):
        if isinstance(call, ast.Call) and _name_of(call.func) == "translate":
            context = call.args[0]
            if isinstance(context, ast.Constant):
                yield str(context.value)


def _is_elsewhere(context: ast.Constant, value: ast.expr) -> bool:
    """Whether the texts of a context are found where they are written, not where translated."""
    return context.value in (PROBLEM, SETTINGS, REMARK) and not isinstance(value, ast.Constant)


def _name_of(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""
