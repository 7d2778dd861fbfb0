"""Sheets and names on any text: nothing raises, nothing leaves the gallery folder."""

from __future__ import annotations

import csv
import errno
import io
import json
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carmp_desktop.core.events import BatchCreated, JobUpdated
from carmp_desktop.core.gallery import Gallery, safe_name
from carmp_desktop.core.landing import Landing
from carmp_desktop.core.model import Angle, Batch, BatchRequest, Cell, CellKey, JobStatus
from carmp_desktop.core.planning import NO_PHOTOS
from carmp_desktop.core.presets import Prompts, Sheet
from carmp_desktop.core.problems import Failure, Problem, fill
from carmp_desktop.core.prompts import angle_prompt, color_prompt, custom_color
from carmp_desktop.core.reading import azimuth_of, hex_of
from carmp_desktop.core.sheet_parser import parse_sheet
from carmp_desktop.core.sheets import SheetReader

ANGLE_HEADER = "angle_key,angle_label,angle_desc,order,enabled\n"
COLOR_HEADER = "color_key,color_label,prompt_value,enabled\n"
ODD = [
    "..",
    "../../etc",
    "C:\\x",
    "CON",
    "lpt¹",
    "a/b",
    "\0",
    "漢" * 99,
    "𠀀" * 99,
    "é" * 99,
    "-",
    "",
]

any_text = st.text(st.characters()) | st.sampled_from(ODD)
"""Any text at all: control characters, half surrogates, paths and device names among it."""


@given(sheet=st.sampled_from(Sheet), text=st.text(), headed=st.booleans())
def test_any_text_is_parsed_without_raising(sheet: Sheet, text: str, headed: bool) -> None:
    headers = {
        Sheet.PROMPTS: "key,prompt_template\n",
        Sheet.ANGLES: ANGLE_HEADER,
        Sheet.COLORS: COLOR_HEADER,
    }
    parsed = parse_sheet(sheet, headers[sheet] + text if headed else text)

    assert parsed.is_usable or parsed.problems
    assert all(problem.describe() for problem in parsed.problems)


@given(
    sheet=st.sampled_from(Sheet),
    rows=st.lists(st.lists(st.text() | st.sampled_from(["TRUE", "1e999", "nan"]), max_size=6)),
)
def test_any_cells_are_parsed_without_raising(sheet: Sheet, rows: list[list[str]]) -> None:
    headers = {
        Sheet.PROMPTS: ["key", "prompt_template", "enabled"],
        Sheet.ANGLES: ["angle_key", "angle_desc", "angle_label", "order", "enabled"],
        Sheet.COLORS: ["color_key", "prompt_value", "color_label", "enabled"],
    }
    text = io.StringIO(newline="")
    csv.writer(text).writerows([headers[sheet], *rows])

    parsed = parse_sheet(sheet, text.getvalue())

    keys = [preset.key for preset in (*parsed.angles, *parsed.colors)]
    assert len(keys) == len(set(keys))
    assert all(keys)


def test_headers_may_carry_spaces_and_capitals_and_rows_may_be_blank() -> None:
    text = '\ufeff Angle Key , ANGLE_LABEL,angle desc\r\n\r\nfront_0,Front (0°),"a, b\nc"\r\n'

    parsed = parse_sheet(Sheet.ANGLES, text)

    assert [(angle.key, angle.description) for angle in parsed.angles] == [("front_0", "a, b\nc")]
    assert parsed.problems == []


def test_angles_stand_in_their_order_and_disabled_ones_are_left_out() -> None:
    rows = "b,B,x,2,TRUE\na,A,x,1,true\nz,Z,x,,\nn,N,x,oops,yes\noff,Off,x,0,False\n"

    parsed = parse_sheet(Sheet.ANGLES, ANGLE_HEADER + rows)

    assert [angle.key for angle in parsed.angles] == ["a", "b", "z", "n"]
    assert [problem.row for problem in parsed.problems] == [5]


def test_each_fault_names_its_row_and_column() -> None:
    rows = "red,Red,,TRUE\n,Blue,Blue #00F,TRUE\ngreen,,Green #0F0,maybe\n"

    parsed = parse_sheet(Sheet.COLORS, COLOR_HEADER + rows)

    assert [(problem.row, problem.column) for problem in parsed.problems] == [
        (2, "prompt_value"),
        (3, "color_key"),
        (4, "enabled"),
        (4, "color_label"),
    ]
    assert [(color.label, color.hex) for color in parsed.colors] == [("green", "#00FF00")]


def test_a_template_without_its_placeholder_is_a_fault_and_still_counts() -> None:
    text = "key,prompt_template\nangle_generation,a car\ncolorization,in {{ COLOR_NAME }}\n"

    parsed = parse_sheet(Sheet.PROMPTS, text)

    assert parsed.prompts.angle_generation == "a car"
    assert [problem.row for problem in parsed.problems] == [2]


def test_prompts_are_filled_with_the_sheet_values_as_they_are() -> None:
    prompts = Prompts("see {{ANGLE_DESC}} and {{ ANGLE_DESC }}", "in {{COLOR_NAME}}")
    angle = parse_sheet(Sheet.ANGLES, ANGLE_HEADER + r"k,L,back\1slash,1,TRUE").angles[0]

    assert angle_prompt(prompts, angle, "  ") == r"see back\1slash and back\1slash"
    assert color_prompt(prompts, custom_color("Teal #088"), "Be kind.") == (
        "in Teal #088\n\nBe kind."
    )


@given(before=any_text, after=any_text, value=any_text, extra=any_text)
def test_any_value_goes_into_any_template_as_it_is(
    before: str, after: str, value: str, extra: str
) -> None:
    if "ANGLE_DESC" in before + after:
        return
    prompts = Prompts(f"{before}{{{{ANGLE_DESC}}}}{after}", None)

    prompt = angle_prompt(prompts, Angle("k", "L", value), extra)

    said = extra.strip()
    assert prompt == f"{before}{value}{after}" + (f"\n\n{said}" if said else "")


@given(key=any_text, color=st.none() | any_text, said=any_text, car=any_text)
def test_any_words_become_a_payload(key: str, color: str | None, said: str, car: str) -> None:
    problem = Problem("odd", "Odd", "It says {said}", fields={"said": said})
    cell = Cell("b_1", CellKey(key, color), JobStatus.FAILED, problem=problem)
    request = BatchRequest(photos=(), angles=(Angle(key, said, said),), car=car)
    batch = Batch("b_1", request, datetime.now(UTC), ())

    result = json.loads(json.dumps(JobUpdated(cell).to_payload()))["result"]

    assert result["angleKey"] == key
    assert result.get("colorKey") == color
    assert said in result["error"]
    assert BatchCreated(batch).to_payload()["angles"] == 1


@given(text=st.text())
def test_a_custom_color_has_a_key_of_its_own_for_any_text(text: str) -> None:
    color = custom_color(text)

    assert color.key == custom_color(f"  {text} ").key
    assert color.custom
    assert safe_name(color.key)


@settings(max_examples=60, deadline=None)
@given(
    car=any_text,
    keys=st.lists(st.tuples(any_text, st.none() | any_text), min_size=1, max_size=4, unique=True),
)
def test_every_image_stays_in_the_gallery_under_a_name_of_its_own(
    car: str, keys: list[tuple[str, str | None]]
) -> None:
    batch = Batch("b_1", BatchRequest(photos=(), angles=(), car=car), datetime.now(UTC), ())
    with tempfile.TemporaryDirectory() as root:
        gallery, landing = Gallery(Path(root) / "gallery"), Landing(Path(root) / "incoming")
        placed = []
        for number, key in enumerate(keys):
            landing.part(f"j_{number}").write_text(str(number))
            image = landing.land(f"j_{number}", ".png")
            placed.append(gallery.place(image, gallery.name_of(batch, CellKey(*key)), kept=()))
        assert [file.read_text() for file in placed] == [str(n) for n in range(len(keys))]
        inside = gallery.folder.resolve()
        assert all(file.resolve().parent.parent == inside for file in placed)
        assert all(len(file.name.encode()) <= 255 for file in placed)


def test_images_that_come_at_once_on_a_disk_without_links_overwrite_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(link: Path, target: Path) -> None:
        raise PermissionError(errno.EPERM, "no links here", str(link), None, str(target))

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    gallery, landing = Gallery(tmp_path / "gallery"), Landing(tmp_path / "incoming")
    batch = Batch("b_1", BatchRequest(photos=(), angles=(), car="Golf"), datetime.now(UTC), ())
    start = threading.Barrier(8)

    def place(number: int) -> Path:
        landing.part(f"j_{number}").write_text(str(number))
        image = landing.land(f"j_{number}", ".png")
        start.wait()
        return gallery.place(image, gallery.name_of(batch, CellKey("front_0")), kept=())

    with ThreadPoolExecutor(8) as threads:
        placed = list(threads.map(place, range(8)))

    assert [file.read_text() for file in placed] == [str(number) for number in range(8)]
    assert sorted(gallery.folder.rglob("*.*")) == sorted(placed)


@given(text=any_text)
def test_a_name_is_one_safe_part_of_a_path(text: str) -> None:
    name = safe_name(text)

    assert 0 < len(name) <= 61
    assert len(name.encode()) <= 73
    assert not set(name) & set('/\\:*?"<>|.\0\n ')
    assert name == safe_name(name)


def test_a_reserved_name_is_never_used() -> None:
    assert safe_name("CON") == "CON-"
    assert safe_name("com²") == "com²-"
    assert safe_name("..") == "unnamed"
    assert safe_name("BMW 1 M · stock 10482") == "BMW-1-M-stock-10482"


@pytest.mark.parametrize(
    ("key", "label", "azimuth"),
    [
        ("front_0", "Front (0°)", 0),
        ("front_3_4", "Front three-quarter (45°)", 45),
        ("front_3_4", "", 45),
        ("rear_left_225", "", 225),
        ("side_270", "Left side", 270),
        ("hero", "Front three-quarter, left", 315),
        ("rear", "Rear", 180),
        ("left", "Driver side left", 270),
        ("detail", "Wheel detail", None),
        ("front_left", "", 315),
        ("rear_right", "", 135),
        ("front_3_4_left", "", 315),
        ("interior_2", "Interior", None),
        ("x_999", "", None),
        ("side_driver", "Driver side", None),
    ],
)
def test_an_azimuth_is_read_from_label_number_or_words(
    key: str, label: str, azimuth: float | None
) -> None:
    assert azimuth_of(key, label) == azimuth


@given(text=st.text())
def test_reading_labels_never_raises(text: str) -> None:
    azimuth = azimuth_of(text, text)

    assert azimuth is None or 0 <= azimuth < 360
    assert hex_of(text) is None or len(hex_of(text) or "") == 7


def test_an_unknown_field_of_a_template_stays_as_it_is_written() -> None:
    assert fill("{name} is {what}", {"name": "x"}) == "x is {what}"


def test_a_damaged_last_copy_counts_as_none(tmp_path: Path) -> None:
    built_in = Path(__file__).parents[2] / "resources" / "presets"
    (tmp_path / "angle_presets.json").write_text("{broken")
    urls = dict.fromkeys(Sheet, "http://127.0.0.1:9/x")

    presets = SheetReader(tmp_path, built_in).read_offline(urls)

    assert len(presets.angles) == 8
    assert presets.problems == ()


def test_the_built_in_presets_are_without_fault() -> None:
    built_in = Path(__file__).parents[2] / "resources" / "presets"
    presets = SheetReader(built_in / "none", built_in).read_offline(dict.fromkeys(Sheet, ""))

    assert presets.problems == ()
    assert len(presets.colors) == 12
    assert all(color.hex for color in presets.colors)
    assert [angle.azimuth for angle in presets.angles] == [0, 45, 90, 135, 180, 225, 270, 315]


def test_a_failure_reads_as_its_sentence() -> None:
    with pytest.raises(Failure, match=r"No photos: There is no photo to work from\. Add"):
        raise Failure(NO_PHOTOS)
