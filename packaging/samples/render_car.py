"""Renders the sample photos of one car, our own design, with Blender's Cycles.

    blender -b -P packaging/samples/render_car.py -- --out resources/samples

Nothing is downloaded and nothing is drawn at random without a fixed seed. Needs Blender 3.4 with
numpy in its Python. ``--width``, ``--samples`` and ``--step`` make quick previews.
"""

from __future__ import annotations

import argparse
import math
import sys
from dataclasses import dataclass
from pathlib import Path

import bpy
from mathutils import Vector

sys.path.insert(0, str(Path(__file__).parent))

import blend
import body
import details
import materials
import setting
import shape
import wheels

LARGEST = 350_000  # bytes of one picture
QUALITIES = range(88, 60, -3)
SCAN, COMMENT = 0xDA, 0xFE  # JPEG segment markers


@dataclass(frozen=True)
class View:
    """A camera: azimuth in degrees clockwise from the front, distance and height in meters."""

    name: str
    azimuth: float
    distance: float
    height: float
    lens: float
    aim: tuple[float, float, float]


VIEWS = (
    View("sample_front_3_4", 45, 6.9, 1.52, 42, (0.0, 0.10, 0.78)),
    View("sample_side", 90, 7.6, 1.45, 44, (0.0, 0.0, 0.80)),
    View("sample_rear_3_4", 135, 6.9, 1.55, 42, (0.0, 0.10, 0.80)),
)


def main(arguments: list[str]) -> None:
    """Build the scene once and render every view asked for."""
    options = _options(arguments)
    bpy.ops.wm.read_factory_settings(use_empty=True)
    _park_car(options.step)
    setting.build()
    _prepare(options)
    for view in VIEWS:
        if options.view in ("all", view.name):
            _shoot(view, options.out)


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Render the sample photos.")
    parser.add_argument("--out", type=Path, required=True, help="folder the pictures go into")
    parser.add_argument("--view", default="all", choices=["all", *(v.name for v in VIEWS)])
    parser.add_argument("--width", type=int, default=1600, help="pixels; the ratio is 3:2")
    parser.add_argument("--samples", type=int, default=112, help="light paths per pixel")
    parser.add_argument("--step", type=float, default=0.009, help="fineness of the skin, meters")
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args(arguments)


def _park_car(step: float) -> None:
    """Put all parts of the car into the scene, its middle over the origin."""
    by_name = materials.build()
    for part in (*body.build(step), *wheels.build(), *details.build()):
        blend.to_object(part.name, part.mesh, by_name[part.material], shift=-shape.LENGTH / 2)


def _prepare(options: argparse.Namespace) -> None:
    """Choose the renderer, the size and the look of the pictures."""
    scene = bpy.context.scene
    render, cycles = scene.render, scene.cycles
    render.engine = "CYCLES"
    render.threads_mode, render.threads = "FIXED", options.threads
    render.resolution_x, render.resolution_y = options.width, round(options.width / 1.5)
    render.image_settings.file_format = "JPEG"
    cycles.samples, cycles.seed = options.samples, 0
    cycles.use_adaptive_sampling, cycles.adaptive_threshold = True, 0.02
    cycles.use_denoising = False
    cycles.max_bounces, cycles.transparent_max_bounces = 7, 16
    cycles.caustics_reflective = cycles.caustics_refractive = False
    cycles.sample_clamp_indirect = 3.0
    scene.view_settings.view_transform = "Filmic"
    scene.view_settings.look = "High Contrast"
    scene.view_settings.exposure = 0.45


def _shoot(view: View, folder: Path) -> None:
    """Render one view into the folder."""
    scene = bpy.context.scene
    scene.camera = _camera(view)
    bpy.ops.render.render()
    target = (folder / f"{view.name}.jpg").resolve()
    for quality in QUALITIES:
        scene.render.image_settings.quality = quality
        bpy.data.images["Render Result"].save_render(str(target))
        target.write_bytes(_without_comments(target.read_bytes()))
        if target.stat().st_size <= LARGEST:
            return


def _camera(view: View) -> bpy.types.Object:
    """A camera at the view's place, focused on the car's near side."""
    camera = bpy.data.cameras.new(view.name)
    camera.lens = view.lens
    camera.dof.use_dof = True
    camera.dof.aperture_fstop = 3.2
    camera.dof.focus_distance = view.distance - 1.0
    placed = bpy.data.objects.new(view.name, camera)
    angle = math.radians(view.azimuth)
    aside = Vector((-math.cos(angle), math.sin(angle), 0)) * view.distance
    placed.location = aside + Vector((0, 0, view.height))
    toward = Vector(view.aim) - placed.location
    placed.rotation_euler = toward.to_track_quat("-Z", "Y").to_euler()
    bpy.context.collection.objects.link(placed)
    return placed


def _without_comments(jpeg: bytes) -> bytes:
    """The JPEG without its comment segments, where Blender writes dates, files and times."""
    kept, at = [jpeg[:2]], 2
    while jpeg[at + 1] != SCAN:
        end = at + 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
        if jpeg[at + 1] != COMMENT:
            kept.append(jpeg[at:end])
        at = end
    return b"".join([*kept, jpeg[at:]])


if __name__ == "__main__":
    main(sys.argv[sys.argv.index("--") + 1 :])
