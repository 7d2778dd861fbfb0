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
_CLEARLY = 1.2
_LEAST_LIKENESS = 0.3  # two cars of no kinship stay below it
_TINY = 1e-6


def is_mirrored(source: Floats, made: Bytes, sizes: Sequence[float] = SAME_SIZE) -> bool:
    """Whether ``made`` (``H×W×3`` RGB) fits its source clearly better when it is flipped.

    ``source`` are the source's edges, see `edges_of`.
    """
    others = [edges_of(made, size) for size in sizes]
    if _likeness_in_place(source, others[0]) >= 1 / _CLEARLY:
        return False  # nothing is more like it than 1
    straight, flipped = likenesses(source, others)
    return flipped > _LEAST_LIKENESS and flipped > _CLEARLY * straight


def likenesses(source: Floats, others: Sequence[Floats]) -> tuple[float, float]:
    """How well edges agree as they are, and flipped, in the best position of the best size.

    From 0 (not at all) to 1 (the same).
    """
    straight, flipped = [], []
    for other in others:
        norm = _norm(source, other)
        canvas = _canvas(source, other)
        first = _spectrum(source, canvas)
        straight.append(_peak(first, _spectrum(other, canvas)) / norm)
        # Seen from the other side an edge's direction has turned: its number is the conjugate.
        flipped.append(_peak(first, _spectrum(np.conj(other[:, ::-1]), canvas)) / norm)
    return max(straight), max(flipped)


def _likeness_in_place(one: Floats, other: Floats) -> float:
    """How well edges agree where they are; 0 where they are of two sizes."""
    if one.shape != other.shape:
        return 0.0
    agreeing = one.real * other.real + one.imag * other.imag
    return float(agreeing.sum()) / _norm(one, other)


def _norm(one: Floats, other: Floats) -> float:
    return max(cv2.norm(_pairs(one)) * cv2.norm(_pairs(other)), _TINY)


def edges_of(rgb: Bytes, size: float = 1.0) -> Floats:
    """The edges of ``H×W×3`` RGB in ``size`` times the size of a look, as complex numbers.

    They have twice their direction, so that dark on light is light on dark.
    """
    shades = grey(sized(rgb, round(size * _LOOK))).astype(np.float32)
    smooth = cv2.GaussianBlur(shades, (0, 0), 0.8)
    across = cv2.Sobel(smooth, cv2.CV_32F, 1, 0)
    along = cv2.Sobel(smooth, cv2.CV_32F, 0, 1)
    edges = across + 1j * along
    strength = np.maximum(np.abs(edges), _TINY)
    # The strongest few would decide alone: a lamp against the night.
    most = np.percentile(strength, 95) + _TINY
    return np.asarray(edges * edges / strength * np.minimum(1, most / strength), np.complex64)


def _canvas(one: Floats, other: Floats) -> tuple[int, int]:
    """Room for both pictures beside each other, so that none meets itself around the border."""
    rows, columns = (sum(sides) for sides in zip(one.shape, other.shape, strict=True))
    return cv2.getOptimalDFTSize(rows), cv2.getOptimalDFTSize(columns)


def _spectrum(edges: Floats, canvas: tuple[int, int]) -> Floats:
    """The Fourier transform of edges in the corner of a canvas, in pairs."""
    rows, columns = edges.shape
    below, right = canvas[0] - rows, canvas[1] - columns
    padded = cv2.copyMakeBorder(_pairs(edges), 0, below, 0, right, cv2.BORDER_CONSTANT)
    return np.asarray(cv2.dft(padded, nonzeroRows=rows))


def _peak(first: Floats, second: Floats) -> float:
    """The highest correlation of two pictures, given their spectra."""
    product = cv2.mulSpectrums(first, second, 0, conjB=True)
    return float(cv2.idft(product, flags=cv2.DFT_SCALE)[..., 0].max())


def _pairs(edges: Floats) -> Floats:
    """Complex numbers as pairs of their parts, ``H×W×2``, which is what OpenCV knows of them."""
    return np.ascontiguousarray(edges).view(np.float32).reshape(*edges.shape, 2)
