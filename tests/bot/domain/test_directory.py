"""Who holds, who stands in, who stands above, and whom a message for a post reaches."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.directory import SERVICE_DESK, Directory, Gap, Reach, Tried
from bot.domain.posts import Absence, Holding, Invitation, Post, Tenure
from tests.bot.officials import (
    BAGIAN,
    BIRO,
    DAY,
    DEPUTI,
    LAIN,
    LAMA,
    NOW,
    POSTS,
    SUBBAGIAN,
    away,
    office,
    tenure,
)

KABAG, KABIRO, WAKIL, LAIN_LAGI, ADMIN = 11, 12, 13, 14, 99
HEAD, BUREAU = tenure(1, BAGIAN, KABAG), tenure(2, BIRO, KABIRO)
PLT = tenure(3, BAGIAN, WAKIL, holding=Holding.PLT, since=NOW - DAY, until=NOW + DAY)


def who(directory: Directory, post: str = BAGIAN, at: datetime = NOW) -> int | None:
    return directory.reach(post, at).person_id


@pytest.mark.parametrize("holding", [Holding.PLT, Holding.PLH])
def test_who_acts_comes_before_the_definitive_holder(holding: Holding) -> None:
    acting = replace(PLT, holding=holding)
    directory = office([HEAD, acting])
    assert directory.holders(BAGIAN, NOW) == (acting, HEAD)
    assert directory.reach(BAGIAN, NOW) == Reach(WAKIL, BAGIAN, holding)


def test_of_two_holders_the_one_appointed_last_comes_first() -> None:
    later = tenure(9, BAGIAN, WAKIL)
    assert office([later, HEAD]).holders(BAGIAN, NOW) == (later, HEAD)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (NOW - DAY - timedelta(seconds=1), KABAG),
        (NOW - DAY, WAKIL),
        (NOW + DAY - timedelta(microseconds=1), WAKIL),
        (NOW + DAY, KABAG),
    ],
)
def test_an_acting_holder_begins_and_stops_to_the_instant(at: datetime, expected: int) -> None:
    assert who(office([HEAD, PLT]), at=at) == expected


def test_after_an_expired_plt_of_a_vacant_post_it_goes_to_the_superior() -> None:
    reach = office([PLT, BUREAU]).reach(BAGIAN, NOW + DAY)
    assert reach == Reach(KABIRO, BIRO, Holding.DEFINITIVE, tried=(Tried(BAGIAN, Gap.NO_HOLDER),))


def test_who_is_away_is_stood_in_for_in_his_own_right() -> None:
    reach = office([replace(HEAD, holding=Holding.PLT)], away(1, KABAG, WAKIL)).reach(BAGIAN, NOW)
    assert reach == Reach(WAKIL, BAGIAN, Holding.PLT, KABAG, (Tried(BAGIAN, Gap.ON_LEAVE),))


def test_a_substitute_who_is_away_has_a_substitute_in_turn() -> None:
    absences = away(1, KABAG, WAKIL), away(2, WAKIL, LAIN_LAGI)
    assert who(office([HEAD], *absences)) == LAIN_LAGI


def test_substitutes_in_a_circle_end_at_the_superior() -> None:
    absences = away(1, KABAG, WAKIL), away(2, WAKIL, KABAG)
    assert who(office([HEAD, BUREAU], *absences)) == KABIRO


@pytest.mark.parametrize("unreachable", [{KABAG}, {KABAG, WAKIL}])
def test_a_substitute_stands_in_only_for_who_is_away(unreachable: set[int]) -> None:
    over = away(1, KABAG, WAKIL, until=NOW)
    directory = office([HEAD, BUREAU], over, unreachable=frozenset(unreachable))
    assert directory.reach(BAGIAN, NOW).tried == (Tried(BAGIAN, Gap.UNREACHABLE),)
    assert who(directory) == KABIRO


def test_a_substitute_who_cannot_be_reached_is_passed_over() -> None:
    directory = office([HEAD, BUREAU], away(1, KABAG, WAKIL), unreachable=frozenset({WAKIL}))
    assert who(directory) == KABIRO


def test_of_two_absences_the_one_told_last_counts() -> None:
    first, second = away(1, KABAG, LAIN_LAGI), away(2, KABAG, WAKIL)
    assert who(office([HEAD], second, first)) == WAKIL
    assert who(office([HEAD, BUREAU], first, replace(second, substitute=None))) == KABIRO


def test_who_never_opened_the_invitation_is_told_from_a_vacant_post() -> None:
    directory = office([tenure(1, BAGIAN, None), BUREAU])
    assert directory.reach(BAGIAN, NOW).tried == (Tried(BAGIAN, Gap.NEVER_OPENED),)
    assert directory.reach(LAIN, NOW).tried == (Tried(LAIN, Gap.NO_HOLDER),)


def test_an_acting_holder_who_never_opened_it_leaves_it_to_the_definitive_one() -> None:
    assert who(office([HEAD, replace(PLT, person_id=None)])) == KABAG


def test_the_barred_get_it_in_no_right() -> None:
    everywhere = [tenure(1, BAGIAN, KABAG), tenure(2, BIRO, KABAG), tenure(3, DEPUTI, WAKIL)]
    directory = office(everywhere, away(1, KABAG, LAIN_LAGI), admins=(KABAG, ADMIN))
    barred = frozenset({KABAG})
    assert directory.reach(BAGIAN, NOW, barred) == Reach(
        WAKIL,
        DEPUTI,
        Holding.DEFINITIVE,
        tried=(Tried(BAGIAN, Gap.BARRED), Tried(BIRO, Gap.BARRED)),
    )
    assert directory.reach(BAGIAN, NOW, barred | {WAKIL}).person_id == ADMIN


def test_a_barred_substitute_does_not_get_it() -> None:
    directory = office([HEAD, BUREAU], away(1, KABAG, WAKIL))
    assert directory.reach(BAGIAN, NOW, frozenset({WAKIL})).person_id == KABIRO


def test_an_old_post_is_its_present_one_from_the_date_on() -> None:
    directory = office([HEAD, tenure(5, LAMA, WAKIL)])
    before = NOW - timedelta(microseconds=1)
    assert (directory.present(LAMA, before), directory.present(LAMA, NOW)) == (LAMA, BAGIAN)
    assert who(directory, LAMA, before) == WAKIL
    assert who(directory, BAGIAN, before) == KABAG
    assert directory.holders(LAMA, NOW) == directory.holders(BAGIAN, NOW)
    assert {t.person_id for t in directory.holders(BAGIAN, NOW)} == {KABAG, WAKIL}


def test_who_stands_under_an_old_post_stands_under_its_present_one() -> None:
    staff = Post("staf", "Staf", "staf", superior=LAMA)
    directory = office([], posts=[staff])
    assert directory.below(BAGIAN, NOW) == (
        next(p for p in POSTS if p.key == SUBBAGIAN),
        staff,
    )
    assert directory.is_above(BAGIAN, "staf", NOW)
    assert not directory.is_above(BAGIAN, "staf", NOW - DAY)
    assert LAMA not in {post.key for post in directory.below(BIRO, NOW)}


def test_replacements_in_a_circle_replace_nothing() -> None:
    circle = replace(POSTS[2], replaced_by=LAMA, replaced_from=NOW)
    directory = office([], posts=[circle])
    assert (directory.present(BAGIAN, NOW), directory.present(LAMA, NOW)) == (BAGIAN, LAMA)
    into = replace(directory, posts={**directory.posts, "x": replace(circle, key="x")})
    assert into.present("x", NOW) == "x"


def test_superiors_in_a_circle_end() -> None:
    directory = office([BUREAU], posts=[replace(POSTS[0], superior=BAGIAN)])
    assert list(directory.superiors(BAGIAN, NOW)) == [BIRO, DEPUTI]
    assert who(directory) == KABIRO


def test_the_service_desk_is_the_post_that_was_named_for_it() -> None:
    assert who(office([HEAD], service_desk=BAGIAN), SERVICE_DESK) == KABAG
    assert who(office([HEAD], service_desk=LAMA), SERVICE_DESK) == KABAG, "by its present name"


def test_without_a_service_desk_an_admin_is_told() -> None:
    directory = office([HEAD], admins=(ADMIN,))
    assert directory.reach(SERVICE_DESK, NOW) == Reach(
        ADMIN, None, tried=(Tried(SERVICE_DESK, Gap.NO_HOLDER),)
    )


def test_admins_are_last_and_the_first_who_can_be_reached() -> None:
    directory = office([], admins=(KABAG, ADMIN), unreachable=frozenset({KABAG}))
    reach = directory.reach(SUBBAGIAN, NOW)
    assert (reach.person_id, reach.post) == (ADMIN, None)
    assert [tried.post for tried in reach.tried] == [SUBBAGIAN, BAGIAN, BIRO, DEPUTI]
    assert who(replace(directory, admins=())) is None


def test_a_person_acts_for_what_he_holds_and_for_whom_he_stands_in() -> None:
    directory = office([HEAD, BUREAU, PLT], away(1, KABIRO, KABAG), away(2, KABAG, LAIN_LAGI))
    assert directory.acts_for(KABAG, NOW) == {BAGIAN}, "a substitute who is away himself"
    assert directory.acts_for(LAIN_LAGI, NOW) == {BIRO}, "the acting head of section is there"
    assert directory.acts_for(LAIN_LAGI, NOW, frozenset({LAIN_LAGI})) == frozenset()
    assert directory.acts_for(WAKIL, NOW) == {BAGIAN}
    assert directory.acts_for(WAKIL, NOW + DAY) == frozenset()


@pytest.mark.parametrize(
    ("changes", "later", "expected"),
    [
        ({}, timedelta(0), True),
        ({}, 7 * DAY - timedelta(seconds=1), True),
        ({}, 7 * DAY, False),
        ({"used_at": NOW}, timedelta(0), False),
        ({"revoked_at": NOW}, timedelta(0), False),
    ],
)
def test_an_invitation_is_open_until_used_revoked_or_over(
    changes: dict[str, datetime], later: timedelta, expected: bool
) -> None:
    invitation = replace(Invitation("d", 1, 99, NOW, NOW + 7 * DAY), **changes)  # type: ignore[arg-type]
    assert invitation.is_open(NOW + later) is expected


KEYS = st.sampled_from(["a", "b", "c", "d", "e"])
PEOPLE = st.integers(1, 6)
INSTANTS = st.integers(-4, 4).map(lambda days: NOW + days * DAY)


@st.composite
def directories(draw: st.DrawFn) -> Directory:
    """Draw any office at all: circles, holes, overlaps and strangers included."""
    posts = [
        Post(
            key,
            key,
            superior=draw(st.none() | KEYS),
            replaced_by=draw(st.none() | KEYS),
            replaced_from=draw(st.none() | INSTANTS),
        )
        for key in draw(st.lists(KEYS, unique=True))
    ]
    holdings = st.sampled_from(Holding)
    tenures = st.builds(
        Tenure, st.integers(1, 99), KEYS, st.just("X"), holdings, INSTANTS,
        st.none() | INSTANTS, st.none() | PEOPLE,
    )  # fmt: skip
    absences = st.builds(
        Absence, st.integers(1, 99), PEOPLE, INSTANTS, INSTANTS, st.none() | PEOPLE
    )
    return Directory(
        posts={post.key: post for post in posts},
        tenures=tuple(draw(st.lists(tenures, max_size=8))),
        absences=tuple(draw(st.lists(absences, max_size=6))),
        unreachable=draw(st.frozensets(PEOPLE, max_size=3)),
        admins=tuple(draw(st.lists(PEOPLE, max_size=2, unique=True))),
        service_desk=draw(st.none() | KEYS),
    )


@given(directories(), KEYS | st.just(SERVICE_DESK), INSTANTS, st.frozensets(PEOPLE, max_size=3))
def test_nobody_gets_what_he_may_or_can_not_get(
    directory: Directory, post: str, at: datetime, barred: frozenset[int]
) -> None:
    reach = directory.reach(post, at, barred)
    person = reach.person_id
    assert person not in barred
    assert person not in directory.unreachable
    if person is None:
        assert set(directory.admins) <= barred | directory.unreachable
    elif reach.post is None:
        assert person in directory.admins
    else:
        assert reach.post in {directory.present(post, at), *directory.superiors(post, at)}
        assert not directory.is_away(person, at)
        assert reach.post in directory.acts_for(person, at, barred)


@given(directories(), KEYS, INSTANTS)
def test_every_post_before_the_one_that_takes_it_was_tried(
    directory: Directory, post: str, at: datetime
) -> None:
    reach = directory.reach(post, at)
    way = [directory.present(post, at), *directory.superiors(post, at)]
    passed = way if reach.post is None else way[: way.index(reach.post)]
    assert list(dict.fromkeys(t.post for t in reach.tried if t.post != reach.post)) == passed


@given(directories(), KEYS, INSTANTS)
def test_present_posts_and_superiors_settle(directory: Directory, post: str, at: datetime) -> None:
    present = directory.present(post, at)
    assert directory.present(present, at) == present
    above = list(directory.superiors(post, at))
    assert len(set(above)) == len(above)
    assert present not in above
    for below in directory.below(post, at):
        assert below.superior is not None
        assert directory.present(below.superior, at) == present


@given(directories(), PEOPLE, INSTANTS)
def test_who_holds_a_post_is_among_its_holders(
    directory: Directory, person: int, at: datetime
) -> None:
    for held in directory.posts_of(person, at):
        assert held in directory.holders(held.post, at)
        assert directory.present(held.post, at) in directory.acts_for(person, at)
