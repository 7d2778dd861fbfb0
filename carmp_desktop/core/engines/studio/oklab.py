"""Conversion between eight-bit sRGB and OKLab, the space in which paint is exchanged.

Source: Björn Ottosson, "A perceptual color space for image processing" (2020). Lightness runs
from 0 to 1; chroma of sRGB colors stays below about 0.33.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from carmp_desktop.core.engines.studio.arrays import Bytes, Floats

_LMS = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    np.float32,
)
_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ],
    np.float32,
)
_LMS_BACK = np.linalg.inv(_LMS.astype(np.float64)).astype(np.float32)
_LAB_BACK = np.linalg.inv(_LAB.astype(np.float64)).astype(np.float32)

_STEPS = 4096


def _linear(encoded: NDArray[np.float64]) -> Floats:
    low = encoded / 12.92
    return np.where(encoded <= 0.04045, low, ((encoded + 0.055) / 1.055) ** 2.4).astype(np.float32)


def _encoded(linear: NDArray[np.float64]) -> Bytes:
    high = 1.055 * np.power(linear, 1 / 2.4) - 0.055
    values: Bytes = np.rint(255 * np.where(linear <= 0.0031308, 12.92 * linear, high))
    return values.astype(np.uint8)


_FROM_BYTES = _linear(np.arange(256) / 255)
# Steps even in the square root: dark tones need finer ones than bright tones do.
_TO_BYTES = _encoded((np.arange(_STEPS) / (_STEPS - 1)) ** 2)


def from_srgb(rgb: Bytes) -> Floats:
    """An ``…×3`` sRGB array (0 to 255) as OKLab ``L, a, b`` of the same shape."""
    flat = _FROM_BYTES[rgb].reshape(-1, 1, 3)
    cone = cv2.transform(flat, _LMS)
    lab: Floats = cv2.transform(np.cbrt(cone), _LAB).reshape(rgb.shape)
    return lab


def to_srgb(lab: Floats) -> Bytes:
    """OKLab ``L, a, b`` as sRGB (0 to 255); what lies outside of sRGB is cut at its faces."""
    cone = cv2.transform(np.ascontiguousarray(lab).reshape(-1, 1, 3), _LAB_BACK)
    linear = np.clip(cv2.transform(cone * cone * cone, _LMS_BACK), 0.0, 1.0)
    steps = np.rint(np.sqrt(linear) * (_STEPS - 1)).astype(np.int32)
    rgb: Bytes = _TO_BYTES[steps].reshape(lab.shape)
    return rgb


def polar(lab: Floats) -> tuple[Floats, Floats, Floats]:
    """Lightness, chroma and hue in degrees (0 to 360), each of the leading shape."""
    lightness, green_red, blue_yellow = lab[..., 0], lab[..., 1], lab[..., 2]
    chroma = np.hypot(green_red, blue_yellow)
    hue = np.mod(np.degrees(np.arctan2(blue_yellow, green_red)), 360.0)
    return lightness, chroma, hue


def hue_distance(hue: Floats, other: float) -> Floats:
    """How far each hue lies from another one, in degrees, 0 to 180."""
    return np.abs(np.mod(hue - other + 180.0, 360.0) - 180.0)
