"""The surface of an implicit shape as a mesh whose points and normals lie on the shape itself."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from implicit import Array, Shape
from mesh import Flags, Indices, Mesh

NEWTON_STEPS = 6
SLAB = 24  # layers of the grid evaluated at once: a matter of memory alone


def polygonize(shape: Shape, low: Sequence[float], high: Sequence[float], step: float) -> Mesh:
    """The surface of ``shape`` within the box, on a grid of ``step`` meters.

    Naive surface nets (S. Gibson, 1998): one point per cell the surface passes, one square per
    grid edge it crosses; the points are then brought onto the surface by Newton's method.
    """
    axes = [np.arange(a, b + step, step) for a, b in zip(low, high, strict=True)]
    values = _sampled(shape, axes)
    size = np.array(values.shape)
    inside = values < 0
    total = np.zeros((*(size - 1), 3))
    crossings = np.zeros(size - 1)
    squares: list[Indices] = []
    for axis in range(3):
        _cross_edges(axis, values, inside, total, crossings, squares)
    cells = np.flatnonzero(crossings)
    name = np.full(crossings.size, -1)
    name[cells] = np.arange(len(cells))
    mean = total.reshape(-1, 3)[cells] / crossings.reshape(-1)[cells, None]
    points = np.array(low) + step * mean
    quads = name[np.concatenate(squares)]
    triangles = np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])
    points, normals = settle(shape, points, step)
    return Mesh(points, normals, triangles)


def settle(shape: Shape, points: Array, step: float) -> tuple[Array, Array]:
    """The points brought onto the surface along its slope, and the normals found there."""
    for _ in range(NEWTON_STEPS):
        slope = gradient(shape, points, step / 20)
        value = shape(*points.T)
        move = slope * (value / np.maximum(np.sum(slope**2, axis=1), 1e-9))[:, None]
        length = np.linalg.norm(move, axis=1, keepdims=True)
        points = points - move * np.minimum(1, 0.5 * step / np.maximum(length, 1e-12))
    slope = gradient(shape, points, step / 10)
    return points, slope / np.maximum(np.linalg.norm(slope, axis=1, keepdims=True), 1e-9)


def gradient(shape: Shape, points: Array, reach: float) -> Array:
    """The shape's slope at the points (n × 3) by central differences over ± ``reach`` meters."""
    slope = np.empty_like(points)
    for axis in range(3):
        ahead, behind = points.copy(), points.copy()
        ahead[:, axis] += reach
        behind[:, axis] -= reach
        slope[:, axis] = (shape(*ahead.T) - shape(*behind.T)) / (2 * reach)
    return slope


def _sampled(shape: Shape, axes: list[Array]) -> Array:
    """The shape's values on the grid, evaluated slab by slab along the first axis."""
    slabs = []
    for start in range(0, len(axes[0]), SLAB):
        grid = np.meshgrid(axes[0][start : start + SLAB], axes[1], axes[2], indexing="ij")
        slabs.append(shape(*grid))
    return np.concatenate(slabs)


def _cross_edges(
    axis: int,
    values: Array,
    inside: Flags,
    total: Array,
    crossings: Array,
    squares: list[Indices],
) -> None:
    """Add the crossings of grid edges along ``axis`` to their four cells, and their squares."""
    size = np.array(values.shape)
    near = [slice(None)] * 3
    far = [slice(None)] * 3
    near[axis], far[axis] = slice(0, -1), slice(1, None)
    changes = inside[tuple(near)] != inside[tuple(far)]
    at = np.argwhere(changes)
    right, up = (axis + 1) % 3, (axis + 2) % 3
    kept = np.all((at[:, [right, up]] > 0) & (at[:, [right, up]] < size[[right, up]] - 1), axis=1)
    at = at[kept]
    ahead = at.copy()
    ahead[:, axis] += 1
    v0, v1 = values[tuple(at.T)], values[tuple(ahead.T)]
    crossing = at.astype(float)
    crossing[:, axis] += v0 / (v0 - v1)
    around = []
    for move_right, move_up in ((-1, -1), (0, -1), (0, 0), (-1, 0)):
        cell = at.copy()
        cell[:, right] += move_right
        cell[:, up] += move_up
        flat = np.ravel_multi_index(tuple(cell.T), tuple(size - 1))
        np.add.at(crossings.reshape(-1), flat, 1)
        np.add.at(total.reshape(-1, 3), flat, crossing)
        around.append(flat)
    quads = np.stack(around, axis=1)
    outward = v0 < 0
    squares.append(np.where(outward[:, None], quads, quads[:, ::-1]))
