"""What every test stands on: no display, no keychain, and no network but loopback."""

from __future__ import annotations

import os

# Before anything imports Qt or keyring: the tests never touch the machine's screen or keychain.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
for name in (
    "REPLICATE_API_TOKEN",
    "REPLICATE_BASE_URL",
    "CARMP_GLOBAL_PROMPTS_URL",
    "CARMP_ANGLE_PRESETS_URL",
    "CARMP_COLOR_PRESETS_URL",
    "CARMP_PROFILE",
    "CARMP_MIRROR_URL",
    "DEBUG_MP",
    "DBUS_SESSION_BUS_ADDRESS",
):
    os.environ.pop(name, None)

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from tests.loopback import StandIn


@pytest.fixture
def server() -> Iterator[StandIn]:
    """The stand-in for Replicate, with predictions that take a twentieth of a second."""
    with StandIn() as running:
        yield running


@pytest.fixture
def draw_photo(tmp_path: Path) -> Callable[..., Path]:
    """Draws a photo into a file of the given name; its ending decides the format."""

    def draw(name: str = "car.jpg", size: tuple[int, int] = (640, 420), **saving: object) -> Path:
        image = Image.new("RGB", size, (190, 200, 212))
        pen = ImageDraw.Draw(image)
        width, height = size
        pen.rectangle((0, height * 2 // 3, width, height), fill=(90, 92, 95))
        pen.ellipse((width * 0.2, height * 0.4, width * 0.8, height * 0.8), fill=(160, 40, 30))
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        image.save(file, **saving)
        return file

    return draw


@pytest.fixture
def heic_photo() -> Path:
    """A drawn car of 642 × 420 pixels: nothing the program is made of can write this format."""
    return Path(__file__).parent / "samples" / "car.heic"


@pytest.fixture
def photos(draw_photo: Callable[..., Path]) -> list[Path]:
    """Two photos of one car."""
    return [draw_photo("one.jpg"), draw_photo("two.jpg", size=(420, 640))]
