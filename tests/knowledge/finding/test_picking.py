"""Picking from a choice by typing: numbers, ordinals, names; and text that picks nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.finding.answers import Option, Request
from knowledge.finding.picking import pick

LABELS = (
    "Pengoordinasian Pelaksanaan Pelayanan kepada Pimpinan",
    "Penyusunan Sistem dan Prosedur Kerja",
    "Penyelenggaraan Sosialisasi Kebijakan di Bidang Organisasi, Tata Laksana, dan Akuntabilitas "
    "Kinerja",
    "Pengkoordinasian Penyusunan Rencana Kinerja dan Penetapan Kinerja Sekretariat Negara",
)
OPTIONS = tuple(Option(label, Request("cost", str(n))) for n, label in enumerate(LABELS, 1))


def picked(text: str) -> int | None:
    request = pick(text, OPTIONS)
    return int(request.standard or "") if request else None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1", 1), ("2", 2), (" 3 ", 3), ("4.", 4), ("2)", 2), ("2!", 2), ("2?", 2),
        ("nomor 2", 2), ("no 2", 2), ("no. 2", 2), ("nmr 3", 3), ("#1", 1), ("yang 2", 2),
        ("yg nomor 3", 3), ("ke-2", 2), ("yang ke 4", 4), ("pilih 3", 3), ("opsi 1", 1),
        ("pilihan 2", 2), ("2 aja", 2), ("2 saja kak", 2), ("2 dong", 2), ("number 3", 3),
        ("the number 3", 3), ("Yang Nomor 2 Ya Min", 2),
    ],
)  # fmt: skip
def test_a_number_picks(text: str, number: int) -> None:
    assert picked(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("pertama", 1), ("yang pertama", 1), ("yg kedua dong", 2), ("ketiga aja", 3),
        ("yang keempat itu", 4), ("terakhir", 4), ("yang terakhir", 4), ("the first one", 1),
        ("the last one", 4), ("third", 3),
    ],
)  # fmt: skip
def test_an_ordinal_picks(text: str, number: int) -> None:
    assert picked(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("pimpinan", 1), ("Pelayanan kepada Pimpinan", 1), ("sistem", 2), ("prosedur kerja", 2),
        ("yang sosialisasi", 3), ("sosialisasi kebijakan", 3), ("rencana kinerja", 4),
        ("penetapan kinerja aja", 4), ("sosialisasi min", 3), (LABELS[1], 2),
        (LABELS[0].upper(), 1),
    ],
)  # fmt: skip
def test_words_of_one_label_pick_it(text: str, number: int) -> None:
    assert picked(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("pimpnan", 1), ("pimpiann", 1), ("sosilisasi", 3), ("sosialisai kebjakan", 3),
        ("rencna kinrja", 4), ("prosedr kerja", 2), ("sistm", 2), ("penetapn", 4),
    ],
)  # fmt: skip
def test_a_mistyped_name_picks(text: str, number: int) -> None:
    assert picked(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "0", "5", "12", "99", "-1", "nomor 7", "kelima", "ketujuh", "2 3", "1 atau 2",
    ],
)  # fmt: skip
def test_what_is_not_on_the_list_picks_nothing(text: str) -> None:
    assert picked(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "langkah 2", "berapa lama langkah 2?", "biaya 2 orang", "2 hari", "2b", "tahun 2", "2,5",
        "ada 2 standar", "permensesneg nomor 2 tahun 2015", "02/2015",
    ],
)  # fmt: skip
def test_text_that_merely_contains_a_number_picks_nothing(text: str) -> None:
    assert picked(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "", "?", "🙂", "kinerja", "penyusunan", "biaya", "terima kasih", "pengaduan pimpinan",
        "siapa penanggung jawab pimpinan?", "apa saja persyaratannya", "halo", "ya", "min", "yang",
    ],
)  # fmt: skip
def test_words_of_no_label_or_of_several_pick_nothing(text: str) -> None:
    assert picked(text) is None


def test_without_options_nothing_is_picked() -> None:
    assert pick("1", ()) is None


@given(st.integers(0, 120))
def test_a_number_picks_if_and_only_if_it_is_on_the_list(number: int) -> None:
    expected = number if 1 <= number <= len(OPTIONS) else None
    assert picked(str(number)) == expected


@given(st.text(max_size=80))
def test_whatever_is_typed_one_of_the_options_or_none_comes_back(text: str) -> None:
    assert pick(text, OPTIONS) in {None, *(option.request for option in OPTIONS)}
