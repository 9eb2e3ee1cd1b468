"""Requests as codes on buttons: short, plain, and the same request when they come back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.finding import Finder, Reply, Request, Topic
from knowledge.finding.shelf import Shelf
from knowledge.model import ServiceStandard
from tests.evaluation.expectations import Expectation
from tests.knowledge.builders import a_standard, a_step

LONGEST = 48


@pytest.fixture(scope="module")
def offered(replies: list[tuple[Expectation, Reply]]) -> set[Request]:
    """Return every request that the finder offers over the questions of the evaluation set."""
    found = {request for _, reply in replies for request in reply.next}
    found |= {option.request for _, reply in replies for option in reply.options}
    assert len(found) > 400
    return found


def test_every_offered_request_without_a_subject_survives_its_button(
    finder: Finder, offered: set[Request]
) -> None:
    plain = [r for r in offered if r.subject is None]
    assert len(plain) > 200
    assert {r: finder.code(r) for r in plain if finder.request(finder.code(r)) != r} == {}


def test_every_place_post_and_term_survives_its_button(
    finder: Finder, shelf: Shelf, shipped: dict[str, ServiceStandard]
) -> None:
    requests = [Request("official", subject=post.name) for post in shelf.posts]
    for standard in shipped.values():
        requests += [
            Request("definition", standard.id, subject=d.term) for d in standard.definitions
        ]
        for section in standard.sections:
            places = [section.source] + [i.source for top in section.items for i in top.walk()]
            requests += [Request("quote", standard.id, subject=p.section) for p in places]
    assert len(requests) > 150
    assert [r for r in requests if finder.request(finder.code(r)) != r] == []


def test_a_code_is_short_and_plain(finder: Finder, offered: set[Request]) -> None:
    codes = {finder.code(request) for request in offered}
    assert max(map(len, codes)) <= LONGEST
    assert all(code.isascii() and code.isprintable() for code in codes)
    assert len(codes) == len(offered), "no two requests share a code"


def test_every_step_of_the_five_survives_its_button(
    finder: Finder, shipped: dict[str, ServiceStandard]
) -> None:
    for standard in shipped.values():
        for step in standard.walk_steps():
            for aspect in ("step", "step_time", "step_actor", "step_next", "step_previous"):
                request = Request(aspect, standard.id, step.number)
                assert finder.request(finder.code(request)) == request


def test_codes_are_the_same_after_a_restart_and_with_other_standards(
    finder: Finder, shipped: dict[str, ServiceStandard]
) -> None:
    request = Request("cost", shipped["sop"].id)
    reordered = Finder([shipped["sop"], shipped["rkpk"]])
    assert reordered.code(request) == finder.code(request)
    assert reordered.request(finder.code(request)) == request


def test_the_code_of_a_standard_that_is_not_loaded_names_nothing(
    finder: Finder, shipped: dict[str, ServiceStandard]
) -> None:
    smaller = Finder([shipped["rkpk"]])
    for aspect, step in (("cost", None), ("step", "2"), ("quote", "2")):
        assert smaller.request(finder.code(Request(aspect, shipped["sop"].id, step))) is None


def test_the_code_of_a_subject_that_is_not_there_names_nothing(finder: Finder) -> None:
    made = a_standard(
        "Peminjaman Kendaraan", steps=[a_step("1", "Menerima", actors=["Juru Mudi Kepala"])]
    )
    code = Finder([made]).code(Request("official", subject="Juru Mudi Kepala"))
    assert finder.request(code) is None


@pytest.mark.parametrize(
    "code", ["", "cost", "cost:00000000::", "cost:::", "a:b:c:d:e", "official:::00000000"]
)
def test_a_broken_code_names_nothing_or_something_that_can_be_answered(
    code: str, finder: Finder
) -> None:
    request = finder.request(code)
    assert request is None or finder.answer(request, Topic())
    assert (request is None) == (code != "cost:::")


@given(st.text(max_size=60))
def test_no_text_as_a_code_upsets_it(finder: Finder, text: str) -> None:
    found = finder.request(text)
    assert found is None or found.standard is None


def test_every_offered_request_survives_its_button(finder: Finder, offered: set[Request]) -> None:
    wrong = {r: finder.code(r) for r in offered if finder.request(finder.code(r)) != r}
    assert wrong == {}


@pytest.mark.parametrize(
    "number", ["Tahap Pengujian.1", "Bagian 3.2.a", "C.1", "Pengambilan: hasil é.1", "Tahap " * 12]
)
def test_a_step_with_a_name_of_its_own_survives_its_button(number: str) -> None:
    steps = [a_step("1", "Petugas mencatat"), a_step(number, "Analis menguji")]
    finder = Finder([a_standard("Pengujian Sampel", steps=steps)])
    for step in (number, f"1+{number}"):
        request = Request("step_actor", "pengujian-sampel", step)
        code = finder.code(request)
        assert len(code) <= LONGEST
        assert code.isascii()
        assert finder.request(code) == request


def test_a_step_that_is_gone_makes_no_request_of_its_button() -> None:
    named = Finder([a_standard("Uji Sampel", steps=[a_step("Tahap Dua.1", "Analis menguji")])])
    code = named.code(Request("step", "uji-sampel", "Tahap Dua.1"))
    assert Finder([a_standard("Uji Sampel", steps=[a_step("1", "Analis")])]).request(code) is None
