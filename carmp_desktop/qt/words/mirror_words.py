"""How the mirror stands, in words: one short line for the window's foot, and all that is known."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from carmp_desktop.core.mirror.state import MirrorKind, MirrorState
from carmp_desktop.core.problems import Problem
from carmp_desktop.qt.words.remarks import translated_remark
from carmp_desktop.qt.words.text import counted, number_text, problem_texts

_REFUSED_CODE = "mirror_refused"


class MirrorTone(Enum):
    """What a sight of the mirror means to the user, before any word is read."""

    WORKS = auto()
    WAITS = auto()
    NEEDS_YOU = auto()


@dataclass(frozen=True, slots=True)
class MirrorSaid:
    """``words`` are the line; ``more`` are sentences: what is wrong, what to do, what waits."""

    tone: MirrorTone
    words: str
    address: str = ""
    more: tuple[str, ...] = ()

    @property
    def detail(self) -> str:
        """All but the line itself, one below another, the address first."""
        return "\n".join(part for part in (self.address, *self.more) if part)


def mirror_said(state: MirrorState, now: datetime) -> MirrorSaid | None:
    """What there is to say of the mirror; None while it is off."""
    if state.kind is MirrorKind.OFF:
        return None
    return MirrorSaid(_tone(state), _words(state, now), state.address, tuple(_more(state, now)))


def seconds_left(state: MirrorState, now: datetime) -> int | None:
    """Whole seconds to the next try, never below 0; None where the mirror waits for none."""
    if state.until is None or state.kind not in (MirrorKind.WAITING, MirrorKind.REFUSED):
        return None
    return max(0, math.ceil((state.until - now).total_seconds()))


def _tone(state: MirrorState) -> MirrorTone:
    if state.kind is MirrorKind.REFUSED:
        return MirrorTone.NEEDS_YOU
    works = state.kind in (MirrorKind.CONNECTED, MirrorKind.ELSEWHERE)
    return MirrorTone.WORKS if works else MirrorTone.WAITS


def _words(state: MirrorState, now: datetime) -> str:
    if state.kind is MirrorKind.CONNECTED:
        return _tr("Mirror: connected")
    if state.kind is MirrorKind.CONNECTING:
        return _tr("Mirror: connecting")
    if state.kind is MirrorKind.ELSEWHERE:
        return _tr("Mirror: another run sends")
    if state.kind is MirrorKind.REFUSED:
        return _refusal(state.problem)
    return _wait(state, now)


def _wait(state: MirrorState, now: datetime) -> str:
    left = number_text(seconds_left(state, now) or 0)
    if not state.events:
        return _tr("Mirror: not connected, next try in {seconds} s").format(seconds=left)
    waiting = counted(state.events, _tr("Mirror: {n} event waits"), _tr("Mirror: {n} events wait"))
    return _tr("{waiting}, next try in {seconds} s").format(waiting=waiting, seconds=left)


def _refusal(problem: Problem | None) -> str:
    """What the remote said, or the title of what keeps us from asking it at all."""
    if problem is None:
        return _tr("Mirror: refused")
    if problem.code == _REFUSED_CODE:
        reason = translated_remark(problem.fields["reason"])
        return _tr("Mirror: refused — {reason}").format(reason=reason)
    return problem_texts(problem)[0]


def _more(state: MirrorState, now: datetime) -> Iterator[str]:
    if state.problem is not None:
        yield from problem_texts(state.problem)[1:]
    if state.events:
        words = _tr("{n} event waits to be sent."), _tr("{n} events wait to be sent.")
        yield counted(state.events, *words)
    left = seconds_left(state, now)
    if left is not None:
        yield _tr("The next try is in {seconds} s.").format(seconds=number_text(left))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Mirror", text)
