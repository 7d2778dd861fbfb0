"""What is exported and in which order: the hero first, the car's own color, the user's verdict."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from carmp_desktop.core.export.problems import not_the_item
from carmp_desktop.core.export.profiles import ExportProfile
from carmp_desktop.core.export.request import Plan
from carmp_desktop.core.problems import Failure
from carmp_desktop.core.store.approvals import Verdict
from tests.core.export_samples import ANGLES, COLORS, Gallery, draw_car


@pytest.fixture
def gallery(tmp_path: Path) -> Gallery:
    return Gallery(tmp_path / "profile")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "out"


def names(plan: Plan) -> list[str]:
    return [str(file.name) for file in plan.files]


def codes(plan: Plan) -> set[str]:
    return {problem.code for problem in plan.warnings}


def test_the_hero_comes_first_and_then_the_way_around_the_car(
    gallery: Gallery, target: Path
) -> None:
    gallery.add(angles=ANGLES, colors=COLORS[:1])

    feed = gallery.plan(
        gallery.request(target, "dealer_feed", stock="A 17", names="{n}_{angle}_{color}")
    )
    by_angle = gallery.plan(gallery.request(target, "web", names="{n}_{angle}_{color}"))

    own = ["1_front_3_4", "2_side_90", "3_rear_3_4", "4_front_left_315"]
    red = ["5_front_3_4", "6_side_90", "7_rear_3_4", "8_front_left_315"]
    assert names(feed) == [f"{name}.jpg" for name in own] + [
        f"{name}_red_metallic.jpg" for name in red
    ]
    assert names(by_angle)[:3] == [
        "1_front_3_4.webp",
        "2_front_3_4_red_metallic.webp",
        "3_side_90.webp",
    ]
    assert [file.is_main for file in feed.files] == [True] + [False] * 7
    assert "export_not_the_item" in codes(feed)
    assert (
        names(gallery.plan(gallery.request(target, "dealer_feed", stock="A 17")))[0]
        == "A-17-01.jpg"
    )


def test_only_what_keeps_an_image_from_showing_the_very_car_is_told() -> None:
    views, colors = "Images whose camera angle was made by AI: {views}.", "{colors}."
    for invented, recolored in ((2, 0), (0, 3), (2, 3)):
        told = not_the_item(ExportProfile("ebay", "eBay", "jpeg"), invented, recolored).sentence
        assert told.startswith("{profile} wants photos of the very car that is sold. ")
        assert (views in told, colors in told) == (invented > 0, recolored > 0)


def test_a_recolored_image_is_no_main_image_unless_the_user_insists(
    gallery: Gallery, target: Path
) -> None:
    own, red = gallery.add(colors=COLORS[:1])

    forbidden = gallery.plan(gallery.request(target, "ebay", main=red))
    insisted = gallery.plan(gallery.request(target, "ebay", main=red, recolored_main=True))
    allowed = gallery.plan(gallery.request(target, "web", main=red))

    assert [file.original.id for file in forbidden.files] == [own, red]
    assert "export_main_not_taken" in codes(forbidden)
    assert [file.original.id for file in insisted.files] == [red, own]
    assert [file.original.id for file in allowed.files] == [red, own]


def test_a_car_of_recolored_images_alone_stays_behind(gallery: Gallery, target: Path) -> None:
    _, red = gallery.add(colors=COLORS[:1])
    other = gallery.add("b_2", car="Golf")

    plan = gallery.plan(gallery.request(target, "ebay", ids=(red, *other)))
    insisted = gallery.plan(gallery.request(target, "ebay", ids=(red,), recolored_main=True))

    assert [file.original.id for file in plan.files] == other
    assert [(left.original.id, left.problem.code) for left in plan.left_out] == [
        (red, "export_recolored_main")
    ]
    assert [file.is_main for file in insisted.files] == [True]
    with pytest.raises(Failure) as refused:
        gallery.export(gallery.request(target, "ebay", ids=(red,)))
    assert refused.value.problem.code == "export_recolored_main"


def test_a_hero_that_cannot_be_read_leaves_its_place_to_the_next(
    gallery: Gallery, target: Path
) -> None:
    *_, hero, side = gallery.add(angles=ANGLES[1:3][::-1])
    with closing(sqlite3.connect(gallery.profile.database)) as database:
        file = database.execute("SELECT file FROM images WHERE id = ?", (hero,)).fetchone()[0]
    Path(file).unlink()

    plan = gallery.plan(gallery.request(target, "dealer_feed"))

    assert [(file.original.id, str(file.name), file.is_main) for file in plan.files] == [
        (side, "BMW-1-M-01.jpg", True)
    ]
    assert [left.problem.code for left in plan.left_out] == ["export_unreadable"]


def test_the_verdict_decides_what_goes_out(gallery: Gallery, target: Path) -> None:
    one, two, three = gallery.add(angles=ANGLES[:3])
    gallery.approve([one, two], Verdict.APPROVED)
    gallery.approve([two], Verdict.REJECTED)

    every = gallery.plan(gallery.request(target))
    approved = gallery.plan(gallery.request(target, approved_only=True))
    chosen = gallery.plan(gallery.request(target, ids=(two,)))
    gallery.approve([one], None)

    assert {file.original.id for file in every.files} == {one, three}
    assert "export_rejected" in codes(every)
    assert [file.original.id for file in approved.files] == [one]
    assert [file.original.verdict for file in chosen.files] == [Verdict.REJECTED]
    with pytest.raises(Failure) as nothing:
        gallery.plan(gallery.request(target, approved_only=True))
    assert nothing.value.problem.code == "export_nothing"


def test_each_car_has_its_folder_its_numbers_and_its_main_image(
    gallery: Gallery, target: Path
) -> None:
    gallery.add("b_1", angles=ANGLES[:2])
    gallery.add("b_2", angles=ANGLES[2:3], car="bmw 1 m")
    gallery.add("b_3", car="")
    gallery.add("b_4", car="")

    plan = gallery.plan(gallery.request(target, "dealer_feed", stock="no car's own"))

    assert names(plan) == [
        "bmw-1-m/bmw-1-m-01.jpg",
        "bmw-1-m/bmw-1-m-02.jpg",
        "bmw-1-m/bmw-1-m-03.jpg",
        "2026-11-23/2026-11-23-01.jpg",
        "2026-11-23-2/2026-11-23-2-01.jpg",
    ]
    assert sum(file.is_main for file in plan.files) == 3
    car = gallery.plan(gallery.request(target, "dealer_feed", car=" Bmw 1 M "))
    assert names(car) == ["bmw-1-m-01.jpg", "bmw-1-m-02.jpg", "bmw-1-m-03.jpg"]


def test_of_a_cell_made_twice_the_newest_goes_out_and_nothing_from_the_bin(
    gallery: Gallery, target: Path
) -> None:
    old, binned = gallery.add(angles=ANGLES[:2])
    again = draw_car(gallery.profile.gallery / "again.png")
    with closing(sqlite3.connect(gallery.profile.database)) as database, database:
        database.execute("UPDATE images SET binned_at = made_at WHERE id = ?", (binned,))
        columns = "job_id, thumb, sha256, bytes, width, height, engine, model, cost, made_at"
        query = f"INSERT INTO images (file, {columns}) SELECT ?, {columns} FROM images WHERE id = ?"
        newest = database.execute(query, (str(again), old)).lastrowid

    assert [file.original.id for file in gallery.plan(gallery.request(target)).files] == [newest]
    both = gallery.plan(gallery.request(target, ids=(old, binned, newest or 0)))
    assert {file.original.id for file in both.files} == {old, newest}
    assert len({str(file.name) for file in both.files}) == 2


def test_no_more_images_than_a_place_takes(gallery: Gallery, target: Path) -> None:
    own = gallery.profile.config / "export_profiles.toml"
    own.write_text('[few]\nlike = "ebay"\nmost_images = 2\n')
    gallery.add(angles=ANGLES)

    plan = gallery.plan(gallery.request(target, "few"))

    assert [str(file.name) for file in plan.files] == [
        "BMW-1-M_01_front_3_4.jpg",
        "BMW-1-M_02_side_90.jpg",
    ]
    assert [left.problem.code for left in plan.left_out] == ["export_too_many"] * 2


def test_what_makes_no_sense_is_refused(gallery: Gallery, target: Path) -> None:
    gallery.add()
    wishes = {
        "export_names_bad": gallery.request(target, names="{vin}"),
        "export_language_unknown": gallery.request(target, language="de"),
        "export_nothing": gallery.request(target, batch="b_99"),
        "export_inside_gallery": gallery.request(gallery.profile.gallery / "listing"),
    }

    for code, request in wishes.items():
        with pytest.raises(Failure) as refused:
            gallery.plan(request)
        assert refused.value.problem.code == code
    with pytest.raises(Failure) as unknown:
        gallery.request(target, "craigslist")
    assert "ebay, google_vehicle_ads" in str(unknown.value)
