"""`carmp-desktop batch` from the outside: what it makes, prints, and how it ends."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

from PIL import Image

from tests.command.conftest import Run
from tests.loopback import Fault, StandIn

SCENARIO = (
    *("--angle", "front_0", "--angle", "side_90"),
    *("--color", "red_metallic", "--color", "blue_metallic"),
)


def events_in(file: Path) -> list[dict]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def test_two_angles_in_two_colors_become_six_images(
    batch: Run, server: StandIn, tmp_path: Path
) -> None:
    events = tmp_path / "events.jsonl"

    ended = batch(*SCENARIO, "--car", "BMW 1 M", "--json", "--events", events)

    assert ended.code == 0, ended.err
    said = ended.json
    assert (said["total"], said["completed"], said["failed"], said["canceled"]) == (6, 6, 0, 0)
    names = {Path(image["path"]).name for image in said["images"]}
    assert names == {
        "BMW-1-M_front_0.png",
        "BMW-1-M_front_0_red_metallic.png",
        "BMW-1-M_front_0_blue_metallic.png",
        "BMW-1-M_side_90.png",
        "BMW-1-M_side_90_red_metallic.png",
        "BMW-1-M_side_90_blue_metallic.png",
    }
    for image in said["images"]:
        with Image.open(image["path"]) as picture, Image.open(image["thumb"]) as thumb:
            assert picture.format == "PNG"
            assert max(thumb.size) <= 256
    assert server.paid == server.accepted == 6
    assert server.count("upload") == 2


def test_the_name_of_an_image_that_is_gone_is_not_given_again(batch: Run) -> None:
    made = ("--angle", "front_0", "--car", "BMW 1 M", "--json")
    first = Path(batch(*made).json["images"][0]["path"])
    first.unlink()

    ended = batch(*made)

    assert ended.code == 0, ended.err
    assert [Path(image["path"]).name for image in ended.json["images"]] == ["BMW-1-M_front_0_2.png"]


def test_events_come_in_order_each_angle_before_its_colors(batch: Run, tmp_path: Path) -> None:
    file = tmp_path / "events.jsonl"

    batch(*SCENARIO, "--events", file)

    events = events_in(file)
    assert events[0]["ev"] == "marketplaceBatchCreated"
    assert events[-1]["ev"] == "marketplaceBatchCompleted"
    created = events[0]["data"]
    assert created == {
        "batchId": created["batchId"],
        "totalJobs": 6,
        "angles": 2,
        "colors": 2,
    }
    assert events[-1]["data"] == {
        "batchId": created["batchId"],
        "completed": 6,
        "failed": 0,
        "canceled": 0,
    }
    results = [event["data"]["result"] for event in events[1:-1]]
    assert {event["ev"] for event in events[1:-1]} == {"marketplaceJobUpdated"}
    for angle in ("front_0", "side_90"):
        of_angle = [result for result in results if result["angleKey"] == angle]
        done = next(i for i, r in enumerate(of_angle) if r["status"] == "completed")
        assert of_angle[done]["type"] == "angle"
        assert "colorKey" not in of_angle[done]
        assert of_angle[done]["imageUrl"].startswith("file:///")
        colors = [i for i, result in enumerate(of_angle) if result["type"] == "color"]
        assert colors
        assert min(colors) > done


def test_angles_get_all_photos_and_colors_get_their_angle_alone(
    batch: Run, server: StandIn
) -> None:
    batch(*SCENARIO)

    angles = [made.inputs for made in server.created if "Photograph" in made.inputs["prompt"]]
    colors = [made.inputs for made in server.created if "Repaint" in made.inputs["prompt"]]
    assert all(len(inputs["image_input"]) == 2 for inputs in angles)
    assert all(inputs["output_format"] == "png" for inputs in angles + colors)
    outputs = {f"{server.delivery_url}/output/{made.id}.png" for made in server.created}
    assert all(set(inputs["image_input"]) <= outputs for inputs in colors)
    assert all(len(inputs["image_input"]) == 1 for inputs in colors)


def test_without_auto_colorize_no_color_is_made(batch: Run, server: StandIn) -> None:
    ended = batch(*SCENARIO, "--no-auto-colorize", "--json")

    assert ended.code == 0
    assert ended.json["total"] == 2
    assert {image["type"] for image in ended.json["images"]} == {"angle"}
    assert not any("Repaint" in prompt for prompt in server.prompts)


def test_a_changed_sheet_is_in_the_next_prompt_and_in_the_log(
    batch: Run, server: StandIn, environment: dict[str, str]
) -> None:
    environment["DEBUG_MP"] = "1"
    sheet = server.sheets.texts["colors"]
    cherry = "Cherry #990011 (satin)"
    server.sheets.texts["colors"] = sheet.replace("Red #C00000 (metallic)", cherry)

    ended = batch("--angle", "front_0", "--color", "red_metallic", "--instructions", "No plate.")

    assert server.prompts[-1].startswith(f"Repaint the body in {cherry}, nothing else.")
    assert all(prompt.endswith("No plate.") for prompt in server.prompts)
    enqueued = next(line for line in ended.err.splitlines() if "enqueue color" in line)
    assert cherry in enqueued
    assert "[MP] submit batch {" in ended.err
    assert "[MP] replicate.run google/nano-banana " in ended.err
    assert "placeholders" not in ended.err
    assert server.token not in ended.err


def test_a_failed_angle_fails_its_colors_and_the_rest_goes_on(batch: Run, server: StandIn) -> None:
    server.break_(Fault("create", "outcome", prompt="profile", outcome="failed", error="CUDA boom"))

    ended = batch(*SCENARIO, "--json")

    assert ended.code == 1
    assert (ended.json["completed"], ended.json["failed"]) == (3, 3)
    of_side = [image for image in ended.json["images"] if image["angleKey"] == "side_90"]
    assert "CUDA boom" in of_side[0]["error"]
    assert [image["error"] for image in of_side[1:]] == ["angle failed", "angle failed"]
    assert server.accepted == 4


def test_a_broken_photo_is_refused_by_name_and_the_others_go_on(
    batch: Run, tmp_path: Path, server: StandIn
) -> None:
    broken = tmp_path / "notes.txt"
    broken.write_text("no image")

    ended = batch("--angle", "front_0", "--photo", broken, "--json")

    assert ended.code == 0
    assert "notes.txt" in ended.err
    assert len(server.created[0].inputs["image_input"]) == 2


def test_the_first_interrupt_cancels_and_the_batch_still_completes(
    environment: dict[str, str], server: StandIn, photos: list[Path], tmp_path: Path
) -> None:
    server.seconds = 60
    events = tmp_path / "events.jsonl"
    words = [sys.executable, "-m", "carmp_desktop", "batch", "--photo", str(photos[0])]
    words += [*SCENARIO, "--json", "--events", str(events)]
    child = subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, text=True)
    server.wait_until(lambda: server.accepted == 2 and server.count("get") > 0)

    child.send_signal(signal.SIGINT)
    out, _ = child.communicate(timeout=30)

    assert child.returncode == 130
    assert json.loads(out)["canceled"] == 6
    assert events_in(events)[-1]["data"]["canceled"] == 6
    assert all(made.canceled_at for made in server.created)


def test_version_and_presets_need_no_token(run: Run, environment: dict[str, str]) -> None:
    del environment["REPLICATE_API_TOKEN"]

    version, presets = run("--version"), run("presets")

    assert version.out.startswith("carmp-desktop ")
    assert presets.code == 0
    assert "front_0" in presets.out
    assert "Red #C00000 (metallic)" in presets.out
    assert "Problems (0)" in presets.out


def test_batch_imports_no_qt(environment: dict[str, str]) -> None:
    code = "import sys, carmp_desktop.cli; print([m for m in sys.modules if 'PySide6' in m])"
    ended = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert ended.stdout.strip() == "[]"


def test_a_second_batch_of_the_same_car_overwrites_nothing(batch: Run, profile: Path) -> None:
    for _ in range(2):
        batch("--angle", "front_0", "--car", "Golf")

    assert sorted(file.name for file in (profile / "gallery" / "Golf").iterdir()) == [
        "Golf_front_0.png",
        "Golf_front_0_2.png",
    ]
