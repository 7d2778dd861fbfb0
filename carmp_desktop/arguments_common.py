"""What every command's words have in common: the options all understand, and how a slip is told."""

from __future__ import annotations

import argparse
from difflib import get_close_matches
from pathlib import Path
from typing import NoReturn

_UNKNOWN = "unrecognized arguments: "


class Parser(argparse.ArgumentParser):
    """A parser that tells a slip in one line, with what was probably meant and where to read."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, and exit with code 2."""
        near = self._likely(message)
        hint = f" Did you mean {near}?" if near else ""
        end = "" if message.endswith("?") else "."
        self.exit(2, f"{self.prog}: {message}{end}{hint} See “{self.prog} --help”.\n")

    def _likely(self, message: str) -> str:
        """The option that a mistyped one resembles most; "" where there is none."""
        words = message.removeprefix(_UNKNOWN).split()
        word = words[0].partition("=")[0] if words else ""
        if not message.startswith(_UNKNOWN) or not word.startswith("--"):
            return ""
        known = [each for action in self._actions for each in action.option_strings]
        return next(iter(get_close_matches(word, known, n=1, cutoff=0.7)), "")


def add_common(parser: argparse.ArgumentParser, *, top: bool = True) -> None:
    """The options that every command understands; not ``top``: they may have stood before."""
    parser.add_argument(
        "--profile",
        type=Path,
        metavar="DIR",
        default=None if top else argparse.SUPPRESS,
        help="keep database, gallery, cache, logs and settings in this folder",
    )
    parser.add_argument(
        "--debug-mp",
        action="store_true",
        default=False if top else argparse.SUPPRESS,
        help="write [MP] lines to the log and to stderr",
    )


def add_json(parser: argparse.ArgumentParser) -> None:
    """The option of every command whose answer programs read."""
    parser.add_argument("--json", action="store_true", help="print one JSON object at the end")
