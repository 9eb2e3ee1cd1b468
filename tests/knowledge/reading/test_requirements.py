"""Whose a requirement is: a side is named by a heading item, not by a word inside a paper's name."""
# ruff: noqa: E501  # a table is read by its lines

from __future__ import annotations

import pytest

from knowledge.model import Facet
from knowledge.reading import read_text
from tests.knowledge.reading.test_nothing_is_lost import lost

FRAME = "STANDAR PELAYANAN UJI\n\nA. Persyaratan\n{}\n\nB. Biaya\nGratis\n"

SIDES = [
    ("1. Fotokopi KTP pemohon\n2. Surat pengantar", ("Fotokopi KTP pemohon", "Surat pengantar"), ()),
    ("1. Surat kuasa dari penerima\n2. KTP", ("Surat kuasa dari penerima", "KTP"), ()),
    ("1. Formulir yang telah diisi petugas\n2. KK", ("Formulir yang telah diisi petugas", "KK"), ()),
    (
        "1. Pemohon baru:\na. KTP\nb. KK\n2. Pemohon perpanjangan:\na. SIM lama\n3. Pas foto",
        ("Pemohon baru: KTP", "Pemohon baru: KK", "Pemohon perpanjangan: SIM lama", "Pas foto"),
        (),
    ),
    (
        "1. Persyaratan bagi pelaksana:\na. Ijazah\nb. Sertifikat\n2. Persyaratan pemohon:\na. KTP\nb. KK",
        ("KTP", "KK"),
        ("Ijazah", "Sertifikat"),
    ),
    ("1. Persyaratan pelaksana:\na. Ijazah\n2. KTP", ("KTP",), ("Ijazah",)),
    ("1. Pengguna: KTP asli\n2. Petugas: surat tugas", ("KTP asli",), ("surat tugas",)),
    (
        "1. Pelaksana memiliki kompetensi\n2. Pemohon hadir sendiri",
        ("Pemohon hadir sendiri",),
        ("Pelaksana memiliki kompetensi",),
    ),
    (
        "1. Pemohon mengisi formulir dengan lampiran:\na. KTP\nb. KK",
        ("Pemohon mengisi formulir dengan lampiran: KTP", "Pemohon mengisi formulir dengan lampiran: KK"),
        (),
    ),
    ("1. Dokumen pemohon:\na. KTP\nb. KK", ("Dokumen pemohon: KTP", "Dokumen pemohon: KK"), ()),
    (
        "1. Permohonan baru\na. KTP\nb. KK\n2. Perpanjangan\na. SIM lama",
        ("Permohonan baru: KTP", "Permohonan baru: KK", "Perpanjangan: SIM lama"),
        (),
    ),
    (
        "1. Surat pernyataan yang memuat:\na. identitas\nb. alamat\n2. KTP",
        ("Surat pernyataan yang memuat: a. identitas; b. alamat", "KTP"),
        (),
    ),
    (
        "1. Salah satu kartu, yaitu:\na. KTP\nb. SIM\n2. KK",
        ("Salah satu kartu, yaitu: a. KTP; b. SIM", "KK"),
        (),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "user", "implementer"), SIDES, ids=[s[0][:40] for s in SIDES])
def test_every_requirement_is_read_on_its_side(
    lines: str, user: tuple[str, ...], implementer: tuple[str, ...]
) -> None:
    (standard,) = read_text(FRAME.format(lines), "uji.txt")
    assert (standard.requirements_user, standard.requirements_implementer) == (user, implementer)


def test_two_sections_of_requirements_are_read_together() -> None:
    text = FRAME.format("1. KTP") + "\nC. Persyaratan Khusus\n1. SIM\n"
    (standard,) = read_text(text, "uji.txt")
    assert standard.requirements_user == ("KTP", "SIM")


@pytest.mark.parametrize(
    ("first", "second"),
    [("- STNK asli\n- KTP", "- STNK\n- BPKB"), ("1. STNK asli\n2. KTP", "1. STNK\n2. BPKB")],
)
def test_each_list_stands_below_the_line_that_names_it(first: str, second: str) -> None:
    text = (
        f"STANDAR PELAYANAN X\n\n1) PERSYARATAN\nPengesahan tahunan:\n{first}\nPenggantian STNK:\n"
        f"{second}\nKendaraan milik badan usaha menambahkan surat kuasa.\n\n2) BIAYA\nGratis\n"
    )
    (standard,) = read_text(text, "uji.txt")
    assert standard.requirements_user == (
        "Pengesahan tahunan: STNK asli",
        "Pengesahan tahunan: KTP",
        "Penggantian STNK: STNK",
        "Penggantian STNK: BPKB",
        "Kendaraan milik badan usaha menambahkan surat kuasa",
    )
    assert standard.warnings == ()
    assert lost(text, [standard]) == {}


def test_one_list_below_its_line_stays_a_list() -> None:
    text = "STANDAR PELAYANAN X\n\n1) PERSYARATAN\nBerkas yang dibawa:\n- KTP\n- KK\n\n2) BIAYA\nGratis\n"
    (standard,) = read_text(text, "uji.txt")
    assert standard.requirements_user == ("KTP", "KK")


def test_lists_of_a_label_whose_words_say_whose_they_are() -> None:
    text = (
        "# SURAT DOMISILI\n\n**Dasar hukum:** Peraturan Wali Kota Nomor 4 Tahun 2021\n\n"
        "**Persyaratan perorangan:**\n- KTP\n- KK\n\n**Syarat bagi lembaga/yayasan:**\n- Akta\n\n"
        "**Prosedur:**\n1. Lurah meneken (1 jam).\n\n**Biaya:** Gratis\n\n**Produk:** Surat\n"
    )
    (standard,) = read_text(text, "uji.md")
    assert standard.requirements_user == (
        "Persyaratan perorangan: KTP",
        "Persyaratan perorangan: KK",
        "Syarat bagi lembaga/yayasan: Akta",
    )
    assert standard.legal_basis == ("Peraturan Wali Kota Nomor 4 Tahun 2021",)
    assert lost(text, [standard]) == {}


KINDS = """Nama SOP: Cuti Pegawai

Dasar Hukum

1. Undang-Undang Nomor 2 Tahun 1981

Peralatan/Perlengkapan

Komputer

A. Ruang Lingkup

Cuti pegawai kantor pusat.

B. Jenis Cuti, Lama, dan {demands}

| Jenis Cuti | Lama | {demands} | Pemberi |
|---|---|---|---|
| Cuti sakit | 14 hari | Surat dokter | Atasan |
| Cuti besar | 3 bulan | Masa kerja 5 tahun | Menteri |
| Cuti tahunan | 12 hari | Formulir | Atasan |

Sisa cuti dapat dipakai tahun berikutnya.

C. Uraian Prosedur

| No | Kegiatan | Pelaksana | Waktu |
|---|---|---|---|
| 1 | Memeriksa berkas | Petugas Loket | 5 menit |
| 2 | Meneken surat | Kepala Biro | 1 hari |

D. Produk dan Waktu Penyelesaian

Produk adalah surat izin cuti. Surat izin cuti diselesaikan paling lama 3 hari kerja.

E. Biaya

Gratis.
"""


def test_a_table_of_kinds_with_what_each_demands_holds_the_requirements() -> None:
    text = KINDS.format(demands="Persyaratan")
    (standard,) = read_text(text, "uji.md")
    assert (
        standard.requirements_user[1]
        == "Cuti besar: Lama 3 bulan, Persyaratan Masa kerja 5 tahun, Pemberi Menteri"
    )
    time = standard.section(Facet.TOTAL_TIME)
    assert time is not None
    assert [item.text for item in time.items] == [
        "Surat izin cuti diselesaikan paling lama 3 hari kerja."
    ]
    letters = [section.letter for section in standard.sections if section.letter]
    assert [*dict.fromkeys(letters)] == ["A", "B", "C", "D", "E"]
    assert lost(text, [standard]) == {}


def test_a_table_of_kinds_that_demands_nothing_stays_what_it_is() -> None:
    (standard,) = read_text(KINDS.format(demands="Keterangan"), "uji.md")
    assert standard.requirements_user == ()
    assert "Jenis Cuti, Lama, dan Keterangan" in [section.heading for section in standard.sections]
