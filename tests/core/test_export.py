"""Exports from beginning to end: whole or not at all, never over anything, within every limit."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from carmp_desktop.core.engines.studio.scene import Scene
from carmp_desktop.core.engines.studio.sidecar import save_scene
from carmp_desktop.core.export.cropping import Box
from carmp_desktop.core.export.disclosure import WORDINGS
from carmp_desktop.core.export.request import Exported
from carmp_desktop.core.export.sheet_words import SHEET_WORDS
from carmp_desktop.core.export.words import LANGUAGES, Disclosure
from carmp_desktop.core.model import EngineName
from carmp_desktop.core.problems import Failure
from carmp_desktop.core.store.database import Database
from tests.core.export_samples import ANGLES, CAR, COLORS, WIDE, Gallery, draw_car, untold
from tests.core.judges import exiftool, identify, unzip

STUDIO = (1536, 1024)
READ_ONLY = Path("/System" if sys.platform == "darwin" else "/sys/kernel")
"""A folder in which nobody can make a file, not even root."""


@pytest.fixture
def gallery(tmp_path: Path) -> Gallery:
    return Gallery(tmp_path / "profile")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "out"


def written(folder: Path) -> list[str]:
    return sorted(str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file())


def copy_of(exported: Exported, number: int = 0) -> Path:
    return exported.plan.place / exported.files[number].planned.name


EXTRAS = ["contact_sheet.pdf", "contact_sheet.png", "disclosure.txt", "summary.json"]


def test_a_full_size_copy_has_every_pixel_of_the_original(gallery: Gallery, target: Path) -> None:
    gallery.add()

    exported = gallery.export(gallery.request(target))

    assert written(target) == ["BMW-1-M_front_3_4.png", *EXTRAS]
    with Image.open(copy_of(exported)) as copy:
        original = Image.open(exported.files[0].planned.original.picture.file)
        assert np.array_equal(np.asarray(copy), np.asarray(original.convert("RGB")))
        original.close()


def test_nothing_that_is_there_is_ever_replaced(gallery: Gallery, target: Path) -> None:
    gallery.add()
    request = gallery.request(target)
    gallery.export(request)
    mine = target / "BMW-1-M_front_3_4.png"
    mine.write_bytes(b"mine")

    second, third = gallery.export(request), gallery.export(request)

    assert mine.read_bytes() == b"mine"
    assert [each.plan.place.name for each in (second, third)] == ["export_2", "export_3"]
    assert "export_elsewhere" in {problem.code for problem in second.plan.warnings}
    assert written(target / "export_3") == ["BMW-1-M_front_3_4.png", *EXTRAS]


def test_what_comes_between_plan_and_delivery_is_not_replaced_either(
    gallery: Gallery, target: Path
) -> None:
    gallery.add(angles=ANGLES)
    plan = gallery.plan(gallery.request(target))
    target.mkdir()
    late = target / plan.files[-1].name
    late.write_bytes(b"mine")

    async def run(database: Database) -> Exported:
        return await gallery.exporter(database).run(plan, untold)

    with pytest.raises(Failure) as refused:
        asyncio.run(gallery._with(run))

    assert refused.value.problem.code == "export_taken"
    assert written(target) == [late.name]
    assert late.read_bytes() == b"mine"


def test_a_zip_is_written_whole_and_beside_an_older_one(gallery: Gallery, tmp_path: Path) -> None:
    gallery.add("b_1", angles=ANGLES[:2])
    gallery.add("b_2", car="Golf")
    archive = tmp_path / "new" / "cars.ZIP"

    exported = gallery.export(gallery.request(archive, "dealer_feed"))
    again = gallery.export(gallery.request(archive, "dealer_feed"))

    assert (exported.plan.place, again.plan.place.name) == (archive, "cars_2.ZIP")
    assert written(archive.parent) == ["cars.ZIP", "cars_2.ZIP"]
    unzip(archive, tmp_path / "unpacked")
    sheets = [
        f"{car}/contact_sheet.{kind}" for car in ("BMW-1-M", "Golf") for kind in ("pdf", "png")
    ]
    images = ["BMW-1-M/BMW-1-M-01.jpg", "BMW-1-M/BMW-1-M-02.jpg", "Golf/Golf-01.jpg"]
    assert written(tmp_path / "unpacked") == sorted([*images, *sheets, *EXTRAS[2:]])


def test_the_transparent_copy_is_the_car_alone(gallery: Gallery, target: Path) -> None:
    box = (200, 300, 1300, 860)
    files = [
        draw_car(gallery.profile.gallery / f"{number}.png", STUDIO, box, compress_level=1)
        for number in range(2)
    ]
    alpha = np.zeros(STUDIO[::-1], np.uint8)
    alpha[box[1] : box[3], box[0] : box[2]] = 255
    gallery.add("b_1", files=files, colors=COLORS[:1], engine=EngineName.STUDIO)
    pixels = np.zeros((*alpha.shape, 3), np.uint8)
    save_scene(gallery.profile.scenes, "j_b_1_0", Scene(photo=pixels, alpha=alpha, paint=alpha))
    gallery.add("b_2", car="Golf")

    exported = gallery.export(gallery.request(target, "transparent"))

    own, red, golf = identify(copy_of(exported, number) for number in range(3)).values()
    assert (own.has_alpha, red.has_alpha, golf.has_alpha) == (True, True, False)
    with Image.open(copy_of(exported, 1)) as cut:
        assert cut.getchannel("A").getbbox() == box
        assert cut.getpixel((700, 600))[:3] == (179, 18, 29)
    assert [problem.code for problem in exported.files[2].planned.warnings] == ["export_opaque"]
    ebay = gallery.export(gallery.request(target / "ebay", "ebay", batch="b_1"))
    with Image.open(copy_of(ebay)) as flat:
        assert (flat.mode, flat.size) == ("RGB", (1376, 1032))
    assert ebay.files[0].planned.framing.window.holds(Box(*box))


def test_quality_and_then_size_give_way_to_the_byte_limit_and_no_further(
    gallery: Gallery, target: Path
) -> None:
    noisy = gallery.profile.gallery / "noisy.png"
    noisy.parent.mkdir(parents=True)
    Image.effect_noise((1000, 750), 60).convert("RGB").save(noisy)
    gallery.add(files=[noisy])
    plain = gallery.export(gallery.request(target / "plain", "ebay"))
    size = plain.bytes / 1e6
    gallery.profile.config.joinpath("export_profiles.toml").write_text(
        f'[low]\nlike = "ebay"\nmost_megabytes = {size * 0.96:.6f}\n\n'
        f'[small]\nlike = "ebay"\nmost_megabytes = {size * 0.5:.6f}\n\n'
        f'[none]\nlike = "ebay"\nmost_megabytes = 0.01\n'
    )

    low = gallery.export(gallery.request(target / "low", "low"))
    small = gallery.export(gallery.request(target / "small", "small"))

    assert identify([copy_of(plain)])[copy_of(plain)].quality == 92
    assert identify([copy_of(low)])[copy_of(low)].quality == 90
    assert (low.files[0].width, low.files[0].warnings) == (1000, ())
    assert low.bytes <= size * 0.96 * 1e6
    assert 500 < small.files[0].width < 1000
    assert small.bytes <= size * 0.5 * 1e6
    assert [problem.code for problem in small.files[0].warnings] == ["export_shrunk"]
    with pytest.raises(Failure) as refused:
        gallery.export(gallery.request(target / "none", "none"))
    assert refused.value.problem.code == "export_too_heavy"
    assert not (target / "none").exists()


def test_what_is_too_small_stays_behind_until_it_may_grow(gallery: Gallery, target: Path) -> None:
    small = draw_car(gallery.profile.gallery / "small.png", (400, 300), (80, 80, 320, 240))
    large = draw_car(gallery.profile.gallery / "large.png")
    gallery.add(files=[large, small], angles=ANGLES[1:3])

    strict = gallery.export(gallery.request(target / "a", "ebay"))
    grown = gallery.export(gallery.request(target / "b", "ebay", enlarge=True))

    assert [left.problem.code for left in strict.left_out] == ["export_too_small"]
    assert [(file.width, file.height) for file in grown.files] == [(500, 375), (1024, 768)]
    codes = {problem.code for problem in grown.files[0].planned.warnings}
    assert codes >= {"export_enlarged", "export_small"}
    assert json.loads((target / "a" / "summary.json").read_text())["leftOut"][0]["reason"]


def test_a_picture_that_lies_on_its_side_is_exported_upright(
    gallery: Gallery, target: Path
) -> None:
    upright = draw_car(gallery.profile.gallery / "upright.png")
    exif = Image.Exif()
    exif[0x0112] = 6
    lying = gallery.profile.gallery / "lying.jpg"
    with Image.open(upright) as picture:
        picture.rotate(90, expand=True).save(lying, exif=exif, quality=95)
    gallery.add(files=[upright, lying], angles=ANGLES[1:3])

    exported = gallery.export(gallery.request(target, "ebay"))

    assert [(file.width, file.height) for file in exported.files] == [(1024, 768)] * 2
    with Image.open(copy_of(exported, 0)) as one, Image.open(copy_of(exported, 1)) as other:
        apart = np.asarray(one, np.int16) - np.asarray(other, np.int16)
        assert np.abs(apart).mean() < 3


def test_bars_where_the_shape_must_be_met_and_a_busy_ground_is_all_there_is(
    gallery: Gallery, target: Path
) -> None:
    busy = draw_car(
        gallery.profile.gallery / "busy.png", (800, 800), (20, 200, 780, 600), busy=True
    )
    gallery.add(files=[busy])

    exported = gallery.export(gallery.request(target, "web"))

    assert "export_bars" in {problem.code for problem in exported.files[0].planned.warnings}
    with Image.open(copy_of(exported)) as image:
        assert abs(image.width / image.height - 1.71) < 0.003
        assert min(image.convert("L").crop((0, 0, 200, image.height)).getextrema()) > 250


def test_the_disclosure_speaks_the_listings_language_and_is_burned_in_only_where_allowed(
    gallery: Gallery, target: Path
) -> None:
    gallery.add(colors=COLORS[:1])
    assert tuple(WORDINGS) == LANGUAGES
    burn = {"disclosure": Disclosure.BURN}

    for language, word in {"en": "AI", "es": "IA: la vista", "pt_BR": "anúncio"}.items():
        exported = gallery.export(
            gallery.request(target / language, "web", language=language, **burn)
        )
        text = (exported.plan.place / "disclosure.txt").read_text(encoding="utf-8")
        assert word in text
        assert text.count("BMW-1-M_front_3_4_red_metallic.webp") == 2
    plain = gallery.export(gallery.request(target / "web", "web", disclosure=Disclosure.NONE))
    strict = gallery.export(gallery.request(target / "ebay", "ebay", **burn))

    assert not (plain.plan.place / "disclosure.txt").exists()
    lower = [(0, 740, 600, 760)]
    for language in LANGUAGES:
        with Image.open(target / language / "BMW-1-M_front_3_4.webp") as burned:
            assert burned.convert("L").crop(lower[0]).getextrema()[1] > 200
            assert burned.convert("L").resize((1, 1), box=lower[0]).getpixel((0, 0)) < 150
    for free in (copy_of(plain), copy_of(strict)):
        with Image.open(free) as image:
            assert image.convert("L").crop(lower[0]).getextrema()[0] > 190
    assert "export_not_burned" in {problem.code for problem in strict.plan.warnings}
    assert (strict.plan.place / "disclosure.txt").exists()


def test_summary_and_sheet_tell_the_matrix_and_no_path(gallery: Gallery, target: Path) -> None:
    gallery.add(angles=ANGLES, colors=COLORS)

    exported = gallery.export(gallery.request(target, "ebay"))

    text = (target / "summary.json").read_text(encoding="utf-8")
    assert str(gallery.root) not in text
    assert str(target) not in text
    first = json.loads(text)["images"][0]
    assert (first["file"], first["angleKey"], first["colorKey"], first["main"]) == (
        "BMW-1-M_01_front_3_4.jpg",
        "front_3_4",
        None,
        True,
    )
    assert first["engine"] == "replicate"
    assert first["prompt"].startswith("Show the car from the front right")
    assert len(first["original"]["sha256"]) == len(first["sha256"]) == 64
    sheet = target / "contact_sheet.png"
    pdf = exiftool([target / "contact_sheet.pdf"])[target / "contact_sheet.pdf"]
    drawn = identify([sheet])[sheet]
    assert (drawn.width, drawn.height) == (1548, 1588)
    assert (pdf["File:FileType"], pdf["PDF:PageCount"], pdf["PDF:Title"]) == ("PDF", 1, "BMW 1 M")
    assert len(exported.files) == 12


def test_the_sheet_speaks_the_listings_language(gallery: Gallery, target: Path) -> None:
    gallery.add(colors=COLORS[:1])
    assert tuple(SHEET_WORDS) == LANGUAGES
    drawn = {}
    for language in LANGUAGES:
        exported = gallery.export(gallery.request(target / language, language=language))
        with Image.open(exported.plan.place / "contact_sheet.png") as sheet:
            drawn[language] = sheet.convert("RGB")
    size = drawn["en"].size
    said = [picture.crop((0, 0, size[0], 190)) for picture in drawn.values()]
    shown = [picture.crop((0, 190, *size)).tobytes() for picture in drawn.values()]
    assert len({each.tobytes() for each in said}) == len(LANGUAGES)
    assert len(set(shown)) == 1, "names of files are the same in every language"
    spanish = SHEET_WORDS["es"]
    assert spanish.subtitle("Full size", 1, "D") == "Tamaño completo · 1 imagen · D · con IA"
    assert spanish.subtitle("My site", 2, "D") == "My site · 2 imágenes · D · con IA"


def test_canceled_or_refused_nothing_stays(gallery: Gallery, target: Path) -> None:
    gallery.add(angles=ANGLES, colors=COLORS)
    plan = gallery.plan(gallery.request(target / "deep" / "folder"))

    async def cancel(database: Database) -> None:
        begun = asyncio.Event()
        work = asyncio.ensure_future(
            gallery.exporter(database).run(plan, lambda done, _: done and begun.set())
        )
        await begun.wait()
        work.cancel()
        with pytest.raises(asyncio.CancelledError):
            await work

    asyncio.run(gallery._with(cancel))

    assert not target.exists()
    assert len(written(gallery.profile.gallery)) == 12
    with pytest.raises(Failure) as refused:
        gallery.export(gallery.request(READ_ONLY / "listing"))
    assert refused.value.problem.code == "export_unwritable"
    file = target.parent / "file"
    file.write_text("mine")
    with pytest.raises(Failure, match="Export not written"):
        gallery.export(gallery.request(file))
    assert file.read_text() == "mine"


def test_the_drawn_car_is_where_the_tests_say(tmp_path: Path) -> None:
    with Image.open(draw_car(tmp_path / "car.png")) as picture:
        assert picture.size == WIDE
        assert picture.getpixel(((CAR[0] + CAR[2]) // 2, 450)) == (179, 18, 29)
