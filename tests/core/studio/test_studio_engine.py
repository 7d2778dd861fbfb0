"""The engine through its door: orders in, pictures out, with real worker processes."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

import cv2
import numpy as np
import pytest

from carmp_desktop.core import remarks
from carmp_desktop.core.engines.door import AngleImage, Made, Order
from carmp_desktop.core.engines.studio.arrays import Bytes
from carmp_desktop.core.engines.studio.engine import StudioEngine, StudioSession, photo_index
from carmp_desktop.core.engines.studio.shadow import GroundLine
from carmp_desktop.core.engines.studio.sidecar import folder_of, load_scene
from carmp_desktop.core.model import (
    Angle,
    Batch,
    BatchRequest,
    CellKey,
    Color,
    EngineName,
    Job,
    Photo,
)
from carmp_desktop.core.problems import Failure

FRONT, SIDE, REAR = (Angle(key, key, key) for key in ("front_0", "side_90", "rear_180"))
BLUE = Color("blue", "Blue", "Blue #1E4FA3 (metallic)")


def photo(path: Path, angle_key: str | None = None) -> Photo:
    return Photo(path, 1200, 800, "JPEG", angle_key)


def request(*photos: Photo, angles: tuple[Angle, ...] = (SIDE,)) -> BatchRequest:
    return BatchRequest(photos, angles, (BLUE,), engine=EngineName.STUDIO)


def order(folder: Path, angle: Angle = SIDE, color: Color | None = None) -> Order:
    key = CellKey(angle.key, color.key if color else None)
    job = Job("-".join(filter(None, ("job", *key))), "batch", key, "a prompt")
    image = AngleImage(f"job-{angle.key}", folder / f"{angle.key}.part", None) if color else None
    return Order(job, angle, folder / f"{'_'.join(filter(None, key))}.part", color, image)


def in_session(
    model_file: Path,
    workspace: Path,
    asked: BatchRequest,
    work: Callable[[StudioSession], Awaitable[None]],
) -> None:
    async def run() -> None:
        engine = StudioEngine(model_file, workspace)
        try:
            session = await engine.open_batch(Batch("batch", asked, datetime.now(UTC), ()))
            await work(session)
            await session.aclose()
        finally:
            await engine.aclose()

    asyncio.run(run())


def ignore(_: str | None) -> None:
    """A listener who does not care."""


def picture(file: Path) -> Bytes:
    decoded = cv2.imdecode(np.frombuffer(file.read_bytes(), np.uint8), cv2.IMREAD_UNCHANGED)
    assert decoded is not None
    return np.asarray(decoded)


def test_an_angle_and_its_color_are_made(model_file: Path, red_photo: Path, tmp_path: Path) -> None:
    made: list[Made] = []
    began: list[str | None] = []

    async def work(session: StudioSession) -> None:
        made.append(await session.make(order(tmp_path), began.append))
        made.append(await session.make(order(tmp_path, color=BLUE), began.append))

    asked = request(photo(red_photo, SIDE.key))
    in_session(model_file, tmp_path / "work", asked, work)
    angle, color = picture(tmp_path / "side_90.part"), picture(tmp_path / "side_90_blue.part")
    assert angle.shape == color.shape == (1024, 1536, 3)
    assert began == [None, None]
    assert made[0].suffix == ".png"
    assert made[0].doubt is None
    said = "Local preview, made on this computer from photo 1 (red car.jpg). "
    assert made[0].note == said + "The camera angle is unchanged."
    assert made[1].note == said + "The camera angle is unchanged; the color is an approximation."
    assert made[1].cost == 0
    scene = load_scene(tmp_path / "work", "job-side_90")
    assert scene is not None
    blue, _, red = np.median(color[scene.paint > 200], axis=0)
    assert blue > red + 60


def test_a_color_changes_the_paint_and_its_reflection_alone(
    model_file: Path, red_photo: Path, tmp_path: Path
) -> None:
    async def work(session: StudioSession) -> None:
        await session.make(order(tmp_path), ignore)
        await session.make(order(tmp_path, color=BLUE), ignore)

    in_session(model_file, tmp_path / "work", request(photo(red_photo)), work)
    angle, color = picture(tmp_path / "side_90.part"), picture(tmp_path / "side_90_blue.part")
    scene = load_scene(tmp_path / "work", "job-side_90")
    assert scene is not None
    rows = np.arange(1024)[:, np.newaxis]
    mirrored = (rows > GroundLine.under(scene.alpha).y - 4) & (scene.alpha < 255)
    same = (scene.paint == 0) & ~mirrored
    assert np.array_equal(angle[same], color[same])
    assert not np.array_equal(angle[mirrored], color[mirrored])


def test_a_lost_scene_is_made_again(model_file: Path, red_photo: Path, tmp_path: Path) -> None:
    async def work(session: StudioSession) -> None:
        await session.make(order(tmp_path), ignore)
        await session.make(order(tmp_path, color=BLUE), ignore)
        first = (tmp_path / "side_90_blue.part").read_bytes()
        (folder_of(tmp_path / "work", "job-side_90") / "alpha.png").write_bytes(b"no picture")
        await session.make(order(tmp_path, color=BLUE), ignore)
        assert (tmp_path / "side_90_blue.part").read_bytes() == first

    in_session(model_file, tmp_path / "work", request(photo(red_photo)), work)


def test_a_photo_without_a_car_is_refused(model_file: Path, tmp_path: Path) -> None:
    file = tmp_path / "wall.jpg"
    noise = np.random.default_rng(1).normal(150, 6, (600, 900, 3)).clip(0, 255)
    cv2.imwrite(str(file), noise.astype(np.uint8))

    async def work(session: StudioSession) -> None:
        with pytest.raises(Failure, match=r"wall\.jpg") as refused:
            await session.make(order(tmp_path), ignore)
        assert refused.value.problem.code == "studio_no_car"
        assert not (tmp_path / "side_90.part").exists()

    in_session(model_file, tmp_path / "work", request(photo(file)), work)


def test_a_small_photo_is_doubted(model_file: Path, red_photo: Path, tmp_path: Path) -> None:
    small = tmp_path / "small.png"
    large = cv2.imread(str(red_photo))
    assert large is not None
    cv2.imwrite(str(small), cv2.resize(large, (200, 133), interpolation=cv2.INTER_AREA))

    async def work(session: StudioSession) -> None:
        made = await session.make(order(tmp_path), ignore)
        assert made.doubt is not None
        assert "small" in made.doubt

    in_session(model_file, tmp_path / "work", request(photo(small)), work)


def test_an_unknown_color_is_refused(model_file: Path, red_photo: Path, tmp_path: Path) -> None:
    odd = Color("odd", "Odd", "the color of money")

    async def work(session: StudioSession) -> None:
        with pytest.raises(Failure, match="the color of money"):
            await session.make(order(tmp_path, color=odd), ignore)

    in_session(model_file, tmp_path / "work", request(photo(red_photo)), work)


@pytest.mark.parametrize("content", [None, b"not the model"])
def test_without_its_model_the_engine_says_so(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "u2netp.onnx"
    if content is not None:
        file.write_bytes(content)

    async def run() -> None:
        engine = StudioEngine(file, tmp_path / "work")
        with pytest.raises(Failure) as refused:
            await engine.open_batch(Batch("batch", request(), datetime.now(UTC), ()))
        assert refused.value.problem.code == "studio_model_missing"
        await engine.aclose()

    asyncio.run(run())


def test_a_canceled_order_ends_and_the_next_one_is_made(
    model_file: Path, red_photo: Path, tmp_path: Path
) -> None:
    async def work(session: StudioSession) -> None:
        began = asyncio.Event()
        running = asyncio.create_task(session.make(order(tmp_path), lambda _: began.set()))
        await began.wait()
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running
        assert not (tmp_path / "side_90.part").exists()
        await session.make(order(tmp_path), ignore)
        assert (tmp_path / "side_90.part").exists()

    in_session(model_file, tmp_path / "work", request(photo(red_photo)), work)


def test_orders_beyond_the_workers_wait_and_are_all_made(
    model_file: Path, red_photo: Path, tmp_path: Path
) -> None:
    angles = (FRONT, SIDE, REAR)
    asked = request(photo(red_photo), angles=angles)

    async def work(session: StudioSession) -> None:
        made = await asyncio.gather(
            *(session.make(order(tmp_path, angle), ignore) for angle in angles)
        )
        stand_ins = ["stands in" in (each.doubt or "") for each in made]
        assert stand_ins == [False] + [True] * (len(made) - 1)

    in_session(model_file, tmp_path / "work", asked, work)
    assert len({(tmp_path / f"{angle.key}.part").read_bytes() for angle in angles}) == 1


@pytest.mark.parametrize("angles", [(SIDE,), (SIDE, REAR)])
def test_a_photo_without_a_tag_is_doubted_however_many_angles_are_asked_for(
    model_file: Path, red_photo: Path, tmp_path: Path, angles: tuple[Angle, ...]
) -> None:
    doubts: dict[str | None, str] = {}

    for tag in (None, SIDE.key):

        async def work(session: StudioSession, tag: str | None = tag) -> None:
            doubts[tag] = (await session.make(order(tmp_path), ignore)).doubt or ""

        asked = request(photo(red_photo, tag), angles=angles)
        in_session(model_file, tmp_path / "work", asked, work)

    assert remarks.UNTAGGED.format(n=1) in doubts[None]
    assert "has no tag" not in doubts[SIDE.key]


def test_what_is_advised_of_a_side_without_a_photo_can_be_done() -> None:
    first, _, advice = remarks.STANDS_IN.partition(". ")
    assert first == "There is no photo of this side, so photo {n} stands in"
    assert advice == "Add one, tag it and generate a new batch."


def test_a_tagged_photo_makes_its_angle_and_the_others_take_turns() -> None:
    paths = [Path(f"{number}.jpg") for number in range(4)]
    photos = (photo(paths[0]), photo(paths[1], "side_90"), photo(paths[2]), photo(paths[3]))
    asked = request(*photos, angles=(FRONT, SIDE, REAR, Angle("rear_34", "", "")))
    assert [photo_index(asked, angle.key) for angle in asked.angles] == [0, 1, 2, 3]
    few = request(photo(paths[0], "side_90"), photo(paths[1]), angles=(FRONT, SIDE, REAR))
    assert [photo_index(few, angle.key) for angle in few.angles] == [1, 0, 1]


def test_a_batch_without_photos_is_refused() -> None:
    with pytest.raises(Failure) as refused:
        photo_index(request(), SIDE.key)
    assert refused.value.problem.code == "studio_no_photo"


def test_the_engine_costs_the_window_no_heavy_import() -> None:
    code = "import sys, carmp_desktop.core.engines.studio.engine as e; "
    code += "print(sorted({'cv2', 'numpy'} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path.cwd()
    )
    assert done.stdout.strip() == "[]"
