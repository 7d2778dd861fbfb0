"""The words of `carmp-desktop batch`, and the selection that the window understands too."""

from __future__ import annotations

import argparse
from pathlib import Path

from carmp_desktop.arguments_common import add_common, add_json
from carmp_desktop.core.model import EngineName

_EPILOG = """\
examples:
  carmp-desktop batch photos/ --angle front_3_4 \\
      --color red_metallic --car "BMW 1 M"
  carmp-desktop batch --photo front_3_4=one.jpg \\
      --photo side_90=two.jpg --angle front_3_4 --engine studio
  carmp-desktop batch one.jpg two.jpg --angle side_90 \\
      --color "Nardo gray=#686A6C" --json

“carmp-desktop presets” lists the keys of angles and colors.
Exit codes: 0 all completed, 1 some failed, 2 bad input or
settings, 130 interrupted.
"""


def add_selection(parser: argparse.ArgumentParser, *, photo: str, color: str) -> None:
    """The photos, angles and colors; ``photo`` and ``color`` say what their words may be."""
    several: list[object] = []
    parser.add_argument(
        "--photo", type=Path, metavar="F", help=photo, action="append", default=several
    )
    parser.add_argument(
        "--angle", metavar="K", help="an angle's key", action="append", default=several
    )
    parser.add_argument("--color", metavar="K", help=color, action="append", default=several)


def add_batch(parser: argparse.ArgumentParser) -> None:
    """The options of `batch`; photos may stand alone too, as FILE."""
    parser.usage = "%(prog)s [OPTION]… --photo F… --angle K… [--color K]…"
    parser.epilog = _EPILOG
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    add_selection(
        parser,
        photo="a source photo, or a folder of them; KEY=FILE tells the angle that it shows",
        color="a color's key, or a color of your own as NAME=#RRGGBB",
    )
    parser.add_argument(
        "files", type=Path, nargs="*", metavar="FILE", help="the same as --photo FILE"
    )
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
        help="which engine makes the images; without, the one in the settings",
    )
    parser.add_argument(
        "--events", type=Path, metavar="FILE", help="write each event as a line of JSON"
    )
    add_json(parser)
    add_common(parser)


def _text(words: str) -> str:
    """An argument as text: bytes that are no UTF-8 become the sign for what cannot be read."""
    return words.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
