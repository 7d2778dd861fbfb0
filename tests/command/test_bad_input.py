"""Bad input and bad settings: each ends with one clear sentence, exit code 2 or 1, nothing lost."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.command.conftest import Run
from tests.loopback import Fault, StandIn
from tests.loopback.faults import NO_CREDIT, SENSITIVE

ONE = ("--angle", "front_0")


def test_no_sheet_reachable_falls_back_to_the_built_in_presets(
    run: Run, environment: dict[str, str]
) -> None:
    for name in ("GLOBAL_PROMPTS", "ANGLE_PRESETS", "COLOR_PRESETS"):
        environment[f"CARMP_{name}_URL"] = "http://127.0.0.1:9/none"

    ended = run("presets")

    assert ended.code == 0
    assert ended.out.count("built-in presets (The address cannot be reached.)") == 3
    assert "Angles (8)" in ended.out
    assert "Colors (12)" in ended.out


def test_html_instead_of_csv_keeps_the_last_good_copy(run: Run, server: StandIn) -> None:
    run("presets")
    server.sheets.html = True

    ended = run("presets")

    assert ended.out.count("last good copy") == 3
    assert "is the sheet still published?" in ended.out
    assert "front_0" in ended.out


def test_a_missing_column_is_named_and_the_built_in_copy_used(run: Run, server: StandIn) -> None:
    server.sheets.texts["colors"] = "color_key,color_label\nred,Red\n"

    ended = run("presets")

    assert "color presets: built-in presets" in ended.out
    assert "column prompt_value: this column is missing" in ended.out


@pytest.mark.parametrize("missing", ["angle_generation", "colorization"])
def test_a_missing_global_prompt_starts_nothing(batch: Run, server: StandIn, missing: str) -> None:
    text = server.sheets.texts["prompts"]
    kept = [line for line in text.splitlines() if not line.startswith(missing)]
    server.sheets.texts["prompts"] = "\n".join(kept)

    ended = batch(*ONE)

    assert ended.code == 2
    assert "Missing global prompts from CSV" in ended.err
    assert missing in ended.err
    assert server.accepted == server.count("upload") == 0


def test_duplicate_keys_are_named_and_the_first_counts(run: Run, server: StandIn) -> None:
    server.sheets.texts["colors"] += "black,Night,Night #000011 (matte),TRUE\n"

    ended = run("presets")

    assert "row 7, column color_key: the key black is there twice; the first counts" in ended.out
    assert "Night" not in ended.out


def test_a_key_never_leads_out_of_the_gallery(batch: Run, server: StandIn, profile: Path) -> None:
    server.sheets.texts["angles"] += "../../x,Odd (10°),from nowhere,9,TRUE\n"

    ended = batch("--angle", "../../x", "--car", "../../Golf", "--json")

    assert ended.code == 0, ended.err
    image = Path(ended.json["images"][0]["path"])
    assert image.resolve().is_relative_to((profile / "gallery").resolve())
    assert ended.json["images"][0]["angleKey"] == "../../x"


def test_an_unknown_angle_is_named_with_those_that_are_known(batch: Run, server: StandIn) -> None:
    ended = batch("--angle", "front_99")

    assert ended.code == 2
    assert "The angle presets have no key front_99. Did you mean front_0 or front_" in ended.err
    assert "Known are: front_0, front_3_4, side_90, " in ended.err
    assert server.accepted == 0


def test_no_photo_and_no_angle_are_said_in_a_sentence(run: Run, photos: list[Path]) -> None:
    assert "There is no photo to work from." in run("batch", *ONE).err
    assert "No camera angle is chosen." in run("batch", "--photo", photos[0]).err


def test_a_file_that_is_no_image_is_refused_before_anything_starts(
    run: Run, server: StandIn, tmp_path: Path
) -> None:
    file = tmp_path / "letter.jpg"
    file.write_text("Dear sir")

    ended = run("batch", "--photo", file, *ONE)

    assert ended.code == 2
    assert "letter.jpg not used: It is no image of a kind known here" in ended.err
    assert server.count("upload") == 0


def test_a_gallery_that_cannot_be_written_stops_before_anything_is_paid(
    batch: Run, server: StandIn, profile: Path
) -> None:
    profile.mkdir()
    (profile / "gallery").write_text("a file where the folder should be")

    ended = batch(*ONE)

    assert ended.code == 2
    assert "Gallery not writable" in ended.err
    assert server.accepted == server.count("upload") == 0


def test_no_token_says_where_to_enter_it(
    batch: Run, environment: dict[str, str], server: StandIn
) -> None:
    del environment["REPLICATE_API_TOKEN"]

    ended = batch(*ONE, "--engine", "replicate")

    assert ended.code == 2
    assert "set REPLICATE_API_TOKEN" in ended.err
    assert server.count("upload") == 0


def test_a_wrong_token_is_said_on_every_angle_and_kept_out_of_everything(
    batch: Run, environment: dict[str, str], profile: Path
) -> None:
    environment["REPLICATE_API_TOKEN"] = "r8_wrong_canary_token"
    environment["DEBUG_MP"] = "1"

    ended = batch(*ONE, "--json")

    assert ended.code == 1
    assert ended.json["images"][0]["error"].startswith("Token not accepted")
    written = [file.read_bytes() for file in profile.rglob("*") if file.is_file()]
    assert written
    assert not any(b"r8_wrong_canary_token" in body for body in written)
    assert "r8_wrong_canary_token" not in ended.out + ended.err


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (Fault("create", "status", status=402, body=NO_CREDIT), "No credit left"),
        (Fault("create", "status", status=404, body={"detail": "none"}), "may have been withdrawn"),
        (
            Fault("create", "status", status=422, body={"detail": "Invalid version or gone"}),
            "google/nano-banana-2",
        ),
        (
            Fault("create", "status", status=422, body={"detail": "- input: prompt is required"}),
            "prompt is required",
        ),
        (Fault("create", "outcome", outcome="failed", error=SENSITIVE), "flagged this image"),
        (Fault("create", "outcome", output=[]), "No image returned"),
        (Fault("create", "outcome", outcome="aborted"), "it was not charged"),
    ],
    ids=["no credit", "404", "version", "input", "sensitive", "empty output", "aborted"],
)
def test_a_refusal_of_the_service_is_said_in_its_cell(
    batch: Run, server: StandIn, fault: Fault, said: str
) -> None:
    server.break_(fault)

    ended = batch(*ONE, "--color", "black", "--json")

    assert ended.code == 1
    angle, color = ended.json["images"]
    assert said in angle["error"]
    assert color["error"] == "angle failed"
    assert server.count("create") == 1


def test_broken_settings_are_not_overwritten(batch: Run, profile: Path) -> None:
    profile.mkdir()
    settings = profile / "settings.json"
    settings.write_text('{"model": ')

    ended = batch(*ONE)

    assert ended.code == 2
    assert "Settings not readable" in ended.err
    assert settings.read_text() == '{"model": '


def test_an_unwritable_events_file_is_named(batch: Run, server: StandIn, tmp_path: Path) -> None:
    ended = batch(*ONE, "--events", tmp_path / "no" / "folder" / "events.jsonl")

    assert ended.code == 2
    assert "events.jsonl cannot be written" in ended.err
    assert server.accepted == 0


def test_another_model_is_asked_for_what_the_settings_say(
    batch: Run, profile: Path, server: StandIn
) -> None:
    profile.mkdir()
    (profile / "settings.json").write_text(json.dumps({"model": "google/nano-banana-2"}))

    assert batch(*ONE).code == 0
    assert server.created[0].model == "google/nano-banana-2"


def test_a_name_that_is_no_text_is_taken_all_the_same(batch: Run) -> None:
    ended = batch("--angle", "front_0", "--car", os.fsdecode(b"caf\xe9"), "--json")
    assert ended.code == 0, ended.err
    assert Path(ended.json["images"][0]["path"]).exists()


@pytest.mark.parametrize("word", ["", " "])
def test_an_empty_word_is_refused_in_one_line(run: Run, word: str) -> None:
    ended = run("presets", word)

    assert ended.code == 2
    assert len(ended.err.splitlines()) == 1
