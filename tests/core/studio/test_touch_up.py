"""A scene corrected by hand: strokes, undo, what is seen, and what is kept."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from subprocess import run

import cv2
import numpy as np
import pytest

from carmp_desktop.core.engines.studio.corrections import Layer
from carmp_desktop.core.engines.studio.retouch import Stroke, retouch
from carmp_desktop.core.engines.studio.scene import Scene, Stage, own_colors, set_scene
from carmp_desktop.core.engines.studio.segment import Borders, CutOut
from carmp_desktop.core.engines.studio.sidecar import folder_of, load_scene, save_scene
from carmp_desktop.core.engines.studio.touch_up import TouchUp, rings
from carmp_desktop.core.problems import Failure
from tests.core.studio.drawing import Drawn

JOB = "angle-1"
BLOT = (slice(120, 180), slice(700, 780))
REMOVE = Stroke(((710, 150), (770, 150)), 20, adds=False)


@pytest.fixture
def workspace(red_car: Drawn, tmp_path: Path) -> Path:
    """The red car's scene, with a blot of wall kept above its roof and a door left unpainted."""
    alpha = red_car.car.astype(np.uint8) * 255
    scene = set_scene(red_car.rgb, CutOut(alpha, Borders(), ("Check the outline.",)))
    painted = np.repeat((red_car.paint * np.uint8(255))[..., None], 3, 2)
    paint = np.minimum(set_scene(painted, CutOut(alpha, Borders())).photo[..., 0], scene.alpha)
    spoiled = scene.alpha.copy()
    spoiled[BLOT] = 255
    kept = replace(scene, alpha=spoiled, paint=paint, paint_doubts=("Check the paint.",))
    save_scene(tmp_path, JOB, kept)
    return tmp_path


@pytest.fixture
def touch_up(workspace: Path) -> TouchUp:
    return TouchUp.open(workspace, JOB)


def unpaint(scene: Scene) -> Stroke:
    """A stroke along the middle of the body that says it is not painted."""
    x, y, width, height = cv2.boundingRect(scene.paint)
    row = y + height * 0.6
    return Stroke(((x + width * 0.45, row), (x + width * 0.55, row)), 16, adds=False)


def test_a_stroke_on_the_outline_takes_the_blot_away(touch_up: TouchUp) -> None:
    touch_up.add(Layer.OUTLINE, REMOVE)
    assert np.mean(touch_up.corrected().alpha[BLOT] < 128) > 0.95
    assert touch_up.corrected().doubts == ()
    assert touch_up.corrected().paint_doubts == ("Check the paint.",)


def test_strokes_on_both_layers_are_the_same_as_all_at_once(touch_up: TouchUp) -> None:
    stroke = unpaint(touch_up.original)
    touch_up.add(Layer.PAINT, stroke)
    touch_up.corrected()
    touch_up.add(Layer.OUTLINE, REMOVE)
    at_once = retouch(touch_up.original, (REMOVE,), (stroke,))
    assert np.array_equal(touch_up.corrected().alpha, at_once.alpha)
    assert np.array_equal(touch_up.corrected().paint, at_once.paint)


def test_undo_and_redo_walk_through_the_steps(touch_up: TouchUp) -> None:
    touch_up.add(Layer.OUTLINE, REMOVE)
    first = touch_up.corrected()
    touch_up.add(Layer.PAINT, unpaint(first))
    second = touch_up.corrected()
    touch_up.undo()
    assert np.array_equal(touch_up.corrected().paint, first.paint)
    touch_up.undo()
    assert np.array_equal(touch_up.corrected().alpha, touch_up.original.alpha)
    assert not touch_up.history.can_undo
    touch_up.redo()
    touch_up.redo()
    assert np.array_equal(touch_up.corrected().paint, second.paint)
    assert not touch_up.history.can_redo


def test_a_new_stroke_forgets_what_was_undone(touch_up: TouchUp) -> None:
    touch_up.add(Layer.OUTLINE, REMOVE)
    touch_up.undo()
    touch_up.add(Layer.PAINT, unpaint(touch_up.original))
    assert not touch_up.history.can_redo
    assert np.array_equal(touch_up.corrected().alpha, touch_up.original.alpha)


def test_reset_drops_all_strokes_and_can_be_undone(touch_up: TouchUp) -> None:
    touch_up.add(Layer.OUTLINE, REMOVE)
    touch_up.reset()
    assert touch_up.history.corrections == ()
    assert np.array_equal(touch_up.corrected().alpha, touch_up.original.alpha)
    touch_up.undo()
    assert touch_up.history.strokes(Layer.OUTLINE) == (REMOVE,)


def test_nothing_to_undo_is_no_fault(touch_up: TouchUp) -> None:
    touch_up.undo()
    touch_up.redo()
    touch_up.reset()
    assert touch_up.history.corrections == ()
    assert not touch_up.history.can_undo


def test_the_preview_is_the_finished_picture_at_half_size(touch_up: TouchUp) -> None:
    touch_up.add(Layer.OUTLINE, REMOVE)
    scene = touch_up.corrected()
    finished = Stage(scene).with_car(own_colors(scene.photo, scene.alpha))
    half = cv2.resize(finished, (768, 512), interpolation=cv2.INTER_AREA)
    preview = touch_up.preview()
    assert preview.shape == (512, 768, 3)
    assert np.abs(preview.astype(int) - half.astype(int)).mean() < 1.5
    assert np.array_equal(touch_up.preview(fine=True), finished)


def test_the_preview_follows_strokes_on_either_layer(touch_up: TouchUp) -> None:
    before = touch_up.preview(repainted=True)
    touch_up.add(Layer.OUTLINE, REMOVE)
    without_blot = touch_up.preview(repainted=True)
    touch_up.add(Layer.PAINT, unpaint(touch_up.original))
    without_paint = touch_up.preview(repainted=True)
    assert not np.array_equal(before, without_blot)
    assert not np.array_equal(without_blot, without_paint)
    touch_up.undo()
    assert np.array_equal(touch_up.preview(repainted=True), without_blot)


def test_a_red_car_is_tried_in_blue(touch_up: TouchUp) -> None:
    body = cv2.resize(touch_up.original.paint, (768, 512)) > 250
    red, _, blue = np.median(touch_up.preview(repainted=True)[body], axis=0)
    assert blue > red + 40


def test_what_is_saved_is_opened_again(touch_up: TouchUp, workspace: Path) -> None:
    touch_up.add(Layer.OUTLINE, REMOVE)
    touch_up.add(Layer.PAINT, unpaint(touch_up.original))
    touch_up.save()
    kept = load_scene(workspace, JOB)
    assert kept is not None
    assert np.array_equal(kept.alpha, touch_up.corrected().alpha)
    assert np.array_equal(kept.paint, touch_up.corrected().paint)
    assert np.array_equal(kept.photo, touch_up.original.photo)
    assert kept.doubts == kept.paint_doubts == ()
    assert [entry.name for entry in workspace.iterdir()] == [folder_of(workspace, JOB).name]


def test_a_refused_save_says_so_and_keeps_the_old_scene(
    touch_up: TouchUp, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_file: Path, _data: bytes) -> int:
        raise OSError(28, "No space left on device")

    touch_up.add(Layer.OUTLINE, REMOVE)
    with monkeypatch.context() as disk:
        disk.setattr(Path, "write_bytes", full)
        with pytest.raises(Failure) as refused:
            touch_up.save()
    assert refused.value.problem.code == "studio_not_written"
    kept = load_scene(workspace, JOB)
    assert kept is not None
    assert np.array_equal(kept.alpha, touch_up.original.alpha)


def test_a_scene_that_is_gone_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(Failure) as refused:
        TouchUp.open(tmp_path, "unknown")
    assert refused.value.problem.code == "studio_no_scene"


def test_an_outline_that_is_removed_whole_still_makes_a_picture(touch_up: TouchUp) -> None:
    everything = Stroke(((0, 512), (1536, 512)), 2000, adds=False)
    touch_up.add(Layer.OUTLINE, everything)
    assert not touch_up.corrected().alpha.any()
    assert touch_up.preview(repainted=True).shape == (512, 768, 3)


def test_rings_filled_by_the_odd_even_rule_are_the_mask() -> None:
    mask = np.zeros((200, 300), np.uint8)
    cv2.circle(mask, (150, 100), 80, 255, cv2.FILLED)
    cv2.circle(mask, (150, 100), 40, 0, cv2.FILLED)
    mask[5, 5] = 255
    lines = rings(mask)
    assert len(lines) == 2
    canvas = np.zeros_like(mask)
    cv2.fillPoly(canvas, [np.rint(line - 0.5).astype(np.int32) for line in lines], 255)
    assert np.mean((canvas > 0) != (mask > 0)) < 0.01


def test_the_order_of_corrections_is_known_without_numpy() -> None:
    code = "import sys, carmp_desktop.core.engines.studio.corrections; "
    code += "sys.exit('numpy' in sys.modules or 'cv2' in sys.modules)"
    assert run([sys.executable, "-c", code], check=False).returncode == 0
