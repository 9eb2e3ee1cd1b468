"""What is derived from one standard alone: stored without loss, good for the same answers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

import pytest

from knowledge.extracts import Extract, extract_of, from_data, to_data
from knowledge.finding.answers import Topic
from knowledge.finding.finder import Finder
from knowledge.finding.leaf import Passage
from knowledge.finding.shelf import Shelf
from knowledge.model import ServiceStandard
from knowledge.routing.router import Router
from tests.knowledge.builders import a_chain, a_definition, a_standard, a_step

QUESTIONS = (
    "apa saja langkah penyusunan RKPK?", "siapa penanggung jawab sosialisasi?",
    "berapa lama menandatangani nota dinas", "brp lm pngjuan konsep SOP", "apa itu SOP",
    "kabag ortala tugasnya apa", "layanan apa yang pakai surat edaran", "persyartan pelayanan",
)  # fmt: skip
COMPLAINTS = (
    "Sosialisasi SOP molor terus, tidak ada kabar.",
    "Stafnya kasar waktu saya minta penyusunan RK-PK.",
    "Saya kecewa dengan Kepala Bagian Tata Laksana.",
)


@pytest.fixture(scope="module")
def extracts(shipped: dict[str, ServiceStandard]) -> dict[str, Extract]:
    return {standard.id: stored(extract_of(standard), standard.id) for standard in shipped.values()}


def stored(extract: Extract, standard: str) -> Extract:
    return from_data(json.loads(json.dumps(to_data(extract))), standard)


def passages_in(extract: Extract) -> list[Passage]:
    leaf = extract.finding.leaf
    return [leaf.passage(number) for number in range(len(leaf))]


def test_an_extract_is_stored_without_loss(
    shipped: dict[str, ServiceStandard], extracts: Mapping[str, Extract]
) -> None:
    for standard in shipped.values():
        made, read = extract_of(standard), extracts[standard.id]
        assert to_data(read) == to_data(made)
        assert read.routing == made.routing
        assert read.finding.posts == made.finding.posts
        assert read.finding.called == made.finding.called
        assert passages_in(read) == passages_in(made)


def test_a_stored_extract_knows_nothing_of_the_id(shipped: dict[str, ServiceStandard]) -> None:
    standard = shipped["sop"]
    other = replace(standard, id="sop-2")
    assert to_data(extract_of(other)) == to_data(extract_of(standard))
    read = stored(extract_of(standard), "sop-2")
    assert {passage.standard for passage in passages_in(read)} == {"sop-2"}
    assert {m.standard for post in read.finding.posts for m in post.mentions} == {"sop-2"}
    assert {key for post in read.routing.posts for key in post.standards} == {"sop-2"}


def test_stored_extracts_give_the_same_answers(
    shipped: dict[str, ServiceStandard], extracts: Mapping[str, Extract]
) -> None:
    found = {key: extract.finding for key, extract in extracts.items()}
    made, read = Finder(shipped.values()), Finder(Shelf(shipped.values(), extracts=found))
    for question in QUESTIONS:
        assert read.ask(question, Topic()) == made.ask(question, Topic())


def test_stored_extracts_give_the_same_ways(
    shipped: dict[str, ServiceStandard], extracts: Mapping[str, Extract]
) -> None:
    found = {key: extract.routing for key, extract in extracts.items()}
    made, read = Router(shipped.values()), Router(shipped.values(), found)
    assert list(read.posts) == list(made.posts)
    for complaint in COMPLAINTS:
        assert read.route(complaint) == made.route(complaint)


def test_a_standard_that_says_nothing_has_an_extract() -> None:
    standard = a_standard("Peminjaman Gedung")
    assert to_data(stored(extract_of(standard), standard.id)) == to_data(extract_of(standard))


def test_an_extract_that_is_known_is_not_made_again() -> None:
    """It is believed: what it was made of is the matter of whoever stored it."""
    standard = a_standard(
        "Peminjaman Gedung",
        steps=[a_step("1", "Menerima permohonan")],
        definitions=[a_definition("Gedung", "Gedung adalah bangunan.", "GD")],
        complaint=a_chain("Kepala Bagian Umum", "Kepala Subbagian Gedung"),
    )
    other = replace(standard, steps=(a_step("1", "Membubuhkan stempel"),))
    known = extract_of(other).finding
    shelf = Shelf([standard], extracts={standard.id: known})
    assert shelf.index.knows("stempel")
    assert not Shelf([standard]).index.knows("stempel")
