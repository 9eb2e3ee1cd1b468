"""English messages are told, and put into the Indonesian words that the documents have."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib.resources import files

import pytest

from knowledge.language.english import borrowed, is_english, lemma, mended, translate

_DATA = files("knowledge.language") / "data"


def having(*said: str) -> Callable[[Sequence[str]], bool]:
    """Return what says whether documents with these words have a phrase."""
    return lambda phrase: set(phrase) <= set(said)


@pytest.mark.parametrize(
    "text",
    ["passport renewal fee", "marriage certificate requirements", "am i allowed to smoke",
     "fishing permit", "until what time"],
)  # fmt: skip
def test_an_english_message_is_told_though_it_has_few_function_words(text: str) -> None:
    assert is_english(text.split())


@pytest.mark.parametrize(
    "text",
    ["data bank", "syarat booking", "form online", "biaya visa", "air sungai", "bus", "kontak wa",
     "semester pendek", "map merah", "bukan parking fee"],
)  # fmt: skip
def test_words_of_both_languages_make_no_english_message(text: str) -> None:
    assert not is_english(text.split())


@pytest.mark.parametrize(
    ("word", "base"),
    [("copies", "copy"), ("stopped", "stop"), ("leasing", "lease"), ("passed", "pass"),
     ("permits", "permit"), ("tested", "test"), ("bus", "bus"), ("surat", "surat")],
)  # fmt: skip
def test_the_forms_of_a_word_are_met(word: str, base: str) -> None:
    assert lemma(word) == base


@pytest.mark.parametrize(
    ("said", "meant"), [("buku nikah", "buku nikah"), ("akta perkawinan", "akta perkawinan")]
)
def test_of_several_words_that_of_the_documents_is_taken(said: str, meant: str) -> None:
    told = translate("marriage certificates".split(), having(*said.split()))
    assert told == meant.split()


@pytest.mark.parametrize(
    ("word", "said", "meant"),
    [
        ("password", "kata sandi", "sandi"),
        ("passwordnya", "kata sandi", "sandi"),
        ("direset", "atur ulang", "atur ulang"),
        ("mailbox", "kotak surat", "kotak surat"),
        ("sparepart", "suku cadang", "suku cadang"),
        ("password", "nama pengguna", ""),  # the documents have no such thing
        ("air", "udara", ""),  # water
        ("main", "utama", ""),  # to play
    ],
)
def test_an_english_word_among_indonesian_ones_is_what_the_documents_call_it(
    word: str, said: str, meant: str
) -> None:
    assert borrowed(word, having(*said.split())) == tuple(meant.split())


def test_an_english_word_that_the_documents_have_stays() -> None:
    assert translate(["drones"], having()) == ["drone"]
    assert translate(["quality", "of", "air"], having("kualitas", "air")) == ["kualitas", "air"]


def test_what_is_said_in_english_and_again_as_it_is_called_is_said_once() -> None:
    told = translate("the official residence rumah jabatan".split())
    assert told == ["rumah", "jabatan"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("certifcate", "certificate"),
        ("requirment", "requirement"),
        ("seminr", "seminar"),
        ("fe", None),
    ],
)
def test_one_slip_in_a_long_english_word_is_mended(typed: str, meant: str | None) -> None:
    assert mended(typed) == meant


def test_no_english_phrase_is_listed_twice() -> None:
    own = _rows("english.tsv")
    phrases = [" ".join(p.replace("-", " ").replace("'", "").split())
               for row in _rows("english-words.tsv") for p in row[1].split(",")]  # fmt: skip
    assert all(len(row) == 2 and all(row) for row in (*own, *_rows("english-words.tsv")))
    assert len(phrases) == len(set(phrases))
    assert {row[0] for row in own}.isdisjoint(phrases)


def _rows(name: str) -> list[list[str]]:
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
