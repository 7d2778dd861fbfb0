"""Whether a picture shows its source the wrong way round: left for right.

Compared are the directions of edges, not the colors, over all positions at once and over several
sizes where the source is a photo, since the car may stand elsewhere in it.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from carmp_desktop.core.truth.views import Bytes, Floats, grey, sized

SAME_SIZE = (1.0,)
ANY_SIZE = (0.62, 0.72, 0.85, 1.0, 1.18, 1.4, 1.62)

_LOOK = 192  # pixels of the long side
_CANVAS = 512  # both pictures beside each other, so that none meets itself around the border
_CLEARLY = 1.2
_LEAST_LIKENESS = 0.3  # two cars of no kinship stay below it
_TINY = 1e-6


def is_mirrored(source: Bytes, made: Bytes, sizes: Sequence[float] = SAME_SIZE) -> bool:
    """Whether ``made`` fits its source clearly better when it is flipped; ``H×W×3`` RGB each."""
    straight, flipped = likenesses(source, made, sizes)
    return flipped > _LEAST_LIKENESS and flipped > _CLEARLY * straight


def likenesses(
    source: Bytes, made: Bytes, sizes: Sequence[float] = SAME_SIZE
) -> tuple[float, float]:
    """How well edges agree as they are, and flipped, in the best position and size.

    From 0 (not at all) to 1 (the same).
    """
    first = _edges(sized(source, _LOOK))
    spectrum = _spectrum(first)
    straight, flipped = [], []
    for size in sizes:
        second = _edges(sized(made, round(size * _LOOK)))
        norm = max(float(np.linalg.norm(first) * np.linalg.norm(second)), _TINY)
        other = _spectrum(second)
        straight.append(_peak(spectrum * np.conj(other)) / norm)
        # Flipped edges are the conjugate ones from right to left: their transform is at hand.
        flipped.append(_peak(spectrum * other[-np.arange(_CANVAS)]) / norm)
    return max(straight), max(flipped)


def _edges(rgb: Bytes) -> Floats:
    """Edges as complex numbers: twice their direction, so that dark on light is light on dark."""
    smooth = cv2.GaussianBlur(grey(rgb).astype(np.float32), (0, 0), 0.8)
    across = cv2.Sobel(smooth, cv2.CV_32F, 1, 0)
    along = cv2.Sobel(smooth, cv2.CV_32F, 0, 1)
    edges = across + 1j * along
    strength = np.maximum(np.abs(edges), _TINY)
    # The strongest few would decide alone: a lamp against the night.
    most = np.percentile(strength, 95) + _TINY
    return np.asarray(edges * edges / strength * np.minimum(1, most / strength), np.complex64)


def _spectrum(edges: Floats) -> Floats:
    return np.asarray(np.fft.fft2(edges, (_CANVAS, _CANVAS)))


def _peak(product: Floats) -> float:
    return float(np.fft.ifft2(product).real.max())
