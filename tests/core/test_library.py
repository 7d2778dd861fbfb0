"""The gallery's core: searched and changed as the user asks, in agreement with rows and files."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carmp_desktop.core.library import (
    AS_MADE,
    BatchChoice,
    Library,
    Query,
    Sources,
    missing_files,
)
from carmp_desktop.core.library_files import sources_of
from carmp_desktop.core.library_view import view_of
from carmp_desktop.core.model import BatchRequest, Color, EngineName, Photo
from carmp_desktop.core.store.approvals import Approvals, Verdict
from carmp_desktop.core.store.database import Database
from carmp_desktop.core.store.pictures import Picture
from tests.core.conftest import RunBatch
from tests.core.library_samples import (
    ANGLES,
    COLORS,
    NOON,
    PER_BATCH,
    add_batch,
    add_image,
    draw_files,
)

T = TypeVar("T")
Use = Callable[[Callable[[Library], Awaitable[T]]], T]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An empty database of the newest schema."""

    async def make() -> None:
        database = await Database.open(tmp_path / "carmp.db")
        await database.aclose()

    asyncio.run(make())
    return tmp_path / "carmp.db"


@pytest.fixture
def use(file: Path) -> Use[T]:
    """Opens the library, does something with it, closes it."""

    def run(work: Callable[[Library], Awaitable[T]]) -> T:
        async def opened() -> T:
            database = await Database.open(file)
            try:
                return await work(Library(database))
            finally:
                await database.aclose()

        return asyncio.run(opened())

    return run


def test_a_batch_that_was_made_stands_in_the_gallery_with_all_that_is_known(
    run_batch: RunBatch, tmp_path: Path
) -> None:
    outcome = run_batch(angles=1, colors=2)

    async def look() -> tuple[Picture, ...]:
        database = await Database.open(tmp_path / "profile" / "carmp.db")
        try:
            return await Library(database).search(Query())
        finally:
            await database.aclose()

    pictures = asyncio.run(look())
    assert {picture.key for picture in pictures} == set(outcome.cells)
    assert [picture.made_at for picture in pictures] == sorted(
        (picture.made_at for picture in pictures), reverse=True
    )
    for picture in pictures:
        cell = outcome.cells[picture.key]
        assert (picture.file, picture.thumb) == (cell.image, cell.thumb)
        assert picture.size == picture.file.stat().st_size
        assert picture.car == "Test car"
        assert picture.angle
        assert picture.prompt
        assert picture.engine == "replicate"
        assert picture.cost == pytest.approx(cell.cost)
        assert (picture.color != "", picture.color_hex is not None) == (
            picture.color_key is not None,
            picture.color_key is not None,
        )


def test_words_and_filters_narrow_what_is_found(file: Path, use: Use[None]) -> None:
    add_batch(file, "b_1", car="BMW 1 M")
    add_batch(
        file, "b_2", car="Audi TT", engine=EngineName.STUDIO, at=NOON - timedelta(days=1), images=4
    )

    async def look(library: Library) -> None:
        async def found(**asked: object) -> list[tuple[str | None, int]]:
            pictures = await library.search(Query(**asked))
            return [(picture.batch_id, picture.position) for picture in pictures]

        assert len(await found()) == PER_BATCH + 4
        assert (await found())[0] == ("b_1", PER_BATCH - 1)
        assert await found(words="BLUE left bmw") == [("b_1", 2)]
        assert await found(words="asphalt audi pearl") == [("b_2", 1)]
        assert await found(words="profile", car="Audi TT") == []
        assert await found(angle="side_90", color="red_metallic") == [("b_1", 7)]
        assert await found(color=AS_MADE, car="BMW 1 M") == [("b_1", 8), ("b_1", 4), ("b_1", 0)]
        assert len(await found(engine="studio")) == 4
        assert len(await found(batch="b_2")) == 4
        day = NOON.astimezone().date()
        assert {batch for batch, _ in await found(since=day)} == {"b_1"}
        assert {batch for batch, _ in await found(until=day - timedelta(days=1))} == {"b_2"}

    use(look)


def test_what_there_is_to_choose_from_is_told_with_its_counts(file: Path, use: Use[None]) -> None:
    add_batch(file, "b_1", car="BMW 1 M")
    add_batch(file, "b_2", car="", at=NOON - timedelta(days=1), images=4)

    async def look(library: Library) -> None:
        view = await library.view(Query(words="nothing has this"))
        assert view.pictures == ()
        assert (view.images, view.bytes) == (PER_BATCH + 4, (PER_BATCH + 4) * 1_500_000)
        assert [(car.key, car.count) for car in view.cars] == [("BMW 1 M", PER_BATCH)]
        assert [(angle.key, angle.count) for angle in view.angles] == [
            ("front_3_4_left", 8),
            ("rear_3_4", 4),
            ("side_90", 4),
        ]
        assert {color.key: (color.label, color.hex) for color in view.colors} == {
            AS_MADE: ("", None),
            **{color.key: (color.label, color.hex) for color in COLORS},
        }

    use(look)


def test_batches_are_offered_newest_first_with_car_time_and_count(
    file: Path, use: Use[None]
) -> None:
    earlier = NOON - timedelta(days=3)
    add_batch(file, "b_1", car="BMW 1 M")
    add_batch(file, "b_2", car="", at=earlier, images=4)

    async def look(library: Library) -> None:
        view = await library.view(Query(car="BMW 1 M"))
        assert view.batches == (
            BatchChoice("b_1", "BMW 1 M", NOON, PER_BATCH),
            BatchChoice("b_2", "", earlier, 4),
        )
        assert (await library.view(Query(binned=True))).batches == ()

    use(look)


def test_a_verdict_is_found_and_nothing_else_is_read_anew(file: Path) -> None:
    first, second, *_ = add_batch(file, "b_1", images=4)

    async def look() -> None:
        database = await Database.open(file)
        library, approvals = Library(database), Approvals(database)
        before = {picture.id: picture for picture in await library.search(Query())}
        assert await library.search(Query(approved=True)) == ()
        await approvals.approve([first], Verdict.APPROVED)
        await approvals.approve([second], Verdict.REJECTED)
        assert [picture.id for picture in await library.search(Query(approved=True))] == [first]
        after = {picture.id: picture for picture in await library.search(Query())}
        assert after[second].approval is Verdict.REJECTED
        changed = {number for number in before if after[number] is not before[number]}
        assert changed == {first, second}
        await approvals.approve([first], None)
        assert await library.search(Query(approved=True)) == ()
        await database.aclose()

    asyncio.run(look())


def test_the_photos_of_a_batch_are_known_where_their_files_are(
    run_batch: RunBatch, photos: list[Path], tmp_path: Path
) -> None:
    (cell,) = run_batch(angles=1).cells.values()

    async def look(batch_id: str) -> Sources:
        database = await Database.open(tmp_path / "profile" / "carmp.db")
        try:
            return await Library(database).sources(batch_id)
        finally:
            await database.aclose()

    assert [photo.path for photo in asyncio.run(look(cell.batch_id)).photos] == photos
    photos[0].unlink()
    (left,) = asyncio.run(look(cell.batch_id)).photos
    assert left.path == photos[1]
    assert asyncio.run(look("b_nobody")) == Sources()


@pytest.mark.parametrize("engine", list(EngineName))
def test_an_angle_of_several_photos_shows_one_where_the_studio_made_it(
    engine: EngineName, tmp_path: Path
) -> None:
    paths = [tmp_path / name for name in ("one.jpg", "two.jpg")]
    for path in paths:
        path.write_bytes(b"a photo")
    tagged = Photo(paths[1], 4, 3, "JPEG", angle_key=ANGLES[0].key)
    request = BatchRequest((Photo(paths[0], 4, 3, "JPEG"), tagged), ANGLES[:2], engine=engine)
    is_local = engine is EngineName.STUDIO
    expected = {ANGLES[0].key: paths[1], ANGLES[1].key: paths[0]} if is_local else {}
    assert sources_of(request).shown == expected
    paths[1].unlink()
    assert sources_of(request).photos == request.photos[:1]
    assert paths[1] not in sources_of(request).shown.values()


def test_files_that_are_not_there_are_told(tmp_path: Path) -> None:
    here = draw_files(tmp_path / "gallery")[0]
    gone, below = tmp_path / "gone.png", here / "below a file.png"
    nowhere = tmp_path / ("x" * 300)
    assert asyncio.run(missing_files([here, gone, below, nowhere])) == {gone, below}


def test_stars_and_the_bin_are_remembered(file: Path, use: Use[None]) -> None:
    first, second, third, *_ = add_batch(file)

    async def change(library: Library) -> None:
        await library.search(Query())
        await library.star([first, second], on=True)
        await library.star([second], on=False)
        await library.bin([first, third])
        await library.restore([third])
        await check(library)

    async def check(library: Library) -> None:
        view = await library.view(Query(binned=True))
        assert [picture.id for picture in view.pictures] == [first]
        assert (view.images, view.binned) == (PER_BATCH - 1, 1)
        binned_at = view.pictures[0].binned_at
        assert binned_at is not None
        assert datetime.now(UTC) - binned_at < timedelta(minutes=5)
        assert await library.search(Query(starred=True)) == ()
        assert [p.id for p in await library.search(Query(starred=True, binned=True))] == [first]
        assert first not in {picture.id for picture in await library.search(Query())}

    use(change)
    use(check)


def test_what_is_asked_while_images_are_being_read_is_not_lost(file: Path, use: Use[None]) -> None:
    ids = [number for n in range(150) for number in add_batch(file, f"b_{n}")]

    async def look(library: Library) -> None:
        await asyncio.gather(
            library.view(Query()), library.bin(ids[:2]), library.star(ids[1:3], on=True)
        )
        binned = await library.search(Query(binned=True))
        assert {picture.id for picture in binned} == set(ids[:2])
        starred = await library.search(Query(starred=True))
        assert [picture.id for picture in starred] == [ids[2]]

    use(look)


def test_what_another_run_of_the_program_writes_is_seen(file: Path, use: Use[None]) -> None:
    ids = add_batch(file, "b_1", images=4)

    async def look(library: Library) -> None:
        assert len(await library.search(Query())) == 4
        add_batch(file, "b_2")
        assert len(await library.search(Query())) == 4 + PER_BATCH
        with sqlite3.connect(file) as other:
            other.execute("UPDATE images SET starred = 1 WHERE id = ?", (ids[1],))
            other.execute("DELETE FROM images WHERE id = ?", (ids[0],))
        other.close()
        assert [picture.id for picture in await library.search(Query(starred=True))] == [ids[1]]
        assert len(await library.search(Query())) == 3 + PER_BATCH

    use(look)


def test_the_name_of_a_color_that_was_added_later_is_known(file: Path, use: Use[None]) -> None:
    add_batch(file, "b_1", colors=COLORS[:1], images=2)

    async def look(library: Library) -> None:
        assert len(await library.search(Query())) == 2
        await asyncio.to_thread(grow)
        (newest, *_) = await library.search(Query())
        assert (newest.color, newest.color_hex) == ("Sunset", "#F2792B")

    def grow() -> None:
        sunset = Color("sunset", "Sunset", "Sunset #F2792B", "#F2792B")
        add_batch(file, "b_grown", colors=(sunset,), images=2, at=NOON + timedelta(hours=1))
        with sqlite3.connect(file) as connection:
            connection.execute(
                "UPDATE batches SET request = (SELECT request FROM batches WHERE id = 'b_grown')"
                " WHERE id = 'b_1'"
            )
            connection.execute("UPDATE jobs SET batch_id = 'b_1' WHERE batch_id = 'b_grown'")
        connection.close()

    use(look)


def test_an_image_of_no_batch_is_named_by_its_folder(
    file: Path, use: Use[None], tmp_path: Path
) -> None:
    found = draw_files(tmp_path / "Opel-Manta")[0]
    with sqlite3.connect(file) as connection:
        add_image(connection, None, found)
    connection.close()

    async def look(library: Library) -> None:
        view = await library.view(Query(words="manta"))
        (picture,) = view.pictures
        assert (picture.car, picture.batch_id, picture.angle) == ("Opel-Manta", None, "")
        assert view.angles == ()

    use(look)


EMPTY_BIN = """
import asyncio, sys
from pathlib import Path
from carmp_desktop.core.library import Library, Query
from carmp_desktop.core.store.database import Database

async def main():
    database = await Database.open(Path(sys.argv[1]))
    library = Library(database)
    await library.bin([int(word) for word in sys.argv[2:]])
    emptied = await library.empty_bin()
    left = sorted(picture.id for picture in await library.search(Query(binned=True)))
    print(emptied.images, emptied.bytes, emptied.kept, left)
    await database.aclose()

asyncio.run(main())
"""


def test_emptying_the_bin_hands_the_files_to_the_systems_recycle_bin(
    file: Path, tmp_path: Path, use: Use[None]
) -> None:
    made = draw_files(tmp_path / "gallery" / "BMW-1-M")
    kept = draw_files(tmp_path / "gallery" / "Audi-TT")
    ids = add_batch(file, "b_1", files=made, images=3)
    busy = add_batch(file, "b_2", files=kept, images=2, ended=False)
    sizes = [path.stat().st_size for path in made]
    made[2].unlink()
    home = tmp_path / "home"
    home.mkdir()

    words = [sys.executable, "-c", EMPTY_BIN, str(file), *map(str, [ids[0], ids[2], busy[0]])]
    place = {"HOME": str(home), "XDG_DATA_HOME": str(home / "data")}
    ended = subprocess.run(
        words, env={**os.environ, **place}, capture_output=True, text=True, check=True, timeout=60
    )

    assert ended.stdout.split(maxsplit=3) == [
        "2",
        str(sizes[0] + sizes[2]),
        "1",
        f"[{busy[0]}]\n",
    ]
    assert [path.exists() for path in made] == [False, True, False, True, True]
    assert kept[0].exists()
    recycled = [path.name for path in tmp_path.rglob("files/*")]
    assert recycled == [made[0].name]

    async def look(library: Library) -> None:
        assert {picture.id for picture in await library.search(Query())} == {ids[1], busy[1]}

    use(look)


def test_a_file_that_the_recycle_bin_does_not_take_stays_in_the_bin(
    file: Path, tmp_path: Path, use: Use[None], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = draw_files(tmp_path / "gallery")
    ids = add_batch(file, "b_1", files=made, images=1)
    monkeypatch.setattr(os, "access", lambda *_: False)

    async def empty(library: Library) -> None:
        await library.bin(ids)
        emptied = await library.empty_bin()
        assert (emptied.images, emptied.kept) == (0, 0)
        assert emptied.problem is not None
        assert made[0].name in emptied.problem.describe()
        assert [picture.id for picture in await library.search(Query(binned=True))] == ids

    use(empty)
    assert made[0].exists()


KEYS = st.sampled_from(["a", "b", "ab"])
PICTURES = st.lists(
    st.builds(
        Picture,
        id=st.integers(),
        file_name=st.just("/f"),
        thumb_name=st.just("/t"),
        car=KEYS,
        angle_key=KEYS,
        angle=KEYS,
        color_key=st.none() | KEYS,
        color=KEYS,
        color_hex=st.none(),
        prompt=st.text(alphabet="aBc ", max_size=6),
        engine=KEYS,
        model=st.just("m"),
        made_at=st.datetimes(timezones=st.just(UTC), min_value=datetime(2020, 1, 1)),  # noqa: DTZ001
        size=st.integers(0, 9),
        width=st.just(1),
        height=st.just(1),
        cost=st.just(0.0),
        starred=st.booleans(),
        binned_at=st.none() | st.just(NOON),
        batch_id=st.none() | KEYS,
        begun_at=st.just(NOON),
        approval=st.none() | st.sampled_from(Verdict),
    ),
    max_size=12,
)
QUERIES = st.builds(
    Query,
    words=st.text(alphabet="abC ", max_size=4),
    car=st.none() | KEYS,
    color=st.none() | KEYS | st.just(AS_MADE),
    since=st.none() | st.dates(min_value=date(2020, 1, 1)),
    until=st.none() | st.dates(min_value=date(2020, 1, 1)),
    batch=st.none() | KEYS,
    starred=st.booleans(),
    approved=st.booleans(),
    binned=st.booleans(),
)


@given(PICTURES, QUERIES)
def test_a_query_finds_exactly_what_it_describes(pictures: list[Picture], query: Query) -> None:
    def is_meant(picture: Picture) -> bool:
        text = f"{picture.car}\n{picture.angle}\n{picture.color}\n{picture.prompt}".lower()
        return (
            all(word in text for word in query.words.lower().split())
            and query.car in (None, picture.car)
            and query.color in (None, picture.color_key or AS_MADE)
            and (query.since is None or picture.made_at.astimezone().date() >= query.since)
            and (query.until is None or picture.made_at.astimezone().date() <= query.until)
            and query.batch in (None, picture.batch_id)
            and (picture.starred or not query.starred)
            and (picture.approval is Verdict.APPROVED or not query.approved)
            and (picture.binned_at is not None) == query.binned
        )

    view = view_of(pictures, query)
    assert sorted(map(id, view.pictures)) == sorted(map(id, filter(is_meant, pictures)))
    times = [(picture.made_at, picture.id) for picture in view.pictures]
    assert times == sorted(times, reverse=True)
    assert view.images + view.binned == len(pictures)
    offered = {batch.key: batch.count for batch in view.batches}
    shelf = [each for each in pictures if (each.binned_at is not None) == query.binned]
    assert offered == Counter(each.batch_id for each in shelf if each.batch_id)
