"""What the mask of the painted parts is judged from: smoothed colors, texture, place on the car."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from carmp_desktop.core.engines.studio import oklab
from carmp_desktop.core.engines.studio.arrays import Bytes, Flags, Floats

_TEXTURE_WINDOW = 0.008


@dataclass(frozen=True, slots=True)
class Features:
    """Layers over the car's box; all ``h×w``.

    ``lightness``, ``chroma``, ``hue`` (degrees) are those of the smoothed photo; ``texture`` is
    the local deviation of lightness; ``depth`` is 0 at the roof and 1 at the ground of the whole
    car; ``car`` is the silhouette; ``smooth`` is the smoothed photo itself (``h×w×3``, bytes).
    """

    smooth: Bytes
    lightness: Floats
    chroma: Floats
    hue: Floats
    texture: Floats
    depth: Floats
    car: Flags

    @property
    def width(self) -> int:
        """The car's width in pixels."""
        return int(self.car.shape[1])

    def size(self, share: float) -> int:
        """A share of the car's width in pixels, at least 1."""
        return max(1, round(share * self.width))


def features_of(photo: Bytes, alpha: Bytes) -> tuple[Features, tuple[slice, slice]]:
    """The features inside the car's box, and where that box is in ``photo`` (``H×W×3``)."""
    x, y, width, height = cv2.boundingRect((alpha > 127).astype(np.uint8))
    box = (slice(y, y + height), slice(x, x + width))
    part = np.ascontiguousarray(photo[box])
    smooth = cv2.bilateralFilter(part, 7, 22, 5).astype(np.uint8)
    lightness, chroma, hue = oklab.polar(oklab.from_srgb(smooth))
    car = alpha[box] > 127
    rows = np.linspace(0, 1, height, dtype=np.float32)[:, np.newaxis]
    features = Features(
        smooth=smooth,
        lightness=lightness,
        chroma=chroma,
        hue=hue,
        texture=_texture(oklab.from_srgb(part)[..., 0], car),
        depth=np.broadcast_to(rows, (height, width)),
        car=car,
    )
    return features, box


def _texture(lightness: Floats, car: Flags) -> Floats:
    """Deviation of lightness around each pixel, over the car alone: its outline is no texture."""
    size = 2 * max(2, round(_TEXTURE_WINDOW * car.shape[1])) + 1
    within = cv2.erode(np.pad(car.astype(np.uint8), 1), np.ones((5, 5), np.uint8))[1:-1, 1:-1]
    weight = within.astype(np.float32)
    total = np.maximum(cv2.blur(weight, (size, size)), 1e-3)
    mean = cv2.blur(lightness * weight, (size, size)) / total
    square = cv2.blur(lightness * lightness * weight, (size, size)) / total
    texture: Floats = np.sqrt(np.maximum(square - mean * mean, 0)).astype(np.float32)
    return texture
