"""Abbreviations that are spelled out in a title, above the sections or in a sentence of them."""

from __future__ import annotations

import pytest

from knowledge.reading import read_text

_TEXT = (
    "{head}STANDAR PELAYANAN {title}\n\nA. Gambaran\n{said}\n\nB. Persyaratan\n1. KTP\n\n"
    "C. Biaya\nGratis\n"
)


@pytest.mark.parametrize(
    ("head", "title", "said", "short", "long"),
    [
        (
            "",
            "UJI",
            "Lewat SILAPER (Sistem Layanan Perairan).",
            "SILAPER",
            "Sistem Layanan Perairan",
        ),
        (
            "",
            "UJI",
            "Lewat Sistem Layanan Perairan (SILAPER).",
            "SILAPER",
            "Sistem Layanan Perairan",
        ),
        (
            "",
            "UJI",
            "Dokumen UPL-RTA (Upaya Pemantauan Lingkungan dan Rencana Tata Air) diperiksa.",
            "UPL-RTA",
            "Upaya Pemantauan Lingkungan dan Rencana Tata Air",
        ),
        (
            "Balai Uji Mutu Air (BUMA)\nJalan Kali 2\n\n",
            "UJI",
            "Layanan uji.",
            "BUMA",
            "Balai Uji Mutu Air",
        ),
        (
            "",
            "UJI",
            "Dokumen UTA-UPA (Upaya Tata Air Permukaan dan Upaya Pemantauan Air Tanah) diperiksa.",
            "UTA-UPA",
            "Upaya Tata Air Permukaan dan Upaya Pemantauan Air Tanah",
        ),
        ("", "Surat Izin Angkut (SIA)", "Layanan izin.", "SIA", "Surat Izin Angkut"),
    ],
)
def test_an_abbreviation_is_known_wherever_it_is_spelled_out(
    head: str, title: str, said: str, short: str, long: str
) -> None:
    (standard,) = read_text(_TEXT.format(head=head, title=title, said=said), "x.txt")
    assert (short, long) in standard.abbreviations


@pytest.mark.parametrize(
    "said",
    [
        "Bayar QRIS (Senin sampai Kamis).",
        "Bawa KTP (asli dan fotokopi).",
        "Lewat WA (Ani).",
        "Buka PELANGI (Pelayanan Sabtu).",
    ],
)
def test_other_brackets_are_no_long_form(said: str) -> None:
    (standard,) = read_text(_TEXT.format(head="", title="UJI", said=said), "x.txt")
    assert standard.abbreviations == ()


def test_a_title_in_capitals_tells_no_abbreviation() -> None:
    text = _TEXT.format(head="", title="ANGKUT SAMPAH BESAR (BULKY WASTE)", said="Layanan.")
    (standard,) = read_text(text, "x.txt")
    assert standard.abbreviations == ()


def test_a_sentence_in_any_section_may_define_what_it_abbreviates() -> None:
    said = "Surat Izin Angkut (SIA) Tahunan, yaitu izin yang berlaku satu tahun."
    (standard,) = read_text(_TEXT.format(head="", title="UJI", said=said), "x.txt")
    assert [(d.term, d.abbreviation) for d in standard.definitions] == [
        ("Surat Izin Angkut", "SIA")
    ]


@pytest.mark.parametrize(
    ("asked", "said", "term", "short"),
    [
        ("RTA", "Rencana Tata Air, yaitu dokumen pengairan.", "Rencana Tata Air", "RTA"),
        ("sampah besar", "Barang bekas yang panjang.", "sampah besar", None),
    ],
)
def test_a_question_asks_for_the_term_that_is_defined(
    asked: str, said: str, term: str, short: str | None
) -> None:
    text = f"# Standar Pelayanan Uji\n\n## Apa itu {asked}?\n\n{said}\n\n## Persyaratan\n\n1. KTP\n"
    (standard,) = read_text(f"{text}\n## Biaya\n\nGratis\n", "x.md")
    assert [(d.term, d.abbreviation) for d in standard.definitions] == [(term, short)]
