"""The words of `carmp-desktop gallery`: check, export, profiles."""

from __future__ import annotations

import argparse
from pathlib import Path

from carmp_desktop.arguments_common import add_common, add_json
from carmp_desktop.core.export.words import FULL_SIZE, LANGUAGES, Disclosure


def add_gallery(parser: argparse.ArgumentParser) -> None:
    """The options of `gallery` and of its three actions."""
    add_common(parser)
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    text = "compare the files in the gallery with what is known of them"
    _add_gallery_check(actions.add_parser("check", help=text, description=text))
    text = "write images as files that a marketplace takes, marked as what they are"
    _add_gallery_export(actions.add_parser("export", help=text, description=text))
    text = "list the export profiles there are"
    _add_gallery_profiles(actions.add_parser("profiles", help=text, description=text))


def _add_gallery_check(parser: argparse.ArgumentParser) -> None:
    add_common(parser, top=False)
    parser.add_argument(
        "--repair", action="store_true", help="mend what can be mended; nothing is deleted"
    )
    add_json(parser)


def _add_gallery_export(parser: argparse.ArgumentParser) -> None:
    add_common(parser, top=False)
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--batch", metavar="ID", help="the images of this batch")
    which.add_argument("--car", metavar="NAME", help="the images of this car")
    which.add_argument("--all", action="store_true", help="all images of the gallery")
    parser.add_argument("--approved", action="store_true", help="the approved images alone")
    parser.add_argument(
        "--to",
        type=Path,
        required=True,
        metavar="DIR|FILE.zip",
        help="a folder, or a ZIP file; nothing there is ever replaced",
    )
    parser.add_argument(
        "--profile-name",
        default=FULL_SIZE,
        metavar="KEY",
        help="what is taken there (without: %(default)s); see “gallery profiles”",
    )
    _add_export_choices(parser)
    parser.add_argument("--dry-run", action="store_true", help="tell what would be written")
    add_json(parser)


def _add_export_choices(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--names",
        default="",
        metavar="TEMPLATE",
        help="names with {car} {stock} {angle} {color} {n:02} {date} in them",
    )
    parser.add_argument("--stock", default="", metavar="NUMBER", help="what {stock} stands for")
    parser.add_argument(
        "--disclosure",
        choices=[each.value for each in Disclosure],
        default=Disclosure.FILE.value,
        help="say that the images are made by AI: in a file, on the images too, or not at all",
    )
    parser.add_argument(
        "--language", choices=LANGUAGES, default="en", help="the disclosure's language"
    )
    parser.add_argument(
        "--recolored-main",
        action="store_true",
        help="let an image in another color come first where the profile refuses that",
    )
    parser.add_argument(
        "--enlarge", action="store_true", help="enlarge images that are too small for the profile"
    )


def _add_gallery_profiles(parser: argparse.ArgumentParser) -> None:
    add_common(parser, top=False)
    add_json(parser)
