"""The CIEDE2000 difference of colors in CIELAB, the measure of the trade for paint.

Source: Sharma, Wu, Dalal, "The CIEDE2000 Color-Difference Formula: Implementation Notes,
Supplementary Test Data, and Mathematical Observations" (2005). Equation numbers are theirs.
"""

from __future__ import annotations

import numpy as np

from carmp_desktop.core.truth.views import Floats

_FAR_CHROMA = 25.0**7


def differences(pixels: Floats, color: Floats) -> Floats:
    """ΔE00 between each of ``N×3`` CIELAB colors and another one (``3`` or ``N×3``), ``N``.

    Below 1 it is hardly seen; above 10 anybody would say that the colors are two.
    """
    one, other = pixels, np.atleast_2d(color)
    chromas = np.hypot(one[:, 1], one[:, 2]), np.hypot(other[:, 1], other[:, 2])
    grow = 1 + 0.5 * (1 - _saturation((chromas[0] + chromas[1]) / 2))  # (4)
    chroma_1, hue_1 = _polar(one, grow)
    chroma_2, hue_2 = _polar(other, grow)
    is_gray = chroma_1 * chroma_2 == 0
    turn = np.where(is_gray, 0.0, _turn(hue_1, hue_2))
    d_hue = 2 * np.sqrt(chroma_1 * chroma_2) * np.sin(np.radians(turn / 2))  # (11)

    lightness = (one[:, 0] + other[:, 0]) / 2
    chroma = (chroma_1 + chroma_2) / 2
    hue = np.where(is_gray, hue_1 + hue_2, hue_1 + turn / 2)  # (14)
    off_middle = (lightness - 50) ** 2
    lightness_weight = 1 + 0.015 * off_middle / np.sqrt(20 + off_middle)  # (17)
    lightness_term = (other[:, 0] - one[:, 0]) / lightness_weight
    chroma_term = (chroma_2 - chroma_1) / (1 + 0.045 * chroma)
    hue_term = d_hue / (1 + 0.015 * chroma * _hue_part(hue))
    square = lightness_term**2 + chroma_term**2 + hue_term**2
    return np.asarray(np.sqrt(square + _rotation(chroma, hue) * chroma_term * hue_term))  # (22)


def _polar(lab: Floats, grow: Floats) -> tuple[Floats, Floats]:
    """Chroma and hue in degrees, the green-red axis stretched by ``grow`` (5 to 7)."""
    green_red = lab[:, 1] * grow
    hue = np.degrees(np.arctan2(lab[:, 2], green_red))
    return np.hypot(green_red, lab[:, 2]), np.where(hue < 0, hue + 360, hue)


def _turn(hue: Floats, other: Floats) -> Floats:
    """The shorter way from one hue to the other (10); half a turn keeps its sign."""
    turn = other - hue
    return np.where(np.abs(turn) <= 180, turn, turn - np.copysign(360, turn))


def _saturation(chroma: Floats) -> Floats:
    power = chroma**7
    return np.asarray(np.sqrt(power / (power + _FAR_CHROMA)))


def _hue_part(hue: Floats) -> Floats:
    """How much less a turn of the hue is seen, by hue (15)."""
    return np.asarray(
        1
        - 0.17 * np.cos(np.radians(hue - 30))
        + 0.24 * np.cos(np.radians(2 * hue))
        + 0.32 * np.cos(np.radians(3 * hue + 6))
        - 0.20 * np.cos(np.radians(4 * hue - 63))
    )


def _rotation(chroma: Floats, hue: Floats) -> Floats:
    """What corrects the formula among the blues (16, 19 to 21)."""
    turn = 60 * np.exp(-(((hue % 360 - 275) / 25) ** 2))
    return np.asarray(-2 * _saturation(chroma) * np.sin(np.radians(turn)))
