"""Decides what goes into the frozen program and what stays out of it; the spec asks here.

A library of the build machine goes in only where it is named: everything else the program needs is
part of every desktop system and stays the package manager's, which mends its faults.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable
from fnmatch import fnmatch
from pathlib import Path

Entry = tuple[str, str, str]
"""Where a file goes in the program, where it is from, and PyInstaller's word for its kind."""

UNUSED_MODULES = (
    *("setuptools", "pkg_resources", "_distutils_hack"),
    *("readline", "curses", "crypt", "nis", "tkinter", "dbm.gnu", "_gdbm", "_dbm", "ensurepip"),
    *("pdb", "pydoc", "doctest", "unittest", "lib2to3", "distutils", "xmlrpc", "turtle"),
    *("numpy.f2py", "numpy.testing", "numpy.distutils", "PIL.ImageQt", "PIL.ImageTk"),
    *("PySide6.QtDBus", "PySide6.QtOpenGL", "PySide6.QtQml", "PySide6.QtQuick"),
    *("rich", "pygments", "click", "IPython", "trio", "defusedxml", "cv2.gapi.wip"),
)

QT_PLUGINS = (
    *("platforms/*qxcb.*", "platforms/*qwayland.*", "platforms/*qoffscreen.*"),
    *("platforms/qwindows.*", "platforms/*qcocoa.*", "styles/*"),
    *("imageformats/*qjpeg.*", "imageformats/*qwebp.*", "imageformats/*qsvg.*"),
    *("iconengines/*qsvgicon.*", "platforminputcontexts/*", "platformthemes/*xdgdesktopportal.*"),
    *("wayland-shell-integration/*xdg-shell.*", "wayland-decoration-client/*bradient.*"),
)
"""The plugins of Qt that the program can meet, by their folder and name."""

QT_TEXTS = ("qtbase_es.qm", "qtbase_pt_BR.qm")

QT_LEFT_OUT = (
    *("EglFSDeviceIntegration", "EglFsKmsSupport", "EglFsKmsGbmSupport", "OpenGL", "OpenGLWidgets"),
    *("Pdf", "Qml", "QmlModels", "Quick", "VirtualKeyboard", "WlShellIntegration"),
)
"""Libraries of Qt that nothing but the plugins left out would load."""

FROM_THE_SYSTEM = (
    *("libcrypto.so.*", "libssl.so.*", "libsqlite3.so.*", "libffi.so.*", "libbz2.so.*"),
    *("liblzma.so.*", "libxcb-cursor.so.*", "libxcb-icccm.so.*", "libxcb-image.so.*"),
    *("libxcb-keysyms.so.*", "libxcb-render-util.so.*", "libxcb-util.so.*", "libxcb-xkb.so.*"),
    *("libxkbcommon.so.*", "libxkbcommon-x11.so.*"),
)
"""Libraries of the Linux build machine that go in: their versions differ between systems."""

_PLUGIN = re.compile(r"PySide6/(?:Qt/)?plugins/(.+)")
_QT_LIBRARY = re.compile(r"(?:lib)?Qt6(\w+?)(?:\.so.*|\.dll|\.framework.*|)$")


def is_wanted(entry: Entry) -> bool:
    """Whether a file that PyInstaller has found goes into the program."""
    target, source = entry[0].replace("\\", "/"), Path(entry[1])
    if plugin := _PLUGIN.match(target):
        return any(fnmatch(plugin[1], wanted) for wanted in QT_PLUGINS)
    if "/translations/" in target and "PySide6" in target:
        return source.name in QT_TEXTS
    if (library := _QT_LIBRARY.match(Path(target).name)) and library[1] in QT_LEFT_OUT:
        return False
    if fnmatch(source.name, "opencv_videoio_ffmpeg*") or source.name == "opengl32sw.dll":
        return False
    return not is_of_the_system(source) or any(fnmatch(source.name, n) for n in FROM_THE_SYSTEM)


def is_of_the_system(file: Path) -> bool:
    """Whether a file belongs to the Linux system that builds, and not to Python or a wheel."""
    places = ("/lib", "/lib64", "/usr/lib", "/usr/lib64")
    return (
        sys.platform == "linux"
        and any(file.is_relative_to(place) for place in places)
        and not file.is_relative_to(Path(sys.base_prefix) / "lib" / "python3")
        and "python3" not in file.parts
        and not any(part.startswith("python3.") for part in file.parts)
        and not file.name.startswith("libpython")
    )


def wanted(entries: Iterable[Entry]) -> list[Entry]:
    """The files that go in. A name that leads to a file left out goes as well."""
    kept = [entry for entry in entries if entry[2] != "SYMLINK" and is_wanted(entry)]
    targets = {entry[0] for entry in kept}
    links = [entry for entry in entries if entry[2] == "SYMLINK" and is_wanted(entry)]
    return kept + [link for link in links if str(Path(link[0]).parent / link[1]) in targets]


def write_list(file: Path, entries: Iterable[Entry]) -> None:
    """Write what went in, for the inventory: pairs of a place in the program and a source."""
    pairs = sorted({(target, source) for target, source, kind in entries if kind != "SYMLINK"})
    file.write_text(json.dumps(pairs, indent=0), encoding="utf-8")
