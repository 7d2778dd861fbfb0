"""The shape of the car's skin: a four-door fastback of our own design, as implicit surfaces.

Coordinates are meters: x runs from the tip of the nose rearward, y to the car's right, z upward
from the ground. Each large surface is drawn in the view a stylist would draw it in (side, plan,
section), and they are joined with fillets. The functions whose names end in ``_side`` or name a
surface answer roughly signed distances and also serve to place windows and lamps.
"""

from __future__ import annotations

import numpy as np
from implicit import Array, curve, smooth_max, smooth_min, step_between

LENGTH = 4.56
AXLES = (0.86, 3.62)
WHEEL_HEIGHT = 0.342
TRACK_HALF = 0.795
ARCH_RADIUS = 0.376

_plan = curve(
    (0.0, 0.80),
    (0.45, 0.862),
    (0.9, 0.884),
    (1.7, 0.890),
    (2.6, 0.893),
    (3.3, 0.902),
    (3.7, 0.904),
    (4.1, 0.880),
    (4.56, 0.805),
)
_ridge_height = curve((0.2, 0.735), (0.9, 0.785), (2.3, 0.835), (3.7, 0.885), (4.56, 0.905))
_below_ridge = curve(
    (-0.75, -0.130),
    (-0.62, -0.056),
    (-0.55, -0.010),
    (-0.47, 0.006),
    (-0.36, -0.018),
    (-0.22, -0.034),
    (-0.09, -0.020),
    (0.0, 0.006),
    (0.1, 0.030),
)
_nose = curve(
    (0.16, 0.16),
    (0.24, 0.075),
    (0.34, 0.022),
    (0.46, 0.0),
    (0.58, 0.006),
    (0.68, 0.045),
    (0.76, 0.11),
    (0.86, 0.24),
)
_tail = curve(
    (0.16, 4.34),
    (0.26, 4.45),
    (0.36, 4.515),
    (0.48, 4.545),
    (0.62, 4.545),
    (0.74, 4.505),
    (0.86, 4.470),
    (0.96, 4.478),
    (1.04, 4.500),
    (1.12, 4.53),
)
_top = curve(
    (0.0, 0.690),
    (0.15, 0.755),
    (0.4, 0.830),
    (0.8, 0.905),
    (1.2, 0.962),
    (1.6, 0.985),
    (2.4, 0.985),
    (3.2, 1.000),
    (3.7, 1.012),
    (4.1, 1.020),
    (4.56, 1.035),
)
_belt_drop = curve((0.0, 0.10), (0.6, 0.055), (1.2, 0.035), (1.8, 0.02), (4.56, 0.04))
_sill = curve((0.0, 0.215), (0.8, 0.19), (1.4, 0.175), (3.1, 0.185), (3.8, 0.21), (4.56, 0.27))

_cabin_plan = curve(
    (0.9, 0.68), (1.6, 0.762), (2.3, 0.790), (3.0, 0.785), (3.6, 0.745), (4.1, 0.665), (4.5, 0.58)
)
_windshield = curve(
    (0.86, 1.08),
    (0.98, 1.275),
    (1.10, 1.475),
    (1.22, 1.69),
    (1.34, 1.925),
    (1.42, 2.10),
    (1.5, 2.29),
)
_roof = curve(
    (1.6, 1.295),
    (1.95, 1.378),
    (2.25, 1.418),
    (2.55, 1.430),
    (2.9, 1.420),
    (3.25, 1.380),
    (3.6, 1.312),
    (3.9, 1.232),
    (4.2, 1.130),
    (4.5, 1.01),
)


def skin(x: Array, y: Array, z: Array) -> Array:
    """The whole painted and glazed skin, without wheel arches cut."""
    fillet = 0.035 + 0.12 * step_between(3.0, 4.0, x)
    return smooth_min(hull(x, y, z), cabin(x, y, z), fillet)


def hull(x: Array, y: Array, z: Array) -> Array:
    """The body below the windows: bumpers, hood, fenders, doors and trunk lid."""
    side = smooth_max(body_side(x, y, z), hood(x, y, z), 0.06 + 0.10 * step_between(1.9, 0.9, x))
    ends = np.maximum(front(x, y, z), rear(x, y, z))
    corner = 0.34 - 0.12 * step_between(2.0, 3.0, x)
    round_edge = np.where(x < 2.3, 0.09, 0.035)
    around = smooth_max(body_side(x, y, z), ends, corner)
    top = smooth_max(hood(x, y, z), ends, round_edge)
    closed = np.maximum(np.maximum(side, around), top)
    return smooth_max(closed, (_sill(x) - z), 0.05)


def cabin(x: Array, y: Array, z: Array) -> Array:
    """The greenhouse: windshield, side windows, roof and rear window."""
    top = smooth_max(windshield(x, y, z), roof(x, y, z), 0.16)
    pillars = 0.13 + 0.10 * step_between(2.8, 3.8, x)
    closed = smooth_max(top, cabin_side(x, y, z), pillars)
    hidden = np.maximum(-0.2 - hood(x, y, z), rear(x, y, z) + 0.05)
    return np.maximum(closed, hidden)


def body_side(x: Array, y: Array, z: Array) -> Array:
    """The flank, with the crease that runs from the headlamp to the tail lamp, and the flares."""
    above_ridge = z - _ridge_height(x)
    upper = 0.012 - 0.44 * above_ridge - 0.25 * np.maximum(above_ridge, 0) ** 2
    section = smooth_min(upper, _below_ridge(above_ridge), 0.020)
    return np.abs(y) - _plan(x) - section - _flare(x, z)


def _flare(x: Array, z: Array) -> Array:
    """How far the fenders stand out around the wheels."""
    out = np.zeros_like(x)
    for axle, width in zip(AXLES, (0.016, 0.022), strict=True):
        reach = np.hypot(x - axle, 0.9 * (z - WHEEL_HEIGHT))
        out = out + width * step_between(0.62, 0.37, reach)
    return out


def hood(x: Array, y: Array, z: Array) -> Array:
    """The upper side of the hull: hood, belt and trunk lid, with two shallow folds on the hood."""
    across = np.abs(y) / 0.85
    height = _top(x) - _belt_drop(x) * (0.55 * across**2 + 0.45 * across**4)
    fold_at = 0.36 + 0.16 * x
    fold = np.sqrt((np.abs(y) - fold_at) ** 2 + 0.012**2)
    raised = 0.022 * step_between(0.13, 0.0, fold) * step_between(0.02, 0.4, x)
    return 0.97 * (z - height - raised * step_between(1.9, 1.4, x))


def front(x: Array, y: Array, z: Array) -> Array:
    """The face of the car, bent rearward toward its corners."""
    return 0.92 * (_nose(z) + 0.20 * y**2 + 0.24 * y**4 - x)


def rear(x: Array, y: Array, z: Array) -> Array:
    """The tail, bent forward toward its corners."""
    return 0.95 * (x - _tail(z) + 0.10 * y**2 + 0.22 * y**4)


def windshield(x: Array, y: Array, z: Array) -> Array:
    """The windshield's surface carried on in all directions."""
    return 0.50 * (_windshield(z) + 0.30 * y**2 - x)


def cabin_side(x: Array, y: Array, z: Array) -> Array:
    """The side windows' surface, leaning inward."""
    lean = 0.36 * (z - 1.0) + 0.55 * np.maximum(z - 0.95, 0) ** 2
    return 0.88 * (np.abs(y) - _cabin_plan(x) + lean)


def roof(x: Array, y: Array, z: Array) -> Array:
    """The line from the windshield over the roof down the rear window to the trunk lid."""
    return 0.97 * (z - _roof(x) + 0.085 * y**2 + 0.10 * y**4)
