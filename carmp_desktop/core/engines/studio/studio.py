"""A worker's whole job, step by step: photo in, scene kept, picture out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np

from carmp_desktop.core.engines.studio.network import SaliencyNetwork
from carmp_desktop.core.engines.studio.paint_mask import find_paint
from carmp_desktop.core.engines.studio.photo_input import read_photo
from carmp_desktop.core.engines.studio.problems import no_car, not_written
from carmp_desktop.core.engines.studio.repaint import repaint
from carmp_desktop.core.engines.studio.scene import Scene, Stage, own_colors, set_scene
from carmp_desktop.core.engines.studio.segment import cut_out
from carmp_desktop.core.engines.studio.sidecar import load_scene, png, save_scene
from carmp_desktop.core.engines.studio.tasks import Done, Task
from carmp_desktop.core.problems import Failure
from carmp_desktop.core.remarks import SMALL_CAR

_SMALL_CAR = 560


class Studio:
    """Makes pictures one after the other; the network is loaded when it is first needed."""

    def __init__(self, model_file: Path, workspace: Path) -> None:
        self._model_file = model_file
        self._workspace = workspace
        self._network: SaliencyNetwork | None = None

    def make(self, task: Task) -> Done:
        """Write the picture a task asks for. Raises `Failure`."""
        scene = load_scene(self._workspace, task.scene_id)
        if scene is None or (task.target is None and not scene.by_hand):
            scene = self.make_scene(task.photo)
            self._keep(task.scene_id, scene)
        car = own_colors(scene.photo, scene.alpha)
        doubts = scene.doubts
        if task.target is not None:
            car = repaint(car, scene.paint, task.target)
            doubts += scene.paint_doubts
        picture = Stage(scene).with_car(car)
        try:
            task.part.write_bytes(png(picture))
        except OSError as error:
            raise Failure(not_written(str(error))) from error
        return Done(doubts)

    def make_scene(self, photo: Path) -> Scene:
        """Cut the car out of a photo and set it into the studio. Raises `Failure`."""
        rgb = read_photo(photo)
        if self._network is None:
            self._network = SaliencyNetwork(self._model_file)
        found = cut_out(self._network, rgb)
        if found is None:
            raise Failure(no_car(photo.name))
        scene = set_scene(rgb, found)
        paint = find_paint(own_colors(scene.photo, scene.alpha), scene.alpha)
        width = int(np.count_nonzero((found.alpha > 127).any(axis=0)))
        soft = (SMALL_CAR,)
        return replace(
            scene,
            paint=paint.mask,
            paint_doubts=paint.doubts,
            doubts=scene.doubts + (soft if width < _SMALL_CAR else ()),
        )

    def _keep(self, scene_id: str, scene: Scene) -> None:
        try:
            save_scene(self._workspace, scene_id, scene)
        except OSError as error:
            raise Failure(not_written(str(error))) from error


def limit_threads(count: int) -> None:
    """How many threads OpenCV may use in this process."""
    cv2.setNumThreads(count)
