"""The wheels: tires with tread, ten-spoke alloy rims, brake discs and calipers, and the arches.

A wheel is drawn around the origin with its axle along y and its outer face toward +y, then put
at its four places.
"""

from __future__ import annotations

import numpy as np
import shape
from body import Part
from implicit import Array, box, curve, smooth_max, smooth_min
from mesh import Mesh, both_sides, join, wall
from surface import polygonize

TIRE_RADIUS = 0.344
TIRE_HALF_WIDTH = 0.112
BEAD_RADIUS = 0.245
PAIRS = 5
LINER_DEPTH = 0.40

_face = curve((0.0, 0.066), (0.06, 0.066), (0.11, 0.060), (0.17, 0.070), (0.245, 0.094))
_spoke_half = curve((0.04, 0.0135), (0.12, 0.0120), (0.250, 0.0165))


def build() -> list[Part]:
    """All four wheels and what is seen around them."""
    extent = (0.352, 0.13, 0.352)
    low = tuple(-e for e in extent)
    tire = polygonize(tire_shape, low, extent, 0.0042)
    rim = polygonize(rim_shape, (-0.263, -0.12, -0.263), (0.263, 0.125, 0.263), 0.0028)
    hollows = polygonize(bolt_shape, (-0.08, 0.02, -0.08), (0.08, 0.08, 0.08), 0.0020)
    disc = polygonize(disc_shape, (-0.18, 0.0, -0.18), (0.18, 0.05, 0.18), 0.005)
    caliper = polygonize(caliper_shape, (0.03, -0.03, -0.15), (0.20, 0.06, 0.15), 0.005)
    return [
        Part("tires", "rubber", _at_all_corners(tire)),
        Part("rims", "alloy", _at_all_corners(rim)),
        Part("bolts", "alloy dark", _at_all_corners(hollows)),
        Part("brake discs", "steel", _at_all_corners(disc)),
        Part("calipers", "caliper", _at_all_corners(caliper)),
        Part("arch liners", "dark", both_sides(join([_liner(x) for x in shape.AXLES]))),
    ]


def _at_all_corners(mesh: Mesh) -> Mesh:
    """The mesh at the right wheels and, mirrored, at the left ones."""
    places = [(x, shape.TRACK_HALF, shape.WHEEL_HEIGHT) for x in shape.AXLES]
    return both_sides(join([mesh.moved(place) for place in places]))


def tire_shape(x: Array, y: Array, z: Array) -> Array:
    """The tire: bulged side walls, four grooves around the tread, and slits at its shoulders."""
    radius, angle = np.hypot(x, z), np.arctan2(z, x)
    middle = (TIRE_RADIUS + BEAD_RADIUS) / 2
    crown = 0.004 * (y / TIRE_HALF_WIDTH) ** 2
    round_ = box(
        (radius - middle + crown, y, np.zeros_like(x)),
        ((TIRE_RADIUS - BEAD_RADIUS) / 2, TIRE_HALF_WIDTH, 1.0),
        0.030,
    )
    bulge = 0.004 * np.exp(-(((radius - 0.292) / 0.022) ** 2))
    grooves = np.min([np.abs(y - at) for at in (-0.066, -0.022, 0.022, 0.066)], axis=0) - 0.0045
    slits = np.abs((angle * 72 / (2 * np.pi) + 6 * np.abs(y)) % 1 - 0.5) * 0.0292 - 0.0028
    slits = np.maximum(slits, 0.062 - np.abs(y))
    tread = np.maximum(np.minimum(grooves, slits), TIRE_RADIUS - 0.009 - radius)
    ridge = 0.0018 * np.exp(-(((radius - 0.266) / 0.004) ** 2))
    return smooth_max(round_ - bulge - ridge, -tread, 0.003)


def rim_shape(x: Array, y: Array, z: Array) -> Array:
    """The rim: a barrel with an outer lip, a hub, and five pairs of spokes that part outward."""
    radius = np.hypot(x, z)
    barrel = np.maximum(np.abs(radius - 0.239 - 0.05 * np.abs(y) ** 1.5) - 0.0055, np.abs(y) - 0.10)
    lip = np.hypot(radius - 0.2475, 0.9 * (y - 0.099)) - 0.0085
    depth = np.abs(y - _face(radius) + 0.017)
    hub = smooth_max(radius - 0.070, depth - 0.017, 0.010)
    cap = smooth_max(radius - 0.031, np.abs(y - 0.066) - 0.004, 0.006)
    spokes = _spokes(x, z, radius, depth)
    cast = smooth_min(smooth_min(hub, spokes, 0.022), np.minimum(barrel, lip), 0.012)
    return smooth_min(np.maximum(cast, -_wells(x, y, z, 0.0095)), cap, 0.003)


def _spokes(x: Array, z: Array, radius: Array, depth: Array) -> Array:
    """The spokes within one fifth of the circle, repeated around and mirrored about its middle."""
    fifth = 2 * np.pi / PAIRS
    turn = np.abs((np.arctan2(x, z) + fifth / 2) % fifth - fifth / 2)
    along, across = radius * np.cos(turn), radius * np.sin(turn)
    center = 0.0135 + 0.19 * np.maximum(along - 0.055, 0) + 0.35 * np.maximum(along - 0.055, 0) ** 2
    beside = np.abs(across - center) * 0.97
    width = _spoke_half(radius)
    chamfered = beside - width + 0.35 * np.maximum(depth - 0.006, 0)
    flank = np.maximum(chamfered, np.maximum(radius - 0.249, 0.03 - radius))
    return smooth_max(flank, depth - 0.0165, 0.008)


def _wells(x: Array, y: Array, z: Array, radius: float) -> Array:
    """Five holes in the hub for the wheel bolts, open to the outside."""
    angles = 2 * np.pi * (np.arange(PAIRS) + 0.5) / PAIRS
    around = [np.hypot(x - 0.051 * np.sin(a), z - 0.051 * np.cos(a)) for a in angles]
    return np.maximum(np.min(around, axis=0) - radius, 0.045 - y)


def bolt_shape(x: Array, y: Array, z: Array) -> Array:
    """The heads of the five bolts."""
    return np.maximum(_wells(x, y, z, 0.0070), y - 0.058)


def disc_shape(x: Array, y: Array, z: Array) -> Array:
    """The brake disc with its hat."""
    radius = np.hypot(x, z)
    disc = box((radius - 0.125, y - 0.022, np.zeros_like(x)), (0.040, 0.011, 1.0), 0.002)
    hat = box((radius, y - 0.028, np.zeros_like(x)), (0.088, 0.014, 1.0), 0.004)
    return np.minimum(disc, hat)


def caliper_shape(x: Array, y: Array, z: Array) -> Array:
    """The caliper, clasping the disc on the rear side of the axle."""
    radius, angle = np.hypot(x, z), np.arctan2(z, x)
    return box((radius - 0.146, y - 0.020, angle * 0.146), (0.034, 0.028, 0.075), 0.010)


def _liner(axle: float) -> Mesh:
    """The dark inner side of a wheel arch: a half tunnel closed by a wall."""
    angle = np.linspace(-0.5, np.pi + 0.5, 49)
    radius = shape.ARCH_RADIUS + 0.006
    arc = np.stack([axle + radius * np.cos(angle), shape.WHEEL_HEIGHT + radius * np.sin(angle)], 1)

    def ring(y: float, scale: float = 1.0) -> Array:
        points = np.array([axle, shape.WHEEL_HEIGHT]) + scale * (arc - [axle, shape.WHEEL_HEIGHT])
        return np.insert(points, 1, y, axis=1)

    def between(outer: Array, inner: Array) -> Mesh:
        return wall(np.stack([outer[:-1], outer[1:]], 1), np.stack([inner[:-1], inner[1:]], 1))

    outside, inside = ring(0.885), ring(0.885 - LINER_DEPTH)
    return join([between(outside, inside), between(inside, ring(0.885 - LINER_DEPTH, 0.0))])
