"""The word lists as data: well formed, without repetitions, and each row of use to somebody."""

from __future__ import annotations

import re
from collections import Counter
from importlib.resources import files

import pytest

from handlers.texts import LANGUAGES, office_texts
from knowledge.finding.aspects import ASKED
from knowledge.finding.case import STEP_ASPECTS
from knowledge.finding.smalltalk import smalltalk
from knowledge.language import words
from knowledge.language.normalize import as_words, expand, flatten, tokens
from knowledge.language.stemming import dictionary_stem

DATA = files("knowledge.language") / "data"
TABLES = {
    "slang.tsv": 2, "phrases.tsv": 2, "english.tsv": 2, "stems.tsv": 2, "synonyms.tsv": 2,
    "smalltalk.tsv": 2, "aspects.tsv": 3,
}  # fmt: skip
SMALL_TALK = ("greeting", "thanks", "goodbye", "identity", "laughter", "opening")
LISTS = ("stopwords.txt", "names.txt", "mailboxes.txt", "alike.txt")

CODE = "".join(
    file.read_text(encoding="utf-8")
    for file in files("knowledge.finding").iterdir()
    if file.name.endswith(".py")
)


def rows(name: str) -> list[list[str]]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]


def repeated(keys: list[str]) -> list[str]:
    return [key for key, count in Counter(keys).items() if count > 1]


def stems(phrase: str) -> tuple[str, ...]:
    return tuple(w.stem for p in phrase.split("~") for w in as_words(expand(tokens(flatten(p)))))


@pytest.mark.parametrize("name", [*TABLES, *LISTS])
def test_a_list_says_on_its_first_line_what_it_is(name: str) -> None:
    text = (DATA / name).read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert text.endswith("\n")
    assert "\r" not in text


@pytest.mark.parametrize(("name", "columns"), TABLES.items())
def test_every_row_of_a_table_has_all_its_columns(name: str, columns: int) -> None:
    assert len(rows(name)) > 30
    for row in rows(name):
        assert len(row) == columns, row
        assert all(cell == cell.strip() and cell for cell in row), row


@pytest.mark.parametrize("name", [n for n in TABLES if n != "aspects.tsv"])
def test_tables_are_in_lower_case_letters(name: str) -> None:
    for row in rows(name):
        for cell in row:
            assert cell == "-" or re.fullmatch(r"[a-z0-9' -]+", cell), row


@pytest.mark.parametrize("name", ["phrases.tsv", "synonyms.tsv"])
def test_no_key_stands_twice(name: str) -> None:
    assert repeated([row[0] for row in rows(name)]) == []


@pytest.mark.parametrize("name", ["phrases.tsv", "stems.tsv", "synonyms.tsv"])
def test_every_key_can_be_typed(name: str) -> None:
    assert [row[0] for row in rows(name) if tokens(flatten(row[0])) != row[0].split()] == []


@pytest.mark.parametrize("name", ["stems.tsv", "synonyms.tsv"])
def test_keys_that_are_looked_up_by_the_word_are_one_word(name: str) -> None:
    assert [row[0] for row in rows(name) if len(row[0].split()) > 1] == []


def test_no_stop_word_stands_in_the_list_of_names() -> None:
    assert words.names() & words.stopwords() == set()
    assert words.names() & words.slang().keys() == set()


def test_the_stems_that_are_kept_are_those_of_the_dictionary() -> None:
    kept = words.known_stems()
    assert len(kept) > 500
    assert {word for word, root in kept.items() if dictionary_stem(word) != root} == set()


def test_every_aspect_is_known_to_finding() -> None:
    steering = {aspect for aspect, _, _ in words.cues()} - ASKED
    unread = {aspect for aspect in steering if f'"{aspect}"' not in CODE}
    assert unread == set()


def test_weights_are_small_whole_numbers() -> None:
    assert {weight for _, weight, _ in words.cues()} <= set(range(1, 11))


def test_no_cue_speaks_for_two_aspects_with_the_same_weight() -> None:
    seen: dict[tuple[tuple[str, ...], int], set[str]] = {}
    for aspect, weight, phrase in words.cues():
        seen.setdefault((stems(phrase), weight), set()).add(aspect)
    assert {key: aspects for key, aspects in seen.items() if len(aspects) > 1} == {}


def test_every_cue_has_words() -> None:
    assert [phrase for _, _, phrase in words.cues() if not stems(phrase)] == []


@pytest.mark.parametrize("aspect", sorted(ASKED | STEP_ASPECTS))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_aspect_has_a_name_in_both_languages(aspect: str, language: str) -> None:
    label = office_texts().render("answers.label", language, facet=aspect)
    assert label
    assert label != aspect


@pytest.mark.parametrize("kind", SMALL_TALK)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_small_talk_has_a_text(kind: str, language: str) -> None:
    assert kind in {row[0] for row in rows("smalltalk.tsv")}
    assert office_texts().render(f"answers.{kind}", language, count=5)


def test_small_talk_has_no_other_kinds() -> None:
    kinds = {kind for kind, _ in words.smalltalk()}
    assert kinds == set(SMALL_TALK)


def test_every_phrase_of_small_talk_is_small_talk() -> None:
    wrong = {phrase: smalltalk(phrase) for kind, phrase in words.smalltalk()
             if smalltalk(phrase) != kind}  # fmt: skip
    assert wrong == {}
