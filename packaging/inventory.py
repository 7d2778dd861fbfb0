"""Tells what is inside the frozen program: every part, its version, its license and their texts.

`take` finds the parts from the list of files that the spec wrote; `objections` names those that may
not be shipped. What may be inside, and under which license, is told in ``licenses.toml``.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import Distribution, distributions
from pathlib import Path

from license_expression import ExpressionError, get_spdx_licensing

PACKAGING = Path(__file__).resolve().parent
ROOT = PACKAGING.parent
TABLE = tomllib.loads((PACKAGING / "licenses.toml").read_text(encoding="utf-8"))
SPDX = get_spdx_licensing()

_SHARED = re.compile(r"\.(so|dylib|dll)(\.|$)", re.IGNORECASE)
_TEXTS = re.compile(r"licen[cs]e|copying|notice|authors", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """One thing inside: ``license`` is an SPDX expression, ``source`` a package URL where known.

    ``sha256`` is that of a part that is a single file; ``texts`` are its license files.
    """

    name: str
    version: str
    license: str
    source: str = ""
    sha256: str = ""
    texts: tuple[Path, ...] = field(default=(), repr=False)


def take(files: Iterable[tuple[str, str]], version: str) -> list[Part]:
    """The parts that the files (place in the program, source) belong to, by name."""
    pairs = [(place, Path(source)) for place, source in files]
    parts = [*of_ours(version), *of_libraries(pairs), *of_shared(pairs)]
    return sorted(set(parts), key=lambda part: (part.name.lower(), part.version, part.sha256))


def objections(parts: Iterable[Part]) -> list[str]:
    """One sentence for each part that has no known license, or one that forbids shipping it."""
    allowed = set(TABLE["allowed"])
    found = []
    for part in parts:
        if not part.license:
            found.append(f"{part.name} {part.version}: nothing tells its license.")
        elif not is_allowed(part.license, allowed):
            found.append(f"{part.name} {part.version}: {part.license} is not allowed.")
    return found


def is_allowed(expression: str, allowed: set[str]) -> bool:
    """Whether an SPDX expression can be met with allowed licenses alone."""
    try:
        parsed = SPDX.parse(expression, validate=True)
    except ExpressionError:
        return False
    met = {symbol: SPDX.TRUE if str(symbol) in allowed else SPDX.FALSE for symbol in parsed.symbols}
    return parsed.subs(met).simplify() == SPDX.TRUE


def of_ours(version: str) -> Iterator[Part]:
    """The program, its interpreter, its model, and what is compiled into other parts."""
    licenses = TABLE["parts"]
    texts = {
        "carmp-desktop": ROOT / "LICENSE",
        "Python": Path(sys.base_prefix) / f"lib/python3.{sys.version_info[1]}/LICENSE.txt",
        "U-2-Net, small": PACKAGING / "licenses" / "Apache-2.0.txt",
    }
    versions = {"carmp-desktop": version, "Python": sys.version.split()[0]}
    for name, license_ in licenses.items():
        text = texts.get(name)
        kept = (text,) if text and text.is_file() else ()
        yield Part(name, versions.get(name, ""), license_, texts=kept)


def of_libraries(pairs: Iterable[tuple[str, Path]]) -> Iterator[Part]:
    """The Python libraries of which anything is inside."""
    owners = owners_by_folder()
    inside = {owner for _, source in pairs for owner in owners_of(source, owners)}
    inside |= {"pyinstaller", "pyinstaller-hooks-contrib"}
    for name in inside:
        for library in distributions():
            if library.metadata["Name"] == name:
                yield Part(
                    name,
                    library.version,
                    license_of(library),
                    f"pkg:pypi/{name.lower().replace('_', '-')}@{library.version}",
                    texts=tuple(texts_of(library)),
                )


def owners_by_folder() -> dict[str, str]:
    """Which library each folder or module in site-packages belongs to."""
    owners = {}
    for library in distributions():
        for file in library.files or ():
            folder = file.parts[0]
            # Namespace packages are shared: there the second name tells.
            key = "/".join(file.parts[:2]) if folder in ("jaraco", "backports") else folder
            owners[key] = str(library.metadata["Name"])
    return owners


def owners_of(source: Path, owners: dict[str, str]) -> Iterator[str]:
    """The library that a source file is of, where it is of one."""
    if "site-packages" in source.parts:
        inner = source.parts[source.parts.index("site-packages") + 1 :]
        for key in ("/".join(inner[:2]), inner[0]):
            if key in owners:
                yield owners[key]
                return


def license_of(library: Distribution) -> str:
    """A library's license as an SPDX expression: our table's word, else its own; may be empty."""
    own = library.metadata.get("License-Expression") or ""
    told = library.metadata.get("License") or ""
    short = told if len(told) < 40 else ""
    return str(TABLE["libraries"].get(library.metadata["Name"], own or short))


def texts_of(library: Distribution) -> Iterator[Path]:
    """The license files that a library brings along."""
    for file in library.files or ():
        inner = "/".join(file.parts[1:])
        if file.parts[0].endswith(".dist-info") and _TEXTS.search(inner):
            path = Path(str(file.locate()))
            if path.is_file():
                yield path


def of_shared(pairs: Iterable[tuple[str, Path]]) -> Iterator[Part]:
    """Each shared library that is not an extension module of a Python library."""
    for place, source in pairs:
        name = Path(place).name
        if not _SHARED.search(source.name) or is_extension(name) or "plugins" in source.parts:
            continue  # Qt's plugins are of its own library, as extension modules are of theirs
        stem = re.sub(r"^lib", "", name)
        starts = [start for start in TABLE["shared"] if stem.startswith(start)]
        license_ = TABLE["shared"][max(starts, key=len)] if starts else ""
        digest = hashlib.sha256(source.read_bytes()).hexdigest()
        package, version, text = package_of(source)
        url = f"pkg:deb/debian/{package}@{version}" if package else ""
        yield Part(name, version, license_, url, digest, text)


def is_extension(name: str) -> bool:
    """Whether a file is an extension module, which belongs to the library that imports it."""
    is_module = re.search(r"\.(cpython-\w+|abi3|cp3\d+-\w+)[\w.-]*\.(so|pyd)$", name)
    return bool(is_module) or name.endswith(".pyd")


def package_of(file: Path) -> tuple[str, str, tuple[Path, ...]]:
    """The Debian package of a file, its version and its copyright file, where it is of one."""
    query = shutil.which("dpkg-query")
    if query is None or "site-packages" in file.parts:
        return "", "", ()
    for name in (file, file.resolve()):
        found = subprocess.run([query, "-S", name], capture_output=True, text=True, check=False)
        if found.returncode == 0:
            package = found.stdout.split(":")[0]
            shown = [query, "-W", "-f", "${Version}\n", package]
            said = subprocess.run(shown, capture_output=True, text=True, check=False)
            text = Path("/usr/share/doc") / package / "copyright"
            return package, said.stdout.split("\n")[0], (text,) if text.is_file() else ()
    return "", "", ()
