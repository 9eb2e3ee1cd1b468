from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.directory import Directory
from bot.domain.posts import Absence, Holding, Post, Tenure
from bot.domain.reporting import SMALLEST, Line, figures, hidden, reported_posts
from bot.domain.tickets import TicketKind, TicketStatus
from tests.bot.conftest import NOW

LINE = Line("PDU-1", NOW, TicketKind.KELUHAN, "A", "Kabag A", TicketStatus.HANDLED, True)


def office(*absences: Absence) -> Directory:
    posts = [
        Post("deputi", "Deputi"),
        Post("biro", "Kepala Biro", superior="deputi"),
        Post("biro-b", "Kepala Biro B", superior="deputi"),
        Post("bagian", "Kepala Bagian", superior="biro"),
        Post("sub", "Kepala Subbagian", superior="bagian"),
        Post("bagian-b", "Kepala Bagian B", superior="biro-b"),
    ]
    people = {"deputi": 1, "biro": 2, "biro-b": 3, "bagian": 4, "sub": 5}
    tenures = tuple(
        Tenure(n, post, "N", Holding.DEFINITIVE, NOW - timedelta(days=9), person_id=person)
        for n, (post, person) in enumerate(people.items(), 1)
    )
    return Directory({p.key: p for p in posts}, tenures, absences, admins=(99,))


@pytest.mark.parametrize(
    ("person", "posts"),
    [
        (1, {"deputi", "biro", "biro-b", "bagian", "sub", "bagian-b"}),
        (2, {"biro", "bagian", "sub"}),
        (3, {"biro-b", "bagian-b"}),
        (4, {"bagian", "sub"}),
        (5, set()),
        (99, set()),
        (700, set()),
        (None, set()),
    ],
)
def test_who_leads_a_unit_may_see_its_figures_and_nobody_else(
    person: int | None, posts: set[str]
) -> None:
    assert reported_posts(person, office(), NOW) == posts


def test_a_substitute_sees_the_figures_while_standing_in() -> None:
    away = Absence(1, 2, NOW - timedelta(days=1), NOW + timedelta(days=1), 5)
    assert "bagian" in reported_posts(5, office(away), NOW)
    assert reported_posts(5, office(away), NOW + timedelta(days=2)) == set()


def test_figures_count_what_there_is_and_silence_is_no_rating() -> None:
    lines = [
        replace(LINE, on_time=True, answer_minutes=450, rating=5),
        replace(LINE, on_time=False, answer_minutes=900, kind=TicketKind.MASUKAN),
        replace(LINE, status=TicketStatus.REJECTED, door="lapor", answer_minutes=150, rating=2),
        replace(LINE, filed_at=NOW - timedelta(days=8), standard=None, objections=2),
        replace(LINE, filed_at=NOW - timedelta(days=31)),
    ]
    found = figures(lines, NOW)
    assert found.received == 5
    assert found.by_kind == {"keluhan": 4, "masukan": 1}
    assert found.by_standard == {"A": 4, None: 1}
    assert (found.on_time, found.late) == (1, 1)
    assert found.answer_minutes == 450
    assert found.end_minutes is None
    assert (found.ratings, found.rating) == (2, 3.5)
    assert found.open_by_age == (2, 1, 1)
    assert found.rejected == {"lapor": 1}
    assert found.objections == 2
    empty = figures([], NOW)
    assert (empty.received, empty.rating, empty.answer_minutes) == (0, None, None)


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 40)))
def test_no_small_public_count_can_be_reckoned_from_the_others(counts: dict[str, int]) -> None:
    shown = hidden(counts)
    assert not [c for c in shown.values() if c is not None and 0 < c < SMALLEST]
    missing = [name for name, count in shown.items() if count is None]
    others = [name for name, count in counts.items() if count and name not in missing]
    if len(missing) == 1:
        assert not others, "with the total known, one hidden count is no secret"
