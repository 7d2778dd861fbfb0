"""What was chosen last survives on disk, and whatever else lies there harms nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from carmp_desktop.core.last_choices import ChoicesFile, LastChoices, choices_in, first_choices
from carmp_desktop.core.model import Angle, BatchRequest, Color
from carmp_desktop.core.presets import Presets
from carmp_desktop.core.prompts import custom_color

CHOICES = LastChoices(
    angles=("front_0", "../x"), colors=("red",), own_colors=("Grün #0F0",), auto_colorize=False
)


def angles(*keys: str) -> tuple[Angle, ...]:
    return tuple(Angle(key, key, key) for key in keys)


def colors(*keys: str) -> tuple[Color, ...]:
    return tuple(Color(key, key, key) for key in keys)


def test_what_was_saved_is_loaded_and_nothing_else_stays(tmp_path: Path) -> None:
    file = ChoicesFile(tmp_path / "new folder")
    assert file.load() is None
    file.save(LastChoices(angles=("side_90",)))
    file.save(CHOICES)
    assert file.load() == CHOICES
    assert [left.name for left in (tmp_path / "new folder").iterdir()] == ["choices.json"]


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '"front_0"', "[" * 100_000, "\x00\xff"], ids=range(7)
)
def test_what_cannot_be_understood_is_as_if_not_there(tmp_path: Path, text: str) -> None:
    (tmp_path / "choices.json").write_bytes(text.encode("latin-1"))
    assert ChoicesFile(tmp_path).load() is None


def test_of_a_file_that_is_half_right_the_right_half_counts(tmp_path: Path) -> None:
    text = '{"angles": ["a", 3, null, "b"], "colors": "red", "auto_colorize": 0, "other": 1}'
    (tmp_path / "choices.json").write_text(text, encoding="utf-8")
    assert ChoicesFile(tmp_path).load() == LastChoices(angles=("a", "b"))


def test_a_request_is_remembered_without_car_photos_and_instructions() -> None:
    request = BatchRequest(
        photos=(),
        angles=angles("front_0"),
        colors=(*colors("red"), custom_color("Nardo grey")),
        auto_colorize=False,
        car="BMW 1 M",
        instructions="Grey floor",
    )
    assert choices_in(request) == LastChoices(("front_0",), ("red",), ("Nardo grey",), False)


def test_the_first_time_the_telling_ones_are_chosen_and_others_make_up_for_missing_ones() -> None:
    telling = Presets(
        angles=angles("front_0", "rear_3_4", "side_90", "front_3_4"),
        colors=colors("yellow", "blue_metallic", "black", "red_metallic", "white_pearl"),
    )
    chosen = first_choices(telling)
    assert set(chosen.angles) == {"front_3_4", "side_90", "rear_3_4"}
    assert set(chosen.colors) == {"white_pearl", "black", "red_metallic", "blue_metallic"}
    others = Presets(angles=angles("a", "side_90", "c", "d"), colors=colors("x"))
    assert set(first_choices(others).angles) == {"side_90", "a", "c"}
    assert first_choices(others).colors == ("x",)
    assert first_choices(Presets()) == LastChoices()
