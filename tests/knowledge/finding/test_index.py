"""Free-text search: what ranks higher, what is covered, synonyms, and where it looks."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.finding.index import Index
from knowledge.finding.leaf import Leaf, Passage, PassageKind, Weighed
from knowledge.finding.passages import passages_of, stems_of
from knowledge.finding.shelf import Shelf
from knowledge.language import words
from knowledge.model import Facet, ServiceStandard
from tests.knowledge.builders import a_definition, a_standard, a_step

VOCABULARY = ("surat", "periksa", "kirim", "rapat", "draf", "cetak", "arsip")
WEIGHTS = st.dictionaries(st.sampled_from(VOCABULARY), st.floats(0.1, 3), min_size=1)


def passage(place: str, *stems: str, standard: str = "s", **more: object) -> Weighed:
    counts = {stem: float(stems.count(stem)) for stem in stems}
    kind = more.get("kind", PassageKind.STEP)
    assert isinstance(kind, PassageKind)
    number = more.get("number", 0)
    assert isinstance(number, int)
    return Passage(standard, kind, place, "procedure", number), counts


def index_of(weighed: Iterable[Weighed]) -> Index:
    each = groupby(weighed, key=lambda one: one[0].standard)
    return Index([Leaf.of(group) for _, group in each])


def found(index: Index, *stems: str) -> list[str]:
    return [f.passage.place for f in index.search(dict.fromkeys(stems, 1.0))]


def test_what_says_the_word_comes_and_nothing_else() -> None:
    index = index_of([passage("1", "surat", "kirim"), passage("2", "rapat")])
    assert found(index, "surat") == ["1"]
    assert found(index, "arsip") == []


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    index = index_of([passage("1", "surat", "draf"), passage("2", "surat", "rapat"),
                   passage("3", "surat", "rapat"), passage("4", "surat", "rapat")])  # fmt: skip
    assert index.idf("draf") > index.idf("rapat") > index.idf("surat") > 0
    assert index.idf("arsip") > index.idf("draf")


def test_who_says_more_of_the_words_ranks_higher() -> None:
    index = index_of([passage("1", "surat", "arsip"), passage("2", "surat", "kirim"),
                   passage("3", "rapat", "arsip")])  # fmt: skip
    assert found(index, "surat", "kirim")[0] == "2"


def test_a_word_said_more_often_counts_for_more_but_not_in_proportion() -> None:
    index = index_of(
        [passage("once", "surat", "rapat", "rapat"), passage("thrice", *["surat"] * 3)]
    )
    by_place = {f.passage.place: f.score for f in index.search({"surat": 1.0})}
    assert by_place["once"] < by_place["thrice"] < 3 * by_place["once"]


def test_of_two_that_say_it_once_the_shorter_ranks_higher() -> None:
    index = index_of(
        [passage("long", "surat", *VOCABULARY[1:]), passage("short", "surat", "kirim")]
    )
    assert found(index, "surat") == ["short", "long"]


def test_all_of_the_words_is_full_coverage_and_an_unknown_one_lowers_it() -> None:
    index = index_of([passage("1", "surat", "kirim"), passage("2", "rapat")])
    (whole,) = index.search({"surat": 1.0, "kirim": 1.0})
    (part,) = index.search({"surat": 1.0, "kirim": 1.0, "pesawat": 1.0})
    assert whole.coverage == pytest.approx(1.0)
    assert part.coverage < whole.coverage
    assert part.score < whole.score


def test_a_light_word_costs_little_coverage() -> None:
    index = index_of([passage("1", "surat"), passage("2", "rapat")])
    (light,) = index.search({"surat": 1.0, "pesawat": 0.1})
    (heavy,) = index.search({"surat": 1.0, "pesawat": 1.0})
    assert light.coverage > 0.75 > heavy.coverage


@given(st.lists(st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=9), max_size=8), WEIGHTS)
def test_coverage_is_a_share_and_the_best_comes_first(
    texts: list[list[str]], query: dict[str, float]
) -> None:
    index = index_of([passage(str(n), *stems, number=n) for n, stems in enumerate(texts)])
    hits = index.search(query)
    assert all(0 < hit.coverage <= 1 + 1e-9 for hit in hits)
    assert [h.score for h in hits] == sorted((h.score for h in hits), reverse=True)
    meant = {other for stem in query for other in (stem, *words.synonyms().get(stem, ()))}
    assert all(index.holds(hit.passage, meant) for hit in hits)


def test_a_synonym_finds_but_covers_less() -> None:
    stem = "kirim"
    (other, *_) = words.synonyms()[stem]
    index = index_of([passage("said", stem), passage("meant", other)])
    hits = index.search({stem: 1.0})
    assert [h.passage.place for h in hits] == ["said", "meant"]
    assert hits[1].coverage < hits[0].coverage
    assert index.knows(stem)


def test_a_word_is_known_by_itself_or_by_a_synonym_only() -> None:
    index = index_of([passage("1", "distribusi")])
    assert index.knows("distribusi")
    assert index.knows("kirim")
    assert not index.knows("pesawat")


def test_a_search_may_be_held_to_standards_and_kinds() -> None:
    index = index_of([
        passage("1", "surat", standard="a"),
        passage("2", "surat", standard="b"),
        passage("3", "surat", standard="b", kind=PassageKind.NOTE),
    ])  # fmt: skip
    inside = index.search({"surat": 1.0}, within={"b"}, kinds={PassageKind.STEP})
    assert [f.passage.place for f in inside] == ["2"]
    assert index.search({"surat": 1.0}, within=set()) == []


def test_no_more_than_the_limit_comes() -> None:
    index = index_of([passage(str(n), "surat") for n in range(30)])
    assert len(index.search({"surat": 1.0}, limit=5)) == 5


def test_nothing_is_found_for_nothing_and_in_nothing() -> None:
    assert index_of([]).search({"surat": 1.0}) == []
    assert index_of([passage("1", "surat")]).search({}) == []


def test_usage_counts_standards_not_passages() -> None:
    index = index_of([passage("1", "surat", standard="a"), passage("2", "surat", standard="a"),
                   passage("3", "surat", "rapat", standard="b")])  # fmt: skip
    assert index.usage() == {"surat": 2, "rapat": 1}


def test_every_step_note_item_and_definition_is_a_passage() -> None:
    child = a_step("1.a", "Mencatat nomor")
    standard = a_standard(
        "Peminjaman Kendaraan",
        says={Facet.COST: "Tidak dipungut biaya"},
        steps=[a_step("1", "Menerima permohonan", child)],
        definitions=[a_definition("Kendaraan Dinas", "Kendaraan Dinas adalah mobil.", "KD")],
    )
    made = {(p.kind, p.place, p.facet): stems for p, stems in passages_of(standard)}
    assert made.keys() == {
        (PassageKind.STEP, "1", "procedure"),
        (PassageKind.STEP, "1.a", "procedure"),
        (PassageKind.ITEM, "Bagian Kedua E", "cost"),
        (PassageKind.DEFINITION, "Kendaraan Dinas", "definitions"),
    }
    inner = made[PassageKind.STEP, "1.a", "procedure"]
    assert inner["catat"] == 1
    assert 0 < inner["terima"] < 1, "what a step stands under counts for less than its own words"


def test_content_stems_leave_out_what_names_nothing() -> None:
    found = stems_of("Menyampaikan surat kepada yang bersangkutan")
    assert tuple(found) == ("sampai", "surat", "sangkut")


def test_the_words_of_each_step_are_fully_covered_by_it(
    shelf: Shelf, shipped: dict[str, ServiceStandard]
) -> None:
    for standard in shipped.values():
        for step in standard.walk_steps():
            query = dict.fromkeys(stems_of(step.text), 1.0)
            hits = shelf.index.search(query, within={standard.id}, limit=400)
            best = {h.passage.place: h.coverage for h in hits if h.passage.kind is PassageKind.STEP}
            assert not query or best[step.number] == pytest.approx(1.0), step.number
