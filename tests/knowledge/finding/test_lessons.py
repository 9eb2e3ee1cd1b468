"""What the office has taught answers that question and no other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import combinations

import pytest

from knowledge.finding import Finder, ReplyKind, Topic
from knowledge.finding.lessons import NO_TOPIC, Lesson, Lessons, OfficeAnswer
from knowledge.finding.linking import Place, located
from knowledge.finding.shelf import Shelf
from knowledge.finding.signature import is_same, signature_of
from knowledge.finding.terms import OfficeTerms
from knowledge.model import ServiceStandard
from tests.evaluation.expectations import QUESTIONS, Expectation, load

ANSWER = OfficeAnswer("Di lantai dasar.", "Kepala Bagian Umum", datetime(2026, 3, 2, tzinfo=UTC))
PARKING = Lesson(1, "di mana parkir motor?", ANSWER)


def taught(shelf: Shelf, *lessons: Lesson) -> Finder:
    return Finder(shelf, lessons=lessons)


@pytest.mark.parametrize(
    "text",
    [
        "di mana parkir motor?",
        "Dimana parkir motor ya kak",
        "parkir motor di mana?",
        "permisi pak mau tanya, dmn parkir motornya?",
        "dimana parkr motor",
        "parkir motor di mana gak?",
    ],
)
def test_the_same_question_in_other_words_is_answered(shelf: Shelf, text: str) -> None:
    reply = taught(shelf, PARKING).ask(text, Topic())
    assert (reply.kind, reply.form, reply.lesson) == (ReplyKind.ANSWER, "office_answer", 1)
    assert reply.values["text"] == ANSWER.text
    assert (reply.values["post"], reply.values["at"]) == (ANSWER.post, ANSWER.at)
    assert reply.citations == (), "it does not claim to stand in a standard"


@pytest.mark.parametrize(
    "text",
    [
        "parkir motor?",
        "di mana parkir mobil?",
        "siapa parkir motor?",
        "kapan parkir motor?",
        "di mana tidak boleh parkir motor?",
        "di mana parkir motor dan mobil?",
        "di mana tempat cuci motor?",
        "di mana parkir motor untuk tamu?",
        "di mana?",
        "halo",
    ],
)
def test_another_question_is_not(shelf: Shelf, text: str) -> None:
    assert taught(shelf, PARKING).ask(text, Topic()).lesson is None


@pytest.mark.parametrize(
    ("known", "asked"),
    [
        ("siapa yang mewakili menteri?", "siapa yang diwakili menteri?"),
        ("bolehkah kepala bagian mewakili kepala biro?",
         "bolehkah kepala biro mewakili kepala bagian?"),
        ("berapa ongkos kirim dari Jakarta ke Bogor?",
         "berapa ongkos kirim dari Bogor ke Jakarta?"),
        ("apa itu RKAKL?", "apa itu RKAKB?"),
        ("apa itu RKAKL?", "RKAKL?"),
        ("apakah Andri masih bekerja?", "apakah Indri masih bekerja?"),
        ("berapa honor narasumber 2025?", "berapa honor narasumber 2026?"),
        ("boleh bawa anak?", "harus bawa anak?"),
        ("boleh bawa anak?", "tidak boleh bawa anak?"),
        ("buka hari Sabtu?", "buka hari Minggu?"),
    ],
)  # fmt: skip
def test_what_only_looks_alike_is_another_question(shelf: Shelf, known: str, asked: str) -> None:
    finder = taught(shelf, Lesson(1, known, ANSWER, instead=True))
    assert finder.ask(known, Topic()).lesson == 1
    assert finder.ask(asked, Topic()).lesson is None


@pytest.mark.parametrize(
    ("known", "asked"),
    [
        ("boleh bawa anak?", "bisa bawa anak gak?"),
        ("apakah undangan dikirim lewat email?", "undangan dikirim via email atau tidak?"),
        ("apakah bisa diwakilkan?", "dapatkah diwakilkan pak?"),
    ],
)
def test_the_same_in_everyday_words_is_the_same_question(
    shelf: Shelf, known: str, asked: str
) -> None:
    finder = taught(shelf, Lesson(1, known, ANSWER, instead=True))
    assert finder.ask(asked, Topic()).lesson == 1


def test_a_question_that_only_points_cannot_be_taught(shelf: Shelf) -> None:
    for text in ("berapa lama langkah itu?", "setelah itu?", "siapa?", "standar?", "??"):
        assert not signature_of(text).tells
        finder = taught(shelf, Lesson(1, text, ANSWER, instead=True))
        assert finder.ask(text, Topic()).lesson is None


def test_two_questions_that_count_as_one_ask_the_same_thing(shelf: Shelf) -> None:
    """Over the evaluation set: what is taken for the same question asks for the same part."""
    groups: defaultdict[object, list[Expectation]] = defaultdict(list)
    standing_alone = {q.chat: q for q in reversed(load([QUESTIONS]))}  # the first of each chat
    for question in standing_alone.values():
        signature = signature_of(question.text)
        if signature.tells and question.facet not in ("identity", "none"):
            groups[signature.asks, len(signature.said)].append(question)
    same = [pair for group in groups.values() for pair in _same(group, shelf)]
    assert len(same) > 60, "there are such pairs"
    steps = {"step", "procedure"}  # "ada berapa tahap?" is in the set under both
    twice = "bandingin penanggung jawab semua standar"  # so is this
    apart = [
        (one.text, other.text)
        for one, other in same
        if one.facet != other.facet and not {one.facet, other.facet} <= steps
        if twice not in (one.text, other.text)
    ]
    assert apart == []
    named = [
        (one.text, other.text)
        for one, other in same
        if one.standard != other.standard
        if all(len(signature_of(q.text).said) > 4 for q in (one, other))
    ]
    assert named == [], "long questions name the standard, and never two different ones"


def _same(group: list[Expectation], shelf: Shelf) -> Iterator[tuple[Expectation, Expectation]]:
    signatures = {q.text: signature_of(q.text) for q in group}
    for one, other in combinations(group, 2):
        if one.text != other.text and is_same(
            signatures[one.text], signatures[other.text], shelf.speller.knows
        ):
            yield one, other


def test_lessons_for_other_questions_leave_every_answer_of_the_set_as_it_was(
    shelf: Shelf, finder: Finder
) -> None:
    """Questions of the set are taught, as if all had been judged wrong; the others stay."""
    questions = [q for q in load([QUESTIONS]) if q.kind == ("unknown",)]
    lessons = [Lesson(n, q.text, ANSWER) for n, q in enumerate(questions) if n % 2]
    trained = taught(shelf, *lessons)
    taught_texts = {trained.lessons.signature(lesson.question) for lesson in lessons}
    assert len(lessons) > 50
    changed = []
    for question in questions[::3] + load([QUESTIONS])[::50]:
        reply, before = trained.ask(question.text, Topic()), finder.ask(question.text, Topic())
        if replace(reply, topic=Topic()) != replace(before, topic=Topic()):
            signature = trained.lessons.signature(question.text)
            if not any(trained.lessons.are_same(signature, known) for known in taught_texts):
                changed.append(question.text)
    assert changed == []


def test_what_the_standards_answer_stays_unless_the_lesson_is_to_stand_instead(
    shelf: Shelf, finder: Finder
) -> None:
    question = "berapa biaya pelayanan kepada pimpinan?"
    lesson = Lesson(1, question, ANSWER)
    assert finder.ask(question, Topic()).kind is ReplyKind.ANSWER
    assert taught(shelf, lesson).ask(question, Topic()) == finder.ask(question, Topic())
    instead = taught(shelf, replace(lesson, instead=True))
    assert instead.ask(question, Topic()).lesson == 1


def test_a_lesson_holds_in_the_conversations_it_was_given_for(
    shelf: Shelf, ids: dict[str, str]
) -> None:
    here, there = Topic(standard=ids["sop"]), Topic(standard=ids["pimpinan"])
    for about, holds in (
        (None, (True, True, True)),
        (NO_TOPIC, (True, False, False)),
        (ids["sop"], (False, True, False)),
    ):
        finder = taught(shelf, replace(PARKING, about=about))
        said = tuple(bool(finder.ask(PARKING.question, t).lesson) for t in (Topic(), here, there))
        assert said == holds, about
    nearer = replace(PARKING, id=2, about=ids["sop"])
    both = taught(shelf, PARKING, nearer)
    assert both.ask(PARKING.question, here).lesson == 2
    assert both.ask(PARKING.question, there).lesson == 1


def test_a_link_quotes_the_passage_with_its_source(finder: Finder, shelf: Shelf) -> None:
    found = finder.passages("Kepala Biro menandatangani memorandum")
    assert found.places
    assert all("memorandum" in text.casefold() for text in found.texts[:2])
    place = found.places[0]
    linked = taught(shelf, Lesson(7, PARKING.question, place, about=NO_TOPIC))
    reply = linked.ask(PARKING.question, Topic())
    assert (reply.kind, reply.form, reply.lesson) == (ReplyKind.ANSWER, "passage", 7)
    assert reply.citations[0].standard == place.standard
    assert found.texts[0] in reply.values["lines"][0].text
    assert linked.words_at(place) == found.texts[0]
    same = linked.ask(PARKING.question, Topic(standard=place.standard))
    assert same.lesson == 7, "also where that very standard is talked about"


def test_every_passage_of_the_standards_is_found_again_where_it_stands(
    finder: Finder, shelf: Shelf, shipped: dict[str, ServiceStandard]
) -> None:
    searched = ("pengaduan", "biaya", "menandatangani surat", "dasar hukum", "jaminan pelayanan")
    places = [place for words in searched for place in finder.passages(words).places]
    assert len(places) > 15
    assert [p for p in places if located(shelf, p) != p] == []
    assert all(finder.answer(p.request, Topic()).kind is ReplyKind.ANSWER for p in places)


def _without(standard: ServiceStandard, place: Place, words: str) -> ServiceStandard:
    """Return the standard with other words at a step."""
    steps = tuple(
        replace(step, text=words, title=words) if step.number == place.step else step
        for step in standard.steps
    )
    return replace(standard, steps=steps)


def test_a_link_whose_passage_is_gone_answers_no_more_and_is_known(
    shipped: dict[str, ServiceStandard],
) -> None:
    standard = shipped["sop"]
    first = standard.steps[0]
    place = next(
        p for p in Finder([standard]).passages(first.text).places if p.step == first.number
    )
    lesson = Lesson(3, PARKING.question, place)
    changed = Finder([_without(standard, place, "Sesuatu yang lain")], lessons=[lesson])
    assert changed.lessons.lost == {3}
    assert changed.words_at(place) is None
    assert changed.ask(PARKING.question, Topic()).kind is ReplyKind.UNKNOWN
    assert Finder([shipped["rkpk"]], lessons=[lesson]).lessons.lost == {3}
    assert Finder([standard], lessons=[lesson]).lessons.lost == frozenset(), "it may come back"


def test_a_passage_that_has_moved_is_followed(shipped: dict[str, ServiceStandard]) -> None:
    standard = shipped["sop"]
    last = standard.steps[-1]
    shelf = Shelf([standard])
    place = next(p for p in Finder(shelf).passages(last.text).places if p.step == last.number)
    moved = replace(standard, steps=(*standard.steps[:-1], replace(last, number="99")))
    found = located(Shelf([moved]), place)
    assert found is not None
    assert found.step == "99"


def test_terms_and_lessons_go_together(shelf: Shelf) -> None:
    spoken = shelf.speaking(OfficeTerms({"parmot": "parkir motor"}))
    lessons = Lessons(spoken, [PARKING])
    finder = Finder(spoken, lessons=[PARKING])
    assert finder.heard("di mana parmot") == "di mana parkir motor"
    assert finder.ask("dmn parmot?", Topic()).lesson == 1
    assert lessons.signature("parmot di mana") == lessons.signature(PARKING.question)
