"""Input that is no standard, or a strange one, is refused or read in time; never a crash."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.errors import NotAStandard, UnreadableDocument
from knowledge.library import shipped_documents
from knowledge.reading import read_file, read_text

RECIPE = """Nasi Goreng Kampung

Bahan:
1. 2 piring nasi putih
2. 3 siung bawang merah

Cara membuat:
1. Tumis bumbu selama 5 menit.
2. Masukkan nasi, aduk rata (10 menit).
"""


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "empty"),
        (" \n\t\n", "empty"),
        ("- 1 -\n\n- 2 -\n", "empty"),
        (RECIPE, "no_sections"),
        ("STANDAR PELAYANAN", "no_sections"),
        ("1. Biaya: 5\n2. Tempat: rumah", "no_sections"),
        ("A" * 200_000, "no_sections"),
    ],
)
def test_a_text_that_is_no_standard_is_refused_with_the_reason(text: str, key: str) -> None:
    with pytest.raises(NotAStandard) as refused:
        read_text(text, "resep.txt")
    assert (refused.value.key, refused.value.values["file"]) == (key, "resep.txt")


@pytest.mark.parametrize("share", [0.2, 0.4, 0.6, 0.8, 0.95])
def test_a_truncated_document_gives_what_it_holds(share: float) -> None:
    for path in shipped_documents().iterdir():
        text = path.read_text(encoding="utf-8")
        (standard,) = read_text(text[: int(len(text) * share)], path.name)
        assert standard.title.startswith("Standar Pelayanan")
        assert standard.legal_basis


def procedure(lines: list[str]) -> str:
    return "STANDAR PELAYANAN UJI\n\nA. Dasar Hukum\n\n1. UU\n\nB. Prosedur\n\n" + "\n".join(lines)


def seconds(text: str) -> float:
    """Return this thread's processor time of reading a text, without the collector's.

    Other programs lengthen it little; what earlier tests have left in memory does not at all.
    """
    gc.collect()
    gc.disable()
    try:
        begin = time.thread_time()
        read_text(text, "x.txt")
        return time.thread_time() - begin
    finally:
        gc.enable()


def ratio(many: str, few: str, bound: float) -> float:
    """Return how many times as long one text takes as another, best of several runs of each.

    A busy machine lengthens single runs: it is measured anew until it is under the bound, at most
    eight times. What truly takes longer is over it each time.
    """
    longer, shorter = seconds(many), seconds(few)
    for _ in range(7):
        longer, shorter = min(longer, seconds(many)), min(shorter, seconds(few))
        if longer < bound * shorter:
            break
    return longer / shorter


@pytest.fixture(scope="module")
def yardstick() -> float:
    """Return the time that a shipped document of 22,000 characters takes here."""
    text = (shipped_documents() / "standar-pelayanan-dan-sop.txt").read_text(encoding="utf-8")
    seconds(text)
    return min(seconds(text) for _ in range(3))


def test_three_thousand_steps_take_linear_time() -> None:
    def steps(count: int) -> str:
        return procedure(
            [f"{n}. Kepala Bagian ke-{n} memeriksa draf ({n} jam)." for n in range(1, count + 1)]
        )

    (standard,) = read_text(steps(3000), "x.txt")
    assert [s.number for s in standard.steps] == [str(n) for n in range(1, 3001)]
    assert all(s.duration for s in standard.steps)
    assert ratio(steps(3000), steps(500), 12) < 12  # 36 if each step looked at all others


STRANGE = {
    "deeply nested": "\n".join(["1. x", "a. x", "1) x", "a) x", "(1) x", "(a) x"] * 500),
    "one endless line": "1. " + "Kepala Biro Umum, " * 20_000,
    "one endless bracket": "1. x " + "(" * 20_000,
    "many brackets": "1. x " + "(3 hari " * 5_000,
    "digits": "1. " + "12 " * 20_000,
    "a closed list": "1. " + "Kepala Biro Umum, " * 10_000 + "dan staf menyusun",
    "slashes": "1. " + "staf/" * 20_000,
    "dots": "1. " + ". " * 30_000,
    "letters": "1. " + "me" * 50_000,
    "oleh": "1. " + "oleh staf " * 5_000,
    "notes": "Catatan:\n" * 3_000,
    "markup": "1. " + "*_<b>" * 10_000,
    "times": "1. " + "5 kali pembahasan " * 3_000,
    "setelah": "1. selama 3 hari setelah " + "memorandum " * 5_000,
    "capitals": "\n".join(["JUDUL BESAR SEKALI"] * 3_000),
}


@pytest.mark.parametrize("name", STRANGE)
def test_no_input_takes_long(name: str, yardstick: float) -> None:
    """Of up to 340,000 characters none takes a hundred times what the longest document takes."""
    assert seconds(procedure([STRANGE[name]])) < 100 * yardstick


COMPLAINTS = {
    "an address of dots": "a." * 20_000 + "@x",
    "an address of hyphens": "a-" * 20_000 + "@x",
    "at signs": "a@" * 20_000,
    "senders": "pengaduan dari x " * 3_000,
    "ways": "melalui x " * 3_000,
    "labels": "telp 1" * 5_000,
    "shares": "Sekretaris meneruskan "
    + "pengaduan tentang hal x kepada Kepala Seksi Umum dan " * 2_000,
    "posts that kinds follow": "Pengaduan diteruskan kepada "
    + "Kepala Seksi Umum untuk soal x dan kepada " * 2_000,
}


@pytest.mark.parametrize("name", COMPLAINTS)
def test_no_complaint_section_takes_long(name: str, yardstick: float) -> None:
    text = (
        f"STANDAR PELAYANAN UJI\n\nA. Dasar Hukum\n\n1. UU\n\nB. Pengaduan\n\n1. {COMPLAINTS[name]}"
    )
    assert seconds(text) < 100 * yardstick


@pytest.mark.skipif(sys.gettrace() is not None, reason="measuring coverage slows everything down")
def test_the_shipped_documents_are_read_fast() -> None:
    for path in shipped_documents().iterdir():
        text = path.read_text(encoding="utf-8")
        # 15 to 25 ms on an idle machine; the rest is room for a busy one
        assert min(seconds(text) for _ in range(5)) < 0.1


@given(st.text(max_size=2000))
def test_any_text_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(NotAStandard):
        assert read_text(text, "x.txt")


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_encodings_of_a_text_file(encoding: str, tmp_path: Path) -> None:
    original = shipped_documents() / "pelayanan-kepada-pimpinan.txt"
    text = original.read_text(encoding="utf-8") + " “Selesai” – ½ hari"
    path = tmp_path / original.name
    path.write_bytes(text.encode(encoding))
    assert read_file(path) == read_text(text, original.name)


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"%PDF-1.7\n...", "broken"),
        (b"PK\x03\x04docx", "broken"),
        (b"{\\rtf1 Standar Pelayanan}", "format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "format"),
        (b"\xff\xd8\xff\xe0JFIF", "picture"),
        (bytes(range(256)) * 20, "binary"),
        (b"\x00\x01\x02" * 100, "binary"),
        (b"\x80\x81\x03\x04\x05\x06\x07" * 100, "binary"),
        (b"\xff\xfeA\x00B", "encoding"),
        (b"\x00A", "binary"),
    ],
)
def test_a_file_that_is_no_text_is_named_with_the_reason(
    data: bytes, key: str, tmp_path: Path
) -> None:
    path = tmp_path / "berkas.txt"
    path.write_bytes(data)
    with pytest.raises(UnreadableDocument) as refused:
        read_file(path)
    assert refused.value.key == key
    assert refused.value.values["file"] == str(path)


def reason(path: Path) -> str:
    with pytest.raises(UnreadableDocument) as refused:
        read_file(path)
    assert refused.value.values["file"] == str(path)
    return refused.value.key


def test_a_path_that_cannot_be_opened_is_named_with_the_reason(tmp_path: Path) -> None:
    huge = tmp_path / "besar.txt"
    huge.touch()
    os.truncate(huge, 30_000_000)
    assert reason(huge) == "too_large"
    assert reason(tmp_path / "tidak-ada.txt") == "missing"
    assert reason(Path("nol\0.txt")) == "missing"
    assert reason(tmp_path) == "folder"
    assert reason(tmp_path / ("x" * 5000)) == "denied"


def test_a_second_title_without_known_sections_is_named_and_not_dropped() -> None:
    first = (shipped_documents() / "rencana-kinerja-dan-penetapan-kinerja.txt").read_text("utf-8")
    second = "STANDAR PELAYANAN LAIN\n\nA. Catatan Kaki\n\nLihat buku lain."
    (standard,) = read_text(f"{first}\n\n{second}", "x.txt")
    assert standard.warnings == (
        "unplaced: STANDAR PELAYANAN LAIN",
        "unplaced: A. Catatan Kaki",
        "unplaced: Lihat buku lain.",
    )
