"""Which regulation of a rank governs a service: the entry of its legal basis, and no other."""

from __future__ import annotations

from knowledge.finding import Finder, Topic
from knowledge.model import Facet
from tests.knowledge.builders import a_standard

TREES = a_standard(
    "Penebangan Pohon",
    says={
        Facet.LEGAL_BASIS: (
            "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
            "Peraturan Daerah Nomor 3 Tahun 2018 tentang Ruang Hijau",
            "Peraturan Wali Kota Nomor 44 Tahun 2021 tentang Tata Cara Penebangan Pohon Pelindung",
        )
    },
)
BOATS = a_standard("Izin Tambat", says={Facet.COST: "Rp5.000"})
FINDER = Finder([TREES, BOATS])


def test_the_entry_of_the_rank_that_is_asked_for_is_told() -> None:
    text = "Peraturan wali kota apa yang mengatur tata cara penebangan pohon pelindung?"
    reply = FINDER.ask(text, Topic())
    assert ["Nomor 44" in line.text for line in reply.values["lines"]] == [True]


def test_no_other_entry_stands_for_a_rank_that_is_missing() -> None:
    reply = FINDER.ask("Peraturan gubernur apa yang mengatur penebangan pohon?", Topic())
    assert reply.form != "passage"
