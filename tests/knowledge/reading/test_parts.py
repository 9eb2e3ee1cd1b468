"""The ministry's form in two parts, "A. Service Delivery" and "B. Manufacturing"."""

# ruff: noqa: E501  # a small document is read by its lines

from __future__ import annotations

import pytest

from knowledge.model import Facet
from knowledge.reading import read_text
from tests.knowledge.reading.test_nothing_is_lost import lost

FORM = (
    "STANDAR PELAYANAN X\n\nA. {}\n\n1. Persyaratan\na. KTP\n\n2. Biaya/Tarif\nGratis\n\n"
    "3. Pengaduan\ntelepon 021-123456\n\nB. {}\n\n1. Dasar Hukum\nUU 1\n\n2. Pengawasan Internal\natasan\n"
)
LONG = (
    "Komponen standar pelayanan yang terkait dengan penyampaian\npelayanan (Service Delivery)",
    "Komponen standar pelayanan yang terkait dengan pengelolaan\n(Manufacturing)",
)


@pytest.mark.parametrize("titles", [("Service Delivery", "Manufacturing"), LONG])
def test_the_two_lettered_parts_of_the_form(titles: tuple[str, str]) -> None:
    text = FORM.format(*titles)
    (standard,) = read_text(text, "x.txt")
    assert [(s.part, s.letter, s.facet) for s in standard.sections] == [
        ("A", "1", Facet.REQUIREMENTS),
        ("A", "2", Facet.COST),
        ("A", "3", Facet.COMPLAINT),
        ("B", "1", Facet.LEGAL_BASIS),
        ("B", "2", Facet.SUPERVISION),
    ]
    assert standard.sections[0].part_title == titles[0].replace("\n", " ")
    assert standard.sections[0].items[0].source.section == "A 1.a"
    assert standard.preamble == ()
    assert lost(text, [standard]) == {}


def test_lettered_sections_with_numbered_items_are_no_parts() -> None:
    text = (
        "STANDAR PELAYANAN X\n\nA. Ketentuan\n1. Tempat\n2. Meja\n\nB. Persyaratan\n1. KTP\n\n"
        "C. Biaya\nGratis\n\nD. Jadwal\nSenin\n"
    )
    (standard,) = read_text(text, "x.txt")
    assert [s.letter for s in standard.sections] == ["A", "B", "C", "D"]
