"""The CIEDE2000 color difference of two sRGB colors, to measure how near a repaint comes.

Source: Sharma, Wu, Dalal, "The CIEDE2000 Color-Difference Formula" (2005).
"""

from __future__ import annotations

from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

import cv2
import numpy as np


def difference(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """ΔE00 between two sRGB colors (0 to 255); below 1 is hardly seen, above 10 plain."""
    (l1, a1, b1), (l2, a2, b2) = _lab(one), _lab(other)
    mean = (hypot(a1, b1) + hypot(a2, b2)) / 2
    grow = 0.5 * (1 - sqrt(mean**7 / (mean**7 + 25**7)))
    a1, a2 = a1 * (1 + grow), a2 * (1 + grow)
    c1, c2 = hypot(a1, b1), hypot(a2, b2)
    h1, h2 = degrees(atan2(b1, a1)) % 360, degrees(atan2(b2, a2)) % 360
    turn = 0.0 if c1 * c2 == 0 else (h2 - h1 + 180) % 360 - 180
    delta_h = 2 * sqrt(c1 * c2) * sin(radians(turn / 2))
    h = h1 + h2 if c1 * c2 == 0 else h1 + turn / 2
    lightness, c = (l1 + l2) / 2, (c1 + c2) / 2
    t = 1 - 0.17 * cos(radians(h - 30)) + 0.24 * cos(radians(2 * h))
    t += 0.32 * cos(radians(3 * h + 6)) - 0.20 * cos(radians(4 * h - 63))
    s_l = 1 + 0.015 * (lightness - 50) ** 2 / sqrt(20 + (lightness - 50) ** 2)
    s_c, s_h = 1 + 0.045 * c, 1 + 0.015 * c * t
    rotation = -2 * sqrt(c**7 / (c**7 + 25**7))
    rotation *= sin(radians(60 * exp(-((((h % 360) - 275) / 25) ** 2))))
    dl, dc, dh = (l2 - l1) / s_l, (c2 - c1) / s_c, delta_h / s_h
    return sqrt(dl * dl + dc * dc + dh * dh + rotation * dc * dh)


def _lab(color: tuple[int, int, int]) -> tuple[float, float, float]:
    pixel = np.array([[color]], np.float32) / 255
    lightness, a, b = cv2.cvtColor(pixel, cv2.COLOR_RGB2LAB)[0, 0].tolist()
    return lightness, a, b
