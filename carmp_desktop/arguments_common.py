"""The options that every command understands."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_common(parser: argparse.ArgumentParser, *, top: bool) -> None:
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
