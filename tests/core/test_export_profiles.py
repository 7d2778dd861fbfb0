"""Export profiles: the shipped ones hold what is known, the user's file changes and adds."""

from __future__ import annotations

from pathlib import Path

import pytest

from carmp_desktop.core import remarks
from carmp_desktop.core.export.profiles import (
    OWN_FILE,
    ExportProfile,
    Forbidden,
    Format,
    Rule,
    own_profiles,
    read_profiles,
)
from carmp_desktop.core.paths import resources
from carmp_desktop.core.problems import Failure

SHIPPED = resources() / OWN_FILE


def read(own: Path, text: str | None = None) -> dict[str, ExportProfile]:
    if text is not None:
        own.write_text(text, encoding="utf-8")
    return read_profiles(SHIPPED, own)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / OWN_FILE


def test_the_shipped_profiles_hold_what_is_known_of_the_markets(own: Path) -> None:
    known = read(own)

    assert list(known) == [
        "ebay",
        "google_vehicle_ads",
        "dealer_feed",
        "web",
        "full_size",
        "transparent",
    ]
    ebay, google, feed = known["ebay"], known["google_vehicle_ads"], known["dealer_feed"]
    assert (ebay.least_long_side, ebay.advised_long_side, ebay.most_images) == (500, 1000, 24)
    assert (google.most_bytes, google.hero[0]) == (16_000_000, 45.0)
    assert feed.names == "{stock}-{n:02}"
    for strict in (ebay, google, feed):
        assert strict.forbids == set(Forbidden)
        assert strict.least_quality >= 90
        assert strict.unknown
    assert (known["web"].aspect, known["web"].aspect_rule) == (1.71, Rule.MUST)
    assert known["transparent"].transparent


def test_the_window_can_translate_what_the_shipped_profiles_say(own: Path) -> None:
    translated = list(vars(remarks).values())
    for profile in read(own).values():
        assert profile.title in translated
        assert profile.about in translated


def test_the_users_file_changes_single_lines_and_adds_profiles(own: Path) -> None:
    known = read(
        own,
        '[ebay]\nlong_side = 2048\n\n[my_site]\nlike = "web"\ntitle = "My site"\nquality = 60\n',
    )

    assert (known["ebay"].long_side, known["ebay"].most_images) == (2048, 24)
    mine = known["my_site"]
    assert (mine.title, mine.format, mine.aspect) == ("My site", Format.WEBP, 1.71)
    assert (mine.quality, mine.least_quality) == (60, 60)
    assert list(known)[-1] == "my_site"


def test_the_users_file_begins_as_an_example_that_changes_nothing(tmp_path: Path) -> None:
    before = read_profiles(SHIPPED, tmp_path / "nowhere")
    file = own_profiles(tmp_path)

    assert read(file) == before
    head, _, example = file.read_text(encoding="utf-8").partition("#\n")
    mine = read(file, example.replace("# ", ""))["my_site"]
    assert head.startswith("# Your own export profiles")
    assert (mine.title, mine.long_side, mine.aspect) == ("My site", 2048, 1.71)
    assert own_profiles(tmp_path) == file
    assert read(file)["my_site"] == mine


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[ebay", "cannot be used"),
        ('title = "x"', "“title” stands outside a [profile]"),
        ('["a/b"]', "may hold letters"),
        ('[x]\nlike = "y"', "there is no profile “y”"),
        ("[ebay]\nwatermark = true", "nobody knows what “watermark” means"),
        ('[ebay]\nformat = "gif"', "“format” cannot be 'gif': it is one of jpeg, png, webp"),
        ("[ebay]\nquality = 101", "it is a number from 1 to 100"),
        ("[ebay]\nquality = true", "“quality” cannot be True"),
        ('[ebay]\naspect = "wide"', "two numbers such as 4:3"),
        ('[ebay]\naspect = "4:0"', "two numbers such as 4:3"),
        ('[ebay]\nnames = "{vin}"', "there is no {vin}; the tokens are {car}"),
        ('[ebay]\nforbids = ["fun"]', "“forbids” cannot be"),
        ('[ebay]\nbackground = "white"', "a color such as #FFFFFF"),
        ("[ebay]\nhero = [400]", "a number from 0 to 360"),
        ("[ebay]\nmost_megabytes = 0", "a number from 0.01 to 1000"),
        ("[ebay]\ntransparent = true", "a JPEG cannot be transparent"),
    ],
)
def test_a_line_that_makes_no_sense_is_refused_by_name(own: Path, text: str, said: str) -> None:
    with pytest.raises(Failure) as refused:
        read(own, text)

    assert said in str(refused.value)
    assert str(own) in str(refused.value)
