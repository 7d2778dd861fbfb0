"""The words of the command line, as `docs/contracts.md` lists them."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

from carmp_desktop import __version__
from carmp_desktop.core.model import EngineName
from carmp_desktop.core.paths import Profile


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Understand the command line, or explain it and exit with code 2.

    ``command`` is None for the window, else the name of a headless command.
    """
    parser = argparse.ArgumentParser(
        prog="carmp-desktop",
        description="Photos of one car in, an angle × color matrix of images out.",
    )
    parser.add_argument("--version", action="version", version=f"carmp-desktop {__version__}")
    _add_common(parser, top=True)
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
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    _add_batch(commands.add_parser("batch", help="make a batch without a window"))
    presets = commands.add_parser("presets", help="what the sheets say, and what is wrong in them")
    _add_common(presets, top=False)
    return parser.parse_args(arguments)


def profile_of(options: argparse.Namespace) -> Profile:
    """The profile that ``--profile`` or CARMP_PROFILE names, else the user's own."""
    root = options.profile or os.environ.get("CARMP_PROFILE")
    return Profile.at(Path(root)) if root else Profile.default()


def wants_debug_mp(options: argparse.Namespace) -> bool:
    """Whether the `[MP]` lines are asked for."""
    return options.debug_mp or os.environ.get("DEBUG_MP", "") not in ("", "0")


def _add_common(parser: argparse.ArgumentParser, *, top: bool) -> None:
    """Options that are understood before and after the command's name."""
    unset = None if top else argparse.SUPPRESS
    parser.add_argument(
        "--profile",
        type=Path,
        metavar="DIR",
        default=unset,
        help="keep database, gallery, cache, logs and settings in this folder",
    )
    parser.add_argument(
        "--debug-mp",
        action="store_true",
        default=False if top else argparse.SUPPRESS,
        help="write [MP] lines to the log and to stderr",
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
    _add_common(parser, top=False)
    _add_selection(parser)
    parser.add_argument(
        "--no-auto-colorize",
        dest="auto_colorize",
        action="store_false",
        help="make the angles alone",
    )
    parser.add_argument("--car", default="", metavar="NAME", help="make and model, or stock number")
    parser.add_argument(
        "--instructions", default="", metavar="TEXT", help="added to every prompt of the batch"
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
