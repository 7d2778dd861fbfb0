"""Pictures of every page and state of the program, made by driving its real window.

    python3 packaging/dev.py screenshots [--language en] [--scheme light] [--scale 1] [--to DIR]

Each look (a language, a scheme, a scale) is drawn by a process of its own, without a screen. The
images are the program's own samples, made by the studio engine; the states that only a paid
service has are shown with the tests' stand-in on loopback. Pictures are WebP, one folder a look.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from itertools import product
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

LANGUAGES = ("en", "es", "pt_BR")
SCHEMES = ("light", "dark")
SCALES = (1, 2)
SIZE = (1440, 900)
HOME = "/home/ana"  # what a picture tells of a folder is nobody's own


def main(arguments: Sequence[str]) -> int:
    """Draw the looks that are asked for, all of them where none is named."""
    options = parse(arguments)
    if options.one:
        draw(options.language[0], options.scheme[0], options.to)
        return 0
    looks = list(product(options.language, options.scheme, options.scale))
    return max(draw_in_a_process(*look, options.to) for look in looks)


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Understand the command line."""
    parser = argparse.ArgumentParser(prog="dev.py screenshots", description=__doc__)
    parser.add_argument("--language", nargs="+", default=LANGUAGES, choices=LANGUAGES)
    parser.add_argument("--scheme", nargs="+", default=SCHEMES, choices=SCHEMES)
    parser.add_argument("--scale", nargs="+", type=int, default=SCALES, choices=SCALES)
    parser.add_argument("--to", type=Path, default=ROOT / "docs" / "screenshots")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args(arguments)


def draw_in_a_process(language: str, scheme: str, scale: int, folder: Path) -> int:
    """One look, its scale set before Qt begins."""
    to = folder / f"{language}-{scheme}-{scale}00"
    to.mkdir(parents=True, exist_ok=True)
    environment = {
        **os.environ,
        "HOME": HOME,
        "QT_QPA_PLATFORM": "offscreen",
        "QT_SCALE_FACTOR": str(scale),
    }
    words = ["--one", "--language", language, "--scheme", scheme, "--to", str(to)]
    code = subprocess.run([sys.executable, __file__, *words], env=environment, check=False)
    print(f"{to.name}: {len(list(to.glob('*.webp')))} pictures")
    return code.returncode


def draw(language: str, scheme: str, folder: Path) -> None:
    """Draw every picture of one look into ``folder``."""
    from window_album import draw_album  # loads Qt, which reads the scale

    draw_album(language, scheme, folder)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
