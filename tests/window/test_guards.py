"""What must not come back to the window's thread, by counting: whole batches, files, decoding."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from carmp_desktop.core.model import Angle, Batch, BatchRequest, CellKey, Color, Job, JobStatus
from carmp_desktop.qt.batch.matrix import MatrixView
from carmp_desktop.qt.batch.matrix_model import MatrixModel
from carmp_desktop.qt.look.typeface import font
from carmp_desktop.qt.parts import images
from carmp_desktop.qt.parts.images import ImageLoader
from tests.qt.batch_samples import make_batch
from tests.window.conftest import OpenDesk

ROWS, COLUMNS = 24, 31


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
    in_sight = (900 // matrix.card_width + 1) * (600 // (matrix.card_width * 3 // 4) + 1)
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
