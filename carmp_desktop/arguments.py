"""The words of the command line, as `docs/contracts.md` lists them."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Sequence
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path

from carmp_desktop import __version__
from carmp_desktop.arguments_common import add_common
from carmp_desktop.arguments_gallery import add_gallery
from carmp_desktop.core.model import EngineName
from carmp_desktop.core.paths import Profile

_PROGRAM = "carmp-desktop"
_VERSION = f"{_PROGRAM} {__version__}"
_DESCRIPTION = "Photos of one car in, an angle × color matrix of images out."


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Understand the command line, or explain it and exit with code 2.

    ``command`` is None for the window, else the name of a headless command. Files named for the
    window stand in ``photo``, after those of ``--photo``.
    """
    word = _first_word(arguments)
    if word in _COMMANDS:
        return _parser_of_commands().parse_args(arguments)
    if likely := _mistyped(word):
        _parser_of_window().error(f"there is no file {word}; did you mean the command {likely}?")
    options, files = _split_at_dashes(arguments)
    parsed = _parser_of_window().parse_intermixed_args(options)
    parsed.photo = [*parsed.photo, *parsed.files, *map(Path, files)]
    del parsed.files
    return parsed


def profile_of(options: argparse.Namespace) -> Profile:
    """The profile that ``--profile`` or CARMP_PROFILE names, else the user's own."""
    root = options.profile or os.environ.get("CARMP_PROFILE")
    return Profile.at(Path(root)) if root else Profile.default()


def wants_debug_mp(options: argparse.Namespace) -> bool:
    """Whether the `[MP]` lines are asked for."""
    return options.debug_mp or os.environ.get("DEBUG_MP", "") not in ("", "0")


def _text(words: str) -> str:
    """An argument as text: bytes that are no UTF-8 become the sign for what cannot be read."""
    return words.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _mistyped(word: str) -> str:
    """The command that was probably meant by a word that is neither one nor a file; else ""."""
    if not word.isalpha() or Path(word).exists():
        return ""
    return next(iter(get_close_matches(word, _COMMANDS, n=1, cutoff=0.7)), "")


def _first_word(arguments: Sequence[str]) -> str:
    """The first word that is neither an option nor an option's value; "" where there is none."""
    parser = argparse.ArgumentParser(prog=_PROGRAM, add_help=False, allow_abbrev=False)
    _add_window(parser)
    parser.add_argument("words", nargs="*")
    words = parser.parse_known_intermixed_args(_split_at_dashes(arguments)[0])[0].words
    return str(words[0]) if words else ""


def _split_at_dashes(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """What stands before a lone ``--`` and what stands behind it, where every word is a file."""
    words = list(arguments)
    at = words.index("--") if "--" in words else len(words)
    return words[:at], words[at + 1 :]


def _parser_of_window() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
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


def _parser_of_commands() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=_PROGRAM, description=_DESCRIPTION)
    parser.add_argument("--version", action="version", version=_VERSION)
    _add_window(parser)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for name, (text, add_options) in _COMMANDS.items():
        add_options(commands.add_parser(name, help=text))
    return parser


def _add_window(parser: argparse.ArgumentParser) -> None:
    """Options of the window; those of all commands may stand among them."""
    add_common(parser, top=True)
    _add_selection(parser)
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


def _add_selection(parser: argparse.ArgumentParser) -> None:
    several: list[object] = []
    parser.add_argument(
        "--photo", type=Path, metavar="F", help="a source photo", action="append", default=several
    )
    parser.add_argument(
        "--angle", metavar="K", help="an angle's key", action="append", default=several
    )
    parser.add_argument(
        "--color", metavar="K", help="a color's key", action="append", default=several
    )


def _add_batch(parser: argparse.ArgumentParser) -> None:
    add_common(parser, top=False)
    _add_selection(parser)
    parser.add_argument(
        "--no-auto-colorize",
        dest="auto_colorize",
        action="store_false",
        help="make the angles alone",
    )
    parser.add_argument(
        "--car", default="", type=_text, metavar="NAME", help="make and model, or stock number"
    )
    parser.add_argument(
        "--instructions",
        default="",
        type=_text,
        metavar="TEXT",
        help="added to every prompt of the batch",
    )
    parser.add_argument(
        "--engine",
        choices=[engine.value for engine in EngineName],
        help="which engine makes the images",
    )
    parser.add_argument(
        "--events", type=Path, metavar="FILE", help="write each event as a line of JSON"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object at the end")


def _add_presets(parser: argparse.ArgumentParser) -> None:
    add_common(parser, top=False)


def _add_resume(parser: argparse.ArgumentParser) -> None:
    add_common(parser, top=False)
    parser.add_argument("--json", action="store_true", help="print one JSON object at the end")


def _add_retry(parser: argparse.ArgumentParser) -> None:
    add_common(parser, top=False)
    parser.add_argument(
        "batch", nargs="?", default="", metavar="BATCH", help="a batch's id; the newest without"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object at the end")


def _add_ledger(parser: argparse.ArgumentParser) -> None:
    add_common(parser, top=False)
    parser.add_argument("--month", type=_month, metavar="YYYY-MM", help="this month alone")
    parser.add_argument(
        "--csv", type=Path, metavar="FILE", help="write a table for spreadsheets to this file"
    )


def _month(text: str) -> str:
    """A month as the ledger names it."""
    try:
        return datetime.strptime(text, "%Y-%m").strftime("%Y-%m")  # noqa: DTZ007 - a month alone
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text} is no month, as 2026-11 is one") from error


_COMMANDS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "batch": ("make a batch without a window", _add_batch),
    "resume": ("finish what was interrupted", _add_resume),
    "retry": ("make what failed or was canceled again", _add_retry),
    "gallery": ("check the gallery's files, or export images from it", add_gallery),
    "ledger": ("what every batch has cost, month by month", _add_ledger),
    "presets": ("what the sheets say, and what is wrong in them", _add_presets),
}
"""Every headless command: its line in the help, and what adds its options."""
