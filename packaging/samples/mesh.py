"""Triangle meshes with normals: moving, mirroring and joining them, and folding their edges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from implicit import Array
from numpy.typing import NDArray

Indices = NDArray[np.int64]
Flags = NDArray[np.bool_]

ON_MIDDLE = 1e-5  # meters from the plane y = 0 that count as on it


@dataclass(frozen=True)
class Mesh:
    """Points and normals (n × 3, meters) and triangles (m × 3 indices, counterclockwise)."""

    points: Array
    normals: Array
    triangles: Indices

    def only(self, keep: Flags) -> Mesh:
        """The mesh of the kept triangles and the points they use."""
        triangles = self.triangles[keep]
        used, renamed = np.unique(triangles, return_inverse=True)
        return Mesh(self.points[used], self.normals[used], renamed.reshape(-1, 3))

    def moved(self, offset: tuple[float, float, float]) -> Mesh:
        """The mesh shifted by ``offset``."""
        return Mesh(self.points + np.array(offset), self.normals, self.triangles)

    def sunk(self, depth: float) -> Mesh:
        """The mesh shifted inward along its normals by ``depth``."""
        return Mesh(self.points - depth * self.normals, self.normals, self.triangles)

    def mirrored(self) -> Mesh:
        """The same on the other side of the plane y = 0."""
        flip = np.array([1.0, -1.0, 1.0])
        return Mesh(self.points * flip, self.normals * flip, self.triangles[:, ::-1])


def join(meshes: Sequence[Mesh]) -> Mesh:
    """All meshes as one; points are not merged."""
    starts = np.cumsum([0, *(len(m.points) for m in meshes)])
    return Mesh(
        np.concatenate([m.points for m in meshes]),
        np.concatenate([m.normals for m in meshes]),
        np.concatenate([m.triangles + s for m, s in zip(meshes, starts, strict=False)]),
    )


def both_sides(mesh: Mesh) -> Mesh:
    """The mesh and its mirror image."""
    return join([mesh, mesh.mirrored()])


def folded(mesh: Mesh, depth: float) -> Mesh:
    """The mesh with its free edges folded inward by ``depth``, as sheet metal is hemmed."""
    edges = _outer_edges(mesh)
    top = mesh.points[edges]
    return join([mesh, wall(top, top - depth * mesh.normals[edges])])


def drawn_in(mesh: Mesh, offset: tuple[float, float, float]) -> Mesh:
    """Walls from the mesh's free edges to their copies shifted by ``offset``: a recess's sides."""
    top = mesh.points[_outer_edges(mesh)]
    return wall(top, top + np.array(offset))


def wall(top: Array, bottom: Array) -> Mesh:
    """Flat squares between edges ``top`` and ``bottom`` (each n × 2 × 3)."""
    corners = np.stack([top[:, 1], top[:, 0], bottom[:, 0], bottom[:, 1]], axis=1)
    face = np.cross(corners[:, 1] - corners[:, 0], corners[:, 3] - corners[:, 0])
    face /= np.maximum(np.linalg.norm(face, axis=1, keepdims=True), 1e-12)
    return squares(corners, face)


def squares(corners: Array, normals: Array) -> Mesh:
    """Separate flat squares from their corners (n × 4 × 3) and one normal each (n × 3)."""
    first = 4 * np.arange(len(corners))[:, None]
    halves = [first + np.array(half) for half in ((0, 1, 2), (0, 2, 3))]
    return Mesh(corners.reshape(-1, 3), np.repeat(normals, 4, axis=0), np.concatenate(halves))


def free_edges(mesh: Mesh) -> Indices:
    """Edges (n × 2) that belong to one triangle only, in that triangle's direction."""
    t = mesh.triangles
    edges = np.concatenate([t[:, [0, 1]], t[:, [1, 2]], t[:, [2, 0]]])
    key = np.sort(edges, axis=1) @ np.array([len(mesh.points), 1])
    _, at, count = np.unique(key, return_index=True, return_counts=True)
    return edges[at[count == 1]]


def _outer_edges(mesh: Mesh) -> Indices:
    """The free edges except those on the plane y = 0, where the mirror image goes on."""
    edges = free_edges(mesh)
    on_middle = np.all(np.abs(mesh.points[edges][:, :, 1]) < ON_MIDDLE, axis=1)
    return edges[~on_middle]
