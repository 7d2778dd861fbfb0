"""Which parts of a car are painted: the body, but not glass, tires, rims, lamps, grille or plate.

A body with a color of its own is told from everything else by its hue (`chromatic`). A white,
silver, grey or black one has no such mark; there, places that are surely painted and surely not
are found first, and a watershed between them finds the seams (`achromatic`). Strokes of a person
are further sure places, and always win.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from carmp_desktop.core.engines.studio import achromatic, chromatic
from carmp_desktop.core.engines.studio.arrays import Bytes, Flags
from carmp_desktop.core.engines.studio.features import features_of
from carmp_desktop.core.remarks import LITTLE_COLOR, PAINT_UNSURE

_EDGE_SOFTNESS = 0.8
_LEAST_SHARE, _MOST_SHARE = 0.16, 0.80


@dataclass(frozen=True, slots=True)
class PaintMask:
    """``mask`` is ``H×W``, 0 to 255, like the picture; ``doubts`` are sentences for the user."""

    mask: Bytes
    doubts: tuple[str, ...] = ()


def find_paint(photo: Bytes, alpha: Bytes) -> PaintMask:
    """The painted parts of the car ``alpha`` (``H×W``) in ``photo`` (``H×W×3``)."""
    features, box = features_of(photo, alpha)
    hue = chromatic.body_hue(features)
    doubts = []
    if hue is None:
        painted = achromatic.painted(features)
        doubts.append(LITTLE_COLOR)
    else:
        painted = chromatic.painted(features, hue)
    share = int(np.count_nonzero(painted)) / max(int(np.count_nonzero(features.car)), 1)
    if not _LEAST_SHARE < share < _MOST_SHARE:
        doubts = [PAINT_UNSURE]
    whole = np.zeros(alpha.shape, np.bool_)
    whole[box] = painted
    return PaintMask(soft_mask(whole, alpha), tuple(doubts))


def soft_mask(painted: Flags, alpha: Bytes) -> Bytes:
    """A mask as bytes with a soft edge, nowhere beyond the car.

    Along the car's own outline it stays full: there the alpha does the softening.
    """
    beyond = alpha < 8
    grown = cv2.dilate(painted.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    rim = grown & (alpha < 250) & ~beyond
    solid = np.where(painted | rim, np.uint8(255), np.uint8(0)).astype(np.uint8)
    soft: Bytes = cv2.GaussianBlur(solid, (0, 0), _EDGE_SOFTNESS).astype(np.uint8)
    soft[rim] = 255
    soft[beyond] = 0
    return soft
