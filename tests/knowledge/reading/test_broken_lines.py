"""Words and headings that are broken at a line's end, and numbers that stand alone."""

from __future__ import annotations

import pytest

from knowledge.model import Facet
from knowledge.reading import read_text
from knowledge.reading.joining import join_lines
from tests.knowledge.reading.test_nothing_is_lost import lost


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["Petugas me-", "meriksa berkas"], "Petugas memeriksa berkas"),
        (["Sertifi-", "kat tanah"], "Sertifikat tanah"),
        (["Undang-", "undang Nomor 5"], "Undang-undang Nomor 5"),
        (["bersama-", "sama dengan"], "bersama-sama dengan"),
        (["melalui e-", "mail kantor"], "melalui e-mail kantor"),
        (["membawa KTP-", "el asli"], "membawa KTP-el asli"),
        (["Senin -", "Kamis"], "Senin - Kamis"),
    ],
)
def test_a_broken_word_is_one_word(lines: list[str], joined: str) -> None:
    assert join_lines(lines, mend=True) == joined


@pytest.mark.parametrize(
    ("printed", "heading", "facet"),
    [
        ("B. PENANGANAN\nPENGADUAN", "PENANGANAN PENGADUAN", Facet.COMPLAINT),
        ("B. Jangka Waktu\nPenyelesaian", "Jangka Waktu Penyelesaian", Facet.TOTAL_TIME),
        ("B. SISTEM, MEKANISME\nDAN\nPROSEDUR", "SISTEM, MEKANISME DAN PROSEDUR", Facet.PROCEDURE),
        ("B. PERSYA-\nRATAN", "PERSYARATAN", Facet.REQUIREMENTS),
        ("B. Jumlah\nPelaksana", "Jumlah Pelaksana", Facet.STAFF_COUNT),
    ],
)  # fmt: skip
def test_a_heading_may_stand_on_several_lines(printed: str, heading: str, facet: Facet) -> None:
    text = f"STANDAR PELAYANAN X\n\nA. Tempat\nLoket\n\n{printed}\nIsi bagian\n"
    (standard,) = read_text(text, "x.txt")
    section = standard.sections[1]
    assert (section.heading, section.facet) == (heading, facet)
    assert [item.text for item in section.items] == ["Isi bagian"]
    assert lost(text, [standard]) == {}


@pytest.mark.parametrize("pages", [("", ""), ("\n12\n", "\n13\n")])
def test_a_number_that_is_all_of_a_section_is_no_page(pages: tuple[str, str]) -> None:
    text = (
        f"STANDAR PELAYANAN X\n\nA. Persyaratan\n1. KTP\n{pages[0]}\nB. Biaya\nGratis\n{pages[1]}\n"
        "C. Jumlah Pelaksana\n5\n\nD. Produk Pelayanan\n6\n"
    )
    (standard,) = read_text(text, "x.txt")
    contents = [[item.text for item in s.items] for s in standard.sections]
    assert contents == [["KTP"], ["Gratis"], ["5"], ["6"]]


@pytest.mark.parametrize("word", ["Loket", "Lantai", "Ruang", "Nomor", "Lampiran"])
def test_a_number_that_ends_a_sentence_on_the_next_line_is_no_step(word: str) -> None:
    text = (
        "STANDAR PELAYANAN X\n\nA. Persyaratan\n1. KTP\n\nB. Prosedur\n"
        f"1. Pemohon mengambil nomor antrean, lalu menyerahkan berkas di {word}\n3.\n"
        "2. Petugas memeriksa berkas.\n"
    )
    (standard,) = read_text(text, "x.txt")
    assert [step.number for step in standard.steps] == ["1", "2"]
    assert standard.steps[0].text.rstrip(".").endswith(f"di {word} 3")
    assert not standard.steps[0].steps
    assert not [w for w in standard.warnings if w.startswith("numbering")]


def test_an_entry_that_ends_in_such_a_word_is_followed_by_the_next() -> None:
    text = "STANDAR PELAYANAN X\n\nA. Fasilitas\n1. Dua loket\n2. Mesin antrean\n"
    (standard,) = read_text(text, "x.txt")
    assert [item.text for item in standard.sections[0].items] == ["Dua loket", "Mesin antrean"]
