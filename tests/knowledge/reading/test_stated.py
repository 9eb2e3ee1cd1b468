"""Who offers a service, who answers for it and where it is, told below other headings."""
# ruff: noqa: E501  # a table is read by its lines

from __future__ import annotations

import pytest

from knowledge.model import Facet, ServiceStandard
from knowledge.reading import read_text
from tests.knowledge.reading.test_nothing_is_lost import lost


def _read(section: str, *, tail: str = "", head: str = "") -> ServiceStandard:
    text = (
        f"STANDAR PELAYANAN UJI TANAH\n\n{head}A. Ketentuan Umum\n{section}\n\nB. Persyaratan\nKTP\n\n"
        f"C. Prosedur\n1. Mantri memeriksa berkas (1 hari)\n\nD. Biaya\nGratis\n\nE. Evaluasi Kinerja\n"
        f"Dilakukan setiap bulan.\n\n{tail}"
    )
    (standard,) = read_text(text, "uji.txt")
    assert lost(text, [standard]) == {}
    return standard


def test_among_the_general_rules() -> None:
    standard = _read(
        "1. Unit penyelenggara adalah Seksi Tanah.\n2. Penanggung jawab pelayanan adalah Kepala Seksi Tanah.\n"
        "3. Pelaksana pelayanan adalah Petugas Loket dan Analis Tanah."
    )
    assert (standard.unit, standard.responsible) == ("Seksi Tanah", "Kepala Seksi Tanah")
    assert standard.implementers == ("Petugas Loket", "Analis Tanah")


def test_one_who_answers_in_one_word_and_how_many_carry_it_out() -> None:
    standard = _read(
        "1. Penanggungjawab pelayanan adalah Kepala Seksi Tanah.\n"
        "2. Pelaksana pelayanan berjumlah 4 (empat) orang, yaitu 1 orang Analis Tanah dan 3 orang Mantri."
    )
    assert standard.responsible == "Kepala Seksi Tanah"
    assert standard.implementers == ("Analis Tanah", "Mantri")
    assert "jumlah pelaksana" not in standard.components_missing


def test_in_one_sentence_with_the_unit() -> None:
    standard = _read(
        "Layanan ini diselenggarakan oleh Bidang Tanah, dengan penanggung jawab Kepala Bidang Tanah."
    )
    assert (standard.unit, standard.responsible) == ("Bidang Tanah", "Kepala Bidang Tanah")


def test_with_the_name_of_the_service() -> None:
    standard = _read("Penanggung jawab pelayanan uji tanah adalah Wakil Direktur Mutu.")
    assert standard.responsible == "Wakil Direktur Mutu"


@pytest.mark.parametrize("mark", ["", "- "])
def test_as_labels_below_the_last_section(mark: str) -> None:
    tail = (
        f"{mark}Tempat pelayanan: Kantor Balai, Jalan Kopi Nomor 2\n{mark}Waktu pelayanan: Senin-Jumat pukul 08.00-14.00\n"
        f"{mark}Penanggung jawab: Kepala Balai\n"
    )
    standard = _read("Uji tanah adalah pengukuran kesuburan.", tail=tail)
    assert standard.place == "Kantor Balai, Jalan Kopi Nomor 2"
    assert standard.service_hours == "Senin-Jumat pukul 08.00-14.00"
    assert standard.responsible == "Kepala Balai"


@pytest.mark.parametrize(
    ("hours", "place"),
    [
        (
            "Senin s.d. Jumat pukul 08.00-15.30, di Gedung B Lantai 1, Jalan Jati Nomor 7. Hari libur tutup.",
            "Gedung B Lantai 1, Jalan Jati Nomor 7",
        ),
        (
            "Loket Tanah berada di Gedung B Lantai 3 dan buka pada hari Senin pukul 08.00-14.30 WIB.",
            "Gedung B Lantai 3",
        ),
        (
            "Permohonan diterima di Loket Mako, Jl. Api Nomor 1, pada hari Senin pukul 08.00-14.30.",
            "Loket Mako, Jl. Api Nomor 1",
        ),
        ("Pelayanan dibuka hari Senin pukul 08.00-14.30.", None),
    ],
)
def test_the_place_in_a_sentence_on_the_hours(hours: str, place: str | None) -> None:
    standard = _read("Uji tanah.", tail=f"F. Jam Pelayanan\n{hours}\n")
    assert standard.place == place
    assert standard.service_hours is not None


def test_as_a_row_of_the_head() -> None:
    standard = _read("Uji tanah.", head="- Nomor SOP: 4/2024\n- Penanggung jawab: Kepala Balai\n\n")
    assert standard.responsible == "Kepala Balai"


@pytest.mark.parametrize(
    "said",
    [
        "Layanan antar dilaksanakan oleh kurir.",
        "Penanggung jawab pelayanan adalah yang ditunjuk pemohon.",
        "Pelaksana pelayanan adalah semua yang bertugas.",
    ],
)
def test_nothing_is_told_where_nobody_is_named(said: str) -> None:
    standard = _read(said)
    assert (standard.unit, standard.responsible) == (None, None)
    assert standard.implementers == ("Mantri",)


def test_a_paper_or_a_step_tells_nothing_of_the_service() -> None:
    text = (
        "STANDAR PELAYANAN UJI\n\nA. Persyaratan\n1. Denah\n   Tempat: Jalan Kopi 2\n\nB. Prosedur\n"
        "1. Mantri memeriksa (1 hari)\n   Tempat: Ruang Uji\n\nC. Biaya\nGratis\n"
    )
    (standard,) = read_text(text, "uji.txt")
    assert standard.place is None
    assert standard.section(Facet.PLACE) is None


def test_the_office_of_the_letterhead_is_the_unit_unless_another_is_called_so() -> None:
    head = "PEMERINTAH KOTA MAWAR\nDINAS TANAH\n\n"
    body = (
        "STANDAR PELAYANAN UJI TANAH\n\nA. Ketentuan Umum\n{}\n\nB. Persyaratan\nKTP\n\n"
        "C. Biaya\nGratis\n"
    )
    offered = body.format("Layanan ini diselenggarakan oleh Bidang Mutu.")
    called = body.format("Unit penyelenggara adalah Bidang Mutu.")
    units = [read_text(head + text, "x.txt")[0].unit for text in (offered, called)]
    assert units == ["Dinas Tanah", "Bidang Mutu"]


@pytest.mark.parametrize("label", ["Jangka waktu", "Waktu"])
def test_cost_and_time_as_labels_below_another_heading(label: str) -> None:
    (standard,) = read_text(
        "STANDAR PELAYANAN X\n\nA. Persyaratan\n1. KTP\n\nB. Prosedur\n1. Mantri memeriksa berkas\n\n"
        f"C. Ketentuan Lain\nBiaya: gratis\n{label}: 10 menit\nBiaya kirim ditanggung pemohon.\n",
        "x.txt",
    )
    assert standard.cost == "gratis"
    time = standard.section(Facet.TOTAL_TIME)
    assert time is not None
    assert time.items[0].text == "10 menit"
