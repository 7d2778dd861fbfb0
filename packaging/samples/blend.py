"""Bringing meshes into Blender: one object per part, with the normals the shape has."""

from __future__ import annotations

import bpy
import numpy as np
from mesh import Mesh


def to_object(
    name: str, mesh: Mesh, material: bpy.types.Material, *, shift: float = 0.0
) -> bpy.types.Object:
    """Add the mesh to the scene with its own normals, moved along x by ``shift`` meters."""
    data = bpy.data.meshes.new(name)
    data.vertices.add(len(mesh.points))
    data.vertices.foreach_set("co", mesh.moved((shift, 0.0, 0.0)).points.ravel())
    corners = mesh.triangles.size
    data.loops.add(corners)
    data.loops.foreach_set("vertex_index", mesh.triangles.ravel())
    data.polygons.add(len(mesh.triangles))
    data.polygons.foreach_set("loop_start", np.arange(0, corners, 3))
    data.polygons.foreach_set("loop_total", np.full(len(mesh.triangles), 3))
    data.polygons.foreach_set("use_smooth", np.ones(len(mesh.triangles), dtype=bool))
    data.update(calc_edges=True)
    data.use_auto_smooth = True
    data.normals_split_custom_set_from_vertices(mesh.normals.tolist())
    data.materials.append(material)
    placed = bpy.data.objects.new(name, data)
    bpy.context.collection.objects.link(placed)
    return placed
