"""Finding the car in a photo, measured against drawings whose outline is known."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from carmp_desktop.core.engines.studio import contour
from carmp_desktop.core.engines.studio.arrays import overlap
from carmp_desktop.core.engines.studio.network import SaliencyNetwork
from carmp_desktop.core.engines.studio.scene import place
from carmp_desktop.core.engines.studio.segment import Borders, cut_out
from tests.core.studio.drawing import Drawn, draw_car


@pytest.mark.parametrize("color", [(176, 30, 34), (236, 236, 232), (24, 25, 28)])
def test_the_cut_out_is_the_car(network: SaliencyNetwork, color: tuple[int, int, int]) -> None:
    drawn = draw_car(color)
    found = cut_out(network, drawn.rgb)
    assert found is not None
    assert overlap(found.alpha > 127, drawn.car) >= 0.97
    assert found.doubts == ()


@pytest.mark.parametrize("error", [-7, 7])
def test_a_coarse_outline_is_drawn_to_the_edge_of_the_car(red_car: Drawn, error: int) -> None:
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * abs(error) + 1,) * 2)
    change = cv2.dilate if error > 0 else cv2.erode
    coarse = change(red_car.car.astype(np.uint8), kernel) > 0
    salience = cv2.GaussianBlur(coarse.astype(np.float32), (0, 0), 8)
    fine = contour.refine(red_car.rgb, salience, coarse, reach=12)
    assert overlap(coarse, red_car.car) < 0.93
    assert overlap(fine, red_car.car) >= 0.97


def test_a_car_at_the_border_is_said_to_be_cut(network: SaliencyNetwork) -> None:
    drawn = draw_car((176, 30, 34), left=330)
    found = cut_out(network, drawn.rgb)
    assert found is not None
    assert found.cut == Borders(left=True)
    assert any("border" in doubt for doubt in found.doubts)


def test_a_cut_car_stands_at_its_border_and_a_whole_one_in_the_middle() -> None:
    alpha = np.zeros((600, 900), np.uint8)
    alpha[200:400, 0:500] = 255
    cut = place(alpha, Borders(left=True))
    whole = place(alpha, Borders())
    assert cut.left == 0
    assert whole.left == pytest.approx((1536 - 500 * whole.scale) / 2)


def test_a_plain_wall_is_no_car(network: SaliencyNetwork) -> None:
    noise = np.random.default_rng(1).normal(150, 6, (600, 900, 3))
    assert cut_out(network, noise.clip(0, 255).astype(np.uint8)) is None


def test_of_two_cars_the_larger_is_taken_and_it_is_said(network: SaliencyNetwork) -> None:
    large = draw_car((176, 30, 34)).rgb[200:680]
    small = cv2.resize(draw_car((28, 62, 140)).rgb[200:680], (780, 312))
    ground = np.full((480, 780, 3), (118, 116, 112), np.uint8)
    ground[:312] = small
    found = cut_out(network, np.hstack([large, ground]))
    assert found is not None
    columns = np.flatnonzero((found.alpha > 127).any(axis=0))
    assert columns.min() < 300
    assert found.doubts
