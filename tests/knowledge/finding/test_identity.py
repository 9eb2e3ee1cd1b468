"""What a document says of itself above its title: number, dates, and who passed it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.finding import Finder, Topic
from knowledge.finding.answers import ReplyKind
from knowledge.model import Facet
from tests.knowledge.builders import a_standard, a_step

SOP = replace(
    a_standard("Peminjaman Arsip", steps=[a_step("1", "Arsiparis mencari arsip")]),
    preamble=(
        "DINAS KEARSIPAN",
        "Nomor SOP: 045/SOP/2024",
        "Tanggal Pembuatan: 4 Maret 2024",
        "Tanggal Revisi: 5 April 2025",
        "Tanggal Efektif: 1 Mei 2025",
        "Disahkan oleh: Kepala Dinas Kearsipan",
    ),
)
DECREE = replace(
    a_standard("Penjualan Bibit", says={Facet.COST: "Rp1.000"}),
    preamble=("KEPUTUSAN KEPALA DINAS", "NOMOR 188/27/2025", "pada tanggal 20 Januari 2025"),
)
PLAIN = a_standard("Penyusunan SOP", steps=[a_step("1", "Kepala Biro menandatangani SOP")])


@pytest.fixture(scope="module")
def finder() -> Finder:
    return Finder([SOP, DECREE, PLAIN])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("nomor SOP peminjaman arsip berapa?", "Nomor SOP: 045/SOP/2024"),
        ("sop peminjaman arsip nomor berapa ya", "Nomor SOP: 045/SOP/2024"),
        ("kapan SOP peminjaman arsip mulai berlaku?", "Tanggal Efektif: 1 Mei 2025"),
        ("SOP peminjaman arsip direvisi kapan", "Tanggal Revisi: 5 April 2025"),
        ("sop peminjaman arsip dibuat tanggal berapa", "Tanggal Pembuatan: 4 Maret 2024"),
        ("siapa yang mengesahkan SOP peminjaman arsip?", "Disahkan oleh: Kepala Dinas Kearsipan"),
        ("nomor keputusan penjualan bibit berapa", "NOMOR 188/27/2025"),
        ("kapan keputusan penjualan bibit ditetapkan", "pada tanggal 20 Januari 2025"),
    ],
)
def test_the_line_above_the_title_tells_it(text: str, told: str, finder: Finder) -> None:
    reply = finder.ask(text, Topic())
    assert reply.kind is ReplyKind.ANSWER
    assert [line.text for line in reply.values["lines"]] == [told]
    assert [citation.section for citation in reply.citations] == ["kepala dokumen"]
    assert reply.request is not None
    assert finder.request(finder.code(reply.request)) == reply.request


@pytest.mark.parametrize("text", ["kapan SOP penjualan bibit direvisi?", "nomor penyusunan sop"])
def test_what_no_line_tells_is_not_answered_from_the_head(text: str, finder: Finder) -> None:
    assert finder.ask(text, Topic()).form != "document"
