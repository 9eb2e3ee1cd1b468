"""Questions that make rules read whole standards: of very many only those that speak of it."""

from __future__ import annotations

from knowledge.finding import Topic
from knowledge.finding.case import Case, worth_reading
from knowledge.finding.content import Searcher
from knowledge.finding.question import read
from knowledge.finding.scope import scope_of
from knowledge.finding.shelf import Shelf
from knowledge.model import Facet
from tests.knowledge.builders import a_standard


def _kept(text: str, count: int) -> set[str]:
    told = a_standard("Uji Mutu", says={Facet.OUTPUT: "Sertifikat akreditasi laboratorium"})
    others = [a_standard(f"Izin {n * 'a'}", says={Facet.COST: "Gratis"}) for n in range(2, count)]
    shelf = Shelf([*others, told])
    question = read(text, shelf)
    case = Case(question, Topic(), scope_of(question, Topic(), shelf), shelf, Searcher(shelf))
    return set(worth_reading(case, tuple(shelf.standards)))


def test_of_many_standards_those_are_read_that_say_what_is_asked() -> None:
    assert _kept("akreditasi laboratorium itu apa?", 40) == {"uji-mutu"}
    assert _kept("siapa yang bayar?", 40) == set()


def test_few_standards_are_all_read() -> None:
    assert len(_kept("siapa yang bayar?", 10)) == 9
