"""The total time of a procedure: sums made by hand from the documents, and what they leave out."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from knowledge.finding import Finder, ReplyKind, Request, Topic
from knowledge.finding.totals import total_of
from knowledge.model import Facet, ServiceStandard
from tests.knowledge.builders import a_standard, a_step


@dataclass(frozen=True)
class Sum:
    """One standard's times: the sums by unit, the steps added up, and those that are not."""

    sums: tuple[tuple[str, str], ...]
    timed: str
    depending: str = ""
    untimed: str = ""


# rkpk: 2+1+15+10+10+4+3+2+2+1 (steps 1-10), 11 has no time, +1+1 (12, 13).
# pimpinan: 5+15+10+30 (1, 2, 3, 4.a), +20+30+20+30 (4.b.1-4).
# sisdur: days 3+1+2x3+3+1+1+2 (1, 2, 4.b, 5, 6, 8.b, 10); weeks 1+2 (3); hours 5x2,5+1+1.
# sosialisasi: days 1+2+2+5+2+1+1+3 (1-6, 8); 3 hours (7).
# sop: minutes 30+30 (1); days 1+1+3+1+2+2, of "1- 3 hari" the upper end; weeks 2+2+3+1; hours 3+3.
BY_HAND = {
    "rkpk": Sum((("52", "hari"),), "1 2 3 4 5 6 7 8 9 10 12 13", untimed="11"),
    "pimpinan": Sum((("160", "menit"),), "1 2 3 4.a 4.b.1 4.b.2 4.b.3 4.b.4"),
    "sisdur": Sum(
        (("3", "minggu"), ("17", "hari"), ("14,5", "jam")),
        "1 2 3.a 3.b 4.a 4.b 5 6 8.a 8.b 9 10",
        untimed="7",
    ),
    "sosialisasi": Sum((("17", "hari"), ("3", "jam")), "1 2.a 2.b 3 4 5 6 7 8"),
    "sop": Sum(
        (("8", "minggu"), ("10", "hari"), ("6", "jam"), ("60", "menit")),
        "1.a 1.b 2.a 2.b 3.a 3.b 4.b.1.a 5.a.2 5.b 6 8.b 9.a 9.c 9.d",
        depending="4.a 4.b.2.a 4.b.2.b 5.a.1 5.a.3",
        untimed="7 8.a 9.b",
    ),
}


@pytest.mark.parametrize("key", sorted(BY_HAND))
def test_the_times_of_the_steps_add_up_as_by_hand(
    key: str, shipped: dict[str, ServiceStandard]
) -> None:
    total, expected = total_of(shipped[key]), BY_HAND[key]
    assert tuple(total.spoken()) == expected.sums
    assert " ".join(s.number for s in total.timed) == expected.timed


@pytest.mark.parametrize("key", sorted(BY_HAND))
def test_what_cannot_be_added_is_named(key: str, shipped: dict[str, ServiceStandard]) -> None:
    total, expected = total_of(shipped[key]), BY_HAND[key]
    assert " ".join(s.number for s in total.depending) == expected.depending
    assert " ".join(s.number for s in total.untimed) == expected.untimed


@pytest.mark.parametrize("key", sorted(BY_HAND))
def test_every_step_is_counted_once_or_stands_under_one_that_is(
    key: str, shipped: dict[str, ServiceStandard]
) -> None:
    standard = shipped[key]
    total = total_of(standard)
    counted = [s.number for s in (*total.timed, *total.depending, *total.untimed)]
    assert len(counted) == len(set(counted))
    for step in standard.walk_steps():
        if not step.steps:
            over = [n for n in counted if step.number == n or step.number.startswith(f"{n}.")]
            assert len(over) == 1, step.number


@pytest.mark.parametrize("key", sorted(BY_HAND))
def test_the_reply_gives_the_sum_its_parts_and_its_gaps(
    key: str, finder: Finder, ids: dict[str, str]
) -> None:
    reply = finder.answer(Request("total_time", ids[key]), Topic())
    expected = BY_HAND[key]
    assert reply.form == "total_time"
    assert reply.kind is ReplyKind.ANSWER
    assert tuple(reply.values["sums"]) == expected.sums
    for part in ("timed", "depending", "untimed"):
        shown = " ".join(step["number"] for step in reply.values[part])
        assert shown == getattr(expected, part)
    assert [c.section for c in reply.citations] == ["Bagian Kedua B"]


def test_repetitions_are_multiplied() -> None:
    standard = a_standard("X", steps=[a_step("1", "Rapat", time="4 kali masing-masing 1,5 jam")])
    assert total_of(standard).spoken() == [("6", "jam")]


def test_the_time_of_a_step_stands_for_all_that_is_under_it() -> None:
    inner = a_step("1.a", "Mencatat", time="1 hari")
    standard = a_standard("X", steps=[a_step("1", "Menerima", inner, time="3 hari")])
    assert total_of(standard).spoken() == [("3", "hari")]


def test_a_time_per_piece_is_not_added() -> None:
    standard = a_standard(
        "X", steps=[a_step("1", "Meneliti", time="2 jam/draf"), a_step("2", "Kirim", time="1 jam")]
    )
    total = total_of(standard)
    assert total.spoken() == [("1", "jam")]
    assert [s.number for s in total.depending] == ["1"]


def test_without_any_time_nothing_is_summed() -> None:
    standard = a_standard("Jasa Titip", steps=[a_step("1", "Menerima"), a_step("2", "Mengirim")])
    finder = Finder([standard])
    reply = finder.answer(Request("total_time", standard.id), Topic())
    assert reply.values["sums"] == []
    assert [s["number"] for s in reply.values["untimed"]] == ["1", "2"]


def test_a_standard_without_steps_has_no_total_and_says_so() -> None:
    standard = a_standard("Jasa Titip", says={Facet.COST: "Tidak ada"})
    reply = Finder([standard]).answer(Request("total_time", standard.id), Topic())
    assert (reply.kind, reply.form) == (ReplyKind.UNKNOWN, "missing_facet")


def test_a_total_that_the_document_sets_itself_is_quoted() -> None:
    said = a_standard("Jasa Titip", says={Facet.COST: "Tidak ada"})
    section = said.sections[0]
    whole = type(section)(
        Facet.TOTAL_TIME,
        "C",
        "Jangka Waktu",
        section.part,
        tuple(type(i)(i.mark, "14 hari kerja", i.source) for i in section.items),
        section.source,
    )
    standard = a_standard("Jasa Titip", steps=[a_step("1", "Terima", time="2 hari")])
    standard = type(standard)(
        standard.id, standard.title, standard.file, (*standard.sections, whole), standard.steps
    )
    reply = Finder([standard]).ask("berapa lama totalnya?", Topic())
    assert reply.form == "facet"
    assert [line.text for line in reply.values["lines"]] == ["14 hari kerja"]
