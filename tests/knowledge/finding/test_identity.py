"""What a document says of itself above its title: number, dates, and who passed it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.finding import Finder, Topic
from knowledge.finding.answers import ReplyKind
from knowledge.model import Facet, Item, Section, Source
from tests.knowledge.builders import a_standard, a_step


def _said(text: str) -> Item:
    return Item("", text, Source("Bab V"))


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


BOUND = replace(
    a_standard("Izin Syuting"),
    file="kadis.txt",
    preamble=(
        "KEPUTUSAN KEPALA DINAS PARIWISATA",
        "NOMOR 556/12/2025",
        "Mengingat : 1. Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;",
        "2. Keputusan Bupati Nomor 4 Tahun 2020 tentang Wisata;",
        "M E M U T U S K A N :",
        "KESATU : Menetapkan standar pelayanan sebagaimana tercantum dalam Lampiran.",
        "KEDUA : Pada saat Keputusan ini berlaku, Keputusan Kepala Dinas Nomor 556/7/2019 dicabut.",
        "KETIGA : Keputusan ini mulai berlaku pada tanggal 1 Juli 2025.",
        "Ditetapkan di Randualas",
        "pada tanggal 16 Juni 2025",
        "KEPALA DINAS,",
        "Dra. SEKAR AYUNI, M.M.",
        "LAMPIRAN",
    ),
)
BESIDE = replace(a_standard("Sewa Panggung"), file="kadis.txt", shared_head=BOUND.preamble)
CLOSED = replace(
    a_standard("Pinjam Buku", says={Facet.COST: "Gratis"}),
    file="buku.txt",
    sections=(
        Section(Facet.OTHER, "", "Penutup", "", (_said("Prosedur tetap ini mulai berlaku pada "
        "tanggal ditetapkan."),), Source("Bab V")),
        Section(Facet.OTHER, "", "Ditetapkan di Randualas", "", (_said("pada tanggal 9 Mei 2024"),),
        Source("Bab V"), original="Ditetapkan di Randualas"),
        Section(Facet.OTHER, "", "KEPALA DINAS,", "", (_said("ttd."), _said("BUDI SANTOSA")),
        Source("Bab V"), original="KEPALA DINAS,"),
        Section(Facet.PLACE, "", "Tempat", "", (_said("Gedung B"),), Source("Bab II")),
    ),
)  # fmt: skip
DECREES = Finder([BOUND, BESIDE, CLOSED])
_IN_FORCE = "KETIGA : Keputusan ini mulai berlaku pada tanggal 1 Juli 2025."
_REVOKES = (
    "KEDUA : Pada saat Keputusan ini berlaku, Keputusan Kepala Dinas Nomor 556/7/2019 dicabut."
)
_SIGNED = ("Ditetapkan di Randualas", "pada tanggal 16 Juni 2025", "KEPALA DINAS,")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("sejak kapan keputusan standar izin syuting ini berlaku?", [_IN_FORCE]),
        ("sk standar sewa panggung ini mulai berlaku kapan", [_IN_FORCE]),
        ("when did the decree on izin syuting take effect?", [_IN_FORCE]),
        ("keputusan nomor berapa yang dicabut oleh keputusan izin syuting ini?", [_REVOKES]),
        (
            "nomor keputusan standar izin syuting berapa dan sejak kapan berlaku?",
            ["NOMOR 556/12/2025", _IN_FORCE],
        ),
        (
            "siapa yang menandatangani keputusan standar izin syuting, kapan dan di mana?",
            [*_SIGNED, "Dra. SEKAR AYUNI, M.M."],
        ),
        (
            "protap pinjam buku berlaku sejak kapan?",
            [
                "Prosedur tetap ini mulai berlaku pada tanggal ditetapkan.",
                "Ditetapkan di Randualas",
                "pada tanggal 9 Mei 2024",
            ],
        ),
        (
            "protap pinjam buku ditandatangani siapa?",
            [
                "Ditetapkan di Randualas",
                "pada tanggal 9 Mei 2024",
                "KEPALA DINAS,",
                "ttd.",
                "BUDI SANTOSA",
            ],
        ),
    ],
)
def test_clauses_and_closing_of_the_whole_file_tell_all_that_is_asked(
    text: str, told: list[str]
) -> None:
    assert [line.text for line in DECREES.ask(text, Topic()).values["lines"]] == told


def test_further_questions_on_the_document_need_not_name_it(finder: Finder) -> None:
    topic = finder.ask("nomor SOP peminjaman arsip berapa?", Topic()).topic
    reply = finder.ask("terus mulai berlaku kapan", topic)
    assert [line.text for line in reply.values["lines"]] == ["Tanggal Efektif: 1 Mei 2025"]


@pytest.mark.parametrize(
    "text",
    [
        "peraturan menteri nomor berapa yang menjadi dasar peminjaman arsip?",
        "siapa nama kepala dinas yang tanda tangan SOP peminjaman arsip?",
        "SOP mana yang paling baru direvisi?",
        "surat izin peminjaman arsip berlaku sampai kapan?",
    ],
)
def test_the_law_a_person_and_how_long_a_paper_lasts_are_not_the_document(
    text: str, finder: Finder
) -> None:
    assert finder.ask(text, Topic()).form != "document"


def test_another_file_of_the_same_name_tells_nothing_of_a_document() -> None:
    other = replace(a_standard("Pijat Refleksi"), file=BOUND.file)
    finder = Finder([BOUND, other])
    reply = finder.ask("sk standar pijat refleksi ini mulai berlaku kapan", Topic())
    assert reply.form != "document"
    assert "1 Juli 2025" not in reply.said
