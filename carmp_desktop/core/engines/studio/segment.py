"""The car in a photo: where it is, which pixels are its own, and what is doubtful about that.

The network looks at the whole photo, then more closely at the place where it found something,
each time also at the mirror image. `contour` makes the outline fine.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from carmp_desktop.core import remarks
from carmp_desktop.core.engines.studio import contour
from carmp_desktop.core.engines.studio.arrays import Bytes, Flags, Floats, overlap, to_bytes
from carmp_desktop.core.engines.studio.network import SaliencyNetwork

_STRONG, _WEAK = 0.5, 0.3
_WIDER, _HIGHER = 0.07, 0.10
_CLOSE_LOOK_WEIGHT = 0.65
_AGREEING, _RELATED = 0.93, 0.80

_LEAST_AREA = 0.015
_LEAST_BELIEF = 0.6
_LEAST_END_BELIEF = 0.48
_END_WIDTH = 0.04
_COARSE = 0.25
_LEAST_ASPECT, _MOST_ASPECT = 0.5, 7.0
_LEAST_SOLIDITY = 0.62

_SOFT_LOW, _SOFT_HIGH = 0.15, 0.85
_MOST_SOFT = 0.085
_SECOND_CAR = 0.2
_EDGE_SOFTNESS = 0.9
_BORDER_SHARE = 0.012


@dataclass(frozen=True, slots=True)
class Borders:
    """Which borders of the photo cut the car."""

    left: bool = False
    top: bool = False
    right: bool = False
    bottom: bool = False

    @property
    def any(self) -> bool:
        """Whether a part of the car is missing."""
        return self.left or self.top or self.right or self.bottom


@dataclass(frozen=True, slots=True)
class CutOut:
    """``alpha`` is ``H×W``, 0 to 255, like the photo; ``doubts`` are sentences for the user."""

    alpha: Bytes
    cut: Borders
    doubts: tuple[str, ...] = ()


def cut_out(network: SaliencyNetwork, rgb: Bytes) -> CutOut | None:
    """Find the car in ``rgb``; None where nothing stands out the way a car does."""
    salience = look_twice(network, rgb)
    if salience is None:
        return None
    coarse = main_part(salience)
    if not looks_like_a_car(coarse, salience):
        return None
    width = int(np.ptp(np.flatnonzero(coarse.any(axis=0)))) + 1
    fine = contour.refine(rgb, salience, coarse, reach=max(4, round(width / 100)))
    cut = touched_borders(coarse)
    alpha = to_bytes(contour.softened(fine, softness=_EDGE_SOFTNESS))
    return CutOut(alpha, cut, doubts_about(salience, coarse, cut))


def look_twice(network: SaliencyNetwork, rgb: Bytes) -> Floats | None:
    """Salience of the photo (``H×W``) from a wide and a close look, or None where there is none.

    The close look is believed only as far as it agrees with the wide one: it can lose a roof.
    """
    wide = _both_ways(network, rgb)
    strong = wide > _STRONG
    if np.count_nonzero(strong) < _LEAST_AREA * strong.size:
        return None
    left, top, right, bottom = _around(_largest(strong))
    close = np.zeros_like(wide)
    close[top:bottom, left:right] = _both_ways(
        network, np.ascontiguousarray(rgb[top:bottom, left:right])
    )
    agreement = overlap(strong, close > _STRONG)
    if agreement > _AGREEING:
        return (1 - _CLOSE_LOOK_WEIGHT) * wide + _CLOSE_LOOK_WEIGHT * close
    return np.maximum(wide, close) if agreement > _RELATED else wide


def _both_ways(network: SaliencyNetwork, rgb: Bytes) -> Floats:
    mirrored = network.salience(np.ascontiguousarray(rgb[:, ::-1]))[:, ::-1]
    return (network.salience(rgb) + mirrored) / 2


def _around(part: Flags) -> tuple[int, int, int, int]:
    left, top, width, height = cv2.boundingRect(part.astype(np.uint8))
    rows, columns = part.shape
    return (
        max(0, round(left - _WIDER * width)),
        max(0, round(top - _HIGHER * height)),
        min(columns, round(left + (1 + _WIDER) * width)),
        min(rows, round(top + (1 + _HIGHER) * height)),
    )


def _largest(mask: Flags) -> Flags:
    _, labels, statistics, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8))
    largest: Flags = labels == 1 + int(statistics[1:, cv2.CC_STAT_AREA].argmax())
    return largest


def main_part(salience: Floats) -> Flags:
    """The largest thing in the photo with its weaker parts, without holes and loose ends."""
    core = _largest(salience > _STRONG)
    _, labels = cv2.connectedComponents((salience > _WEAK).astype(np.uint8))
    whole = filled(labels == labels[core][0])
    return _without_loose_ends(whole, salience)


def filled(mask: Flags) -> Flags:
    """The mask with every hole closed: a side window belongs to the car."""
    lines, _ = cv2.findContours(mask.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    canvas = np.zeros(mask.shape, np.uint8)
    cv2.drawContours(canvas, lines, -1, 1, cv2.FILLED)
    return canvas > 0


def _without_loose_ends(mask: Flags, salience: Floats) -> Flags:
    """Drop thin parts the network is unsure of (a pole, a sign); mirrors it is sure of stay.

    A part is judged by its far end: close to the body the network is sure of anything.
    """
    small = cv2.resize(mask.astype(np.uint8), None, fx=_COARSE, fy=_COARSE) > 0
    belief = cv2.resize(salience, small.shape[::-1], interpolation=cv2.INTER_AREA)
    radius = max(2, round(_END_WIDTH * np.count_nonzero(small.any(axis=0))))
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * radius + 1, 2 * radius + 1))
    stout = cv2.morphologyEx(small.astype(np.uint8), cv2.MORPH_OPEN, disc) > 0
    ends = small & ~stout
    count, labels = cv2.connectedComponents(ends.astype(np.uint8))
    far = ends & (cv2.distanceTransform(1 - stout.astype(np.uint8), cv2.DIST_L2, 3) > radius / 3)
    sizes = np.bincount(labels[far], minlength=count)
    beliefs = np.bincount(labels[far], belief[far], count) / np.maximum(sizes, 1)
    dropped = (sizes > 0) & (beliefs < _LEAST_END_BELIEF)
    dropped[0] = False
    loose = cv2.resize(dropped[labels].astype(np.uint8), mask.shape[::-1]) > 0
    return _largest(mask & ~loose)


def looks_like_a_car(mask: Flags, salience: Floats) -> bool:
    """Whether size, shape and the network's belief allow it to be a car at all."""
    area = int(np.count_nonzero(mask))
    if area < _LEAST_AREA * mask.size or float(salience[mask].mean()) < _LEAST_BELIEF:
        return False
    _, _, width, height = cv2.boundingRect(mask.astype(np.uint8))
    points = cv2.findNonZero(mask.astype(np.uint8))
    solidity = area / max(cv2.contourArea(cv2.convexHull(points)), 1.0)
    return _LEAST_ASPECT < width / height < _MOST_ASPECT and solidity > _LEAST_SOLIDITY


def touched_borders(mask: Flags) -> Borders:
    """The borders of the photo that the mask runs into for more than a touch."""
    rows, columns = mask.shape
    return Borders(
        left=bool(np.count_nonzero(mask[:, 1]) > _BORDER_SHARE * rows),
        top=bool(np.count_nonzero(mask[1]) > _BORDER_SHARE * columns),
        right=bool(np.count_nonzero(mask[:, -2]) > _BORDER_SHARE * rows),
        bottom=bool(np.count_nonzero(mask[-2]) > _BORDER_SHARE * columns),
    )


def doubts_about(salience: Floats, mask: Flags, cut: Borders) -> tuple[str, ...]:
    """What a person should look at, as sentences; empty where the cut-out looks sound."""
    doubts = []
    if cut.any:
        doubts.append(remarks.CUT_OFF)
    soft = (salience > _SOFT_LOW) & (salience < _SOFT_HIGH)
    if np.count_nonzero(soft) > _MOST_SOFT * np.count_nonzero(mask):
        doubts.append(remarks.SOFT_OUTLINE)
    others = (salience > _STRONG) & ~cv2.dilate(mask.astype(np.uint8), np.ones((9, 9))).astype(bool)
    if others.any() and np.count_nonzero(_largest(others)) > _SECOND_CAR * np.count_nonzero(mask):
        doubts.append(remarks.SECOND_CAR)
    return tuple(doubts)
