"""Documents that call each component in English too, and headings that scanning misread."""

from __future__ import annotations

import pytest

from knowledge.model import Facet
from knowledge.reading import read_text
from knowledge.reading.headings import known_heading
from tests.knowledge.reading.test_nothing_is_lost import lost

TEXT = """STANDAR PELAYANAN SURAT JALAN

Persyaratan / Requirements
1. Paspor / Passport

Prosedur / Procedure
1. Petugas Loket memeriksa paspor (10 menit) / The officer checks the passport (10 minutes)

Waktu Penyelesaian / Processing Time
2 hari kerja / 2 working days

Biaya / Fee
Rp50.000

Pengaduan / Complaints
Kepala Seksi Informasi, WhatsApp 0811-222-3333
"""


def test_a_text_with_headings_in_two_languages() -> None:
    (standard,) = read_text(TEXT, "x.txt")
    assert [section.facet for section in standard.sections] == [
        Facet.REQUIREMENTS,
        Facet.PROCEDURE,
        Facet.TOTAL_TIME,
        Facet.COST,
        Facet.COMPLAINT,
    ]
    assert standard.cost == "Rp50.000"
    assert lost(TEXT, [standard]) == {}


@pytest.mark.parametrize(
    ("heading", "facet"),
    [
        ("Dasar Hukum (Legal Basis)", Facet.LEGAL_BASIS),
        ("Complaints / Pengaduan", Facet.COMPLAINT),
        ("Jam Layanan - Opening Hours", Facet.SERVICE_HOURS),
        ("Dasar Hukurn", Facet.LEGAL_BASIS),
    ],
)
def test_what_a_heading_names(heading: str, facet: Facet) -> None:
    found = known_heading(heading)
    assert found is not None
    assert found.facet is facet


@pytest.mark.parametrize("text", ["Biaya / Rp10.000", "Loket / Counter", "Fee / Costs"])
def test_what_is_no_heading_in_two_languages(text: str) -> None:
    assert known_heading(text) is None
