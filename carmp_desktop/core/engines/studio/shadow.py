"""What a car does to a studio floor: the line it stands on, its shadow and its reflection.

The line is the lower convex hull of the silhouette. It passes through the points where the tires
touch the floor, so it follows the perspective of a three-quarter view.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from carmp_desktop.core.engines.studio.arrays import Bytes, Floats, Labels

_WIDE_SHADE, _UNDER_SHADE, _CONTACT_SHADE = 0.34, 0.52, 0.42
_UNDER_BLUR, _CONTACT_BLUR = 0.012, 0.0035
_REFLECTION, _REFLECTION_REACH = 0.20, 0.34
_REFLECTION_BLUR = 1.4
_REFLECTION_ENDS = 0.05
_SINK = 1.5
_UNDER_HEIGHT = 0.10


@dataclass(frozen=True, slots=True)
class GroundLine:
    """The line the car stands on, as one ``y`` for each of ``W`` columns, in pixels.

    ``left`` to ``right`` is below the car itself; beside it the line goes on level. ``height`` is
    the car's.
    """

    y: Floats
    left: int
    right: int
    height: int

    @classmethod
    def under(cls, alpha: Bytes) -> GroundLine:
        """The line under the silhouette ``alpha`` (``H×W``, 0 to 255), which must not be empty."""
        solid = (alpha > 127).astype(np.uint8)
        left, _, width, height = cv2.boundingRect(solid)
        columns = np.arange(left, left + width)
        bottom = alpha.shape[0] - 1 - np.argmax(solid[::-1, left : left + width], axis=0)
        corners = _lower_hull(columns, bottom)
        everywhere = np.arange(alpha.shape[1])
        y = np.interp(everywhere, corners[:, 0], corners[:, 1]).astype(np.float32)
        return cls(y=y, left=left, right=left + width, height=height)

    @property
    def top(self) -> int:
        """The first row that lies below the line anywhere."""
        return int(self.y.min())


def _lower_hull(x: Labels, y: Labels) -> Floats:
    """Corners of the hull on the side of growing ``y``, by Andrew's monotone chain."""
    chain: list[tuple[float, float]] = []
    for point in zip(x.tolist(), y.tolist(), strict=True):
        while len(chain) > 1 and _turns_down(chain[-2], chain[-1], point):
            chain.pop()
        chain.append(point)
    return np.array(chain, np.float32)


def _turns_down(
    first: tuple[float, float], middle: tuple[float, float], last: tuple[float, float]
) -> bool:
    ahead = (middle[0] - first[0], middle[1] - first[1])
    beyond = (last[0] - first[0], last[1] - first[1])
    return ahead[0] * beyond[1] - ahead[1] * beyond[0] >= 0


def cast_shadow(alpha: Floats, line: GroundLine) -> Floats:
    """How much the car darkens each pixel of the floor (``H×W``, 0 to 1).

    Three layers: a wide soft pool of shade, the dark below the sills, and the touch of the tires.
    The middle one is what makes the car stand instead of float.
    """
    height, width = alpha.shape
    car_width = line.right - line.left
    rows = np.arange(height, dtype=np.float32)[:, np.newaxis]
    above = line.y[np.newaxis, :] + _SINK - rows
    # What lies high above the line is wall behind a mirror, not floor below a sill.
    low = np.clip(2 - above / (_UNDER_HEIGHT * line.height), 0, 1)
    below = np.clip(above, 0, 1) * low * (1 - alpha)
    inside = np.zeros(width, np.float32)
    inside[line.left : line.right] = 1
    gap = below * _under_the_car(alpha) * inside
    under = cv2.GaussianBlur(gap, (0, 0), car_width * _UNDER_BLUR)
    contact = cv2.GaussianBlur(gap, (0, 0), car_width * _CONTACT_BLUR)
    light = (1 - _WIDE_SHADE * _pool(line, height, width)) * (1 - _UNDER_SHADE * under)
    shade: Floats = 1 - light * (1 - _CONTACT_SHADE * contact)
    return shade


def _under_the_car(alpha: Floats) -> Floats:
    """1 where the car is somewhere above the pixel in its column."""
    covered: Floats = (np.maximum.accumulate(alpha, axis=0) > 0.5).astype(np.float32)
    return covered


def _pool(line: GroundLine, height: int, width: int) -> Floats:
    """The wide shade: an ellipse that follows the line's slope and fades outward."""
    car_width = line.right - line.left
    columns = np.arange(width, dtype=np.float32)
    rows = np.arange(height, dtype=np.float32)[:, np.newaxis]
    across = (columns - (line.left + line.right) / 2) / (0.56 * car_width)
    level = cv2.GaussianBlur(line.y[np.newaxis, :], (0, 0), car_width * 0.06)
    upward = (rows - level + 0.02 * line.height) / (0.17 * line.height)
    distance = across[np.newaxis, :] ** 2 + upward**2
    pool: Floats = np.exp(-1.4 * distance).astype(np.float32)
    return pool


def reflect(car: Floats, alpha: Floats, line: GroundLine) -> tuple[Floats, Floats]:
    """The car mirrored about the line: colors and strength of the rows from ``line.top`` down."""
    height, width = alpha.shape
    rows = np.arange(line.top, height, dtype=np.float32)[:, np.newaxis]
    columns = np.broadcast_to(np.arange(width, dtype=np.float32), (len(rows), width))
    depth = rows - line.y[np.newaxis, :]
    source = (line.y[np.newaxis, :] - depth).astype(np.float32)
    solid = np.ascontiguousarray(columns)
    mirrored_alpha = cv2.remap(alpha, solid, source, cv2.INTER_LINEAR)
    mirrored = cv2.remap(car * alpha[..., np.newaxis], solid, source, cv2.INTER_LINEAR)
    fade = np.clip(1 - depth / (_REFLECTION_REACH * line.height), 0, 1) ** 1.5 * (depth > 0)
    seen = cv2.GaussianBlur(mirrored_alpha, (0, 0), _REFLECTION_BLUR)
    colors = (
        cv2.GaussianBlur(mirrored, (0, 0), _REFLECTION_BLUR) / np.maximum(seen, 1e-3)[..., None]
    )
    from_side = np.minimum(columns[:1] - line.left, line.right - columns[:1])
    ends = np.clip(from_side / (_REFLECTION_ENDS * (line.right - line.left)), 0, 1)
    strength: Floats = (_REFLECTION * fade * ends * seen).astype(np.float32)
    return colors.astype(np.float32), strength
