"""One scene being corrected by hand: strokes in, masks and a picture out, saved when it is right.

The masks are found at full size, so what is seen is what is saved. The picture is rendered at half
size while strokes are drawn; what a stroke does not change is kept from the stroke before.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from pathlib import Path

import cv2
import numpy as np

from carmp_desktop.core.engines.studio import oklab
from carmp_desktop.core.engines.studio.arrays import Bytes, Floats
from carmp_desktop.core.engines.studio.backdrop import LIGHT, paint_backdrop
from carmp_desktop.core.engines.studio.corrections import Correction, History, Layer
from carmp_desktop.core.engines.studio.paints import Finish, PaintTarget
from carmp_desktop.core.engines.studio.problems import not_written
from carmp_desktop.core.engines.studio.repaint import repaint
from carmp_desktop.core.engines.studio.retouch import Stroke, retouch
from carmp_desktop.core.engines.studio.scene import Scene, Stage, own_colors
from carmp_desktop.core.engines.studio.shadow import GroundLine, cast_shadow
from carmp_desktop.core.engines.studio.sidecar import load_scene, save_scene
from carmp_desktop.core.problems import Failure, Problem

_RED = PaintTarget(lightness=0.47, chroma=0.185, hue=27, finish=Finish.METALLIC)
_BLUE = PaintTarget(lightness=0.42, chroma=0.13, hue=258, finish=Finish.METALLIC)
_REDDISH = 45
_COLORED = 0.06

_LEAST_AREA = 12
_STRAIGHT = 0.6


def no_scene() -> Problem:
    """What the picture was made from is gone, or was never kept."""
    return Problem(
        code="studio_no_scene",
        title="Nothing to touch up",
        sentence="The photo and the outline behind this picture are no longer kept.",
        action="Make the picture again, then touch it up.",
    )


class TouchUp:
    """A scene and the corrections made to it so far. Not to be used from two threads at once."""

    def __init__(self, workspace: Path, job_id: str, scene: Scene) -> None:
        self._workspace = workspace
        self._job_id = job_id
        self._scene = scene
        self._history = History()
        self._outlined: tuple[tuple[Stroke, ...], Scene] = ((), scene)
        self._corrected: tuple[tuple[Correction, ...], Scene] = ((), scene)
        self._sets: dict[bool, tuple[tuple[Stroke, ...], _Set]] = {}

    @classmethod
    def open(cls, workspace: Path, job_id: str) -> TouchUp:
        """Begin with the scene kept for an angle job. Raises `Failure` (``studio_no_scene``)."""
        scene = load_scene(workspace, job_id)
        if scene is None:
            raise Failure(no_scene())
        return cls(workspace, job_id, scene)

    @property
    def history(self) -> History:
        """What was done so far, to be asked what can be undone."""
        return self._history

    @property
    def original(self) -> Scene:
        """The scene as it was opened."""
        return self._scene

    def add(self, layer: Layer, stroke: Stroke) -> None:
        """Draw a stroke on a layer."""
        self._history.add(Correction(layer, stroke))

    def undo(self) -> None:
        """Take the last step back, where there is one."""
        self._history.undo()

    def redo(self) -> None:
        """Make the step again that was last taken back, where there is one."""
        self._history.redo()

    def reset(self) -> None:
        """Drop all strokes; this, too, can be undone."""
        self._history.reset()

    def corrected(self) -> Scene:
        """The scene with all strokes in force, at full size."""
        done = self._history.corrections
        if self._corrected[0] != done:
            outline = self._history.strokes(Layer.OUTLINE)
            if self._outlined[0] != outline:
                self._outlined = (outline, retouch(self._scene, outline, ()))
            paint = self._history.strokes(Layer.PAINT)
            self._corrected = (done, retouch(self._outlined[1], (), paint))
        return self._corrected[1]

    def preview(self, *, repainted: bool = False, fine: bool = False) -> Bytes:
        """The finished picture as it would be made now (``512×768×3``).

        ``repainted`` shows the car in a trial color that stands out from its own, so that faults
        of the paint mask are seen. ``fine`` renders at full size (``1024×1536×3``), which takes
        five times as long.
        """
        scene = self.corrected()
        outline = self._history.strokes(Layer.OUTLINE)
        if fine not in self._sets or self._sets[fine][0] != outline:
            shown = scene if fine else _halved(scene)
            self._sets[fine] = (outline, _Set(shown, self._floor))
        _, built = self._sets[fine]
        if not repainted:
            return built.stage.with_car(built.car)
        paint = scene.paint if fine else _half(scene.paint)
        return built.stage.with_car(repaint(built.car, paint, built.trial_for(paint)))

    @cached_property
    def _floor(self) -> Floats:
        return paint_backdrop(LIGHT)

    def save(self) -> None:
        """Keep the corrected scene in place of the old one. Raises `Failure`."""
        scene = self.corrected()
        try:
            save_scene(self._workspace, self._job_id, scene)
        except OSError as error:
            raise Failure(not_written(str(error))) from error
        # Where an older scene is still there, a refusal of the disk leaves that one in place.
        kept = load_scene(self._workspace, self._job_id)
        if kept is None or not _same_masks(kept, scene):
            raise Failure(not_written("The scene of before is still in place."))


class _Set:
    """The car's colors and the studio around it: what changes with the outline alone."""

    def __init__(self, scene: Scene, floor: Floats) -> None:
        self.car = own_colors(scene.photo, scene.alpha)
        self.stage = _SizedStage(scene, floor)

    def trial_for(self, paint: Bytes) -> PaintTarget:
        """Red, or blue for a car that is red itself."""
        body = self.car[paint > 200]
        if body.size == 0:
            return _RED
        _, a, b = np.median(oklab.from_srgb(body[np.newaxis])[0], axis=0)
        hue = np.degrees(np.arctan2(b, a))
        reddish = abs(hue - _RED.hue) < _REDDISH and np.hypot(a, b) > _COLORED
        return _BLUE if reddish else _RED


class _SizedStage(Stage):
    """A stage as large as its scene, whatever that size is, on a floor painted before."""

    def __init__(self, scene: Scene, floor: Floats) -> None:
        height, width = scene.alpha.shape
        self._alpha = scene.alpha.astype(np.float32) / 255
        stands = not scene.cut.bottom and bool((scene.alpha > 127).any())
        self._line = GroundLine.under(scene.alpha) if stands else None
        self._floor: Floats = cv2.resize(floor, (width, height), interpolation=cv2.INTER_AREA)
        if self._line is not None:
            shade = cast_shadow(self._alpha, self._line)
            self._floor = self._floor * (1 - shade)[..., np.newaxis]


def rings(mask: Bytes) -> tuple[Floats, ...]:
    """The closed lines around a mask's parts and holes, each ``N×2`` (x, y) in its pixels.

    Filled by the odd-even rule together they are the mask again; specks are left out.
    """
    solid = (mask > 127).astype(np.uint8)
    found, _ = cv2.findContours(solid, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
    kept = (line for line in found if cv2.contourArea(line) >= _LEAST_AREA)
    return tuple(cv2.approxPolyDP(line, _STRAIGHT, closed=True)[:, 0] + 0.5 for line in kept)


def _halved(scene: Scene) -> Scene:
    return replace(
        scene, photo=_half(scene.photo), alpha=_half(scene.alpha), paint=_half(scene.paint)
    )


def _half(layer: Bytes) -> Bytes:
    size = (layer.shape[1] // 2, layer.shape[0] // 2)
    half: Bytes = cv2.resize(layer, size, interpolation=cv2.INTER_AREA).astype(np.uint8)
    return half


def _same_masks(one: Scene, other: Scene) -> bool:
    return np.array_equal(one.alpha, other.alpha) and np.array_equal(one.paint, other.paint)
