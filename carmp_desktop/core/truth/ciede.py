"""The CIEDE2000 difference of two colors in CIELAB, the measure of the trade for paint.

Source: Sharma, Wu, Dalal, "The CIEDE2000 Color-Difference Formula: Implementation Notes,
Supplementary Test Data, and Mathematical Observations" (2005). Equation numbers are theirs.
"""

from __future__ import annotations

from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt
from typing import NamedTuple

_FAR_CHROMA = 25.0**7


class Lab(NamedTuple):
    """A color in CIELAB under D65: lightness 0 to 100, the two others about -110 to 110."""

    lightness: float
    a: float
    b: float


def difference(one: Lab, other: Lab) -> float:
    """ΔE00, all parametric factors 1: below 1 hardly seen, above 10 another color to anybody."""
    grow = 1 + 0.5 * (1 - _saturation((hypot(one.a, one.b) + hypot(other.a, other.b)) / 2))  # (4)
    chroma_1, hue_1 = _polar(one.a * grow, one.b)
    chroma_2, hue_2 = _polar(other.a * grow, other.b)
    turn = _turn(hue_1, hue_2) if chroma_1 * chroma_2 else 0.0
    d_lightness = other.lightness - one.lightness
    d_chroma = chroma_2 - chroma_1
    d_hue = 2 * sqrt(chroma_1 * chroma_2) * sin(radians(turn / 2))  # (11)

    lightness = (one.lightness + other.lightness) / 2
    chroma = (chroma_1 + chroma_2) / 2
    hue = hue_1 + turn / 2 if chroma_1 * chroma_2 else hue_1 + hue_2  # (14)
    lightness_weight = 1 + 0.015 * (lightness - 50) ** 2 / sqrt(20 + (lightness - 50) ** 2)
    chroma_weight = 1 + 0.045 * chroma
    hue_weight = 1 + 0.015 * chroma * _hue_part(hue)
    lightness_term = d_lightness / lightness_weight
    chroma_term, hue_term = d_chroma / chroma_weight, d_hue / hue_weight
    square = lightness_term**2 + chroma_term**2 + hue_term**2
    return sqrt(square + _rotation(chroma, hue) * chroma_term * hue_term)  # (22)


def _polar(a: float, b: float) -> tuple[float, float]:
    return hypot(a, b), degrees(atan2(b, a)) % 360


def _turn(hue: float, other: float) -> float:
    """The shorter way from one hue to the other (10); half a turn keeps its sign."""
    turn = other - hue
    return turn if abs(turn) <= 180 else turn - 360 if turn > 0 else turn + 360


def _saturation(chroma: float) -> float:
    return sqrt(chroma**7 / (chroma**7 + _FAR_CHROMA))


def _hue_part(hue: float) -> float:
    return (  # (15)
        1
        - 0.17 * cos(radians(hue - 30))
        + 0.24 * cos(radians(2 * hue))
        + 0.32 * cos(radians(3 * hue + 6))
        - 0.20 * cos(radians(4 * hue - 63))
    )


def _rotation(chroma: float, hue: float) -> float:
    """What corrects the formula among the blues (16 to 21)."""
    turn = 60 * exp(-(((hue % 360 - 275) / 25) ** 2))
    return -2 * _saturation(chroma) * sin(radians(turn))
