"""Draws a car whose outline and painted parts are known to the pixel.

A side view in a yard: body with a gradient and a band of mirrored light, windows, wheels, lamps, a
handle, a shadow on the ground. Real enough for the network to see a car in it.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from carmp_desktop.core.engines.studio import oklab
from carmp_desktop.core.engines.studio.arrays import Bytes, Flags

WIDTH, HEIGHT = 1200, 800
_FINE = 4

_BODY = [
    (150, 520), (146, 470), (160, 430), (200, 405), (290, 390), (360, 380), (430, 320),
    (500, 282), (590, 268), (700, 270), (780, 290), (860, 345), (905, 378), (990, 392),
    (1045, 415), (1068, 450), (1072, 500), (1060, 540), (1030, 556), (180, 556),
]  # fmt: skip
_GLASS = [
    [(396, 380), (455, 325), (515, 294), (600, 284), (612, 380)],
    [(632, 380), (624, 284), (700, 287), (768, 306), (835, 358), (852, 380)],
]
_WHEELS = [(310, 540), (900, 540)]
_TIRE, _RIM, _ARCH = 76, 50, 86


@dataclass(frozen=True)
class Drawn:
    """The picture (``800×1200×3``), and masks of the whole car and of its paint."""

    rgb: Bytes
    car: Flags
    paint: Flags


def draw_car(color: tuple[int, int, int], *, left: int = 0) -> Drawn:
    """A car of this color (sRGB), moved ``left`` pixels out of the middle."""
    body = _polygon(_curved(_BODY), left)
    arches = _discs(_ARCH, left) & body
    tires, rims = _discs(_TIRE, left), _discs(_RIM, left)
    glass = np.logical_or.reduce([_polygon(each, left) for each in _GLASS])
    lamps = _polygon([(1010, 420), (1066, 450), (1060, 470), (1000, 450)], left)
    lamps |= _polygon([(150, 440), (190, 430), (190, 470), (148, 480)], left)
    trim = _polygon([(600, 284), (612, 380), (632, 380), (624, 284)], left)
    picture = _yard(left)
    layers = [
        (body, _painted(color)),
        (arches, _plain(18, 18, 20)),
        (glass, _glassy()),
        (lamps, _plain(225, 220, 205)),
        (trim, _plain(22, 22, 24)),
        (tires, _plain(26, 26, 28)),
        (rims, _spokes(left)),
    ]
    for mask, fill in layers:
        share = _share(mask)[..., np.newaxis]
        picture = picture + (fill - picture) * share
    car = body | tires
    paint = body & ~(arches | glass | lamps | trim | tires)
    rgb = np.clip(np.rint(cv2.GaussianBlur(picture, (0, 0), 0.6)), 0, 255).astype(np.uint8)
    return Drawn(rgb, _share(car) > 0.5, _share(paint) > 0.5)


def _curved(corners: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Corners cut twice (Chaikin), so that the outline has a car's soft bends."""
    line = np.array(corners, float)
    for _ in range(3):
        ahead = np.roll(line, -1, axis=0)
        line = np.stack([0.75 * line + 0.25 * ahead, 0.25 * line + 0.75 * ahead], 1).reshape(-1, 2)
    return [(float(x), float(y)) for x, y in line]


def _polygon(corners: list[tuple[float, float]], left: int) -> Flags:
    canvas = np.zeros((HEIGHT * _FINE, WIDTH * _FINE), np.uint8)
    points = np.rint((np.array(corners) - (left, 0)) * _FINE).astype(np.int32)
    cv2.fillPoly(canvas, [points], 1)
    return canvas > 0


def _discs(radius: int, left: int) -> Flags:
    canvas = np.zeros((HEIGHT * _FINE, WIDTH * _FINE), np.uint8)
    for x, y in _WHEELS:
        cv2.circle(canvas, ((x - left) * _FINE, y * _FINE), radius * _FINE, 1, cv2.FILLED)
    return canvas > 0


def _share(mask: Flags) -> np.ndarray:
    return cv2.resize(mask.astype(np.float32), (WIDTH, HEIGHT), interpolation=cv2.INTER_AREA)


def _plain(red: int, green: int, blue: int) -> np.ndarray:
    return np.full((HEIGHT, WIDTH, 3), (red, green, blue), np.float32)


def _painted(color: tuple[int, int, int]) -> np.ndarray:
    """The color in light from above: darker toward the sill, one band of sky at the shoulder."""
    lab = oklab.from_srgb(np.full((HEIGHT, WIDTH, 3), color, np.uint8))
    rows = np.linspace(0, HEIGHT - 1, HEIGHT, dtype=np.float32)[:, np.newaxis]
    shade = np.interp(rows, [260, 420, 480, 560], [1.06, 1.02, 0.98, 0.72]).astype(np.float32)
    lab *= shade[..., np.newaxis]
    shine = 0.5 * np.exp(-(((rows - 408) / 7) ** 2))[..., np.newaxis]
    lab += (np.array([0.97, 0, 0], np.float32) - lab) * shine
    return oklab.to_srgb(lab.astype(np.float32)).astype(np.float32)


def _glassy() -> np.ndarray:
    rows = np.linspace(0, 1, HEIGHT, dtype=np.float32)[:, np.newaxis, np.newaxis]
    return np.broadcast_to(_plain(52, 60, 68) - rows * 50, (HEIGHT, WIDTH, 3)).copy()


def _spokes(left: int) -> np.ndarray:
    picture = _plain(60, 62, 64)
    for x, y in _WHEELS:
        for angle in np.arange(0, 2 * np.pi, np.pi / 5):
            tip = (round(x - left + 48 * np.cos(angle)), round(y + 48 * np.sin(angle)))
            cv2.line(picture, (x - left, y), tip, (196, 198, 200), 9)
    return picture


def _yard(left: int) -> np.ndarray:
    """A pale wall with faint bricks, a floor, and the car's shadow on it."""
    noise = np.random.default_rng(3).normal(0, 5, (HEIGHT, WIDTH, 1)).astype(np.float32)
    picture = _plain(168, 172, 160) + noise
    picture[::40] -= 12
    picture[470:] = _plain(118, 116, 112)[470:] + noise[470:] * 1.5
    shadow = np.zeros((HEIGHT, WIDTH), np.float32)
    cv2.ellipse(shadow, (610 - left, 612), (450, 16), 0, 0, 360, 1, cv2.FILLED)
    darkness = cv2.GaussianBlur(shadow, (0, 0), 9)[..., np.newaxis]
    return picture * (1 - 0.6 * darkness)
