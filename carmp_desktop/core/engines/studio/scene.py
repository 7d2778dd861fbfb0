"""The car in the studio: where it stands, what it casts on the floor, and the finished picture.

Everything is in the finished picture's pixels (1536×1024). A `Scene` holds what later colors and
corrections of the same angle need, so that none of them needs the photo again.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from carmp_desktop.core.engines.studio.arrays import (
    PICTURE_HEIGHT,
    PICTURE_WIDTH,
    Bytes,
    Floats,
    to_bytes,
)
from carmp_desktop.core.engines.studio.backdrop import LIGHT, Backdrop, paint_backdrop
from carmp_desktop.core.engines.studio.segment import Borders, CutOut
from carmp_desktop.core.engines.studio.shadow import GroundLine, cast_shadow, reflect

_CAR_WIDTH, _CAR_HEIGHT = 0.80, 0.62
_BASE_LINE = 0.845

_OWN_COLOR = 0.96
_BLEED_BLURS = (1.5, 3.0, 6.0, 12.0)


@dataclass(frozen=True, slots=True)
class Scene:
    """One photo set into the studio.

    ``photo`` (``1024×1536×3``) is the photo moved to where the car stands, ``alpha`` and ``paint``
    (``1024×1536``, 0 to 255) are the car and its painted parts. ``doubts`` are about the outline,
    ``paint_doubts`` about the painted parts. ``by_hand`` is True once a person has corrected it.
    """

    photo: Bytes
    alpha: Bytes
    paint: Bytes
    cut: Borders = Borders()
    doubts: tuple[str, ...] = ()
    paint_doubts: tuple[str, ...] = ()
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Placement:
    """How the photo is moved: scaled by ``scale``, then shifted by ``left`` and ``top`` pixels."""

    scale: float
    left: float
    top: float


def place(alpha: Bytes, cut: Borders) -> Placement:
    """Where the car of this cut-out stands in the picture.

    A whole car is centered with air around it. A car that a border of the photo cuts off stands
    at that border of the picture, so that it is not shown as if it ended there.
    """
    x, y, width, height = cv2.boundingRect((alpha > 127).astype(np.uint8))
    room = 1.0 if cut.left and cut.right else _CAR_WIDTH
    scale = min(room * PICTURE_WIDTH / width, _CAR_HEIGHT * PICTURE_HEIGHT / height)
    left = (PICTURE_WIDTH - scale * width) / 2
    if cut.left != cut.right:
        left = 0.0 if cut.left else PICTURE_WIDTH - scale * width
    top = _BASE_LINE * PICTURE_HEIGHT - scale * height
    if cut.bottom:
        top = PICTURE_HEIGHT - scale * height
    return Placement(scale=scale, left=left - scale * x, top=top - scale * y)


def set_scene(rgb: Bytes, cut_out: CutOut, *, mirrored: bool = False) -> Scene:
    """Move a photo and its cut-out into the picture; the painted parts are not yet known.

    ``mirrored`` shows the car from its other side, and its plate and badges reversed.
    """
    alpha, cut = cut_out.alpha, cut_out.cut
    if mirrored:
        rgb, alpha = np.ascontiguousarray(rgb[:, ::-1]), np.ascontiguousarray(alpha[:, ::-1])
        cut = Borders(left=cut.right, top=cut.top, right=cut.left, bottom=cut.bottom)
    placement = place(alpha, cut)
    moved_alpha = _moved(alpha, placement, border=cv2.BORDER_CONSTANT)
    return Scene(
        photo=_moved(rgb, placement, border=cv2.BORDER_REPLICATE),
        alpha=moved_alpha,
        paint=np.zeros_like(moved_alpha),
        cut=cut,
        doubts=cut_out.doubts,
    )


def _moved(layer: Bytes, placement: Placement, *, border: int) -> Bytes:
    """The layer in the picture's frame. Shrinking averages first: a warp alone would alias."""
    scale, height, width = placement.scale, *layer.shape[:2]
    if scale < 1:
        smaller = (max(1, round(width * scale)), max(1, round(height * scale)))
        layer = cv2.resize(layer, smaller, interpolation=cv2.INTER_AREA).astype(np.uint8)
        scale = 1.0
    matrix = np.array([[scale, 0, placement.left], [0, scale, placement.top]], np.float32)
    size = (PICTURE_WIDTH, PICTURE_HEIGHT)
    moved = cv2.warpAffine(layer, matrix, size, flags=cv2.INTER_LINEAR, borderMode=border)
    return moved.astype(np.uint8, copy=False)


def own_colors(photo: Bytes, alpha: Bytes) -> Bytes:
    """The photo with every pixel near the car's edge in the car's own color.

    An edge pixel is a mixture of car and surroundings; on another backdrop it would be a halo.
    """
    box = _around(alpha)
    result = photo.copy()
    result[box] = _bled(photo[box], alpha[box])
    return result


def _around(alpha: Bytes) -> tuple[slice, slice]:
    x, y, width, height = cv2.boundingRect(alpha)
    margin = round(3 * _BLEED_BLURS[-1])
    rows = slice(max(0, y - margin), y + height + margin)
    return rows, slice(max(0, x - margin), x + width + margin)


def _bled(photo: Bytes, alpha: Bytes) -> Bytes:
    solid = alpha > 255 * _OWN_COLOR
    result = photo.copy()
    missing = (alpha > 0) & ~solid
    weight = solid.astype(np.float32)
    source = photo.astype(np.float32) * weight[..., np.newaxis]
    for blur in _BLEED_BLURS:
        total = cv2.GaussianBlur(weight, (0, 0), blur)
        reached = missing & (total > 0.02)
        if reached.any():
            spread = cv2.GaussianBlur(source, (0, 0), blur)
            result[reached] = np.rint(spread[reached] / total[reached, np.newaxis])
            missing &= ~reached
    return result


class Stage:
    """A studio made ready for one car: its colors may change, its place and shadow do not."""

    def __init__(self, scene: Scene, backdrop: Backdrop = LIGHT) -> None:
        self._alpha = scene.alpha.astype(np.float32) / 255
        self._line = None if scene.cut.bottom else GroundLine.under(scene.alpha)
        self._floor = paint_backdrop(backdrop)
        if self._line is not None:
            self._floor *= 1 - cast_shadow(self._alpha, self._line)[..., np.newaxis]

    def with_car(self, car: Bytes) -> Bytes:
        """The finished picture with the car in these colors (``1024×1536×3``)."""
        colors = car.astype(np.float32) / 255
        picture = self._floor.copy()
        if self._line is not None:
            mirror, strength = reflect(colors, self._alpha, self._line)
            top = self._line.top
            picture[top:] += (mirror - picture[top:]) * strength[..., np.newaxis]
        over: Floats = picture + (colors - picture) * self._alpha[..., np.newaxis]
        return to_bytes(over)
