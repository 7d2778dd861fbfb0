"""Fifty photos of 12 megapixels dropped on the window: until each has its thumbnail there."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from measure import ROOT, at_most, tell, took
from PIL import Image
from program import NOWHERE, in_window, opened
from witness import Witness, bare_window

PHOTOS, SIZE = 50, (4000, 3000)
_MOST_S, _ALIVE_MS = 4.0, 50.0


async def main(place: Path) -> None:
    """In the window, then two plain threads over the same files."""
    photos = _photos(place / "photos")
    with bare_window() as bare:
        async with opened(place / "profile", NOWHERE) as desk:
            witness = Witness()
            witness.begin()
            began = time.perf_counter()
            await desk.open_photos(photos)
            seconds = time.perf_counter() - began
            witness.end()
    plain = took(lambda: _plain(photos, place))
    beside = f"two plain threads {plain:.1f} s: {seconds / plain:.2f} times"
    what = f"drop of {PHOTOS} photos of 12 megapixels, thumbnails there"
    tell(at_most(what, seconds, _MOST_S, "s", beside=beside, digits=1))
    beside = f"a bare window beside {bare.longest:.0f} ms"
    tell(at_most("… longest stall", witness.longest, _ALIVE_MS, "ms", beside=beside, digits=0))


def _photos(folder: Path) -> list[Path]:
    """Files of a camera's size that differ."""
    folder.mkdir()
    with Image.open(ROOT / "resources" / "samples" / "sample_side.jpg") as photo:
        large = photo.convert("RGB").resize(SIZE)
    grain = Image.effect_noise(SIZE, 8).convert("RGB")
    large = Image.blend(large, grain, 0.1)
    large.save(folder / "0.jpg", quality=92)
    body = (folder / "0.jpg").read_bytes()
    files = [folder / f"{number}.jpg" for number in range(PHOTOS)]
    for number, file in enumerate(files):
        file.write_bytes(body + number.to_bytes(2, "big"))
    return files


def _plain(photos: list[Path], place: Path) -> None:
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda photo: _thumbnail(photo, place), photos))


def _thumbnail(photo: Path, place: Path) -> None:
    with Image.open(photo) as image:
        image.draft("RGB", (512, 512))
        image.thumbnail((256, 256))
        image.save(place / photo.name)


if __name__ == "__main__":
    in_window(main)
