"""The gallery over the real core: images arrive, are found, starred, binned, restored, copied."""

from __future__ import annotations

import asyncio
import gc
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from carmp_desktop.core.library import Query
from carmp_desktop.qt.gallery.desk import GalleryDesk
from carmp_desktop.qt.gallery.loupe import GalleryLoupe
from carmp_desktop.qt.gallery.page import GalleryPage
from tests.core.library_samples import PER_BATCH, add_batch, draw_files
from tests.window.conftest import Desk, OpenDesk, heard


@dataclass
class Gallery:
    """The page and the desk over a program that is open, and how to wait for them."""

    program: Desk
    page: GalleryPage
    desk: GalleryDesk

    def ids(self) -> set[int]:
        return {picture.id for picture in self.page.view.shown}

    async def until(self, is_so: Callable[[], bool]) -> None:
        """Wait until the page shows what is meant."""
        while not is_so():
            await heard(self.page.view.selection_changed)

    def notice(self) -> str:
        return self.program.window.notices.notices[0].text.spoken


@asynccontextmanager
async def gallery_over(program: Desk) -> AsyncIterator[Gallery]:
    page = GalleryPage(program.window.loader)
    desk = GalleryDesk(program.window, program.jobs, page, program.window.notices)
    page.resize(1000, 640)
    page.show()
    try:
        yield Gallery(program, page, desk)
    finally:
        desk.stop()
        page.close()
        page.deleteLater()


async def test_a_batchs_images_arrive_as_they_are_made(
    open_desk: OpenDesk, photos: list[Path]
) -> None:
    async with open_desk() as program, gallery_over(program) as gallery:
        totals = heard(gallery.desk.totals_changed, lambda words: words.startswith("4 images · "))
        arrived = asyncio.ensure_future(totals)
        await gallery.until(gallery.page.empty.isVisible)
        await program.drop(photos)
        presets = program.jobs.market.presets
        program.window.panel.select(
            [angle.key for angle in presets.angles[:2]], [presets.colors[0].key]
        )
        batch = await program.generate()
        await gallery.until(lambda: len(gallery.ids()) == 4)
        await arrived
        shown = gallery.page.view.shown
        assert [picture.key for picture in shown] == [job.key for job in batch.jobs]
        for picture in shown:
            cell = program.cell(batch, *picture.key)
            assert (picture.file, picture.thumb) == (cell.image, cell.thumb)

        gallery.page.filters.ask(Query(words=presets.colors[0].label))
        await gallery.until(lambda: len(gallery.ids()) == 2)
        assert {picture.color_key for picture in gallery.page.view.shown} == {presets.colors[0].key}


async def test_a_page_out_of_sight_is_up_to_date_when_it_comes_into_sight(
    open_desk: OpenDesk,
) -> None:
    async with open_desk() as program, gallery_over(program) as gallery:
        await gallery.until(gallery.page.empty.isVisible)
        gallery.page.hide()
        add_batch(program.profile.database)
        gallery.desk.refresh()
        await heard(gallery.desk.totals_changed)
        assert gallery.ids() == set()
        gallery.page.show()
        assert len(gallery.ids()) == PER_BATCH


async def test_stars_bin_and_undo(open_desk: OpenDesk) -> None:
    async with open_desk() as program:
        first, second, third, *others = add_batch(program.profile.database)
        async with gallery_over(program) as gallery:
            page = gallery.page
            await gallery.until(lambda: len(gallery.ids()) == PER_BATCH)

            page.star_requested.emit((first, second), True)
            await gallery.until(lambda: sum(each.starred for each in page.view.shown) == 2)
            page.bin_requested.emit((second,))
            await gallery.until(lambda: second not in gallery.ids())
            page.bin_requested.emit((first, third))
            await gallery.until(lambda: gallery.ids() == set(others))
            assert gallery.notice().startswith("2 images are in the bin. ")

            (notice,) = program.window.notices.notices
            next(b for b in notice.findChildren(QPushButton) if b.text() == "Undo").click()
            await gallery.until(lambda: {first, third} <= gallery.ids())
            assert second not in gallery.ids()
            assert program.window.notices.notices == ()

            page.filters.ask(Query(binned=True))
            await gallery.until(lambda: gallery.ids() == {second})
            page.restore_requested.emit((second,))
            await gallery.until(page.empty.isVisible)
            page.filters.ask(Query(starred=True))
            await gallery.until(lambda: gallery.ids() == {first, second})


async def test_emptying_the_bin_says_what_became_of_it(
    open_desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recycled: list[Path] = []

    def recycle(file: Path) -> None:
        if recycled:
            raise PermissionError(13, "Permission denied")
        recycled.append(file)

    monkeypatch.setattr("send2trash.send2trash", recycle)
    async with open_desk() as program:
        files = draw_files(tmp_path / "files")
        ids = add_batch(program.profile.database, files=files, images=2)
        async with gallery_over(program) as gallery:
            page = gallery.page
            page.filters.ask(Query(binned=True))
            page.bin_requested.emit(tuple(ids))
            await gallery.until(lambda: len(gallery.ids()) == 2)
            page.empty_bin_requested.emit()
            await gallery.until(lambda: gallery.ids() == {ids[1]})
            assert recycled == [files[0]]
            told = [notice.text for notice in program.window.notices.notices]
            assert [text.title for text in told] == [
                "1 image went to the system's recycle bin",
                "Bin not emptied",
            ]
            assert files[1].name in told[1].sentence


async def test_an_image_opens_in_the_loupe_and_is_starred_and_binned_there(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with open_desk() as program:
        files = draw_files(tmp_path / "files")
        ids = add_batch(program.profile.database, files=files, images=5)
        async with gallery_over(program) as gallery:
            page, window = gallery.page, program.window
            looker = GalleryLoupe(window, page, window.loader)
            await gallery.until(lambda: len(gallery.ids()) == 5)
            page.view.select(ids[1])
            QTest.keyClick(page.view, Qt.Key.Key_Return)
            loupe = looker.loupe
            assert loupe is not None
            assert (loupe.item.title, loupe.item.starred) == (
                "BMW 1 M · Front ¾ left · White Pearl",
                False,
            )
            assert loupe.item.before == ids[0]
            assert [item.key for item in loupe.shown.items] == ids

            QTest.keyClick(loupe, Qt.Key.Key_Right)
            assert [picture.id for picture in page.view.selected] == [ids[2]]
            loupe.star_toggled.emit(ids[2], True)
            await gallery.until(lambda: loupe.item.starred is True)
            loupe.bin_requested.emit(ids[2])
            await gallery.until(lambda: ids[2] not in gallery.ids())
            assert loupe.item.key == ids[3]
            page.bin_requested.emit(tuple(gallery.ids()))
            await gallery.until(lambda: looker.loupe is None)


async def test_the_loupe_offers_the_photos_of_the_batch_that_is_looked_at(
    open_desk: OpenDesk, photos: list[Path]
) -> None:
    async with open_desk() as program:
        await program.drop(photos)
        presets = program.jobs.market.presets
        program.window.panel.select([presets.angles[0].key], [presets.colors[0].key])
        await program.generate()
        (foreign,) = add_batch(program.profile.database, images=1)
        async with gallery_over(program) as gallery:
            page, window = gallery.page, program.window
            looker = GalleryLoupe(window, page, window.loader)
            await gallery.until(lambda: len(gallery.ids()) == 3)
            angle, color = (each for each in page.view.shown if each.id != foreign)
            found = asyncio.ensure_future(heard(page.sources_found))
            await asyncio.sleep(0)
            page.view.open_requested.emit(color)
            loupe = looker.loupe
            assert loupe is not None
            assert loupe.shown.photos == ()
            await found
            assert [photo.image for photo in loupe.shown.photos] == photos
            assert loupe.shown.origin(loupe.item) is loupe.shown.scene(angle.id)

            found = asyncio.ensure_future(heard(page.sources_found))
            await asyncio.sleep(0)
            loupe.strip.chosen.emit(loupe.shown.places[foreign])
            assert loupe.shown.photos == ()
            assert (await found)[0] == "b_1"
            assert loupe.shown.photos == (), "that batch's photos are nowhere"
            loupe.strip.chosen.emit(loupe.shown.places[angle.id])
            assert [photo.name for photo in loupe.shown.photos] == [file.name for file in photos]
            looker.shutdown()

            photos[0].unlink()
            found = asyncio.ensure_future(heard(page.sources_found))
            await asyncio.sleep(0)
            page.view.open_requested.emit(angle)
            loupe = looker.loupe
            assert loupe is not None
            await found
            assert [photo.image for photo in loupe.shown.photos] == photos[1:]
            looker.shutdown()


async def test_a_photo_stands_beside_the_angle_that_was_made_from_it(
    open_desk: OpenDesk, photos: list[Path]
) -> None:
    async with open_desk() as program:
        await program.drop(photos[:1])
        presets = program.jobs.market.presets
        program.window.panel.select([presets.angles[0].key], [])
        await program.generate()
        async with gallery_over(program) as gallery:
            page, window = gallery.page, program.window
            looker = GalleryLoupe(window, page, window.loader)
            await gallery.until(lambda: len(gallery.ids()) == 1)
            found = asyncio.ensure_future(heard(page.sources_found))
            await asyncio.sleep(0)
            page.view.open_requested.emit(page.view.shown[0])
            await found
            loupe = looker.loupe
            assert loupe is not None
            assert loupe.item.before == photos[0]
            origin = loupe.shown.origin(loupe.item)
            assert origin is not None
            assert (origin.image, origin.name) == (photos[0], photos[0].name)
            looker.shutdown()


async def test_a_file_that_was_deleted_is_marked_and_one_that_came_back_is_not(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with open_desk() as program:
        files = draw_files(tmp_path / "files")
        add_batch(program.profile.database, files=files, images=3)
        async with gallery_over(program) as gallery:
            page = gallery.page
            await gallery.until(lambda: len(gallery.ids()) == 3)
            model = page.view.model()
            lost = model.index(1, 0)

            def words() -> str:
                return str(lost.data(Qt.ItemDataRole.AccessibleTextRole))

            away = files[1].rename(files[1].with_suffix(".away"))
            page.hide()
            marked = asyncio.ensure_future(heard(model.dataChanged))
            await asyncio.sleep(0)
            page.show()
            await marked
            assert words().endswith(", File not found")
            assert "not found" not in model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)

            away.rename(files[1])
            marked = asyncio.ensure_future(heard(model.dataChanged))
            await asyncio.sleep(0)
            gallery.desk.refresh()
            await marked
            assert "not found" not in words()


async def test_batches_and_days_are_found_over_the_real_library(open_desk: OpenDesk) -> None:
    async with open_desk() as program:
        today = datetime.now(UTC)
        ids = add_batch(program.profile.database, "b_1", at=today, images=2)
        older = add_batch(program.profile.database, "b_2", at=today - timedelta(days=20), images=3)
        async with gallery_over(program) as gallery:
            filters = gallery.page.filters
            await gallery.until(lambda: len(gallery.ids()) == 5)
            filters.ask(Query(batch="b_2"))
            await gallery.until(lambda: gallery.ids() == set(older))
            filters.ask(Query(since=(today - timedelta(days=6)).astimezone().date()))
            await gallery.until(lambda: gallery.ids() == set(ids))
            filters.clear()
            await gallery.until(lambda: len(gallery.ids()) == 5)


class Opener(QObject):
    """Stands in for the system's file manager."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[QUrl] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.urls.append(url)


async def test_files_are_shown_and_copied(open_desk: OpenDesk, tmp_path: Path) -> None:
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "open")
    board = QGuiApplication.clipboard()
    try:
        async with open_desk() as program:
            files = draw_files(tmp_path / "files")
            add_batch(program.profile.database, files=files, images=3)
            async with gallery_over(program) as gallery:
                await gallery.until(lambda: len(gallery.ids()) == 3)
                one, two, _ = gallery.page.view.shown
                gallery.page.folder_requested.emit(one)
                assert [url.toLocalFile() for url in opener.urls] == [str(files[0].parent)]

                changed = asyncio.ensure_future(heard(board.dataChanged))
                await asyncio.sleep(0)
                gallery.page.copy_requested.emit((one,))
                await changed
                assert board.image() == QImage(str(one.file))
                assert [url.toLocalFile() for url in board.mimeData().urls()] == [str(one.file)]
                gallery.page.copy_requested.emit((one, two))
                assert board.image().isNull()
                copied = [url.toLocalFile() for url in board.mimeData().urls()]
                assert copied == [str(one.file), str(two.file)]
            assert board.text().splitlines() == copied
    finally:
        QDesktopServices.unsetUrlHandler("file")
        board.clear()
        gc.collect()


async def test_files_that_are_gone_do_not_count_as_images(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with open_desk() as program:
        files = draw_files(tmp_path / "files")
        add_batch(program.profile.database, files=files, images=4)
        files[0].unlink()
        async with gallery_over(program) as gallery:
            told: list[str] = []
            gallery.desk.totals_changed.connect(told.append)
            while not told or not told[-1].startswith("3 images"):
                await program.turn()
            assert told[-1].endswith(" · 1 file missing")
            files[1].unlink()
            gallery.page.files_doubted.emit(gallery.page.view.shown)
            while not told[-1].startswith("2 images"):
                await program.turn()
            assert told[-1].endswith(" · 2 files missing")
            gone = next(each for each in gallery.page.view.shown if each.file == files[0])
            gallery.page.bin_requested.emit((gone.id,))
            while not told[-1].endswith(" · 1 file missing"):
                await program.turn()
            assert told[-1].startswith("2 images")


LEAVE_WITH_A_COPY = """
import sys
from pathlib import Path
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from carmp_desktop.qt.gallery.clipboard import GalleryClipboard, _put
from tests.qt.test_gallery_page import made

app = QApplication([])
pictures = tuple(made(number, [Path(word) for word in sys.argv[2:]]) for number in range(2))
one = sys.argv[1] == "one"
_put(pictures[:1] if one else pictures, QImage(sys.argv[2]) if one else QImage())
GalleryClipboard(None).stop()
print(QGuiApplication.clipboard().image().width(), QGuiApplication.clipboard().text() != "")
"""


@pytest.mark.parametrize(("count", "left"), [("one", "256 False"), ("two", "0 True")])
def test_what_was_copied_does_not_crash_the_end(count: str, left: str, tmp_path: Path) -> None:
    words = [sys.executable, "-c", LEAVE_WITH_A_COPY, count, *map(str, draw_files(tmp_path)[:2])]
    ended = subprocess.run(
        words, env=dict(os.environ), capture_output=True, text=True, check=False, timeout=60
    )
    assert (ended.returncode, ended.stdout.strip()) == (0, left)


async def test_what_another_program_made_is_there_when_the_user_comes_to_look(
    open_desk: OpenDesk,
) -> None:
    async with open_desk() as program, gallery_over(program) as gallery:
        await gallery.until(gallery.page.empty.isVisible)
        gallery.page.hide()
        first = add_batch(program.profile.database, "b_1")
        gallery.page.show()
        await gallery.until(lambda: gallery.ids() == set(first))

        more = add_batch(program.profile.database, "b_2")
        QGuiApplication.instance().applicationStateChanged.emit(
            Qt.ApplicationState.ApplicationActive
        )
        await gallery.until(lambda: gallery.ids() == {*first, *more})
