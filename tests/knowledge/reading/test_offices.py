"""The unit, the responsible post and the service, where no scope section tells them."""
# ruff: noqa: E501  # a table is read by its lines

from __future__ import annotations

import pytest

from knowledge.reading import read_text
from tests.knowledge.reading.test_nothing_is_lost import lost

REST = "\n\nA. Persyaratan\n1. KTP\n\nB. Biaya\nGratis\n"
FIELDS = (
    "STANDAR PELAYANAN\n\nJenis Pelayanan : Pengaduan Konsumen\n"
    "Unit Penyelenggara : Dinas Perdagangan\n"
    "Penanggung Jawab : Kepala Dinas Perdagangan (Ir. Budi Santoso, NIP. 197203041998031002)"
)


@pytest.mark.parametrize(
    ("text", "title", "unit", "responsible"),
    [
        (FIELDS + REST, "Pengaduan Konsumen", "Dinas Perdagangan", "Kepala Dinas Perdagangan"),
        (
            "STANDAR PELAYANAN X" + REST + "\nC. Unit Penyelenggara\nDinas X\n\nD. Penanggung Jawab\nKepala Dinas X\nIr. Budi Santoso, M.Si\nNIP. 197001011990031001\n",
            "X", "Dinas X", "Kepala Dinas X",
        ),
        ("STANDAR PELAYANAN IZIN X\nDINAS KESEHATAN KOTA MELATI" + REST, "Izin X", "Dinas Kesehatan Kota Melati", None),
        ("Standar Pelayanan Izin X\nSekretariat Daerah Kota Melati" + REST, "Izin X", "Sekretariat Daerah Kota Melati", None),
        ("# Standar Pelayanan Izin X\n\nDinas Kesehatan Kota Melati\n\n## Persyaratan\n- KTP\n## Biaya\nGratis\n", "Izin X", "Dinas Kesehatan Kota Melati", None),
        ("# POLRES MELATI — Satuan Lalu Lintas\n\n## Standar Pelayanan Izin X\n\n## Persyaratan\n- KTP\n## Biaya\nGratis\n", "Izin X", "POLRES MELATI — Satuan Lalu Lintas", None),
        ("STANDAR PELAYANAN X\n\nUnit Penyelenggara : Dinas X\n\nStandar ini disusun bersama." + REST, "X", "Dinas X", None),
        ("STANDAR PELAYANAN SAMBUNGAN BARU\nPERUSAHAAN UMUM DAERAH AIR MINUM TIRTA KENCANA" + REST, "Sambungan Baru", "Perusahaan Umum Daerah Air Minum Tirta Kencana", None),
        ("STANDAR PELAYANAN SAMBUNGAN BARU\nPERUMDA AIR MINUM TIRTA KENCANA" + REST, "Sambungan Baru", "Perumda Air Minum Tirta Kencana", None),
        ("STANDAR PELAYANAN UJI BERKALA\n\nUPTD PENGUJIAN KENDARAAN" + REST, "Uji Berkala", "UPTD Pengujian Kendaraan", None),
        ("STANDAR PELAYANAN LEGALISASI IJAZAH\nUNIVERSITAS MELATI" + REST, "Legalisasi Ijazah", "Universitas Melati", None),
        ("STANDAR PELAYANAN PENDAFTARAN\nPERUSAHAAN ANGKUTAN UMUM" + REST, "Pendaftaran Perusahaan Angkutan Umum", None, None),
        ("STANDAR PELAYANAN SAMBUNGAN BARU DI\nPERUMDA AIR MINUM" + REST, "Sambungan Baru di Perumda Air Minum", None, None),
        ("STANDAR PELAYANAN\nIZIN X DI LINGKUNGAN\nDINAS KESEHATAN" + REST, "Izin X di Lingkungan Dinas Kesehatan", None, None),
        ("STANDAR PELAYANAN\nPINJAM ALAT UKUR\nBIRO UMUM\nSEKRETARIAT JENDERAL KEMENTERIAN X" + REST, "Pinjam Alat Ukur", "Biro Umum", None),
        ("STANDAR PELAYANAN\nPENYUSUNAN PEDOMAN\nBIDANG ORGANISASI" + REST, "Penyusunan Pedoman Bidang Organisasi", None, None),
        ("STANDAR PELAYANAN BIRO UMUM\nSEKRETARIAT DAERAH PROVINSI X\n\nI. STANDAR PELAYANAN PINJAM ALAT" + REST, "Pinjam Alat", "Biro Umum", None),
        ("STANDAR PELAYANAN PUSKESMAS MELATI TAHUN 2024\nKECAMATAN PINUS\n\nI. STANDAR PELAYANAN SURAT SEHAT" + REST, "Surat Sehat", "Puskesmas Melati", None),
        ("STANDAR PELAYANAN\nBADAN USAHA MILIK DESA" + REST, "Badan Usaha Milik Desa", None, None),
    ],
)  # fmt: skip
def test_unit_and_responsible_around_the_title(
    text: str, title: str, unit: str | None, responsible: str | None
) -> None:
    (standard,) = read_text(text, "uji.txt")
    assert standard.title == f"Standar Pelayanan {title}"
    assert (standard.unit, standard.responsible) == (unit, responsible)
    assert standard.requirements_user == ("KTP",)
    assert lost(text, [standard]) == {}


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("1. Kepala Seksi A\n2. Staf Seksi A", ("Kepala Seksi A", "Staf Seksi A")),
        ("Kepala Seksi A dan Staf Seksi A", ("Kepala Seksi A", "Staf Seksi A")),
    ],
)
def test_implementers_of_a_section_of_their_own(lines: str, expected: tuple[str, ...]) -> None:
    (standard,) = read_text(f"STANDAR PELAYANAN X{REST}\nC. Pelaksana\n{lines}\n", "uji.txt")
    assert standard.implementers == expected


COVER = (
    "KEPUTUSAN KEPALA DINAS KESEHATAN KOTA MELATI\n\nSTANDAR PELAYANAN\nDINAS KESEHATAN\nKOTA MELATI\n\n"
    "Ditetapkan dua standar.\n\nI. STANDAR PELAYANAN\nPENERBITAN KARTU IBU HAMIL (KIH-el)"
    f"{REST}\nII. STANDAR PELAYANAN\nPENERBITAN KARTU BALITA (KB){REST.replace('KTP', 'KTP Ibu')}"
    "\nC. Pengaduan\nSurel kb@melati.go.id"
)


def test_an_office_on_the_cover_is_no_title_and_heads_all_standards() -> None:
    first, second = read_text(COVER, "x.txt")
    assert first.title == "Standar Pelayanan Penerbitan Kartu Ibu Hamil (KIH-el)"
    assert second.title == "Standar Pelayanan Penerbitan Kartu Balita (KB)"
    assert {first.unit, second.unit} == {"Dinas Kesehatan Kota Melati"}
    assert lost(COVER, [first, second]) == {}


def test_the_cover_of_several_services_names_the_office_of_each() -> None:
    service = "## {}. Surat {}\n\n**Persyaratan:**\n- KTP\n\n**Prosedur:**\n1. Lurah meneken (1 jam).\n\n**Biaya:** Gratis\n\n"
    text = (
        "# STANDAR PELAYANAN KELURAHAN MELATI\n## KECAMATAN PINUS\n\nDokumen ini memuat dua jenis.\n\n"
        + service.format(1, "Keterangan Usaha")
        + service.format(2, "Keterangan Domisili")
    )
    found = read_text(text, "uji.md")
    assert [standard.title for standard in found] == [
        "Surat Keterangan Usaha",
        "Surat Keterangan Domisili",
    ]
    assert {standard.unit for standard in found} == {"Kelurahan Melati"}


def test_the_head_of_an_office_who_decrees_a_standard_names_it() -> None:
    services = "".join(
        f"BAGIAN {letter}\nSTANDAR PELAYANAN {name}\n\n1. Dasar Hukum\na. Undang-Undang Nomor 13\n\n"
        "2. Persyaratan\na. KTP\n\n3. Prosedur\n1) Petugas Loket memeriksa berkas (5 menit).\n\n"
        for letter, name in (("A", "KARTU KERJA"), ("B", "PENCATATAN PERJANJIAN"))
    )
    head = "KEPUTUSAN KEPALA DINAS TENAGA KERJA\nKABUPATEN MELATI\nNOMOR 560/112/2024\nTENTANG\n"
    found = read_text(f"{head}STANDAR PELAYANAN TENAGA KERJA\n\n{services}", "kerja.txt")
    assert [one.unit for one in found] == ["Dinas Tenaga Kerja Kabupaten Melati"] * 2
