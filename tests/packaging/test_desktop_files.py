"""What a Linux desktop is told of the program agrees with the program."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from configparser import ConfigParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from carmp_desktop import __version__
from carmp_desktop.arguments import _COMMANDS, _parser_of_window
from carmp_desktop.core.paths import APP_NAME
from carmp_desktop.core.photos import SUFFIXES
from carmp_desktop.qt.words.language import TRANSLATED

ROOT = Path(__file__).resolve().parents[2]
LINUX = ROOT / "packaging" / "linux"
TYPES = {
    "image/jpeg": {".jpg", ".jpeg", ".jpe"},
    "image/png": {".png"},
    "image/webp": {".webp"},
    "image/heic": {".heic"},
    "image/heif": {".heif"},
    "image/avif": {".avif"},
    "image/tiff": {".tif", ".tiff"},
}


@pytest.fixture
def entry() -> dict[str, str]:
    parser = ConfigParser(interpolation=None, delimiters="=")
    parser.optionxform = str
    parser.read(LINUX / "carmp-desktop.desktop", encoding="utf-8")
    return dict(parser["Desktop Entry"])


@pytest.fixture
def metainfo() -> ET.Element:
    return ET.parse(LINUX / "carmp-desktop.metainfo.xml").getroot()


@pytest.fixture
def page() -> str:
    text = (LINUX / "carmp-desktop.1").read_text(encoding="utf-8")
    return text.replace("\\-", "-")


def test_the_entry_opens_the_photos_that_the_program_reads(entry: dict[str, str]) -> None:
    assert entry["Name"] == APP_NAME
    assert entry["Exec"] == "carmp-desktop %F"
    assert entry["Icon"] == "carmp-desktop"
    assert set(entry["MimeType"].strip(";").split(";")) == set(TYPES)
    assert set().union(*TYPES.values()) == SUFFIXES


def test_the_entry_speaks_every_language_of_the_program(entry: dict[str, str]) -> None:
    for language in TRANSLATED:
        for key in ("GenericName", "Comment", "Keywords"):
            assert entry[f"{key}[{language}]"]


def test_the_metadata_agree_with_the_program(metainfo: ET.Element) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    newest = metainfo.find("releases/release")

    assert newest is not None
    assert newest.get("version") == __version__
    assert metainfo.findtext("name") == APP_NAME
    assert metainfo.findtext("project_license") == project["license"]
    assert metainfo.findtext("launchable") == "carmp-desktop.desktop"
    assert {e.text for e in metainfo.iterfind("provides/mediatype")} == set(TYPES)


def test_the_changes_begin_with_this_version() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## (\S+?),? ", changes, re.MULTILINE)

    assert newest is not None
    assert newest[1] == __version__


def test_the_man_page_names_every_command_and_option(page: str) -> None:
    options = [word for action in _parser_of_window()._actions for word in action.option_strings]

    assert "@VERSION@" in page
    assert [word for word in options if word not in page] == []
    assert [name for name in _COMMANDS if f"\n.B {name}\n" not in page] == []


def test_the_man_page_names_every_variable(page: str) -> None:
    told = (ROOT / "docs" / "contracts.md").read_text(encoding="utf-8")
    environment = told.split("## Environment")[1].split("\n## ")[0]
    names = set(re.findall(r"`((?:CARMP|REPLICATE|DEBUG)_\w+)`", environment))

    assert "CARMP_PROFILE" in names
    assert {name for name in names - {"CARMP_CRASH_AT"} if name not in page} == set()


@pytest.mark.parametrize(
    "check",
    [
        ("desktop-file-validate", str(LINUX / "carmp-desktop.desktop")),
        ("appstreamcli", "validate", "--no-net", str(LINUX / "carmp-desktop.metainfo.xml")),
    ],
    ids=lambda check: check[0],
)
def test_the_desktop_s_own_judge_has_nothing_to_say(check: tuple[str, ...]) -> None:
    program = shutil.which(check[0])
    assert program, f"{check[0]} is not installed; the set-up does that"
    done = subprocess.run([program, *check[1:]], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
