"""Photos as they leave: pixels untouched, location gone, upright, refused by name where broken."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageOps

from carmp_desktop.core import metadata
from carmp_desktop.core.outgoing import prepare
from carmp_desktop.core.photos import gather, open_photo
from carmp_desktop.core.problems import Failure

Draw = Callable[..., Path]

PLACE = b"Washington-secret-place"


def exif_with_place(orientation: int = 1) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = PLACE.decode()
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2], gps[3], gps[4] = "N", (38.0, 53.0, 0.0), "W", (77.0, 2.0, 0.0)
    return exif


def sent(path: Path, folder: Path) -> tuple[Path, str]:
    opened = open_photo(path, folder / "thumbs")
    out = prepare(opened.photo, folder / "out")
    return out.path, out.media_type


@pytest.mark.parametrize("name", ["car.jpg", "car.png", "car.webp"])
@pytest.mark.parametrize("orientation", [1, 6])
def test_location_goes_and_pixels_stay(
    draw_photo: Draw, tmp_path: Path, name: str, orientation: int
) -> None:
    photo = draw_photo(name, exif=exif_with_place(orientation))
    with photo.open("ab") as file:
        file.write(b"trailer " + PLACE)
    assert PLACE in photo.read_bytes()

    ready, media_type = sent(photo, tmp_path)

    body = ready.read_bytes()
    assert PLACE not in body
    assert media_type == f"image/{ {'jpg': 'jpeg'}.get(name[4:], name[4:]) }"
    with Image.open(photo) as before, Image.open(ready) as after:
        assert after.getexif().get_ifd(0x8825) == {}
        assert after.getexif().get(0x0112, 1) == orientation
        assert before.convert("RGB").tobytes() == after.convert("RGB").tobytes()


def test_the_compressed_data_of_a_jpeg_is_copied_byte_for_byte(
    draw_photo: Draw, tmp_path: Path
) -> None:
    photo = draw_photo("car.jpg", exif=exif_with_place(), progressive=True)
    before = photo.read_bytes()

    after = sent(photo, tmp_path)[0].read_bytes()

    scan = before.index(b"\xff\xda")
    assert after.endswith(before[scan:])


def test_a_color_profile_stays(draw_photo: Draw, tmp_path: Path) -> None:
    profile = b"profile" * 20
    for name in ("car.jpg", "car.png", "car.webp"):
        ready, _ = sent(draw_photo(name, icc_profile=profile), tmp_path)
        with Image.open(ready) as image:
            assert image.info["icc_profile"] == profile


@pytest.mark.parametrize("name", ["car.heic", "car.avif", "car.tiff"])
def test_other_formats_become_upright_at_full_size(
    draw_photo: Draw, heic_photo: Path, tmp_path: Path, name: str
) -> None:
    photo = heic_photo if name.endswith("heic") else draw_photo(name, size=(642, 420))

    ready, media_type = sent(photo, tmp_path)

    with Image.open(ready) as image, Image.open(photo) as source:
        assert image.format == ("PNG" if name.endswith("tiff") else "JPEG")
        assert image.size == ImageOps.exif_transpose(source).size == (642, 420)
    assert media_type == ("image/png" if name.endswith("tiff") else "image/jpeg")


def test_a_photo_lying_on_its_side_is_measured_and_shown_upright(
    draw_photo: Draw, tmp_path: Path
) -> None:
    opened = open_photo(draw_photo("car.jpg", exif=exif_with_place(6)), tmp_path / "t")

    assert (opened.photo.width, opened.photo.height) == (420, 640)
    with Image.open(opened.thumb) as thumb:
        assert thumb.height == 256
        assert thumb.width < thumb.height


@pytest.mark.parametrize("mode", ["L", "CMYK", "P", "I;16", "RGBA", "1"])
def test_every_kind_of_pixel_gets_a_thumbnail(tmp_path: Path, mode: str) -> None:
    file = tmp_path / ("car.jpg" if mode == "CMYK" else "car.png")
    Image.new("L", (300, 200), 90).convert(mode).save(file)

    with Image.open(open_photo(file, tmp_path / "t").thumb) as thumb:
        assert thumb.mode == "RGB"


@pytest.mark.parametrize(
    ("body", "reason"),
    [(b"", "It is empty"), (b"GIF89a nonsense", "no image"), (b"\xff\xd8\xff\xe0no", "damaged")],
)
def test_a_file_that_is_no_image_is_refused_by_name(
    tmp_path: Path, body: bytes, reason: str
) -> None:
    file = tmp_path / "car 7.jpg"
    file.write_bytes(body)

    with pytest.raises(Failure, match=f"car 7.jpg not used: .*{reason}"):
        open_photo(file, tmp_path / "t")


@pytest.mark.parametrize("name", ["car.jpg", "car.png", "car.webp"])
def test_a_photo_cut_short_is_refused_as_damaged(
    draw_photo: Draw, tmp_path: Path, name: str
) -> None:
    photo = draw_photo(name)
    photo.write_bytes(photo.read_bytes()[:-400])

    with pytest.raises(Failure, match=f"{name} not used: It is damaged"):
        open_photo(photo, tmp_path / "t")


def test_a_picture_with_too_many_pixels_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    file = tmp_path / "huge.png"
    Image.new("1", (20_000, 20_000)).save(file)

    with pytest.raises(Failure, match="20000 × 20000 pixels it is too large"):
        open_photo(file, tmp_path / "t")


def test_folders_give_their_images_in_the_order_a_person_counts(
    draw_photo: Draw, tmp_path: Path
) -> None:
    for name in ("lot/10.jpg", "lot/9.jpg", "lot/inside/1.png", "lot/.hidden/2.jpg"):
        draw_photo(name)
    (tmp_path / "lot" / "notes.txt").write_text("no photo")

    found = gather([tmp_path / "lot", tmp_path / "lot" / "9.jpg"])

    assert [str(file.relative_to(tmp_path / "lot")) for file in found] == [
        "9.jpg",
        "10.jpg",
        "inside/1.png",
    ]


def test_one_photo_may_be_opened_and_prepared_by_many_threads_at_once(
    draw_photo: Draw, tmp_path: Path
) -> None:
    def send(round_: int) -> Path:
        return sent(tmp_path / f"{round_}.jpg", tmp_path / "shared")[0]

    for round_ in range(12):
        draw_photo(f"{round_}.jpg", size=(640 + round_, 420))
        with ThreadPoolExecutor(8) as threads:
            assert len(set(threads.map(send, [round_] * 8))) == 1
    assert list((tmp_path / "shared").rglob("*.part")) == []


def test_padding_between_segments_costs_no_pixel(draw_photo: Draw, tmp_path: Path) -> None:
    photo = draw_photo("car.jpg", comment=PLACE)
    body = photo.read_bytes()
    tables = body.index(b"\xff\xdb")
    photo.write_bytes(body[:tables] + b"\0\0\0" + body[tables:])

    after = sent(photo, tmp_path)[0].read_bytes()

    assert after.endswith(body[body.index(b"\xff\xda") :])
    assert PLACE not in after


def test_a_png_keeps_only_what_it_takes_to_draw_it(draw_photo: Draw, tmp_path: Path) -> None:
    photo = draw_photo("car.png")
    body = photo.read_bytes()
    private = struct.pack(">I", len(PLACE)) + b"gpSx" + PLACE
    private += struct.pack(">I", zlib.crc32(private[4:]))
    photo.write_bytes(body[:33] + private + body[33:-12])

    after = sent(photo, tmp_path)[0]

    assert PLACE not in after.read_bytes()
    with Image.open(photo) as source, Image.open(after) as image:
        assert image.format == "PNG"
        assert image.tobytes() == source.tobytes()


def test_a_profile_that_is_not_for_rgb_does_not_go_out_with_rgb_pixels(tmp_path: Path) -> None:
    profile = b"\0" * 12 + b"prtrCMYKLab " + b"\0" * 104
    file = tmp_path / "car.tiff"
    Image.new("CMYK", (64, 48), (0, 200, 200, 0)).save(file, icc_profile=profile)

    with Image.open(sent(file, tmp_path)[0]) as image:
        assert image.mode == "RGB"
        assert "icc_profile" not in image.info


def test_sixteen_bit_gray_is_scaled_not_clipped(tmp_path: Path) -> None:
    file = tmp_path / "car.tiff"
    levels = [0, 257 * 100, 257 * 200, 257 * 255]
    Image.frombytes("I;16", (4, 1), struct.pack("<4H", *levels)).save(file)

    with Image.open(sent(file, tmp_path)[0]) as image:
        assert list(image.convert("L").tobytes()) == [0, 100, 200, 255]


def test_a_folder_without_photos_is_refused_by_name(tmp_path: Path) -> None:
    folder = tmp_path / "empty lot"
    folder.mkdir()

    assert gather([folder]) == [folder]
    with pytest.raises(Failure, match="empty lot not used: It is a folder without photos"):
        open_photo(folder, tmp_path / "t")


def test_a_file_the_service_would_not_take_is_refused_at_once(
    draw_photo: Draw, tmp_path: Path
) -> None:
    photo = draw_photo("car.jpg")
    with photo.open("ab") as file:
        file.truncate(101_000_000)

    with pytest.raises(Failure, match=r"car.jpg not used: With 101 MB it is too large"):
        open_photo(photo, tmp_path / "t")


@pytest.mark.parametrize("strip", [metadata.bare_jpeg, metadata.bare_png, metadata.bare_webp])
@given(body=st.binary(max_size=400), orientation=st.integers(1, 8))
def test_any_bytes_are_walked_or_called_malformed(
    strip: Callable[[bytes, int], bytes], body: bytes, orientation: int
) -> None:
    heads = {
        metadata.bare_jpeg: b"\xff\xd8",
        metadata.bare_png: b"\x89PNG\r\n\x1a\n",
        metadata.bare_webp: b"RIFF\x40\0\0\0WEBP",
    }
    for data in (body, heads[strip] + body):
        with suppress(metadata.Malformed):
            assert isinstance(strip(data, orientation), bytes)
