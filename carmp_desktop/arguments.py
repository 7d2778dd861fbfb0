"""The words of the command line, as `docs/contracts.md` lists them."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Sequence
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path

from carmp_desktop import __version__
from carmp_desktop.arguments_batch import add_batch, add_selection
from carmp_desktop.arguments_common import Parser, add_common, add_json
from carmp_desktop.arguments_gallery import add_gallery
from carmp_desktop.core.paths import Profile

_PROGRAM = "carmp-desktop"
_VERSION = f"{_PROGRAM} {__version__}"
_DESCRIPTION = "Photos of one car in, an angle × color matrix of images out."
_OFTEN_MEANT = {
    "check": "gallery check",
    "export": "gallery export",
    "profiles": "gallery profiles",
    "run": "batch",
    "make": "batch",
    "list": "presets",
}


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Understand the command line, or explain it and exit with code 2.

    ``command`` is None for the window, else the name of a headless command. Photos named alone, as
    FILE, stand in ``photo``, after those of ``--photo``.
    """
    word = _first_word(arguments)
    if word == "help" and not Path(word).exists():
        return parse([*_without(word, arguments), "--help"])
    if word in _COMMANDS and "--version" not in arguments:
        return _parsed(_parser_of(word), _without(word, arguments))
    parser = _parser_of_window()
    if word not in _COMMANDS and (likely := _mistyped(word)):
        parser.error(f"there is no file {word}; did you mean the command {likely}?")
    return _parsed(parser, arguments)


def profile_of(options: argparse.Namespace) -> Profile:
    """The profile that ``--profile`` or CARMP_PROFILE names, else the user's own."""
    root = options.profile or os.environ.get("CARMP_PROFILE")
    return Profile.at(Path(root)) if root else Profile.default()


def wants_debug_mp(options: argparse.Namespace) -> bool:
    """Whether the `[MP]` lines are asked for."""
    return options.debug_mp or os.environ.get("DEBUG_MP", "") not in ("", "0")


def _parsed(parser: argparse.ArgumentParser, arguments: Sequence[str]) -> argparse.Namespace:
    """What the words say; files may stand anywhere where the parser knows of files."""
    if all(action.dest != "files" for action in parser._actions):  # noqa: SLF001 - none public
        return parser.parse_args(arguments)
    options, files = _split_at_dashes(arguments)
    parsed = parser.parse_intermixed_args(options)
    parsed.photo = [*parsed.photo, *parsed.files, *map(Path, files)]
    del parsed.files
    return parsed


def _mistyped(word: str) -> str:
    """The command that was probably meant by a word that is neither one nor a file; else ""."""
    if not word.isalpha() or Path(word).exists():
        return ""
    near = get_close_matches(word, _COMMANDS, n=1, cutoff=0.7)
    return _OFTEN_MEANT.get(word) or next(iter(near), "")


def _first_word(arguments: Sequence[str]) -> str:
    """The first word that is neither an option nor an option's value; "" where there is none."""
    parser = Parser(prog=_PROGRAM, add_help=False, allow_abbrev=False)
    _add_window(parser)
    parser.add_argument("words", nargs="*")
    words = parser.parse_known_intermixed_args(_split_at_dashes(arguments)[0])[0].words
    return str(words[0]) if words else ""


def _without(command: str, arguments: Sequence[str]) -> list[str]:
    """What stands before a command's name, then what stands behind it."""
    places = (at for at, word in enumerate(arguments) if word == command)
    at = next(at for at in places if _first_word(arguments[: at + 1]))
    return [*arguments[:at], *arguments[at + 1 :]]


def _split_at_dashes(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """What stands before a lone ``--`` and what stands behind it, where every word is a file."""
    words = list(arguments)
    at = words.index("--") if "--" in words else len(words)
    return words[:at], words[at + 1 :]


def _parser_of_window() -> Parser:
    parser = Parser(
        prog=_PROGRAM,
        usage="%(prog)s [OPTION]… [FILE]…\n       %(prog)s COMMAND …",
        description=_DESCRIPTION,
        epilog="\n".join(
            ["commands (each has a --help of its own):"]
            + [f"  {name:<21} {text}" for name, (text, _) in _COMMANDS.items()]
        ),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=_VERSION)
    _add_window(parser)
    parser.add_argument(
        "files", type=Path, nargs="*", metavar="FILE", help="a source photo, or a folder of them"
    )
    parser.set_defaults(command=None)
    return parser


def _parser_of(command: str) -> Parser:
    text, add_options = _COMMANDS[command]
    parser = Parser(prog=f"{_PROGRAM} {command}", description=f"{text[0].upper()}{text[1:]}.")
    add_options(parser)
    parser.set_defaults(command=command)
    return parser


def _add_window(parser: argparse.ArgumentParser) -> None:
    """The options of the window."""
    add_common(parser)
    add_selection(parser, photo="a source photo", color="a color's key")
    parser.add_argument(
        "--demo", action="store_true", help="load sample photos and make images on this computer"
    )
    parser.add_argument("--generate", action="store_true", help="press the button at once")
    parser.add_argument(
        "--screenshot", type=Path, metavar="FILE", help="save a picture of the window, then go on"
    )
    parser.add_argument(
        "--quit-when-done", action="store_true", help="leave when every batch has ended"
    )


def _add_resume(parser: argparse.ArgumentParser) -> None:
    add_json(parser)
    add_common(parser)


def _add_retry(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "batch", nargs="?", default="", metavar="BATCH", help="a batch's id; the newest without"
    )
    add_json(parser)
    add_common(parser)


def _add_ledger(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--month", type=_month, metavar="YYYY-MM", help="this month alone")
    parser.add_argument(
        "--csv", type=Path, metavar="FILE", help="write a table for spreadsheets to this file"
    )
    add_common(parser)


def _month(text: str) -> str:
    """A month as the ledger names it."""
    try:
        return datetime.strptime(text, "%Y-%m").strftime("%Y-%m")  # noqa: DTZ007 - a month alone
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text} is no month, as 2026-11 is one") from error


_COMMANDS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "batch": ("make a batch without a window", add_batch),
    "resume": ("finish what was interrupted", _add_resume),
    "retry": ("make what failed or was canceled again", _add_retry),
    "gallery": ("check the gallery's files, or export images from it", add_gallery),
    "ledger": ("what every batch has cost, month by month", _add_ledger),
    "presets": ("what the sheets say, and what is wrong in them", add_common),
}
"""Every headless command: its line in the help, and what adds its options."""
