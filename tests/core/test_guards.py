"""What must not come back, by counting: searches, scans of connections, bodies held, questions."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import cv2
import httpx
import pytest
from httpcore import AsyncConnectionPool
from PIL import Image
from PIL.ImageFile import ImageFile

from carmp_desktop.core.darkroom import develop
from carmp_desktop.core.model import JobStatus
from carmp_desktop.core.truth.check import doubt_about
from carmp_desktop.core.truth.question import Question
from tests.core.conftest import Outcome, RunBatch
from tests.loopback import Fault, StandIn

ANGLES, COLORS = 5, 5
JOBS = ANGLES * (1 + COLORS)


class Seeker:
    """Stands first in the import system, finds nothing, and counts what is sought."""

    def __init__(self) -> None:
        self.sought: Counter[str] = Counter()

    def find_spec(self, name: str, *_: Any) -> None:
        self.sought[name] += 1


@pytest.fixture
def seeker(monkeypatch: pytest.MonkeyPatch) -> Seeker:
    made = Seeker()
    monkeypatch.setattr(sys, "meta_path", [made, *sys.meta_path])
    return made


def all_made(outcome: Outcome) -> bool:
    ends = Counter(cell.status for cell in outcome.cells.values())
    return ends == {JobStatus.COMPLETED: JOBS}


def test_no_module_is_searched_for_with_every_request(seeker: Seeker, run_batch: RunBatch) -> None:
    assert all_made(run_batch(ANGLES, COLORS))
    assert find_spec("a_module_that_is_nowhere") is None
    assert seeker.sought["a_module_that_is_nowhere"] == 1, "the seeker is not asked"
    assert {name: count for name, count in seeker.sought.items() if count > 3} == {}


def test_a_pool_keeps_few_idle_connections_for_each_request_looks_at_all_of_them(
    server: StandIn, run_batch: RunBatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    idle: list[int] = []
    plain = AsyncConnectionPool._assign_requests_to_connections

    def assigning(pool: AsyncConnectionPool) -> Any:
        closing = plain(pool)
        idle.append(sum(connection.is_idle() for connection in pool.connections))
        return closing

    monkeypatch.setattr(AsyncConnectionPool, "_assign_requests_to_connections", assigning)
    server.break_(Fault("download", "delay", seconds=1.0))  # many end at one time
    assert all_made(run_batch(ANGLES, COLORS))
    assert len(idle) > 2 * JOBS
    assert 0 < max(idle) <= 8


def test_each_image_is_decoded_once_and_an_angle_once_more_for_its_colors(
    run_batch: RunBatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    decoded: Counter[Path] = Counter()
    plain = ImageFile.load

    def load(image: ImageFile) -> Any:
        if image.tile:
            decoded[Path(image.filename)] += 1
        return plain(image)

    monkeypatch.setattr(ImageFile, "load", load)
    assert all_made(run_batch(ANGLES, COLORS))
    landed = {file: count for file, count in decoded.items() if file.parent.name == "incoming"}
    assert list(landed.values()) == [1] * JOBS
    kept = {file: count for file, count in decoded.items() if file.parent.name == "Test-car"}
    assert len(kept) == ANGLES
    assert max(kept.values()) <= (os.cpu_count() or 1), "as many as may ask for it at one time"


def test_an_image_is_looked_at_without_a_copy_and_in_one_thread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[tuple[int, int]] = []
    plain = Image.Image.copy

    def copying(image: Image.Image) -> Image.Image:
        copied.append(image.size)
        return plain(image)

    size = (1344, 768)
    files = [tmp_path / f"{name}.png" for name in ("angle", "color")]
    for file, shade in zip(files, ("#8C8C8C", "#12419B"), strict=True):
        Image.new("RGB", size, shade).save(file)
    monkeypatch.setattr(Image.Image, "copy", copying)
    developed = develop(files[1], tmp_path / "thumb.jpg")
    assert doubt_about(Question(files[1], angle=files[0], preset="#12419B"), developed) is None
    assert size not in copied
    assert cv2.getNumThreads() == 1


def test_no_downloaded_image_is_held_in_memory_whole(
    server: StandIn, run_batch: RunBatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_whole: list[str] = []
    streamed: list[int] = []
    plain_read, plain_pieces = httpx.Response.aread, httpx.Response.aiter_bytes

    async def reading(response: httpx.Response) -> bytes:
        body = await plain_read(response)
        if response._request is not None:
            read_whole.append(str(response.request.url))
        return body

    async def pieces(response: httpx.Response, *arguments: Any) -> Any:
        async for piece in plain_pieces(response, *arguments):
            streamed.append(len(piece))
            yield piece

    monkeypatch.setattr(httpx.Response, "aread", reading)
    monkeypatch.setattr(httpx.Response, "aiter_bytes", pieces)
    large = b"\x89PNG\r\n\x1a\n" + bytes(4_000_000) + b"IEND"
    monkeypatch.setattr(server, "image_of", lambda _: large)
    run_batch(1, 0)
    assert sum(streamed) >= len(large)
    assert max(streamed) < len(large) // 8
    assert [url for url in read_whole if "/output/" in url] == []


def test_the_service_is_asked_seldom_however_many_predictions_run(
    server: StandIn, run_batch: RunBatch
) -> None:
    server.seconds = 1.5
    assert all_made(run_batch(ANGLES, COLORS))
    assert server.count("list") + server.count("get") <= 2 * JOBS


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["batch", "--help"]])
def test_a_word_of_help_imports_neither_qt_nor_anything_heavy(words: list[str]) -> None:
    program = (
        "import atexit, sys; from carmp_desktop.__main__ import main;"
        "atexit.register(lambda: print(*sys.modules, file=sys.stderr)); main(sys.argv[1:])"
    )
    command = [sys.executable, "-c", program, *words]
    told = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert "carmp" in told.stdout
    imported = {name.partition(".")[0] for name in told.stderr.split()}
    assert "carmp_desktop" in imported
    heavy = {"PySide6", "httpx", "numpy", "cv2", "PIL", "asyncio", "multiprocessing", "filelock"}
    assert imported & heavy == set()
