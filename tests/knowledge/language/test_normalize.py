"""From a message as typed to words: marks, stretched letters, chat spelling, fixed expressions."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language.english import translate
from knowledge.language.normalize import (
    Word,
    as_words,
    expand,
    flatten,
    join_phrases,
    tokens,
)


def typed(text: str) -> list[str]:
    return tokens(flatten(text))


def meant(text: str) -> list[str]:
    return [word.text for word in as_words(expand(typed(text)))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("BIAYA", ["biaya"]),
        ("Berapa biayanya?", ["berapa", "biayanya"]),
        ("<b>Biaya</b> <i>sosialisasi</i>?", ["biaya", "sosialisasi"]),
        ("<a href='x'>biaya</a><br/>sop", ["biaya", "sop"]),
        ("biaya🙏🙏 sop😀", ["biaya", "sop"]),
        ("😀😀", []),
        ("Ｂｉａｙａ", ["biaya"]),
        ("𝐛𝐢𝐚𝐲𝐚", ["biaya"]),
        ("kafé", ["kafe"]),
        ("jum'at", ["jumat"]),
        ("ttd’nya", ["ttdnya"]),
        ("biaya\u00a0sop", ["biaya", "sop"]),
        ("biaya\nsop\ttempat", ["biaya", "sop", "tempat"]),
        ("\u202ebiaya\u202c", ["biaya"]),
        ("RK-PK", ["rk", "pk"]),
        ("unit kerja/pejabat", ["unit", "kerja", "pejabat"]),
        ("langkah ke-5", ["langkah", "ke", "5"]),
        ("2,5 jam", ["2,5", "jam"]),
        ("Rp 25.000", ["rp", "25.000"]),
        ("100%", ["100"]),
        ("", []),
    ],
)
def test_only_words_and_figures_are_left(text: str, words: list[str]) -> None:
    assert typed(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("biayaaaa donggg", ["biaya", "dong"]),
        ("saaaaya", ["saya"]),
        ("tolooooong", ["tolong"]),
        ("standar2", ["standar"]),
        ("syarat2nya", ["syarat"]),
        ("langkah-langkah", ["langkah"]),
        ("langkah-langkahnya", ["langkah"]),
        ("hal-hal", ["hal"]),
    ],
)
def test_stretched_and_doubled_words_are_said_once(text: str, words: list[str]) -> None:
    assert typed(text) == words


@pytest.mark.parametrize("text", ["maaf", "saat", "taat", "manfaat", "kita", "sangga"])
def test_a_letter_that_belongs_twice_stays_twice(text: str) -> None:
    assert typed(text) == [text]


@given(st.text(max_size=200))
def test_flattening_twice_changes_nothing_more_in_the_words(text: str) -> None:
    once = typed(text)
    assert typed(" ".join(once)) == once or any(len(w) == 1 for w in once) or "<" in text
    assert all(re.fullmatch(r"[a-z]+|\d+([.,]\d+)?", word) for word in once)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("gmn", ["bagaimana"]), ("brp", ["berapa"]), ("klo", ["kalau"]), ("yg", ["yang"]),
        ("sapa", ["siapa"]), ("dmn", ["dimana"]), ("kmn", ["kemana"]), ("ngadu", ["mengadu"]),
        ("komplen", ["mengadu"]), ("kabag", ["kepala", "bagian"]), ("kabiro", ["kepala", "biro"]),
        ("kasubbag", ["kepala", "subbagian"]), ("kasubag", ["kepala", "subbagian"]),
        ("ttd", ["tandatangan"]), ("acc", ["setuju"]), ("tu", ["tatausaha"]),
        ("ortala", ["organisasi", "tatalaksana"]), ("setneg", ["sekretariat", "negara"]),
        ("mensesneg", ["menteri", "sekretaris", "negara"]), ("permensetneg", ["permensesneg"]),
        ("sisdur", ["sistem", "prosedur", "kerja"]), ("deputy", ["deputi"]),
        ("nggak", ["tidak"]), ("memo", ["memorandum"]), ("pj", ["penanggungjawab"]),
    ],
)  # fmt: skip
def test_chat_spelling_and_abbreviations_stand_for_words(text: str, words: list[str]) -> None:
    assert meant(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [("kabagnya", ["kepala", "bagian"]), ("ttdnya", ["tandatangan"]), ("brpkah", ["berapa"]),
     ("memony", ["memorandum"]), ("ongkosnya", ["biaya"])],
)  # fmt: skip
def test_a_short_form_may_carry_an_ending(text: str, words: list[str]) -> None:
    assert meant(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("tanda tangan siapa", ["tandatangan", "siapa"]),
        ("tanda tangannya", ["tandatangan"]),
        ("di tanda tangani", ["ditandatangani"]),
        ("tata laksana", ["tatalaksana"]),
        ("tata usaha pimpinan", ["tatausaha", "pimpinan"]),
        ("penanggung jawabnya", ["penanggungjawab"]),
        ("yang bertanggung jawab", ["yang", "tanggungjawab"]),
        ("tindak lanjut pengaduan", ["tindaklanjut", "pengaduan"]),
        ("di mana tempatnya", ["dimana", "tempatnya"]),
        ("peraturan menteri sekretaris negara nomor 5", ["permensesneg", "nomor", "5"]),
    ],
)
def test_fixed_expressions_are_one_word(text: str, words: list[str]) -> None:
    assert meant(text) == words


def test_the_longest_expression_wins() -> None:
    assert join_phrases(["bertanggung", "jawab"]) == ["tanggungjawab"]
    assert join_phrases(["tata", "usaha", "tata"]) == ["tatausaha", "tata"]
    assert join_phrases(["tata"]) == ["tata"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("what is the legal basis", ["dasar", "hukum"]),
        ("how long does it take", ["berapa", "lama", "itu"]),
        ("how many steps", ["berapa", "langkah"]),
        ("who signs the memo", ["siapa", "menandatangani", "memorandum"]),
        ("head of division", ["kepala", "bagian"]),
        ("service hours", ["jadwal", "pelayanan"]),
        ("sosialisasi", ["sosialisasi"]),
    ],
)
def test_english_phrases_are_put_into_indonesian(text: str, words: list[str]) -> None:
    assert translate(text.split()) == words or meant(" ".join(translate(text.split()))) == words


def test_a_word_said_twice_in_a_row_counts_once() -> None:
    assert meant("biaya biaya biaya sop") == ["biaya", "sop"]
    assert meant("biaya sop biaya") == ["biaya", "sop", "biaya"]


def test_words_carry_their_stems() -> None:
    assert as_words(["penandatanganan", "biayanya"]) == (
        Word("penandatanganan", "tandatangan"),
        Word("biayanya", "biaya"),
    )


@pytest.mark.parametrize(
    "text",
    [
        *("yang", "apa", "siapa", "tolong", "kak", "adanya", "apakah"),
        *("terjadi", "diteruskan", "meminta", "ditanyakan"),
    ],
)
def test_words_that_name_nothing(text: str) -> None:
    (word,) = as_words([text])
    assert word.is_stop


@pytest.mark.parametrize(
    "text",
    [
        *("biaya", "langkah", "memorandum", "kepala", "harmonisasi"),
        *("perbaikan", "memperbaiki", "perjalanan", "atasannya", "pengadaan", "pemilik"),
    ],
)
def test_words_that_name_something(text: str) -> None:
    (word,) = as_words([text])
    assert not word.is_stop


@given(st.lists(st.text("abcdefghijklmnopqrstuvwxyz0123456789", min_size=1, max_size=12)))
def test_whatever_the_words_nothing_is_made_up_of_nothing(words: list[str]) -> None:
    assert bool(as_words(expand(words))) == bool(words)


def test_a_distance_is_none_of_you() -> None:
    said = [word.text for word in as_words(expand(tokens(flatten("15 km dari sini, km mau?"))))]
    assert "kilometer" in said
    assert "kamu" in said


def test_spaces_around_and_between_words_do_not_count() -> None:
    assert flatten("  langkah  2\t berapa   lama ") == "langkah 2 berapa lama"


def test_what_runs_out_is_not_what_comes_after() -> None:
    assert meant("sim saya mau abis")[-1] == "berakhir"
    assert "setelah" in meant("abis itu ngapain")


def test_lines_stay_apart() -> None:
    assert [line.strip() for line in flatten("Makasih \nsampai  jumpa\n").split("\n")] == [
        "makasih",
        "sampai jumpa",
    ]


def test_provinces_are_known_by_their_short_names() -> None:
    said = [word.text for word in as_words(expand(tokens(flatten("BPSDM sultra atau jateng?"))))]
    assert said == ["bpsdm", "sulawesi", "tenggara", "atau", "jawa", "tengah"]
