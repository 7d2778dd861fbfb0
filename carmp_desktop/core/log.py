"""The log: rotating files in the profile, `[MP]` lines where asked for, and never a secret.

`[MP]` lines (logger ``carmp.mp``) tell one batch's way in words that others parse; they are
written only with ``DEBUG_MP=1`` or ``--debug-mp``, to the log file and to stderr.
"""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any

from carmp_desktop.core import crash_report
from carmp_desktop.core.events import Event

LOG = logging.getLogger("carmp")
MP = logging.getLogger("carmp.mp")

_LOG_BYTES = 2_000_000
_LOG_FILES = 5
_EXCERPT = 120
_HIDDEN = "[token]"
_SECRETS: set[str] = set()
"""Every secret this process has known; one that was replaced may still be in a late traceback."""


class Redacting(logging.Formatter):
    """Formats a record and takes every known secret out of the text, tracebacks included.

    ``secret`` gives one that may change at any time, or ""; the others are those of `hide`.
    """

    def __init__(self, pattern: str, secret: Callable[[], str]) -> None:
        super().__init__(pattern)
        self._secret = secret

    def format(self, record: logging.LogRecord) -> str:
        """The record as text, with all tokens hidden."""
        text = super().format(record)
        hide(self._secret())
        for secret in sorted(_SECRETS, key=len, reverse=True):  # one may begin like another
            text = text.replace(secret, _HIDDEN)
        return text


class _LogFile(RotatingFileHandler):
    """Stays silent where the disk is full: the program's own words on it are elsewhere."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the library's
        """Drop the record."""


def set_up(path: Path, *, debug_mp: bool, secret: Callable[[], str]) -> Callable[[], None]:
    """Write the log to ``path``; with ``debug_mp`` the `[MP]` lines too, also to stderr.

    ``secret`` gives Replicate's token in force, or ""; what `hide` was given stays out as well. A
    fault that ends the process leaves its report in ``crash.log`` beside it. The answer takes all
    of that down again.
    """
    file = _LogFile(path, maxBytes=_LOG_BYTES, backupCount=_LOG_FILES, encoding="utf-8", delay=True)
    file.setFormatter(Redacting("%(asctime)s %(levelname)s %(name)s %(message)s", secret))
    LOG.setLevel(logging.INFO)
    LOG.propagate = False
    MP.setLevel(logging.DEBUG if debug_mp else logging.CRITICAL)
    handlers: list[tuple[logging.Logger, logging.Handler]] = [(LOG, file)]
    if debug_mp:
        terminal = logging.StreamHandler(sys.stderr)
        terminal.setFormatter(Redacting("%(message)s", secret))
        handlers.append((MP, terminal))
    for logger, handler in handlers:
        logger.addHandler(handler)
    forget_crashes = crash_report.keep(path.with_name("crash.log"))

    def take_down() -> None:
        forget_crashes()
        for logger, handler in handlers:
            logger.removeHandler(handler)
            handler.close()

    return take_down


def hide(secret: str) -> None:
    """Let no log of this process say ``secret`` from now on; an empty one is none."""
    if secret:
        _SECRETS.add(secret)


def mp(words: str, /, **facts: object) -> None:
    """Write one `[MP]` line: the words, then the facts as a JSON object where there are any."""
    if MP.isEnabledFor(logging.DEBUG):
        MP.debug("[MP] %s%s", words, f" {_json(facts)}" if facts else "")


def mp_pushed(event: Event) -> None:
    """Write the `[MP]` line of an event that the core sends out."""
    if MP.isEnabledFor(logging.DEBUG):
        mp(f"push {event.name} {_json(event.to_payload())}")


def mp_received(event: Event) -> None:
    """Write the `[MP]` line of an event that has reached the window or the command line."""
    if MP.isEnabledFor(logging.DEBUG):
        keys = ",".join(event.to_payload())
        mp(f"ws-message {event.name} batch={event.batch_id} payloadKeys={{{keys}}}")


def excerpt(prompt: str) -> str:
    """The beginning of a prompt on one line, for the log."""
    line = " ".join(prompt.split())
    return line if len(line) <= _EXCERPT else f"{line[: _EXCERPT - 1]}…"


def _json(facts: dict[str, Any]) -> str:
    return json.dumps(facts, ensure_ascii=False, default=str)
