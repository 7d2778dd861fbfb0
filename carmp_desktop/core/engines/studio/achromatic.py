"""The painted parts of a white, silver, grey or black car: sure places, then a watershed.

Such paint has no mark of its own, so the rest is recognized instead: glass by its place, tires by
their darkness at the ground, rims, grille, lamps and plate by their detail. What is left on flanks,
hood and roof's edge is surely paint, and between the two the photo's edges decide.
"""

from __future__ import annotations

from enum import Enum, auto

import cv2
import numpy as np

from carmp_desktop.core.engines.studio.arrays import Flags, Floats, Labels
from carmp_desktop.core.engines.studio.chromatic import disc, without_specks
from carmp_desktop.core.engines.studio.features import Features
from carmp_desktop.core.engines.studio.shadow import GroundLine

BEYOND, PAINT, OTHER = 1, 2, 3
"""Labels of the watershed: outside of the car, painted, and anything else on the car."""

_FLANK = (0.40, 0.76)
_DARK, _BRIGHT = 0.33, 0.70
_DARK_SHARE, _BRIGHT_SHARE = 0.30, 0.55

_ROOF_COLUMNS, _GLASS_FROM, _GLASS_TO = 0.14, 0.08, 0.28
_PILLAR = 0.032
_ROOF_EDGE, _ROOF_EDGE_DEPTH = (0.003, 0.012), 0.26
_PAINT_FROM, _PAINT_TO = 0.38, 0.88
_MARGIN = 0.006
_WHITE_FROM = 0.34
_MOST_CHROMA, _WHITE_CHROMA = 0.12, 0.05
_BUSY, _BUSY_SHARE = 0.085, 0.62
_BUSY_DARK = 0.11
_HOOD_COLUMNS = 0.20
_WHEEL_REACH, _WHEEL_TALL, _WHEEL_FILL = 0.16, (0.14, 0.40), 0.66
_LARGEST_HOLE = 0.21
_TIRE_DEPTH, _TIRE_LIGHTNESS = 0.55, 0.30
_SILL_DEPTH = 0.94
_CREEP, _ALIKE = 0.014, 0.09


class Tone(Enum):
    """What kind of colorless paint it is; each gives itself away differently."""

    DARK = auto()
    MIDDLE = auto()
    BRIGHT = auto()


_DARKEST_PAINT = {Tone.DARK: 0.0, Tone.MIDDLE: 0.26, Tone.BRIGHT: 0.50}
_BRIGHTEST_GLASS = {Tone.BRIGHT: 0.66, Tone.MIDDLE: 0.86}
_BUSY_RIM = {Tone.BRIGHT: _BUSY, Tone.MIDDLE: _BUSY, Tone.DARK: 0.06}
_TIRE_AROUND = {Tone.BRIGHT: 1.06, Tone.MIDDLE: 1.06, Tone.DARK: 1.25}


def painted(features: Features) -> Flags:
    """The painted parts (``h×w``) of a body that has no hue of its own."""
    tone = tone_of(features)
    other = sure_other(features, tone)
    paint = sure_paint(features, tone, other)
    seeds = np.zeros(features.car.shape, np.int32)
    seeds[other] = OTHER
    seeds[paint] = PAINT
    mask = flood(features, seeds) == PAINT
    if tone is not Tone.DARK:
        mask = _crept(features, mask)
    closed = cv2.morphologyEx(mask.astype(np.uint8), cv2.MORPH_CLOSE, disc(1)) > 0
    return without_specks(closed & features.car, features.size(0.015) ** 2)


def tone_of(features: Features) -> Tone:
    """Dark, middle or bright, from how much of the flanks is."""
    flank = features.car & (features.depth > _FLANK[0]) & (features.depth < _FLANK[1])
    lightness = features.lightness[flank]
    if lightness.size == 0 or np.mean(lightness < _DARK) > _DARK_SHARE:
        return Tone.DARK
    return Tone.BRIGHT if np.mean(lightness > _BRIGHT) > _BRIGHT_SHARE else Tone.MIDDLE


def sure_paint(features: Features, tone: Tone, other: Flags) -> Flags:
    """Flanks and hood away from anything that is ``other``, and the line along the roof's edge.

    By exclusion and not by smoothness: in gloss paint the surroundings are mirrored with all
    their edges.
    """
    hood = (_roof_depth(features) > _HOOD_COLUMNS) & (features.depth > _GLASS_TO)
    body = (hood | (features.depth > _PAINT_FROM)) & (features.depth < _PAINT_TO)
    least = _DARKEST_PAINT[tone]
    lit = features.car & (features.lightness > least) & (features.chroma < _MOST_CHROMA)
    away = cv2.dilate(other.astype(np.uint8), disc(features.size(_MARGIN))) == 0
    area = without_specks(lit & body & away, features.size(0.012) ** 2)
    if tone is Tone.BRIGHT:
        area |= _plainly_white(features) & ~other
    return area | (_roof_edge(features) & lit & ~other)


def _plainly_white(features: Features) -> Flags:
    """Below the windows, whatever is as white as the body, be it as close to a lamp as it may."""
    white = (features.lightness > _BRIGHT) & (features.chroma < _WHITE_CHROMA)
    calm = features.texture < _BUSY * 0.7
    found: Flags = white & calm & features.car & (features.depth > _WHITE_FROM)
    return found


def _roof_edge(features: Features) -> Flags:
    inward = _distance_inside(features.car)
    low, high = (share * features.width for share in _ROOF_EDGE)
    edge: Flags = (inward > low) & (inward < high) & (features.depth < _ROOF_EDGE_DEPTH)
    return edge


def _roof_depth(features: Features) -> Floats:
    """Where the car begins in each column (``1×w``), as a depth; 1 where there is none."""
    car = features.car
    first = np.where(car.any(axis=0), car.argmax(axis=0), car.shape[0])
    depth: Floats = (first / car.shape[0])[np.newaxis, :]
    return depth


def _distance_inside(mask: Flags) -> Floats:
    framed = np.pad(mask.astype(np.uint8), 1)
    distance: Floats = cv2.distanceTransform(framed, cv2.DIST_L2, 3)
    return distance[1:-1, 1:-1]


def sure_other(features: Features, tone: Tone) -> Flags:
    """Glass, tires, rims, grille, lamps and plate, as far as they give themselves away."""
    busy = _busy(features, _BUSY_DARK if tone is Tone.DARK else _BUSY)
    mask = _glass(features, tone) | busy
    mask |= _wheels(features, _busy(features, _BUSY_RIM[tone]), _TIRE_AROUND[tone])
    if tone is Tone.DARK:
        mask |= features.depth > _SILL_DEPTH
    else:
        mask |= _dark_matter(features, tone)
    mask |= features.chroma > _MOST_CHROMA * 1.2
    return without_specks(mask & features.car, features.size(0.006) ** 2)


def _glass(features: Features, tone: Tone) -> Flags:
    """The core of the greenhouse: below the roof, above the waistline, away from the pillars."""
    tall = _roof_depth(features) < _ROOF_COLUMNS
    inward = _distance_inside(features.car)
    core = (features.depth > _GLASS_FROM) & (features.depth < _GLASS_TO) & tall
    core &= inward > _PILLAR * features.width
    if tone is not Tone.DARK:
        core &= features.lightness < _BRIGHTEST_GLASS[tone]
    found: Flags = core & features.car
    return found


def _dark_matter(features: Features, tone: Tone) -> Flags:
    """On a body that is not dark, what is dark is not body."""
    darkest = 0.46 if tone is Tone.BRIGHT else 0.24
    dark = (features.car & (features.lightness < darkest)).astype(np.uint8)
    tires = features.car & (features.depth > _TIRE_DEPTH) & (features.lightness < _TIRE_LIGHTNESS)
    both = cv2.morphologyEx(
        dark | tires.astype(np.uint8), cv2.MORPH_OPEN, disc(features.size(0.004))
    )
    return both > 0


def _busy(features: Features, threshold: float) -> Flags:
    """Detail everywhere, unlike a seam or a reflection's edge: grille, lamps, plate, rims.

    What such detail encloses belongs to it, like the dark between a grille's bars.
    """
    window = 2 * features.size(0.011) + 1
    busy = (features.texture > threshold).astype(np.float32)
    share: Floats = cv2.blur(busy, (window, window))
    found = (share > _BUSY_SHARE) & (features.depth > _PAINT_FROM) & features.car
    return found | ~without_specks(~found, features.size(_LARGEST_HOLE) ** 2 // 2)


def _wheels(features: Features, busy: Flags, around: float) -> Flags:
    """Rims are busy and close to the ground; the tire is a ring around each."""
    line = GroundLine.under(features.car.astype(np.uint8) * 255)
    height = features.car.shape[0]
    canvas = np.zeros(features.car.shape, np.uint8)
    opened = cv2.morphologyEx(busy.astype(np.uint8), cv2.MORPH_OPEN, disc(features.size(0.02)))
    lines, _ = cv2.findContours(opened, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    for outline in lines:
        x, y, width, tall = cv2.boundingRect(outline)
        low = float(line.y[x + width // 2]) - (y + tall) < _WHEEL_REACH * height
        tall_enough = _WHEEL_TALL[0] < tall / height < _WHEEL_TALL[1]
        round_enough = cv2.contourArea(outline) > _WHEEL_FILL * width * tall and width < 1.3 * tall
        if low and tall_enough and round_enough:
            center = (x + width // 2, y + tall // 2)
            axes = (round(width / 2 * around), round(tall / 2 * around))
            cv2.ellipse(canvas, center, axes, 0, 0, 360, 1, cv2.FILLED)
    return (canvas > 0) & features.car


def _crept(features: Features, mask: Flags) -> Flags:
    """Let paint creep up to lamps and wheel arches, as far as the color stays that of the paint."""
    reach = features.size(_CREEP)
    weight = mask.astype(np.float32)
    total = cv2.GaussianBlur(weight, (0, 0), reach) + 1e-4
    lightness = cv2.GaussianBlur(features.lightness * weight, (0, 0), reach) / total
    chroma = cv2.GaussianBlur(features.chroma * weight, (0, 0), reach) / total
    alike = np.abs(features.lightness - lightness) < _ALIKE
    alike &= np.abs(features.chroma - chroma) < _ALIKE / 2
    near = cv2.dilate(mask.astype(np.uint8), disc(reach)) > 0
    crept: Flags = mask | (alike & near & features.car & (features.depth > _GLASS_TO))
    return crept


def flood(features: Features, seeds: Labels) -> Labels:
    """Grow the labeled ``seeds`` (``h×w``) until they meet at the photo's edges.

    Source: Meyer's watershed as in OpenCV. The answer holds ``BEYOND``, ``PAINT`` and ``OTHER``,
    with -1 on the seams.
    """
    markers = np.ascontiguousarray(seeds, np.int32).copy()
    far = cv2.dilate(features.car.astype(np.uint8), disc(2)) == 0
    markers[far] = BEYOND
    return np.asarray(cv2.watershed(features.smooth, markers), np.int32)
