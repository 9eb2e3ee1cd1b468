"""Telegram's limits hold for every sequence of messages, and nobody waits without need."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.pace import Limits, Pace

START = datetime(2026, 3, 2, 1, 30, tzinfo=UTC)
SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)


def seconds(number: float) -> timedelta:
    return timedelta(seconds=number)


def send_all(limits: Limits, chats: list[int | None]) -> list[tuple[int | None, datetime]]:
    """Send one after another, each as soon as it may go."""
    now = START
    log: list[tuple[int | None, datetime]] = []
    for chat in chats:
        now = max(now, limits.free_at(chat, now))
        limits.note(chat, now)
        log.append((chat, now))
    return log


def most_within(times: list[datetime], span: timedelta) -> int:
    """Return the greatest number of instants in any half-open window of the span."""
    return max((sum(start <= t < start + span for t in times) for start in times), default=0)


chats = st.lists(st.sampled_from([1, 2, 3, 4, -7, -8, None]), max_size=120)
paces = st.builds(
    Pace,
    overall_per_second=st.integers(1, 8),
    chat_per_second=st.sampled_from([0.5, 1.0, 2.0]),
    chat_burst=st.integers(1, 4),
    group_per_minute=st.integers(1, 20),
)


@given(chats, paces)
def test_no_window_holds_more_than_the_limits(sent_to: list[int | None], pace: Pace) -> None:
    log = send_all(Limits(pace), sent_to)
    assert most_within([at for _, at in log], SECOND) <= pace.overall_per_second
    for chat in {chat for chat, _ in log if chat is not None}:
        times = [at for other, at in log if other == chat]
        for span in (1, 2, 5, 30):
            allowed = pace.chat_burst + span * pace.chat_per_second
            assert most_within(times, seconds(span)) <= allowed
        if chat < 0:
            assert most_within(times, MINUTE) <= pace.group_per_minute


@given(chats, paces)
def test_what_is_not_held_may_go_and_what_is_held_may_not(
    sent_to: list[int | None], pace: Pace
) -> None:
    limits = Limits(pace)
    log = send_all(limits, sent_to)
    now = log[-1][1] if log else START
    held, room = limits.held(now), limits.room(now)
    for chat in (1, 2, 3, 4, -7, -8):
        free = limits.free_at(chat, now)
        assert (free <= now) == (chat not in held and room > 0)
    next_free = limits.next_free(now)
    assert (next_free is None) == (not held and room > 0)
    assert next_free is None or next_free > now


@given(st.lists(st.integers(1, 50), max_size=60))
def test_different_people_wait_only_for_the_overall_limit(people: list[int]) -> None:
    distinct = list(dict.fromkeys(people))
    log = send_all(Limits(Pace(overall_per_second=30)), list(distinct))
    waited = log[-1][1] - START if log else timedelta()
    assert waited == SECOND * (max(0, len(distinct) - 1) // 30)


def test_a_short_burst_goes_at_once_then_one_a_second() -> None:
    log = send_all(Limits(Pace(chat_burst=3)), [5] * 6)
    assert [(at - START).total_seconds() for _, at in log] == [0, 0, 0, 1, 2, 3]


def test_a_rested_chat_has_its_burst_back() -> None:
    limits = Limits(Pace(chat_burst=3))
    send_all(limits, [5] * 3)
    later = START + seconds(3)
    for _ in range(3):
        assert limits.free_at(5, later) == later
        limits.note(5, later)
    assert limits.held(later) == {5}


def test_the_twenty_first_message_to_a_group_waits_for_the_minute() -> None:
    log = send_all(Limits(Pace(chat_per_second=0)), [-9] * 21)
    assert [(at - START).total_seconds() for _, at in log] == [0] * 20 + [60]


def test_a_halt_of_one_chat_holds_no_other() -> None:
    limits = Limits()
    limits.halt(5, START + seconds(30))
    assert limits.free_at(5, START) == START + seconds(30)
    assert limits.free_at(6, START) == START
    assert limits.held(START) == {5}
    assert limits.next_free(START) == START + seconds(30)
    assert limits.held(START + seconds(30)) == frozenset()


def test_a_shorter_halt_does_not_lift_a_longer_one() -> None:
    limits = Limits()
    for chat in (5, None):
        limits.halt(chat, START + seconds(30))
        limits.halt(chat, START + seconds(3))
    assert limits.free_at(5, START) == START + seconds(30)
    assert limits.free_at(6, START) == START + seconds(30)


def test_a_halt_of_all_holds_everything_until_it_ends() -> None:
    limits = Limits()
    limits.halt(None, START + seconds(10))
    assert limits.room(START) == 0
    assert limits.next_free(START) == START + seconds(10)
    assert limits.room(START + seconds(10)) == 30


def test_limits_that_are_switched_off_hold_nothing() -> None:
    pace = Pace(overall_per_second=0, chat_per_second=0, group_per_minute=0)
    log = send_all(Limits(pace), [5, -9, None] * 200)
    assert {at for _, at in log} == {START}
    assert Limits(pace).room(START) > 1000


def test_a_clock_set_back_does_not_freeze_the_sender() -> None:
    limits = Limits()
    send_all(limits, [5] * 4)
    limits.halt(6, START + seconds(40))
    hour_before = START - timedelta(hours=1)
    assert limits.free_at(5, hour_before) <= hour_before + seconds(2)
    assert limits.free_at(6, hour_before) <= hour_before + seconds(40)
    assert limits.room(hour_before) > 0


def test_nothing_is_remembered_of_chats_that_rest() -> None:
    limits = Limits()
    for number in range(1, 500):
        limits.note(number, START + seconds(number))
        limits.note(-number, START + seconds(number))
    now = START + seconds(700)
    assert limits.held(now) == frozenset()
    assert not limits._full_at
    assert not limits._groups
