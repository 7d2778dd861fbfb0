"""The setting: an asphalt lot with bay lines, a low wall, hedges, trees, a hall, sun and sky.

Distances are meters around the car's middle; the car's right side faces +y, and the cameras
stand on that side. What lies behind the cameras is there to be mirrored in the paint.
"""

from __future__ import annotations

import math

import bpy
import grounds
import numpy as np
from blend import to_object
from implicit import Array
from mesh import Mesh, join, squares

SUN_HEADING = (-0.42, 0.90)  # toward the sun, over the ground
SUN_HEIGHT = math.radians(43)
WALL_Y = -9.5
BAY = 2.7
LEAF = 0.034
SEED = 7


def build() -> None:
    """Put everything around the car into the scene."""
    _light()
    _ground()
    rng = np.random.default_rng(SEED)
    _hedges(rng)
    _trees(rng)
    _buildings()


def _light() -> None:
    """A soft sun and a sky with thin broken clouds."""
    scene = bpy.context.scene
    sun = bpy.data.lights.new("sun", type="SUN")
    sun.energy, sun.angle, sun.color = 3.6, math.radians(2.5), (1.0, 0.93, 0.84)
    lamp = bpy.data.objects.new("sun", sun)
    heading = math.atan2(SUN_HEADING[0], SUN_HEADING[1])
    lamp.rotation_euler = (math.pi / 2 - SUN_HEIGHT, 0, math.pi - heading)
    bpy.context.collection.objects.link(lamp)
    world = bpy.data.worlds.new("sky")
    world.use_nodes = True
    scene.world = world
    nodes, links = world.node_tree.nodes, world.node_tree.links
    sky = nodes.new("ShaderNodeTexSky")
    sky.sky_type, sky.sun_disc = "NISHITA", False
    sky.sun_elevation, sky.sun_rotation = SUN_HEIGHT, heading
    sky.dust_density, sky.air_density = 1.6, 1.0
    clouds = _clouds(world.node_tree)
    mix = nodes.new("ShaderNodeMixRGB")
    mix.inputs["Color2"].default_value = (7.0, 7.1, 7.3, 1)
    links.new(clouds, mix.inputs["Fac"])
    links.new(sky.outputs["Color"], mix.inputs["Color1"])
    links.new(mix.outputs["Color"], nodes["Background"].inputs["Color"])
    nodes["Background"].inputs["Strength"].default_value = 0.15


def _clouds(tree: bpy.types.NodeTree) -> bpy.types.NodeSocket:
    """How much cloud there is in a direction: noise on a flat layer overhead."""
    nodes, links = tree.nodes, tree.links
    where = nodes.new("ShaderNodeTexCoord")
    parts = nodes.new("ShaderNodeSeparateXYZ")
    raised = nodes.new("ShaderNodeMath")
    raised.operation, raised.inputs[1].default_value = "ADD", 0.22
    flat = nodes.new("ShaderNodeVectorMath")
    flat.operation = "DIVIDE"
    noise = nodes.new("ShaderNodeTexNoise")
    noise.inputs["Scale"].default_value = 1.3
    noise.inputs["Detail"].default_value = 7.0
    noise.inputs["Roughness"].default_value = 0.56
    ramp = nodes.new("ShaderNodeMapRange")
    ramp.inputs["From Min"].default_value, ramp.inputs["From Max"].default_value = 0.40, 0.72
    ramp.inputs["To Max"].default_value = 0.85
    links.new(where.outputs["Generated"], parts.inputs["Vector"])
    links.new(parts.outputs["Z"], raised.inputs[0])
    links.new(where.outputs["Generated"], flat.inputs[0])
    links.new(raised.outputs["Value"], flat.inputs[1])
    links.new(flat.outputs["Vector"], noise.inputs["Vector"])
    links.new(noise.outputs["Fac"], ramp.inputs["Value"])
    return ramp.outputs["Result"]


def _ground() -> None:
    """Asphalt, the lines of the bays, and strips of gravel along the wall."""
    _slab("asphalt", (0, 0, -0.05), (150, 150, 0.05), grounds.asphalt())
    white = grounds.mottled("line paint", (0.42, 0.42, 0.40), (0.20, 0.20, 0.20), scale=14.0)
    for bay in range(-9, 10):
        _slab("bay line", (1.4 + BAY * bay, -6.6, -0.047), (0.055, 2.5, 0.05), white)
    concrete = grounds.mottled("concrete", (0.36, 0.35, 0.33), (0.23, 0.225, 0.21), scale=2.2)
    _slab("curb", (0, WALL_Y + 0.25, 0.0), (60, 0.15, 0.11), concrete)
    for piece in range(-12, 13):
        _slab("wall", (piece * 4.0, WALL_Y - 0.6, 0.4), (1.99, 0.11, 0.40), concrete)
    soil = grounds.mottled("soil", (0.09, 0.10, 0.04), (0.05, 0.065, 0.02), scale=6.0)
    _slab("verge", (0, WALL_Y - 20.6, -0.03), (90, 20.0, 0.05), soil)
    _slab("verge", (0, 42, -0.03), (90, 20.0, 0.05), soil)


def _hedges(rng: np.random.Generator) -> None:
    """Clipped hedges behind the wall and far behind the cameras."""
    leaves = grounds.leaves("hedge leaves", (0.055, 0.115, 0.022), (0.10, 0.165, 0.035))
    segment = _foliage(rng, count=60000, half=(2.1, 0.55, 0.78), leaf=LEAF)
    first = to_object("hedge", segment, leaves)
    first.location = (-40.0, WALL_Y - 1.5, 0.85)
    for i in range(1, 20):
        _copy(first, (-40.0 + 4.1 * i, WALL_Y - 1.5, 0.85), turn=math.pi * (i % 2))
    for i in range(20):
        _copy(first, (-40.0 + 4.1 * i, 23.0, 0.85), turn=math.pi * (i % 2))


def _trees(rng: np.random.Generator) -> None:
    """Broad-leaved trees of two kinds in loose rows."""
    bark = grounds.mottled("bark", (0.10, 0.08, 0.06), (0.05, 0.04, 0.03), scale=9.0)
    shades = (((0.045, 0.10, 0.02), (0.09, 0.15, 0.03)), ((0.07, 0.12, 0.02), (0.13, 0.18, 0.04)))
    foliage = [grounds.leaves(f"leaves {i}", *shade) for i, shade in enumerate(shades)]
    kinds = [_tree(rng, bark, leaves) for leaves in foliage]
    for row, spacing in ((-19.0, 6.5), (-30.0, 8.5), (29.0, 7.5)):
        for x in np.arange(-62, 62, spacing):
            if row == -19.0 and 9.0 < x < 34.0:
                continue
            place = (x + rng.uniform(-1.6, 1.6), row + rng.uniform(-2.0, 2.0), 0.0)
            scale = rng.uniform(0.8, 1.25)
            for piece in kinds[rng.integers(2)]:
                _copy(piece, place, turn=rng.uniform(0, 2 * math.pi), scale=scale)


def _tree(
    rng: np.random.Generator, bark: bpy.types.Material, leaves: bpy.types.Material
) -> list[bpy.types.Object]:
    """A tree far out of sight, to be copied from: its crown of leaf clouds, and its trunk."""
    clouds = []
    for _ in range(44):
        angle, out = rng.uniform(0, 2 * np.pi), 2.5 * np.sqrt(rng.uniform())
        height = rng.uniform(1.9, 7.4)
        narrowing = 1.0 - 0.75 * (abs(height - 4.3) / 3.1) ** 1.6
        at = (out * narrowing * np.cos(angle), out * narrowing * np.sin(angle), height)
        radius = rng.uniform(0.45, 0.95)
        clouds.append(_foliage(rng, count=4200, half=(radius,) * 3, leaf=0.05).moved(at))
    crown = to_object("crown", join(clouds), leaves)
    bpy.ops.mesh.primitive_cone_add(
        vertices=12, radius1=0.19, radius2=0.07, depth=4.6, location=(0, 0, 2.3)
    )
    trunk = bpy.context.object
    trunk.data.materials.append(bark)
    for piece in (crown, trunk):
        piece.hide_render = True
    return [crown, trunk]


def _foliage(rng: np.random.Generator, *, count: int, half: tuple[float, ...], leaf: float) -> Mesh:
    """``count`` leaves, each a small bent square, near the surface of a rounded box."""
    direction = rng.normal(size=(count, 3))
    direction /= np.linalg.norm(direction, axis=1, keepdims=True)
    power = 2.0 if len(set(half)) == 1 else 7.0
    norm = np.sum(np.abs(direction) ** power, axis=1, keepdims=True) ** (1 / power)
    depth = rng.uniform(0.55, 1.10, size=(count, 1)) + 0.05 * np.sin(9 * direction).sum(1)[:, None]
    middle = direction / norm * depth * np.array(half)
    side, up = _frames(rng, direction)
    size = leaf * rng.uniform(0.6, 1.2, size=(count, 1))
    middle += (0.09 if power == 2.0 else 0.015) * rng.normal(size=(count, 3))
    corners = [middle - size * side, middle - size * up, middle + size * side, middle + size * up]
    return squares(np.stack(corners, axis=1), np.cross(side, up))


def _frames(rng: np.random.Generator, outward: Array) -> tuple[Array, Array]:
    """Two right-angled directions in each leaf, which faces outward but for a random tilt."""
    facing = outward + 0.9 * rng.normal(size=outward.shape)
    facing /= np.linalg.norm(facing, axis=1, keepdims=True)
    side = np.cross(facing, rng.normal(size=outward.shape))
    side /= np.linalg.norm(side, axis=1, keepdims=True)
    return side, np.cross(facing, side)


def _buildings() -> None:
    """A hall beyond the wall, and one behind the cameras."""
    cladding = grounds.mottled("cladding", (0.36, 0.38, 0.40), (0.30, 0.32, 0.34), scale=0.5)
    dark = grounds.mottled("hall windows", (0.03, 0.035, 0.04), (0.015, 0.018, 0.02), scale=0.8)
    for x, y, facing in ((22.0, -25.0, 1), (-16.0, 44.0, -1)):
        _slab("hall", (x, y, 2.9), (12.0, 5.0, 2.9), cladding)
        _slab("hall windows", (x, y + facing * 5.0, 3.9), (11.0, 0.04, 0.55), dark)
        for joint in range(-11, 12, 2):
            _slab("hall joint", (x + joint, y + facing * 5.0, 2.9), (0.02, 0.02, 2.8), dark)
        _slab("hall roof edge", (x, y, 5.85), (12.15, 5.15, 0.14), dark)


def _slab(
    name: str,
    middle: tuple[float, float, float],
    half: tuple[float, float, float],
    material: bpy.types.Material,
) -> None:
    """A plain box."""
    bpy.ops.mesh.primitive_cube_add(size=2, location=middle, scale=half)
    bpy.context.object.name = name
    bpy.context.object.data.materials.append(material)


def _copy(
    original: bpy.types.Object,
    place: tuple[float, float, float],
    *,
    turn: float,
    scale: float = 1.0,
) -> None:
    """The same mesh once more at another place."""
    copy = original.copy()
    copy.hide_render = False
    lift = original.location.z * scale if original.hide_render else 0.0
    copy.location = (place[0], place[1], place[2] + lift)
    copy.rotation_euler = (0, 0, turn)
    copy.scale = (scale, scale, scale)
    bpy.context.collection.objects.link(copy)
