"""Makes the installed program: the frozen folder, its licenses and bill of materials, its packages.

    python3 packaging/dev.py build               everything
    python3 packaging/dev.py build --quick       with the wheels' own OpenCV and numpy; for trying,
                                                 too large and not to be shipped

The frozen folder is ``dist/carmp-desktop``; on Linux the packages stand beside it (`deb`). On
Windows and macOS the release pipeline makes an installer and a disk image of it. Uses a virtual
environment of its own, ``build/venv``, with what ``packaging/build.lock`` pins: what the program
does not depend on cannot get into it.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import json
import os
import runpy
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PACKAGING = ROOT / "packaging"
WORK = ROOT / "build"
ENVIRONMENT = WORK / "venv"
LOCK = PACKAGING / "build.lock"
STAMP = ENVIRONMENT / "carmp-build.stamp"
PROGRAM = ROOT / "dist" / "carmp-desktop"
INSIDE = PROGRAM / "_internal"
LARGEST = 220_000_000
"""Bytes that the frozen folder may have."""

sys.path.insert(0, str(PACKAGING))
lean = importlib.import_module("lean")


def main(arguments: Sequence[str]) -> int:
    """Build, or with ``--in-environment`` do the part that needs the build's own libraries."""
    parser = argparse.ArgumentParser(prog="dev.py build", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="with the wheels as they are")
    parser.add_argument("--in-environment", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.in_environment:
        return finish(is_quick=options.quick)
    make_environment(is_quick=options.quick)
    python = lean.python_of(ENVIRONMENT)
    lean.run([python, PACKAGING / "art.py", WORK / "art"])
    freeze(python)
    quick = ["--quick"] if options.quick else []
    words = [str(python), str(PACKAGING / "build.py"), "--in-environment", *quick]
    return subprocess.run(words, check=False).returncode


def make_environment(*, is_quick: bool) -> None:
    """Make the build's own environment unless it stands as it should."""
    made_from = LOCK.read_bytes() + (PACKAGING / "lean.py").read_bytes() + bytes([is_quick])
    wanted = f"{hashlib.sha256(made_from).hexdigest()} {sys.version_info[:3]}"
    if STAMP.is_file() and STAMP.read_text(encoding="utf-8") == wanted:
        return
    print("Setting up build/venv (once) …", flush=True)
    venv.create(ENVIRONMENT, with_pip=True, clear=ENVIRONMENT.exists())
    python = lean.python_of(ENVIRONMENT)
    lean.run([python, "-m", "pip", "install", "-q", "--require-hashes", "-r", LOCK])
    if not is_quick:
        print("Building lean libraries (once; half an hour) …", flush=True)
        lean.put_in_place(ENVIRONMENT, LOCK, WORK / "lean")
    STAMP.write_text(wanted, encoding="utf-8")


def freeze(python: Path) -> None:
    """Run PyInstaller; the folder stands in ``dist``, its list of files in ``build``."""
    quiet = ["--noconfirm", "--log-level", "ERROR"]
    where = ["--distpath", ROOT / "dist", "--workpath", WORK / "pyinstaller"]
    lean.run([python, "-m", "PyInstaller", *quiet, *where, PACKAGING / "carmp-desktop.spec"])
    if sys.platform == "linux":
        strip()


def strip() -> None:
    """Take debugging symbols out of Python's own libraries.

    Those of wheels stay as they are: ``auditwheel`` has moved parts of them about.
    """
    ours = [*INSIDE.glob("libpython*"), *INSIDE.glob("python3*/lib-dynload/*.so")]
    ours += INSIDE.glob("cryptography/**/*.so")
    lean.run(["strip", "--strip-unneeded", *ours])


def finish(*, is_quick: bool) -> int:
    """Check and tell what is inside, then make the packages; the answer is the exit code."""
    bill, inventory = importlib.import_module("bill"), importlib.import_module("inventory")
    version = version_of_the_program()
    listed = json.loads((WORK / "contents.json").read_text(encoding="utf-8"))
    parts = inventory.take(listed, version)
    objections = inventory.objections(parts)
    print(f"{len(parts)} parts, {len(objections)} that may not be shipped")
    for objection in objections:
        print(f"  {objection}", file=sys.stderr)
    if objections and not is_quick:
        return 1
    bill.write([part for part in parts if part.license], PROGRAM / "licenses")
    size = size_of(PROGRAM)
    print(f"{PROGRAM.name}: {size / 1e6:.1f} MB unpacked")
    if size > LARGEST and not is_quick:
        print(f"That is more than {LARGEST / 1e6:.0f} MB.", file=sys.stderr)
        return 1
    for file in pack(version, parts):
        print(f"{file.name}: {file.stat().st_size / 1e6:.1f} MB")
    return 0


def pack(version: str, parts: Sequence[Any]) -> list[Path]:
    """Make what is handed out, as far as this system makes it; the answer is its files.

    On Windows that is the installer, which the release pipeline compiles.
    """
    to = ROOT / "dist"
    if sys.platform == "darwin":
        return [importlib.import_module("disk_image").make(PROGRAM, version, to)]
    if sys.platform != "linux":
        return []
    sources = [part.source.partition("pkg:deb/debian/")[2] for part in parts]
    brought = {source.split("@")[0] for source in sources if source}
    files: list[Path] = importlib.import_module("deb").make(PROGRAM, version, brought, to)
    return files


def version_of_the_program() -> str:
    """The one version that everything is made with."""
    return str(runpy.run_path(str(ROOT / "carmp_desktop" / "__init__.py"))["__version__"])


def size_of(folder: Path) -> int:
    """Bytes of all files in a folder; what links lead to counts once."""
    walked = (Path(place) / name for place, _, names in os.walk(folder) for name in names)
    return sum(file.lstat().st_size for file in walked)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
