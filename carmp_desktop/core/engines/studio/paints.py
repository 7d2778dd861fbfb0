"""What a color preset's text asks for: ``Red #C00000 (metallic)`` as lightness, chroma and hue.

A hex code decides where there is one. Without it, the words are looked up among names of car
paints; the finish (solid, metallic, pearlescent, matte, satin) is read from the words either way.
Light on this module: it is imported where no picture is made.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from enum import StrEnum


class Finish(StrEnum):
    """How the paint throws light back."""

    SOLID = "solid"
    METALLIC = "metallic"
    PEARL = "pearl"
    SATIN = "satin"
    MATTE = "matte"


@dataclass(frozen=True, slots=True)
class PaintTarget:
    """A paint in OKLab: lightness 0 to 1, chroma 0 to about 0.33, hue in degrees."""

    lightness: float
    chroma: float
    hue: float
    finish: Finish = Finish.SOLID

    @property
    def is_black(self) -> bool:
        """So dark that only its reflections show the shape."""
        return self.lightness < 0.28


_HEX = re.compile(r"#([0-9a-fA-F]{6}|[0-9a-fA-F]{3})(?![0-9a-fA-F])")
_WORD = re.compile(r"[a-z]+")

_FINISHES: dict[str, Finish] = {
    "solid": Finish.SOLID,
    "gloss": Finish.SOLID,
    "glossy": Finish.SOLID,
    "metallic": Finish.METALLIC,
    "metal": Finish.METALLIC,
    "mica": Finish.METALLIC,
    "flake": Finish.METALLIC,
    "pearl": Finish.PEARL,
    "pearlescent": Finish.PEARL,
    "tricoat": Finish.PEARL,
    "satin": Finish.SATIN,
    "silk": Finish.SATIN,
    "matte": Finish.MATTE,
    "matt": Finish.MATTE,
    "mat": Finish.MATTE,
    "flat": Finish.MATTE,
    "frozen": Finish.MATTE,
}

# Paint as it shows in daylight, not the pure color of the word. Longer names win.
_NAMES: dict[str, str] = {
    "white": "#EEEEEA",
    "alpine white": "#F0F1F1",
    "ivory": "#EDE6D3",
    "cream": "#E8DFC6",
    "champagne": "#C9B995",
    "beige": "#C6B493",
    "sand": "#BCA67E",
    "silver": "#AEB2B6",
    "grey": "#6E7378",
    "gray": "#6E7378",
    "light grey": "#9A9FA4",
    "light gray": "#9A9FA4",
    "dark grey": "#45494E",
    "dark gray": "#45494E",
    "nardo": "#7E8384",
    "anthracite": "#3B3F44",
    "graphite": "#45484C",
    "gunmetal": "#4A5056",
    "charcoal": "#3D4043",
    "titanium": "#85827C",
    "black": "#0E0F11",
    "red": "#B5121B",
    "dark red": "#7A0E16",
    "cherry": "#7D0F1C",
    "burgundy": "#5E1423",
    "maroon": "#5B1A22",
    "wine": "#5A1424",
    "crimson": "#9C1022",
    "ruby": "#8A1027",
    "coral": "#E0644F",
    "orange": "#E2661A",
    "copper": "#A6582F",
    "bronze": "#7E5A37",
    "brown": "#54392B",
    "chocolate": "#42291F",
    "tan": "#A98A62",
    "gold": "#B4924A",
    "yellow": "#F0C419",
    "lime": "#9CC32B",
    "green": "#1F6B3E",
    "light green": "#7DB87B",
    "dark green": "#16402B",
    "british racing green": "#123B2A",
    "olive": "#5C5F36",
    "mint": "#A3D1BB",
    "teal": "#14686B",
    "turquoise": "#1F9EA0",
    "cyan": "#1E9DC4",
    "blue": "#1F4E9E",
    "light blue": "#7FAAD2",
    "baby blue": "#A6C8E2",
    "sky blue": "#6FAEDC",
    "dark blue": "#17274E",
    "navy": "#16233F",
    "midnight blue": "#141F3B",
    "royal blue": "#1F3FA0",
    "indigo": "#2F2C73",
    "purple": "#52296B",
    "violet": "#5B3A8C",
    "lavender": "#A79CC9",
    "magenta": "#A8175F",
    "pink": "#E090AE",
}

_LIGHTEST, _DARKEST = 0.93, 0.16


def read_paint(prompt_value: str) -> PaintTarget | None:
    """The paint a preset's text asks for, or None where it names none that is known."""
    code = _HEX.search(prompt_value)
    words = _WORD.findall(prompt_value.lower())
    value = f"#{code.group(1)}" if code else _named(words)
    if value is None:
        return None
    lightness, chroma, hue = _oklch(value)
    lightness = min(max(lightness, _DARKEST), _LIGHTEST)
    return PaintTarget(lightness, chroma, hue, finish_of(words))


def finish_of(words: list[str]) -> Finish:
    """The finish the words name, the dullest first; solid where they name none."""
    named = {_FINISHES[word] for word in words if word in _FINISHES}
    dullest_first = (Finish.MATTE, Finish.SATIN, Finish.PEARL, Finish.METALLIC)
    return next((finish for finish in dullest_first if finish in named), Finish.SOLID)


def _named(words: list[str]) -> str | None:
    for length in (3, 2, 1):
        for start in range(len(words) - length + 1):
            name = " ".join(words[start : start + length])
            if name in _NAMES:
                return _NAMES[name]
    return None


def _oklch(value: str) -> tuple[float, float, float]:
    """A hex color in OKLab's polar form; the matrices are Ottosson's, as in `oklab`."""
    digits = value[1:]
    pairs = [digit * 2 for digit in digits] if len(digits) == 3 else re.findall("..", digits)
    red, green, blue = (_linear(int(pair, 16) / 255) for pair in pairs)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    return lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360


def _linear(encoded: float) -> float:
    return encoded / 12.92 if encoded <= 0.04045 else ((encoded + 0.055) / 1.055) ** 2.4
