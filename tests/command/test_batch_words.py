"""What may be said to `carmp-desktop batch`: tags, colors of one's own, and words in any order."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from carmp_desktop.core.paths import resources
from carmp_desktop.core.prompts import custom_color
from tests.command.conftest import Run
from tests.loopback import StandIn

SAMPLES = resources() / "samples"
FRONT, REAR = SAMPLES / "sample_front_3_4.jpg", SAMPLES / "sample_rear_3_4.jpg"
BOTH = ("--angle", "front_3_4", "--angle", "rear_3_4", "--engine", "studio")


def made_from(profile: Path) -> dict[str, str]:
    """Which photo each angle's image was made from, by what its row says."""
    query = "SELECT angle_key, note FROM images JOIN jobs ON jobs.id = job_id"
    with closing(sqlite3.connect(profile / "carmp.db")) as database:
        rows = database.execute(query).fetchall()
    return {key: note[note.index("(") + 1 : note.index(")")] for key, note in rows}


def test_a_tagged_photo_stands_for_its_angle_and_raises_no_doubt(
    run: Run, profile: Path, environment: dict[str, str]
) -> None:
    environment["CARMP_ANGLE_PRESETS_URL"] = "http://127.0.0.1:9/none"

    tagged = run("batch", *BOTH, "--photo", f"rear_3_4={REAR}", "--photo", f"front_3_4={FRONT}")

    assert tagged.code == 0, tagged.err
    assert "has no tag" not in tagged.out
    assert made_from(profile) == {"front_3_4": FRONT.name, "rear_3_4": REAR.name}

    untagged = run("batch", *BOTH, "--photo", FRONT, "--photo", REAR)

    assert untagged.code == 0, untagged.err
    assert "front_3_4: please check. Photo 1 has no tag" in untagged.out


def test_doubts_are_told_beside_the_object_of_json_too(
    run: Run, environment: dict[str, str]
) -> None:
    environment["CARMP_ANGLE_PRESETS_URL"] = "http://127.0.0.1:9/none"

    ended = run("batch", *BOTH[2:], "--photo", FRONT, "--json")

    assert ended.code == 0, ended.err
    assert "doubt" not in ended.json["images"][0]
    doubt = "carmp-desktop: rear_3_4: please check. Photo 1 has no tag"
    assert doubt in ended.err

    again = run("retry", "--json")

    assert (again.code, again.json) == (0, ended.json), again.err
    assert doubt in again.err


def test_a_tag_is_kept_with_the_batch_and_holds_for_a_folder(
    run: Run, profile: Path, photos: list[Path]
) -> None:
    ended = run("batch", "--photo", f"side_90={photos[0].parent}", "--angle", "side_90")

    assert ended.code == 0, ended.err
    with closing(sqlite3.connect(profile / "carmp.db")) as database:
        (request,) = database.execute("SELECT request FROM batches").fetchone()
    tags = [photo["angle_key"] for photo in json.loads(request)["photos"]]
    assert tags == ["side_90"] * len(tags)
    assert len(tags) >= len(photos)


def test_a_tag_holds_although_a_folder_brings_its_photo_once_more(
    run: Run, profile: Path, photos: list[Path]
) -> None:
    one = photos[0]
    ended = run("batch", one.parent, "--photo", f"side_90={one}", "--angle", "side_90")

    assert ended.code == 0, ended.err
    with closing(sqlite3.connect(profile / "carmp.db")) as database:
        (request,) = database.execute("SELECT request FROM batches").fetchone()
    tags = {photo["path"]: photo["angle_key"] for photo in json.loads(request)["photos"]}
    assert tags.pop(str(one)) == "side_90"
    assert set(tags.values()) <= {None}


def test_a_file_of_just_that_name_is_that_file(
    run: Run, photos: list[Path], tmp_path: Path, server: StandIn
) -> None:
    odd = photos[0].rename(tmp_path / "side_90=one.jpg")

    ended = run("batch", odd, "--photo", photos[1], "--angle", "side_90")

    assert ended.code == 0, ended.err
    assert len(server.created[0].inputs["image_input"]) == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--photo", "sied_90={0}", "--angle", "side_90"], "Did you mean side_90? Known are: "),
        (["--photo", "sied_90=no.jpg", "--angle", "side_90"], "no.jpg not used: There is no such"),
        (["{0}", "--angle", "Side 90"], "Did you mean side_90? Known are: "),
        (["{0}", "--angle", "side_90", "front_0"], "Put --angle before each key: --angle front_0."),
        (["{0}", "--angle", "side_90", "--color", "red"], "Did you mean red_metallic? Known are: "),
        (
            ["{0}", "--angle", "side_90", "--color", "black", "yellow"],
            "Put --color before each key",
        ),
        (["{0}", "--color", "black"], "Give at least one as --angle KEY: front_0, "),
        (["{0}", "--angle", "side_90", "--color", "Mint=#12"], "“Mint=#12” is no name and hex"),
        (["{0}", "--angle", "side_90", "--color", "Mint=green"], "--color “Nardo gray=#686A6C”."),
        (["--angle", "side_90"], "Give at least one: --photo FILE."),
        (["{0}", "--colour", "black"], "Did you mean --color? See “carmp-desktop batch --help”."),
    ],
)
def test_a_slip_costs_nothing_and_is_told_with_what_was_meant(
    run: Run, server: StandIn, photos: list[Path], words: list[str], said: str
) -> None:
    ended = run("batch", *(word.format(photos[0]) for word in words))

    assert said in ended.err
    assert (ended.code, ended.out) == (2, "")
    assert server.accepted == server.count("upload") == 0


def test_a_color_of_one_s_own_is_asked_for_as_the_window_does(batch: Run, server: StandIn) -> None:
    ended = batch("--angle", "front_0", "--color", "Nardo gray=#686A6C", "--json")

    assert ended.code == 0, ended.err
    assert server.prompts[-1].startswith("Repaint the body in Nardo gray #686A6C, nothing else.")
    key = custom_color("Nardo gray #686A6C").key
    assert ended.json["images"][1]["colorKey"] == key
    assert "carmp-desktop: 2 of 2: front_0, Nardo gray #686A6C\n" in ended.err


def test_a_hex_alone_is_a_color_too_and_twice_the_same_is_one(batch: Run) -> None:
    twice = ("--color", "#aa1122", "--color", "=#aa1122")

    ended = batch("--angle", "front_0", *twice, "--json")

    assert ended.code == 0, ended.err
    assert ended.json["total"] == 2


@pytest.mark.parametrize("place", range(3))
def test_the_command_may_stand_anywhere(run: Run, photos: list[Path], place: int) -> None:
    words = [("--photo", photos[0]), ("--angle", "front_0", "--json"), (photos[1],)]
    words.insert(place, ("batch",))

    ended = run(*(word for group in words for word in group))

    assert ended.code == 0, ended.err
    assert ended.json["completed"] == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["check"], "did you mean the command gallery check?"),
        (["presets", "--json"], "carmp-desktop presets: unrecognized arguments: --json."),
        (["gallery", "check", "extra"], "carmp-desktop gallery: unrecognized arguments: extra."),
    ],
)
def test_a_slip_is_one_line(run: Run, words: list[str], said: str) -> None:
    ended = run(*words)

    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err
    assert len(ended.err.splitlines()) == 1


@pytest.mark.parametrize("words", [["help", "gallery", "check"], ["gallery", "check", "--help"]])
def test_help_is_given_either_way(run: Run, words: list[str]) -> None:
    ended = run(*words)

    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("usage: carmp-desktop gallery check ")
