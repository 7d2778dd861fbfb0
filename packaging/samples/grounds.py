"""The materials of the setting: asphalt, concrete and other mottled surfaces, and leaves."""

from __future__ import annotations

import bpy

Color = tuple[float, float, float]


def mottled(name: str, light: Color, dark: Color, *, scale: float) -> bpy.types.Material:
    """A rough surface whose color wanders between two tones."""
    material = bpy.data.materials.new(name)
    material.use_nodes = True
    tree = material.node_tree
    shader = tree.nodes["Principled BSDF"]
    shader.inputs["Roughness"].default_value = 0.85
    noise = _noise(tree, scale, detail=8.0)
    tree.links.new(_between(tree, noise, dark, light), shader.inputs["Base Color"])
    return material


def asphalt() -> bpy.types.Material:
    """Worn asphalt: stones in bitumen, broad stains, and a grain that catches the sun."""
    material = bpy.data.materials.new("asphalt")
    material.use_nodes = True
    tree = material.node_tree
    nodes, links = tree.nodes, tree.links
    shader = nodes["Principled BSDF"]
    shader.inputs["Specular"].default_value = 0.35
    shader.inputs["Roughness"].default_value = 0.82
    stains = _between(
        tree, _noise(tree, 0.35, detail=6.0), (0.050, 0.050, 0.050), (0.105, 0.102, 0.097)
    )
    stones = nodes.new("ShaderNodeTexVoronoi")
    stones.inputs["Scale"].default_value = 95.0
    links.new(_place(tree), stones.inputs["Vector"])
    gray = nodes.new("ShaderNodeRGBToBW")
    links.new(stones.outputs["Color"], gray.inputs["Color"])
    speckle = _between(tree, gray.outputs["Val"], (0.68, 0.68, 0.68), (1.38, 1.36, 1.34))
    color = nodes.new("ShaderNodeMixRGB")
    color.blend_type, color.inputs["Fac"].default_value = "MULTIPLY", 1.0
    links.new(stains, color.inputs["Color1"])
    links.new(speckle, color.inputs["Color2"])
    links.new(_cracked(tree, color.outputs["Color"]), shader.inputs["Base Color"])
    bump = nodes.new("ShaderNodeBump")
    bump.inputs["Strength"].default_value = 0.55
    bump.inputs["Distance"].default_value = 0.004
    links.new(stones.outputs["Distance"], bump.inputs["Height"])
    links.new(bump.outputs["Normal"], shader.inputs["Normal"])
    return material


def _cracked(tree: bpy.types.NodeTree, color: bpy.types.NodeSocket) -> bpy.types.NodeSocket:
    """The color with thin, wandering lines of tar where old cracks were sealed."""
    nodes, links = tree.nodes, tree.links
    bent = nodes.new("ShaderNodeMixRGB")
    bent.blend_type, bent.inputs["Fac"].default_value = "ADD", 0.55
    links.new(_place(tree), bent.inputs["Color1"])
    links.new(_noise(tree, 0.9, detail=5.0), bent.inputs["Color2"])
    cells = nodes.new("ShaderNodeTexVoronoi")
    cells.feature = "DISTANCE_TO_EDGE"
    cells.inputs["Scale"].default_value = 0.13
    links.new(bent.outputs["Color"], cells.inputs["Vector"])
    line = nodes.new("ShaderNodeMapRange")
    line.inputs["From Min"].default_value, line.inputs["From Max"].default_value = 0.0006, 0.0018
    links.new(cells.outputs["Distance"], line.inputs["Value"])
    tar = nodes.new("ShaderNodeMixRGB")
    tar.inputs["Color1"].default_value = (0.032, 0.032, 0.032, 1)
    links.new(line.outputs["Result"], tar.inputs["Fac"])
    links.new(color, tar.inputs["Color2"])
    return tar.outputs["Color"]


def leaves(name: str, dark: Color, light: Color) -> bpy.types.Material:
    """Leaves of many greens that let some light through."""
    material = bpy.data.materials.new(name)
    material.use_nodes = True
    tree = material.node_tree
    nodes, links = tree.nodes, tree.links
    shader = nodes["Principled BSDF"]
    shader.inputs["Roughness"].default_value = 0.55
    own = nodes.new("ShaderNodeNewGeometry")
    color = _between(tree, own.outputs["Random Per Island"], dark, light)
    through = nodes.new("ShaderNodeBsdfTranslucent")
    mix = nodes.new("ShaderNodeMixShader")
    mix.inputs["Fac"].default_value = 0.3
    links.new(color, shader.inputs["Base Color"])
    links.new(color, through.inputs["Color"])
    links.new(shader.outputs["BSDF"], mix.inputs[1])
    links.new(through.outputs["BSDF"], mix.inputs[2])
    links.new(mix.outputs["Shader"], nodes["Material Output"].inputs["Surface"])
    return material


def _place(tree: bpy.types.NodeTree) -> bpy.types.NodeSocket:
    """The place in the world, so that patterns keep their size on every object."""
    return tree.nodes.new("ShaderNodeNewGeometry").outputs["Position"]


def _noise(tree: bpy.types.NodeTree, scale: float, *, detail: float) -> bpy.types.NodeSocket:
    """Cloudy noise of ``scale`` features per meter."""
    noise = tree.nodes.new("ShaderNodeTexNoise")
    noise.inputs["Scale"].default_value = scale
    noise.inputs["Detail"].default_value = detail
    noise.inputs["Roughness"].default_value = 0.65
    tree.links.new(_place(tree), noise.inputs["Vector"])
    return noise.outputs["Fac"]


def _between(
    tree: bpy.types.NodeTree, factor: bpy.types.NodeSocket, low: Color, high: Color
) -> bpy.types.NodeSocket:
    """A color between ``low`` and ``high``."""
    ramp = tree.nodes.new("ShaderNodeMixRGB")
    ramp.inputs["Color1"].default_value = (*low, 1)
    ramp.inputs["Color2"].default_value = (*high, 1)
    tree.links.new(factor, ramp.inputs["Fac"])
    return ramp.outputs["Color"]
