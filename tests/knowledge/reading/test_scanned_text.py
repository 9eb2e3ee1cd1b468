"""Heavily misread scans: wide words, "rn" for "m", digits in words, stops, specks at the edges."""

from __future__ import annotations

import pytest

from knowledge.model import Facet, ServiceStandard
from knowledge.reading import read_text
from knowledge.reading.misread import with_letters

SCANNED = (
    "STANDAR PELAYANAN\nPENERBlTAN KARTU PEGAWAI\n\n"
    "A.  Unit Penye1enggara\n    Bagian Tata Usaha\n\n"
    "B.  Prosedur\n"
    "    1. Analis Kepegawaian rnemeriksa  berkas paling lama 5 (lima) hari kerja.\n"
    "    2, Kepala Bagian  Umum rnenyusun nota selama 2 (dua) hari kerja.\n"
    "    3. Petugas Loket mencatat dalam 1 (satu) hari kerja.\n\n"
    "   .   ~ |\n                - 15 -\n               www.contoh.go.id\n\n"
    "    4. Kepala Biro menandatangani kartu.\n\n"
    "C,  Jangka  Waktu\n    a. Pemeriksaan: 10 (sepuluh) hari kerja.\n\n"
    "D.  B i a y a\n    Tidak ada biaya.\n\n"
    "E.  Persyaratan\n    1. Salinan yang di1egalisasi\n\n"
    "F.  Sarana\n    Meja\n\nG.  Evaluasi\n    Setiap tahun\n\nH.  Jaminan Pelayanan\n    Tepat\n\n"
    "l.  Penanganan Pengaduan\n    Pengaduan diterima oleh Kepala Subbagian Umum.\n\n"
    "J.  Kornpetensi  Pe1aksana\n    1. rnemahami aturan\n"
)


def standard() -> ServiceStandard:
    (read,) = read_text(SCANNED, "x.txt")
    return read


def test_every_section_of_a_bad_scan_is_found() -> None:
    assert [(s.letter, s.facet) for s in standard().sections] == [
        ("A", Facet.UNIT),
        ("B", Facet.PROCEDURE),
        ("C", Facet.TOTAL_TIME),
        ("D", Facet.COST),
        ("E", Facet.REQUIREMENTS),
        ("F", Facet.FACILITIES),
        ("G", Facet.EVALUATION),
        ("H", Facet.GUARANTEE),
        ("I", Facet.COMPLAINT),
        ("J", Facet.COMPETENCE),
    ]
    assert standard().title == "Standar Pelayanan Penerbitan Kartu Pegawai"
    assert standard().requirements_user == ("Salinan yang dilegalisasi",)


def test_a_step_with_a_misread_stop_is_a_step_and_specks_are_none() -> None:
    steps = standard().steps
    assert [(step.number, step.actors) for step in steps] == [
        ("1", ("Analis Kepegawaian",)),
        ("2", ("Kepala Bagian Umum",)),
        ("3", ("Petugas Loket",)),
        ("4", ("Kepala Biro",)),
    ]
    assert not any(step.notes for step in steps)
    assert "www.contoh.go.id" in standard().furniture


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("B i a y a", "Biaya"),
        ("MANUS1A", "MANUSIA"),
        ("sete1ah e1ektronik", "setelah elektronik"),
        ("rnengirirnkan Kornpetensi", "mengirimkan Kompetensi"),
        ("KENAlKAN", "KENAIKAN"),
    ],
)
def test_letters_are_mended(printed: str, meant: str) -> None:
    assert with_letters(printed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "internal gubernur pernah",
        "KT-10 dan A11Y",
        "https://a1bcde.go.id/x1yz",
        "V V V V",
        "e1234f",
    ],
)
def test_what_may_be_meant_so_is_left(text: str) -> None:
    assert with_letters(text) == text
