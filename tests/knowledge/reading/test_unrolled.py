"""Texts whose line breaks were lost read as they did with them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import knowledge
from knowledge.model import ServiceStandard
from knowledge.reading import read_text
from knowledge.reading.unrolled import with_line_breaks
from tests.knowledge.reading.test_nothing_is_lost import lost

SHIPPED = sorted((Path(knowledge.__file__).parent / "documents").glob("*.txt"))
TABLE = """STANDAR PELAYANAN PEMINJAMAN ARSIP DINAS KEARSIPAN NO KOMPONEN URAIAN
1. Dasar Hukum 1. Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan 2. Peraturan Wali Kota Nomor 5
Tahun 2020 2. Persyaratan 1. Kartu anggota 2. Surat pengantar dari instansi 3. Prosedur 1. Pemohon
mengisi formulir peminjaman di meja layanan 2. Petugas mencari arsip di depo 3. Petugas menyerahkan
arsip kepada pemohon 4. Pemohon mengembalikan arsip 4. Jangka Waktu Penyelesaian 2 (dua) hari kerja
5. Biaya/Tarif Gratis 6. Produk Pelayanan Arsip yang dipinjam 7. Penanganan Pengaduan Pengaduan
disampaikan kepada Kepala Seksi Layanan melalui kotak saran. Pengaduan dijawab paling lambat lima
hari kerja sejak diterima, dan pengadu diberi tahu tentang hasilnya melalui surat atau telepon yang
tercatat pada kartu anggota. Pengaduan yang tidak memuat nama pengadu tetap ditindaklanjuti."""


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def told(standard: ServiceStandard) -> list[object]:
    steps = [(s.number, s.actors, s.duration and s.duration.text) for s in standard.walk_steps()]
    return [
        standard.title,
        standard.unit,
        standard.responsible,
        standard.cost,
        standard.place,
        standard.service_hours,
        standard.legal_basis,
        standard.requirements_user,
        [section.facet for section in standard.sections],
        steps,
    ]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_standard_without_its_line_breaks_says_the_same(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    (printed,), (unrolled,) = read_text(text, path.name), read_text(flat(text), path.name)
    assert told(unrolled) == told(printed)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_pages_that_each_stand_on_one_line_go_on_with_those_before(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    pages = re.split(r"\n(?=\W*MENTERI SEKRETARIS NEGARA\n)", text)
    (printed,) = read_text(text, path.name)
    (unrolled,) = read_text("\n\n".join(map(flat, pages)), path.name)
    assert told(unrolled) == told(printed)


def test_a_table_without_its_line_breaks_is_read() -> None:
    text = flat(TABLE)
    (standard,) = read_text(text, "uji.txt")
    assert standard.title == "Standar Pelayanan Peminjaman Arsip Dinas Kearsipan"
    assert [step.number for step in standard.steps] == ["1", "2", "3", "4"]
    assert (standard.cost, len(standard.legal_basis)) == ("Gratis", 2)
    assert lost(text, [standard]) == {}


def test_lines_as_printed_stay_as_they_are() -> None:
    assert with_line_breaks(TABLE) == TABLE


def test_long_paragraphs_without_known_headings_stay_as_they_are() -> None:
    text = "Rapat dibuka oleh ketua. 1. Agenda dibacakan. 2. Peserta menyetujui agenda. " * 30
    assert with_line_breaks(text) == text


def test_a_text_too_long_to_be_printed_stays_as_it_is() -> None:
    text = "A. Biaya Gratis B. Persyaratan KTP " * 20_000
    assert with_line_breaks(text) == text
