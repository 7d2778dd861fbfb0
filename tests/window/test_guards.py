"""What must not come back to the window's thread, by counting: imports, files, decoding, cells."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QWidget

from carmp_desktop.core.model import Angle, Batch, BatchRequest, CellKey, Color, Job, JobStatus
from carmp_desktop.qt.batch import open_cards
from carmp_desktop.qt.batch.card_delegate import CardDelegate
from carmp_desktop.qt.batch.matrix import MatrixView
from carmp_desktop.qt.batch.matrix_model import MatrixModel
from carmp_desktop.qt.first_sight import show_what_is_known
from carmp_desktop.qt.look.typeface import font
from carmp_desktop.qt.loop import painted
from carmp_desktop.qt.parts import images
from carmp_desktop.qt.parts.images import ImageLoader
from carmp_desktop.qt.window import MainWindow
from tests.loopback import StandIn
from tests.qt.batch_samples import make_batch
from tests.window.conftest import OpenDesk, heard

ROWS, COLUMNS = 24, 31

HEAVY = {
    "httpx",
    "replicate",
    "numpy",
    "cv2",
    "PIL",
    "keyring",
    "websockets",
    "jeepney",
    "tenacity",
}
HEAVY |= {"send2trash", "truststore", "pi_heif", "sqlite3", "multiprocessing", "importlib.metadata"}
HEAVY |= {"urllib.request", "PySide6.QtNetwork", "carmp_desktop.core.marketplace"}
LATER = ("gallery", "history", "loupe", "export", "settings", "touch_up", "jobs", "batch.page")

# What the window's own paint event tells of comes after all within it has been painted.
TO_THE_FIRST_PAINT = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from carmp_desktop.__main__ import main
from carmp_desktop.qt.window import MainWindow

def tell():
    print(*sys.modules, flush=True)
    os._exit(0)

def paint(window, event):
    QWidget.paintEvent(window, event)
    QTimer.singleShot(0, tell)

MainWindow.paintEvent = paint
main([])
"""


@dataclass
class Opened:
    """The files that Python has opened on the window's thread."""

    files: list[str] = field(default_factory=list)
    is_listening: bool = False

    def hear(self, event: str, arguments: tuple[object, ...]) -> None:
        if not self.is_listening or threading.current_thread() is not threading.main_thread():
            return
        if event in ("open", "sqlite3.connect", "os.listdir", "os.scandir"):
            self.files.append(str(arguments[0]))


@pytest.fixture
def opened() -> Iterator[Opened]:
    heard = Opened()
    sys.addaudithook(heard.hear)  # Python never takes one away again: it falls silent
    yield heard
    heard.is_listening = False


def large_batch() -> Batch:
    angles = tuple(Angle(f"a_{n}", f"Angle {n}", "", float(n)) for n in range(ROWS))
    colors = tuple(Color(f"c_{n}", f"Color {n}", "", "#12419B") for n in range(COLUMNS - 1))
    keys = [CellKey(a.key, c) for a in angles for c in (None, *(c.key for c in colors))]
    jobs = tuple(Job(f"j_{n}", "b_1", key, "prompt") for n, key in enumerate(keys))
    request = BatchRequest(photos=(), angles=angles, colors=colors, car="BMW 1 M")
    return replace(make_batch(), request=request, jobs=jobs)


def test_a_frame_of_a_large_matrix_asks_for_what_is_in_sight_only(
    qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert qapp
    loader = ImageLoader()
    matrix = MatrixView(loader)
    matrix.resize(900, 600)
    batch = large_batch()
    matrix.show_batch(batch)
    matrix.show()
    for job in batch.jobs:
        matrix.update_cell(replace(matrix.cell_state(job.key), status=JobStatus.PROCESSING))
    asked: list[CellKey] = []
    plain = MatrixModel.index_of

    def asking(model: MatrixModel, key: CellKey) -> object:
        asked.append(key)
        return plain(model, key)

    monkeypatch.setattr(MatrixModel, "index_of", asking)
    matrix._next_frame()
    asked_for: list[object] = []
    painted: list[object] = []
    with monkeypatch.context() as counting:
        counting.setattr(CardDelegate, "paint", lambda *_: asked_for.append(1))
        counting.setattr(open_cards, "paint_card", lambda *_: painted.append(1))
        matrix.viewport().grab()
    assert asked_for == [], "open cards are painted in one go"
    in_sight = (900 // matrix.card_width + 1) * (600 // (matrix.card_width * 3 // 4) + 1)
    assert 0 < len(painted) < in_sight // 4, "and what looks alike once an instant"
    assert 0 < len(asked) <= in_sight < ROWS * COLUMNS // 4
    assert len(matrix._moving) == ROWS * COLUMNS
    matrix.close()
    matrix.deleteLater()
    loader.shutdown()


async def test_while_images_arrive_the_windows_thread_opens_and_decodes_no_file(
    open_desk: OpenDesk, photos: list[Path], opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    decoders: list[threading.Thread] = []
    plain = images.read_covering

    def decoding(path: str, box: QSize) -> tuple[QImage, str]:
        decoders.append(threading.current_thread())
        return plain(path, box)

    monkeypatch.setattr(images, "read_covering", decoding)
    async with open_desk() as desk:
        await desk.drop(photos)
        desk.window.panel.select(["front_0", "side_90"], ["red_metallic", "black"])
        batch = desk.press()
        opened.is_listening = True
        await desk.ended(batch)
        desk.window.grab()
        while desk.window.loader.pending:
            await desk.turn()
        opened.is_listening = False
        place = str(desk.profile.data)
    assert [file for file in opened.files if file.startswith(place)] == []
    assert decoders
    assert threading.main_thread() not in decoders


def test_a_font_is_made_once_and_is_the_callers_own(qapp: object) -> None:
    assert qapp
    first = font(13)
    first.setPixelSize(40)
    assert font(13).pixelSize() == 13


def test_nothing_heavy_is_imported_before_the_window_is_painted(tmp_path: Path) -> None:
    environment = {**os.environ, "CARMP_PROFILE": str(tmp_path)}
    begun = subprocess.run(
        [sys.executable, "-W", "error", "-c", TO_THE_FIRST_PAINT],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (begun.returncode, begun.stderr) == (0, "")
    imported = set(begun.stdout.split())
    assert {"carmp_desktop.qt.request.panel", "carmp_desktop.qt.tray.tray"} <= imported
    assert imported & (HEAVY | {f"carmp_desktop.qt.{name}" for name in LATER}) == set()
    ours = [name for name in imported if name.startswith("carmp_desktop.")]
    assert len(ours) <= 100, "what can wait shall be imported after the first paint"


async def test_what_is_asked_of_the_window_before_it_lives_is_not_lost(open_desk: OpenDesk) -> None:
    waiting = MainWindow()
    waiting.show()
    assert not waiting.panel.isEnabled()
    assert not waiting.acceptDrops()
    waiting.close()
    assert waiting.isVisible(), "to leave is a wish that is kept until the desks stand"
    async with open_desk() as desk:
        asked = asyncio.ensure_future(heard(waiting.close_requested))
        await asyncio.sleep(0)
        waiting.begin(desk.jobs)
        assert waiting.panel.isEnabled()
        assert waiting.acceptDrops()
        await asked
        waiting.leave()
        waiting.deleteLater()


class FirstPaint(QObject):
    """Remembers where the controls of a window stand when it is painted for the first time."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.places: dict[QWidget, QRect] = {}
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self.places:
            assert isinstance(watched, QWidget)
            self.places = places_in(watched)
        return False


def places_in(window: QWidget) -> dict[QWidget, QRect]:
    shown = [each for each in window.findChildren(QAbstractButton) if each.isVisible()]
    return {each: QRect(each.mapTo(window, QPoint()), each.size()) for each in shown}


async def test_nothing_moves_when_the_painted_window_comes_to_life(
    open_desk: OpenDesk, server: StandIn
) -> None:
    without_token = {**server.env(), "REPLICATE_API_TOKEN": ""}
    async with open_desk(without_token) as desk:
        window = MainWindow()
        show_what_is_known(window, desk.profile, desk.jobs.market.settings)
        first = FirstPaint(window)
        window.show()
        await painted(window)
        before = window.panel.request()
        window.begin(desk.jobs)
        await desk.turn()
        window.grab()
        now = places_in(window)
        assert len(first.places) > len(before.angles) + len(before.colors) > 0
        assert {each: now.get(each) for each in first.places} == first.places
        assert window.panel.request() == before
        window.leave()
        window.deleteLater()


async def test_presets_that_are_the_same_leave_every_control_in_its_place(
    open_desk: OpenDesk,
) -> None:
    async with open_desk() as desk:
        panel = desk.window.panel
        before = panel.findChildren(QAbstractButton)
        panel.set_presets(desk.jobs.market.presets)
        assert panel.findChildren(QAbstractButton) == before
        panel.set_presets(replace(desk.jobs.market.presets, colors=()))
        assert panel.findChildren(QAbstractButton) != before
