"""Walks through everything the window can show, and stops wherever there is something to read."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from carmp_desktop.core.marketplace import Marketplace
from carmp_desktop.core.mirror.state import MirrorKind
from carmp_desktop.core.model import Batch, EngineName, JobStatus
from carmp_desktop.core.problems import Problem
from carmp_desktop.core.remarks import CUT_OFF, LOCAL_ANGLE, RATE_LIMITED
from carmp_desktop.qt.export.desk import ExportDesk
from carmp_desktop.qt.export.dialog import ExportDialog
from carmp_desktop.qt.gallery.chips import ChoiceChip
from carmp_desktop.qt.gallery.period import PeriodChip
from carmp_desktop.qt.keys_sheet import KeysSheet
from carmp_desktop.qt.loupe.compare import CompareButton
from carmp_desktop.qt.presence.tray_icon import TrayIcon
from carmp_desktop.qt.request.generate_foot import GenerateFoot
from carmp_desktop.qt.request.photo_tile import PhotoTile
from carmp_desktop.qt.settings.dialog import SettingsDialog
from carmp_desktop.qt.touch_up.dialog import TouchUpDialog
from carmp_desktop.qt.touch_up.session import TouchUpSession
from carmp_desktop.qt.window import GALLERY, HISTORY, STUDIO
from tests.core.library_samples import add_batch
from tests.loopback import Fault, StandIn
from tests.loopback.faults import SENSITIVE
from tests.qt.batch_samples import completed, queued
from tests.window.conftest import Desk

CAR = "BMW 1 M"
SIZE = (1280, 720)
NOBODY = "ws://127.0.0.1:9/"

Stops = AsyncIterator[str]


async def walk(desk: Desk, server: StandIn, photos: list[Path], broken: Path) -> Stops:
    """Yield the name of each place, while it is on the screen and laid out."""
    desk.window.resize(*SIZE)
    parts = (
        _pages_without_images(desk),
        _choices(desk, photos, broken),
        _batch(desk, server),
        _pages_with_images(desk),
        _dialogs(desk),
    )
    for part in parts:
        async for stop in part:
            await desk.turn()
            yield stop


async def _pages_without_images(desk: Desk) -> Stops:
    window = desk.window
    yield "start"
    window.pages.show_page(GALLERY)
    await until(window.gallery.empty.isVisible, desk)
    yield "empty gallery"
    window.pages.show_page(HISTORY)
    await desk.turn()
    yield "empty history"
    window.pages.show_page(STUDIO)


async def _choices(desk: Desk, photos: list[Path], broken: Path) -> Stops:
    window, panel = desk.window, desk.window.panel
    await desk.drop([*photos, broken])
    yield "photos"
    panel.select(["front_0", "side_90"], ["red_metallic", "blue_metallic"])
    panel.set_car(CAR)
    yield "choices"
    tile = panel.findChildren(PhotoTile)[0]
    tile._open_menu()
    yield "menu of a photo"
    _close_popup()
    panel.findChildren(GenerateFoot)[0]._list_engines()
    yield "menu of the engines"
    _close_popup()
    panel.engine_chosen.emit(EngineName.STUDIO)
    await until(lambda: panel.request().engine is EngineName.STUDIO, desk)
    yield "choices for the studio"
    panel.engine_chosen.emit(EngineName.REPLICATE)
    await until(lambda: panel.request().engine is EngineName.REPLICATE, desk)
    assert window.panel.request().total_jobs == 6


async def _batch(desk: Desk, server: StandIn) -> Stops:
    server.break_(
        Fault("create", "outcome", prompt="profile", outcome="failed", error=SENSITIVE, times=1)
    )
    server.seconds = 0.4
    batch = desk.press()
    desk.window.tray.toggle()
    await until(lambda: any(c.status is JobStatus.PROCESSING for c in desk.updates()), desk)
    yield "matrix at work"
    desk.window.close()
    yield "asked to leave"
    await desk.ended(batch)
    page = desk.window.batches.page(batch.id)
    yield "matrix"
    desk.window.notices.clear()
    _doubt(desk, batch)
    yield "doubts and waits"
    done, wrong = batch.jobs[0].key, batch.jobs[3].key
    for key in (done, wrong):
        page.matrix.menu_requested.emit(key, QPoint(10, 10))
        yield "menu of a card"
        _close_popup()
    for ask in (page.matrix._ask_for_row, page.matrix._ask_for_column):
        ask(1, QPoint(10, 10))
        yield "menu of a line"
        _close_popup()
    page._ask_for_colors()
    yield "further colors"
    _close_popup()
    desk.window.loupe.open_cell(page.batch, page.matrix.cells, done)
    loupe = desk.window.loupe.loupe
    assert loupe is not None
    await until(lambda: not loupe.exhibits.images.pending, desk)
    yield "loupe"
    loupe.findChildren(CompareButton)[0].offer()
    yield "menu of what to compare"
    _close_popup()
    QTest.keyClick(loupe, Qt.Key.Key_V)
    yield "comparison"
    desk.window.loupe.shutdown()
    desk.window.loupe.open_cell(page.batch, page.matrix.cells, wrong)
    yield "loupe over what failed"
    desk.window.loupe.shutdown()


def _doubt(desk: Desk, batch: Batch) -> None:
    """Let the cards say what the engines remark."""
    page = desk.window.batches.page(batch.id)
    image = page.matrix.cell_state(batch.jobs[0].key).image
    assert image is not None
    note = LOCAL_ANGLE.format(n=1, name="one.jpg")
    remarked = completed(batch.jobs[0].key, image, note=note, doubt=CUT_OFF)
    for cell in (remarked, queued(batch.jobs[4].key, waits_for=RATE_LIMITED)):
        page.matrix.update_cell(replace(cell, batch_id=batch.id))


async def _pages_with_images(desk: Desk) -> Stops:
    window = desk.window
    add_batch(desk.profile.database, engine=EngineName.STUDIO)
    window.pages.show_page(GALLERY)
    await until(lambda: bool(window.gallery.view.shown), desk)
    yield "gallery"
    pictures = window.gallery.view.shown
    window.gallery.view.menu_requested.emit(pictures[0], QPoint(10, 10))
    yield "menu of an image"
    _close_popup()
    window.gallery.view.selectAll()
    yield "images chosen"
    window.gallery.findChildren(ChoiceChip)[0]._open_popup()
    yield "menu of a filter"
    _close_popup()
    window.gallery.findChildren(PeriodChip)[0]._open_popup()
    yield "days of the gallery"
    _close_popup()
    window.gallery.bin_requested.emit((pictures[0].id,))
    await until(lambda: bool(window.notices.notices), desk)
    yield "an image in the bin"
    window.pages.show_page(HISTORY)
    await until(lambda: bool(window.history.batches), desk)
    yield "history"
    window.pages.show_page(STUDIO)


async def _dialogs(desk: Desk) -> Stops:
    window = desk.window
    window.settings.open()
    dialog = window.findChildren(SettingsDialog)[0]
    for name in ("token", "budget", "global_prompts_url", "gallery", "mirror_url"):
        dialog.show_page_of(name)
        yield f"settings of {name}"
    dialog.field("gallery").line.setText("")
    dialog.field("model").line.setText("none")
    dialog._try_to_save()
    yield "settings refused"
    dialog.reject()
    window.show_keys()
    (sheet,) = window.findChildren(KeysSheet)
    yield "keys"
    sheet.close()
    tray = TrayIcon(window)
    yield "tray icon"
    tray.deleteLater()
    for part in (_touch_up(desk), _mirror(desk), _export(desk)):
        async for stop in part:
            yield stop


async def _touch_up(desk: Desk) -> Stops:
    session = TouchUpSession(desk.profile.scenes, "nowhere")
    dialog = TouchUpDialog("Front", session, desk.window)
    refused: list[Problem] = []
    session.failed.connect(refused.append)
    dialog.open()
    yield "touch-up"
    await until(lambda: bool(refused), desk)
    yield "touch-up refused"
    session.shutdown()
    dialog.close()
    dialog.deleteLater()


async def _mirror(desk: Desk) -> Stops:
    """A mirror that nobody listens at: its sign at the window's foot, and its settings."""
    settings, market = desk.window.settings, desk.jobs.market
    desk.jobs.ask(_mirrored(market, NOBODY), lambda _: None)
    await until(lambda: desk.window.mirror.state.kind is MirrorKind.WAITING, desk)
    yield "mirror away"
    settings.open_mirror()
    yield "settings of a mirror that is away"
    assert settings.dialog is not None
    settings.dialog.reject()
    desk.jobs.ask(_mirrored(market, ""), lambda _: None)
    await until(lambda: desk.window.mirror.state.kind is MirrorKind.OFF, desk)


async def _mirrored(market: Marketplace, url: str) -> None:
    market.save_settings(mirror_url=url)


async def _export(desk: Desk) -> Stops:
    exports, batch = desk.window.exports, desk.window.batches.pages[0].batch
    exports.open_batch(batch)
    await until(lambda: exports.dialog is not None, desk)
    dialog = exports.dialog
    assert dialog is not None
    dialog.form.place.line.setText(str(desk.profile.data / "out"))
    dialog.form.place.edited.emit()
    for key in tuple(dialog.form.profile._choices):
        dialog.form.profile.choose(key)
        await until(lambda: _is_planned(exports, dialog), desk)
        yield f"export as {key}"
    dialog.form.profile._open_menu()
    yield "menu of the export profiles"
    _close_popup()
    plan = dialog.plan
    assert plan is not None
    dialog._write()
    yield "export at work"
    await until(lambda: exports.dialog is None and bool(desk.window.notices.notices), desk)
    yield "exported"
    desk.window.notices.clear()
    exports.open_batch(batch)
    await until(lambda: exports.dialog is not None, desk)
    dialog = exports.dialog
    assert dialog is not None
    dialog.form.place.line.clear()
    dialog.form.names.line.setText("{nobody}")
    dialog.form.place.edited.emit()
    await until(lambda: bool(dialog.form.names.error), desk)
    yield "export that lacks something"
    dialog.reject()
    await until(lambda: exports.dialog is None, desk)


def _is_planned(exports: ExportDesk, dialog: ExportDialog) -> bool:
    """Whether it is told what would be written, or that nothing can be."""
    return not (dialog._settled.isActive() or exports._is_planning)


async def until(is_so: Callable[[], bool], desk: Desk) -> None:
    while not is_so():
        await desk.turn()


def _close_popup() -> None:
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
        popup.deleteLater()
