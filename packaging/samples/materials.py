"""The car's materials by name: paint, glass, rubber, plastics, metals and lamp lenses."""

from __future__ import annotations

from collections.abc import Callable

import bpy

Color = tuple[float, float, float]

COPPER: Color = (0.52, 0.080, 0.007)


def build() -> dict[str, bpy.types.Material]:
    """All materials of the car, by the names its parts use."""
    plain: dict[str, dict[str, object]] = {
        "gloss black": {"color": (0.006, 0.006, 0.007), "Roughness": 0.08, "Clearcoat": 0.6},
        "plastic": {"color": (0.018, 0.018, 0.019), "Roughness": 0.48},
        "dark": {"color": (0.004, 0.004, 0.004), "Roughness": 0.7},
        "chrome": {"color": (0.62, 0.63, 0.65), "Metallic": 1.0, "Roughness": 0.12},
        "alloy": {"color": (0.60, 0.61, 0.63), "Metallic": 0.75, "Roughness": 0.30},
        "alloy dark": {"color": (0.05, 0.05, 0.055), "Metallic": 0.7, "Roughness": 0.4},
        "steel": {"color": (0.14, 0.14, 0.145), "Metallic": 1.0, "Roughness": 0.42},
        "caliper": {"color": (0.10, 0.10, 0.11), "Roughness": 0.4},
        "lamp dark": {"color": (0.035, 0.036, 0.04), "Metallic": 0.8, "Roughness": 0.3},
        "reflector": {"color": (0.8, 0.8, 0.82), "Metallic": 1.0, "Roughness": 0.08},
        "light guide": {"color": (0.78, 0.80, 0.82), "Roughness": 0.25},
        "lamp red": {"color": (0.70, 0.05, 0.05), "Roughness": 0.25},
        "red guide": {"color": (0.85, 0.20, 0.18), "Roughness": 0.15},
        "plate": {"color": (0.72, 0.72, 0.70), "Roughness": 0.35},
        "fabric": {"color": (0.022, 0.021, 0.021), "Roughness": 0.9},
        "trim": {"color": (0.03, 0.03, 0.032), "Roughness": 0.6},
    }
    made = {name: _principled(name, **values) for name, values in plain.items()}
    special: dict[str, Callable[[str], bpy.types.Material]] = {
        "paint": _paint,
        "rubber": _rubber,
        "glass": lambda name: _thin_glass(name, (0.46, 0.51, 0.50)),
        "lens": lambda name: _thin_glass(name, (0.93, 0.95, 0.96)),
        "red lens": lambda name: _thin_glass(name, (0.90, 0.09, 0.08)),
    }
    return made | {name: make(name) for name, make in special.items()}


def _principled(name: str, color: Color, **inputs: object) -> bpy.types.Material:
    """A material of one Principled BSDF with the given inputs."""
    material = bpy.data.materials.new(name)
    material.use_nodes = True
    shader = material.node_tree.nodes["Principled BSDF"]
    shader.inputs["Base Color"].default_value = (*color, 1.0)
    for key, value in inputs.items():
        shader.inputs[key].default_value = value
    return material


def _paint(name: str) -> bpy.types.Material:
    """Metallic paint: fine flakes that tilt the base coat, under a smooth clear coat."""
    material = _principled(name, COPPER, Metallic=0.55, Roughness=0.36, Specular=0.3)
    nodes, links = material.node_tree.nodes, material.node_tree.links
    shader = nodes["Principled BSDF"]
    where = nodes.new("ShaderNodeTexCoord")
    flakes = nodes.new("ShaderNodeTexVoronoi")
    flakes.inputs["Scale"].default_value = 900.0
    bump = nodes.new("ShaderNodeBump")
    bump.inputs["Strength"].default_value = 0.05
    bump.inputs["Distance"].default_value = 0.0001
    links.new(where.outputs["Object"], flakes.inputs["Vector"])
    links.new(flakes.outputs["Color"], bump.inputs["Height"])
    links.new(bump.outputs["Normal"], shader.inputs["Normal"])
    _coat(material, shader.outputs["BSDF"], ior=1.52)
    return material


def _coat(material: bpy.types.Material, under: bpy.types.NodeSocket, *, ior: float) -> None:
    """A clear smooth layer over the shader ``under`` that mirrors by Fresnel's law.

    The Principled shader's own clear coat is held to a quarter of that, too dull for a car.
    """
    nodes, links = material.node_tree.nodes, material.node_tree.links
    mirror = nodes.new("ShaderNodeBsdfGlossy")
    mirror.inputs["Roughness"].default_value = 0.0
    fresnel = nodes.new("ShaderNodeFresnel")
    fresnel.inputs["IOR"].default_value = ior
    mix = nodes.new("ShaderNodeMixShader")
    links.new(fresnel.outputs["Fac"], mix.inputs["Fac"])
    links.new(under, mix.inputs[1])
    links.new(mirror.outputs["BSDF"], mix.inputs[2])
    links.new(mix.outputs["Shader"], nodes["Material Output"].inputs["Surface"])


def _rubber(name: str) -> bpy.types.Material:
    """Tire rubber, a little dusty in patches."""
    material = _principled(name, (0.02, 0.02, 0.02), Roughness=0.68)
    nodes, links = material.node_tree.nodes, material.node_tree.links
    where = nodes.new("ShaderNodeTexCoord")
    noise = nodes.new("ShaderNodeTexNoise")
    noise.inputs["Scale"].default_value = 9.0
    ramp = nodes.new("ShaderNodeValToRGB")
    ramp.color_ramp.elements[0].color = (0.010, 0.010, 0.010, 1)
    ramp.color_ramp.elements[1].color = (0.026, 0.025, 0.024, 1)
    links.new(where.outputs["Object"], noise.inputs["Vector"])
    links.new(noise.outputs["Fac"], ramp.inputs["Fac"])
    links.new(ramp.outputs["Color"], nodes["Principled BSDF"].inputs["Base Color"])
    return material


def _thin_glass(name: str, tint: Color) -> bpy.types.Material:
    """A thin pane: light goes straight through, tinted, and the sky is mirrored by Fresnel."""
    material = bpy.data.materials.new(name)
    material.use_nodes = True
    nodes = material.node_tree.nodes
    nodes.remove(nodes["Principled BSDF"])
    clear = nodes.new("ShaderNodeBsdfTransparent")
    clear.inputs["Color"].default_value = (*tint, 1.0)
    _coat(material, clear.outputs["BSDF"], ior=1.62)
    return material
