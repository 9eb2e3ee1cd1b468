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
