"""Reading a preset's text as a paint."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carmp_desktop.core.engines.studio.paints import Finish, read_paint


@given(st.text())
def test_no_text_at_all_is_too_strange(text: str) -> None:
    target = read_paint(text)
    if target is not None:
        assert 0 < target.lightness < 1
        assert 0 <= target.chroma < 0.4
        assert 0 <= target.hue <= 360


@given(st.integers(0, 0xFFFFFF), st.sampled_from(["", "Red ", "matte "]))
def test_every_hex_code_is_a_paint(code: int, before: str) -> None:
    assert read_paint(f"{before}#{code:06x}") is not None


@pytest.mark.parametrize(
    ("value", "finish"),
    [
        ("Red #C00000 (metallic)", Finish.METALLIC),
        ("white #ffffff pearlescent", Finish.PEARL),
        ("Grey #777777 (Matte)", Finish.MATTE),
        ("satin black", Finish.SATIN),
        ("Blue #00F", Finish.SOLID),
    ],
)
def test_the_finish_is_read_from_the_words(value: str, finish: Finish) -> None:
    target = read_paint(value)
    assert target is not None
    assert target.finish is finish


def test_a_hex_code_counts_more_than_a_name() -> None:
    assert read_paint("Blue #C00000") == read_paint("#C00000")


def test_the_longer_name_counts_more() -> None:
    assert read_paint("dark blue") == read_paint("#17274E")
    assert read_paint("British Racing Green") == read_paint("#123B2A")


def test_extremes_stay_within_what_paint_can_be() -> None:
    white, black = read_paint("#FFFFFF"), read_paint("#000000")
    assert white is not None
    assert black is not None
    assert white.lightness == 0.93
    assert black.lightness == 0.16


def test_words_that_are_no_color_are_no_paint() -> None:
    assert read_paint("the color of money") is None
    assert read_paint("#12") is None
