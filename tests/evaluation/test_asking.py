"""What questions seem to ask for, told of questions that nothing was learned from."""

from __future__ import annotations

from collections import Counter

import pytest

from knowledge.finding.sensing import sense

from .learn_asking import LEARNED, UNSEEN, Asked, labelled, right


def test_no_unseen_question_was_learned_from() -> None:
    learned = {one.text.casefold() for one in labelled(LEARNED)}
    assert not learned & {one.text.casefold() for one in labelled(UNSEEN)}


def test_each_thing_that_is_asked_for_has_many_examples() -> None:
    counts = Counter(one.asked for one in labelled(LEARNED))
    assert min(counts.values()) > 100
    assert {one.asked for one in labelled(UNSEEN)} <= counts.keys()


def test_most_unseen_questions_are_told() -> None:
    assert right(labelled(UNSEEN)) >= 0.78


def test_what_is_told_for_likely_is_right_nine_times_in_ten() -> None:
    told = [(sense(one.words), one.asked) for one in labelled(UNSEEN)]
    likely = [found.asked == asked for found, asked in told if found and found.share >= 0.5]
    assert len(likely) >= 0.6 * len(told)
    assert sum(likely) >= 0.9 * len(likely)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("bisa ditunggu atau besok baru jadi?", "total_time"),
        ("harus datang sendiri atau boleh suami saya aja", "by_proxy"),
        ("keluar duit gak?", "cost"),
        ("sabtu masih ada orangnya gak", "service_hours"),
        ("nanti kita dikasih kartu apa surat", "output"),
        ("kalau suratnya masih salah ketik, ditolak ya?", "incomplete"),
        ("timnas menang berapa kosong", "none"),
    ],
)
def test_what_no_cue_asks_for_is_told(text: str, asked: str) -> None:
    found = sense(Asked(text, asked).words)
    assert found is not None
    assert found.asked == asked


def test_nothing_is_told_of_no_words() -> None:
    assert sense([]) is None
