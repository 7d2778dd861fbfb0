"""Texts as the window shows them: plurals, problems, and labels short enough for a tile."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QLocale

from carmp_desktop.core.problems import Problem, fill
from carmp_desktop.qt.words.remarks import translated_remark

_DEGREES = re.compile(r"\s*\(\s*(\d+(?:\.\d+)?)\s*(?:°|deg(?:rees)?)\s*\)")
_THREE_QUARTER = re.compile(r"three[- ]quarters?|\b3/4\b", re.IGNORECASE)


def counted(n: int, one: str, many: str) -> str:
    """Fill ``{n}`` in the form of the text that fits the number: ``1 photo``, ``3 photos``."""
    return (one if n == 1 else many).format(n=number_text(n))


def number_text(n: int) -> str:
    """A whole number as the language writes it: ``2,418``."""
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.DefaultNumberOptions)
    return locale.toString(n)


def problem_texts(problem: Problem) -> tuple[str, str, str]:
    """Title, sentence and action of a problem in the user's language, the title capitalized."""
    fields = {name: translated_remark(value) for name, value in problem.fields.items()}
    title, sentence, action = (
        fill(QCoreApplication.translate("Problem", template), fields) if template else ""
        for template in (problem.title, problem.sentence, problem.action)
    )
    return title[:1].upper() + title[1:], sentence, action


def short_angle_label(label: str) -> str:
    """An angle's label without its degrees and with ``¾`` for "three-quarter".

    ``Rear three-quarter, left (225°)`` becomes ``Rear ¾ left``.
    """
    without_degrees = _DEGREES.sub("", label)
    short = _THREE_QUARTER.sub("¾", without_degrees).replace(",", "")
    return " ".join(short.split()) or label


def short_angle_labels(labels: Iterable[str]) -> Mapping[str, str]:
    """The short label of each of the labels that stand together, no two of them alike.

    Where leaving the degrees out would make two the same, those keep them: ``Front ¾ 45°``.
    """
    return _told_apart(tuple(dict.fromkeys(labels)))


@lru_cache(maxsize=64)
def _told_apart(labels: tuple[str, ...]) -> Mapping[str, str]:
    short = {label: short_angle_label(label) for label in labels}
    for told in (_with_degrees, str):
        often = Counter(short.values())
        short = {label: told(label) if often[name] > 1 else name for label, name in short.items()}
    return short


def _with_degrees(label: str) -> str:
    """The short label and the degrees, where it has any."""
    degrees = _DEGREES.search(label)
    number = f"{degrees[1]}°" if degrees else ""
    return " ".join(part for part in (short_angle_label(label), number) if part)


def share_words(chosen: int, total: int) -> str:
    """How many of how many are chosen, and what one press would do: ``4 of 8 · all``."""
    template = "{n} of {m} · all" if chosen < total else "{n} of {m} · none"
    return QCoreApplication.translate("Pickers", template).format(n=chosen, m=total)
