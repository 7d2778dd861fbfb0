"""The core's remarks in the user's language: what is stored in English is told in theirs.

A remark is recognized by its template, so that one which was stored in an earlier year, or under
another language, is translated as well. What is not recognized is shown as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from carmp_desktop.core import remarks
from carmp_desktop.core.problems import fill

_FIELD = re.compile(r"\\{(\w+)\\}")


def translated_remark(text: str) -> str:
    """A remark as the window shows it; several sentences, one after another, are each told."""
    return " ".join(
        fill(QCoreApplication.translate("Remark", template), fields) if template else fields[""]
        for template, fields in _parts(text)
    )


@lru_cache(maxsize=1024)
def _parts(text: str) -> tuple[tuple[str, Mapping[str, str]], ...]:
    return tuple(_taken_apart(text))


def _taken_apart(text: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    """The templates that make up a text, with their fields; "" for what is none."""
    for template, pattern in _PATTERNS.items():
        if found := pattern.fullmatch(text):
            yield template, found.groupdict()
            return
    for template, pattern in _PATTERNS.items():
        if template.endswith(".") and (found := pattern.match(text)) and text[found.end() :]:
            yield template, found.groupdict()
            yield from _taken_apart(text[found.end() :].lstrip())
            return
    if text:
        yield "", {"": text}


def _pattern(template: str) -> re.Pattern[str]:
    return re.compile(_FIELD.sub(r"(?P<\1>.+?)", re.escape(template)), re.DOTALL)


_PATTERNS = {
    template: _pattern(template)
    for name, template in vars(remarks).items()
    if name.isupper() and isinstance(template, str)
}
