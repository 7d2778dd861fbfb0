"""Images are read off the window's thread, once, scaled, and within bounds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QObject, QSize, Qt, QThread, Signal, Slot
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from carmp_desktop.qt.parts.images import ImageLoader, read_covering
from tests.qt.batch_samples import picture

BOX = QSize(150, 126)


class Listener(QObject):
    heard = Signal()

    def __init__(self, loader: ImageLoader) -> None:
        super().__init__()
        self.images: list[tuple[str, QSize]] = []
        self.failures: list[tuple[str, str]] = []
        self.threads: set[QThread] = set()
        loader.loaded.connect(self.take)
        loader.failed.connect(self.miss)

    @Slot(str, QImage)
    def take(self, path: str, image: QImage) -> None:
        self.threads.add(QThread.currentThread())
        self.images.append((path, image.size()))
        self.heard.emit()

    @Slot(str, str)
    def miss(self, path: str, reason: str) -> None:
        self.failures.append((path, reason))
        self.heard.emit()


@pytest.fixture
def loader(qapp: object) -> Iterator[ImageLoader]:
    assert qapp
    made = ImageLoader()
    yield made
    made.shutdown()


def settle(loader: ImageLoader, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: loader.pending == 0)


def test_an_image_covers_its_box_with_its_aspect_kept(
    loader: ImageLoader, qtbot: QtBot, tmp_path: Path
) -> None:
    listener = Listener(loader)
    loader.request(picture(tmp_path / "a.png"), BOX)
    assert listener.images == []  # never within the call
    settle(loader, qtbot)
    assert listener.images == [(str(tmp_path / "a.png"), QSize(189, 126))]
    assert listener.threads == {QThread.currentThread()}


def test_a_small_image_is_not_enlarged(tmp_path: Path) -> None:
    image, reason = read_covering(str(picture(tmp_path / "s.png", size=(60, 40))), BOX)
    assert (image.size(), reason) == (QSize(60, 40), "")


def test_a_photo_on_its_side_is_set_upright(tmp_path: Path) -> None:
    lying = Image.new("RGB", (900, 600), "red")
    lying.paste("blue", (0, 0, 450, 600))  # left half, which the turn makes the top
    exif = Image.Exif()
    exif[0x0112] = 6
    lying.save(tmp_path / "turned.jpg", exif=exif)
    image, _ = read_covering(str(tmp_path / "turned.jpg"), QSize(100, 100))
    assert image.size() == QSize(100, 150)
    assert image.pixelColor(50, 10).blue() > 200
    assert image.pixelColor(50, 140).red() > 200


def test_equal_requests_are_merged(loader: ImageLoader, qtbot: QtBot, tmp_path: Path) -> None:
    listener = Listener(loader)
    file = picture(tmp_path / "a.png")
    for _ in range(5):
        loader.request(file, BOX)
    assert loader.pending == 1
    settle(loader, qtbot)
    assert len(listener.images) == 1


def test_memory_answers_the_second_time_even_when_the_file_is_gone(
    loader: ImageLoader, qtbot: QtBot, tmp_path: Path
) -> None:
    listener = Listener(loader)
    file = picture(tmp_path / "a.png")
    loader.request(file, BOX)
    settle(loader, qtbot)
    file.unlink()
    with qtbot.waitSignal(listener.heard):
        loader.request(file, BOX)
    assert len(listener.images) == 2
    assert loader.cached(file, BOX) is not None
    assert loader.cached(file, QSize(10, 10)) is None


def test_memory_is_bounded_and_gives_up_the_oldest(qtbot: QtBot, tmp_path: Path) -> None:
    one = QSize(189, 126)
    loader = ImageLoader(memory_bytes=2 * one.width() * one.height() * 4 + 100)
    files = [picture(tmp_path / f"{n}.png") for n in range(3)]
    for file in files:
        loader.request(file, BOX)
        settle(loader, qtbot)
    assert [loader.cached(file, BOX) is not None for file in files] == [False, True, True]
    loader.shutdown()


def test_a_file_that_is_no_image_is_reported_with_the_reason(
    loader: ImageLoader, qtbot: QtBot, tmp_path: Path
) -> None:
    listener = Listener(loader)
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"no image")
    loader.request(broken, BOX)
    loader.request(tmp_path / "absent.png", BOX)
    settle(loader, qtbot)
    assert {path for path, _ in listener.failures} == {str(broken), str(tmp_path / "absent.png")}
    assert all(reason for _, reason in listener.failures)
    assert listener.images == []


def test_requests_that_were_taken_back_are_not_answered(
    loader: ImageLoader, qtbot: QtBot, tmp_path: Path
) -> None:
    listener = Listener(loader)
    files = [picture(tmp_path / f"{n}.png", size=(2400, 1600)) for n in range(12)]
    for file in files:
        loader.request(file, BOX)
    for file in files[:-1]:
        loader.drop(file, BOX)
    settle(loader, qtbot)
    answered = {path for path, _ in listener.images}
    assert str(files[-1]) in answered
    assert len(answered) < len(files)


def test_shutdown_in_the_middle_waits_and_answers_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    loader = ImageLoader()
    listener = Listener(loader)
    for number in range(20):
        loader.request(picture(tmp_path / f"{number}.png", size=(1200, 800)), BOX)
    loader.shutdown()
    loader.request(tmp_path / "0.png", BOX)
    assert loader.pending == 0
    probe = ImageLoader()
    with qtbot.waitSignal(probe.loaded):  # whatever the first one had posted is delivered by now
        probe.request(tmp_path / "0.png", BOX)
    probe.shutdown()
    assert (listener.images, listener.failures) == ([], [])


def test_an_image_that_is_wanted_in_two_sizes_is_kept_in_both(
    loader: ImageLoader, qtbot: QtBot, tmp_path: Path
) -> None:
    file = picture(tmp_path / "a.png")
    for box in (BOX, BOX * 2):
        loader.request(file, box)
    settle(loader, qtbot)
    small, large = loader.cached(file, BOX), loader.cached(file, BOX * 2)
    assert small is not None
    assert large is not None
    assert large.size().scaled(small.size(), Qt.AspectRatioMode.KeepAspectRatio) == small.size()
