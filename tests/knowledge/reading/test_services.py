"""Several services of one text that names no standard: a notice board, a leaflet."""

# ruff: noqa: E501  # a table is read by its lines

from __future__ import annotations

import pytest

from knowledge.finding import Finder, Topic
from knowledge.model import Facet, ServiceStandard
from knowledge.reading import read_text
from tests.knowledge.builders import a_standard

BOARD = (
    "KELURAHAN CEMARA\nKECAMATAN PINUS\n\nPAPAN LAYANAN\n\n"
    "Jam buka   : Senin-Kamis 08.00-15.00\nTempat     : Loket depan\n\n"
    "=====================\n1. SURAT KETERANGAN DOMISILI\n=====================\n"
    "Untuk siapa : pendatang\nPersyaratan:\n- Fotokopi KTP\nCaranya:\n"
    "1. Warga menyerahkan berkas ke Petugas Loket\n2. Lurah menandatangani surat (30 menit)\n"
    "Waktu: 1 jam\nBiaya: Gratis\nPetugas: Kepala Seksi Pemerintahan\nMasa berlaku: 6 bulan\n\n"
    "=====================\n2. SURAT KETERANGAN USAHA\n=====================\n"
    "Untuk siapa : pemilik usaha\nPersyaratan:\n- Foto tempat usaha\nCaranya:\n"
    "1. Warga menyerahkan berkas ke Petugas Loket\n"
    "2. Kalau perlu, Kepala Seksi Ekonomi meninjau tempat usaha (1 hari)\n"
    "Waktu: 2 hari kerja\nBiaya: Gratis\nPetugas: Kepala Seksi Ekonomi\nMasa berlaku: 1 tahun\n\n"
    "---------------------\nKALAU ADA KELUHAN (untuk semua surat di atas)\n"
    "---------------------\nSampaikan ke Sekretaris Kelurahan lewat WA 0857-0000-3311\n"
)


@pytest.fixture(scope="module")
def board() -> tuple[ServiceStandard, ...]:
    return read_text(BOARD, "papan.txt")


def test_each_service_is_a_standard_of_its_own(board: tuple[ServiceStandard, ...]) -> None:
    assert [s.title for s in board] == ["Surat Keterangan Domisili", "Surat Keterangan Usaha"]
    assert [s.requirements_user for s in board] == [("Fotokopi KTP",), ("Foto tempat usaha",)]
    assert [len(s.steps) for s in board] == [2, 2]
    assert [s.cost for s in board] == ["Gratis", "Gratis"]
    staff = [s.implementers for s in board]
    assert staff == [("Kepala Seksi Pemerintahan",), ("Kepala Seksi Ekonomi",)]


def test_what_holds_for_all_stands_in_each(board: tuple[ServiceStandard, ...]) -> None:
    assert {s.service_hours for s in board} == {"Senin-Kamis 08.00-15.00"}
    assert {s.place for s in board} == {"Loket depan"}
    receivers = [s.complaint.received_by for s in board if s.complaint]
    assert receivers == ["Sekretaris Kelurahan"] * 2


def test_the_time_behind_the_steps_is_that_of_the_whole(board: tuple[ServiceStandard, ...]) -> None:
    said = [
        [item.text for section in one.sections if section.facet is Facet.TOTAL_TIME
         for item in section.items]
        for one in board
    ]  # fmt: skip
    assert said == [["1 jam"], ["2 hari kerja"]]
    assert [step.duration is not None for step in board[0].steps] == [False, True]


def test_who_acts_only_in_a_case_is_found_behind_it(board: tuple[ServiceStandard, ...]) -> None:
    assert board[1].steps[1].actors == ("Kepala Seksi Ekonomi",)


def test_drawn_lines_are_no_content(board: tuple[ServiceStandard, ...]) -> None:
    texts = [i.text for b in board for s in b.sections for top in s.items for i in top.walk()]
    assert not [text for text in texts if "==" in text or "--" in text]


def test_names_without_components_below_are_no_services() -> None:
    text = BOARD.replace("Persyaratan:\n- Foto tempat usaha\nCaranya:\n", "")
    text = text.replace("Waktu: 2 hari kerja\nBiaya: Gratis\n", "")
    assert len(read_text(text, "papan.txt")) == 1


def test_how_long_a_paper_is_valid_is_kept_with_its_label(
    board: tuple[ServiceStandard, ...],
) -> None:
    output = [s for s in board[0].sections if s.facet is Facet.OUTPUT]
    assert [item.text for s in output for item in s.items] == ["Masa berlaku: 6 bulan"]
    reply = Finder(board).ask("surat domisili berlaku berapa lama?", Topic())
    assert "6 bulan" in str(reply.values)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("jam buka kelurahan cemara hari jumat?", "Senin-Kamis 08.00-15.00"),
        ("tempat layanan kelurahan cemara di mana?", "Loket depan"),
    ],
)
def test_what_all_services_of_an_office_say_alike_is_told_by_its_name(
    board: tuple[ServiceStandard, ...], question: str, told: str
) -> None:
    other = a_standard("Izin Trayek", says={Facet.SERVICE_HOURS: "Sabtu", Facet.PLACE: "Terminal"})
    reply = Finder((*board, other)).ask(question, Topic())
    assert told in str(reply.values)


def test_letters_before_standards_of_one_annex_part_no_standard() -> None:
    service = (
        "{} STANDAR PELAYANAN {}\n\n1. Dasar Hukum\nPeraturan Daerah Nomor 6 Tahun 2023\n\n"
        "2. Persyaratan\n1. KTP\n2. KK\n\n3. Biaya/Tarif\nGratis\n\n"
    )
    text = "LAMPIRAN\nTENTANG STANDAR PELAYANAN\n" + "".join(
        service.format(letter, name)
        for letter, name in (("A.", "KESEHATAN HEWAN"), ("B.", "PINJAM TRAKTOR"))
    )
    assert [one.title for one in read_text(text, "x.txt")] == [
        "Standar Pelayanan Kesehatan Hewan",
        "Standar Pelayanan Pinjam Traktor",
    ]


def test_letters_before_the_two_parts_of_a_standard_do() -> None:
    text = (
        "STANDAR PELAYANAN IZIN\n\nA. STANDAR PELAYANAN DALAM PROSES PENYAMPAIAN\n1. Persyaratan\n"
        "KTP\n2. Biaya\nGratis\nB. STANDAR PELAYANAN DALAM PROSES PENGELOLAAN\n1. Dasar Hukum\n"
        "Peraturan\n2. Jumlah Pelaksana\n3 orang\n"
    )
    assert [one.title for one in read_text(text, "x.txt")] == ["Standar Pelayanan Izin"]


@pytest.mark.parametrize("below", ["Pusat Data, ditetapkan tahun 2024.\n\n", ""])
def test_the_title_above_several_counted_ones_is_none_of_them(below: str) -> None:
    one = "## {0}. Standar Pelayanan {1}\n\n### Syarat\n1. KTP\n\n### Alur\n1. Petugas mencatat.\n\n### Biaya\nGratis\n\n"
    text = f"# Standar Pelayanan Teknologi Informasi\n{below}{one.format(1, 'Surel')}{one.format(2, 'Helpdesk')}"
    titles = [standard.title for standard in read_text(text, "uji.md")]
    assert titles == ["Standar Pelayanan Surel", "Standar Pelayanan Helpdesk"]


def test_parts_of_a_file_that_are_each_a_standard_share_the_first_part() -> None:
    one = "## BAGIAN {0}. STANDAR PELAYANAN {1}\n\n1. Penanggung Jawab\n\nKepala Bagian {2}\n\n2. Persyaratan\n\na. KTP\n\n3. Biaya/Tarif\n\nGratis\n\n4. Prosedur\n\na. Petugas mencatat (5 menit).\n\n"
    text = (
        "STANDAR PELAYANAN\n\nDitetapkan dengan Keputusan Rektor.\n\n## BAGIAN I. KETENTUAN UMUM (berlaku untuk seluruh layanan)\n\n"
        "1. Dasar Hukum\n\nUndang-Undang Nomor 25 Tahun 2009\n\n2. Tempat Pelayanan\n\nLoket 1\n\n"
        "3. Penanganan Pengaduan\n\na. Pengaduan disampaikan kepada Kepala Biro Akademik.\n\nb. Kepala Biro mendelegasikan "
        "penanganan kepada Kepala Bagian Ijazah untuk layanan 1 dan 3, dan kepada Kepala Bagian Cuti untuk layanan 2.\n\n"
        + one.format("II", "LEGALISASI", "Legalisasi")
        + one.format("III", "CUTI", "Cuti")
        + one.format("IV", "MUTASI", "Mutasi")
    )
    found = read_text(text, "uji.md")
    assert [s.title for s in found] == [
        f"Standar Pelayanan {name}" for name in ("Legalisasi", "Cuti", "Mutasi")
    ]
    assert {s.place for s in found} == {"Loket 1"}
    assert {s.legal_basis for s in found} == {("Undang-Undang Nomor 25 Tahun 2009",)}
    assert [s.responsible for s in found] == [
        "Kepala Bagian Legalisasi",
        "Kepala Bagian Cuti",
        "Kepala Bagian Mutasi",
    ]
    handlers = [s.complaint.handled_by for s in found if s.complaint]
    assert handlers == [
        ("Kepala Bagian Ijazah",),
        ("Kepala Bagian Cuti",),
        ("Kepala Bagian Ijazah",),
    ]
