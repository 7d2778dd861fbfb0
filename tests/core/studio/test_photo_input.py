"""Reading whatever file the user has as upright RGB of a workable size."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from carmp_desktop.core.engines.studio.photo_input import read_photo
from carmp_desktop.core.problems import Failure


@pytest.mark.parametrize("mode", ["L", "CMYK", "P", "RGBA", "LA", "1", "I;16", "F"])
def test_every_kind_of_pixel_becomes_rgb(tmp_path: Path, mode: str) -> None:
    ramp = np.tile(np.linspace(0, 255, 300), (200, 1))
    if mode == "I;16":
        image = Image.fromarray((ramp * 257).astype(np.uint16))
    elif mode == "F":
        image = Image.fromarray((ramp / 255).astype(np.float32))
    else:
        image = Image.fromarray(ramp.astype(np.uint8)).convert("RGB").convert(mode)
    file = tmp_path / "photo.tif"
    image.save(file)
    rgb = read_photo(file)
    assert rgb.shape == (200, 300, 3)
    assert rgb.dtype == np.uint8
    assert rgb[:, :20].mean() < 40
    assert rgb[:, -20:].mean() > 215


def test_transparency_is_laid_on_white(tmp_path: Path) -> None:
    file = tmp_path / "clear.png"
    Image.new("RGBA", (200, 150), (0, 0, 0, 0)).save(file)
    assert (read_photo(file) == 255).all()


def test_a_photo_that_lies_on_its_side_is_turned(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    file = tmp_path / "side.jpg"
    Image.new("RGB", (300, 200), "red").save(file, exif=exif)
    assert read_photo(file).shape == (300, 200, 3)


def test_a_photo_of_a_hundred_megapixels_is_shrunk(tmp_path: Path) -> None:
    file = tmp_path / "huge.jpg"
    Image.new("RGB", (11600, 8700), "navy").save(file, quality=30)
    assert read_photo(file).shape == (1200, 1600, 3)


def test_more_than_memory_holds_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "wall.png"
    Image.new("1", (15000, 10000)).save(file)
    with pytest.raises(Failure) as refused:
        read_photo(file)
    assert refused.value.problem.code == "studio_photo_too_large"


def test_a_stamp_is_refused_by_name(tmp_path: Path) -> None:
    file = tmp_path / "stamp.png"
    Image.new("RGB", (60, 40)).save(file)
    with pytest.raises(Failure, match=r"stamp\.png is only 60 × 40") as refused:
        read_photo(file)
    assert refused.value.problem.code == "studio_photo_too_small"


def test_a_broken_photo_is_refused_by_name(tmp_path: Path, red_photo: Path) -> None:
    file = tmp_path / "broken.jpg"
    file.write_bytes(red_photo.read_bytes()[:9000])
    with pytest.raises(Failure, match=r"broken\.jpg"):
        read_photo(file)
