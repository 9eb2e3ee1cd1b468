"""Titles that are printed on several lines, and the offices above them."""

from __future__ import annotations

import pytest

from knowledge.model import ServiceStandard
from knowledge.reading import read_text
from tests.knowledge.reading.test_nothing_is_lost import lost

_SECTIONS = (
    "A. Dasar Hukum\n1. Undang-Undang Nomor 4 Tahun 1979;\n\nB. Persyaratan\n1. KTP;\n2. KK.\n\n"
    "C. Prosedur\n1. Pemohon menyerahkan berkas.\n2. Petugas Loket memeriksa (5 menit).\n\n"
    "D. Jangka Waktu\n2 hari kerja\n\nE. Biaya\nGratis\n"
)
_INTRODUCTION = (
    "Standar ini mengatur pemberian rekomendasi kepada calon orang\ntua angkat di seluruh wilayah "
    "kabupaten. Rekomendasi\ndiberikan satu kali dan berlaku satu tahun\nsejak tanggal terbit.\n\n"
)


def _read(block: str, *, between: str = "") -> ServiceStandard:
    (standard,) = read_text(f"{block}\n\n{between}{_SECTIONS}", "berkas-tanpa-nama.txt")
    return standard


@pytest.mark.parametrize(
    "block",
    [
        "STANDAR PELAYANAN\nREKOMENDASI PENGANGKATAN ANAK\nBAGI CALON ORANG TUA",
        "STANDAR PELAYANAN\n\nREKOMENDASI PENGANGKATAN ANAK\n\nBAGI CALON ORANG TUA",
        "STANDAR PELAYANAN\nREKOMENDASI PENGANGKATAN ANAK\nBAGI CALON ORANG TUA\nNomor SP-7/2025",
        "STANDAR PELAYANAN\nNOMOR 7/2025\nREKOMENDASI PENGANGKATAN ANAK BAGI CALON ORANG TUA",
    ],
)
def test_a_title_is_joined_from_the_lines_of_its_block(block: str) -> None:
    title = "Standar Pelayanan Rekomendasi Pengangkatan Anak bagi Calon Orang Tua"
    assert _read(block).title == title
    assert _read(block, between=_INTRODUCTION).title == title


def test_a_title_stands_above_headings_of_any_words() -> None:
    text = (
        "STANDAR PELAYANAN\nUJIAN KENAIKAN PANGKAT\nNomor SP-07/2025\n\n# A. Pendahuluan\n\n"
        "Ujian diadakan dua kali.\nPeserta memakai seragam.\nPanitia menyiapkan ruang.\n"
    )
    for letter, name in zip("BCDEF", _SECTIONS.split("\n\n"), strict=True):
        text += f"\n# {letter}.{name[2:]}\n"
    (standard,) = read_text(text, "sp-ujian.md")
    assert standard.title == "Standar Pelayanan Ujian Kenaikan Pangkat"


def test_a_short_form_in_brackets_keeps_its_capital() -> None:
    text = "STANDAR PELAYANAN PENGHAPUSAN HAK TANGGUNGAN (ROYA)"
    standard = _read(text, between="Roya dilakukan setelah utang lunas.\n\n")
    assert standard.title == "Standar Pelayanan Penghapusan Hak Tanggungan (Roya)"


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        ("SEKRETARIAT JENDERAL – BIRO KEPEGAWAIAN", "Biro Kepegawaian"),
        ("SEKRETARIAT JENDERAL\nBIRO KEPEGAWAIAN", "Biro Kepegawaian"),
        (
            "SEKRETARIAT DEWAN PERWAKILAN RAKYAT DAERAH",
            "Sekretariat Dewan Perwakilan Rakyat Daerah",
        ),
    ],
)
def test_the_lowest_office_of_the_letterhead_is_the_unit(head: str, unit: str) -> None:
    block = f"KEMENTERIAN KEPULAUAN\n{head}\n\nSTANDAR PELAYANAN\nUJIAN DINAS"
    assert _read(block).unit == unit


def test_the_form_above_a_name_belongs_to_its_standard() -> None:
    form = (
        "## {number}. SOP {name}\n\nPEMERINTAH KABUPATEN MELATI\n\nSEKRETARIAT DAERAH\n\n"
        "{office}\n\n"
        "Nomor SOP: 067/{number}\n\nTanggal Efektif: 15 Juli 2024\n\nNama SOP: {upper}\n\n"
        "Dasar Hukum\n1. Undang-Undang Nomor 9 Tahun 2010\n\nPersyaratan\n1. Surat permohonan\n\n"
        "Prosedur\n1. Petugas menerima surat (15 menit)\n2. Kepala Bagian menyetujui (1 hari)\n\n"
        "Catatan:\n- Tempat pelayanan: Ruang {number}, Gedung A.\n"
        "- Pelayanan ini tidak dipungut biaya.\n\n"
    )
    named = (("Permohonan Audiensi", "BAGIAN PROTOKOL"), ("Peliputan Kegiatan", "BAGIAN HUMAS"))
    text = "".join(
        form.format(number=number, name=name, upper=name.upper(), office=office)
        for number, (name, office) in enumerate(named, start=1)
    )
    found = read_text(text, "sop.md")
    assert lost(text, found) == {}
    assert [str(one.unit).upper() for one in found] == ["BAGIAN PROTOKOL", "BAGIAN HUMAS"]
    assert [len(one.steps) for one in found] == [2, 2]
    assert [str(one.place)[:7] for one in found] == ["Ruang 1", "Ruang 2"]
