"""Questions that point at a place of the document, and what is said behind a complaint."""

from __future__ import annotations

import pytest

from knowledge.finding import Finder, ReplyKind
from knowledge.reading import read_text

from .offices_made_up import asked

RULES = (
    "PROSEDUR TETAP\nDINAS PENYELAMATAN KABUPATEN MELATI\nNOMOR 3/PROTAP/2025\nTENTANG\n"
    "PENANGANAN BANJIR\n\n"
    "BAB I\nKETENTUAN UMUM\nPasal 1\nDalam prosedur tetap ini yang dimaksud dengan:\n"
    "a. Regu Jaga adalah petugas yang bertugas 24 jam.\n"
    "BAB II\nPENERIMAAN LAPORAN\nPasal 2\n"
    "(1) Laporan diterima oleh Operator Posko melalui telepon.\n"
    "(2) Operator Posko mencatat alamat paling lama 2 (dua) menit.\n"
    "(3) Operator Posko meneruskan laporan kepada Komandan Regu.\n"
    "BAB III\nSURAT KETERANGAN\nPasal 3\nPemilik rumah melampirkan:\n"
    "a. surat permohonan;\nb. fotokopi KTP.\n"
    "Pasal 4\n(1) Permohonan diajukan paling lambat 30 hari setelah kejadian.\n"
    "(2) Surat diterbitkan paling lama 3 hari kerja.\n"
    "BAB IV\nPENGADUAN\nPasal 5\n(1) Pengaduan diterima oleh Sekretaris Dinas.\n"
    "(2) Sekretaris Dinas menugaskan Kepala Bidang Operasi untuk menangani pengaduan.\n"
    "(3) Pengaduan yang tidak selesai diteruskan kepada Kepala Dinas.\n"
)


@pytest.fixture(scope="module")
def flood() -> Finder:
    return Finder(read_text(RULES, "banjir.txt"))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("bunyi pasal 3 apa?", ["Pasal 3", "Pemilik rumah melampirkan:", "a. surat permohonan;",
                                "b. fotokopi KTP."]),
        ("pasal 4 ayat 2 bunyinya?", ["(2) Surat diterbitkan paling lama 3 hari kerja."]),
        ("isi pasal 4 (1) dong", ["(1) Permohonan diajukan paling lambat 30 hari setelah "
                                  "kejadian."]),
        ("bab I isinya apa", ["Pasal 1", "Dalam prosedur tetap ini yang dimaksud dengan:",
                              "a. Regu Jaga adalah petugas yang bertugas 24 jam."]),
    ],
)  # fmt: skip
def test_the_text_at_a_place_is_quoted(flood: Finder, question: str, told: list[str]) -> None:
    reply = asked(flood, question)
    assert (reply.form, reply.values["lines"]) == ("quote", told)


def test_articles_of_a_procedure_are_its_steps(flood: Finder) -> None:
    assert [s["number"] for s in asked(flood, "isi pasal 2?").values["steps"]] == [
        "2.1",
        "2.2",
        "2.3",
    ]


def test_a_mistyped_letter_is_read_and_a_long_part_is_told_by_what_it_holds() -> None:
    letters = {"A": "Dasar Hukum", "B": "Persyaratan", "C": "Biaya", "D": "Tempat", "E": "Jadwal"}
    lines = "\n".join(f"{mark}. {name}\nIsi {name} di sini." for mark, name in letters.items())
    text = f"STANDAR PELAYANAN PEMINJAMAN AULA\n\nBAGIAN KEDUA\nISI\n{lines}\n"
    hall = Finder(read_text(text, "aula.txt"))
    assert asked(hall, "bagian kedua hurup C isinya?").values["lines"] == ["Isi Biaya di sini."]
    assert asked(hall, "isi bagian kedua apa?").form == "card"


@pytest.mark.parametrize("question", ["pasal 77 bunyinya?", "isi bagian kedua huruf H?"])
def test_a_place_that_is_not_there_is_not_made_up(flood: Finder, question: str) -> None:
    assert asked(flood, question).kind is ReplyKind.UNKNOWN


def test_what_is_asked_of_a_place_is_answered_as_what_it_is(flood: Finder) -> None:
    assert asked(flood, "syarat di pasal 3 apa?").form in ("facet", "passage")


@pytest.mark.parametrize("then", ["klo ga selesai juga naik ke siapa?", "kalo mentok?"])
def test_a_complaint_that_gets_stuck_goes_on_to_whom_the_text_names(
    flood: Finder, then: str
) -> None:
    reply = asked(flood, "pengaduan banjir ditangani siapa?", then)
    assert reply.form == "complaint"
    assert reply.values["next"] == "Kepala Dinas"


def test_getting_stuck_says_nothing_where_no_complaint_is_spoken_of(flood: Finder) -> None:
    assert asked(flood, "syarat surat keterangan?", "kalo mentok?").form != "complaint"
