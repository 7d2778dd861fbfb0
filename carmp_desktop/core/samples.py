"""The sample photos of the first minute: three rendered pictures of one car, and what they show."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from carmp_desktop.core.paths import resources
from carmp_desktop.core.presets import Presets

CAR = "Sample car"
_ANGLES = {
    "sample_front_3_4.jpg": "front_3_4",
    "sample_side.jpg": "side_90",
    "sample_rear_3_4.jpg": "rear_3_4",
}
_WANTED_ANGLES = ("front_3_4", "side_90")
_WANTED_COLORS = ("red_metallic", "blue_metallic")


def sample_photos() -> dict[Path, str]:
    """The sample files, each with the key of the angle it shows."""
    folder = resources() / "samples"
    return {folder / name: key for name, key in _ANGLES.items()}


def sample_choice(presets: Presets) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Two angle keys and two color keys to try: the usual ones, else the first of the presets."""
    angles = _two(_WANTED_ANGLES, [angle.key for angle in presets.angles])
    colors = _two(_WANTED_COLORS, [color.key for color in presets.colors])
    return angles, colors


def _two(wanted: Iterable[str], known: list[str]) -> tuple[str, ...]:
    found = [key for key in wanted if key in known]
    return tuple(dict.fromkeys([*found, *known]))[:2]
