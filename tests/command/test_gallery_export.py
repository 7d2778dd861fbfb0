"""`carmp-desktop gallery export`: a batch as listings, judged by tools that others wrote."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from carmp_desktop.core.paths import resources
from tests.command.conftest import Run
from tests.core.judges import exiftool, identify, unzip
from tests.loopback.pictures import SIZE

ANGLES = ("front_0", "front_3_4", "side_90", "rear_3_4")
COLORS = ("red_metallic", "blue_metallic", "black")
MATRIX = [word for key in ANGLES for word in ("--angle", key)]
MATRIX += [word for key in COLORS for word in ("--color", key)]
SOURCE = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"


def listing(folder: Path) -> list[str]:
    return sorted(str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file())


def judge(folder: Path, images: Iterable[dict[str, Any]], kind: str) -> None:
    """Hold every file against what the summary says of it, by exiftool and ImageMagick."""
    facts = {folder / image["file"]: image for image in images}
    tags, pixels = exiftool(facts), identify(facts)
    assert tags.keys() == pixels.keys() == facts.keys()
    for file, image in facts.items():
        seen = pixels[file]
        assert (seen.format, seen.width, seen.height) == (kind, image["width"], image["height"])
        assert file.stat().st_size == image["bytes"]
        assert tags[file]["XMP-iptcExt:DigitalSourceType"] == SOURCE == image["digitalSourceType"]
        assert tags[file]["XMP-carmp:Batch"] == image["batch"]
        assert not [name for name in tags[file] if "GPS" in name]
        with Image.open(file) as opened:
            opened.load()


def test_a_batch_of_four_angles_and_three_colors_goes_out_in_every_profile(
    batch: Run, run: Run, tmp_path: Path
) -> None:
    made = batch(*MATRIX, "--car", "BMW 1 M", "--json").json
    profiles = run("gallery", "profiles", "--json").json
    before = {image["path"]: Path(image["path"]).read_bytes() for image in made["images"]}
    kinds = {}

    for key in profiles:
        target = tmp_path / f"{key}.zip" if key == "dealer_feed" else tmp_path / key
        words = ("--batch", made["batchId"], "--to", target, "--profile-name", key)
        ended = run("gallery", "export", *words, "--json")
        assert ended.code == 0, ended.err
        said = ended.json
        folder = target
        if key == "dealer_feed":
            folder = tmp_path / "unpacked"
            unzip(target, folder)
        suffix = Path(said["images"][0]["file"]).suffix
        kinds[key] = {".jpg": "JPEG", ".png": "PNG", ".webp": "WEBP"}[suffix]
        judge(folder, said["images"], kinds[key])
        assert len(said["images"]) == 16
        assert listing(folder) == sorted(
            [*(image["file"] for image in said["images"]), *said["extras"]]
        )
        kept = json.loads((folder / "summary.json").read_text(encoding="utf-8"))
        assert kept["images"] == said["images"]
        assert kept["images"][0]["angleKey"] == "front_3_4"
        assert kept["images"][0]["colorKey"] is None
        assert kept["images"][0]["photos"] == ["one.jpg", "two.jpg"]
        assert str(tmp_path) not in json.dumps(kept)

    assert kinds["web"] == "WEBP"
    assert listing(tmp_path / "unpacked")[:16] == [f"BMW-1-M-{n:02}.jpg" for n in range(1, 17)]
    assert all(Path(path).read_bytes() == body for path, body in before.items())
    assert run("gallery", "check").out.startswith("The gallery is in order")


def test_words_for_a_reader_and_a_dry_run_that_writes_nothing(
    batch: Run, run: Run, tmp_path: Path
) -> None:
    batch("--angle", "front_0", "--color", "red_metallic", "--car", "Golf")
    words = ("gallery", "export", "--car", "golf", "--to", tmp_path / "out")

    dry = run(*words, "--dry-run", "--profile-name", "dealer_feed", "--stock", "A 17")
    plan = run(*words, "--dry-run", "--json").json
    assert not (tmp_path / "out").exists()
    done = run(*words, "--names", "{date}_{n}", "--disclosure", "none")
    again = run(*words, "--names", "{date}_{n}", "--disclosure", "none")

    assert dry.code == done.code == again.code == 0
    assert dry.out.splitlines()[0] == f"2 images would be exported to {tmp_path / 'out'}:"
    assert "  A-17-01.jpg  " in dry.out
    assert "Images whose camera angle was made by AI: 2." in dry.out
    assert "Images in another color than the car's own: 1." in dry.out
    width, height = SIZE
    assert (plan["files"][0]["width"], plan["files"][0]["height"]) == (width, height)
    assert f"2 images exported to {tmp_path / 'out'} (" in done.out
    assert f"{tmp_path / 'out' / 'export_2'}" in again.out
    assert "disclosure.txt" not in listing(tmp_path / "out")


def test_doubts_are_told_each_kind_once_with_the_files_the_worst_first(
    run: Run, environment: dict[str, str], tmp_path: Path
) -> None:
    environment["CARMP_ANGLE_PRESETS_URL"] = "http://127.0.0.1:9/none"
    angles = ("--angle", "front_3_4", "--angle", "rear_3_4")
    rear = resources() / "samples" / "sample_rear_3_4.jpg"
    made = run("batch", *angles, "--engine", "studio", "--photo", rear, "--car", "Golf")
    assert made.code == 0, made.err

    ended = run("gallery", "export", "--all", "--to", tmp_path / "out")

    assert ended.code == 0, ended.err
    worst, untagged = (line for line in ended.out.splitlines() if "has doubts" in line)
    assert "so photo 1 stands in." in worst
    assert worst.endswith("(1 image: Golf_rear_3_4.png)")
    assert "Photo 1 has no tag" in untagged
    assert untagged.endswith("(1 image: Golf_front_3_4.png)")


def test_only_what_was_approved(batch: Run, run: Run, profile: Path, tmp_path: Path) -> None:
    batch("--angle", "front_0", "--color", "red_metallic")
    words = ("gallery", "export", "--all", "--approved", "--to", tmp_path / "out")
    nothing = run(*words)
    with closing(sqlite3.connect(profile / "carmp.db")) as database, database:
        database.execute(
            "UPDATE images SET approval = 'approved' WHERE id = (SELECT MAX(id) FROM images)"
        )

    strict = run(*words, "--profile-name", "ebay")
    insisted = run(*words, "--profile-name", "ebay", "--recolored-main", "--json")

    assert (nothing.code, nothing.out) == (2, "")
    assert nothing.err.startswith("carmp-desktop: Nothing to export: ")
    assert strict.code == 2
    assert "No main image: Every image shows the car in another color" in strict.err
    assert [image["colorKey"] for image in insisted.json["images"]] == ["red_metallic"]


def test_a_disk_without_room_gets_nothing(
    batch: Run, environment: dict[str, str], tmp_path: Path
) -> None:
    made = batch("--angle", "front_0", "--car", "Golf", "--json").json
    Image.effect_noise(SIZE, 90).convert("RGB").save(made["images"][0]["path"], compress_level=1)
    words = ["gallery", "export", "--all", "--to", str(tmp_path / "out" / "here")]
    room = 200_000

    ended = subprocess.run(
        [sys.executable, "-c", _IN_A_CORNER, str(room), *words],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert (ended.returncode, ended.stdout) == (2, ""), ended.stderr
    assert ended.stderr.startswith("carmp-desktop: Export not written: Nothing was exported to ")
    assert not (tmp_path / "out").exists()


_IN_A_CORNER = """
import resource, sys
from carmp_desktop.__main__ import main
_, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), hard))
sys.argv[1:] = sys.argv[2:]
sys.exit(main())
"""
"""The program, where no file may have more bytes than this."""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--all",), "the following arguments are required: --to"),
        (("--to", "x"), "one of the arguments --batch --car --all is required"),
        (("--all", "--to", "x", "--profile-name", "craigslist"), "no export profile “craigslist”"),
        (("--all", "--to", "x", "--names", "{vin}"), "there is no {vin}; the tokens are {car}"),
        (("--all", "--to", "x", "--language", "de"), "invalid choice: 'de'"),
        (("--batch", "b_1", "--to", "x"), "There is no such image"),
    ],
)
def test_bad_input_is_said(run: Run, words: tuple[str, ...], said: str) -> None:
    ended = run("gallery", "export", *words)

    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err


def test_a_part_of_a_cars_name_is_answered_with_the_name(
    batch: Run, run: Run, tmp_path: Path
) -> None:
    assert batch("--angle", "front_0", "--car", "BMW 535i").code == 0

    ended = run("gallery", "export", "--car", "bmw", "--to", tmp_path / "listing")

    assert ended.code == 2
    assert "Did you mean “BMW 535i”?" in ended.err
    assert not (tmp_path / "listing").exists()
