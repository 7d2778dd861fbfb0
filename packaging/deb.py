"""Packs the frozen folder for Linux: a Debian package, and one archive for every other system.

Both hold the same program, desktop entry, AppStream metadata, icons and man page. The package's
dependencies are worked out by ``dpkg-shlibdeps`` from what the program's libraries ask for.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path

PACKAGING = Path(__file__).resolve().parent
ROOT = PACKAGING.parent
ART = ROOT / "build" / "art"
NAME = "carmp-desktop"
ICON_SIZES = (16, 22, 24, 32, 48, 64, 96, 128, 256, 512)
LOADED_LATER = ("libgl1", "libegl1", "xkb-data", "ca-certificates")
"""What no library names, though the program needs it: drawing, keys, and whom to trust."""

_CONTROL = """Package: {name}
Version: {version}
Architecture: {architecture}
Maintainer: The Car Marketplace desktop developers <carmp-desktop@users.noreply.github.com>
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: gnome-keyring | kwalletmanager | keepassxc, xdg-desktop-portal
Section: graphics
Priority: optional
Description: make listing images of one car at every angle and in every color
 Photos of one car in, an angle × color matrix of listing images out. The
 images are made by a generative model on Replicate, or, with no token and no
 network, on this computer from the user's own photos: cut out, set into a
 studio, repainted.
"""


def make(program: Path, version: str, brought: set[str], to: Path) -> list[Path]:
    """Pack the frozen folder; the answer is the files that were written to ``to``.

    ``brought`` are the system's packages whose libraries the program brings along.
    """
    with tempfile.TemporaryDirectory(prefix="carmp-pack-") as place:
        root = Path(place) / "root"
        lay_out(root / "usr", root / "usr" / "lib" / NAME, program, version)
        command = root / "usr" / "bin" / NAME
        command.parent.mkdir()
        command.symlink_to(f"../lib/{NAME}/{NAME}")
        package = make_package(root, version, brought, to)
        archive = make_archive(root, version, to)
    return [package, archive]


def lay_out(prefix: Path, home: Path, program: Path, version: str) -> None:
    """Put the program and what a desktop wants to know of it under a prefix."""
    shutil.copytree(program, home, symlinks=True)
    share = prefix / "share"
    put(PACKAGING / "linux" / f"{NAME}.desktop", share / "applications")
    put(PACKAGING / "linux" / f"{NAME}.metainfo.xml", share / "metainfo")
    put(ROOT / "resources" / "program.svg", share / "icons/hicolor/scalable/apps", f"{NAME}.svg")
    for size in ICON_SIZES:
        folder = share / f"icons/hicolor/{size}x{size}/apps"
        put(ART / f"{size}.png", folder, f"{NAME}.png")
    put(ROOT / "LICENSE", share / "doc" / NAME, "copyright")
    page = (PACKAGING / "linux" / f"{NAME}.1").read_text(encoding="utf-8")
    pack(page.replace("@VERSION@", version), share / "man/man1" / f"{NAME}.1.gz")
    pack((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), share / "doc" / NAME / "NEWS.gz")


def put(file: Path, folder: Path, name: str = "") -> None:
    """Copy a file into a folder, which is made; everybody may read it."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / (name or file.name)
    shutil.copyfile(file, target)
    target.chmod(0o644)


def pack(text: str, file: Path) -> None:
    """Write a text compressed, the same bytes every time."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def make_package(root: Path, version: str, brought: set[str], to: Path) -> Path:
    """Build the Debian package of what stands under ``root``."""
    files = [file for file in sorted(root.rglob("*")) if file.is_file() and not file.is_symlink()]
    about = root / "DEBIAN"
    about.mkdir()  # its being there tells dpkg-shlibdeps where the package's own libraries are
    sums = [f"{md5(file)}  {file.relative_to(root)}\n" for file in files]
    control = _CONTROL.format(
        name=NAME,
        version=version,
        architecture=said_by("dpkg", "--print-architecture"),
        kilobytes=sum(file.stat().st_size for file in files) // 1024,
        depends=", ".join(dependencies(root, brought)),
    )
    (about / "control").write_text(control, encoding="utf-8")
    (about / "md5sums").write_text("".join(sums), encoding="utf-8")
    words = ["--root-owner-group", "-Zxz", "--build", str(root), str(to)]
    written = said_by("dpkg-deb", *words).rsplit("'", 2)[1]
    shutil.rmtree(about)
    return Path(written)


def dependencies(root: Path, brought: set[str]) -> list[str]:
    """What holds the libraries that the program loads and does not bring along, with versions."""
    quiet = ["--warnings=0", "--ignore-missing-info", "-O"]
    with tempfile.TemporaryDirectory(prefix="carmp-deps-") as place:
        debian = Path(place) / "debian"
        debian.mkdir()
        (debian / "control").write_text(f"Source: {NAME}\n\nPackage: {NAME}\nArchitecture: any\n")
        binaries = [str(file) for file in elf_files(root)]
        folders = sorted({str(Path(file).parent) for file in binaries})
        options = [*quiet, *(f"-l{folder}" for folder in folders)]
        answer = said_by("dpkg-shlibdeps", *options, *(f"-e{file}" for file in binaries), at=place)
    found = [told.strip() for told in answer.split("shlibs:Depends=", 1)[1].split(",")]
    needed = [told for told in found if told.split(" ")[0] not in brought]
    names = {told.split(" ")[0] for told in needed}
    return [*needed, *(name for name in LOADED_LATER if name not in names)]


def elf_files(root: Path) -> Iterator[Path]:
    """Every program and shared library under a folder."""
    for file in sorted(root.rglob("*")):
        if file.is_file() and not file.is_symlink():
            with file.open("rb") as stream:
                if stream.read(4) == b"\x7fELF":
                    yield file


def make_archive(root: Path, version: str, to: Path) -> Path:
    """One archive that is unpacked anywhere and run where it lies; deleting it removes it."""
    stem = f"{NAME}-{version}-linux-{platform.machine()}"
    file = to / f"{stem}.tar.xz"
    with tarfile.open(file, "w:xz", preset=6) as archive:
        archive.add(root / "usr" / "lib" / NAME, f"{stem}/{NAME}", filter=of_nobody)
        archive.add(root / "usr" / "share", f"{stem}/share", filter=of_nobody)
    return file


def of_nobody(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """An archive's member without the name of who made it."""
    member.uid = member.gid = 0
    member.uname = member.gname = "root"
    return member


def md5(file: Path) -> str:
    """The sum that dpkg checks installed files with; not a matter of safety."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()


def said_by(program: str, *words: str, at: str | None = None) -> str:
    """What a program of the system prints; where it fails, so does the build."""
    path = shutil.which(program)
    if path is None:
        sys.exit(f"deb.py: {program} is needed; it is in the package dpkg-dev")
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [path, *words], cwd=at, env=environment, stdout=subprocess.PIPE, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"deb.py: {program} failed with exit code {done.returncode}")
    return done.stdout.strip()
