"""Corrections by hand: strokes over the picture that say what is car and what is paint.

A stroke is sure, and so is whatever lies far from any stroke; between the two a watershed on the
photo finds the edge anew. About a tenth of a second at the picture's full size, so it can follow
the pointer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from carmp_desktop.core.engines.studio.arrays import Bytes, Flags, to_bytes
from carmp_desktop.core.engines.studio.contour import softened
from carmp_desktop.core.engines.studio.paint_mask import soft_mask
from carmp_desktop.core.engines.studio.scene import Scene

_NO, _YES = 1, 2
_REACH = 0.07
_SURE_DEPTH = 0.006
_SOFTNESS = 0.9


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line drawn with a round brush: ``points`` (x, y) and ``width`` in the picture's pixels.

    ``adds`` is True for "this is car" or "this is painted", False for the opposite.
    """

    points: tuple[tuple[float, float], ...]
    width: float
    adds: bool


def retouch(scene: Scene, outline: Sequence[Stroke], paint: Sequence[Stroke]) -> Scene:
    """The scene with its outline and its painted parts corrected; no doubt is left about either.

    Later strokes win over earlier ones. Without strokes of a kind, that layer stays as it is.
    """
    if outline:
        scene = replace(scene, alpha=_new_alpha(scene, outline), doubts=())
        scene = replace(scene, paint=np.minimum(scene.paint, scene.alpha))
    if paint:
        scene = replace(scene, paint=_new_paint(scene, paint), paint_doubts=())
    return replace(scene, by_hand=True) if outline or paint else scene


def _new_alpha(scene: Scene, strokes: Sequence[Stroke]) -> Bytes:
    before = scene.alpha > 127
    after = _redrawn(scene.photo, before, strokes, size=_car_width(scene))
    soft = to_bytes(softened(after, softness=_SOFTNESS))
    # Where nothing changed, the finer edge of before stays.
    changed = cv2.dilate((before != after).astype(np.uint8), np.ones((7, 7), np.uint8)) > 0
    return np.where(changed, soft, scene.alpha)


def _new_paint(scene: Scene, strokes: Sequence[Stroke]) -> Bytes:
    before = scene.paint > 127
    after = _redrawn(scene.photo, before, strokes, size=_car_width(scene)) & (scene.alpha > 8)
    soft = soft_mask(after, scene.alpha)
    changed = cv2.dilate((before != after).astype(np.uint8), np.ones((7, 7), np.uint8)) > 0
    return np.where(changed, soft, scene.paint)


def _redrawn(photo: Bytes, mask: Flags, strokes: Sequence[Stroke], *, size: int) -> Flags:
    """The mask after the strokes; only near strokes that contradict it can it change."""
    depth = max(1, round(_SURE_DEPTH * size))
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * depth + 1, 2 * depth + 1))
    sure_yes = cv2.erode(mask.astype(np.uint8), kernel) > 0
    sure_no = cv2.dilate(mask.astype(np.uint8), kernel) == 0
    open_to_yes = _drawn(mask.shape, [s for s in strokes if s.adds], wider=_REACH * size)
    open_to_no = _drawn(mask.shape, [s for s in strokes if not s.adds], wider=_REACH * size)
    markers = np.zeros(mask.shape, np.int32)
    markers[sure_yes & ~open_to_no] = _YES
    markers[sure_no & ~open_to_yes] = _NO
    for stroke in strokes:
        markers[_drawn(mask.shape, [stroke], wider=0)] = _YES if stroke.adds else _NO
    if not (markers == _NO).any() or not (markers == _YES).any():
        return np.asarray(markers == _YES)
    flooded = cv2.watershed(cv2.GaussianBlur(photo, (0, 0), 1.0).astype(np.uint8), markers)
    seams = flooded == -1
    return np.asarray((flooded == _YES) | (seams & mask))


def _drawn(shape: tuple[int, ...], strokes: Sequence[Stroke], *, wider: float) -> Flags:
    canvas = np.zeros(shape, np.uint8)
    for stroke in strokes:
        points = np.rint(np.array(stroke.points, np.float32)).astype(np.int32).reshape(-1, 1, 2)
        width = max(1, round(stroke.width + 2 * wider))
        cv2.polylines(canvas, [points], isClosed=False, color=1, thickness=width)
        for x, y in points[[0, -1], 0].tolist():
            cv2.circle(canvas, (x, y), width // 2, 1, cv2.FILLED)
    return canvas > 0


def _car_width(scene: Scene) -> int:
    return int(np.count_nonzero((scene.alpha > 127).any(axis=0)))
