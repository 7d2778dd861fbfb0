"""Everything on the screen is translated, and fits: in odd letters, in Spanish, in Portuguese."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Collection, Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QLocale
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from carmp_desktop.core import remarks
from carmp_desktop.core.paths import APP_NAME, Profile
from carmp_desktop.core.photos import refusing
from carmp_desktop.core.problems import Failure
from carmp_desktop.qt.keys_sheet import key_groups
from carmp_desktop.qt.words.language import LANGUAGE_NAMES, TRANSLATED, language_of, speak
from carmp_desktop.qt.words.remarks import translated_remark
from carmp_desktop.qt.words.text import counted, problem_texts, short_angle_label
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
        *("Front ¾ left", "dealer", "wss://"),
        *LANGUAGE_NAMES,
    } - {"", "."}


class Reading:
    """What was found on the way through the window, with the place where it was seen first."""

    def __init__(self, desk: Desk, painted: PaintedWords) -> None:
        self.plain: dict[Said, str] = {}
        self.cut: dict[Said, str] = {}
        self._data = data_of(desk)
        self._known: set[Said] = set()
        self._painted = painted
        painted.forget()

    def read(self, stop: str) -> None:
        """What is in plain letters, and what is cut without being elided."""
        self.look(stop, may_elide=True)
        for said in {*words_of(windows()), *self._painted.words} - self._known:
            self._known.add(said)
            if words := plain_words(said.text, self._data):
                self.plain[said] = f"{stop}: {', '.join(words)}"
        self._painted.forget()

    def look(self, stop: str, *, may_elide: bool) -> None:
        """What is cut."""
        shown = windows()
        self._painted.collect(shown)
        for said in (*cut_words(shown, may_elide=may_elide), *self._painted.cut):
            self.cut.setdefault(said, stop)

    def look_for_elided(self, texts: Collection[str], stop: str) -> None:
        """What was painted as no more than the beginning of one of these texts."""
        beginnings = {said for said in self._painted.words if said.text.endswith("…")} - self._known
        self._known |= beginnings
        for said in beginnings:
            start = said.text[:-1].rstrip()
            if any(text.startswith(start) and text != said.text for text in texts if start):
                self.cut[said] = stop
        self._painted.forget()


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> PaintedWords:
    return PaintedWords(monkeypatch)


async def test_every_text_is_for_the_translator_and_longer_ones_are_not_cut(
    open_desk: OpenDesk,
    server: StandIn,
    photos: list[Path],
    broken: Path,
    speaking: QApplication,
    painted: PaintedWords,
) -> None:
    pseudo = Pseudo(speaking)
    speaking.installTranslator(pseudo)
    try:
        async with open_desk() as desk:
            reading = Reading(desk, painted)
            async for stop in walk(desk, server, photos, broken):
                reading.read(stop)
    finally:
        speaking.removeTranslator(pseudo)
    assert reading.plain == {}
    assert reading.cut == {}


@pytest.mark.parametrize("language", TRANSLATED)
async def test_our_own_languages_fit(
    language: str,
    open_desk: OpenDesk,
    server: StandIn,
    photos: list[Path],
    broken: Path,
    speaking: QApplication,
    painted: PaintedWords,
) -> None:
    assert speak(speaking, language) == language
    file = ROOT / "resources" / "translations" / f"carmp_{language}.ts"
    texts = {said.text or "" for said in ET.parse(file).iter("translation")}
    async with open_desk() as desk:
        reading = Reading(desk, painted)
        async for stop in walk(desk, server, photos, broken):
            reading.look(stop, may_elide=False)
            reading.look_for_elided(texts, stop)
    assert reading.cut == {}


_SHOW_AND_TELL = """
import sys
from PySide6.QtWidgets import QPushButton
from carmp_desktop.__main__ import main
from carmp_desktop.qt.window import MainWindow

def show_and_tell(window):
    show(window)
    print(*(button.text() for button in window.findChildren(QPushButton)), sep="\\n")

show, MainWindow.show = MainWindow.show, show_and_tell
sys.exit(main())
"""


@pytest.mark.parametrize(
    ("chosen", "system", "button"),
    [
        ("es", "en_US.UTF-8", "Probar con fotos de muestra"),
        ("", "pt_BR.UTF-8", "Testar com fotos de exemplo"),
    ],
)
def test_the_program_starts_in_the_chosen_language_or_the_system_s(
    chosen: str, system: str, button: str, tmp_path: Path, server: StandIn
) -> None:
    Profile.at(tmp_path).settings.write_text(json.dumps({"language": chosen}))
    arguments = ["--profile", str(tmp_path), "--quit-when-done"]
    ended = subprocess.run(
        [sys.executable, "-c", _SHOW_AND_TELL, *arguments],
        cwd=ROOT,
        env={**os.environ, **server.env(), "LC_ALL": system, "LANG": system, "LANGUAGE": ""},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert ended.returncode == 0, ended.stderr
    assert button in ended.stdout.splitlines()


@pytest.mark.parametrize(
    ("wishes", "language"),
    [
        (["es-MX", "en-US"], "es"),
        (["pt-BR"], "pt_BR"),
        (["pt-PT", "es"], "pt_BR"),
        (["de-DE", "es_AR"], "es"),
        (["de-DE", "en-GB", "es-ES"], "en"),
        (["C"], "en"),
        ([], "en"),
    ],
)
def test_the_system_s_wishes_choose_the_language(wishes: list[str], language: str) -> None:
    assert language_of(wishes) == language


def test_qt_s_own_texts_and_dates_are_in_the_language_too(speaking: QApplication) -> None:
    speak(speaking, "pt_BR")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancelar"
    assert QCoreApplication.translate("Card", "Queued") == "Na fila"
    assert QLocale().toString(QDate(2026, 3, 1), "MMMM") == "março"
    assert counted(2418, "{n}", "{n}") == "2.418"
    speak(speaking, "en")
    assert QCoreApplication.translate("Card", "Queued") == "Queued"
    assert counted(2418, "{n}", "{n}") == "2,418"


@pytest.mark.parametrize("language", TRANSLATED)
def test_keys_have_other_names_and_stay_the_same_keys(
    language: str, speaking: QApplication
) -> None:
    def keys() -> list[str]:
        said = [key for group in key_groups() for listed, _ in group.keys for key in listed.split()]
        return [QKeySequence(key).toString() for key in said]

    before = keys()
    speak(speaking, language)
    assert keys() == before
    space = QKeySequence("Space").toString(QKeySequence.SequenceFormat.NativeText)
    assert space in {"Espacio", "Espaço"}


def test_what_the_engines_remark_is_told_in_the_language(speaking: QApplication) -> None:
    speak(speaking, "es")
    note = remarks.LOCAL_COLOR.format(n=2, name="a (b).jpg")
    assert translated_remark(note) == (
        "Vista previa local, hecha en este equipo con la foto 2 (a (b).jpg). "
        "El ángulo de la cámara no cambia; el color es aproximado."
    )
    doubts = f"{remarks.DAMAGED} {remarks.STANDS_IN.format(n=1)} Nobody knows this one."
    first, second, third = translated_remark(doubts).split(". ", 2)
    assert first == "El archivo de la imagen está dañado y se apartó"
    assert second == "No hay foto de este lado; la foto 1 la reemplaza"
    assert third.endswith("Nobody knows this one.")
    assert translated_remark("") == ""


def test_the_reason_of_a_refusal_is_translated_within_its_sentence(
    speaking: QApplication, broken: Path
) -> None:
    speak(speaking, "es")
    with pytest.raises(Failure) as refused, refusing(broken):
        raise OSError
    assert problem_texts(refused.value.problem)[1] == "Está dañado."
