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
    """A remark as the window shows it; several sentences, one after another, are each told.

    A field of a remark may be a remark as well: what is wrong with a line, in a line, in a file.
    """
    return " ".join(_told(template, fields) for template, fields in _parts(text))


def _told(template: str, fields: Mapping[str, str]) -> str:
    if not template:
        return fields[""]
    known = {name: translated_remark(value) for name, value in fields.items()}
    return fill(QCoreApplication.translate("Remark", template), known)


@lru_cache(maxsize=1024)
def _parts(text: str) -> tuple[tuple[str, Mapping[str, str]], ...]:
    return tuple(_taken_apart(text))


def _taken_apart(text: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    """The templates that make up a text, with their fields; "" for what is none."""
    whole = [
        (template, found.groupdict())
        for template, pattern in _PATTERNS.items()
        if (found := pattern.fullmatch(text))
    ]
    # A field that seems to hold the end of a sentence may have swallowed the next one.
    sure = [each for each in whole if not any(". " in value for value in each[1].values())]
    if sure:
        yield sure[0]
        return
    for template, pattern in _PATTERNS.items():
        if template.endswith(".") and (found := pattern.match(text)) and text[found.end() :]:
            yield template, found.groupdict()
            yield from _taken_apart(text[found.end() :].lstrip())
            return
    if whole:
        yield whole[0]
    elif text:
        yield "", {"": text}


def _pattern(template: str) -> re.Pattern[str]:
    return re.compile(_FIELD.sub(r"(?P<\1>.+?)", re.escape(template)), re.DOTALL)


_PATTERNS = {
    template: _pattern(template)
    for name, template in vars(remarks).items()
    if name.isupper() and isinstance(template, str)
}
