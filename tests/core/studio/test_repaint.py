"""Another paint on a drawn car: how near it comes, and what it leaves alone."""

from __future__ import annotations

import numpy as np
import pytest

from carmp_desktop.core.engines.studio import oklab
from carmp_desktop.core.engines.studio.arrays import Bytes, overlap
from carmp_desktop.core.engines.studio.paint_mask import find_paint
from carmp_desktop.core.engines.studio.paints import read_paint
from carmp_desktop.core.engines.studio.repaint import repaint
from tests.core.studio.ciede import difference
from tests.core.studio.drawing import Drawn, draw_car


def painted_with(drawn: Drawn, value: str) -> Bytes:
    target = read_paint(value)
    assert target is not None
    return repaint(drawn.rgb, mask_of(drawn), target)


def mask_of(drawn: Drawn) -> Bytes:
    return drawn.paint.astype(np.uint8) * 255


def middle_tone(drawn: Drawn, picture: Bytes) -> tuple[int, int, int]:
    """The typical color of the flank, where neither sky nor shade falls on it."""
    rows = np.arange(picture.shape[0])[:, np.newaxis]
    flank = drawn.paint & (rows > 435) & (rows < 480)
    red, green, blue = np.median(picture[flank], axis=0).round().astype(int).tolist()
    return red, green, blue


@pytest.mark.parametrize("source", [(176, 30, 34), (28, 62, 140), (172, 175, 178)])
@pytest.mark.parametrize(
    "value", ["#1E4FA3", "#B0141C (metallic)", "#1F6B3E", "#E2661A", "#8A8F94"]
)
def test_the_body_reaches_the_color_asked_for(source: tuple[int, int, int], value: str) -> None:
    drawn = draw_car(source)
    code = value[1:7]
    wanted = int(code[:2], 16), int(code[2:4], 16), int(code[4:], 16)
    assert difference(middle_tone(drawn, painted_with(drawn, value)), wanted) < 10


def test_outside_the_paint_every_byte_stays(red_car: Drawn) -> None:
    picture = painted_with(red_car, "Blue #1E4FA3 (metallic)")
    assert np.array_equal(picture[~red_car.paint], red_car.rgb[~red_car.paint])
    assert not np.array_equal(picture[red_car.paint], red_car.rgb[red_car.paint])


def test_matte_is_flatter_than_gloss(red_car: Drawn) -> None:
    spread = {}
    for finish in ("solid", "satin", "matte"):
        picture = painted_with(red_car, f"#3C6E9E ({finish})")
        lightness = oklab.from_srgb(picture[red_car.paint])[:, 0]
        spread[finish] = np.ptp(np.percentile(lightness, [2, 98]))
    assert spread["matte"] < spread["satin"] < spread["solid"]


def test_a_white_body_turns_red_and_not_coral(white_car: Drawn) -> None:
    picture = painted_with(white_car, "Red #B0141C (solid)")
    lightness, chroma, hue = oklab.polar(oklab.from_srgb(picture[white_car.paint]))
    assert np.percentile(lightness, 90) < 0.62
    assert np.median(chroma) > 0.15
    assert 15 < np.median(hue) < 40


def test_black_paint_is_black_and_keeps_its_reflections(red_car: Drawn) -> None:
    picture = painted_with(red_car, "Black")
    lightness = oklab.from_srgb(picture[red_car.paint])[:, 0]
    assert np.median(lightness) < 0.25
    assert lightness.max() > 0.4


def test_metallic_paint_sparkles_and_solid_paint_does_not(silver_car: Drawn) -> None:
    rows = np.arange(silver_car.rgb.shape[0])[:, np.newaxis]
    flank = silver_car.paint & (rows > 440) & (rows < 444)
    deviation = [
        oklab.from_srgb(painted_with(silver_car, f"#1E4FA3 {finish}")[flank])[:, 0].std()
        for finish in ("solid", "metallic")
    ]
    assert deviation[1] ** 2 - deviation[0] ** 2 > 0.004**2


def test_an_empty_mask_changes_nothing(red_car: Drawn) -> None:
    target = read_paint("Blue")
    assert target is not None
    empty = np.zeros(red_car.car.shape, np.uint8)
    assert np.array_equal(repaint(red_car.rgb, empty, target), red_car.rgb)


@pytest.mark.parametrize(
    ("color", "least"), [((176, 30, 34), 0.95), ((28, 62, 140), 0.95), ((236, 236, 232), 0.92)]
)
def test_the_painted_parts_are_found(color: tuple[int, int, int], least: float) -> None:
    drawn = draw_car(color)
    found = find_paint(drawn.rgb, drawn.car.astype(np.uint8) * 255)
    assert overlap(found.mask > 127, drawn.paint) >= least


def test_a_body_without_color_is_said_to_be_doubtful(silver_car: Drawn) -> None:
    assert find_paint(silver_car.rgb, silver_car.car.astype(np.uint8) * 255).doubts
