"""Everything on the screen is translated, and fits: in odd letters, in Spanish, in Portuguese."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from carmp_desktop.core.paths import APP_NAME
from carmp_desktop.qt.language import LANGUAGE_NAMES, language_of, speak
from carmp_desktop.qt.text import short_angle_label
from tests.loopback import StandIn
from tests.window.conftest import Desk, OpenDesk
from tests.window.walk import CAR, walk
from tests.window.words_on_screen import (
    PaintedWords,
    Pseudo,
    Said,
    cut_words,
    plain_words,
    windows,
    words_of,
)

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def speaking(qapp: QApplication) -> Iterator[QApplication]:
    """The application, which speaks English again afterwards."""
    locale = QLocale()
    yield qapp
    speak(qapp, "en")
    QLocale.setDefault(locale)


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    file = tmp_path / "broken.jpg"
    file.write_bytes(b"no picture")
    return file


def data_of(desk: Desk) -> set[str]:
    """What stands in the window and is nobody's text: names, paths, and what the sheets say."""
    presets, model = desk.jobs.market.presets, desk.jobs.market.settings.model
    return {
        *(angle.label for angle in presets.angles),
        *(short_angle_label(angle.label) for angle in presets.angles),
        *(angle.description for angle in presets.angles),
        *(color.label for color in presets.colors),
        *(color.prompt_value for color in presets.colors),
        *(presets.prompts.angle_generation or "").split("{{ANGLE_DESC}}"),
        *(model, *model.split("/")),
        *("Replicate", "Studio", APP_NAME, CAR),
        *("Front ¾ left", "dealer"),
        *LANGUAGE_NAMES,
    } - {"", "."}


async def test_every_text_is_translated_and_has_room(
    open_desk: OpenDesk,
    server: StandIn,
    photos: list[Path],
    broken: Path,
    speaking: QApplication,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pseudo = Pseudo(speaking)
    speaking.installTranslator(pseudo)
    painted = PaintedWords(monkeypatch)
    plain: dict[Said, list[str]] = {}
    cut: dict[Said, str] = {}
    try:
        async with open_desk() as desk:
            data = data_of(desk)
            painted.words.clear()
            async for stop in walk(desk, server, photos, broken):
                await desk.turn()  # what was just said is laid out
                painted.collect(windows())
                for said in (*words_of(windows()), *painted.words):
                    if found := plain_words(said.text, data):
                        plain.setdefault(said, [stop, *found])
                for said in (*cut_words(windows(), may_elide=True), *painted.cut):
                    cut.setdefault(said, stop)
                painted.words.clear()
                painted.cut.clear()
    finally:
        speaking.removeTranslator(pseudo)
    for said, found in plain.items():
        print("PLAIN", said, found)
    for said, stop in cut.items():
        print("CUT", said, stop)
    assert not plain
    assert not cut
