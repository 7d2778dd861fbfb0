"""The program's own typeface for what is written into pictures: burned words, contact sheets."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import fontpkg_inter  # type: ignore[import-untyped] # it ships no type information
from PIL import ImageFont

Font = ImageFont.FreeTypeFont

_UPRIGHT = "Inter[[]opsz,wght].ttf"
_SMALLEST, _LARGEST = 14, 32  # of the optical size, in points
REGULAR, STRONG = 400, 600


@cache
def font(size: int, weight: int = REGULAR) -> Font:
    """The typeface in a size of pixels and a weight of 100 to 900."""
    file = next(Path(fontpkg_inter.ROOT).rglob(_UPRIGHT))
    made = ImageFont.truetype(file, size)
    made.set_variation_by_axes([min(max(size, _SMALLEST), _LARGEST), weight])
    return made


def shortened(text: str, made: Font, room: float) -> str:
    """The text, cut to so many pixels with an ellipsis where it is longer."""
    if made.getlength(text) <= room:
        return text
    kept = text
    while kept and made.getlength(f"{kept}…") > room:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def lines(text: str, made: Font, room: float) -> list[str]:
    """The text in lines of at most so many pixels; a single longer word stays whole."""
    found: list[str] = []
    for word in text.split():
        if found and made.getlength(f"{found[-1]} {word}") <= room:
            found[-1] += f" {word}"
        else:
            found.append(word)
    return found
