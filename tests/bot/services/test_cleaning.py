"""A picture goes on as a picture and nothing else."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from bot.services.cleaning import Cleaned, NotCleanable, cleaned
from bot.services.file_types import type_of
from tests.pictures import MARKS, photo_with_gps

GPS = 0x8825
STRUCTURE = {*range(256, 260), 262, 273, *range(277, 280), 284, 317, 339}  # how a TIFF is laid out


def opened(result: Cleaned) -> Image.Image:
    return Image.open(io.BytesIO(result.content))


def assert_bare(result: Cleaned) -> None:
    for mark in MARKS:
        assert mark.encode() not in result.content
    with opened(result) as picture:
        assert {tag for tag in picture.getexif() if tag not in STRUCTURE} == set()
        left = set(picture.info) - {"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi"}
        plain = {"background", "duration", "loop", "timestamp", "version", "extension"}
        assert left <= plain | {"compression", "resolution"}
        assert "comment" not in picture.info


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
def test_a_photo_with_gps_leaves_without_it(form: str) -> None:
    original = photo_with_gps(form)
    with Image.open(io.BytesIO(original)) as before:
        has_gps = GPS in before.getexif()
        assert has_gps or form == "TIFF", "the fixture must have what is to be removed"
    assert all(mark.encode() in original for mark in MARKS)
    for as_photo in (True, False):
        result = cleaned(original, as_photo=as_photo)
        assert_bare(result)
        assert type_of(result.content).extension == result.extension


def test_a_photo_stands_upright_without_its_orientation() -> None:
    result = cleaned(photo_with_gps("JPEG", size=(40, 20), orientation=6), as_photo=True)
    with opened(result) as picture:
        assert picture.size == (20, 40)
        pixel = picture.convert("RGB").getpixel((10, 2))  # the left edge has come up
        assert isinstance(pixel, tuple)
        assert pixel[0] > 150 > pixel[2]


def test_what_a_png_says_in_words_is_gone() -> None:
    said = PngImagePlugin.PngInfo()
    said.add_text("Author", "Budi Pelapor")
    said.add_itxt("XML:com.adobe.xmp", "<x>Budi Pelapor</x>")
    out = io.BytesIO()
    Image.new("RGB", (9, 9)).save(out, "PNG", pnginfo=said)
    assert b"Budi Pelapor" in out.getvalue()
    assert b"Budi Pelapor" not in cleaned(out.getvalue(), as_photo=False).content


def test_all_pages_of_a_scan_and_all_frames_of_an_animation_stay() -> None:
    pages = [Image.new("RGB", (30, 30), colour) for colour in ("red", "green", "blue")]
    for form in ("TIFF", "GIF", "WEBP"):
        out = io.BytesIO()
        pages[0].save(out, form, save_all=True, append_images=pages[1:], duration=100)
        with opened(cleaned(out.getvalue(), as_photo=False)) as picture:
            assert getattr(picture, "n_frames", 1) == 3


def test_colours_of_another_profile_are_turned_into_the_usual_ones() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for one in (srgb, profile, b"no profile at all"):
        out = io.BytesIO()
        Image.new("RGB", (9, 9), "orange").save(out, "JPEG", icc_profile=one)
        with opened(cleaned(out.getvalue(), as_photo=True)) as picture:
            assert "icc_profile" not in picture.info
            pixel = picture.getpixel((4, 4))
            assert isinstance(pixel, tuple)
            assert pixel[0] > 200


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "CMYK", "I;16", "1"])
def test_pictures_of_every_mode_become_photos(mode: str) -> None:
    out = io.BytesIO()
    Image.new(mode, (9, 9)).save(out, "TIFF")
    assert cleaned(out.getvalue(), as_photo=True).extension == "jpg"


def bomb(width: int, height: int) -> bytes:
    """Return a PNG of a few bytes that says it is very large."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    "content",
    [
        bomb(50_000, 50_000),
        bomb(2**31 - 1, 2**31 - 1),
        photo_with_gps("JPEG")[:200],
        b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic",
        b"\xff\xd8\xff" + b"no picture" * 9,
    ],
)
def test_a_bomb_or_what_cannot_be_read_is_refused(content: bytes) -> None:
    for as_photo in (True, False):
        with pytest.raises(NotCleanable):
            cleaned(content, as_photo=as_photo)


@pytest.mark.parametrize(
    ("content", "extension"),
    [
        (b"%PDF-1.7 ...", "pdf"),
        (b"PK\x03\x04 ... [Content_Types].xml ... word/document.xml", "docx"),
        (b"PK\x03\x04 ... [Content_Types].xml ... xl/workbook.xml", "xlsx"),
        (b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text", "odt"),
        (b"PK\x03\x04 anything", "zip"),
        (b"OggS ...", "ogg"),
        (b"\0\0\0\x18ftypisom....", "mp4"),
        (b"RIFF....WAVE", "wav"),
        ("catatan rapat: selesai é".encode(), "txt"),
        (b"\x01\x02\x00\xfe", "bin"),
        (b"", "txt"),
    ],
)
def test_other_files_go_on_as_they_are_under_the_extension_of_what_they_are(
    content: bytes, extension: str
) -> None:
    assert cleaned(content, as_photo=False) == Cleaned(content, extension)
