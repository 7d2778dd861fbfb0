"""Another paint on the same car: lightness is mapped tone by tone, color replaced.

In OKLab three tones of the old paint (its darkest, its middle, its brightest) go to three tones of
the new one. Slow changes (the shape of the body) follow that curve; fine detail (seams, orange
peel) is laid over them again with limited strength. The result differs from the photo inside the
mask alone.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from carmp_desktop.core.engines.studio import oklab
from carmp_desktop.core.engines.studio.arrays import Bytes, Floats
from carmp_desktop.core.engines.studio.paints import Finish, PaintTarget

_LOW, _MIDDLE, _HIGH = 3, 50, 99
_COLORED_SOURCE = 0.06
_WHITE_SOURCE, _WHITE_MIDDLE = 0.80, 68
_WHITE_HIGHLIGHTS = 0.42
_BLACK_SOURCE, _BLACK_HIGHLIGHTS = 0.36, 0.70
_EASE, _EASE_AT_BEND = 1.7, 0.6
_MOST_GAIN_BELOW, _MOST_GAIN_ABOVE = 2.4, 3.2
_BLACK_LOW, _BLACK_HIGH, _BLACK_HIGH_MATTE = 0.045, 0.74, 0.40
_DULL = (Finish.MATTE, Finish.SATIN)
_LEAST_DETAIL, _MOST_DETAIL = 0.5, 1.3
_SPARKLE, _SPARKLE_GRAIN = 0.006, 0.7
_SPARKLE_SEED = 7


@dataclass(frozen=True, slots=True)
class _Gloss:
    """Depth of shade and reach of highlights.

    ``low`` is a share of the paint's lightness, ``high`` a share of the way from there to white,
    ``wash`` how far highlights lose color.
    """

    low: float
    high: float
    wash: float


_GLOSS: dict[Finish, _Gloss] = {
    Finish.SOLID: _Gloss(low=0.36, high=0.80, wash=0.75),
    Finish.METALLIC: _Gloss(low=0.30, high=0.85, wash=0.70),
    Finish.PEARL: _Gloss(low=0.34, high=0.85, wash=0.70),
    Finish.SATIN: _Gloss(low=0.44, high=0.48, wash=0.50),
    Finish.MATTE: _Gloss(low=0.50, high=0.28, wash=0.30),
}


@dataclass(frozen=True, slots=True)
class Tones:
    """The old paint's tones: lightness at its dark end, its middle and its bright end."""

    low: float
    middle: float
    high: float

    @property
    def is_white(self) -> bool:
        """Whether the old paint is white: nearly all of its pixels are bright."""
        return self.middle > _WHITE_SOURCE


def tones_of(lightness: Floats, chroma: Floats, paint: Bytes) -> Tones | None:
    """The tones under the mask ``paint`` (``H×W``, 0 to 255), or None where it is empty."""
    values = lightness[paint > 200]
    if values.size == 0:
        return None
    low, middle, high = np.percentile(values, [_LOW, _MIDDLE, _HIGH])
    colors = chroma[paint > 200]
    if np.median(colors) > _COLORED_SOURCE:
        # Shade under a sill counts for little: the paint shows its tone where it shows its color.
        middle = _weighted_median(values, colors**2)
    if middle > _WHITE_SOURCE:
        middle = np.percentile(values, _WHITE_MIDDLE)
    return Tones(float(low), float(middle), float(high))


def _weighted_median(values: Floats, weights: Floats) -> float:
    order = np.argsort(values)
    risen = np.cumsum(weights[order])
    return float(values[order][np.searchsorted(risen, risen[-1] / 2)])


def repaint(photo: Bytes, paint: Bytes, target: PaintTarget) -> Bytes:
    """``photo`` (``H×W×3``) with ``target`` wherever ``paint`` (``H×W``, 0 to 255) says so.

    A half-set mask mixes. Where the mask is 0, every byte stays as it is.
    """
    x, y, width, height = cv2.boundingRect(paint)
    if width == 0:
        return photo.copy()
    box = (slice(y, y + height), slice(x, x + width))
    part, mask = np.ascontiguousarray(photo[box]), paint[box]
    lab = oklab.from_srgb(part)
    tones = tones_of(lab[..., 0], np.hypot(lab[..., 1], lab[..., 2]), mask)
    if tones is None:
        return photo.copy()
    colored = oklab.to_srgb(_exchanged(lab, tones, target))
    share = (mask.astype(np.float32) / 255)[..., np.newaxis]
    mixed = np.rint(part + (colored.astype(np.float32) - part) * share).astype(np.uint8)
    result = photo.copy()
    result[box] = np.where(mask[..., np.newaxis] > 0, mixed, part)
    return result


def _exchanged(lab: Floats, tones: Tones, target: PaintTarget) -> Floats:
    lightness = np.ascontiguousarray(lab[..., 0])
    base = cv2.bilateralFilter(lightness, 9, 0.05, 7)
    curve = ToneCurve.between(tones, target)
    mapped = curve.apply(base)
    detail_gain = np.clip(curve.gain_at(base), _LEAST_DETAIL, _MOST_DETAIL)
    if target.finish in _DULL:
        detail_gain = np.minimum(detail_gain, 0.8)
    new = np.clip(mapped + detail_gain * (lightness - base), 0, 1).astype(np.float32)
    chroma = _chroma_at(new, target, curve.high)
    if target.finish in (Finish.METALLIC, Finish.PEARL):
        new = new + _sparkle(new, target.lightness)
    angle = np.radians(target.hue)
    return np.stack([new, chroma * np.cos(angle), chroma * np.sin(angle)], axis=-1).astype(
        np.float32
    )


@dataclass(frozen=True, slots=True)
class ToneCurve:
    """A line up to the middle and an eased rise above it.

    ``below`` is the slope beneath the middle, ``above`` the mean slope over the ``reach`` of the
    bright tones. The ease keeps lit panels near the paint's own tone and leaves the brightness to
    the highlights: a straight rise turns red panels in the sun coral.
    """

    source: float
    target: float
    below: float
    above: float
    reach: float
    low: float
    high: float

    @classmethod
    def between(cls, tones: Tones, target: PaintTarget) -> ToneCurve:
        """The curve from the old paint's tones to the new one's."""
        low, high = _ends(target)
        if tones.is_white and target.lightness < _WHITE_SOURCE:
            high = target.lightness + (high - target.lightness) * _WHITE_HIGHLIGHTS
        elif tones.middle < _BLACK_SOURCE:
            high = target.lightness + (high - target.lightness) * _BLACK_HIGHLIGHTS
        below = (target.lightness - low) / max(tones.middle - tones.low, 0.02)
        above = (high - target.lightness) / max(tones.high - tones.middle, 0.02)
        return cls(
            source=tones.middle,
            target=target.lightness,
            below=min(below, _MOST_GAIN_BELOW),
            above=min(above, _MOST_GAIN_ABOVE),
            reach=max(tones.high - tones.middle, 0.02),
            low=low,
            high=high,
        )

    def apply(self, lightness: Floats) -> Floats:
        """The new lightness; shades bend softly toward black instead of being cut."""
        away = lightness - self.source
        share = np.clip(away / self.reach, 0, None)
        eased = np.where(share < 1, share**_EASE, 1 + _EASE * (share - 1))
        rise = self.above * self.reach * eased
        straight = self.target + np.where(away < 0, away * self.below, rise)
        floor = self.low * 0.6
        soft = floor + (self.low - floor) * np.exp((straight - self.low) / max(self.low, 0.02))
        result: Floats = np.where(straight < self.low, soft, straight).astype(np.float32)
        return result

    def gain_at(self, lightness: Floats) -> Floats:
        """The slope at each lightness, blended around the bend so that no edge shows there."""
        share = np.clip((lightness - self.source) / 0.12 + 0.5, 0, 1)
        risen = np.clip((lightness - self.source) / self.reach, 0, 1)
        above = self.above * (_EASE_AT_BEND + (1 - _EASE_AT_BEND) * risen)
        gain: Floats = self.below + share * (above - self.below)
        return gain


def _ends(target: PaintTarget) -> tuple[float, float]:
    """The new paint's darkest and brightest tone."""
    gloss = _GLOSS[target.finish]
    if target.is_black:
        return _BLACK_LOW, _BLACK_HIGH_MATTE if target.finish in _DULL else _BLACK_HIGH
    high = target.lightness + (0.985 - target.lightness) * gloss.high
    return target.lightness * gloss.low, high


def _chroma_at(lightness: Floats, target: PaintTarget, high: float) -> Floats:
    """Chroma falls with the light in shade, and washes out where the sky is mirrored."""
    shade = np.minimum(lightness / target.lightness, 1.0) ** 0.8
    span = max(high - target.lightness, 0.02)
    glare = np.clip((lightness - target.lightness) / span, 0, 1)
    wash = 1 - _GLOSS[target.finish].wash * glare**1.5
    chroma: Floats = (target.chroma * shade * wash).astype(np.float32)
    return chroma


def _sparkle(lightness: Floats, around: float) -> Floats:
    """Flakes glitter where the paint is lit evenly, not in shade and not in glare."""
    noise = np.random.default_rng(_SPARKLE_SEED).standard_normal(lightness.shape, np.float32)
    grain = cv2.GaussianBlur(noise, (0, 0), _SPARKLE_GRAIN)
    lit = np.exp(-(((lightness - around) / 0.15) ** 2))
    sparkle: Floats = _SPARKLE * grain / max(float(grain.std()), 1e-6) * lit
    return sparkle
