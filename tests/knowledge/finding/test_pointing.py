"""How people point at a step, and figures that point at none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.finding.pointing import StepRef, bare_ordinal, reference
from knowledge.language.normalize import flatten

LAST = "last"

AT_A_STEP = [
    # a word for step and a figure
    ("langkah 5", "5"),
    ("Langkah ke-5", "5"),
    ("langkah ke 5", "5"),
    ("langkah ke5", "5"),
    ("langkah yang ke-5", "5"),
    ("langkah yg ke 5", "5"),
    ("langkah nomor 5", "5"),
    ("langkah no 5", "5"),
    ("langkah no. 5", "5"),
    ("langkah #5", "5"),
    ("langkah5", "5"),
    ("langkahnya yang ke 3", "3"),
    ("langkah 05", "5"),
    ("langkah 13", "13"),
    ("lngkah 4", "4"),
    ("lgkh 7", "7"),
    ("step 3", "3"),
    ("step ke 3", "3"),
    ("stage 2", "2"),
    ("tahap 2", "2"),
    ("tahapan ke-2", "2"),
    ("poin 6", "6"),
    ("point 6", "6"),
    ("butir 4", "4"),
    ("nomor 8", "8"),
    ("nomer 8", "8"),
    ("nmr 8", "8"),
    ("angka 9", "9"),
    ("kegiatan ke-3", "3"),
    ("proses ke 4", "4"),
    ("prosedur nomor 10", "10"),
    # a number in words
    ("langkah pertama", "1"),
    ("langkah kesatu", "1"),
    ("langkah awal", "1"),
    ("langkah paling awal", "1"),
    ("tahap kedua", "2"),
    ("tahap yang kedua", "2"),
    ("langkah kelima", "5"),
    ("langkah ke lima", "5"),
    ("langkah dua", "2"),
    ("langkah sepuluh", "10"),
    ("langkah kesepuluh", "10"),
    ("langkah kesebelas", "11"),
    ("langkah tiga belas", "13"),
    ("langkah ketiga belas", "13"),
    ("langkah ketigabelas", "13"),
    ("the third step", "3"),
    ("first step", "1"),
    # the last one
    ("langkah terakhir", LAST),
    ("langkah yang terakhir", LAST),
    ("langkah paling akhir", LAST),
    ("tahap akhir", LAST),
    ("step terakir", LAST),
    ("last step", LAST),
    ("the final step", LAST),
    # a step within a step
    ("2b", "2.b"),
    ("2.b", "2.b"),
    ("2.b.", "2.b"),
    ("2b1", "2.b.1"),
    ("2.b.1", "2.b.1"),
    ("2.b.1)", "2.b.1"),
    ("2.b.1.a", "2.b.1.a"),
    ("4.b.1)a)", "4.b.1.a"),
    ("2. b. 1) a)", "2.b.1.a"),
    ("langkah 2b", "2.b"),
    ("langkah 2 b", "2.b"),
    ("langkah 2 huruf b", "2.b"),
    ("langkah ke-2 huruf a", "2.a"),
    ("langkah 2 poin b", "2.b"),
    ("langkah 2 huruf b angka 1", "2.b.1"),
    ("langkah 4b1a(1)", "4.b.1.a.1"),
    ("langkah 4 b 1 a", "4.b.1.a"),
    ("poin 3 huruf a", "3.a"),
    ("angka 2 huruf b", "2.b"),
    ("nomor 3a", "3.a"),
    ("langkah 3.a.2", "3.a.2"),
    # inside a question
    ("apa isi langkah 6?", "6"),
    ("siapa yang ngerjain langkah 6 huruf c sosialisasi", "6.c"),
    ("berapa lama langkah 4.b.2", "4.b.2"),
    ("di langkah 3 siapa yang tanda tangan", "3"),
    ("langkah 3 itu berapa hari", "3"),
    ("what happens in step 5?", "5"),
]  # fmt: skip

AT_NO_STEP = [
    # dates and times of day
    "tanggal 5 Mei 2026", "tanggal 12", "31 desember", "tahun 2015", "12 Desember 2004",
    "jam 8", "minggu ke-2",
    # regulations and other numbers
    "Permensesneg Nomor 5 Tahun 2013", "permensesneg no 25 tahun 2015",
    "Peraturan Menteri Sekretaris Negara Nomor 7 Tahun 2008",
    "Instruksi Presiden Nomor 7 Tahun 1999", "UU 25/2009", "pasal 5 ayat 2", "pasal 21",
    "PER/09/M.PAN/5/2007", "SE/31/M.PAN/12/2004", "5 tahun 2013", "nomor surat 12",
    "nomor telepon 021", "nomor 08123456789", "no hp", "halaman 344", "hlm. 344",
    # amounts
    "2 hari", "5 hari kerja", "15 menit", "2,5 jam", "3 jam", "1-3 hari", "2 jam/draf",
    "proses 3 hari", "proses 2 minggu", "kegiatan 5 hari", "proses selama 2 hari",
    "2 kali rapat", "5 kali pembahasan", "1 kali setahun", "25 orang", "100%", "1 lembar",
    "15 standar per hari", "21 sasaran stratejik", "biaya 5 juta", "Rp 5.000", "5.000 rupiah",
    "1.500.000", "lima standar",
    # numbered things that are no steps
    "pembahasan ke-2", "draft-1", "draft 2", "rapat kerja ke-1", "eselon 1", "lantai 3",
    "ruang 205", "bagian kedua", "covid-19", "mp3", "b2", "kertas a4",
    # steps, but none of them
    "berapa langkah", "langkah apa saja", "langkah-langkah", "prosedur", "langkah berikutnya",
    "langkah mana yang 2 minggu", "langkah yang lamanya 3 hari", "",
]  # fmt: skip


def pointed_at(text: str) -> str | None:
    found = reference(flatten(text))
    if found is None:
        return None
    return LAST if found.last else found.number


@pytest.mark.parametrize(("text", "number"), AT_A_STEP)
def test_a_step_is_pointed_at(text: str, number: str) -> None:
    assert pointed_at(text) == number


@pytest.mark.parametrize("text", AT_NO_STEP)
def test_a_figure_of_something_else_points_at_no_step(text: str) -> None:
    assert pointed_at(text) is None


@given(
    number=st.integers(1, 99),
    letter=st.sampled_from("abcdefg"),
    inner=st.integers(1, 20),
    leaf=st.sampled_from("abcdef"),
    depth=st.integers(1, 4),
)
def test_every_number_as_the_bot_writes_it_is_understood(
    number: int, letter: str, inner: int, leaf: str, depth: int
) -> None:
    written = ".".join((str(number), letter, str(inner), leaf)[:depth])
    assert pointed_at(f"langkah {written}") == written
    assert pointed_at(f"siapa yang mengerjakan langkah {written}?") == written


@given(st.integers(2, 30), st.sampled_from(["hari", "jam", "menit", "minggu", "bulan", "kali"]))
def test_an_amount_of_time_is_never_a_step(amount: int, unit: str) -> None:
    assert pointed_at(f"apa saja yang lamanya {amount} {unit}") is None
    assert pointed_at(f"proses {amount} {unit}") is None


@given(st.text(max_size=200))
def test_no_text_upsets_it(text: str) -> None:
    found = reference(flatten(text))
    assert found is None or found.last or found.parts


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("ketiga", "3"),
        ("yang kedua?", "2"),
        ("kalau kelima", "5"),
        ("yang pertama apa", "1"),
        ("the second one", "2"),
        ("terakhir", LAST),
        ("yang terakhir?", LAST),
    ],
)
def test_an_ordinal_alone_may_point_at_a_step(text: str, number: str) -> None:
    found = bare_ordinal(flatten(text))
    assert found is not None
    assert (LAST if found.last else found.number) == number


@pytest.mark.parametrize("text", ["rapat kedua", "ketiga kalinya", "", "apa", "pertama-tama"])
def test_more_than_an_ordinal_is_no_bare_ordinal(text: str) -> None:
    assert bare_ordinal(flatten(text)) is None


def test_a_reference_writes_its_parts_as_a_path() -> None:
    assert StepRef(("2", "b", "1")).number == "2.b.1"
    assert StepRef(last=True).number == ""
