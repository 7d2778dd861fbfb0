"""Names of exported files: what the template says, on every file system, none twice."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from carmp_desktop.core.export.naming import (
    NameParts,
    check_template,
    file_name,
    folded,
    preview,
)
from carmp_desktop.core.problems import Failure

DAY = date(2026, 11, 25)
HERO = NameParts(car="BMW 1 M", angle="front_3_4", color="", n=1, day=DAY, stock="A-17")
RED = NameParts(car="BMW 1 M", angle="front_3_4", color="red_metallic", n=12, day=DAY)
DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
TEMPLATES = ("{car}_{angle}_{color}", "{stock}-{n:02}", "{date} {car}. {n}", "{color}", "é{n:3}")


@pytest.mark.parametrize(
    ("template", "hero", "red"),
    [
        ("{car}_{angle}_{color}", "BMW-1-M_front_3_4", "BMW-1-M_front_3_4_red_metallic"),
        ("{stock}-{n:02}", "A-17-01", "BMW-1-M-12"),
        ("{n:04} {date}", "0001 2026-11-25", "0012 2026-11-25"),
        ("{color}{angle}/../{n}", "front_3_4-1", "red_metallicfront_3_4-12"),
    ],
)
def test_a_template_says_what_a_name_will_be(template: str, hero: str, red: str) -> None:
    assert (file_name(template, HERO), file_name(template, RED)) == (hero, red)


@pytest.mark.parametrize(
    "template",
    ["", "car", "{", "{car", "{vin}", "{car.upper}", "{car!r}", "{car:>9}", "{n:f}", "{n:{car}}"],
)
def test_a_template_that_makes_no_sense_is_refused_in_words(template: str) -> None:
    with pytest.raises(Failure) as refused:
        file_name(template, HERO)

    assert refused.value.problem.code == "export_names_bad"
    assert "{car}, {stock}" in str(refused.value)


def test_a_preview_never_gives_a_name_twice() -> None:
    parts = [HERO, RED, HERO, NameParts("bmw 1 m", "FRONT_3_4", "", 4, DAY)]

    assert preview("{car}_{angle}", parts, ".jpg") == (
        "BMW-1-M_front_3_4.jpg",
        "BMW-1-M_front_3_4_2.jpg",
        "BMW-1-M_front_3_4_3.jpg",
        "bmw-1-m_FRONT_3_4_4.jpg",
    )


@given(
    template=st.sampled_from(TEMPLATES),
    car=st.text(max_size=80),
    angle=st.text(max_size=40),
    color=st.text(max_size=40),
    n=st.integers(min_value=1, max_value=10**6),
)
@example(template="{car}", car="CON", angle="", color="", n=1)
@example(template="{car}_{angle}_{color}", car="ß" * 60, angle="字" * 40, color="🚗" * 40, n=1)
@example(template="{color}", car="", angle="", color="", n=1)
def test_any_name_is_safe_on_every_file_system(
    template: str, car: str, angle: str, color: str, n: int
) -> None:
    name = file_name(template, NameParts(car, angle, color, n, DAY))

    assert 0 < len(name.encode()) <= 180
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f]', name)
    assert name == name.strip(". ")
    assert not DEVICES.fullmatch(name)


@given(cars=st.lists(st.sampled_from(["A", "a", "Å", "Å", "ﬁ", "fi", "B"]), max_size=8))
def test_no_two_names_are_one_to_the_least_careful_disk(cars: list[str]) -> None:
    names = preview("{car}", [NameParts(car, "", "", 1, DAY) for car in cars], ".png")

    assert len({folded(name) for name in names}) == len(cars)


def test_a_template_that_is_good_comes_back_as_it_is() -> None:
    assert check_template("{stock}-{n:02}") == "{stock}-{n:02}"
