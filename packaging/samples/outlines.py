"""The outlines of everything cut out of the car's skin: windows, lamps, openings, panels.

Each function takes points on the right half (n × 3) and answers signed distances, negative
inside. Outlines are drawn in the view that shows them best; for lamps that reach around a corner
the horizontal coordinate is the way along the bumper, ``y`` plus a share of ``x``.
"""

from __future__ import annotations

import numpy as np
import shape
from implicit import Array, curve, polygon, smooth_max, smooth_min, step_between
from mesh import Flags

Corners = tuple[tuple[float, float], ...]

GRILLE: Corners = ((0.0, 0.655), (0.46, 0.645), (0.50, 0.615), (0.40, 0.515), (0.0, 0.500))
INTAKE: Corners = ((0.0, 0.385), (0.47, 0.375), (0.56, 0.275), (0.50, 0.245), (0.0, 0.245))
SIDE_VENT: Corners = ((0.66, 0.405), (0.93, 0.475), (0.99, 0.420), (0.95, 0.300), (0.70, 0.285))
HEADLAMP: Corners = (
    (0.53, 0.628),
    (0.80, 0.598),
    (1.04, 0.612),
    (1.25, 0.708),
    (1.36, 0.786),
    (1.10, 0.752),
    (0.80, 0.712),
    (0.54, 0.672),
)
TAIL_LAMP: Corners = (
    (0.28, 0.905),
    (0.70, 0.918),
    (1.00, 0.930),
    (1.22, 0.915),
    (1.16, 0.870),
    (0.98, 0.800),
    (0.66, 0.805),
    (0.30, 0.850),
)
DIFFUSER: Corners = ((-0.1, 0.385), (0.56, 0.375), (0.66, 0.300), (0.70, 0.15), (-0.1, 0.15))
PLATE_RECESS: Corners = ((-0.3, 0.775), (0.31, 0.775), (0.285, 0.630), (-0.3, 0.630))
REFLECTOR: Corners = ((0.66, 0.425), (0.90, 0.440), (0.90, 0.418), (0.66, 0.402))
DOORS: Corners = (
    (1.475, 0.30),
    (1.43, 0.60),
    (1.455, 0.90),
    (1.60, 1.02),
    (3.44, 1.035),
    (3.40, 0.88),
    (3.30, 0.78),
    (3.17, 0.62),
    (3.085, 0.44),
    (3.06, 0.30),
)
FUEL_FLAP: Corners = ((3.85, 0.875), (4.00, 0.880), (4.00, 0.745), (3.85, 0.740))

_hatch_half = curve((3.0, 0.545), (3.6, 0.575), (4.1, 0.585), (4.4, 0.575), (4.7, 0.57))


def arches(points: Array) -> Array:
    """Signed distance to the wheel openings, which cut the flanks only."""
    x, y, z = points.T
    distances = [np.hypot(x - axle, z - shape.WHEEL_HEIGHT) for axle in shape.AXLES]
    return np.where(y > 0.45, np.minimum(*distances) - shape.ARCH_RADIUS, 1.0)


def daylight(points: Array) -> Array:
    """Signed distance to the outline of the side windows."""
    x, y, z = points.T
    upper = smooth_max(shape.windshield(x, y, z) + 0.062, shape.roof(x, y, z) + 0.066, 0.06)
    belt = 1.004 + 0.010 * (x - 1.6) - z
    kink = 0.86 * (x - 3.66) - 0.5 * (z - 1.02)
    outline = smooth_max(smooth_max(upper, belt, 0.05), kink, 0.05)
    return np.where(y > 0.3, outline, 1.0)


def windshield_outline(points: Array) -> Array:
    """Signed distance to the windshield's edge."""
    x, y, z = points.T
    frame = smooth_max(shape.cabin_side(x, y, z) + 0.040, shape.roof(x, y, z) + 0.022, 0.08)
    outline = smooth_max(frame, 0.022 - shape.hood(x, y, z), 0.05)
    return np.where(x < 2.4, outline, 1.0)


def rear_window_outline(points: Array) -> Array:
    """Signed distance to the rear window's edge, drawn in the plan view."""
    x, y, z = points.T
    corners = ((3.02, -0.52), (3.02, 0.52), (4.16, 0.50), (4.20, 0.0), (4.16, -0.50))
    outline = polygon(x - 0.10 * y**2, y, corners, 0.07)
    return np.where(z > 1.0, outline, 1.0)


def cowl(points: Array) -> Array:
    """The black plastic between the hood's rear edge and the windshield."""
    x, y, z = points.T
    behind_hood = 1.185 + 0.30 * y**2 - x
    distance = np.maximum(behind_hood, np.maximum(y - 0.69, shape.hood(x, y, z) - 0.03))
    return np.where((x < 1.8) & (z > 0.8), distance, 1.0)


def along_front(points: Array) -> Array:
    """The way around the front from the middle of the bumper, about in meters."""
    return points[:, 1] + 0.9 * points[:, 0]


def along_rear(points: Array) -> Array:
    """The way around the rear from the middle of the bumper, about in meters."""
    return points[:, 1] + 0.9 * (shape.LENGTH - 0.04 - points[:, 0])


def front_outline(points: Array, corners: Corners, radius: float) -> Array:
    """Signed distance to an outline given along the front and in height."""
    distance = polygon(along_front(points), points[:, 2], corners, radius)
    return np.where(points[:, 0] < 1.0, distance, 1.0)


def rear_outline(points: Array, corners: Corners, radius: float) -> Array:
    """Signed distance to an outline given along the rear and in height."""
    distance = polygon(along_rear(points), points[:, 2], corners, radius)
    return np.where(points[:, 0] > 3.6, distance, 1.0)


def face(points: Array, corners: Corners, radius: float) -> Array:
    """Signed distance to an outline in the front view, mirrored at the middle."""
    mirrored = tuple((-y, z) for y, z in reversed(corners) if y > 0)
    distance = polygon(points[:, 1], points[:, 2], corners + mirrored, radius)
    return np.where(points[:, 0] < 0.5, distance, 1.0)


def stern(points: Array, corners: Corners, radius: float) -> Array:
    """Signed distance to an outline in the rear view."""
    distance = polygon(points[:, 1], points[:, 2], corners, radius)
    return np.where(points[:, 0] > 4.2, distance, 1.0)


def doors(points: Array) -> Array:
    """Signed distance to both doors of a side taken together, window frames included."""
    x, y, z = points.T
    lower = np.where(y > 0.45, polygon(x, z, DOORS, 0.05), 1.0)
    return smooth_min(lower, daylight(points) - 0.030, 0.03)


def door_line(points: Array) -> Array:
    """How far a point lies behind the line between front and rear door."""
    return points[:, 0] - 2.475 + 0.10 * (points[:, 2] - 1.0)


def hood_edge(points: Array) -> Array:
    """Signed distance to the hood, in the plan view."""
    x, y, z = points.T
    leading = 0.125 + 0.20 * y**2 + 0.24 * y**4 - x
    flank = y - 0.655 - 0.055 * step_between(0.2, 1.2, x)
    trailing = x - 1.60
    distance = np.maximum(smooth_max(leading, flank, 0.06), trailing)
    return np.where((z > 0.6) & (x < 1.6), distance, 1.0)


def hatch_edge(points: Array) -> Array:
    """Signed distance to the hatch: over the rear window and down to the bumper."""
    x, y, z = points.T
    sides = y - _hatch_half(x)
    distance = smooth_max(smooth_max(sides, 2.93 - x, 0.08), 0.60 - z, 0.06)
    return np.where((x > 2.5) & (z > 0.4), distance, 1.0)


def fuel_flap(points: Array) -> Array:
    """Signed distance to the fuel flap on the rear fender."""
    x, y, z = points.T
    return np.where((y > 0.5) & (x > 3.5), polygon(x, z, FUEL_FLAP, 0.035), 1.0)


def front_seam(points: Array) -> tuple[Array, Flags]:
    """Height above the seam between bumper and front fender, and where that seam runs."""
    x, y, z = points.T
    return z - 0.69 + 0.12 * (x - 0.40), (x > 0.30) & (x < 0.75) & (y > 0.6) & (z < 0.76)


def rear_seam(points: Array) -> tuple[Array, Flags]:
    """Height above the seam between bumper and rear fender, and where that seam runs."""
    x, y, z = points.T
    return z - 0.58 - 0.44 * (x - 3.95), (x > 3.9) & (y > 0.575) & (z < 0.85)
