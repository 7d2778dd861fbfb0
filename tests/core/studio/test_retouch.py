"""Corrections by hand, on a scene whose truth is known."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest

from carmp_desktop.core.engines.studio.arrays import overlap
from carmp_desktop.core.engines.studio.retouch import Stroke, retouch
from carmp_desktop.core.engines.studio.scene import Scene, set_scene
from carmp_desktop.core.engines.studio.segment import Borders, CutOut
from tests.core.studio.drawing import Drawn


@pytest.fixture
def scene(red_car: Drawn) -> Scene:
    alpha = red_car.car.astype(np.uint8) * 255
    whole = set_scene(red_car.rgb, CutOut(alpha, Borders(), ("Check it.",)))
    paint = set_scene(
        np.repeat((red_car.paint * np.uint8(255))[..., None], 3, 2), CutOut(alpha, Borders())
    )
    return replace(
        whole, paint=np.minimum(paint.photo[..., 0], whole.alpha), paint_doubts=("Look.",)
    )


def test_a_keep_stroke_brings_back_a_lost_roof(scene: Scene) -> None:
    top = int(np.flatnonzero((scene.alpha > 127).any(axis=1))[0])
    damaged = scene.alpha.copy()
    damaged[: top + 14] = 0
    x, _, width, _ = cv2.boundingRect((scene.alpha[: top + 14] > 127).astype(np.uint8))
    line = ((x + width * 0.2, top + 8.0), (x + width * 0.8, top + 8.0))
    fixed = retouch(replace(scene, alpha=damaged), [Stroke(line, 5, adds=True)], [])
    lost = (scene.alpha > 127) & (damaged == 0)
    assert np.mean(fixed.alpha[lost] > 127) > 0.8
    assert overlap(fixed.alpha > 127, scene.alpha > 127) > 0.99
    assert fixed.doubts == ()


def test_a_remove_stroke_takes_floor_away(scene: Scene) -> None:
    alpha = scene.alpha.copy()
    bottom = int(np.flatnonzero((alpha > 127).any(axis=1))[-1])
    cv2.rectangle(alpha, (700, bottom - 30), (820, bottom), 255, cv2.FILLED)
    added = (alpha == 255) & (scene.alpha < 8)
    stroke = Stroke(((705, bottom - 6), (815, bottom - 6)), 9, adds=False)
    fixed = retouch(replace(scene, alpha=alpha), [stroke], [])
    assert np.mean(fixed.alpha[added] < 128) > 0.9


def test_a_paint_stroke_brings_back_a_door(scene: Scene) -> None:
    x, y, width, height = cv2.boundingRect((scene.paint > 127).astype(np.uint8))
    spoiled = scene.paint.copy()
    door = (
        slice(y + height // 2, y + height // 2 + 60),
        slice(x + width // 2, x + width // 2 + 60),
    )
    spoiled[door] = 0
    middle = (x + width / 2 + 10, y + height / 2 + 30)
    stroke = Stroke((middle, (middle[0] + 40, middle[1])), 5, adds=True)
    fixed = retouch(replace(scene, paint=spoiled), [], [stroke])
    assert np.mean(fixed.paint[door] > 127) > 0.95
    assert np.array_equal(fixed.alpha, scene.alpha)
    assert fixed.paint_doubts == ()
    assert fixed.doubts == scene.doubts


def test_without_strokes_the_scene_stays(scene: Scene) -> None:
    assert retouch(scene, [], []) == scene


def test_paint_never_reaches_beyond_the_car(scene: Scene) -> None:
    stroke = Stroke(((20, 20), (600, 400)), 25, adds=True)
    fixed = retouch(scene, [], [stroke])
    assert not fixed.paint[fixed.alpha == 0].any()
