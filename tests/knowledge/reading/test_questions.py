"""Headings that are questions: "Berapa biayanya?"."""

from __future__ import annotations

import pytest

from knowledge.model import Facet
from knowledge.reading import read_text
from knowledge.reading.headings import known_heading


@pytest.mark.parametrize(
    ("question", "facet"),
    [
        ("Apa saja syaratnya?", Facet.REQUIREMENTS),
        ("Dokumen apa yang harus dibawa?", Facet.REQUIREMENTS),
        ("Apa yang perlu disiapkan?", Facet.REQUIREMENTS),
        ("Bagaimana caranya?", Facet.PROCEDURE),
        ("Bagaimana alur pelayanannya?", Facet.PROCEDURE),
        ("Bagaimana cara menyampaikan keluhan?", Facet.COMPLAINT),
        ("Berapa lama prosesnya?", Facet.TOTAL_TIME),
        ("Kapan surat selesai?", Facet.TOTAL_TIME),
        ("Berapa biayanya?", Facet.COST),
        ("Apakah dipungut biaya?", Facet.COST),
        ("Di mana tempatnya?", Facet.PLACE),
        ("Ke mana saya harus datang?", Facet.PLACE),
        ("Kapan loket buka?", Facet.SERVICE_HOURS),
        ("Jam berapa buka?", Facet.SERVICE_HOURS),
        ("Siapa yang bertanggung jawab?", Facet.RESPONSIBLE),
        ("Siapa penanggung jawab layanan ini?", Facet.RESPONSIBLE),
        ("Apa janji layanan kami?", Facet.GUARANTEE),
        ("Berapa lama kartu berlaku?", None),
        ("Siapa saja petugasnya?", Facet.IMPLEMENTERS),
        ("Siapa yang boleh mengajukan?", Facet.USERS),
        ("Apa hasilnya?", Facet.OUTPUT),
        ("Kapan hasilnya keluar?", Facet.TOTAL_TIME),
        ("Apa yang Anda terima?", Facet.OUTPUT),
        ("Bagaimana kami diawasi?", Facet.SUPERVISION),
        ("Mau protes atau kasih saran?", Facet.COMPLAINT),
        ("Kalau mau mengadu atau memberi saran?", Facet.COMPLAINT),
        ("Tidak puas dengan layanan kami?", Facet.COMPLAINT),
        ("Ada keluhan?", Facet.COMPLAINT),
        ("Harus bawa apa saja?", Facet.REQUIREMENTS),
        ("Apa saja yang diperlukan?", Facet.REQUIREMENTS),
        ("Caranya gimana?", Facet.PROCEDURE),
        ("Berapa hari jadi?", Facet.TOTAL_TIME),
        ("Perlu bayar?", Facet.COST),
        ("Nanti dapat apa?", Facet.OUTPUT),
        ("Buka jam berapa?", Facet.SERVICE_HOURS),
        ("Datang ke mana?", Facet.PLACE),
        ("Kapan paling lambat mengajukan?", Facet.OTHER),
        ("Siapa yang mengawasi kami?", Facet.SUPERVISION),
        ("Apakah data saya aman?", Facet.SAFETY),
        ("Buat siapa layanan ini?", Facet.USERS),
        ("Dasarnya apa?", Facet.LEGAL_BASIS),
        ("Layanan ini apa?", Facet.DEFINITIONS),
        ("Berapa lama berlakunya?", None),
        ("Sudah paham?", None),
        ("Ada pertanyaan?", None),
    ],
)
def test_a_question_heads_the_section_that_it_asks_for(question: str, facet: Facet | None) -> None:
    heading = known_heading(question)
    assert (heading and heading.facet) == facet


def test_an_unknown_question_heads_a_section_among_others_that_do() -> None:
    text = (
        "STANDAR PELAYANAN PEMINJAMAN BUKU\n\nApa saja syaratnya?\nKTP.\n\nBerapa biayanya?\n"
        "Gratis.\n\nBerapa buku yang boleh dipinjam?\nTiga buku.\n\nBerapa lama prosesnya?\n"
        "1 (satu) hari.\n\nBerapa lama kartu berlaku?\n3 (tiga) tahun.\n\nApa dasar hukumnya?\n"
        "Undang-Undang Nomor 43 Tahun 2007; Peraturan Wali Kota Nomor 19 Tahun 2023.\n"
    )
    (standard,) = read_text(text, "leaflet.txt")
    assert [(s.facet, len(s.items)) for s in standard.sections] == [
        (Facet.REQUIREMENTS, 1),
        (Facet.COST, 1),
        (Facet.OTHER, 1),
        (Facet.TOTAL_TIME, 1),
        (Facet.OTHER, 1),
        (Facet.LEGAL_BASIS, 1),
    ]
    assert standard.cost == "Gratis."
    assert len(standard.legal_basis) == 2


def test_a_question_in_a_text_without_such_headings_is_no_heading() -> None:
    text = "STANDAR PELAYANAN X\n\nPersyaratan\nKTP.\n\nSudah paham?\n\nBiaya\nGratis.\n"
    (standard,) = read_text(text, "x.txt")
    assert [s.facet for s in standard.sections] == [Facet.REQUIREMENTS, Facet.COST]


@pytest.mark.parametrize(
    ("heading", "facet"),
    [
        ("Yang perlu Anda siapkan", Facet.REQUIREMENTS),
        ("Sebelum datang", Facet.REQUIREMENTS),
        ("Perjalanan sampel Anda", Facet.PROCEDURE),
        ("Begini caranya", Facet.PROCEDURE),
        ("Kapan hasilnya keluar", Facet.TOTAL_TIME),
        ("Berapa bayarnya", Facet.COST),
        ("Hari dan jam loket", Facet.SERVICE_HOURS),
        ("Alamat kami", Facet.PLACE),
        ("Siapa mengerjakan apa", Facet.IMPLEMENTERS),
        ("Layanan ini untuk siapa", Facet.USERS),
        ("Kalau Anda tidak puas", Facet.COMPLAINT),
        ("Janji kami", Facet.GUARANTEE),
        ("Keselamatan dan kerahasiaan", Facet.SAFETY),
        ("Bagaimana kami diawasi dan dinilai", Facet.SUPERVISION),
        ("Aturan yang kami pakai", Facet.LEGAL_BASIS),
        ("Yang Anda bawa pulang", Facet.OUTPUT),
    ],
)
def test_a_heading_in_an_offices_own_words(heading: str, facet: Facet) -> None:
    known = known_heading(heading)
    assert known is not None
    assert known.facet is facet
    assert known.exact


@pytest.mark.parametrize(
    "line",
    [
        "Yang perlu Anda siapkan adalah KTP asli",
        "yang perlu dibawa",
        "Kalau Anda tidak puas, hubungi loket kami",
        "Siapa yang bisa diajak bicara di luar jam kerja kami nanti",
    ],
)
def test_what_only_begins_like_one_heads_nothing(line: str) -> None:
    assert known_heading(line) is None


def test_a_leaflet_without_one_official_heading_is_read() -> None:
    text = (
        "STANDAR PELAYANAN PEMERIKSAAN SAMPEL AIR\n\nLayanan ini untuk siapa\nWarga dan usaha.\n\n"
        "Yang perlu Anda siapkan\n1) Formulir\n2) Sampel 250 ml\n\nPerjalanan sampel Anda\n"
        "Langkah 1. Petugas Loket memeriksa formulir, 15 menit.\n"
        "Langkah 2. Analis memeriksa sampel, 3 hari kerja.\n\n"
        "Kapan hasilnya keluar\n5 hari kerja.\n\nBerapa bayarnya\nRp90.000\n\n"
        "Siapa mengerjakan apa\nPenanggung jawab layanan adalah Kepala UPTD Laboratorium. Layanan "
        "dijalankan oleh 11 orang.\n"
    )
    (standard,) = read_text(text, "air.txt")
    assert standard.requirements_user == ("Formulir", "Sampel 250 ml")
    assert standard.cost == "Rp90.000"
    assert standard.responsible == "Kepala UPTD Laboratorium"
    assert len(standard.steps) == 2


def test_a_question_for_place_and_hours_heads_both() -> None:
    text = """STANDAR PELAYANAN PEMINJAMAN ALAT

Apa yang harus dibawa?

1. KTP

Bayar berapa?

Gratis.

Di mana dan jam berapa?

Loket 3 Gedung Utama lantai dasar.
Senin sampai Jumat pukul 08.00-15.00 WITA.

Mau protes atau kasih saran?

Sampaikan kepada Kepala Subbagian Alat lewat surel adu@alat.go.id.
"""
    (standard,) = read_text(text, "panduan.txt")
    assert standard.place == "Loket 3 Gedung Utama lantai dasar."
    assert standard.service_hours == "Senin sampai Jumat pukul 08.00-15.00 WITA."
    assert standard.complaint is not None
    assert standard.complaint.received_by == "Kepala Subbagian Alat"
