"""The icon in every size, from the one drawing."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest
from PIL import Image


@pytest.mark.usefixtures("qapp")
def test_every_size_and_form_is_drawn(tmp_path: Path) -> None:
    art, deb = import_module("art"), import_module("deb")

    art.draw_all(tmp_path)

    for size in art.SIZES:
        with Image.open(tmp_path / f"{size}.png") as icon:
            assert icon.size == (size, size)
            assert icon.getpixel((0, 0))[3] == 0
            assert icon.getpixel((size // 2, size // 8))[3] == 255
    assert set(deb.ICON_SIZES) <= set(art.SIZES)
    with Image.open(tmp_path / "carmp-desktop.ico") as icon:
        assert {(16, 16), (48, 48), (256, 256)} <= icon.info["sizes"]
    with Image.open(tmp_path / "carmp-desktop.icns") as icon:
        assert (512, 512, 2) in icon.info["sizes"]
