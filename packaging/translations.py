#!/usr/bin/env python3
"""Keeps the translations in step with the program: finds its texts, merges, compiles, checks.

    python3 packaging/dev.py translations            merge new texts into the .ts files, compile
    python3 packaging/dev.py translations --check    fail where anything is missing or stale

A translator edits ``resources/translations/carmp_<language>.ts``, by hand or with Qt Linguist, and
runs the first line again. A text that left the program leaves the files with it.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

import PySide6
from extraction import Text, find_texts

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("es", "pt_BR")


@dataclass(frozen=True, slots=True)
class Said:
    """What a text is in one language: empty where nobody has said so yet, or not for good."""

    text: str = ""
    is_final: bool = False


Translations = dict[Text, Said]


def main(arguments: Sequence[str]) -> int:
    """Bring the files up to date, or check that they are; the answer is the exit code."""
    found = find_texts(ROOT / "carmp_desktop")
    faults = [str(riddle) for riddle in found.riddles]
    for language in LANGUAGES:
        file = FOLDER / f"carmp_{language}.ts"
        known = read(file)
        wanted = {text: known.get(text, Said()) for text in found.texts}
        if "--check" in arguments:
            faults += differences(file, known, wanted)
        else:
            write(file, language, wanted)
            compile_into(file.with_suffix(".qm"), file)
        faults += unfinished(file, wanted)
    print("\n".join(faults) or f"{len(found.texts)} texts in {len(LANGUAGES)} languages: complete")
    return 1 if faults else 0


def read(file: Path) -> Translations:
    """The translations of a ``.ts`` file; none where there is no such file yet."""
    if not file.is_file():
        return {}
    # The project's own file, never somebody else's.
    contexts = ET.parse(file).getroot().iter("context")  # noqa: S314
    return {
        Text(context.findtext("name") or "", message.findtext("source") or ""): Said(
            translation.text or "", is_final=bool(translation.text) and not translation.attrib
        )
        for context in contexts
        for message in context.iter("message")
        if (translation := message.find("translation")) is not None
    }


def write(file: Path, language: str, translations: Translations) -> None:
    """Write a ``.ts`` file, its contexts in the order of the alphabet."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    for name in sorted({text.context for text in translations}):
        context = ET.SubElement(root, "context")
        ET.SubElement(context, "name").text = name
        for text, said in translations.items():
            if text.context == name:
                message = ET.SubElement(context, "message")
                ET.SubElement(message, "source").text = text.source
                marks = {} if said.is_final else {"type": "unfinished"}
                ET.SubElement(message, "translation", marks).text = said.text
    ET.indent(root, "    ")
    body = ET.tostring(root, encoding="unicode")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8"
    )


def compile_into(target: Path, file: Path) -> None:
    """Compile a ``.ts`` file as Qt reads it at run time."""
    lrelease = next(Path(PySide6.__path__[0]).glob("lrelease*"))
    subprocess.run([lrelease, "-silent", file, "-qm", target], check=True)


def differences(file: Path, known: Translations, wanted: Translations) -> Iterator[str]:
    """What the files on disk lack, or have too much, compared with the program."""
    for text in known.keys() - wanted.keys():
        yield f"{file.name}: the program no longer says “{text.source}” ({text.context})"
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder, file.with_suffix(".qm").name)
        compile_into(fresh, file)
        compiled = file.with_suffix(".qm")
        if not compiled.is_file() or compiled.read_bytes() != fresh.read_bytes():
            yield f"{compiled.name} is not made from {file.name} as it stands"


def unfinished(file: Path, translations: Translations) -> Iterator[str]:
    """The texts that are not translated, or that have other fields than the original."""
    for text, said in translations.items():
        if not said.is_final:
            yield f"{file.name}: not translated: “{text.source}” ({text.context})"
        elif fields(said.text) != fields(text.source):
            yield f"{file.name}: other fields than in “{text.source}” ({text.context})"


def fields(text: str) -> list[str]:
    """The named fields of a template with how they are written, sorted."""
    return sorted(
        f"{name}:{spec}" for _, name, spec, _ in Formatter().parse(text) if name is not None
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
