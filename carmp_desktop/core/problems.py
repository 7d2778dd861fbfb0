"""Errors as values: what went wrong, in the words shown to the user.

A `Problem` has a title (two or three words), a sentence (what happened) and an action (what to
do). It is shown in place: on a card, in a notice, on stderr. `Failure` is the exception that
carries one up to where it is shown; anything else that is raised is a bug.

The texts are templates with named fields, so that the window can translate the template before
the fields are filled; `describe` fills the English one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from string import Formatter


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that went wrong; ``code`` names its kind and never changes with the wording.

    ``retryable`` is True where trying the same again may help. ``details`` is technical text to
    copy; it never holds a secret.
    """

    code: str
    title: str
    sentence: str
    action: str = ""
    fields: Mapping[str, str] = field(default_factory=dict, hash=False)
    retryable: bool = False
    details: str = ""

    def describe(self) -> str:
        """The whole problem as English text: title, sentence, action."""
        sentence = fill(self.sentence, self.fields)
        action = fill(self.action, self.fields)
        title = fill(self.title, self.fields)
        parts = [f"{title}:" if sentence else title, sentence, action]
        return " ".join(part for part in parts if part)


class Failure(Exception):
    """Carries a `Problem` to the place that shows it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem

    def __str__(self) -> str:
        return self.problem.describe()


class _Tolerant(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


def fill(template: str, fields: Mapping[str, str]) -> str:
    """Put ``fields`` into ``template``; an unknown field stays as it is written."""
    return Formatter().vformat(template, (), _Tolerant(fields))
