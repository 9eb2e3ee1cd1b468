"""Headings that are questions: "Berapa biayanya?"."""

from __future__ import annotations

import pytest

from knowledge.model import Facet
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
