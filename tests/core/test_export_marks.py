"""Marks and credentials: what every exported copy says of itself, and what a received file says."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from carmp_desktop.core.export.credentials import UNNAMED, claim_generator
from carmp_desktop.core.export.profiles import Format
from carmp_desktop.core.export.validation import faults
from carmp_desktop.core.export.words import SourceType
from carmp_desktop.core.model import Angle, EngineName
from tests.core.credential_samples import INFO, NAMED, NAMELESS, manifest, with_manifest
from tests.core.export_samples import COLORS, Gallery, draw_car
from tests.core.judges import exiftool

SOURCE = "XMP-iptcExt:DigitalSourceType"
CV = "http://cv.iptc.org/newscodes/digitalsourcetype"
PROFILES = {Format.PNG: "full_size", Format.JPEG: "ebay", Format.WEBP: "web"}


@pytest.fixture
def gallery(tmp_path: Path) -> Gallery:
    return Gallery(tmp_path / "profile")


@pytest.mark.parametrize("kind", Format)
def test_every_copy_says_how_it_was_made_in_words_others_read(
    gallery: Gallery, tmp_path: Path, kind: Format
) -> None:
    hostile = 'a <GPS> & "quoted" \x00 view ]]> from Zürich 🚗'
    angle = Angle("front_3_4", "Front (45°)", hostile, 45.0)
    gallery.add("b_1", angles=[angle], colors=COLORS[:1])
    gallery.add("b_2", car="Golf", engine=EngineName.STUDIO)

    exported = gallery.export(gallery.request(tmp_path / "out", PROFILES[kind]))

    tags = exiftool(exported.plan.place / file.planned.name for file in exported.files)
    invented, recolored, edited = tags.values()
    assert invented[SOURCE] == recolored[SOURCE] == f"{CV}/trainedAlgorithmicMedia"
    assert edited[SOURCE] == f"{CV}/compositeWithTrainedAlgorithmicMedia"
    assert hostile.replace("\x00", " ") in invented["XMP-iptcExt:AIPromptInformation"]
    assert invented["XMP-iptcExt:AISystemUsed"] == "google/nano-banana"
    assert invented["XMP-carmp:Batch"] == "b_1"
    assert (edited["XMP-carmp:Engine"], recolored["XMP-carmp:Color"]) == ("studio", "red_metallic")
    assert invented["XMP-dc:Source"].startswith("sha256:")
    for each in tags.values():
        assert "ExifTool:Warning" not in each
        assert not [name for name in each if "GPS" in name or "Location" in name]


def test_no_prompt_is_told_of_an_image_for_which_no_model_was_asked(
    gallery: Gallery, tmp_path: Path
) -> None:
    gallery.add(engine=EngineName.STUDIO)

    exported = gallery.export(gallery.request(tmp_path / "out"))

    copy = exported.plan.place / exported.files[0].planned.name
    tags = exiftool([copy])[copy]
    assert exported.files[0].planned.original.picture.prompt.startswith("Show the car")
    assert "XMP-iptcExt:AISystemUsed" in tags
    assert "XMP-iptcExt:AIPromptInformation" not in tags
    (image,) = json.loads((exported.plan.place / "summary.json").read_text("utf-8"))["images"]
    assert image["prompt"] is None


def test_no_location_and_no_foreign_words_leave_with_a_copy(
    gallery: Gallery, tmp_path: Path
) -> None:
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (47.0, 22.0, 0.0), 3: "E", 4: (8.0, 32.0, 0.0)}
    exif[0x010E] = "my backyard"
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><exif:GPSLatitude/></x:xmpmeta>'
    received = gallery.profile.gallery / "received.jpg"
    draw_car(received, exif=exif, xmp=xmp, comment=b"my backyard")
    assert "GPS:GPSLatitude" in next(iter(exiftool([received]).values()))
    before = received.read_bytes()
    gallery.add(files=[received])

    for key in PROFILES.values():
        exported = gallery.export(gallery.request(tmp_path / key, key))
        copy = exported.plan.place / exported.files[0].planned.name
        assert b"backyard" not in copy.read_bytes()
        assert b"GPS" not in copy.read_bytes()
    assert received.read_bytes() == before


def test_colors_are_srgb_whatever_the_received_file_meant(gallery: Gallery, tmp_path: Path) -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    received = gallery.profile.gallery / "received.png"
    strange = draw_car(received, icc_profile=lab.tobytes())
    gallery.add(files=[strange])

    exported = gallery.export(gallery.request(tmp_path / "out"))

    copy = exported.plan.place / exported.files[0].planned.name
    assert "sRGB" in exiftool([copy])[copy]["ICC_Profile:ProfileDescription"]


def test_a_prompt_of_any_length_fits_the_mark(gallery: Gallery, tmp_path: Path) -> None:
    angle = Angle("front_3_4", "Front (45°)", "&🚗" * 30_000, 45.0)
    gallery.add(angles=[angle])

    exported = gallery.export(gallery.request(tmp_path / "out", "ebay"))

    copy = exported.plan.place / exported.files[0].planned.name
    said = exiftool([copy])[copy]
    assert said["XMP-iptcExt:AIPromptInformation"].endswith("…")
    assert said[SOURCE] == f"{CV}/trainedAlgorithmicMedia"


@pytest.mark.parametrize(
    ("claim", "said"),
    [(NAMED, "Google Images/1.0 c2pa-rs/0.31"), (INFO, "Gemini"), (NAMELESS, UNNAMED)],
)
@pytest.mark.parametrize("kind", Format)
def test_a_received_manifest_is_seen_and_its_claim_told(
    tmp_path: Path, kind: Format, claim: bytes, said: str
) -> None:
    file = tmp_path / f"received{kind.suffix}"
    draw_car(file)
    assert claim_generator(file) is None
    file.write_bytes(with_manifest(file.read_bytes(), manifest(claim), kind))

    assert claim_generator(file) == said
    with Image.open(file) as image:
        image.load()
    file.write_bytes(file.read_bytes()[:40])
    assert claim_generator(file) is None


def test_a_manifest_behind_the_pixels_is_seen_and_a_cut_one_is_none(tmp_path: Path) -> None:
    file = draw_car(tmp_path / "received.png")
    whole = with_manifest(file.read_bytes(), manifest(INFO), Format.PNG, behind=True)
    file.write_bytes(whole)
    assert claim_generator(file) == "Gemini"
    file.write_bytes(whole[:-20])
    assert claim_generator(file) is None


@given(place=st.integers(0, 400), byte=st.integers(0, 255), kind=st.sampled_from(Format))
def test_whatever_a_broken_file_holds_it_is_read_calmly(
    place: int, byte: int, kind: Format, small_files: dict[Format, Path]
) -> None:
    data = bytearray(small_files[kind].read_bytes())
    data[place % len(data)] = byte
    broken = small_files[kind].with_name(f"broken{kind.suffix}")
    broken.write_bytes(data)
    said = claim_generator(broken)
    assert said is None or said.isprintable()


@pytest.fixture(scope="module")
def small_files(tmp_path_factory: pytest.TempPathFactory) -> dict[Format, Path]:
    """A file of each kind, a few hundred bytes long, with a manifest in it."""
    folder = tmp_path_factory.mktemp("small")
    files = {kind: folder / f"small{kind.suffix}" for kind in Format}
    for kind, file in files.items():
        Image.new("RGB", (8, 6)).save(file)
        file.write_bytes(with_manifest(file.read_bytes(), manifest(NAMED), kind))
        assert claim_generator(file) == "Google Images/1.0 c2pa-rs/0.31"
    return files


def test_what_a_received_file_claims_stands_in_the_summary_and_leaves_the_copy(
    gallery: Gallery, tmp_path: Path
) -> None:
    received = gallery.profile.gallery / "received.png"
    data = draw_car(received).read_bytes()
    received.write_bytes(with_manifest(data, manifest(INFO), Format.PNG))
    gallery.add(files=[received])

    exported = gallery.export(gallery.request(tmp_path / "out"))

    assert exported.files[0].credentials == "Gemini"
    copy = exported.plan.place / exported.files[0].planned.name
    assert claim_generator(copy) is None
    assert '"c2paClaimGenerator": "Gemini"' in (exported.plan.place / "summary.json").read_text()


def test_the_validator_believes_nothing(gallery: Gallery, tmp_path: Path) -> None:
    ebay = gallery.request(tmp_path, "ebay").profile
    exact = gallery.request(tmp_path, "web").profile

    def judged(size: tuple[int, int], kind: str, **saving: object) -> str:
        body = io.BytesIO()
        Image.effect_noise(size, 80).convert("RGB").save(body, kind, **saving)
        profile = exact if kind == "WEBP" else ebay
        return " ".join(faults(body.getvalue(), profile, SourceType.INVENTED))

    poor = judged((400, 300), "JPEG", quality=80)
    assert "400 pixels, fewer than 500" in poor
    assert "quality is below 90" in poor
    assert "not marked" in poor
    assert "does not say that its colors are sRGB" in poor
    assert "quality" not in judged((600, 450), "JPEG", quality=90)
    assert "1700 pixels, more than 1600" in judged((1700, 450), "JPEG")
    assert "It is PNG, not JPEG." in judged((600, 450), "PNG")
    assert "5,000,000 are taken" in judged((1600, 1600), "PNG")
    assert "1.500:1, not 1.710:1" in judged((600, 400), "WEBP")
    assert "cannot be decoded" in faults(b"\xff\xd8\xff", ebay, SourceType.EDITED)[0]
