#!/usr/bin/env python3
"""One door for developers: sets everything up, then runs the program or its checks.

    python3 packaging/dev.py run --demo     the window, at work on sample photos
    python3 packaging/dev.py run [ARG…]     the window; further arguments go to carmp-desktop
    python3 packaging/dev.py test [ARG…]    every check, then pytest (which gets the arguments)
    python3 packaging/dev.py bench          what must be fast, as one table
    python3 packaging/dev.py screenshots    every page and state, drawn into docs/screenshots
    python3 packaging/dev.py kills [ARG…]   the program killed everywhere: is anything lost?
    python3 packaging/dev.py xvfb [--to DIR] the program on a real X screen, with real drags
    python3 packaging/dev.py translations [--check]    texts found, merged and compiled
    python3 packaging/dev.py build          the installed program and its packages, into dist
    python3 packaging/dev.py smoke [--deb]  the installed program, tried where it is least at home
    python3 packaging/dev.py setup          the set-up alone
    python3 packaging/dev.py lock           write both lock files in packaging anew

Needs Python 3.11 or later and nothing else; uses the standard library alone. The set-up is a
virtual environment in ``.venv`` with the locked packages, and on Debian-like systems the shared
libraries Qt loads, and the studio engine's model file. It is skipped where a stamp says that it
stands.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
import venv
from collections.abc import Sequence
from pathlib import Path

import fetch_model

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
LOCK = ROOT / "packaging" / "requirements.lock"
BUILD_LOCK = ROOT / "packaging" / "build.lock"
STAMP = VENV / "carmp-setup.stamp"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")

OLDEST_PYTHON = (3, 11)

DEBIAN_LIBRARIES = (
    "libgl1",
    "libegl1",
    "libxkbcommon0",
    "libglib2.0-0",
    "libfontconfig1",
    "libdbus-1-3",
    "dbus-daemon",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
    "libxcb-xkb1",
    "libxcb-image0",
    "libxcb-render-util0",
    "libxkbcommon-x11-0",
    # What the tests hold exported files against.
    "libimage-exiftool-perl",
    "imagemagick",
    "unzip",
    # Who judges the desktop entry and the AppStream metadata.
    "desktop-file-utils",
    "appstream",
    # What the mirror is received with, beside Python's own.
    "nodejs",
    "node-ws",
)

X_SCREEN = ("xvfb", "openbox", "xdotool")
"""The Debian packages of a screen in memory, its window manager, and hands for it."""

BUILDING = ("binutils", "dpkg-dev", "g++", "libwayland-cursor0", "libxcb-util1")
"""What making the program and its package needs besides."""

SMOKE = ("debootstrap", "xvfb")
"""What trying them needs besides."""

_LINT_IMPORTS = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())"

CHECKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ruff format", ("-m", "ruff", "format", "--check", "--quiet", ".")),
    ("ruff check", ("-m", "ruff", "check", "--quiet", ".")),
    ("import-linter", ("-c", _LINT_IMPORTS)),
    ("mypy", ("-m", "mypy")),
)


def main(arguments: Sequence[str]) -> int:
    """Run one command; the exit code is that of what it ran."""
    command, rest = (arguments[0], list(arguments[1:])) if arguments else ("help", [])
    if command in ("help", "-h", "--help"):
        print(__doc__)
        return 0
    commands = {
        "run": run,
        "test": test,
        "bench": bench,
        "screenshots": screenshots,
        "kills": kills,
        "xvfb": xvfb,
        "translations": translations,
        "build": build,
        "smoke": smoke,
        "setup": lambda _: 0,
        "lock": lock,
    }
    if command not in commands:
        print(f"dev.py: unknown command {command!r}; it knows {', '.join(commands)}")
        return 2
    set_up()
    return commands[command](rest)


def run(arguments: list[str]) -> int:
    """Start the program from the checkout."""
    return call([PYTHON, "-m", "carmp_desktop", *arguments])


def test(arguments: list[str]) -> int:
    """Run every check, then the tests; the first failure ends it."""
    for name, check in CHECKS:
        started = time.monotonic()
        code = call([PYTHON, *check])
        print(f"{'ok    ' if code == 0 else 'FAILED'} {name} ({time.monotonic() - started:.1f} s)")
        if code:
            return code
    workers = str(min(4, max(2, os.cpu_count() or 2)))
    return call([PYTHON, "-m", "pytest", "-n", workers, *arguments], QT_QPA_PLATFORM="offscreen")


def bench(arguments: list[str]) -> int:
    """Measure what must be fast."""
    return call([PYTHON, ROOT / "packaging" / "bench.py", *arguments])


def kills(arguments: list[str]) -> int:
    """Kill the program at every named instant and at random ones, and judge what is left."""
    return call([PYTHON, "-m", "tests.reliability", *arguments])


def xvfb(arguments: list[str]) -> int:
    """Drag a photo in, generate and drag an image out, on a real X screen; needs no display."""
    install_libraries(X_SCREEN)
    return call([PYTHON, "-m", "tests.xvfb", *arguments])


def translations(arguments: list[str]) -> int:
    """Bring the translations up to date with the program's texts, or check that they are."""
    return call([PYTHON, ROOT / "packaging" / "translations.py", *arguments])


def screenshots(arguments: list[str]) -> int:
    """Draw the window in every language, scheme and scale."""
    return call([PYTHON, ROOT / "packaging" / "screenshots.py", *arguments])


def build(arguments: list[str]) -> int:
    """Make the installed program; see docs/releasing.md."""
    install_libraries(BUILDING)
    return call([PYTHON, ROOT / "packaging" / "build.py", *arguments])


def smoke(arguments: list[str]) -> int:
    """Try the installed program."""
    install_libraries(SMOKE)
    return call([PYTHON, ROOT / "packaging" / "smoke.py", *arguments])


def lock(_: list[str]) -> int:
    """Resolve the newest allowed versions for every platform into the lock files.

    What the program is built of is what it was tested with: there the first file binds the second.
    """
    call([PYTHON, "-m", "pip", "install", "--quiet", "uv"])
    resolve = ["uv", "pip", "compile", "--universal", "--generate-hashes", "--no-header"]
    quiet = ["--no-emit-index-url", "--quiet", "--upgrade", "pyproject.toml"]
    where = ["--python-version", ".".join(map(str, OLDEST_PYTHON)), "-o"]
    tested = [PYTHON, "-m", *resolve, *quiet, "--group", "dev", *where, LOCK]
    built = [PYTHON, "-m", *resolve, *quiet, "--group", "build", "-c", LOCK, *where, BUILD_LOCK]
    return call(tested) or call(built)


def set_up() -> None:
    """Make the environment unless the stamp says that this very set-up already stands."""
    if sys.version_info < OLDEST_PYTHON:
        sys.exit(f"Python {'.'.join(map(str, OLDEST_PYTHON))} or later is needed.")
    wanted = fingerprint()
    if STAMP.is_file() and PYTHON.exists() and STAMP.read_text(encoding="utf-8") == wanted:
        return
    install_libraries()
    install_packages()
    fetch_model.ensure(ROOT, str(PYTHON))
    STAMP.write_text(wanted, encoding="utf-8")


def fingerprint() -> str:
    """What the set-up was made from: a change in any of it makes it anew."""
    made_from = [LOCK, ROOT / "pyproject.toml", Path(__file__)]
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in made_from))
    return f"{digest.hexdigest()} {sys.version_info[:3]} {ROOT}"


def install_packages() -> None:
    """Put the locked packages and the program itself into the virtual environment."""
    print("Setting up .venv (once; how long depends on network and disk) …", flush=True)
    if not PYTHON.exists():
        venv.create(VENV, with_pip=True, clear=VENV.exists())
    install = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    must([*install, "--require-hashes", "-r", LOCK])
    must([*install, "--no-deps", "--no-build-isolation", "-e", ROOT])


def install_libraries(names: Sequence[str] = DEBIAN_LIBRARIES) -> None:
    """On Debian-like systems, install packages, or say how: the shared libraries Qt needs."""
    if not shutil.which("dpkg-query") or not shutil.which("apt-get"):
        return
    missing = [name for name in names if not is_installed(name)]
    if not missing:
        return
    root = os.geteuid() == 0
    sudo = [] if root else ["sudo", "-n"]
    if not root and (not shutil.which("sudo") or call([*sudo, "true"], quiet=True)):
        print("Qt needs system libraries. Type this once, then start again:\n")
        sys.exit(f"  sudo apt-get install -y --no-install-recommends {' '.join(missing)}")
    print(f"Installing system libraries for Qt: {' '.join(missing)} …", flush=True)
    apt = [*sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    must([*apt, "update"])
    must([*apt, "install", "-y", "--no-install-recommends", *missing])


def is_installed(package: str) -> bool:
    """Whether a Debian package, or one that stands in for it, is installed."""
    query = ["dpkg-query", "-W", "-f", "${Status}\n", package, f"{package}t64"]
    found = subprocess.run(query, capture_output=True, text=True, check=False)
    return "install ok installed" in found.stdout


def call(command: Sequence[str | Path], *, quiet: bool = False, **environment: str) -> int:
    """Run a command from the project's root; the answer is its exit code."""
    output = subprocess.DEVNULL if quiet else None
    variables = {**os.environ, **environment}
    words = [str(word) for word in command]
    try:
        done = subprocess.run(
            words, cwd=ROOT, env=variables, stdout=output, stderr=output, check=False
        )
    except KeyboardInterrupt:
        return 130
    return done.returncode


def must(command: Sequence[str | Path]) -> None:
    """Run a command and stop with its exit code where it fails."""
    code = call(command)
    if code:
        sys.exit(f"dev.py: this failed with exit code {code}: {' '.join(map(str, command))}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
