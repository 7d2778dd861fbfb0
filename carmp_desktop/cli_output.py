"""How the command line speaks: answers on stdout, everything on the way there on stderr."""

from __future__ import annotations

import io
import json
import os
import sys
from typing import Any

from carmp_desktop.core.problems import Failure, Problem


def prepare() -> None:
    """Let every text be printed, whatever the terminal can show; call once, before anything."""
    if sys.stderr is None:
        # Closed by who started the program: nobody listens.
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - for good
    if isinstance(sys.stdout, io.TextIOWrapper):
        # As stderr does from the start. In JSON this is the escape of such a letter.
        sys.stdout.reconfigure(errors="backslashreplace")


def tell(text: str) -> None:
    """Print an answer. A reader who has left early, as ``head`` does, is nobody's mistake.

    Raises `Failure` where it cannot be written.
    """
    try:
        print(text, flush=True)
    except BrokenPipeError:
        _give_up_stdout()
    except OSError as error:
        _give_up_stdout()
        raise Failure(_unwritable(error)) from error


def tell_json(said: dict[str, Any]) -> None:
    """Print the one object of ``--json``."""
    tell(json.dumps(said, ensure_ascii=False, indent=2))


def remark(text: object) -> None:
    """Say something on the way, as one line on stderr."""
    print(f"carmp-desktop: {text}", file=sys.stderr)


def _give_up_stdout() -> None:
    """Let what is still to be written go nowhere, or the program's end would complain of it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _unwritable(error: OSError) -> Problem:
    return Problem(
        code="output_unwritable",
        title="Output not written",
        sentence="The answer cannot be written: {error}.",
        action="What was done stands all the same.",
        fields={"error": error.strerror or str(error)},
    )
