"""The check of the gallery at its seams: while images come home, canceled, and on odd files."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from carmp_desktop.core.events import Event
from carmp_desktop.core.gallery_check.findings import Fault
from carmp_desktop.core.gallery_check.matching import found_again
from carmp_desktop.core.gallery_check.shelf import move
from carmp_desktop.core.library import Query
from carmp_desktop.core.marketplace import Marketplace
from carmp_desktop.core.model import BatchRequest
from carmp_desktop.core.paths import Profile
from carmp_desktop.core.photos import open_photo
from carmp_desktop.core.planning import plan_batch
from carmp_desktop.core.secrets import TokenKeeper
from carmp_desktop.core.settings import SettingsFile
from carmp_desktop.core.store.inventory import Kept
from tests.core.conftest import RunBatch
from tests.loopback import StandIn

AI = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return Profile.at(tmp_path / "profile")


@pytest.fixture
def open_market(profile: Profile, server: StandIn) -> Callable[[], asyncio.Future[Marketplace]]:
    """Opens the profile once more, as another run of the program would."""

    async def open_it() -> Marketplace:
        environment = server.env()
        return await Marketplace.open(
            profile,
            keeper=TokenKeeper(environment),
            settings=SettingsFile(profile.settings, environment),
        )

    return lambda: asyncio.ensure_future(open_it())


Open = Callable[[], asyncio.Future[Marketplace]]


def test_an_image_coming_home_is_never_taken_for_a_stray(
    open_market: Open, photos: list[Path], profile: Profile, server: StandIn
) -> None:
    async def story() -> None:
        maker, checker = await open_market(), await open_market()
        await maker.find_token()
        presets = await maker.read_presets()
        request = BatchRequest(
            photos=tuple(open_photo(path, profile.thumbs).photo for path in photos),
            angles=presets.angles[:4],
            colors=presets.colors[:3],
        )
        events: list[Event] = []
        batch = plan_batch(request, presets.prompts)
        making = asyncio.ensure_future(maker.run_batch(batch, events.append))
        checks = 0
        while not making.done():
            report = await checker.check_gallery(repair=True)
            assert report.findings == ()
            checks += 1
        completed = await making
        assert completed is not None
        assert completed.completed == 16
        assert checks > 1
        last = await checker.check_gallery()
        assert (last.images, last.findings, last.on_the_way) == (16, (), 0)
        await maker.aclose()
        await checker.aclose()

    asyncio.run(asyncio.wait_for(story(), 60))
    assert server.accepted == 16


def test_a_check_may_be_canceled_between_two_handfuls(open_market: Open, profile: Profile) -> None:
    folder = profile.gallery / "Golf"
    folder.mkdir(parents=True)
    for number in range(100):
        Image.new("RGB", (8, 8)).save(folder / f"{number}.png")

    async def story() -> None:
        market = await open_market()
        task: asyncio.Task[object] | None = None

        def stop(done: int, total: int) -> None:
            assert 0 < done <= total
            assert task is not None
            task.cancel()

        task = asyncio.ensure_future(market.check_gallery(repair=True, progress=stop))
        with pytest.raises(asyncio.CancelledError):
            await task
        assert (await market.check_gallery()).images == 0
        report = await market.check_gallery(repair=True)
        assert len(report.findings) == 100
        assert report.is_in_order
        assert (await market.check_gallery()).images == 100
        await market.aclose()

    asyncio.run(asyncio.wait_for(story(), 60))


def test_an_image_marked_as_made_by_ai_stays_marked(open_market: Open, profile: Profile) -> None:
    folder = profile.gallery / "Golf"
    folder.mkdir(parents=True)
    marks = PngInfo()
    marks.add_itxt("XML:com.adobe.xmp", f"<x>{AI}</x>")
    Image.new("RGB", (8, 8)).save(folder / "one.png", pnginfo=marks)
    Image.new("RGB", (8, 8)).save(folder / "two.webp", xmp=f"<x>{AI}</x>".encode())
    Image.new("RGB", (8, 8)).save(folder / "three.jpg")

    async def story() -> dict[str, str | None]:
        market = await open_market()
        await market.check_gallery(repair=True)
        pictures = await market.library.view(Query())
        await market.aclose()
        return {picture.file.name: picture.note for picture in pictures.pictures}

    notes = asyncio.run(story())
    assert (
        notes["one.png"] == notes["two.webp"] == "Found in the gallery; marked there as made by AI"
    )
    assert notes["three.jpg"] == "Found in the gallery"


@pytest.mark.parametrize("repair", [False, True])
def test_what_is_broken_is_told_of_until_it_is_made_again(
    run_batch: RunBatch, open_market: Open, *, repair: bool
) -> None:
    (cell,) = run_batch().cells.values()
    assert cell.image is not None
    cell.image.write_bytes(b"torn")

    async def story() -> None:
        market = await open_market()
        await market.find_token()
        for _ in range(2):
            report = await market.check_gallery(repair=repair)
            assert [(each.image is not None, each.is_mended) for each in report.findings] == [
                (True, False)
            ]
        await market.reopen(cell.batch_id, lambda _: None)
        await market.batches.make_again(cell.batch_id, [cell.key])
        assert (await market.check_gallery(repair=True)).is_in_order
        assert (await market.check_gallery()).findings == ()
        await market.aclose()

    asyncio.run(asyncio.wait_for(story(), 60))


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file no read succeeds on")
def test_a_file_the_disk_refuses_is_not_called_broken(
    run_batch: RunBatch, open_market: Open
) -> None:
    (cell,) = run_batch().cells.values()
    assert cell.image is not None
    cell.image.unlink()
    cell.image.symlink_to("/proc/self/mem")

    async def story() -> None:
        market = await open_market()
        report = await market.check_gallery(repair=True)
        await market.aclose()
        (finding,) = report.findings
        assert (finding.fault, finding.file) == (Fault.UNREADABLE, cell.image)
        assert not finding.is_mended

    asyncio.run(story())
    assert cell.image.is_symlink()


def test_links_hidden_and_foreign_files_are_nobodys_business(
    open_market: Open, profile: Profile, tmp_path: Path
) -> None:
    gallery = profile.gallery
    (gallery / ".hidden").mkdir(parents=True)
    outside = tmp_path / "outside"
    outside.mkdir()
    Image.new("RGB", (8, 8)).save(outside / "mine.png")
    (gallery / "link.png").symlink_to(outside / "mine.png")
    (gallery / "folder").symlink_to(outside, target_is_directory=True)
    (gallery / ".hidden" / "secret.png").write_bytes(b"")
    (gallery / ".thumb.png").write_bytes(b"")
    (gallery / "notes.txt").write_text("")
    (gallery / "download.part").write_text("a browser's")

    async def story() -> None:
        market = await open_market()
        assert (await market.check_gallery(repair=True)).findings == ()
        await market.aclose()

    asyncio.run(story())


@settings(max_examples=25, deadline=None)  # each move waits for the disk
@given(names=st.lists(st.sampled_from(["a.png", "a_2.png", "b", "..c.part"]), max_size=8))
def test_moving_never_overwrites(names: list[str]) -> None:
    with TemporaryDirectory() as folder:
        source, target = Path(folder, "source"), Path(folder, "to", "target")
        source.mkdir()
        places = []
        for number, name in enumerate(names):
            file = source / name
            file.write_text(str(number))
            places.append(move(file, target, name))
        assert [place.read_text() for place in places] == [str(n) for n in range(len(names))]
        assert len({*target.iterdir()} if names else ()) == len(names)
        assert list(source.iterdir()) == []


hashes = st.sampled_from("abc")


@given(lost=st.lists(hashes, max_size=6), files=st.lists(hashes, max_size=6))
def test_each_file_found_answers_for_one_image_of_its_bytes(
    lost: list[str], files: list[str]
) -> None:
    images = [_image(number, sha256) for number, sha256 in enumerate(lost)]
    shelf = {Path(f"found{number}.png"): sha256 for number, sha256 in enumerate(files)}

    moved = found_again(images, shelf)

    assert all(each.image and each.where for each in moved)
    assert all(shelf[each.where] == each.image.sha256 for each in moved)  # type: ignore[union-attr, index]
    assert len({each.where for each in moved}) == len({each.image for each in moved}) == len(moved)
    common = Counter(lost) & Counter(files)
    assert len(moved) == common.total()


def _image(number: int, sha256: str) -> Kept:
    file = Path(f"{number}.png")
    return Kept(
        number,
        file,
        file,
        sha256=sha256,
        size=1,
        batch_id=None,
        is_set_aside=False,
        is_binned=False,
        is_replaced=False,
    )
