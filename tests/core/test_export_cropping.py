"""The crop: the car is never cut, the aspect is met where it can be, nothing grows unasked."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from carmp_desktop.core.export.car_place import place_of
from carmp_desktop.core.export.cropping import Box, CarPlace, Framing, Ground, Sides, frame
from carmp_desktop.core.export.profiles import ExportProfile, Format, Rule
from tests.core.export_samples import CAR, WIDE, draw_car

FOUR_THIRDS = ExportProfile("p", "P", Format.JPEG, aspect=4 / 3, long_side=1600)
EXACTLY = ExportProfile("p", "P", Format.JPEG, aspect=1.71, aspect_rule=Rule.MUST, long_side=1600)


@st.composite
def places(draw: st.DrawFn) -> CarPlace:
    size = draw(st.tuples(st.integers(64, 4000), st.integers(64, 4000)))
    left, right = sorted((draw(st.integers(0, size[0] - 1)), draw(st.integers(1, size[0]))))
    top, bottom = sorted((draw(st.integers(0, size[1] - 1)), draw(st.integers(1, size[1]))))
    box = Box(left, top, max(right, left + 1), max(bottom, top + 1))
    return CarPlace(size, box, plain_across=draw(st.booleans()), plain_down=draw(st.booleans()))


@given(place=places(), profile=st.sampled_from([FOUR_THIRDS, EXACTLY]))
def test_the_car_is_never_cut_and_nothing_grows(place: CarPlace, profile: ExportProfile) -> None:
    framing = frame(place, profile)

    assert framing.window.holds(place.box)
    assert Box(0, 0, *place.size).holds(framing.window)
    assert framing.enlarges == 1
    assert max(framing.size) <= 1600
    if profile.aspect_rule is Rule.MUST:
        assert not framing.missed
    if not framing.missed:
        width, height = framing.size
        assert profile.aspect is not None
        assert min(abs(height * profile.aspect - width), abs(width / profile.aspect - height)) <= 1
    if framing.ground is Ground.NOTHING:
        assert framing.added == Sides()


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (CarPlace(WIDE, Box(400, 200, 900, 600)), ((1024, 768), False, Ground.NOTHING)),
        (CarPlace(WIDE, Box(100, 200, 1240, 600)), ((1194, 768), True, Ground.NOTHING)),
        (
            CarPlace(WIDE, Box(100, 200, 1240, 600), plain_down=True),
            ((1344, 1008), False, "backdrop"),
        ),
        (CarPlace(WIDE, Box(100, 200, 1240, 600), plain_across=True), ((1194, 768), True, "")),
    ],
)
def test_a_wide_picture_becomes_four_thirds_as_far_as_its_car_allows(
    place: CarPlace, said: object
) -> None:
    framing = frame(place, FOUR_THIRDS)

    assert (framing.size, framing.missed, framing.ground) == said


def test_an_aspect_that_must_be_met_gets_bars_where_nothing_else_will_do() -> None:
    framing = frame(CarPlace((800, 800), Box(10, 10, 790, 790)), EXACTLY)

    assert (framing.ground, framing.missed, framing.size) == (Ground.BARS, False, (1368, 800))


def test_a_small_picture_grows_only_where_the_user_allows_it() -> None:
    least = ExportProfile("p", "P", Format.JPEG, least_long_side=500)
    place = CarPlace((400, 300), Box(0, 0, 400, 300))

    assert frame(place, least) == Framing(Box(0, 0, 400, 300), (400, 300))
    grown = frame(place, least, enlarge=True)
    assert (grown.size, grown.enlarges) == ((500, 375), 1.25)


def test_the_car_is_found_before_a_plain_ground(tmp_path: Path) -> None:
    for paint in ("#B3121D", "#F4F4F4", "#101114", "#C9CCD1"):
        place = place_of(draw_car(tmp_path / "car.png", paint=paint, compress_level=1), None)

        assert place.box.holds(Box(*CAR)), paint
        assert place.box.width < CAR[2] - CAR[0] + 60, paint
        assert (place.is_known, place.plain_across) == (False, True)


def test_where_nothing_can_be_told_all_counts_as_car(tmp_path: Path) -> None:
    busy = place_of(draw_car(tmp_path / "busy.png", busy=True), None)
    empty = tmp_path / "empty.png"
    Image.new("RGB", WIDE, "#DDDDDD").save(empty)

    # A bar's width of the busy ground repeats at both borders, and only there is no car.
    assert busy.box.width > 0.9 * WIDE[0]
    assert not busy.plain_down
    assert place_of(empty, None).box == Box(0, 0, *WIDE)


def test_an_outline_is_believed_and_a_broken_one_is_not(tmp_path: Path) -> None:
    picture, outline = draw_car(tmp_path / "car.png"), tmp_path / "alpha.png"
    alpha = Image.new("L", WIDE)
    alpha.paste(255, (200, 100, 1200, 700))
    alpha.save(outline)

    known = place_of(picture, outline)
    outline.write_bytes(outline.read_bytes()[:60])
    guessed = place_of(picture, outline)

    assert (known.box, known.is_known) == (Box(200, 100, 1200, 700), True)
    assert not guessed.is_known
