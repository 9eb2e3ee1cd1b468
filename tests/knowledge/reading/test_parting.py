"""Sections that hold several components are taken apart by what their sentences open."""
# ruff: noqa: E501  # a table is read by its lines

from __future__ import annotations

import pytest

from knowledge.model import Facet
from knowledge.reading import read_text
from tests.knowledge.reading.test_nothing_is_lost import lost

TEXT = "STANDAR PELAYANAN X\n\nA. Persyaratan\n1. KTP\n\nB. {}\n\nC. Biaya\nGratis\n"


@pytest.mark.parametrize(
    ("section", "unit", "responsible", "implementers"),
    [
        (
            "Unit Penyelenggara dan Pelaksana\nPelayanan legalisasi diselenggarakan oleh Biro Umum. Penanggung jawab pelayanan adalah Kepala Biro Umum, yang bertanggung jawab kepada Rektor. Pelaksana pelayanan adalah Koordinator Bidang Data dan Arsip, Arsiparis, dan Staf Loket.",
            "Biro Umum",
            "Kepala Biro Umum",
            ("Koordinator Bidang Data dan Arsip", "Arsiparis", "Staf Loket"),
        ),
        (
            "Penyelenggara\nUnit pelayanan adalah UPTD Pengujian. Penanggung jawab pelayanan adalah Kepala UPTD Pengujian. Pelaksana pelayanan:\n1. Penguji\n2. Petugas Loket",
            "UPTD Pengujian",
            "Kepala UPTD Pengujian",
            ("Penguji", "Petugas Loket"),
        ),
        (
            "Penanggung Jawab dan Pelaksana\nPenanggung jawab: Camat\nPelaksana: Sekretaris Kecamatan dan Petugas Loket",
            None,
            "Camat",
            ("Sekretaris Kecamatan", "Petugas Loket"),
        ),
        (
            "Penanggung Jawab dan Pelaksana\n1. Penanggung jawab: Camat\n2. Pelaksana:\n   a. Kepala Seksi Pelayanan\n   b. Petugas Loket",
            None,
            "Camat",
            ("Kepala Seksi Pelayanan", "Petugas Loket"),
        ),
    ],
)  # fmt: skip
def test_who_answers_for_the_service_and_who_carries_it_out(
    section: str, unit: str | None, responsible: str, implementers: tuple[str, ...]
) -> None:
    text = TEXT.format(section)
    (standard,) = read_text(text, "uji.txt")
    assert (standard.unit, standard.responsible) == (unit, responsible)
    assert standard.implementers == implementers
    assert lost(text, [standard]) == {}


@pytest.mark.parametrize(
    ("section", "place", "hours"),
    [
        (
            "Waktu dan Tempat Pelayanan\nGedung Rektorat Lantai 1. Senin s.d. Kamis pukul 08.00-16.00 dan Jumat pukul 08.00-16.30.",
            "Gedung Rektorat Lantai 1.",
            "Senin s.d. Kamis pukul 08.00-16.00 dan Jumat pukul 08.00-16.30.",
        ),
        (
            "Tempat dan Jadwal Pelayanan\n1. Pelayanan dilaksanakan di Kantor Dinas, Jl. Merdeka 17.\n2. Senin-Jumat pukul 08.00-15.00.",
            "Kantor Dinas, Jl. Merdeka 17.",
            "Senin-Jumat pukul 08.00-15.00.",
        ),
        (
            "Tempat dan Jam Pelayanan\nGedung Uji, Jalan Lingkar 2.\n- Hari: Pendaftaran, Pengujian\n- Senin: 07.30-13.00, 08.00-15.00\n- Minggu: Libur",
            "Gedung Uji, Jalan Lingkar 2.",
            "Hari: Pendaftaran, Pengujian; Senin: 07.30-13.00, 08.00-15.00; Minggu: Libur",
        ),
        (
            "Tempat Pelayanan\nLoket 3, Jalan Mawar 1. Loket buka Senin sampai Jumat pukul 08.00 sampai 15.00.",
            "Loket 3, Jalan Mawar 1.",
            "Loket buka Senin sampai Jumat pukul 08.00 sampai 15.00.",
        ),
    ],
)  # fmt: skip
def test_the_place_and_the_hours_of_one_section(section: str, place: str, hours: str) -> None:
    text = TEXT.format(section)
    (standard,) = read_text(text, "uji.txt")
    assert (standard.place, standard.service_hours) == (place, hours)
    assert lost(text, [standard]) == {}


def test_a_section_of_one_component_stays_whole() -> None:
    text = TEXT.format(
        "Tempat Pelayanan\nPelayanan diselenggarakan di Balai Kota. Penyuluhan dapat di kelurahan."
    )
    (standard,) = read_text(text, "uji.txt")
    assert standard.place == (
        "Pelayanan diselenggarakan di Balai Kota. Penyuluhan dapat di kelurahan."
    )


def test_each_component_has_its_words_of_the_heading_and_the_letter_of_the_section() -> None:
    text = TEXT.format(
        "Biaya dan Jangka Waktu Penyelesaian\nRp5.000 per berkas. Paling lama 3 (tiga) hari kerja."
    )
    (standard,) = read_text(text, "uji.txt")
    assert [(s.letter, s.facet, s.heading) for s in standard.sections[1:3]] == [
        ("B", Facet.COST, "Biaya"),
        ("B", Facet.TOTAL_TIME, "Jangka Waktu Penyelesaian"),
    ]


def test_requirements_and_procedure_below_one_heading() -> None:
    text = TEXT.format(
        "Persyaratan dan Prosedur\nPersyaratan:\n1. KTP\n2. KK\nProsedur:\n1. Pemohon mendaftar.\n"
        "2. Petugas memeriksa (5 menit)."
    )
    (standard,) = read_text(text, "uji.txt")
    assert [step.number for step in standard.steps] == ["1", "2"]
    assert lost(text, [standard]) == {}


def test_a_clause_may_tell_another_component_than_its_sentence() -> None:
    text = (
        "STANDAR PELAYANAN UJI\n\n1. Unit dan penanggung jawab\nPelayanan dilaksanakan oleh UPTD "
        "Laboratorium dan penanggung jawabnya adalah Kepala UPTD Laboratorium. Pelaksananya "
        "adalah Analis dan Bendahara Penerimaan.\n\n2. Persyaratan\nKTP\n\n3. Tempat dan jam "
        "layanan\nPelayanan diselenggarakan di Gedung A, Jalan Veteran Nomor 3, pada hari Senin "
        "sampai Kamis pukul 08.00-15.00. Antrean ditutup pukul 14.00.\n"
    )
    (standard,) = read_text(text, "uji.txt")
    assert standard.unit == "UPTD Laboratorium"
    assert standard.responsible == "Kepala UPTD Laboratorium"
    assert standard.implementers == ("Analis", "Bendahara Penerimaan")
    assert standard.place == "Gedung A, Jalan Veteran Nomor 3"
    assert (standard.service_hours or "").startswith("pada hari Senin")
    assert (standard.service_hours or "").endswith("Antrean ditutup pukul 14.00.")
    assert lost(text, [standard]) == {}


def test_safety_told_below_the_guarantee_is_a_section_of_its_own() -> None:
    text = TEXT.format(
        "Jaminan Pelayanan\nPetugas tidak menerima imbalan; pelayanan tidak dipungut biaya. "
        "Jaminan keamanan: data pemohon disimpan dengan aman."
    )
    (standard,) = read_text(text, "uji.txt")
    facets = [s.facet for s in standard.sections[1:]]
    assert facets == [Facet.GUARANTEE, Facet.SAFETY, Facet.COST]
    assert standard.cost == "Gratis"
    assert lost(text, [standard]) == {}


@pytest.mark.parametrize("heading", ["Sarana", "Sarana dan Fasilitas", "Peralatan/Perlengkapan"])
def test_facilities_by_other_names(heading: str) -> None:
    (standard,) = read_text(TEXT.format(f"{heading}\nRuang tunggu."), "uji.txt")
    assert standard.sections[1].facet is Facet.FACILITIES


@pytest.mark.parametrize("mark", ["- ", ""])
def test_a_label_below_a_heading_of_place_and_hours_takes_up_no_hours(mark: str) -> None:
    text = (
        "# Standar Pelayanan X\n\n## Biaya\n\nGratis\n\n## Tempat dan waktu pelayanan\n\n"
        f"{mark}Tempat: Gedung Uji\n- Senin-Kamis: 08.00-15.00\n- Jumat: 08.00-14.00\n\n## Produk\n\nKartu\n"
    )
    (standard,) = read_text(text, "x.md")
    assert standard.place == "Gedung Uji"
    assert standard.service_hours == "Senin-Kamis: 08.00-15.00; Jumat: 08.00-14.00"
    hours = standard.section(Facet.SERVICE_HOURS)
    assert hours is not None
    assert hours.heading == "Waktu pelayanan"


def test_what_stands_first_is_what_the_heading_names_first() -> None:
    section = "Jaminan dan Pengawasan\nSurat yang salah ketik diganti hari itu juga. Pengawasan dilakukan oleh Badan Desa."
    (standard,) = read_text(TEXT.format(section), "x.txt")
    guarantee = standard.section(Facet.GUARANTEE)
    supervision = standard.section(Facet.SUPERVISION)
    assert guarantee is not None
    assert supervision is not None
    assert guarantee.items[0].text == "Surat yang salah ketik diganti hari itu juga."
    assert supervision.items[0].text == "Pengawasan dilakukan oleh Badan Desa."


def test_those_who_are_named_and_then_counted() -> None:
    section = "Penanggung jawab pelayanan adalah Camat, sedangkan pelaksananya adalah juru bayar dan juru tulis. Seluruhnya berjumlah 3 orang, terdiri atas 1 juru bayar dan 2 juru tulis."
    (standard,) = read_text(TEXT.format(f"Penyelenggara\n{section}"), "x.txt")
    assert standard.implementers == ("juru bayar", "juru tulis")
    count = standard.section(Facet.STAFF_COUNT)
    assert count is not None
    assert count.items[0].text.startswith("Seluruhnya berjumlah 3 orang")


def test_a_list_of_rules_some_of_which_tell_a_component() -> None:
    rules = "- Jam pelayanan: Senin-Jumat 08.00-14.00\n- Tempat: Kantor Uji, Jalan Kopi 4\n- Berkas yang kurang dikembalikan.\n- Pemohon dilayani sesuai nomor antrean."
    text = f"# Standar Pelayanan X\n\n## Persyaratan\n1. KTP\n\n## Ketentuan umum\n{rules}\n"
    (standard,) = read_text(text, "x.md")
    assert standard.place == "Kantor Uji, Jalan Kopi 4"
    assert lost(text, [standard]) == {}


def test_a_paragraph_that_leads_to_the_rules_is_none_of_them() -> None:
    section = "Dasar Hukum\nPelayanan ini diselenggarakan berdasarkan:\na. Undang-Undang Nomor 1 Tahun 2020;\nb. Peraturan Bupati Nomor 5 Tahun 2020."
    (standard,) = read_text(TEXT.format(section), "x.txt")
    assert len(standard.legal_basis) == 2


def test_who_may_handle_a_complaint_stands_among_its_entries() -> None:
    rules = "1. Pengawasan dilakukan oleh Inspektorat.\n2. Pengaduan disampaikan kepada Kepala Biro Umum.\n3. Kepala Biro Umum dapat mendelegasikan penanganannya kepada Kepala Bagian A atau Kepala Bagian B.\n4. Tanggapan atas pengaduan diberikan paling lambat 10 hari kerja."
    (standard,) = read_text(TEXT.format(f"Pengawasan dan Penanganan Pengaduan\n{rules}"), "x.txt")
    assert standard.complaint is not None
    assert standard.complaint.received_by == "Kepala Biro Umum"
    assert standard.complaint.handled_by == ("Kepala Bagian A", "Kepala Bagian B")


@pytest.mark.parametrize(
    ("section", "hours"),
    [
        ("Jadwal Pelayanan\n24 jam", "24 jam"),
        ("Jadwal Pelayanan\n24 jam, termasuk hari libur.", "24 jam, termasuk hari libur."),
        ("Waktu Pelayanan\n24 jam setiap hari", "24 jam setiap hari"),
        ("Waktu Pelayanan\n24 jam", None),
    ],
)
def test_an_office_that_never_closes_has_hours_and_no_time_that_it_takes(
    section: str, hours: str | None
) -> None:
    (standard,) = read_text(TEXT.format(section), "uji.txt")
    assert standard.service_hours == hours
