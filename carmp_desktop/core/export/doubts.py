"""The doubts about an export's images: told apart, the worst first, each once for all its files.

What the program doubts of an image is stored as one text, in which several remarks may stand one
after another. Images with the same remark belong together, whatever numbers are in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from carmp_desktop.core import remarks
from carmp_desktop.core.problems import Problem

FEW = 3
"""So many of a remark's files are told by name, and of its numbers one by one."""

_NO_SIDE = "There is no photo of this side, so photo {n} stands in."
_TEMPLATES = (
    remarks.STANDS_IN,
    f"{_NO_SIDE} Add one and tag it.",  # as it was worded once, and is stored
    remarks.UNTAGGED,
    remarks.DAMAGED,
    remarks.CUT_OFF,
    remarks.SOFT_OUTLINE,
    remarks.SECOND_CAR,
    remarks.SMALL_CAR,
    remarks.LITTLE_COLOR,
    remarks.PAINT_UNSURE,
    remarks.OTHER_PAINT,
    remarks.UNPAINTED,
    remarks.MIRRORED,
    remarks.OTHER_SIZE,
    remarks.SMALL_IMAGE,
    remarks.PLATE_CHANGED,
)
_FIELD = re.compile(r"\\{\w+\\}")
_KNOWN = re.compile(
    "|".join(f"({_FIELD.sub(r'[^ ]+', re.escape(template))})" for template in _TEMPLATES)
)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_STANDS_IN, _UNTAGGED, _OTHER = range(3)


@dataclass(frozen=True, slots=True)
class FileRemark:
    """What should be known of some files of an export, and their names in the export's order."""

    problem: Problem
    files: tuple[str, ...]


def doubts_in(text: str) -> tuple[str, ...]:
    """The single remarks of which a doubt is made up, the worst first; none for ""."""
    parts = re.split(_KNOWN, text)
    found = [part.strip() for part in parts if part and part.strip()]
    return tuple(sorted(found, key=_badness))


def stands_in(text: str) -> bool:
    """Whether a doubt says that a photo of another side stands in for the one that is missing."""
    return any(_badness(doubt) == _STANDS_IN for doubt in doubts_in(text))


def remarks_of_files(told: Iterable[tuple[str, Problem]]) -> tuple[FileRemark, ...]:
    """One remark for each kind of problem and of doubt, with its files, the worst doubts first.

    ``told`` are names of files, each with a problem of it. Where the doubts of a kind differ in
    their numbers, the remark says all of these, or the least and the greatest of many.
    """
    kinds: dict[tuple[str, str], list[tuple[str, Problem]]] = {}
    for name, problem in told:
        kinds.setdefault(_kind(problem), []).append((name, problem))
    ordered = sorted(kinds.values(), key=lambda each: _badness(_doubt_of(each[0][1])))
    return tuple(
        FileRemark(_merged([problem for _, problem in each]), tuple(name for name, _ in each))
        for each in ordered
    )


def _kind(problem: Problem) -> tuple[str, str]:
    """What problems have in common that are told as one."""
    return problem.code, _NUMBER.sub("#", _doubt_of(problem))


def _doubt_of(problem: Problem) -> str:
    """The single doubt of an image that a problem tells; "" for a problem of another kind."""
    return problem.fields.get("doubt", "")


def _merged(problems: list[Problem]) -> Problem:
    """The first problem, with the numbers of every doubt where it is one."""
    first = problems[0]
    if "doubt" not in first.fields:
        return first
    said = [_NUMBER.findall(each.fields["doubt"]) for each in problems]
    numbers = iter([_all_of(each) for each in zip(*said, strict=True)])
    doubt = _NUMBER.sub(lambda _: next(numbers), first.fields["doubt"])
    return replace(first, fields={**first.fields, "doubt": doubt})


def _all_of(numbers: Iterable[str]) -> str:
    """Each of a few numbers, else the least and the greatest: ``1, 3``, ``10.5–38.2``."""
    known = sorted(set(numbers), key=float)
    return ", ".join(known) if len(known) <= FEW else f"{known[0]}–{known[-1]}"


def _badness(doubt: str) -> int:
    """How soon it is told: an image of another side is worse than one that may be of it."""
    match = _KNOWN.fullmatch(doubt)
    if match is None or match.lastindex is None:
        return _OTHER
    template = _TEMPLATES[match.lastindex - 1]
    if template.startswith(_NO_SIDE):
        return _STANDS_IN
    return _UNTAGGED if template == remarks.UNTAGGED else _OTHER
