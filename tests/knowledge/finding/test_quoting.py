"""Quotes: the exact text of a place, a definition, a passage found by its words."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from handlers.texts import office_texts
from knowledge.finding import Finder, Reply, ReplyKind, Request, Topic
from knowledge.model import ServiceStandard
from knowledge.reading import read_text
from tests.evaluation.expectations import FILES, Expectation, document_text, folded
from tests.knowledge.conftest import Ask


def squeezed(text: str) -> str:
    """Return letters and figures only: line breaks and joined words do not matter."""
    return re.sub(r"[\W_]+", "", folded(text))


@pytest.fixture(scope="module")
def printed(ids: dict[str, str]) -> dict[str, str]:
    """Return the squeezed text of each document by the standard's id."""
    return {ids[key]: squeezed(document_text(key)) for key in FILES}


def quotes(reply: Reply) -> list[Request]:
    return [request for request in reply.next if request.aspect == "quote"]


def is_printed(line: str, text: str) -> bool:
    """Say whether a line stands in a document, with or without a mark put before it."""
    return any(squeezed(part) in text for part in (line, line.partition(" ")[2]))


def test_every_quote_that_is_offered_and_given_stands_in_the_document(
    finder: Finder, replies: list[tuple[Expectation, Reply]], printed: dict[str, str]
) -> None:
    offered = {request for _, reply in replies for request in quotes(reply)}
    given = [(r, reply) for r in offered if (reply := finder.answer(r, Topic())).form == "quote"]
    assert len(given) > 100
    for request, reply in given:
        text = printed[request.standard or ""]
        assert reply.values["lines"]
        assert [line for line in reply.values["lines"] if not is_printed(line, text)] == []


@pytest.mark.parametrize("key", sorted(FILES))
def test_every_place_with_one_item_can_be_quoted(
    key: str, finder: Finder, shipped: dict[str, ServiceStandard]
) -> None:
    standard = shipped[key]
    items = [i for s in standard.sections for top in s.items for i in top.walk()]
    shared = Counter(item.source.section for item in items)
    for item in (i for i in items if shared[i.source.section] == 1):
        request = Request("quote", standard.id, subject=item.source.section)
        reply = finder.answer(request, Topic())
        assert reply.form == "quote", item.source
        assert squeezed(item.text) in squeezed(" ".join(reply.values["lines"]))
        assert [c.section for c in reply.citations] == [item.source.section]


@pytest.mark.parametrize("key", sorted(FILES))
def test_every_step_can_be_quoted(
    key: str, finder: Finder, shipped: dict[str, ServiceStandard]
) -> None:
    standard = shipped[key]
    for step in standard.walk_steps():
        reply = finder.answer(Request("quote", standard.id, step.number), Topic())
        said = squeezed(" ".join(reply.values["lines"]))
        assert squeezed(step.text) in said
        assert [c.section for c in reply.citations] == [step.source.section]


def test_an_answer_from_one_place_offers_its_exact_text(ask: Ask, ids: dict[str, str]) -> None:
    assert quotes(ask("biaya sop")) == [Request("quote", ids["sop"], subject="Bagian Kedua E")]
    assert quotes(ask("langkah 3 rkpk")) == [Request("quote", ids["rkpk"], "3")]
    assert quotes(ask("biayanya berapa?")) == []


@pytest.mark.parametrize(
    "request_",
    [("quote", None, None), ("quote", "99", None), ("quote", None, "Bagian Ketiga Z"),
     ("definition", None, "Tidak Ada"), ("passage", None, "99")],
)  # fmt: skip
def test_a_place_that_is_not_there_is_said_to_be_gone(
    request_: tuple[str, str | None, str | None], finder: Finder, ids: dict[str, str]
) -> None:
    aspect, step, subject = request_
    reply = finder.answer(Request(aspect, ids["rkpk"], step, subject), Topic())
    assert (reply.kind, reply.form) == (ReplyKind.UNKNOWN, "gone")


@pytest.mark.parametrize(
    ("text", "key", "term"),
    [
        ("apa itu RK?", "rkpk", "Rencana Kinerja"),
        ("pengertian penetapan kinerja", "rkpk", "Penetapan Kinerja"),
        ("PK itu apa sih", "rkpk", "Penetapan Kinerja"),
        ("yang dimaksud penyusun apa?", "sisdur", "Penyusun"),
        ("apa yang dimaksud dengan acara?", "pimpinan", "Acara"),
        ("what does RK mean?", "rkpk", "Rencana Kinerja"),
    ],
)  # fmt: skip
def test_a_term_is_defined_in_the_words_of_the_standard(
    text: str, key: str, term: str, ask: Ask, shipped: dict[str, ServiceStandard]
) -> None:
    reply = ask(text)
    (expected,) = [d for d in shipped[key].definitions if d.term == term]
    assert reply.form == "definition"
    assert (reply.values["term"], reply.values["text"]) == (term, expected.text)
    assert reply.citations[0].section == expected.source.section


def test_a_passage_may_be_a_definition(finder: Finder, ids: dict[str, str]) -> None:
    place = Request("passage", ids["rkpk"], subject="Rencana Kinerja")
    assert finder.answer(place, Topic()).form == "definition"


def test_two_terms_that_are_asked_for_are_both_defined(ask: Ask) -> None:
    reply = ask("apa itu RK dan PK?")
    terms = [part["values"]["term"] for part in reply.values["parts"]]
    assert terms == ["Rencana Kinerja", "Penetapan Kinerja"]


@pytest.mark.parametrize(
    ("text", "section", "words"),
    [
        ("surat rahasia dalam amplop tertutup diapakan?", "Bagian Kedua B.1",
         "untuk surat yang bersifat sangat rahasia"),
        ("ada berapa sasaran stratejik?", "Bagian Kedua B.5", "21 sasaran stratejik"),
        ("instruksi presiden tentang pemberantasan korupsi", "Bagian Kesatu A.2",
         "Percepatan Pemberantasan Korupsi"),
    ],
)  # fmt: skip
def test_what_only_the_text_says_is_found_by_its_words(
    text: str, section: str, words: str, ask: Ask
) -> None:
    reply = ask(text)
    assert reply.kind is ReplyKind.ANSWER
    assert any(c.section.startswith(section) for c in reply.citations)
    assert folded(words) in folded(str(reply.values))


def test_every_offered_quote_is_the_text_of_the_document(
    finder: Finder, replies: list[tuple[Expectation, Reply]], printed: dict[str, str]
) -> None:
    offered = {request for _, reply in replies for request in quotes(reply)}
    assert len(offered) > 100
    strange = []
    for request in offered:
        reply = finder.answer(request, Topic())
        lines = reply.values.get("lines", [])
        text = printed[request.standard or ""]
        if reply.form != "quote" or not all(squeezed(line) in text for line in lines):
            strange.append(request)
    assert strange == []


@pytest.mark.parametrize("key", sorted(FILES))
def test_every_section_and_item_can_be_quoted_from_its_place(
    key: str, finder: Finder, shipped: dict[str, ServiceStandard]
) -> None:
    standard = shipped[key]
    for section in standard.sections:
        for item in (i for top in section.items for i in top.walk()):
            request = Request("quote", standard.id, subject=item.source.section)
            reply = finder.answer(request, Topic())
            assert reply.form == "quote", item.source
            said = squeezed(" ".join(reply.values["lines"]))
            assert squeezed(item.text) in said
            assert [c.section for c in reply.citations] == [item.source.section]


RULED = """STANDAR PELAYANAN PEMINJAMAN BUKU

A. Persyaratan
1. Kartu anggota

B. Prosedur
1. Pustakawan mencari buku. Apabila buku hilang, pemohon mengganti buku.
Catatan: Buku langka hanya dibaca di tempat.
2. Pemohon menerima buku.
"""


@pytest.mark.parametrize("form", ["step", "passage", "quote"])
def test_a_rule_inside_a_step_is_told_once(form: str) -> None:
    (standard,) = read_text(RULED, "x.txt")
    reply = Finder([standard]).answer(Request(form, standard.id, "1"), Topic())
    assert reply.form == form
    said = office_texts().render(f"answers.{form}", "id", **reply.values)
    assert said.count("Apabila buku hilang") == 1
    assert said.count("Buku langka") == 1
