"""What is fixed to the body: mirrors, handles, slats, plates, lamp inserts, wipers, interior.

Parts on the flanks are made for the right half and mirrored; each is an implicit shape on its
own small grid.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shape
from body import Part
from implicit import Array, Shape, box, capsule, ellipsoid, smooth_max, smooth_min
from mesh import Mesh, both_sides, join
from surface import polygonize

HANDLES = (2.32, 3.22)
PROJECTORS = ((0.62, 0.656), (0.75, 0.667))
SEAT_Y = 0.36


def build() -> list[Part]:
    """All attached parts, whole."""
    return [
        *_mirrors(),
        Part("handles", "paint", both_sides(join([_handle(x) for x in HANDLES]))),
        *_plates(),
        *_projectors(),
        Part("wipers", "plastic", join([_wiper(0.08, 0.62), _wiper(-0.50, 0.06)])),
        Part("antenna", "gloss black", _antenna()),
        Part("exhausts", "chrome", both_sides(_exhaust())),
        *_interior(),
        Part("floor", "dark", _block((2.25, 0, 0.235), (1.95, 0.70, 0.02), 0.03)),
    ]


def flank(x: float, z: float) -> float:
    """The half width of the body at a place on its flank."""
    zero = np.zeros(1)
    return -float(shape.body_side(zero + x, zero, zero + z)[0])


def _around(make: Shape, center: Sequence[float], half: Sequence[float], step: float) -> Mesh:
    """The shape polygonized within a box around ``center``."""
    low = [c - h - 3 * step for c, h in zip(center, half, strict=True)]
    high = [c + h + 3 * step for c, h in zip(center, half, strict=True)]
    return polygonize(make, low, high, step)


def _block(
    center: tuple[float, float, float],
    half: tuple[float, float, float],
    step: float,
    *,
    radius: float = 0.004,
    tilt: float = 0.0,
) -> Mesh:
    """A box with round edges, leaning rearward by ``tilt`` radians."""

    def make(x: Array, y: Array, z: Array) -> Array:
        dx, dy, dz = x - center[0], y - center[1], z - center[2]
        turned = dx * np.cos(tilt) - dz * np.sin(tilt), dy, dx * np.sin(tilt) + dz * np.cos(tilt)
        return box(turned, half, radius)

    reach = float(np.hypot(half[0], half[2])) if tilt else 0.0
    extent = (max(half[0], reach), half[1], max(half[2], reach))
    return _around(make, center, extent, step)


def _mirrors() -> list[Part]:
    """Door mirrors: a painted shell, its black foot, and the glass on its rear side."""
    center = (1.70, 0.985, 1.055)

    def housing(x: Array, y: Array, z: Array) -> Array:
        dx, dy, dz = x - center[0] - 0.10 * (y - center[1]), y - center[1], z - center[2]
        tall = 0.070 - 0.16 * (dy + 0.02)
        wedge = box((np.zeros_like(x), dy, dz * 0.070 / tall), (1.0, 0.122, 0.070), 0.045)
        cap = ellipsoid((dx - 0.05, dy, dz), (0.105, 0.19, 0.125))
        return smooth_max(smooth_max(wedge, cap, 0.05), dx - 0.048, 0.012)

    def glass(x: Array, y: Array, z: Array) -> Array:
        dx, dy, dz = x - center[0] - 0.10 * (y - center[1]), y - center[1], z - center[2]
        tall = 0.070 - 0.16 * (dy + 0.02)
        wedge = box((np.zeros_like(x), dy, dz * 0.070 / tall), (1.0, 0.110, 0.058), 0.036)
        return np.maximum(wedge, np.abs(dx - 0.047) - 0.004)

    def foot(x: Array, y: Array, z: Array) -> Array:
        ends = ((1.665, 0.80, 0.985), (1.70, 0.915, 1.015))
        return smooth_min(
            capsule((x, y, z), ends, 0.020),
            capsule((x, y, z), ((1.70, 0.915, 1.015), (1.70, 0.96, 1.02)), 0.022),
            0.02,
        )

    return [
        Part("mirrors", "paint", both_sides(_around(housing, center, (0.15, 0.14, 0.10), 0.006))),
        Part(
            "mirror glass",
            "reflector",
            both_sides(_around(glass, center, (0.08, 0.13, 0.09), 0.004)),
        ),
        Part(
            "mirror feet",
            "gloss black",
            both_sides(_around(foot, (1.68, 0.88, 1.0), (0.06, 0.12, 0.05), 0.006)),
        ),
    ]


def _handle(x_middle: float) -> Mesh:
    """A door handle: a slim bow that stands off the flank in its middle."""
    z_middle = 0.875 + 0.035 * (x_middle - HANDLES[0])
    y_at = flank(x_middle, z_middle)

    def make(x: Array, y: Array, z: Array) -> Array:
        dx = (x - x_middle) / 0.105
        out = y_at + 0.032 - 0.030 * np.abs(dx) ** 5
        lean = 0.04 * (x - x_middle)
        return box((x - x_middle, y - out, z - z_middle - lean), (0.115, 0.008, 0.0125), 0.007)

    return _around(make, (x_middle, y_at, z_middle), (0.12, 0.055, 0.03), 0.004)


def _plates() -> list[Part]:
    """Blank license plates of the European size on dark carriers."""
    front, rear = (-0.020, 0.0, 0.446), (4.518, 0.0, 0.700)
    plates = [_block(at, (0.004, 0.26, 0.056), 0.004, radius=0.003) for at in (front, rear)]
    carriers = [
        _block((x + inward, y, z), (0.008, 0.266, 0.062), 0.005, radius=0.004)
        for (x, y, z), inward in ((front, 0.010), (rear, -0.010))
    ]
    return [
        Part("plates", "plate", join(plates)),
        Part("plate carriers", "plastic", join(carriers)),
    ]


def _projectors() -> list[Part]:
    """Two round projector lenses in bright rings within each headlamp."""
    lenses, rings = [], []
    for y_at, z_at in PROJECTORS:
        x_at = _front_at(y_at, z_at) + 0.050

        def lens(x: Array, y: Array, z: Array, at: Sequence[float] = (x_at, y_at, z_at)) -> Array:
            return np.sqrt((x - at[0]) ** 2 + (y - at[1]) ** 2 + (z - at[2]) ** 2) - 0.025

        def ring(x: Array, y: Array, z: Array, at: Sequence[float] = (x_at, y_at, z_at)) -> Array:
            out = np.hypot(y - at[1], z - at[2]) - 0.027
            return np.hypot(out, 0.5 * (x - at[0] + 0.004)) - 0.0035

        lenses.append(_around(lens, (x_at, y_at, z_at), (0.03, 0.03, 0.03), 0.004))
        rings.append(_around(ring, (x_at, y_at, z_at), (0.02, 0.035, 0.035), 0.0025))
    return [
        Part("projector lenses", "gloss black", both_sides(join(lenses))),
        Part("projector rings", "reflector", both_sides(join(rings))),
    ]


def _front_at(y: float, z: float) -> float:
    """Where the skin's front lies at a place in the front view, found by bisection."""
    near, far = -0.1, 1.2
    for _ in range(40):
        middle = (near + far) / 2
        value = shape.hull(np.array([middle]), np.array([y]), np.array([z]))[0]
        near, far = (middle, far) if value > 0 else (near, middle)
    return far


def _wiper(start: float, end: float) -> Mesh:
    """A wiper at rest on the lower windshield."""

    def on_glass(y: float, z: float) -> tuple[float, float, float]:
        zero = np.zeros(1)
        x = float(shape.windshield(zero, zero + y, zero + z)[0]) / 0.50
        return x - 0.012, y, z

    ends = (on_glass(start, 1.035), on_glass(end, 1.000))
    center = [(a + b) / 2 for a, b in zip(*ends, strict=True)]
    half = [abs(a - b) / 2 + 0.01 for a, b in zip(*ends, strict=True)]
    return _around(lambda x, y, z: capsule((x, y, z), ends, 0.007), center, half, 0.005)


def _antenna() -> Mesh:
    """The fin on the rear of the roof."""

    def make(x: Array, y: Array, z: Array) -> Array:
        dx, dz = x - 3.02, z - 1.395
        fin = ellipsoid((dx - 0.55 * dz, y, dz), (0.10, 0.024, 0.062))
        return smooth_max(fin, dx - 0.085, 0.01)

    return _around(make, (3.02, 0, 1.40), (0.14, 0.03, 0.07), 0.005)


def _exhaust() -> Mesh:
    """A flattened exhaust tip."""
    at = (4.40, 0.53, 0.325)

    def make(x: Array, y: Array, z: Array) -> Array:
        around = box((np.zeros_like(x), y - at[1], z - at[2]), (1.0, 0.068, 0.032), 0.031)
        return smooth_max(np.abs(around + 0.003) - 0.003, np.abs(x - at[0]) - 0.07, 0.003)

    return _around(make, at, (0.08, 0.08, 0.045), 0.004)


def _interior() -> list[Part]:
    """Seats, dashboard and steering wheel, as far as tinted glass shows them."""
    soft = [
        *(_seat(2.42, side * SEAT_Y, 0.22) for side in (1, -1)),
        *(_seat(3.28, side * SEAT_Y, 0.25) for side in (1, -1)),
        _block((3.33, 0, 0.70), (0.08, 0.62, 0.26), 0.02, radius=0.06, tilt=0.42),
    ]
    dash = _block((1.62, 0, 0.86), (0.22, 0.66, 0.10), 0.02, radius=0.07, tilt=-0.10)
    shelf = _block((3.72, 0, 0.93), (0.28, 0.55, 0.02), 0.02, radius=0.015)
    hard = [dash, shelf, _steering_wheel()]
    return [Part("seats", "fabric", join(soft)), Part("dashboard", "trim", join(hard))]


def _seat(x: float, y: float, tilt: float) -> Mesh:
    """One seat with its head restraint; ``x`` is where the shoulders lean."""
    return join(
        [
            _block((x - 0.36, y, 0.48), (0.25, 0.25, 0.09), 0.02, radius=0.07, tilt=-0.10),
            _block((x - 0.04, y, 0.78), (0.07, 0.235, 0.30), 0.02, radius=0.065, tilt=tilt),
            _block((x + 0.07, y, 1.125), (0.045, 0.125, 0.085), 0.015, radius=0.042, tilt=tilt),
        ]
    )


def _steering_wheel() -> Mesh:
    """The steering wheel, on the left."""
    at = (1.93, -SEAT_Y, 0.90)

    def make(x: Array, y: Array, z: Array) -> Array:
        dx, dy, dz = x - at[0], y - at[1], z - at[2]
        along, up = dx * np.cos(0.4) + dz * np.sin(0.4), dz * np.cos(0.4) - dx * np.sin(0.4)
        rim = np.hypot(np.hypot(dy, up) - 0.18, along) - 0.015
        hub = ellipsoid((along, dy, up), (0.04, 0.18, 0.06))
        return np.minimum(rim, hub)

    return _around(make, at, (0.12, 0.21, 0.21), 0.01)
