"""The foot of a web page says whose it is, and is no part of the last section."""

from __future__ import annotations

import pytest

from knowledge.reading import read_text
from tests.knowledge.reading.test_nothing_is_lost import lost

TEXT = "STANDAR PELAYANAN X\n\nA. Persyaratan\n1. KTP\n\nB. Biaya\nGratis\n\n{}\n"


@pytest.mark.parametrize(
    ("foot", "unit"),
    [
        ("© 2024 Pemerintah Desa Uji. Pengunjung hari ini: 37", "Pemerintah Desa Uji"),
        ("Copyright © 2023-2025 - Dinas Uji Kota Satu", "Dinas Uji Kota Satu"),
        ("Hak Cipta © 2025 Badan Uji. All rights reserved.", "Badan Uji"),
        ("© 2024 Tema oleh Studio Satu", None),
    ],
)
def test_whose_a_page_is(foot: str, unit: str | None) -> None:
    text = TEXT.format(foot)
    (standard,) = read_text(text, "x.txt")
    assert (standard.unit, standard.cost) == (unit, "Gratis")
    assert lost(text, [standard]) == {}


def test_a_rule_on_copyrights_is_none() -> None:
    text = TEXT.format("C. Produk\nHak cipta atas naskah tetap pada penulis.")
    (standard,) = read_text(text, "x.txt")
    assert standard.sections[-1].items[0].text == "Hak cipta atas naskah tetap pada penulis."
