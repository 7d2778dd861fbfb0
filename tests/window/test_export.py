"""Images are approved and exported from the real window: by keys, into real files, or not."""

from __future__ import annotations

import json
import zipfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from carmp_desktop.core.export.profiles import OWN_FILE
from carmp_desktop.core.model import CellKey
from carmp_desktop.core.store.approvals import Verdict
from carmp_desktop.qt.batch.page import BatchPage
from carmp_desktop.qt.export.dialog import ExportDialog
from carmp_desktop.qt.gallery.chips import FilterChip
from carmp_desktop.qt.window import GALLERY
from tests.core.export_samples import ANGLES, COLORS, Gallery
from tests.window.conftest import Desk, OpenDesk

FRONT, FRONT_RED = CellKey("front_3_4"), CellKey("front_3_4", "red_metallic")
_TURNS = 3000


class Opener(QObject):
    """Stands in for the system's file manager."""

    def __init__(self) -> None:
        super().__init__()
        self.files: list[Path] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.files.append(Path(url.toLocalFile()))


@pytest.fixture
def opener() -> Iterator[Opener]:
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "open")
    yield opener
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def ids(tmp_path: Path) -> list[int]:
    """Twelve images of a batch that ended: four angles by two colors, and their own."""
    return Gallery(tmp_path / "profile").add(angles=ANGLES, colors=COLORS)


@dataclass
class Program:
    """The program with that batch in its matrix."""

    desk: Desk
    page: BatchPage

    async def until(self, is_so: Callable[[], object]) -> None:
        for _ in range(_TURNS):
            if is_so():
                return
            await self.desk.turn()
        raise AssertionError("it never came to be")

    async def press(self, target: QWidget, key: Qt.Key) -> None:
        target.setFocus()
        QTest.keyClick(target, key)
        await self.desk.turn()

    def verdict(self, key: CellKey) -> Verdict | None:
        return self.page.matrix.verdicts.get(key)

    def spoken(self, key: CellKey) -> str:
        matrix = self.page.matrix
        matrix.select_cell(key)
        role = Qt.ItemDataRole.AccessibleTextRole
        return str(matrix.model().data(matrix.currentIndex(), role))

    async def dialog(self, target: Path) -> ExportDialog:
        """The dialog as it stands once it has planned for this place."""
        window = self.desk.window
        await self.until(lambda: window.exports.dialog is not None)
        dialog = window.exports.dialog
        assert dialog is not None
        dialog.form.place.line.setText(str(target))
        dialog.form.place.edited.emit()
        await self.until(lambda: dialog.plan is not None)
        return dialog

    async def closed(self) -> None:
        await self.until(lambda: self.desk.window.exports.dialog is None)


@asynccontextmanager
async def opened(open_desk: OpenDesk) -> AsyncIterator[Program]:
    async with open_desk() as desk:
        desk.window.activateWindow()
        desk.jobs.reopen("b_1")
        program = Program(desk, None)  # type: ignore[arg-type]
        await program.until(lambda: desk.window.batches.pages)
        program.page = desk.window.batches.page("b_1")
        await program.until(lambda: button(program.page, "Export…").isVisibleTo(program.page))
        yield program


def button(parent: QWidget, text: str) -> QPushButton:
    return next(
        each
        for each in parent.findChildren(QPushButton)
        if text in (each.text(), each.accessibleName())
    )


async def test_a_key_approves_and_takes_it_back(open_desk: OpenDesk, ids: list[int]) -> None:
    assert ids
    async with opened(open_desk) as program:
        matrix = program.page.matrix
        matrix.select_cell(FRONT_RED)
        await program.press(matrix, Qt.Key.Key_A)
        await program.until(lambda: program.verdict(FRONT_RED) is Verdict.APPROVED)
        assert "Approved" in program.spoken(FRONT_RED)
        await program.press(matrix, Qt.Key.Key_X)
        await program.until(lambda: program.verdict(FRONT_RED) is Verdict.REJECTED)
        assert "Rejected" in program.spoken(FRONT_RED)
        await program.press(matrix, Qt.Key.Key_X)
        await program.until(lambda: program.verdict(FRONT_RED) is None)
        assert "Rejected" not in program.spoken(FRONT_RED)


async def test_a_verdict_is_seen_everywhere(open_desk: OpenDesk, ids: list[int]) -> None:
    async with opened(open_desk) as program:
        window, matrix = program.desk.window, program.page.matrix
        window.batches.cell_activated.emit(program.page.batch, FRONT)
        loupe = window.loupe.loupe
        await program.press(loupe.canvas, Qt.Key.Key_A)
        await program.until(lambda: loupe.item.verdict is Verdict.APPROVED)
        assert button(loupe.bar, "Approved").isVisibleTo(loupe.bar)
        await program.until(lambda: program.verdict(FRONT) is Verdict.APPROVED)
        button(loupe.bar, "Reject").click()
        await program.until(lambda: loupe.item.verdict is Verdict.REJECTED)
        await program.press(loupe.canvas, Qt.Key.Key_X)
        await program.until(lambda: loupe.item.verdict is None)
        loupe.leave()

        window.pages.show_page(GALLERY)
        view = window.gallery.view
        await program.until(lambda: len(view.shown) == len(ids))
        view.selectAll()
        await program.press(view, Qt.Key.Key_A)
        await program.until(lambda: all(x.approval is Verdict.APPROVED for x in view.shown))
        await program.until(lambda: len(matrix.verdicts) == len(ids))
        view.select(ids[0])
        await program.press(view, Qt.Key.Key_X)
        rejected = CellKey(ANGLES[0].key)
        await program.until(lambda: program.verdict(rejected) is Verdict.REJECTED)

        chips = window.gallery.filters.findChildren(FilterChip)
        chip = next(each for each in chips if each.text() == "Approved")
        chip.click()
        await program.until(lambda: len(view.shown) == len(ids) - 1)
        assert ids[0] not in {picture.id for picture in view.shown}
        view.selectAll()
        await program.press(view, Qt.Key.Key_A)
        await program.until(window.gallery.empty.isVisible)
        window.gallery.filters.clear()
        await program.until(lambda: len(view.shown) == len(ids))


async def test_a_batch_is_exported_and_its_files_are_shown(
    open_desk: OpenDesk, ids: list[int], tmp_path: Path, opener: Opener
) -> None:
    target = tmp_path / "out"
    async with opened(open_desk) as program:
        window = program.desk.window
        program.page.matrix.select_cell(FRONT)
        await program.press(program.page.matrix, Qt.Key.Key_X)
        await program.until(lambda: program.verdict(FRONT) is Verdict.REJECTED)
        button(program.page, "Export…").click()
        dialog = await program.dialog(target)
        assert f"{len(ids) - 1} images" in dialog.plan_view.text
        assert not target.exists()
        planned = {str(file.name) for file in dialog.plan.files}
        button(dialog, f"Export {len(ids) - 1} images").click()
        await program.closed()
        written = {file.name for file in target.iterdir()}
        assert planned <= written
        summary = json.loads((target / "summary.json").read_text())
        assert {image["file"] for image in summary["images"]} == planned
        notice = window.notices.notices[0]
        assert f"{len(ids) - 1} images are exported" in notice.text.spoken
        button(notice, "Show files").click()
        assert opener.files == [target]

        window.exports.open_batch(program.page.batch)
        await program.until(lambda: window.exports.dialog is not None)
        again = window.exports.dialog
        assert again.form.place.value == str(target)
        await program.until(lambda: again.plan is not None)
        assert again.plan.place == target / "export_2"
        again.reject()
        await program.closed()


async def test_a_selection_goes_into_a_zip(
    open_desk: OpenDesk, ids: list[int], tmp_path: Path, opener: Opener
) -> None:
    target = tmp_path / "listing.zip"
    async with opened(open_desk) as program:
        window = program.desk.window
        window.pages.show_page(GALLERY)
        view = window.gallery.view
        await program.until(lambda: len(view.shown) == len(ids))
        view.select(ids[0])
        button(window.gallery.actions_bar, "Export…").click()
        dialog = await program.dialog(target)
        dialog.form.profile.choose("full_size")
        dialog.form.sheet.switch.click()
        await program.until(lambda: dialog.plan and len(dialog.plan.extras) == 2)
        button(dialog, "Export 1 image").click()
        await program.closed()
        with zipfile.ZipFile(target) as made:
            assert len([name for name in made.namelist() if name.endswith(".png")]) == 1
        button(window.notices.notices[0], "Show files").click()
        assert opener.files == [tmp_path]


async def test_the_loupe_exports_its_image(
    open_desk: OpenDesk, ids: list[int], tmp_path: Path
) -> None:
    async with opened(open_desk) as program:
        window = program.desk.window
        window.batches.cell_activated.emit(program.page.batch, FRONT)
        loupe = window.loupe.loupe
        button(loupe.facts, "Export…").click()
        dialog = await program.dialog(tmp_path / "out")
        (file,) = dialog.plan.files
        assert file.original.picture.key == FRONT
        dialog.form.scope.choose("1")
        await program.until(lambda: dialog.plan and len(dialog.plan.files) == len(ids))
        dialog.reject()
        await program.closed()
        loupe.leave()


@pytest.mark.parametrize("after", [0, 1])
async def test_a_stopped_export_leaves_nothing(
    open_desk: OpenDesk, ids: list[int], tmp_path: Path, after: int
) -> None:
    place = tmp_path / "exports"
    place.mkdir()
    async with opened(open_desk) as program:
        assert ids
        desk = program.desk.window.exports
        desk.open_batch(program.page.batch)
        dialog = await program.dialog(place / "out")

        def stop(done: int, _total: int) -> None:
            if done == after:
                desk._writing.stop()

        desk._writing.progressed.connect(stop, Qt.ConnectionType.DirectConnection)
        button(dialog, "Export 12 images").click()
        assert not dialog.form.isEnabled()
        await program.until(dialog.form.isEnabled)
        assert list(place.iterdir()) == []
        assert program.desk.window.notices.notices == ()
        desk._writing.progressed.disconnect(stop)
        button(dialog, "Export 12 images").click()
        await program.closed()
        assert (place / "out" / "summary.json").exists()


async def test_what_the_disk_refuses_is_told_in_the_dialog(
    open_desk: OpenDesk, ids: list[int], tmp_path: Path
) -> None:
    assert ids
    file = tmp_path / "a file"
    async with opened(open_desk) as program:
        program.desk.window.exports.open_batch(program.page.batch)
        dialog = await program.dialog(file / "out")
        file.write_text("in the way")
        button(dialog, "Export 12 images").click()
        await program.until(lambda: "Export not written" in dialog.plan_view.text)
        assert dialog.form.isEnabled()
        assert file.read_text() == "in the way"
        gallery = program.desk.jobs.market.gallery
        dialog.form.place.line.setText(str(gallery / "x"))
        dialog.form.place.edited.emit()
        await program.until(lambda: "gallery" in dialog.plan_view.text.casefold())
        assert dialog.plan is None
        dialog.reject()
        await program.closed()


async def test_own_profiles_are_opened_and_read_anew(
    open_desk: OpenDesk, ids: list[int], tmp_path: Path, opener: Opener
) -> None:
    assert ids
    async with opened(open_desk) as program:
        exports, own = program.desk.window.exports, program.desk.profile.config / OWN_FILE
        exports.open_batch(program.page.batch)
        dialog = await program.dialog(tmp_path / "out")
        button(dialog, "Own profiles…").click()
        await program.until(lambda: opener.files)
        assert opener.files == [own]
        own.write_text('[mine]\nlike = "web"\ntitle = "My site"\n', encoding="utf-8")
        dialog.returned.emit()
        await program.until(lambda: "mine" in dict(dialog.form.profile._choices))
        dialog.form.profile.choose("mine")
        await program.until(lambda: dialog.plan and dialog.plan.request.profile.key == "mine")
        own.write_text("[mine]\nshape = 4\n", encoding="utf-8")
        dialog.returned.emit()
        await program.until(lambda: "shape" in dialog.plan_view.text)
        dialog.reject()
        await program.closed()
        exports.open_batch(program.page.batch)
        await program.until(lambda: program.desk.window.notices.notices)
        assert "shape" in program.desk.window.notices.notices[0].text.spoken
        assert exports.dialog is None


async def test_leaving_stops_an_export(open_desk: OpenDesk, ids: list[int], tmp_path: Path) -> None:
    assert ids
    place = tmp_path / "exports"
    place.mkdir()
    async with opened(open_desk) as program:
        window = program.desk.window
        window.exports.open_batch(program.page.batch)
        dialog = await program.dialog(place / "out")
        button(dialog, "Export 12 images").click()
        window.exports.shutdown()
        await program.closed()
    assert list(place.iterdir()) == []
