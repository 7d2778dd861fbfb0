"""Names of exported files: a template filled with what an image shows, safe on every file system.

Pure functions; `preview` is what a dialog shows while the template is typed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import count
from string import Formatter

from carmp_desktop.core import remarks
from carmp_desktop.core.gallery import safe_name
from carmp_desktop.core.problems import Failure, Problem, fill

TOKENS = ("car", "stock", "angle", "color", "n", "date")
"""What may stand in braces; ``n`` takes a width, as in ``{n:02}``."""

_WIDTH = re.compile(r"0?[1-9]?")
_MOST_BYTES = 180  # a name may have 255 bytes; an ending, a number and a ".part" find room
_SEPARATORS = re.compile(r"([-_. ])[-_. ]+")
_EDGES = "-_. "


@dataclass(frozen=True, slots=True)
class NameParts:
    """What the tokens stand for; ``color`` is "" for an image in the car's own color.

    ``stock`` is the stock number, "" for the car's name in its place. ``n`` counts from 1.
    """

    car: str
    angle: str
    color: str
    n: int
    day: date
    stock: str = ""


def check_template(template: str) -> str:
    """The template, if every token in it is known. Raises ValueError that says which is not."""
    try:
        fields = [part[1:] for part in Formatter().parse(template) if part[1] is not None]
    except ValueError as error:
        raise ValueError(remarks.OPEN_BRACE) from error
    for token, width, conversion in fields:
        if token not in TOKENS or conversion:
            known = ", ".join(f"{{{name}}}" for name in TOKENS)
            said = {"token": f"{{{token}}}", "known": known}
            raise ValueError(fill(remarks.UNKNOWN_PLACEHOLDER, said))
        if width and (token != "n" or not _WIDTH.fullmatch(width)):  # noqa: S105 - no password
            raise ValueError(fill(remarks.ODD_WIDTH, {"token": f"{{{token}:{width}}}"}))
    if not fields:
        raise ValueError(remarks.NO_PLACEHOLDER)
    return template


def file_name(template: str, parts: NameParts) -> str:
    """The name of one file, without its ending; never empty, hidden, a path or a device.

    Raises `Failure` for a template that `check_template` refuses.
    """
    try:
        check_template(template)
    except ValueError as error:
        raise Failure(_bad_template(template, str(error))) from error
    words = {
        "car": _word(parts.car),
        "stock": _word(parts.stock or parts.car),
        "angle": _word(parts.angle),
        "color": _word(parts.color),
        "date": parts.day.isoformat(),
    }
    name = ""
    for literal, token, width, _ in Formatter().parse(template):
        name += _literal(literal)
        if token == "n":  # noqa: S105 - no password
            name += format(parts.n, f"{width or ''}d")
        elif token is not None:
            name += words[token]
    return _whole(name)


def preview(template: str, parts: Iterable[NameParts], suffix: str) -> tuple[str, ...]:
    """The names that files would get, in their order, none twice. Raises `Failure`."""
    names: list[str] = []
    taken: set[str] = set()
    for each in parts:
        names.append(free_name(file_name(template, each), suffix, taken))
        taken.add(folded(names[-1]))
    return tuple(names)


def free_name(stem: str, suffix: str, taken: Collection[str]) -> str:
    """``stem`` and ``suffix``, with a number between them where that name is taken.

    ``taken`` are names as `folded` gives them.
    """
    for number in count(1):
        name = f"{stem}{suffix}" if number == 1 else f"{stem}_{number}{suffix}"
        if folded(name) not in taken:
            return name
    raise AssertionError("an endless count has ended")


def folded(name: str) -> str:
    """A name as the least careful file system tells it from others."""
    return unicodedata.normalize("NFKC", name).casefold()


def _word(text: str) -> str:
    return safe_name(text) if text.strip() else ""


def _literal(text: str) -> str:
    """What stands between tokens: letters, digits, and separators; all else becomes a hyphen."""
    normal = unicodedata.normalize("NFC", text)
    return "".join(char if char.isalnum() or char in _EDGES else "-" for char in normal)


def _whole(name: str) -> str:
    """A token without a word leaves no separators behind; the length is what disks take."""
    joined = _SEPARATORS.sub(r"\1", name).strip(_EDGES)
    short = joined.encode()[:_MOST_BYTES].decode(errors="ignore").strip(_EDGES)
    stem, dot, rest = short.partition(".")
    # A device's name counts up to the first dot: "con.front" is the console.
    return f"{safe_name(stem) if len(stem) < 9 else stem}{dot}{rest}" if short else safe_name("")


def _bad_template(template: str, reason: str) -> Problem:
    return Problem(
        code="export_names_bad",
        title="Names not understood",
        sentence="No file can be named “{template}”: {reason}.",
        action="Use {{car}}, {{stock}}, {{angle}}, {{color}}, {{n:02}} and {{date}}.",
        fields={"template": template, "reason": reason},
    )
