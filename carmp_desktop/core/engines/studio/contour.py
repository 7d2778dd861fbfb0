"""From a coarse outline to a fine one: the best smooth path through a band along it.

The network sees a photo 320 pixels wide, so its outline is off by several photo pixels and soft.
The outline of a car is a smooth line, so the fine one is sought as a line and not pixel by pixel:
at every step along the coarse outline the photo is read across it, each place on that cross
section is given a price, and dynamic programming finds the cheapest closed path (in the way of
Amini et al., "Using Dynamic Programming for Solving Variational Problems in Vision", 1990).

A place is cheap where what lies inside looks like the car just there and what lies outside like
the surroundings just there (Gaussian color models of the neighborhood), where the network agrees,
and where the photo has an edge.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from carmp_desktop.core.engines.studio.arrays import Bytes, Flags, Floats

_STEP = 1.5
_COLOR_WEIGHT = 0.45
_COLOR_LIMIT = 3.0
_NETWORK_WEIGHT = 0.8
_NETWORK_LIMIT = 2.5
_EDGE_WEIGHT = 9.0
_STIFFNESS = 3.0
_BEND_LIMIT = 2
_VARIANCE_FLOOR = 0.0009
_SUBPIXEL = 3
_COARSE = 3


def refine(rgb: Bytes, salience: Floats, outline: Flags, *, reach: int) -> Flags:
    """The mask whose outline is the best within ``reach`` pixels of that of ``outline``.

    ``rgb`` is ``H×W×3``, ``salience`` (0 to 1) and ``outline`` are ``H×W``; so is the answer.
    """
    photo = cv2.GaussianBlur(rgb, (0, 0), 0.8).astype(np.float32) / 255.0
    for distance in (reach, max(3, reach // 2)):
        favor = _favor(photo, salience, outline, distance)
        rim = Rim.of(outline, smoothness=distance / 3)
        outline = rim.moved(_cheapest_path(rim, photo, favor, distance)).filled(outline.shape)
    return outline


@dataclass(frozen=True, slots=True)
class Rim:
    """A closed line: ``points`` (x, y) an even step apart, ``normals`` of length 1 pointing out."""

    points: Floats
    normals: Floats

    @classmethod
    def of(cls, mask: Flags, *, smoothness: float) -> Rim:
        """The outer line of the mask's largest part, smoothed over ``smoothness`` pixels."""
        found, _ = cv2.findContours(mask.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
        line = max(found, key=cv2.contourArea)[:, 0, :].astype(np.float32)
        even = _smoothed(_evenly_spaced(line), max(smoothness / _STEP, 1.0))
        ahead = np.roll(even, -1, axis=0) - np.roll(even, 1, axis=0)
        tangent = _smoothed(ahead, 3.0)
        tangent /= np.maximum(np.linalg.norm(tangent, axis=1, keepdims=True), 1e-6)
        # OpenCV walks an outer contour so that, with y pointing down, outside is to the left.
        normals = np.stack([-tangent[:, 1], tangent[:, 0]], axis=1)
        return cls(even, normals * _outward(even))

    def across(self, distance: int) -> tuple[Floats, Floats]:
        """Map coordinates ``N×(2·distance+1)`` across the line, from inside to outside."""
        offsets = np.arange(-distance, distance + 1, dtype=np.float32)
        places = (
            self.points[:, np.newaxis, :] + offsets[:, np.newaxis] * self.normals[:, np.newaxis]
        )
        return places[..., 0].astype(np.float32), places[..., 1].astype(np.float32)

    def moved(self, offsets: Floats) -> Rim:
        """The line with each point moved along its normal by ``offsets`` (``N``) pixels."""
        return Rim(self.points + self.normals * offsets[:, np.newaxis], self.normals)

    def filled(self, shape: tuple[int, ...]) -> Flags:
        """The area inside as a mask of the given shape."""
        canvas = np.zeros(shape, np.uint8)
        corners = np.rint(self.points * 2**_SUBPIXEL).astype(np.int32)
        cv2.fillPoly(canvas, [corners], 1, cv2.LINE_8, _SUBPIXEL)
        return canvas > 0


def _outward(line: Floats) -> float:
    following = np.roll(line, -1, axis=0)
    twice_area = float(np.sum(line[:, 0] * following[:, 1] - following[:, 0] * line[:, 1]))
    return -1.0 if twice_area > 0 else 1.0


def _evenly_spaced(line: Floats) -> Floats:
    closed = np.concatenate([line, line[:1]])
    walked = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(closed, axis=0), axis=1))])
    stops = np.arange(0.0, walked[-1], _STEP)
    even = [np.interp(stops, walked, closed[:, axis]) for axis in (0, 1)]
    return np.stack(even, axis=1).astype(np.float32)


def _smoothed(line: Floats, sigma: float) -> Floats:
    """A closed ``N×k`` line blurred along itself."""
    pad = min(len(line), int(4 * sigma) + 1)
    around = np.concatenate([line[-pad:], line, line[:pad]])
    blurred: Floats = cv2.GaussianBlur(around, (1, 2 * pad - 1), sigmaX=1, sigmaY=sigma)
    return blurred[pad:-pad]


def _favor(photo: Floats, salience: Floats, outline: Flags, distance: int) -> Floats:
    """How much each pixel wants to be inside (above 0) or outside (below 0)."""
    inside = cv2.erode(outline.astype(np.uint8), _disc(distance // 2))
    outside = 1 - cv2.dilate(outline.astype(np.uint8), _disc(distance // 2))
    near = distance * 1.3
    color = _misfit(photo, outside, near) - _misfit(photo, inside, near)
    believed = np.clip(salience, 0.02, 0.98)
    network = np.log(believed / (1.0 - believed))
    favor: Floats = _COLOR_WEIGHT * np.clip(color, -_COLOR_LIMIT, _COLOR_LIMIT)
    return favor + _NETWORK_WEIGHT * np.clip(network, -_NETWORK_LIMIT, _NETWORK_LIMIT)


def _misfit(photo: Floats, known: Bytes, near: float) -> Floats:
    """How badly each pixel fits the colors of the ``known`` pixels near it.

    The models are made at a third of the size: they are blurs, and cost a ninth there.
    """
    height, width = known.shape
    small = (max(1, width // _COARSE), max(1, height // _COARSE))
    weight = cv2.resize(known.astype(np.float32), small, interpolation=cv2.INTER_AREA)
    weighted = cv2.resize(photo * known[..., np.newaxis], small, interpolation=cv2.INTER_AREA)
    squared = cv2.resize(
        photo * photo * known[..., np.newaxis], small, interpolation=cv2.INTER_AREA
    )
    blur = near / _COARSE
    total = (cv2.GaussianBlur(weight, (0, 0), blur) + 1e-5)[..., np.newaxis]
    mean = cv2.GaussianBlur(weighted, (0, 0), blur) / total
    variance = cv2.GaussianBlur(squared, (0, 0), blur) / total - mean * mean
    mean = cv2.resize(mean, (width, height))
    variance = cv2.resize(np.maximum(variance, 0.0) + _VARIANCE_FLOOR, (width, height))
    price = (photo - mean) ** 2 / variance + np.log(variance)
    misfit: Floats = 0.5 * price.mean(axis=2)
    return misfit


def _cheapest_path(rim: Rim, photo: Floats, favor: Floats, distance: int) -> Floats:
    """For each point of the rim, how far outward the best line runs, in pixels."""
    x, y = rim.across(distance)
    section = cv2.remap(photo, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    wanted = cv2.remap(favor, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    gained = np.cumsum(wanted, axis=1)
    edge = np.zeros_like(gained)
    edge[:, 1:-1] = np.linalg.norm(section[:, 2:] - section[:, :-2], axis=2)
    price = -(gained + _EDGE_WEIGHT * edge)
    path = _viterbi(price.astype(np.float32)) - distance
    return _smoothed(path[:, np.newaxis], 1.5)[:, 0]


def _viterbi(price: Floats) -> Floats:
    """The cheapest closed path through ``N×M`` prices, as one column index per row.

    Going twice around and keeping the second round closes the path without a search over its
    starting points.
    """
    rows, columns = price.shape
    around = np.concatenate([price, price])
    total = around[0].copy()
    came_from = np.zeros((2 * rows, columns), np.int32)
    bends = np.arange(-_BEND_LIMIT, _BEND_LIMIT + 1)
    padded = np.full(columns + 2 * _BEND_LIMIT, np.inf, np.float32)
    reach = np.clip(np.arange(columns)[:, np.newaxis] + bends, 0, columns - 1)
    window = np.arange(columns)[:, np.newaxis] + bends + _BEND_LIMIT
    toll = (_STIFFNESS * bends.astype(np.float32) ** 2).astype(np.float32)
    every = np.arange(columns)
    for row in range(1, 2 * rows):
        padded[_BEND_LIMIT:-_BEND_LIMIT] = total
        options = padded[window] + toll
        best = options.argmin(axis=1)
        came_from[row] = reach[every, best]
        total = options[every, best] + around[row]
    path = np.empty(2 * rows, np.int32)
    path[-1] = int(total.argmin())
    for row in range(2 * rows - 1, 0, -1):
        path[row - 1] = came_from[row, path[row]]
    middle = rows // 2
    return np.roll(path[middle : middle + rows], middle).astype(np.float32)


def _disc(radius: int) -> Bytes:
    size = 2 * max(radius, 1) + 1
    disc: Bytes = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size)).astype(np.uint8)
    return disc


def softened(mask: Flags, *, softness: float) -> Floats:
    """A mask as alpha (0 to 1) whose edge is about ``softness`` pixels wide."""
    alpha: Floats = cv2.GaussianBlur(mask.astype(np.float32), (0, 0), softness)
    return alpha
