"""Leaflets whose questions and answers say who speaks."""

from __future__ import annotations

import pytest

from knowledge.model import Facet
from knowledge.reading import read_text

TEXT = """LAYANAN PINJAM LAPANGAN
Dinas Olahraga Kota Wiratama

T: Siapa yang boleh meminjam?
J: Warga kota.

T: Apa saja syaratnya?
J: Surat permohonan.

T: Bagaimana caranya?
J: 1. Pemohon menyerahkan surat kepada Petugas Loket.
   2. Petugas Loket memeriksa jadwal (10 menit).

T: Berapa biayanya?
J: Gratis.

T: Ke mana mengadu?
J: Kepada Kepala Dinas melalui WhatsApp 0812-9000-7711.
"""


@pytest.mark.parametrize(
    ("asks", "answers"), [("T:", "J:"), ("Tanya :", "Jawab :"), ("**Q:**", "**A:**"), ("T.", "J.")]
)
def test_the_questions_are_headings(asks: str, answers: str) -> None:
    text = TEXT.replace("T:", asks).replace("J:", answers)
    (standard,) = read_text(text, "pinjam.txt")
    assert [section.facet for section in standard.sections] == [
        Facet.USERS,
        Facet.REQUIREMENTS,
        Facet.PROCEDURE,
        Facet.COST,
        Facet.COMPLAINT,
    ]
    assert len(standard.steps) == 2
    assert standard.cost == "Gratis."
    assert standard.complaint is not None
    assert standard.complaint.received_by == "Kepala Dinas"
