"""Implicit shapes: the small vocabulary of curves, distances and blends the car is described in.

A shape is a function of three arrays x, y, z (meters, equal shapes) that answers an array of
roughly signed distances: negative inside, positive outside. Shapes are joined by smooth minimum
and maximum, which is what gives the sheet metal its fillets.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Shape = Callable[[Array, Array, Array], Array]
Curve = Callable[[Array], Array]


def curve(*knots: tuple[float, float]) -> Curve:
    """A natural cubic spline through the knots (position, value), straight beyond its ends."""
    at, value = np.array(knots, dtype=float).T
    step = np.diff(at)
    system = np.eye(len(at))
    right = np.zeros(len(at))
    slopes = np.diff(value) / step
    for i in range(1, len(at) - 1):
        system[i, i - 1 : i + 2] = step[i - 1], 2 * (step[i - 1] + step[i]), step[i]
        right[i] = 6 * (slopes[i] - slopes[i - 1])
    bend = np.linalg.solve(system, right)
    first = slopes[0] - step[0] * (2 * bend[0] + bend[1]) / 6
    last = slopes[-1] + step[-1] * (bend[-2] + 2 * bend[-1]) / 6

    def evaluate(position: Array) -> Array:
        inside = np.clip(position, at[0], at[-1])
        i = np.clip(np.searchsorted(at, inside) - 1, 0, len(step) - 1)
        left, h = inside - at[i], step[i]
        slope = slopes[i] - h * (2 * bend[i] + bend[i + 1]) / 6
        cubic = (bend[i + 1] - bend[i]) / (6 * h)
        value_inside = value[i] + left * (slope + left * (bend[i] / 2 + left * cubic))
        beyond = position - inside
        return value_inside + beyond * np.where(beyond < 0, first, last)

    return evaluate


def smooth_min(a: Array, b: Array, width: float | Array) -> Array:
    """The smaller of both, blended with continuous curvature where they differ by < ``width``."""
    near = np.maximum(width - np.abs(a - b), 0) / width
    return np.minimum(a, b) - near**3 * width / 6


def smooth_max(a: Array, b: Array, width: float | Array) -> Array:
    """The larger of both, blended with continuous curvature where they differ by < ``width``."""
    return -smooth_min(-a, -b, width)


def step_between(low: float, high: float, value: Array) -> Array:
    """0 below ``low``, 1 above ``high``, and a smooth ramp (two derivatives) between them."""
    t = np.clip((value - low) / (high - low), 0, 1)
    return t**3 * (t * (6 * t - 15) + 10)


def polygon(u: Array, v: Array, corners: Sequence[tuple[float, float]], radius: float) -> Array:
    """Signed distance in the plane (u, v) to a polygon whose convex corners have ``radius``.

    The corners say the outline before rounding; the rounding is an inset followed by an offset.
    """
    points = _inset(np.array(corners, dtype=float), radius)
    nearest = np.full(u.shape, np.inf)
    inside = np.zeros(u.shape, dtype=bool)
    for (u0, v0), (u1, v1) in zip(points, np.roll(points, -1, axis=0), strict=True):
        du, dv = u1 - u0, v1 - v0
        t = np.clip(((u - u0) * du + (v - v0) * dv) / (du * du + dv * dv), 0, 1)
        nearest = np.minimum(nearest, np.hypot(u - u0 - t * du, v - v0 - t * dv))
        if dv != 0:
            crosses = (v0 > v) != (v1 > v)
            inside ^= crosses & (u < u0 + (v - v0) / dv * du)
    return np.where(inside, -nearest, nearest) - radius


def box(at: tuple[Array, Array, Array], half: tuple[float, float, float], radius: float) -> Array:
    """Signed distance to a box around the origin with half sizes ``half`` and round edges."""
    over = [np.abs(p) - h + radius for p, h in zip(at, half, strict=True)]
    outside = np.sqrt(sum(np.maximum(o, 0) ** 2 for o in over))
    inside = np.minimum(np.maximum(np.maximum(over[0], over[1]), over[2]), 0)
    return outside + inside - radius


def ellipsoid(at: tuple[Array, Array, Array], half: tuple[float, float, float]) -> Array:
    """About the signed distance to an ellipsoid around the origin; exact on its surface."""
    scaled = np.sqrt(sum((p / h) ** 2 for p, h in zip(at, half, strict=True)))
    slope = np.sqrt(sum((p / h**2) ** 2 for p, h in zip(at, half, strict=True)))
    return scaled * (scaled - 1) / np.maximum(slope, 1e-9)


def capsule(
    at: tuple[Array, Array, Array],
    ends: tuple[tuple[float, float, float], tuple[float, float, float]],
    radius: float,
) -> Array:
    """Signed distance to a rod of ``radius`` with round ends."""
    start, end = np.array(ends[0]), np.array(ends[1])
    along = end - start
    x, y, z = (p - s for p, s in zip(at, start, strict=True))
    t = np.clip((x * along[0] + y * along[1] + z * along[2]) / (along @ along), 0, 1)
    return np.sqrt((x - t * along[0]) ** 2 + (y - t * along[1]) ** 2 + (z - t * along[2]) ** 2) - (
        radius
    )


def _inset(points: Array, distance: float) -> Array:
    """The polygon's corners moved inward along their bisectors by ``distance`` per edge."""
    if distance == 0:
        return points
    following = np.roll(points, -1, axis=0)
    area = np.sum(points[:, 0] * following[:, 1] - following[:, 0] * points[:, 1])
    edge = following - points
    edge /= np.linalg.norm(edge, axis=1, keepdims=True)
    inward = np.stack([-edge[:, 1], edge[:, 0]], axis=1) * np.sign(area)
    before = np.roll(inward, 1, axis=0)
    middle = inward + before
    return points + middle * (2 * distance / np.sum(middle**2, axis=1, keepdims=True))
