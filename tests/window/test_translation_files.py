"""The translations are complete, and what finds the texts finds every kind of them."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]

PANEL = """
from package.core.words import GREETING

HELLO = {1: "Hello", 2: "Hello again"}

class Panel:
    def build(self, n):
        self.tr("Panel text")
        self.tr("one" if n else "other")
        _tr(HELLO[n])
        _tr(GREETING)
        QCoreApplication.translate("Elsewhere", "Far away")
        chosen = "A way" if n else "No way"
        self.tr(chosen)
        self._add("Added")

    def _add(self, text):
        self.tr(text)

class Other:
    def build(self):
        self.tr("Panel text")
        self.tr(self.words())

def _tr(text):
    return QCoreApplication.translate("Panel words", text)
"""
WORDS = """
GREETING = "Good day"
PROBLEM = Problem("code", "Title", sentence="It is {name}.", action=GREETING, fields={})
again = replace(PROBLEM, action="Wait.")
text = "a b".replace("a", "b")
price = _setting("", said="What it costs.")
"""


@pytest.fixture
def tools(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(ROOT / "packaging")
    return importlib.import_module("translations")


def test_the_translations_are_complete() -> None:
    command = [sys.executable, str(ROOT / "packaging" / "translations.py"), "--check"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_every_kind_of_text_is_found(tools: Any, tmp_path: Path) -> None:
    package = tmp_path / "package"
    for name, code in {"qt/panel.py": PANEL, "core/words.py": WORDS}.items():
        (package / name).parent.mkdir(parents=True)
        (package / name).write_text(code, encoding="utf-8")
    (package / "core" / "remarks.py").write_text('WAITS = "Waits for {who}"\n_OWN = "no text"\n')
    found = tools.find_texts(package)
    texts = {(text.context, text.source) for text in found.texts if text.context != "QShortcut"}
    assert texts == {
        ("Panel", "Panel text"),
        ("Panel", "one"),
        ("Panel", "other"),
        ("Panel", "A way"),
        ("Panel", "No way"),
        ("Panel", "Added"),
        ("Panel words", "Hello"),
        ("Panel words", "Hello again"),
        ("Panel words", "Good day"),
        ("Elsewhere", "Far away"),
        ("Other", "Panel text"),
        ("Problem", "Title"),
        ("Problem", "It is {name}."),
        ("Problem", "Good day"),
        ("Problem", "Wait."),
        ("Settings", "What it costs."),
        ("Remark", "Waits for {who}"),
    }
    (riddle,) = found.riddles
    assert (riddle.file.name, PANEL.splitlines()[riddle.line - 1].strip()) == (
        "panel.py",
        "self.tr(self.words())",
    )


def test_what_is_missing_unfinished_or_has_other_fields_is_told(tools: Any, tmp_path: Path) -> None:
    texts = [tools.Text("Panel", source) for source in ("{n} photo", "Draft", "Open", "New")]
    said = dict(
        zip(
            texts,
            (
                tools.Said("{m} foto", is_final=True),
                tools.Said("Borrador"),
                tools.Said("Abrir", is_final=True),
                tools.Said(),
            ),
            strict=True,
        )
    )
    file = tmp_path / "carmp_es.ts"
    tools.write(file, "es", said)
    known = tools.read(file)
    assert known == said
    faults = list(tools.unfinished(file, known))
    assert [fault.split("“")[1] for fault in faults] == [
        "{n} photo” (Panel)",
        "Draft” (Panel)",
        "New” (Panel)",
    ]


def test_a_compiled_file_that_is_not_made_from_its_source_is_told(
    tools: Any, tmp_path: Path
) -> None:
    file, text = tmp_path / "carmp_es.ts", tools.Text("Panel", "Open")
    tools.write(file, "es", {text: tools.Said("Abrir", is_final=True)})
    tools.compile_into(file.with_suffix(".qm"), file)
    known = tools.read(file)
    assert list(tools.differences(file, known, known)) == []
    tools.write(file, "es", {text: tools.Said("Abra", is_final=True)})
    assert list(tools.differences(file, known, known)) == [
        "carmp_es.qm is not made from carmp_es.ts as it stands"
    ]
    assert "no longer says “Open”" in next(tools.differences(file, known, {}))
