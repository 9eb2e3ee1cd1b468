"""What scanning has misread and is certain: letters for digits, words in two, running heads."""

from __future__ import annotations

import pytest

from knowledge.reading import read_text
from knowledge.reading.cleaning import Repairs
from knowledge.reading.misread import with_digits
from tests.knowledge.reading.test_nothing_is_lost import lost

TEXT = """STANDAR PELAYANAN PEMASANGAN METER

A. UNIT DAN PELAKSANA
Pelayanan dilaksanakan oleh Bagian Hubungan Langganan. Penanggung jawab
pelayanan adalah Kepala Bagian Hubungan Lang-
ganan. Pelaksana terdiri dari Kepala Seksi Pelayanan
Langganan dan Kasir.

B. PERSYARATAN
1. Surat permohonan pemasangan bermeterai dari calon pelanggan
tersebut.
2. Fotokopi KTP sebanyak l (satu) lembar.

- 14 -

PERUMDA TIRTA KENCANA           STANDAR PELAYANAN 2O24

C. PROSEDUR
1. Kasir menerima permo honan dan
pembayaran dalam waktu l (satu) hari kerja.
2. Kepala Seksi Pelayanan Langganan memeriksa berkas
permohonan.

D. TEMPAT DAN BIAYA
Loket l dan 2 Kantor Pusat. Biaya pemasangan meter
sebesar Rp1.65O.OOO.

- 15 -

PERUMDA TIRTA KENCANA           STANDAR PELAYANAN 2O24

E. PRODUK
Meter yang terpasang pada rumah calon
pelanggan.

- 16 -
"""


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("l (satu) lembar", "1 (satu) lembar"),
        ("3O (tiga puluh) hari", "30 (tiga puluh) hari"),
        ("Tahun 2Ol5", "Tahun 2015"),
        ("Rp 1.65O.OOO dan Rp1OO", "Rp 1.650.000 dan Rp100"),
        ("pukul O8.00-15.OO", "pukul 08.00-15.00"),
        ("Loket l dan 2", "Loket 1 dan 2"),
        ("paling lama l x 24 jam", "paling lama 1 x 24 jam"),
    ],
)
def test_letters_that_stand_for_digits_are_mended(printed: str, meant: str) -> None:
    assert with_digits(printed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "huruf l",
        "l. Fotokopi KTP",
        "10l air",
        "Golongan I",
        "kode B1O",
        "0812-3OO-1",
        "Rp lima ribu",
    ],
)
def test_letters_that_may_be_meant_stay(text: str) -> None:
    assert with_digits(text) == text


def test_a_word_in_two_is_joined_where_it_stands_whole_elsewhere() -> None:
    repairs = Repairs(["permo honan masuk", "permohonan lengkap", "di tempat kerja", "ditempat"])
    assert repairs.mend("permo honan di tempat") == "permohonan di tempat"
    assert Repairs(["permo honan masuk"]).mend("permo honan") == "permo honan"


def test_a_scanned_standard_is_read_as_it_was_printed() -> None:
    (standard,) = read_text(TEXT, "pindaian.txt")
    assert standard.responsible == "Kepala Bagian Hubungan Langganan"
    assert standard.place == "Loket 1 dan 2 Kantor Pusat."
    assert (standard.cost or "").endswith("Rp1.650.000.")
    first = standard.steps[0]
    assert first.text.startswith("Kasir menerima permohonan dan pembayaran")
    assert "permo honan" in first.original
    assert first.duration is not None
    assert first.duration.amount == 1
    assert standard.requirements_user[1] == "Fotokopi KTP sebanyak 1 (satu) lembar"
    assert lost(TEXT, [standard]) == {}


def test_a_running_head_below_the_page_marks_is_no_content() -> None:
    (standard,) = read_text(TEXT, "pindaian.txt")
    assert "PERUMDA TIRTA KENCANA           STANDAR PELAYANAN 2O24" in standard.furniture
    assert "PERUMDA" not in "".join(s.text for section in standard.sections for s in section.items)


def test_a_title_below_the_page_marks_stays() -> None:
    pages = [
        f"- {n} -\nSTANDAR PELAYANAN\n{name}\n\nA. Persyaratan\nKTP\n\nB. Biaya\nGratis\n"
        for n, name in enumerate(("IZIN RAMAI", "DISPENSASI NIKAH"), 1)
    ]
    found = read_text("\n".join(pages), "dua.txt")
    assert [standard.title for standard in found] == [
        *("Standar Pelayanan Izin Ramai", "Standar Pelayanan Dispensasi Nikah")
    ]
