"""A photo's thumbnail shows what the photo shows, whatever kind of file and pixels it is."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from carmp_desktop.core.photos import THUMB_BOX, open_photo

WIDTH, HEIGHT = 900, 600
ORIENTATION = 0x0112


def seen(file: Path, thumbs: Path) -> tuple[tuple[int, int], Image.Image]:
    """What the program says of a photo's size, and its thumbnail."""
    opened = open_photo(file, thumbs)
    with Image.open(opened.thumb) as thumb:
        thumb.load()
    return (opened.photo.width, opened.photo.height), thumb


@pytest.mark.parametrize("suffix", ["jpg", "png", "tif", "webp", "avif"])
@pytest.mark.parametrize(
    ("orientation", "size", "dark"),
    [
        (1, (WIDTH, HEIGHT), "left"),
        (3, (WIDTH, HEIGHT), "right"),
        (6, (HEIGHT, WIDTH), "top"),
        (8, (HEIGHT, WIDTH), "bottom"),
    ],
)
def test_a_photo_is_upright_in_size_and_thumbnail(
    tmp_path: Path, suffix: str, orientation: int, size: tuple[int, int], dark: str
) -> None:
    picture = np.full((HEIGHT, WIDTH, 3), 240, np.uint8)
    picture[:, : WIDTH // 3] = 10
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    file = tmp_path / f"car.{suffix}"
    Image.fromarray(picture).save(file, exif=exif)

    told, thumb = seen(file, tmp_path / "thumbs")

    assert told == size
    assert max(thumb.size) == THUMB_BOX
    assert (thumb.width > thumb.height) == (size[0] > size[1])
    shades = np.asarray(thumb.convert("L"), float)
    sides = {
        "left": shades[:, :20],
        "right": shades[:, -20:],
        "top": shades[:20],
        "bottom": shades[-20:],
    }
    assert min(sides, key=lambda side: sides[side].mean()) == dark
    assert sides[dark].mean() < 30


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_pixel_is_mixed_and_not_picked(tmp_path: Path, mode: str) -> None:
    stripes = np.zeros((HEIGHT, WIDTH), np.uint8)
    stripes[:, ::2] = 255
    if mode == "I;16":
        picture = Image.fromarray(stripes.astype(np.uint16) * 257)
    else:
        picture = Image.fromarray(stripes).convert("RGB").convert(mode)
    file = tmp_path / "car.png"
    picture.save(file)

    _, thumb = seen(file, tmp_path / "thumbs")

    assert thumb.mode == "RGB"
    assert abs(np.asarray(thumb, float).mean() - 127) < 12
    assert np.asarray(thumb, float).std() < 40


def test_what_is_transparent_is_white_in_the_thumbnail(tmp_path: Path) -> None:
    file = tmp_path / "car.png"
    Image.new("RGBA", (WIDTH, HEIGHT), (0, 0, 0, 0)).save(file)

    assert np.asarray(seen(file, tmp_path / "thumbs")[1]).min() == 255


@pytest.mark.parametrize("size", [(1, 1), (1, 4000), (4000, 1), (THUMB_BOX, THUMB_BOX)])
def test_odd_sizes_have_a_thumbnail_too(tmp_path: Path, size: tuple[int, int]) -> None:
    file = tmp_path / "car.png"
    Image.new("RGB", size, "navy").save(file)

    told, thumb = seen(file, tmp_path / "thumbs")

    assert told == size
    assert max(thumb.size) <= THUMB_BOX
