"""The painted parts of a car whose paint has a hue: red, blue, green, orange and the like."""

from __future__ import annotations

import cv2
import numpy as np

from carmp_desktop.core.engines.studio import oklab
from carmp_desktop.core.engines.studio.arrays import Bytes, Flags, Floats
from carmp_desktop.core.engines.studio.features import Features

_BODY_DEPTHS = (0.22, 0.82)
_SMOOTH = 0.035
_BINS = 72
_PEAK_WIDTH = 26.0
_LEAST_SCORE, _LEAST_SCORE_BLUE = 0.010, 0.018
_LEAST_CHROMA = 0.055
_BLUE = (220.0, 290.0)

_HUE_REACH, _HUE_REACH_BLUE = 40.0, 26.0
_LEAST_SATURATION, _LEAST_ANY_CHROMA = 0.30, 0.022
_WEAK_HUE_REACH, _WEAK_SATURATION = 58.0, 0.10
_WEAK_REACH, _WEAK_DEPTH = 0.06, 0.36
_HIGHLIGHT, _SURROUNDED = 0.62, 0.58
_BROAD_RING, _BROAD_SATURATION, _BROAD_TEXTURE, _BROAD_LIGHTNESS = 0.95, 0.12, 0.02, 0.55


def body_hue(features: Features) -> float | None:
    """The hue of the paint in degrees, or None where the body has no clear one."""
    within = (features.depth > _BODY_DEPTHS[0]) & (features.depth < _BODY_DEPTHS[1])
    body = features.car & within & (features.texture < _SMOOTH)
    if np.count_nonzero(body) < 100:
        return None
    hues, chromas = features.hue[body], features.chroma[body]
    histogram, edges = np.histogram(
        hues, bins=_BINS, range=(0, 360), weights=np.minimum(chromas, 0.2)
    )
    spread = np.convolve(np.concatenate([histogram[-2:], histogram, histogram[:2]]), np.ones(5))
    peak = float(edges[int(spread[4:-4].argmax())]) + 180.0 / _BINS
    near = oklab.hue_distance(hues, peak) < _PEAK_WIDTH
    if not near.any():
        return None
    chroma = float(np.percentile(chromas[near], 60))
    least = _LEAST_SCORE_BLUE if _is_blue(peak) else _LEAST_SCORE
    if near.mean() * chroma < least or chroma < _LEAST_CHROMA:
        return None
    return _mean_hue(hues[near], chromas[near])


def _is_blue(hue: float) -> bool:
    """Blue is also the color of the sky mirrored in any car, so it must be clearer."""
    return _BLUE[0] < hue < _BLUE[1]


def _mean_hue(hues: Floats, weights: Floats) -> float:
    angles = np.radians(hues)
    x, y = np.sum(weights * np.cos(angles)), np.sum(weights * np.sin(angles))
    return float(np.degrees(np.arctan2(y, x)) % 360)


def painted(features: Features, hue: float) -> Flags:
    """The painted parts (``h×w``) of a body of this hue."""
    distance = oklab.hue_distance(features.hue, hue)
    reach = _HUE_REACH_BLUE if _is_blue(hue) else _HUE_REACH
    saturation = features.chroma / np.maximum(features.lightness, 0.05)
    body = features.car & (distance < reach) & (features.depth > _BODY_DEPTHS[0])
    typical = float(np.median(saturation[body])) if body.any() else 0.2
    strong = (
        features.car
        & (distance < reach)
        & (saturation > _LEAST_SATURATION * typical)
        & (features.chroma > _LEAST_ANY_CHROMA)
    )
    strong = without_specks(strong, features.size(0.012) ** 2)
    weak = features.car & (distance < _WEAK_HUE_REACH) & (saturation > _WEAK_SATURATION * typical)
    weak &= features.depth < _WEAK_DEPTH
    near = cv2.dilate(strong.astype(np.uint8), disc(features.size(_WEAK_REACH / 2))) > 0
    mask = strong | (weak & near & (features.lightness > 0.45))
    mask |= _highlights(features, mask)
    mask |= _broad_highlights(features, mask, hue=hue, least=_BROAD_SATURATION * typical)
    closed = cv2.morphologyEx(mask.astype(np.uint8), cv2.MORPH_CLOSE, disc(features.size(0.0025)))
    return without_specks((closed > 0) & features.car, features.size(0.012) ** 2)


def _highlights(features: Features, mask: Flags) -> Flags:
    """Bright pixels most of whose neighborhood is paint: light on the paint, not a lamp."""
    window = 2 * features.size(0.025) + 1
    share = cv2.blur(mask.astype(np.float32), (window, window))
    found: Flags = features.car & (features.lightness > _HIGHLIGHT) & (share > _SURROUNDED)
    return found


def _broad_highlights(features: Features, mask: Flags, *, hue: float, least: float) -> Flags:
    """Whole bright holes in the paint that still carry a trace of its hue: the sky on a hood.

    Glass is dark, lamps and grilles are full of detail, and a plate has no hue: none of them
    passes. Each hole is judged by its medians.
    """
    found = np.zeros(mask.shape, np.bool_)
    _, labels, boxes, _ = cv2.connectedComponentsWithStats((features.car & ~mask).astype(np.uint8))
    for label, (x, y, width, height, area) in enumerate(boxes.tolist()):
        if label == 0 or area < features.size(0.01) ** 2:
            continue
        near = np.s_[max(y - 4, 0) : y + height + 4, max(x - 4, 0) : x + width + 4]
        hole = labels[near] == label
        ring = cv2.dilate(hole.astype(np.uint8), disc(4)).astype(np.bool_) & ~hole
        chroma = float(np.median(features.chroma[near][hole]))
        lightness = float(np.median(features.lightness[near][hole]))
        distance = float(np.median(oklab.hue_distance(features.hue[near][hole], hue)))
        is_highlight = (
            mask[near][ring].mean() > _BROAD_RING
            and distance < _HUE_REACH
            and chroma > least * lightness
            and lightness > _BROAD_LIGHTNESS
            and float(np.median(features.texture[near][hole])) < _BROAD_TEXTURE
        )
        if is_highlight:
            found[near] |= hole
    return found


def without_specks(mask: Flags, least: int) -> Flags:
    """The mask without parts of fewer than ``least`` pixels, and without holes that small."""
    kept = _large_parts(mask, least)
    holes = _large_parts(~kept, max(least // 3, 4))
    return ~holes


def _large_parts(mask: Flags, least: int) -> Flags:
    _, labels, statistics, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8))
    large = statistics[:, cv2.CC_STAT_AREA] >= least
    large[0] = False
    kept: Flags = large[labels]
    return kept


def disc(radius: int) -> Bytes:
    """A round structuring element."""
    size = 2 * max(radius, 1) + 1
    element: Bytes = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size)).astype(np.uint8)
    return element
