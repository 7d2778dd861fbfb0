"""What goes into the frozen program, what stays out, and what may not be shipped at all."""

from __future__ import annotations

import re
import sys
from importlib import import_module
from pathlib import Path

import pytest

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
WHEEL = "/env/lib/python3.11/site-packages"


@pytest.mark.parametrize(
    ("place", "source"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", f"{WHEEL}/PySide6/x/libqxcb.so"),
        ("PySide6/plugins/platforms/qwindows.dll", "C:/x/qwindows.dll"),
        ("PySide6/Qt/translations/qtbase_es.qm", f"{WHEEL}/PySide6/qtbase_es.qm"),
        ("PySide6/Qt/lib/libQt6Gui.so.6", f"{WHEEL}/PySide6/Qt/lib/libQt6Gui.so.6"),
        ("pi_heif.libs/libheif-1.so", f"{WHEEL}/pi_heif.libs/libheif-1.so"),
        ("libcrypto.so.3", "/usr/lib/x86_64-linux-gnu/libcrypto.so.3"),
        ("libpython3.11.so.1.0", "/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0"),
    ],
)
def test_what_the_program_needs_goes_in(place: str, source: str) -> None:
    assert import_module("contents").is_wanted((place, source, "BINARY"))


@pytest.mark.parametrize(
    ("place", "source"),
    [
        ("PySide6/Qt/plugins/platforms/libqvnc.so", f"{WHEEL}/PySide6/x/libqvnc.so"),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", f"{WHEEL}/x/libqopensslbackend.so"),
        ("PySide6/Qt/translations/qtbase_de.qm", f"{WHEEL}/PySide6/qtbase_de.qm"),
        ("PySide6/Qt/lib/libQt6Qml.so.6", f"{WHEEL}/PySide6/Qt/lib/libQt6Qml.so.6"),
        ("PySide6/Qt6Quick.dll", "C:/x/Qt6Quick.dll"),
        ("cv2/opencv_videoio_ffmpeg4140_64.dll", "C:/x/opencv_videoio_ffmpeg4140_64.dll"),
    ],
)
def test_what_it_never_uses_stays_out(place: str, source: str) -> None:
    assert not import_module("contents").is_wanted((place, source, "BINARY"))


@pytest.mark.skipif(sys.platform != "linux", reason="the system's libraries are Linux's matter")
def test_the_system_s_own_libraries_stay_with_the_system() -> None:
    glib = "/lib/x86_64-linux-gnu/libglib-2.0.so.0"
    assert not import_module("contents").is_wanted(("libglib-2.0.so.0", glib, "BINARY"))


def test_a_name_goes_with_the_file_it_leads_to() -> None:
    qml = ("PySide6/Qt/lib/libQt6Qml.so.6", f"{WHEEL}/libQt6Qml.so.6", "BINARY")
    core = ("PySide6/Qt/lib/libQt6Core.so.6", f"{WHEEL}/libQt6Core.so.6", "BINARY")
    links = [(Path(entry[0]).name, entry[0], "SYMLINK") for entry in (qml, core)]

    kept = import_module("contents").wanted([qml, core, *links])

    assert kept == [core, links[1]]


@pytest.mark.parametrize(
    ("expression", "may_go"),
    [
        ("MIT", True),
        ("Apache-2.0 OR GPL-2.0-only", True),
        ("LGPL-3.0-only AND MIT", True),
        ("GPL-2.0-or-later WITH Bootloader-exception", True),
        ("GPL-2.0-or-later", False),
        ("MIT AND GPL-2.0-only", False),
        ("Proprietary", False),
    ],
)
def test_a_license_that_forbids_shipping_is_found(expression: str, may_go: bool) -> None:
    inventory = import_module("inventory")
    part = inventory.Part("thing", "1", expression)

    assert (inventory.objections([part]) == []) is may_go


def test_a_library_that_nobody_has_named_is_found(tmp_path: Path) -> None:
    inventory = import_module("inventory")
    library = tmp_path / "libx265-4883ecb5.so.217"
    library.write_bytes(b"\x7fELF")

    found = inventory.take([("heif.libs/libx265-4883ecb5.so.217", str(library))], "1")

    assert inventory.objections(found) == [
        "libx265-4883ecb5.so.217 : nothing tells its license.",
    ]


def test_the_build_uses_what_was_tested() -> None:
    tested, built = (
        dict(re.findall(r"^([\w.-]+)==(\S+)", (PACKAGING / name).read_text(), re.MULTILINE))
        for name in ("requirements.lock", "build.lock")
    )
    shared = tested.keys() & built.keys()

    assert "pyside6-essentials" in shared
    assert {name for name in shared if tested[name] != built[name]} == set()
    assert "pyinstaller" not in tested


def test_the_lean_libraries_are_pinned_with_their_hashes() -> None:
    lean = import_module("lean")

    for name in (lean.NUMPY, lean.OPENCV):
        pinned = lean.requirement(PACKAGING / "build.lock", name)
        assert pinned.startswith(f"{name}==")
        assert "--hash=sha256:" in pinned
        assert not pinned.rstrip().endswith("\\")
