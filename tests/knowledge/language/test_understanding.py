"""What a message means after mending, with the vocabulary of the five standards."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.language.english import is_english
from knowledge.language.normalize import flatten, tokens, understand
from knowledge.language.spelling import Speller


def stems(text: str, speller: Speller, *, english: bool = False) -> list[str]:
    return [word.stem for word in understand(flatten(text), speller, english=english)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("brp biaya nya sosialsasi", ["berapa", "biaya", "nya", "sosialisasi"]),
        ("dsar hukm rencna kinrja", ["dasar", "hukum", "rencana", "kinerja"]),
        ("sapa yg ttd memorndum", ["siapa", "yang", "tandatangan", "memorandum"]),
        ("penangung jwab", ["penanggungjawab"]),
        ("tatausaha pimpnan", ["tatausaha", "pimpinan"]),
        ("rmh psr tnp bw brg", ["rumah", "pasar", "tanpa", "bawa", "barang"]),
        ("duit cairnya", ["biaya", "cair"]),
    ],
)
def test_a_mistyped_message_means_what_was_meant(
    text: str, expected: list[str], speller: Speller
) -> None:
    assert stems(text, speller) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("biayasosialisasi", ["biaya", "sosialisasi"]),
        ("dasarhukum", ["dasar", "hukum"]),
        ("berapabiaya", ["berapa", "biaya"]),
        ("prosedurkerja", ["prosedur", "kerja"]),
        ("rencanakinerja", ["rencana", "kinerja"]),
        ("siapapenanggungjawab", ["siapa", "penanggungjawab"]),
        ("negaramemberikan", ["negara", "beri"]),
    ],
)
def test_words_without_their_space_are_split(
    text: str, expected: list[str], speller: Speller
) -> None:
    assert stems(text, speller) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pe ngaduan", ["adu"]), ("peng aduan", ["adu"]), ("so sialisasi", ["sosialisasi"]),
        ("rencana ki nerja", ["rencana", "kinerja"]), ("per syaratan", ["syarat"]),
        ("tang gung jawab", ["tanggungjawab"]), ("lang kah 5", ["langkah", "5"]),
    ],
)  # fmt: skip
def test_words_that_a_stray_space_broke_are_joined(
    text: str, expected: list[str], speller: Speller
) -> None:
    assert stems(text, speller) == expected


@pytest.mark.parametrize(
    "text", ["biaya sop", "jam kerja", "dasar hukum", "rencana kerja", "unit kerja", "kepala biro"]
)
def test_two_words_stay_two(text: str, speller: Speller) -> None:
    assert stems(text, speller) == text.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("what is the legal basis?", ["dasar", "hukum"]),
        ("who is in charge of sosialisasi", ["siapa", "penanggungjawab", "sosialisasi"]),
        ("how many steps are there", ["berapa", "langkah"]),
        ("what happens after step 3", ["setelah", "langkah", "3"]),
        ("which standards", ["standar", "mana"]),
    ],
)
def test_an_english_message_means_the_same_as_an_indonesian_one(
    text: str, expected: list[str], speller: Speller
) -> None:
    assert stems(text, speller, english=True) == expected


@pytest.mark.parametrize(
    "text",
    ["what is the cost?", "how long does it take", "who signs the memo", "where is the office",
     "how many steps are there", "tell me the requirements please", "who is responsible for SOP"],
)  # fmt: skip
def test_english_is_told(text: str) -> None:
    assert is_english(tokens(flatten(text)))


@pytest.mark.parametrize(
    "text",
    ["berapa biayanya?", "brp lama", "siapa yang ttd memo", "SOP itu apa", "output sosialisasi apa",
     "biaya", "", "sosialisasi", "langkah 3", "meeting kapan",
     "apa itu standard operating procedures"],
)  # fmt: skip
def test_indonesian_is_not_taken_for_english(text: str) -> None:
    assert not is_english(tokens(flatten(text)))


@settings(max_examples=80, deadline=None)
@given(text=st.text(max_size=120), english=st.booleans())
def test_every_message_is_understood_somehow(speller: Speller, text: str, english: bool) -> None:
    for word in understand(flatten(text), speller, english=english):
        assert word.text
        assert word.stem
