"""`carmp-desktop gallery check` on a gallery that somebody has been at."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.command.conftest import Run
from tests.loopback import StandIn

SIX = (
    *("--angle", "front_0", "--angle", "side_90"),
    *("--color", "red_metallic", "--color", "blue_metallic"),
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile with one batch of six images, made once."""
    folder = tmp_path_factory.mktemp("made")
    photo = folder / "car.jpg"
    Image.new("RGB", (640, 420), "gray").save(photo)
    with StandIn() as server:
        environment = {**os.environ, **server.env(), "CARMP_PROFILE": str(folder / "profile")}
        words = [sys.executable, "-m", "carmp_desktop", "batch", "--photo", str(photo), *SIX]
        subprocess.run([*words, "--car", "Golf"], env=environment, check=True, timeout=60)
    return folder / "profile"


@pytest.fixture
def golf(made: Path, profile: Path) -> Path:
    """The folder of six images in a copy of that profile, whose rows know their new place."""
    shutil.copytree(made, profile)
    with closing(sqlite3.connect(profile / "carmp.db")) as database, database:
        places = {"old": str(made), "new": str(profile)}
        database.execute(
            "UPDATE images SET file = replace(file, :old, :new),"
            " thumb = replace(thumb, :old, :new)",
            places,
        )
    return profile / "gallery" / "Golf"


def rows(profile: Path) -> list[sqlite3.Row]:
    with closing(sqlite3.connect(profile / "carmp.db")) as database:
        database.row_factory = sqlite3.Row
        return database.execute("SELECT * FROM images ORDER BY id").fetchall()


def contents(profile: Path) -> list[bytes]:
    """The bytes of every file that could be an image, wherever it is."""
    folders = (profile / "gallery", profile / "incoming")
    files = (file for folder in folders for file in folder.rglob("*") if file.is_file())
    return sorted(file.read_bytes() for file in files)


def faults(said: dict[str, Any]) -> set[tuple[str, str]]:
    return {(finding["fault"], Path(finding["file"]).name) for finding in said["findings"]}


@pytest.mark.usefixtures("golf")
def test_a_gallery_in_order_is_one_sentence(run: Run) -> None:
    ended = run("gallery", "check")

    assert (ended.code, ended.out) == (0, "The gallery is in order: 6 images.\n")


def test_an_empty_profile_is_in_order(run: Run) -> None:
    ended = run("gallery", "check", "--repair")

    assert (ended.code, ended.out) == (0, "The gallery is in order: 0 images.\n")


def disturb(golf: Path, profile: Path) -> None:
    """One of every fault."""
    gallery = golf.parent
    (golf / "Golf_front_0.png").rename(golf / "the front.png")
    (golf / "Golf_front_0_red_metallic.png").unlink()
    whole = (golf / "Golf_front_0_blue_metallic.png").read_bytes()
    (golf / "Golf_front_0_blue_metallic.png").write_bytes(whole[: len(whole) // 2])
    Image.new("RGB", (40, 30), "green").save(golf / "Golf_side_90.png")
    Image.new("RGB", (80, 60), "navy").save(golf / "holiday.jpg")
    (golf / "torn.jpg").write_bytes((golf / "holiday.jpg").read_bytes()[:300])
    (golf / "notes.txt").write_text("not the program's business")
    thumbs = {Path(row["file"]).name: Path(row["thumb"]) for row in rows(profile)}
    thumbs["Golf_side_90_red_metallic.png"].unlink()
    thumbs["Golf_side_90_blue_metallic.png"].write_bytes(b"\xff\xd8\xff")
    (gallery / "Golf" / ".Golf_side_90.part").write_bytes(b"half")
    (profile / "incoming" / "j_0000.part").write_bytes(b"another half")
    Image.new("RGB", (20, 10), "red").save(profile / "incoming" / "j_0000.png")


FOUND = {
    ("moved file", "Golf_front_0.png"),
    ("row without file", "Golf_front_0_red_metallic.png"),
    ("broken file", "Golf_front_0_blue_metallic.png"),
    ("broken file", "Golf_side_90.png"),
    ("broken file", "torn.jpg"),
    ("file without row", "holiday.jpg"),
    ("left-over file", ".Golf_side_90.part"),
    ("left-over file", "j_0000.part"),
    ("left-over file", "j_0000.png"),
}


def test_every_fault_is_found_and_nothing_is_touched(run: Run, golf: Path, profile: Path) -> None:
    disturb(golf, profile)
    before = contents(profile)

    ended = run("gallery", "check", "--json")

    assert ended.code == 1, ended.err
    said = ended.json
    thumbs = [finding for finding in said["findings"] if finding["fault"] == "thumbnail"]
    assert faults(said) - faults({"findings": thumbs}) == FOUND
    assert len(thumbs) == 2
    assert (said["images"], said["found"], said["mended"]) == (6, 11, 0)
    assert contents(profile) == before


def test_what_can_be_mended_is_mended_and_nothing_is_lost(
    run: Run, golf: Path, profile: Path
) -> None:
    disturb(golf, profile)
    before = contents(profile)

    ended = run("gallery", "check", "--repair")

    assert ended.code == 1, ended.err
    told = f"11 things out of order among 6 images in {golf.parent}; 8 mended."
    assert ended.out.splitlines()[0] == told
    gone = ended.out[ended.out.index("Images whose file is gone (1):") :]
    assert gone.splitlines()[1] == f"  {Path('Golf', 'Golf_front_0_red_metallic.png')}"
    assert contents(profile) == before
    assert list((profile / "incoming").iterdir()) == []
    files = {Path(row["file"]).relative_to(golf.parent).as_posix(): row for row in rows(profile)}
    assert files["Golf/the front.png"]["job_id"] is not None
    assert files["Golf/holiday.jpg"]["job_id"] is None
    assert files["Golf/holiday.jpg"]["engine"] == "unknown"
    assert files["Golf/holiday.jpg"]["note"] == "Found in the gallery"
    for name in ("Golf_front_0_blue_metallic.png", "Golf_side_90.png"):
        assert "damaged" in files[f"_broken/{name}"]["doubt"]
    for row in files.values():
        with Image.open(row["thumb"]) as thumb:
            thumb.load()

    again = run("gallery", "check", "--json")

    assert faults(again.json) == {
        ("row without file", "Golf_front_0_red_metallic.png"),
        ("broken file", "Golf_front_0_blue_metallic.png"),
        ("broken file", "Golf_side_90.png"),
    }
    assert (again.code, again.json["setAside"], again.json["mended"]) == (1, 2, 0)


def test_a_broken_image_is_told_of_until_it_is_in_the_bin(
    run: Run, golf: Path, profile: Path
) -> None:
    (golf / "Golf_side_90.png").write_bytes(b"torn")
    aside = Path("_broken", "Golf_side_90.png")

    first = run("gallery", "check", "--repair")
    later = [run("gallery", "check", "--repair"), run("gallery", "check")]

    assert first.code == 1
    assert first.out.splitlines()[0].endswith(
        f"1 thing out of order among 6 images in {golf.parent}; none mended."
    )
    assert f"  {Path('Golf', 'Golf_side_90.png')} → {aside}: " in first.out
    for ended in later:
        assert ended.code == 1
        assert f"  {aside}: put aside by an earlier check" in ended.out
    assert "With --repair" not in later[1].out
    assert [file.name for file in (golf.parent / "_broken").iterdir()] == ["Golf_side_90.png"]
    with closing(sqlite3.connect(profile / "carmp.db")) as database, database:
        database.execute("UPDATE images SET binned_at = made_at WHERE doubt IS NOT NULL")
    assert run("gallery", "check").code == 0


def test_a_file_that_comes_back_belongs_to_its_image_again(
    run: Run, golf: Path, profile: Path
) -> None:
    file = golf / "Golf_side_90.png"
    kept = file.read_bytes()
    file.write_bytes(kept[:1000])
    assert run("gallery", "check", "--repair").code == 1
    (golf / "from the backup.png").write_bytes(kept)

    ended = run("gallery", "check", "--repair")

    assert ended.code == 0
    assert "moved or renamed" in ended.out
    row = next(row for row in rows(profile) if row["file"].endswith("from the backup.png"))
    assert row["doubt"] is None
    assert run("gallery", "check").out == "The gallery is in order: 6 images.\n"


@pytest.mark.usefixtures("golf")
def test_a_whole_profile_may_be_moved(
    run: Run, profile: Path, tmp_path: Path, environment: dict[str, str]
) -> None:
    moved = tmp_path / "elsewhere"
    shutil.move(profile, moved)
    environment["CARMP_PROFILE"] = str(moved)

    ended = run("gallery", "check", "--repair", "--json")

    assert ended.code == 0, ended.out
    assert ended.json["mended"] == 12
    assert {Path(row["file"]).parent for row in rows(moved)} == {moved / "gallery" / "Golf"}
    assert all(Path(row["thumb"]).is_relative_to(moved) for row in rows(moved))
    assert not profile.exists()


def test_nothing_broken_is_overwritten_and_a_copy_knows_who_made_it(
    run: Run, golf: Path, profile: Path
) -> None:
    (golf.parent / "_broken").mkdir()
    (golf.parent / "_broken" / "torn.png").write_bytes(b"an older one")
    (golf / "torn.png").write_bytes(b"torn")
    shutil.copy(golf / "Golf_front_0.png", golf / "copy.png")

    assert run("gallery", "check", "--repair").code == 0

    assert (golf.parent / "_broken" / "torn.png").read_bytes() == b"an older one"
    assert (golf.parent / "_broken" / "torn_2.png").read_bytes() == b"torn"
    copy = next(row for row in rows(profile) if row["file"].endswith("copy.png"))
    assert (copy["engine"], copy["model"]) == ("replicate", "google/nano-banana")
    assert (copy["job_id"], copy["cost"]) == (None, 0)


def test_a_gallery_on_a_disk_that_is_away_is_left_alone(
    run: Run, golf: Path, profile: Path
) -> None:
    before = [tuple(row) for row in rows(profile)]
    golf.parent.rename(profile / "away")

    ended = run("gallery", "check", "--repair")

    assert ended.code == 1
    assert f"The folder {golf.parent} is not there." in ended.out
    assert [tuple(row) for row in rows(profile)] == before
    assert not golf.parent.exists()


def test_what_is_in_the_bin_is_in_order_with_its_file_and_without(
    run: Run, golf: Path, profile: Path
) -> None:
    with closing(sqlite3.connect(profile / "carmp.db")) as database, database:
        database.execute("UPDATE images SET binned_at = made_at WHERE id <= 2")
    Path(rows(profile)[0]["file"]).unlink()

    ended = run("gallery", "check", "--repair")

    assert (ended.code, ended.out) == (0, "The gallery is in order: 6 images.\n")
    assert len(list(golf.iterdir())) == 5
    assert [row["id"] for row in rows(profile) if row["binned_at"]] == [1, 2]


def test_a_gallery_that_is_a_file_is_bad_input(run: Run, profile: Path, tmp_path: Path) -> None:
    profile.mkdir()
    file = tmp_path / "gallery.txt"
    file.write_text("")
    (profile / "settings.json").write_text(json.dumps({"gallery": str(file)}))

    ended = run("gallery", "check")

    assert (ended.code, ended.out) == (2, "")
    assert f"{file} is not a folder." in ended.err


def test_gallery_wants_to_know_what(run: Run) -> None:
    ended = run("gallery")

    assert ended.code == 2
    assert "ACTION" in ended.err
