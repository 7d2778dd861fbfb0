"""The empty studio: a wall that runs into a floor, lit by one broad lamp.

A little grain keeps the long gradients from showing as bands in eight bits. The grain is the same
each time, so that the same car gives the same picture.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from carmp_desktop.core.engines.studio.arrays import PICTURE_HEIGHT, PICTURE_WIDTH, Floats

_HORIZON, _SOFTNESS = 0.60, 0.035
_LAMP_CENTER, _LAMP_SPREAD = (0.5, 0.46), (0.55, 0.50)
_GRAIN_SEED = 20


@dataclass(frozen=True, slots=True)
class Backdrop:
    """Colors of wall and floor (sRGB, 0 to 255), and by how many levels the lamp lifts them."""

    wall: tuple[int, int, int]
    floor: tuple[int, int, int]
    lamp: float


LIGHT = Backdrop(wall=(232, 234, 237), floor=(212, 214, 217), lamp=12.0)
WHITE = Backdrop(wall=(250, 250, 251), floor=(240, 241, 243), lamp=4.0)
DARK = Backdrop(wall=(46, 48, 53), floor=(34, 36, 40), lamp=26.0)


def paint_backdrop(backdrop: Backdrop) -> Floats:
    """The empty studio as a picture of the final size, 0 to 1."""
    rows = np.linspace(0, 1, PICTURE_HEIGHT, dtype=np.float32)[:, np.newaxis]
    columns = np.linspace(0, 1, PICTURE_WIDTH, dtype=np.float32)[np.newaxis, :]
    floor_share = 1 / (1 + np.exp(-(rows - _HORIZON) / _SOFTNESS))
    wall, floor = (np.array(each, np.float32) for each in (backdrop.wall, backdrop.floor))
    ground = wall + floor_share[..., np.newaxis] * (floor - wall)
    across = ((columns - _LAMP_CENTER[0]) / _LAMP_SPREAD[0]) ** 2
    upward = ((rows - _LAMP_CENTER[1]) / _LAMP_SPREAD[1]) ** 2
    light = backdrop.lamp * (np.exp(-(across + upward)) - 0.45)
    noise = np.random.default_rng(_GRAIN_SEED).random((PICTURE_HEIGHT, PICTURE_WIDTH), np.float32)
    grain = noise * 2 - 1
    picture: Floats = np.clip((ground + (light + grain)[..., np.newaxis]) / 255, 0, 1)
    return picture
