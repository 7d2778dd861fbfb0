"""A gallery of 10,000 images: how soon it is open, how soon searched, and its memory."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import statistics
import time
from datetime import timedelta
from pathlib import Path

from measure import ROOT, at_most, peak_megabytes, tell, took
from PIL import Image
from program import NOWHERE, PATIENCE, Desk, in_window, opened, until

from carmp_desktop.core.library import Query, View
from carmp_desktop.core.paths import Profile
from carmp_desktop.qt.window import GALLERY
from tests.core.library_samples import NOON, PER_BATCH, add_batch

IMAGES = 10_000
_TURNS = 5
_SCREENS = 40
_OPEN_S, _SEARCH_S, _PEAK_MB = 0.3, 0.1, 400.0
_SEARCHES = ("yellow", "car 7", "side", "wet", "blue")


async def main(place: Path) -> None:
    """Fill a profile, open its gallery, search it, look through it."""
    profile = Profile.at(place / "profile")
    async with opened(profile.data, NOWHERE):
        pass
    _fill(profile, place)
    async with opened(profile.data, NOWHERE) as desk:
        window = desk.window
        window.pages.show_page(GALLERY)
        await until(lambda: len(window.gallery.view.shown) >= IMAGES)
        searches = [await _asked(desk, Query(words=words)) for words in _SEARCHES]
        await _asked(desk, Query())
        await _looked_through(desk)
        peak = peak_megabytes()  # before reading anew, which no user does five times
        opening = statistics.median([await _anew(desk) for _ in range(_TURNS)])
        plain = _plain(profile)
    what = f"gallery of {IMAGES:,} images, read and shown"
    beside = f"SQLite reading the rows {plain:.2f} s"
    tell(at_most(what, opening, _OPEN_S, "s", beside=beside))
    beside = f"the slowest {max(searches):.2f} s"
    tell(at_most("… a search", statistics.median(searches), _SEARCH_S, "s", beside=beside))
    tell(at_most("… peak memory, looked through", peak, _PEAK_MB, "MB", digits=0))


async def _asked(desk: Desk, query: Query) -> float:
    """Seconds from the wish until what was found is painted."""
    page = desk.window.gallery
    shown: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    show_view = page.show_view

    def show_and_tell(view: View) -> None:
        show_view(view)
        if not shown.done():
            shown.set_result(None)

    page.show_view = show_and_tell  # type: ignore[method-assign] # no signal tells of it
    began = time.perf_counter()
    if query == page.filters.query:
        desk.window.library.refresh()
    else:
        page.filters.ask(query)
    async with asyncio.timeout(PATIENCE):
        await shown
    page.repaint()
    seconds = time.perf_counter() - began
    del page.show_view
    return seconds


async def _anew(desk: Desk) -> float:
    """Seconds until all is read and painted as at a start, where nothing is in memory yet."""
    desk.jobs.market.library._version = None  # noqa: SLF001 - no user can make it forget
    return await _asked(desk, Query())


async def _looked_through(desk: Desk) -> None:
    """Scroll from the first image to the last; on the way each screen gets its images."""
    view = desk.window.gallery.view
    bar = view.verticalScrollBar()
    for screen in range(_SCREENS + 1):
        bar.setValue(bar.maximum() * screen // _SCREENS)
        view.viewport().repaint()
        await until(lambda: not desk.window.loader.pending)


def _plain(profile: Profile) -> float:
    with sqlite3.connect(profile.database) as connection:
        return took(
            lambda: connection.execute(
                "SELECT images.*, jobs.*, batches.* FROM images JOIN jobs ON jobs.id = job_id"
                " JOIN batches ON batches.id = batch_id ORDER BY made_at DESC"
            ).fetchall()
        )


def _fill(profile: Profile, place: Path) -> None:
    """Rows as batches leave them; every file and thumbnail is there, as links to a few."""
    folder, thumbs = place / "images", place / "thumbs"
    folder.mkdir()
    thumbs.mkdir()
    with Image.open(ROOT / "resources" / "samples" / "sample_side.jpg") as photo:
        image = photo.convert("RGB").resize((1344, 768))
    image.save(folder / "0.png", compress_level=1)
    image.resize((256, 146)).save(thumbs / "0.jpg")
    for number in range(1, IMAGES):
        os.link(folder / "0.png", folder / f"{number}.png")
    for number in range(1, IMAGES):
        os.link(thumbs / "0.jpg", thumbs / f"{number}.jpg")
    for first in range(0, IMAGES, PER_BATCH):
        files = [folder / f"{n}.png" for n in range(first, min(IMAGES, first + PER_BATCH))]
        number = first // PER_BATCH
        at = NOON + timedelta(hours=number)
        add_batch(
            profile.database,
            f"b_{number}",
            car=f"Car {number % 90}",
            at=at,
            files=files,
            images=len(files),
        )
    with sqlite3.connect(profile.database) as connection:
        told = "UPDATE images SET thumb = replace(replace(file, ?, ?), '.png', '.jpg')"
        connection.execute(told, (str(folder), str(thumbs)))


if __name__ == "__main__":
    in_window(main)
