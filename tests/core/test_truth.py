"""The truth check: what it says of faults made on purpose, and its silence otherwise."""

from __future__ import annotations

import logging
import subprocess
import sys
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont, ImageOps

from carmp_desktop.core import remarks
from carmp_desktop.core.darkroom import develop
from carmp_desktop.core.engines.studio.paints import read_paint
from carmp_desktop.core.engines.studio.repaint import repaint
from carmp_desktop.core.paths import resources
from carmp_desktop.core.truth import looks
from carmp_desktop.core.truth.check import doubt_about
from carmp_desktop.core.truth.ciede import differences
from carmp_desktop.core.truth.question import Question
from tests.core.conftest import RunBatch
from tests.core.studio.drawing import draw_car

RED, BLUE, BLACK = "#C00000", "#12419B", "#0B0B0C"
PLATE = (520, 430, 700, 468)
SAMPLE = resources() / "samples" / "sample_front_3_4.jpg"

# Table 1 of Sharma, Wu and Dalal (2005): two colors in CIELAB, and their ΔE00.
PAIRS = [
    (50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425),
    (50, 3.1571, -77.2803, 50, 0, -82.7485, 2.8615),
    (50, 2.8361, -74.0200, 50, 0, -82.7485, 3.4412),
    (50, -1.3802, -84.2814, 50, 0, -82.7485, 1.0000),
    (50, -1.1848, -84.8006, 50, 0, -82.7485, 1.0000),
    (50, -0.9009, -85.5211, 50, 0, -82.7485, 1.0000),
    (50, 0, 0, 50, -1, 2, 2.3669),
    (50, -1, 2, 50, 0, 0, 2.3669),
    (50, 2.4900, -0.0010, 50, -2.4900, 0.0009, 7.1792),
    (50, 2.4900, -0.0010, 50, -2.4900, 0.0010, 7.1792),
    (50, 2.4900, -0.0010, 50, -2.4900, 0.0011, 7.2195),
    (50, 2.4900, -0.0010, 50, -2.4900, 0.0012, 7.2195),
    (50, -0.0010, 2.4900, 50, 0.0009, -2.4900, 4.8045),
    (50, -0.0010, 2.4900, 50, 0.0010, -2.4900, 4.8045),
    (50, -0.0010, 2.4900, 50, 0.0011, -2.4900, 4.7461),
    (50, 2.5, 0, 50, 0, -2.5, 4.3065),
    (50, 2.5, 0, 73, 25, -18, 27.1492),
    (50, 2.5, 0, 61, -5, 29, 22.8977),
    (50, 2.5, 0, 56, -27, -3, 31.9030),
    (50, 2.5, 0, 58, 24, 15, 19.4535),
    (50, 2.5, 0, 50, 3.1736, 0.5854, 1.0000),
    (50, 2.5, 0, 50, 3.2972, 0, 1.0000),
    (50, 2.5, 0, 50, 1.8634, 0.5757, 1.0000),
    (50, 2.5, 0, 50, 3.2592, 0.3350, 1.0000),
    (60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644),
    (63.0109, -31.0961, -5.8663, 62.8187, -29.7946, -4.0864, 1.2630),
    (61.2901, 3.7196, -5.3901, 61.4292, 2.2480, -4.9620, 1.8731),
    (35.0831, -44.1164, 3.7933, 35.0232, -40.0716, 1.5901, 1.8645),
    (22.7233, 20.0904, -46.6940, 23.0331, 14.9730, -42.5619, 2.0373),
    (36.4612, 47.8580, 18.3852, 36.2715, 50.5065, 21.2231, 1.4146),
    (90.8027, -2.0831, 1.4410, 91.1528, -1.6435, 0.0447, 1.4441),
    (90.9257, -0.5406, -0.9208, 88.6381, -0.8985, -0.7239, 1.5381),
    (6.7747, -0.2908, -2.4247, 5.8714, -0.0985, -2.2286, 0.6377),
    (2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514, 0.9082),
]


def asked(question: Question, said: str | None = None) -> str | None:
    """What is doubtful about an image, as on its way into the gallery."""
    developed = develop(question.image, question.image.with_suffix(".jpg"))
    return doubt_about(question, developed, said)


class Garage:
    """One drawn car with a plate, as files: its angle's image and colors made from it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._car = draw_car((176, 30, 34), left=70)
        self.angle = self.file("angle", self._with_plate(self._car.rgb))

    def painted(self, value: str, letters: str = "KJH 482") -> Any:
        """The car in another paint, ``H×W×3``."""
        target = read_paint(value)
        assert target is not None
        mask = self._car.paint.astype(np.uint8) * 255
        return self._with_plate(repaint(self._car.rgb, mask, target), letters)

    def file(self, name: str, picture: Any) -> Path:
        """The picture as a file."""
        file = self._folder / f"{name}.png"
        Image.fromarray(picture).save(file, compress_level=1)
        return file

    def asked(self, picture: Any, preset: str | None, **more: bool) -> str | None:
        """What is doubtful about a picture as a color of the angle."""
        image = self.file("color", picture)
        return asked(Question(image, angle=self.angle, preset=preset, **more))

    @staticmethod
    def _with_plate(picture: Any, letters: str = "KJH 482") -> Any:
        image = Image.fromarray(picture)
        pen = ImageDraw.Draw(image)
        pen.rectangle(PLATE, fill=(238, 238, 232))
        font = ImageFont.load_default(36)
        pen.text((610, 449), letters, fill=(20, 20, 24), font=font, anchor="mm", stroke_width=1)
        return np.asarray(image)


@pytest.fixture(scope="module")
def garage(tmp_path_factory: pytest.TempPathFactory) -> Garage:
    return Garage(tmp_path_factory.mktemp("garage"))


@pytest.mark.parametrize("pair", PAIRS)
def test_the_color_difference_is_the_published_one(pair: tuple[float, ...]) -> None:
    one, other = np.array(pair[:3]), np.array(pair[3:6])

    assert differences(one[np.newaxis], other)[0] == pytest.approx(pair[6], abs=1e-4)
    assert differences(other[np.newaxis], one)[0] == pytest.approx(pair[6], abs=1e-4)


@pytest.mark.parametrize("preset", [BLUE, BLACK, "#F4F3EE", "#1F5B3A", "#F2C200"])
@pytest.mark.parametrize("is_local", [False, True])
def test_a_faithful_color_carries_no_mark(garage: Garage, preset: str, is_local: bool) -> None:
    assert garage.asked(garage.painted(f"{preset} (metallic)"), preset, is_local=is_local) is None


@pytest.mark.parametrize("is_local", [False, True])
def test_another_paint_is_told_with_its_distance(garage: Garage, is_local: bool) -> None:
    doubt = garage.asked(garage.painted("#1F5B3A"), BLUE, is_local=is_local)

    assert doubt is not None
    before, after = remarks.OTHER_PAINT.split("{n}")
    number = doubt.removeprefix(before).removesuffix(after)
    assert 30 <= int(number) <= 50


def test_a_car_that_was_not_painted_is_told(garage: Garage) -> None:
    assert garage.asked(np.asarray(Image.open(garage.angle)), BLUE) == remarks.UNPAINTED


def test_a_car_that_has_the_paint_already_carries_no_mark(garage: Garage) -> None:
    assert garage.asked(np.asarray(Image.open(garage.angle)), "#B01E22") is None


def test_a_color_without_a_hex_is_not_measured(garage: Garage) -> None:
    assert garage.asked(garage.painted(RED), None) is None


def test_a_mirrored_color_is_told_and_its_plate_is_not(garage: Garage) -> None:
    mirrored = np.ascontiguousarray(garage.painted(BLUE)[:, ::-1])

    assert garage.asked(mirrored, BLUE) == remarks.MIRRORED


def test_other_letters_on_the_plate_are_told(garage: Garage) -> None:
    assert garage.asked(garage.painted(BLUE, letters="B0F 7Z9"), BLUE) == remarks.PLATE_CHANGED


def test_a_smeared_plate_is_told(garage: Garage) -> None:
    smeared = garage.painted(BLUE)
    left, top, right, bottom = PLATE
    plate = smeared[top:bottom, left:right]
    smeared = smeared.copy()
    smeared[top:bottom, left:right] = cv2.GaussianBlur(plate, (0, 0), 9)

    assert garage.asked(smeared, BLUE) == remarks.PLATE_CHANGED


def test_a_plate_that_is_only_softer_carries_no_mark(garage: Garage) -> None:
    softer = cv2.GaussianBlur(np.roll(garage.painted(BLUE), (1, 2), (0, 1)), (0, 0), 1.0)

    assert garage.asked(softer, BLUE) is None


def test_another_size_than_the_angle_is_told(garage: Garage) -> None:
    color = cv2.resize(garage.painted(BLUE), (1000, 800))

    expected = remarks.OTHER_SIZE.format(width=1000, height=800, angle_width=1200, angle_height=800)
    assert garage.asked(color, BLUE) == expected


def test_a_rounding_of_the_size_carries_no_mark(garage: Garage) -> None:
    assert garage.asked(cv2.resize(garage.painted(BLUE), (1204, 798)), BLUE) is None


def test_a_mirrored_angle_is_told_by_its_own_photo(tmp_path: Path) -> None:
    with Image.open(SAMPLE) as photo:
        # The car stands elsewhere and is smaller, as in a picture made anew.
        scene = Image.new("RGB", (1344, 896), (205, 206, 210))
        scene.paste(photo.convert("RGB").resize((1120, round(photo.height * 1120 / photo.width))))
    straight, mirrored = tmp_path / "straight.png", tmp_path / "mirrored.png"
    scene.save(straight)
    ImageOps.mirror(scene).save(mirrored)

    assert asked(Question(straight, photo=SAMPLE)) is None
    assert asked(Question(mirrored, photo=SAMPLE)) == remarks.MIRRORED
    assert asked(Question(mirrored)) is None


def test_what_the_engine_said_stands_first(garage: Garage) -> None:
    image = garage.file("color", garage.painted("#1F5B3A"))

    doubt = asked(Question(image, angle=garage.angle, preset=BLUE), remarks.CUT_OFF)

    assert doubt is not None
    assert doubt.startswith(f"{remarks.CUT_OFF} Measured paint")


def test_a_check_that_fails_leaves_the_image_alone(
    garage: Garage, caplog: pytest.LogCaptureFixture
) -> None:
    broken = garage.angle.with_name("gone.png")
    with caplog.at_level(logging.WARNING, logger="carmp"):
        assert asked(Question(garage.angle, angle=broken, preset=BLUE)) is None
        assert asked(Question(garage.angle, angle=broken), remarks.CUT_OFF) == remarks.CUT_OFF
    assert "the truth check of angle.png failed" in caplog.text


def test_every_image_of_a_batch_is_looked_at_on_its_way_home(
    run_batch: RunBatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looks, "_LEAST_LONG_SIDE", 673)
    cells = run_batch(angles=1, colors=2).cells

    small = remarks.SMALL_IMAGE.format(width=672, height=384)
    assert [cell.doubt for cell in cells.values()] == [small] * 3


def test_nothing_heavy_is_loaded_before_an_image_is_looked_at() -> None:
    code = "import sys, carmp_desktop.core.truth.check, carmp_desktop.core.truth.question; "
    code += "print(sorted({'cv2', 'numpy'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
