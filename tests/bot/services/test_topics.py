"""The topic of a conversation survives as JSON and fades in silence."""

from __future__ import annotations

import json
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.services.topics import topic_in, with_topic
from knowledge.finding.answers import Option, Request, Topic
from tests.bot.conftest import NOW

words = st.none() | st.text(min_size=1, max_size=10)
requests = st.builds(Request, st.text(min_size=1), words, words, words)
topics = st.builds(
    Topic,
    words,
    words,
    words,
    words,
    words,
    st.lists(st.builds(Option, st.text(), requests), max_size=3).map(tuple),
)


@given(topics)
def test_a_topic_comes_back_as_it_was(topic: Topic) -> None:
    state = json.loads(json.dumps(with_topic({}, topic, NOW)))
    assert topic_in(state, NOW) == topic


def test_a_topic_fades_after_half_an_hour_of_silence() -> None:
    topic = Topic(standard="sp-x", aspect="cost")
    state = with_topic({"form": 1}, topic, NOW)
    assert topic_in(state, NOW + timedelta(minutes=30)) == topic
    assert topic_in(state, NOW + timedelta(minutes=30, seconds=1)) == Topic()
    assert state["form"] == 1


def test_without_a_topic_there_is_an_empty_one() -> None:
    assert topic_in({}, NOW) == Topic()
    assert topic_in({"topic": None}, NOW) == Topic()
