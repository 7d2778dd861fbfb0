"""Doubts about an export's images: each kind once, the worst first, and in what goes out too."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageChops

from carmp_desktop.core import remarks
from carmp_desktop.core.export.disclosure import WORDINGS
from carmp_desktop.core.export.doubts import doubts_in, remarks_of_files, stands_in
from carmp_desktop.core.export.file_problems import bars_added, doubtful
from carmp_desktop.core.export.words import LANGUAGES
from carmp_desktop.core.model import EngineName
from tests.core.export_samples import ANGLES, COLORS, Gallery

STANDS_IN, UNTAGGED = remarks.STANDS_IN.format(n=2), remarks.UNTAGGED.format(n=1)
ONCE = "There is no photo of this side, so photo 2 stands in. Add one and tag it."


@pytest.fixture
def gallery(tmp_path: Path) -> Gallery:
    return Gallery(tmp_path / "profile")


@pytest.mark.parametrize("missing", [STANDS_IN, ONCE])
def test_a_doubt_is_taken_apart_and_the_worst_comes_first(missing: str) -> None:
    paint = remarks.OTHER_PAINT.format(n=38)
    text = f"Nobody knows this. {remarks.CUT_OFF} {paint} {UNTAGGED} {missing} Nor this."

    assert doubts_in(text) == (
        missing,
        UNTAGGED,
        "Nobody knows this.",
        remarks.CUT_OFF,
        paint,
        "Nor this.",
    )
    assert stands_in(text)
    assert not stands_in(f"{UNTAGGED} {remarks.CUT_OFF}")
    assert doubts_in("") == ()


def test_each_kind_is_one_remark_with_its_files_and_all_its_numbers() -> None:
    paints = [remarks.OTHER_PAINT.format(n=n) for n in (9, 38, 12, 20)]
    told = [
        ("a", bars_added()),
        ("a", doubtful(paints[0])),
        ("b", doubtful(UNTAGGED)),
        *(("c", doubtful(paint)) for paint in paints[1:]),
        ("d", doubtful(remarks.STANDS_IN.format(n=3))),
        ("e", doubtful(remarks.STANDS_IN.format(n=1))),
        ("f", doubtful(remarks.CUT_OFF)),
    ]

    found = remarks_of_files(told)

    assert [(each.problem.fields.get("doubt"), each.files) for each in found] == [
        (remarks.STANDS_IN.format(n="1, 3"), ("d", "e")),
        (UNTAGGED, ("b",)),
        (None, ("a",)),
        (remarks.OTHER_PAINT.format(n="9–38"), ("a", "c", "c", "c")),
        (remarks.CUT_OFF, ("f",)),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_disclosure_and_sheet_say_where_a_photo_of_another_side_stands_in(
    gallery: Gallery, tmp_path: Path, language: str
) -> None:
    ids = gallery.add(angles=ANGLES[:2], colors=COLORS[:1], engine=EngineName.STUDIO)
    sheets = []

    for number, doubted in enumerate([[], ids[2:3], ids[2:]]):
        gallery.doubt(doubted, f"{STANDS_IN} {remarks.CUT_OFF}")
        target = tmp_path / f"{number}"
        exported = gallery.export(gallery.request(target, language=language))
        names = [
            file.planned.name.name for file in exported.files if file.planned.original.id in doubted
        ]
        said = (target / "disclosure.txt").read_text(encoding="utf-8")
        lines = "\n".join([WORDINGS[language].another_side, *(f"  {name}" for name in names)])
        assert (f"{lines}\n\n" in said) is bool(doubted)
        with Image.open(target / "contact_sheet.png") as sheet:
            sheets.append(sheet.convert("RGB"))

    plain, one, row = sheets
    labels, pictures = (0, 0, 250, plain.height), (250, 0, *plain.size)
    assert drawn_anew(plain, one, labels) is None, "one image alone says so below it"
    assert drawn_anew(plain, one, pictures) is not None
    assert drawn_anew(plain, row, labels) is not None, "a whole row says so beside its angle"
    assert drawn_anew(plain, row, pictures) is None


def drawn_anew(
    before: Image.Image, after: Image.Image, box: tuple[int, int, int, int]
) -> tuple[int, int, int, int] | None:
    """Where two pictures differ within a box; None where they do not."""
    return ImageChops.difference(before.crop(box), after.crop(box)).getbbox()
