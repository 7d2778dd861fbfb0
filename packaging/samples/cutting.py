"""Cutting a mesh along lines, as a body shop would cut sheet metal.

A signed distance per point says on which side of the line a triangle lies; triangles under the
line are divided there. New points take their normals from both neighbors, so a cut leaves no
trace in the reflections.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from implicit import Array
from mesh import Flags, Indices, Mesh, join

ON_LINE = 1e-7  # points nearer to the line than this, in meters, are taken as outside of it


def split(mesh: Mesh, distance: Array) -> tuple[Mesh, Mesh]:
    """The parts of the mesh where ``distance`` (one per point) is negative, and positive."""
    distance = np.where(np.abs(distance) < ON_LINE, ON_LINE, distance)
    outside = distance > 0
    count = outside[mesh.triangles].sum(axis=1)
    mixed = (count == 1) | (count == 2)
    lone = count == 1
    rows = mesh.triangles[mixed]
    is_lone = outside[rows] == lone[mixed][:, None]
    first = np.argmax(is_lone, axis=1)
    turn = (first[:, None] + np.arange(3)) % 3
    a, b, c = np.take_along_axis(rows, turn, axis=1).T
    cut, ab, ac = _cut_points(mesh, distance, np.stack([a, b], 1), np.stack([a, c], 1))
    tips = np.stack([a, ab, ac], axis=1)
    bases = np.concatenate([np.stack([ab, b, c], 1), np.stack([ab, c, ac], 1)])
    tip_outside = lone[mixed]
    base_outside = np.tile(~tip_outside, 2)
    triangles = np.concatenate([mesh.triangles[~mixed], tips, bases])
    is_outside = np.concatenate([count[~mixed] == 3, tip_outside, base_outside])
    whole = Mesh(cut.points, cut.normals, triangles)
    return whole.only(~is_outside), whole.only(is_outside)


def groove(mesh: Mesh, distance: Array, width: float) -> Mesh:
    """The mesh without a band of ``width`` meters along the line where ``distance`` is zero."""
    inner, rest = split(_tagged(mesh, distance), distance + width / 2)
    _, outer = split(rest, rest.normals[:, 3] - width / 2)
    return _untagged(join([inner, outer]))


def groove_within(mesh: Mesh, distance: Array, where: Flags, width: float) -> Mesh:
    """A groove in those triangles alone all of whose corners lie within ``where``."""
    chosen = np.all(where[mesh.triangles], axis=1)
    inside = _tagged(mesh, distance).only(chosen)
    cut = groove(_untagged(inside), inside.normals[:, 3], width)
    return join([cut, mesh.only(~chosen)])


def band(mesh: Mesh, distance: Array, low: float, high: float) -> Mesh:
    """The part of the mesh whose distance lies between ``low`` and ``high``."""
    _, above = split(_tagged(mesh, distance), distance - low)
    between, _ = split(above, above.normals[:, 3] - high)
    return _untagged(between)


def _tagged(mesh: Mesh, distance: Array) -> Mesh:
    """The mesh with the distance as a fourth column of its normals, to be divided with them."""
    return replace(mesh, normals=np.column_stack([mesh.normals, distance]))


def _untagged(mesh: Mesh) -> Mesh:
    """The mesh without that column."""
    return replace(mesh, normals=mesh.normals[:, :3])


def _cut_points(
    mesh: Mesh, distance: Array, ab: Indices, ac: Indices
) -> tuple[Mesh, Indices, Indices]:
    """The mesh with points added where the line crosses edges, and their names per triangle."""
    edges = np.sort(np.concatenate([ab, ac]), axis=1)
    unique, named = np.unique(edges, axis=0, return_inverse=True)
    d0, d1 = distance[unique].T
    t = (d0 / (d0 - d1))[:, None]
    points = (1 - t) * mesh.points[unique[:, 0]] + t * mesh.points[unique[:, 1]]
    normals = (1 - t) * mesh.normals[unique[:, 0]] + t * mesh.normals[unique[:, 1]]
    normals[:, :3] /= np.maximum(np.linalg.norm(normals[:, :3], axis=1, keepdims=True), 1e-9)
    names = len(mesh.points) + named.reshape(2, -1)
    grown = Mesh(
        np.concatenate([mesh.points, points]),
        np.concatenate([mesh.normals, normals]),
        mesh.triangles,
    )
    return grown, names[0], names[1]
