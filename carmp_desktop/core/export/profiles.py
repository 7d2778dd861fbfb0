"""Export profiles: what a place that takes listings wants of its images, as data.

The shipped ones are in ``resources/export_profiles.toml``; the user's file of the same form changes
single lines of them and adds others. A line that makes no sense is refused by name.
"""

from __future__ import annotations

import dataclasses
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from carmp_desktop.core import remarks
from carmp_desktop.core.export.naming import check_template
from carmp_desktop.core.problems import Failure, Problem, fill

OWN_FILE = "export_profiles.toml"
"""The user's profiles, in the folder of the settings."""

_OWN_SIZE = "own"
_KEY = re.compile(r"[a-z0-9][a-z0-9_-]*", re.IGNORECASE)
_ASPECT = re.compile(r"(\d+(?:\.\d+)?)\s*:\s*(\d+(?:\.\d+)?)")
_HEX = re.compile(r"#[0-9a-fA-F]{6}")


class Format(StrEnum):
    """How a file is written."""

    JPEG = "jpeg"
    PNG = "png"
    WEBP = "webp"

    @property
    def suffix(self) -> str:
        """The ending of its files."""
        return ".jpg" if self is Format.JPEG else f".{self}"


class Forbidden(StrEnum):
    """What a place does not take."""

    TEXT = "text"
    BORDER = "border"
    RECOLORED_MAIN = "recolored main"


class Rule(StrEnum):
    """How much an aspect is meant: come near as the car allows, or exactly."""

    WISH = "wish"
    MUST = "must"


class Order(StrEnum):
    """What follows the hero: a color in all its angles, or an angle in all its colors."""

    COLOR = "color"
    ANGLE = "angle"


@dataclass(frozen=True, slots=True)
class ExportProfile:
    """What one place takes; None where it sets no limit, or none is known.

    Sides are in pixels: ``long_side`` is the largest that is written, ``least_long_side`` the
    smallest that is taken, ``advised_long_side`` the smallest that is welcome. ``aspect`` is
    width over height, None for the image's own. ``quality`` (1 to 100) is lowered to
    ``least_quality`` where ``most_megabytes`` (millions of bytes) ask for it. ``hero`` are
    azimuths of the first image, the best first. ``actual_item`` where a place wants the very car
    that is sold. ``unknown`` names the lines that nobody has confirmed.
    """

    key: str
    title: str
    format: Format
    about: str = ""
    quality: int = 92
    least_quality: int = 90
    aspect: float | None = None
    aspect_rule: Rule = Rule.WISH
    long_side: int | None = None
    least_long_side: int | None = None
    advised_long_side: int | None = None
    most_megabytes: float | None = None
    most_images: int | None = None
    names: str = "{car}_{angle}_{color}"
    hero: tuple[float, ...] = (45.0, 315.0)
    order: Order = Order.COLOR
    forbids: frozenset[Forbidden] = frozenset()
    transparent: bool = False
    actual_item: bool = False
    background: str = "#FFFFFF"
    unknown: tuple[str, ...] = ()

    @property
    def most_bytes(self) -> int | None:
        """The most bytes a file may have."""
        return None if self.most_megabytes is None else int(self.most_megabytes * 1_000_000)


def read_profiles(shipped: Path, own: Path) -> dict[str, ExportProfile]:
    """All profiles by their keys, the shipped ones first; ``own`` need not exist.

    Raises `Failure` where the user's file makes no sense.
    """
    tables: dict[str, dict[str, Any]] = _tables(shipped)
    for key, table in (_tables(own) if own.exists() else {}).items():
        if not _KEY.fullmatch(key):
            raise Failure(_bad_profile(own, key, remarks.ODD_PROFILE_NAME))
        base = str(table.pop("like", key))
        if base != key and base not in tables:
            reason = fill(remarks.NO_SUCH_PROFILE, {"profile": base})
            raise Failure(_bad_profile(own, key, reason))
        tables[key] = {**tables.get(base, {}), **table}
    return {key: _profile(own, key, table) for key, table in tables.items()}


def own_profiles(folder: Path) -> Path:
    """The user's file in the settings' folder, made with an example where there is none yet.

    Raises OSError where it cannot be written.
    """
    file = folder / OWN_FILE
    if not file.exists():
        with file.open("x", encoding="utf-8") as text:
            text.write(_EXAMPLE)
    return file


_EXAMPLE = """\
# Your own export profiles. A table with the name of a shipped profile changes single lines of it;
# a new name with like = "…" adds one. Remove the # signs to try this:
#
# [my_site]
# like = "web"
# title = "My site"
# long_side = 2048
# names = "{stock}_{angle}_{color}"
"""


def _tables(file: Path) -> dict[str, dict[str, Any]]:
    try:
        tables: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        raise Failure(_bad_file(file, str(error))) from error
    for key, table in tables.items():
        if not isinstance(table, dict):
            raise Failure(_bad_file(file, fill(remarks.OUTSIDE, {"line": key})))
    return tables


def _profile(file: Path, key: str, table: Mapping[str, Any]) -> ExportProfile:
    values: dict[str, Any] = {"key": key, "title": key, "format": Format.JPEG}
    for name, said in table.items():
        read = _READERS.get(name)
        if read is None:
            reason = fill(remarks.NO_SUCH_LINE, {"line": name})
            raise Failure(_bad_profile(file, key, reason))
        try:
            values[name] = read(said)
        except (TypeError, ValueError) as error:
            odd = {"line": name, "said": repr(said), "reason": str(error)}
            raise Failure(_bad_profile(file, key, fill(remarks.ODD_LINE, odd))) from error
    profile = ExportProfile(**values)
    if profile.transparent and profile.format is Format.JPEG:
        raise Failure(_bad_profile(file, key, remarks.OPAQUE_JPEG))
    return dataclasses.replace(profile, least_quality=min(profile.least_quality, profile.quality))


def _text(said: object) -> str:
    if not isinstance(said, str) or not said.strip():
        raise ValueError(remarks.NO_TEXT)
    return said


def _flag(said: object) -> bool:
    if not isinstance(said, bool):
        raise ValueError(remarks.NO_FLAG)  # noqa: TRY004 - told as all other values
    return said


def _number(said: object, least: float, most: float) -> float:
    if not isinstance(said, int | float) or isinstance(said, bool) or not least <= said <= most:
        bounds = {"least": f"{least:g}", "most": f"{most:g}"}
        raise ValueError(fill(remarks.NO_NUMBER, bounds))
    return said


def _whole(least: int, most: int) -> Callable[[object], int]:
    def read(said: object) -> int:
        if not isinstance(said, int):
            raise ValueError(remarks.NO_WHOLE_NUMBER)  # noqa: TRY004 - told as all other values
        return int(_number(said, least, most))

    return read


def _megabytes(said: object) -> float:
    return _number(said, 0.01, 1000)


def _aspect(said: object) -> float | None:
    if said == _OWN_SIZE:
        return None
    found = _ASPECT.fullmatch(_text(said).strip())
    if not found or not 0.2 <= (aspect := float(found[1]) / (float(found[2]) or 1e9)) <= 5:
        raise ValueError(remarks.NO_ASPECT)
    return aspect


def _names(said: object) -> str:
    return check_template(_text(said))


def _hex(said: object) -> str:
    text = _text(said)
    if not _HEX.fullmatch(text):
        raise ValueError(remarks.NO_HEX)
    return text


def _one_of(kind: type[StrEnum]) -> Callable[[object], StrEnum]:
    def read(said: object) -> StrEnum:
        if not isinstance(said, str) or said not in tuple(kind):
            raise ValueError(fill(remarks.NO_CHOICE, {"known": ", ".join(kind)}))
        return kind(said)

    return read


def _list(said: object) -> list[object]:
    if not isinstance(said, list):
        raise ValueError(remarks.NO_LIST)  # noqa: TRY004 - told as all other values
    return said


def _azimuths(said: object) -> tuple[float, ...]:
    return tuple(_number(each, 0, 360) % 360 for each in _list(said))


def _texts(said: object) -> tuple[str, ...]:
    return tuple(map(_text, _list(said)))


_SIDE = _whole(16, 20_000)
_READERS: dict[str, Callable[[Any], object]] = {
    "title": _text,
    "about": _text,
    "format": _one_of(Format),
    "quality": _whole(1, 100),
    "least_quality": _whole(1, 100),
    "aspect": _aspect,
    "aspect_rule": _one_of(Rule),
    "long_side": _SIDE,
    "least_long_side": _SIDE,
    "advised_long_side": _SIDE,
    "most_megabytes": _megabytes,
    "most_images": _whole(1, 10_000),
    "names": _names,
    "hero": _azimuths,
    "order": _one_of(Order),
    "forbids": lambda said: frozenset(map(_one_of(Forbidden), _texts(said))),
    "transparent": _flag,
    "actual_item": _flag,
    "background": _hex,
    "unknown": _texts,
}


def _bad_file(file: Path, reason: str) -> Problem:
    return Problem(
        code="export_profiles_unreadable",
        title="Export profiles not understood",
        sentence="The file {file} cannot be used: {reason}.",
        action="Mend it, or delete it to go back to the shipped profiles.",
        fields={"file": str(file), "reason": reason},
    )


def _bad_profile(file: Path, key: str, reason: str) -> Problem:
    return Problem(
        code="export_profiles_unreadable",
        title="Export profiles not understood",
        sentence="The profile “{profile}” in {file} cannot be used: {reason}.",
        action="Mend it, or delete it to go back to the shipped profiles.",
        fields={"profile": key, "file": str(file), "reason": reason},
    )
